"""Which rows of a table are its head, its columns, and what each row has in them."""

import pytest

from plancli.core.intake.body import BlockKind, BodyBlock, BodyCell
from plancli.core.intake.draft.cells import TableCells, cells_of_table
from plancli.core.intake.draft.drafted import Unclear


def block(text: str, heads: int = 0) -> BodyBlock:
    """Return a table: 甲*2 takes two columns, ^ goes on from above, - is empty."""
    grid: list[tuple[BodyCell, ...]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        row: list[BodyCell] = []
        for cell in line.split():
            words, _, width = cell.partition("*")
            own = "" if words in ("^", "-") else words
            row.append(BodyCell(own, int(width or 1), above=words == "^"))
        grid.append(tuple(row))
    texts = tuple(tuple(cell.words for cell in row) for row in grid)
    return BodyBlock("", 1, BlockKind.TABLE, cells=texts, grid=tuple(grid), heads=heads)


def read(text: str, heads: int = 0) -> TableCells:
    found = cells_of_table(block(text, heads))
    assert found is not None
    return found


def test_a_merged_head_is_levels_and_merged_cells_are_whole_in_each_row() -> None:
    found = read("""
        序号 指标  渡运*2 属性
        ^    ^    去年 今年 ^
        一、客运*5
        1   班次  12   16   预期
        2   晚点  3    2    ^
    """)
    assert [(one.key, one.title) for one in found.columns] == [
        ("序号", "序号"), ("指标", "指标"), ("去年", "渡运|去年"), ("今年", "渡运|今年"), ("属性", "属性"),
    ]  # fmt: skip
    assert found.rows == (
        ("一、客运",),
        ("1", "班次", "12", "16", "预期"),
        ("2", "晚点", "3", "2", "预期"),
    )
    assert found.unclear == ()


def test_a_head_is_what_the_program_repeats() -> None:
    found = read("渡口 船只 \n 东渡 两艘 \n 西渡 三艘", heads=1)
    assert (len(found.rows), found.unclear) == (2, ())


@pytest.mark.parametrize(
    "text", ["渡口 船只 \n 东渡 两艘", "东渡 2 \n 西渡 3"], ids=["no figures", "figures at once"]
)
def test_where_the_head_is_not_clear_it_is_the_first_row(text: str) -> None:
    found = read(text)
    assert (len(found.rows), found.unclear) == (1, (Unclear.HEAD,))


def test_years_are_heads_and_keys_are_unique() -> None:
    found = read("指标 去年*2 今年*2 \n - 客 货 客 货 \n 班次 1 2 3 4")
    assert [one.key for one in found.columns] == ["指标", "客", "货", "客-2", "货-2"]
    assert found.columns[3].title == "今年|客"
    assert read("指标 2025 2030年 \n 班次 1 2").unclear == ()


def test_what_is_drawn_uneven_has_the_columns_that_begin_somewhere() -> None:
    found = read("指标*2 今年*3 \n 班次*2 12*3")
    assert ([one.key for one in found.columns], found.rows) == (["指标", "今年"], (("班次", "12"),))


def test_a_cell_over_some_columns_stands_in_the_first_and_is_told() -> None:
    found = read("指标 去年 今年 \n 班次 12*2")
    assert (found.rows, found.unclear) == ((("班次", "12", ""),), (Unclear.ACROSS,))


def test_a_column_without_words_at_its_head_is_called_by_its_place() -> None:
    found = read("- 今年 \n 班次 12")
    assert [one.title for one in found.columns] == ["1", "今年"]
    assert found.unclear == (Unclear.NO_HEAD,)


@pytest.mark.parametrize(
    "text",
    ["甲 乙", "甲 \n 1", "甲 乙 \n 1 2 3", "甲|乙 丙 \n 1 2", "甲 乙*2 \n ^ ^*2", ""],
    ids=["one row", "one column", "ragged", "a mark of levels", "all head", "no grid"],
)
def test_what_is_no_table_or_not_known(text: str) -> None:
    assert cells_of_table(block(text)) is None
