"""What waits in the open round, what is decided, what is in the text, and what earlier rounds left."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.comments.approval import Levels, levels_of
from plancli.core.merge.meeting import Meeting
from plancli.core.plan.manifest import Manifest
from plancli.core.rounds.conflicts import conflicts
from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import OPEN, Standing, State, whole_states


class UnitStatus(NamedTuple):
    """One unit: its comments, a compound one counted once, and what the roster says that it replied.

    A joint comment is one of each that signed it. What is adopted is `in_text`, `not_yet`, or cannot come
    into it as it is, being `in_conflict`.
    """

    unit: str
    comments: int
    open: int
    in_text: int
    not_yet: int
    in_conflict: int
    reply: str


class RoundStatus(NamedTuple):
    """The open round; `office` lists the paragraphs that the drafting office changed itself.

    `left` are comments of closed rounds with which something is still to be done, `levels` how far the
    decisions of the open one are signed off.
    """

    manifest: Manifest
    standings: Sequence[Standing]
    meetings: Sequence[Meeting]
    office: Sequence[str]
    left: Sequence[Standing] = ()
    levels: Sequence[Levels] = ()

    @property
    def states(self) -> Counter[State]:
        """How many comments, a compound one counted once, have come how far; what is left waits, too."""
        return Counter(whole_states(self._counted).values())

    @property
    def _counted(self) -> list[Standing]:
        """The comments of the open round, and what earlier ones left."""
        return [*self.standings, *self.left]

    @property
    def units(self) -> list[UnitStatus]:
        """The units of the roster in its order, then others that comment."""
        replies: dict[str, str] = {}
        counts: dict[str, Counter[State]] = {}
        for consulted in self.manifest.units:
            replies[consulted.name] = str(consulted.reply or "")
            counts[consulted.name] = Counter()
        states = whole_states(self.standings)
        for name, senders in self._senders().items():
            for unit in senders:
                counts.setdefault(unit, Counter())[states[name]] += 1
        found: list[UnitStatus] = []
        for unit, of_unit in counts.items():
            open_ = sum(of_unit[state] for state in OPEN)
            reply = replies.get(unit, "")
            not_yet = of_unit[State.WAITING] + of_unit[State.BLOCKED]
            split = of_unit[State.IN_TEXT], not_yet, of_unit[State.CONFLICT]
            found.append(UnitStatus(unit, of_unit.total(), open_, *split, reply))
        return found

    def _senders(self) -> dict[str, tuple[str, ...]]:
        """The units of each comment, by its id; a compound one is there once."""
        senders: dict[str, tuple[str, ...]] = {}
        for standing in self.standings:
            comment = standing.comment
            senders[comment.part_of or comment.id] = comment.signatories
        return senders


def status(rounds: Sequence[Round]) -> RoundStatus:
    """Return how the last of the rounds stands, which is the open one."""
    *closed, round_ = rounds
    left: list[Standing] = []
    for earlier in closed:
        left += earlier.left
    return RoundStatus(
        round_.manifest,
        round_.standings,
        conflicts(round_).meetings,
        [change.key or "plan" for change in round_.office_changes],
        left,
        list(levels_of(round_.current, round_.levels, round_.today)),
    )
