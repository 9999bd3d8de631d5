"""A quotation beside the draft's own words: what is changed in the one, carried over to the other."""

import re
from typing import NamedTuple

from plancli.core.diff import Splice, splices
from plancli.core.text import match_key


class Quoted(NamedTuple):
    """A quotation, and where each of its characters stands in the words of the draft (`spans`)."""

    quote: str
    spans: tuple[tuple[int, int], ...]

    def splices(self, wording: str) -> list[Splice]:
        """Return what turns the quotation into `wording`, in the coordinates of the draft's words.

        What the unit only typed otherwise (width, quotes, blanks) and leaves as it is does not change.
        """
        found: list[Splice] = []
        for start, end, text in splices(self.quote, wording):
            low = self.spans[start - 1][1] if start and start == end else self._start(start)
            high = low if start == end else self.spans[end - 1][1]
            if low < high or text:
                found.append(Splice(low, high, text))
        return found

    def _start(self, at: int) -> int:
        return self.spans[at][0] if at < len(self.spans) else self.spans[-1][1]


def quoted(quote: str, words: str) -> Quoted:
    """Lay a quotation over the draft's words, which are equal under the match key or hold its fragments."""
    one, other = match_key(quote), match_key(words)
    places = _places(one.text, other.text)
    spans: list[tuple[int, int]] = []
    at = 0
    for position in range(len(quote)):
        while at < len(places) and one.end[at] <= position:
            at += 1
        if at < len(places) and one.start[at] <= position:
            first, last = places[at]
            spans.append((other.start[first], other.end[last - 1]) if first < last else _empty(spans))
        else:
            spans.append(_empty(spans))
    return Quoted(quote, tuple(spans))


def _empty(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the place of a character that the draft does not have: behind the one before it."""
    return (spans[-1][1],) * 2 if spans else (0, 0)


def _places(quote: str, words: str) -> list[tuple[int, int]]:
    """Return for each character of the quotation's key its characters in the key of the words.

    An ellipsis stands for what is left out between the fragments round it.
    """
    if quote == words:
        return [(at, at + 1) for at in range(len(quote))]
    pieces = re.split("(…)", quote)
    starts = _starts([piece for piece in pieces if is_fragment(piece)], words)
    places: list[tuple[int, int]] = []
    done = number = 0
    for piece in pieces:
        if is_fragment(piece):
            done = starts[number]
            places += [(done + at, done + at + 1) for at in range(len(piece))]
            done, number = done + len(piece), number + 1
        elif piece == "…" and 0 < number < len(starts):
            places.append((done, starts[number]))
            done = starts[number]
        else:  # marks beside an ellipsis, which were not looked for
            places += [(done, done)] * len(piece)
    return places


def _starts(fragments: list[str], words: str) -> list[int]:
    """Return where the fragments stand: in order, the last one at the end."""
    starts: list[int] = []
    done = 0
    for fragment in fragments[:-1]:
        starts.append(words.index(fragment, done))
        done = starts[-1] + len(fragment)
    return [*starts, len(words) - len(fragments[-1])]


def is_fragment(piece: str) -> bool:
    """Whether a piece of an ellipsis quotation has words by which to find it."""
    return any(map(str.isalnum, piece))
