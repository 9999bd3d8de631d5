"""Many words looked for at once: one walk over the text, however many they are."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from typing import NamedTuple

from plancli.core.text.atoms import whole

_GRAM = 4
"""The walk stops where the first characters of some words stand; shorter words have a walk of their own."""


EVERY = 10**9
"""More places than any text has."""


class Occurrences(NamedTuple):
    """Where words begin in a text, in order; `more` where only the first places are given."""

    starts: tuple[int, ...]
    more: bool = False


IsWhole = Callable[[int, int], bool]
"""Whether the characters from one offset up to another are whole words of the text."""


def occurrences(
    text: str, wanted: Iterable[str], most: int = EVERY, is_whole: IsWhole | None = None
) -> dict[str, Occurrences]:
    """Return where each of the `wanted` words stands in `text`, up to `most` places.

    Words do not stand inside a longer number or Latin word: 12个 not in 112个. Who knows more of the text
    than its characters say, such as where blanks were, judges that by `is_whole`.
    """
    is_whole = is_whole or partial(whole, text)
    found: dict[str, list[int]] = {}
    by_gram: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for words in filter(None, dict.fromkeys(wanted)):
        found[words] = []
        gram = words[:_GRAM]
        by_gram[len(gram)][gram].append(words)
    for size, waiting in by_gram.items():
        _walk(text, size, waiting, found, most, is_whole)

    told: dict[str, Occurrences] = {}
    for words, starts in found.items():
        # one place more than `most` was noted, so that it can be said that there are more
        told[words] = Occurrences(tuple(starts[:most]), len(starts) > most)
    return told


def _walk(
    text: str,
    size: int,
    waiting: dict[str, list[str]],
    found: dict[str, list[int]],
    most: int,
    is_whole: IsWhole,
) -> None:
    """Note the places of words by their first `size` characters; words with enough places wait no longer."""
    for at in range(len(text) - size + 1):
        gram = text[at : at + size]
        # almost everywhere nothing begins: this is all that is asked there
        if gram not in waiting:
            continue
        for words in tuple(waiting[gram]):
            if not text.startswith(words, at):
                continue
            if not is_whole(at, at + len(words)):
                continue
            found[words].append(at)
            if len(found[words]) > most:
                waiting[gram].remove(words)


_END = 3
"""So many characters at an end of some words are enough to be known again, or a third of longer ones."""


def keeps_an_end(before: str, after: str, words: str) -> bool:
    """Whether of words that are to go an end stands as often as before: only a part of them went."""
    size = max(len(words) // 3, _END)
    if len(words) < 2 * size:
        return False
    for end in (words[:size], words[-size:]):
        times = before.count(end)
        if times and after.count(end) >= times:
            return True
    return False
