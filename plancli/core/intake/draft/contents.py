"""A table of contents that somebody typed, or a program left as plain lines."""

import re
from collections.abc import Sequence

from plancli.core.intake.body import BlockKind, BodyBlock

_HEAD = re.compile(r"目\s*[录次]|(?:Table of )?Contents", re.IGNORECASE)
_LINE = re.compile(r"(?P<words>.+?)(?:[.．·…—_\s]{2,}|\s)[(（]?(?:[0-9]{1,4}|[ivxlc]{1,7})[)）]?")
"""A line of it: words, what leads to the edge, a page."""


def without_contents(blocks: Sequence[BodyBlock]) -> tuple[list[BodyBlock], int]:
    """Return the blocks without the contents, and how many lines these have."""
    kept: list[BodyBlock] = []
    left = 0
    inside = False
    for at, block in enumerate(blocks):
        if _HEAD.fullmatch(block.words.strip()) and block.kind in (
            BlockKind.TEXT,
            BlockKind.CONTENTS,
        ):
            inside = True
        elif block.kind is BlockKind.CONTENTS or (inside and _is_line(blocks, at)):
            pass
        else:
            inside = False
            kept.append(block)
            continue
        left += 1
    return kept, left


def _is_line(blocks: Sequence[BodyBlock], at: int) -> bool:
    """Whether a block is a line of the contents: it ends with a page, or stands further down, too."""
    block = blocks[at]
    if block.kind is not BlockKind.TEXT or block.box:
        return False
    if _LINE.fullmatch(block.words):
        return True
    words = _folded(block.printed)
    return any(_folded(later.printed) == words for later in blocks[at + 1 :])


def _folded(words: str) -> str:
    return "".join(words.split())
