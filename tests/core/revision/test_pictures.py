"""Pictures, titles and words of figures: merged, taken back and carried over like words elsewhere."""

from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from plancli.core.comments.edits import (
    Add,
    ChangePicture,
    ChangeUnits,
    Edit,
    Move,
    NewParagraph,
    Remove,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Figure, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Outcome, Workspace
from tests.core.figured import DRAFT, FIRST, SAID, as_written, wanted, workspace, written
from tests.core.revision.any_order import holds_in_any_order


def figure(sections: tuple[Section, ...], name: str = "图1") -> Figure:
    return Outline(sections).figures[f"第一章/{name}"]


def revised(*edits: Edit) -> tuple[Section, ...]:
    done = workspace().revise({"甲-1": Patch(edits=edits)})
    assert done.outcomes["甲-1"] is Outcome.APPLIED
    return done.sections


# --- what one comment does ----------------------------------------------------------------------------------

OTHER = ChangePicture(image="图1", wording="figures/图1-改.png")


def test_a_picture_is_exchanged_and_a_title_and_its_words_are_worded_anew() -> None:
    found = figure(
        revised(
            OTHER,
            Retitle(title="图1", wording="渡口总体布局"),
            Rewrite(rewrite="图1/alt", wording="两岸各两处渡口"),
        )
    )
    assert (found.image, found.title, found.alt) == (
        "figures/图1-改.png",
        "渡口总体布局",
        "两岸各两处渡口",
    )
    assert found.figure == "图1"


def test_words_are_given_to_a_figure_that_had_none() -> None:
    assert figure(revised(Rewrite(rewrite="图2/alt", wording="三条")), "图2").alt == "三条"


def test_figures_come_go_and_move() -> None:
    new = Figure(image="图3.png", title="码头")
    found = revised(
        Add(add=new, to="第一章", after="1.1"),
        Remove(remove="图2"),
        Move(move="图1", after="1.2"),
    )
    assert Outline(found).children("第一章") == ["1.1", "第一章/图3", "1.2", "第一章/图1"]
    assert figure(found, "图3") == new


def test_the_digest_of_a_draft_is_that_of_no_other_picture() -> None:
    """A part of the draft that another picture was put into does not vouch for it."""
    done = workspace(plan=DRAFT).revise({"甲-1": Patch(edits=(OTHER,))})
    assert figure(done.sections).digest is None
    assert figure(done.sections, "图2").digest == FIRST.digest


@pytest.mark.parametrize(
    "edit",
    [
        ChangePicture(image="1.1", wording="新.png"),
        ChangePicture(image="图7", wording="新.png"),
        Rewrite(rewrite="图1/image", wording="新.png"),
        Remove(remove="图1/alt"),
        Remove(remove="图1/image"),
        Move(move="图1", to="第二章"),
        Retitle(title="图1/alt", wording="布局"),
        ChangeUnits(units="图1/alt", add=("甲",)),
        Add(add=NewParagraph(text="注。"), to="图1"),
        Add(add=Figure(image="figures/图1.png"), to="第一章"),
    ],
    ids=str,
)
def test_what_no_figure_has_is_refused(edit: Edit) -> None:
    done = workspace().revise({"甲-1": Patch(edits=(edit,))})
    assert done.outcomes["甲-1"] is not Outcome.APPLIED
    assert done.sections == unprinted(DRAFT)
    assert done.placed["甲-1"].findings


def test_no_quotation_is_looked_for_in_what_is_not_printed() -> None:
    """What stands once on the paper stands once, whatever says it to those who do not see the picture."""
    said = Section(key="第二章", title="船员", body=(Paragraph(id="2.1", text=f"现{FIRST.alt}。"),))
    space = Workspace((DRAFT[0], said), unprinted((DRAFT[0], said)), {}, ())
    edit = Replace(replace=FIRST.alt, wording="两岸各两处渡口")
    done = space.revise({"甲-1": Patch(edits=(edit,))})
    assert Outline(done.sections).words("2.1", "text") == "现两岸各两处渡口。"
    assert figure(done.sections).alt == FIRST.alt
    named = Patch(edits=(Replace(replace=FIRST.image, wording="无"),))
    assert space.revise({"甲-1": named}).outcomes["甲-1"] is not Outcome.APPLIED


# --- several units ------------------------------------------------------------------------------------------


def outcomes(**edits: Edit) -> dict[str, Outcome]:
    patches = {name: Patch(edits=(edit,)) for name, edit in edits.items()}
    return dict(workspace().revise(patches).outcomes)


def test_two_pictures_for_one_figure_are_a_conflict_and_the_same_one_is_agreement() -> None:
    """Names that share letters share nothing: no third file is made of two."""
    rival = ChangePicture(image="图1", wording="figures/图1-新.png")
    assert set(outcomes(甲=OTHER, 乙=rival).values()) == {Outcome.CONFLICT}
    assert Outcome.AGREED in outcomes(甲=OTHER, 乙=OTHER).values()
    longer = ChangePicture(image="图1", wording="figures/图1-改-新.png")
    assert set(outcomes(甲=OTHER, 乙=longer).values()) == {Outcome.CONFLICT}


def test_a_picture_its_title_and_its_words_are_three_things() -> None:
    title = Retitle(title="图1", wording="渡口总体布局")
    words = Rewrite(rewrite="图1/alt", wording="两岸各两处渡口")
    assert set(outcomes(甲=OTHER, 乙=title, 丙=words).values()) == {Outcome.APPLIED}


def test_who_exchanges_a_picture_keeps_its_figure() -> None:
    gone = Remove(remove="图1")
    assert set(outcomes(甲=OTHER, 乙=gone).values()) == {Outcome.CONFLICT}
    assert set(outcomes(甲=OTHER, 乙=Remove(remove="图2")).values()) == {Outcome.APPLIED}


# --- whatever is asked for ----------------------------------------------------------------------------------


@given(wanted, st.randoms())
def test_order_does_not_matter_and_all_is_taken_back(
    patches: dict[str, Patch], random: Random
) -> None:
    holds_in_any_order(workspace, DRAFT, patches, random)


@given(wanted)
def test_every_picture_is_one_that_somebody_named(patches: dict[str, Patch]) -> None:
    named = {found.image for found in Outline(DRAFT).figures.values()}
    for patch in patches.values():
        for edit in patch.edits:
            if isinstance(edit, ChangePicture):
                named.add(edit.wording)
            if isinstance(edit, Add) and isinstance(edit.add, Figure):
                named.add(edit.add.image)
    done = workspace().revise(patches)
    for found in Outline(done.sections).figures.values():
        assert found.image in named
        # what is read again is what was written
        assert Figure.model_validate(found.model_dump()) == found


@given(wanted, written)
def test_what_the_office_wrote_into_figures_is_never_lost(
    patches: dict[str, Patch], by_office: dict[str, str]
) -> None:
    plan = as_written(unprinted(DRAFT), by_office)
    done = workspace(plan=plan).revise(patches)
    drafted = Outline(DRAFT)
    mine = {name: text for name, text in by_office.items() if text != drafted.words(name, "text")}
    asked = {change.paragraph for placed in done.placed.values() for change in placed.texts}
    assume(not asked & mine.keys())
    result = Outline(done.sections)
    for name, text in mine.items():
        assert name in SAID
        assert result.words(name, "text") == text
    undone = workspace(done.record, done.sections).revise({})
    assert undone.sections == plan
