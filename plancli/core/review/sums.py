"""What sums the comments up: by unit, by section, by what a unit answered."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from plancli.core.case import Case
from plancli.core.comment import Comment
from plancli.core.conflict import Level
from plancli.core.counts import final_status, rolled_up, standings_of_units, wholes
from plancli.core.manifest import Reply
from plancli.core.redline import Kind, Line, accepted
from plancli.core.review.cards import share_of
from plancli.core.review.values import (
    Bar,
    Card,
    Meeting,
    Row,
    Share,
    Stretch,
)


def bars(comments: Mapping[str, Comment]) -> Iterator[Bar]:
    """Yield the units that have comments, in publication order."""
    by_unit: dict[str, Counter[Share]] = {}
    for items in wholes(comments).values():
        status = rolled_up(final_status(comments, item) for item in items)
        by_unit.setdefault(items[0].unit, Counter())[share_of(status)] += 1
    for unit, shares in by_unit.items():
        yield Bar(unit, {share: shares[share] for share in Share if shares[share]})


def strip(
    lines: Iterable[Line], rows: Iterable[Row], cards: Iterable[Card], meetings: Iterable[Meeting]
) -> Iterator[Stretch]:
    """Yield the sections in reading order with what falls there; a comment counts once in a section."""
    section_of = {row.address: row.section for row in rows}
    said = Counter(name for card in cards for name in {section_of[row] for row in card.rows})
    unsettled = _counted(meetings, section_of, lambda m: m.conflict.level is Level.HARD and not m.joint)
    settled = _counted(meetings, section_of, lambda m: bool(m.joint))
    size: Counter[str] = Counter()
    for line, row in zip(lines, rows, strict=True):
        size[row.section] += len(accepted(line.pieces))
    for row in rows:
        if row.kind is Kind.SECTION:
            at = row.address
            yield Stretch(at, row.title, row.level, size[at], said[at], unsettled[at], settled[at])


def _counted(
    meetings: Iterable[Meeting], section_of: Mapping[str, str], wanted: Callable[[Meeting], bool]
) -> Counter[str]:
    return Counter(section_of[meeting.row] for meeting in meetings if meeting.row and wanted(meeting))


def replies(case: Case) -> dict[Reply, list[str]]:
    """Return the units by what they answered."""
    found: dict[Reply, list[str]] = {}
    for unit, reply in standings_of_units(case.manifest, case.current).items():
        found.setdefault(reply, []).append(unit)
    return found
