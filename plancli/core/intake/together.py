"""What a paper says of its opinions as a whole, and one of them of the others, so that they may not be meant.

A line may stand outside of all of them (以下意见撤回:), or be an opinion itself (第一条意见收回). Both are
for a person, and so are all that they may be about; and two opinions of one unit that cannot both stand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Edit
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.limits import may_govern_points, may_reach_others
from plancli.core.instructions.grammar.row import row_of, spoken_sentences
from plancli.core.instructions.grammar.verdict import Certainty, Doubt
from plancli.core.intake.opinions import RowNote, RowRemark
from plancli.core.intake.reading import Understanding
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place

_INTRODUCES = (RowRemark.OPENING, RowRemark.HEADING)
"""What stands ahead of opinions to announce them: it is to say nothing else."""


def said_of_all(notes: Iterable[RowNote], units: Iterable[str]) -> list[str]:
    """Return the lines of a paper that are no opinion, and may take back or limit those that are.

    `units` are all names of those that speak: their own opinions are nobody else's.
    """
    found: list[str] = []
    names = sorted(units, key=len, reverse=True)
    for note in notes:
        words = note.words
        for name in names:
            words = words.replace(name, "")
        governs = note.remark in _INTRODUCES and may_govern_points(words)
        if governs or _reaches_others(words):
            found.append(note.words)
    return found


class ReadPoint(NamedTuple):
    """A point of an opinion, or the whole of one without: its words, its place, how it is understood."""

    words: str
    at: Cited
    reading: Understanding


def held_together(
    opinions: Sequence[Sequence[ReadPoint]], limited: bool, corpus: Corpus
) -> list[list[Understanding]]:
    """Return how the opinions that units say together in one paper are understood, each held against all.

    `limited`: the paper says something of all of them, so that none is sure.
    """
    found = [[point.reading for point in points] for points in opinions]
    taken = [_is_taken(readings) for readings in found]
    if not any(taken):
        return found
    reaching = [any(map(_may_take_back, points)) for points in opinions]
    for at, readings in enumerate(found):
        others = reaching[:at] + reaching[at + 1 :]
        if limited or any(others):
            found[at] = [_doubted(reading, Doubt.DEPENDS) for reading in readings]
        elif reaching[at] and any(taken[:at] + taken[at + 1 :]):
            # what is taken back is no longer sure, nor is that nothing is asked for
            found[at] = [_asked(point) for point in opinions[at]]
    for at in _colliding(opinions, corpus) if sum(taken) > 1 else ():
        found[at] = [_doubted(reading, Doubt.COLLIDES) for reading in found[at]]
    return found


def _is_taken(readings: Iterable[Understanding]) -> bool:
    return any(reading.verdict is Certainty.TAKEN for reading in readings)


def _may_take_back(point: ReadPoint) -> bool:
    """Whether a point may be about other opinions; of one that is taken each word is explained."""
    return point.reading.verdict is not Certainty.TAKEN and _reaches_others(point.words)


def _reaches_others(words: str) -> bool:
    row = row_of(words)
    if _SPEAKS.search(row.text) is None:
        return False
    return any(may_reach_others(row.text[start:end]) for start, end in spoken_sentences(row))


_SPEAKS = re.compile(
    "[条点]|[意来前原此本]见|[来前原此本]函|建议|以[上下]|上述|下列|同意|[不反]|[A-Za-z]"
)
"""Most that is said has none of these, and says nothing of other opinions."""


def _doubted(reading: Understanding, doubt: Doubt) -> Understanding:
    if reading.verdict is not Certainty.TAKEN:
        return reading
    return reading._replace(verdict=Certainty.PROPOSED, why=doubt)


def _asked(point: ReadPoint) -> Understanding:
    """Return a point that may be about other opinions as one that a person reads."""
    if point.reading.verdict is Certainty.NONE and _reaches_others(point.words):
        return Understanding(Certainty.REFUSED, why=Doubt.DEPENDS, quote=point.words)
    return _doubted(point.reading, Doubt.DEPENDS)


def _colliding(opinions: Sequence[Sequence[ReadPoint]], corpus: Corpus) -> Iterator[int]:
    """Yield which opinions have edits that are taken, and cannot stand beside those of another one."""
    placed = []
    for at, points in enumerate(opinions):
        for cited, edits in _taken_edits(points):
            placed.append(place(corpus, str(at), Patch.of(cited, edits)))
    meeting: set[int] = set()
    for conflict in compose(corpus.outline, placed).conflicts:
        meeting.update(int(side.by) for side in conflict.sides if side.by.isdecimal())
    yield from sorted(meeting)


def _taken_edits(points: Iterable[ReadPoint]) -> Iterator[tuple[Cited, tuple[Edit, ...]]]:
    for point in points:
        if point.reading.verdict is Certainty.TAKEN:
            yield point.at, point.reading.edits
