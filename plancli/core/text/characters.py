"""Characters and what they end: sentences, clauses, lines; which of them can be printed."""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate, pairwise

HAN = "\u3400-\u9fff\uf900-\ufaff"
"""Chinese characters, inside the brackets of a pattern."""
SENTENCE_MARKS = "。！？!?；;"
"""What ends a sentence, or a part of one that a file gives a line of its own."""
LIST_MARK = "、"
BREAKS = "，,：:"
"""What ends a clause, but no item of a list."""
CLAUSE_MARKS = f"{BREAKS}{LIST_MARK}"
"""What ends a clause, or an item of a list."""
NARROW = {0xFF01 + at: chr(0x21 + at) for at in range(94)} | {0x3000: " "}
"""Full width made half width, one to one: what people type is read in either."""
CLOSERS = "”’」』）)》〉】〕\\]\"'"
"""What may close behind the mark that ends a sentence or clause, as a class of a regular expression."""
_END = rf"(?<![{SENTENCE_MARKS}])[{SENTENCE_MARKS}]++[{CLOSERS}]*+"
_SENTENCE_END = re.compile(rf"{_END}(?=\S)")
_CLOSING = CLOSERS.replace("\\", "")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


_TURNING = {
    code: f"⟨U+{code:04X}⟩"
    for code in (0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
}
"""What turns the reading direction of all that follows, with its name."""


def printable(text: str) -> str:
    """Return text that every format can hold and that is read as it is written.

    Control characters and halves of characters become a mark; what turns the reading direction is named.
    """
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text.replace("\r\n", "\n")).translate(
        _TURNING
    )


_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def steerless(name: str) -> str:
    """Return words as a line of a log can show them: what steers is a mark, what turns is named."""
    return _STEERING.sub("\N{REPLACEMENT CHARACTER}", name).translate(_TURNING)


def unprintable(text: str) -> bool:
    """Whether text has control characters or halves of characters."""
    return _UNPRINTABLE.search(text) is not None


def join_lines(raw: str) -> str:
    """Return the text of a block: its lines carry one sentence each and their breaks vanish."""
    return "".join(line.strip() for line in raw.splitlines())


def sentences(text: str) -> list[str]:
    """Split after 。！？； and the marks that close over them; joined again they give `text`.

    There is no split before a blank, which a line break would swallow.
    """
    edges = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(edges) if start < end]


def begins_sentence(text: str, at: int) -> bool:
    """Whether one of the `sentences` of a text begins before character `at`, or the last of them has ended.

    Looks no further than the marks ahead of the place, however long the text.
    """
    if at in (0, len(text)):
        return True
    first = text[at]
    # what closes, or is one more mark, belongs to the sentence before
    goes_on = first in _CLOSING or (first in SENTENCE_MARKS and text[at - 1] in SENTENCE_MARKS)
    return not goes_on and not first.isspace() and ends_sentence(text[:at])


def ends_sentence(text: str) -> bool:
    """Whether the last sentence of `text` is complete."""
    last = text.rstrip(_CLOSING)[-1:]
    return last != "" and last in SENTENCE_MARKS


_MARKS_AT_END = (
    "FULL STOP",
    "QUESTION MARK",
    "EXCLAMATION MARK",
    "COLON",
    "COMMA",
    "ELLIPSIS",
    "DASH",
)
"""What the Unicode names of marks have in them behind which no other mark is printed, in either width."""


def ends_with_mark(text: str) -> bool:
    """Whether the last character is such a mark, whatever quotes and brackets close behind it."""
    for char in reversed(text):
        category = unicodedata.category(char)
        if category in ("Pe", "Pf") or char in CLOSERS:
            continue
        name = unicodedata.name(char, "")
        return category[0] in "PS" and any(mark in name for mark in _MARKS_AT_END)
    return False


def boundaries(parts: Iterable[str]) -> list[int]:
    """Return the offsets between `parts`, from 0 to their total length."""
    return [0, *accumulate(map(len, parts))]
