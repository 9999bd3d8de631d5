"""What taking files in came to, as a value: nothing of a file is passed over without a word."""

from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.intake.opinions import RowNote
from plancli.core.intake.reading import Understanding


class Whence(NamedTuple):
    """Where in a file something stands: a row of a sheet, a line, a paragraph; by whom, where it says so."""

    file: str
    sheet: str
    row: int
    author: str = ""


class TakenIn(NamedTuple):
    """A comment that is new, from where it is, and how each of its points was understood."""

    whence: Whence
    comment: Comment
    readings: tuple[Understanding, ...]


class Known(NamedTuple):
    """A row whose opinion is in already, as which comment."""

    whence: Whence
    id: str


class Silent(NamedTuple):
    """A row in which a unit answers that it has no opinion; `new` where the roster is to say so now.

    `digest` is that of its file. Where it is not new, `roster` is what the roster says, or nothing where the
    unit's comments speak.
    """

    whence: Whence
    digest: str
    unit: str
    new: bool
    roster: str = ""


class Intake(NamedTuple):
    """What was taken in of some files, or would be.

    `gone` are comments that came from files of these names, and that these no longer say. `left_out` and
    `unknown` are heads of columns, by file: personal ones, and those of which nothing is known.
    """

    taken: tuple[TakenIn, ...]
    known: tuple[Known, ...]
    silent: tuple[Silent, ...]
    gone: tuple[str, ...]
    noted: tuple[tuple[Whence, RowNote], ...]
    left_out: dict[str, list[str]]
    unknown: dict[str, list[str]]
