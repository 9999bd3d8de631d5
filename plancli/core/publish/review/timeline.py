"""A paragraph's wording in each draft, and who changed it from one to the next: all rounds together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from plancli.core.publish.naming import Paper
from plancli.core.publish.review.addresses import distinct
from plancli.core.publish.review.steps import first_cells, first_words, shown, step
from plancli.core.publish.review.told import Told, parts_told
from plancli.core.publish.review.values import History
from plancli.core.rounds.round import Round

_Round = Mapping[str, Sequence[Told]]
"""What a round says by key: nothing, one part, or two of one that moved, of which one goes."""


def histories(rounds: Sequence[Round]) -> list[History]:
    """Return the parts that some round changed, as the last one reads, then those that went before.

    One round has no history: its changes are those that the text is marked with.
    """
    if len(rounds) < 2:
        return []
    told = list(map(_by_key, rounds))
    changed = set[str]().union(*map(_changed, told))
    papers = list(map(Paper.of, rounds))
    outcomes = [*(round_.draft.draft for round_ in rounds[1:]), ""]
    keys = list(_keys(told))
    found: list[History] = []
    for key, word in zip(keys, distinct(keys), strict=True):
        parts = [shown(each.get(key, ()), changed) for each in told]
        steps = tuple(map(step, outcomes, parts, papers))
        paper = _last(papers, parts)
        words, cells = first_words(parts[0]), first_cells(parts[0])
        found.append(History(f"part-time-{word}", key, paper, words, steps, tuple(cells)))
    return found


def _by_key(round_: Round) -> _Round:
    found: defaultdict[str, list[Told]] = defaultdict(list)
    for part in parts_told(round_):
        found[part.line.key].append(part)
    return found


def _changed(told: _Round) -> set[str]:
    """Return the keys of all that changed by itself in a round."""
    found: set[str] = set()
    for part in chain.from_iterable(told.values()):
        found |= part.changed
    return found


def _keys(told: Sequence[_Round]) -> Iterator[str]:
    """Yield the keys of the parts that some round changed, or in which it changed a cell.

    They stand in the order of the last round, behind them what only those before it have.
    """
    changes: dict[str, bool] = {}
    for part in chain.from_iterable(chain.from_iterable(each.values()) for each in reversed(told)):
        key = part.line.key
        changes[key] = changes.get(key, False) or bool(part.changed)
    return filter(changes.get, changes)


def _last(papers: Iterable[Paper], parts: Iterable[Sequence[Told]]) -> Paper:
    """Return the last paper that has a part: what went in an earlier round is called as on it."""
    return [paper for paper, there in zip(papers, parts, strict=True) if there][-1]
