"""The plan as a tree: which paragraph stands where, in reading order."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from plancli.core.plan.cells import (
    cells_of,
    column_of_cell,
    columns_of,
    head_key,
    heads_list,
    notes_list,
    owner_of_list,
    unit_id,
    unit_of,
)
from plancli.core.plan.joints import Joints, joints_of
from plancli.core.plan.model import (
    PLAN,
    Captioned,
    Column,
    Cover,
    Figure,
    Footnote,
    Paragraph,
    Part,
    Section,
    Table,
    TableHead,
    TableRow,
)
from plancli.core.plan.pictures import alt_id, image_id, told_by
from plancli.core.plan.series import series_of, split_number

TITLE = "title"
"""The one text that a section or column has of its own, and the plan itself."""

NUMBER = "number"
"""What is printed before a title, heading or text, and is none of its words."""


class Spot(NamedTuple):
    """A paragraph with the section and, for an item, the column that hold it.

    Of a table each cell is a paragraph, its unit of measure and its notes: `column` is the table then, and
    `row` that of a cell. The paragraph is without the list that it holds; where it stands itself in that of
    another one, `above` is the id of that. Of a figure its picture is one, and the words that stand for it;
    of a footnote `noted` is the paragraph in whose words its mark is.
    """

    paragraph: Paragraph
    section: Section
    column: Captioned | None
    row: TableRow | None = None
    above: str | None = None
    noted: Paragraph | None = None

    @property
    def container(self) -> str:
        """Key of the section, column, table or paragraph in whose list it stands; of a cell the row."""
        if self.row is not None:
            return self.row.id
        if self.noted is not None:
            return notes_list(self.noted.id)
        if self.above is not None:
            return self.above
        if self.column is None:
            return self.section.key
        key = part_key(self.section, self.column)
        if not isinstance(self.column, Table) or self.paragraph.id in (key, unit_id(self.column)):
            return key
        if self.paragraph.id.startswith(f"{key}/"):
            return heads_list(key)  # the head of a column, as it is printed
        return notes_list(key)

    @property
    def printed_in(self) -> str:
        """Key of the section, column or table in which people look for it, a footnote beside its words."""
        if self.noted is not None:
            return self._replace(paragraph=self.noted, noted=None).printed_in
        return owner_of_list(self.container) or self.container

    @property
    def is_fixed(self) -> bool:
        """Whether it stands in no list and comes and goes with what holds it: a cell, a unit of measure."""
        if self.row is not None or self.is_of_figure:
            return True
        return isinstance(self.column, Table) and self.paragraph.id == unit_id(self.column)

    @property
    def is_of_figure(self) -> bool:
        """Whether it is the picture of a figure, or the words that stand for it: no line of the paper."""
        return isinstance(self.column, Figure) and self.paragraph.id in (
            image_id(self.column),
            alt_id(self.column),
        )

    @property
    def is_silent(self) -> bool:
        """Whether it is the words that stand for a figure, and nobody wrote any."""
        return self.is_of_figure and not self.paragraph.text

    @property
    def is_image(self) -> bool:
        """Whether it is the picture of a figure, whose text is the name of a file."""
        return isinstance(self.column, Figure) and self.paragraph.id == image_id(self.column)


SpotInFile = tuple[Spot, tuple[str | int, ...]]
"""A paragraph where it stands, and its path in the file of its section."""


class Outline:
    """Sections in reading order with their paragraphs by id; ids that come twice keep their first place.

    `cover` has the title of the plan where that is known, and no section has its key.
    """

    def __init__(self, sections: Iterable[Section]) -> None:
        self.cover: Cover | None = None
        self.sections: dict[str, Section] = {}
        for section in sections:
            if isinstance(section, Cover):
                self.cover = section
            else:
                self.sections[section.key] = section
        if PLAN in self.sections:
            self.cover = None
        self.columns: dict[str, Column] = {}
        self.tables: dict[str, Table] = {}
        self.figures: dict[str, Figure] = {}
        self.heads: dict[str, TableHead] = {}
        self.rows: dict[str, TableRow] = {}
        self.itemized: dict[str, Paragraph] = {}
        """The paragraphs that hold a list, with that, by id."""
        self._homes: dict[str, str] = {}
        for section in self.sections.values():
            for part in section.body:
                if isinstance(part, Paragraph):
                    self._take_in_lists(part)
                else:
                    self._take_in_captioned(section, part)
        self._places = _with_notes(self.sections.values())
        self.spots: dict[str, Spot] = {}
        for spot, _ in self._places:
            self.spots.setdefault(spot.paragraph.id, spot)

    def _take_in_lists(self, paragraph: Paragraph) -> None:
        """Learn the list that a paragraph holds, and those in it, in reading order."""
        if paragraph.items:
            self.itemized.setdefault(paragraph.id, paragraph)
            for item in paragraph.items:
                self._take_in_lists(item)

    def _take_in_captioned(self, section: Section, part: Captioned) -> None:
        """Learn a column, a table or a figure, with what it holds."""
        key = part_key(section, part)
        self._homes[key] = section.key
        match part:
            case Table():
                self._take_in(key, part)
            case Figure():
                self.figures[key] = part
            case Column():
                self.columns[key] = part
                for item in part.items:
                    self._take_in_lists(item)

    def _take_in(self, key: str, table: Table) -> None:
        """Learn the columns and rows of a table; ids that come twice keep their first place."""
        self.tables[key] = table
        for column in table.columns:
            name = head_key(key, column)
            self.heads[name] = column
            self._homes[name] = heads_list(key)
        for row in table.rows:
            if row.id not in self.rows:
                self.rows[row.id] = row
                self._homes[row.id] = key

    @property
    def joints(self) -> Joints:
        """How the plan prints its paragraphs; all its sections say the same."""
        for section in self.sections.values():
            return section.joints
        return joints_of()

    @property
    def title(self) -> str | None:
        """The title of the plan, where it is known."""
        return self.cover.title if self.cover else None

    @property
    def with_cover(self) -> tuple[Section, ...]:
        """The cover, where there is one, and the sections behind it."""
        ahead = (self.cover,) if self.cover else ()
        return (*ahead, *self.sections.values())

    @cached_property
    def captioned(self) -> dict[str, Captioned]:
        """The columns, tables and figures by key, which have a number and title above or below them."""
        return {**self.columns, **self.tables, **self.figures}

    @property
    def holds_fixed(self) -> bool:
        """Whether any part holds what stands in no list, as most plans do not."""
        return bool(self.tables or self.figures)

    @cached_property
    def titles(self) -> dict[str, str]:
        """The titles of the plan, of all sections, then of columns, of tables and their heads, by key."""
        found = {section.key: section.title for section in self.with_cover}
        found |= {key: part.title for key, part in self.captioned.items()}
        found |= {key: head.title for key, head in self.heads.items()}
        return found

    @cached_property
    def holder_numbers(self) -> Counter[str]:
        """How many columns, tables and figures have a number, by that."""
        return Counter(map(number_of, self.captioned.values()))

    @cached_property
    def section_numbers(self) -> Counter[str]:
        """How many sections have a number, by that: each chapter may have a 第一节 of its own."""
        return Counter(map(number_of, self.sections.values()))

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The printed numbers of all parts that have one, by key: sections, columns, paragraphs."""
        found = {key: number_of(section) for key, section in self.sections.items()}
        found |= {key: number_of(part) for key, part in self.captioned.items()}
        for key, spot in self.spots.items():
            # formulas are numbered by those who write them: their numbers count in no series
            if spot.paragraph.number and not spot.paragraph.formula:
                found[key] = spot.paragraph.number
        return found

    @cached_property
    def all_numbers(self) -> dict[str, str]:
        """`numbers`, and those with which headings and titles of other parts begin: （二） of （二）机制."""
        found = dict(self.numbers)
        parts: dict[str, Section | Part] = {**self.sections, **self.captioned}
        parts.update((key, spot.paragraph) for key, spot in self.spots.items())
        for key, part in parts.items():
            number = number_in_heading(part)
            if number:
                found[key] = number
        return found

    def is_formula(self, key: str) -> bool:
        """Whether a part is a formula, which changes as a whole."""
        spot = self.spots.get(key)
        return spot is not None and spot.paragraph.formula

    def words(self, key: str, field: str) -> str:
        """Return a text that comments can change: a title, or the heading or text of a paragraph.

        Empty where the part is not there.
        """
        if field == TITLE:
            return self.titles.get(key, "")
        spot = self.spots.get(key)
        return str(getattr(spot.paragraph, field)) if spot else ""

    @cached_property
    def unit_names(self) -> frozenset[str]:
        """The units of all paragraphs."""
        found: set[str] = set()
        for spot in self.spots.values():
            found.update(spot.paragraph.units or ())
        return frozenset(found)

    def units(self, paragraph: str) -> tuple[str, ...]:
        """Return the responsible units of a paragraph; none where it has none, or is not there."""
        spot = self.spots.get(paragraph)
        return (spot and spot.paragraph.units) or ()

    def places(self) -> Iterable[SpotInFile]:
        """Return every paragraph, also one whose id came before, with its path in the section's file.

        Footnotes come behind all others: they are printed apart from the words in which their marks stand,
        and no quotation leads from a paragraph into its notes.
        """
        return self._places

    @property
    def in_reading_order(self) -> Iterator[str]:
        """The keys of the plan and of all parts that have words of their own, each once, as they are read.

        A row of a table has none: its cells have them.
        """
        if self.cover:
            yield PLAN
        for section in self.sections.values():
            yield section.key
            for part in section.body:
                keys = keys_within(part_key(section, part), part)
                yield from (key for key in keys if key not in self.rows)

    def path(self, paragraph: str) -> tuple[str | int, ...]:
        """Return the path of a paragraph in its section's file, () where it does not stand."""
        return self._paths.get(paragraph, ())

    @cached_property
    def _paths(self) -> dict[str, tuple[str | int, ...]]:
        """The path of each paragraph by its id; of two with one id that of the first."""
        found: dict[str, tuple[str | int, ...]] = {}
        for spot, path in self.places():
            found.setdefault(spot.paragraph.id, path)
        return found

    def has_part(self, key: str) -> bool:
        """Whether `key` is a section, column, figure or paragraph, a table, or a column or row of one."""
        return (key != PLAN and self.knows(key)) or key in self.sections

    def knows(self, key: str) -> bool:
        """Whether `key` is a part, or that of the plan's title."""
        return key in self.titles or key in self.spots or key in self.rows

    def is_counted(self, key: str) -> bool:
        """Whether a part is one of those that may have numbers: no row, column or cell of a table has one."""
        if key in self.heads or key in self.rows:
            return False
        spot = self.spots.get(key)
        return spot is None or not spot.is_fixed

    def first_cell(self, row: str) -> str:
        """Return the id of the first cell of a row, which is where the row stands."""
        table = self.tables[self.container(row)]
        return next(cells_of(self.rows[row], columns_of(table))).id

    def holds_parts(self, key: str) -> bool:
        """Whether a part may hold others: no figure, and no row, column, cell or note of a table does."""
        if any(key in parts for parts in (self.rows, self.heads, self.figures)):
            return False
        spot = self.spots.get(key)
        return spot is None or not isinstance(spot.column, Table | Figure)

    def level(self, key: str) -> int:
        """Return in how many lists of paragraphs a part stands: 0 of one in a section or column itself."""
        return sum(name in self.itemized for name in self.ancestry(key)[1:])

    def container(self, key: str) -> str:
        """Return the key of the section or column in whose list `key` stands; "" for a section."""
        if key in self.spots:
            return self.spots[key].container
        return self._homes.get(key) or owner_of_list(key) or ""

    @property
    def lists(self) -> Iterator[str]:
        """The keys of all lists within sections: of columns and paragraphs, of footnotes, three of tables."""
        yield from self.columns
        yield from self.itemized
        for key in self.tables:
            yield from (key, heads_list(key), notes_list(key))
        for key, spot in self.spots.items():
            if spot.paragraph.notes:
                yield notes_list(key)

    def children(self, container: str) -> list[str]:
        """Return the keys in the list of a section or column, in order; all sections for ""."""
        if container in self.columns:
            return [item.id for item in self.columns[container].items]
        if container in self.itemized:
            return [item.id for item in self.itemized[container].items]
        if container in self.tables:
            return [row.id for row in self.tables[container].rows]
        key = owner_of_list(container) or ""
        if key in self.spots:
            return [note.id for note in self.spots[key].paragraph.notes]
        table = self.tables.get(key)
        if table is not None:
            if container == heads_list(key):
                return [head_key(key, column) for column in table.columns]
            return [note.id for note in table.notes]
        if container in self.sections:
            section = self.sections[container]
            return [part_key(section, part) for part in section.body]
        if container == "":
            return list(self.sections)
        return []

    def previous(self, key: str, besides: str = "") -> str | None:
        """Return what stands before `key` in its list, `besides` left out; None where it is the first."""
        listed = self._children_besides(self.container(key), besides)
        at = listed.index(key)
        if at == 0:
            return None
        return listed[at - 1]

    def siblings(self, key: str) -> list[str]:
        """Return the keys in the list of `key`, itself among them; of sections those below the same one."""
        listed = self.children(self.container(key))
        if key not in self.sections:
            return listed
        above = self.sections[key].above
        return [name for name in listed if self.sections[name].above == above]

    def last(self, container: str, besides: str = "") -> str | None:
        """Return the last key in the list of a section or column, `besides` left out."""
        listed = self._children_besides(container, besides)
        if not listed:
            return None
        return listed[-1]

    def _children_besides(self, container: str, besides: str) -> list[str]:
        """Return the keys in a list without one that is to be moved, or to come."""
        return [name for name in self.children(container) if name != besides]

    def ancestry(self, key: str | None) -> list[str]:
        """Return `key` and the keys of what holds it, nearest first; a cell is held by row and column."""
        found = upwards(key, self._holder)
        spot = self.spots.get(key or "")
        if spot is None or spot.row is None or not isinstance(spot.column, Table):
            return found
        table = part_key(spot.section, spot.column)
        return [*found[:2], f"{table}/{column_of_cell(found[0])}", *found[2:]]

    def _holder(self, key: str) -> str | None:
        """Return what holds a part: of a section the one above it; of an unknown key what it names."""
        section = self.sections.get(key)
        if section is not None:
            return section.above
        return self.container(key) or key.rpartition("/")[0]

    def covers(self, key: str, spot: Spot) -> bool:
        """Whether the paragraph is `key` or stands below it."""
        if key in (spot.paragraph.id, spot.container):
            return True
        if isinstance(spot.column, Table) or spot.above or spot.noted is not None:
            return key in self.ancestry(spot.paragraph.id)
        return key in self.ancestry(spot.section.key)


def _of_note(spot: Spot, note: Footnote) -> Spot:
    """Return a footnote of a paragraph at its place, on the page of the paragraph where it says none."""
    if note.page is None and spot.paragraph.page is not None:
        note = note.model_copy(update={"page": spot.paragraph.page})
    return spot._replace(paragraph=note, noted=spot.paragraph)


def spots_of(section: Section) -> Iterable[SpotInFile]:
    """Return every paragraph of a section with its path in its file, its footnotes behind all others."""
    return _with_notes([section])


def _with_notes(sections: Iterable[Section]) -> list[SpotInFile]:
    """Return the paragraphs of sections with their paths, the footnotes behind all others."""
    found = [placed for section in sections for placed in _own_places(section)]
    for spot, path in [placed for placed in found if placed[0].paragraph.notes]:
        for at, note in enumerate(spot.paragraph.notes):
            found.append((_of_note(spot, note), (*path, "notes", at)))
    return found


def _own_places(section: Section) -> Iterator[SpotInFile]:
    """Yield every paragraph of a section that is no footnote, with its path in its file."""
    for at, part in enumerate(section.body):
        if isinstance(part, Column):
            for position, item in enumerate(part.items):
                yield from _places_from(Spot(item, section, part), ("body", at, "items", position))
        elif isinstance(part, Table):
            for spot, path in _places_in_table(section, part):
                yield spot, ("body", at, *path)
        elif isinstance(part, Figure):
            for told in told_by(part):
                yield Spot(told, section, part), ("body", at, told.id.rpartition("/")[2])
        else:
            yield from _places_from(Spot(part, section, None), ("body", at))


def _places_from(spot: Spot, path: tuple[str | int, ...]) -> Iterator[SpotInFile]:
    """Yield a paragraph as it stands alone, and all in the list that it holds, with their paths."""
    paragraph = spot.paragraph
    if not paragraph.items:
        yield spot, path
        return
    yield spot._replace(paragraph=paragraph.alone), path
    for position, item in enumerate(paragraph.items):
        below = spot._replace(paragraph=item, above=paragraph.id)
        yield from _places_from(below, (*path, "items", position))


def _places_in_table(section: Section, table: Table) -> Iterator[SpotInFile]:
    """Yield the unit of measure of a table, its cells and its notes, with their paths in it."""
    if table.unit:
        yield Spot(unit_of(table), section, table), ("unit",)
    columns = columns_of(table)
    for at, row in enumerate(table.rows):
        for number, cell in enumerate(cells_of(row, columns)):
            yield Spot(cell, section, table, row), ("rows", at, "cells", number)
    for at, note in enumerate(table.notes):
        yield Spot(note, section, table), ("notes", at)


def keys_within(key: str, part: Part) -> Iterator[str]:
    """Yield the key of a part in the list of a section, and those of all that it holds, as they are read."""
    yield key
    match part:
        case Paragraph():
            yield from (note.id for note in part.notes)
            yield from _keys_in_list(part.items)
        case Column():
            yield from _keys_in_list(part.items)
        case Figure():
            yield from (told.id for told in told_by(part))
        case Table():
            yield from _keys_in_table(key, part)


def _keys_in_list(items: Iterable[Paragraph]) -> Iterator[str]:
    for item in items:
        yield from keys_within(item.id, item)


def _keys_in_table(key: str, table: Table) -> Iterator[str]:
    """Yield the keys of all that a table holds, as they are read."""
    columns = columns_of(table)
    if table.unit:
        yield unit_id(table)
    for column in table.columns:
        yield head_key(key, column)
    for row in table.rows:
        yield row.id
        yield from (cell.id for cell in cells_of(row, columns))
    yield from (note.id for note in table.notes)


def upwards(key: str | None, holder: Callable[[str], str | None]) -> list[str]:
    """Return `key` and the keys of what holds it, nearest first, by what `holder` says of each.

    Sections name what is above them, so a plan as people write it may go round in a circle: the walk ends
    where it has been before.
    """
    found: list[str] = []
    while key and key not in found:
        found.append(key)
        key = holder(key)
    return found


def table_around(outline: Outline, key: str) -> str | None:
    """Return the key of the table that a part is, or in which it stands; None of any other part."""
    if not outline.tables:
        return None
    for above in outline.ancestry(key):
        if above in outline.tables:
            return above
    return None


def number_of(part: Section | Part | TableHead | TableRow) -> str:
    """Return the number that is printed of a part; "" of one without.

    A section or column that says nothing of it is numbered by the last component of its key: that is its
    number in the draft that gave it its key. A section whose key is its title, such as 前言, has none.
    """
    if part.number is not None:
        return part.number
    match part:
        case Section():
            tail = part.key.rpartition("/")[2]
            return "" if tail == part.title and series_of(tail) is None else tail
        case Column():
            return part.column
        case Table():
            return part.table
        case Figure():
            return part.figure
        case _:
            return ""


def renumbered(before: Outline, after: Outline) -> dict[str, tuple[str, str]]:
    """Return the parts of two states that have a number in both, and another one, by key: old and new."""
    found: dict[str, tuple[str, str]] = {}
    for key, old in before.numbers.items():
        new = after.numbers.get(key, "")
        if old and new and old != new:
            found[key] = old, new
    return found


def number_in_heading(part: Section | Part | TableHead | TableRow) -> str:
    """Return the number with which a heading or title begins; "" where it begins with words.

    A part that has its number as data, or in its key, has only words there; so has the head of a column of a
    table: 2025年.
    """
    if part.number is not None or isinstance(part, TableHead | TableRow):
        return ""
    if isinstance(part, Paragraph):
        return split_number(part.heading)[0]
    # a key such as 第二章 says the number, and what its title begins with are words
    return "" if series_of(number_of(part)) else split_number(part.title)[0]


def part_key(section: Section, part: Part) -> str:
    """Return the key of a paragraph, column, table or figure in the list of a section."""
    if isinstance(part, Paragraph):
        return part.id
    return f"{section.key}/{part_name(part)}"


def part_name(part: Part) -> str:
    """Return what tells a paragraph, column, table or figure from the others in its list."""
    match part:
        case Column():
            return part.column
        case Table():
            return part.table
        case Figure():
            return part.figure
        case _:
            return part.id


def parts_of(section: Section) -> Iterator[Part]:
    """Yield the parts of a section, items of its columns and lists, notes of its tables, footnotes."""
    for part in section.body:
        yield from _with_items(part)
        if isinstance(part, Table):
            yield from part.notes


def _with_items(part: Part) -> Iterator[Part]:
    """Yield a part, its footnotes, and all that stands in its lists."""
    yield part
    if isinstance(part, Paragraph):
        yield from part.notes
    if isinstance(part, Column | Paragraph):
        for item in part.items:
            yield from _with_items(item)
