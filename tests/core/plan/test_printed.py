"""A paragraph as it is printed, with the pages and lines on which its words stand."""

import pytest

from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import Position, Printed, headline, joined, misfit, printed
from plancli.core.plan.span import PrintedLine, Span


def line_of(**fields: object) -> Printed:
    paragraph = Paragraph.model_validate({"id": "1", **fields})
    outline = Outline([Section(key="第一章", title="渡口", body=(paragraph,))])
    return printed(outline.spots["1"])


def test_fields_of_a_printed_paragraph() -> None:
    line = line_of(heading="码头", text="修缮码头。", units=("水运站", "安监站"))
    assert line.text == "码头。修缮码头。（责任单位：水运站、安监站）"
    assert {field.name: line.text[field.start : field.end] for field in line.fields} == {
        "heading": "码头",
        "text": "修缮码头。",
        "units": "水运站、安监站",
    }
    assert [field.name for field in line_of(text="修缮码头。").fields] == ["text"]


LAYOUT = (
    PrintedLine(0, Span(35, 35), 20),
    PrintedLine(4, None, 21),
    PrintedLine(8, Span(36, 36), 1),
)


@pytest.mark.parametrize(
    ("start", "end", "places"),
    [
        (0, 1, [Position(Span(35, 35), Span(20, 20))]),
        (0, 4, [Position(Span(35, 35), Span(20, 20))]),
        (0, 5, [Position(Span(35, 35), Span(20, 21))]),
        (4, 4, [Position(Span(35, 35), Span(21, 21))]),
        (4, 8, [Position(Span(35, 35), Span(21, 21))]),
        (7, 9, [Position(Span(35, 35), Span(21, 21)), Position(Span(36, 36), Span(1, 1))]),
        (9, 12, [Position(Span(36, 36), Span(1, 1))]),
    ],
)
def test_where_words_are_printed(start: int, end: int, places: list[Position]) -> None:
    line = line_of(text="修缮东岸码头,添置船只。", layout=LAYOUT, page="35-36")
    assert line.positions(start, end) == places


def test_without_lines_the_place_is_the_paragraphs() -> None:
    line = line_of(text="修缮码头。", page="35", line="3-4")
    assert line.positions(1, 2) == [Position(Span(35, 35), Span(3, 4))]


@pytest.mark.parametrize(
    ("layout", "page", "wrong"),
    [
        (LAYOUT, "35-36", None),
        (LAYOUT, "36", "its pages are not those of page:"),
        (LAYOUT, None, None),
        ((PrintedLine(4, None, 1), PrintedLine(4, None, 2)), None, "its characters do not rise"),
        ((PrintedLine(5, None, 1), PrintedLine(4, None, 2)), None, "its characters do not rise"),
        ((PrintedLine(11, None, 1),), None, None),
        ((PrintedLine(12, None, 1),), None, "it goes beyond the paragraph"),
        ((), "35", None),
    ],
)
def test_lines_fit_their_paragraph(
    layout: tuple[PrintedLine, ...], page: str | None, wrong: str | None
) -> None:
    text = "修缮东岸码头,添置船只。"
    assert len(text) == 12
    assert misfit(line_of(text=text, layout=layout, page=page)) == wrong


@pytest.mark.parametrize(
    ("places", "together", "labels"),
    [
        ([], Position(None, None), []),
        ([Position(Span(3, 3), Span(5, 6))], Position(Span(3, 3), Span(5, 6)), ["P3", "L5-6"]),
        (
            [Position(Span(3, 3), Span(9, 9)), Position(Span(3, 3), Span(5, 6))],
            Position(Span(3, 3), Span(5, 9)),
            ["P3", "L5-9"],
        ),
        (
            [Position(Span(4, 4), Span(1, 1)), Position(Span(3, 3), Span(5, 6))],
            Position(Span(3, 4), None),
            ["P3-4"],
        ),
        (
            [Position(Span(3, 3, "附"), Span(5, 5)), Position(Span(3, 3), Span(5, 5))],
            Position(None, None),
            [],
        ),
    ],
)
def test_several_places_in_one(
    places: list[Position], together: Position, labels: list[str]
) -> None:
    assert joined(places) == together
    assert together.labels == labels


@pytest.mark.parametrize(
    ("key", "title", "shown"),
    [
        ("第一章", "渡口", "第一章 渡口"),
        ("第一章/17", "渡口工程", "17.渡口工程"),
        ("第一章/十二", "任务", "十二、任务"),
        ("第一章/17/专栏3", "平台", "专栏3 平台"),
        ("第一章/17", "", "17"),
        ("2", "Ferries", "2. Ferries"),
        ("第一章/3", "5G基站", "3. 5G基站"),  # 3.5G would be a number
    ],
)
def test_a_title_with_its_number(key: str, title: str, shown: str) -> None:
    section = Section.model_construct(key=key, title=title, number=None)
    assert headline(section) == shown
    # a number of its own is printed as that of a key
    number = key.rpartition("/")[2]
    numbered = Section.model_construct(key="第九章/99", title=title, number=number)
    assert headline(numbered) == shown


@pytest.mark.parametrize(
    ("number", "heading", "text", "shown"),
    [
        ("(二)", "渡口", "增开夜航。", "(二)渡口。增开夜航。"),
        ("(二)", "", "增开夜航。", "(二)增开夜航。"),
        ("3", "渡口", "", "3.渡口。"),
        ("3", "5G基站", "", "3. 5G基站。"),  # 3.5G would be a number
        ("三", "渡口", "", "三、渡口。"),
        ("1.", "渡口", "", "1.渡口。"),
        ("(a)", "Fees", "", "(a) Fees。"),
        (None, "渡口", "", "渡口。"),
    ],
)
def test_a_paragraph_with_its_number(
    number: str | None, heading: str, text: str, shown: str
) -> None:
    line = line_of(number=number, heading=heading, text=text)
    assert line.text == shown
    # the number belongs to no field: no change can begin in it
    assert all(field.start >= line.text.index((heading or text)[0]) for field in line.fields)
