"""A unit behind the mark of a note stays where both states have it there; the words are the same."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.evidence.noted import NoteMark, marks_in, with_marks, with_units_kept
from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.plan.footnotes import bound_at
from plancli.core.plan.model import Footnote, Paragraph

BY = ("甲-01",)
NOTE = Footnote(id="注1", text="口径。", after="-")
TEXTS = st.text(st.sampled_from("6359%处建"), min_size=1, max_size=4)


def paragraph(text: str, place: int) -> Paragraph:
    return Paragraph(id="1", text=text, notes=[bound_at(NOTE, text, place)])


def test_a_note_within_a_number_that_is_changed_is_one() -> None:
    pieces = [Piece("达到"), Piece("63%", gone=BY), Piece("65%", added=BY), Piece("以上")]
    draft, plan = paragraph("达到63%以上", 4), paragraph("达到65%以上", 4)
    kept = with_units_kept(pieces, draft, plan)
    said = [Piece("达到"), Piece("63", gone=BY), Piece("65", added=BY), Piece("%"), Piece("以上")]
    assert list(kept) == said
    assert marks_in(kept, draft, plan, BY, {}) == (NoteMark("注1", 6),)


def test_a_mark_that_stands_behind_the_unit_leaves_the_number_whole() -> None:
    pieces = (Piece("63%", gone=BY), Piece("65%", added=BY))
    assert with_units_kept(pieces, paragraph("63%", 3), paragraph("65%", 3)) == pieces
    assert with_units_kept(pieces, paragraph("63%", 3), paragraph("65%", 2)) == pieces


@given(TEXTS, TEXTS, TEXTS, TEXTS, st.data())
def test_both_states_say_the_same(
    ahead: str, old: str, new: str, behind: str, data: st.DataObject
) -> None:
    pieces = (Piece(ahead), Piece(old, gone=BY), Piece(new, added=BY), Piece(behind))
    places = [data.draw(st.integers(1, len(text))) for text in (rejected(pieces), accepted(pieces))]
    draft = paragraph(rejected(pieces), places[0])
    plan = paragraph(accepted(pieces), places[1])
    kept = with_units_kept(pieces, draft, plan)
    assert accepted(kept) == accepted(pieces)
    assert rejected(kept) == rejected(pieces)
    (gone,) = marks_in(kept, draft, None, BY, {})
    (come,) = marks_in(kept, None, plan, BY, {})
    assert len(rejected(ahead_of(gone, kept))) == places[0]
    assert len(accepted(ahead_of(come, kept))) == places[1]


def ahead_of(mark: NoteMark, pieces: Sequence[Piece]) -> list[Piece]:
    found: list[Piece] = []
    for one in with_marks(pieces, [mark]):
        if isinstance(one, NoteMark):
            break
        found.append(one)
    return found
