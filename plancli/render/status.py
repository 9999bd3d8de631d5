"""The morning view: comments by state and unit, what waits and what stands in the way."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from plancli.core.compose import Conflict
from plancli.core.ledger import Standing, State
from plancli.core.model import Manifest
from plancli.messages import N_, _
from plancli.render.columns import aligned
from plancli.render.outcomes import conflict_json, conflict_lines

STATES = {
    State.PENDING: N_("to decide"),
    State.WAITING: N_("adopted, not yet in the text"),
    State.BLOCKED: N_("adopted, cannot be merged"),
    State.IN_TEXT: N_("in the text"),
    State.NO_CHANGE: N_("adopted, nothing to change"),
    State.CLOSED: N_("not adopted"),
}
_OPEN = (State.PENDING, State.WAITING, State.BLOCKED)


def lines(
    manifest: Manifest, standings: Sequence[Standing], conflicts: Sequence[Conflict], office: Sequence[str]
) -> Iterator[str]:
    """Yield the view; `office` lists the paragraphs that the drafting office changed itself."""
    yield manifest.title
    yield _("Draft: {draft}").format(draft=manifest.draft or "—")
    yield ""
    counts = Counter(standing.state for standing in standings)
    yield from aligned([(f"{counts[state]:4}", _(text)) for state, text in STATES.items()])
    yield ""
    yield from _by_unit(manifest, standings)
    for state in _OPEN:
        found = [standing.comment.id for standing in standings if standing.state is state]
        if found:
            yield ""
            yield f"{_(STATES[state])}: {'、'.join(found)}"
    for conflict in conflicts:
        yield ""
        yield from conflict_lines(conflict)
    if office:
        yield ""
        yield _("changed by the drafting office: {paragraphs}").format(paragraphs="、".join(office))


def as_json(
    manifest: Manifest, standings: Sequence[Standing], conflicts: Sequence[Conflict], office: Sequence[str]
) -> dict[str, Any]:
    """Return the view for programs."""
    return {
        "title": manifest.title,
        "draft": manifest.draft,
        "comments": [
            {
                "id": standing.comment.id,
                "unit": standing.comment.unit,
                "status": str(standing.comment.decision.status),
                "state": str(standing.state),
                "outcome": str(standing.outcome) if standing.outcome else None,
            }
            for standing in standings
        ],
        "conflicts": [conflict_json(conflict) for conflict in conflicts],
        "office": list(office),
    }


def _by_unit(manifest: Manifest, standings: Sequence[Standing]) -> Iterator[str]:
    counts: dict[str, Counter[State]] = {unit.name: Counter() for unit in manifest.units}
    for standing in standings:
        counts.setdefault(standing.comment.unit, Counter())[standing.state] += 1
    replies = {unit.name: str(unit.reply or "") for unit in manifest.units}
    head = (_("Unit"), _("comments"), _("open"), _("in the text"), "")
    rows = [
        (
            unit,
            f"{found.total()}",
            f"{sum(found[s] for s in _OPEN)}",
            f"{found[State.IN_TEXT]}",
            replies.get(unit, ""),
        )
        for unit, found in counts.items()
    ]
    yield from aligned([head, *rows])
