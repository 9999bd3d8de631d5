"""The language in which a text is written."""

import re

_HANZI = re.compile("[\u4e00-\u9fff]")


def language_of(text: str) -> str:
    """Return zh where at least a tenth of the letters is Chinese, else en; of no text zh."""
    hanzi = len(_HANZI.findall(text))
    return "zh" if hanzi * 10 >= len("".join(text.split())) else "en"
