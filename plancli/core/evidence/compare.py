"""What was changed against the draft, line by line: the words before and after, and who is the cause."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors, accepted, rejected, runs
from plancli.core.evidence.redline import Line
from plancli.core.plan.printed import headline
from plancli.core.rounds.round import Round
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run, focused


class ChangedLine(NamedTuple):
    """One changed line: where it stands, on which page of the draft, its words before and after."""

    key: str
    section: str
    heading: str
    pages: tuple[str, ...]
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    by: Authors


def changes(round_: Round, lines: Iterable[Line]) -> Iterator[ChangedLine]:
    """Yield the changed lines of a redline; sentences that stay are left out."""
    for line in lines:
        if line.authors:
            yield _change(round_, line)


def _change(round_: Round, line: Line) -> ChangedLine:
    """Return a changed line; names of units are marked whole, words as a person would mark them."""
    changed: list[Run] = []
    for pieces in (line.headed, line.text):
        old = "" if line.added else rejected(pieces)
        new = "" if line.gone else accepted(pieces)
        changed += readable(old, new)
    shown = focused([*changed, *runs(line.units)])
    before = tuple(run for run in shown if run.op != "+")
    after = tuple(run for run in shown if run.op != "-")
    heading = accepted(line.heading) or rejected(line.heading)
    return ChangedLine(
        line.key, _section(round_, line), heading, _pages(round_, line), before, after, line.authors
    )


def _section(round_: Round, line: Line) -> str:
    """Return the title of the section in which a line stands, or that it is."""
    for outline in (round_.plan, round_.workspace.draft):
        for key in outline.ancestry(line.key):
            if key in outline.sections:
                return headline(key, outline.sections[key].title)
    return ""


def _pages(round_: Round, line: Line) -> tuple[str, ...]:
    spot = round_.workspace.draft.spots.get(line.key)
    places = (("P", spot.paragraph.page), ("L", spot.paragraph.line)) if spot else ()
    return tuple(f"{mark}{at}" for mark, at in places if at)
