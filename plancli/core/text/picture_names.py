"""Names of files that are pictures: one such name is one word, of which no edit changes a part."""

import re

from plancli.core.text.characters import SENTENCE_MARKS
from plancli.core.text.picture_endings import ENDINGS

_LONGEST = 400
_PICTURE = re.compile(
    rf"[^\s{SENTENCE_MARKS}]{{1,{_LONGEST}}}(?:{'|'.join(map(re.escape, ENDINGS))})", re.IGNORECASE
)
_LAST = frozenset(ending[-1] for ending in ENDINGS)


def names_picture(text: str) -> bool:
    """Whether a text is the name of a picture and nothing else: figures/图1.png."""
    # asked of every text that is compared: of nearly all the last letter says no
    return text[-1:].lower() in _LAST and _PICTURE.fullmatch(text) is not None
