"""The regular expressions of plancli as the Python that built it compiled them.

Python compiles each of them anew at every start, which takes a `check` a fifth of its time: classes of
Chinese characters are long. What comes out is a list of numbers, the same ones each time; the build writes
them down (`cli.storing_patterns`), and a start puts them where `re` looks before it compiles.

What the numbers mean is private to one Python, so they count for exactly that one: any other compiles, as
ever. So is a pattern that is not stored, or was worded otherwise then: it is found by its words.
"""

import marshal
import os
import re
import sys
from functools import cache
from importlib import import_module

TYPE_CHECKING = False  # as in `language`
if TYPE_CHECKING:
    from collections.abc import MutableMapping

STORE = os.path.join(os.path.dirname(__file__), "patterns", f"{sys.implementation.cache_tag}.bin")

Key = tuple[type, str, int]
"""What `re` keeps a compiled pattern by: the type of its words, the words, and the flags."""
Stored = tuple[str, int, int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""The words and the flags as they are asked for; the flags and the code that come out; the groups."""


@cache
def use(store: str = STORE) -> None:
    """Let `re` find the stored patterns, where this Python has made them; once in a process."""
    try:
        with open(store, "rb") as file:
            head, body = file.read().split(b"\n", 1)
    except (OSError, ValueError):
        return
    if head != made_by():
        return
    engine = import_module("_sre")
    kept = kept_by_re()
    stored: list[Stored] = marshal.loads(body)
    for words, asked, flags, code, *groups in stored:
        numbers = memoryview(code).cast("I").tolist()
        kept[str, words, asked] = engine.compile(words, flags, numbers, *groups)


def kept_by_re() -> "MutableMapping[Key, re.Pattern[str]]":
    """Return where `re` keeps what it has compiled; a place of our own, if it has none under that name."""
    found: MutableMapping[Key, re.Pattern[str]] = vars(re).get("_cache", {})
    return found


def made_by() -> bytes:
    """Return which Python this is: the exact version, and of what size its numbers are."""
    engine = import_module("_sre")
    words = (
        str(sys.implementation.cache_tag),
        f"{sys.hexversion:x}",
        sys.byteorder,
        f"{sys.maxsize:x}",
        str(engine.MAGIC),
        str(engine.CODESIZE),
    )
    return " ".join(words).encode()
