"""The ground on which two branches can be joined: one draft, one round, records that speak of the same."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from plancli.core.comments.record import Patch, Record
from plancli.core.plan.digest import digest, without_declarations
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.branches import disputed, union
from plancli.core.revision.renumber import Renumbering
from plancli.core.revision.revise import Workspace
from plancli.core.revision.three import Three


class PlanState(NamedTuple):
    """A plan in one commit: the draft that comments cite, by name and as it is, the text and the record."""

    name: str | None
    draft: tuple[Section, ...]
    plan: tuple[Section, ...]
    record: Record


def common_workspace(states: Three[PlanState], order: Sequence[str]) -> Workspace | None:
    """Return the draft on which the comments of all three stand; None where it is not one and the same.

    Comments are merged on the draft, so that a branch with another draft, in another round, or with a record
    that speaks of another draft than its plan says, has nothing in common with the others.
    """
    drafts: set[str] = set()
    rounds: set[tuple[str, int]] = set()
    for state in states:
        if state.name is None:
            return None
        if state.record.draft not in (None, state.name):
            return None
        drafts.add(digest(without_declarations(state.draft)))
        # a draft of the same name and wording can be circulated twice
        rounds.add((state.name, len(state.record.earlier)))
    if len(drafts) > 1 or len(rounds) > 1:
        return None
    ours = states.ours
    return _workspace(ours, order)


def cited(state: PlanState, order: Sequence[str]) -> tuple[Section, ...]:
    """Return the plan of a branch with the numbers of the draft, whatever it is printed with."""
    if not state.record.renumbered and not state.record.left:
        return state.plan
    return _workspace(state, order).plan


def _workspace(state: PlanState, order: Sequence[str]) -> Workspace:
    record = state.record
    return Workspace(
        state.draft, state.plan, record.comments, order, record.renumbered, record.left
    )


def with_numbers(
    workspace: Workspace,
    plan: tuple[Section, ...],
    numbers: Mapping[str, str],
    left: Mapping[str, tuple[str, ...]],
) -> tuple[Section, ...]:
    """Return a joined plan with the numbers that parts were given on a branch."""
    return Renumbering(workspace.draft, Outline(plan), numbers, left).printed(plan)


def joined_numbers(
    numbers: Three[Mapping[str, str]],
) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the numbers that parts have after a merge, as we have them and as they do.

    They are the same where only one branch renumbered, or both alike. Else each side keeps its own: what
    they ought to be in the joined plan is for `renumber` to say.
    """
    base, ours, theirs = numbers
    if ours == base:
        return theirs, theirs
    if theirs == base:
        return ours, ours
    return ours, theirs


def joined_left(
    ours: Mapping[str, tuple[str, ...]], theirs: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Return the references that either branch left as they stand."""
    found: dict[str, tuple[str, ...]] = {}
    for key in (*ours, *theirs):
        found[key] = tuple(dict.fromkeys((*ours.get(key, ()), *theirs.get(key, ()))))
    return found


class JoinedRecord(NamedTuple):
    """The records of two branches as one, twice: what is disputed as we have it, and as they do.

    `disputed` are comments, `pictures` those under whose names each branch put another file into the text.
    """

    ours: Record
    theirs: Record
    disputed: list[str]
    pictures: list[str]


def join_records(records: Three[Record | None]) -> JoinedRecord | None:
    """Join the records comment by comment; None where they speak of different rounds.

    A record that is not there, or empty, says nothing of its round. Closed rounds are joined only where they
    are the same: they are history, and history is not merged.
    """
    telling = [record for record in records if record is not None and _tells(record)]
    first = telling[0] if telling else Record()
    for other in telling:
        if (other.draft, other.earlier) != (first.draft, first.earlier):
            return None
    base, ours, theirs = map(_patches, records)
    patches = Three(base, ours, theirs)
    own, others = joined_numbers(Three(*map(_numbers, records)))
    left = joined_left(_left(records.ours), _left(records.theirs))
    pictures = Three(*map(_pictures, records))

    def joined(
        prefer: Mapping[str, Patch], numbers: Mapping[str, str], shown: Mapping[str, str]
    ) -> Record:
        entries = {"comments": union(patches, prefer), "pictures": union(pictures, shown)}
        return first.model_copy(update={**entries, "renumbered": numbers, "left": left})

    first = first.model_copy(update=_as_typed(records))
    return JoinedRecord(
        joined(ours, own, pictures.ours),
        joined(theirs, others, pictures.theirs),
        disputed(patches),
        disputed(pictures),
    )


def _as_typed(records: Three[Record | None]) -> dict[str, Any]:
    """Return how parts and files were typed, as either branch knows it; ours where both do."""
    ours, theirs = records.ours or Record(), records.theirs or Record()
    return {"typed": {**theirs.typed, **ours.typed}, "files": {**theirs.files, **ours.files}}


def _tells(record: Record) -> bool:
    """Whether a record says something of its round."""
    return bool(record.comments or record.renumbered or record.earlier)


def _left(record: Record | None) -> Mapping[str, tuple[str, ...]]:
    """Return the references that a record says were left."""
    if record is None:
        return {}
    return record.left


def _numbers(record: Record | None) -> Mapping[str, str]:
    """Return the numbers that a record says parts were given."""
    if record is None:
        return {}
    return record.renumbered


def _pictures(record: Record | None) -> Mapping[str, str]:
    """Return the digests of the pictures that comments put into the text, as a record has them."""
    if record is None:
        return {}
    return record.pictures


def _patches(record: Record | None) -> Mapping[str, Patch]:
    """Return the patches of a record; one that is not there has none."""
    if record is None:
        return {}
    return record.comments


class Overtaken(NamedTuple):
    """What two records give where one branch circulated the next draft while the other merged comments.

    The record is that of the branch which circulated. `left` are the comments that the other one merged
    meanwhile: they are in no draft, and are carried over to the new one, `draft`.
    """

    record: Record
    draft: str
    left: list[str]


def overtaken(records: Three[Record | None]) -> Overtaken | None:
    """Return what to do where only one of two branches ended the round; None where neither or both did."""
    # a record that is not there has no round that could have ended
    ours = records.ours or Record()
    theirs = records.theirs or Record()
    if _ended(ours, theirs):
        return _with_left(ours, theirs)
    if _ended(theirs, ours):
        return _with_left(theirs, ours)
    return None


def _ended(ahead: Record, behind: Record) -> bool:
    """Whether one record ended the very round that the other one is still in."""
    if len(ahead.earlier) != len(behind.earlier) + 1:
        return False
    before = ahead.earlier[:-1]
    closed = ahead.earlier[-1]
    return before == behind.earlier and closed.draft == behind.draft


def _with_left(ahead: Record, behind: Record) -> Overtaken:
    """Return the record of the branch ahead, with what only the other branch merged."""
    closed = ahead.earlier[-1]
    left: list[str] = []
    for name in behind.comments:
        if name not in closed.comments:
            left.append(name)
    return Overtaken(ahead, ahead.draft or "", left)
