"""The series of numbers that plan.yaml declares: of what kind of parts, how written, where they begin anew.

What is not declared is numbered as the draft has it: its parts show how.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from plancli.core.plan.bindings import kind_of
from plancli.core.plan.footnotes import NoteSeries
from plancli.core.plan.mention import Kind
from plancli.core.plan.model import Model, UnfitError, one_or_several
from plancli.core.plan.outline import Outline
from plancli.core.plan.series import (
    Numbered,
    Series,
    fitting,
    has_numbers,
    numbered_part,
    series_of,
)


class PartKind(StrEnum):
    """What parts a series numbers."""

    CHAPTER = "chapter"
    APPENDIX = "appendix"
    SECTION = "section"
    PROJECT = "project"
    COLUMN = "column"
    TABLE = "table"
    FIGURE = "figure"
    ITEM = "item"
    ENTRY = "entry"
    FOOTNOTE = "footnote"


class Per(StrEnum):
    """In what the numbers of a series begin at 1."""

    PLAN = "plan"
    CHAPTER = "chapter"
    SECTION = "section"
    LIST = "list"
    APPENDIX = "appendix"
    """In each appendix; what stands in none counts through the plan."""


ALIKE = (
    (PartKind.CHAPTER, PartKind.APPENDIX),
    (PartKind.SECTION, PartKind.PROJECT),
    (PartKind.COLUMN, PartKind.TABLE, PartKind.FIGURE),
    (PartKind.ITEM,),
    (PartKind.ENTRY,),
)
"""Kinds of parts that stand in the same places, so that only their numbers tell them apart: sections of the
first level, those below them, columns, the paragraphs of sections, and those of columns."""


CAPTIONS = (PartKind.TABLE, PartKind.FIGURE)
"""Kinds that may be columns or paragraphs, and count together."""


def _with_slot(pattern: str) -> str:
    if not has_numbers(Series(pattern)):
        raise ValueError("a series shows its number in braces, as 第{一}章, ({1}) and {I}. do")
    return pattern


_ONE = {"type": "string", "minLength": 1}
Patterns = Annotated[
    tuple[Annotated[str, AfterValidator(_with_slot)], ...],
    BeforeValidator(one_or_several),
    WithJsonSchema({"anyOf": [_ONE, {"type": "array", "items": _ONE}]}),
]


class Numbering(Model):
    """How the parts of a plan are numbered, by kind; `per` says in what the numbers of a kind begin anew."""

    chapter: Patterns = ()
    appendix: Patterns = ()
    section: Patterns = ()
    project: Patterns = ()
    column: Patterns = ()
    table: Patterns = ()
    figure: Patterns = ()
    item: Patterns = ()
    entry: Patterns = ()
    footnote: Patterns = ()
    per: dict[PartKind, Per] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _tells_apart(self) -> Self:
        """Refuse series of which nobody could tell which one a part belongs to, or where it begins."""
        for kinds in ALIKE:
            known: set[str] = set()
            for kind, series in self._declared(kinds):
                alike = series.bare.alike
                if alike in known:
                    raise UnfitError(kind, "the same series is declared twice: leave one of them")
                known.add(alike)
        footnotes = self.of(PartKind.FOOTNOTE)
        if len(footnotes) > 1 or any(len(series.slots) > 1 for series in footnotes):
            raise UnfitError(PartKind.FOOTNOTE, "footnotes have one series with one number: {①}")
        for kind, per in self.per.items():
            own = self.of(kind)
            if not own:
                raise UnfitError(
                    "per", "it names a kind whose series is not declared: declare it, too"
                )
            if kind is PartKind.FOOTNOTE and per in (Per.LIST, Per.APPENDIX):
                raise UnfitError("per", "footnotes begin anew in each chapter or section, or never")
            has_chapter = any(len(series.slots) > 1 for series in own)
            if has_chapter and per not in (Per.CHAPTER, Per.APPENDIX):
                raise UnfitError(
                    "per", "numbers such as 表{1}-{1} count in each chapter: say chapter"
                )
        return self

    def _declared(self, kinds: Iterable[PartKind]) -> Iterator[tuple[PartKind, Series]]:
        """Yield the series that are declared for some kinds of parts."""
        for kind in kinds:
            for series in self.of(kind):
                yield kind, series

    @property
    def says_nothing(self) -> bool:
        """Whether no series is declared at all."""
        return not any(self.of(kind) for kind in PartKind if kind is not PartKind.FOOTNOTE)

    @property
    def footnotes(self) -> NoteSeries:
        """How footnotes are numbered: ① through the plan, where nothing else is declared."""
        own = self.of(PartKind.FOOTNOTE)
        level = _LEVELS.get(self.per.get(PartKind.FOOTNOTE, Per.PLAN), 0)
        return NoteSeries(own[0], level) if own else NoteSeries()

    def of(self, kind: PartKind) -> list[Series]:
        """Return the series that are declared for a kind of parts."""
        return [Series(pattern) for pattern in getattr(self, kind)]


_LEVELS = {Per.CHAPTER: 1, Per.SECTION: 9}
"""At the titles of which level footnotes begin anew."""


class Declared(NamedTuple):
    """A series that is declared, with the kind of parts that it numbers."""

    kind: PartKind
    series: Series
    per: Per | None


def declared(numbering: Numbering, outline: Outline, key: str) -> list[Declared]:
    """Return the series in which a part may count; none where nothing is declared for what it is.

    A paragraph whose heading is the caption of a table or figure counts with these. What is numbered as parts
    are of which nothing is declared counts as the draft has it: 附件1 where only chapters are declared, and ①
    in a list in a list.
    """
    if numbering.says_nothing:
        return []
    number = outline.all_numbers.get(key, "")
    if key in outline.spots:
        captions = list(_series(numbering, CAPTIONS))
        shown = [one for one in captions if in_series(one, key, number)]
        if shown:
            return shown
    series = list(_series(numbering, _kinds(outline, key)))
    if _is_of_its_own(numbering, outline, key, number):
        return [one for one in series if in_series(one, key, number)]
    return series


def _is_of_its_own(numbering: Numbering, outline: Outline, key: str, number: str) -> bool:
    """Whether a part counts in a declared series only if its number shows that."""
    if key in outline.spots:
        return outline.spots[key].above is not None
    if key not in outline.sections:
        return False
    read = series_of(number)
    called = _CALLED.get(kind_of(read[0]) or Kind.POINT) if read else None
    return called is not None and not numbering.of(called)


_CALLED = {
    Kind.CHAPTER: PartKind.CHAPTER,
    **dict.fromkeys(
        (Kind.ANNEX, Kind.APPENDIX, Kind.ANNEXED_TABLE, Kind.ANNEXED_FIGURE), PartKind.APPENDIX
    ),
}
"""Which kind of section a number says by itself that it is of."""


def _series(numbering: Numbering, kinds: Iterable[PartKind]) -> Iterator[Declared]:
    """Yield the series that are declared for some kinds of parts."""
    for kind in kinds:
        for series in numbering.of(kind):
            yield Declared(kind, series, numbering.per.get(kind))


def _kinds(outline: Outline, key: str) -> tuple[PartKind, ...]:
    """Return the kinds of parts of which one may be."""
    first, below, columns, items, entries = ALIKE
    if key in outline.figures:
        return (PartKind.FIGURE,)  # it is nothing else, while a column may hold a table or a figure
    if key in outline.captioned:
        return columns
    if key in outline.sections:
        return below if outline.ancestry(key)[1:] else first
    if not outline.is_counted(key):
        return ()
    return items if outline.spots[key].column is None else entries


def in_series(one: Declared, key: str, number: str) -> Numbered | None:
    """Return a part with its number read as one of a declared series; None where it is none of it.

    Its own spelling stays, with the width and the blanks that it has.
    """
    value = fitting(one.series, number)
    if value is None:
        return None
    own = numbered_part(key, number)
    if own is not None and own.value == value:
        return own
    return Numbered(key, one.series.bare, value)


class Read(NamedTuple):
    """A part with its number: in which of the declared series it counts; None where in none of them."""

    part: Numbered
    of: Declared | None


def read_numbers(numbering: Numbering, outline: Outline) -> Iterator[tuple[str, Read]]:
    """Yield the parts that have a number which can be read, by key."""
    for key, number in outline.all_numbers.items():
        read = _read(declared(numbering, outline, key), key, number)
        if read is not None:
            yield key, read


def _read(series: Iterable[Declared], key: str, number: str) -> Read | None:
    """Read the number of a part, in the first series that has it; None where it is no number."""
    for one in series:
        part = in_series(one, key, number)
        if part is not None:
            return Read(part, one)
    own = numbered_part(key, number)
    return Read(own, None) if own else None
