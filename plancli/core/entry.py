"""What belongs to every code that is reported: how much it weighs, and its words."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


def N_(message: str) -> str:  # noqa: N802 (the customary name)
    """Mark a message of the core for the catalogue; it is translated where it is shown."""
    return message


class Severity(StrEnum):
    """How much a finding weighs: errors fail `check`, warnings with --strict, notes are only to be read."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Message(NamedTuple):
    """What is wrong and what to do, in English, with the names of parameters in braces.

    `many`, `many_hint`: the same of several findings with one cause; empty where each has its own.
    """

    message: str
    hint: str
    many: str = ""
    many_hint: str = ""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """The words of one code, in English: what is wrong, what to do, and what the code means at length.

    `weight` is what a finding weighs where plan.yaml says nothing else.
    """

    message: str
    hint: str
    meaning: str
    weight: Severity = Severity.ERROR

    def said(self, of_point: bool = False) -> Message:  # noqa: ARG002 (a rule may have a hint of its own)
        """Return the words of a finding; `of_point`: it is about a point of a compound comment."""
        return Message(self.message, self.hint)
