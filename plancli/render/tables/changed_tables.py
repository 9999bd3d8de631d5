"""What changed in the tables of the plan, cell by cell: in which, where, from what to what, and why."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.evidence.compare import ChangedTable
from plancli.core.plan.cells import column_of_cell, head_name, place_in_row, row_name
from plancli.core.plan.model import Table, TableRow
from plancli.core.plan.outline import table_around
from plancli.core.plan.printed import headline
from plancli.core.publish.happened import ChangesTold
from plancli.core.publish.naming import Paper
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Run
from plancli.messages import N_, in_language
from plancli.render.pages.words import said
from plancli.render.tables.compare import moved_among
from plancli.render.tables.grounds import Grounds

_TITLE = N_("{title}: changes in tables")
_KEY = N_(
    "Cells with a coloured ground are not as in {draft}; rows and columns that are gone stand here alone."
)
_NONE = N_("Nothing was changed.")
_PAGE = N_("Changes")
_MEASURE, _NOTE = N_("unit of measure"), N_("note {number}")
_CAPTION, _NTH = N_("title"), N_("column {number}")


def changed_tables(round_: Round, changes: Iterable[ChangedTable]) -> Sheet:
    """Return a table with a row for each change in tables."""
    translate = in_language(round_.manifest.language).gettext
    grounds, words, found = (
        Grounds(round_, translate),
        said(round_.manifest.language),
        list(changes),
    )
    telling = ChangesTold(Paper.of(round_), words.naming, words.happened, moved_among(found))
    heads = (
        Head(translate(N_("Table")), 20),
        Head(translate(N_("Row")), 25),
        Head(translate(N_("Column")), 15),
        Head(translate(N_("Original ({draft})")).format(draft=round_.draft.draft), 25),
        Head(translate(N_("Revised")), 25),
        Head(translate(N_("Ground")), 20),
    )
    rows: list[tuple[str, ...]] = []
    for table in found:
        for one in table.lines:
            where = _place(telling.paper, one, translate).told(telling, one)
            before, after = ("".join(run.text for run in side) for side in _sides(telling, one))
            rows.append((*where, before, after, grounds.of(one.key, one.by)))
    lead = translate(_KEY).format(draft=round_.draft.draft) if rows else translate(_NONE)
    called = round_.manifest.joints.published(round_.plan.title or round_.manifest.title)
    title = translate(_TITLE).format(title=called)
    blocks = (Block(tuple(rows)),) if rows else ()
    language = round_.manifest.language
    return Sheet(title, heads, blocks, (lead,), language=language, name=translate(_PAGE))


def _sides(telling: ChangesTold, change: ChangedLine) -> tuple[Sequence[Run], Sequence[Run]]:
    """Return the words before and after; where a part came or went its place says so."""
    return telling.sides(change) if change.moved else (change.before, change.after)


class _Place(NamedTuple):
    """Where a change stands: the table, and in it the row, the column, or what else it is."""

    table: str
    row: str = ""
    column: str = ""

    def told(self, telling: ChangesTold, change: ChangedLine) -> tuple[str, str, str]:
        """Return the place in words; the row, column or table that came or went is told as such."""
        if self.row and self.column:
            return self
        if self.row:
            return self.table, telling.named(change, self.row), ""
        if self.column:
            return self.table, "", telling.named(change, self.column)
        return telling.named(change, self.table), "", ""


def _place(paper: Paper, change: ChangedLine, translate: Callable[[str], str]) -> _Place:
    key = change.key
    outline = paper.plan if paper.plan.knows(key) else paper.draft
    name = table_around(outline, key) or ""
    table = outline.tables[name]
    title = headline(table)
    if key in outline.rows:
        return _Place(title, row_name(table, outline.rows[key]))
    if key in outline.heads:
        return _Place(title, column=head_name(table, outline.heads[key]))
    if key == name:
        stays = change.is_reworded and key in paper.draft.tables and key in paper.plan.tables
        return _Place(title, translate(_CAPTION)) if stays else _Place(title)
    spot = outline.spots[key]
    if spot.row is not None:
        return _cell(title, table, spot.row, column_of_cell(key), translate)
    if spot.is_fixed:
        return _Place(title, translate(_MEASURE))
    number = outline.children(outline.container(key)).index(key) + 1
    return _Place(title, translate(_NOTE).format(number=number))


def _cell(
    title: str, table: Table, row: TableRow, column: str, translate: Callable[[str], str]
) -> _Place:
    name, number = row_name(table, row), place_in_row(table, column)
    if not number:
        return _Place(title, name)
    if not table.columns:
        return _Place(title, name, translate(_NTH).format(number=number))
    return _Place(title, name, head_name(table, table.columns[number - 1]))
