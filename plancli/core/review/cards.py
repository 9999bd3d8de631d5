"""A card for each comment, and where comments meet."""

from collections.abc import Iterable, Iterator, Mapping

from plancli.core.case import Case
from plancli.core.comment import MEANINGS, Comment, Status
from plancli.core.conflict import OFFICE, Conflict, Level
from plancli.core.counts import final_status
from plancli.core.ledger import across_units, settled_by, settlements
from plancli.core.review.stands import Stands
from plancli.core.review.values import Card, Meeting, Share
from plancli.core.rules.asked import comparison
from plancli.core.standing import standings


def cards(
    case: Case, names: Mapping[str, str], stands: Stands, meetings: Iterable[Meeting]
) -> Iterator[Card]:
    """Yield the cards in publication order."""
    comments = case.current
    states = {found.comment.id: found.state for found in standings(comments, case.workspace, case.trial)}
    settled, at_side = settled_by(comments), _by_side(meetings)
    speaks_for: dict[str, list[str]] = {}
    for name, comment in comments.items():
        if speaker := settled.get(name) or _joined_to(comment):
            speaks_for.setdefault(speaker, []).append(names[name])
    for name, address in names.items():
        comment = comments[name]
        yield Card(
            address,
            comment,
            share_of(final_status(comments, comment)),
            states[name],
            comparison(case, comment),
            stands.rows(comment),
            names.get(settled.get(name, ""), ""),
            names.get(_joined_to(comment), ""),
            tuple(speaks_for.get(name, ())),
            tuple(at_side.get(address, ())),
        )


def _joined_to(comment: Comment) -> str:
    return comment.decision.into or "" if comment.decision.status is Status.JOINED else ""


def _by_side(meetings: Iterable[Meeting]) -> dict[str, list[Meeting]]:
    found: dict[str, list[Meeting]] = {}
    for meeting in meetings:
        for side in meeting.conflict.sides:
            found.setdefault(side.by, []).append(meeting)
    return found


def meetings(case: Case, names: Mapping[str, str], stands: Stands) -> list[Meeting]:
    """Return where comments meet, open conflicts first, then those that are settled, then the others."""
    met = across_units(case.current, case.trial.meetings)
    unsettled = [(meeting, "") for meeting in met if meeting.level is Level.HARD]
    settled = [
        (meeting, found.joint.id)
        for found in settlements(case.current, case.workspace)
        for meeting in found.meetings
    ]
    others = [(meeting, "") for meeting in met if meeting.level is not Level.HARD]
    return [
        Meeting(_named(meeting, names), stands.row(meeting.place), names.get(joint, ""))
        for meeting, joint in (*unsettled, *settled, *others)
    ]


def _named(meeting: Conflict, names: Mapping[str, str]) -> Conflict:
    """Return a meeting with addresses for ids; a side whose comment is gone has none."""
    known = {**names, OFFICE: OFFICE}
    return meeting._replace(sides=tuple(s._replace(by=known.get(s.by, "")) for s in meeting.sides))


def share_of(status: Status) -> Share:
    """Return how a decision counts."""
    own = {Status.PARTLY: Share.PARTLY, Status.PENDING: Share.OPEN, Status.WITHDRAWN: Share.WITHDRAWN}
    return own.get(status) or (Share.ADOPTED if MEANINGS[status].adopted else Share.DECLINED)
