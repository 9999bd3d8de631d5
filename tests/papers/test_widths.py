"""How wide the columns of a table are: those of few words no wider than these, the others share the rest."""

from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.papers.widths import narrow_columns, widths_beside


def sheet(*shares: int) -> Sheet:
    heads = tuple(Head("页", share) for share in shares)
    row = ("码头", "a", *("渡口" * 30 for _ in shares[2:]))
    return Sheet("表", heads, (Block((row[: len(shares)],)),))


def test_of_many_columns_those_of_few_words_need_no_more() -> None:
    assert narrow_columns(sheet(5, 5, 40, 40, 40, 40, 40)) == [2.5, 2.5, 0, 0, 0, 0, 0]
    # so long a line is no reason for a column as wide as that
    assert narrow_columns(sheet(5, 5, 5, 40, 40, 40, 40))[2] == 6


def test_a_few_columns_have_room_for_all() -> None:
    assert narrow_columns(sheet(5, 5, 40)) == [0, 0, 0]


def test_the_others_share_what_is_left() -> None:
    assert widths_beside([20, 0, 0], [1, 30, 10], 100) == [20, 60, 20]
    assert widths_beside([0, 0], [1, 3], 100) == [25, 75]


def test_where_too_little_is_left_all_have_their_shares() -> None:
    assert widths_beside([60, 0], [1, 3], 100) == [25, 75]
    assert widths_beside([20, 20], [1, 3], 100) == [25, 75]
