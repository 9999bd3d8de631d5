"""Edits of several comments that meet: hard (they cannot all stand), same (they agree), soft (to be read)."""

from typing import Literal, NamedTuple

from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful
from plancli.core.text.words import cut_by

OFFICE = "编制单位"
"""The author of changes that no comment asks for: the drafting office."""

NUMBERING = "编号调整"
"""The author of numbers that follow what came, went or moved: nobody."""


class Encounter(NamedTuple):
    """What it means to meet in one way: in words, and as one sign in a table of units × passages."""

    words: str
    sign: str


class Level(Meaningful):
    """How comments meet, the gravest first."""

    meaning: Encounter

    HARD = "hard", Encounter(N_("in conflict: they cannot all stand"), "✗")
    SOFT = "soft", Encounter(N_("to be read once more: several units changed one passage"), "○")
    SAME = "same", Encounter(N_("agreed: the same change"), "=")


class Side(NamedTuple):
    """What one author wants at a place; an empty wording is a deletion."""

    by: str
    wording: str


class Meeting(NamedTuple):
    """Where edits meet: the paragraph, column or section, the draft's words there, and what each side wants.

    `joint` is what all of them together give, where they can all stand.
    """

    place: str
    field: Literal["heading", "text", "title", "units", "whole"]
    base: str
    sides: tuple[Side, ...]
    level: Level = Level.HARD
    joint: str = ""
    around: tuple[str, str] = ("", "")
    """What the field of the draft says before and behind; nothing where a part meets as a whole."""

    @property
    def authors(self) -> tuple[str, ...]:
        """Everybody with a side, once: several edits of one comment may meet others at one place."""
        return tuple(dict.fromkeys(side.by for side in self.sides))

    @property
    def in_whole_words(self) -> "Meeting":
        """The same meeting as it is shown: no wording in it cuts a word, a number or the name of a unit.

        What is decided does not change: the words that are added stand in the draft and in every wording.
        """
        wordings = [self.base, self.joint, *(side.wording for side in self.sides)]
        before, behind = cut_by(self.around[0], wordings, self.around[1])
        if not before and not behind:
            return self
        sides = [Side(by, before + wording + behind) for by, wording in self.sides]
        # of a conflict there is no joint wording, whatever stands beside it
        joint = "" if self.level is Level.HARD else before + self.joint + behind
        return self._replace(base=before + self.base + behind, sides=tuple(sides), joint=joint)
