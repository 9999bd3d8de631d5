"""The plan as a tree whose parts come, go and move."""

from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

from plancli.core.plan.cells import (
    OVER_ALL,
    cell_id,
    cells_of,
    column_of_cell,
    columns_of,
    head_key,
    heads_list,
    notes_list,
    owner_of_list,
    unit_id,
    unit_of,
    with_words,
)
from plancli.core.plan.footnotes import note_following
from plancli.core.plan.model import (
    LEVELS_BELOW,
    PLAN,
    Column,
    Figure,
    Footnote,
    Paragraph,
    Part,
    Section,
    Table,
    TableHead,
    TableRow,
)
from plancli.core.plan.outline import Outline, part_key, upwards
from plancli.core.plan.pictures import alt_id, image_id, told_by
from plancli.core.plan.wording import Node
from plancli.core.text.diff import Splice, apply
from plancli.core.text.order import staying

_Node = TypeVar("_Node", Section, Column, Table, Paragraph)


class Tree:
    """The order of a plan: for each section and column the keys in its list, "" for the sections.

    Sections stand in one list for the whole plan, in reading order, whatever holds them: a section comes
    before those below it, and these go wherever it goes. `home` is the list of each key, `nodes` what it is.

    A table has three lists: of its rows, its columns and its notes. Cells and the unit of measure stand in no
    list: they are where their row and column are. A paragraph has a list as soon as something comes into it.
    The picture of a figure, and the words that stand for it, are where that is.
    """

    def __init__(self, outline: Outline) -> None:
        self._joints = outline.joints
        holders = ["", *outline.sections, *outline.lists, *outline.rows]
        self.lists = {holder: outline.children(holder) for holder in holders}
        self.home: dict[str, str] = {}
        for holder, keys in self.lists.items():
            self.home |= dict.fromkeys(keys, holder)
        self._cover = outline.cover
        self._said_in: dict[str, str] = {}
        self._changes: Mapping[str, list[Splice]] = {}
        self.nodes: dict[str, Node] = {**outline.sections, **outline.columns}
        self.nodes |= {**outline.tables, **outline.heads, **outline.rows, **outline.figures}
        if outline.cover:
            self.nodes[PLAN] = outline.cover  # in no list: it neither comes, moves nor goes
        for key, spot in outline.spots.items():
            self.nodes[key] = spot.paragraph
            if outline.holds_fixed and spot.is_fixed:
                self.home[key] = spot.container

    # --- coming, moving, going ------------------------------------------------------------------------------

    def insert(self, key: str, node: Node, container: str, after: str | None) -> None:
        """Put a new part behind `after`; at the beginning where that is None or not in the list.

        A section goes behind all that stands below `after`, unless it stands below that itself.
        """
        if self._is_fixed(key, container):
            self.nodes[key], self.home[key] = node, container
            return
        listed = self._list(container)
        at = listed.index(after) + 1 if after in listed else 0
        self._put(key, node, container, at)
        if container == "" and not self._below(key, after):
            self._pass_by(key, after)

    def said_in(self, note: str) -> str:
        """Return the text in whose words a footnote has its place."""
        noted = self.nodes[owner_of_list(self.home[note]) or ""]
        assert isinstance(noted, Paragraph)
        return self._said_in.get(note, noted.text)

    def say_in(self, note: str, text: str) -> None:
        """Say in which text a footnote has its place, where that is not what its paragraph says here."""
        self._said_in[note] = text

    def changed_by(self, changes: Mapping[str, list[Splice]]) -> None:
        """Say by which changes paragraphs come to say what they will; two texts may not tell."""
        self._changes = changes

    def _pass_by(self, key: str, after: str | None) -> None:
        """Move a section behind all that its neighbour holds."""
        listed = self.lists[""]
        at = listed.index(key)
        while at + 1 < len(listed) and self._below(listed[at + 1], after):
            listed[at], listed[at + 1] = listed[at + 1], key
            at += 1

    def move(self, key: str, container: str, after: str | None, before: str | None = None) -> None:
        """Take a part out of its list, with the sections below it, and put it behind or before another.

        `before` is followed where it is given and in the list; `after` as when a part is inserted.
        """
        block = self._block(key)
        listed = self.lists[self.home[key]]
        for name in block:
            listed.remove(name)
        goal = self._list(container)
        if before in goal:
            at = goal.index(before)
            for offset, name in enumerate(block):
                self._put(name, self.nodes[name], container, at + offset)
            return
        ahead = after
        for name in block:
            self.insert(name, self.nodes[name], container, ahead)
            ahead = name

    def remove(self, key: str) -> None:
        """Take a part out, with all that it holds; what is not there any more stays away."""
        if key not in self.home:
            return
        if self._is_fixed(key, self.home[key]):
            del self.home[key]
            return
        block = self._block(key)
        listed = self.lists[self.home[key]]
        for name in block:
            listed.remove(name)
            del self.home[name]

    def has_list(self, container: str) -> bool:
        """Whether something can come into a list: that of a part that is there, or of the plan.

        A paragraph that is there holds one, if only an empty one, and another one of footnotes.
        """
        owner = owner_of_list(container) or container
        return container in self.lists or self._is_paragraph(owner)

    def fits(self, key: str, container: str) -> bool:
        """Whether a part may come into a list: one that is there, not its own, and none that is too deep.

        Where office and comments each move one of two paragraphs below the other, both would be lost.
        """
        above = [container, *self.above(container)]
        if key in above or not self.has_list(container):
            return False
        if owner_of_list(container):
            return True  # footnotes make no list deeper
        levels = sum(map(self._is_paragraph, above))
        return levels == 0 or levels + self._levels_below(key) <= LEVELS_BELOW

    def _is_paragraph(self, key: str) -> bool:
        node = self.nodes.get(key)
        return key in self.home and isinstance(node, Paragraph) and not isinstance(node, Footnote)

    def _levels_below(self, key: str) -> int:
        """Return how many levels of lists a paragraph holds, with all that came into them.

        What is not in the tree yet holds none: what it brings comes into it one by one.
        """
        return max((1 + self._levels_below(item) for item in self.lists.get(key, ())), default=0)

    def _list(self, container: str) -> list[str]:
        """Return the list of a part; that of a paragraph begins with what comes first.

        Most paragraphs hold none, and a tree is built for every trial of a merge.
        """
        if self._is_paragraph(owner_of_list(container) or container):
            return self.lists.setdefault(container, [])
        return self.lists[container]

    def _is_fixed(self, key: str, container: str) -> bool:
        """Whether a part stands in no list: a cell in its row, the unit of measure of a table, a picture."""
        holder = self.nodes.get(container)
        if isinstance(holder, TableRow | Figure):
            return True
        return isinstance(holder, Table) and key == unit_id(holder)

    def _block(self, key: str) -> list[str]:
        """Return a section with all that stand below it, in order; any other part alone."""
        if self.home[key] != "":
            return [key]
        below = [other for other in self.lists[""] if self._below(other, key)]
        return [key, *below]

    def _put(self, key: str, node: Node, container: str, at: int) -> None:
        """Set a part into a list, and take in what it holds."""
        self._list(container).insert(at, key)
        self.home[key] = container
        self._learn(key, node)

    def _learn(self, key: str, node: Node) -> None:
        """Take in what a new part holds; one that was here before keeps its list.

        A new section is printed as the others are.
        """
        self.nodes[key] = node.printed_with(self._joints) if isinstance(node, Section) else node
        if isinstance(node, Paragraph):
            self.nodes[key] = node.alone
            self._learn_notes(notes_list(key), node.notes)
        if key not in self.lists:
            self._learn_held(key, node)

    def _learn_notes(self, container: str, notes: Sequence[Footnote]) -> None:
        """Take in the footnotes of a new paragraph; one that moves has those that it has by now."""
        if container not in self.lists:
            found = {note.id: note for note in notes}
            self._learn_parts(container, found)

    def _learn_held(self, key: str, node: Node) -> None:
        """Take in the list of a new part; that of a paragraph without one begins with what comes into it."""
        if isinstance(node, TableHead) or (isinstance(node, Paragraph) and not node.items):
            return
        self.lists[key] = []
        match node:
            case TableRow():
                return  # which cell stands in which column its table says
            case Figure():
                for told in told_by(node):
                    self.nodes[told.id], self.home[told.id] = told, key
            case Table():
                self._learn_table(key, node)
            case _:
                self._learn_parts(key, _parts_by_key(node))

    def _learn_parts(self, container: str, parts: Mapping[str, Node]) -> None:
        """Take in parts of a list, in order."""
        for name, part in parts.items():
            if name in self.home:
                continue  # it stands elsewhere, and is to be moved here
            self._list(container).append(name)
            self.home[name] = container
            self._learn(name, part)

    def _learn_table(self, key: str, table: Table) -> None:
        """Take in the columns, rows, cells and notes of a new table."""
        columns = columns_of(table)
        self.lists |= {heads_list(key): [], notes_list(key): []}
        heads = {head_key(key, column): column for column in table.columns}
        self._learn_parts(heads_list(key), heads)
        self._learn_parts(key, {row.id: row for row in table.rows})
        self._learn_parts(notes_list(key), {note.id: note for note in table.notes})
        for row in table.rows:
            for cell in cells_of(row, columns):
                self.nodes[cell.id], self.home[cell.id] = cell, row.id
        if table.unit:
            self.nodes[unit_id(table)], self.home[unit_id(table)] = unit_of(table), key

    def _below(self, key: str, above: str | None) -> bool:
        """Whether a section stands below another one, directly or not."""
        return above in self.above(key)

    def above(self, key: str) -> list[str]:
        """Return the keys of what holds a part, nearest first; a circle of sections ends before it closes.

        A cell is held by its row, and by its column as well.
        """
        found = upwards(key, self._holder)[1:]
        if self.is_cell(key):
            found.insert(1, self._across(key))
        return found

    def is_cell(self, key: str) -> bool:
        """Whether a part is a cell."""
        return isinstance(self.nodes.get(self.home.get(key, "")), TableRow)

    def _across(self, cell: str) -> str:
        """Return the key of the column in which a cell stands; its row may be gone."""
        table = self.home.get(self.home[cell])
        return f"{table}/{column_of_cell(cell)}"

    def columns_around(self, key: str) -> set[str]:
        """Return the key of the column in which a cell stands; none of all else, and where it has no head."""
        if not self.is_cell(key):
            return set()
        return {self._across(key)} & self.home.keys()

    def _holder(self, key: str) -> str | None:
        """Return the key of what holds a part: of a section the one above it, which lists it nowhere."""
        node = self.nodes.get(key)
        if isinstance(node, Section):
            return node.above
        return self.home.get(key) or owner_of_list(key)

    # --- back to sections -----------------------------------------------------------------------------------

    def sections(
        self,
        changed: Mapping[str, Paragraph],
        titles: Mapping[str, str] = MappingProxyType({}),
        numbers: Mapping[str, str | None] = MappingProxyType({}),
    ) -> tuple[Section, ...]:
        """Return the plan with these paragraphs in place of the old ones, these titles and numbers by key.

        A section in which nothing changed is the very value that it was.
        """
        writing = _Writing(changed, titles, numbers)
        found = tuple(self._section(key, writing) for key in self.lists[""])
        cover = self._cover
        if cover is None:
            return found
        title = titles.get(PLAN, cover.title)
        if title != cover.title:
            cover = cover.model_copy(update={"title": title})
        return (cover, *found)

    def _section(self, key: str, writing: "_Writing") -> Section:
        section = self.nodes[key]
        assert isinstance(section, Section)
        body = tuple(self._part(name, writing) for name in self.lists[key])
        title = writing.titles.get(key, section.title)
        number = writing.numbers.get(key, section.number)
        # an equal value is the same value, so that what nobody touched is compared in no time later
        return _saying(section, {"body": body, "title": title, "number": number})

    def _part(self, key: str, writing: "_Writing") -> Part:
        """Return a paragraph as it was changed, or a column or table with all that it holds."""
        node = self.nodes[key]
        if isinstance(node, Table):
            return self._table(key, node, writing)
        if isinstance(node, Figure):
            return self._figure(key, node, writing)
        if isinstance(node, Paragraph):
            return self._paragraph(key, node, writing)
        assert isinstance(node, Column)
        number = writing.numbers.get(key, node.number)
        items = tuple(self._part(name, writing) for name in self.lists[key])
        title = writing.titles.get(key, node.title)
        return _saying(node, {"items": items, "title": title, "number": number})

    def _paragraph(self, key: str, node: Paragraph, writing: "_Writing") -> Paragraph:
        paragraph = writing.changed.get(key, node)
        says = {
            "number": writing.numbers.get(key, node.number),
            "notes": self._notes(key, paragraph.text, writing),
            "items": tuple(self._part(name, writing) for name in self.lists.get(key, ())),
        }
        return _saying(paragraph, says)

    def _notes(self, paragraph: str, text: str, writing: "_Writing") -> tuple[Footnote, ...]:
        """Return the footnotes of a paragraph that says this now, their marks where its words went."""
        found: list[Footnote] = []
        for name in self.lists.get(notes_list(paragraph), ()):
            note = writing.changed.get(name, self.nodes[name])
            assert isinstance(note, Footnote)
            old, changes = self.said_in(name), self._changes.get(paragraph)
            if changes is not None and apply(old, changes) != text:
                changes = None  # they are those of another text
            found.append(note_following(note, old, text, changes))
        return tuple(found)

    def _table(self, key: str, node: Table, writing: "_Writing") -> Table:
        """Return a table with columns and rows as they stand now; the same value where it says the same."""
        columns = tuple(self._column(name, writing) for name in self.lists[heads_list(key)])
        across = columns or columns_of(node)  # no heads are printed, and so none comes or goes
        rows = tuple(self._row(name, across, writing) for name in self.lists[key])
        notes: list[Paragraph] = []
        for name in self.lists[notes_list(key)]:
            note = self.nodes[name]
            assert isinstance(note, Paragraph)
            notes.append(self._paragraph(name, note, writing))
        says: dict[str, Any] = {
            "columns": columns,
            "rows": rows,
            "notes": tuple(notes),
            "title": writing.titles.get(key, node.title),
            "number": writing.numbers.get(key, node.number),
            "unit": self._cell(unit_id(node), writing),
        }
        return _saying(node, says)

    def _figure(self, key: str, node: Figure, writing: "_Writing") -> Figure:
        """Return a figure as it was changed; the same value where it says the same.

        The digest that a draft has of its picture is none of another one.
        """
        says: dict[str, Any] = {
            "image": self._cell(image_id(node), writing),
            "alt": self._cell(alt_id(node), writing),
            "title": writing.titles.get(key, node.title),
            "number": writing.numbers.get(key, node.number),
        }
        if says["image"] != node.image:
            says["digest"] = None
        same = all(getattr(node, name) == value for name, value in says.items())
        return node if same else node.model_copy(update=says)

    def _column(self, key: str, writing: "_Writing") -> TableHead:
        node = self.nodes[key]
        assert isinstance(node, TableHead)
        head = writing.titles.get(key, node.title)
        return node if head == node.title else node.with_title(head)

    def _row(self, key: str, columns: tuple[TableHead, ...], writing: "_Writing") -> TableRow:
        """Return a row with a cell for each of the columns; a new column may have none for it."""
        node = self.nodes[key]
        assert isinstance(node, TableRow)
        words: dict[str, str] = {}
        for column in (OVER_ALL, *(column.key for column in columns)):
            name = cell_id(key, column)
            if self.home.get(name) == key:
                words[name] = self._cell(name, writing)
        cells = with_words(node, columns, words)
        # where one column is left its cells do not tell that a row stands across
        across = len(columns) == 1 and cell_id(key, OVER_ALL) in words
        same = (cells, across) == (node.cells, node.across)
        return node if same else node.model_copy(update={"cells": cells, "across": across})

    def _cell(self, key: str, writing: "_Writing") -> str:
        """Return the words of a cell, a unit of measure or a picture; none where it is not there."""
        if key not in self.home:
            return ""
        node = writing.changed.get(key, self.nodes[key])
        assert isinstance(node, Paragraph)
        return node.text


class _Writing(NamedTuple):
    """What a plan is to say instead of what it says: whole paragraphs, titles and numbers, by key."""

    changed: Mapping[str, Paragraph]
    titles: Mapping[str, str]
    numbers: Mapping[str, str | None]


def _saying(node: _Node, says: dict[str, Any]) -> _Node:
    """Return a part that says something else; the same value where it says the same."""
    same = all(getattr(node, name) == value for name, value in says.items())
    return node if same else node.model_copy(update=says)


def _parts_by_key(node: Section | Column | Paragraph) -> dict[str, Part]:
    """Return what a section, column or paragraph holds, by key, in order; of two with one key the first."""
    found: dict[str, Part] = {}
    if not isinstance(node, Section):
        for item in node.items:
            found.setdefault(item.id, item)
        return found
    for part in node.body:
        found.setdefault(part_key(node, part), part)
    return found


def rearranged(before: Tree, after: Tree, known: Collection[str] = ()) -> set[str]:
    """Return the keys of both trees that stand in another list, or in another order than most of it.

    "Most" is the longest run of keys that stand in the same order in both: as few parts as possible count as
    moved. Those that are `known` to move count, and are left out where the order of the others is compared.
    """
    found: set[str] = set()
    for container, listed in before.lists.items():
        candidates: list[str] = []
        for key in listed:
            if after.home.get(key) == container and key not in known:
                candidates.append(key)
        kept = staying(candidates, after.lists.get(container, ()))
        for key in listed:
            if key in after.home and key not in kept:
                found.add(key)
    return found
