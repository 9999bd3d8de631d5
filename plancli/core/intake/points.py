"""The numbered points of one opinion: 1. and 2., 一是 and 二是, (一) and (二), First and Second."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.text.characters import CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.numerals import DIGITS, TENS, number

_WHERE = (
    rf"(?:^[ \t\u3000]*|(?<=[{SENTENCE_MARKS}{CLAUSE_MARKS}”])[ \t\u3000]*|(?<=[A-Za-z\")”]\. ))"
)
"""Where a point can begin: a line, or behind a mark; a full stop of English text has a blank behind it."""
_FORMS = tuple(
    re.compile(f"{_WHERE}(?:{form})", re.MULTILINE)
    for form in (
        f"[{TENS}]{{1,3}}、",
        f"[（(][{TENS}]{{1,3}}[）)]、?",
        rf"[{DIGITS}]{{1,2}}[.．、](?![{DIGITS}])",
        f"[（(][{DIGITS}]{{1,2}}[）)][.、]?",
        f"[{DIGITS}]{{1,2}}[）)]",
        "[①②③④⑤⑥⑦⑧⑨⑩]",
        f"第[{TENS}]{{1,3}}[,，、:：]",
        f"[{TENS}]{{1,3}}是",
        r"\([a-h]\)\s?|[a-h]\)\s",
        "(?:First|Second|Third|Fourth|Fifth|Sixth)(?:ly)?,? ",
    )
)
"""How points are numbered; of the forms in an opinion that which begins first is that of its points."""
_FIRST = re.compile(f"[{TENS}][、）)是,，:：]|[{DIGITS}][.．、）)]|①|a\\)|First")
"""What stands somewhere in each opinion with points, since these count from 1: most have nothing of it."""
_VALUE = re.compile(f"[{TENS}{DIGITS}]+|[①-⑩]|[a-h](?=\\))|[FST][a-z]{{2}}")
_LEAST = 2
"""With so many points an opinion is one of several."""


class InPoints(NamedTuple):
    """An opinion in numbered points, each without its number; `ahead` belongs to all of them, and to none."""

    ahead: str
    points: tuple[str, ...]


class LineNumber(NamedTuple):
    """The number with which a line begins: its form, its value, and what stands behind it."""

    form: int
    value: int
    behind: str


def points_of(opinion: str) -> list[str]:
    """Return the points of an opinion, each without its number; nothing where it is not numbered from 1 on.

    What stands ahead of the first belongs to all of them, and to none.
    """
    found = in_points(opinion)
    return list(found.points) if found else []


def in_points(opinion: str) -> InPoints | None:
    """Return an opinion in its points, which are numbered from 1 on; None where it has none.

    1. 2. inside of 一、二、 are none of their own: the form that begins first is the outermost.
    """
    if not _FIRST.search(opinion):
        return None
    best: list[re.Match[str]] = []
    quoted = _quoted(opinion)
    for form in _FORMS:
        starts = [match for match in form.finditer(opinion) if not quoted[match.start()]]
        if len(starts) < _LEAST or _values(starts) != list(range(1, len(starts) + 1)):
            continue
        if not best or starts[0].start() < best[0].start():
            best = starts
    if not best:
        return None
    ends = [match.start() for match in best[1:]] + [len(opinion)]
    points = [opinion[match.end() : end].strip() for match, end in zip(best, ends, strict=True)]
    return InPoints(opinion[: best[0].start()].strip(), tuple(points)) if all(points) else None


def leading_number(line: str) -> LineNumber | None:
    """Return the number with which a line of a list begins; None where it begins with none."""
    found = numbers_in(line)
    return found[0] if found else None


def numbers_in(line: str) -> list[LineNumber]:
    """Return the number with which a line begins, and those of its form that go on counting in it.

    Each has the words up to the next one. Nothing where a line begins with none.
    """
    for at, form in enumerate(_FORMS):
        first = form.match(line)
        if not first:
            continue
        counted, values = [first], _values([first])
        quoted = _quoted(line)
        for match in form.finditer(line, first.end()):
            (value,) = _values([match])
            if value == values[-1] + 1 and not quoted[match.start()]:
                counted.append(match)
                values.append(value)
        ends = [match.start() for match in counted[1:]] + [len(line)]
        return [
            LineNumber(at, value, line[match.end() : end].strip())
            for value, match, end in zip(values, counted, ends, strict=True)
        ]
    return []


def _quoted(opinion: str) -> list[bool]:
    """Return of each place whether it is in a quotation: words of the draft, or those to come."""
    found = [False] * (len(opinion) + 1)
    for opening, closing in _QUOTES:
        depth = 0
        for at, char in enumerate(opinion if opening in opinion else ""):
            found[at] = found[at] or depth > 0
            depth += (char == opening) - (char == closing)
    return found


_QUOTES = (("“", "”"), ("「", "」"), ("《", "》"))


def _values(starts: list[re.Match[str]]) -> list[int]:
    return list(_numbers(starts))


def _numbers(starts: list[re.Match[str]]) -> Iterator[int]:
    for match in starts:
        found = _VALUE.search(match[0])
        numeral = found[0] if found else "0"
        if numeral in _CIRCLED:
            yield _CIRCLED.index(numeral) + 1
        elif numeral in _ORDINALS:
            yield _ORDINALS.index(numeral) + 1
        elif numeral in _LETTERS:
            yield _LETTERS.index(numeral) + 1
        elif numeral.isdecimal():
            yield int(numeral)
        else:
            yield number(numeral)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
_LETTERS = "abcdefgh"
_ORDINALS = ("Fir", "Sec", "Thi", "Fou", "Fif", "Six")
