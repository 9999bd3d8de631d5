"""The lines of the plan with what changed in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from plancli.core.evidence.pieces import Authors, Piece, accepted, rejected
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.manifest import Manifest
from plancli.core.publish.review.values import Card, Mark, PageChange, PageRow, PageWords, Remark


def rows(
    lines: Sequence[Line],
    places: Sequence[str],
    names: Mapping[str, str],
    office: Mapping[int, str],
    cards: Iterable[Card] = (),
) -> Iterator[PageRow]:
    """Yield the lines with the addresses of all that concerns them, the drafting office last.

    For a compound comment its items stand there.
    """
    about: dict[str, list[str]] = {}
    for card in cards:
        for row in () if card.items else card.rows:
            about.setdefault(row, []).append(card.address)
    section = ""
    for at, (line, place) in enumerate(zip(lines, places, strict=True)):
        section = place if line.kind is LineKind.SECTION else section
        known = {**names, OFFICE: office.get(at, "")}
        heading, text, units = (
            tuple(_changes(pieces, known)) for pieces in (line.headed, line.text, line.units)
        )
        mark = Mark.ADDED if line.added else Mark.GONE if line.gone else Mark.KEPT
        by = _addressed(line.added or line.gone, known)
        concerned = tuple(filter(None, (*about.get(place, ()), office.get(at))))
        yield PageRow(
            line.kind,
            line.key,
            place,
            section,
            line.level,
            rejected(line.heading) if line.gone else accepted(line.heading),
            heading,
            text,
            units,
            mark,
            by,
            concerned,
        )


def _changes(pieces: Iterable[Piece], known: Mapping[str, str]) -> Iterator[PageChange]:
    """Join what changed together: neighbours with the same authors."""
    for by, found in groupby(pieces, lambda piece: (*piece.added, *piece.gone)):
        yield PageChange(tuple(PageWords(p.text, _mark(p)) for p in found), _addressed(by, known))


def _mark(piece: Piece) -> Mark:
    if piece.added:
        return Mark.UNDONE if piece.gone else Mark.ADDED
    return Mark.GONE if piece.gone else Mark.KEPT


def _addressed(by: Authors, known: Mapping[str, str]) -> tuple[str, ...]:
    """Return the addresses of authors; one whose file is gone has none."""
    return tuple(dict.fromkeys(known[name] for name in by if known.get(name)))


def remark(manifest: Manifest, line: Line, place: str, number: int) -> Remark:
    """Return what is said beside a line that the drafting office changed itself."""
    reasons = dict.fromkeys(note.reason for note in manifest.notes if note.paragraph == line.key)
    return Remark(f"office-{number}", place, tuple(reasons))
