"""Write values of our own formats as YAML: indent two, sentences as literal blocks, lists of names flat.

Written by hand because the layout is a promise: one sentence a line, and the same bytes whatever version of
a library is installed. What it writes is read back before it reaches a file.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from plancli.core.model import Span
from plancli.core.text import sentences

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_LOOKS_TYPED = re.compile(  # what a YAML 1.1 or 1.2 reader takes for something else than a text
    r"(?i)[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*)"
    r"|[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]*(?:e[-+]?[0-9]+)?|[-+]?\.inf|\.nan"
    r"|\d{4}-\d\d?-\d\d?.*|true|false|yes|no|on|off|null|y|n"
)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


class Block(list[str]):
    """Lines of a literal block scalar."""


def scalar(text: str, flow: bool = False) -> str:
    """Return one line of YAML that every reader takes for this very string."""
    awkward = bool(
        not _PLAIN.fullmatch(text)
        or _LOOKS_TYPED.fullmatch(text)
        or _UNPRINTABLE.search(text)
        or text != text.strip()
        or text.endswith(":")
        or ": " in text
        or " #" in text
        or (flow and any(mark in text for mark in ",[]{}?:"))
    )
    return quoted(text) if awkward else text


def quoted(text: str) -> str:
    """Return text in double quotes."""
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False))


def names(values: Iterable[str]) -> str:
    """Return a flat list: [甲, 乙]."""
    return f"[{', '.join(scalar(value, flow=True) for value in values)}]"


def running_text(text: str) -> Block | str:
    """Return a text as a block of sentences, or as it is where a block could not hold it."""
    lines = sentences(text)
    safe = all(line.strip() == line and not _UNPRINTABLE.search(line) for line in lines)
    return Block(lines) if lines and safe else text


def mapping(values: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of a block mapping; None leaves a key out."""
    for key, value in values.items():
        if value is not None:
            yield from entry(key, value)


def entry(key: str, value: Any) -> Iterator[str]:
    """Yield the lines of one key with its value."""
    name = scalar(key)
    if isinstance(value, Block):
        yield f"{name}: |-"
        yield from _indented(value)
    elif isinstance(value, Mapping) and value:
        yield f"{name}:"
        yield from _indented(mapping(value))
    elif isinstance(value, Mapping):
        yield f"{name}: {{}}"
    elif isinstance(value, list | tuple) and not isinstance(value, Span):
        yield from _sequence(name, value)
    else:
        yield f"{name}: {scalar(value) if isinstance(value, str) else value}"


def item(value: Any) -> Iterator[str]:
    """Yield the lines of one element of a block list."""
    lines = mapping(value) if isinstance(value, Mapping) else iter([scalar(str(value))])
    yield "- " + next(lines)
    yield from _indented(lines)


def document(values: Mapping[str, Any], comment: str = "") -> str:
    """Return a whole file."""
    head = [f"# {line}" for line in comment.splitlines()]
    return "\n".join([*head, *mapping(values), ""])


def _sequence(name: str, values: Sequence[Any]) -> Iterator[str]:
    if any(isinstance(value, Mapping) for value in values):
        yield f"{name}:"
        for value in values:
            yield from _indented(item(value))
    else:
        yield f"{name}: {names(map(str, values))}"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"  {line}" if line else "" for line in lines)
