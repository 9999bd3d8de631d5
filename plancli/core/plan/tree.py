"""The plan as a tree whose parts come, go and move."""

from collections.abc import Collection, Mapping

from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Column, Paragraph, Part, Section
from plancli.core.plan.outline import Outline, column_key
from plancli.core.plan.printed import fields_of
from plancli.core.text.order import staying

Node = Section | Column | Paragraph


def words_of(node: Node, joints: Joints) -> str:
    """Return the words of a part as a plan with these joints prints them, one paragraph a line."""
    if isinstance(node, Paragraph):
        return fields_of(node, joints).said
    parts = node.items if isinstance(node, Column) else node.body
    return "\n".join([node.title, *(words_of(part, joints) for part in parts)])


def words_inside(node: Node) -> list[str]:
    """Return the words of a part, whatever is printed between: titles, headings and texts in order."""
    if isinstance(node, Paragraph):
        return [words for words in (node.heading, node.text) if words]
    parts = node.items if isinstance(node, Column) else node.body
    return [node.title, *(words for part in parts for words in words_inside(part))]


def node_of(outline: Outline, key: str) -> Node:
    """Return the paragraph, column or section of a key that the outline knows."""
    if key in outline.spots:
        return outline.spots[key].paragraph
    return outline.columns[key] if key in outline.columns else outline.sections[key]


def wording(outline: Outline, key: str) -> str:
    """Return the words of a paragraph, column or section as the plan prints them."""
    return words_of(node_of(outline, key), outline.joints)


class Tree:
    """The order of a plan: for each section and column the keys in its list, "" for the sections."""

    def __init__(self, outline: Outline) -> None:
        self._joints = outline.joints
        holders = ["", *outline.sections, *outline.columns]
        self.lists = {holder: outline.children(holder) for holder in holders}
        self.home = {key: holder for holder, keys in self.lists.items() for key in keys}
        self.nodes: dict[str, Node] = {**outline.sections, **outline.columns}
        self.nodes |= {key: spot.paragraph for key, spot in outline.spots.items()}

    def insert(self, key: str, node: Node, container: str, after: str | None) -> None:
        """Put a new part behind `after`; at the beginning where that is None or not in the list."""
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

    def _put(self, key: str, node: Node, container: str, at: int) -> None:
        self.lists[container].insert(at, key)
        self.home[key] = container
        self._learn(key, node)

    def move(self, key: str, container: str, after: str | None, before: str | None = None) -> None:
        """Take a part out of its list, with the sections below it, and put it behind or before another."""
        listed = self.lists[self.home[key]]
        block = [key, *(other for other in listed if container == "" and self._below(other, key))]
        for name in block:
            listed.remove(name)
        if before in self.lists[container]:
            at = self.lists[container].index(before)
            for offset, name in enumerate(block):
                self._put(name, self.nodes[name], container, at + offset)
            return
        for name, ahead in zip(block, [after, *block], strict=False):
            self.insert(name, self.nodes[name], container, ahead)

    def remove(self, key: str) -> None:
        """Take a part out, with all that it holds."""
        if key not in self.home:
            return
        listed = self.lists[self.home[key]]
        gone = [
            key,
            *(other for other in listed if self.home[key] == "" and self._below(other, key)),
        ]
        for name in gone:
            listed.remove(name)
            del self.home[name]

    def sections(self, changed: Mapping[str, Paragraph]) -> tuple[Section, ...]:
        """Return the plan with these paragraphs in place of the old ones."""
        return tuple(self._section(key, changed) for key in self.lists[""])

    def _section(self, key: str, changed: Mapping[str, Paragraph]) -> Section:
        section = self.nodes[key]
        assert isinstance(section, Section)
        body = tuple(self._part(name, changed) for name in self.lists[key])
        return section if body == section.body else section.model_copy(update={"body": body})

    def _part(self, key: str, changed: Mapping[str, Paragraph]) -> Part:
        node = self.nodes[key]
        if isinstance(node, Column):
            items = tuple(self._part(name, changed) for name in self.lists[key])
            return node if items == node.items else node.model_copy(update={"items": items})
        assert isinstance(node, Paragraph)
        return changed.get(key, node)

    def _learn(self, key: str, node: Node) -> None:
        """Take in what a new part holds; a section is printed as the others are."""
        self.nodes[key] = node.printed_with(self._joints) if isinstance(node, Section) else node
        if isinstance(node, Paragraph) or key in self.lists:
            return
        parts = node.items if isinstance(node, Column) else node.body
        self.lists[key] = []
        for part in parts:
            name = part.id if isinstance(part, Paragraph) else column_key(node, part)  # type: ignore[arg-type]
            if name not in self.home:  # else it stands elsewhere, and is to be moved here
                self.lists[key].append(name)
                self.home[name] = key
                self._learn(name, part)

    def _below(self, key: str, above: str | None) -> bool:
        """Whether a section stands below another one."""
        seen: set[str] = set()
        node = self.nodes.get(key)
        while isinstance(node, Section) and node.above and node.above not in seen:
            if node.above == above:
                return True
            seen.add(node.above)
            node = self.nodes.get(node.above)
        return False


def rearranged(before: Tree, after: Tree, known: Collection[str] = ()) -> set[str]:
    """Return the keys of both trees that stand in another list, or in another order than most of it."""
    found: set[str] = set()
    for container, listed in before.lists.items():
        candidates = [
            key for key in listed if key not in known and after.home.get(key) == container
        ]
        kept = staying(candidates, after.lists.get(container, ()))
        found |= {key for key in listed if key not in kept and key in after.home}
    return found


def same_wording(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs say the same to the same units."""
    return (one.heading, one.text, one.units) == (other.heading, other.text, other.units)
