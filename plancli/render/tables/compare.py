"""The comparison table (修订对照表): each changed place before and after, with its ground."""

from collections.abc import Iterable, Mapping

from plancli.core.comments.comment import Comment
from plancli.core.evidence.compare import ChangedLine
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.rounds.round import Round
from plancli.messages import N_, in_language

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
    rows = tuple(
        (
            _place(one),
            one.before,
            one.after,
            _ground(one, round_.comments, reasons, office, numbering),
        )
        for one in changes
    )
    title = translate(TITLE).format(title=round_.plan.title or round_.manifest.title)
    lead = translate(KEY) if rows else translate(_NONE)
    return Sheet(
        title, heads, (Block(rows),) if rows else (), (lead,), language=round_.manifest.language
    )


def _place(change: ChangedLine) -> str:
    words = [change.section]
    if change.heading and change.heading != change.section:
        words.append(f"{change.key} {change.heading}")
    elif change.heading != change.section:
        words.append(change.key)
    return "\n".join([*words, " ".join(change.pages)]).strip()


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
            unit = comments[by].unit if by in comments else ""
            found.append(by if by.startswith(unit) else f"{by} {unit}")
    return "\n".join(found)
