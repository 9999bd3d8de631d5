"""Lists in lists: added, removed, moved, merged, taken back and carried over as items of columns are."""

from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from plancli.core.comments.edits import (
    Add,
    Edit,
    Insert,
    Move,
    NewColumn,
    NewParagraph,
    NewRow,
    Remove,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import LEVELS_BELOW, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Outcome
from tests.core.listed import DRAFT, NAMES, WORDS, shape, wanted, worded, workspace
from tests.core.revision.any_order import holds_in_any_order


def revised(*edits: Edit) -> tuple[Section, ...]:
    done = workspace().revise({"甲-1": Patch(edits=edits)})
    assert done.outcomes["甲-1"] is Outcome.APPLIED
    return done.sections


NEW = NewParagraph(id="新", text="夜间照明。", items=(NewParagraph(text="灯距20米。"),))


# --- what one comment does ----------------------------------------------------------------------------------


def test_an_entry_comes_to_the_end_of_a_list_behind_another_or_as_the_first() -> None:
    assert shape(revised(Add(add=NEW, to="甲")), "甲")[-2:] == [".新", "..新.1"]
    behind = shape(revised(Add(add=NEW, to="甲", after="甲1")), "甲")
    assert behind == ["甲", ".甲1", "..甲1甲", "..甲1乙", ".新", "..新.1", ".甲2"]
    assert shape(revised(Add(add=NEW, to="戊")), "第二章") == ["戊", ".新", "..新.1"]
    column = NewColumn(column="专栏2", items=(NEW,))
    assert shape(revised(Add(add=column, to="第二章")), "第二章/专栏2") == ["新", ".新.1"]


def test_what_a_paragraph_holds_goes_and_moves_with_it() -> None:
    assert shape(revised(Remove(remove="甲1")), "甲") == ["甲", ".甲2"]
    moved = revised(Move(move="甲1", to="戊"))
    assert shape(moved, "第二章") == ["戊", ".甲1", "..甲1甲", "..甲1乙"]
    assert shape(moved, "甲") == ["甲", ".甲2"]
    assert shape(revised(Move(move="甲1甲", before="甲1")), "甲")[:3] == ["甲", ".甲1甲", ".甲1"]
    assert shape(revised(Move(move="丙1", after="丁")), "专栏1") == []
    assert shape(revised(Move(move="丙1", after="丁")), "第一章/专栏1") == ["丙", "丁", "丙1"]


def test_words_of_an_entry_are_words_like_any_others() -> None:
    assert Outline(revised(Replace(replace="厚5厘米", wording="厚8厘米"))).words(
        "甲1甲", "text"
    ) == ("石材厚8厘米。")
    assert Outline(revised(Rewrite(rewrite="甲", wording="码头一次整治。"))).level("甲1甲") == 2
    assert Outline(revised(Insert(insert="颜色一致。", into="甲1甲"))).words("甲1甲", "text") == (
        "石材厚5厘米。颜色一致。"
    )
    # a part that holds a list covers it: so a quotation is looked for in it
    found = Outline(revised(Replace(replace="5", wording="6", within="甲1甲")))
    assert found.words("甲1甲", "text") == "石材厚6厘米。"
    assert Outline(revised(Replace(replace="每年培训", wording="每季培训", within="专栏1"))).words(
        "丙1", "text"
    ) == ("每季培训两次。")


@pytest.mark.parametrize(
    "edit",
    [
        Move(move="甲", to="甲"),
        Move(move="甲", to="甲1甲"),
        Move(move="甲", after="甲2"),
        Move(move="乙", to="甲1甲"),
        Move(move="专栏1", to="甲"),
        Add(add=NEW, to="甲1甲"),
        Add(add=NewParagraph(text="深。"), to="甲", after="甲1甲"),
        Add(add=NewColumn(column="专栏9"), to="甲"),
        Add(add=NewRow(cells=("行",)), to="甲"),
        Add(add=NewParagraph(id="甲", text="重号。", items=()), to="戊"),
        Add(add=NewParagraph(id="己", text="重。", items=(NewParagraph(id="丁"),)), to="戊"),
    ],
    ids=str,
)
def test_what_does_not_fit_a_list_is_refused(edit: Edit) -> None:
    done = workspace().revise({"甲-1": Patch(edits=(edit,))})
    assert done.outcomes["甲-1"] is not Outcome.APPLIED
    assert done.sections == unprinted(DRAFT)
    assert done.placed["甲-1"].findings


# --- several units ------------------------------------------------------------------------------------------


def outcomes(**edits: Edit) -> dict[str, Outcome]:
    patches = {name: Patch(edits=(edit,)) for name, edit in edits.items()}
    return dict(workspace().revise(patches).outcomes)


CONFLICT, APPLIED = {Outcome.CONFLICT}, {Outcome.APPLIED}


def test_who_works_in_a_list_keeps_all_that_holds_it() -> None:
    deep = Replace(replace="厚5厘米", wording="厚8厘米")
    added = Add(add=NewParagraph(text="设灯。"), to="甲1甲")
    for edit in (deep, added, Move(move="甲1甲", to="乙")):
        for gone in ("甲1甲", "甲1", "甲"):
            assert set(outcomes(甲=edit, 乙=Remove(remove=gone)).values()) == CONFLICT
        assert set(outcomes(甲=edit, 乙=Remove(remove="甲2")).values()) == APPLIED
    assert set(outcomes(甲=deep, 乙=Move(move="甲1", to="戊")).values()) == APPLIED
    assert set(outcomes(甲=Remove(remove="乙"), 乙=Move(move="甲2", to="乙")).values()) == CONFLICT


def test_two_that_move_below_each_other_wait() -> None:
    one, other = Move(move="甲", to="乙"), Move(move="乙", to="丁")
    assert set(outcomes(甲=one, 乙=other).values()) == CONFLICT
    assert set(outcomes(甲=Move(move="乙1", to="丁"), 乙=Move(move="丁", to="乙1")).values()) == (
        CONFLICT
    )
    around = outcomes(
        甲=Move(move="甲2", to="乙1"),
        乙=Move(move="乙1", to="丙1"),
        丙=Move(move="丙1", to="甲2"),
        丁=Move(move="戊", to="甲2"),
    )
    assert around.pop("丁") is Outcome.APPLIED  # it goes into the circle, and is none of it
    assert set(around.values()) == CONFLICT


def test_two_that_make_a_list_too_deep_together_wait() -> None:
    deeper = Move(move="乙1", to="甲1甲")
    below = Add(add=NewParagraph(text="每舱一件。"), to="乙1")
    assert set(outcomes(甲=deeper, 乙=below).values()) == CONFLICT
    assert set(outcomes(甲=deeper, 乙=Rewrite(rewrite="乙1", wording="无。")).values()) == APPLIED


def test_who_changes_what_another_moves_into_what_he_removes_meets_him() -> None:
    patches = {
        "甲": Patch(edits=(Move(move="乙1", to="丁"), Remove(remove="丁"))),
        "乙": Patch(edits=(Replace(replace="200件", wording="300件"),)),
    }
    assert set(workspace().revise(patches).outcomes.values()) == CONFLICT


# --- whatever is asked for ----------------------------------------------------------------------------------


@given(wanted, st.randoms())
def test_order_does_not_matter_and_all_is_taken_back(
    patches: dict[str, Patch], random: Random
) -> None:
    holds_in_any_order(workspace, DRAFT, patches, random)


@given(wanted)
def test_nothing_is_lost_and_nothing_stands_too_deep(patches: dict[str, Patch]) -> None:
    done = workspace().revise(patches)
    found = Outline(done.sections)
    expected = set(NAMES)
    for name in done.record:
        placed = done.placed[name]
        for removal in placed.removals:
            drafted = Outline(DRAFT)
            expected -= {key for key in NAMES if removal.key in drafted.ancestry(key)}
        for moving in placed.moves:
            expected -= {moving.key}  # it may have gone into what the same comment removes
    assert expected <= {*found.spots, *_moved_away(done.record)}
    assert all(found.level(key) <= LEVELS_BELOW for key in found.spots)
    for section in done.sections:
        # what is read again is what was written
        assert Section.model_validate(section.model_dump()) == section


def _moved_away(record: dict[str, Patch] | object) -> set[str]:
    """Return what may go with a part into which the same comment moved it."""
    assert isinstance(record, dict)
    drafted = Outline(DRAFT)
    found: set[str] = set()
    for patch in record.values():
        moved = [edit.move for edit in patch.edits if isinstance(edit, Move)]
        if any(isinstance(edit, Remove) for edit in patch.edits):
            found |= {key for key in NAMES if set(moved) & set(drafted.ancestry(key))}
    return found


@given(wanted, st.dictionaries(st.sampled_from(NAMES), WORDS, max_size=3))
def test_what_the_office_wrote_into_lists_is_never_lost(
    patches: dict[str, Patch], written: dict[str, str]
) -> None:
    plan = worded(unprinted(DRAFT), written)
    done = workspace(plan=plan).revise(patches)
    asked = {change.paragraph for placed in done.placed.values() for change in placed.texts}
    mine = dict(written)
    assume(not asked & mine.keys())
    result = Outline(done.sections)
    for name, text in mine.items():
        assert result.words(name, "text") == text
    undone = workspace(done.record, done.sections).revise({})
    assert undone.sections == plan


@given(wanted, wanted)
def test_what_the_office_did_in_lists_and_comments_ask_for_comes_to_no_circle(
    office: dict[str, Patch], patches: dict[str, Patch]
) -> None:
    plan = workspace().revise(office).sections
    done = workspace(plan=plan).revise(patches)
    found = Outline(done.sections)
    assert all(found.level(key) <= LEVELS_BELOW for key in found.spots)
    if not done.record:
        assert done.sections == plan
    kept = set(Outline(plan).spots)
    for name in done.record:
        placed = done.placed[name]
        kept -= {key for gone in placed.removals for key in Outline(DRAFT).spots}
    assert kept <= set(found.spots)


def test_titles_of_entries_are_their_headings() -> None:
    assert (
        Outline(revised(Retitle(title="甲1甲", wording="石材"))).words("甲1甲", "heading") == "石材"
    )
