"""Footnotes that come, go and change, while the words around them change and their paragraphs move."""

from random import Random

import hypothesis.strategies as st
from hypothesis import given

from plancli.core.comments.edits import (
    Add,
    Delete,
    Edit,
    Insert,
    Move,
    NewNote,
    Remove,
    Replace,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Column, Footnote, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Workspace
from tests.core.revision.any_order import holds_in_any_order

FENCE = "围栏总长40公里，界标每隔200米设一处。"
DRAFT = (
    Section(
        key="第一章",
        title="界线",
        body=(
            Paragraph(
                id="1.1",
                text=FENCE,
                notes=(
                    Footnote(id="1.1.注1", text="含旧围栏。", after="40公里"),
                    Footnote(id="1.1.注2", text="石制。", after="界标"),
                ),
            ),
            Paragraph(id="1.2", text="巡护道路同步修筑。"),
        ),
    ),
    Section(
        key="第二章",
        title="巡护",
        body=(
            Column(
                column="专栏1",
                items=(
                    Paragraph(
                        id="专栏1.1",
                        text="巡护员每月巡查4次。",
                        notes=(Footnote(id="专栏1.1.注1", text="雨季另定。"),),
                    ),
                ),
            ),
            Paragraph(id="2.1", text="巡护员由各村推荐。"),
        ),
    ),
)


def workspace(
    record: dict[str, Patch] | None = None, plan: tuple[Section, ...] | None = None
) -> Workspace:
    """Return the draft with some comments in the text; by default none, and the plan is the draft."""
    return Workspace(DRAFT, unprinted(DRAFT) if plan is None else plan, record or {}, ())


EDITS: list[Edit] = [
    Add(add=NewNote(note="不含水面。", after="围栏总长"), to="1.1"),
    Add(add=NewNote(note="以图为准。"), to="1.1"),
    Add(add=NewNote(note="指专职。", after="巡护员"), to="2.1"),
    Remove(remove="1.1.注1"),
    Remove(remove="1.1.注2"),
    Remove(remove="专栏1.1.注1"),
    Rewrite(rewrite="1.1.注2", wording="木制。"),
    Rewrite(rewrite="专栏1.1.注1", wording="雨季每周一次。"),
    Move(move="1.1", after="1.2"),
    Move(move="1.1", to="第二章"),
    Move(move="2.1", to="第一章"),
    Move(move="1.2", to="专栏1"),
    Move(move="专栏1.1", to="第二章"),
    Remove(remove="1.1"),
    Delete(delete="围栏总长40公里，"),
    Replace(replace="40公里", wording="52公里"),
    Replace(replace="4次", wording="6次"),
    Insert(insert="新建", before="围栏总长"),
    Rewrite(rewrite="2.1", wording="护林员由各乡选聘。"),
]
PATCHES = st.lists(st.sampled_from(EDITS), min_size=1, max_size=5, unique_by=repr).map(
    lambda edits: {f"甲-{at}": Patch(edits=(edit,)) for at, edit in enumerate(edits)}
)


@given(PATCHES, st.randoms())
def test_order_does_not_matter_and_all_is_taken_back(
    patches: dict[str, Patch], random: Random
) -> None:
    holds_in_any_order(workspace, DRAFT, patches, random)


def notes(sections: tuple[Section, ...]) -> dict[str, str]:
    """Return the words of all footnotes by their ids."""
    spots = Outline(sections).spots.values()
    return {note.id: note.text for spot in spots for note in spot.paragraph.notes}


@given(PATCHES)
def test_a_note_is_there_if_the_draft_has_it_or_somebody_adds_it(
    patches: dict[str, Patch],
) -> None:
    """Counted from what was asked for, and from which comments got through."""
    done = workspace().revise(patches)
    wanted = notes(DRAFT)
    edits = [(name, done.record[name].edits[0]) for name in done.record]
    for name, edit in edits:
        match edit:
            case Add(add=NewNote(note=words)):
                wanted[f"{name}.1"] = words
            case Rewrite(rewrite=key, wording=words) if key in wanted:
                wanted[key] = words
    for _, edit in edits:
        if isinstance(edit, Remove):
            wanted = {
                key: words
                for key, words in wanted.items()
                if key != edit.remove and not key.startswith(f"{edit.remove}.注")
            }
    found = notes(done.sections)
    if not any(isinstance(edit, Remove) and edit.remove == "1.1" for _, edit in edits):
        assert found == wanted
    assert found.items() <= wanted.items()


def test_a_note_that_goes_from_a_paragraph_that_moves_does_not_come_back() -> None:
    moved = Move(move="1.1", to="第二章")
    added = Add(add=NewNote(note="以图为准。"), to="1.1")
    done = workspace().revise({"甲-1": Patch(edits=(added,)), "乙-1": Patch(edits=(moved,))})
    assert len(notes(done.sections)) == 4
    back = workspace(done.record, done.sections).revise({})
    assert back.sections == unprinted(DRAFT)
    gone = workspace().revise(
        {"甲-1": Patch(edits=(Remove(remove="1.1.注1"),)), "乙-1": Patch(edits=(moved,))}
    )
    assert "1.1.注1" not in notes(gone.sections)
