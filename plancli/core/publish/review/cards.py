"""A card for each comment, and where comments meet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.evidence.adoption import Comparison, comparison
from plancli.core.merge.meeting import OFFICE, Level, Meeting
from plancli.core.publish.claims import Claims
from plancli.core.publish.review.stands import Stands
from plancli.core.publish.review.values import Card, PageMeeting
from plancli.core.rounds.counts import final_status, final_statuses, wholes
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import across_units, settlements
from plancli.core.rounds.standing import whole_states


def cards(
    round_: Round,
    claims: Claims,
    names: Mapping[str, str],
    stands: Stands,
    meetings: Iterable[PageMeeting],
) -> Iterator[Card]:
    """Yield the cards in publication order, that of a compound comment before those of its items."""
    made = _Cards(round_, claims, names, stands, meetings)
    for name, items in wholes(round_.current).items():
        own = [made.of(item) for item in items]
        if name in round_.compounds:
            yield made.whole(round_.compounds[name], own)
        yield from own


class _Cards:
    """Makes the cards of one round; what all have in common is found once."""

    def __init__(
        self,
        round_: Round,
        claims: Claims,
        names: Mapping[str, str],
        stands: Stands,
        meetings: Iterable[PageMeeting],
    ) -> None:
        self.round, self.names, self.stands = round_, names, stands
        self.claims = claims
        found = round_.standings
        self.states, self.whole_states = {s.comment.id: s.state for s in found}, whole_states(found)
        self.statuses = final_statuses(round_.current)
        self.at_side = _by_side(meetings)
        self.speaks_for: dict[str, list[str]] = {}
        for name, comment in round_.current.items():
            if speaker := round_.settled.get(name) or _joined_to(comment):
                self.speaks_for.setdefault(speaker, []).append(names[name])

    def of(self, comment: Comment) -> Card:
        """Return the card of a comment, or of an item of a compound one."""
        name, address = comment.id, self.names[comment.id]
        whole = comment.part_of or name
        return Card(
            address,
            comment,
            self.claims.of(name, final_status(self.round.current, comment)),
            self.claims.of(whole, self.statuses[whole]),
            self.states[name],
            comparison(self.round, comment),
            self.stands.rows(comment),
            self.names.get(self.round.settled.get(name, ""), ""),
            self.names.get(_joined_to(comment), ""),
            tuple(self.speaks_for.get(name, ())),
            tuple(self.at_side.get(address, ())),
            self.names[comment.part_of] if comment.part_of else "",
        )

    def whole(self, comment: Comment, items: Sequence[Card]) -> Card:
        """Return the card of a compound comment: its own words, and what its items add up to."""
        claim = self.claims.of(comment.id, self.statuses[comment.id])
        return Card(
            self.names[comment.id],
            comment,
            claim,
            claim,
            self.whole_states[comment.id],
            Comparison(()),
            tuple(dict.fromkeys(row for item in items for row in item.rows)),
            "",
            "",
            tuple(self.speaks_for.get(comment.id, ())),
            (),
            items=tuple(item.address for item in items),
        )


def _joined_to(comment: Comment) -> str:
    return comment.decision.into or "" if comment.decision.status is Status.JOINED else ""


def _by_side(meetings: Iterable[PageMeeting]) -> dict[str, list[PageMeeting]]:
    found: dict[str, list[PageMeeting]] = {}
    for meeting in meetings:
        for side in meeting.conflict.sides:
            found.setdefault(side.by, []).append(meeting)
    return found


def meetings(round_: Round, names: Mapping[str, str], stands: Stands) -> list[PageMeeting]:
    """Return where comments meet, open conflicts first, then those that are settled, then the others."""
    met = across_units(round_.current, round_.trial.meetings)
    unsettled = [(meeting, "") for meeting in met if meeting.level is Level.HARD]
    settled = [
        (meeting, found.joint.id)
        for found in settlements(round_.current, round_.workspace)
        for meeting in found.meetings
    ]
    others = [(meeting, "") for meeting in met if meeting.level is not Level.HARD]
    return [
        PageMeeting(_named(meeting, names), stands.row(meeting.place), names.get(joint, ""))
        for meeting, joint in (*unsettled, *settled, *others)
    ]


def _named(meeting: Meeting, names: Mapping[str, str]) -> Meeting:
    """Return a meeting as it is shown, with addresses for ids; a side whose comment is gone has none."""
    known = {**names, OFFICE: OFFICE}
    shown = meeting.in_whole_words
    return shown._replace(sides=tuple(s._replace(by=known.get(s.by, "")) for s in shown.sides))
