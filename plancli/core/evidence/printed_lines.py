"""The lines of a plan as it is published: with their marks in the width in which the plan prints them."""

from collections.abc import Iterator, Sequence

from plancli.core.evidence.noted import NoteMark
from plancli.core.evidence.pieces import Authors, Piece
from plancli.core.evidence.redline import Line, compared_lines, plain, redline
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Run, op_of
from plancli.core.text.marked_punctuation import printed_each
from plancli.core.text.punctuation import Punctuation


def printed_redline(round_: Round) -> list[Line]:
    """Return the lines of draft and plan in one reading order, as both are printed."""
    return _printed_lines(redline(round_), round_.plan.joints.punctuation)


def printed_comparison(round_: Round) -> list[Line]:
    """Return the lines of draft and plan with what moved only where it stands now, as they are printed."""
    return _printed_lines(compared_lines(round_), round_.plan.joints.punctuation)


def printed_plain(outline: Outline) -> list[Line]:
    """Return the lines of a draft or plan as it is printed."""
    return _printed_lines(list(plain(outline)), outline.joints.punctuation)


def _printed_lines(lines: list[Line], punctuation: Punctuation | None) -> list[Line]:
    if punctuation is None:
        return lines
    return [_printed(line, punctuation) for line in lines]


def _printed(line: Line, punctuation: Punctuation) -> Line:
    """Return a line with its marks in one width; each stands beside the words of all its fields."""
    fields = (line.heading, line.separator, line.text, line.units)
    pieces = [piece for field in fields for piece in field]
    runs = [Run(op_of(piece.added, piece.gone), piece.text) for piece in pieces]
    becoming = printed_each(runs, punctuation)
    by = _first_authors(pieces)
    shown: list[tuple[Piece, ...]] = []
    first = 0
    for field in fields:
        found: list[Piece] = []
        for piece, parts in zip(field, becoming[first : first + len(field)], strict=True):
            found += _pieces(piece, parts, by)
        shown.append(tuple(found))
        first += len(field)
    behind = len(line.heading) + len(line.separator)
    of_text = becoming[behind : behind + len(line.text)]
    heading, separator, text, units = shown
    marks = tuple(_moved(line.marks, of_text))
    return line._replace(heading=heading, separator=separator, text=text, units=units, marks=marks)


def _first_authors(pieces: Sequence[Piece]) -> Authors:
    """Return who changed something in a line first: a mark beside what was changed is theirs, too."""
    for piece in pieces:
        if piece.authors:
            return piece.added or piece.gone
    return ()


def _pieces(piece: Piece, parts: Sequence[Run], by: Authors) -> Iterator[Piece]:
    """Yield what became of a piece; one that stays can have marks in it that do not."""
    if len(parts) == 1:
        yield piece._replace(text=parts[0].text)
        return
    for part in parts:
        added = by if part.op == "+" else ()
        gone = by if part.op == "-" else ()
        yield Piece(part.text, added, gone)


def _moved(marks: Sequence[NoteMark], becoming: Sequence[Sequence[Run]]) -> Iterator[NoteMark]:
    """Yield the marks of footnotes behind the same words, where some of these stand twice now."""
    twice: list[tuple[int, int]] = []
    passed = 0
    for parts in becoming:
        for part in parts:
            if len(parts) > 1 and part.op == "+":
                twice.append((passed, len(part.text)))
            else:
                passed += len(part.text)
    for mark in marks:
        more = sum(length for at, length in twice if at <= mark.at)
        yield mark._replace(at=mark.at + more)
