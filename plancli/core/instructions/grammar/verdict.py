"""What came of reading an opinion: for each of its parts a verdict, edits, and why it is doubted."""

from typing import NamedTuple

from plancli.core.comments.edits import Edit
from plancli.core.entry import N_
from plancli.core.locate.anchors import Anchor, Refusal
from plancli.core.meaningful import Meaningful


class Certainty(Meaningful):
    """How far an opinion, or a part of it, was understood; its meaning is how to say so.

    Only what is taken is written without a person.
    """

    meaning: str

    TAKEN = "taken", N_("read")
    PROPOSED = "proposed", N_("to be confirmed")
    NONE = "none", N_("no change asked for")
    REFUSED = "refused", N_("to be read by a person")


class Doubt(Meaningful):
    """Why an instruction is not taken; its meaning is how to say so."""

    meaning: str

    NOT_THERE = "not-there", N_("the quoted words are not in the draft")
    SEVERAL = "several", N_("the quoted words stand in several places")
    ELSEWHERE = "elsewhere", N_("the quoted words stand elsewhere than cited")
    LEFT_OUT = "left-out", N_("the new words leave something out with an ellipsis")
    NO_PART = "no-part", N_("it is not clear which part is meant")
    NO_WORDS = "no-words", N_("it says what is wanted, but not in which words")
    NOT_READ = "not-read", N_("some of it is not understood")
    ILL_FORMED = "ill-formed", N_("a mark would be missing or doubled")
    EVERY_PLACE = "every-place", N_("it may hold for more than one place")
    NO_ANCHOR = "no-anchor", N_("it does not say where the new words go")
    LEADING = "leading", N_("it says who leads: the first of the units by convention")
    CHOICE = "choice", N_("it leaves a choice or a condition")
    UNKNOWN_UNIT = "unknown-unit", N_("the list of units has no such unit")
    READINGS = "readings", N_("it can be read in two ways")
    DEPENDS = "depends", N_("another sentence of the opinion may limit it")
    COLLIDES = "collides", N_("its changes collide with each other")
    NO_OLD = "no-old-words", N_("new words, and no words of the draft that they replace")
    INSTRUCTION = "instruction", N_("the new words are an instruction themselves")
    LOOSELY = "loosely", N_("the words are quoted otherwise than the draft has them")
    UNCHANGED = "unchanged", N_("the draft says so already")
    ENDING = "ending", N_("the new words end otherwise than the old ones")
    SPEAKS = "speaks", N_("the new words may be about the draft, and no text of it")
    BLANK = "blank", N_("the new words have a gap that is to be filled in")
    REPEATS = "repeats", N_("the new words say again what stands beside the old ones")
    BESIDE = "beside", N_("what is said beside the words may limit them, or ask for more")
    LARGER = "larger", N_("more is to go than the quoted words")
    RESHAPED = "reshaped", N_("paragraphs come, merge or split: headings and units by convention")
    NOT_DRAFT = "not-draft", N_("it changes a paragraph that is none of the draft")
    OTHERS = "others", N_("it changes words that somebody else proposed")
    PARTS = "parts", N_("headings come, or run together with text")
    DIFFERS = "differs", N_("no edits give exactly what stands in the file")
    FORMULA = "formula", N_("a formula comes, of which only the letters are read")
    UNPLACED = "unplaced", N_("the change cannot be placed in the draft")


class RoleMeaning(NamedTuple):
    """How to say what words are for, and the colours that show it beside others."""

    words: str
    colours: str


class WordRole(Meaningful):
    """What words of an opinion are for."""

    meaning: RoleMeaning

    PLACE = "place", RoleMeaning(N_("place"), "cyan")
    OLD = "old", RoleMeaning(N_("words of the draft"), "red")
    NEW = "new", RoleMeaning(N_("new words"), "green bold")
    UNITS = "units", RoleMeaning(N_("units"), "magenta")
    REASON = "reason", RoleMeaning(N_("reason"), "dim")
    UNREAD = "unread", RoleMeaning(N_("not understood"), "black on yellow")


class RoleSpan(NamedTuple):
    """What the characters `start:end` of an opinion are for."""

    start: int
    end: int
    role: WordRole


class Interpreted(NamedTuple):
    """The characters `start:end` of an opinion, and what is to be done about them.

    `words` are those that a doubt is about; `found` is what came of looking for them in the draft, where that
    is the doubt. `others` are the edits of other ways to read the same.
    """

    start: int
    end: int
    certainty: Certainty
    edits: tuple[Edit, ...] = ()
    doubt: Doubt | None = None
    words: str = ""
    others: tuple[tuple[Edit, ...], ...] = ()
    found: Anchor | Refusal | None = None


class Interpretation(NamedTuple):
    """The parts of an opinion that ask for something or say something, in its order.

    `spans` say what its words are for; those between them, verbs and courtesy, were read without a role.
    """

    parts: tuple[Interpreted, ...]
    spans: tuple[RoleSpan, ...] = ()

    @property
    def certainty(self) -> Certainty:
        """How far all of it was understood: as far as the part that leaves most to a person."""
        found = {part.certainty for part in self.parts}
        for certainty in (Certainty.REFUSED, Certainty.PROPOSED, Certainty.TAKEN):
            if certainty in found:
                return certainty
        return Certainty.NONE

    @property
    def edits(self) -> tuple[Edit, ...]:
        """The edits that are taken, of all parts."""
        found: list[Edit] = []
        for part in self.parts:
            if part.certainty is Certainty.TAKEN:
                found += part.edits
        return tuple(found)

    @property
    def all_edits(self) -> tuple[Edit, ...]:
        """The edits of all parts, those that are to be confirmed among them."""
        found: list[Edit] = []
        for part in self.parts:
            found += part.edits
        return tuple(found)
