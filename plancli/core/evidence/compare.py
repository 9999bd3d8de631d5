"""What was changed against the draft, line by line: the words before and after, and who is the cause."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors, Piece, accepted, rejected, runs
from plancli.core.evidence.redline import Line
from plancli.core.plan.outline import renumbered
from plancli.core.plan.printed import headline
from plancli.core.rounds.round import Round
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run, changed_whole, focused


class ChangedLine(NamedTuple):
    """One changed line: where it stands, on which page of the draft, its words before and after.

    `number` is what it had before and has after where that is another one: then it is the first run of each.
    """

    key: str
    section: str
    heading: str
    pages: tuple[str, ...]
    before: tuple[Run, ...]
    after: tuple[Run, ...]
    by: Authors
    number: tuple[str, str] | None = None


def changes(round_: Round, lines: Iterable[Line]) -> Iterator[ChangedLine]:
    """Yield the changed lines of a redline; sentences that stay are left out.

    A line in which words came and went again has a cause, and before and after are the same.
    """
    numbers = renumbered(round_.workspace.draft, round_.paper)
    for line in lines:
        if line.authors:
            stays = not (line.added or line.gone)
            yield _change(round_, line, numbers.get(line.key) if stays else None)


def _change(round_: Round, line: Line, number: tuple[str, str] | None) -> ChangedLine:
    """Return a changed line; names of units are marked whole, words as a person would mark them."""
    fields: list[Run] = []
    for field in filter(None, (line.headed, line.text)):
        # the number stands before the first words
        fields += _worded(line, field) if fields or not number else _numbered(field, number)
    shown = focused([*fields, *runs(line.units)])
    return ChangedLine(
        key=line.key,
        section=_section(round_, line),
        heading=accepted(line.heading) or rejected(line.heading),
        pages=_pages(round_, line),
        before=tuple(run for run in shown if run.op != "+"),
        after=tuple(run for run in shown if run.op != "-"),
        by=line.authors,
        number=number,
    )


def _worded(line: Line, pieces: Iterable[Piece]) -> list[Run]:
    """Return the change of a field as a person would mark it, by whomever its parts are.

    What came or went as a whole has nothing on the other side.
    """
    words = list(pieces)
    old = "" if line.added else rejected(words)
    new = "" if line.gone else accepted(words)
    return readable(old, new)


def _numbered(pieces: Iterable[Piece], number: tuple[str, str]) -> list[Run]:
    """Return the change of a field that begins with another number; that is changed as a whole."""
    words = list(pieces)
    before, after = number
    old = rejected(words).removeprefix(before)
    new = accepted(words).removeprefix(after)
    return [*changed_whole(before, after), *readable(old, new)]


def _section(round_: Round, line: Line) -> str:
    """Return the title of the section in which a line stands, or that it is.

    As the plan has it; of a section that is gone, as the draft had it.
    """
    draft, plan = round_.workspace.draft, round_.paper
    outline = plan if plan.knows(line.key) else draft
    for key in outline.ancestry(line.key):
        section = plan.sections.get(key) or draft.sections.get(key)
        if section is not None:
            return headline(section)
    return ""


def _pages(round_: Round, line: Line) -> tuple[str, ...]:
    """Return page and line of the draft, as far as they are known.

    Of titles they are not known, and what is new has none.
    """
    spot = round_.workspace.draft.spots.get(line.key)
    if spot is None:
        return ()
    found: list[str] = []
    if spot.paragraph.page:
        found.append(f"P{spot.paragraph.page}")
    if spot.paragraph.line:
        found.append(f"L{spot.paragraph.line}")
    return tuple(found)
