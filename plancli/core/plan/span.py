"""Printed pages and lines: numbers, ranges, labels such as iv or 附3, and where each printed line begins."""

import re
from functools import cache
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema


class Span(NamedTuple):
    """Inclusive range of printed pages or lines; negative lines count from the foot of the page.

    `series` tells what is counted: "" for plain numbers, "i" or "I" for Roman ones, else the label's prefix.
    """

    first: int
    last: int
    series: str = ""

    def __str__(self) -> str:
        first = _label(self.series, self.first)
        if self.first == self.last:
            return first
        return f"{first}-{_label(self.series, self.last)}"

    def meets(self, other: "Span") -> bool:
        """Whether two ranges have a page or line in common; those of different series have none."""
        if self.series != other.series:
            return False
        return self.first <= other.last and other.first <= self.last


_ROMANS = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


@cache
def page_span(label: str) -> Span:
    """Read 38, 16-20, -3, iv, 附3 or A-1; anything else is a ValueError."""
    match = _RANGE.fullmatch(label)
    if match is None:
        raise ValueError(_NO_RANGE)
    series, first = _numbered(match[1])
    if match[2] is None:
        return Span(first, first, series)
    other, last = _numbered(match[2])
    # of 附3-5 the label is not said twice
    same_series = other in ("", series)
    if last < first or not same_series:
        raise ValueError(_NO_RANGE)
    return Span(first, last, series)


_NO_RANGE = "not a number or a range such as 16-20"


def _numbered(label: str) -> tuple[str, int]:
    """Split a label into its series and its number."""
    if label.lstrip("-").isdecimal():
        return "", int(label)
    if label[-1].isdecimal():
        prefix = label.rstrip("0123456789")
        return prefix, int(label[len(prefix) :])
    number = _of_roman(label.lower())
    if label.islower():
        return "i", number
    return "I", number


_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def _of_roman(numeral: str) -> int:
    """Return the number of a Roman numeral in small letters; a digit before a larger one counts off."""
    values = [_DIGITS[char] for char in numeral]
    number = 0
    for value, after in zip(values, [*values[1:], 0], strict=True):
        if value < after:
            number -= value
        else:
            number += value
    return number


def _label(series: str, number: int) -> str:
    """Return a number as it is printed in its series: 38, iv, IV, 附3."""
    if series not in ("i", "I"):
        return f"{series}{number}"
    label = ""
    for value, numeral in _ROMANS.items():
        label += numeral * (number // value)
        number %= value
    if series == "I":
        return label.upper()
    return label


def _read(value: object) -> Span:
    """Read a range as it stands in a file; one that was read before stays as it is."""
    if isinstance(value, Span):
        return value
    return page_span(str(value))


def _span(value: object) -> object:
    """Read a range of lines; there is no line 0, before the first and behind the last."""
    span = _read(value)
    if span.first == 0:
        raise ValueError(_NO_RANGE)
    return span


def _pages(value: object) -> object:
    """Read a range of pages; none counts from behind, as lines do.

    What is no range at all is told of in the words for pages, too.
    """
    try:
        span = _read(value)
    except ValueError:
        span = Span(0, 0)
    if span.first < 1:
        raise ValueError("not a page such as 38, 16-20, iv or 附3")
    return span


_PAGE = r"(-?\d+|[^\d\s-]+-?\d+|[ivxlc]+|[IVXLC]+)"
_RANGE = re.compile(rf"{_PAGE}(?:-{_PAGE})?")
_NUMBER = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": rf"^{_PAGE}(-{_PAGE})?$"}]}


class PrintedLine(NamedTuple):
    """Page and line of the draft from character `at` of a printed paragraph (heading。text…) on."""

    at: int
    page: Span | None
    line: int | None

    def __str__(self) -> str:
        marks = [str(self.at)]
        if self.page:
            marks.append(f"P{self.page}")
        if self.line:
            marks.append(f"L{self.line}")
        return " ".join(marks)


_PRINTED_LINE = re.compile(r"(\d+)(?: P(\S+))?(?: L(\d+))?")


def _printed_line(value: object) -> object:
    """Read where a printed line begins: its character, and page or line or both."""
    if isinstance(value, PrintedLine):
        return value
    match = _PRINTED_LINE.fullmatch(str(value))
    if match is None:
        raise ValueError(_NO_PRINTED_LINE)
    at, page, line = match.groups()
    if page is None and line is None:
        raise ValueError(_NO_PRINTED_LINE)
    return PrintedLine(
        int(at),
        page_span(page) if page else None,
        int(line) if line else None,
    )


_NO_PRINTED_LINE = "not a printed line such as 27 P35 L21"


LineStart = Annotated[
    PrintedLine,
    BeforeValidator(_printed_line),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d+( P\S+)?( L\d+)?$"}),
]
Range = Annotated[Span, BeforeValidator(_span), PlainSerializer(str), WithJsonSchema(_NUMBER)]
Pages = Annotated[Span, BeforeValidator(_pages), PlainSerializer(str), WithJsonSchema(_NUMBER)]
