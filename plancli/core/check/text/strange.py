"""Characters that nobody sees, or that only look like others."""

import re
from collections.abc import Iterator

from plancli.core.check.text.flaw import Flaw
from plancli.core.text.alike import TWIN, UNSEEN, VARIATIONS, common

_INVISIBLE = re.compile(f"[{UNSEEN}]")
_FORM = re.compile(f"(?<=[^\\s{UNSEEN}])[{VARIATIONS}]")
"""What chooses a form of the character before it: it is seen in that."""
_JOINS_EMOJI = re.compile(
    "[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?\u200d[\u2600-\u27bf\U0001f000-\U0001faff]"
)


def invisible(text: str) -> Iterator[Flaw]:
    """Yield what is not to be seen, such as zero-width and direction characters.

    What joins two emoji may stand, and what chooses the form of a character: ❤️, 葛󠄀.
    """
    if text.isascii() or not _INVISIBLE.search(text):
        return
    joins: set[int] = set()
    for match in _JOINS_EMOJI.finditer(text):
        joins.update(range(*match.span()))
    joins.update(match.start() for match in _FORM.finditer(text))
    for match in _INVISIBLE.finditer(text):
        if match.start() not in joins:
            yield Flaw(match.start(), f"U+{ord(match[0]):04X}")


def lookalikes(text: str) -> Iterator[Flaw]:
    """Yield radicals and compatibility characters that look like common ones; PDF files leave them."""
    for match in TWIN.finditer(text):
        better = common(match[0])
        if better != match[0]:
            yield Flaw(match.start(), match[0], better)
