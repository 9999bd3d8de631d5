"""Papers and tables as values, for tests: words on lines of pages, words in cells."""

from plancli.core.intake.grid import Grid, GridCell, GridRow
from plancli.core.intake.paper import PagedPaper, PaperCell, PaperKind, PaperLine, PaperPage


def paper(*pages: str, labels: str = "1 2 3 4 5 6", printed: bool = False) -> PagedPaper:
    """Return a paper: a page for each text, a line for each of its lines, cells set apart by "|".

    A line that begins with "^" is a note, and not counted.
    """
    made: list[PaperPage] = []
    for sheet, (text, label) in enumerate(zip(pages, labels.split(" "), strict=False), 1):
        lines: list[PaperLine] = []
        count = 0
        for words in text.split("\n"):
            cells = tuple(PaperCell(cell, 0, 0) for cell in words.removeprefix("^").split("|"))
            if words.startswith("^"):
                lines.append(PaperLine(PaperKind.NOTE, cells, 0, 9))
                continue
            count += 1
            number = count if printed else None
            lines.append(PaperLine(PaperKind.BODY, cells, 0, 16, count, number))
        made.append(PaperPage(sheet, label.replace("-", ""), 595, tuple(lines)))
    return PagedPaper(tuple(made), 1, 0)


def grid_of(
    name: str, texts: list[list[str]], before: tuple[str, ...] = (), first: int = 1
) -> Grid:
    """Return a table without merged cells, its first row numbered `first`."""
    rows: list[GridRow] = []
    for number, row in enumerate(texts, first):
        rows.append(GridRow(number, tuple(GridCell(text) for text in row)))
    return Grid(name, tuple(rows), before)
