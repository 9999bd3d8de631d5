"""Write values of our own formats as YAML: indent two, sentences as literal blocks, lists of names flat.

Written by hand because the form is a promise: one sentence a line, and the same bytes whatever version of
a library is installed. What it writes is read back before it reaches a file.
"""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from plancli.core.plan.span import Span
from plancli.core.text.characters import sentences

_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=<~][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]*")
_CHINESE = re.compile(
    r"[\u4e00-\u9fff][^\x00-\x20\x7f-\xa0:#,\[\]{}?\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*"
)
"""What is most of our text, and plain everywhere."""
_LOOKS_TYPED = re.compile(  # what a YAML 1.1 or 1.2 reader takes for something else than a text
    r"(?i)[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-f_]+|[0-9][0-9_]*(?::[0-5]?[0-9])*)"
    r"|[-+]?(?:[0-9][0-9_]*)?\.?[0-9_]*(?:e[-+]?[0-9]+)?|[-+]?\.inf|\.nan"
    r"|\d{4}-\d\d?-\d\d?.*|true|false|yes|no|on|off|null|y|n"
)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


class Block(list[str]):
    """Lines of a literal block scalar."""


class Lines(Block):
    """Lines of a block whose breaks count, as in the words of a person."""


class Row(dict[str, Any]):
    """Keys with words, or lists of words, on one line, in braces; those that are None are left out."""


def scalar(text: str, flow: bool = False) -> str:
    """Return one line of YAML that every reader takes for this very string."""
    if _CHINESE.fullmatch(text):
        return text
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


_key = lru_cache(maxsize=256)(scalar)
"""The same few keys stand in each file."""


def is_printable(text: str) -> bool:
    """Whether a text may stand in a file as it is, without escapes."""
    return not _UNPRINTABLE.search(text)


def quoted(text: str) -> str:
    """Return text in double quotes."""
    return _ESCAPED.sub(
        lambda match: f"\\u{ord(match[0]):04x}", json.dumps(text, ensure_ascii=False)
    )


def names(values: Iterable[str]) -> str:
    """Return a flat list: [甲, 乙]."""
    return f"[{', '.join(scalar(value, flow=True) for value in values)}]"


def row(values: Row) -> str:
    """Return keys and values in braces: {in: 第一章, field: title}."""
    pairs: list[str] = []
    for key, value in values.items():
        if value is not None:
            pairs.append(f"{scalar(key, flow=True)}: {in_a_row(value)}")
    return f"{{{', '.join(pairs)}}}"


def in_a_row(value: Any) -> str:
    """Return a value as it stands in a line: a list of words in brackets, all else as it is."""
    if isinstance(value, str):
        return scalar(value, flow=True)
    if isinstance(value, list | tuple) and not isinstance(value, Span):
        return names(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def running_text(text: str) -> Block | str:
    """Return a text as a block of sentences, or as it is where a block could not hold it."""
    lines = sentences(text)
    safe = all(line.strip() == line and not _UNPRINTABLE.search(line) for line in lines)
    return Block(lines) if lines and safe else text


def words(text: str) -> Lines | str:
    """Return words of a person as a block, or as they are where a block could not hold them."""
    lines = text.split("\n")
    begun, ended = bool(lines[0][:1].strip()), bool(lines[-1].strip())
    return Lines(lines) if begun and ended and not any(map(_UNPRINTABLE.search, lines)) else text


def entry(key: str, value: Any) -> list[str]:
    """Return the lines of one key with its value."""
    lines: list[str] = []
    _write_entry(lines, "", key, value)
    return lines


def item(value: Any) -> list[str]:
    """Return the lines of one element of a block list."""
    lines: list[str] = []
    _write_item(lines, "", value)
    return lines


def document(values: Mapping[str, Any], comment: str = "") -> str:
    """Return a whole file."""
    lines = [f"# {line}" for line in comment.splitlines()]
    _write_mapping(lines, "", values)
    return "\n".join([*lines, ""])


def _write_mapping(lines: list[str], margin: str, values: Mapping[str, Any]) -> None:
    """Write a block mapping; None leaves a key out."""
    for key, value in values.items():
        if value is not None:
            _write_entry(lines, margin, key, value)


def _write_entry(lines: list[str], margin: str, key: str, value: Any) -> None:
    name = margin + _key(key)
    if isinstance(value, str):
        lines.append(f"{name}: {scalar(value)}")
    elif isinstance(value, Block):
        lines.append(f"{name}: |-")
        lines += [f"{margin}  {line}" if line else "" for line in value]
    elif isinstance(value, bool):
        lines.append(f"{name}: {str(value).lower()}")
    elif isinstance(value, int):
        lines.append(f"{name}: {value}")
    elif isinstance(value, Mapping):
        lines.append(f"{name}:" if value else f"{name}: {{}}")
        _write_mapping(lines, margin + "  ", value)
    elif isinstance(value, list | tuple) and not isinstance(value, Span):
        _write_list(lines, margin, name, value)
    else:
        lines.append(f"{name}: {value}")


def _write_list(lines: list[str], margin: str, name: str, values: Sequence[Any]) -> None:
    if any(isinstance(value, Mapping) for value in values):
        lines.append(f"{name}:")
        for value in values:
            _write_item(lines, margin + "  ", value)
    else:
        lines.append(f"{name}: {names(map(str, values))}")


def _write_item(lines: list[str], margin: str, value: Any) -> None:
    if isinstance(value, Row):
        lines.append(f"{margin}- {row(value)}")
        return
    if not isinstance(value, Mapping) or not value:
        lines.append(f"{margin}- " + ("{}" if isinstance(value, Mapping) else scalar(str(value))))
        return
    first = len(lines)
    _write_mapping(lines, margin + "  ", value)
    lines[first] = f"{margin}- {lines[first][len(margin) + 2 :]}"
