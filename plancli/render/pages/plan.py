"""The plan as Markdown, clean or with its changes marked; and what is said of changes in a margin."""

from collections.abc import Iterable

from plancli.core.evidence.redline import Line, LineKind, Piece
from plancli.core.text.characters import printable
from plancli.render.pages.markdown import cell

_MARKS = {"ins": "<ins>{}</ins>", "del": "<del>{}</del>"}


def markdown(title: str, lines: Iterable[Line]) -> str:
    """Return the plan as Markdown: titles by level, columns as quotations, changes as <ins> and <del>."""
    return printable("\n\n".join([f"# {cell(title)}", *map(_line, lines)])) + "\n"


def _line(line: Line) -> str:
    words = "".join(map(_piece, line.text + line.units))
    heading = "".join(map(_piece, line.headed))
    match line.kind:
        case LineKind.SECTION:
            return f"{'#' * min(line.level + 1, 6)} {heading}"
        case LineKind.COLUMN:
            return f"> **{heading}**"
        case LineKind.ITEM:
            return f"> {heading}{words}"
        case LineKind.PARAGRAPH:
            return heading + words


def _piece(piece: Piece) -> str:
    words = cell(piece.text)
    words = _MARKS["del"].format(words) if piece.gone else words
    return _MARKS["ins"].format(words) if piece.added else words
