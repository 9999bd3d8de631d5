"""A text in which changes were tracked, as its program keeps it: who put words in, who took words out."""

from enum import StrEnum
from typing import NamedTuple

from plancli.core.intake.origin import FileOrigin

CELL = "cell "
"""What the places begin with that are cells of tables."""
BOX = "box "
"""What the places begin with that are text boxes."""


class InsetKind(StrEnum):
    """What stands at a place in the words of a paragraph, and is none of them."""

    FOOTNOTE = "footnote"
    ENDNOTE = "endnote"
    PICTURE = "picture"


class TrackedRun(NamedTuple):
    """Words with the name of who put them in, and of who took them out; "" is nobody.

    `remarks` are the numbers of the remarks in the margin that are about them. Words that came and went are
    one author's change to what another one proposed. A run without words may hold an `inset`. Of a `formula`
    the letters are read, and not how they stand.
    """

    text: str
    added: str = ""
    gone: str = ""
    remarks: tuple[str, ...] = ()
    inset: "Inset | None" = None
    formula: bool = False


class Inset(NamedTuple):
    """What stands between words: by its number in the file, from 1, with its own words and their changes."""

    kind: InsetKind
    number: int
    runs: tuple[TrackedRun, ...] = ()

    @property
    def before(self) -> str:
        """Its words before any change."""
        return "".join(run.text for run in self.runs if not run.added).strip()

    @property
    def words(self) -> str:
        """Its words with all its changes made."""
        return "".join(run.text for run in self.runs if not run.gone).strip()

    @property
    def authors(self) -> set[str]:
        """Everybody who changed something in it."""
        found = {run.added for run in self.runs} | {run.gone for run in self.runs}
        return found - {""}


class TrackedRow(NamedTuple):
    """A row of a table by its number in the file, from 1, with who put it in, and who took it out."""

    number: int
    added: str = ""
    gone: str = ""


class TrackedParagraph(NamedTuple):
    """A paragraph with its changes; `added` and `gone` say who made or took away the break behind it.

    `marks` are the numbers that plancli gave it. Paragraphs that follow each other in one `place`, a cell of
    a table or the running text (""), can be joined. `box` is how it is framed, `level` that of a heading,
    `row` its number in the file, from 1; `line` is the row of the table in which it is of a cell. Where
    `restyled`, it was tracked how something in it looks. One of a cell that goes on from the row above says
    what `repeats` says there, by its number in the file. `cell_gone` took out the cell in which it is.
    """

    runs: tuple[TrackedRun, ...]
    added: str = ""
    gone: str = ""
    marks: tuple[int, ...] = ()
    place: str = ""
    box: str = ""
    level: int = 0
    row: int = 1
    line: TrackedRow | None = None
    restyled: bool = False
    repeats: int = 0
    cell_gone: str = ""

    @property
    def authors(self) -> list[str]:
        """Everybody who changed something in it, in the order of the text."""
        found: dict[str, None] = {}
        for run in self.runs:
            found.update(dict.fromkeys((run.added, run.gone)))
        found.update(dict.fromkeys((self.added, self.gone)))
        if self.line is not None:
            found.update(dict.fromkeys((self.line.added, self.line.gone)))
        found[self.cell_gone] = None
        found.pop("", None)
        return list(found)


class MarginRemark(NamedTuple):
    """A remark in the margin; `day` is YYYY-MM-DD, or empty."""

    number: str
    author: str
    text: str
    day: str = ""


class TrackedFile(NamedTuple):
    """The paragraphs of a file, its remarks, and of which draft it is where it says so.

    `margins` are the paragraphs of its headers and footers in which something changed.
    """

    paragraphs: tuple[TrackedParagraph, ...]
    remarks: tuple[MarginRemark, ...] = ()
    origin: FileOrigin | None = None
    margins: tuple[TrackedParagraph, ...] = ()

    @property
    def authors(self) -> list[str]:
        """Everybody who changed or remarked something, in the order of the text."""
        found: dict[str, None] = {}
        for paragraph in (*self.paragraphs, *self.margins):
            found.update(dict.fromkeys(paragraph.authors))
        found.update(dict.fromkeys(remark.author for remark in self.remarks))
        found.pop("", None)
        return list(found)

    @property
    def is_tracked(self) -> bool:
        """Whether any change in it is tracked."""
        for paragraph in self.paragraphs:
            if paragraph.added or paragraph.gone:
                return True
            if paragraph.line is not None and (paragraph.line.added or paragraph.line.gone):
                return True
            if any(run.added or run.gone for run in paragraph.runs):
                return True
        return False
