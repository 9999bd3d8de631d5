"""A paragraph's wording in each draft, and who changed it from one to the next: all rounds together."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter

from plancli.core.evidence.pieces import Piece, rejected
from plancli.core.evidence.redline import Line, LineKind, redline
from plancli.core.publish.naming import Paper
from plancli.core.publish.review.addresses import distinct
from plancli.core.publish.review.values import History, RoundStep
from plancli.core.publish.review.words import page_changes
from plancli.core.rounds.round import Round

_Told = defaultdict[str, list[Line]]
"""The lines of a round by key: none, one, or two of a part that moved, of which one goes."""


def histories(rounds: Sequence[Round]) -> list[History]:
    """Return the paragraphs that some round changed, as the last one reads, then those that went before.

    One round has no history: its changes are those that the text is marked with.
    """
    if len(rounds) < 2:
        return []
    told = list(map(_told, rounds))
    keys = _changed(told)
    drafts = [round_.draft.draft for round_ in rounds]
    papers = list(map(Paper.of, rounds))
    outcomes = [*drafts[1:], ""]
    found: list[History] = []
    for key, word in zip(keys, distinct(keys), strict=True):
        steps = [_step(key, *made) for made in zip(outcomes, told, strict=True)]
        # what went in an earlier round is called as on the last paper that had it
        paper = [paper for paper, lines in zip(papers, told, strict=True) if lines[key]][-1]
        found.append(History(f"part-time-{word}", key, paper, _first(told[0][key]), tuple(steps)))
    return found


def _told(round_: Round) -> _Told:
    """Return what a round says, by key; a row of a table is told by its cells, and a picture has no words."""
    found = _Told(list)
    for line in redline(round_):
        if line.kind not in (LineKind.ROW, LineKind.PICTURE):
            found[line.key].append(line)
    return found


def _changed(told: Iterable[_Told]) -> list[str]:
    """Return the keys of what some round changed.

    They stand in the order of the last round, behind them what only those before it have.
    """
    last_first = reversed(list(told))
    by_key = [item for lines in last_first for item in lines.items()]
    keys = dict.fromkeys(key for key, _ in by_key)
    changed: set[str] = set()
    for key, lines in by_key:
        if any(map(attrgetter("authors"), lines)):
            changed.add(key)
    return list(filter(changed.__contains__, keys))


def _first(lines: Iterable[Line]) -> str:
    """Return the words that the first draft has; of a part that moves those of the place that it left."""
    words = ""
    for line in lines:
        if not line.added:
            words += rejected(line.pieces)
    return words


def _step(key: str, outcome: str, told: _Told) -> RoundStep:
    """Return what one round made of a paragraph; one that moved shows where it came."""
    lines = told[key]
    # of two lines the one that comes, of one that line, though it goes
    shown = sorted(lines, key=lambda line: bool(line.gone))[:1]
    authors = chain.from_iterable(map(attrgetter("authors"), lines))
    by = {name: name for name in authors}
    pieces: list[Piece] = []
    for line in shown:
        pieces += line.pieces
    changes = page_changes(pieces, by)
    return RoundStep(outcome, tuple(changes), tuple(by), moved=len(lines) > 1)
