"""A paragraph as it is printed and quoted, with pages and lines: the one home of what stands between."""

import re
from itertools import pairwise
from typing import NamedTuple

from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Paragraph
from plancli.core.plan.outline import Spot
from plancli.core.plan.span import PrintedLine, Span
from plancli.core.text.characters import boundaries, ends_with_mark
from plancli.core.text.numerals import HUNDREDS


class Fields(NamedTuple):
    """What is printed of a paragraph, in this order; what it does not have is empty."""

    heading: str
    separator: str
    text: str
    opening: str
    units: str
    closing: str

    @property
    def said(self) -> str:
        """Heading and text with what stands between, without the responsible units."""
        return self.heading + self.separator + self.text

    @property
    def listed(self) -> str:
        """The responsible units with what stands round them."""
        return self.opening + self.units + self.closing


def fields_of(paragraph: Paragraph, joints: Joints) -> Fields:
    """Return the fields of a paragraph as a plan with these joints prints them."""
    units = paragraph.units or ()
    opening, closing = (joints.opening, joints.closing) if units else ("", "")
    separator, names = _separator(paragraph, joints), joints.comma.join(units)
    return Fields(paragraph.heading, separator, paragraph.text, opening, names, closing)


def _separator(paragraph: Paragraph, joints: Joints) -> str:
    """Return what is printed behind a heading.

    A heading that has a mark at its end gets no second one: the blanks of the separator stay, in English
    `Who pays? The village` has one. Where no text follows there is nothing to set apart by a blank.
    """
    if not paragraph.heading:
        return ""
    separator = joints.separator if paragraph.separator is None else paragraph.separator
    if ends_with_mark(paragraph.heading):
        separator = "".join(char for char in separator if char.isspace())
    return separator if paragraph.text else separator.rstrip()


class Field(NamedTuple):
    """Where one field of a paragraph stands in its printed form."""

    name: str
    start: int
    end: int


class Position(NamedTuple):
    """A printed page, and the lines on it, as far as they are known."""

    page: Span | None
    line: Span | None

    @property
    def labels(self) -> list[str]:
        """P38 and L16-20, as far as they are known."""
        return [f"{mark}{span}" for mark, span in (("P", self.page), ("L", self.line)) if span]


class Printed(NamedTuple):
    """A paragraph as people read and quote it."""

    spot: Spot
    text: str
    fields: tuple[Field, ...]

    @property
    def behind_heading(self) -> tuple[str, str]:
        """The heading, and what is printed between it and the text; nothing without one of them."""
        if [field.name for field in self.fields[:2]] != ["heading", "text"]:
            return "", ""
        heading, text = self.fields[:2]
        return self.text[: heading.end], self.text[heading.end : text.start]

    def positions(self, start: int, end: int) -> list[Position]:
        """Return where the characters `start:end` stand, page by page; by default the paragraph's place."""
        paragraph = self.spot.paragraph
        if not paragraph.layout:
            return [Position(paragraph.page, paragraph.line)]
        lines = [
            line
            for line, after in _lines(paragraph)
            if line.at < max(end, start + 1) and after > start
        ]
        found: list[Position] = []
        for page, number in ((line.page or paragraph.page, line.line) for line in lines):
            if found and found[-1].page == page:
                found[-1] = Position(page, _stretched(found[-1].line, number))
            else:
                found.append(Position(page, _stretched(None, number)))
        return found or [Position(paragraph.page, paragraph.line)]


def printed(spot: Spot) -> Printed:
    """Put a paragraph together as it is printed, remembering where each field of its own went."""
    words = fields_of(spot.paragraph, spot.section.joints)
    edges = pairwise(boundaries(words))
    fields = tuple(
        Field(name, *edge)
        for name, edge in zip(words._fields, edges, strict=True)
        if name in ("heading", "text", "units") and edge[0] < edge[1]
    )
    return Printed(spot, "".join(words), fields)


def listed(words: str) -> str:
    """Return quoted words with a list of responsible units in them separated as it is printed."""
    return _UNITS.sub(lambda match: match[0].replace("，", "、").replace(",", "、"), words)


_UNITS = re.compile(r"[（(]责任单位[：:][^（）()]*")


def headline(key: str, title: str) -> str:
    """Return the title of a section or column with its number: 第一章 总则, 一、任务, 17.工程, 专栏3 平台."""
    name = key.rpartition("/")[2]
    mark = "." if name.isdigit() else "、" if _NUMERAL.fullmatch(name) else " "
    return f"{name}{mark}{title}" if title else name


_NUMERAL = re.compile(f"[{HUNDREDS}]+")


def misfit(line: Printed) -> str | None:
    """Return what is wrong with a paragraph's layout (a message, in English); None where it fits."""
    paragraph = line.spot.paragraph
    starts = [there.at for there in paragraph.layout]
    if any(one >= other for one, other in pairwise(starts)):
        return "its characters do not rise"
    if starts and starts[-1] >= len(line.text):
        return "it goes beyond the paragraph"
    pages = [there.page for there in paragraph.layout if there.page]
    if paragraph.page and any(not paragraph.page.meets(page) for page in pages):
        return "its pages are not those of page:"
    return None


def joined(positions: list[Position]) -> Position:
    """Return one position for several: pages of one series together, lines where there is one page."""
    pages = [position.page for position in positions if position.page]
    lines = [position.line for position in positions if position.line]
    one_page = len({position.page for position in positions}) == 1
    return Position(_together(pages), _together(lines) if one_page else None)


def _together(spans: list[Span]) -> Span | None:
    """Return the range over several; None where they count in different series, or there are none."""
    if len({span.series for span in spans}) != 1:
        return None
    return Span(
        min(span.first for span in spans), max(span.last for span in spans), spans[0].series
    )


def _lines(paragraph: Paragraph) -> list[tuple[PrintedLine, int]]:
    """Return the printed lines with their pages, each with the character at which the next one begins."""
    page: Span | None = None
    lines: list[PrintedLine] = []
    for line in paragraph.layout:
        page = line.page or page
        lines.append(line._replace(page=page))
    return list(zip(lines, [*(line.at for line in lines[1:]), 1 << 30], strict=True))


def _stretched(span: Span | None, line: int | None) -> Span | None:
    if line is None:
        return span
    return Span(line, line) if span is None else Span(min(span.first, line), max(span.last, line))
