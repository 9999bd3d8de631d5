"""A table of contents that somebody typed, or a program left as plain lines."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from plancli.core.intake.body import BlockKind, BodyBlock

_HEAD = re.compile(r"目\s*[录次]|(?:Table of )?Contents", re.IGNORECASE)
_LINE = re.compile(r"(?P<words>.+?)(?:[.．·…—_\s]{2,}|\s)[(（]?(?:[0-9]{1,4}|[ivxlc]{1,7})[)）]?")
"""A line of it: words, what leads to the edge, a page."""


_LONGEST = 120
"""Characters of such a line; what is longer is no title with its page."""


def without_contents(blocks: Sequence[BodyBlock]) -> tuple[list[BodyBlock], int]:
    """Return the blocks without the contents, and how many lines these have."""
    kept: list[BodyBlock] = []
    left = 0
    inside = False
    ahead = Counter(_folded(block.printed) for block in blocks)
    for block in blocks:
        ahead[_folded(block.printed)] -= 1
        is_text = block.kind is BlockKind.TEXT and not block.box and len(block.words) <= _LONGEST
        if is_text and _HEAD.fullmatch(block.words):
            inside = True
        elif block.kind is not BlockKind.CONTENTS and not (
            inside and is_text and _is_line(block, ahead)
        ):
            inside = False
            kept.append(block)
            continue
        left += 1
    return kept, left


def _is_line(block: BodyBlock, ahead: Mapping[str, int]) -> bool:
    """Whether a line ends with a page, or says what stands further down, too."""
    return _LINE.fullmatch(block.words) is not None or ahead[_folded(block.printed)] > 0


def _folded(words: str) -> str:
    return "".join(words.split())
