"""Edits of several comments that meet: hard (they cannot all stand), same (they agree), soft (to be read)."""

from enum import StrEnum
from typing import Literal, NamedTuple

OFFICE = "编制单位"
"""The author of changes that no comment asks for: the drafting office."""


class Level(StrEnum):
    """How comments meet."""

    HARD = "hard"
    SAME = "same"
    SOFT = "soft"


class Side(NamedTuple):
    """What one author wants at a place; an empty wording is a deletion."""

    by: str
    wording: str


class Meeting(NamedTuple):
    """Where edits meet: the paragraph, column or section, the draft's words there, and what each side wants.

    `joint` is what all of them together give, where they can all stand.
    """

    place: str
    field: Literal["heading", "text", "units", "whole"]
    base: str
    sides: tuple[Side, ...]
    level: Level = Level.HARD
    joint: str = ""

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(side.by for side in self.sides)
