"""The YAML parser: nodes with their places, every scalar a string, duplicate keys refused.

Loaded only where the plain form does not do (`scan`), or where a place in a file is needed.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.events import Event
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plancli.core.entry import N_
from plancli.core.finding import Code, Path, Place, refuse
from plancli.store.yaml.depth import refuse_depth
from plancli.store.yaml.scan import LONGEST, STEERING, WIDE_COLON

try:
    from ruamel.yaml.cyaml import CBaseLoader

    COMPILED = True
except ImportError:  # no compiled parser for this platform: same nodes, slower
    COMPILED = False

_TEXT_TAG = "text"


def parsed(file: str, text: str) -> Any:
    """Return the values that the YAML parser reads, or say where it cannot."""
    refuse_depth(file, text, _events(text))
    try:
        root = compose(text)
    except MarkedYAMLError as error:
        raise _explain(file, text, error) from None
    if not isinstance(root, MappingNode):
        reason = "keys with values are expected here"
        kind = refuse(Code.WRONG_KIND, Place(file, 1, 1), key=file, reason=reason)
        raise _wide_colon(file, text, text.count("\n")) or kind
    return _build(file, root, set())


def compose(text: str) -> Node | None:
    return _CLoader(text).get_single_node() if COMPILED else _pure(text)


def _events(text: str) -> Iterator[Event]:
    """Yield what the parser meets, one after the other, without building anything of it."""
    if not COMPILED:
        from ruamel.yaml import YAML

        yield from YAML(typ="safe", pure=True).parse(text)
        return
    parser = _CLoader(text)
    while parser.check_event():
        yield parser.get_event()


if COMPILED:

    class _CLoader(CBaseLoader):
        """The compiled parser with a resolver that answers "text" to everything without a tag."""

        def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
            return _TEXT_TAG

        def ascend_resolver(self) -> None: ...

        def descend_resolver(self, *_: object) -> None: ...


def _pure(text: str) -> Node | None:
    from ruamel.yaml import YAML
    from ruamel.yaml.resolver import VersionedResolver
    from ruamel.yaml.tag import Tag

    class Resolver(VersionedResolver):
        def resolve(self, _kind: object, _value: object, _implicit: object) -> Tag:
            return Tag(suffix=_TEXT_TAG)

    yaml = YAML(typ="safe", pure=True)
    yaml.Resolver = Resolver
    node: Node | None = yaml.compose(text)
    return node


def _build(file: str, node: Any, seen: set[int]) -> Any:
    tag = node.ctag
    if tag.suffix != _TEXT_TAG or tag.handle or id(node) in seen:
        mark = node.start_mark
        raise refuse(Code.YAML_FEATURE, Place(file, mark.line + 1, mark.column + 1))
    seen.add(id(node))
    if isinstance(node, ScalarNode):
        if node.style == ">" or (node.style != "|" and node.end_mark.line != node.start_mark.line):
            mark = node.start_mark
            raise refuse(Code.FOLDED, Place(file, mark.line + 1, mark.column + 1), key="text")
        _refuse_odd(file, node)
        _refuse_long(file, node)
        return node.value
    if isinstance(node, SequenceNode):
        return [_build(file, child, seen) for child in node.value]
    return dict(_pairs(file, node, seen))


def _refuse_odd(file: str, node: ScalarNode) -> None:
    """Refuse what would steer a terminal and was written as an escape: "\\e[2J"."""
    if odd := STEERING.search(node.value):
        mark = node.start_mark
        place = Place(file, mark.line + 1, mark.column + 1)
        raise refuse(Code.ODD_CHARACTER, place, character=f"U+{ord(odd[0]):04X}")


def _refuse_long(file: str, node: ScalarNode) -> None:
    if len(node.value) > LONGEST:
        mark = node.start_mark
        place = Place(file, mark.line + 1, mark.column + 1)
        problem = N_("the characters of one text")
        raise refuse(Code.TOO_MUCH, place, problem=problem, most=str(LONGEST))


def _pairs(file: str, node: Node, seen: set[int]) -> Iterator[tuple[str, Any]]:
    keys: set[str] = set()
    for key, value in node.value:
        name = _build(file, key, seen)
        if not isinstance(name, str) or name in keys:
            place = Place(file, key.start_mark.line + 1, key.start_mark.column + 1)
            raise refuse(Code.DUPLICATE_KEY, place, key=str(name))
        keys.add(name)
        yield name, _build(file, value, seen)


def descend(node: Node, path: Path) -> Node:
    """Follow `path` as far as it exists.

    A list may stand for a mapping of which it is the one value, as a row of a table that has no id.
    """
    for step in path:
        if isinstance(node, SequenceNode) and isinstance(step, str):
            continue
        children = dict_of(node) if isinstance(node, MappingNode) else node.value
        if isinstance(node, ScalarNode) or (isinstance(step, int) and step >= len(children)):
            return node
        if isinstance(node, MappingNode) and step not in children:
            return node
        node = children[step]
    return node


def text_place(node: Any, text: str, offset: int) -> tuple[int, int]:
    """Return line and column (from 0) of the character at `offset` in a scalar, its line breaks left out."""
    mark = node.start_mark
    if not isinstance(node, ScalarNode):
        return mark.line, mark.column
    if node.style in SIGNS:
        return mark.line, mark.column + 1 + _in_quotes(node, text, offset)
    if node.style != "|":
        return mark.line, mark.column + offset
    first = mark.line + 1
    lines = text.splitlines()[first : node.end_mark.line + 1]
    for number, line in enumerate(lines):
        words = line.strip()
        if offset < len(words):
            return first + number, len(line) - len(line.lstrip()) + offset
        offset -= len(words)
    return mark.line, mark.column


SIGNS = {
    "'": re.compile("''|(?s:.)"),
    '"': re.compile(r"\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\?(?s:.)"),
}
"""What stands for one character between quotes of either kind."""


def _in_quotes(node: Any, text: str, offset: int) -> int:
    """Return how far behind the opening quote the character at `offset` is written."""
    written = text[node.start_mark.index + 1 : node.end_mark.index - 1]
    starts = _starts(node.style, written)
    value: str = node.value
    at = 0
    for line in value.splitlines(keepends=True):
        words = line.strip()
        if offset < len(words):
            return starts[at + line.index(words) + offset]
        offset -= len(words)
        at += len(line)
    return len(written)


@lru_cache(maxsize=8)
def _starts(style: str, written: str) -> tuple[int, ...]:
    """Return where each character begins; kept, as one text can have a finding in every word."""
    return tuple(match.start() for match in SIGNS[style].finditer(written))


def in_block(node: Any) -> bool:
    """Whether this is a list with a line for each item."""
    return isinstance(node, SequenceNode) and not node.flow_style


def key_at(root: Node, path: Path) -> Node | None:
    """Return the node of the key at the end of `path`."""
    parent = descend(root, path[:-1])
    keys: list[Node] = [key for key, _ in parent.value] if isinstance(parent, MappingNode) else []
    return next((key for key in keys if path and key.value == path[-1]), None)


def dict_of(node: MappingNode) -> dict[str | int, Node]:
    """Return a mapping node's values by key."""
    return {key.value: value for key, value in node.value}


def _explain(file: str, text: str, error: MarkedYAMLError) -> Exception:
    unclosed = "end of stream" in str(error.problem)  # then the place where it was opened helps
    mark = (unclosed and error.context_mark) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.splitlines()
    if lines and line >= len(lines):  # what is missing is missing behind the last line
        line, column = len(lines) - 1, len(lines[-1])
    shown = lines[line] if lines else ""
    if shown[column : column + 1] == "\t" or shown[:column].endswith("\t"):
        return refuse(Code.TAB, Place(file, line + 1, column + 1))
    if "found undefined alias" in str(error.problem):
        return refuse(Code.YAML_FEATURE, Place(file, line + 1, column + 1))
    problem = error.problem or error.context or ""
    return _wide_colon(file, text, line) or refuse(
        Code.SYNTAX, Place(file, line + 1, column + 1), problem=problem, shown=shown.strip()
    )


def _wide_colon(file: str, text: str, line: int) -> Exception | None:
    """Blame the nearest full-width colon after a key at or above `line`."""
    lines = text.splitlines()
    for at in range(min(line, len(lines) - 1), -1, -1):
        if match := WIDE_COLON.match(lines[at]):
            return refuse(Code.WIDE_COLON, Place(file, at + 1, match.end()), key=match[1])
    return None
