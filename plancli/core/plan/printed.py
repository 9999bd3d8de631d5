"""A paragraph as it is printed and quoted, with pages and lines: the one home of what stands between."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

from plancli.core.plan.cells import head_key
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import Captioned, Cover, Paragraph, Section, Table
from plancli.core.plan.outline import TITLE, Spot, number_of, part_key
from plancli.core.plan.span import PrintedLine, Span
from plancli.core.text.characters import boundaries, ends_with_mark
from plancli.core.text.numerals import HUNDREDS


class Fields(NamedTuple):
    """What is printed of a paragraph, in this order; what it does not have is empty."""

    number: str
    heading: str
    separator: str
    text: str
    opening: str
    units: str
    closing: str

    @property
    def said(self) -> str:
        """Number, heading and text with what stands between, without the responsible units."""
        return self.number + self.heading + self.separator + self.text

    @property
    def listed(self) -> str:
        """The responsible units with what stands round them."""
        return self.opening + self.units + self.closing


def fields_of(paragraph: Paragraph, joints: Joints) -> Fields:
    """Return the fields of a paragraph as a plan with these joints prints them.

    The number of a formula stands behind it, where others have their units.
    """
    if paragraph.formula:
        behind = paragraph.number or ""
        return Fields("", "", "", paragraph.text, _BESIDE * bool(behind), behind, "")
    number = _number(paragraph)
    separator = _separator(paragraph, joints)
    fields = Fields(number, paragraph.heading, separator, paragraph.text, "", "", "")
    if not paragraph.units:
        return fields
    return fields._replace(
        opening=joints.opening,
        units=joints.comma.join(paragraph.units),
        closing=joints.closing,
    )


_BESIDE = "\u3000"
"""What stands between a formula and its number."""


def _number(paragraph: Paragraph) -> str:
    """Return the number of a paragraph with what sets it apart: its own mark where it has no heading."""
    own = None if paragraph.heading else paragraph.separator
    return ahead(number_of(paragraph), paragraph.heading or paragraph.text, own)


def _separator(paragraph: Paragraph, joints: Joints) -> str:
    """Return what is printed behind a heading.

    A heading that has a mark at its end gets no second one: the blanks of the separator stay, in English
    `Who pays? The village` has one. Where no text follows there is nothing to set apart by a blank.
    """
    if not paragraph.heading:
        return ""
    separator = paragraph.separator
    if separator is None:
        separator = joints.separator
    if ends_with_mark(paragraph.heading):
        separator = "".join(filter(str.isspace, separator))
    if not paragraph.text:
        separator = separator.rstrip()
    return separator


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
        found: list[str] = []
        if self.page:
            found.append(f"P{self.page}")
        if self.line:
            found.append(f"L{self.line}")
        return found


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
        """Return where the characters `start:end` stand, page by page.

        Where nothing of the layout is known for them, that is the page and line of the whole paragraph.
        """
        paragraph = self.spot.paragraph
        # a place without characters stands where the next character does
        end = max(end, start + 1)
        found: list[Position] = []
        for line, after in _lines(paragraph):
            if line.at >= end or after <= start:
                continue
            page = line.page or paragraph.page
            if found and found[-1].page == page:
                found[-1] = Position(page, _stretched(found[-1].line, line.line))
            else:
                found.append(Position(page, _stretched(None, line.line)))
        return found or [Position(paragraph.page, paragraph.line)]


def printed(spot: Spot) -> Printed:
    """Put a paragraph together as it is printed, remembering where each field of its own went.

    What is printed between its fields is of the plan, not of the paragraph: no change can begin there. A
    picture, and the words for those who do not see it, are none of the words that are printed.
    """
    if spot.is_of_figure:
        return Printed(spot, "", ())
    words = fields_of(spot.paragraph, spot.section.joints)
    edges = pairwise(boundaries(words))
    # behind a formula stands its number, where another paragraph has its units
    own = ("text",) if spot.paragraph.formula else _OWN
    fields: list[Field] = []
    for name, (start, end) in zip(words._fields, edges, strict=True):
        if name in own and start < end:
            fields.append(Field(name, start, end))
    return Printed(spot, "".join(words), tuple(fields))


def printed_titles(section: Section) -> Iterator[tuple[str, Printed]]:
    """Yield the titles of a section and of all that it holds as they are printed, by the keys of the parts.

    The heads of the columns of a table are titles, too.
    """
    yield section.key, printed_title(section)
    for part in section.body:
        if isinstance(part, Paragraph):
            continue
        key = part_key(section, part)
        yield key, printed_title(section, part)
        if isinstance(part, Table):
            for column in part.columns:
                name = head_key(key, column)
                yield name, _printed_words(section, part, name, column.title)


def printed_title(section: Section, column: Captioned | None = None) -> Printed:
    """Put the title of a section, or of a column, table or figure in it, together as it is printed.

    That of the plan itself has none.

    Its spot is that of a paragraph which has the key of the part for its id and the title for its text: no
    page of it is known.
    """
    part: Section | Captioned = section if column is None else column
    key = section.key if column is None else part_key(section, column)
    number = "" if isinstance(part, Cover) else before_title(number_of(part), part.title)
    return _printed_words(section, column, key, part.title, number)


def _printed_words(
    section: Section,
    column: Captioned | None,
    key: str,
    title: str,
    number: str = "",
) -> Printed:
    """Put a title together behind its number; its spot is that of a paragraph with the title for its text."""
    text = number + title
    alone = Paragraph.of_words(key, title)
    field = Field(TITLE, len(number), len(text))
    return Printed(Spot(alone, section, column), text, (field,))


_OWN = ("heading", "text", "units")
"""The fields that a paragraph has in its file."""


def listed(words: str) -> str:
    """Return quoted words with a list of responsible units in them separated as it is printed."""
    return _UNITS.sub(lambda match: match[0].replace("，", "、").replace(",", "、"), words)


_UNITS = re.compile(r"[（(]责任单位[：:][^（）()]*")


def headline(part: Section | Captioned) -> str:
    """Return the title of a part with its number: 第一章 总则, 一、任务, 17.工程, 专栏3 平台, 表1 指标."""
    return before_title(number_of(part), part.title) + part.title


def before_title(number: str, title: str) -> str:
    """Return a number as it is printed before a title, with the mark or blank that sets it apart."""
    if "" in (title, number):
        return number
    if number.isdecimal() or _NUMERAL.fullmatch(number):
        return ahead(number, title)
    # a number in words, such as 第一章, has no mark of its own
    return f"{number} "


def ahead(number: str, words: str, separator: str | None = None) -> str:
    """Return a number as it is printed directly before words: 17., 一、, (二); what has a mark keeps it.

    Words that begin with a letter or a digit stand apart from the number: 3.5G would be read as one. A
    separator of its own stands behind it just as it is.
    """
    if not number or not words:
        return number
    if separator is not None:
        return number + separator
    if _NUMERAL.fullmatch(number):
        # the mark is as wide as a blank
        return f"{number}、"
    if number.isdecimal():
        number = f"{number}."
    first = words[0]
    if first.isascii() and first.isalnum():
        number = f"{number} "
    return number


_NUMERAL = re.compile(f"[{HUNDREDS}]+")


def misfit(line: Printed) -> str | None:
    """Return what is wrong with a paragraph's layout (a message, in English); None where it fits."""
    paragraph = line.spot.paragraph
    if not paragraph.layout:
        return None
    starts = [there.at for there in paragraph.layout]
    rising = sorted(set(starts))
    if starts != rising:
        return "its characters do not rise"
    if starts[-1] >= len(line.text):
        return "it goes beyond the paragraph"
    if paragraph.page is None:
        # then the layout alone says on which pages it stands
        return None
    for there in paragraph.layout:
        # a line without a page stands on that of the one before
        if there.page and not paragraph.page.meets(there.page):
            return "its pages are not those of page:"
    return None


def joined(positions: list[Position]) -> Position:
    """Return one position for several: pages of one series together, lines where there is one page."""
    pages = {position.page for position in positions}
    lines = {position.line for position in positions}
    if len(pages) != 1:
        # each page counts its lines anew
        lines = set()
    return Position(_together(pages), _together(lines))


def _together(spans: Iterable[Span | None]) -> Span | None:
    """Return the range over several; None where none is known, or they count in different series.

    From page iv to page 3 there is no range of which anyone could say what lies in it.
    """
    known = [span for span in spans if span]
    series = {span.series for span in known}
    if len(series) != 1:
        return None
    first = min(span.first for span in known)
    last = max(span.last for span in known)
    return Span(first, last, *series)


def _lines(paragraph: Paragraph) -> list[tuple[PrintedLine, int]]:
    """Return the printed lines with their pages, each with the character at which the next one begins.

    A page is written where it begins, and holds for the lines that follow.
    """
    page: Span | None = None
    lines: list[PrintedLine] = []
    for line in paragraph.layout:
        page = line.page or page
        lines.append(line._replace(page=page))
    # the last line goes to the end, however long the paragraph is
    ends = [line.at for line in lines[1:]] + [_BEYOND]
    return list(zip(lines, ends, strict=False))


_BEYOND = 1 << 30
"""More characters than any paragraph has."""


def _stretched(span: Span | None, line: int | None) -> Span | None:
    """Return a range of lines with one more line in it, where that is known."""
    if line is None:
        return span
    if span is None:
        return Span(line, line)
    return Span(min(span.first, line), max(span.last, line))
