"""A table as it is printed: each state drawn has the cells of that state, merged as their heads say."""

from collections.abc import Iterable

import hypothesis.strategies as st
from hypothesis import given

from plancli.core.comments.edits import Add, Edit, NewRow, NewTableHead, Remove, Retitle, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.evidence.redline import plain, redline
from plancli.core.evidence.tabulated import Tabulated, tabulated
from plancli.core.plan.model import Table, TableRow
from plancli.core.plan.outline import Outline
from plancli.core.publish.drawn import Drawing, DrawnCell, DrawnTable, drawn
from plancli.core.text.marked import Run
from tests.core.tabled import CELLS, DRAFT, TABLE, WORDS, key, round_of, wanted


def of_round(*edits: Edit, written: dict[str, str] | None = None) -> Tabulated:
    """Return the table of a round in which a unit asked for this."""
    patches = {"甲-1": Patch(edits=edits)} if edits else {}
    round_ = round_of(patches, written or {})
    return next(one for one in tabulated(redline(round_)) if isinstance(one, Tabulated))


def words(rows: Iterable[Iterable[DrawnCell]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows]


def state(table: Tabulated, drawing: Drawing, most: int | None = None) -> DrawnTable:
    found = drawn(table, drawing, most)
    assert found is not None
    return found


def changed(found: DrawnTable) -> list[str]:
    return [cell.text for row in (*found.heads, *found.rows) for cell in row if cell.is_changed]


@given(wanted, st.dictionaries(st.sampled_from(CELLS), WORDS, max_size=2))
def test_each_state_has_its_cells(patches: dict[str, Patch], written: dict[str, str]) -> None:
    round_ = round_of(patches, written)
    tables = [one for one in tabulated(redline(round_)) if isinstance(one, Tabulated)]
    for drawing, outline in (
        (Drawing.DRAFT, round_.workspace.draft),
        (Drawing.PLAN, round_.plan),
    ):
        found = drawn(tables[0], drawing)
        expected = next(iter(outline.tables.values()), None)
        if found is None or expected is None:
            assert (found is None) == (expected is None)
            continue
        cells = [
            ["".join(one for one in row if one)] if len(row) == 1 else row
            for row in words(found.rows)
        ]
        assert cells == [list(row.cells) for row in expected.rows]
        assert found.columns == len(expected.columns)
        assert_fills(found)


def assert_fills(found: DrawnTable) -> None:
    """Every place of the grid belongs to just one cell."""
    places: list[tuple[int, int]] = []
    for row, column, cell in found.placed():
        for down in range(cell.height):
            places += [(row + down, column + right) for right in range(cell.width)]
    rows = len(found.heads) + len(found.rows)
    assert sorted(places) == [
        (row, column) for row in range(rows) for column in range(found.columns)
    ]


def test_heads_are_merged_and_a_row_goes_across() -> None:
    found = state(of_round(), Drawing.PLAN)
    first, second = found.heads
    assert first == (
        DrawnCell((Run("=", "指标"),), 1, 2),
        DrawnCell((Run("=", "渡运"),), 2, 1),
    )
    assert [cell.text for cell in second] == ["去年", "今年"]
    assert found.rows[0] == (DrawnCell((Run("=", "一、客运"),), 3),)
    assert found.measure == ((Run("=", "单位:次"),),)
    assert changed(found) == []


def test_what_goes_is_marked_before_and_what_comes_behind() -> None:
    edits = (
        Rewrite(rewrite="表1.1/今年", wording="18"),
        Remove(remove="表1.2"),
        Add(add=NewRow(cells=("夜航", "", "1")), to="表1", after="表1.3"),
        Add(add=NewTableHead(head="渡运|明年", cells={"表1.1": "20"}), to="表1"),
    )
    table = of_round(*edits)
    assert changed(state(table, Drawing.DRAFT)) == ["16", "晚点班次", "3", "2"]
    # an empty cell that came with its row or column is one that came
    assert changed(state(table, Drawing.PLAN)) == [
        *("明年", "18", "20", "", "夜航", "", "1", ""),
    ]


def test_a_level_that_is_another_one_is_marked_alone() -> None:
    table = of_round(Retitle(title=key("今年"), wording="渡运|本年"))
    assert changed(state(table, Drawing.DRAFT)) == ["今年"]
    assert changed(state(table, Drawing.PLAN)) == ["本年"]
    both = state(table, Drawing.BOTH)
    assert [cell.text for row in both.heads for cell in row if cell.is_changed] == [
        "渡运 今年渡运 本年"
    ]


def test_of_a_long_table_the_rows_that_changed_are_drawn_with_the_row_above_them() -> None:
    table = of_round(Rewrite(rewrite="表1.2/今年", wording="1"))
    assert words(state(table, Drawing.PLAN, 3).rows) == [
        ["一、客运"],
        [" ⋯ "],
        ["晚点班次", "3", "1"],
        [" ⋯ "],
    ]
    assert len(state(table, Drawing.PLAN, 4).rows) == 4


def test_a_table_that_is_not_there_is_not_drawn() -> None:
    table = of_round(Remove(remove="第一章/表1"))
    assert drawn(table, Drawing.PLAN) is None
    assert len(state(table, Drawing.DRAFT).rows) == 4


def test_without_heads_short_rows_end_with_empty_cells() -> None:
    rows = (TableRow(id="9.1", cells=("甲", "乙")), TableRow(id="9.2", cells=("丙",)))
    bare = Table(table="表9", rows=rows)
    section = DRAFT[0].model_copy(update={"body": (bare,)})
    table = next(one for one in tabulated(plain(Outline([section]))) if isinstance(one, Tabulated))
    found = state(table, Drawing.BOTH)
    assert found.heads == ()
    assert [[cell.width for cell in row] for row in found.rows] == [[1, 1], [2]]


def test_as_words_it_has_a_row_a_line() -> None:
    said = "".join(run.text for run in state(of_round(), Drawing.PLAN).words)
    assert said.splitlines()[:5] == [
        *("表1 渡口主要指标", "单位:次", "指标 | 渡运", "去年 | 今年", "一、客运"),
    ]
    assert TABLE.notes[0].text in said
