"""Store the dictionary of words where plancli is built: python -m plancli.cli.storing_words FILE.

rjieba does not tell its words. The package jieba, from which it has them, lies open; that they are the same
words, as frequent, is proved by what both dictionaries answer.
"""

import sys
from collections.abc import Mapping
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from plancli.stored_words import NOWHERE, written


def store(file: Path) -> None:
    """Write the words of the rjieba that is here; nothing where they cannot be known."""
    frequencies = words_of_jieba()
    if not frequencies or not are_those_of_rjieba(frequencies):
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(".new")  # a build that is stopped leaves no half of it
    beside.write_bytes(written(f"rjieba-{version('rjieba')}", frequencies))
    beside.replace(file)


def words_of_jieba() -> dict[str, int]:
    """Return each word of jieba's dictionary and how frequent it is; of equal ones the last counts."""
    package = find_spec("jieba")
    if package is None or not package.origin:
        return {}
    found: dict[str, int] = {}
    listed = Path(package.origin).with_name("dict.txt").read_text(encoding="utf-8")
    for line in listed.rstrip("\n").split("\n"):
        word, frequency, *_kind = line.split()
        found[word] = int(frequency)
    return found


def are_those_of_rjieba(frequencies: Mapping[str, int]) -> bool:
    """Whether rjieba has these words and no others, each as frequent.

    How frequent a word has to be, that it is not cut, depends on its own frequency and those of its parts;
    with a word that is far more frequent than all others, on these others together.
    """
    one: Any
    other: Any
    try:
        import rjieba

        one, other = rjieba.Jieba(), rjieba.Jieba.empty()  # type: ignore[no-untyped-call]
    except (
        ImportError,
        AttributeError,
    ):  # none for this platform; an old one, always with all words
        return False
    for word, frequency in frequencies.items():
        other.add_word(word, frequency, "")
    if any(_answer(one, word) != _answer(other, word) for word in frequencies):
        return False
    for engine in (one, other):
        engine.add_word(NOWHERE, _FAR_MORE, "")
    return bool(one.suggest_freq(NOWHERE * 9) == other.suggest_freq(NOWHERE * 9))


_FAR_MORE = 10**12
"""With so many a difference of one in all others is still seen."""


def _answer(engine: Any, word: str) -> tuple[bool, int]:
    return engine.has_word(word), engine.suggest_freq(word)


if __name__ == "__main__":
    store(Path(sys.argv[1]))
