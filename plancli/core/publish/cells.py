"""What a table shows of one comment, cell by cell."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.evidence.adoption import comparison
from plancli.core.evidence.wordings import PLACE, Wording
from plancli.core.locate.anchors import Anchor
from plancli.core.plan.span import Pages, Range
from plancli.core.plan.tables import Value
from plancli.core.publish.sheet import Cell
from plancli.core.publish.table import Row
from plancli.core.publish.words import CHINESE, Said
from plancli.core.rounds.round import Round
from plancli.core.text.marked import GAP, Run, focused


class CellSource(NamedTuple):
    """What the cells of a table are taken from; `channels` by unit."""

    round: Round | None
    channels: Mapping[str, str]
    said: Said = CHINESE


def cell(value: Value, row: Row, number: int | None, source: CellSource) -> Cell:
    """Return one cell of a row; empty where there is nothing to say. Only comments have a `number`."""
    simple: dict[Value, Callable[[], str | None]] = {
        Value.NUMBER: lambda: str(number or ""),
        Value.UNIT: lambda: row.unit,
        Value.OPINION: lambda: row.opinion,
        Value.DECISION: lambda: row.decision,
        Value.STATUS: lambda: row.label,
        Value.ANSWER: lambda: row.answer,
        Value.CHANNEL: lambda: source.channels.get(row.unit),
        Value.ID: lambda: row.id,
    }
    if value in simple:
        return simple[value]() or ""
    if row.whole is None or source.round is None:
        return ""
    own = {
        Value.TOPIC: "topic",
        Value.LETTER: "letter",
        Value.RECEIVED: "received",
        Value.HANDLER: "handler",
    }
    if value in own or value is Value.NOTE:
        return getattr(row.whole, own.get(value, "note")) or ""
    if value in _WORDED:
        return tuple(_worded(_WORDED[value], row, source.round))
    between = (
        "\n" if value is Value.PLACE else source.said.comma
    )  # an id is not broken in a narrow column
    return between.join(_PLACED[value](row, source.round))


# --- where --------------------------------------------------------------------------------------------------


def _anchors(comment: Comment, round_: Round) -> Iterator[Anchor]:
    placed = round_.workspace.place(comment.id, Patch.of(comment.at, comment.edits))
    yield from (one.found for one in placed.evidence if isinstance(one.found, Anchor))


def _place(row: Row, round_: Round) -> Iterable[str]:
    """Return the ids of the paragraphs that a comment is about, else the section that it cites."""
    found: dict[str, None] = {}
    for part in row.parts:
        placed = round_.workspace.place(part.id, Patch.of(part.at, part.edits))
        found |= dict.fromkeys(sorted(placed.paragraphs)) or dict.fromkeys([part.at.section or ""])
    return filter(None, found)


def _page(row: Row, round_: Round) -> Iterable[str]:
    return _cited(row, round_, lambda comment: comment.at.page, lambda anchor: anchor.position.page)


def _line(row: Row, round_: Round) -> Iterable[str]:
    return _cited(row, round_, lambda comment: comment.at.line, lambda anchor: anchor.position.line)


def _cited(
    row: Row,
    round_: Round,
    cited: Callable[[Comment], Pages | Range | None],
    found: Callable[[Anchor], Pages | Range | None],
) -> Iterable[str]:
    """Return what a comment cites, else where its words were found."""
    there = [
        cited(part)
        or next((at for anchor in _anchors(part, round_) if (at := found(anchor))), None)
        for part in row.parts
    ]
    return dict.fromkeys(str(at) for at in there if at)


def _original(row: Row, round_: Round) -> Iterable[str]:
    """Return the words of the draft that a comment quotes."""
    quoted = (
        [part.at.original]
        if part.at.original
        else [round_.workspace.corpus.words(a) for a in _anchors(part, round_)]
        for part in row.parts
    )
    return ["\n".join(dict.fromkeys(words for words in chain.from_iterable(quoted) if words))]


_PLACED: dict[Value, Callable[[Row, Round], Iterable[str]]] = {
    Value.PLACE: _place,
    Value.PAGE: _page,
    Value.LINE: _line,
    Value.ORIGINAL: _original,
}


# --- wording ------------------------------------------------------------------------------------------------

_NOTHING = Run("=", "—")
"""Stands where there were no words before, or are none after."""


class _Shown(NamedTuple):
    """What a column shows of a wording: its change to `new`, without what only the other column has."""

    new: Callable[[Wording], str]
    without: str = ""

    def runs(self, wording: Wording) -> list[Run]:
        """Return the sentences that change, none where nothing does."""
        changes = wording.changed_to(self.new(wording))
        if all(run.op == "=" for run in changes):
            return []
        shown = [run for run in focused(changes) if run.op != self.without]
        return shown if any(run != GAP and run.text for run in shown) else [_NOTHING]


_WORDED: dict[Value, _Shown] = {
    Value.ASKED: _Shown(lambda wording: wording.asked),
    Value.BEFORE: _Shown(lambda wording: wording.adopted, without="+"),
    Value.AFTER: _Shown(lambda wording: wording.adopted, without="-"),
}


def _worded(shown: _Shown, row: Row, round_: Round) -> Iterator[Run]:
    """Yield the wordings of a comment, each in the sentences that it changes, one a line.

    What stands before and after has a line for every wording, so that the lines belong together.
    """
    first = True
    for wording in (wording for part in row.parts for wording in comparison(round_, part).wordings):
        runs = shown.runs(wording) if wording.field != PLACE else []
        if runs:
            yield from [] if first else [Run("=", "\n")]
            yield from runs
            first = False
