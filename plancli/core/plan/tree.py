"""The plan as a tree whose parts come, go and move."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.plan.model import PLAN, Column, Paragraph, Part, Section
from plancli.core.plan.outline import Outline, column_key, upwards
from plancli.core.plan.wording import Node
from plancli.core.text.order import staying


class Tree:
    """The order of a plan: for each section and column the keys in its list, "" for the sections.

    Sections stand in one list for the whole plan, in reading order, whatever holds them: a section comes
    before those below it, and these go wherever it goes. `home` is the list of each key, `nodes` what it is.
    """

    def __init__(self, outline: Outline) -> None:
        self._joints = outline.joints
        holders = ["", *outline.sections, *outline.columns]
        self.lists = {holder: outline.children(holder) for holder in holders}
        self.home: dict[str, str] = {}
        for holder, keys in self.lists.items():
            self.home |= dict.fromkeys(keys, holder)
        self._cover = outline.cover
        self.nodes: dict[str, Node] = {**outline.sections, **outline.columns}
        if outline.cover:
            self.nodes[PLAN] = outline.cover  # in no list: it neither comes, moves nor goes
        for key, spot in outline.spots.items():
            self.nodes[key] = spot.paragraph

    # --- coming, moving, going ------------------------------------------------------------------------------

    def insert(self, key: str, node: Node, container: str, after: str | None) -> None:
        """Put a new part behind `after`; at the beginning where that is None or not in the list.

        A section goes behind all that stands below `after`, unless it stands below that itself.
        """
        listed = self.lists[container]
        at = listed.index(after) + 1 if after in listed else 0
        self._put(key, node, container, at)
        if container == "" and not self._below(key, after):
            self._pass_by(key, after)

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
        goal = self.lists[container]
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
        block = self._block(key)
        listed = self.lists[self.home[key]]
        for name in block:
            listed.remove(name)
            del self.home[name]

    def _block(self, key: str) -> list[str]:
        """Return a section with all that stand below it, in order; any other part alone."""
        if self.home[key] != "":
            return [key]
        below = [other for other in self.lists[""] if self._below(other, key)]
        return [key, *below]

    def _put(self, key: str, node: Node, container: str, at: int) -> None:
        """Set a part into a list, and take in what it holds."""
        self.lists[container].insert(at, key)
        self.home[key] = container
        self._learn(key, node)

    def _learn(self, key: str, node: Node) -> None:
        """Take in what a new part holds; one that was here before keeps its list.

        A new section is printed as the others are.
        """
        self.nodes[key] = node.printed_with(self._joints) if isinstance(node, Section) else node
        if isinstance(node, Paragraph) or key in self.lists:
            return
        self.lists[key] = []
        for name, part in _parts_by_key(node).items():
            if name in self.home:
                continue  # it stands elsewhere, and is to be moved here
            self.lists[key].append(name)
            self.home[name] = key
            self._learn(name, part)

    def _below(self, key: str, above: str | None) -> bool:
        """Whether a section stands below another one, directly or not."""
        return above in self.above(key)

    def above(self, key: str) -> list[str]:
        """Return the keys of what holds a part, nearest first; a circle of sections ends before it closes."""
        return upwards(key, self._holder)[1:]

    def _holder(self, key: str) -> str | None:
        """Return the key of what holds a part: of a section the one above it, which lists it nowhere."""
        node = self.nodes.get(key)
        if isinstance(node, Section):
            return node.above
        return self.home.get(key)

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
        if (body, title, number) == (section.body, section.title, section.number):
            return section
        return section.model_copy(update={"body": body, "title": title, "number": number})

    def _part(self, key: str, writing: "_Writing") -> Part:
        """Return a paragraph as it was changed, or a column with its title and items."""
        node = self.nodes[key]
        number = writing.numbers.get(key, node.number)
        if not isinstance(node, Column):
            assert isinstance(node, Paragraph)
            paragraph = writing.changed.get(key, node)
            if number == paragraph.number:
                return paragraph
            return paragraph.model_copy(update={"number": number})
        items = tuple(self._part(name, writing) for name in self.lists[key])
        title = writing.titles.get(key, node.title)
        if (items, title, number) == (node.items, node.title, node.number):
            return node
        return node.model_copy(update={"items": items, "title": title, "number": number})


class _Writing(NamedTuple):
    """What a plan is to say instead of what it says: whole paragraphs, titles and numbers, by key."""

    changed: Mapping[str, Paragraph]
    titles: Mapping[str, str]
    numbers: Mapping[str, str | None]


def _parts_by_key(node: Section | Column) -> dict[str, Part]:
    """Return what a section or column holds, by key, in order; of two with one key the first."""
    found: dict[str, Part] = {}
    if isinstance(node, Column):
        for item in node.items:
            found.setdefault(item.id, item)
        return found
    for part in node.body:
        key = column_key(node, part) if isinstance(part, Column) else part.id
        found.setdefault(key, part)
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
