"""Many words looked for at once: one walk over the text, however many they are."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from plancli.core.text.characters import ends_inside, torn

_GRAM = 4
"""The walk stops where the first characters of some words stand; shorter words have a walk of their own."""


EVERY = 10**9
"""More places than any text has."""


class Occurrences(NamedTuple):
    """Where words begin in a text, in order; `more` where only the first places are given."""

    starts: tuple[int, ...]
    more: bool = False


def occurrences(text: str, wanted: Iterable[str], most: int = EVERY) -> dict[str, Occurrences]:
    """Return where each of the `wanted` words stands in `text`, up to `most` places.

    Words do not stand inside a longer number or Latin word: 12个 not in 112个.
    """
    found: dict[str, list[int]] = {words: [] for words in wanted if words}
    by_gram: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for words in found:
        gram = words[:_GRAM]
        by_gram[len(gram)][gram].append(words)
    for size, waiting in by_gram.items():
        _walk(text, size, waiting, found, most)
    return {
        words: Occurrences(tuple(starts[:most]), len(starts) > most)
        for words, starts in found.items()
    }


def _walk(
    text: str, size: int, waiting: dict[str, list[str]], found: dict[str, list[int]], most: int
) -> None:
    """Note the places of words by their first `size` characters; words with enough places wait no longer."""
    for at in [at for at in range(len(text) - size + 1) if text[at : at + size] in waiting]:
        gram = text[at : at + size]
        for words in waiting[gram]:
            if text.startswith(words, at) and _whole(text, at, at + len(words)):
                found[words].append(at)
                if len(found[words]) > most:
                    waiting[gram] = [other for other in waiting[gram] if other != words]


def _whole(text: str, start: int, end: int) -> bool:
    return not (torn(text, start) or ends_inside(text, end))
