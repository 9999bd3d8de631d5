"""Printed pages and lines as people write them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from plancli.core.plan.span import LineStart, Pages, PrintedLine, Range, Span, page_span

PAGES: TypeAdapter[Span] = TypeAdapter(Pages)
RANGE: TypeAdapter[Span] = TypeAdapter(Range)
LINE: TypeAdapter[PrintedLine] = TypeAdapter(LineStart)


@pytest.mark.parametrize(
    ("written", "span"),
    [
        ("38", Span(38, 38)),
        ("1", Span(1, 1)),
        ("16-20", Span(16, 20)),
        ("16-16", Span(16, 16)),
        ("-3", Span(-3, -3)),
        ("-3--1", Span(-3, -1)),
        ("附3", Span(3, 3, "附")),
        ("附3-5", Span(3, 5, "附")),
        ("附3-附5", Span(3, 5, "附")),
        ("A-1", Span(1, 1, "A-")),
        ("i", Span(1, 1, "i")),
        ("iv", Span(4, 4, "i")),
        ("ix", Span(9, 9, "i")),
        ("xiv-xvi", Span(14, 16, "i")),
        ("xl", Span(40, 40, "i")),
        ("lxxxviii", Span(88, 88, "i")),
        ("xc", Span(90, 90, "i")),
        ("cxi", Span(111, 111, "i")),
        ("IV", Span(4, 4, "I")),
    ],
)
def test_a_page_or_range(written: str, span: Span) -> None:
    assert page_span(written) == span


@pytest.mark.parametrize(
    "written", ["", "页", "20-16", "16-", "附5-附3", "附3-表5", "iv-IX", "3 - 5", "v-iv", "1.5"]
)
def test_no_page(written: str) -> None:
    with pytest.raises(ValueError, match="not a number or a range"):
        page_span(written)


@pytest.mark.parametrize("written", ["38", "16-20", "-3", "附3", "附3-附5", "iv", "xiv-xvi", "XC"])
def test_a_page_is_written_as_it_was_read(written: str) -> None:
    assert str(page_span(written)) == written


@pytest.mark.parametrize("number", range(1, 200))
def test_every_roman_number_reads_back(number: int) -> None:
    for series in "iI":
        span = Span(number, number, series)
        assert page_span(str(span)) == span


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("3", "3", True),
        ("3-5", "5-7", True),
        ("5-7", "3-5", True),
        ("3-5", "6", False),
        ("6", "3-5", False),
        ("3-9", "5", True),
        ("5", "附5", False),
        ("i", "I", False),
    ],
)
def test_ranges_meet_where_they_share_a_page(one: str, other: str, meet: bool) -> None:
    assert page_span(one).meets(page_span(other)) is meet


def test_pages_count_from_one_and_lines_also_from_the_foot() -> None:
    assert PAGES.validate_python(1) == Span(1, 1)
    assert PAGES.validate_python(Span(2, 3)) == Span(2, 3)
    assert RANGE.validate_python(-1) == Span(-1, -1)
    assert RANGE.validate_python("16-20") == Span(16, 20)
    for page in (0, -1, "无", Span(0, 0)):
        with pytest.raises(ValidationError, match="not a page such as"):
            PAGES.validate_python(page)
    for line in (0, "无"):
        with pytest.raises(ValidationError, match="not a number or a range"):
            RANGE.validate_python(line)


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("0 P35 L21", PrintedLine(0, Span(35, 35), 21)),
        ("27 L3", PrintedLine(27, None, 3)),
        ("27 Piv", PrintedLine(27, Span(4, 4, "i"), None)),
    ],
)
def test_a_printed_line(written: str, line: PrintedLine) -> None:
    assert LINE.validate_python(written) == line
    assert LINE.validate_python(line) == line
    assert str(line) == written


@pytest.mark.parametrize("written", ["27", "P35 L21", "27 L", "27 L21 P35", "27 P"])
def test_no_printed_line(written: str) -> None:
    with pytest.raises(ValidationError):
        LINE.validate_python(written)
