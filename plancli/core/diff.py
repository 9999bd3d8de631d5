"""Differences between two texts, atom by atom: exact for merging, smoothed for reading."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from plancli.core.text import atoms

Op = Literal["=", "-", "+"]


class Run(NamedTuple):
    """A stretch that stands in both texts (=), only in the old (-) or only in the new (+)."""

    op: Op
    text: str


class Splice(NamedTuple):
    """Replace the characters `start:end` by `text`."""

    start: int
    end: int
    text: str


_TITLE = re.compile(r"《[^《》]*》")
_PRIVATE = 0xF0000
_OPS: dict[int, Op] = {0: "=", -1: "-", 1: "+"}


def exact(old: str, new: str) -> list[Run]:
    """Return the shortest script on atoms; the "=" and "-" runs spell `old`, "=" and "+" spell `new`."""
    return _diff(atoms(old), atoms(new), smooth=False)


def readable(old: str, new: str) -> list[Run]:
    """Return the script as a person would mark it: titles whole, no islands of single characters."""
    return _without_islands(_diff(list(_titled(old)), list(_titled(new)), smooth=True))


def splices(old: str, new: str) -> list[Splice]:
    """Return what turns `old` into `new`, in the coordinates of `old`, nothing touching."""
    found: list[Splice] = []
    at = 0
    for op, text in exact(old, new):
        if op == "=":
            at += len(text)
            continue
        start, end, words = at, at, ""
        if op == "-":
            at = end = at + len(text)
        else:
            words = text
        if found and found[-1].end == start:
            last = found.pop()
            start, words = last.start, last.text + words
        found.append(Splice(start, end, words))
    return found


def apply(text: str, changes: Iterable[Splice]) -> str:
    """Apply sorted splices that do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, words in changes:
        parts += text[at:start], words
        at = end
    return "".join([*parts, text[at:]])


def _titled(text: str) -> Iterator[str]:
    """Yield atoms, with each 《title》 in one piece."""
    at = 0
    for match in _TITLE.finditer(text):
        yield from atoms(text[at : match.start()])
        yield match[0]
        at = match.end()
    yield from atoms(text[at:])


def _diff(old: list[str], new: list[str], smooth: bool) -> list[Run]:
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a time-out would answer "everything replaced"
    code: dict[str, str] = {}
    for atom in (*old, *new):
        plain = len(atom) == 1 and ord(atom) < _PRIVATE
        code.setdefault(atom, atom if plain else chr(_PRIVATE + len(code)))
    spelled = {char: atom for atom, char in code.items()}
    script = engine.diff_main("".join(map(code.__getitem__, old)), "".join(map(code.__getitem__, new)), False)
    (engine.diff_cleanupSemantic if smooth else engine.diff_cleanupSemanticLossless)(script)
    return [Run(_OPS[op], "".join(map(spelled.__getitem__, text))) for op, text in script]


def _without_islands(runs: list[Run]) -> list[Run]:
    """Swallow single characters that stand unchanged between two changes, and join what then touches."""
    joined: list[Run] = []
    old = new = ""
    for before, run, after in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        island = before and after and "=" not in (before.op, after.op)
        if run.op == "=" and not (island and len(run.text) == 1 and run.text.isalnum()):
            joined += [*_change(old, new), run]
            old = new = ""
        else:
            old += run.text if run.op != "+" else ""
            new += run.text if run.op != "-" else ""
    return [*joined, *_change(old, new)]


def _change(old: str, new: str) -> list[Run]:
    return [run for run in (Run("-", old), Run("+", new)) if run.text]
