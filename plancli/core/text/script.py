"""The shortest script that turns one text into another, letter by letter; a letter may stand for a piece."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from plancli.core.text.atoms import with_letters
from plancli.core.text.characters import CLAUSE_MARKS, LIST_MARK, SENTENCE_MARKS
from plancli.core.text.cutting import Cut, clauses_of, sentences_of, side_by_side
from plancli.core.text.marked import Op, Run

if TYPE_CHECKING:
    from rapidfuzz.distance import Opcodes

_PRIVATE = 0x100000
"""Where letters begin that no text has: the last private plane, refused in files."""
_SMALL = 400 * 400
"""Up to this product of lengths two texts are compared whole: the table of both takes a millisecond.

Above it they are first cut at what stands in both, which may miss the very shortest script.
"""
_LARGE = 20_000 * 20_000
"""Above it a stretch without a common clause counts as replaced: bounded by size, never by the clock."""

RawRun = tuple[Op, str]
"""A run before its neighbours are joined to it."""


def by_atoms(old: str, new: str) -> Sequence[RawRun]:
    """Compare two texts atom by atom: each atom is one letter."""
    if old == new:
        return [("=", old)]
    if not old or not new:
        return change(old, new)
    letters = _Letters()
    one, other = with_letters(old, letters), with_letters(new, letters)
    return letters.spelled(_slid(_compared(one, other, (clauses_of,))))


def by_pieces(old: Sequence[str], new: Sequence[str]) -> Sequence[RawRun]:
    """Compare texts piece by piece: each piece is one letter."""
    letters = _Letters()
    one, other = letters.written(old), letters.written(new)
    return letters.spelled(_slid(_compared(one, other, (sentences_of, clauses_of))))


def as_runs(steps: Iterable[RawRun]) -> list[Run]:
    """Join neighbours of one kind; of changes that touch, what goes stands before what comes."""
    found: list[Run] = []
    same: list[str] = []
    old = new = ""
    for op, text in [*steps, ("=", "")]:
        if op == "=":
            if text:
                found += _runs(change(old, new))
                old = new = ""
            same.append(text)
            continue
        found += _runs([("=", "".join(same))])
        same = []
        if op == "-":
            old += text
        else:
            new += text
    found += _runs([("=", "".join(same))])
    return found + _runs(change(old, new))


def _runs(steps: Iterable[RawRun]) -> list[Run]:
    """Return steps as runs, without those that have no words."""
    return [Run(op, text) for op, text in steps if text]


def change(old: str, new: str) -> list[RawRun]:
    """Return a change as steps: what goes, then what comes."""
    steps: list[RawRun] = []
    if old:
        steps.append(("-", old))
    if new:
        steps.append(("+", new))
    return steps


class _Letters:
    """Letters from a private plane that stand for longer pieces of text."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def __call__(self, piece: str) -> str:
        return self._codes.setdefault(piece, chr(_PRIVATE + len(self._codes)))

    def written(self, pieces: Iterable[str]) -> str:
        """Return pieces with a letter in place of each that is longer than one character."""
        letters: list[str] = []
        for piece in pieces:
            letters.append(piece if len(piece) == 1 else self(piece))
        return "".join(letters)

    def spelled(self, steps: list[RawRun]) -> list[RawRun]:
        """Return steps with the pieces in place of their letters."""
        if not self._codes:
            return steps
        pieces: dict[int, str] = {}
        for piece, code in self._codes.items():
            pieces[ord(code)] = piece
        return [(op, text.translate(pieces)) for op, text in steps]


def _compared(old: str, new: str, cuts: tuple[Cut, ...]) -> list[RawRun]:
    """Compare two texts of which every character is a letter."""
    if len(old) * len(new) <= _SMALL:
        return _shortest(old, new)
    steps: list[RawRun] = []
    for one, other in side_by_side(old, new, cuts, _SMALL):
        steps += _shortest(one, other)
    return list(as_runs(steps))


def _shortest(old: str, new: str) -> list[RawRun]:
    """Return the shortest script of two texts of which every character is a letter."""
    if old == new:
        return [("=", old)] if old else []
    if not old or not new:
        return change(old, new)
    if len(old) * len(new) > _LARGE:  # nothing in common by which to find a way through
        return change(old, new)

    # compared from the end, so that of equally short scripts the one comes out that changes early
    steps: list[RawRun] = []
    one, other = len(old), len(new)
    for code in reversed(_opcodes()(old[::-1], new[::-1])):
        gone = old[one - code.src_end : one - code.src_start]
        come = new[other - code.dest_end : other - code.dest_start]
        if code.tag == "insert":
            steps.append(("+", come))
        elif code.tag == "delete":
            steps.append(("-", gone))
        else:
            steps.append(("=", gone))
    return steps


@cache
def _opcodes() -> Callable[[str, str], "Opcodes"]:
    """Return the library's function for the shortest script, imported when it is first needed."""
    from rapidfuzz.distance import Indel

    return Indel.opcodes


# --- where a change that can be marked in several places reads best -----------------------------------------


def _slid(steps: Sequence[RawRun]) -> list[RawRun]:
    """Slide each lone change between equal texts to the boundary at which a person would put it.

    In 甲、乙、丙 the change may take out 乙、 or 、乙: both give the same text.
    """
    steps = list(steps)
    for at in range(1, len(steps) - 1):
        (before, left), (op, text), (after, right) = steps[at - 1 : at + 2]
        lone = op != "=" and before == "=" and after == "="
        # the slide of the change before may have taken all that stood on the left
        if lone and left and right:
            steps[at - 1 : at + 2] = _best_place(left, (op, text), right)
    return steps


def _best_place(before: str, step: RawRun, after: str) -> list[RawRun]:
    """Return a change between two texts where it begins and ends best; of equal places the last one."""
    op, words = step
    size = len(words)
    low, high = _slack(before, words, after)
    if low == high == 0:
        return [("=", before), step, ("=", after)]
    whole = before + words + after
    best, place = -1, len(before)
    for start in range(len(before) - low, len(before) + high + 1):
        good = _goodness(whole, start) + _goodness(whole, start + size)
        if good >= best:
            best, place = good, start
    end = place + size
    return [("=", whole[:place]), (op, whole[place:end]), ("=", whole[end:])]


def _slack(before: str, words: str, after: str) -> tuple[int, int]:
    """Return by how many characters a change may go to the left and to the right without another result.

    It may go left as long as what stands before it is its own end again, and right likewise.
    """
    size = len(words)
    low = 0
    while low < len(before) and before[-1 - low] == words[-1 - low % size]:
        low += 1
    high = 0
    while high < len(after) and after[high] == words[high % size]:
        high += 1
    return low, high


_NOTHING_CUT, _SENTENCE, _CLAUSE, _LIST, _MARK, _WORD = 5, 4, 3, 2, 1, 0
"""How good a place is for a change to begin or end: best at an end of the text, worst inside a word."""
_OTHER_CLAUSES = CLAUSE_MARKS.replace(LIST_MARK, "")


def _goodness(text: str, at: int) -> int:
    """Return how good the place before character `at` is for a change to begin or end."""
    if at in (0, len(text)):
        return _NOTHING_CUT
    left, right = text[at - 1], text[at]
    if left in SENTENCE_MARKS:
        return _SENTENCE
    if left in _OTHER_CLAUSES:
        return _CLAUSE
    # 、乙 goes with its mark: the place before the mark of a list is better than the one behind it
    if right == LIST_MARK:
        return _CLAUSE
    if left == LIST_MARK:
        return _LIST
    inside_word = left.isalnum() and right.isalnum()
    return _WORD if inside_word else _MARK
