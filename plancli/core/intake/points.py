"""The numbered points of one opinion: 1. and 2., 一是 and 二是, (一) and (二)."""

import re
from collections.abc import Iterator

from plancli.core.text.characters import CLAUSE_MARKS, SENTENCE_MARKS
from plancli.core.text.numerals import DIGITS, TENS, number

_WHERE = rf"(?:^|(?<=[\n{SENTENCE_MARKS}{CLAUSE_MARKS}”])[ \t\u3000]*)"
"""Where a point can begin: a line, or behind a mark."""
_FORMS = tuple(
    re.compile(f"{_WHERE}{form}", re.MULTILINE)
    for form in (
        f"[{TENS}]{{1,3}}、",
        f"[（(][{TENS}]{{1,3}}[）)]、?",
        rf"[{DIGITS}]{{1,2}}[.．、](?![{DIGITS}])",
        f"[（(][{DIGITS}]{{1,2}}[）)][.、]?",
        f"[{DIGITS}]{{1,2}}[）)]",
        "[①②③④⑤⑥⑦⑧⑨⑩]",
        f"第[{TENS}]{{1,3}}[,，、:：]",
        f"[{TENS}]{{1,3}}是",
    )
)
"""How points are numbered, the outermost first: 1. 2. inside of 一、二、 are none of their own."""
_VALUE = re.compile(f"[{TENS}{DIGITS}]+|[①-⑩]")
_LEAST = 2
"""With so many points an opinion is one of several."""


def points_of(opinion: str) -> list[str]:
    """Return the points of an opinion, each without its number; nothing where it is not numbered from 1 on.

    What stands ahead of the first belongs to all of them, and to none.
    """
    for form in _FORMS:
        starts = [match for match in form.finditer(opinion) if not _is_quoted(opinion, match)]
        if len(starts) < _LEAST or _values(starts) != list(range(1, len(starts) + 1)):
            continue
        ends = [match.start() for match in starts[1:]] + [len(opinion)]
        points = [
            opinion[match.end() : end].strip() for match, end in zip(starts, ends, strict=True)
        ]
        return points if all(points) else []
    return []


def _is_quoted(opinion: str, match: re.Match[str]) -> bool:
    """Whether a number stands in a quotation: in words of the draft, or in those that are to be its own."""
    before = opinion[: match.start()]
    return any(before.count(opening) > before.count(closing) for opening, closing in _QUOTES)


_QUOTES = (("“", "”"), ("「", "」"), ("《", "》"))


def _values(starts: list[re.Match[str]]) -> list[int]:
    return list(_numbers(starts))


def _numbers(starts: list[re.Match[str]]) -> Iterator[int]:
    for match in starts:
        found = _VALUE.search(match[0])
        numeral = found[0] if found else "0"
        if numeral in _CIRCLED:
            yield _CIRCLED.index(numeral) + 1
        elif numeral.isdecimal():
            yield int(numeral)
        else:
            yield number(numeral)


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩"
