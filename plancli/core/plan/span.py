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
        ends = dict.fromkeys(_label(self.series, number) for number in (self.first, self.last))
        return "-".join(ends)

    def meets(self, other: "Span") -> bool:
        return self.series == other.series and self.first <= other.last and other.first <= self.last


_ROMANS = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


@cache
def page_span(label: str) -> Span:
    """Read 38, 16-20, -3, iv, 附3 or A-1; anything else is a ValueError."""
    match = _RANGE.fullmatch(label)
    series, first = _numbered(match[1]) if match else ("", 0)
    last = _numbered(match[2]) if match and match[2] else (series, first)
    if match is None or last[1] < first or last[0] not in ("", series):
        raise ValueError("not a number or a range such as 16-20")
    return Span(first, last[1], series)


def _numbered(label: str) -> tuple[str, int]:
    """Split a label into its series and its number."""
    if label.lstrip("-").isdecimal():
        return "", int(label)
    if label[-1].isdecimal():
        prefix = label.rstrip("0123456789")
        return prefix, int(label[len(prefix) :])
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in label.lower()]
    signs = (
        -1 if value < after else 1 for value, after in zip(values, [*values[1:], 0], strict=True)
    )
    return "i" if label.islower() else "I", sum(s * v for s, v in zip(signs, values, strict=True))


def _label(series: str, number: int) -> str:
    if series not in ("i", "I"):
        return f"{series}{number}"
    label = ""
    for value, numeral in _ROMANS.items():
        label += numeral * (number // value)
        number %= value
    return label if series == "i" else label.upper()


def _span(value: object) -> object:
    span = value if isinstance(value, Span) else page_span(str(value))
    if span.first == 0:
        raise ValueError("not a number or a range such as 16-20")
    return span


def _pages(value: object) -> object:
    try:
        span = value if isinstance(value, Span) else page_span(str(value))
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
        marks = (
            f"{self.at}",
            f"P{self.page}" if self.page else "",
            f"L{self.line}" if self.line else "",
        )
        return " ".join(mark for mark in marks if mark)


_PRINTED_LINE = re.compile(r"(\d+)(?: P(\S+))?(?: L(\d+))?")


def _printed_line(value: object) -> object:
    if isinstance(value, PrintedLine):
        return value
    match = _PRINTED_LINE.fullmatch(str(value))
    if match is None or not (match[2] or match[3]):
        raise ValueError("not a printed line such as 27 P35 L21")
    return PrintedLine(
        int(match[1]),
        page_span(match[2]) if match[2] else None,
        int(match[3]) if match[3] else None,
    )


LineStart = Annotated[
    PrintedLine,
    BeforeValidator(_printed_line),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d+( P\S+)?( L\d+)?$"}),
]
Range = Annotated[Span, BeforeValidator(_span), PlainSerializer(str), WithJsonSchema(_NUMBER)]
Pages = Annotated[Span, BeforeValidator(_pages), PlainSerializer(str), WithJsonSchema(_NUMBER)]
