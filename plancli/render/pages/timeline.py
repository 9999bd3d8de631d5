"""A paragraph of the review page through all rounds: its words in each draft, and who changed them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.publish.review.stretches import PagePart
from plancli.core.publish.review.values import PageRow, PageTable, Review
from plancli.messages import N_

_OFFICE, _NUMBERING = N_("the drafting office"), N_("renumbering")


def timeline_values(review: Review, translate: Callable[[str], str]) -> dict[str, Any]:
    """Return what the template of the timeline asks for."""
    by_key = {history.key: history.address for history in review.histories}
    return {
        "history": partial(history_of, by_key=by_key),
        "changers": {OFFICE: translate(_OFFICE), NUMBERING: translate(_NUMBERING)},
        "shown_here": {card.comment.id: card.address for card in review.cards},
        "stands": {row.key: row.address for row in review.rows},
        "drafts": review.rounds,
    }


def history_of(part: PagePart, by_key: dict[str, str]) -> str:
    """Return the address of the history of a part, of a table that of the first that changed in it."""
    if isinstance(part, PageRow):
        return by_key.get(part.key, "")
    keys = [part.title.key]
    if isinstance(part, PageTable):
        keys += [row.key for row in part.above]
        keys += [head.row.key for level in part.heads for head in level if head.row]
        keys += [row.row.key for row in part.rows]
        keys += [row.key for row in part.notes]
    return next((by_key[key] for key in keys if key in by_key), "")
