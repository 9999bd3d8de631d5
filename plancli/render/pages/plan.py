"""The plan as Markdown, clean or with its changes marked; and what is said of changes in a margin."""

from collections.abc import Iterable

from plancli.core.evidence.pieces import Piece
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.text.characters import printable
from plancli.core.text.marked import Run, as_markdown, op_of
from plancli.render.pages.markdown import cell


def markdown(title: str, lines: Iterable[Line], stamp: str = "") -> str:
    """Return the plan as Markdown: titles by level, columns as quotations, changes as <ins> and <del>.

    A `stamp` stands above all else. A title of the plan that changed stands among the lines.
    """
    head = [f"**{cell(stamp)}**"] if stamp else []
    lines = list(lines)
    if not any(line.kind is LineKind.PLAN for line in lines):
        head.append(f"# {cell(title)}")
    return printable("\n\n".join([*head, *map(_line, lines)])) + "\n"


def _line(line: Line) -> str:
    match line.kind:
        case LineKind.PLAN:
            return f"# {_words(line.headed)}"
        case LineKind.SECTION:
            return f"{'#' * min(line.level + 1, 6)} {_words(line.headed)}"
        case LineKind.COLUMN:
            return f"> **{_words(line.headed)}**"
        case LineKind.ITEM:
            return f"> {_words(line.pieces)}"
        case LineKind.PARAGRAPH:
            return _words(line.pieces)


def _words(pieces: Iterable[Piece]) -> str:
    return as_markdown(Run(op_of(piece.added, piece.gone), piece.text) for piece in pieces)
