"""Every place of some words, listed and found again."""

import pytest

from plancli.core.comments.edits import FrozenPlace, Replace
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.everywhere import list_places, occurrences_of, resolved, waived
from plancli.core.plan.model import Column, Paragraph, Section

ALREADY = "原文已是"


def draft(*texts: str) -> Corpus:
    """Return a draft with these paragraphs, 1, 2 and so on, in a chapter about wells."""
    body = tuple(Paragraph(id=str(at), text=text) for at, text in enumerate(texts, 1))
    return Corpus([Section(key="第一章", title="水井", body=body)])


def places(corpus: Corpus, words: str) -> list[tuple[str, str, int]]:
    return [there.name for there in occurrences_of(corpus, words)]


def test_headings_texts_titles_and_units_in_reading_order() -> None:
    box = Column(column="专栏1", title="水井名册", items=(Paragraph(id="3", text="水井三口。"),))
    one = Paragraph(id="1", heading="水井", text="水井水井。", units=("水井办", "镇水井所"))
    corpus = Corpus([Section(key="第一章", title="水井", body=(one, box))])
    assert places(corpus, "水井") == [
        ("第一章", "title", 1),
        ("1", "heading", 1),
        ("1", "text", 1),
        ("1", "text", 2),
        ("1", "units", 1),
        ("1", "units", 2),
        ("第一章/专栏1", "title", 1),
        ("3", "text", 1),
    ]


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        ("打井井井。", "井井", 1),  # of two that overlap the first
        ("打井井井井。", "井井", 2),
        ("修16口,留6口。", "6口", 1),
        ("装GPS,不装PS。", "PS", 1),
        ("“水塔”和“水塔”。", '"水塔"', 2),
        ("没有。", "水塔", 0),
    ],
)
def test_a_place_is_where_a_quotation_could_stand(text: str, words: str, count: int) -> None:
    assert len(places(draft(text), words)) == count


def test_words_over_what_is_only_printed_are_no_place() -> None:
    one = Paragraph(id="1", heading="打井", text="修塔。", units=("井办", "塔办"))
    corpus = Corpus([Section(key="第一章", title="水", body=(one,))])
    assert places(corpus, "打井。") == []
    assert places(corpus, "井办、塔办") == []
    assert places(corpus, "塔办") == [("1", "units", 1)]


def test_each_place_is_shown_with_words_round_it_and_without_another_one() -> None:
    corpus = draft("今年在东村打水井两口,在西村修水井三口。")
    shown = [there.shown for there in occurrences_of(corpus, "水井")]
    assert shown == ["水井", "今年在东村打水井两口,在西村修", "两口,在西村修水井三口。"]


def edit(*frozen: FrozenPlace, new: str = "机井") -> Replace:
    return Replace(replace="水井", wording=new, everywhere=True, places=frozen or None)


def test_what_is_listed_is_found_again() -> None:
    corpus = draft("打水井。", "修水井,看水井。")
    listed = list_places(corpus, edit(), ALREADY)
    assert listed.come == listed.edit.places
    found = resolved(corpus, listed.edit)
    assert [there and there.name for there in found.places] == places(corpus, "水井")
    assert found.unlisted == ()


def test_listed_anew_nothing_changes_and_what_is_waived_stays_so() -> None:
    corpus = draft("打水井。", "修水井,看水井。")
    *others, last = list_places(corpus, edit(), ALREADY).edit.places or ()
    waived = last.model_copy(update={"waived": "另有安排"})
    again = list_places(corpus, edit(*others, waived), ALREADY)
    assert again.edit.places == (*others, waived)
    assert (again.come, again.gone) == ((), ())


def test_a_place_that_moved_in_its_field_keeps_its_waiver() -> None:
    before = draft("修塔一座,设在东村的大路旁,看水井。")
    _, place = list_places(before, edit(), ALREADY).edit.places or ()
    waived = place.model_copy(update={"waived": "另有安排"})
    after = list_places(draft("修水井一座,设在东村的大路旁,看水井。"), edit(waived), ALREADY)
    reasons = [(one.nth, one.waived) for one in after.edit.places or () if one.within == "1"]
    assert reasons == [(1, None), (2, "另有安排")]
    assert [one.within for one in after.come] == ["第一章", "1"]


def test_what_is_gone_is_told() -> None:
    gone = FrozenPlace(within="7", says="打水井")
    listed = list_places(draft("打水井。"), edit(gone), ALREADY)
    assert listed.gone == (gone,)
    assert gone not in (listed.edit.places or ())


def test_new_words_that_stand_already_are_waived() -> None:
    corpus = draft("打水井,修大水井。")
    found = list_places(corpus, edit(new="大水井"), ALREADY).edit.places or ()
    assert [place.waived for place in found] == [None, None, ALREADY]
    # whoever takes that out is heard: it is a place like the others
    heard = edit(*(place.model_copy(update={"waived": None}) for place in found), new="大水井")
    assert [p.waived for p in list_places(corpus, heard, ALREADY).edit.places or ()] == [None] * 3


@pytest.mark.parametrize(
    "place",
    [
        {"within": "2", "says": "打水井"},
        {"within": "1", "nth": 2, "says": "打水井"},
        {"within": "1", "field": "heading", "says": "打水井"},
        {"within": "1", "says": "打新水井"},
        {"within": "1", "says": "打"},
    ],
)
def test_a_place_is_found_by_its_part_field_number_and_words(place: dict[str, object]) -> None:
    frozen = FrozenPlace.model_validate(place)
    found = resolved(draft("打水井。"), edit(frozen))
    assert found.places == (None,)
    assert len(found.unlisted) == 2


def test_a_place_that_is_listed_twice_stands_once() -> None:
    frozen = FrozenPlace(within="1", says="打水井")
    found = resolved(draft("打水井。"), edit(frozen, frozen))
    assert [there is None for there in found.places] == [False, True]


def test_a_place_is_meant_by_its_part_or_by_words_round_it() -> None:
    listed = [
        {"in": "1.1", "says": "旧闸门改造"},
        {"in": "1.1", "nth": 2, "says": "新建闸门两座"},
        {"in": "第二章", "field": "title", "says": "闸门"},
    ]
    edit = Replace.model_validate(
        {"replace": "闸门", "with": "水闸", "everywhere": True, "places": listed}
    )

    def stay(meant: str) -> list[bool]:
        changed = waived(edit, meant, "原名。").places or ()
        return [place.waived == "原名。" for place in changed]

    assert stay("1.1") == [True, True, False]
    assert stay("新建") == [False, True, False]
    assert stay("第二章") == [False, False, True]
    assert stay("第三章") == [False, False, False]
