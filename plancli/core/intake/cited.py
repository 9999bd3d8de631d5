"""Where a row says that its opinion belongs, as a citation; numbers that a program took for a day."""

import re
from functools import lru_cache
from typing import NamedTuple

from plancli.core.comments.comment import Cited
from plancli.core.plan.day import MONTHS
from plancli.core.plan.span import Span, page_span
from plancli.core.text.characters import join_lines

_REMEMBERED = 64
"""So many places stay read: the rows of a table cite few of them, again and again."""


class CitedRow(NamedTuple):
    """The citation of a row, and the cells of it that a program had turned into a day (3-5 → 2026-03-05)."""

    at: Cited
    dated: tuple[str, ...] = ()


def cited_of(place: str, page: str, line: str, original: str) -> CitedRow:
    """Return what the cells of place, page, line and quoted words cite.

    Pages and lines that are numbers or ranges become keys; all else stays in the unit's words, which the
    citation reads.
    """
    found = _cited(place, page, line)
    if not original:
        return found
    return found._replace(at=found.at.model_copy(update={"original": join_lines(original)}))


@lru_cache(_REMEMBERED)
def _cited(place: str, page: str, line: str) -> CitedRow:
    dated = [cell for cell in (place, page, line) if _as_range(cell) is not None]
    place, page, line = (_as_range(cell) or cell for cell in (place, page, line))
    pages, lines = _plain(page, "页"), _plain(line, "行")
    words = [place]
    given: dict[str, str] = {}
    if _is_page(pages):
        given["page"] = pages
    elif page:
        words.append(page if "页" in page else f"第{page}页")
    if _is_line(lines):
        given["line"] = lines
    elif line:
        words.append(line if "行" in line else f"第{line}行")
    cites = "".join(filter(None, words))
    if cites:
        given["cites"] = cites
    return CitedRow(Cited.model_validate(given), tuple(dated))


_DAY = re.compile(
    r"(?:\d{4}[-/.年])?0?(\d{1,2})(?:[-/.]|月)0?(\d{1,2})日?(?: 00:00(?::00)?)?"
    rf"|(\d{{1,2}})[-/]({'|'.join(MONTHS)})[a-z]*"
)
"""A day as Excel shows or stores it where 3-5 was typed: 2026-03-05, 3月5日, 5-Mar."""


def _as_range(cell: str) -> str | None:
    """Return the range that was typed where a cell holds a day; None where it holds none.

    3-5 and 3/5 themselves are ranges, and no days.
    """
    match = _DAY.fullmatch(cell.strip())
    if match is None or _AS_TYPED.fullmatch(cell.strip()):
        return None
    if match[3]:
        return f"{MONTHS.index(match[4]) + 1}-{match[3]}"
    return f"{match[1]}-{match[2]}"


_AS_TYPED = re.compile(r"\d{1,2}[-/.]\d{1,2}")
_AROUND = re.compile("^(?:第|[Pp]{1,2}[.．]?)|[页行]$")
_DASHES = re.compile("[—–~～至到]")


def _plain(cell: str, unit: str) -> str:
    """Return a number or range without what is said round it: 第38页, P38, 16～20行."""
    bare = _AROUND.sub("", "".join(cell.split()).removesuffix(unit))
    return _DASHES.sub("-", bare)


def _is_page(label: str) -> bool:
    """Whether words are the label of a page or a range of them."""
    span = _span_of(label)
    return span is not None and span.first >= 1


def _is_line(label: str) -> bool:
    """Whether words are the number of a line, or a range; a negative one counts from the foot of the page."""
    span = _span_of(label)
    return span is not None and span.first != 0 and not span.series


def _span_of(label: str) -> Span | None:
    try:
        return page_span(label)
    except ValueError:
        return None
