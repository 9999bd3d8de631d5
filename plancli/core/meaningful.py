"""Words of the program that mean something: what is to be said of one stands beside it, and nowhere else."""

from enum import StrEnum
from typing import Self


class Meaningful(StrEnum):
    """An enumeration whose members are written `NAME = "word", meaning`; none can be without its meaning.

    A class declares the type of its `meaning`. Messages in it are English, marked with N_.
    """

    meaning: object

    def __new__(cls, word: str, *meaning: object) -> Self:
        member = str.__new__(cls, word)
        member._value_ = word
        (member.meaning,) = meaning
        return member
