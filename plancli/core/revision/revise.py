"""The one function behind apply, revert, diff, check and status: draft, plan and comments give a Revision."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.comments.record import Patch
from plancli.core.entry import N_
from plancli.core.locate.anchors import Why
from plancli.core.locate.corpus import Corpus
from plancli.core.meaningful import Meaningful
from plancli.core.merge.compose import Composition, FieldKey, Merged, compose
from plancli.core.merge.meeting import OFFICE, Meeting, Side
from plancli.core.merge.place import place
from plancli.core.merge.placed import Placed, inside, unplaced
from plancli.core.merge.words import Merge
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.wording import wording
from plancli.core.revision.causes import Causes
from plancli.core.revision.office import rebase
from plancli.core.revision.presence import lost
from plancli.core.revision.renumber import AsCited, Renumbered, Renumbering
from plancli.core.text.order import by_number


class Result(NamedTuple):
    """What an outcome means: in words, whether the plan has all that is asked for, why it has no place."""

    words: str
    taken: bool = False
    why: Why | None = None


class Outcome(Meaningful):
    """What the machine made of a comment, apart from what the office decided."""

    meaning: Result

    APPLIED = "applied", Result(N_("in the text"), taken=True)
    AGREED = "agreed", Result(N_("in the text, agreed with others"), taken=True)
    ALREADY = "already", Result(N_("nothing to change: the draft says so already"), taken=True)
    NOT_FOUND = "not-found", Result(N_("left out: words not found"), why=Why.NOT_FOUND)
    AMBIGUOUS = "ambiguous", Result(N_("left out: words in several places"), why=Why.AMBIGUOUS)
    NEGATED = "negated", Result(N_("left out: the ellipsis leaves out a negation"), why=Why.NEGATED)
    TORN = "torn", Result(N_("left out: words only inside a longer number or word"), why=Why.TORN)
    MISPLACED = "misplaced", Result(N_("left out: the place is not known"))
    CONFLICT = "conflict", Result(N_("left out: conflict"))
    UNWRITABLE = "unwritable", Result(N_("left out: its place in the file cannot be written"))
    LOST = "lost", Result(N_("merged before, but the drafting office has since changed it"))


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
        """Everywhere that comments meet: in conflict, agreed, or to be read once more.

        Conflicts come first, also those of comments that wait and so are not in the composition.
        """
        others = [m for m in self.composed.meetings if m not in self.conflicts]
        return (*self.conflicts, *others)


class Workspace:
    """A draft with the working plan made from it and the record of the comments in it.

    `order` lists the comment ids in publication order; it alone decides the order of additions at one place.
    `paper` is the plan as it is printed, `renumbered` has the numbers that parts were given there, `left` the
    words of references that were left then, by part. Comments cite the numbers of the draft, so `plan`, on
    which all is merged, has those.
    """

    def __init__(
        self,
        draft: Iterable[Section],
        paper: Sequence[Section],
        recorded: Mapping[str, Patch],
        order: Sequence[str],
        renumbered: Mapping[str, str] = MappingProxyType({}),
        left: Mapping[str, tuple[str, ...]] = MappingProxyType({}),
    ) -> None:
        self._sections = tuple(draft)
        self.paper = tuple(paper)
        self.recorded = dict(recorded)
        self.numbers = dict(renumbered)
        self.left = dict(left)
        self._rank = {name: at for at, name in enumerate(order)}
        self._placed: dict[str, list[tuple[Patch, Placed]]] = {}
        self._merged: Merged = {}

    @cached_property
    def corpus(self) -> Corpus:
        """The draft prepared for searching."""
        return Corpus(self._sections)

    @cached_property
    def title(self) -> str | None:
        """The title of the plan in the draft, where that is known: many papers need no more of it."""
        return Outline(self._sections).title

    @cached_property
    def _base(self) -> Outline:
        return Outline(unprinted(self.corpus.outline.with_cover))

    @cached_property
    def before(self) -> Composition:
        """The draft with what is recorded merged in."""
        return self.composed(self.recorded)

    @cached_property
    def plan(self) -> tuple[Section, ...]:
        """The plan with the numbers of the draft."""
        return self.cited.sections

    @cached_property
    def cited(self) -> AsCited:
        """The plan with the numbers of the draft, and what stands in it that no numbers are read into."""
        if not self.numbers and not self.left:
            return AsCited(self.paper, {})
        return self.renumbering.cited(self.paper)

    @cached_property
    def renumbering(self) -> Renumbering:
        """What leads from the numbers of the draft to those that are printed, and back."""
        return Renumbering(self.draft, self.expected, self.numbers, self.left)

    @property
    def draft(self) -> Outline:
        return self.corpus.outline

    def revise(self, wanted: Mapping[str, Patch]) -> Revision:
        """Bring exactly the `wanted` patches into the text, as far as they can stand.

        What is recorded stays where a new patch collides with it; of new patches that collide with each
        other none is taken; a patch that would undo the office's own change waits. Nothing is lost silently:
        every wanted patch has an outcome.
        """
        kept, outcomes = self._placeable(wanted)
        conflicts: dict[Meeting, None] = {}
        while True:
            full = self.before if kept == self.recorded else self.composed(kept)
            sections, clashing = rebase(self.before, full, self.plan)
            found = [*full.conflicts, *self._with_office(clashing, kept)]
            conflicts |= dict.fromkeys(found)
            out = self._new_in(found, kept)
            if not out:
                break
            # without these others may stand, and what they hid may show: look again until nothing is left
            for name in out:
                outcomes[name] = Outcome.CONFLICT
                self._put_back(kept, name)

        for name in kept:
            if name not in outcomes:
                outcomes[name] = self._outcome(name, kept[name], full.agreed)
        placed = {name: self.place(name, patch) for name, patch in {**kept, **wanted}.items()}
        return Revision(full.sections, sections, kept, outcomes, tuple(conflicts), placed, full)

    def _placeable(
        self, wanted: Mapping[str, Patch]
    ) -> tuple[dict[str, Patch], dict[str, Outcome]]:
        """Return the patches whose words have a place, and what becomes of the others.

        A patch that is recorded as it is wanted was placed when it was recorded, and stays; of one that
        was recorded otherwise, the recorded one does.
        """
        kept: dict[str, Patch] = {}
        outcomes: dict[str, Outcome] = {}
        for name, patch in wanted.items():
            reason = _unplaceable(self.place(name, patch))
            if reason is None or self.recorded.get(name) == patch:
                kept[name] = patch
            else:
                outcomes[name] = reason
                self._put_back(kept, name)
        return kept, outcomes

    def _put_back(self, kept: dict[str, Patch], name: str) -> None:
        """Let a comment stand as it is recorded; where it is not, leave it out."""
        kept.pop(name, None)
        if name in self.recorded:
            kept[name] = self.recorded[name]

    def _new_in(self, conflicts: Iterable[Meeting], kept: Mapping[str, Patch]) -> list[str]:
        """Return the comments in conflict of which something other is kept than is recorded.

        Only these have to wait. Where two recorded comments are in conflict, nothing can be taken back.
        """
        authors: set[str] = set()
        for conflict in conflicts:
            authors.update(conflict.authors)
        return sorted(name for name in authors - {OFFICE} if self._is_new(name, kept))

    def _is_new(self, name: str, kept: Mapping[str, Patch]) -> bool:
        """Whether a comment is not in the text, or not as it is kept now."""
        return kept.get(name) != self.recorded.get(name)

    def forget(self, names: Iterable[str]) -> Revision:
        """Take patches out of the record and leave the text as it is: from now on it is the office's."""
        gone = set(names)
        record = {name: patch for name, patch in self.recorded.items() if name not in gone}
        full = self.composed(record)
        return Revision(full.sections, self.plan, record, {}, (), {}, full)

    def printed(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Return a plan with the numbers of the draft as it is printed."""
        if not self.numbers:
            return tuple(sections)
        return self.renumbering.printed_again(sections, self.cited, Outline(self.paper))

    def renumbered(self, numbers: Mapping[str, str]) -> Renumbered:
        """Return the plan as it is printed once parts have other numbers, and the references left."""
        return Renumbering(self.draft, self.expected, numbers).renumbered(self.cited)

    @cached_property
    def expected(self) -> Outline:
        """The text that draft and record together give."""
        return Outline(self.before.sections)

    @cached_property
    def causes(self) -> Causes:
        """Which recorded comment did what to each part of the plan."""
        places = [self.place(name, patch) for name, patch in self.recorded.items()]
        return Causes(places, self.before.structure.same)

    @cached_property
    def lost(self) -> dict[str, list[str]]:
        """Recorded comments with the paragraphs in which the office has since undone them."""
        plan = Outline(self.plan)
        found: dict[str, list[str]] = {}
        for name, patch in self.recorded.items():
            paragraphs = lost(self.place(name, patch), self.before, self.expected, plan)
            if paragraphs:
                found[name] = paragraphs
        return found

    def _outcome(self, name: str, patch: Patch, agreed: Set[str]) -> Outcome:
        """Return what became of a patch that nothing stands against."""
        if self.recorded.get(name) == patch and name in self.lost:
            return Outcome.LOST
        if not self.place(name, patch).changes(self.draft):
            return Outcome.ALREADY
        return Outcome.AGREED if name in agreed else Outcome.APPLIED

    def place(self, name: str, patch: Patch) -> Placed:
        """Locate one patch on the draft.

        Remembered: every trial asks again for what is recorded, wanted and kept, and these are few for
        one comment. Most of the time it is the very value, so that is asked first.
        """
        known = self._placed.setdefault(name, [])
        for one, placed in known:
            if one is patch or one == patch:
                return placed
        placed = place(self.corpus, name, patch)
        known.append((patch, placed))
        return placed

    def composed(self, patches: Mapping[str, Patch]) -> Composition:
        """Merge patches into the draft, whatever is recorded."""
        names = sorted(patches, key=self._publication)
        placed = [self.place(name, patches[name]) for name in names]
        return compose(self._base, placed, self._merged)

    def _publication(self, name: str) -> tuple[int, tuple[list[str | int], str]]:
        """Return the place of a comment in the order of publication; those not in it come last, by id."""
        return self._rank.get(name, len(self._rank)), by_number(name)

    # --- a piece of it, and what it would be ----------------------------------------------------------------

    def excerpt(
        self, draft: Iterable[Section], paper: Iterable[Section], names: Iterable[str]
    ) -> "Workspace":
        """Return some parts of draft and plan by themselves, with what some recorded comments do there.

        Where their words stand is known from the whole draft: they are not looked for again.
        """
        order = sorted(names, key=self._publication)
        recorded = {name: self.recorded[name] for name in order}
        found = Workspace(draft, tuple(paper), recorded, order)
        for name, patch in recorded.items():
            found._placed[name] = [(patch, inside(self.place(name, patch), found.draft))]
        return found

    def once(self, revision: Revision) -> "Workspace":
        """Return the workspace as it is once a revision is written."""
        sections = self.printed(revision.sections)
        order = sorted(revision.record, key=self._publication)
        found = Workspace(self._sections, sections, revision.record, order, self.numbers, self.left)
        found.corpus = self.corpus
        found._placed, found._merged = self._placed, self._merged
        return found

    # --- who collides with the office -----------------------------------------------------------------------

    def _with_office(self, clashing: Iterable[str], kept: Mapping[str, Patch]) -> list[Meeting]:
        """Name the comments that collide with the office's own change of a part.

        Each that touches the part is tried alone. Where none of them clashes by itself, it is all together
        that do, and each is named.
        """
        changing = [name for name in {**self.recorded, **kept} if self._is_new(name, kept)]
        plan = Outline(self.plan)
        found: list[Meeting] = []
        for key in sorted(clashing):
            touching = [name for name in changing if key in self._touched(name, kept)]
            alone = [name for name in touching if self._clashes_alone(name, kept, key)]
            for name in alone or touching:
                wanted = Outline(self._only(name, kept).sections)
                office, comment = Side(OFFICE, _words(plan, key)), Side(name, _words(wanted, key))
                found.append(Meeting(key, "whole", _words(self.draft, key), (office, comment)))
        return found

    def _touched(self, name: str, kept: Mapping[str, Patch]) -> set[str]:
        """Return the paragraphs and parts that a comment touches, as it is recorded and as it is kept.

        The cells of a row or column that it adds are among them: their words have no place where the office
        took out what they cross.
        """
        found: set[str] = set()
        for patches in (self.recorded, kept):
            if name in patches:
                found |= self.place(name, patches[name]).reach
        return found

    def _clashes_alone(self, name: str, kept: Mapping[str, Patch], key: str) -> bool:
        _, clashing = rebase(self.before, self._only(name, kept), self.plan)
        return key in clashing

    def _only(self, name: str, kept: Mapping[str, Patch]) -> Composition:
        """Compose what is recorded with only this one patch brought to its new state."""
        patches = {other: patch for other, patch in self.recorded.items() if other != name}
        if name in kept:
            patches[name] = kept[name]
        return self.composed(patches)


def _words(outline: Outline, key: str) -> str:
    """Return what is shown of a part that clashes: the text of a paragraph, all words of a larger one."""
    if key in outline.spots:
        return outline.spots[key].paragraph.text
    return wording(outline, key) if outline.knows(key) else ""


def _unplaceable(placed: Placed) -> Outcome | None:
    """Return the outcome of a comment that cannot be merged at all; None where it can be tried."""
    if placed.obstacles:
        return Outcome.MISPLACED
    why = unplaced(placed)
    for outcome in Outcome:
        if why is not None and outcome.meaning.why is why:
            return outcome
    return None
