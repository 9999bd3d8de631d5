"""Changes with their authors, shown in whole words."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.evidence.pieces import Piece, accepted, in_whole_words, rejected

A, B = ("甲-1",), ("乙-1",)
pieces = st.lists(
    st.builds(
        Piece,
        st.text("县粮食局、15个船只。", min_size=1, max_size=4),
        st.sampled_from([(), (), A, B]),
        st.sampled_from([(), (), A, B]),
    ),
    max_size=7,
)


def test_the_rest_of_a_word_goes_and_comes_with_the_change() -> None:
    found = in_whole_words([Piece("添置船"), Piece("只", gone=A), Piece("三条")])
    assert found == [Piece("添置"), Piece("船只", gone=A), Piece("船", added=A), Piece("三条")]


def test_a_name_in_a_list_is_shown_whole() -> None:
    listed = [
        Piece("由县"),
        Piece("粮食局、县气象", gone=A),
        Piece("林业", added=A),
        Piece("局牵头"),
    ]
    shown = in_whole_words(listed)
    assert shown[0] == Piece("由")
    assert shown[-1] == Piece("牵头")
    assert {piece.authors for piece in shown[1:-1]} == {A}
    assert rejected(shown) == "由县粮食局、县气象局牵头"
    assert accepted(shown) == "由县林业局牵头"


def test_between_two_authors_nobody_gets_a_word_that_both_cut() -> None:
    cut = [Piece("1", gone=A), Piece("5"), Piece("6", gone=B), Piece("个")]
    shown = in_whole_words(cut)
    assert Piece("5") in shown
    assert shown[0] == Piece("1", gone=A)


def test_words_that_came_and_went_stay_where_they_are() -> None:
    undone = [Piece("添置船"), Piece("艇", added=A, gone=B), Piece("只")]
    assert in_whole_words(undone) == undone


@given(pieces)
def test_both_texts_and_the_authors_stay(found: list[Piece]) -> None:
    shown = in_whole_words(found)
    assert accepted(shown) == accepted(found)
    assert rejected(shown) == rejected(found)
    assert [piece for piece in shown if piece.undone] == [piece for piece in found if piece.undone]
    assert {piece.authors for piece in shown} <= {piece.authors for piece in found}
    for mark in ("added", "gone"):
        # who wrote something may get more, and never less
        for by in (A, B):
            before = sum(len(p.text) for p in found if getattr(p, mark) == by and not p.undone)
            now = sum(len(p.text) for p in shown if getattr(p, mark) == by and not p.undone)
            assert now >= before
