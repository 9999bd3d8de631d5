"""Which paragraph of a draft each paragraph of a file is: by its mark, or by its words; never by likeness."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from plancli.core.intake.origin import FileOrigin
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.cells import LEVELS, levels
from plancli.core.plan.printed import Printed
from plancli.core.text.diff import Splice
from plancli.core.text.matchkey import fold, match_key
from plancli.core.text.order import rising


class Match(NamedTuple):
    """The part of a draft that a paragraph of a file is: all of what is printed from `start` to `end`.

    `text` is that paragraph; it has the same words, perhaps in another spelling.
    """

    key: str
    text: str
    start: int
    end: int


class Sought(NamedTuple):
    """A paragraph of a file as it is looked for: its words, and the numbers that mark it."""

    text: str
    marks: tuple[int, ...] = ()


def matched(
    corpus: Corpus, sought: Sequence[Sought], origin: FileOrigin | None
) -> dict[int, Match]:
    """Return which part of the draft each paragraph is, by its place in `sought`.

    A paragraph that bears marks is the marked part whose words it has. Others are those with the same words
    in the same order, as many as can be; the rest are none.
    """
    forms = _forms(corpus)
    keys = list(corpus.outline.in_reading_order)
    ranks = {key: at for at, key in enumerate(keys)}
    pairs: list[tuple[int, int]] = []
    for at, one in enumerate(sought):
        places = forms.get(fold(one.text), {})
        marked = [key for key in _marked(one, origin) if key in places]
        # of equal words the last comes first, so that of one paragraph only one pair can be taken
        rank = sorted({ranks[key] for key in (marked[:1] or places)}, reverse=True)
        pairs += [(at, there) for there in rank[:_TWINS]]
    found: dict[int, Match] = {}
    for at, there in rising(pairs):
        key = keys[there]
        start, end = forms[fold(sought[at].text)][key]
        found[at] = Match(key, sought[at].text, start, end)
    return found


_TWINS = 50
"""So many parts of the draft may have the same words; a paragraph of which there are more is none of them."""


def _marked(one: Sought, origin: FileOrigin | None) -> list[str]:
    if origin is None:
        return []
    return [origin.parts[number].key for number in one.marks if number in origin.parts]


def _forms(corpus: Corpus) -> Mapping[str, Mapping[str, tuple[int, int]]]:
    """Return the parts that have some words, and which of their printed characters these are.

    A file may print a part without its number, where its program counts by itself, and its responsible units
    in a line of their own; a head with several levels is a cell for each, and the innermost is its own.
    """
    found: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    for key in corpus.outline.in_reading_order:
        line = corpus.line(key)
        for end in (len(line.text), _ahead_of_units(line)):
            for start in (0, _behind_number(line), _innermost(corpus, key, line)):
                words = fold(line.text[start:end])
                if words:
                    found[words].setdefault(key, (start, end))
    return found


def _behind_number(line: Printed) -> int:
    return line.fields[0].start if line.fields else 0


def _innermost(corpus: Corpus, key: str, line: Printed) -> int:
    """Return where the innermost level of the head of a column begins, which has a cell of its own."""
    if key not in corpus.outline.heads or LEVELS not in line.text:
        return 0
    return line.text.rindex(levels(line.text)[-1])


def _ahead_of_units(line: Printed) -> int:
    own = [field for field in line.fields if field.name != "units"]
    return own[-1].end if own else len(line.text)


def share(sought: Iterable[Sought], found: Mapping[int, Match]) -> float:
    """Return the share of characters of a file that stand in paragraphs of the draft; 1 of an empty file."""
    total = known = 0
    for at, one in enumerate(sought):
        total += len(one.text)
        known += len(one.text) if at in found else 0
    return known / total if total else 1.0


def in_draft(line: Printed, match: Match, splices: Iterable[Splice]) -> list[Splice]:
    """Return changes of a paragraph of a file as changes of what the draft prints."""
    there = line.text[match.start : match.end]
    if there == match.text:
        shift = match.start
        return [Splice(one.start + shift, one.end + shift, one.text) for one in splices]
    own, other = match_key(match.text), match_key(there)
    found: list[Splice] = []
    for one in splices:
        # blanks and the like have no place in the key: what begins there begins with the next character
        begin = bisect_right(own.end, one.start)
        end = bisect_right(own.end, one.end)
        low = other.end[begin - 1] if begin else 0
        high = other.end[end - 1] if end else 0
        if one.start < one.end and begin < len(other.start):
            low = min(other.start[begin], high)
        found.append(Splice(low + match.start, max(low, high) + match.start, one.text))
    return found
