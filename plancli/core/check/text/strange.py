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
    # Most texts have none: the patterns of emoji and forms need not be tried.
    if text.isascii() or not _INVISIBLE.search(text):
        return
    may_stand = _doing_something(text)
    for match in _INVISIBLE.finditer(text):
        if match.start() not in may_stand:
            yield Flaw(match.start(), f"U+{ord(match[0]):04X}")


def _doing_something(text: str) -> set[int]:
    """Return where characters stand that are not seen, and without which others would look otherwise."""
    found: set[int] = set()
    # The character that joins stands inside the two emoji.
    for match in _JOINS_EMOJI.finditer(text):
        found.update(range(*match.span()))
    for match in _FORM.finditer(text):
        found.add(match.start())
    return found


def lookalikes(text: str) -> Iterator[Flaw]:
    """Yield radicals and compatibility characters that look like common ones; PDF files leave them."""
    for match in TWIN.finditer(text):
        char = match[0]
        better = common(char)
        if better != char:
            yield Flaw(match.start(), char, better)
