"""The draft with every change in it, by its author: all accepted it is the plan, all rejected the draft."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from plancli.core.evidence.attribution import (
    Pieces,
    States,
    bringers,
    moved,
    pieces_of,
    takers,
)
from plancli.core.evidence.moved_parts import in_order_of, moved_parts
from plancli.core.evidence.noted import NoteMark, marks_in, with_units_kept
from plancli.core.evidence.pieces import Authors, Piece, each_once, in_whole_words, separated
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.plan.cells import cells_of, columns_of, head_key, heads_list, notes_list, unit_of
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import PLAN, Column, Figure, Paragraph, Section, Table
from plancli.core.plan.outline import Outline, number_of, part_key
from plancli.core.plan.pictures import alt_of, image_of
from plancli.core.plan.printed import before_title, fields_of, headline
from plancli.core.plan.tree import Tree, rearranged
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Op
from plancli.core.text.order import interleaved


class LineKind(StrEnum):
    """What a line of the plan is; its own title stands among them only where that changed."""

    PLAN = "plan"
    SECTION = "section"
    COLUMN = "column"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    MEASURE = "measure"
    HEAD = "head"
    ROW = "row"
    CELL = "cell"
    NOTE = "note"
    FOOTNOTE = "footnote"
    PICTURE = "picture"
    FIGURE = "figure"
    ALT = "alt"
    FORMULA = "formula"


class Line(NamedTuple):
    """A title, paragraph or item; `added` and `gone` say who brought or took the whole of it.

    `container` is the section, column or paragraph in which it stands. `heading` has the words of a title
    too; `level` of a title: 1 a chapter, 2 and 3 what stands below it; of a paragraph in how many lists of
    paragraphs it stands. A number stands before the first words, among them. `separator` is what is printed
    behind the heading; `units` are the names with what is printed round them. `marks` are those of footnotes,
    whose words are lines of their own. Under the head of a column that is `joined` neighbours that say the
    same are printed as one cell. `moved` says who moved it, where it stands once, as the plan has it.
    """

    kind: LineKind
    key: str
    container: str
    level: int
    heading: tuple[Piece, ...]
    separator: tuple[Piece, ...] = ()
    text: tuple[Piece, ...] = ()
    units: tuple[Piece, ...] = ()
    added: Authors = ()
    gone: Authors = ()
    marks: tuple[NoteMark, ...] = ()
    joined: bool = False
    moved: Authors = ()

    @property
    def in_list(self) -> int:
        """In how many lists of paragraphs it stands."""
        return self.level if self.kind in _IN_LISTS else 0

    @property
    def headed(self) -> tuple[Piece, ...]:
        """The heading with what is printed behind it, one piece where one author has both."""
        return tuple(_joined((*self.heading, *self.separator)))

    @property
    def units_stay(self) -> bool:
        """Whether it has units, and all of them stay as they are."""
        return bool(self.units) and not any(piece.authors for piece in self.units)

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """All words in the order in which they are printed."""
        return (*self.headed, *self.text, *self.units)

    @property
    def authors(self) -> Authors:
        """Everybody who changed something in it."""
        found: list[str] = []
        for piece in self.pieces:
            found += piece.authors
        return each_once((*found, *self.added, *self.gone, *self.moved))


def redline(round_: Round) -> list[Line]:
    """Return the lines of draft and plan in one reading order.

    A part that moves goes at its old place and comes at its new one; what a comment moved is what moves.
    """
    old = {_name(line): line for line in plain(round_.workspace.draft)}
    new = {_name(line): line for line in plain(round_.paper)}
    steps = interleaved(list(old), list(new), _moving(round_, old))
    return _followed(round_, old, new, steps)


def compared_lines(round_: Round) -> list[Line]:
    """Return the lines of draft and plan in the order of the plan: what moved stands once, where it is now.

    It says who moved it; only words that changed are marked in it.
    """
    old = {_name_anywhere(line): line for line in plain(round_.workspace.draft)}
    new = {_name_anywhere(line): line for line in plain(round_.paper)}
    parts = moved_parts(round_)
    keys = ((name, line.key) for name, line in old.items())
    order = in_order_of(keys, list(new), parts, round_.workspace.draft) if parts else list(old)
    lines = _followed(round_, old, new, interleaved(order, list(new)))
    return [_as_moved(line, parts) for line in lines]


def _as_moved(line: Line, parts: Mapping[str, Authors]) -> Line:
    """Return a line with who moved it; one that came or went as another one did not move."""
    if line.key not in parts or line.added or line.gone:
        return line
    return line._replace(moved=parts[line.key])


def _followed(
    round_: Round, old: Mapping[str, Line], new: Mapping[str, Line], steps: Iterable[tuple[Op, str]]
) -> list[Line]:
    """Return the lines of draft and plan as steps from one to the other name them."""
    found = list(_retitled(round_))
    for op, name in steps:
        if op == "-":
            found.append(_gone(round_, old[name]))
        elif op == "+":
            found.append(_come(round_, new[name]))
        else:
            found.append(_kept(round_, new[name]))
    return _ahead_of_what_went_behind(filter(_is_said, found), round_.workspace.draft, round_.plan)


def _ahead_of_what_went_behind(lines: Iterable[Line], draft: Outline, plan: Outline) -> list[Line]:
    """Return lines in which what comes to the end of a part stands before what goes behind that part.

    In a gap what goes stands first: a paragraph that comes to the end of a chapter would be read as one of
    the next chapter, where that goes; so would an entry of a list, a row of a table, a note. What goes from
    the same part keeps its place.

    Accepted and rejected all lines stand as they did: only what comes and what goes change places.
    """
    found: list[Line] = []
    for line in lines:
        at = len(found)
        home = _holder(plan, line) if line.added else ""
        while (
            home and at and found[at - 1].gone and home not in _holders(draft, found[at - 1], line)
        ):
            at -= 1
        found.insert(at, line)
    return found


def _holder(outline: Outline, line: Line) -> str:
    """Return what holds a line in one state: of a title the section above it, if there is any."""
    if line.kind is LineKind.SECTION:
        return outline.sections[line.key].above or ""
    return line.container


def _holders(outline: Outline, line: Line, beside: Line) -> list[str]:
    """Return all that holds a line in one state; beside other lines than titles no further than its section.

    What stands below a title goes ahead of all sections below that title.
    """
    found = outline.ancestry(line.key)
    if beside.kind is LineKind.SECTION:
        return found
    own = (at for at, key in enumerate(found) if key in outline.sections)
    return found[: next(own, len(found)) + 1]


def _is_said(line: Line) -> bool:
    """Whether a line says anything: nobody may have written words that stand for a figure."""
    return bool(line.pieces) or line.kind is not LineKind.ALT


def _retitled(round_: Round) -> Iterator[Line]:
    """Yield the title of the plan where it changed."""
    cover = round_.plan.cover
    if cover is None or round_.workspace.draft.title in (None, cover.title):
        return
    yield _kept(round_, Line(LineKind.PLAN, PLAN, "", 0, (Piece(cover.title),)))


def _moving(round_: Round, lines: Mapping[str, Line]) -> set[str]:
    """Return the names of the lines that a comment moved, with what holds them or by themselves."""
    parts = {*moved(round_), *_moved_in_tables(round_)}
    if not parts:
        return set()
    found: set[str] = set()
    for name, line in lines.items():
        for outline in (round_.workspace.draft, round_.plan):
            if not parts.isdisjoint(outline.ancestry(line.key)):
                found.add(name)
    return found


def _moved_in_tables(round_: Round) -> Iterator[str]:
    """Yield the rows and columns of tables that moved, whoever moved them: their cells move with them."""
    draft = round_.workspace.draft
    if draft.tables:
        for key in rearranged(Tree(draft), Tree(round_.plan), moved(round_)):
            if key in draft.rows or key in draft.heads:
                yield key


def within(lines: Iterable[Line], key: str, *outlines: Outline) -> list[Line]:
    """Return the lines of a section, column or paragraph, as far as one of the states has them in it."""
    found: list[Line] = []
    for line in lines:
        if any(key in outline.ancestry(line.key) for outline in outlines):
            found.append(line)
    return found


def plain(outline: Outline) -> Iterator[Line]:
    """Yield the lines of a draft or plan as they are."""
    for section in outline.sections.values():
        title = (Piece(headline(section)),)
        yield Line(LineKind.SECTION, section.key, "", len(outline.ancestry(section.key)), title)
        for part in section.body:
            if isinstance(part, Column):
                key = part_key(section, part)
                yield Line(LineKind.COLUMN, key, section.key, 0, (Piece(headline(part)),))
                for item in part.items:
                    yield from _with_items(LineKind.ITEM, item, key, section.joints)
            elif isinstance(part, Table):
                yield from _table(section, part)
            elif isinstance(part, Figure):
                yield from _figure(section, part)
            else:
                yield from _with_items(LineKind.PARAGRAPH, part, section.key, section.joints)


def _with_items(
    kind: LineKind, paragraph: Paragraph, container: str, joints: Joints, level: int = 0
) -> Iterator[Line]:
    """Yield the line of a paragraph, of its footnotes, and of the list that it holds, each a level deeper."""
    own = LineKind.FORMULA if paragraph.formula else kind
    yield _paragraph(own, paragraph, container, joints)._replace(level=level)
    for note in paragraph.notes:
        yield _paragraph(LineKind.FOOTNOTE, note, notes_list(paragraph.id), joints)
    for item in paragraph.items:
        yield from _with_items(kind, item, paragraph.id, joints, level + 1)


def _figure(section: Section, figure: Figure) -> Iterator[Line]:
    """Yield the lines of a figure: its picture, the title below it, and the words that stand for it."""
    key, joints = part_key(section, figure), section.joints
    yield _paragraph(LineKind.PICTURE, image_of(figure), key, joints)
    yield Line(LineKind.FIGURE, key, section.key, 0, _pieces(headline(figure)))
    yield _paragraph(LineKind.ALT, alt_of(figure), key, joints)


def _table(section: Section, table: Table) -> Iterator[Line]:
    """Yield the lines of a table: title and unit of measure, then heads, rows with their cells, notes.

    A row has no words of its own: its line says who brought or took it.
    """
    key, joints = part_key(section, table), section.joints
    yield Line(LineKind.TABLE, key, section.key, 0, _pieces(headline(table)))
    if table.unit:
        yield _paragraph(LineKind.MEASURE, unit_of(table), key, joints)
    for column in table.columns:
        head = _pieces(column.title)
        line = Line(LineKind.HEAD, head_key(key, column), heads_list(key), 0, head)
        yield line._replace(joined=column.key in table.joined)
    columns = columns_of(table)
    for row in table.rows:
        yield Line(LineKind.ROW, row.id, key, 0, ())
        for cell in cells_of(row, columns):
            yield _paragraph(LineKind.CELL, cell, row.id, joints)
    for note in table.notes:
        yield _paragraph(LineKind.NOTE, note, notes_list(key), joints)


def _name(line: Line) -> str:
    """Return what tells a line from all others, of whatever kind; one in another list is another line."""
    in_list = f" {line.container}" if line.kind in _IN_LISTS and line.level else ""
    return f"{line.kind} {line.key}{in_list}"


def _name_anywhere(line: Line) -> str:
    """Return what tells a line from all others wherever it stands: in a list, in a column, or in neither."""
    kind = LineKind.PARAGRAPH if line.kind in _IN_LISTS else line.kind
    return f"{kind} {line.key}"


_IN_LISTS = (LineKind.PARAGRAPH, LineKind.ITEM)
"""Lines that may stand in the list of a paragraph, of which `level` says how deep."""


def _paragraph(kind: LineKind, paragraph: Paragraph, container: str, joints: Joints) -> Line:
    fields = fields_of(paragraph, joints)
    heading, text = fields.number + fields.heading, fields.text
    if not fields.heading:
        heading, text = "", fields.number + fields.text
    words = (heading, fields.separator, text, fields.listed)
    first, separator, then, units = map(_pieces, words)
    marks = marks_in(then, None, paragraph, (), {})
    line = Line(kind, paragraph.id, container, 0, first, separator, then, units)
    return line._replace(marks=tuple(mark._replace(added=()) for mark in marks))


def _pieces(text: str) -> tuple[Piece, ...]:
    return (Piece(text),) if text else ()


# --- lines that changed -------------------------------------------------------------------------------------


def _kept(round_: Round, line: Line) -> Line:
    """Return a line that stands where it stood, with the changes of its words."""
    return _printed(round_, line, _words(round_, line))


def _gone(round_: Round, line: Line) -> Line:
    """Return a line of the draft that the plan does not have, or has elsewhere.

    What others had taken out of it before is theirs, too; what came into it is shown where it stands now.
    """
    by = takers(round_, line.key, _stands(round_, line))

    def taken(field: Iterable[Piece]) -> tuple[Piece, ...]:
        found = (piece for piece in field if not piece.added)
        return tuple(Piece(piece.text, gone=each_once((*piece.gone, *by))) for piece in found)

    heading, text, units = _words(round_, line)
    pieces = Pieces(taken(heading), taken(text), taken(units))
    return _printed(round_, line._replace(gone=by), pieces)


def _come(round_: Round, line: Line) -> Line:
    """Return a line of the plan that the draft does not have, or has elsewhere.

    What comments changed in a part that moved stays theirs; what went is shown at its old place.
    """
    stands = _stands(round_, line)
    by = bringers(round_, line.key, stands)

    def brought(field: Iterable[Piece]) -> tuple[Piece, ...]:
        found = (piece for piece in field if not piece.gone)
        return tuple(Piece(piece.text, piece.added or by) for piece in found)

    pieces = _words(round_, line)
    if stands.draft:
        pieces = Pieces(brought(pieces.heading), brought(pieces.text), brought(pieces.units))
    return _printed(round_, line._replace(added=by), pieces)


def _words(round_: Round, line: Line) -> Pieces:
    """Return who wrote what of a line, in whole words, without what is printed between."""
    found = pieces_of(round_, line.key)
    heading, text = in_whole_words(found.heading), in_whole_words(found.text)
    return Pieces(tuple(heading), tuple(text), found.units)


def _stands(round_: Round, line: Line) -> States[bool]:
    """Return in which states a line stands, wherever it does."""
    return States(
        line.key in _parts(round_.workspace.draft, line.kind),
        line.key in _parts(round_.expected, line.kind),
        line.key in _parts(round_.plan, line.kind),
    )


def _parts(outline: Outline, kind: LineKind) -> Container[str]:
    """Return the keys of all parts of a kind; an item is a paragraph that stands in a column."""
    match kind:
        case LineKind.SECTION:
            return outline.sections
        case LineKind.COLUMN:
            return outline.columns
        case LineKind.TABLE:
            return outline.tables
        case LineKind.FIGURE:
            return outline.figures
        case LineKind.HEAD:
            return outline.heads
        case LineKind.ROW:
            return outline.rows
        case _:
            return outline.spots


_TITLES = (
    LineKind.PLAN,
    LineKind.SECTION,
    LineKind.COLUMN,
    LineKind.TABLE,
    LineKind.FIGURE,
    LineKind.HEAD,
)
"""Lines that are a title and nothing else."""


# --- what is printed between the words --------------------------------------------------------------------


def _printed(round_: Round, line: Line, pieces: Pieces) -> Line:
    """Return a line with its pieces, and what is printed before, between and behind them.

    Of a line that came, or went, as a whole only one state is printed.
    """
    draft = None if line.added else round_.workspace.draft
    plan = None if line.gone else round_.paper
    by = line.added or line.gone or (OFFICE,)
    heading = pieces.heading
    number = _number(draft, plan, line, heading, _numberer(round_, line))
    if line.kind is LineKind.ROW:
        return line
    if line.kind in _TITLES:
        return line._replace(heading=_legible([*number, *heading]))
    text = pieces.text
    if heading:
        heading = (*number, *heading)
    else:
        text = (*number, *text)
    words = (*pieces.text, *pieces.heading)
    drafted, planned = _separator(draft, line), _separator(plan, line)
    joints = (plan or round_.workspace.draft).joints
    noted = _paragraph_of(draft, line), _paragraph_of(plan, line)
    text = with_units_kept(_legible(text), *noted)
    return line._replace(
        heading=_legible(heading),
        separator=tuple(_joint(drafted, planned, words, by)),
        text=text,
        units=tuple(_together(_behind(line, pieces, draft, plan, joints, by))),
        marks=_marks(round_, line, text, *noted),
    )


def _marks(
    round_: Round,
    line: Line,
    text: Sequence[Piece],
    drafted: Paragraph | None,
    planned: Paragraph | None,
) -> tuple[NoteMark, ...]:
    """Return where the marks of footnotes stand in the text of a line; of one that came, who brought it."""
    noted = [*(drafted.notes if drafted else ()), *(planned.notes if planned else ())]
    if not noted:
        return ()
    by = line.added or line.gone
    causes = {} if by else {note.id: _bringers_of_note(round_, note.id) for note in noted}
    return marks_in(text, drafted, planned, by or (OFFICE,), causes)


def _paragraph_of(outline: Outline | None, line: Line) -> Paragraph | None:
    return outline.spots[line.key].paragraph if outline else None


def _bringers_of_note(round_: Round, note: str) -> Authors:
    """Return who brought or took a footnote; nobody where draft and plan both have it."""
    states = (round_.workspace.draft, round_.expected, round_.plan)
    own = States(*(note in outline.spots for outline in states))
    if own.draft is own.plan:
        return ()
    return (bringers if own.plan else takers)(round_, note, own)


def _numberer(round_: Round, line: Line) -> Authors:
    """Return who gave a line another number: nobody, where numbers follow by themselves, or the office."""
    if line.key in round_.workspace.numbers:
        return (NUMBERING,)
    return (OFFICE,)


def _number(
    draft: Outline | None, plan: Outline | None, line: Line, beside: Iterable[Piece], by: Authors
) -> list[Piece]:
    """Return the number that draft and plan print before the first words; the state that is None prints none.

    Another number is by nobody who changed the words behind it: no comment changes numbers. Nor is that of a
    line which came or went as a whole: it is by whom the line is.
    """
    drafted, planned = _ahead(draft, line), _ahead(plan, line)
    if draft is None or plan is None or draft.numbers.get(line.key) != plan.numbers.get(line.key):
        beside = ()
    return _joint(drafted, planned, beside, line.added or line.gone or by)


def _ahead(outline: Outline | None, line: Line) -> str:
    """Return what one state prints before a title, heading or text: the number, and what sets it apart."""
    if outline is None:
        return ""
    match line.kind:
        case LineKind.PLAN | LineKind.HEAD | LineKind.ROW:
            return ""
        case LineKind.SECTION:
            section = outline.sections[line.key]
            return before_title(number_of(section), section.title)
        case LineKind.COLUMN | LineKind.TABLE | LineKind.FIGURE:
            held = outline.captioned[line.key]
            return before_title(number_of(held), held.title)
        case _:
            spot = outline.spots[line.key]
            return fields_of(spot.paragraph, spot.section.joints).number


def _separator(outline: Outline | None, line: Line) -> str:
    """Return what one state prints behind the heading of a paragraph."""
    if outline is None:
        return ""
    spot = outline.spots[line.key]
    return fields_of(spot.paragraph, spot.section.joints).separator


def _behind(
    line: Line,
    pieces: Pieces,
    draft: Outline | None,
    plan: Outline | None,
    joints: Joints,
    by: Authors,
) -> list[Piece]:
    """Return what is printed behind the words of a line: the units, or the number of a formula."""
    if line.kind is not LineKind.FORMULA:
        return _enclosed(pieces.units, joints, by)
    return _joint(_listed(draft, line), _listed(plan, line), (), by)


def _listed(outline: Outline | None, line: Line) -> str:
    if outline is None:
        return ""
    spot = outline.spots[line.key]
    return fields_of(spot.paragraph, spot.section.joints).listed


def _enclosed(names: Sequence[Piece], joints: Joints, by: Authors) -> list[Piece]:
    """Return names of units with what is printed round them; nothing in a state that has none."""
    drafted = any(not name.added for name in names)
    planned = any(not name.gone for name in names)
    return [
        *_joint(joints.opening * drafted, joints.opening * planned, names, by),
        *separated(names, joints.comma),
        *_joint(joints.closing * drafted, joints.closing * planned, names, by),
    ]


def _joint(old: str, new: str, beside: Iterable[Piece], by: Authors) -> list[Piece]:
    """Return what draft and plan print at one place.

    Where it differs, it is by whom the words beside it changed last; `by` where they did not.
    """
    if old == new:
        return [Piece(old)] if old else []
    came = went = by
    for piece in beside:
        came = piece.added or came
        went = piece.gone or went
    found = [Piece(old, gone=went), Piece(new, added=came)]
    return [piece for piece in found if piece.text]


# --- changes as a person would mark them ------------------------------------------------------------------

_ISLAND = 1
"""So few characters that stay between two changes of one author are marked with them.

One character of a word that is otherwise new is there by chance; two may be a word that stays.
"""


def _legible(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the pieces of a text in which changes are shown as they are read.

    Only how they are shown changes here: accepted and rejected they give the same words as before.
    """
    return tuple(_together(_without_islands(pieces)))


def _without_islands(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield pieces in which what stays between two changes of one author goes and comes with them."""
    for at, piece in enumerate(pieces):
        by = _between(pieces, at)
        if by and len(piece.text) <= _ISLAND and piece.text.isalnum():
            yield Piece(piece.text, gone=by)
            yield Piece(piece.text, added=by)
        else:
            yield piece


def _between(pieces: Sequence[Piece], at: int) -> Authors:
    """Return the author of the changes on both sides of a piece that stays; nobody where they differ."""
    if pieces[at].authors or not 0 < at < len(pieces) - 1:
        return ()
    before = _by(pieces[at - 1])
    behind = _by(pieces[at + 1])
    return before if before == behind else ()


def _together(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the changes of one author that stand together as one: what goes, then what comes.

    They are told by the author alone, so that of a change which has both the two sides meet.
    """
    for by, group in groupby(pieces, key=_by):
        own = list(group)
        if by:  # sorting is stable: what goes keeps its order, and so does what comes
            own.sort(key=lambda piece: bool(piece.added))
        yield from _joined(own)


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield neighbours with the same authors as one."""
    for by, same in groupby(pieces, key=lambda piece: piece[1:]):
        yield Piece("".join(piece.text for piece in same), *by)


def _by(piece: Piece) -> Authors:
    """Return whose change a piece is; words that came and went are not one change."""
    return () if piece.undone else piece.authors
