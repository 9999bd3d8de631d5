"""Whether the text bears a decision out: the one split of all figures and bars of what is adopted."""

from collections.abc import Mapping
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful


class Lack(NamedTuple):
    """What is counted, given the label of the decision, in Chinese and English; and a sign for programs."""

    chinese: str
    english: str
    sign: str


class InText(Meaningful):
    """Whether the text, and whoever signs it off, bears a decision out; figures are in this order.

    A decision that claims nothing of the text is borne out. What is not yet there may lack the text, or
    somebody who signs it off.
    """

    meaning: Lack

    YES = "in-text", Lack("{label}", N_("{label}"), "")
    NOT_YET = "not-yet", Lack("{label}（尚未落实）", N_("{label} (not yet)"), "?")
    CONFLICT = "in-conflict", Lack("{label}（有冲突）", N_("{label} (in conflict)"), "!")


Unborne = Mapping[str, InText]
"""Comments, by id, that are not borne out yet, each with what it lacks."""


def in_conflict(comments: Unborne) -> list[str]:
    """Return those that cannot come into the text as they are."""
    return [name for name, lacks in comments.items() if lacks is InText.CONFLICT]
