"""Differences between two texts: exact on atoms for merging, widened to whole words for reading."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from plancli.core.text import atoms, boundaries, has_compounds

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


class Alignment(NamedTuple):
    """The characters `start:end` of a text that resemble some words, and how many of them they share."""

    start: int
    end: int
    common: int


_TITLE = re.compile(r"《[^《》]*》")
_PRIVATE = 0xF0000
_SENTENCES = re.compile("[^。！？!?；;]*[。！？!?；;]+|[^。！？!?；;]+")
_CLAUSES = re.compile("[^，,、：:]*[，,、：:]+|[^，,、：:]+")
_SMALL = 400 * 400
"""Up to this product of lengths two texts are compared whole."""
_LARGE = 20_000 * 20_000
"""Above it a stretch without a common clause counts as replaced: bounded by size, never by the clock."""
_MARKS = {"=": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
_OPS: dict[int, Op] = {0: "=", -1: "-", 1: "+"}
_CODES = {op: code for code, op in _OPS.items()}

Cut = Callable[[str], Sequence[str]]


def exact(old: str, new: str) -> list[Run]:
    """Return the shortest script on atoms; the "=" and "-" runs spell `old`, "=" and "+" spell `new`."""
    return _joined(
        run
        for one, other in _pieces(old, new, (_lines, _SENTENCES.findall))
        for run in (_inside(one, other) if one != other else [Run("=", one)])
    )


def readable(old: str, new: str) -> list[Run]:
    """Return the script as a person would mark it: words and titles whole, no single characters between."""
    if old == new:
        return [Run("=", old)] if old else []
    return _without_islands(_joined(_smooth(_coded(words(old), words(new)))))


def splices(old: str, new: str) -> list[Splice]:
    """Return what turns `old` into `new`, in the coordinates of `old`, nothing touching."""
    found: list[Splice] = []
    at = 0
    for op, text in exact(old, new):
        if op == "=":
            at += len(text)
            continue
        start, end, added = at, at, ""
        if op == "-":
            at = end = at + len(text)
        else:
            added = text
        if found and found[-1].end == start:
            last = found.pop()
            start, added = last.start, last.text + added
        found.append(Splice(start, end, added))
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


def alignment(words: str, text: str) -> Alignment:
    """Return the stretch of `text` that resembles `words` most."""
    from rapidfuzz.distance import LCSseq
    from rapidfuzz.fuzz import partial_ratio_alignment

    found = partial_ratio_alignment(words, text) if len(words) < len(text) else None
    margin = len(words) // 10 + 2
    low = max(found.dest_start - margin, 0) if found else 0
    window = text[low : found.dest_end + margin if found else len(text)]
    blocks = [block for block in LCSseq.opcodes(words, window) if block.tag == "equal"]
    if not blocks:
        return Alignment(low, low, 0)
    first, last = blocks[0], blocks[-1]
    start = max(first.dest_start - first.src_start, 0)
    end = min(last.dest_end + len(words) - last.src_end, len(window))
    return Alignment(low + start, low + end, sum(b.src_end - b.src_start for b in blocks))


# --- long texts: cut at what stands in both -----------------------------------------------------------------


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def _pieces(old: str, new: str, cuts: tuple[Cut, ...]) -> Iterator[tuple[str, str]]:
    """Yield parts of both texts, side by side, cut at lines (sentences, clauses) that stand in both."""
    if not cuts or old == new or len(old) * len(new) <= _SMALL:
        yield old, new
        return
    one, other = cuts[0](old), cuts[0](new)
    here = there = 0
    for at, partner, size in _blocks(_anchors(one, other), (len(one), len(other))):
        yield from _pieces("".join(one[here:at]), "".join(other[there:partner]), cuts[1:])
        here, there = at + size, partner + size
        same = "".join(one[at:here])
        yield same, same


def _blocks(pairs: Iterable[tuple[int, int]], ends: tuple[int, int]) -> Iterator[tuple[int, int, int]]:
    """Yield rising pairs as blocks (start, start, length), and an empty block at the end of both."""
    at = partner = size = 0
    for pair in pairs:
        if pair != (at + size, partner + size):
            if size:
                yield at, partner, size
            (at, partner), size = pair, 0
        size += 1
    if size:
        yield at, partner, size
    yield *ends, 0


def _anchors(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
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
    return [(at, at) for at in range(head)] + rising(pairs) + behind


def rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
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


# --- short texts: the shortest script -----------------------------------------------------------------------


def _inside(old: str, new: str) -> list[Run]:
    """Compare two different texts atom by atom."""
    if not old or not new:
        return _change(old, new)
    if not has_compounds(old) and not has_compounds(new):  # every character is an atom
        return _slid(_compared(old, new, (_CLAUSES.findall,)))
    return _coded(atoms(old), atoms(new))


def _coded(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Compare pieces of text as single characters, long texts by clause first; runs are given in full."""
    code: dict[str, str] = {}
    for piece in (*old, *new):
        plain = len(piece) == 1 and ord(piece) < _PRIVATE
        code.setdefault(piece, piece if plain else chr(_PRIVATE + len(code)))
    one, other = "".join(code[piece] for piece in old), "".join(code[piece] for piece in new)
    spelled = {ord(char): piece for piece, char in code.items()}
    runs = _slid(_compared(one, other, (_SENTENCES.findall, _CLAUSES.findall)))
    return [Run(op, text.translate(spelled)) for op, text in runs]


def _compared(old: str, new: str, cuts: tuple[Cut, ...]) -> list[Run]:
    """Compare two texts of which every character is an atom."""
    pieces = list(_pieces(old, new, cuts))
    return _joined(run for pair in pieces for run in _script(*pair)) if len(pieces) > 1 else _script(old, new)


def _script(old: str, new: str) -> list[Run]:
    """Return the shortest script of two texts of which every character is an atom."""
    if old == new or not old or not new:
        return [Run("=", old)] if old == new and old else _change(old, new)
    if len(old) * len(new) > _LARGE:  # nothing in common by which to find a way through
        return _change(old, new)
    from rapidfuzz.distance import Indel

    # compared from the end, so that of equally short scripts the one comes out that changes early
    script = Indel.opcodes(old[::-1], new[::-1]).as_list()
    return _joined(run for code in reversed(script) for run in _runs(old, new, *code))


def _runs(old: str, new: str, tag: str, start: int, end: int, first: int, last: int) -> list[Run]:
    """Return one step of a script that was made from the end."""
    words = old[len(old) - end : len(old) - start]
    return [Run("=", words)] if tag == "equal" else _change(words, new[len(new) - last : len(new) - first])


def _joined(runs: Iterable[Run]) -> list[Run]:
    """Join neighbours of one kind; of changes that touch, what goes stands before what comes."""
    found: list[Run] = []
    same: list[str] = []
    old = new = ""
    for op, text in runs:
        if op == "=":
            if text and (old or new):
                found += _change(old, new)
                old = new = ""
            same.append(text)
            continue
        if same:
            found += _same(same)
            same = []
        if op == "-":
            old += text
        else:
            new += text
    return [*found, *_same(same), *_change(old, new)]


def _same(texts: list[str]) -> list[Run]:
    text = "".join(texts)
    return [Run("=", text)] if text else []


def _slid(runs: list[Run]) -> list[Run]:
    """Slide each lone change between equal texts to the boundary at which a person would put it."""
    for at in range(1, len(runs) - 1):
        before, run, after = runs[at - 1 : at + 2]
        lone = before.op == after.op == "=" and run.op != "="
        if lone and ((before.text and before.text[-1] == run.text[-1]) or after.text[0] == run.text[0]):
            runs[at - 1 : at + 2] = _best_place(before.text, run, after.text)
    return runs


def _best_place(before: str, run: Run, after: str) -> list[Run]:
    words = run.text
    low = 0
    while low < len(before) and before[-1 - low] == words[-1 - low % len(words)]:
        low += 1
    high = 0
    while high < len(after) and after[high] == words[high % len(words)]:
        high += 1
    whole, at = before + words + after, len(before)
    shift = max(range(-low, high + 1), key=lambda by: (_edges(whole, at + by, len(words)), by))
    start, end = at + shift, at + shift + len(words)
    return [Run("=", whole[:start]), Run(run.op, whole[start:end]), Run("=", whole[end:])]


def _edges(text: str, start: int, size: int) -> int:
    return _edge(text, start) + _edge(text, start + size)


def _edge(text: str, at: int) -> int:
    """Return how good a place between two characters is for a change to begin or end."""
    if at in (0, len(text)):
        return 5
    left, right = text[at - 1], text[at]
    if left in "。！？!?；;":
        return 4
    if left in "，,：:" or right == "、":
        return 3
    return 2 if left == "、" else 0 if left.isalnum() and right.isalnum() else 1


# --- for people ---------------------------------------------------------------------------------------------


def words(text: str) -> list[str]:
    """Cut into words, with each number, document number and 《title》 in one piece."""
    pieces: list[str] = []
    at = 0
    for match in _TITLE.finditer(text):
        pieces += [*_segmented(text[at : match.start()]), match[0]]
        at = match.end()
    return [*pieces, *_segmented(text[at:])]


def _segmented(text: str) -> list[str]:
    """Cut where both a word and an atom end."""
    try:
        import rjieba
    except ImportError:  # no build for this platform: numbers stay whole, words may be cut
        return atoms(text)
    ends = sorted(set(boundaries(rjieba.cut(text))) & set(boundaries(atoms(text))))
    return [text[start:end] for start, end in pairwise(ends)]


def _smooth(runs: list[Run]) -> list[Run]:
    """Join changes with what little stands unchanged between them, where most of a passage is new."""
    from diff_match_patch import diff_match_patch

    script = [(_CODES[run.op], run.text) for run in runs]
    diff_match_patch().diff_cleanupSemantic(script)
    return [Run(_OPS[code], text) for code, text in script if text]


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
