"""The lines of the review page with those of each table and figure put together, footnotes below."""

from collections.abc import Iterator, Sequence

from plancli.core.evidence.pictured import Pictured, ShownPicture, pictured
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.evidence.tabulated import (
    HeadBox,
    Tabulated,
    as_it_stays,
    head_cells,
    heights,
    tabulated,
)
from plancli.core.publish.review.values import (
    Mark,
    PageFigure,
    PageHead,
    PagePicture,
    PageRow,
    PageTable,
    PageTableRow,
)


def page_parts(
    lines: Sequence[Line], rows: Sequence[PageRow]
) -> Iterator[PageRow | PageTable | PageFigure]:
    """Yield the rows of the page as they come, those of a table or a figure in one.

    There is a row for each line. Footnotes stand at the end of their section.
    """
    # two lines may say the same, where a part moved: each is the one that stands there
    shown = {id(line): row for line, row in zip(lines, rows, strict=True)}
    below: list[PageRow] = []
    for part in pictured(tabulated(lines)):
        match part:
            case Tabulated():
                yield _table(part, shown)
            case Pictured():
                yield _figure(part, shown)
            case Line(kind=LineKind.FOOTNOTE):
                below.append(shown[id(part)])
            case Line(kind=LineKind.SECTION):
                yield from (*below, shown[id(part)])
                below.clear()
            case _:
                yield shown[id(part)]
    yield from below


def _figure(figure: Pictured, shown: dict[int, PageRow]) -> PageFigure:
    picture = shown[id(figure.picture)]
    title = shown[id(figure.title)] if figure.title else picture
    lines = [line for line in figure if line is not None]
    about = [address for line in lines for address in shown[id(line)].about]
    return PageFigure(
        title=title,
        picture=picture,
        shown=tuple(map(_picture, figure.shown)),
        about=tuple(dict.fromkeys(about)),
    )


def _picture(picture: ShownPicture) -> PagePicture:
    mark = Mark.ADDED if picture.added else Mark.GONE if picture.gone else Mark.KEPT
    return PagePicture(picture.image, picture.alt, mark)


def _table(table: Tabulated, shown: dict[int, PageRow]) -> PageTable:
    rows: list[PageTableRow] = []
    joined = _joined(table, shown)
    for at, row in enumerate(table.rows):
        cells = tuple(shown[id(cell)] if cell else None for cell in row.cells)
        high = tuple(joined[column][at] if column in joined else 1 for column in range(len(cells)))
        rows.append(PageTableRow(shown[id(row.line)], cells, row.across, high))
    columns = max([1, len(table.heads), *(len(row.cells) for row in table.rows)])
    return PageTable(
        title=shown[id(table.title)],
        above=tuple(shown[id(line)] for line in table.measure),
        heads=tuple(_heads(table, shown)),
        rows=tuple(rows),
        notes=tuple(shown[id(note)] for note in table.notes),
        about=tuple(dict.fromkeys(_about(table, shown))),
        columns=columns,
    )


def _joined(table: Tabulated, shown: dict[int, PageRow]) -> dict[int, list[int]]:
    """Return of each column that is joined over how many rows its cells go.

    One of which a comment says something has an address, and stands by itself.
    """
    found: dict[int, list[int]] = {}
    for column, head in enumerate(table.heads):
        if head.joined:
            said = [as_it_stays(row, column) for row in table.rows]
            for at, row in enumerate(table.rows):
                cell = row.cells[column] if said[at] else None
                if cell is not None and shown[id(cell)].about:
                    said[at] = None
            found[column] = heights(said)
    return found


def _heads(table: Tabulated, shown: dict[int, PageRow]) -> Iterator[tuple[PageHead, ...]]:
    """Yield the cells of the head, a level each."""
    cells = head_cells(table.heads)
    for level in dict.fromkeys(cell.level for cell in cells):
        found: list[PageHead] = []
        for cell in cells:
            if cell.level == level:
                row = _of_this_level(shown[id(cell.line)], cell) if cell.line else None
                found.append(PageHead(cell.words, cell.width, cell.height, row))
        yield tuple(found)


def _of_this_level(row: PageRow, cell: HeadBox) -> PageRow:
    """Return a head with the words of its own level alone; one in which words changed has all of them."""
    if len(row.heading) != 1 or len(row.heading[0].words) != 1:
        return row
    words = row.heading[0].words[0]._replace(text=cell.words)
    return row._replace(heading=(row.heading[0]._replace(words=(words,)),))


def _about(table: Tabulated, shown: dict[int, PageRow]) -> Iterator[str]:
    """Yield the addresses of all that concerns a table or anything in it, in the order of its lines."""
    for line in (table.title, *table.measure, *table.heads):
        yield from shown[id(line)].about
    for row in table.rows:
        for part in (row.line, *row.cells):
            if part is not None:
                yield from shown[id(part)].about
    for note in table.notes:
        yield from shown[id(note)].about
