"""Citations as people write them, read into values: 第38页16-20行, 三、(二)3., 第19项“医疗健康工程”."""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from plancli.core.plan.span import Span, page_span
from plancli.core.text.numerals import CITED, TENS, is_number, number


class Kind(StrEnum):
    """What a step of a citation counts, from wide to narrow."""

    PAGE = "页"
    LINE = "行"
    ANNEX = "附件"
    CHAPTER = "章"
    PART = "节"
    LEVEL_1 = "一、"
    LEVEL_2 = "(一)"
    LEVEL_3 = "1."
    LEVEL_4 = "(1)"
    CLAUSE = "1.1"
    COLUMN = "专栏"
    TABLE = "表"
    PARAGRAPH = "段"
    ITEM = "条"


_RANK = {kind: rank for rank, kind in enumerate(Kind)}
_PRINTED = (Kind.PAGE, Kind.LINE)
_WHOLE = (Kind.ANNEX, Kind.CHAPTER, Kind.COLUMN, Kind.TABLE, Kind.CLAUSE)
"""Kinds that stand by themselves: two of them in a list are two places."""


class Step(NamedTuple):
    """One number of a citation, or a range of them; -1 is the last one.

    Numbers are plain digits; a clause keeps its points (3.2.7), a page its own series (iv).
    """

    kind: Kind
    first: str
    last: str

    def __str__(self) -> str:
        match self.kind:
            case Kind.ANNEX | Kind.COLUMN | Kind.TABLE:
                return f"{self.kind}{self.label}"
            case Kind.CLAUSE:
                return self.label
            case Kind.LEVEL_1 | Kind.LEVEL_3:
                mark = self.kind[-1]
                return f"{self.label}{mark}"
            case Kind.LEVEL_2 | Kind.LEVEL_4:
                return f"({self.label})"
        return f"第{self.label}{self.kind}"

    @property
    def label(self) -> str:
        """The number, or the range with a dash."""
        if self.first == self.last:
            return self.first
        return f"{self.first}-{self.last}"


class Reference(NamedTuple):
    """One place: the steps that lead to it, and the words beside them, which may be titles."""

    steps: tuple[Step, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def page(self) -> Span | None:
        """Printed pages, as the paper numbers them: 38, iv, 附3."""
        return self._span(Kind.PAGE)

    @property
    def line(self) -> Span | None:
        """Printed lines; negative ones count from the foot of the page."""
        return self._span(Kind.LINE)

    def _span(self, kind: Kind) -> Span | None:
        """Return a step as a range; None where it is missing, or no range (第5行至倒数第2行)."""
        for step in self.steps:
            if step.kind is kind:
                return _span_of(step)
        return None


def _span_of(step: Step) -> Span | None:
    """Return the pages or lines of a step; None where it is no range."""
    try:
        return page_span(step.label)
    except ValueError:
        return None


class Citation(NamedTuple):
    """A citation: its words as written, and the places read in them."""

    raw: str
    references: tuple[Reference, ...]


_NUMERAL = f"[0-9{CITED}]{{1,6}}"
_DASH = r"\s*[-—~至到]+\s*"
_RANGE = rf"{_NUMERAL}(?:{_DASH}{_NUMERAL})?"
_NUMBERS = rf"({_RANGE}(?:\s*[、,和及]\s*{_RANGE})*)"
_PATTERNS = (
    (Kind.PAGE, r"第?\s*([附A-OQ-Z]-?\d{1,6})\s*页|[Pp]\.?\s*(附\d{1,6})"),
    (
        Kind.PAGE,
        rf"(?:[Pp]ages?|[Pp]{{1,2}})\.?\s*({_RANGE}(?:、\s*{_RANGE}(?!\s*[0-9项章节条段行.]))*)\s*页?",
    ),
    (Kind.PAGE, r"[Pp]\.?\s*([ivxlc]{1,7})(?![a-z])\s*页?|第\s*([ivxlc]{1,7})\s*页"),
    (Kind.PAGE, rf"第?\s*{_NUMBERS}\s*页"),
    (
        Kind.LINE,
        rf"(倒数)第?\s*({_NUMERAL})\s*行|第?\s*{_NUMBERS}\s*行|\b(?:[Ll]ines?|[Ll])\.?\s*({_RANGE})|(首)行|(末|最后)一?行",
    ),
    (Kind.ANNEX, rf"附[件录表]\s*{_NUMBERS}"),
    (Kind.CHAPTER, rf"第\s*{_NUMBERS}\s*章"),
    (Kind.PART, rf"第\s*{_NUMBERS}\s*节"),
    (Kind.COLUMN, rf"专栏\s*({_RANGE}(?:\s*[、,和及]\s*{_RANGE}(?!\s*[0-9项章节条段行.]))*)"),
    (Kind.TABLE, rf"表\s*{_NUMBERS}(?!\.)"),
    (
        Kind.PARAGRAPH,
        rf"(倒数)第?\s*({_NUMERAL})\s*自?然?段|第\s*{_NUMBERS}\s*自?然?段|(首)段|(末|最后)一?段",
    ),
    (Kind.ITEM, rf"第\s*{_NUMBERS}\s*[条点款]"),
    (Kind.LEVEL_3, rf"第?\s*{_NUMBERS}\s*项"),
    (Kind.CLAUSE, r"第?\s*(\d+(?:\.\d+)+(?:[-~至]\d+(?:\.\d+)+)?)\s*[条款项段]?"),
    (Kind.LEVEL_2, rf"\(([{TENS}]{{1,3}})\)"),
    (Kind.LEVEL_4, r"\((\d{1,2})\)"),
    (Kind.LEVEL_1, rf"([{TENS}]{{1,3}})、"),
    (Kind.LEVEL_3, r"(\d{1,2})[.、](?!\d)"),
)
_QUOTED = re.compile('[“"「『《]([^“”"「」『』《》]+)[”"」』》]')
_KEY = re.compile(r"第[^\s/]{1,4}章(?:/[^\s/,，、;；:。“”]+)+")
"""A key as it stands in the files: 第四章/17/专栏15."""
_DASHED = re.compile(_DASH)
_LISTING = re.compile(r"\s*[、,;和及]\s*")
_JOINT = re.compile(rf"{_DASHED.pattern}|{_LISTING.pattern}")
"""What stands between two steps and joins them to a range or a list."""
_MARKS = r"[\s,，、;；:：。.()（）]"
_LEAD = re.compile(rf"(?:{_MARKS}|就?征求意见稿中?|送审稿|总体规划|原文|正文|文中|建议|关于)*")
_FILLER = re.compile(rf"(?:{_MARKS}|就|对|在|中|的|以及|和|及|与|或|处|内容|部分|内|里|规划)*")
_NARROW = {0xFF01 + at: chr(0x21 + at) for at in range(94)} | {
    ord("〜"): "~",
    ord("―"): "—",
    0x3000: " ",
}


def parse(raw: str) -> Citation:
    """Read a citation whole: every part becomes a step, or stays as words beside the steps."""
    references = [Reference()]
    before = ""
    for token in _tokens(raw.translate(_NARROW)):
        if isinstance(token, Step):
            _take(references, token, before)
            before = ""
            continue
        before = token
        if not _JOINT.fullmatch(token):
            current = references[-1]
            references[-1] = current._replace(words=(*current.words, token))
    nothing = Reference()
    said = [reference for reference in references if reference != nothing]
    return Citation(raw, tuple(said))


def _take(references: list[Reference], step: Step, mark: str) -> None:
    """Add a step to the last place; a kind that it has begins the next place, or ends a range.

    `mark` is what stands before the step: a dash, the mark of a list, other words, or nothing.
    """
    current = references[-1]
    kinds = [taken.kind for taken in current.steps]
    if _ends_range(current, step, mark):
        *others, last = current.steps
        joined = Step(step.kind, *_rising(last.first, step.last))
        references[-1] = current._replace(steps=(*others, joined))
    elif step.kind in kinds:
        references.append(Reference((*_wider(current, step), step)))
    elif _begins_next(current, step, mark):
        references.append(Reference((step,)))
    else:
        references[-1] = current._replace(steps=(*current.steps, step))


def _ends_range(current: Reference, step: Step, mark: str) -> bool:
    """Whether a step is the other end of the one before it: 第3条至第5条.

    One that is a range already has its end: of 第3-5条-第7条 the last is a place of its own.
    """
    if not current.steps or not _DASHED.fullmatch(mark):
        return False
    last = current.steps[-1]
    return last.kind is step.kind and last.first == last.last


def _begins_next(current: Reference, step: Step, mark: str) -> bool:
    """Whether a step of another kind than the ones before is the next place of a list: 专栏3、附件2.

    Kinds that stand in others are no places by themselves: 第四章、第2节 is one.
    """
    if not current.steps or not _LISTING.fullmatch(mark):
        return False
    return current.steps[-1].kind in _WHOLE and step.kind in _WHOLE


def _wider(reference: Reference, step: Step) -> Iterator[Step]:
    """Yield what the next place of a list shares with the one before: 第38页第5行、第8行.

    The paper and the plan each have an order of their own: a page is not wider than an item.
    """
    on_paper = step.kind in _PRINTED
    for other in reference.steps:
        if (other.kind in _PRINTED) is not on_paper:
            continue
        if _RANK[other.kind] < _RANK[step.kind]:
            yield other


def _tokens(text: str) -> Iterator[Step | str]:
    """Yield steps, and the words between them without fillers; quoted titles are read inside too."""
    done = 0
    for quoted in _QUOTED.finditer(text):
        yield from _plain(text[done : quoted.start()])
        title = quoted[1]
        if _NUMBERED.match(title):
            yield from _plain(title)
        else:
            # numbers in its midst belong to its words: “十四五”规划
            yield from _words(title)
        done = quoted.end()
    yield from _plain(text[done:])


_NUMBERED = re.compile(r"\s*(?:专栏|第|\d+[.、项])")
"""How a quoted title begins that carries its own number: “专栏10 智慧城管重点工作”."""


@cache
def _patterns() -> tuple[tuple[Kind | None, re.Pattern[str]], ...]:
    """Return the patterns, compiled when the first citation is read; a key comes before its numbers."""
    compiled = [(kind, re.compile(pattern)) for kind, pattern in _PATTERNS]
    return (None, _KEY), *compiled


def _plain(text: str) -> Iterator[Step | str]:
    """Yield the steps of words outside quotes, and what stands between them."""
    while text:
        first = _first(text)
        if first is None:
            break
        kind, match = first
        yield from _words(text[: match.start()])
        if kind is None:
            yield match[0]
        else:
            yield from _steps(kind, match)
        text = text[match.end() :]
    yield from _words(text)


class _Found(NamedTuple):
    """What a pattern found: numbers of a kind, or a key where that is None."""

    kind: Kind | None
    match: re.Match[str]


def _first(text: str) -> _Found | None:
    """Return the pattern that matches first, and its match; of those at one place the one listed first."""
    best: _Found | None = None
    for kind, pattern in _patterns():
        match = pattern.search(text)
        if match is None:
            continue
        if best is None or match.start() < best.match.start():
            best = _Found(kind, match)
    return best


def _words(text: str) -> Iterator[str]:
    """Yield what is left of the words between two steps, or the mark that joins them.

    Words that only lead from one step to the other (文中, 的, 处) are left out: they are no titles.
    """
    if _JOINT.fullmatch(text):
        yield text
        return
    words = _LEAD.sub("", text, count=1).strip(" ,，、;；:：。.()（）")
    if not _FILLER.fullmatch(words):
        yield words


def _steps(kind: Kind, match: re.Match[str]) -> Iterator[Step]:
    """Yield the steps of one match: numbers and ranges in a list, or one number from behind."""
    groups = [group for group in match.groups() if group]
    if groups[0] == "倒数":
        back = f"-{number(groups[1])}"
        yield Step(kind, back, back)
        return
    if groups[0] in ("末", "最后"):
        yield Step(kind, "-1", "-1")
        return
    for numbers in re.split(r"\s*[、,和及]\s*", groups[0]):
        ends = [_plain_number(kind, end) for end in re.split(_DASH, numbers)]
        yield Step(kind, *_rising(ends[0], ends[-1]))


def _plain_number(kind: Kind, numeral: str) -> str:
    """Return a number in plain digits; clauses (3.2.7) and labels of pages (iv, 附3) as they are."""
    if kind is Kind.CLAUSE:
        return numeral
    if kind is Kind.PAGE and not is_number(numeral):
        return numeral
    if numeral == "首":
        return "1"
    return str(number(numeral))


def _rising(first: str, last: str) -> tuple[str, str]:
    """Return the ends of a range, the lower one first: 第20至16行 is a slip of the pen."""
    if not first.isdecimal() or not last.isdecimal():
        return first, last
    if int(last) < int(first):
        return last, first
    return first, last
