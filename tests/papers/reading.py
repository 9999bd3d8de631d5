"""The cells of a written table, read back by programs that know nothing of plancli."""

import csv
import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

from docx import Document
from openpyxl import load_workbook

Grid = list[list[str]]
"""Rows of cells; a merged cell is in every row that it covers. The head is the first row."""


def from_docx(path: Path) -> Grid:
    """Read a table of Word; the parts of a long row, which Word knows by their style, are one."""
    (table,) = Document(str(path)).tables
    found: Grid = []
    for row in table.rows:
        styles = [str(cell.paragraphs[0].style.name) for cell in row.cells]
        if not any(style.endswith("续行") for style in styles):
            found.append([cell.text for cell in row.cells])
            continue
        for column, (cell, style) in enumerate(zip(row.cells, styles, strict=True)):
            found[-1][column] += cell.text if style.endswith("续行") else ""
    return found


def from_xlsx(path: Path) -> Grid:
    page = load_workbook(path).worksheets[0]
    first, last = (int(number) for number in re.findall(r"\d+", page.auto_filter.ref))
    covered = {
        (row, column): str(page.cell(area.min_row, area.min_col).value)
        for area in page.merged_cells.ranges
        for row in range(area.min_row, area.max_row + 1)
        for column in range(area.min_col, area.max_col + 1)
    }
    hidden = [column for column in page.column_dimensions.values() if column.hidden]
    seen = page.max_column - sum(column.max - column.min + 1 for column in hidden)
    width = range(1, seen + 1)
    return [
        [covered.get((row, column)) or str(page.cell(row, column).value or "") for column in width]
        for row in range(first, last + 1)
    ]


def with_parts_joined(path: Path) -> Grid:
    """Return the cells of a workbook with what goes on in the row below, by the hidden number of rows.

    It has such numbers only where something goes on.
    """
    page = load_workbook(path).worksheets[0]
    first, last = (int(number) for number in re.findall(r"\d+", page.auto_filter.ref))
    heads = [cell.value for cell in page[first]]
    if "#" not in heads:
        return from_xlsx(path)
    numbers = [page.cell(row, heads.index("#") + 1).value for row in range(first + 1, last + 1)]
    head, *rows = from_xlsx(path)
    joined: dict[object, list[str]] = {}
    for number, row in zip(numbers, (row[: heads.index("#")] for row in rows), strict=True):
        whole = joined.setdefault(number, row)
        if whole is not row:
            pairs = zip(whole, row, strict=True)
            joined[number] = [above if above == more else above + more for above, more in pairs]
    return [head, *joined.values()]


class _Table(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.rows: Grid = []
        self.spans: dict[int, tuple[int, str]] = {}
        self.words: str | None = None
        self.span = (1, 1)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
            self._carry()
        elif tag in ("td", "th"):
            values = dict(attrs)
            self.words, self.span = (
                "",
                (int(values.get("rowspan") or 1), int(values.get("colspan") or 1)),
            )

    def handle_data(self, data: str) -> None:
        if self.words is not None:
            self.words += data

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.words is not None:
            rows, columns = self.span
            if rows > 1:
                self.spans[len(self.rows[-1])] = (rows - 1, self.words)
            self.rows[-1] += [self.words] * columns
            self.words = None
            self._carry()

    def _carry(self) -> None:
        """Put in what a cell above covers."""
        at = len(self.rows[-1])
        if at in self.spans and self.spans[at][0] and len(self.rows) > 1:
            left, words = self.spans[at]
            if self.rows[-2][at : at + 1] == [words]:
                self.spans[at] = left - 1, words
                self.rows[-1].append(words)
                self._carry()


def from_html(path: Path) -> Grid:
    parser = _Table()
    parser.feed(path.read_text(encoding="utf-8"))
    return parser.rows


def from_md(path: Path) -> Grid:
    """Read a Markdown table: an empty cell in the first column of a shared head repeats the one above."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [[_unescaped(cell) for cell in row] for row in (cells[0], *cells[2:])]


def _unescaped(cell: str) -> str:
    words = re.sub(r"</?(?:ins|del)>", "", cell).replace("<br>", "\n")
    return re.sub(r"\\(.)", r"\1", words)


def from_csv(path: Path) -> Grid:
    text = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(text.splitlines(keepends=True)))


def from_json(path: Path) -> Grid:
    value = json.loads(path.read_text(encoding="utf-8"))
    rows = [row for block in value["blocks"] for row in block["rows"]]
    return [value["heads"], *([_joined(cell) for cell in row] for row in rows)]


def _joined(cell: str | list[list[str]]) -> str:
    return cell if isinstance(cell, str) else "".join(text for _, text in cell)


READERS: dict[str, Callable[[Path], Grid]] = {
    "docx": from_docx,
    "xlsx": from_xlsx,
    "html": from_html,
    "md": from_md,
    "csv": from_csv,
    "json": from_json,
}
