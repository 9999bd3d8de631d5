"""The pictures that a Markdown file shows, by the names of their files: ![alt](file), <img src="file">."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from plancli.core.intake.body import BodyPicture

_IN_LINE = re.compile(r"!\[|<img\b", re.IGNORECASE)
_PICTURE = re.compile(
    r"""(?<!\\)!\[(?P<alt>[^\[\]\n]{0,500})\]
    \(\s*(?:<(?P<apart>[^<>\n]{1,500})>|(?P<data>data:[^\s()]*)
      |(?P<name>(?:[^()"'\n]|\([^()"'\n]{0,100}\)){1,500}?))
    (?:\s+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?\s*\)(?:\{[^{}\n]{0,200}\})?
    |<img\b(?P<tag>(?:[^<>"']|"[^"\n]{0,4000}"|'[^'\n]{0,4000}'){1,4000})>""",
    re.VERBOSE | re.IGNORECASE,
)
"""A picture with a title or attributes behind its file; both are not taken."""
_SOURCE = re.compile(r"""\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_WORDS = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


def pictures_in(line: str) -> Iterator[BodyPicture]:
    """Yield the pictures of a line: nothing but their names is known here."""
    if not _IN_LINE.search(line):
        return
    for match in _PICTURE.finditer(line):
        tag = match["tag"]
        name = _attribute(_SOURCE, tag) if tag else match["apart"] or match["data"] or match["name"]
        words = _attribute(_WORDS, tag) if tag else match["alt"]
        name = unquote(name.strip())
        yield BodyPicture(b"", f".{name.rpartition('.')[2].lower()}", words, name)


def without_pictures(line: str) -> str:
    """Return the words of a line."""
    return _PICTURE.sub("", line) if _IN_LINE.search(line) else line


def only_pictures(line: str) -> bool:
    """Whether a line shows pictures and says nothing: what stands below or above it may be their title."""
    return _IN_LINE.search(line) is not None and not without_pictures(line).strip()


def _attribute(pattern: re.Pattern[str], tag: str) -> str:
    match = pattern.search(tag)
    return unescape(match[1] or match[2] or "") if match else ""
