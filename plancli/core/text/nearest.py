"""The passages nearest to words that stand nowhere: for a person to read, never to apply."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.text.diff import alignment

_GRAM = 3
_VOTES = 4000
"""How many places are looked up for one quotation, the rarest grams first."""
_TRIED = 6
"""How many windows are compared character by character: the right one is among the first few."""
_WINDOW, _STEP = 400, 200
"""Long texts are compared in windows that overlap."""


class Near(NamedTuple):
    """Characters `start:end` of one text, and how much of the words stands there (0 to 1)."""

    text: int
    start: int
    end: int
    similarity: float

    def overlaps(self, other: "Near") -> bool:
        """Whether two passages have characters in common."""
        return self.text == other.text and self.start < other.end and other.start < self.end


class _Window(NamedTuple):
    text: int
    start: int
    words: str


class Nearest:
    """Folded texts prepared for the search of similar words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._windows: list[_Window] = []
        for at, text in enumerate(texts):
            self._windows += _windows(at, text)
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, window in enumerate(self._windows):
            for gram in set(_grams(window.words)):
                self._places[gram].append(at)

    def passages(self, fragments: Sequence[str], count: int, least: float) -> list[Near]:
        """Return up to `count` passages that resemble the fragments in their order, the nearest first.

        Fragments are folded words, one or the pieces of an ellipsis quote. At least the share `least`
        (0 to 1) of them stands in each passage; of equally near ones the first text comes first.
        """
        found = [_aligned(self._windows[at], fragments) for at in self._candidates(fragments)]
        found.sort(key=lambda near: (-near.similarity, near.text, near.start))
        kept: list[Near] = []
        for near in found:
            if near.similarity < least:
                break  # the nearest come first
            # windows overlap, so that one passage is found in two of them; an empty one is none
            known = any(near.overlaps(other) for other in kept)
            if near.start < near.end and not known:
                kept.append(near)
        return kept[:count]

    def _candidates(self, fragments: Sequence[str]) -> list[int]:
        """Return the windows that share most grams with the fragments, of equal ones as they were met.

        Bounded by what is looked up, so that common words cost no more than rare ones.
        """
        grams: set[str] = set()
        for fragment in fragments:
            grams.update(_grams(fragment))
        places = [self._places[gram] for gram in sorted(grams & self._places.keys())]
        # a rare gram says more of where words come from than a common one
        places.sort(key=len)

        votes: Counter[int] = Counter()
        looked = 0
        for windows in places:
            # the rarest gram is always looked up, however common it is
            if looked and looked + len(windows) > _VOTES:
                break
            votes.update(windows)
            looked += len(windows)
        return [window for window, _ in votes.most_common(_TRIED)]


def _windows(at: int, text: str) -> list[_Window]:
    """Cut a text into windows; a passage up to `_STEP` long stands in one of them whole."""
    if len(text) <= _WINDOW:
        return [_Window(at, 0, text)]
    found: list[_Window] = []
    for start in range(0, len(text) - _STEP, _STEP):
        found.append(_Window(at, start, text[start : start + _WINDOW]))
    return found


def _grams(text: str) -> list[str]:
    """Return all stretches of `_GRAM` characters; a shorter text is one itself."""
    last = max(len(text) - _GRAM, 0)
    return [text[at : at + _GRAM] for at in range(last + 1)]


def _aligned(window: _Window, fragments: Sequence[str]) -> Near:
    """Return the passage of a window from the first to the last of the fragments."""
    spans = [alignment(fragment, window.words) for fragment in fragments]
    starts, ends, shared = zip(*spans, strict=True)
    start, end, common = min(starts), max(ends), sum(shared)
    total = sum(map(len, fragments))

    similarity = 2 * common / max(total + end - start, 1)
    if len(fragments) > 1:
        # what was left out between fragments may have any length: it says nothing against a passage
        similarity = common / total
    return Near(window.text, window.start + start, window.start + end, similarity)
