"""What sums the comments up: by unit, by section, by what a unit answered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from plancli.core.comments.comment import Comment
from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.merge.meeting import Level
from plancli.core.plan.manifest import Reply
from plancli.core.publish.claims import Claim, Claims, counted_claims
from plancli.core.publish.review.values import (
    Bar,
    Card,
    PageMeeting,
    PageRow,
    StripStretch,
)
from plancli.core.rounds.counts import final_statuses, standings_of_units, wholes
from plancli.core.rounds.round import Round


def bars(comments: Mapping[str, Comment], claims: Claims) -> Iterator[Bar]:
    """Yield the units that have comments, in publication order; what is only intended stands apart.

    Units that sign together have a bar together: each comment is counted once.
    """
    by_unit: dict[tuple[str, ...], list[Claim]] = {}
    statuses = final_statuses(comments)
    for name, items in wholes(comments).items():
        by_unit.setdefault(items[0].signatories, []).append(claims.of(name, statuses[name]))
    for units, said in by_unit.items():
        yield Bar(units, counted_claims(said))


def strip(
    lines: Iterable[Line],
    rows: Iterable[PageRow],
    cards: Iterable[Card],
    meetings: Iterable[PageMeeting],
) -> Iterator[StripStretch]:
    """Yield the sections in reading order with what falls there; a comment counts once in a section."""
    section_of = {row.address: row.section for row in rows}
    said: Counter[str] = Counter()
    for card in cards:
        # The points of a compound comment are not counted beside it.
        if not card.whole:
            said.update({section_of[row] for row in card.rows})
    unsettled, settled = _conflicts(meetings, section_of)
    size: Counter[str] = Counter()
    for line, row in zip(lines, rows, strict=True):
        size[row.section] += len(accepted(line.pieces))
    for row in rows:
        if row.kind is LineKind.SECTION:
            at = row.address
            yield StripStretch(
                row=at,
                title=row.title,
                level=row.level,
                size=size[at],
                comments=said[at],
                conflicts=unsettled[at],
                settled=settled[at],
            )


def _conflicts(
    meetings: Iterable[PageMeeting], section_of: Mapping[str, str]
) -> tuple[Counter[str], Counter[str]]:
    """Count the conflicts by section: those that are open, and those that a joint wording has settled."""
    unsettled: Counter[str] = Counter()
    settled: Counter[str] = Counter()
    for meeting in meetings:
        if not meeting.row:
            continue  # it stands nowhere on the page
        section = section_of[meeting.row]
        if meeting.joint:
            settled[section] += 1
        elif meeting.conflict.level is Level.HARD:
            unsettled[section] += 1
    return unsettled, settled


def replies_by_unit(round_: Round) -> dict[Reply, list[str]]:
    """Return the units by what they answered."""
    found: dict[Reply, list[str]] = {}
    for unit, reply in standings_of_units(round_.manifest, round_.current).items():
        found.setdefault(reply, []).append(unit)
    return found
