"""Characters that nobody sees, or that only look like others."""

import re
import unicodedata
from collections.abc import Iterator

from plancli.core.check.text.flaw import Flaw

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINS_EMOJI = re.compile(
    "[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?\u200d[\u2600-\u27bf\U0001f000-\U0001faff]"
)


def invisible(text: str) -> Iterator[Flaw]:
    """Yield zero-width and direction characters; the one that joins two emoji may stand."""
    if text.isascii() or not _INVISIBLE.search(text):
        return
    joins: set[int] = set()
    for match in _JOINS_EMOJI.finditer(text):
        joins.update(range(*match.span()))
    for match in _INVISIBLE.finditer(text):
        if match.start() not in joins:
            yield Flaw(match.start(), f"U+{ord(match[0]):04X}")


_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def lookalikes(text: str) -> Iterator[Flaw]:
    """Yield radicals and compatibility characters that look like common ones; PDF files leave them."""
    for match in _LOOKALIKE.finditer(text):
        better = unicodedata.normalize("NFKC", match[0])
        if better != match[0]:
            yield Flaw(match.start(), match[0], better)
