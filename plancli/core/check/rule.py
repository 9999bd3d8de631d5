"""A rule of `check`: one record for each code, beside the function that finds what it is about.

A module below `rules` that holds such a record is all that a rule needs; nobody lists it (see `register`).
"""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from plancli.core.entry import Entry, Message
from plancli.core.finding import Finding
from plancli.core.rounds.round import Consultation, Round

LAST = 10_000
"""The order of a rule that does not say where its findings belong."""


class Writing(StrEnum):
    """What is written of a comment and can be proved before its file is there."""

    UNIT = "unit"
    EDITS = "edits"
    DECISION = "decision"

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of a comment's file in which it stands."""
        match self:
            case Writing.UNIT:
                return ("unit", "units")
            case Writing.EDITS:
                return ("at", "edits")
            case Writing.DECISION:
                return ("decision",)


@dataclass(frozen=True, kw_only=True)
class Rule(Entry):
    """What is said of one code, and when.

    `order`: findings of a scope come by it, rules without one last, by code; records of one function share
    it, and the function is asked once.
    `while_writing`: with which parts of a comment it is asked before there is a file. An error refuses what
    is written where it is about that part, unless the rule only `tells`, whatever a plan makes of its weight.
    `hint_of_point`: what to do about a point of a compound comment, where that is something else.
    `many`: the words for several findings that have one cause.
    """

    code: str
    order: int = LAST
    while_writing: tuple[Writing, ...] = ()
    tells: bool = False
    hint_of_point: str | None = None
    many: Message | None = None

    def is_of(self, finding: Finding, parts: Collection[Writing]) -> bool:
        """Whether a finding of this rule is about those parts of a comment that are being written.

        What it was asked about when another part was written is there already: while a decision is written
        nobody is asked to mend the words of the unit.
        """
        for part in self.while_writing:
            if finding.path and finding.path[0] in part.keys:
                return part in parts
        return True

    def said(self, of_point: bool = False) -> Message:
        """Return the words of a finding, in English; a point of a compound comment may have its own hint."""
        special = self.hint_of_point if of_point else None
        many = self.many or Message("", "")
        return Message(self.message, special or self.hint, many.message, many.hint)


@dataclass(frozen=True, kw_only=True)
class PlanRule(Rule):
    """A rule about the plan as a whole, seen from the round that is open.

    A `private` one is about data that must not be published: its errors refuse what is for the public.
    """

    find: Callable[[Round], Iterator[Finding]]
    private: bool = False


@dataclass(frozen=True, kw_only=True)
class HistoryRule(Rule):
    """A rule about all rounds together."""

    find: Callable[[Consultation], Iterator[Finding]]


@dataclass(frozen=True, kw_only=True)
class RoundRule(Rule):
    """A rule about one round of comments, closed or open."""

    find: Callable[[Round], Iterator[Finding]]
