"""Where locating begins and ends by a number: a case on each side."""

import pytest

from plancli.core.locate.anchors import Anchor, Aspect, Hint, How, Refusal, Target, Why
from plancli.core.locate.citation import parse
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.names import Names
from plancli.core.locate.printing import FieldSpan
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.span import Span


def corpus(*texts: str) -> Corpus:
    body = tuple(Paragraph(id=str(at), text=text) for at, text in enumerate(texts, 1))
    return Corpus([Section(key="第一章", title="渡口", body=body)])


@pytest.mark.parametrize(
    ("between", "found"), [(1, True), (999, True), (1000, True), (1001, False)]
)
def test_an_ellipsis_leaves_out_up_to_a_thousand_characters(between: int, found: bool) -> None:
    draft = corpus("修缮码头" + "船" * between + "夜间停航")
    assert isinstance(draft.locate("修缮码头……夜间停航"), Anchor) is found


@pytest.mark.parametrize("apart", [True, False])
def test_the_thousand_are_those_of_the_gap_and_not_of_the_stretch(apart: bool) -> None:
    draft = corpus("修缮码头" + "船" * 700 + "每日巡查" + "艘" * 700 + "夜间停航")
    quote = "修缮码头……每日巡查……夜间停航" if apart else "修缮码头……夜间停航"
    assert isinstance(draft.locate(quote), Anchor) is apart


TITLES = Names(
    Outline(
        [
            Section(key="第一章", title="渡口修缮工程"),
            Section(key="第二章", title="船只工程"),
            Section(key="第三章", title="船工会"),
            Section(key="第四章", title="水", body=(Paragraph(id="4.1", heading="水", text="一"),)),
        ]
    )
)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        # three characters of a title name it, two do not, but a whole title of any length does
        ("修缮工", ["第一章"]),
        ("修缮", []),
        ("水", ["第四章"]),
        # a title of four characters is read in longer words, one of three is not
        ("村里船只工程二期", ["第二章"]),
        ("村里船工会二期", []),
        # what holds two titles names neither
        ("渡口修缮工程和船只工程", []),
        ("工程", []),
    ],
)
def test_how_much_of_a_title_names_it(name: str, keys: list[str]) -> None:
    assert TITLES.keys(name) == keys


ITEMS = tuple(Paragraph(id=f"条{at}", text="一条。") for at in range(1, 4))
COUNTED = Names(
    Outline(
        [
            Section(
                key="第一章",
                title="渡口",
                body=(Column(column="专栏1", title="船只", items=ITEMS),),
            ),
            *(Section(key=f"第一章/{at}", title=f"甲{at}工程") for at in range(1, 121)),
        ]
    )
)


@pytest.mark.parametrize(
    ("citation", "keys"),
    [
        ("专栏1第1条", ["条1"]),
        ("专栏1第3条", ["条3"]),
        ("专栏1第4条", []),
        ("专栏1第2-3条", ["条2", "条3"]),
        ("专栏1倒数第1段", ["条3"]),
        ("专栏1倒数第3段", ["条1"]),
        ("专栏1倒数第4段", []),
        ("专栏1第0条", []),
        ("专栏1第2段至倒数第1段", ["条2", "条3"]),
    ],
)
def test_counted_from_the_front_and_from_the_back(citation: str, keys: list[str]) -> None:
    (place,) = COUNTED.places(parse(citation))
    assert list(place.keys) == keys


@pytest.mark.parametrize(
    ("citation", "projects"),
    [("第1-3项", 3), ("第1-99项", 99), ("第1-100项", 100), ("第1-101项", 100)],
)
def test_a_range_names_up_to_a_hundred_numbers(citation: str, projects: int) -> None:
    (place,) = COUNTED.places(parse(citation))
    assert list(place.keys) == [f"第一章/{at}" for at in range(1, projects + 1)]


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("第123456页", "123456"),
        ("第1234567页", None),
        ("P附123456", "附123456"),
        ("第lxxxviii页", None),
        ("第xxxviii页", "xxxviii"),
    ],
)
def test_a_page_has_up_to_six_digits_or_seven_letters(words: str, page: str | None) -> None:
    pages = [str(place.page) for place in parse(words).references if place.page]
    assert pages == ([page] if page else [])


PRINTED = Corpus(
    [
        Section(
            key="第一章",
            title="渡口",
            body=(
                Paragraph(id="1", heading="码头", text="修缮码头。", units=("水运站",)),
                Paragraph(id="2", text="夜间停航。"),
                Column(column="专栏1", title="船只", items=(Paragraph(id="3", text="木船三艘。"),)),
            ),
        ),
        Section(key="第一章/1", title="管护", body=(Paragraph(id="4", text="每日巡查。"),)),
        Section(key="第二章", title="保障", body=(Paragraph(id="5", text="夜间停航。"),)),
    ]
)


def pieces(quote: str, **hint: object) -> list[FieldSpan]:
    found = PRINTED.locate(quote, Hint(**hint))  # type: ignore[arg-type]
    assert isinstance(found, Anchor), found
    return list(found.pieces)


def test_words_are_given_back_field_by_field() -> None:
    assert pieces("修缮") == [FieldSpan("1", "text", 0, 2)]
    assert pieces("头。修缮码") == [FieldSpan("1", "heading", 1, 2), FieldSpan("1", "text", 0, 3)]
    assert pieces("码头。（责任单位：水运") == [
        FieldSpan("1", "text", 2, 5),
        FieldSpan("1", "units", 0, 2),
    ]


def test_words_over_two_paragraphs() -> None:
    assert pieces("水运站)夜间停航。木船") == [
        FieldSpan("1", "units", 0, 3),
        FieldSpan("2", "text", 0, 5),
        FieldSpan("3", "text", 0, 2),
    ]


@pytest.mark.parametrize(
    ("within", "paragraph"),
    [("第一章", "2"), ("第二章", "5"), ("2", "2"), ("5", "5")],
)
def test_a_part_chooses_between_twins(within: str, paragraph: str) -> None:
    assert pieces("夜间停航", within=within) == [FieldSpan(paragraph, "text", 0, 4)]


@pytest.mark.parametrize("within", ["第一章/1", "第一章/专栏1", "3"])
def test_what_does_not_stand_in_a_part_is_not_found_there(within: str) -> None:
    found = PRINTED.locate("夜间停航", Hint(within=within))
    assert isinstance(found, Refusal)
    assert found.why is Why.NOT_FOUND


def test_a_cited_section_that_is_wrong_is_said_and_chooses_nothing() -> None:
    wrong = Hint(targets=(Target(keys=("第二章",)),))
    found = PRINTED.locate("木船三艘", wrong)
    assert isinstance(found, Anchor)
    assert (found.how, found.miscited) == (How.EXACT, (Aspect.SECTION,))
    twins = PRINTED.locate("夜间停航", Hint(targets=(Target(keys=("第一章/1",)),)))
    assert isinstance(twins, Refusal)
    assert (twins.why, len(twins.candidates)) == (Why.AMBIGUOUS, 2)


def test_an_empty_page_says_nothing() -> None:
    found = PRINTED.locate("木船三艘", Hint(targets=(Target(page=Span(3, 3)),)))
    assert isinstance(found, Anchor)
    assert (found.position, found.miscited) == ((None, None), ())


def test_words_are_shown_in_their_sentences() -> None:
    draft = corpus("修缮码头。夜间停航。", "木船三艘。夜间停航。每日巡查。")
    starts = draft.standing(["停航"])["停航"].starts
    found = draft.sentences_at(starts, "停航")
    assert [(one.paragraph, one.words) for one in found] == [
        ("1", "夜间停航。"),
        ("2", "夜间停航。"),
    ]
    across = draft.standing(["艘。夜"])["艘。夜"].starts
    assert [one.words for one in draft.sentences_at(across, "艘。夜")] == ["木船三艘。夜"]


NIGHTS = Corpus(
    [
        Section(
            key="第一章",
            title="渡口",
            body=(
                Paragraph(id="1", text="夜间停航。"),
                Paragraph(id="2", text="修缮码头。"),
            ),
        ),
        Section(key="第一章/1", title="管护", body=(Paragraph(id="3", text="夜间停航。"),)),
        Section(key="第二章", title="保障", body=(Paragraph(id="4", text="夜间停航。"),)),
    ]
)


@pytest.mark.parametrize(
    ("keys", "paragraphs"),
    [
        (("第一章", "1"), ["1", "3"]),
        (("1", "第一章"), ["1", "3"]),
        (("第一章", "第一章/1"), ["1", "3"]),
        (("第一章/1", "1"), ["1", "3"]),
        (("1", "第二章", "4"), ["1", "4"]),
        (("第一章", "第一章/1", "3", "第二章"), ["1", "3", "4"]),
    ],
)
def test_of_places_inside_each_other_the_widest_is_searched_once(
    keys: tuple[str, ...], paragraphs: list[str]
) -> None:
    found = NIGHTS.locate("夜间停航", Hint(targets=(Target(keys=keys),)))
    assert isinstance(found, Refusal)
    assert [place.paragraph for place in found.candidates] == paragraphs


@pytest.mark.parametrize(("listed", "read"), [(21, 21), (22, 0)])
def test_a_list_has_up_to_twenty_numbers_more(listed: int, read: int) -> None:
    numbers = "、".join(str(number) for number in range(1, listed + 1))
    places = parse(f"第{numbers}条").references
    assert sum(step.last == step.first for place in places for step in place.steps) == read


@pytest.mark.parametrize(("words", "title"), [("保障措施中", "保障措施"), ("总目标中", "总目标中")])
def test_from_four_characters_on_a_title_has_done_without_its_last(words: str, title: str) -> None:
    (place,) = parse(words).references
    assert place.words == (title,)
