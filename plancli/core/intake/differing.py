"""What of a paragraph stands on paper, and where it differs first, where its words are not found there."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancli.core.intake.pieces import PaperPiece
from plancli.core.intake.stream import PaperWords, Stream
from plancli.core.text.diff import alignment, exact
from plancli.core.text.marked import Run

_RUN = 4
"""Words that agree by chance are fewer."""
_SHOWN = 24
"""Characters that are shown of a difference."""
_ROOM = 400
"""Words of the paper that are looked through beyond those of a paragraph, where its neighbours leave more."""


class Missing(NamedTuple):
    """How many words of a paragraph stand on paper all the same, and where it differs first.

    Its characters `here:end` are `paper` there; where nothing resembles it, they are its beginning.
    """

    common: int
    here: int
    end: int
    paper: str


class Gaps:
    """The words on paper between the neighbours of a paragraph that was not found there."""

    def __init__(self, found: Mapping[int, Sequence[PaperPiece]], stream: Stream) -> None:
        self._found = found
        self._stream = stream

    def missing(self, at: int, words: PaperWords) -> Missing:
        """Return what of a paragraph stands between its neighbours, and where it differs first."""
        key = words.key
        between = self._between(at)
        if len(between) > 2 * len(key) + _ROOM:
            near = alignment(key, between)
            between = between[near.start : near.end]
        runs = exact(key, between)
        agreeing = [len(run.text) for run in runs if run.op == "="]
        common = sum(length for length in agreeing if length >= _RUN)
        if common * 2 < len(key):
            return Missing(common, 0, words.end[min(_SHOWN, len(key)) - 1], "")
        first = _first(runs)
        high = min(first.end, first.here + _SHOWN)
        here = words.start[first.here] if first.here < len(key) else words.end[-1]
        end = words.end[high - 1] if high > first.here else here
        return Missing(common, here, end, first.paper[:_SHOWN])

    def scattered(self, first: int, rows: Sequence[PaperWords]) -> int:
        """Return how many words of some rows stand between their neighbours, in whatever order.

        On paper a row has as many lines as its tallest cell, and words of one cell stand between those of
        the next: the table is there, and no row of it in one piece.
        """
        here = Counter("".join(words.key for words in rows))
        return (here & Counter(self._between(first, len(rows)))).total()

    def _between(self, at: int, count: int = 1) -> str:
        """Return the words from the end of the paragraph before to the beginning of the next one behind."""
        before = max((one for one in self._found if one < at), default=None)
        behind = min((one for one in self._found if one >= at + count), default=None)
        low = 0 if before is None else self._found[before][-1].end
        high = len(self._stream.key) if behind is None else self._found[behind][0].start
        if high < low:
            # one of the neighbours stands elsewhere: a box, a note
            high = len(self._stream.key)
        return self._stream.key[low:high]


class _First(NamedTuple):
    """The first difference: the words `here:end` of a paragraph are `paper` on paper."""

    here: int
    end: int
    paper: str


def _first(runs: Sequence[Run]) -> _First:
    """Return the first difference; what stands before and behind the paragraph is none of it."""
    own = [at for at, run in enumerate(runs) if run.op != "+"]
    done = 0
    here: int | None = None
    paper = ""
    for run in runs[own[0] : own[-1] + 2]:
        if run.op == "=":
            if here is not None:
                break
            done += len(run.text)
            continue
        here = done if here is None else here
        if run.op == "+":
            paper += run.text
        else:
            done += len(run.text)
    return _First(done if here is None else here, done, paper)
