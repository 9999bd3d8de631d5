"""What a table shows of one comment that must be looked for: where it is, and what became of the wording."""

from collections.abc import Callable, Iterable
from typing import Literal, NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.evidence.adoption import comparison
from plancli.core.evidence.wordings import PLACE, Wording, is_in_new_row
from plancli.core.locate.anchors import Anchor
from plancli.core.plan.span import Pages, Range
from plancli.core.publish.naming import Naming, Paper
from plancli.core.publish.table import Row
from plancli.core.publish.told import told
from plancli.core.rounds.round import Round
from plancli.core.text.in_part import focused, one_side
from plancli.core.text.marked import GAP, Op, Run

# --- where --------------------------------------------------------------------------------------------------


def places(row: Row, round_: Round, naming: Naming) -> list[str]:
    """Return what the paragraphs that a comment is about are called on its draft, else what it cites."""
    paper = Paper.of(round_)
    found: list[str] = []
    for part in row.parts:
        placed = round_.workspace.place(part.id, Patch.of(part.at, part.edits))
        keys = sorted(placed.paragraphs) or [_cited_part(part, round_)]
        coming = {addition.key: addition for addition in placed.additions}
        for key in keys:
            addition = coming.get(key)
            if addition is None:
                found.append(paper.name(key, naming))
            else:
                new_row = is_in_new_row(addition, key)
                found.append(paper.name_of_new(key, addition.container, new_row, naming))
    return _distinct(found)


def _cited_part(comment: Comment, round_: Round) -> str:
    """Return the key of the part that a comment cites; the words of the unit where they name none, or two.

    A key that the draft does not have is no word of the unit, and nothing that a reader could look for.
    """
    cites, section = comment.at.cites or "", comment.at.section or ""
    words = section or cites
    keys = round_.workspace.corpus.names.keys(words) if words else []
    if len(keys) == 1:
        return keys[0]
    return cites if "/" in section else words


def cited_pages(row: Row, round_: Round) -> list[str]:
    """Return the pages that a comment cites, else those on which its words were found."""

    def cited(comment: Comment) -> Pages | None:
        return comment.at.page

    def found(anchor: Anchor) -> Pages | None:
        return anchor.position.page

    return _cited(row, round_, cited, found)


def cited_lines(row: Row, round_: Round) -> list[str]:
    """Return the lines that a comment cites, else those in which its words were found."""

    def cited(comment: Comment) -> Range | None:
        return comment.at.line

    def found(anchor: Anchor) -> Range | None:
        return anchor.position.line

    return _cited(row, round_, cited, found)


def _cited(
    row: Row,
    round_: Round,
    cited: Callable[[Comment], Pages | Range | None],
    found: Callable[[Anchor], Pages | Range | None],
) -> list[str]:
    shown: list[str] = []
    for part in row.parts:
        # what the unit cites comes first, even where it is wrong: the row says what the unit said
        known = [cited(part), *map(found, _anchors(part, round_))]
        first = next(filter(None, known), None)
        shown.append(str(first or ""))
    return _distinct(shown)


def quoted(row: Row, round_: Round) -> list[str]:
    """Return the words of the draft that a comment quotes, else those that its edits quote."""
    found: list[str] = []
    for part in row.parts:
        if part.at.original:
            found.append(part.at.original)
        else:
            words = map(round_.workspace.corpus.words, _anchors(part, round_))
            found += map(round_.workspace.draft.joints.published, words)
    return _distinct(found)


def _anchors(comment: Comment, round_: Round) -> list[Anchor]:
    """Return where the words that a comment quotes stand in the draft."""
    patch = Patch.of(comment.at, comment.edits)
    placed = round_.workspace.place(comment.id, patch)
    everything = [evidence.found for evidence in placed.evidence]
    return [found for found in everything if isinstance(found, Anchor)]


def _distinct(texts: Iterable[str]) -> list[str]:
    """Return each text once, in order, without empty ones."""
    found = dict.fromkeys(texts)
    found.pop("", None)
    return list(found)


# --- wording ------------------------------------------------------------------------------------------------

_NOTHING = Run("=", "—")
"""Stands where there were no words before, or are none after."""


class Shown(NamedTuple):
    """What a column shows of a wording: its change to `new`, without what only the other column has."""

    new: Callable[[Wording], str]
    without: Op | Literal[""] = ""

    def runs(self, wording: Wording) -> list[Run]:
        """Return the sentences that change, none where nothing does."""
        new = self.new(wording)
        changes = wording.changed_to(new)
        if all(run.op == "=" for run in changes):
            return []
        changed = focused(changes)
        words = [run.text for run in changed if run.op != self.without and run != GAP]
        return one_side(changed, self.without) if any(words) else [_NOTHING]


ASKED = Shown(lambda wording: wording.asked)
BEFORE = Shown(lambda wording: wording.adopted, without="+")
AFTER = Shown(lambda wording: wording.adopted, without="-")


def worded(shown: Shown, row: Row, round_: Round) -> tuple[Run, ...]:
    """Return the wordings of a comment, each in the sentences that it changes, one a line.

    What stands before and after has a line for every wording, so that the lines belong together.
    """
    between = [Run("=", "\n")]
    lines: list[list[Run]] = []
    for part in row.parts:
        for wording in told(comparison(round_, part).wordings, round_.workspace.draft):
            if wording.field != PLACE:
                lines.append(shown.runs(wording))
    found: list[Run] = []
    for line in filter(None, lines):
        found += [*between, *line] if found else line
    return tuple(found)
