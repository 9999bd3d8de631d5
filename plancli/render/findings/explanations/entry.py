"""What the entry of a code consists of."""

from typing import NamedTuple


class Explanation(NamedTuple):
    """What a code means, and a case in which it comes, as the file or the command line shows it."""

    meaning: str
    example: str
