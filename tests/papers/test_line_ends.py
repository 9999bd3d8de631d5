"""Words of a cell go on as a page would break them: no line stays empty in the midst of a sentence."""

import hypothesis.strategies as st
from hypothesis import given

from plancli.core.text.marked import Run
from plancli.papers.line_ends import Flow, end_of_piece, line_ends, lines_of

WIDTH = 21
"""Eight Chinese characters, and some room."""


def pieces(text: str, lines: int) -> list[str]:
    flow = Flow(text, WIDTH)
    while flow.rest:
        flow.take(lines)
    return ["".join(run.text for run in piece) for piece in flow.pieces]


def test_a_sentence_without_a_place_to_rest_fills_its_piece() -> None:
    text = "渡" * 100
    assert [lines_of(piece, WIDTH) for piece in pieces(text, 4)] == [4, 4, 4, 1]


def test_a_piece_ends_with_a_sentence_that_ends_close_to_its_end() -> None:
    text = "码头增设候船亭。" * 5 + "渡口夜航时段另行公布" * 9
    assert pieces(text, 6)[0] == "码头增设候船亭。" * 5


def test_a_sentence_that_ends_far_from_the_end_goes_on() -> None:
    text = "码头增设候船亭。" + "渡" * 200
    assert lines_of(pieces(text, 12)[0], WIDTH) == 12


def test_a_clause_ends_a_piece_in_its_last_line_alone() -> None:
    text = "渡" * 26 + "，" + "船" * 100
    assert pieces(text, 4)[0] == "渡" * 26 + "，"
    early = "渡" * 9 + "，" + "船" * 100
    assert lines_of(pieces(early, 4)[0], WIDTH) == 4


@given(st.text(alphabet="水厂管网a1。，“”\n ", max_size=200), st.integers(1, 9))
def test_a_piece_has_no_more_lines_than_it_may(text: str, lines: int) -> None:
    end = end_of_piece(text, 0, WIDTH, lines)
    assert 0 < end <= len(text) or not text
    assert len(list(line_ends(text[:end].removesuffix("\n"), 0, WIDTH))) <= lines


def test_marks_stay_with_the_words_of_a_piece() -> None:
    flow = Flow((Run("-", "渡" * 30), Run("+", "船" * 30)), WIDTH)
    while flow.rest:
        flow.take(5)
    found = [run for piece in flow.pieces for run in piece]
    assert [("".join(run.text for run in found if run.op == op)) for op in "-+"] == [
        "渡" * 30,
        "船" * 30,
    ]


def test_a_long_text_is_counted_once_and_not_for_each_of_its_pieces() -> None:
    assert "".join(pieces("渡口增加班次。" * 20_000, 9)) == "渡口增加班次。" * 20_000
