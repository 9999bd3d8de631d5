"""Names that become those of files and folders: what one computer cannot store gets lost on it."""

import re
import unicodedata
from functools import cache
from typing import Annotated

from pydantic import AfterValidator, Field

from plancli.core.entry import N_

_SEPARATORS = re.compile(r'[/\\:*?"<>|]')
"""What separates folders on some system, or is no character of a name on another."""
_RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?")
"""Devices of Windows, whatever ending a name has."""
_STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LONGEST = 240
"""Bytes of a name in UTF-8; most systems end at 255, and an ending follows."""


@cache
def unstorable(name: str) -> str | None:
    """Return why no file can have a name on every computer; None where one can."""
    if name != name.strip() or name.startswith(".") or name.endswith("."):
        return N_("it begins or ends with a dot or blank")
    if _SEPARATORS.search(name):
        return N_('it holds one of / \\ : * ? " < > |')
    if _TURNING.search(name):
        return N_(
            "it holds a sign that turns the direction of reading, so that it looks like another name"
        )
    if _RESERVED.fullmatch(name):
        return N_("Windows keeps it for a device")
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST:
        return N_("it is longer than 240 bytes, 80 Hanzi")
    return None


SAME_SOMEWHERE = N_("where case or accents do not count it is the same as another")
"""Why two names do not go together: A and a, é in one character and in two."""


def folded(name: str) -> str:
    """Return a name as the least careful computer tells it from others."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _on_one_line(name: str) -> str:
    if _STEERING.search(name):
        raise ValueError("a name stands on one line")
    if not name.strip():
        raise ValueError("there are only blanks")
    return name


Name = Annotated[str, Field(min_length=1), AfterValidator(_on_one_line)]
"""What something is called: shown in lists and logs, where a line break would begin a line of its own."""
