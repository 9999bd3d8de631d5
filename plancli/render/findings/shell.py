"""Words of a command line that the reader is to type or copy."""

import re
from shlex import quote

_PLAIN = re.compile(r"[\w@%+=:,./-]+")
"""What no shell reads as a sign; Chinese characters are letters."""


def word(text: str) -> str:
    """Return a file name as one word of a command line."""
    return text if _PLAIN.fullmatch(text) else quote(text)
