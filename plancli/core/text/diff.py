"""Differences between two texts: exact on atoms for merging, widened to whole words for reading."""

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from plancli.core.text.cutting import lines_of, sentences_of, side_by_side
from plancli.core.text.marked import Op, Run
from plancli.core.text.script import RawRun, as_runs, by_atoms, by_pieces
from plancli.core.text.words import Portion, widened, words


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


_REMEMBERED = 256
"""So many scripts are kept: rules ask about the texts of one comment again and again, then of the next."""


def exact(old: str, new: str) -> list[Run]:
    """Return the shortest script on atoms; the "=" and "-" runs spell `old`, "=" and "+" spell `new`."""
    return list(_exact(old, new))


@lru_cache(_REMEMBERED)
def _exact(old: str, new: str) -> tuple[Run, ...]:
    steps: list[RawRun] = []
    for one, other in side_by_side(old, new, (lines_of, sentences_of), 0):
        steps += by_atoms(one, other)
    return tuple(as_runs(steps))


def readable(old: str, new: str) -> list[Run]:
    """Return the script as a person would mark it: words, numbers, titles and names of units whole."""
    return whole_words(smooth(old, new))


def smooth(old: str, new: str) -> list[Run]:
    """Return a short script without single characters between two changes; it may cut words."""
    if old == new:
        return as_runs([("=", old)])
    if not (old and new):  # the whole of it came, or went, wherever its words end
        return as_runs([("-", old), ("+", new)])
    return _without_islands(as_runs(_cleaned(by_pieces(words(old), words(new)))))


def splices(old: str, new: str) -> list[Splice]:
    """Return what turns `old` into `new`, in the coordinates of `old`, nothing touching."""
    if old == new:  # what is asked most often, of texts that nobody changed
        return []
    return as_splices(exact(old, new), 0)


def as_splices(runs: Iterable[Run], at: int) -> list[Splice]:
    """Return the changes of a script whose old text begins with character `at`."""
    found: list[Splice] = []
    for op, text in runs:
        if op == "=":
            at += len(text)
        elif op == "-":
            found.append(Splice(at, at + len(text), ""))
            at += len(text)
        elif found and found[-1].end == at:  # what comes stands behind what goes
            found[-1] = found[-1]._replace(text=text)
        else:
            found.append(Splice(at, at, text))
    return found


def apply(text: str, changes: Iterable[Splice]) -> str:
    """Return `text` with sorted splices made that do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, added in changes:
        parts += text[at:start], added
        at = end
    return "".join([*parts, text[at:]])


_MARGIN = 10
"""Beside the best stretch of the window one character more in so many of the words is looked at, and two."""


def alignment(wanted: str, text: str) -> Alignment:
    """Return the stretch of `text` that resembles the `wanted` words most."""
    low, high = _window(wanted, text)
    window = text[low:high]
    blocks = _common(wanted, window)
    if not blocks:
        return Alignment(low, low, 0)
    first, last = blocks[0], blocks[-1]
    # what the words have before and behind all that is common has a place in the text, too
    start = max(first.there - first.here, 0)
    end = min(last.there + len(wanted) - last.here, len(window))
    return Alignment(low + start, low + end, sum(block.size for block in blocks))


def _window(wanted: str, text: str) -> tuple[int, int]:
    """Return a stretch of a longer text round what resembles the words most."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    if len(wanted) >= len(text):
        return 0, len(text)
    found = partial_ratio_alignment(wanted, text)
    if found is None:
        return 0, len(text)
    margin = len(wanted) // _MARGIN + 2
    low = max(found.dest_start - margin, 0)
    high = found.dest_end + margin
    return low, high


class _Common(NamedTuple):
    """Characters that stand in two texts: where in each, and how many."""

    here: int
    there: int
    size: int


def _common(one: str, other: str) -> list[_Common]:
    """Return the longest common sequence of two texts, stretch by stretch."""
    from rapidfuzz.distance import LCSseq

    found: list[_Common] = []
    for code in LCSseq.opcodes(one, other):
        if code.tag == "equal":
            found.append(_Common(code.src_start, code.dest_start, code.src_end - code.src_start))
    return found


# --- for people ---------------------------------------------------------------------------------------------

_OPS: dict[int, Op] = {0: "=", -1: "-", 1: "+"}
"""The signs of diff-match-patch."""
_CODES = {op: code for code, op in _OPS.items()}


def _cleaned(steps: Iterable[RawRun]) -> list[RawRun]:
    """Join changes with what little stands unchanged between them, where most of a passage is new."""
    from diff_match_patch import diff_match_patch

    script = [(_CODES[op], text) for op, text in steps if text]
    diff_match_patch().diff_cleanupSemantic(script)
    return [(_OPS[code], text) for code, text in script if text]


def _without_islands(runs: list[Run]) -> list[Run]:
    """Swallow single characters that stand unchanged between two changes, and join what then touches."""
    steps: list[RawRun] = []
    for at, run in enumerate(runs):
        if _is_island(runs, at):
            steps += [("-", run.text), ("+", run.text)]
        else:
            steps.append(run)
    return as_runs(steps)


def _is_island(runs: list[Run], at: int) -> bool:
    """Whether a run is one letter or digit between two changes: a mark there tells where words end."""
    if not 0 < at < len(runs) - 1 or "=" in (runs[at - 1].op, runs[at + 1].op):
        return False
    op, text = runs[at]
    return op == "=" and len(text) == 1 and text.isalnum()


def whole_words(runs: Iterable[Run]) -> list[Run]:
    """Let the changes of a script begin and end where words, numbers and names of units do."""
    parts = [_portion(run) for run in runs]
    steps: list[RawRun] = []
    for old, new, changed in widened(parts, str):
        if changed is None:
            steps.append(("=", old))
        else:
            steps += [("-", old), ("+", new)]
    return as_runs(steps)


_CHANGED = "changed"
"""All changes of a script are of one kind: a word that two of them cut is marked as one."""


def _portion(run: Run) -> Portion[str]:
    """Return a run as what stood there and what stands there now."""
    if run.op == "=":
        return Portion(run.text, run.text, None)
    if run.op == "-":
        return Portion(run.text, "", _CHANGED)
    return Portion("", run.text, _CHANGED)
