"""The plan as Markdown, clean or with its changes marked; and what is said of changes in a margin."""

from collections.abc import Iterable

from plancli.core.redline import Kind, Line, Piece
from plancli.core.text import printable
from plancli.render.markdown import cell

_MARKS = {"ins": "<ins>{}</ins>", "del": "<del>{}</del>"}


def markdown(title: str, lines: Iterable[Line]) -> str:
    """Return the plan as Markdown: titles by level, columns as quotations, changes as <ins> and <del>."""
    return printable("\n\n".join([f"# {cell(title)}", *map(_line, lines)])) + "\n"


def _line(line: Line) -> str:
    words = "".join(map(_piece, line.text + line.units))
    heading = "".join(map(_piece, line.heading))
    match line.kind:
        case Kind.SECTION:
            return f"{'#' * min(line.level + 1, 6)} {heading}"
        case Kind.COLUMN:
            return f"> **{heading}**"
        case Kind.ITEM:
            return f"> {heading}{words}"
        case Kind.PARAGRAPH:
            return heading + words


def _piece(piece: Piece) -> str:
    words = cell(piece.text)
    words = _MARKS["del"].format(words) if piece.gone else words
    return _MARKS["ins"].format(words) if piece.added else words
