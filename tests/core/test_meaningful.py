"""What is to be said of a member stands beside it: none is without, and nothing else is keyed by it."""

import ast
from pathlib import Path
from typing import get_type_hints

import pytest

from plancli.core.comments.status import Meaning, Share, Status
from plancli.core.instructions.grammar.verdict import Certainty, Doubt, WordRole
from plancli.core.intake.body import LeftOut
from plancli.core.intake.draft.drafted import Unclear
from plancli.core.intake.filled import RowProblem
from plancli.core.intake.laid import Unlaid
from plancli.core.intake.opinions import RowRemark
from plancli.core.intake.paper import Illegible
from plancli.core.locate.anchors import How, Why
from plancli.core.meaningful import Meaningful
from plancli.core.merge.meeting import Level
from plancli.core.plan.manifest import Reply
from plancli.core.publish.claims import Cause
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.borne_out import InText
from plancli.core.rounds.standing import State
from tests.catalogues import PACKAGE, stored

ENUMS = [
    Cause,
    Certainty,
    Doubt,
    How,
    LeftOut,
    Illegible,
    InText,
    Level,
    Outcome,
    Reply,
    RowProblem,
    RowRemark,
    State,
    Status,
    Unclear,
    Unlaid,
    Why,
    WordRole,
]


def test_these_are_all() -> None:
    assert {
        one for one in Meaningful.__subclasses__() if one.__module__.startswith("plancli.")
    } == {*ENUMS}


def test_no_member_can_be_without_its_meaning() -> None:
    with pytest.raises((ValueError, RuntimeError)):  # which of them depends on the Python

        class Weather(Meaningful):
            RAIN = "rain", "take an umbrella"
            SNOW = "snow"


@pytest.mark.parametrize("kind", ENUMS)
def test_meanings_are_of_one_type(kind: type[Meaningful]) -> None:
    wanted = get_type_hints(kind)["meaning"]
    assert [member for member in kind if not isinstance(member.meaning, wanted)] == []
    assert [kind(member.value) for member in kind] == list(kind)


@pytest.mark.parametrize("kind", ENUMS)
def test_every_word_of_a_meaning_is_translated(kind: type[Meaningful]) -> None:
    known = {message.id for message in stored("zh")}
    for member in kind:
        meaning = (member.meaning,) if isinstance(member.meaning, str) else member.meaning
        assert isinstance(meaning, tuple)
        words = getattr(member.meaning, "english", getattr(member.meaning, "words", meaning[0]))
        assert words in known, member


RULES = PACKAGE / "core/check/rules"
"""A rule is a record itself, and names the reason for which it speaks."""


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.stem)
def test_nothing_else_is_keyed_by_them(path: Path) -> None:
    names = {kind.__name__ for kind in ENUMS}
    keyed = [
        ast.unparse(key)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for key in (node.keys if isinstance(node, ast.Dict) else ())
        if isinstance(key, ast.Attribute) and ast.unparse(key.value) in names
    ]
    assert keyed == [] or path.is_relative_to(RULES)


def test_what_is_adopted_is_whole_or_in_part() -> None:
    adopted = {status for status in Status if status.meaning.adopted}
    assert adopted == {
        Status.ADOPTED,
        Status.PARTLY,
        Status.MODIFIED,
        Status.ALREADY,
        Status.JOINED,
    }
    assert not Meaning(Share.DECLINED, "", "", "").adopted
    assert {status for status in Status if status.meaning.merges} < adopted


def test_the_chinese_label_is_the_translated_english_one() -> None:
    catalogue = {message.id: message.string for message in stored("zh")}
    assert [s for s in Status if catalogue[s.meaning.english] != s.meaning.label] == []
