"""Whose a file was when it came in before: nobody is asked for it a second time."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.intake.opinions import Answered, FileOpinions, Received, RowOpinion
from plancli.core.plan.arrival import Arrival


class Arrived(NamedTuple):
    """What came in before: the unit that spoke, or all that signed as they are printed, and from where."""

    unit: str
    source: Arrival


class EarlierSenders(NamedTuple):
    """The units that spoke in one file, by its row and by its author; `only` where it was one for all."""

    rows: dict[tuple[str, int], str]
    authors: dict[str, str]
    only: str

    def of(self, sheet: str, row: int) -> str:
        """Return whose a row is that names nobody; "" where that is not known."""
        return self.rows.get((sheet, row), self.only)


NOBODY_SPOKE = EarlierSenders({}, {}, "")


def senders_of(arrived: Iterable[Arrived]) -> dict[str, EarlierSenders]:
    """Return who spoke in each file that came in before, by its digest."""
    files: dict[str, list[Arrived]] = {}
    for one in arrived:
        files.setdefault(one.source.digest, []).append(one)
    return {digest: _senders(own) for digest, own in files.items()}


def _senders(arrived: Iterable[Arrived]) -> EarlierSenders:
    rows: dict[tuple[str, int], str] = {}
    authors: dict[str, str] = {}
    units: dict[str, None] = {}
    for unit, source in arrived:
        units[unit] = None
        if source.author is not None:
            authors[source.author] = unit
        if source.row is not None:
            rows[source.sheet or "", source.row] = unit
    return EarlierSenders(rows, authors, next(iter(units)) if len(units) == 1 else "")


def with_senders(
    files: Iterable[Received], senders: dict[str, EarlierSenders]
) -> Iterator[Received]:
    """Yield files with the unit of each row that names none, where these very bytes came in before."""
    for file in files:
        known = senders.get(file.digest)
        if known is None:
            yield file
        else:
            yield file._replace(parts=tuple(_named(part, known) for part in file.parts))


def _named(part: FileOpinions, known: EarlierSenders) -> FileOpinions:
    """Return what a part says with its units."""
    opinions: list[RowOpinion] = []
    for one in part.opinions:
        opinions.append(one._replace(unit=one.unit or known.of(part.sheet, one.row)))
    nothing: list[Answered] = []
    for answered in part.nothing:
        unit = answered.unit or known.of(part.sheet, answered.row)
        nothing.append(answered._replace(unit=unit))
    return part._replace(opinions=tuple(opinions), nothing=tuple(nothing))
