"""The comparison table (修订对照表): each changed place before and after, with its ground."""

from collections.abc import Iterable, Mapping

from plancli.core.comments.comment import Comment
from plancli.core.evidence.compare import ChangedLine
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.publish.naming import Naming, formerly, place_lines
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Run
from plancli.messages import N_, in_language
from plancli.render.pages.words import said

TITLE = N_("{title}: comparison of the wording")
KEY = N_(
    "Left: what is struck was deleted. Right: what is bold and underlined is new. "
    "⋯ stands for sentences that stay."
)
_NONE = N_("Nothing was changed.")
_OFFICE = N_("drafting office")
_NUMBERING = N_("renumbering")


def comparison(round_: Round, changes: Iterable[ChangedLine]) -> Sheet:
    """Return the table of the changes of a round."""
    translate = in_language(round_.manifest.language).gettext
    reasons = {note.paragraph: note.reason for note in round_.manifest.notes}
    heads = (
        Head(translate(N_("Place")), 14),
        Head(translate(N_("Original ({draft})")).format(draft=round_.draft.draft), 35),
        Head(translate(N_("Revised")), 35),
        Head(translate(N_("Ground")), 16),
    )
    office, numbering = translate(_OFFICE), translate(_NUMBERING)
    naming = said(round_.manifest.language).naming
    rows = tuple(
        (
            _place(round_, one, naming),
            *_sides(one, naming),
            _ground(one, round_.comments, reasons, office, numbering),
        )
        for one in changes
    )
    title = translate(TITLE).format(title=round_.plan.title or round_.manifest.title)
    lead = translate(KEY) if rows else translate(_NONE)
    return Sheet(
        title, heads, (Block(rows),) if rows else (), (lead,), language=round_.manifest.language
    )


def _place(round_: Round, change: ChangedLine, naming: Naming) -> str:
    """Return where a change stands, from the section on, and on which page of the draft."""
    names = place_lines(round_.workspace.draft, round_.paper, change.key, naming)
    return "\n".join([*names, " ".join(change.pages)]).strip()


def _sides(change: ChangedLine, naming: Naming) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the words before and after; another number is told, not marked: 专栏2(原专栏3)."""
    if change.number is None:
        return change.before, change.after
    old, new = change.number
    before = (Run("=", old), *change.before[1:])
    after = (Run("=", formerly(new, old, naming)), *change.after[1:])
    return before, after


def _ground(
    change: ChangedLine,
    comments: Mapping[str, Comment],
    reasons: Mapping[str, str],
    office: str,
    numbering: str,
) -> str:
    """Return the comments with their units, one a line; for the office's own changes its reason."""
    found = []
    for by in change.by:
        if by == OFFICE:
            reason = reasons.get(change.key)
            found.append(f"{office}:{reason}" if reason else office)
        elif by == NUMBERING:
            found.append(numbering)
        else:
            units = comments[by].signed() if by in comments else ""
            found.append(by if by.startswith(units) else f"{by} {units}")
    return "\n".join(found)
