"""A letter as plain text or Markdown: its lines without markup, those that a program wrapped joined again."""

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from plancli.core.intake.letter_parts import LetterLine, formal_part
from plancli.core.intake.points import leading_number
from plancli.core.text.characters import BREAKS, LIST_MARK, SENTENCE_MARKS
from plancli.papers.sheets.cells import cleaned

_MARKUP = re.compile(r"^(?:#{1,6} +|(?:> ?)+|[-*+] +(?=\S))|\*\*|__")
_NARROWEST = 40
"""Columns: nobody's program wraps a line that is shorter, and headings are."""
_NEARLY = 8
"""A wrapped line is at most so many columns shorter than the longest: a word, or a mark."""


def plain_lines(text: str) -> Iterator[LetterLine]:
    """Yield the lines of a text by their numbers; one that was wrapped has the number of its first."""
    lines = [_MARKUP.sub("", line.rstrip()) for line in text.splitlines()]
    widest = max(map(_columns, lines), default=0)
    waiting: LetterLine | None = None
    for number, line in enumerate(lines, 1):
        words = cleaned(line)
        if waiting is not None and _goes_on(waiting.words, line, widest):
            waiting = LetterLine(waiting.number, _joined(waiting.words, words))
        else:
            if waiting is not None:
                yield LetterLine(waiting.number, cleaned(waiting.words))
            waiting = LetterLine(number, line)
        if waiting is not None and _columns(line) < widest - _NEARLY:
            yield LetterLine(waiting.number, cleaned(waiting.words))
            waiting = None
    if waiting is not None:
        yield LetterLine(waiting.number, cleaned(waiting.words))


def _goes_on(before: str, line: str, widest: int) -> bool:
    """Whether a line is only the rest of a long one: it begins nothing, and that one ends nothing."""
    if widest < _NARROWEST or not line.strip() or line[:1] in " \t\u3000":
        return False
    if before.rstrip()[-1:] in f"{SENTENCE_MARKS}：:":
        return False
    return leading_number(line) is None and formal_part(line) is None


def _joined(before: str, words: str) -> str:
    """Return two parts of a line; between words of letters the blank stands that the line break was."""
    ends_word = before[-1:].isascii() and before[-1:] not in f"{BREAKS}{LIST_MARK}"
    return f"{before} {words}" if ends_word and words[:1].isascii() else before + words


def _columns(line: str) -> int:
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)
