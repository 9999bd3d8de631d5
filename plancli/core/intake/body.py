"""The body of a draft as its file has it: paragraphs, tables and notes in the order in which they are read.

A reader of a file format makes it; what is a chapter, a project or a column in it is told elsewhere.
"""

import re
from enum import StrEnum
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful

NUMBER_OF_EQUATION = re.compile(r"[（(][\w.－—–-]{1,8}[）)]")
"""The number of an equation, as it stands at the right: （3-1）, (2)."""


class BlockKind(StrEnum):
    """What a block of a body is."""

    TEXT = "text"
    TABLE = "table"
    NOTE = "note"
    """A footnote or endnote; it follows the paragraph that has its mark."""
    CONTENTS = "contents"
    """A line of a table of contents."""
    PICTURE = "picture"
    """A picture, which has no words; its title stands in a paragraph beside it."""


class BodyCell(NamedTuple):
    """One cell of a row: its words, on one line, and how many columns it takes.

    `above`: it goes on from the cell above it, and has no words of its own.
    """

    words: str
    width: int = 1
    above: bool = False


class BodyPicture(NamedTuple):
    """The bytes of a picture, how the name of its file ends (.png), and the words that stand for it.

    `name` is its file as the draft calls it; where that lies beside the draft there are no bytes yet. `unfit`
    says (in English) why it is none that can be shown.
    """

    content: bytes
    ending: str
    alt: str = ""
    name: str = ""
    unfit: str = ""


class NoteReference(NamedTuple):
    """Where the reference of a footnote stands: in the block at a place, behind so many of its characters."""

    place: int
    at: int


class ListLevel(NamedTuple):
    """In which list of its program a paragraph stands, and how deep in it, from 0."""

    name: str
    level: int


class BodyBlock(NamedTuple):
    """One paragraph, table, picture or note.

    `words` are as they are printed, on one line, blanks at the ends taken off; `number` is one that the
    program counts by itself and that is printed ahead of them, resolved, with its mark: 第一章, 一、, 1.
    `place` counts the paragraphs of the file from 1, rows of tables among them; `page` is its page in the
    file from 1, where that is known. `level` is 1 for a heading of the first level by its style, 0 for the
    title of the document; None where no style says so. `run_in` is how many characters of `words` from
    the first on are set in bold, or in another type, as a heading at the head of a paragraph is.
    Neighbours with the same `box` stand in one box, 0 is none. `centred` is how a cover and the titles of
    annexes stand. A table has `cells`, row by row, and no words. Where its file says how cells are merged it
    has a `grid`, too; `heads` are how many of its first rows the file says to be its head. A footnote whose
    words are one paragraph has its `reference` where that stands in the words of the block before it. An
    `equation` has nothing else in it, but a number at its end. `unread`: only the letters of an equation in
    it are there. `listed`: where a list of its program has it.
    """

    words: str
    place: int
    kind: BlockKind = BlockKind.TEXT
    number: str = ""
    level: int | None = None
    run_in: int = 0
    box: int = 0
    centred: bool = False
    page: int | None = None
    cells: tuple[tuple[str, ...], ...] = ()
    grid: tuple[tuple[BodyCell, ...], ...] = ()
    heads: int = 0
    picture: BodyPicture | None = None
    reference: NoteReference | None = None
    equation: bool = False
    unread: bool = False
    listed: ListLevel | None = None

    @property
    def printed(self) -> str:
        """Number and words as they are read."""
        return self.number + self.words


class LeftOut(Meaningful):
    """What a reader leaves out of a body; of an equation that no line can say the letters stay."""

    meaning: str

    HEADER = "header", N_("headers")
    FOOTER = "footer", N_("footers")
    PAGE_NUMBER = "page number", N_("page numbers")
    LINE_NUMBER = "line number", N_("line numbers")
    CONTENTS = "contents", N_("lines of the contents")
    PICTURE = "picture", N_("pictures")
    EQUATION = "equation", N_("the form of equations")
    DELETED = "deleted", N_("tracked deletions")
    REMARK = "remark", N_("remarks in the margin")


class Body(NamedTuple):
    """A draft as its file has it; `left_out` says what is not in it, and how often.

    `paged`: its blocks say on which page they stand.
    """

    blocks: tuple[BodyBlock, ...]
    left_out: dict[LeftOut, int]
    paged: bool = False
