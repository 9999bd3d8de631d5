"""The passages nearest to words that stand nowhere: for a person to read, never to apply."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.text.diff import alignment

_GRAM = 3
_VOTES = 4000
"""How many places are looked up for one quotation, the rarest grams first."""
_TRIED = 6
_WINDOW, _STEP = 400, 200
"""Long texts are compared in windows that overlap."""


class Near(NamedTuple):
    """Characters `start:end` of one text, and how much of the words stands there (0 to 1)."""

    text: int
    start: int
    end: int
    similarity: float


class _Window(NamedTuple):
    text: int
    start: int
    words: str


class Nearest:
    """Folded texts prepared for the search of similar words."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._windows = [window for at, text in enumerate(texts) for window in _windows(at, text)]
        self._places: dict[str, list[int]] = defaultdict(list)
        for at, window in enumerate(self._windows):
            for gram in set(_grams(window.words)):
                self._places[gram].append(at)

    def passages(self, fragments: Sequence[str], count: int, least: float) -> list[Near]:
        """Return up to `count` passages that resemble the fragments in their order, the nearest first."""
        found = [_aligned(self._windows[at], fragments) for at in self._candidates(fragments)]
        found.sort(key=lambda near: (-near.similarity, near.text, near.start))
        kept: list[Near] = []
        for near in found:
            apart = all(
                near.text != k.text or near.end <= k.start or k.end <= near.start for k in kept
            )
            if near.similarity >= least and apart and near.start < near.end:
                kept.append(near)
        return kept[:count]

    def _candidates(self, fragments: Sequence[str]) -> list[int]:
        """Return the windows that share most grams with the fragments."""
        grams = {gram for fragment in fragments for gram in _grams(fragment)}
        places = sorted(
            (self._places[gram] for gram in sorted(grams) if gram in self._places), key=len
        )
        votes: Counter[int] = Counter()
        looked = 0
        for at in places:
            if looked and looked + len(at) > _VOTES:
                break
            votes.update(at)
            looked += len(at)
        return [window for window, _ in votes.most_common(_TRIED)]


def _windows(at: int, text: str) -> Iterable[_Window]:
    if len(text) <= _WINDOW:
        return [_Window(at, 0, text)]
    return [
        _Window(at, start, text[start : start + _WINDOW])
        for start in range(0, len(text) - _STEP, _STEP)
    ]


def _grams(text: str) -> Iterable[str]:
    return (text[at : at + _GRAM] for at in range(max(len(text) - _GRAM + 1, 1)))


def _aligned(window: _Window, fragments: Sequence[str]) -> Near:
    spans = [alignment(fragment, window.words) for fragment in fragments]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    common = sum(span.common for span in spans)
    total = sum(map(len, fragments))
    similarity = common / total if len(fragments) > 1 else 2 * common / max(total + end - start, 1)
    return Near(window.text, window.start + start, window.start + end, similarity)
