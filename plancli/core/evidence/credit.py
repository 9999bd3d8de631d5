"""Whether adopted comments are why the plan has some words, or no longer has them as they were."""

from collections.abc import Iterable, Sequence

from plancli.core.evidence.attribution import pieces_of
from plancli.core.evidence.pieces import Piece, accepted
from plancli.core.locate.printing import FieldSpan
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.rounds.round import Round
from plancli.core.text.matchkey import fold, match_key


def brought_by_comments(round_: Round, paragraph: str, words: str) -> bool:
    """Whether words that stand in a paragraph of the plan came with comments, not by the office itself."""
    for pieces in pieces_of(round_, paragraph)[:2]:
        key = match_key(accepted(pieces))
        at = key.text.find(fold(words))
        if at >= 0:
            start, end = key.span(at, at + len(fold(words)))
            authors = _authors(pieces, start, end)
            return bool(authors - {NUMBERING}) and OFFICE not in authors
    return False


def _authors(pieces: Iterable[Piece], start: int, end: int) -> set[str]:
    """Return who brought in the characters `start:end` of the words that stand."""
    found: set[str] = set()
    at = 0
    for piece in pieces:
        if piece.gone:
            continue
        after = at + len(piece.text)
        if at < end and start < after:
            found.update(piece.added)
        at = after
    return found


def taken_out(round_: Round, spans: Iterable[FieldSpan]) -> bool:
    """Whether words of the draft, given by their places, went: not if they are worded otherwise there."""
    for span in spans:
        pieces = pieces_of(round_, span.paragraph).field(span.field)
        if _is_reworded(pieces, span.start, span.end):
            return False
    return True


def _is_reworded(pieces: Sequence[Piece], start: int, end: int) -> bool:
    """Whether characters of the draft stand there in other words.

    So it is where a comment put words of its own in the place of what it took out, and where no more than
    half of the characters are gone, whoever changed them.
    """
    staying = 0
    gone: set[str] = set()
    come: set[str] = set()
    at = 0
    for piece in pieces:
        if piece.added:
            stands_there = not piece.gone and start <= at <= end
            if stands_there:
                come.update(piece.added)
            continue
        after = at + len(piece.text)
        shared = min(after, end) - max(at, start)
        if shared > 0 and piece.gone:
            gone.update(piece.gone)
        elif shared > 0:
            staying += shared
        at = after
    replaced = (gone & come) - {OFFICE, NUMBERING}
    return bool(replaced) or staying * 2 >= end - start
