"""Differences between two texts: exact on atoms for merging, widened to whole words for reading."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from plancli.core.text.characters import atoms, boundaries, with_letters
from plancli.core.text.marked import Op, Run
from plancli.core.text.order import rising

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes


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
_PRIVATE = 0x100000
"""Where letters begin that no text has: the last private plane, refused in files."""
_SENTENCES = re.compile("[^。！？!?；;]*[。！？!?；;]+|[^。！？!?；;]+")
_CLAUSES = re.compile("[^，,、：:]*[，,、：:]+|[^，,、：:]+")
_SMALL = 400 * 400
"""Up to this product of lengths two texts are compared whole."""
_LARGE = 20_000 * 20_000
"""Above it a stretch without a common clause counts as replaced: bounded by size, never by the clock."""
_OPS: dict[int, Op] = {0: "=", -1: "-", 1: "+"}
_CODES = {op: code for code, op in _OPS.items()}

Cut = Callable[[str], Sequence[str]]
_Step = tuple[Op, str]
"""A run before its neighbours are joined to it."""


def exact(old: str, new: str) -> list[Run]:
    """Return the shortest script on atoms; the "=" and "-" runs spell `old`, "=" and "+" spell `new`."""
    return _joined(
        step
        for one, other in _pieces(old, new, (_lines, _SENTENCES.findall), 0)
        for step in (_inside(one, other) if one != other else (("=", one),))
    )


def readable(old: str, new: str) -> list[Run]:
    """Return the script as a person would mark it: words and titles whole, no single characters between."""
    if old == new:
        return [Run("=", old)] if old else []
    return _without_islands(_joined(_smooth(_by_pieces(words(old), words(new)))))


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


def _pieces(old: str, new: str, cuts: tuple[Cut, ...], small: int) -> Iterator[tuple[str, str]]:
    """Yield parts of both texts, side by side, cut at lines (sentences, clauses) that stand in both.

    Texts whose lengths have a product up to `small` are not cut.
    """
    if not cuts or old == new or len(old) * len(new) <= small:
        yield old, new
        return
    one, other = cuts[0](old), cuts[0](new)
    here = there = 0
    for at, partner, size in _blocks(_anchors(one, other), (len(one), len(other))):
        if here < at or there < partner:
            yield from _pieces(
                "".join(one[here:at]), "".join(other[there:partner]), cuts[1:], small
            )
        here, there = at + size, partner + size
        same = "".join(one[at:here])
        yield same, same


def _blocks(
    pairs: Iterable[tuple[int, int]], ends: tuple[int, int]
) -> Iterator[tuple[int, int, int]]:
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


# --- short texts: the shortest script -----------------------------------------------------------------------


def _inside(old: str, new: str) -> Sequence[_Step]:
    """Compare two different texts atom by atom: each atom is one letter."""
    if not old or not new:
        return _change(old, new)
    letters = _Letters()
    one, other = with_letters(old, letters), with_letters(new, letters)
    return letters.spelled(_slid(_compared(one, other, (_CLAUSES.findall,))))


def _by_pieces(old: Sequence[str], new: Sequence[str]) -> list[_Step]:
    """Compare texts piece by piece: each piece is one letter."""
    letters = _Letters()
    one, other = (
        "".join(p if len(p) == 1 else letters(p) for p in pieces) for pieces in (old, new)
    )
    return letters.spelled(_slid(_compared(one, other, (_SENTENCES.findall, _CLAUSES.findall))))


class _Letters:
    """Letters from a private plane that stand for longer pieces of text."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def __call__(self, piece: str) -> str:
        return self._codes.setdefault(piece, chr(_PRIVATE + len(self._codes)))

    def spelled(self, steps: list[_Step]) -> list[_Step]:
        """Return steps with the pieces in place of their letters."""
        if not self._codes:
            return steps
        pieces = {ord(code): piece for piece, code in self._codes.items()}
        return [(op, text.translate(pieces)) for op, text in steps]


def _compared(old: str, new: str, cuts: tuple[Cut, ...]) -> list[_Step]:
    """Compare two texts of which every character is an atom."""
    if len(old) * len(new) <= _SMALL:
        return _script(old, new)
    return list(
        _joined(step for pair in _pieces(old, new, cuts, _SMALL) for step in _script(*pair))
    )


def _script(old: str, new: str) -> list[_Step]:
    """Return the shortest script of two texts of which every character is an atom."""
    if old == new or not old or not new:
        return [("=", old)] if old == new and old else _change(old, new)
    if len(old) * len(new) > _LARGE:  # nothing in common by which to find a way through
        return _change(old, new)
    # compared from the end, so that of equally short scripts the one comes out that changes early
    steps: list[_Step] = []
    one, other = len(old), len(new)
    for code in reversed(_shortest()(old[::-1], new[::-1])):
        if code.tag == "insert":
            steps.append(("+", new[other - code.dest_end : other - code.dest_start]))
        else:
            text = old[one - code.src_end : one - code.src_start]
            steps.append(("=" if code.tag == "equal" else "-", text))
    return steps


@cache
def _shortest() -> Callable[[str, str], "Opcodes"]:
    """Return the library's function for the shortest script, imported when it is first needed."""
    from rapidfuzz.distance import Indel

    return Indel.opcodes


def _joined(steps: Iterable[_Step]) -> list[Run]:
    """Join neighbours of one kind; of changes that touch, what goes stands before what comes."""
    found: list[Run] = []
    same: list[str] = []
    old = new = ""
    for op, text in steps:
        if op == "=":
            if text and (old or new):
                found += [Run(*step) for step in _change(old, new)]
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
    return [*found, *_same(same), *(Run(*step) for step in _change(old, new))]


def _same(texts: list[str]) -> list[Run]:
    text = "".join(texts)
    return [Run("=", text)] if text else []


def _slid(steps: Sequence[_Step]) -> list[_Step]:
    """Slide each lone change between equal texts to the boundary at which a person would put it."""
    steps = list(steps)
    for at in range(1, len(steps) - 1):
        (before, left), (op, text), (after, right) = steps[at - 1 : at + 2]
        lone = op != "=" and before == after == "=" and left and right
        if lone and (left[-1] == text[-1] or right[0] == text[0]):
            steps[at - 1 : at + 2] = _best_place(left, (op, text), right)
    return steps


def _best_place(before: str, step: _Step, after: str) -> list[_Step]:
    op, words = step
    low = 0
    while low < len(before) and before[-1 - low] == words[-1 - low % len(words)]:
        low += 1
    high = 0
    while high < len(after) and after[high] == words[high % len(words)]:
        high += 1
    whole, at = before + words + after, len(before)
    shift = max(range(-low, high + 1), key=lambda by: (_edges(whole, at + by, len(words)), by))
    start, end = at + shift, at + shift + len(words)
    return [("=", whole[:start]), (op, whole[start:end]), ("=", whole[end:])]


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


def _smooth(steps: Iterable[_Step]) -> list[_Step]:
    """Join changes with what little stands unchanged between them, where most of a passage is new."""
    from diff_match_patch import diff_match_patch

    script = [(_CODES[op], text) for op, text in steps if text]
    diff_match_patch().diff_cleanupSemantic(script)
    return [(_OPS[code], text) for code, text in script if text]


def _without_islands(runs: list[Run]) -> list[Run]:
    """Swallow single characters that stand unchanged between two changes, and join what then touches."""
    joined: list[Run] = []
    old = new = ""
    for before, run, after in zip([None, *runs], runs, [*runs[1:], None], strict=False):
        island = before and after and "=" not in (before.op, after.op)
        if run.op == "=" and not (island and len(run.text) == 1 and run.text.isalnum()):
            joined += [*(Run(*step) for step in _change(old, new)), run]
            old = new = ""
        else:
            old += run.text if run.op != "+" else ""
            new += run.text if run.op != "-" else ""
    return [*joined, *(Run(*step) for step in _change(old, new))]


def _change(old: str, new: str) -> list[_Step]:
    steps: list[_Step] = [("-", old)] if old else []
    return [*steps, ("+", new)] if new else steps
