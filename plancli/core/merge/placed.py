"""One comment's edits at their places in the draft, as values."""

from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.finding import Finding, Path
from plancli.core.locate.anchors import Anchor, Refusal, Why
from plancli.core.merge.units import UnitsChange, units_after
from plancli.core.merge.wanted import Addition, Moving, Removal
from plancli.core.merge.words import Change
from plancli.core.plan.outline import Outline


class TextChange(NamedTuple):
    """A change of the heading or the text of a paragraph, or of the title of a section or column."""

    paragraph: str
    field: str
    change: Change


class Evidence(NamedTuple):
    """Where one quotation of a comment was looked for, and what came of it."""

    path: Path
    quote: str
    found: Anchor | Refusal

    @property
    def only_cited(self) -> bool:
        """Whether it belongs to the citation of the comment, and to none of its edits."""
        return _only_cited(self.path)


class Placed(NamedTuple):
    """One comment's edits at their places in the draft.

    `evidence` and `findings` tell of everything that was looked up, by its path in the comment; what stands
    under `at` is only a citation, which narrows the search and on which no edit depends.
    """

    by: str
    texts: tuple[TextChange, ...] = ()
    units: tuple[UnitsChange, ...] = ()
    additions: tuple[Addition, ...] = ()
    removals: tuple[Removal, ...] = ()
    moves: tuple[Moving, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def refusals(self) -> list[Refusal]:
        """Why quotations on which an edit depends have no place.

        In the order of the edits; a quotation that is found leaves nothing here.
        """
        found: list[Refusal] = []
        for evidence in self.evidence:
            if isinstance(evidence.found, Refusal) and not evidence.only_cited:
                found.append(evidence.found)
        return found

    @property
    def obstacles(self) -> list[Finding]:
        """What is wrong with the edits themselves.

        A name that the draft does not have, a place where a part cannot stand, words over a break.
        """
        return [finding for finding in self.findings if not _only_cited(finding.path)]

    def changes(self, draft: Outline) -> bool:
        """Whether anything in this comment changes the draft.

        Changes of words and parts that change nothing are none; a list of units may be wanted as it is.
        """
        if any((self.texts, self.additions, self.removals, self.moves)):
            return True
        for change in self.units:
            before = draft.units(change.paragraph)
            if units_after(before, change) != before:
                return True
        return False

    @property
    def edited(self) -> set[str]:
        """Ids of the paragraphs whose words or units this comment changes, keys of what it retitles.

        They stand in the draft: what the comment adds itself is none of them.
        """
        words = {change.paragraph for change in self.texts}
        units = {change.paragraph for change in self.units}
        return words | units

    @property
    def paragraphs(self) -> set[str]:
        """Ids and keys of what this comment touches, adds, removes or moves."""
        return self.edited | self.rearranged

    @property
    def rearranged(self) -> set[str]:
        """Ids and keys of what this comment adds, removes or moves."""
        found: set[str] = set()
        for parts in (self.additions, self.removals, self.moves):
            found |= {part.key for part in parts}
        return found

    @property
    def reach(self) -> set[str]:
        """As `paragraphs`, with all that its new parts hold: words that it brings, wherever they stand."""
        found = self.paragraphs
        for addition in self.additions:
            found.update(addition.holds)
        return found


def inside(placed: Placed, outline: Outline) -> Placed:
    """Return what a comment changes in some parts of the draft; what it adds, removes and moves is left."""
    texts = tuple(change for change in placed.texts if outline.knows(change.paragraph))
    units = tuple(change for change in placed.units if outline.knows(change.paragraph))
    return placed._replace(texts=texts, units=units)


def _only_cited(path: Path) -> bool:
    """Whether something belongs to the citation of a comment, and to none of its edits."""
    return path[0] == "at"


def together(by: str, found: Sequence[Placed]) -> Placed:
    """Return the changes of several comments as those of one, without what was looked up for them."""
    if len(found) == 1:
        return found[0]
    texts: list[TextChange] = []
    units: list[UnitsChange] = []
    additions: list[Addition] = []
    removals: list[Removal] = []
    moves: list[Moving] = []
    for placed in found:
        texts += placed.texts
        units += placed.units
        additions += placed.additions
        removals += placed.removals
        moves += placed.moves
    return Placed(by, tuple(texts), tuple(units), tuple(additions), tuple(removals), tuple(moves))


def unplaced(placed: Placed) -> Why | None:
    """Return why a comment's words have no place; None where they have one.

    A comment with a single quotation that has no place has none as a whole: it is never taken in part.
    """
    reasons = {refusal.why for refusal in placed.refusals}
    for why in Why:  # in the order in which they are told
        if why in reasons:
            return why
    return None
