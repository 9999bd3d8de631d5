"""Read instructions about cells, rows and columns of tables. What is not sure raises UnclearError."""

import re
from collections.abc import Sequence

from plancli.core.comments.edits import (
    Add,
    Edit,
    Move,
    NewParagraph,
    NewRow,
    NewTableHead,
    Remove,
    Rewrite,
)
from plancli.core.instructions.grammar.figured import is_figure, only_figure
from plancli.core.instructions.grammar.found import Found
from plancli.core.instructions.grammar.givencells import given_cells, given_column
from plancli.core.instructions.grammar.scope import PlaceScope
from plancli.core.instructions.grammar.unclear import UnclearError
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.instructions.grammar.vocabulary import Q
from plancli.core.locate.tabled import TablePlace
from plancli.core.plan.cells import cell_id, columns_of, levels
from plancli.core.plan.model import Table
from plancli.core.text.characters import NARROW
from plancli.core.text.matchkey import fold


def _table_in(scope: PlaceScope) -> TablePlace:
    """Return what a scope names in a table; it is no instruction of this kind where it names none."""
    if scope.table is None:
        raise UnclearError(Doubt.NOT_READ)
    return scope.table


# --- cells ----------------------------------------------------------------------------------------------


def cell_changed(found: Found) -> list[Edit]:
    """表1“A”2025年由X改为Y: X is what the cell says, with or without its unit of measure."""
    scope = found.scope(carried=True)
    _table_in(scope)
    was, new = found.said("was"), found.said("new")
    cell = _cell(found, scope, was)
    return [_changed(found, cell, new, was)]


def cell_becomes(found: Found) -> list[Edit]:
    """表1“A”2025年改为Y, 表1“A”2025年X改为Y without marks: X stands last."""
    scope, was = found.tools.scoping.of(found.said("place")), ""
    if scope is None or scope.table is None or scope.is_unclear:
        scope, was = _with_last_figure(found)
    _table_in(scope)
    cell = _cell(found, scope, was)
    edit = _changed(found, cell, found.said("new"), was)
    if scope.carried and not was:
        # the row was named for another column
        raise UnclearError(Doubt.NO_PART, edits=(edit,))
    return [edit]


def _with_last_figure(found: Found) -> tuple[PlaceScope, str]:
    """Return the place and the figure that stands at its end."""
    words = found.said("place")
    last = _LAST_FIGURE.search(words.translate(NARROW))
    scope = found.tools.scoping.of(words[: last.start()].rstrip("(（")) if last else None
    if scope is None or last is None:
        raise UnclearError(Doubt.NOT_READ, words)
    if scope.table is not None and scope.table.unclear:
        raise UnclearError(Doubt.NO_PART, scope.table.unclear)
    return scope, words[last.start() :].strip(" ()（）")


_LAST_FIGURE = re.compile(r"(?<![0-9.,由从])[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?[^0-9\s“”\"]{0,4}$")


def cell_reworded(found: Found) -> list[Edit]:
    """表1“A”2025年“X”改为“Y”: the words of the cell are quoted, with its unit of measure perhaps."""
    scope = found.scope(carried=True)
    _table_in(scope)
    was, new = found.said("was"), found.said("new")
    try:
        return [found.tools.wording.replaced(was, new, scope)]
    except UnclearError as error:
        if error.doubt not in (Doubt.NOT_THERE, Doubt.ELSEWHERE, Doubt.READINGS):
            raise
        return [_changed(found, _cell(found, scope, was), new, was)]


def cell_emptied(found: Found) -> list[Edit]:
    """表1“A”2025年清空."""
    scope = found.scope()
    _table_in(scope)
    return [Rewrite.model_validate({"rewrite": _cell(found, scope, ""), "with": ""})]


def _cell(found: Found, scope: PlaceScope, was: str) -> str:
    """Return the one cell that is meant: of a whole row the one that says what it is said to say."""
    place = _table_in(scope)
    own = _cells_in(found, place)
    keys = [key for key in own if not was or found.tools.wording.cell_figure(key).is_said(was)]
    if len(keys) == 1:
        return keys[0]
    if was and len(own) == 1:
        raise _said_loosely(found, own[0], was)
    raise UnclearError(Doubt.NOT_THERE if was and own and not keys else Doubt.NO_PART, was)


def _said_loosely(found: Found, cell: str, was: str) -> UnclearError:
    """Return why a cell does not say what it is said to say; with the edit where the figure is one."""
    figure = found.tools.wording.cell_figure(cell)
    one, new = only_figure(figure.text), only_figure(found.said("new"))
    if one is None or new is None or not figure.is_said_loosely(was):
        return UnclearError(Doubt.NOT_THERE, was)
    says = fold(figure.text)
    words = says[: one.start()] + new[0] + says[one.end() :]
    edit = Rewrite.model_validate({"rewrite": cell, "with": words})
    return UnclearError(Doubt.LOOSELY, was, (edit,))


def _cells_in(found: Found, place: TablePlace) -> list[str]:
    """Return the cells of a place that is one cell, or one row."""
    spots = found.tools.spotting.outline.spots
    if all(key in spots for key in place.keys):
        return list(place.keys)
    if len(place.rows) != 1 or place.columns:
        return []
    names = found.tools.scoping.corpus.names.tables.table(place.table)
    cells = [names.cell(place.rows[0], column.key) for column in columns_of(names.table)]
    return [cell for cell in cells if cell]


def _changed(found: Found, cell: str, new: str, was: str) -> Edit:
    """Return the edit that gives a cell new words; they are a figure, or quoted, or words of its kind."""
    quoted = Q in found.match["new"]
    if not quoted and not _is_value(found, cell, new, was):
        raise UnclearError(Doubt.NOT_READ, new)
    return found.tools.wording.rewritten(cell, new)


def _is_value(found: Found, cell: str, new: str, was: str) -> bool:
    """Whether words without marks can stand in a cell: a figure, what its column says, its like."""
    if is_figure(new) or found.tools.units.knows(new):
        return True
    place, _, column = cell.rpartition("/")
    outline = found.tools.spotting.outline
    table = outline.tables.get(outline.container(place))
    said = [outline.words(cell_id(row.id, column), "text") for row in table.rows] if table else []
    if fold(new) in map(fold, said):
        return True
    one, other = fold(was), fold(new)
    return len(one) >= _A_WORD and (one[0] == other[0] or one[-1] == other[-1])


_A_WORD = 2


# --- rows -----------------------------------------------------------------------------------------------


def row_added(found: Found) -> list[Edit]:
    """在表1“A”后增加一行“B|%|1|2”: at the end of the table where nothing is said of its place."""
    place = _table_in(found.scope())
    table = found.tools.spotting.outline.tables[place.table]
    cells = given_cells(_given(found), table)
    new = NewRow(cells=cells)
    after = _row_above(found, place, table)
    return [Add(add=new, to=place.table, after=after)]


def _row_above(found: Found, place: TablePlace, table: Table) -> str | None:
    """Return the row behind which a new one comes; None where it comes at the end."""
    if place.columns or len(place.rows) > 1:
        raise UnclearError(Doubt.NO_PART)
    rows = [row.id for row in table.rows]
    if not place.rows:
        if place.keys != (place.table,) or found.has("side"):
            raise UnclearError(Doubt.NO_ANCHOR)
        if any(len(row.cells) == 1 for row in table.rows) and not found.has("last"):
            # it has groups, and the new row belongs to one of them
            raise UnclearError(Doubt.NO_ANCHOR)
        return None
    if not found.has("side"):
        raise UnclearError(Doubt.NO_ANCHOR)
    at = rows.index(place.rows[0]) - (found.match["side"] in _AHEAD)
    if at < 0:
        raise UnclearError(Doubt.NO_ANCHOR)
    return rows[at]


_AHEAD = ("前", "上")


def row_rewritten(found: Found) -> list[Edit]:
    """表1“A”一行改为“B|%|1|2”: each cell that differs."""
    place = _table_in(found.scope())
    if len(place.rows) != 1 or place.columns:
        raise UnclearError(Doubt.NO_PART)
    outline = found.tools.spotting.outline
    table = outline.tables[place.table]
    cells = given_cells(_given(found), table)
    edits: list[Edit] = []
    for column, words in zip(columns_of(table), cells, strict=True):
        cell = cell_id(place.rows[0], column.key)
        if cell not in outline.spots:
            raise UnclearError(Doubt.NO_PART)
        if fold(outline.words(cell, "text")) != fold(words):
            edits.append(Rewrite.model_validate({"rewrite": cell, "with": words}))
    if not edits:
        raise UnclearError(Doubt.UNCHANGED)
    return edits


def _given(found: Found) -> Sequence[str]:
    """Return cells as they are given: one quotation for each, or all of them in one stretch."""
    quoted = found.quoted("new")
    return quoted if quoted else [found.said("new")]


def listed_gone(found: Found) -> list[Edit]:
    """删除表2“A”、“B”两行."""
    scope = found.scope()
    place = _table_in(scope)
    if bool(place.rows) is bool(place.columns):
        raise UnclearError(Doubt.NO_PART, found.said("place"))
    return [Remove(remove=key) for key in scope.keys]


def gone_from_table(found: Found) -> list[Edit]:
    """表2删除第3列, 表2中删去“A”一行."""
    place = _table_in(found.scope())
    goal = found.tools.scoping.in_table(found.said("goal"), place.table)
    if place.keys != (place.table,) or goal is None or goal.table is None:
        raise UnclearError(Doubt.NO_PART, found.said("goal"))
    if bool(goal.table.rows) is bool(goal.table.columns):
        raise UnclearError(Doubt.NO_PART, found.said("goal"))
    return [Remove(remove=key) for key in goal.keys]


def moved_last(found: Found) -> list[Edit]:
    """表1“A”一行移至最后."""
    scope = found.scope()
    place = _table_in(scope)
    key = found.tools.spotting.part(scope)
    siblings = found.tools.spotting.outline.siblings(key)
    if key not in (*place.rows, *place.keys) or key not in siblings or siblings[-1] == key:
        raise UnclearError(Doubt.NO_PART)
    return [Move.model_validate({"move": key, "after": siblings[-1]})]


# --- columns --------------------------------------------------------------------------------------------


def column_added(found: Found) -> list[Edit]:
    """表2增加一列“2035年”,各行依次为“70、3、4”: with a cell for each row that has several."""
    place = _table_in(found.scope())
    table = found.tools.spotting.outline.tables[place.table]
    head, cells = given_column(_given(found), found.said("head"), table)
    new = NewTableHead(head=head, cells=cells)
    after = _column_before(found, place, table)
    edit = Add(add=new, to=place.table, after=after)
    beside = next((one for one in table.columns if after and after.endswith(f"/{one.key}")), None)
    outer = levels((beside or table.columns[-1]).title)[:-1]
    if outer and len(levels(head)) == 1:
        under = new.model_copy(update={"head": "|".join((*outer, head))})
        raise UnclearError(
            Doubt.READINGS, head, (edit.model_copy(update={"add": under}),), ((edit,),)
        )
    return [edit]


def _column_before(found: Found, place: TablePlace, table: Table) -> str | None:
    if place.rows or len(place.columns) > 1:
        raise UnclearError(Doubt.NO_PART)
    if not place.columns:
        if place.keys != (place.table,) or found.has("side"):
            raise UnclearError(Doubt.NO_ANCHOR)
        return None
    if not found.has("side"):
        raise UnclearError(Doubt.NO_ANCHOR)
    keys = [column.key for column in table.columns]
    at = keys.index(place.columns[0]) - (found.match["side"] in (*_AHEAD, "左"))
    if at < 0:
        raise UnclearError(Doubt.NO_ANCHOR)
    return f"{place.table}/{keys[at]}"


# --- notes ----------------------------------------------------------------------------------------------


def note_added(found: Found) -> list[Edit]:
    """表1增加注“A”."""
    place = _table_in(found.scope())
    if place.keys != (place.table,):
        raise UnclearError(Doubt.NO_PART)
    return [Add(add=NewParagraph(text=found.said("new")), to=place.table)]
