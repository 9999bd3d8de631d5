"""The mark of a footnote goes where the character goes that it stands behind."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.plan.footnotes import (
    NoteSeries,
    bound_at,
    gone_words,
    in_order,
    mark_moved,
    note_following,
    place_following,
    place_printed,
    place_said,
    places_of,
    with_notes_following,
)
from plancli.core.plan.model import Footnote, Paragraph
from plancli.core.plan.series import Series
from plancli.core.text.diff import splices

TEXT = "到2025年,常住人口城镇化率达到63%以上,户籍人口城镇化率达到45%。"
WORDS = st.text(st.sampled_from("甲乙丙12%,。"), max_size=12)


def note(after: str | None, nth: int | None = None) -> Footnote:
    return Footnote(id="注1", text="指居住在城镇的人口的比重。", after=after, nth=nth)


def test_words_say_where_a_mark_stands() -> None:
    assert place_said(TEXT, note("常住人口城镇化率")) == TEXT.index("达到63%")
    assert place_said(TEXT, note(None)) == len(TEXT)
    assert place_said(TEXT, note("")) == 0
    assert place_said(TEXT, note("城镇化率")) is None
    assert place_said(TEXT, note("城镇化率", 2)) == TEXT.index("达到45%")
    assert place_said(TEXT, note("城镇化率", 3)) is None
    assert place_said(TEXT, note("比重")) is None


def test_words_that_say_no_place_print_the_mark_all_the_same() -> None:
    assert place_printed(TEXT, note("城镇化率")) == TEXT.index("达到63%")
    assert place_printed(TEXT, note("比重")) == len(TEXT)


def test_a_mark_keeps_its_words_where_they_still_say_its_place() -> None:
    new = TEXT.replace("63%", "65%")
    assert note_following(note("常住人口城镇化率"), TEXT, new) == note("常住人口城镇化率")


def test_new_words_say_the_place_where_the_old_ones_went() -> None:
    new = TEXT.replace("常住人口城镇化率", "全市人口城镇化率")
    assert note_following(note("常住人口城镇化率"), TEXT, new).after == "市人口城镇化率"


def test_words_that_are_replaced_have_the_mark_behind_the_new_ones() -> None:
    new = TEXT.replace("63%", "六成")
    moved = note_following(note("63%"), TEXT, new)
    assert new[: place_said(new, moved)].endswith("达到六成")


def test_words_that_are_taken_out_leave_the_mark_at_the_joint() -> None:
    new = TEXT.replace("63%以上", "")
    moved = note_following(note("63%以上"), TEXT, new)
    assert new[: place_said(new, moved)].endswith("常住人口城镇化率达到")
    assert gone_words(note("63%以上"), TEXT, new) == "63%以上"
    assert gone_words(note("63%以上"), TEXT, TEXT.replace("63%", "65%")) == ""


def test_words_put_in_at_the_mark_stand_behind_it() -> None:
    new = TEXT.replace("常住人口城镇化率", "常住人口城镇化率水平")
    assert note_following(note("常住人口城镇化率"), TEXT, new).after == "常住人口城镇化率"


def test_where_the_same_words_come_a_second_time_more_of_them_are_said() -> None:
    new = f"63%。{TEXT}"
    moved = note_following(note("63%"), TEXT, new)
    assert moved.after != "63%"
    assert place_said(new, moved) == len("63%。") + TEXT.index("以上")


def test_a_mark_behind_the_whole_text_stays_there() -> None:
    assert note_following(note(None), TEXT, "甲。") == note(None)


def test_a_paragraph_with_other_words_has_its_notes_where_these_went() -> None:
    before = Paragraph(id="1", text=TEXT, notes=[note("63%")])
    after = with_notes_following(before, before.model_copy(update={"text": f"甲。{TEXT}"}))
    assert [place for place, _ in in_order(after)] == [len("甲。") + TEXT.index("以上")]


@given(WORDS, WORDS, st.data())
def test_a_mark_is_behind_its_character_as_long_as_that_stays(
    old: str, new: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(old)))
    own = bound_at(note("-"), old, place)
    assert place_said(old, own) == place
    moved = note_following(own, old, new)
    goal = place_said(new, moved)
    assert goal == place_following(place, old, new)
    kept = _kept(old, new)
    if place == 0:
        assert goal == 0
    elif place - 1 in kept:
        assert goal == kept[place - 1] + 1


@given(WORDS, WORDS)
def test_marks_stay_in_order(old: str, new: str) -> None:
    places = [place_following(place, old, new) for place in range(len(old) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(new) for place in places)


@given(WORDS, WORDS)
def test_there_and_back_nothing_that_stays_is_lost(old: str, new: str) -> None:
    kept = _kept(old, new)
    for place in range(1, len(old) + 1):
        if place - 1 in kept:
            there = place_following(place, old, new)
            assert there - 1 == kept[place - 1]


def test_places_are_those_of_all_words_also_where_they_overlap() -> None:
    assert places_of("甲甲甲", "甲甲") == [2, 3]


def test_numbers_are_those_of_the_series_and_beyond_it_digits() -> None:
    counter = NoteSeries(Series("{①}"), 1).counter()
    assert [counter.next() for _ in range(3)] == ["①", "②", "③"]
    counter.title(2)
    assert counter.next() == "④"
    counter.title(1)
    assert counter.next() == "①"
    for _ in range(49):
        counter.next()
    assert counter.next() == "51"


def _kept(old: str, new: str) -> dict[int, int]:
    """Return where the characters of the old text that stay are in the new one."""
    found: dict[int, int] = {}
    at = shift = 0
    for start, end, text in [*splices(old, new), (len(old), len(old), "")]:
        found |= {place: place + shift for place in range(at, start)}
        at, shift = end, shift + len(text) - (end - start)
    return found


def test_a_mark_moved_where_it_is_not_where_its_words_went() -> None:
    old, new = "修渠三条,建闸两座。", "新修渠三条,建闸两座。"
    assert mark_moved(note("三条"), note("修渠三条"), old, new) is None
    assert mark_moved(note("三条"), note("两座"), old, new) == (5, 10)
    assert mark_moved(note("三条"), note(None), old, new) == (5, 11)
    assert mark_moved(note("三条"), note("四条"), old, new) is None
