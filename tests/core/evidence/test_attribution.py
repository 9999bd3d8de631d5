"""Who wrote what: pieces of every field; blame through the rounds and the redline of one say the same."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import ChangeUnits, Replace
from plancli.core.comments.record import Patch
from plancli.core.comments.status import Status
from plancli.core.evidence.attribution import paragraph_pieces
from plancli.core.evidence.blame import Stretch, blame
from plancli.core.evidence.pieces import (
    Authors,
    Piece,
    accepted,
    lead_authors,
    rejected,
    relisted,
    runs,
    separated,
)
from plancli.core.evidence.redline import Line, LineKind, plain, redline
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.model import Draft, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round
from tests.core.evidence.histories import histories, rounds


def printed(outline: Outline) -> list[tuple[LineKind, str, str]]:
    return [(line.kind, line.key, accepted(line.pieces)) for line in plain(outline)]


@given(rounds())
def test_all_accepted_is_the_plan_and_all_rejected_the_draft(round_: Round) -> None:
    lines = redline(round_)
    stand = [line for line in lines if not line.gone]
    stood = [line for line in lines if not line.added]
    assert [(li.kind, li.key, accepted(li.pieces)) for li in stand] == printed(round_.plan)
    draft = printed(round_.workspace.draft)
    assert [(li.kind, li.key, rejected(li.pieces)) for li in stood] == draft


@given(rounds())
def test_the_pieces_of_each_field_spell_draft_and_plan(round_: Round) -> None:
    for outline, mark in ((round_.workspace.draft, "added"), (round_.plan, "gone")):
        for name, spot in outline.spots.items():
            heading, text, units = (
                [piece.text for piece in pieces if not getattr(piece, mark)]
                for pieces in paragraph_pieces(round_, name)
            )
            assert ("".join(heading), "".join(text)) == (
                spot.paragraph.heading,
                spot.paragraph.text,
            )
            assert tuple(units) == (spot.paragraph.units or ())


def by_character(found: Iterable[Piece | Stretch]) -> list[tuple[str, Authors]]:
    """Return each character of the plan with its authors; the draft's have none."""
    each: list[tuple[str, Authors]] = []
    for one in found:
        if isinstance(one, Piece) and one.gone:
            continue
        by = one.added if isinstance(one, Piece) else one.by
        each += [(char, by) for char in one.text]
    return each


@given(histories())
def test_blame_and_redline_name_the_same_authors(history: list[Round]) -> None:
    """Of the open round; what an earlier one brought is the draft's for the redline."""
    round_ = history[-1]
    for line in redline(round_):
        if line.gone or line.key not in round_.plan.spots or line.kind in TITLES:
            continue
        found = blame(history, line.key)
        own = [[_of_round(s, round_) for s in stretches] for stretches in found[1:]]
        for stretches, pieces in zip(own[:2], (line.heading, line.text), strict=True):
            same_authors(by_character(stretches), by_character(pieces), line)
        for stretch in own[2]:
            if stretch.text:
                shown = authors_of(line.units, stretch.text)
                assert shown == stretch.by or (not stretch.by and shown == line.added)


TITLES = (LineKind.SECTION, LineKind.COLUMN)


def _of_round(stretch: Stretch, round_: Round) -> Stretch:
    return stretch if stretch.draft == round_.draft.draft else stretch._replace(by=())


def same_authors(
    blamed: list[tuple[str, Authors]], shown: list[tuple[str, Authors]], line: Line
) -> None:
    """Assert that both name the same, but for what is shown together with the change beside it."""
    assert [char for char, _ in blamed] == [char for char, _ in shown]
    for at, ((char, by), (_, marked)) in enumerate(zip(blamed, shown, strict=True)):
        if by == marked or (not by and marked == line.added):
            continue
        beside = {other for _, other in blamed[max(at - 1, 0) : at + 2]}
        assert not by
        assert char.isalnum()
        assert marked in beside or gone_beside(line, marked)


def gone_beside(line: Line, by: Authors) -> bool:
    return any(piece.gone == by for piece in line.pieces)


def authors_of(units: Iterable[Piece], name: str) -> Authors:
    """Return who brought a name of a printed list."""
    return next(piece.added for piece in units if not piece.gone and name in piece.text)


@given(histories())
def test_blame_spells_the_plan(history: list[Round]) -> None:
    for name, spot in history[-1].plan.spots.items():
        found = blame(history, name)
        words = ["".join(s.text for s in field) for field in (found.heading, found.text)]
        assert words == [spot.paragraph.heading, spot.paragraph.text]
        assert [s.text for s in found.units if s.text] == list(spot.paragraph.units or ())


# --- responsible units ------------------------------------------------------------------------------------


def round_with(*wanted: ChangeUnits, now: tuple[str, ...] | None = None) -> Round:
    """Return a round with adopted changes of one list, and the office's `now`."""
    part = Paragraph(id="3.1", heading="护岸", text="管护林带。", units=("水务站", "林业站"))
    draft = (Section(key="第三章", title="管护", body=(part,)),)
    comments = {
        f"{unit}-1": Comment(
            id=f"{unit}-1",
            unit=unit,
            opinion="改。",
            edits=(edit,),
            decision=Decision(status=Status.ADOPTED),
        )
        for unit, edit in zip("甲乙", wanted, strict=False)
    }
    record = {name: Patch.of(one.at, one.edits) for name, one in comments.items()}
    done = Workspace(draft, draft, {}, list(comments)).revise(record)
    assert done.record == record
    plan = done.sections
    if now is not None:
        body = (part.model_copy(update={"units": now}),)
        plan = (draft[0].model_copy(update={"body": body}),)
    workspace = Workspace(draft, plan, record, list(comments))
    manifest = Manifest(title="管护", issuer="镇", sections=("第三章",))
    frozen = Draft(draft="初稿", sections=draft)
    return Round(manifest, {"初稿": frozen}, comments, workspace, frozen)


def swap(*more: str) -> ChangeUnits:
    return ChangeUnits(units="3.1", set=("林业站", "水务站", *more))


@pytest.mark.parametrize(
    ("wanted", "now", "pieces", "lead"),
    [
        ((), None, "水务站 林业站", ()),
        ((swap(),), None, "+林业站(甲-1) 水务站 -林业站(甲-1)", ("甲-1",)),
        # who only added a unit that another one's list has too did not change the lead
        (
            (swap("农机站"), ChangeUnits(units="3.1", add=("农机站",))),
            None,
            "+林业站(甲-1) 水务站 -林业站(甲-1) +农机站(甲-1,乙-1)",
            ("甲-1",),
        ),
        (
            (swap("农机站"), ChangeUnits(units="3.1", add=("林业站",))),
            None,
            "+林业站(甲-1) 水务站 -林业站(甲-1) +农机站(甲-1)",
            ("甲-1",),
        ),
        ((), ("林业站", "水务站"), f"+林业站({OFFICE}) 水务站 -林业站({OFFICE})", (OFFICE,)),
        ((), ("林业站",), f"-水务站({OFFICE}) 林业站", (OFFICE,)),
        (
            (ChangeUnits(units="3.1", add=("农机站",)),),
            ("水务站", "林业站"),
            f"水务站 林业站 ±农机站(甲-1|{OFFICE})",
            (),
        ),
    ],
)
def test_units_are_attributed_name_by_name_in_their_order(
    wanted: tuple[ChangeUnits, ...], now: tuple[str, ...] | None, pieces: str, lead: Authors
) -> None:
    round_ = round_with(*wanted, now=now)
    found = paragraph_pieces(round_, "3.1").units
    assert " ".join(map(spelled, found)) == pieces
    assert lead_authors(found) == lead
    stands = [piece for piece in found if not piece.gone]
    blamed = [stretch for stretch in blame([round_], "3.1").units if stretch.text]
    assert [(s.text, s.by) for s in blamed] == [(piece.text, piece.added) for piece in stands]


def spelled(piece: Piece) -> str:
    if piece.added and piece.gone:
        return f"±{piece.text}({','.join(piece.added)}|{','.join(piece.gone)})"
    sign = "+" if piece.added else "-" if piece.gone else ""
    return f"{sign}{piece.text}({','.join(piece.authors)})" if sign else piece.text


def listed(old: str, new: str, by: str = "甲-1") -> list[Piece]:
    return relisted([Piece(name) for name in old], list(new), lambda _name: (by,))


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("东西", "东西南", "=东、西 +、南"),
        ("东西", "西", "-东、 =西"),
        ("东西", "西东", "+西、 =东 -、西"),
        ("东西", "东南", "=东 -、西 +、南"),
        ("东西", "", "-东、西"),
        ("", "东西", "+东、西"),
        ("东东", "东", "=东 -、东"),  # named twice by hand
        ("东", "西", "-东 +西"),
    ],
)
def test_a_comma_comes_and_goes_with_the_name_beside_it(old: str, new: str, marked: str) -> None:
    found = runs(separated(listed(old, new), "、"))
    assert " ".join(run.op + run.text for run in found) == marked


@pytest.mark.parametrize(
    ("now", "marked"),
    [
        ("东西", "东 、 西 ±、(甲-1|乙-1) ±南(甲-1|乙-1)"),
        ("", "-东(乙-1) -、(乙-1) -西(乙-1) ±、(甲-1|乙-1) ±南(甲-1|乙-1)"),
    ],
)
def test_what_came_and_went_has_both_authors(now: str, marked: str) -> None:
    pieces = relisted(listed("东西", "东西南"), list(now), lambda _name: ("乙-1",))
    assert " ".join(map(spelled, separated(pieces, "、"))) == marked


def test_a_name_before_which_only_undone_ones_stand_has_an_undone_comma() -> None:
    pieces = relisted(listed("东", "南东"), ["东"], lambda _name: ("乙-1",))
    found = separated(pieces, "、")
    assert " ".join(map(spelled, found)) == "±南(甲-1|乙-1) ±、(甲-1|乙-1) 东"
    assert accepted(found) == rejected(found) == "东"


def test_a_change_is_also_that_of_what_was_joined_to_it() -> None:
    round_ = round_with(swap())
    joined = Decision(status=Status.JOINED, into="甲-1")
    round_.comments = {
        **round_.comments,
        "丙-1": Comment(id="丙-1", unit="丙", opinion="同。", decision=joined),
    }
    found = paragraph_pieces(round_, "3.1").units
    assert found[0] == Piece("林业站", ("甲-1", "丙-1"))
    assert blame([round_], "3.1").units[0].by == ("甲-1", "丙-1")
    (line,) = [line for line in redline(round_) if line.key == "3.1"]
    assert line.authors == ("甲-1", "丙-1")


# --- changes that stand together ----------------------------------------------------------------------------


def test_a_word_cut_in_the_middle_of_a_change_is_one_change_with_it() -> None:
    """As in the redline: no mark ends where the next of the same author begins."""
    old, new = "筹建旧粮店三间,备电商柜台。", "筹建国营电子商务站。"
    part = Paragraph(id="3.1", heading="", text=old)
    draft = (Section(key="第三章", title="集市", body=(part,)),)
    asked = Comment(
        id="甲-1",
        unit="甲",
        opinion="改。",
        edits=(Replace(replace="旧粮店三间,备电商柜台", wording="国营电子商务站"),),
        decision=Decision(status=Status.ADOPTED),
    )
    record = {asked.id: Patch.of(asked.at, asked.edits)}
    done = Workspace(draft, draft, {}, [asked.id]).revise(record)
    workspace = Workspace(draft, done.sections, record, [asked.id])
    manifest = Manifest(title="集市", issuer="镇", sections=("第三章",))
    frozen = Draft(draft="初稿", sections=draft)
    round_ = Round(manifest, {"初稿": frozen}, {asked.id: asked}, workspace, frozen)
    assert round_.plan.spots["3.1"].paragraph.text == new
    blamed = blame([round_], "3.1").text
    line = next(line for line in redline(round_) if line.key == "3.1")
    shown = [piece.text for piece in line.text if piece.authors]
    assert [(stretch.gone, stretch.text) for stretch in blamed if stretch.by] == [tuple(shown)]


@given(histories())
def test_neighbours_that_one_author_changed_in_one_round_are_one(history: list[Round]) -> None:
    for name in history[-1].plan.spots:
        found = blame(history, name)
        for before, behind in pairwise((*found.heading, Stretch("", ""), *found.text)):
            assert not before.by or (before.draft, before.by) != (behind.draft, behind.by)


def test_a_blank_that_is_left_at_an_end_goes_with_the_words_of_the_comment() -> None:
    words = Section(
        key="第一章", title="渡口", body=(Paragraph(id="1", text="Ferry boats run at night."),)
    )
    gone = Patch.model_validate({"edits": [{"delete": "Ferry"}]})
    space = Workspace((words,), (words,), {}, ["水运站-01"])
    after = space.revise({"水运站-01": gone})
    manifest = Manifest(title="渡口规划", issuer="镇政府", sections=("第一章",))
    done = Workspace((words,), after.sections, after.record, ["水运站-01"])
    draft = Draft(draft="征求意见稿", sections=(words,))
    _, text, _ = paragraph_pieces(Round(manifest, {draft.draft: draft}, {}, done, draft), "1")
    assert accepted(text) == "boats run at night."
    assert {piece.gone for piece in text if piece.gone} == {("水运站-01",)}
