"""A PDF as the lines of its pages: characters, then rows, then what each row is."""

from plancli.core.intake.paper import COUNTED, PagedPaper, PaperKind, PaperLine, PaperPage
from plancli.papers.paged.bands import Banded, RowPage, banded, main_size
from plancli.papers.paged.characters import pages_of
from plancli.papers.paged.labels import labels_of
from plancli.papers.paged.rows import Row, cells_of, rows_of
from plancli.papers.paged.telling import Telling, silently


def paper_of(content: bytes, telling: Telling = silently, with_fonts: bool = False) -> PagedPaper:
    """Return the lines of a PDF, page by page; bold type is known only `with_fonts`."""
    raws = list(pages_of(content, telling, with_fonts))
    pages: list[RowPage] = []
    for raw, rows in zip(raws, rows_of([raw.glyphs for raw in raws]), strict=True):
        pages.append(RowPage(raw.width, raw.height, rows))
    bands = banded(pages)
    labels = labels_of([band.label for band in bands])
    main = main_size(pages)
    found: list[PaperPage] = []
    for at, page in enumerate(pages):
        lines = _lines(page, bands[at], main, _heavy(raws[at].fonts))
        found.append(PaperPage(at + 1, labels[at], page.width, lines))
    characters = sum(len(raw.glyphs) for raw in raws)
    return PagedPaper(tuple(found), characters, sum(raw.odd for raw in raws))


_SMALLER = 0.95
"""A box is set in 四号 (14 pt) below 三号 (16 pt), or in 五号 (10.5 pt) below 小四 (12 pt)."""


def _lines(
    page: RowPage, band: Banded, main: float, heavy: frozenset[int]
) -> tuple[PaperLine, ...]:
    """Return the lines of a page; those of its text are counted from the top, titles and boxes among them."""
    lines: list[PaperLine] = []
    count = 0
    for row, band_kind in zip(page.rows, band.kinds, strict=True):
        cells = cells_of(row, heavy)
        kind = band_kind
        if kind is PaperKind.BODY:
            kind = _kind(row, len(cells), main)
        number = None
        if kind in COUNTED:
            count += 1
            number = count
        lines.append(PaperLine(kind, cells, row.base, row.size, number, row.printed))
    return tuple(lines)


def _kind(row: Row, cells: int, main: float) -> PaperKind:
    """Return what a line of the text is."""
    if cells > 1:
        return PaperKind.ROW
    if row.size < _SMALLER * main:
        return PaperKind.BOX
    return PaperKind.BODY


_HEAVY = ("bold", "black", "heavy", "hei", "小标宋", "xiaobiaosong", "黑")
"""In the names of fonts that stand out from the text: bold ones, 黑体 (SimHei), 小标宋."""


def _heavy(fonts: list[str]) -> frozenset[int]:
    """Return the numbers of the fonts whose names say that they are bold."""
    found: set[int] = set()
    for number, name in enumerate(fonts):
        said = name.lower()
        if any(word in said for word in _HEAVY) and "yahei" not in said:
            found.add(number)
    return frozenset(found)
