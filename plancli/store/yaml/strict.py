"""Strict YAML: every scalar a string, duplicate keys refused, line and column known for every value."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from plancli.core.entry import N_
from plancli.core.finding import Code, Extent, Path, Place, PlanError, refuse
from plancli.store.lying import LARGEST
from plancli.store.yaml.scan import ODD, scan

if TYPE_CHECKING:
    from ruamel.yaml.nodes import Node

_MARKER = re.compile(r"^(<{7,}(?= )|={7,}(?=\r?$)|>{7,}(?= ))", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A file read: its text without BOM, and the values as str, list and dict."""

    file: str
    text: str
    bom: bool
    data: Any

    @property
    def raw(self) -> bytes:
        """The bytes of the file."""
        return ("\ufeff" if self.bom else "").encode() + self.text.encode()

    @cached_property
    def root(self) -> "Node":
        """The nodes with their places in the text; the parser is asked only where they are needed."""
        from plancli.store.yaml.nodes import compose

        root = compose(self.text)
        assert root is not None
        return root

    def place(self, path: Path = (), offset: int | None = None) -> Place:
        """Return where the value at `path` begins; of a missing value, where its mapping begins.

        `offset` goes that many characters into a text as it is read, without its line breaks.
        """
        from plancli.store.yaml.nodes import descend, text_place

        node = descend(self.root, path)
        line, column = node.start_mark.line, node.start_mark.column
        if offset is not None:
            line, column = text_place(node, self.text, offset)
        return Place(self.file, line + 1, column + 1)

    def lines(self, extent: Extent) -> range:
        """Return the lines on which an extent stands; none of a list in which each item has its own."""
        from plancli.store.yaml.nodes import descend, in_block

        if in_block(descend(self.root, extent.path)):
            return range(0)
        first, last = (self.place(extent.path, at).line for at in (extent.start, extent.end - 1))
        return range(first, last + 1)

    def key_place(self, path: Path) -> Place:
        """Return where the key at the end of `path` stands."""
        from plancli.store.yaml.nodes import key_at

        key = key_at(self.root, path)
        if key is not None:
            return Place(self.file, key.start_mark.line + 1, key.start_mark.column + 1)
        return self.place(path)


def decode(file: str, raw: bytes) -> tuple[str, bool]:
    """Return the text of a UTF-8 file and whether it had a BOM."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        raise refuse(Code.NOT_UTF8, _place(file, before, len(before))) from None
    return text.removeprefix("\ufeff"), text.startswith("\ufeff")


def parse(file: str, raw: bytes) -> Document:
    """Read a YAML file of strings, lists and mappings; anything else is refused with its place."""
    if len(raw) > LARGEST:
        raise too_large(file)
    text, bom = decode(file, raw)
    if odd := ODD.search(text):
        raise refuse(
            Code.ODD_CHARACTER, _place(file, text, odd.start()), character=f"U+{ord(odd[0]):04X}"
        )
    data = scan(text)
    if data is None:
        _refuse_markers(file, text)
        from plancli.store.yaml.nodes import parsed

        data = parsed(file, text)
    return Document(file, text, bom, data)


def too_large(file: str) -> PlanError:
    """Return the refusal of a file that is larger than any of ours."""
    most = f"{LARGEST >> 20} MiB"
    return refuse(Code.TOO_MUCH, Place(file), problem=N_("the size of a file"), most=most)


def _refuse_markers(file: str, text: str) -> None:
    """Refuse a file in which a merge of git is not finished; no YAML of ours has such a line."""
    if marker := _MARKER.search(text):
        raise refuse(Code.UNMERGED, _place(file, text, marker.start()), shown=marker[1])


def _place(file: str, text: str, at: int) -> Place:
    return Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
