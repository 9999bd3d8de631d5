"""Who wrote what: the draft, a comment, or the drafting office."""

from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round


def adders(round_: Round, key: str) -> tuple[str, ...]:
    """Return the comments that added a part, or what holds it."""
    same = round_.workspace.before.structure.same
    added = [
        addition for placed in round_.workspace.recorded_places for addition in placed.additions
    ]
    kept = {a.key for a in added if key == a.key or key in a.holds}
    return tuple(dict.fromkeys(a.by for a in added if same.get(a.key, a.key) in kept))


def removers(round_: Round, key: str) -> tuple[str, ...]:
    """Return the comments that removed a part, or what holds it."""
    above = {key, *round_.workspace.draft.ancestry(key)} & round_.workspace.before.structure.removed
    removals = [
        removal for placed in round_.workspace.recorded_places for removal in placed.removals
    ]
    return tuple(dict.fromkeys(removal.by for removal in removals if removal.key in above))


def movers(round_: Round, key: str) -> tuple[str, ...]:
    """Return the comments that moved a part, or what holds it."""
    above = {key, *round_.workspace.draft.ancestry(key)}
    moves = [moving for placed in round_.workspace.recorded_places for moving in placed.moves]
    return tuple(dict.fromkeys(moving.by for moving in moves if moving.key in above))


def moved(round_: Round) -> set[str]:
    """Return the parts that comments moved, without those that stand where they stood."""
    draft, plan = round_.workspace.draft, round_.plan
    keys = {moving.key for moving in round_.workspace.before.structure.moves}
    return {
        key
        for key in keys
        if plan.knows(key) and _ahead(draft, plan, key) != _ahead(plan, draft, key)
    }


def _ahead(outline: Outline, other: Outline, key: str) -> tuple[str, set[str]]:
    """Return the list in which a part stands, and what of both outlines stands there before it."""
    container = outline.container(key)
    listed = outline.children(container)
    ahead = listed[: listed.index(key)]
    return container, {
        name for name in ahead if other.knows(name) and other.container(name) == container
    }
