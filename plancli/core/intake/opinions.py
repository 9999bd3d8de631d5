"""What files that came back say: opinions with their places, answers without one, what is to be looked at."""

from typing import NamedTuple

from plancli.core.comments.comment import Cited, Decision
from plancli.core.comments.edits import Edit
from plancli.core.entry import N_
from plancli.core.instructions.grammar.verdict import Doubt
from plancli.core.intake.circulated import Circulated
from plancli.core.intake.reading import Spoken
from plancli.core.meaningful import Meaningful


class Remarked(NamedTuple):
    """How to say a remark; what is `formal` in a letter is said in one line a file, not by itself."""

    words: str
    formal: bool = False


class RowRemark(Meaningful):
    """What somebody should look at in a file that was taken in; its meaning is how to say so."""

    meaning: Remarked

    DATED = (
        "dated",
        Remarked(N_("the program took it for a day; it is read as the range that was typed")),
    )
    NO_DAY = "no-day", Remarked(N_("this is no day, and is left out"))
    NOT_READ = "not-read", Remarked(N_("this row is none of an opinion, and is left out"))
    HIDDEN = "hidden", Remarked(N_("the file hides it; it is left out"))
    HEADLESS = "headless", Remarked(N_("no head says what this cell holds; it is left out"))
    NOT_DRAFT = (
        "not-draft",
        Remarked(N_("this paragraph is none of the draft, and is left out")),
    )
    UNTRACKED = (
        "untracked",
        Remarked(N_("words were changed here without a mark: to be compared by a person")),
    )
    COMPARED = (
        "compared",
        Remarked(N_("no change in this file is tracked: it was compared with the draft")),
    )
    OTHER_PICTURE = (
        "other-picture",
        Remarked(N_("this picture is none of the draft: to be compared by a person")),
    )
    RESTYLED = "restyled", Remarked(N_("changes of how it looks alone"), formal=True)
    OWN = "own", Remarked(N_("what this author changed is the office's own, and is not read"))
    BY_ROSTER = (
        "by-roster",
        Remarked(N_("this author is a unit by the roster, which goes before --unit")),
    )
    UNCHANGED = "unchanged", Remarked(N_("no word of this file differs from the draft"))
    UNDECIDED = "undecided", Remarked(N_("this is no known decision; it stays to be decided"))
    OUT_OF_ORDER = "out-of-order", Remarked(N_("a number is missing here, or stands twice"))

    LETTERHEAD = "letterhead", Remarked(N_("head of the letter"), formal=True)
    ADDRESSED = "addressed", Remarked(N_("whom it addresses"), formal=True)
    OPENING = "opening", Remarked(N_("introduction"), formal=True)
    HEADING = "heading", Remarked(N_("heading over opinions"), formal=True)
    AGREES = "agrees", Remarked(N_("agreement"), formal=True)
    COURTESY = "courtesy", Remarked(N_("courtesy"), formal=True)
    SIGNED = "signed", Remarked(N_("signature"), formal=True)
    DAY = "day", Remarked(N_("day"), formal=True)
    CONTACT = "contact", Remarked(N_("contacts, with personal data"), formal=True)
    ANNEXED = "annexed", Remarked(N_("list of annexes"), formal=True)
    FORMAL = "formal", Remarked(N_("formality of the paper"), formal=True)


class RowNote(NamedTuple):
    """A remark on words of a row."""

    row: int
    remark: RowRemark
    words: str


class RowOpinion(NamedTuple):
    """An opinion that a file says, on its way to a comment.

    `row` is where in the file: a row of a table, a line of a letter, a paragraph of a text; `author` who
    wrote it there, where the file says so. `unit` is the name as the file has it, "" where it has none.
    `points` are those of a compound comment. `shown` are edits that the file itself shows, so that none need
    be read from words; None where it shows none. `doubt` says why what it shows is left to a person.
    """

    row: int
    unit: str
    at: Cited
    opinion: str
    said: Spoken
    points: tuple[str, ...] = ()
    decision: Decision = Decision.model_construct()
    received: str | None = None
    letter: str | None = None
    channel: str | None = None
    author: str = ""
    shown: tuple[Edit, ...] | None = None
    doubt: Doubt | None = None


class Answered(NamedTuple):
    """Where a unit answers that it has no opinion."""

    row: int
    unit: str


class FileOpinions(NamedTuple):
    """What a file, or a sheet of it, says: opinions, units without one, and what somebody should look at.

    `sheet` is "" where a file has no parts with names. `left_out` are heads of what was left out as personal,
    `unknown` those of which nothing is known. `circulated` is the draft on which a form of ours asked.
    `said_of_all` are lines that are no opinion, and may take back or limit all that are.
    """

    sheet: str
    opinions: tuple[RowOpinion, ...]
    nothing: tuple[Answered, ...]
    noted: tuple[RowNote, ...]
    left_out: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    circulated: Circulated | None = None
    said_of_all: tuple[str, ...] = ()


class Received(NamedTuple):
    """A file that came back, by its name, its digest, and what it says."""

    name: str
    digest: str
    parts: tuple[FileOpinions, ...]
