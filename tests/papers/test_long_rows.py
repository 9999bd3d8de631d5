"""A row that Excel cannot show whole goes on in the row below: nothing is cut, and joined it is the row."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from plancli.core.publish.sheet import Cell, runs_of, text_of
from plancli.core.text.marked import Run
from plancli.papers.line_ends import lines_of
from plancli.papers.long_rows import Room, parts_of_row

ROOM = Room(20, 3)

words = st.one_of(
    st.text(alphabet="水厂管网a1。，\n ", max_size=120),
    st.lists(st.sampled_from(["水厂", "a" * 12, "1" * 9, "，", "。", " "]), max_size=20).map(
        "".join
    ),
)
runs = st.lists(st.builds(Run, st.sampled_from("=+-"), words), max_size=4).map(tuple)
cells = st.one_of(words, runs)


@given(st.lists(cells, min_size=1, max_size=3))
def test_every_part_fits_and_joined_they_are_the_row(row: list[Cell]) -> None:
    parts = parts_of_row(row, [ROOM] * len(row))
    assert [(part.part, part.parts) for part in parts] == [
        (number, len(parts)) for number in range(1, len(parts) + 1)
    ]
    for column, cell in enumerate(row):
        texts = [text_of(part.cells[column]) for part in parts]
        if column in parts[0].flow:
            assert "".join(texts) == text_of(cell)
        else:
            assert set(texts) == {text_of(cell)}
        for text in texts:
            assert lines_of(text.removesuffix("\n"), ROOM.width) <= ROOM.lines


@given(st.lists(cells, min_size=1, max_size=3))
def test_marks_stay_with_their_words(row: list[Cell]) -> None:
    parts = parts_of_row(row, [ROOM] * len(row))
    for column, cell in enumerate(row):
        if column in parts[0].flow and not isinstance(cell, str):
            marked = [run for part in parts for run in runs_of(part.cells[column])]
            for op in "=+-":
                before = "".join(run.text for run in runs_of(cell) if run.op == op)
                assert "".join(run.text for run in marked if run.op == op) == before


def test_a_row_that_fits_stays_whole() -> None:
    (part,) = parts_of_row(["甲局", "同意。"], [ROOM, ROOM])
    assert part == (("甲局", "同意。"), 1, 1, (), 1)


def test_it_goes_on_behind_a_sentence() -> None:
    sentence = "建议扩建水厂。"
    first, *_rest = parts_of_row(["甲局", sentence * 9], [ROOM, ROOM])
    assert first.cells[0] == "甲局"
    assert first.cells[1] == sentence * 3


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("码头" * 4 + "a" * 10, 2),  # it fits behind no more than a few
        ("码" + "a" * 10, 1),
        ("码头" + "a" * 60, 5),
        ("a" * 60 + "码头", 4),
        (("码头" * 3 + "a" * 16) * 3, 6),
    ],
)
def test_a_long_word_that_does_not_fit_begins_a_line(text: str, lines: int) -> None:
    assert lines_of(text, 21) == lines
