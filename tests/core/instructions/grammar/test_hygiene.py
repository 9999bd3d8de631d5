"""Which mark goes with words that are deleted, and what is well formed."""

import pytest

from plancli.core.instructions.grammar.hygiene import deleted_with, is_well_formed

DELETED = """
种树、[修路]、架桥。      种树、架桥。
[种树]、修路。           修路。
种树、[修路]。           种树。
种树,[修路]。补种。       种树。补种。
种树。[修路。]           种树。
种树。[修路]。补种。       种树。补种。
种树、[修路],架桥。       种树,架桥。
种树(含[修路])架桥        种树(含)架桥
种[树]修路              种修路
"""


def _deleted(marked: str) -> str:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    first, last = deleted_with(text, start, end)
    return text[:first] + text[last:]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Plant trees, [build roads].", "Plant trees."),
        ("Plant [old] trees.", "Plant trees."),
        ("Plant trees. [Build roads.]", "Plant trees."),
    ],
)
def test_the_blank_between_words_goes_with_them(marked: str, expected: str) -> None:
    assert _deleted(marked) == expected


@pytest.mark.parametrize("row", DELETED.strip().splitlines())
def test_the_mark_that_cannot_stay_goes_with_the_words(row: str) -> None:
    marked, expected = row.split()
    assert _deleted(marked) == expected


@pytest.mark.parametrize(
    ("old", "new", "well"),
    [
        ("种树。", "修路。", True),
        ("种树。", "修路", False),
        ("种树,修路。", "种树,,修路。", False),
        ("种树，修路。", "种树，、修路。", False),
        ("种树、、修路。", "种花、、修路。", True),
        ("种树。", ",种树。", False),
        ("种“树”。", "种“树。", False),
        ("种树(含补种)。", "种树(含补种。", False),
        ("种树", "修路", True),
        ("种树。", "", True),
    ],
)
def test_marks_are_neither_doubled_nor_lost_nor_unpaired(old: str, new: str, well: bool) -> None:
    assert is_well_formed(old, new) is well
