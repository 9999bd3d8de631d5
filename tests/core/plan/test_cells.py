"""What the cells of a table are called, and what people call its rows."""

from plancli.core.plan.cells import (
    by_column,
    cells_of,
    column_name,
    columns_of,
    levels,
    row_name,
    row_of_cell,
    with_words,
)
from plancli.core.plan.model import Paragraph, Table, TableRow
from plancli.core.plan.span import Span
from tests.core.tabled import TABLE


def test_a_cell_is_called_by_its_row_and_column() -> None:
    row = TABLE.rows[1]
    cells = list(cells_of(row, TABLE.columns))
    assert [cell.id for cell in cells] == ["表1.1/指标", "表1.1/去年", "表1.1/今年"]
    assert {row_of_cell(cell.id) for cell in cells} == {row.id}
    words = {cell.id: cell.text for cell in cells}
    assert with_words(row, TABLE.columns, words) == row.cells
    # a column that has come since has no word for this row yet
    assert with_words(row, TABLE.columns, {"表1.1/今年": "16"}) == ("", "", "16")


def test_one_cell_alone_stands_across_all_columns() -> None:
    across = TABLE.rows[0]
    assert by_column(across, TABLE.columns) == {"*": "一、客运"}
    assert with_words(across, TABLE.columns, {"表1.0/*": "一、货运"}) == ("一、货运",)
    narrow = Table(table="表2", rows=(TableRow(id="表2.1", cells=("甲",)),))
    assert by_column(narrow.rows[0], columns_of(narrow)) == {"1": "甲"}


def test_columns_without_heads_are_counted() -> None:
    row = TableRow(id="表2.1", cells=("甲", "1"))
    assert [column.key for column in columns_of(Table(table="表2", rows=(row,)))] == ["1", "2"]


def test_a_new_column_is_called_by_the_innermost_level_of_its_head() -> None:
    assert levels("渡运 | 明年") == ("渡运", "明年")
    assert column_name("渡运|明年") == "明年"
    assert column_name("车/船") == "车船"
    assert column_name("*") == "1"


def names(*rows: tuple[str, ...]) -> list[str]:
    made = [TableRow(id=f"表3.{at}", cells=cells) for at, cells in enumerate(rows, 1)]
    table = Table(table="表3", rows=tuple(made))
    return [row_name(table, row) for row in table.rows]


def test_a_row_is_called_by_the_words_that_tell_it_from_the_others() -> None:
    assert names(("1", "水上", "渡口", "5"), ("2", "水上", "码头", "5")) == ["渡口", "码头"]
    assert names(("水上", "5"), ("水上", "6")) == ["水上", "水上"]
    assert names(("1", "5"), ("", "6")) == ["1", "6"]


def test_what_calls_a_row_is_known_again_for_every_row_of_the_table() -> None:
    """A table of many rows is looked through once, not once for each of them."""
    rows = tuple(TableRow(id=f"表9.{at}", cells=("班", f"{at}路", "1")) for at in range(4000))
    long = Table(table="表9", rows=(*rows, TableRow(id="表9.新", cells=("班", "7路", "2"))))
    assert [row_name(long, row) for row in long.rows[:7]] == [f"{at}路" for at in range(7)]
    assert row_name(long, long.rows[7]) == "班"  # 7路 is said twice
    assert row_name(long, TableRow(id="另", cells=("班", "9999路", "1"))) == "9999路"


def test_a_paragraph_of_words_alone_is_as_one_that_was_validated() -> None:
    made = Paragraph.of_words("表1.1/今年", "16", page=Span(3, 3))
    validated = Paragraph(id="表1.1/今年", text="16", page=Span(3, 3))
    assert made == validated
    assert hash(made) == hash(validated)
