"""The plan and its drafts as values: validated once when read, then trusted."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PrivateAttr,
    Tag,
    WithJsonSchema,
    model_validator,
)

from plancli.core.plan.joints import Joints, joints_of
from plancli.core.plan.names import Name, unstorable
from plancli.core.plan.span import LineStart, Pages, Range
from plancli.core.text.characters import join_lines, unprintable
from plancli.core.text.picture_names import names_picture


class Model(BaseModel):
    """Immutable; a key that the format does not know is refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )


_LABEL = {"anyOf": [{"type": "string"}, {"type": "number"}]}

Label = Annotated[Name, WithJsonSchema(_LABEL)]
Number = Annotated[Name, WithJsonSchema(_LABEL)]
"""A number as it is printed: 第二章, 三, 18, 专栏2, (二)."""
Words = Annotated[str, Field(min_length=1)]
Text = Annotated[str, AfterValidator(join_lines)]
"""Running text; in the file one sentence a line, here without line breaks."""
CellText = Annotated[Text, WithJsonSchema(_LABEL)]
"""The words of a cell, most of them figures."""


_DIGEST = re.compile("sha256:[0-9a-f]{64}")


def _sha256(words: str) -> str:
    if not _DIGEST.fullmatch(words):
        raise ValueError("a digest is sha256: and 64 characters of 0-9 and a-f")
    return words


Digest = Annotated[str, AfterValidator(_sha256)]
"""The SHA-256 of the bytes of a file."""


def one_or_several(value: Any) -> Any:
    """Return what a file has as a list: one name may stand alone."""
    return [value] if isinstance(value, str) else value


def alone(names: tuple[str, ...] | None) -> str | list[str] | None:
    """Return names as a file has them where one may stand without a list; None of no names."""
    if not names:
        return None
    return names[0] if len(names) == 1 else list(names)


def without_twins(names: tuple[str, ...]) -> tuple[str, ...]:
    """Return names of which none may stand twice; ValueError where one does."""
    if len(set(names)) < len(names):
        raise ValueError("one of the names stands twice: leave it once")
    return names


class UnfitError(ValueError):
    """Keys that do not fit together; `key` is the one to name, `at` the entry of its list."""

    def __init__(self, key: str, reason: str, at: int | None = None) -> None:
        self.key = key
        self.at = at
        super().__init__(reason)


def _not_blank(words: str) -> str:
    if not words:
        raise ValueError("there are only blanks")
    return words


NonBlank = Annotated[
    str, Field(min_length=1), AfterValidator(join_lines), AfterValidator(_not_blank)
]


def _in_words(reason: str) -> str:
    if not any(map(str.isalnum, reason)):
        raise ValueError("a reason in words is expected here")
    return reason


Reason = Annotated[Words, AfterValidator(_in_words)]
"""Why something is so; a mark alone says nothing."""


def _only_marks(separator: str) -> str:
    # a break at the very end is seen only where something follows it
    lines = f"{separator}.".splitlines()
    one_line = len(lines) == 1 and "\t" not in separator and not unprintable(separator)
    if not one_line or any(map(str.isalnum, separator)):
        raise ValueError("only marks and blanks stand between a heading and its text")
    return separator


Separator = Annotated[str, AfterValidator(_only_marks)]
"""What is printed between a heading and its text, blanks included."""


# --- the plan ---------------------------------------------------------------------------------------------


class Origin(StrEnum):
    """How the wording of a paragraph is known."""

    QUOTED = "引用"
    REPEATED = "复述"
    READING = "解读"
    INFERRED = "推断"
    UNKNOWN = "未见"


class Source(Model):
    """Provenance of a paragraph's wording in the draft."""

    origin: Origin
    comments: tuple[str, ...] = ()
    note: str | None = None


def _or_one_note(schema: dict[str, Any]) -> None:
    """Tell the schema that a paragraph may have its one note in a word."""
    text = {"type": "string"}
    schema["properties"][NOTE] = {**text, "description": "One footnote, behind the whole text."}


NOTE = "note"
"""The key of the one note of a paragraph, which has only words; `notes` has several, with their places."""
LEVELS_BELOW = 3
"""So many levels of lists a paragraph holds at most: ㈠, (1) and ① below 一、."""


def levels_in(items: Iterable[Any]) -> int:
    """Return how many levels of lists these items are, themselves the first; none of no items."""
    return max((1 + levels_in(item.items) for item in items), default=0)


def not_too_deep(items: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the list of a paragraph; ValueError where it holds more lists in lists than a plan has."""
    if levels_in(items) > LEVELS_BELOW:
        raise ValueError("lists stand in lists at most three levels deep")
    return items


class Paragraph(Model):
    """The smallest addressable text. `page`, `line`, `layout` belong to a draft, never to the working plan.

    `number` is printed directly before its heading, or its text where it has none; it is none of their words.
    `separator` is what is printed behind its heading where that is not what the plan has behind all others.
    `layout` says where each printed line begins, as far as that is known; without it `page` and `line` hold
    for the whole paragraph. `items` is the list that it holds, one level below it. A `formula` is kept to the
    letter: its number is printed behind it, and two who change it differently are in conflict, wherever.
    """

    model_config = ConfigDict(json_schema_extra=_or_one_note)

    id: Label
    formula: bool = False
    number: Number | None = None
    heading: Text = ""
    separator: Separator | None = None
    text: Text = ""
    notes: tuple["Footnote", ...] = ()
    units: tuple[Name, ...] | None = None
    page: Pages | None = None
    line: Range | None = None
    layout: tuple[LineStart, ...] = ()
    source: Source | None = None
    items: Annotated[tuple["Paragraph", ...], AfterValidator(not_too_deep)] = ()

    @property
    def alone(self) -> Self:
        """The paragraph without the list that it holds: what it says itself."""
        return self.model_copy(update={"items": ()}) if self.items else self

    @staticmethod
    def of_words(
        name: str, text: str, page: Pages | None = None, line: Range | None = None
    ) -> "Paragraph":
        """Return a paragraph that has words and nothing else, from values that were validated before.

        It is copied from an empty one: the cells of tables are made by the ten thousand, and to construct a
        paragraph from its defaults takes four times as long.
        """
        return _EMPTY.model_copy(update={"id": name, "text": text, "page": page, "line": line})

    @model_validator(mode="after")
    def _only_a_formula(self) -> Self:
        """Refuse what a formula cannot have beside its number, words and notes."""
        if self.formula:
            for key in ("heading", "separator", "units", "items"):
                if getattr(self, key):
                    raise UnfitError(
                        key, "a formula has a number, a text and notes, and nothing else"
                    )
        return self

    @model_validator(mode="before")
    @classmethod
    def _named_notes(cls, value: Any) -> Any:
        """Take one note as `note`, and give notes without an id that of their number: 1.1.注2."""
        _refuse_broken_formula(value)
        if not isinstance(value, dict) or not ({"note", "notes"} & value.keys()):
            return value
        return _with_named_notes(value)


_EMPTY = Paragraph.model_construct(id="")


def _refuse_broken_formula(value: Any) -> None:
    """Refuse a formula of several lines: joined, as those of sentences are, they would say something else."""
    if not isinstance(value, dict) or not value.get("formula"):
        return
    text = value.get("text")
    if isinstance(text, str) and len(text.strip().splitlines()) > 1:
        raise UnfitError("text", "a formula stands on one line")


def _with_named_notes(value: dict[str, Any]) -> dict[str, Any]:
    notes = value.get("notes", [])
    if NOTE in value:
        if "notes" in value:
            raise UnfitError(NOTE, "a paragraph has note or notes, not both")
        notes = [{"text": value[NOTE]}]
    if not isinstance(notes, list | tuple):
        return value
    rest = {key: one for key, one in value.items() if key != NOTE}
    taken = {note["id"] for note in notes if isinstance(note, dict) and "id" in note}
    named: list[Any] = []
    for note in notes:
        if isinstance(note, dict) and "id" not in note:
            named.append({"id": _free_name(value.get("id"), len(named) + 1, taken), **note})
        else:
            named.append(note)
    return {**rest, "notes": named}


def _free_name(paragraph: Any, number: int, taken: set[Any]) -> str:
    """Return the id of a note by its number; a later one where another note has that."""
    name = f"{paragraph}.注{number}"
    while name in taken:
        number += 1
        name = f"{paragraph}.注{number}"
    taken.add(name)
    return name


_OF_PARAGRAPHS = (
    "formula",
    "number",
    "heading",
    "separator",
    "notes",
    "units",
    "layout",
    "source",
    "items",
)
"""What a paragraph may have, and a footnote has not."""


def _only_words(schema: dict[str, Any]) -> None:
    """Tell the schema what a footnote has not, and that its id may be left out."""
    for name in (*_OF_PARAGRAPHS, NOTE):
        schema["properties"].pop(name, None)
    schema["required"] = ["text"]


class Footnote(Paragraph):
    """A footnote of a paragraph: words below the page, and behind which words of the text its mark stands.

    `after` stands once in the text; where it stands several times, `nth` says which of them is meant. Without
    it the mark stands behind the whole text, with an empty one ahead of it.
    """

    model_config = ConfigDict(json_schema_extra=_only_words)

    after: str | None = None
    nth: Annotated[int, Field(ge=1)] | None = None

    @model_validator(mode="after")
    def _has_words_alone(self) -> Self:
        for name in _OF_PARAGRAPHS:
            if getattr(self, name):
                raise UnfitError(name, "a footnote has words and their place, and nothing else")
        if self.nth is not None and not self.after:
            raise UnfitError("nth", "nth says which of several places is meant: say after, too")
        return self


class Column(Model):
    """A boxed column (专栏) inside a section; its key is the section's key and its own name.

    `number` is what is printed before its title where that is no longer, or never was, its name.
    """

    column: Name
    number: Number | None = None
    title: str = ""
    items: tuple[Paragraph, ...] = ()


def _no_joint(key: str) -> str:
    if set(key) & set("/|*"):
        raise ValueError("the key of a column of a table has none of / | *")
    return key


HeadKey = Annotated[Name, AfterValidator(_no_joint)]
"""What tells a column of a table from the others for good."""


class TableHead(Model):
    """A column of a table. `key` tells it from the others for good, whatever is printed at its head.

    `head` is what is printed there: the key, where nothing else is said. Levels have | between them, the
    outermost first (规划目标|2025年); neighbours that begin alike share what they begin with.
    """

    key: HeadKey
    head: Text = ""

    @model_validator(mode="before")
    @classmethod
    def _by_its_key(cls, value: Any) -> Any:
        if isinstance(value, str):
            return {"key": value}
        if isinstance(value, dict) and value.get("head") == value.get("key"):
            return {**value, "head": ""}  # said once, it is said
        return value

    def with_title(self, title: str) -> Self:
        """Return the column with something else printed at its head."""
        return self.model_copy(update={"head": "" if title == self.key else title})

    @property
    def title(self) -> str:
        """What is printed at its head, with all levels."""
        return self.head or self.key

    @property
    def number(self) -> None:
        """None: columns of a table are not counted."""


class TableRow(Model):
    """A row of a table: a cell for each column; one cell alone stands across all of them.

    A row without an id in its file is called by the table and its number; `page` and `line` are a draft's.
    `across` says the same where one column is left, in which every row has one cell.
    """

    id: Label = ""
    cells: Annotated[tuple[CellText, ...], Field(min_length=1)]
    across: bool = False
    page: Pages | None = None
    line: Range | None = None

    @property
    def number(self) -> None:
        """None: where rows are counted, a cell says so."""


class Counted(Model):
    """What a table claims of one of its rows or columns: that its figures can be counted from others.

    One of `row` and `column` names it, by id or key. `columns` says of which cells of a row it is claimed,
    `rows` of which of a column; of all, where nothing is said. What is `rounded` may be out by rounding.
    """

    row: Label | None = None
    column: Label | None = None
    columns: tuple[Label, ...] = ()
    rows: tuple[Label, ...] = ()
    rounded: bool = False

    @model_validator(mode="after")
    def _of_one(self) -> Self:
        """Refuse a claim of nothing, or of both; and cells that are not across what it is of."""
        if (self.row is None) is (self.column is None):
            raise UnfitError("row", "say what is counted: one of row, column")
        if self.columns and self.row is None:
            raise UnfitError("columns", "columns belong to a row that is counted, rows to a column")
        if self.rows and self.column is None:
            raise UnfitError("rows", "columns belong to a row that is counted, rows to a column")
        return self

    @property
    def name(self) -> str:
        """The row or column of which it is claimed."""
        return self.row or self.column or ""


class TableSum(Counted):
    """A row or column that is the sum of others, `of`."""

    of: Annotated[tuple[Label, ...], Field(min_length=1)]


class TableShare(Counted):
    """A row or column that gives the share of another one, `of`, in a `total`, which is a row or a column."""

    of: Label
    total: Label


def _or_its_key(schema: dict[str, Any]) -> None:
    """Tell the schema that a column may be its key alone."""
    schema["items"] = {"anyOf": [schema["items"], {"type": "string"}]}


def _or_its_cells(schema: dict[str, Any]) -> None:
    """Tell the schema that a row may be its cells alone."""
    schema["items"] = {"anyOf": [schema["items"], {"type": "array", "items": _LABEL}]}


class Table(Model):
    """A table inside a section; its key is the section's key and its own name.

    `unit` is the measure of its figures as it is printed above it: 单位:万元. `columns` may be left out where
    no heads are printed: they are called 1, 2, 3. `notes` are printed below, the source of the figures among
    them. `sums` and `shares` are not printed: they say which figures are counted from others. In columns that
    are `joined`, by their keys, neighbours that say the same are printed as one cell.
    """

    table: Name
    number: Number | None = None
    title: str = ""
    unit: Text = ""
    columns: Annotated[tuple[TableHead, ...], Field(json_schema_extra=_or_its_key)] = ()
    rows: Annotated[tuple[TableRow, ...], Field(json_schema_extra=_or_its_cells)] = ()
    joined: tuple[Label, ...] = ()
    sums: tuple[TableSum, ...] = ()
    shares: tuple[TableShare, ...] = ()
    notes: tuple[Paragraph, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _named_rows(cls, value: Any) -> Any:
        """Give rows without an id that of their number: 表1.2."""
        rows = value.get("rows") if isinstance(value, dict) else None
        if not isinstance(rows, list | tuple):
            return value
        named = [_named(row, f"{value.get('table')}.{at}") for at, row in enumerate(rows, 1)]
        if len(value.get("columns") or ()) > 1:
            named = list(map(_by_its_cells, named))
        return {**value, "rows": named}

    @model_validator(mode="after")
    def _even(self) -> Self:
        """Refuse columns that are called alike, and rows that have not a cell for each."""
        keys = [column.key for column in self.columns]
        for at, key in enumerate(keys):
            if key in keys[:at]:
                raise UnfitError("columns", "two columns have one key", at)
        if any(note.items for note in self.notes):
            raise UnfitError("notes", "a note of a table holds no list")
        widths = {len(row.cells) for row in self.rows} - {1}
        expected = len(self.columns) or max(widths, default=1)
        for at, row in enumerate(self.rows):
            if len(row.cells) not in (1, expected):
                raise UnfitError("rows", "a row has a cell for each column, or one across all", at)
            if row.across and len(row.cells) > 1:
                raise UnfitError("rows", "a row across all columns has one cell", at)
        return self


def _named(row: Any, name: str) -> Any:
    """Return a row as its file has it with an id; what is no row stays for others to refuse."""
    if isinstance(row, list | tuple):
        return {"id": name, "cells": row}
    if isinstance(row, dict) and "id" not in row:
        return {"id": name, **row}
    return row


def _stored(image: str) -> str:
    """Refuse what is no name of a file in the plan, or of one that is no picture."""
    if not names_picture(image):
        raise ValueError("a picture ends in .png, .jpg, .jpeg or .svg, without a blank in its name")
    for name in image.split("/"):
        if name in ("", ".", "..") or unstorable(name):
            raise ValueError("a picture lies below plan/, and every computer can store its name")
    return image


ImageName = Annotated[Name, AfterValidator(_stored)]
"""A file with a picture, by its path below plan/: figures/图1.png."""


class Figure(Model):
    """A figure inside a section; its key is the section's key and its own name, by default that of its file.

    `image` is a file of the repository, `alt` says what it shows to those who do not see it. A draft has the
    `digest` of the file, so that the picture is as frozen as the words.
    """

    image: ImageName
    figure: Name = ""
    number: Number | None = None
    title: str = ""
    alt: Text = ""
    digest: Digest | None = None

    @model_validator(mode="before")
    @classmethod
    def _named_by_its_file(cls, value: Any) -> Any:
        """Call a figure without a name by its file: 图1.png is 图1."""
        image = value.get("image") if isinstance(value, dict) else None
        if not isinstance(image, str) or "figure" in value:
            return value
        return {**value, "figure": image.rpartition("/")[2].rpartition(".")[0]}


Captioned = Column | Table | Figure
"""What stands in a section with a number and title of its own."""


def _by_its_cells(row: Any) -> Any:
    """Return a row as its file has it without what its cells say already: that it stands across."""
    if isinstance(row, dict) and len(row.get("cells") or ()) == 1:
        return {key: value for key, value in row.items() if key != "across"}
    return row


def keys_of(value: Any) -> Mapping[str, Any]:
    """Return what tells which of several classes a value is meant for: keys of a file, or attributes."""
    if isinstance(value, dict):
        return value
    return getattr(value, "__dict__", {})


def _part(value: Any) -> str:
    keyed = keys_of(value)
    if "table" in keyed:
        return "<table>"
    if "column" in keyed:
        return "<column>"
    if "image" in keyed or "figure" in keyed:
        return "<figure>"
    return "<paragraph>"


Part = Annotated[
    Annotated[Paragraph, Tag("<paragraph>")]
    | Annotated[Column, Tag("<column>")]
    | Annotated[Table, Tag("<table>")]
    | Annotated[Figure, Tag("<figure>")],
    Discriminator(_part),
]


class Section(Model):
    """A chapter, task or project; `parent` defaults to the key without its last component.

    `number` is what is printed before its title where that is not the last component of the key.
    `joints` are those of the plan or draft in which it stands: no key of its file.
    """

    key: Name
    number: Number | None = None
    title: Name
    parent: str | None = None
    body: tuple[Part, ...] = ()
    _joints: Joints = PrivateAttr(default_factory=joints_of)

    @property
    def joints(self) -> Joints:
        """How its paragraphs are printed."""
        return self._joints

    def printed_with(self, joints: Joints) -> Self:
        """Return the section as a plan with these joints prints it."""
        if joints == self._joints:
            return self
        section = self.model_copy()
        section._joints = joints
        return section

    @property
    def above(self) -> str | None:
        """Key of the section that holds this one."""
        return self.parent or self.key.rpartition("/")[0] or None


PLAN = "规划"
"""The key under which the title of the plan itself is changed, beside the keys of its parts."""


class Cover(Section):
    """The title of the plan, ahead of its sections and none of them."""


def with_cover(title: str, sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections behind the title of the plan to which they belong."""
    return (Cover.model_construct(key=PLAN, title=title), *sections)


def without_cover(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return sections without the title of the plan ahead of them."""
    return tuple(section for section in sections if not isinstance(section, Cover))


class Draft(Model):
    """A frozen copy of the plan as it was circulated.

    `title` is that of the plan in it; drafts of before have none, and take what follows them. `separator` is
    what was printed behind its headings; by default what its language has there. `approval` are the levels at
    which decisions were to be signed off when it was frozen.
    """

    draft: Name
    title: Name | None = None
    separator: Separator | None = None
    approval: tuple[Name, ...] = ()
    sections: tuple[Section, ...]

    @property
    def with_cover(self) -> tuple[Section, ...]:
        """Its sections, behind its title where that is written."""
        if self.title is None:
            return self.sections
        return with_cover(self.title, self.sections)
