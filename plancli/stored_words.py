"""The dictionary of rjieba as the build laid it in a file, of which a start reads what its texts need.

rjieba puts 349,000 words together anew at every start, which takes a tenth of a second; a `check` asks about
a page of text. A dictionary with no other words than those that can occur in a text cuts it alike, if each
word has the same share of all the frequencies: so what the others have together is given to a word that
occurs nowhere. The file is written by `cli.storing_words`, which proves that the words are those of rjieba.

It counts for exactly the rjieba whose words these are. Beside any other rjieba loads its own, as ever; so it
does where so much text is cut that this is faster.
"""

import os
import sys
from functools import cache
from itertools import pairwise
from threading import Lock

from plancli.core.text.segmenter import SEGMENTER, whole_dictionary

TYPE_CHECKING = False  # as in `language`
if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap
    from typing import Any

STORE = os.path.join(os.path.dirname(__file__), "dictionary", "words.bin")

NOWHERE = "\n"
"""A word that occurs in no text: no sign between words is looked up."""
_MANY = 4000
"""So many openings are looked up in a fifth of the time that it takes rjieba to load all of its words."""


@cache
def use(store: str = STORE) -> None:
    """Let texts be cut with the stored words, where they are those of this rjieba; once in a process."""
    SEGMENTER.use(StoredDictionary(store).cut)


class StoredDictionary:
    """Cuts texts as rjieba does; nothing is read or loaded before the first."""

    def __init__(self, store: str) -> None:
        self._store = store
        self._lock = Lock()  # the pages of `serve` are made in threads
        self._opened = False
        self._words: StoredWords | None = None
        self._engine: Any = None
        self._known: set[str] = set()
        self._left = 0

    def cut(self, text: str) -> list[str]:
        """Return the words of a text."""
        with self._lock:
            if not self._opened:
                self._open()
            new = openings(text) - self._known
            if self._words is None or len(self._known) + len(new) > _MANY:
                self._words = None
                return whole_dictionary(text)
            self._learn(self._words, new)
            cut: list[str] = self._engine.cut(text)
            return cut

    def _open(self) -> None:
        self._opened = True
        if "rjieba" in sys.modules:  # all words are loaded
            return
        self._words = opened(self._store)
        if self._words is not None:
            self._engine = empty_engine()
            self._left = self._words.together

    def _learn(self, words: "StoredWords", new: set[str]) -> None:
        """Add the words that begin as a text has it; the others keep their share."""
        for opening in new:
            for word, frequency in words.beginning_with(opening):
                self._engine.add_word(word, frequency, "")
                self._left -= frequency
            self._known.add(opening)
        self._engine.add_word(NOWHERE, self._left, "")


def openings(text: str) -> set[str]:
    """Return every character of a text, and every two that stand together: how its words begin."""
    return {*text, *map("".join, pairwise(text))}


def empty_engine() -> "Any":
    """Return rjieba without words. Its package loads all of them as it is imported, so that is passed by."""
    from importlib.machinery import PathFinder
    from importlib.util import find_spec, module_from_spec

    package = find_spec("rjieba")
    assert package
    spec = PathFinder.find_spec("rjieba.rjieba", package.submodule_search_locations)
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    sys.modules[spec.name] = module  # where the package looks for it, should it be imported
    spec.loader.exec_module(module)
    return module.Jieba.empty()


# --- the file -----------------------------------------------------------------------------------------------

_SIZE = 4
"""Bytes of the number that says where a group begins."""


class StoredWords:
    """The words of a file that is mapped into memory: what nobody asks for is not read.

    Two lines: whose words these are, and with which characters they begin. Then where the group of each of
    these characters begins, and where the last one ends, counted from the first. A group has a line for every
    opening: the opening, and each word as what follows the opening and how frequent it is.
    """

    def __init__(self, mapped: "mmap", together: int, firsts: str, at: int) -> None:
        self.together = together
        """How frequent all words are together."""
        self._mapped = mapped
        self._firsts = firsts
        self._starts = at
        self._base = at + (len(firsts) + 1) * _SIZE
        self._groups: dict[str, bytes] = {}

    def beginning_with(self, opening: str) -> "Iterator[tuple[str, int]]":
        """Yield each word that begins with two characters, or that is this one, and how frequent it is."""
        first = opening[0]
        if first not in self._groups:
            self._groups[first] = self._group(first)
        group = self._groups[first]
        start = group.find(f"\n{opening}\t".encode())
        if start < 0:
            return
        line = group[start + 1 : group.index(b"\n", start + 1)].decode()
        for entry in line.split("\t")[1:]:
            rest, frequency = entry.split(" ")
            yield opening + rest, int(frequency)

    def _group(self, first: str) -> bytes:
        at = self._firsts.find(first)
        if at < 0:
            return b""
        return self._mapped[self._start(at) : self._start(at + 1)]

    def _start(self, number: int) -> int:
        at = self._starts + number * _SIZE
        return self._base + int.from_bytes(self._mapped[at : at + _SIZE], "little")


def written(owner: str, frequencies: "dict[str, int]") -> bytes:
    """Return the words of an rjieba as a file has them."""
    lines: dict[str, dict[str, list[str]]] = {}
    for word, frequency in frequencies.items():
        opening, rest = word[:2], word[2:]
        group = lines.setdefault(word[0], {})
        group.setdefault(opening, [opening]).append(f"{rest} {frequency}")
    starts = [0]
    body: list[bytes] = []
    for group in lines.values():
        text = "\n" + "".join("\t".join(line) + "\n" for line in group.values())
        body.append(text.encode())
        starts.append(starts[-1] + len(body[-1]))
    head = f"{owner} {sum(frequencies.values())}\n{''.join(lines)}\n".encode()
    numbers = b"".join(start.to_bytes(_SIZE, "little") for start in starts)
    return head + numbers + b"".join(body)


def opened(store: str) -> StoredWords | None:
    """Return the words of a file; None where there is none, or where they are those of another rjieba."""
    from mmap import ACCESS_READ, mmap

    try:
        with open(store, "rb") as file:
            mapped = mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None
    owner, _, together = mapped.readline().decode().rpartition(" ")
    if not owner or not is_here(owner):
        return None
    firsts = mapped.readline().decode().rstrip("\n")
    return StoredWords(mapped, int(together), firsts, mapped.tell())


def is_here(owner: str) -> bool:
    """Whether the rjieba that would be imported is the one of a name and version: rjieba-0.2.2.

    `importlib.metadata` knows it, too, and takes as long to import as all that this saves on a short text.
    """
    from importlib.util import find_spec

    package = find_spec("rjieba")
    if package is None or not package.origin:
        return False
    folder = os.path.dirname(os.path.dirname(package.origin))
    return os.path.isdir(os.path.join(folder, f"{owner}.dist-info"))
