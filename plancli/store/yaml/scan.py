"""Read the plain form that plancli writes and the README shows, without a YAML parser.

Only what every YAML reader takes for the same strings is read here; at anything else `scan` gives up and the
parser decides. A test holds the two against each other.
"""

import re
from typing import Any

_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~][^\n]*"
_FLOW = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~](?:[^\n,?\[\]{}#:'\"]*[^\s,?\[\]{}#:'\"])?"
_QUOTED = r'"[^"\\\n]*"'
_WORD = rf"(?:{_QUOTED}|{_FLOW})"
_ENTRY = re.compile(rf"({_QUOTED}|[^\s\-?:,\[\]{{}}#&*!|>'\"%@`=<~][^\s:#]*):(?: ([^\s].*))?")
_LIST = re.compile(rf"\[(?:{_WORD}(?:, {_WORD})*)?\]")
_VALUE = rf"(?:{_WORD}|\[(?:{_WORD}(?:, {_WORD})*)?\])"
_MAPPING = re.compile(rf"\{{{_WORD}: {_VALUE}(?:, {_WORD}: {_VALUE})*\}}")
_WORDS = re.compile(_WORD)
_PAIRS = re.compile(rf"({_WORD}): ({_VALUE})")
_SCALAR = re.compile(_PLAIN)
_IN_QUOTES = re.compile(_QUOTED)
_BLOCK = "|-"
_DEEPEST = 40
"""Deeper than this no file of ours is indented."""
LONGEST = 100_000
"""Characters of one value at most: a book of two hundred pages is no opinion, and no paragraph."""
_LONGEST_KEY = 1000
"""A parser looks no further than 1,024 characters, quotes among them, for the colon behind a key."""

WIDE_COLON = re.compile(r"^\s*(?:- +)?([A-Za-z_]+)\s*：")
"""A key that a full-width colon follows: for YAML it is no key."""
ODD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\U00100000-\U0010ffff]|\r(?!\n)"
)
"""What no file may hold as it is."""
STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\r(?!\n)")
"""What would steer the terminal that shows it, and is refused as an escape, too. Words pasted from an office
program may hold other odd characters: these are kept as escapes, and nothing in them is lost."""


class _UnusualError(Exception):
    """Something that the parser is to read."""


def scan(text: str) -> dict[str, Any] | None:
    """Return the values of a file as str, list and dict; None where it is not in the plain form."""
    if "\t" in text or "\r" in text:
        return None
    try:
        return _Scanner(text.split("\n")).document()
    except _UnusualError:
        return None


class _Scanner:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.at = 0

    def document(self) -> dict[str, Any]:
        if self.depth() != 0:
            raise _UnusualError
        found = self.mapping(0)
        if self.at < len(self.lines):
            raise _UnusualError
        return found

    def depth(self) -> int:
        """Skip blank lines and comments; return how deep the next line stands, -1 at the end."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            words = line.lstrip(" ")
            if words and words[0] != "#":
                return len(line) - len(words)
            self.at += 1
        return -1

    def mapping(self, indent: int) -> dict[str, Any]:
        """Read the entries that stand at one depth."""
        if indent > _DEEPEST:
            raise _UnusualError
        found: dict[str, Any] = {}
        while entry := self.entry(indent):
            key = _unquoted(entry[1])
            if key in found or len(key) > _LONGEST_KEY:
                raise _UnusualError
            self.at += 1
            found[key] = self.value(entry[2], indent)
        return found

    def entry(self, indent: int) -> re.Match[str] | None:
        """Return the next key at a depth, and what stands behind it; None where less deep lines follow."""
        line = self.lines[self.at] if self.at < len(self.lines) else ""
        # nearly each line is an entry, which begins with neither a blank nor a #
        if line.startswith(" " * indent) and (found := _ENTRY.fullmatch(line, indent)):
            return found
        depth = self.depth()
        if depth < indent:
            return None
        found = _ENTRY.fullmatch(self.lines[self.at], indent)
        if depth > indent or found is None:
            raise _UnusualError
        return found

    def value(self, words: str | None, indent: int) -> Any:
        if words is None:
            return self.below(indent)
        if words == _BLOCK:
            return self.block(indent)
        return _inline(words)

    def below(self, indent: int) -> Any:
        """Read the list or mapping on the lines below a key."""
        depth = self.depth()
        if depth >= indent and self.lines[self.at].startswith("- ", depth):
            return self.sequence(depth)
        if depth > indent:
            return self.mapping(depth)
        raise _UnusualError

    def sequence(self, indent: int) -> list[Any]:
        found: list[Any] = []
        while self.depth() == indent and self.lines[self.at].startswith("- ", indent):
            line = self.lines[self.at]
            if _ENTRY.fullmatch(line, indent + 2):
                self.lines[self.at] = " " * (indent + 2) + line[indent + 2 :]
                found.append(self.mapping(indent + 2))
            else:
                self.at += 1
                found.append(_inline(line[indent + 2 :]))
        if self.depth() > indent:
            raise _UnusualError
        return found

    def block(self, indent: int) -> str:
        """Read a literal block without a final line break; a blank line in it is left to the parser."""
        first = self.lines[self.at] if self.at < len(self.lines) else ""
        depth = len(first) - len(first.lstrip(" "))
        if depth <= indent or not first.strip():
            raise _UnusualError
        start, margin = self.at, " " * depth
        while self.at < len(self.lines) and self.lines[self.at].startswith(margin):
            self.at += 1
        found = [line[depth:] for line in self.lines[start : self.at]]
        self.refuse_more(margin)
        if self.depth() > indent:
            raise _UnusualError
        if not all(found):
            raise _UnusualError
        text = "\n".join(found)
        if len(text) > LONGEST:
            raise _UnusualError
        return text

    def refuse_more(self, margin: str) -> None:
        """Give up where a block goes on behind a blank line, with a blank of its own or a # that is none."""
        at = self.at
        while (
            at < len(self.lines)
            and not self.lines[at].strip()
            and len(self.lines[at]) < len(margin)
        ):
            at += 1
        if at < len(self.lines) and self.lines[at].startswith(margin):
            raise _UnusualError


def _inline(words: str) -> Any:
    """Return the value written on one line."""
    if len(words) > LONGEST:
        raise _UnusualError
    if words.startswith("[") and _LIST.fullmatch(words):
        return [_unquoted(word) for word in _WORDS.findall(words, 1, len(words) - 1)]
    if words.startswith("{") and _MAPPING.fullmatch(words):
        pairs = [(_unquoted(key), _inline(value)) for key, value in _PAIRS.findall(words)]
        if len(dict(pairs)) < len(pairs) or any(len(key) > _LONGEST_KEY for key, _ in pairs):
            raise _UnusualError
        return dict(pairs)
    if words.startswith('"') and _IN_QUOTES.fullmatch(words):
        return words[1:-1]
    if not _SCALAR.fullmatch(words) or ": " in words or " #" in words or words[-1] in ": ":
        raise _UnusualError
    return words


def _unquoted(word: str) -> str:
    return word[1:-1] if word[0] == '"' else word
