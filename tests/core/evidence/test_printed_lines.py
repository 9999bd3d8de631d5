"""Lines with their marks in one width: each state as it would be printed alone, footnotes where they were."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.evidence.noted import NoteMark, with_marks
from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.evidence.printed_lines import _printed, printed_plain, printed_redline
from plancli.core.evidence.redline import Line, LineKind, plain, redline
from plancli.core.text.punctuation import Punctuation
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT

WIDE = Punctuation.WIDE
_PIECES = st.lists(
    st.builds(
        Piece,
        st.text(alphabet="渡口a1,:(，", min_size=1, max_size=5),
        st.sampled_from([(), ("甲",)]),
        st.sampled_from([(), ("乙",)]),
    ),
    max_size=4,
).map(tuple)


@given(_PIECES, _PIECES, _PIECES, _PIECES)
def test_each_state_is_as_it_would_be_alone(
    heading: tuple[Piece, ...],
    separator: tuple[Piece, ...],
    text: tuple[Piece, ...],
    units: tuple[Piece, ...],
) -> None:
    line = Line(LineKind.PARAGRAPH, "1", "第一章", 0, heading, separator, text, units)
    pieces = (*heading, *separator, *text, *units)
    shown = _printed(line, WIDE)
    found = (*shown.heading, *shown.separator, *shown.text, *shown.units)
    assert accepted(found) == WIDE.printed(accepted(pieces))
    assert rejected(found) == WIDE.printed(rejected(pieces))


def test_a_footnote_stays_behind_its_words() -> None:
    text = (Piece("甲", added=("01",)), Piece("3", gone=("01",)), Piece(":1", ()), Piece("渡口"))
    line = Line(LineKind.PARAGRAPH, "1", "第一章", 0, (), (), text, (), marks=(NoteMark("n", 4),))
    shown = _printed(line, WIDE)
    assert shown.text == (
        Piece("甲", added=("01",)),
        Piece("3", gone=("01",)),
        Piece(":", gone=("01",)),
        Piece("：", added=("01",)),
        Piece("1"),
        Piece("渡口"),
    )
    behind = list(with_marks(shown.text, shown.marks))
    assert behind.index(shown.marks[0]) == behind.index(Piece("1")) + 1


def test_without_a_width_lines_are_as_they_are() -> None:
    round_ = load(read_files(ROOT)).open_round
    assert printed_redline(round_) == redline(round_)
    assert printed_plain(round_.paper) == list(plain(round_.paper))
