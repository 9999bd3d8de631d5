"""The match key: a text folded so that what a quotation may change without changing the words is equal."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_QUOTES = "“”„‟‘’‚‛「」『』＂＇'"


_DASHES = "—–―─－~～〜‐‑−"


_FOLD = (
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_DASHES, "-")
    | {"。": ".", "｡": ".", "〔": "[", "〕": "]", "【": "[", "】": "]"}
    | dict.fromkeys("•‧・", "·")
)


_FOLDED = re.compile(f"[{re.escape(''.join(_FOLD))}]")


_BLANKS = "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"


_DROPPED = re.compile(rf"[{_BLANKS}\u2000-\u200d\u2060\ufeff\u00ad]+")


_MARKS = re.compile(r"-{2,}|\.*…[.…]*|\.{3,}")
"""Runs that count as one mark."""


_IRREGULAR = re.compile(rf"({_MARKS.pattern})|{_DROPPED.pattern}")
"""What does not fold one to one: marks (group 1), and what is dropped."""


_DROP = dict.fromkeys([*map(ord, _BLANKS), *range(0x2000, 0x200E), 0x2060, 0xFEFF, 0xAD])


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

    Width of digits, letters and punctuation, quote style, dashes and ellipses are folded; blanks and line
    breaks are dropped. `、` and `，` stay different: they are different marks.
    """
    folded = _one_to_one(text)
    if not _IRREGULAR.search(folded):
        return MatchKey(folded, range(len(text)), range(1, len(text) + 1))
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
        if match[1]:
            key.append(_one_mark(match))
            start.append(at)
            end.append(done)
    key.append(folded[done:])
    start.extend(range(done, len(folded)))
    end.extend(range(done + 1, len(folded) + 1))
    return MatchKey("".join(key), start, end)


def fold(text: str) -> str:
    """Return only the text of the match key."""
    folded = _one_to_one(text)
    if "--" in folded or "…" in folded or "..." in folded:
        return _IRREGULAR.sub(_one_mark, folded)
    return folded.translate(_DROP) if _DROPPED.search(folded) else folded


def _one_to_one(text: str) -> str:
    return _FOLDED.sub(lambda match: _FOLD[match[0]], text)


def _one_mark(match: re.Match[str]) -> str:
    return "" if not match[1] else "-" if match[1][0] == "-" else "…"
