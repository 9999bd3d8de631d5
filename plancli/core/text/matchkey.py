"""The match key: a text folded so that what a quotation may change without changing the words is equal."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from plancli.core.text.alike import LETTERS, TWINS, UNSEEN, VARIATIONS, common

_QUOTES = "“”„‟‘’‚‛「」『』＂＇'"
_DASHES = "—–―─－~～〜‐‑−"
_FOLD = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    | {"。": ".", "〔": "[", "〕": "]", "【": "[", "】": "]"}
    | dict.fromkeys("•‧・", "·")
)
"""What is folded though Unicode does not call it the same, and what has another width in every text."""
_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}{TWINS}]")
"""What folds one to one, or may."""

_BLANKS = "\\t\\n\\x0b\\x0c\\r\\x1c-\\x1f \\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
"""White space, as `str.isspace` knows it."""
_MARKS = re.compile(r"-{2,}|\.*…[.…]*|\.{3,}")
"""Runs that count as one mark."""
_IRREGULAR = re.compile(
    rf"(?=[-.…{LETTERS}{_BLANKS}{UNSEEN}])"  # most characters are none of it: asked once for each
    rf"(?:({_MARKS.pattern})|([{LETTERS}])|([{VARIATIONS}]+)|[{_BLANKS}{UNSEEN}]+)"
)
"""What does not fold one to one: marks (group 1), letters in one character (2), what chooses a form of the
character before it (3), and what is dropped."""
_UNUSUAL = re.compile(f"[{LETTERS}{UNSEEN}]")
"""What is irregular and neither a mark nor a blank: few texts have any."""
_BLANK = re.compile(f"[{_BLANKS}]")
_WITHOUT_BLANKS = {code: None for code in range(0x3001) if chr(code).isspace()}


class MatchKey(NamedTuple):
    """A text folded for comparison, with the way back to the stored text.

    `text[i]` stems from the stored characters `start[i]:end[i]`.
    """

    text: str
    start: Sequence[int]
    end: Sequence[int]

    def span(self, begin: int, stop: int) -> tuple[int, int]:
        """Return the stored span of the key characters `begin:stop`."""
        return self.start[begin], self.end[stop - 1]


def match_key(text: str) -> MatchKey:
    """Fold what a quotation may change without changing the words.

    Width of digits, letters and punctuation, quote style, dashes and ellipses are folded, and radicals and
    compatibility characters that look like common ones; one character for several letters (ﬁ, Ⅳ) becomes
    these. Blanks, line breaks and what is not to be seen are dropped. `、` and `，` stay different: they are
    different marks; so do ① and 1, ² and 2, ½ and 1/2.
    """
    folded = _one_to_one(text)
    # most texts have nothing irregular, or blanks alone
    if not (_has_mark(folded) or _BLANK.search(folded) or _UNUSUAL.search(folded)):
        return MatchKey(folded, range(len(text)), range(1, len(text) + 1))
    return _irregular_key(folded)


def _irregular_key(folded: str) -> MatchKey:
    """Return the match key of a text in which marks, blanks or unseen characters stand."""
    key: list[str] = []
    start: list[int] = []
    end: list[int] = []
    done = 0
    for match in _IRREGULAR.finditer(folded):
        at = match.start()
        key.append(folded[done:at])
        start.extend(range(done, at))
        end.extend(range(done + 1, at + 1))
        done = match.end()
        words = _folded(match)
        key.append(words)
        start.extend([at] * len(words))
        end.extend([done] * len(words))
        if match[3] and end and end[-1] == at:  # it belongs to the character before it
            end[-1] = done
    key.append(folded[done:])
    start.extend(range(done, len(folded)))
    end.extend(range(done + 1, len(folded) + 1))
    return MatchKey("".join(key), start, end)


_REMEMBERED = 2048
"""So many texts keep their keys: most are single atoms, and many rules ask for the same sentences."""


def fold(text: str) -> str:
    """Return only the text of the match key."""
    return _fold(text)


@lru_cache(_REMEMBERED)
def _fold(text: str) -> str:
    folded = _one_to_one(text)
    if _has_mark(folded) or _UNUSUAL.search(folded):
        return _IRREGULAR.sub(_folded, folded)
    return folded.translate(_WITHOUT_BLANKS) if _BLANK.search(folded) else folded


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words, however they are spelled; texts without words have none."""
    return fold(one) == fold(other) != ""


_MARKS_OF_A_TEXT = "[" + re.escape(".,;:!?、\"'()[]{}《》〈〉·…") + "]+"
_IDLE_MARKS = re.compile(rf"(?<![0-9]){_MARKS_OF_A_TEXT}|{_MARKS_OF_A_TEXT}(?![0-9])")
"""Marks that say nothing: 2.5, 1:3 and 20、30 are not what they are without them, and < is a condition."""


def same_but_for_marks(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but spelling and marks that say nothing.

    Wider than `same_words`: for judging what was adopted, never for finding where a quotation stands.
    """
    return one == other or _without_idle_marks(one) == _without_idle_marks(other)


def words_key(text: str) -> MatchKey:
    """Return the match key without marks that say nothing: what two printings of the same words share.

    Where a line ends a mark may hang beyond the margin and be lost; where a heading stands on a line of its
    own nothing is printed behind it.
    """
    key = match_key(text)
    kept: list[int] = []
    done = 0
    for mark in _IDLE_MARKS.finditer(key.text):
        kept.extend(range(done, mark.start()))
        done = mark.end()
    kept.extend(range(done, len(key.text)))
    words = "".join([key.text[at] for at in kept])
    return MatchKey(words, [key.start[at] for at in kept], [key.end[at] for at in kept])


def _without_idle_marks(text: str) -> str:
    """Return the key without marks that say nothing; folded first, so that they are those of the list."""
    return _IDLE_MARKS.sub("", fold(text))


def _has_mark(folded: str) -> bool:
    """Whether a run counts as one mark."""
    return "--" in folded or "…" in folded or "..." in folded


def _one_to_one(text: str) -> str:
    return _FOLDED.sub(_twin, text)


def _twin(match: re.Match[str]) -> str:
    """Return the one character as which another one counts."""
    char = match[0]
    if char in _FOLD:
        return _FOLD[char]
    found = common(char)
    return _FOLD.get(found, found) if len(found) == 1 else char


def _folded(match: re.Match[str]) -> str:
    """Return what stands in the key for something irregular."""
    if match[1]:
        return "-" if match[1][0] == "-" else "…"
    return common(match[2]) if match[2] else ""
