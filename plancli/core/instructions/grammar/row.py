"""An opinion as a row of characters in which each quotation is one: forms of sentences are read in it."""

import re
from typing import NamedTuple

from plancli.core.instructions.quoted import spans
from plancli.core.text.characters import NARROW, SENTENCE_MARKS

QUOTE = "\ue000"
"""Stands for a quotation with its marks: a letter of a private plane."""
_CELL = "|"
"""Between the cells of a row that was pasted: as good as the end of a sentence."""


class OpinionRow(NamedTuple):
    """An opinion in half width, with one letter for each quotation.

    `at` has the place in the opinion of each character, and of the end; `quotations` the words of each
    quotation by its place in the row.
    """

    text: str
    opinion: str
    at: tuple[int, ...]
    quotations: dict[int, str]

    def words(self, start: int, end: int) -> str:
        """Return what the characters `start:end` of the row stand for, as the opinion writes it."""
        return self.opinion[self.at[start] : self.at[end]]


def row_of(opinion: str) -> OpinionRow:
    """Read an opinion as a row."""
    # who types a letter of the private plane means no quotation by it
    plain = opinion.replace(QUOTE, " ")
    pieces: list[str] = []
    at: list[int] = []
    quotations: dict[int, str] = {}
    done = 0
    for start, end in spans(plain):
        pieces += plain[done:start], QUOTE
        at += range(done, start)
        quotations[len(at)] = opinion[start + 1 : end].strip()
        at.append(start)
        done = end + 1
    pieces.append(plain[done:])
    at += range(done, len(opinion) + 1)
    return OpinionRow("".join(pieces).translate(NARROW), opinion, tuple(at), quotations)


_GIVEN = (
    f"[增加添补列插入][^{SENTENCE_MARKS}{_CELL}\n:]{{0,12}}[行列][^{SENTENCE_MARKS}{_CELL}\n:]{{0,12}}:"
    f"[^{SENTENCE_MARKS}\n]+"
)
"""A row or column that is to come, with its cells: what stands between these ends no sentence."""
_SENTENCE = re.compile(f"(?:{_GIVEN}|[^{SENTENCE_MARKS}{_CELL}\n])+")


def spoken_sentences(row: OpinionRow) -> list[tuple[int, int]]:
    """Return where the sentences of a row begin and end, without the marks between them."""
    return [match.span() for match in _SENTENCE.finditer(row.text) if match[0].strip()]
