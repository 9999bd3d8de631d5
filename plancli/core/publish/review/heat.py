"""How many comments each unit has on each chapter, and how many of them are in conflict."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from itertools import product
from typing import NamedTuple

from plancli.core.merge.meeting import Level
from plancli.core.publish.review.stretches import (
    page_row_of,
    page_stretches,
    title_paths,
    titles_above,
)
from plancli.core.publish.review.values import Card, PageMeeting, Review

ALL = ""
"""Stands for all units in the row of totals, and for all chapters in their column."""
NOWHERE = "-"
"""Stands for comments that point to no place of the plan."""


class Heat(NamedTuple):
    """Comments of a unit on a chapter: how many, in open conflicts, in conflicts that were settled."""

    comments: int = 0
    unsettled: int = 0
    settled: int = 0


class HeatMap(NamedTuple):
    """Units by chapters. `chapters` are titles by address, behind them NOWHERE where a comment needs it.

    `left` are those of chapters at a place from which they moved.
    A comment of several units or on several chapters counts under each of them, and once in totals: a figure
    is the number of comments that are shown to whoever asks for that unit and that chapter.
    """

    units: tuple[str, ...]
    chapters: Mapping[str, str]
    figures: Mapping[tuple[str, str], Heat]
    left: Container[str] = ()

    def at(self, unit: str = ALL, chapter: str = ALL) -> Heat:
        """Return one figure; without a chapter or a unit the total of all."""
        return self.figures.get((unit, chapter), Heat())

    @property
    def most(self) -> int:
        """The highest number of comments of one unit on one chapter."""
        cells = product(self.units, self.chapters)
        return max((self.at(*cell).comments for cell in cells), default=0)


_KINDS = Heat._fields
_Tallied = Mapping[tuple[str, str, str], set[str]]
"""Comments by what is said of them (a field of Heat), by unit and by chapter."""


def heat_map(review: Review) -> HeatMap:
    """Return the heat map of a page; points of a compound comment count as one where they stand together."""
    chapters = _chapters(review)
    tallied = _tallied(review, chapters)
    figures: dict[tuple[str, str], Heat] = {}
    for _, unit, chapter in tallied:
        counted = [len(tallied.get((kind, unit, chapter), ())) for kind in _KINDS]
        figures[unit, chapter] = Heat(*counted)
    if (ALL, NOWHERE) in figures:
        chapters[NOWHERE] = ""
    return HeatMap(_units(review), chapters, figures, _left(review))


def _units(review: Review) -> tuple[str, ...]:
    """Return the units that have comments, in the order of their first ones."""
    found: dict[str, None] = {}
    for card in review.cards:
        found.update(dict.fromkeys(card.comment.signatories))
    return tuple(found)


def met(card: Card) -> list[str]:
    """Return which conflicts a card is a side of: "unsettled" ones, "settled" ones, or both."""
    found = dict.fromkeys(map(_kind, card.meetings))
    found.pop("", None)
    return list(found)


def _kind(meeting: PageMeeting) -> str:
    """Return what a meeting is as a conflict; what is only to be read again is none."""
    if meeting.joint:
        return "settled"
    if meeting.conflict.level is Level.HARD:
        return "unsettled"
    return ""


def _chapters(review: Review) -> dict[str, str]:
    """Return the titles of the chapters by address, in reading order."""
    titles: dict[str, str] = {}
    for stretch in page_stretches(review.parts):
        first = page_row_of(stretch.parts[0])
        # nothing above it: what stands before the first title is below none
        if stretch.path == (first.address,):
            titles[first.address] = first.title
    return titles


def _left(review: Review) -> set[str]:
    """Return the addresses of what moved, at its old place."""
    found: set[str] = set()
    for row in review.rows:
        if row.left:
            found.add(row.address)
    return found


def _tallied(review: Review, chapters: Mapping[str, str]) -> _Tallied:
    """Return the comments of every figure: sets, so that none is counted twice in one.

    A point of a compound comment stands for the whole of it, as in every other count of the page.
    """
    found: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for card, own in _placed(review, chapters):
        kinds = "comments", *met(card)
        for figure in product(kinds, (ALL, *card.comment.signatories), (ALL, *own)):
            found[figure].add(card.whole or card.address)
    return found


def _placed(review: Review, chapters: Mapping[str, str]) -> Iterator[tuple[Card, set[str]]]:
    """Yield each card with the chapters in which it stands; a compound one stands where its points do."""
    section_of = {row.address: row.section for row in review.rows}
    above = title_paths(page_stretches(review.parts))
    for card in review.cards:
        if card.items:
            continue
        own = set(titles_above(card, section_of, above))
        own.intersection_update(chapters)
        yield card, own or {NOWHERE}
