"""Whole parts that a comment adds or moves: into which list, behind or before what."""

from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.comments.edits import (
    Add,
    Move,
    NewColumn,
    NewNote,
    NewParagraph,
    NewRow,
    NewSection,
    NewTableHead,
)
from plancli.core.finding import Code, Path
from plancli.core.merge.finder import Finder
from plancli.core.merge.freedom import is_free
from plancli.core.merge.lists import goes_into
from plancli.core.merge.notes import new_note
from plancli.core.merge.tabular import (
    fits_table,
    list_in_table,
    list_of_paragraph,
    new_column,
    new_row,
)
from plancli.core.merge.wanted import Addition, Moving
from plancli.core.plan.cells import head_key, heads_list, owner_of_list
from plancli.core.plan.model import Column, Figure, Footnote, Paragraph, Section, Table
from plancli.core.plan.outline import Outline, table_around

# --- what is added ------------------------------------------------------------------------------------------


def addition(finder: Finder, edit: Add, path: Path, number: int) -> Addition | None:
    """Return what an edit adds, at its place; None, with a finding, where it cannot stand there.

    `number` is that of the edit in its comment, from 1: a paragraph without an id is named by it.
    """
    if isinstance(edit.add, NewNote):
        return new_note(finder, edit, edit.add, path, number)
    container = _list_named(finder, edit, path)
    after = finder.own_part(edit.after, (*path, "after")) if edit.after else None
    if container is None or (edit.after and after is None):
        return None
    if not fits_table(finder, edit.add, container, (*path, "add")):
        return None
    outline = finder.corpus.outline
    new = _new(outline, edit, finder.by, number, container)
    if not is_free(finder, new, (*path, "add")):
        return None
    if after is None:
        return new._replace(after=_end(outline, new))
    if not _can_follow(outline, new, after):
        _refuse_place(finder, new, after, (*path, "after"))
        return None
    return new._replace(after=after)


def _list_named(finder: Finder, edit: Add, path: Path) -> str | None:
    """Return the list into which an edit adds: "" of sections; None, with a finding, where none is there."""
    if edit.to is None:
        return ""
    return finder.container(edit.to, (*path, "to"))


def _new(outline: Outline, edit: Add, by: str, number: int, container: str) -> Addition:
    """Build what an edit adds, with ids for paragraphs that have none; where it stands is not yet known."""
    named = f"{by}.{number}"
    match edit.add:
        case NewParagraph() as new:
            paragraph = _paragraph(new, named)
            holder = list_of_paragraph(outline, container)
            return Addition(paragraph.id, holder, by, paragraph, None, edit.order)
        case NewNote():
            raise AssertionError("a footnote is bound to words, and not put into a list alone")
        case NewColumn(column=name) as new:
            items = _paragraphs(new.items, name)
            column = Column.model_construct(**{**dict(new), "items": items})
            return Addition(f"{container}/{name}", container, by, column, None, edit.order)
        case Table() as table:
            key = f"{container}/{table.table}"
            return Addition(key, container, by, table, None, edit.order)
        case Figure() as figure:
            key = f"{container}/{figure.figure}"
            return Addition(key, container, by, figure, None, edit.order)
        case NewRow() as new:
            row, cells = new_row(outline.tables[container], new, named)
            return Addition(row.id, container, by, row, None, edit.order, cells)
        case NewTableHead() as new:
            head, cells = new_column(outline.tables[container], new)
            key = head_key(container, head)
            return Addition(key, heads_list(container), by, head, None, edit.order, cells)
        case NewSection(key=key) as new:
            body = _paragraphs(new.body, key)
            section = Section.model_construct(**{**dict(new), "body": body})
            return Addition(key, "", by, section, None, edit.order)


def _paragraphs(new: Sequence[NewParagraph], above: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs in a new column, section or list, named by it and their number.

    Those without an id are 专栏9.1, 专栏9.2 and so on, whatever ids the others have.
    """
    return tuple(_paragraph(one, f"{above}.{number}") for number, one in enumerate(new, 1))


def _paragraph(new: NewParagraph, name: str) -> Paragraph:
    """Return a paragraph of the plan; `name` is its id where the comment gives it none.

    Built without validation: all of it was validated when the comment was read.
    """
    key = new.id or name
    notes = tuple(
        Footnote.model_construct(id=note.id or f"{key}.注{at}", text=note.note, after=note.after)
        for at, note in enumerate(new.notes, 1)
    )
    held = {"notes": notes, "items": _paragraphs(new.items, key)}
    return Paragraph.model_construct(**{**dict(new), "id": key, **held})


def _can_follow(outline: Outline, new: Addition, after: str) -> bool:
    """Whether an addition can follow a part: in one list, sections below the same section.

    The part itself stands in the draft; whether the new one has a key of its own is another question.
    """
    if isinstance(new.new, Section):
        section = outline.sections.get(after)
        # a section may also be the first one below that which it follows
        return section is not None and new.new.above in (section.above, after)
    return outline.container(after) == new.container


def _refuse_place(finder: Finder, new: Addition, after: str, path: Path) -> None:
    if new.container:
        finder.refuse(Code.NOT_INSIDE, path, key=after, container=new.container)
    else:
        finder.refuse(Code.NOT_BESIDE, path, key=new.key, place=after)


def _end(outline: Outline, new: Addition) -> str | None:
    """Return what an addition without a place follows; None where nothing stands there yet."""
    listed = outline.children(new.container)
    match new.new:
        case Paragraph():
            # the last paragraph, ahead of columns and of the sections below
            listed = [key for key in listed if key in outline.spots]
        case Section(above=str(above)):
            # the last one beside it, or else the section that holds it
            siblings = [key for key in listed if outline.sections[key].above == above]
            listed = siblings or [above]
    # a column and a section of the first level come last of all
    return listed[-1] if listed else None


# --- what is moved ------------------------------------------------------------------------------------------


class _Goal(NamedTuple):
    """Where a part is to go: into a list, and beside which part of it; `beside` None is its end."""

    container: str
    beside: str | None


def moving(finder: Finder, edit: Move, path: Path) -> Moving | None:
    """Return where an edit moves a part.

    None where it stands there already; None, with a finding, where it cannot stand there.
    """
    outline = finder.corpus.outline
    key = finder.own_part(edit.move, (*path, "move"))
    verb, name = _destination(edit)
    goal = _goal(finder, name, (*path, verb))
    if key is None or goal is None:
        return None
    goal = _Goal(list_in_table(outline, key, goal.container), goal.beside)
    if not _can_stand(outline, key, goal):
        finder.refuse(Code.NOT_BESIDE, (*path, verb), key=edit.move, place=name)
        return None

    container, beside = goal
    if verb == "to":
        beside = outline.last(container, key)
    ahead = verb == "before"
    if _there_already(outline, key, _Goal(container, beside), ahead):
        return None
    if ahead:
        return Moving(key, finder.by, container, None, beside)
    return Moving(key, finder.by, container, beside)


def _destination(edit: Move) -> tuple[str, str]:
    """Return which key of the edit says where to, and what it says: an edit has one of the three."""
    for verb, name in (("after", edit.after), ("before", edit.before), ("to", edit.to)):
        if name is not None:
            return verb, name
    raise AssertionError("a move without a place is refused when it is read")


def _goal(finder: Finder, name: str, path: Path) -> _Goal | None:
    """Return where an edit wants a part; None, with a finding, where that is not in the draft.

    The last key of `path` says whether `name` is what the part goes beside, or what it goes into.
    """
    if path[-1] == "to":
        container = finder.container(name, path)
        return None if container is None else _Goal(container, None)
    beside = finder.part(name, path)
    if beside is None:
        return None
    return _Goal(finder.corpus.outline.container(beside), beside)


def _can_stand(outline: Outline, key: str, goal: _Goal) -> bool:
    """Whether a part can stand in a list beside another part."""
    container, beside = goal
    # the plan ("") lists its sections; sections and columns list all else
    is_section = key in outline.sections
    if is_section != (container == ""):
        return False
    if _is_bound(outline, key, container) and container != outline.container(key):
        return False
    if not goes_into(outline, container, key):
        return False
    return beside is None or _can_stand_beside(outline, key, beside)


def _can_stand_beside(outline: Outline, key: str, beside: str) -> bool:
    """Whether a part can stand beside another one of the list into which it goes."""
    # sections move among those below the same one
    section, neighbour = outline.sections.get(key), outline.sections.get(beside)
    if section and neighbour and section.above != neighbour.above:
        return False
    # nothing goes beside itself
    return key not in (beside, *outline.ancestry(beside))


def _is_bound(outline: Outline, key: str, container: str) -> bool:
    """Whether a part stays in its list, or nothing comes into a list from elsewhere.

    Which section holds a column, table or figure is said by its key, and a move keeps the key; what a table
    holds fits it alone, and nothing else fits a table; a footnote is bound to words of its paragraph.
    """
    if key in outline.captioned or owner_of_list(container) in outline.spots:
        return True
    spot = outline.spots.get(key)
    if spot is not None and spot.noted is not None:
        return True
    return bool(table_around(outline, key) or table_around(outline, container))


def _there_already(outline: Outline, key: str, goal: _Goal, ahead: bool) -> bool:
    """Whether a part stands where it is to go: right before its neighbour (`ahead`), or right behind it."""
    if outline.container(key) != goal.container:
        return False
    # what a section holds moves with it, and is not between it and its neighbour
    block: list[str | None] = [None]
    for name in outline.children(goal.container):
        if name == key or key not in outline.ancestry(name):
            block.append(name)
    block.append(None)
    at = block.index(key)
    neighbour = block[at + 1] if ahead else block[at - 1]
    return neighbour == goal.beside
