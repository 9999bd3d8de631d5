"""What a comment asks for, as a patch: one class for each verb."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, Discriminator, Field, Tag, model_validator

from plancli.core.plan.model import (
    Digest,
    Figure,
    HeadKey,
    ImageName,
    Label,
    Model,
    NonBlank,
    Number,
    Reason,
    Table,
    Text,
    UnfitError,
    keys_of,
    not_too_deep,
)
from plancli.core.plan.names import Name
from plancli.core.plan.wording import words_inside


def _given(*places: str | None) -> int:
    """Count the places that an edit states."""
    stated = [place for place in places if place is not None]
    return len(stated)


Worded = Literal["heading", "text", "title"]
"""The fields whose words can be quoted to be changed: of a paragraph, and the title of what holds it."""


class FrozenPlace(Model):
    """One place of words that are replaced everywhere, as it stood in the draft when it was listed.

    `within` is the id of a paragraph or the key of a part; of the places in one field it is the `nth`, and
    `says` are the draft's words there with some round them. One that is `waived` stays, for the reason given.
    """

    within: Annotated[Label, Field(alias="in")]
    field: Literal["heading", "text", "title", "units"] = "text"
    nth: Annotated[int, Field(ge=1)] = 1
    says: NonBlank
    waived: Reason | None = None


class Replace(Model):
    """Replace the quoted words; `field` says which are meant where heading, text and title have them.

    With `everywhere` they are replaced at each of `places` that is not waived; None: not listed yet.
    """

    replace: NonBlank
    wording: Annotated[Text, Field(alias="with")]
    within: Annotated[str | None, Field(alias="in")] = None
    field: Worded | None = None
    everywhere: bool = False
    places: tuple[FrozenPlace, ...] | None = None

    @model_validator(mode="after")
    def _one_or_everywhere(self) -> Self:
        if self.places is not None and not self.everywhere:
            raise UnfitError("places", "places are listed only with everywhere: true")
        if self.everywhere and _given(self.within, self.field):
            raise UnfitError("everywhere", "everywhere leaves no room for in: or field:")
        return self


class Delete(Model):
    """Delete the quoted words."""

    delete: NonBlank
    within: Annotated[str | None, Field(alias="in")] = None
    field: Worded | None = None


class Insert(Model):
    """Insert after or before quoted words, or at the end of the paragraph `into`.

    `order` states how insertions of several comments at one place follow each other.
    """

    insert: NonBlank
    after: NonBlank | None = None
    before: NonBlank | None = None
    into: Label | None = None
    order: int | None = None
    within: Annotated[str | None, Field(alias="in")] = None
    field: Worded | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if _given(self.after, self.before, self.into) != 1:
            raise UnfitError("insert", "say where to insert: one of after, before, into")
        return self


class Rewrite(Model):
    """Give a paragraph a new text; only what differs counts as changed."""

    rewrite: Label
    wording: Annotated[Text, Field(alias="with")]


class Retitle(Model):
    """Give the plan, a section or column another title, a paragraph another heading.

    Only what differs counts as changed.
    """

    title: Name
    wording: Annotated[NonBlank, Field(alias="with")]


class NewNote(Model):
    """A footnote that a comment adds to a paragraph; its id defaults to the comment's id.

    `after` are words of the paragraph behind which its mark stands; without them it is behind the whole text.
    """

    note: NonBlank
    after: NonBlank | None = None
    id: Label | None = None


class ChangePicture(Model):
    """Show another picture in a figure: a file of the repository, with the digest that it had then."""

    image: Name
    wording: Annotated[ImageName, Field(alias="with")]
    digest: Digest | None = None


class NewParagraph(Model):
    """A paragraph that a comment adds, with the list that it holds; its id defaults to the comment's id."""

    id: Label | None = None
    formula: bool = False
    number: Number | None = None
    heading: Text = ""
    text: Text = ""
    notes: tuple[NewNote, ...] = ()
    units: tuple[Name, ...] | None = None
    items: Annotated[tuple["NewParagraph", ...], AfterValidator(not_too_deep)] = ()

    @model_validator(mode="after")
    def _bound_notes(self) -> Self:
        for note in self.notes:
            if note.after is not None and self.text.count(note.after) != 1:
                raise UnfitError(
                    "notes", "the words behind which a mark stands are once in the text"
                )
        return self


class NewColumn(Model):
    """A column that a comment adds, with its items."""

    column: Name
    number: Number | None = None
    title: str = ""
    items: tuple[NewParagraph, ...] = ()


class NewRow(Model):
    """A row that a comment adds to a table: a cell for each column, or one across all of them.

    Its id defaults to the comment's id.
    """

    id: Label | None = None
    cells: Annotated[tuple[Text, ...], Field(min_length=1)]


class NewTableHead(Model):
    """A column that a comment adds to a table: what is printed at its head, and its cells by the ids of rows.

    Its key defaults to the innermost level of its head; a row that is not named gets an empty cell.
    """

    head: NonBlank
    key: HeadKey | None = None
    cells: dict[Label, Text] = Field(default_factory=dict)

    def __hash__(self) -> int:
        """Edits are compared and counted as values; two that are alike have their cells in any order."""
        return hash((self.head, self.key, frozenset(self.cells.items())))


class NewSection(Model):
    """A section that a comment adds, with its paragraphs."""

    key: Name
    number: Number | None = None
    title: Name
    parent: str | None = None
    body: tuple[NewParagraph, ...] = ()


def _novelty(value: Any) -> str:
    keyed = keys_of(value)
    if "table" in keyed:
        return "<table>"
    if "note" in keyed:
        return "<note>"
    if "head" in keyed:
        return "<head>"
    if "cells" in keyed:
        return "<row>"
    if "key" in keyed:
        return "<section>"
    if "column" in keyed:
        return "<column>"
    if "image" in keyed or "figure" in keyed:
        return "<figure>"
    return "<paragraph>"


New = Annotated[
    Annotated[NewParagraph, Tag("<paragraph>")]
    | Annotated[NewColumn, Tag("<column>")]
    | Annotated[Table, Tag("<table>")]
    | Annotated[NewNote, Tag("<note>")]
    | Annotated[Figure, Tag("<figure>")]
    | Annotated[NewRow, Tag("<row>")]
    | Annotated[NewTableHead, Tag("<head>")]
    | Annotated[NewSection, Tag("<section>")],
    Discriminator(_novelty),
]


class Add(Model):
    """Add a paragraph, item, column, table, figure or section; to a table a row, a column or a note.

    To a paragraph a footnote. `to` is the section, column, table or paragraph that it goes into, behind
    `after` or at the end; a section has only `after`, the section that it follows.
    """

    add: New
    to: Name | None = None
    after: Label | None = None
    order: int | None = None

    @model_validator(mode="after")
    def _into_something(self) -> Self:
        is_section = isinstance(self.add, NewSection)
        goes_into_something = self.to is not None
        if is_section == goes_into_something:
            reason = "say where to add: to: for a part, only after: for a section"
            raise UnfitError("add", reason)
        return self


class Remove(Model):
    """Remove a paragraph, item, column or section, with all that it holds."""

    remove: Label


class Move(Model):
    """Move a paragraph, item, column or section behind `after`, or before `before`, or to the end of `to`."""

    move: Label
    after: Label | None = None
    before: Label | None = None
    to: Name | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if _given(self.after, self.before, self.to) != 1:
            raise UnfitError("move", "say where to move: one of after, before, to")
        return self


class ChangeUnits(Model):
    """Change the responsible units of a paragraph: add and remove names, or set the list."""

    units: Label
    add: tuple[Name, ...] = ()
    remove: tuple[Name, ...] = ()
    set: tuple[Name, ...] | None = None


VERBS = (
    "replace",
    "delete",
    "insert",
    "rewrite",
    "title",
    "image",
    "add",
    "remove",
    "move",
    "units",
)


def _verb(value: Any) -> str | None:
    keyed = keys_of(value)
    if "units" in keyed:
        return "<units>"  # its add and remove are names of units, and no edits
    found = [verb for verb in VERBS if verb in keyed]
    return f"<{found[0]}>" if len(found) == 1 else None


Edit = Annotated[
    Annotated[Replace, Tag("<replace>")]
    | Annotated[Delete, Tag("<delete>")]
    | Annotated[Insert, Tag("<insert>")]
    | Annotated[Rewrite, Tag("<rewrite>")]
    | Annotated[Retitle, Tag("<title>")]
    | Annotated[ChangePicture, Tag("<image>")]
    | Annotated[Add, Tag("<add>")]
    | Annotated[Remove, Tag("<remove>")]
    | Annotated[Move, Tag("<move>")]
    | Annotated[ChangeUnits, Tag("<units>")],
    Discriminator(_verb),
]


def added_paragraphs(new: New) -> Iterator[NewParagraph]:
    """Yield the paragraphs that come with a new part, itself where it is one, in reading order."""
    if isinstance(new, NewParagraph):
        yield new
    if isinstance(new, NewParagraph | NewColumn):
        for item in new.items:
            yield from added_paragraphs(item)
    if isinstance(new, NewSection):
        for part in new.body:
            yield from added_paragraphs(part)


def new_words(edit: Edit) -> list[str]:
    """Return the new words of an edit, paragraph by paragraph."""
    match edit:
        case Replace() | Rewrite() | Retitle():
            return [edit.wording]
        case Insert():
            return [edit.insert]
        case Add():
            return _words_of_part(edit.add)
    return []


def image_put_by(edit: Edit) -> str | None:
    """Return the picture that an edit puts into the plan, by its name; None where it puts none."""
    match edit:
        case ChangePicture():
            return edit.wording
        case Add(add=Figure(image=image)):
            return image
    return None


def unbound_image(edit: Edit) -> str | None:
    """Return the picture that an edit puts into the plan without the digest of its file; None for none."""
    match edit:
        case ChangePicture(digest=None) | Add(add=Figure(digest=None)):
            return image_put_by(edit)
    return None


def unbound_images(edits: Iterable[Edit]) -> list[str]:
    """Return the pictures that edits put into the plan without the digests of their files, each once."""
    names = map(unbound_image, edits)
    return list(dict.fromkeys(name for name in names if name is not None))


def _words_of_part(new: New) -> list[str]:
    match new:
        case NewParagraph() | NewColumn() | NewSection():
            return _words_of_new(new)
        case NewNote():
            return [new.note]
        case NewRow():
            return list(new.cells)
        case NewTableHead():
            return [new.head, *new.cells.values()]
        case Table() | Figure():
            return words_inside(new)


def _words_of_new(new: NewParagraph | NewColumn | NewSection) -> list[str]:
    """Return the texts of new paragraphs, those of their footnotes behind them."""
    found: list[str] = []
    for paragraph in added_paragraphs(new):
        found += [paragraph.text, *(note.note for note in paragraph.notes)]
    return found
