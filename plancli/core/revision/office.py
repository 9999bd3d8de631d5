"""Carry the drafting office's own changes over: the plan is one more side of the merge."""

from collections.abc import Sequence

from plancli.core.merge.compose import Composition
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.units import join_units
from plancli.core.merge.words import Change, Merge, changes_between, merge
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.tree import Node, Tree, rearranged, same_wording
from plancli.core.revision.delta import between
from plancli.core.text import diff

_COMMENTS = "comments"


def rebase(
    old: Composition, new: Composition, plan: Sequence[Section]
) -> tuple[tuple[Section, ...], set[str]]:
    """Bring the difference between `old` and `new` into `plan`, which the office made from `old`.

    Returns the plan's sections and the ids of paragraphs (columns, sections) where office and comments
    collide; those stay as they are in `plan`.
    """
    if old is new:
        return tuple(plan), set()
    return _Rebaser(old, new, plan).result()


class _Rebaser:
    def __init__(self, old: Composition, new: Composition, plan: Sequence[Section]) -> None:
        self.base, self.merges = old.base, (old.merges, new.merges)
        self.old, self.new = (Tree(Outline(side.sections)) for side in (old, new))
        self.moved = _moved(old, new, self.old, self.new)
        self.plan = Tree(Outline(plan))
        self.clashing: set[str] = set()
        self.fresh: set[str] = set()
        """Sections and columns that are new, and take their place when the others have theirs."""

    def result(self) -> tuple[tuple[Section, ...], set[str]]:
        for key in [key for key in self.old.home if key not in self.new.home]:
            self._removed(key)
        self._add(holders=True)
        self._move()
        self._add(holders=False)
        changed = {key: found for key in self.plan.home if (found := self._merged(key))}
        self.clashing |= {
            key for key in self.new.home if key in self.old.home and self._homeless(key)
        }
        return self.plan.sections(changed), self.clashing

    def _removed(self, key: str) -> None:
        """Take out what comments remove, unless the office changed something in it."""
        holder = self.old.home[key]
        if key not in self.plan.home or (holder and holder not in self.new.lists):
            return  # gone, or it goes with what holds it
        held = [other for other in self.plan.home if key in _above(self.plan, other)]
        stood = all(other in self.old.home and key in _above(self.old, other) for other in held)
        if stood and all(
            _same(self.old.nodes.get(other), self.plan.nodes[other]) for other in (key, *held)
        ):
            self.plan.remove(key)
        else:
            self.clashing.add(key)

    def _move(self) -> None:
        """Move what comments move, those first that come first, unless the office moved it too."""
        common = self.old.home.keys() & self.plan.home.keys()
        order = [key for keys in self.new.lists.values() for key in keys]
        moved = [key for key in order if (key in self.moved and key in common) or key in self.fresh]
        elsewhere = rearranged(self.old, self.plan)
        for key in moved:
            if key in elsewhere or self.new.home[key] not in self.plan.lists:
                self.clashing.add(key)
            else:
                self.plan.move(key, self.new.home[key], self._before(key))

    def _before(self, key: str) -> str | None:
        """Return the nearest part before `key` in the new text that the plan has in the same list."""
        container = self.new.home[key]
        listed = self.new.lists[container]
        for at in range(listed.index(key) - 1, -1, -1):
            if self.plan.home.get(listed[at]) == container:
                return listed[at]
        return None

    def _add(self, holders: bool) -> None:
        """Put in the sections and columns (`holders`), or the paragraphs, that comments add."""
        for container, keys in list(self.new.lists.items()):
            for key in keys:
                node = self.new.nodes[key]
                if key not in self.old.home and isinstance(node, Paragraph) != holders:
                    self.fresh |= {key} if holders and key not in self.plan.home else set()
                    self._added(key, node, container)

    def _added(self, key: str, node: Node, container: str) -> None:
        if key in self.plan.home:
            if not _same(node, self.plan.nodes[key]):
                self.clashing.add(key)
        elif container not in self.plan.lists:
            self.clashing.add(key)
        else:
            self.plan.insert(key, node, container, self._before(key))

    def _homeless(self, key: str) -> bool:
        """Whether comments change or move a part that the office has removed."""
        changed = key in self.moved or not _same(self.old.nodes[key], self.new.nodes[key])
        return changed and key not in self.plan.home

    def _merged(self, key: str) -> Paragraph | None:
        """Merge the versions of one paragraph; None where the plan's stays."""
        old, ours, new = (tree.nodes.get(key) for tree in (self.old, self.plan, self.new))
        if not (
            isinstance(old, Paragraph)
            and isinstance(ours, Paragraph)
            and isinstance(new, Paragraph)
        ):
            return None
        if same_wording(old, new):
            return None
        heading, text = (self._text(key, field, old, ours, new) for field in ("heading", "text"))
        if heading is None or text is None:
            self.clashing.add(key)
            return None
        spot = self.base.spots.get(key)
        first = spot.paragraph.units if spot else None
        units, clash = join_units(first, old.units, ours.units, new.units)
        if clash:
            self.clashing.add(key)
            return None
        if (heading, text, units) == (ours.heading, ours.text, ours.units):
            return None
        return ours.model_copy(update={"heading": heading, "text": text, "units": units})

    def _text(self, key: str, field: str, *versions: Paragraph) -> str | None:
        old, ours, new = (str(getattr(version, field)) for version in versions)
        if old == new or ours in (old, new):
            return ours if old == new else new
        before, after = (merges.get((key, field)) for merges in self.merges)
        known = _known(before or after, before, after, old, new)
        return _three_way(old, ours, new, known)


def _known(
    either: Merge | None, before: Merge | None, after: Merge | None, old: str, new: str
) -> list[diff.Splice] | None:
    """Return what comments change, from what their merges took; None where that is not to be known."""
    if either is None:
        return None
    one, other = before or Merge(either.base, ()), after or Merge(either.base, ())
    return between(one, other) if (one.text, other.text) == (old, new) else None


def _moved(old: Composition, new: Composition, before: Tree, after: Tree) -> set[str]:
    """Return the keys that one composition moves otherwise than the other, or that follow one that moves."""
    places: list[dict[str, tuple[str | None, ...]]] = [
        {moving.key: moving[2:] for moving in side.structure.moves} for side in (old, new)
    ]
    found = {key for key in {**places[0], **places[1]} if places[0].get(key) != places[1].get(key)}
    return found | rearranged(before, after, found)


def _above(tree: Tree, key: str) -> list[str]:
    """Return the keys of what holds a part."""
    found: list[str] = []
    node = tree.nodes[key]
    above = node.above if isinstance(node, Section) else tree.home.get(key)
    while above and above not in found:
        found.append(above)
        parent = tree.nodes.get(above)
        above = parent.above if isinstance(parent, Section) else tree.home.get(above)
    return found


def _same(one: Node | None, other: Node) -> bool:
    """Whether two parts say the same themselves, whatever they hold."""
    if isinstance(one, Paragraph) and isinstance(other, Paragraph):
        return same_wording(one, other)
    if one is None or isinstance(one, Paragraph) or isinstance(other, Paragraph):
        return False
    return type(one) is type(other) and one.title == other.title


def _three_way(old: str, ours: str, new: str, known: list[diff.Splice] | None = None) -> str | None:
    """Merge two versions of one text; None where they touch. `known` is what turns `old` into `new`."""
    if old == new or ours == new:
        return ours
    if old == ours:
        return new
    theirs = changes_between(_COMMENTS, old, new)
    if known is not None:
        theirs = [Change(_COMMENTS, start, end, text, (start, end)) for start, end, text in known]
    merged = merge(old, [*changes_between(OFFICE, old, ours), *theirs])
    return None if merged.conflicts else merged.text.strip()
