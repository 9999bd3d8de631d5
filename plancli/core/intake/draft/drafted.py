"""What a file of a draft gives: a plan, and what somebody should look at in it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.intake.body import BodyBlock, LeftOut
from plancli.core.meaningful import Meaningful
from plancli.core.plan.model import Section


class Unclear(Meaningful):
    """What was not understood, or only by its look."""

    meaning: str

    AHEAD = "ahead", N_("text ahead of the first heading: in a section of its own")
    COVER = "cover", N_("on the cover, and neither title, issuer nor date: left out")
    BY_LOOK = "by look", N_("taken for a heading by its look alone: it has no number")
    BY_SENTENCE = "first sentence", N_("its first sentence is taken for its heading")
    NUMBER_AGAIN = "number again", N_("its number is taken here already: its key has a second one")
    NO_END = "no end", N_("nothing shows where this column ends: taken up to the next heading")
    BOX = "box", N_("in a box that is no numbered column: kept as paragraphs")
    TABLE = "table", N_("a table: kept as text, a row each")
    HEAD = "table head", N_("which rows are the head of this table is not clear: look at them")
    NO_HEAD = "no head", N_("a column of this table has no words at its head: called by its place")
    ACROSS = "across", N_("a cell over several columns of this table: its words are in the first")
    NO_NUMBER = "no number", N_("this table has no number: called by one that is free")
    NO_CAPTION = (
        "no caption",
        N_("this picture has no number below it (图1): called by one that is free"),
    )
    NO_PICTURE = "no picture", N_("a picture that cannot be shown: left out")
    DEEP = "deep", N_("deeper in a list than lists go here: kept beside the deepest entry")
    NOTE = "note", N_("a footnote: kept as text behind its paragraph")
    EQUATION = (
        "equation",
        N_("an equation that one line cannot say, or that another program keeps (□): type it"),
    )
    EQUATION_NUMBER = (
        "equation number",
        N_("the brackets at the end of this formula are taken for its number"),
    )
    UNITS = "units", N_("a list of responsible units that are no names: left in the text")
    LEAD = "lead", N_("who leads is the first of its units, who helps stands behind")


class NotClear(NamedTuple):
    """Where something is not clear: the paragraph of the file from 1, its page where that is known.

    `why` is a message (in English): what a picture is that cannot be shown.
    """

    what: Unclear
    place: int
    page: int | None
    words: str
    why: str = ""


def not_clear(what: Unclear, block: BodyBlock) -> NotClear:
    """Return what is not clear at a block."""
    return NotClear(what, block.place, block.page, block.printed)


def without_picture(block: BodyBlock) -> NotClear:
    """Return which picture cannot be shown, and why."""
    picture = block.picture
    assert picture is not None
    words = picture.name or picture.alt
    return NotClear(Unclear.NO_PICTURE, block.place, block.page, words, picture.unfit)


class CoverPage(NamedTuple):
    """What the first page says; empty what it does not."""

    title: str = ""
    issuer: str = ""
    draft: str = ""
    date: str = ""


class Drafted(NamedTuple):
    """A plan as its file has it.

    `separator` is what stands behind its headings, None where that is what its language has there. `pictures`
    are the files of its figures, by their names.
    """

    cover: CoverPage
    language: str
    separator: str | None
    sections: tuple[Section, ...]
    not_clear: tuple[NotClear, ...]
    left_out: dict[LeftOut, int]
    pictures: Mapping[str, bytes] = MappingProxyType({})
