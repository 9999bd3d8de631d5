"""Cells, rows, columns, notes of a table: merged, taken back, carried over and marked as words elsewhere."""

from random import Random

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from plancli.core.comments.edits import (
    Add,
    Edit,
    Move,
    NewParagraph,
    NewRow,
    NewTableHead,
    Remove,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.comments.record import Patch
from plancli.core.merge.meeting import Level
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Section, Table, TableRow, TableSum
from plancli.core.plan.outline import Outline
from plancli.core.revision.branches import three_way
from plancli.core.revision.revise import Outcome
from plancli.core.revision.three import Three
from tests.core.revision.any_order import holds_in_any_order
from tests.core.tabled import CELLS, DRAFT, HEADS, TABLE, WORDS, key, wanted, with_cells, workspace


def table(sections: tuple[Section, ...]) -> Table:
    return Outline(sections).tables["第一章/表1"]


def revised(*edits: Edit) -> Table:
    done = workspace().revise({"甲-1": Patch(edits=edits)})
    assert done.outcomes["甲-1"] is Outcome.APPLIED
    return table(done.sections)


# --- what one comment does ----------------------------------------------------------------------------------


def rows_of(found: Table) -> list[tuple[str, ...]]:
    return [row.cells for row in found.rows]


def test_words_of_a_cell_are_words_like_any_others() -> None:
    found = revised(Replace(replace="16", wording="18", within="表1.1/今年"))
    assert rows_of(found)[1] == ("日均班次", "12", "18")
    assert rows_of(revised(Replace(replace="客运", wording="客货运")))[0] == ("一、客货运",)
    assert revised(Replace(replace="单位:次", wording="单位:班次")).unit == "单位:班次"
    assert (
        revised(Rewrite(rewrite="表1.注1", wording="注:按月平均。")).notes[0].text
        == "注:按月平均。"
    )


def test_rows_come_go_and_move() -> None:
    new = NewRow(cells=("停航天数", "9", "6"))
    assert rows_of(revised(Add(add=new, to="表1", after="表1.1")))[2] == new.cells
    assert rows_of(revised(Add(add=new, to="表1")))[-1] == new.cells
    assert rows_of(revised(Remove(remove="表1.2")))[2] == ("检修", "4", "4")
    assert rows_of(revised(Move(move="表1.3", before="表1.1")))[1] == ("检修", "4", "4")
    banner = NewRow(cells=("二、货运",))
    assert rows_of(revised(Add(add=banner, to="表1", after="表1.2")))[3] == ("二、货运",)


def test_columns_come_go_and_move_with_their_cells() -> None:
    new = NewTableHead(head="渡运|明年", cells={"表1.1": "20"})
    found = revised(Add(add=new, to="表1"))
    assert [column.key for column in found.columns] == [*HEADS, "明年"]
    assert rows_of(found) == [
        ("一、客运",),
        ("日均班次", "12", "16", "20"),
        ("晚点班次", "3", "2", ""),
        ("检修", "4", "4", ""),
    ]
    assert rows_of(revised(Remove(remove=key("去年"))))[1] == ("日均班次", "16")
    moved = revised(Move(move=key("今年"), after=key("指标")))
    assert rows_of(moved)[1] == ("日均班次", "16", "12")
    assert [column.title for column in moved.columns][1] == "渡运|今年"


def test_titles_heads_and_notes_change() -> None:
    assert revised(Retitle(title="表1", wording="渡运指标")).title == "渡运指标"
    found = revised(Retitle(title=key("去年"), wording="渡运|上年"))
    assert found.columns[1].title == "渡运|上年"
    assert rows_of(found) == rows_of(TABLE)
    notes = revised(Add(add=NewParagraph(text="资料来源:航管站。"), to="表1")).notes
    assert [note.text for note in notes][1] == "资料来源:航管站。"


def test_edits_of_tables_are_values_like_all_others() -> None:
    one = Add(add=NewTableHead(head="明年", cells={"表1.1": "20", "表1.2": "1"}), to="表1")
    other = Add(add=NewTableHead(head="明年", cells={"表1.2": "1", "表1.1": "20"}), to="表1")
    assert {one, other} == {one}
    assert {one, Add(add=NewRow(cells=("停航", "9", "6")), to="表1"), Add(add=TABLE, to="第二章")}


# --- what cannot be -----------------------------------------------------------------------------------------


LIKE_IT = TableRow(id="表2.1", cells=("甲", "9"))


@pytest.mark.parametrize(
    "edit",
    [
        Add(add=NewRow(cells=("停航", "9")), to="表1"),
        Add(add=NewRow(cells=("停航", "9", "6")), to="第二章"),
        Add(add=NewTableHead(head="明年", cells={"表9.1": "1"}), to="表1"),
        Add(add=NewTableHead(head="明年"), to="第二章"),
        Remove(remove="表1.1/今年"),
        Move(move="表1.1/今年", after="表1.2/今年"),
        Move(move="表1.1", to="第二章"),
        Move(move="2.1", to="表1"),
        Move(move=key("去年"), to="第二章"),
        Retitle(title="表1.1/今年", wording="18"),
        Add(add=Table(table="表2", rows=(LIKE_IT, LIKE_IT)), to="第二章"),
    ],
    ids=str,
)
def test_what_does_not_fit_a_table_is_refused(edit: Edit) -> None:
    done = workspace().revise({"甲-1": Patch(edits=(edit,))})
    assert done.outcomes["甲-1"] is not Outcome.APPLIED
    assert done.sections == unprinted(DRAFT)
    assert done.placed["甲-1"].findings


# --- several units ------------------------------------------------------------------------------------------


def outcomes(**edits: Edit) -> dict[str, Outcome]:
    patches = {name: Patch(edits=(edit,)) for name, edit in edits.items()}
    return dict(workspace().revise(patches).outcomes)


def test_one_figure_with_two_values_is_a_conflict_and_two_cells_of_a_row_are_none() -> None:
    now, before = "表1.1/今年", "表1.1/去年"
    one = Replace(replace="16", wording="18", within=now)
    other = Replace(replace="16", wording="20", within=now)
    beside = Replace(replace="12", wording="13", within=before)
    assert set(outcomes(甲=one, 乙=other).values()) == {Outcome.CONFLICT}
    assert set(outcomes(甲=one, 乙=beside).values()) == {Outcome.APPLIED}
    assert Outcome.AGREED in outcomes(甲=one, 乙=one).values()


def test_who_changes_a_cell_keeps_its_row_and_column() -> None:
    cell = Replace(replace="16", wording="18", within="表1.1/今年")
    for gone in ("表1.1", key("今年"), "第一章/表1"):
        assert set(outcomes(甲=cell, 乙=Remove(remove=gone)).values()) == {Outcome.CONFLICT}
    for gone in ("表1.2", key("去年")):
        assert set(outcomes(甲=cell, 乙=Remove(remove=gone)).values()) == {Outcome.APPLIED}


def test_a_new_row_keeps_the_columns_for_which_it_has_cells() -> None:
    row = Add(add=NewRow(cells=("停航天数", "9", "6")), to="表1")
    assert set(outcomes(甲=row, 乙=Remove(remove=key("去年"))).values()) == {Outcome.CONFLICT}


# --- whatever is asked for ----------------------------------------------------------------------------------


@given(wanted, st.randoms())
def test_order_does_not_matter_and_all_is_taken_back(
    patches: dict[str, Patch], random: Random
) -> None:
    holds_in_any_order(workspace, DRAFT, patches, random)


@given(wanted)
def test_every_row_has_a_cell_for_each_column(patches: dict[str, Patch]) -> None:
    done = workspace().revise(patches)
    for found in Outline(done.sections).tables.values():
        for row in found.rows:
            assert len(row.cells) in (1, len(found.columns))
        # what is read again is what was written
        assert Table.model_validate(found.model_dump()) == found


@given(wanted, st.dictionaries(st.sampled_from(CELLS), WORDS, max_size=3))
def test_what_the_office_wrote_into_cells_is_never_lost(
    patches: dict[str, Patch], written: dict[str, str]
) -> None:
    plan = with_cells(unprinted(DRAFT), written)
    done = workspace(plan=plan).revise(patches)
    drafted = Outline(DRAFT)
    mine = {name: text for name, text in written.items() if text != drafted.words(name, "text")}
    asked = {change.paragraph for placed in done.placed.values() for change in placed.texts}
    assume(not asked & mine.keys())
    result = Outline(done.sections)
    for name, text in mine.items():
        assert result.words(name, "text") == text
    undone = workspace(done.record, done.sections).revise({})
    assert undone.sections == plan


# --- where rows and columns cross ---------------------------------------------------------------------------


def column(**cells: str) -> Add:
    return Add(add=NewTableHead(head="渡运|明年", cells=cells), to="表1")


def test_one_new_column_with_other_figures_is_a_conflict_and_with_the_same_ones_agreement() -> None:
    """What two units give a column is compared with its head: no figure may go with the one that is left."""
    other = outcomes(甲=column(**{"表1.1": "20"}), 乙=column(**{"表1.1": "22"}))
    assert set(other.values()) == {Outcome.CONFLICT}
    elsewhere = outcomes(甲=column(**{"表1.1": "20"}), 乙=column(**{"表1.2": "1"}))
    assert set(elsewhere.values()) == {Outcome.CONFLICT}
    same = outcomes(甲=column(**{"表1.1": "20"}), 乙=column(**{"表1.1": "20"}))
    assert set(same.values()) == {Outcome.AGREED}


def test_a_new_column_keeps_the_rows_for_which_it_has_words() -> None:
    gone = Remove(remove="表1.2")
    assert set(outcomes(甲=column(**{"表1.2": "1"}), 乙=gone).values()) == {Outcome.CONFLICT}
    assert set(outcomes(甲=column(**{"表1.1": "1"}), 乙=gone).values()) == {Outcome.APPLIED}


def test_what_has_no_words_where_it_crosses_another_keeps_nothing() -> None:
    row = Add(add=NewRow(cells=("停航天数", "", "6")), to="表1")
    assert set(outcomes(甲=row, 乙=Remove(remove=key("去年"))).values()) == {Outcome.APPLIED}


def test_a_table_keeps_a_column() -> None:
    """Rows without a column say nothing, whether one unit takes all columns out or several do together."""
    heads = [Remove(remove=key(head)) for head in HEADS]
    alone = workspace().revise({"甲-1": Patch(edits=tuple(heads))})
    assert alone.outcomes["甲-1"] is Outcome.CONFLICT
    assert alone.sections == unprinted(DRAFT)
    assert set(outcomes(甲=heads[0], 乙=heads[1], 丙=heads[2]).values()) == {Outcome.CONFLICT}
    with_table = workspace().revise({"甲-1": Patch(edits=(*heads, Remove(remove="第一章/表1")))})
    assert with_table.outcomes["甲-1"] is Outcome.APPLIED


def test_rows_that_are_called_alike_are_one_row() -> None:
    """Two units that add a row of one name with other figures want one figure in two values."""
    nine = Add(add=NewRow(cells=("停航天数", "9", "6")), to="表1")
    seven = Add(add=NewRow(cells=("停航天数", "7", "6")), to="表1")
    assert set(outcomes(甲=nine, 乙=seven).values()) == {Outcome.CONFLICT}
    other = Add(add=NewRow(cells=("停靠点", "7", "6")), to="表1")
    assert set(outcomes(甲=nine, 乙=other).values()) == {Outcome.APPLIED}
    # of one class, by which the row before it is called as well: other rows
    classed = [Add(add=NewRow(cells=("检修", name, "6")), to="表1") for name in ("大修", "小修")]
    assert set(outcomes(甲=classed[0], 乙=classed[1]).values()) == {Outcome.APPLIED}


def without(name: str) -> tuple[Section, ...]:
    """Return the plan in which the office took out a row or column."""
    return workspace().revise({"办": Patch(edits=(Remove(remove=name),))}).sections


@pytest.mark.parametrize(
    ("gone", "edit", "outcome"),
    [
        ("表1.2", column(**{"表1.2": "1"}), Outcome.CONFLICT),
        ("表1.2", column(**{"表1.1": "1"}), Outcome.APPLIED),
        (key("去年"), Add(add=NewRow(cells=("停航", "9", "6")), to="表1"), Outcome.CONFLICT),
        (key("去年"), Add(add=NewRow(cells=("停航", "", "6")), to="表1"), Outcome.APPLIED),
    ],
    ids=["row, words", "row, none", "column, words", "column, none"],
)
def test_words_for_a_row_or_column_that_the_office_took_out_wait(
    gone: str, edit: Edit, outcome: Outcome
) -> None:
    done = workspace(plan=without(gone)).revise({"甲-1": Patch(edits=(edit,))})
    assert done.outcomes["甲-1"] is outcome


def test_what_the_office_put_across_is_no_reason_to_stay_where_it_wrote_nothing() -> None:
    """A row of the office gets an empty cell in the column of a comment, which goes with that again."""
    patch = {"甲-1": Patch(edits=(column(**{"表1.1": "20"}),))}
    row = Patch(edits=(Add(add=NewRow(id="办.1", cells=("停航", "9", "6")), to="表1"),))
    plan = workspace().revise({"办": row}).sections
    done = workspace(plan=plan).revise(patch)
    undone = workspace(done.record, done.sections).revise({})
    assert undone.record == {}
    assert undone.sections == plan
    # but where it wrote a figure there the column stays, and both are named
    written = with_cells(done.sections, {"办.1/明年": "8"})
    kept = workspace(done.record, written).revise({})
    assert kept.record == patch
    assert kept.conflicts


# --- what a table declares to be counted --------------------------------------------------------------------


def declaring(sections: tuple[Section, ...], *sums: TableSum) -> tuple[Section, ...]:
    """Return sections whose table declares sums, as the office writes them."""
    return saying(sections, {"sums": sums})


def saying(sections: tuple[Section, ...], says: dict[str, object]) -> tuple[Section, ...]:
    """Return sections whose table says something else of itself."""
    found = table(sections).model_copy(update=says)
    body = tuple(found if isinstance(part, Table) else part for part in sections[0].body)
    return (sections[0].model_copy(update={"body": body}), *sections[1:])


ONE = TableSum(row="表1.3", of=("表1.1", "表1.2"))
OTHER = TableSum(column="今年", of=("去年",))


def test_what_is_declared_stays_whatever_comments_change() -> None:
    plan = declaring(unprinted(DRAFT), ONE)
    done = workspace(plan=plan).revise({"甲-1": Patch(edits=(Remove(remove="表1.2"),))})
    assert table(done.sections).sums == (ONE,)
    assert table(done.expected).sums == ()


def test_two_branches_declare_what_both_do() -> None:
    base = declaring(unprinted(DRAFT), ONE)
    more, other = declaring(base, ONE, OTHER), declaring(base)
    cells = with_cells(base, {"表1.1/今年": "18"})
    for ours, theirs, sums in (
        (more, cells, (ONE, OTHER)),
        (cells, more, (ONE, OTHER)),
        (more, other, (OTHER,)),
        (other, more, (OTHER,)),
    ):
        versions = Three(base, ours, theirs)
        joined = three_way(versions, versions)
        assert table(joined.ours).sums == table(joined.theirs).sums == sums
    written = three_way(Three(base, more, cells), Three(base, more, cells))
    assert table(written.ours).rows[1].cells[2] == "18"


def test_two_branches_say_which_columns_are_joined_and_comments_leave_it() -> None:
    base = unprinted(DRAFT)
    (ours, theirs) = (saying(base, {"joined": (name,)}) for name in ("指标", "今年"))
    versions = Three(base, ours, theirs)
    assert table(three_way(versions, versions).ours).joined == ("指标", "今年")
    done = workspace(plan=ours).revise({"甲-1": Patch(edits=(Remove(remove=key("指标")),))})
    assert table(done.sections).joined == ("指标",)


def test_a_new_row_and_a_new_column_of_two_comments_are_to_be_read_once_more() -> None:
    row = Add(add=NewRow(cells=("停航天数", "9", "6")), to="表1")
    done = workspace().revise({"甲-1": Patch(edits=(row,)), "乙-1": Patch(edits=(column(),))})
    assert set(done.outcomes.values()) == {Outcome.APPLIED}
    (meeting,) = done.meetings
    assert (meeting.place, meeting.level) == ("第一章/表1", Level.SOFT)
    assert [side.by for side in meeting.sides] == ["甲-1", "乙-1"]
    assert rows_of(table(done.sections))[-1] == ("停航天数", "9", "6", "")
    alone = workspace().revise({"甲-1": Patch(edits=(row, column()))})
    assert alone.meetings == ()


def test_a_row_across_all_columns_is_one_where_a_single_column_is_left() -> None:
    """Its cell keeps its id: else who changed it could not be told, nor what the office wrote there."""
    others = (Remove(remove=key("去年")), Remove(remove=key("今年")))
    worded = Rewrite(rewrite="表1.0/*", wording="二、货运")
    patch = {"甲-1": Patch(edits=others), "乙-1": Patch(edits=(worded,))}
    done = workspace().revise(patch)
    assert [(row.cells, row.across) for row in table(done.sections).rows[:2]] == [
        (("二、货运",), True),
        (("日均班次",), False),
    ]
    again = workspace(done.record, done.sections)
    assert set(again.revise(patch).outcomes.values()) == {Outcome.APPLIED}
    assert again.revise({}).sections == unprinted(DRAFT)
    plan = with_cells(done.sections, {"表1.0/*": "三、空运"})
    back = workspace(done.record, plan).revise({"甲-1": patch["甲-1"]})
    assert table(back.sections).rows[0].cells == ("三、空运",)
    assert [meeting.authors for meeting in back.conflicts] == [("编制单位", "乙-1")]


def test_a_column_that_only_one_branch_takes_out_keeps_all_its_cells_on_the_other() -> None:
    """Where the branches do not agree each side shows what it has: no figure is missing from the other."""
    base = unprinted(DRAFT)
    removed, changed = without(key("去年")), with_cells(base, {"表1.1/去年": "14"})
    versions = Three(base, changed, removed)
    joined = three_way(versions, versions)
    assert table(joined.ours) == table(changed)
    assert table(joined.theirs) == table(removed)
