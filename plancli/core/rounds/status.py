"""What waits in the open round, what is decided, what is in the text, and what earlier rounds left."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.merge.meeting import Meeting
from plancli.core.plan.manifest import Manifest
from plancli.core.rounds.conflicts import conflicts
from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import OPEN, Standing, State, standings, whole_states


class UnitStatus(NamedTuple):
    """One unit: its comments, a compound one counted once, and what the roster says that it replied."""

    unit: str
    comments: int
    open: int
    in_text: int
    reply: str


class RoundStatus(NamedTuple):
    """The open round; `office` lists the paragraphs that the drafting office changed itself.

    `left` are comments of closed rounds with which something is still to be done.
    """

    manifest: Manifest
    standings: Sequence[Standing]
    meetings: Sequence[Meeting]
    office: Sequence[str]
    left: Sequence[Standing] = ()

    @property
    def states(self) -> Counter[State]:
        """How many comments, a compound one counted once, have come how far."""
        return Counter(whole_states(self.standings).values())

    @property
    def units(self) -> list[UnitStatus]:
        """The units of the roster in its order, then others that comment."""
        replies = {unit.name: str(unit.reply or "") for unit in self.manifest.units}
        counts: dict[str, Counter[State]] = {name: Counter() for name in replies}
        states = whole_states(self.standings)
        units = {s.comment.part_of or s.comment.id: s.comment.unit for s in self.standings}
        for name, unit in units.items():
            counts.setdefault(unit, Counter())[states[name]] += 1
        return [
            UnitStatus(
                unit,
                found.total(),
                sum(found[state] for state in OPEN),
                found[State.IN_TEXT],
                replies.get(unit, ""),
            )
            for unit, found in counts.items()
        ]


def status(rounds: Sequence[Round]) -> RoundStatus:
    """Return how the last of the rounds stands, which is the open one."""
    round_ = rounds[-1]
    return RoundStatus(
        round_.manifest,
        standings(round_.current, round_.workspace, round_.trial),
        conflicts(round_).meetings,
        [change.key or "plan" for change in round_.office_changes],
        [standing for closed in rounds[:-1] for standing in closed.left],
    )
