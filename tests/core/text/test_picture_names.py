"""The name of a picture is one word, whatever it is made of."""

import pytest

from plancli.core.text import diff
from plancli.core.text.atoms import atoms, is_inside, made_whole
from plancli.core.text.diff import Splice
from plancli.core.text.picture_names import names_picture
from plancli.core.text.words import words

NAME = "figures/图1-总体架构(2版).png"


@pytest.mark.parametrize("text", [NAME, "图1.PNG", "a.svg", "甲/乙.jpeg", "x.jpg", "图.1.png"])
def test_names_of_pictures(text: str) -> None:
    assert names_picture(text)
    assert list(atoms(text)) == list(words(text)) == [text]


@pytest.mark.parametrize(
    "text", ["", "图1", "见图1.png。", "图 1.png", ".png", "a.pdf", "甲。a.png"]
)
def test_what_is_none(text: str) -> None:
    assert not names_picture(text)


def test_nothing_changes_a_part_of_it() -> None:
    assert diff.splices(NAME, "figures/图1.png") == [Splice(0, len(NAME), "figures/图1.png")]
    assert diff.readable(NAME, "图2.png") == [("-", NAME), ("+", "图2.png")]
    assert is_inside(NAME, 5)
    assert made_whole(NAME, 3, 6) == (0, len(NAME))
    assert diff.splices("见图1.png。", "见图2.png。") != []
