"""What a table shows of one comment that must be looked for: where it is, and what became of the wording."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.evidence.adoption import comparison
from plancli.core.evidence.wordings import PLACE, Wording
from plancli.core.locate.anchors import Anchor
from plancli.core.plan.span import Pages, Range
from plancli.core.publish.table import Row
from plancli.core.rounds.round import Round
from plancli.core.text.marked import GAP, Run, focused

# --- where --------------------------------------------------------------------------------------------------


def places(row: Row, round_: Round) -> list[str]:
    """Return the ids of the paragraphs that a comment is about, else the section that it cites."""
    found: list[str] = []
    for part in row.parts:
        placed = round_.workspace.place(part.id, Patch.of(part.at, part.edits))
        if placed.paragraphs:
            found += sorted(placed.paragraphs)
        elif part.at.section:
            found.append(part.at.section)
    return _distinct(found)


def cited_pages(row: Row, round_: Round) -> list[str]:
    """Return the pages that a comment cites, else those on which its words were found."""
    return _cited(row, round_, lambda comment: comment.at.page, lambda anchor: anchor.position.page)


def cited_lines(row: Row, round_: Round) -> list[str]:
    """Return the lines that a comment cites, else those in which its words were found."""
    return _cited(row, round_, lambda comment: comment.at.line, lambda anchor: anchor.position.line)


def _cited(
    row: Row,
    round_: Round,
    cited: Callable[[Comment], Pages | Range | None],
    found: Callable[[Anchor], Pages | Range | None],
) -> list[str]:
    shown: list[str] = []
    for part in row.parts:
        at = cited(part)
        if not at:
            known = (found(anchor) for anchor in _anchors(part, round_))
            at = next(filter(None, known), None)
        if at:
            shown.append(str(at))
    return _distinct(shown)


def quoted(row: Row, round_: Round) -> list[str]:
    """Return the words of the draft that a comment quotes, else those that its edits quote."""
    found: list[str] = []
    for part in row.parts:
        if part.at.original:
            found.append(part.at.original)
        else:
            found += map(round_.workspace.corpus.words, _anchors(part, round_))
    return _distinct(found)


def _anchors(comment: Comment, round_: Round) -> Iterator[Anchor]:
    placed = round_.workspace.place(comment.id, Patch.of(comment.at, comment.edits))
    for evidence in placed.evidence:
        if isinstance(evidence.found, Anchor):
            yield evidence.found


def _distinct(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


# --- wording ------------------------------------------------------------------------------------------------

_NOTHING = Run("=", "—")
"""Stands where there were no words before, or are none after."""


class Shown(NamedTuple):
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


ASKED = Shown(lambda wording: wording.asked)
BEFORE = Shown(lambda wording: wording.adopted, without="+")
AFTER = Shown(lambda wording: wording.adopted, without="-")


def worded(shown: Shown, row: Row, round_: Round) -> tuple[Run, ...]:
    """Return the wordings of a comment, each in the sentences that it changes, one a line.

    What stands before and after has a line for every wording, so that the lines belong together.
    """
    found: list[Run] = []
    for part in row.parts:
        for wording in comparison(round_, part).wordings:
            runs = shown.runs(wording) if wording.field != PLACE else []
            if found and runs:
                found.append(Run("=", "\n"))
            found += runs
    return tuple(found)
