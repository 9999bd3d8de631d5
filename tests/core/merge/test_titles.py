"""Titles are words like others: merged, taken out again, kept beside what the office changed."""

from itertools import permutations

import pytest

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Delete, Edit, Insert, Remove, Replace, Retitle
from plancli.core.evidence.attribution import pieces_of
from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import redline
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.round import Round
from tests.core.ferry import SECTIONS, applied, comment, round_of, told

CHAPTER = Retitle(title="第一章", wording="渡口与码头")
BOX = Replace(replace="船只", wording="渡船", within="第一章/专栏1", field="title")
BOX_MORE = Insert(insert="和趸船", after="船只", within="第一章/专栏1", field="title")


def titles(round_: Round) -> dict[str, str]:
    return dict(round_.plan.titles)


def outcomes(*comments: Comment) -> list[Outcome]:
    round_ = round_of(*comments)
    return list(round_.workspace.revise(round_.due).outcomes.values())


@pytest.mark.parametrize(
    ("edit", "key", "title"),
    [
        (CHAPTER, "第一章", "渡口与码头"),
        (BOX, "第一章/专栏1", "渡船"),
        (BOX_MORE, "第一章/专栏1", "船只和趸船"),
        (Delete(delete="保", within="第二章", field="title"), "第二章", "障"),
        (Retitle(title="专栏1", wording="船舶"), "第一章/专栏1", "船舶"),
        (Replace(replace="第一章 渡口", wording="第一章 渡口管理", field="title"), "第一章", "渡口管理"),
    ],
)  # fmt: skip
def test_each_way_to_change_a_title(edit: Edit, key: str, title: str) -> None:
    found = applied(comment("水运站-01", edit))
    assert titles(found) == {**titles(round_of()), key: title}
    assert told("P401", found) == []
    # everything else is as it was
    assert [s.body for s in found.plan.sections.values()][1:] == [s.body for s in SECTIONS[1:]]


def test_the_number_of_a_part_is_none_of_its_words() -> None:
    renumbered = Replace(replace="第一章 渡口", wording="第三章 渡口", field="title")
    assert outcomes(comment("水运站-01", renumbered)) == [Outcome.MISPLACED]


def test_a_part_keeps_a_title() -> None:
    all_at_once = Delete(delete="船只", within="第一章/专栏1", field="title")
    one_by_one = (
        Delete(delete="船", within="第一章/专栏1", field="title"),
        Delete(delete="只", within="第一章/专栏1", field="title"),
    )
    for edits in ((all_at_once,), one_by_one):
        one = comment("水运站-01", *edits)
        assert outcomes(one) == [Outcome.MISPLACED]
        assert [found["key"] for found in told("P310", round_of(one))] == ["第一章/专栏1"]


def test_any_order_gives_the_same_and_each_can_be_taken_out() -> None:
    three = (
        comment("水运站-01", CHAPTER),
        comment("安监站-01", BOX),
        comment("林业站-01", Retitle(title="第二章", wording="资金保障")),
    )
    whole = {titles(applied(*order))["第一章"] for order in permutations(three)}
    assert whole == {"渡口与码头"}
    for out in three:
        left = [one for one in three if one is not out]
        round_ = applied(*three)
        revision = round_.workspace.revise({one.id: round_.due[one.id] for one in left})
        assert Outline(revision.sections).titles == applied(*left).plan.titles


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (BOX, BOX_MORE, [Outcome.CONFLICT, Outcome.CONFLICT]),
        (BOX, BOX, [Outcome.AGREED, Outcome.AGREED]),
        (
            Retitle(title="第二章", wording="资金保障"),
            Insert(insert="措施", after="保障", within="第二章", field="title"),
            [Outcome.APPLIED, Outcome.APPLIED],
        ),
        (
            CHAPTER,
            Retitle(title="第一章", wording="渡口和航道"),
            [Outcome.CONFLICT, Outcome.CONFLICT],
        ),
        # who words a part anew wants it to stay
        (CHAPTER, Remove(remove="第一章"), [Outcome.CONFLICT, Outcome.CONFLICT]),
        (BOX, Remove(remove="第一章"), [Outcome.CONFLICT, Outcome.CONFLICT]),
        (BOX, Remove(remove="第二章"), [Outcome.APPLIED, Outcome.APPLIED]),
    ],
)
def test_where_comments_meet_in_a_title(first: Edit, second: Edit, expected: list[Outcome]) -> None:
    found = outcomes(comment("水运站-01", first), comment("安监站-01", second))
    assert found == expected


def office(sections: tuple[Section, ...], **new: str) -> tuple[Section, ...]:
    """Return the plan with titles of chapters as the office words them."""
    return tuple(
        section.model_copy(update={"title": new.get(section.key, section.title)})
        for section in sections
    )


def test_what_the_office_changed_in_a_title_stays_beside_a_comment() -> None:
    one = comment("水运站-01", Retitle(title="第二章", wording="资金保障"))
    found = round_of(one, plan=office(SECTIONS, 第二章="保障措施"))
    revision = found.workspace.revise(found.due)
    assert Outline(revision.sections).titles["第二章"] == "资金保障措施"
    back = round_of(one, plan=revision.sections, recorded=revision.record)
    assert Outline(back.workspace.revise({}).sections).titles["第二章"] == "保障措施"


def test_a_title_that_office_and_comment_word_otherwise_waits() -> None:
    one = comment("水运站-01", CHAPTER)
    found = round_of(one, plan=office(SECTIONS, 第一章="渡运"))
    assert found.workspace.revise(found.due).outcomes == {one.id: Outcome.CONFLICT}


def test_what_the_office_undoes_is_told() -> None:
    one = comment("水运站-01", CHAPTER)
    before = applied(one)
    undone = round_of(
        one, plan=office(tuple(before.plan.sections.values()), 第一章="渡口"), recorded=before.due
    )
    assert undone.workspace.lost == {one.id: ["第一章"]}
    assert undone.workspace.revise(undone.due).outcomes == {one.id: Outcome.LOST}


def test_who_wrote_a_title_is_known_to_the_character() -> None:
    one, other = comment("水运站-01", CHAPTER), comment("安监站-01", BOX)
    found = applied(one, other)
    pieces = pieces_of(found, "第一章").heading
    assert (rejected(pieces), accepted(pieces)) == ("渡口", "渡口与码头")
    assert {piece.text: piece.added for piece in pieces} == {"渡口": (), "与码头": (one.id,)}
    lines = {line.key: line for line in redline(found)}
    assert lines["第一章"].authors == (one.id,)
    assert lines["第一章/专栏1"].authors == (other.id,)
    assert rejected(lines["第一章/专栏1"].heading) == "专栏1 船只"
    assert accepted(lines["第一章/专栏1"].heading) == "专栏1 渡船"


def test_a_title_that_a_comment_changed_needs_no_note_of_the_office() -> None:
    assert told("P407", applied(comment("水运站-01", CHAPTER))) == []
    one = comment("水运站-01", CHAPTER, status="不采纳", reason="沿用。")
    changed = round_of(one, plan=office(SECTIONS, 第一章="渡口与码头"))
    assert [found["id"] for found in told("P406", changed)] == [one.id]


def test_a_title_that_is_worded_as_it_was_changes_nothing() -> None:
    assert outcomes(comment("水运站-01", Retitle(title="第一章", wording="渡口"))) == [
        Outcome.ALREADY
    ]
