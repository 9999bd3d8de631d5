"""Change values inside a YAML file and keep every other byte: comments, quoting, order, line ends."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plancli.core.finding import Code, Place, refuse
from plancli.core.plan.span import Span
from plancli.core.text.diff import Splice, apply
from plancli.store.yaml import emit
from plancli.store.yaml.lines import relaid
from plancli.store.yaml.nodes import dict_of
from plancli.store.yaml.quotes import in_its_quotes
from plancli.store.yaml.strict import Document


class Editor:
    """Collects changes of one document in the coordinates of its text, and applies them together.

    With `keeps_comments` it refuses to write anew, or take out, a value that has a YAML comment inside.
    """

    def __init__(self, document: Document, keeps_comments: bool = False) -> None:
        self.document = document
        self.keeps_comments = keeps_comments
        self.text = document.text
        self.newline = "\r\n" if "\r\n" in self.text else "\n"
        self._splices: list[Splice] = []

    def result(self) -> bytes:
        """Return the file's new bytes."""
        text = apply(self.text, sorted(self._splices, key=lambda splice: splice[:2]))
        return ("\ufeff" if self.document.bom else "").encode() + text.encode()

    def set_entry(self, node: Node, order: Sequence[str], key: str, value: Any) -> None:
        """Set, add or (None) remove a key of a block mapping; a new key goes where `order` says."""
        mapping = self._block(node)
        present = dict_of(mapping)
        if key not in present:
            if value is not None:
                self._add_entry(mapping, order, key, value)
        elif value is None:
            self._remove_entry(mapping, key)
        elif _is_text(value) and isinstance(present[key], ScalarNode) and present[key].value:
            self._set_text(mapping, key, value)
        else:
            self._replace(mapping, key, value)

    def _add_entry(self, mapping: MappingNode, order: Sequence[str], key: str, value: Any) -> None:
        """Add a key behind the last of those that come before it, or as the first of all."""
        present, lines = dict_of(mapping), emit.entry(key, value)
        before = [name for name in order[: order.index(key)] if name in present]
        if before:
            self._add_lines(present[before[-1]], self._column(mapping), lines)
            return
        first = int(mapping.value[0][0].start_mark.index)
        indent = " " * self._column(mapping)
        added = "".join(line + self.newline + indent for line in lines)
        self._splices.append(Splice(first, first, added))

    def set_word(
        self, node: Node, order: Sequence[str], key: str, value: str | Span | None
    ) -> None:
        """Set, add or (None) remove a word, or pages, in a mapping with others, in lines or in braces."""
        mapping: Any = node
        present = dict_of(mapping)
        if not mapping.flow_style:
            self.set_entry(node, order, key, value)
        elif key in present and value is None:
            self.drop_entry(node, key)
        elif key in present:
            self._say(present[key], emit.in_a_row(value))
        elif value is not None:
            last: Any = mapping.value[-1][1]
            words = f", {emit.scalar(key, flow=True)}: {emit.in_a_row(value)}"
            self._splices.append(Splice(last.end_mark.index, last.end_mark.index, words))

    def rename(self, node: Node, word: str) -> None:
        """Write another word where a scalar stands, a key or one in a list; its quotes stay."""
        self._say(node, in_its_quotes(node, self.text, word) or emit.scalar(word, flow=True))

    def _say(self, node: Node, said: str) -> None:
        start, end = int(node.start_mark.index), self._content_end(node)
        self._splices.append(Splice(start, end, said))

    def put_first(self, node: Node, key: str, value: str) -> None:
        """Put a word before all others of a mapping, written in lines or in braces."""
        mapping: Any = node
        first: Any = mapping.value[0][0]
        at, said = int(first.start_mark.index), f"{key}: {emit.scalar(value, flow=True)}"
        joint = ", " if mapping.flow_style else self.newline + " " * self._column(mapping)
        self._splices.append(Splice(at, at, said + joint))

    def enclose(self, node: Node, before: str, behind: str) -> None:
        """Put something before and behind a value that stands in one line."""
        start, end = int(node.start_mark.index), self._content_end(node)
        self._splices += [Splice(start, start, before), Splice(end, end, behind)]

    def set_words(self, node: Node, old: Sequence[str], new: Sequence[str]) -> None:
        """Write other words in a list of words: only those that differ, where there are as many."""
        sequence: Any = node
        if len(old) != len(new):
            self.write_anew(node, emit.names(new))
            return
        for child, before, after in zip(sequence.value, old, new, strict=True):
            if before != after:
                self.rename(child, after)

    def write_anew(self, node: Node, said: str) -> None:
        """Write something else where a list or a mapping stands, in lines or in brackets."""
        start, end = int(node.start_mark.index), self._content_end(node)
        self._refuse_comment(_called(node), start, node, end)
        self._splices.append(Splice(start, end, said))

    def drop_entry(self, node: Node, key: str) -> None:
        """Remove a key of a mapping that has others, written in lines or in braces."""
        mapping: Any = node
        if not mapping.flow_style:
            self._remove_entry(mapping, key)
            return
        pairs = mapping.value
        at = next(at for at, (name, _) in enumerate(pairs) if name.value == key)
        if at:
            start, end = pairs[at - 1][1].end_mark.index, pairs[at][1].end_mark.index
        else:
            start, end = pairs[0][0].start_mark.index, pairs[1][0].start_mark.index
        self._splices.append(Splice(start, end, ""))

    def set_names(
        self, node: Node, order: Sequence[str], key: str, value: Sequence[str] | None
    ) -> None:
        """Set a list of names; where names only go or come last, the others stay as they are written."""
        present = dict_of(self._block(node)).get(key)
        old = [child.value for child in present.value] if isinstance(present, SequenceNode) else []
        new = list(value or ())
        staying = [name for name in old if name in new]
        if isinstance(present, SequenceNode) and staying and new[: len(staying)] == staying:
            for position, name in enumerate(old):
                if name not in new:
                    self._drop_name(
                        present, position, leading=not set(old[:position]) & set(staying)
                    )
            self._append_names(present, staying, new[len(staying) :])
        else:
            self.set_entry(node, order, key, value)

    def _drop_name(self, sequence: SequenceNode, position: int, leading: bool) -> None:
        """Remove a name with the comma before it, or behind it where no name that stays leads."""
        if not sequence.flow_style:
            self.remove_item(sequence, position)
            return
        names = sequence.value
        start, end = names[position].start_mark.index, names[position].end_mark.index
        if leading:
            behind, end = end, names[position + 1].start_mark.index
            self._refuse_comment(str(names[position].value), behind, names[position + 1], end)
        else:
            ahead, start = start, names[position - 1].end_mark.index
            self._refuse_comment(str(names[position].value), start, names[position], ahead)
        self._splices.append(Splice(start, end, ""))

    def _append_names(self, sequence: SequenceNode, staying: list[str], added: list[str]) -> None:
        last: Any = next(child for child in reversed(sequence.value) if child.value in staying)
        if not added:
            return
        if sequence.flow_style:
            words = "".join(f", {emit.scalar(name, flow=True)}" for name in added)
            self._splices.append(Splice(last.end_mark.index, last.end_mark.index, words))
        else:
            self._add_lines(
                last, sequence.start_mark.column, [f"- {emit.scalar(name)}" for name in added]
            )

    def insert_items(self, after: Node, column: int, items: Iterable[Mapping[str, Any]]) -> None:
        """Insert list elements on the lines behind `after`: an element of the list, or the list's key."""
        self._add_lines(after, column, (line for value in items for line in emit.item(value)))

    def insert_lines(self, after: Node, column: int, lines: Iterable[str]) -> None:
        """Insert the lines of a list element, as `item_lines` gives them, behind `after`."""
        self._add_lines(after, column, lines)

    def item_lines(self, sequence: SequenceNode, position: int) -> list[str]:
        """Return the lines of a list element as they are written, its comments with it, without indent."""
        column = int(sequence.start_mark.column)
        start, end = self._item(sequence, position)
        lines = self.text[start:end].split(self.newline)
        return [line[column:] if not line[:column].strip() else line.lstrip(" ") for line in lines]

    def spread_item(self, sequence: SequenceNode, position: int, value: Mapping[str, Any]) -> None:
        """Write a mapping that stands in braces as an element of a block list anew, key by key on lines."""
        node: Any = self._block(sequence).value[position]
        start, end = int(node.start_mark.index), int(node.end_mark.index)
        self._refuse_comment(_called(node), start, node, end)
        first, *rest = [line[2:] for line in emit.item(value)]
        indent = " " * int(node.start_mark.column)
        # what follows on the line is a comment, and stays on the first one
        behind = self._line_end(end)
        lines = [first + self.text[end:behind], *(indent + line for line in rest)]
        self._splices.append(Splice(start, behind, self.newline.join(lines)))

    def rewrite_item(self, sequence: SequenceNode, position: int, lines: Sequence[str]) -> None:
        """Write an element of a block list in other lines, as `item_lines` gives them."""
        start, end = self._item(sequence, position)
        indent = " " * int(sequence.start_mark.column)
        written = self.newline.join(indent + line if line else "" for line in lines)
        self._splices.append(Splice(start, end, written))

    def holds_comments(self, sequence: SequenceNode, position: int, lines: Sequence[str]) -> bool:
        """Whether lines have every YAML comment that stands in an element of a block list."""
        start, end = self._item(sequence, position)
        said = "\n".join(lines)
        at = start
        for begin, behind in [*self._words(self._block(sequence).value[position]), (end, end)]:
            for line in self.text[at:begin].splitlines():
                _, sign, comment = line.partition("#")
                if sign and f"#{comment}".rstrip() not in said:
                    return False
            at = behind
        return True

    def _item(self, sequence: SequenceNode, position: int) -> tuple[int, int]:
        """Return where the lines of an element of a block list begin and end, its comments with it."""
        column = int(sequence.start_mark.column)
        node = self._block(sequence).value[position]
        start = self.text.rfind("\n", 0, self.text.rindex("-", 0, node.start_mark.index)) + 1
        return start, self._end_with_comments(node, column)

    def remove_item(self, sequence: SequenceNode, position: int, moved: bool = False) -> None:
        """Remove an element of a block list with its dash; `moved`: its lines stand elsewhere now."""
        node = self._block(sequence).value[position]
        dash = self.text.rindex("-", 0, node.start_mark.index)
        column = int(sequence.start_mark.column)
        if not moved:
            end = self._end_with_comments(node, column)
            self._refuse_comment(_called(node), dash + 1, node, end)
        self._cut(dash, node, column)

    def key_node(self, mapping: MappingNode, key: str) -> Node:
        """Return the node of a key itself."""
        keys: list[Node] = [name for name, _ in mapping.value]
        return next(name for name in keys if name.value == key)

    def _remove_entry(self, mapping: MappingNode, key: str) -> None:
        """Remove a key with its value; the next key takes its place where a dash stands before it."""
        name, value = self.key_node(mapping, key), dict_of(mapping)[key]
        keys: list[Node] = [other for other, _ in mapping.value]
        end = self._end_with_comments(value, name.start_mark.column)
        self._refuse_comment(key, int(name.end_mark.index), value, end)
        before = self.text[
            self.text.rfind("\n", 0, name.start_mark.index) + 1 : name.start_mark.index
        ]
        if before.strip() and name is keys[0] and len(keys) > 1:
            self._splices.append(Splice(name.start_mark.index, keys[1].start_mark.index, ""))
        else:
            self._cut(name.start_mark.index, value, name.start_mark.column)

    def _add_lines(self, after: Node, column: int, lines: Iterable[str]) -> None:
        at = self._end_with_comments(after, column)
        indent = " " * column
        added = "".join(self.newline + (indent + line if line else "") for line in lines)
        self._splices.append(Splice(at, at, added))

    def _end_with_comments(self, node: Node, column: int) -> int:
        """Return the end of a node's last line, or of comments behind it that stand deeper than `column`."""
        end = self._line_end(self._content_end(node))
        at = end
        while (start := self.text.find("\n", at) + 1) and start < len(self.text):
            at = self._line_end(start)
            line = self.text[start:at]
            if line.strip() and not (
                line.lstrip(" ").startswith("#") and self._depth(line) > column
            ):
                break
            end = at if line.strip() else end
        return end

    def _depth(self, line: str) -> int:
        return len(line) - len(line.lstrip(" "))

    def _cut(self, start: int, last: Node, column: int) -> None:
        """Remove the lines from the one that holds `start` to the last of a node."""
        line_start = self.text.rfind("\n", 0, start) + 1
        end = self._end_with_comments(last, column)
        if line_start:
            before = line_start - (2 if self.text[:line_start].endswith("\r\n") else 1)
            self._splices.append(Splice(before, end, ""))
        else:
            self._splices.append(Splice(0, min(end + len(self.newline), len(self.text)), ""))

    def lay_out(self, mapping: MappingNode, key: str, sentences: emit.Block) -> None:
        """Write a text as a block of sentences where it is not written so already."""
        node: Any = dict_of(self._block(mapping))[key]
        indent = " " * (self._column(mapping) + 2)
        wanted = [indent + sentence for sentence in sentences]
        if node.style != "|":
            self._replace(mapping, key, sentences)
            return
        start = self.text.index("\n", node.start_mark.index) + 1
        end = self._content_end(node)
        if self.text[start:end].split(self.newline) != wanted:
            self._splices.append(Splice(start, end, self.newline.join(wanted)))

    def _set_text(self, mapping: MappingNode, key: str, sentences: emit.Block) -> None:
        """Give a text its new sentences in the style that it has."""
        node: Any = dict_of(mapping)[key]
        if node.style == "|":
            self._relay(node, "".join(sentences))
        else:
            text = "".join(sentences)
            self._say(node, in_its_quotes(node, self.text, text) or emit.scalar(text))

    def _replace(self, mapping: MappingNode, key: str, value: Any) -> None:
        """Write a value anew in one line, or as a block where it is one."""
        name, node = self.key_node(mapping, key), dict_of(mapping)[key]
        first, *rest = emit.entry(key, value)
        indent = " " * self._column(mapping)
        head = first.removeprefix(emit.scalar(key))
        end = self._content_end(node)
        self._refuse_comment(key, int(name.end_mark.index), node, end)
        if isinstance(value, str) and (said := in_its_quotes(node, self.text, value)):
            self._say(node, said)
            return
        if rest:  # what follows on the line is a comment, and stays on the key's line
            head, end = head + self.text[end : self._line_end(end)], self._line_end(end)
        lines = [head, *(indent + line for line in rest)]
        self._splices.append(Splice(name.end_mark.index, end, self.newline.join(lines)))

    def _refuse_comment(self, key: str, at: int, value: Node, end: int) -> None:
        """Refuse to lose a comment between `at`, behind a key or dash, and the end of its value."""
        if not self.keeps_comments:
            return
        for start, behind in [*self._words(value), (end, end)]:
            if (sign := self.text.find("#", at, start)) >= 0:
                line, column = self.text.count("\n", 0, sign), sign - self.text.rfind("\n", 0, sign)
                place = Place(self.document.file, line + 1, column)
                shown = self.text[sign : self._line_end(sign)].strip()
                raise refuse(Code.COMMENT_LOST, place, comment=shown, key=key)
            at = behind

    def _words(self, node: Any) -> Iterator[tuple[int, int]]:
        """Yield where the scalars of a node begin and end: there, a # is no comment."""
        if isinstance(node, MappingNode):
            for pair in node.value:
                yield from (span for child in pair for span in self._words(child))
        elif isinstance(node, SequenceNode):
            yield from (span for child in node.value for span in self._words(child))
        elif _is_block_scalar(node):
            yield self._line_end(node.start_mark.index), self._block_scalar_end(node)
        else:
            yield node.start_mark.index, node.end_mark.index

    def _relay(self, node: Node, new: str) -> None:
        """Give a block scalar a new text, touching only the lines of the sentences that changed."""
        start = self.text.index("\n", node.start_mark.index) + 1
        end = self._content_end(node)
        lines = self.text[start:end].split(self.newline)
        first = next(line for line in lines if line.strip())
        indent = first[: len(first) - len(first.lstrip(" "))]
        self._splices.append(Splice(start, end, self.newline.join(relaid(lines, new, indent))))

    def _block(self, node: Any) -> Any:
        if node.flow_style:
            place = self.document.file, node.start_mark.line + 1, node.start_mark.column + 1
            raise refuse(Code.FLOW_STYLE, Place(*place))
        return node

    def _column(self, mapping: MappingNode) -> int:
        return int(mapping.value[0][0].start_mark.column)

    def _line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1] == "\r" else end

    def _content_end(self, node: Any) -> int:
        """Return where the node's last character stands, blank lines and comments behind it left out."""
        if isinstance(node, ScalarNode) and _is_block_scalar(node):
            return self._block_scalar_end(node)
        if isinstance(node, ScalarNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        return self._content_end(last[1] if isinstance(node, MappingNode) else last)

    def _block_scalar_end(self, node: Node) -> int:
        begin = self.text.index("\n", node.start_mark.index) + 1
        indent: int | None = None
        end = at = begin
        for line in self.text[begin : node.end_mark.index].splitlines(keepends=True):
            depth = self._depth(line)
            if line.strip():
                indent = depth if indent is None else indent
                if depth < indent:
                    break
                end = at + len(line.rstrip("\r\n"))
            at += len(line)
        return end


def _called(node: Node) -> str:
    """Return what tells an element of a list: its id, key or name, or its own word."""
    if isinstance(node, ScalarNode):
        return str(node.value)
    first = node.value[0][1] if isinstance(node, MappingNode) and node.value else None
    return str(first.value) if isinstance(first, ScalarNode) else "-"


def _is_text(value: Any) -> bool:
    """Whether a value is a running text, in which only the sentences count, not the lines."""
    return isinstance(value, emit.Block) and not isinstance(value, emit.Lines)


def _is_block_scalar(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.style in ("|", ">")
