"""Lists in lists with their changes: accepted they are those of the plan, rejected those of the draft."""

import hypothesis.strategies as st
from hypothesis import given

from plancli.core.comments.edits import Add, Edit, Insert, Move, NewParagraph, Remove, Replace
from plancli.core.comments.record import Patch
from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import Line, plain, redline
from tests.core.listed import NAMES, WORDS, round_of, wanted


def stands(line: Line, word: str) -> bool:
    return not getattr(line, word)


@given(wanted, st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=2))
def test_accepted_it_is_the_plan_and_rejected_the_draft(
    patches: dict[str, Patch], written: dict[str, str]
) -> None:
    round_ = round_of(patches, written)
    lines = redline(round_)
    for state, outline, word in (
        (rejected, round_.workspace.draft, "added"),
        (accepted, round_.paper, "gone"),
    ):
        expected = [(one.kind, one.key, one.level, accepted(one.pieces)) for one in plain(outline)]
        found = [
            (one.kind, one.key, one.level, state(one.pieces)) for one in lines if stands(one, word)
        ]
        assert found == expected


def test_an_entry_that_comes_stands_in_its_list_and_not_behind_what_goes() -> None:
    edits = (Remove(remove="甲2"), Add(add=NewParagraph(id="新", text="设灯。"), to="甲1"))
    lines = redline(round_of({"甲-1": Patch(edits=edits)}, {}))
    keys = [line.key for line in lines]
    assert keys[keys.index("甲1乙") :][:3] == ["甲1乙", "新", "甲2"]


def authors_of(*edits: Edit) -> dict[str, set[str]]:
    """Return who did something in which lines."""
    found: dict[str, set[str]] = {}
    for line in redline(round_of({"甲-1": Patch(edits=edits)}, {})):
        if line.authors:
            found.setdefault(line.key, set()).update(line.authors)
    return found


def test_what_comes_goes_and_moves_with_a_list_is_by_whom_that_is() -> None:
    mine = {"甲-1"}
    below = ("甲1", "甲1甲", "甲1乙")
    assert authors_of(Remove(remove="甲1")) == dict.fromkeys(below, mine)
    assert authors_of(Move(move="甲1", to="戊")) == dict.fromkeys(below, mine)
    # it stands at the same place of the text, and in another list
    assert authors_of(Move(move="乙1", after="乙")) == {"乙1": mine}
    new = NewParagraph(id="新", text="设灯。", items=(NewParagraph(text="灯距20米。"),))
    assert authors_of(Add(add=new, to="甲2")) == {"新": mine, "新.1": mine}
    assert authors_of(Replace(replace="厚5厘米", wording="厚8厘米")) == {"甲1甲": mine}
    assert authors_of(Insert(insert="分两期。", into="甲")) == {"甲": mine}
