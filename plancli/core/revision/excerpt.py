"""A piece of a workspace by itself: the parts that some comments reach, and all that is done there.

What the text would be without a comment is asked for each of them. Asked of the whole plan it would be read
as often as it has comments; what becomes of a paragraph is decided by what is done in it and beside it.
"""

from collections import defaultdict
from collections.abc import Iterable, Set
from typing import NamedTuple

from plancli.core.merge.placed import Placed
from plancli.core.plan.model import PLAN, Section
from plancli.core.plan.outline import Outline, part_key, upwards
from plancli.core.revision.revise import Workspace


class Excerpt(NamedTuple):
    """Parts of a plan with the comments that reach them; `keys` are those of parts or of whole sections."""

    keys: frozenset[str]
    workspace: Workspace


class Excerpts:
    """Takes excerpts of one workspace; where each recorded comment is at work is found once."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._outlines = workspace.draft, workspace.expected, Outline(workspace.plan)
        self._drafted = _Sections(workspace.draft.sections.values())
        self._printed = _Sections(self._outlines[-1].sections.values())
        self._placed = {name: workspace.place(name, p) for name, p in workspace.recorded.items()}
        self._parts: dict[str, set[str]] = {}
        self._at: defaultdict[str, set[str]] = defaultdict(set)
        for name, placed in self._placed.items():
            for key in _reached(placed):
                self._take_in(name, key)

    def _take_in(self, name: str, key: str) -> None:
        """Note that a comment is at work in a part, and in its section."""
        for outline in self._outlines:
            part, section = _homes(outline, key)
            if section:
                self._parts.setdefault(name, set()).add(part)
                self._at[part].add(name)
                self._at[section].add(name)

    def of(self, names: Iterable[str]) -> Excerpt | None:
        """Return what is at work where some comments are; None where the whole plan has to be asked."""
        if self._workspace.numbers or self._workspace.left:
            return None  # a number may be printed anywhere
        keys = frozenset(key for name in names for key in self._parts.get(name, ()))
        around = self._around(keys)
        while any(_is_structural(self._placed[name]) for name in around):
            wider = self._sections(keys, around)
            if wider == keys:
                break
            keys = wider
            around = self._around(keys)
        if not keys or PLAN in keys or any(self._moves_sections(name) for name in around):
            return None
        draft, paper = self._drafted.excerpt(keys), self._printed.excerpt(keys)
        return Excerpt(keys, self._workspace.excerpt(draft, paper, around))

    def _around(self, keys: Set[str]) -> set[str]:
        """Return the comments that are at work in parts."""
        return {name for key in keys for name in self._at[key]}

    def _sections(self, keys: Set[str], around: Iterable[str]) -> frozenset[str]:
        """Return the sections of parts, and those in which comments that change the order are at work."""
        wanted = set(keys)
        for name in around:
            if _is_structural(self._placed[name]):
                wanted |= self._parts.get(name, set())
        found = (_homes(outline, key)[1] for key in wanted for outline in self._outlines)
        return frozenset(section for section in found if section)

    def _moves_sections(self, name: str) -> bool:
        """Whether a comment brings, takes or moves a section: its place is one among all others."""
        moved = self._placed[name].rearranged
        return any(not moved.isdisjoint(outline.sections) for outline in self._outlines)


class _Sections:
    """The sections of a plan, of which some are wanted with some of their parts."""

    def __init__(self, sections: Iterable[Section]) -> None:
        self._sections = {section.key: section for section in sections}
        self._rank = {key: at for at, key in enumerate(self._sections)}
        self._of_part: dict[str, str] = {}
        for section in self._sections.values():
            self._of_part[section.key] = section.key
            for part in section.body:
                self._of_part[part_key(section, part)] = section.key

    def excerpt(self, keys: Set[str]) -> list[Section]:
        """Return the sections with those of their parts alone that are wanted, and the titles above these."""
        wanted = {self._of_part[key] for key in keys if key in self._of_part}
        needed = {above for key in wanted for above in upwards(key, self._above)}
        ordered = sorted(needed & self._rank.keys(), key=self._rank.__getitem__)
        return [self._with_some(self._sections[key], keys) for key in ordered]

    def _above(self, key: str) -> str | None:
        section = self._sections.get(key)
        return section.above if section else None

    def _with_some(self, section: Section, keys: Set[str]) -> Section:
        if section.key in keys:
            return section
        body = tuple(part for part in section.body if part_key(section, part) in keys)
        return section.model_copy(update={"body": body})


def _homes(outline: Outline, key: str) -> tuple[str, str]:
    """Return the part of a section that a key is, or is in, and that section; the title of one is itself."""
    part = ""
    for above in outline.ancestry(key):
        if above in outline.sections:
            return part or above, above
        if outline.knows(above):
            part = above
    return (PLAN, PLAN) if key == PLAN else ("", "")


def _reached(placed: Placed) -> set[str]:
    """Return where a comment is at work: what it changes, and the lists into which parts come."""
    found = set(placed.reach)
    for addition in placed.additions:
        found.add(addition.container)
    for moving in placed.moves:
        found.add(moving.container)
    return found - {""}


def _is_structural(placed: Placed) -> bool:
    return bool(placed.rearranged)
