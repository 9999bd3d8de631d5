"""What the scans of texts give: flaws at their characters."""

from typing import NamedTuple


class Flaw(NamedTuple):
    """Something wrong in a text: the character at which it begins, the words, and what they should be."""

    offset: int
    words: str
    better: str = ""
