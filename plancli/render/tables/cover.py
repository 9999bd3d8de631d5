"""The cover sheet of a consultation, in the language of the plan."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate

from plancli.core.comments.status import Status
from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.plan.manifest import Reply
from plancli.core.publish.claims import published
from plancli.core.publish.cover_sheet import (
    CoverSheet,
    decision_bars,
    from_its_first_change,
    largest,
)
from plancli.core.publish.happened import ChangesTold
from plancli.core.publish.naming import Paper
from plancli.core.publish.sheet import Block, Cell, Head, Sheet
from plancli.core.publish.words import Said
from plancli.core.rounds.counts import standings_of_units
from plancli.core.text.marked import Run
from plancli.core.text.punctuation import bracketed
from plancli.messages import N_
from plancli.render.pages.words import said
from plancli.render.tables.feedback import NO_TOPIC, Report
from plancli.render.tables.totals import BY_DECISION, BY_UNIT, totals_by_unit, totals_told

_TITLE = N_("{title} {draft}: the consultation at a glance")
_UNRESOLVED, _LARGEST = N_("Unresolved"), N_("The largest changes")
_PENDING = N_("Not decided yet: {listed}.")
_UNPROVED = N_("Decided, and not in the text or not approved yet: {listed}.")
_SILENT = N_("Units that did not answer: {listed}.")
_RESOLVED = N_("Nothing is unresolved.")
_COUNTED = N_("{unit} ({count})")
_OTHERS = N_("Others ({count})")
_AND_OTHERS = N_("{listed} and others, {count} units in all")

_NO_COMMENTS, _NO_CHANGES = N_("No unit commented."), N_("Nothing was changed.")

_UNITS, _DECISIONS, _CHANGES, _ROOM = 6, 6, 10, 28
"""How many units, decisions and changes are shown, and characters of a change: all stands on one page."""
_LISTED = 100
"""Characters of a list of units that are shown."""


def cover(report: Report, changes: Iterable[ChangedLine]) -> CoverSheet:
    """Return the cover sheet of a round."""
    words, translate = said(report.manifest.language), report.translate
    draft = bracketed(report.draft, report.manifest.language) if report.draft else ""
    title = translate(_TITLE).format(title=report.title, draft=draft)
    told = totals_told(report.counts, words, translate)
    figures = [(words.figure(claim), number) for claim, number in published(report.counts)]
    return CoverSheet(
        " ".join(title.split()),
        report.stamp,
        words.next_to(report.lead, told),
        (
            translate(BY_DECISION),
            translate(BY_UNIT),
            translate(_UNRESOLVED),
            translate(_LARGEST),
        ),
        decision_bars(figures, report.manifest.language),
        _units(report, words),
        tuple(_unresolved(report, words)),
        _changes(report, changes, words),
        report.manifest.language,
        translate(_NO_COMMENTS),
        translate(_NO_CHANGES),
    )


def _units(report: Report, words: Said) -> Sheet:
    """Return the units with the most comments, the others together, and the sum."""
    whole = totals_by_unit(report.title, report.table, report.claimed, words, report.translate)
    sheet = _with_few_columns(whole, report)
    (block,) = sheet.blocks
    *units, together = [[str(cell) for cell in row] for row in block.rows]
    commented = sorted((row for row in units if row[1] != "0"), key=lambda row: -int(row[1]))
    rows = commented[:_UNITS]
    others = commented[_UNITS:]
    if others:
        name = report.translate(_OTHERS).format(count=len(others))
        rows.append([name, *_sums(others)])
    if not rows:
        return sheet._replace(blocks=())
    return sheet._replace(blocks=(Block(tuple(map(tuple, [*rows, together]))),))


def _sums(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the sums of all columns but the first."""
    columns = list(zip(*rows, strict=True))[1:]
    return [str(sum(map(int, column))) for column in columns]


def _with_few_columns(sheet: Sheet, report: Report) -> Sheet:
    """Return the table with the decisions that most comments have, and all others together."""
    (block,) = sheet.blocks
    _all, *sums = map(int, _sums([list(map(str, block.rows[-1]))]))
    if len(sums) <= _DECISIONS:
        return sheet
    order = sorted(range(len(sums)), key=lambda column: -sums[column])
    kept = sorted(order[: _DECISIONS - 1])
    rows = tuple(_row_of_few(row, kept) for row in block.rows)
    heads = (
        *sheet.heads[:2],
        *(sheet.heads[column + 2] for column in kept),
        sheet.heads[1]._replace(label=report.translate(NO_TOPIC)),
    )
    return sheet._replace(heads=heads, blocks=(Block(rows),))


def _row_of_few(row: Sequence[Cell], kept: Sequence[int]) -> tuple[Cell, ...]:
    name, number, *counts = map(str, row)
    left = [int(count) for column, count in enumerate(counts) if column not in kept]
    return (name, number, *(counts[column] for column in kept), str(sum(left)))


def _unresolved(report: Report, words: Said) -> list[str]:
    """Return a line for each kind of what is left to do, with the units whom it concerns."""
    pending: Counter[str] = Counter()
    unproved: Counter[str] = Counter()
    left = set(report.claims.comments)
    for unit in report.table:
        for row in unit.rows:
            pending[row.unit] += row.status == Status.PENDING
            # a comment that waits for its decision is named once
            unproved[row.unit] += row.id in left and row.status != Status.PENDING
    found = [
        _listed(form, counted, words, report)
        for form, counted in ((_PENDING, +pending), (_UNPROVED, +unproved))
        if +counted
    ]
    silent = _silent(report)
    if silent:
        found.append(report.translate(_SILENT).format(listed=_few(silent, words, report)))
    return found or [report.translate(_RESOLVED)]


def _listed(form: str, counted: Counter[str], words: Said, report: Report) -> str:
    each = report.translate(_COUNTED)
    units = [each.format(unit=unit, count=count) for unit, count in counted.items()]
    return report.translate(form).format(listed=_few(units, words, report))


def _few(units: Sequence[str], words: Said, report: Report) -> str:
    """Return a list of units, of many only the first, and how many there are: all stands on one page."""
    ends = list(accumulate(len(unit) + len(words.comma) for unit in units))
    shown = max(bisect_right(ends, _LISTED), 1)
    listed = words.comma.join(units[:shown])
    if shown == len(units):
        return listed
    return report.translate(_AND_OTHERS).format(listed=listed, count=len(units))


def _silent(report: Report) -> list[str]:
    """Return the units that were asked and did not answer."""
    if report.round is None:
        return []
    standing = standings_of_units(report.manifest, report.round.current)
    return [unit for unit, reply in standing.items() if reply is Reply.NONE]


def _changes(report: Report, changes: Iterable[ChangedLine], words: Said) -> Sheet:
    translate = report.translate
    heads = (
        Head(translate(N_("Place")), 30),
        Head(translate(N_("Before")), 35),
        Head(translate(N_("After")), 35),
    )
    if report.round is None:
        return Sheet("", heads, (), language=report.manifest.language)
    found = list(changes)
    parts = {change.key for change in found if change.moved}
    telling = ChangesTold(Paper.of(report.round), words.naming, words.happened, parts)
    rows = tuple(_change(telling, change) for change in largest(found, _CHANGES))
    return Sheet("", heads, (Block(rows),) if rows else (), language=report.manifest.language)


def _change(telling: ChangesTold, change: ChangedLine) -> tuple[Cell, ...]:
    name = telling.paper.name(change.key, telling.naming)
    before, after = (_in_short(side, change) for side in telling.sides(change))
    return name, before, after


def _in_short(side: Sequence[Run], change: ChangedLine) -> tuple[Run, ...]:
    """Return one side of a change as far as there is room; where what moved stands is told whole."""
    words, place = (side[:-1], side[-1:]) if change.moved else (side, ())
    return (*from_its_first_change(words, _ROOM), *place)
