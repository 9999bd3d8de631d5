"""The one function behind apply, revert, diff, check and status: draft, plan and comments give a Revision."""

from collections.abc import Iterable, Mapping, Sequence, Set
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from plancli.core.comments.record import Patch
from plancli.core.locate.anchors import Why
from plancli.core.locate.ladder import Corpus
from plancli.core.merge.compose import Composition, FieldKey, compose
from plancli.core.merge.meeting import OFFICE, Meeting, Side
from plancli.core.merge.place import place
from plancli.core.merge.placed import Placed, unplaced
from plancli.core.merge.words import Merge
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.tree import wording
from plancli.core.revision.office import rebase
from plancli.core.revision.presence import lost
from plancli.core.text.order import by_number


class Outcome(StrEnum):
    """What the machine made of a comment, apart from what the office decided."""

    APPLIED = "applied"
    AGREED = "agreed"
    ALREADY = "already"
    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    NEGATED = "negated"
    TORN = "torn"
    MISPLACED = "misplaced"
    CONFLICT = "conflict"
    LOST = "lost"


class Revision(NamedTuple):
    """The plan with a set of comments in it.

    `expected` is the draft with `record` merged; `sections` is that with the drafting office's own changes.
    `outcomes` has an entry for every comment that was wanted.
    """

    expected: tuple[Section, ...]
    sections: tuple[Section, ...]
    record: dict[str, Patch]
    outcomes: dict[str, Outcome]
    conflicts: tuple[Meeting, ...]
    placed: dict[str, Placed]
    composed: Composition

    @property
    def merges(self) -> dict[FieldKey, Merge]:
        """The merge of each text that a recorded comment changes."""
        return self.composed.merges

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """Everywhere that comments meet: in conflict, agreed, or to be read once more."""
        return (*self.conflicts, *(m for m in self.composed.meetings if m not in self.conflicts))


class Workspace:
    """A draft with the working plan made from it and the record of the comments in it.

    `order` lists the comment ids in publication order; it alone decides the order of additions at one place.
    """

    def __init__(
        self,
        draft: Iterable[Section],
        plan: Sequence[Section],
        recorded: Mapping[str, Patch],
        order: Sequence[str],
    ) -> None:
        self.corpus = Corpus(draft)
        self._base = Outline(unprinted(self.corpus.outline.sections.values()))
        self.plan = tuple(plan)
        self.recorded = dict(recorded)
        self._rank = {name: at for at, name in enumerate(order)}
        self._placed: dict[str, list[tuple[Patch, Placed]]] = {}
        self.before = self.composed(self.recorded)

    @property
    def draft(self) -> Outline:
        return self.corpus.outline

    def revise(self, wanted: Mapping[str, Patch]) -> Revision:
        """Bring exactly the `wanted` patches into the text, as far as they can stand.

        What is recorded stays where a new patch collides with it; of new patches that collide with each
        other none is taken; a patch that would undo the office's own change waits. Nothing is lost silently:
        every wanted patch has an outcome.
        """
        outcomes: dict[str, Outcome] = {}
        kept: dict[str, Patch] = {}
        for name, patch in wanted.items():
            reason = _unplaceable(self.place(name, patch))
            if reason is None or self.recorded.get(name) == patch:
                kept[name] = patch
            else:
                outcomes[name] = reason
                self._keep_recorded(kept, name)
        conflicts: list[Meeting] = []
        while True:
            full = self.before if kept == self.recorded else self.composed(kept)
            sections, clashing = rebase(self.before, full, self.plan)
            found = [*full.conflicts, *self._with_office(clashing, kept)]
            authors = {by for conflict in found for by in conflict.authors} - {OFFICE}
            out = {by for by in authors if kept.get(by) != self.recorded.get(by)}
            conflicts += found
            if not out:
                break
            for name in out:
                outcomes[name] = Outcome.CONFLICT
                kept.pop(name, None)
                self._keep_recorded(kept, name)
        agreed = full.agreed
        for name in kept:
            outcomes.setdefault(name, self._outcome(name, kept[name], agreed))
        placed = {name: self.place(name, patch) for name, patch in {**kept, **wanted}.items()}
        return Revision(
            full.sections, sections, kept, outcomes, tuple(dict.fromkeys(conflicts)), placed, full
        )

    def forget(self, names: Iterable[str]) -> Revision:
        """Take patches out of the record and leave the text as it is: from now on it is the office's."""
        gone = set(names)
        record = {name: patch for name, patch in self.recorded.items() if name not in gone}
        full = self.composed(record)
        return Revision(full.sections, self.plan, record, {}, (), {}, full)

    @cached_property
    def expected(self) -> Outline:
        """The text that draft and record together give."""
        return Outline(self.before.sections)

    @property
    def recorded_places(self) -> list[Placed]:
        """The recorded comments at their places in the draft."""
        return [self.place(name, patch) for name, patch in self.recorded.items()]

    @cached_property
    def lost(self) -> dict[str, list[str]]:
        """Recorded comments with the paragraphs in which the office has since undone them."""
        plan = Outline(self.plan)
        found = {
            name: lost(self.place(name, patch), self.before, self.expected, plan)
            for name, patch in self.recorded.items()
        }
        return {name: paragraphs for name, paragraphs in found.items() if paragraphs}

    def _outcome(self, name: str, patch: Patch, agreed: Set[str]) -> Outcome:
        """Return what became of a patch that nothing stands against."""
        if self.recorded.get(name) == patch and name in self.lost:
            return Outcome.LOST
        if not self.place(name, patch).changes(self.draft):
            return Outcome.ALREADY
        return Outcome.AGREED if name in agreed else Outcome.APPLIED

    def place(self, name: str, patch: Patch) -> Placed:
        """Locate one patch on the draft (remembered)."""
        known = self._placed.setdefault(name, [])
        for one, placed in known:
            if one is patch or one == patch:
                return placed
        known.append((patch, place(self.corpus, name, patch)))
        return known[-1][1]

    def composed(self, patches: Mapping[str, Patch]) -> Composition:
        """Merge patches into the draft, whatever is recorded."""
        names = sorted(
            patches, key=lambda name: (self._rank.get(name, len(self._rank)), by_number(name))
        )
        return compose(self._base, [self.place(name, patches[name]) for name in names])

    def _keep_recorded(self, kept: dict[str, Patch], name: str) -> None:
        if name in self.recorded:
            kept[name] = self.recorded[name]

    def _with_office(self, clashing: Iterable[str], kept: Mapping[str, Patch]) -> list[Meeting]:
        """Name the comments that collide with the office's own change of a part, each tried alone."""
        moved = [n for n in {**self.recorded, **kept} if kept.get(n) != self.recorded.get(n)]
        plan = Outline(self.plan)
        found: list[Meeting] = []
        for key in sorted(clashing):
            touching = [name for name in moved if key in self._touched(name, kept)]
            alone = [name for name in touching if key in self._tried(name, kept)]
            for name in alone or touching:
                wanted = Outline(self._moved(name, kept).sections)
                sides = Side(OFFICE, _words(plan, key)), Side(name, _words(wanted, key))
                found.append(Meeting(key, "whole", _words(self.draft, key), sides))
        return found

    def _touched(self, name: str, kept: Mapping[str, Patch]) -> set[str]:
        patches = [source[name] for source in (self.recorded, kept) if name in source]
        return set().union(*(self.place(name, patch).paragraphs for patch in patches))

    def _moved(self, name: str, kept: Mapping[str, Patch]) -> Composition:
        """Compose what is recorded with only this one patch brought to its new state."""
        patches = {n: patch for n, patch in self.recorded.items() if n != name}
        return self.composed(patches | ({name: kept[name]} if name in kept else {}))

    def _tried(self, name: str, kept: Mapping[str, Patch]) -> set[str]:
        return rebase(self.before, self._moved(name, kept), self.plan)[1]


def _words(outline: Outline, key: str) -> str:
    spot = outline.spots.get(key)
    return spot.paragraph.text if spot else wording(outline, key) if outline.knows(key) else ""


_OUTCOMES = {
    Why.AMBIGUOUS: Outcome.AMBIGUOUS,
    Why.NEGATED: Outcome.NEGATED,
    Why.TORN: Outcome.TORN,
    Why.NOT_FOUND: Outcome.NOT_FOUND,
}


def _unplaceable(placed: Placed) -> Outcome | None:
    if placed.obstacles:
        return Outcome.MISPLACED
    why = unplaced(placed)
    return _OUTCOMES[why] if why else None
