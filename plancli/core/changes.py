"""What was changed against the draft, line by line: the words before and after, and who is the cause."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.case import Case
from plancli.core.diff import Run, readable
from plancli.core.printed import headline
from plancli.core.redline import Authors, Line, Piece, accepted, rejected
from plancli.core.wording import focused


class Change(NamedTuple):
    """One changed line: where it stands, on which page of the draft, its words before and after."""

    key: str
    section: str
    heading: str
    pages: tuple[str, ...]
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    by: Authors


def changes(case: Case, lines: Iterable[Line]) -> Iterator[Change]:
    """Yield the changed lines of a redline; sentences that stay are left out."""
    for line in lines:
        if line.authors:
            yield _change(case, line)


def _change(case: Case, line: Line) -> Change:
    fields = (line.heading, line.text, line.units)
    runs = focused([run for pieces in fields for run in readable(_old(line, pieces), _new(line, pieces))])
    before, after = (tuple(run for run in runs if run.op != op) for op in "+-")
    heading = (accepted(line.heading) or rejected(line.heading)).rstrip("。. ")
    return Change(line.key, _section(case, line), heading, _pages(case, line), before, after, line.authors)


def _old(line: Line, pieces: Iterable[Piece]) -> str:
    return "" if line.added else rejected(pieces)


def _new(line: Line, pieces: Iterable[Piece]) -> str:
    return "" if line.gone else accepted(pieces)


def _section(case: Case, line: Line) -> str:
    """Return the title of the section in which a line stands, or that it is."""
    for outline in (case.plan, case.workspace.draft):
        for key in outline.ancestry(line.key):
            if key in outline.sections:
                return headline(key, outline.sections[key].title)
    return ""


def _pages(case: Case, line: Line) -> tuple[str, ...]:
    spot = case.workspace.draft.spots.get(line.key)
    places = (("P", spot.paragraph.page), ("L", spot.paragraph.line)) if spot else ()
    return tuple(f"{mark}{at}" for mark, at in places if at)
