"""The cover of what is handed up for a signature: one page with what matters of a consultation."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.evidence.changed_line import ChangedLine
from plancli.core.evidence.redline import LineKind
from plancli.core.publish.sheet import Sheet
from plancli.core.rounds.counts import share_of
from plancli.core.text.in_part import is_gap
from plancli.core.text.marked import Run
from plancli.core.text.punctuation import bracketed


class DecisionBar(NamedTuple):
    """A decision and the number of comments that have it, as it is `told`: with its part of all comments.

    `length` is its part of the most that any has.
    """

    label: str
    told: str
    length: float


class CoverSheet(NamedTuple):
    """Totals by decision, drawn as bars, and by unit as a table, what is unresolved, and the largest changes.

    Of a table without rows `no_units` and `no_changes` say so. A `stamp` says that it is not for publication.
    `heads` stand above the parts, in this order.
    """

    title: str
    stamp: str
    lead: str
    heads: tuple[str, str, str, str]
    decision_bars: tuple[DecisionBar, ...]
    units: Sheet
    unresolved: tuple[str, ...]
    changes: Sheet
    language: str
    no_units: str
    no_changes: str


def decision_bars(counted: Iterable[tuple[str, int]], language: str) -> tuple[DecisionBar, ...]:
    """Return labels with what was counted for each, what part of all that is, and how long their bars are."""
    listed = list(counted)
    counts = [count for _label, count in listed]
    whole, most = sum(counts), max(counts, default=0)
    bars: list[DecisionBar] = []
    for label, count in listed:
        told = f"{count}{bracketed(share_of(count, whole), language)}"
        bars.append(DecisionBar(label, told, count / most))
    return tuple(bars)


def largest(changes: Iterable[ChangedLine], most: int) -> list[ChangedLine]:
    """Return so many changes that came and went with the most characters, the largest first."""
    return sorted(changes, key=lambda change: -_size(change))[:most]


def _size(change: ChangedLine) -> int:
    """Return how many characters came and went; of a picture the name of its file says nothing."""
    unwritten = _UNWRITTEN * (change.moved + (change.kind is LineKind.PICTURE))
    if change.kind is LineKind.PICTURE:
        return unwritten
    changed = [run for run in (*change.before, *change.after) if run.op in "-+"]
    return unwritten + sum(len(run.text) for run in changed)


_UNWRITTEN = 10
"""A move or another picture counts as so many characters."""
_BEFORE = 8
"""Characters ahead of the first change that are shown."""
_GAP = "……"


def from_its_first_change(runs: Sequence[Run], most: int) -> tuple[Run, ...]:
    """Return marked words from a little ahead of the first change on, at most so many characters of them."""
    words = [run._replace(text=run.text.replace("\n", " ")) for run in runs if not is_gap(run)]
    first = next((at for at, run in enumerate(words) if run.op != "="), 0)
    found: list[Run] = []
    if first:
        ahead = "".join(run.text for run in words[:first])
        cut = _GAP if len(ahead) > _BEFORE else ""
        found.append(Run("=", cut + ahead[-_BEFORE:]))
    left = most
    for op, text in words[first:]:
        found.append(Run(op, text[:left]))
        left -= len(text)
        if left < 0:
            found.append(Run("=", _GAP))
        if left <= 0:
            break
    return tuple(found)
