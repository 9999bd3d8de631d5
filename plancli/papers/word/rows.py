"""Tables of Word documents: rows and cells, of whatever they are the table of; in schema order."""

from collections.abc import Iterable, Sequence

from plancli.papers.word.styles import CELL_MARGIN, GRID


def grid_of(widths: Sequence[int], rows: Iterable[str], margin: int = CELL_MARGIN) -> str:
    """Return a table with columns of so many twips; `margin` is at either side of the words of a cell."""
    sides = ""
    if margin != CELL_MARGIN:
        sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
        sides = f"<w:tblCellMar>{sides}</w:tblCellMar>"
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>{sides}</w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row(cells: Iterable[str], whole: bool = True, head: bool = False, more: str = "") -> str:
    """Return a row: a `whole` one stands on one page, a `head` at the top of each."""
    properties = "<w:cantSplit/>" * whole + "<w:tblHeader/>" * head + more
    told = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{told}{''.join(cells)}</w:tr>"


def cell(
    inside: str,
    width: int,
    merge: str = "",
    ground: str = "",
    across: str = "center",
    change: str = "",
    opened: tuple[bool, bool] = (False, False),
) -> str:
    """Return a cell of so many twips; `merge` joins it to others, `change` says that it came or went.

    `opened`: whether no line stands above it, and none below.
    """
    sides = "".join(
        f'<w:{side} w:val="nil"/>'
        for side, is_open in zip(("top", "bottom"), opened, strict=True)
        if is_open
    )
    lines = f"<w:tcBorders>{sides}</w:tcBorders>" if sides else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    place = f'<w:tcW w:w="{width}" w:type="dxa"/>{merge}{lines}{shade}<w:vAlign w:val="{across}"/>{change}'
    return f"<w:tc><w:tcPr>{place}</w:tcPr>{inside}</w:tc>"


def over(columns: int) -> str:
    """Return that a cell goes over so many columns."""
    return f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""


def down(rows: int, begins: bool) -> str:
    """Return that a cell goes over so many rows, and whether it begins here."""
    if rows < 2:
        return ""
    return '<w:vMerge w:val="restart"/>' if begins else "<w:vMerge/>"


def widths_of(shares: Sequence[int], measure: int) -> list[int]:
    """Return the widths of columns in twips; together they fill the line."""
    widths = [measure * share // sum(shares) for share in shares]
    return [*widths[:-1], measure - sum(widths[:-1])]
