"""The words of a paragraph with the type in which each is set, as a body wants them."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.text.characters import ends_sentence
from plancli.papers.bodies.styles import Look
from plancli.papers.packed import UnfitFileError
from plancli.papers.sheets.cells import cleaned

HEADING_TYPES = ("黑", "楷", "小标宋", "Hei", "Kai", "XBS")
"""Parts of the names of types in which headings are set at the head of paragraphs, beside bold ones."""


MOST_BLOCKS = 50_000
"""Paragraphs, rows and lines of a file; a plan of 500 pages has some 5,000."""


def too_many_blocks() -> UnfitFileError:
    """Build the error for a file that is longer than any plan."""
    return UnfitFileError(N_("it has more than 50,000 paragraphs"))


class Piece(NamedTuple):
    """Words in one type; a line break that a program made without a new paragraph is \\n.

    `note` names the footnote whose reference stands ahead of the words; "" for none. `math`: an equation.
    """

    words: str
    look: Look
    note: str = ""
    math: bool = False


class Line(NamedTuple):
    """Words on one line, and how many of the first are set as a heading is.

    `notes` name the footnotes that are referred to, each with how many characters are ahead of its reference.
    """

    words: str
    run_in: int
    notes: tuple[tuple[str, int], ...] = ()


def lines_of(pieces: Iterable[Piece], is_heading: bool) -> Iterator[Line]:
    """Yield the paragraphs that some pieces are: one, unless line breaks stand behind whole sentences.

    Those of headings, and those in the middle of a sentence, are how it is laid out.
    """
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = _text(piece.words).split("\n")
        lines[-1].append(piece._replace(words=first))
        lines += [[Piece(words, piece.look)] for words in others]
    whole: list[Piece] = []
    tail = ""
    for line in lines:
        if whole and not is_heading and ends_sentence(tail.rstrip()):
            yield from _line(whole)
            whole, tail = [], ""
        said = "".join(piece.words for piece in line)
        apart = tail[-1:].isascii() and said[:1].isascii() and bool(tail)
        whole += [Piece(" ", line[0].look), *line] if apart else line
        tail = (tail + said)[-_TAIL:]
    yield from _line(whole)


_TAIL = 40
"""So many characters from its end on tell whether a sentence ends there."""


def _text(words: str) -> str:
    return unicodedata.normalize("NFC", words.replace("\t", " "))


def _line(pieces: Sequence[Piece]) -> Iterator[Line]:
    """Yield a line without blanks at its ends, if it has words."""
    words = cleaned("".join(piece.words for piece in pieces))
    if words:
        yield Line(words, _run_in(pieces, words), tuple(_notes(pieces, words)))


def _notes(pieces: Sequence[Piece], words: str) -> Iterator[tuple[str, int]]:
    """Yield the notes of a line with the places of their references in its words."""
    ahead = ""
    for piece in pieces:
        if piece.note:
            # blanks at the end of what is ahead stay where words come behind them
            yield piece.note, min(len(cleaned(f"{ahead}.")) - 1, len(words))
        ahead += piece.words


def _run_in(pieces: Sequence[Piece], words: str) -> int:
    """Return how many characters of a line are set as a heading ahead of others is."""
    ahead = ""
    first: Look | None = None
    for piece in pieces:
        if not piece.words.strip():
            ahead += piece.words
        elif first is None or piece.look == first:
            first = piece.look
            ahead += piece.words
        else:
            return min(len(cleaned(ahead)), len(words)) if _leads(first, piece.look) else 0
    return len(words) if first is not None and first.bold else 0


def _leads(first: Look, behind: Look) -> bool:
    """Whether a type is that of a heading ahead of words in another one."""
    if first.bold or behind.bold:
        return bool(first.bold) and not behind.bold
    family = first.family or ""
    return family != behind.family and any(name in family for name in HEADING_TYPES)
