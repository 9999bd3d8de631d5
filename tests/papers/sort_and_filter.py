"""What a filter leaves and a sort does: `python3 sort_and_filter.py PIPE FILE.xlsx HEAD WORDS`.

Prints the rows below the head, of all columns, that are shown where the column of this head says these words,
and all rows once they are sorted by that column. Run like accept_or_reject.py, and returns what that returns.
"""

import sys
from typing import Any

import uno  # type: ignore[import-not-found]
from bridge import answer, opened  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]
from com.sun.star.sheet import TableFilterField  # type: ignore[import-not-found]
from com.sun.star.sheet.FilterOperator import EQUAL  # type: ignore[import-not-found]
from com.sun.star.table import TableSortField  # type: ignore[import-not-found]


def sort_and_filter(office: Any, file: str, head: str, words: str) -> dict[str, list[list[str]]]:
    document = opened(office, file)
    sheet = document.Sheets.getByIndex(0)
    area, column = below_head(sheet, head)
    found = {"filtered": shown(sheet, area, column, words), "sorted": by_column(area, column)}
    document.close(True)
    return found


def below_head(sheet: Any, head: str) -> tuple[Any, int]:
    """Return the rows that have all columns, from those of the heads on, and the column of one head."""
    used = sheet.createCursor()
    used.gotoEndOfUsedArea(False)
    last = used.RangeAddress
    rows = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).DataArray
    first = next(at for at, row in enumerate(rows) if head in row)
    whole = [at for at, row in enumerate(rows) if at >= first and row[-1] != ""]
    area = sheet.getCellRangeByPosition(0, first, last.EndColumn, whole[-1])
    return area, rows[first].index(head)


def shown(sheet: Any, area: Any, column: int, words: str) -> list[list[str]]:
    """Return the rows that a filter by one word leaves."""
    field = TableFilterField()
    field.Field, field.Operator, field.IsNumeric = column, EQUAL, False
    field.StringValue = words
    wanted = area.createFilterDescriptor(True)
    wanted.ContainsHeader = True
    wanted.setFilterFields((field,))
    area.filter(wanted)
    first = area.RangeAddress.StartRow
    rows = [
        list(map(str, row))
        for at, row in enumerate(area.DataArray)
        if at and sheet.Rows.getByIndex(first + at).IsVisible
    ]
    area.filter(area.createFilterDescriptor(True))
    return rows


def by_column(area: Any, column: int) -> list[list[str]]:
    """Return the rows sorted by one column."""
    field = TableSortField()
    field.Field, field.IsAscending = column, False
    by = PropertyValue(
        Name="SortFields", Value=uno.Any("[]com.sun.star.table.TableSortField", (field,))
    )
    area.sort((by, PropertyValue(Name="ContainsHeader", Value=True)))
    return [list(map(str, row)) for row in area.DataArray[1:]]


if __name__ == "__main__":
    pipe, file, head, words = sys.argv[1:]
    answer(pipe, lambda office: sort_and_filter(office, file, head, words))
