"""Series of numbers: 第{一}章, ({一}), {1}., 表{1}-{1}: read as people print them, written, and judged.

A series is a pattern with slots in which its numbers stand. What is between the braces shows how they are
written: 一 Chinese, 1 digits (１ of full width, 01 with zeros before them), I and i roman, A and a letters,
① in circles, ㈠ in brackets of one character. Of several slots the last one counts, and those before it
say in what: 表{1}-{1} counts the tables of each chapter.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from plancli.core.text.characters import NARROW
from plancli.core.text.numerals import DIGITS, HUNDREDS, ORDINALS, chinese, number, well_spelled
from plancli.core.text.order import rising

Ordinal = int | tuple[int, ...]
"""A number of a series with one slot, or those of several slots: 2, and (3, 1) of 表3-1."""


class Series(NamedTuple):
    """How the parts of one kind are numbered: 第{一}章."""

    pattern: str

    @property
    def alike(self) -> str:
        """The pattern without what people do not tell apart: width, blanks, zeros before digits.

        Two series count together where this is the same: （{一}） and ({一}), 专栏 {1} and 专栏{1}.
        """
        narrow = "".join(self.pattern.translate(NARROW).split())
        return _ZEROS_BEFORE.sub("{1}", narrow)

    @property
    def slots(self) -> list[str]:
        """What shows between the braces how the numbers are written, slot by slot."""
        return _SLOT.findall(self.pattern)

    @property
    def bare(self) -> "Series":
        """The series without the mark that is printed behind a number that stands alone: {一}、 and {1}."""
        match = _ALONE.fullmatch(self.pattern)
        return Series(match[1]) if match else self

    @property
    def last(self) -> int:
        """The highest number that the last slot can hold: there are 50 circles, and no roman 4000."""
        return _style(self.slots[-1]).last


_SLOT = re.compile(r"\{([^{}]+)\}")
_MARKS = ("、", ".", "．")
_ALONE = re.compile(rf"(\{{[^{{}}]+\}})[{''.join(_MARKS)}]")
"""A numeral that stands alone, with the mark behind it."""
_ZEROS_BEFORE = re.compile(r"\{0+1\}")


# --- how numbers are written ------------------------------------------------------------------------------


class _Style(NamedTuple):
    """One way to write a number: a pattern that finds it, how it is read and written, and the highest one."""

    pattern: str
    read: Callable[[str], int]
    write: Callable[[int], str]
    last: int = 9999


_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _roman(value: int) -> str:
    words = ""
    for weight, letters in _ROMAN:
        times, value = divmod(value, weight)
        words += letters * times
    return words


def _of_roman(words: str) -> int:
    """Return the value of a roman number of either case; 0 where it is spelled as no number is."""
    rest, value = words.upper(), 0
    for weight, letters in _ROMAN:
        while rest.startswith(letters):
            rest = rest[len(letters) :]
            value += weight
    return value if _roman(value) == words.upper() else 0


def _letters(value: int) -> str:
    """Return A to Z, then AA, AB and so on, as pages and columns of sheets are lettered."""
    words = ""
    while value:
        value, at = divmod(value - 1, 26)
        words = chr(ord("A") + at) + words
    return words


def _of_letters(words: str) -> int:
    value = 0
    for letter in words.upper():
        value = value * 26 + ord(letter) - ord("A") + 1
    return value


def _of_chinese(words: str) -> int:
    """Return the value of a Chinese numeral; 0 where it is spelled as no number is: 十二五, 三四."""
    return number(words) if well_spelled(words) else 0


_CIRCLES = "".join(
    chr(code) for first, last in ((0x2460, 0x2473), (0x3251, 0x325F), (0x32B1, 0x32BF))
    for code in range(first, last + 1)
)  # fmt: skip
"""① to ㊿."""
_IN_BRACKETS = "".join(map(chr, range(0x3220, 0x322A)))
"""㈠ to ㈩."""


def _one_of(characters: str) -> _Style:
    """Return the style of numbers that are one character each."""
    return _Style(
        f"[{characters}]",
        lambda words: characters.index(words) + 1,
        lambda value: characters[value - 1],
        len(characters),
    )


_WIDE = {ord("0") + at: chr(0xFF10 + at) for at in range(10)}
_DIGITS = _Style("[0-9]{1,4}", int, str)
_STYLES = {
    "1": _DIGITS,
    "１": _DIGITS._replace(write=lambda value: str(value).translate(_WIDE)),
    "01": _DIGITS._replace(write=lambda value: f"{value:02}"),
    "001": _DIGITS._replace(write=lambda value: f"{value:03}"),
    "0001": _DIGITS._replace(write=lambda value: f"{value:04}"),
    "一": _Style(f"[{HUNDREDS}千][{ORDINALS}千]{{0,8}}", _of_chinese, chinese),
    "①": _one_of(_CIRCLES),
    "㈠": _one_of(_IN_BRACKETS),
    "I": _Style("[IVXLCDM]{1,15}", _of_roman, _roman, 3999),
    "i": _Style(
        "[ivxlcdm]{1,15}", _of_roman, lambda value: _roman(value).lower(), 3999
    ),
    "A": _Style("[A-Z]{1,3}", _of_letters, _letters),
    "a": _Style(
        "[a-z]{1,3}", _of_letters, lambda value: _letters(value).lower()
    ),
}  # fmt: skip


def _style(slot: str) -> _Style:
    """Return how the numbers of a slot are written; ValueError where no number is written so."""
    if slot not in _STYLES:
        raise ValueError(f"no number is written as {slot}")
    return _STYLES[slot]


# --- read and written -------------------------------------------------------------------------------------


def numbered(series: Series, value: Ordinal) -> str:
    """Write a number as its series does; ValueError where it has no such number."""
    values = _each(value)
    slots = series.slots
    if len(values) != len(slots):
        raise ValueError(f"{series.pattern} has {len(slots)} numbers, not {len(values)}")
    words = series.pattern
    for slot, one in zip(slots, values, strict=True):
        style = _style(slot)
        if not 0 < one <= style.last:
            raise ValueError(f"{series.pattern} has no number {one}")
        words = words.replace(f"{{{slot}}}", style.write(one), 1)
    return words


def _each(value: Ordinal) -> tuple[int, ...]:
    """Return the number in each slot."""
    return value if isinstance(value, tuple) else (value,)


def value_in(series: Series, words: str) -> Ordinal | None:
    """Return the value of a number of a series, in either width; None where it is none of its numbers."""
    match = _reader(series.alike).fullmatch("".join(words.translate(NARROW).split()))
    if match is None:
        return None
    values: list[int] = []
    for slot, numeral in zip(Series(series.alike).slots, match.groups(), strict=True):
        values.append(_style(slot).read(numeral))
    return _value(values)


def fitting(series: Series, number: str) -> Ordinal | None:
    """Return the value of a printed number in a series; None where it is none of its numbers.

    A numeral that stands alone may have its mark or not: 一 and 一、 are numbers of {一}、.
    """
    bare = series.bare
    if _SLOT.fullmatch(bare.pattern) and number[-1:] in _MARKS:
        number = number[:-1]
    return value_in(bare, number)


def has_numbers(series: Series) -> bool:
    """Whether a pattern has slots, each for numbers that are written in some way."""
    slots = series.slots
    if not slots or not set(slots) <= _STYLES.keys():
        return False
    # a brace that belongs to no slot is a slip
    plain = _SLOT.sub("", series.pattern)
    return "{" not in plain and "}" not in plain


@cache
def _reader(pattern: str) -> re.Pattern[str]:
    """Return the pattern of the numbers of a series."""
    # behind each piece of plain words stands a slot
    plain, *rest = _SLOT.split(pattern)
    found = re.escape(plain)
    for slot, plain in zip(rest[::2], rest[1::2], strict=True):
        found += f"({_style(slot).pattern}){re.escape(plain)}"
    return re.compile(found)


def _value(values: Sequence[int]) -> Ordinal | None:
    """Return one number, or those of several slots; None where one of them is no number."""
    if 0 in values:
        return None
    return values[0] if len(values) == 1 else tuple(values)


_MARKED = ("①", "㈠", "1", "一")
"""Styles that are seen wherever they stand; letters are only where nothing else is."""
_NUMERAL = "|".join(_STYLES[sign].pattern for sign in _MARKED)
_POINTS = "(?:[-–—.][0-9]{1,4}){0,4}"
"""What goes on behind a number: 3-1, 1.2.3."""
_NOUN = "部分|[章节编篇卷条款项目点]"
"""What parts are called behind their numbers: 第二章."""
_PRINTED = re.compile(
    rf"(?P<nth>第\s?)(?P<of>{_NUMERAL})(?P<noun>\s?(?:{_NOUN}))?"
    rf"|(?P<open>[(\[])(?P<in>{_NUMERAL}|[A-Za-z]|[IVX]{{2,6}}|[ivx]{{2,6}})(?P<close>[)\]])"
    rf"|(?P<before>[^0-9{{}}()\[\]]{{0,30}}?)(?P<number>(?:{_NUMERAL}){_POINTS})(?P<behind>[、.):]?)"
    rf"|(?P<name>(?:[^0-9{{}}()\[\]]{{0,30}}[^A-Za-z0-9{{}}()\[\]])?)"
    r"(?P<letters>[A-Za-z]|[IVX]{2,6}|[ivx]{2,6})(?P<mark>[、.):]?)"
)
"""Numbers as parts are printed with them, folded to half width."""
_ANY = re.compile(rf"{_NUMERAL}|[A-Za-z]+")
_SLOTTED = ("of", "in", "number", "letters")
"""The groups in which the numerals of a number stand."""


def series_of(words: str) -> tuple[Series, Ordinal] | None:
    """Read a number as it is printed, alone: 第二章, (四), 专栏15, 17, 表3-1; None where it is none.

    A roman I, V or X is a number, and so are several letters that make one; every other letter is a letter.
    """
    narrow = words.translate(NARROW)
    match = _PRINTED.fullmatch(narrow)
    if match is None:
        return None
    start, end = next(match.span(group) for group in _SLOTTED if match[group])
    pattern = words[:start]
    values: list[int] = []
    done = start
    for numeral in _ANY.finditer(narrow, start, end):
        slot = _slot(words[numeral.start() : numeral.end()])
        values.append(_style(slot).read(numeral[0]))
        pattern += f"{words[done : numeral.start()]}{{{slot}}}"
        done = numeral.end()
    value = _value(values)
    if value is None:
        return None
    return Series(pattern + words[done:]), value


def _slot(numeral: str) -> str:
    """Return what stands for a numeral in the pattern of its series."""
    match = _SHAPE.fullmatch(numeral)
    assert match, numeral
    return _SHAPES[(match.lastindex or 1) - 1][0]


_SHAPES = (
    ("一", _STYLES["一"].pattern),
    ("①", _STYLES["①"].pattern),
    ("㈠", _STYLES["㈠"].pattern),
    # with zeros before it, a number says how many digits all of them have
    ("01", "0[0-9]"),
    ("001", "0[0-9]{2}"),
    ("0001", "0[0-9]{3}"),
    ("1", "[0-9]+"),
    ("１", f"[{DIGITS}]+"),
    ("I", "[IVXＩＶＸ]|[A-ZＡ-Ｚ]{2,}"),
    ("i", "[ivxｉｖｘ]|[a-zａ-ｚ]{2,}"),
    ("A", "[A-ZＡ-Ｚ]"),
    ("a", "[a-zａ-ｚ]"),
)
"""What a numeral looks like that is written so; the first that fits counts."""
_SHAPE = re.compile("|".join(f"({shape})" for _, shape in _SHAPES))


# --- at the beginning of a heading ------------------------------------------------------------------------

_UNITS = "年月日号时分秒个期类种人家所处条项万亿名次位座台套件倍元%版届级大带流多余些G米公吨亩"
"""What is counted, or goes on with a word: of 专栏3个 the 3 is an amount."""
_OF_SEVERAL = "级类期线次产号年"
"""What stands behind the second of two numbers that are words: 一、二级医院."""
_END = r"(?=$|[\s:、,.(“《])"
"""What stands behind a number that is told apart from the words by nothing else."""
_LABELLED = r"(?:专栏|附[件表图录]|表|图)\s?"
_WORDS = "Chapter|Section|Part|Article|Box|Table|Figure|Annex|Appendix|Schedule|Column"
_LEADING = re.compile(
    rf"第\s?(?:[0-9]{{1,4}}|[{HUNDREDS}][{ORDINALS}]{{0,6}})\s?"
    r"(?:部分|章(?!程)|节(?![点能课日目])|编(?![号码制辑])|[篇卷](?![章烟])|[条款项目点](?=[\s:、,.]|$))"
    rf"|\((?:[{HUNDREDS}]{{1,4}}|[0-9]{{1,3}}|[A-Za-z]|[IVX]{{2,6}}|[ivx]{{2,6}})\)"
    rf"|[{HUNDREDS}]{{1,4}}[、.](?![{HUNDREDS}]{{1,4}}[、.{_OF_SEVERAL}])"
    rf"|[0-9]{{1,3}}(?:、(?![0-9]{{1,2}}[、{_OF_SEVERAL}])|\)|\.(?![0-9]))"
    rf"|[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,4}}(?=\s+[^\s0-9{_UNITS}])"
    rf"|{_LABELLED}[0-9]{{1,3}}(?:[-–—.][0-9]{{1,3}})?(?![0-9.\-–—{_UNITS}])"
    rf"|{_LABELLED}(?:[{HUNDREDS}]{{1,4}}|[A-Z]){_END}"
    rf"|(?:{_WORDS})\s(?:[0-9]{{1,3}}(?:[-–—.][0-9]{{1,3}})?|[IVX]{{1,6}}|[A-Z]){_END}"
    rf"|[{_CIRCLES}{_IN_BRACKETS}]"
    r"|(?:[IVX]{1,6}|[A-Za-z])(?:[、)]|\.(?=\s|[^\x00-\x7f]))"
)
"""Numbers with which a heading begins, folded to half width; what may be words is none: 2025年, 一体化."""


def split_number(heading: str) -> tuple[str, str]:
    """Return the number with which a heading begins, with its mark, and the words behind it.

    The number is empty where the heading begins with words. Blanks between the two are in neither.
    """
    match = _LEADING.match(heading[:_LONGEST].translate(NARROW))
    if match is None or series_of(heading[: match.end()]) is None:
        return "", heading
    return heading[: match.end()], heading[match.end() :].lstrip()


_LONGEST = 60
"""How many characters of a heading are read for its number."""


# --- a run of numbers -------------------------------------------------------------------------------------


class Numbered(NamedTuple):
    """A part that carries a number: its key, and the series in which it counts."""

    key: str
    series: Series
    value: Ordinal

    @property
    def counted(self) -> int:
        """The number that counts: of 表3-1 the last."""
        return _each(self.value)[-1]

    @property
    def within(self) -> tuple[int, ...]:
        """The numbers before that: of 表3-1 that of its chapter."""
        return _each(self.value)[:-1]

    def like(self, count: int, within: tuple[int, ...] | None = None) -> str:
        """Write another number of the series beside this one, or `within` another chapter.

        Of 表3-1 the fourth is 表3-4.
        """
        ahead = self.within if within is None else within
        return numbered(self.series, _value((*ahead, count)) or count)


def numbered_part(key: str, number: str) -> Numbered | None:
    """Return a part with its printed number read; None where it is no number."""
    read = series_of(number)
    return Numbered(key, *read) if read else None


class Scope(StrEnum):
    """Where the numbers of a series begin."""

    THROUGH = "through"
    """Once, at the beginning of the plan."""
    ANEW = "anew"
    """At 1 in each part that holds some."""
    EITHER = "either"
    """In each part that holds some at 1, or behind the one before it: as it is found."""


class Wrong(StrEnum):
    """What is wrong with a number."""

    GAP = "gap"
    TWICE = "twice"
    DISORDER = "disorder"


class Fault(NamedTuple):
    """A number that is wrong; `key` is where that shows, and `missing` are those of a gap."""

    wrong: Wrong
    key: str
    label: str
    missing: tuple[str, ...] = ()


def faults(holders: Iterable[Sequence[Numbered]], scope: Scope = Scope.EITHER) -> Iterator[Fault]:
    """Yield what is wrong with the numbers of one series, in reading order.

    `holders` are the parts that hold some, each with its numbers; those without any are left out. Gaps are
    one fault in each run: where the first one is, with all the numbers that are missing.
    """
    runs = list(filter(None, holders))
    if scope is Scope.THROUGH:
        runs = [list(chain.from_iterable(runs))]
    if scope is Scope.EITHER:
        yield from _as_found(runs)
        return
    for run in runs:
        yield from _in_run(run, 0, begins_again=False)


def _as_found(runs: Sequence[Sequence[Numbered]]) -> Iterator[Fault]:
    """Yield what is wrong where each run begins at 1, or goes on behind the one before it."""
    # Numbers that each stand alone, and never at 1, are names: the only project of a chapter is its 3.
    if all(len(run) == 1 and run[0].counted > 1 for run in runs):
        return
    before = 0
    for run in runs:
        counts = [one.counted for one in run]
        # a list that goes on behind the one before it may begin again at 1 further down
        begins_anew = 1 in counts and counts[0] != before + 1
        yield from _in_run(run, 0 if begins_anew else before, begins_again=True)
        before = _reached(run)


def _in_run(run: Sequence[Numbered], before: int, begins_again: bool) -> Iterator[Fault]:
    """Yield what is wrong in one run that goes on behind `before`; it may begin again at 1."""
    gaps: list[Numbered] = []
    missing: list[str] = []
    stretches = _begun_again(run, before) if begins_again else [run]
    for stretch in stretches:
        places = _in_order(stretch, before)
        yield from _out_of_order(stretch, places)
        last = before
        for one in map(stretch.__getitem__, places):
            skipped = _nowhere(stretch, range(last + 1, one.counted))
            if skipped:
                gaps.append(one)
            missing += map(one.like, skipped)
            last = one.counted
        before = 0
    if gaps:
        first = gaps[0]
        yield Fault(Wrong.GAP, first.key, first.like(first.counted), tuple(missing))


def _nowhere(stretch: Sequence[Numbered], counts: Iterable[int]) -> list[int]:
    """Return the numbers that no part of a stretch has.

    One that stands elsewhere than in order is in disorder, and not missing.
    """
    there = {one.counted for one in stretch}
    return [count for count in counts if count not in there]


def _begun_again(run: Sequence[Numbered], before: int) -> Iterator[Sequence[Numbered]]:
    """Yield the stretches of a run that each begin at 1; the first one may go on behind `before`.

    Behind numbers that began with another one a 1 begins nothing, as long as none of them comes again: of
    (四)(一)(二)(三) the first was moved, and of 2. 1. 2. the first of two lists lost its 1.
    """
    begun = 0
    for at, end in pairwise([*_ones(run), len(run)]):
        opened = run[begun].counted in (1, before + 1)
        there = {one.counted for one in run[begun:at]}
        again = {one.counted for one in run[at:end]}
        if opened or there & again:
            yield run[begun:at]
            begun, before = at, 0
    yield run[begun:]


def _ones(run: Sequence[Numbered]) -> Iterator[int]:
    """Yield where a 1 stands behind other numbers."""
    for at, one in enumerate(run):
        if at and one.counted == 1:
            yield at


def _in_order(stretch: Sequence[Numbered], before: int) -> list[int]:
    """Return where the longest run of numbers stands that rise, all above `before`.

    Of two as long it is that of the first.
    """
    # It is read from its end, since of two as long `rising` takes the one that ends lower.
    falling = [
        (at, -one.counted) for at, one in enumerate(reversed(stretch)) if one.counted > before
    ]
    return [len(stretch) - 1 - at for at, _ in reversed(rising(falling))]


def _out_of_order(stretch: Sequence[Numbered], in_order: Iterable[int]) -> Iterator[Fault]:
    """Yield the numbers that come twice in a stretch, or at another place than in order."""
    stay = set(in_order)
    seen = {stretch[at].counted for at in stay}
    for at, one in enumerate(stretch):
        if at not in stay:
            wrong = Wrong.TWICE if one.counted in seen else Wrong.DISORDER
            seen.add(one.counted)
            yield Fault(wrong, one.key, one.like(one.counted))


def _reached(run: Iterable[Numbered]) -> int:
    """Return the highest number since the last 1."""
    reached = 0
    for one in run:
        reached = 1 if one.counted == 1 else max(reached, one.counted)
    return reached
