"""Differences between two texts, atom by atom: exact for merging, smoothed for reading."""

import re
from bisect import bisect_left
from collections import Counter
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
_STEPS = (
    re.compile("[^。！？!?；;]*[。！？!?；;]+|[^。！？!?；;]+"),
    re.compile("[^，,、：:]*[，,、：:]+|[^，,、：:]+"),
)
_SMALL = 400 * 400
"""Up to this product of lengths two texts are compared whole."""
_LARGE = 1000 * 1000
"""Above it a stretch without a common clause counts as replaced: bounded by size, never by the clock."""
_MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
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


def marked(runs: Iterable[Run]) -> str:
    """Return runs with plain marks: [-removed-]{+new+}."""
    return "".join(_MARKS[run.op].format(run.text) for run in runs)


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
    """Compare atoms as single characters: long texts by sentence and clause first, then inside."""
    code: dict[str, str] = {}
    for atom in (*old, *new):
        plain = len(atom) == 1 and ord(atom) < _PRIVATE
        code.setdefault(atom, atom if plain else chr(_PRIVATE + len(code)))
    spelled = {char: atom for atom, char in code.items()}
    runs: list[Run] = []
    for one, other in _pieces("".join(code[a] for a in old), "".join(code[a] for a in new), _STEPS):
        for op, text in _script(one, other, smooth):
            words = "".join(spelled[char] for char in text)
            if not words:
                continue
            if op == "=" and runs and runs[-1].op == "=":
                words = runs.pop().text + words
            runs.append(Run(op, words))
    return runs


def _pieces(old: str, new: str, steps: tuple[re.Pattern[str], ...]) -> Iterator[tuple[str, str]]:
    """Yield parts of both texts, side by side, cut at sentences (then clauses) that stand in both."""
    if not steps or old == new or len(old) * len(new) <= _SMALL:
        yield old, new
        return
    one, other = steps[0].findall(old), steps[0].findall(new)
    here = there = 0
    for at, partner in [*_anchors(one, other), (len(one), len(other))]:
        yield from _pieces("".join(one[here:at]), "".join(other[there:partner]), steps[1:])
        yield "".join(one[at : at + 1]), "".join(other[partner : partner + 1])
        here, there = at + 1, partner + 1


def _anchors(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """Pair the parts that stand in both: those before and behind every change, and inside the unique ones."""
    head = tail = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    ends = len(one) - tail, len(other) - tail
    places = {part: at for at, part in enumerate(other[head : ends[1]], head)}
    counts = Counter(one[head : ends[0]]), Counter(other[head : ends[1]])
    pairs = [
        (at, places[part])
        for at, part in enumerate(one[head : ends[0]], head)
        if counts[0][part] == counts[1][part] == 1
    ]
    behind = [(ends[0] + at, ends[1] + at) for at in range(tail)]
    return [(at, at) for at in range(head)] + _rising(pairs) + behind


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs that rise on both sides (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    before: list[int] = []
    for at, (_, partner) in enumerate(pairs):
        pile = bisect_left(tops, partner)
        before.append(piles[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [partner]
        piles[pile : pile + 1] = [at]
    found: list[tuple[int, int]] = []
    last = piles[-1] if piles else -1
    while last >= 0:
        found.append(pairs[last])
        last = before[last]
    return found[::-1]


def _script(old: str, new: str, smooth: bool) -> list[Run]:
    if old == new or not old or not new:
        return [Run("=", old)] if old == new else _change(old, new)
    if len(old) * len(new) > _LARGE:  # nothing in common by which to find a way through
        return _change(old, new)
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a time-out would make the result depend on the machine
    script = engine.diff_main(old, new, False)
    (engine.diff_cleanupSemantic if smooth else engine.diff_cleanupSemanticLossless)(script)
    return [Run(_OPS[op], text) for op, text in script]


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
