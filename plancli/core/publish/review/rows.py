"""The lines of the plan with what changed in them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.footnotes import NoteSeries
from plancli.core.plan.manifest import Manifest
from plancli.core.publish.review.values import Card, Mark, PageRow, Remark
from plancli.core.publish.review.words import PageNotes, addressed, page_changes, text_with_notes


def rows(
    lines: Sequence[Line],
    places: Sequence[str],
    names: Mapping[str, str],
    office: Mapping[int, str],
    cards: Iterable[Card] = (),
    counted: NoteSeries = NoteSeries(),  # noqa: B008 (immutable)
) -> Iterator[PageRow]:
    """Yield the lines with the addresses of all that concerns them, the drafting office last.

    For a compound comment its items stand there. Footnotes are numbered as `counted` says.
    """
    notes = PageNotes(lines, places, counted)
    about = _about(cards)
    section = ""
    stands = {(line.kind, line.key) for line in lines if not line.gone}
    known = dict(names)  # with the drafting office, which has another address beside each line
    for at, (line, place) in enumerate(zip(lines, places, strict=True)):
        if line.kind is LineKind.SECTION:
            section = place
        own_change = office.get(at, "")
        known[OFFICE] = own_change
        concerned = list(about.get(place, ()))
        if own_change:
            concerned.append(own_change)
        yield PageRow(
            kind=line.kind,
            key=line.key,
            address=place,
            section=section,
            level=line.level,
            title=rejected(line.heading) if line.gone else accepted(line.heading),
            heading=tuple(page_changes(line.headed, known)),
            text=tuple(text_with_notes(line, notes, known)),
            units=tuple(page_changes(line.units, known)),
            mark=_mark_of_line(line),
            by=addressed(line.added or line.gone, known),
            about=tuple(concerned),
            label=notes.label_of(line),
            back=notes.back(place) if line.kind is LineKind.FOOTNOTE else "",
            left=bool(line.gone) and (line.kind, line.key) in stands,
        )


def _about(cards: Iterable[Card]) -> dict[str, list[str]]:
    """Return the addresses of the cards by the rows that they are about."""
    found: dict[str, list[str]] = {}
    for card in cards:
        if card.items:
            continue  # its items stand there
        for row in card.rows:
            found.setdefault(row, []).append(card.address)
    return found


def _mark_of_line(line: Line) -> Mark:
    """Return what became of a line as a whole."""
    if line.added:
        return Mark.ADDED
    if line.gone:
        return Mark.GONE
    return Mark.KEPT


def remark(manifest: Manifest, line: Line, place: str, number: int) -> Remark:
    """Return what is said beside a line that the drafting office changed itself."""
    reasons = dict.fromkeys(note.reason for note in manifest.notes if note.paragraph == line.key)
    return Remark(f"office-{number}", place, tuple(reasons))
