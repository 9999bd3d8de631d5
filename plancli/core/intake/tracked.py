"""A text in which changes were tracked, as its program keeps it: who put words in, who took words out."""

from typing import NamedTuple

from plancli.core.intake.origin import FileOrigin

CELL = "cell "
"""What the places begin with that are cells of tables."""


class TrackedRun(NamedTuple):
    """Words with the name of who put them in, and of who took them out; "" is nobody.

    `remarks` are the numbers of the remarks in the margin that are about them. Words that came and went are
    one author's change to what another one proposed.
    """

    text: str
    added: str = ""
    gone: str = ""
    remarks: tuple[str, ...] = ()


class TrackedRow(NamedTuple):
    """A row of a table by its number in the file, from 1, with who put it in, and who took it out."""

    number: int
    added: str = ""
    gone: str = ""


class TrackedParagraph(NamedTuple):
    """A paragraph with its changes; `added` and `gone` say who made or took away the break behind it.

    `marks` are the numbers that plancli gave it. Paragraphs that follow each other in one `place`, a cell of
    a table or the running text (""), can be joined. `box` is how it is framed, `level` that of a heading,
    `row` its number in the file, from 1; `line` is the row of the table in which it is of a cell.
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

    @property
    def authors(self) -> list[str]:
        """Everybody who changed something in it, in the order of the text."""
        found: dict[str, None] = {}
        for run in self.runs:
            found.update(dict.fromkeys((run.added, run.gone)))
        found.update(dict.fromkeys((self.added, self.gone)))
        if self.line is not None:
            found.update(dict.fromkeys((self.line.added, self.line.gone)))
        found.pop("", None)
        return list(found)


class MarginRemark(NamedTuple):
    """A remark in the margin; `day` is YYYY-MM-DD, or empty."""

    number: str
    author: str
    text: str
    day: str = ""


class TrackedFile(NamedTuple):
    """The paragraphs of a file, its remarks, and of which draft it is where it says so."""

    paragraphs: tuple[TrackedParagraph, ...]
    remarks: tuple[MarginRemark, ...] = ()
    origin: FileOrigin | None = None

    @property
    def authors(self) -> list[str]:
        """Everybody who changed or remarked something, in the order of the text."""
        found: dict[str, None] = {}
        for paragraph in self.paragraphs:
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
