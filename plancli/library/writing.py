"""What of a revision can be written: a part that cannot holds up its own comments, and no others."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plancli.core.comments.record import Patch
from plancli.core.finding import PlanError
from plancli.core.revision.revise import Outcome, Revision
from plancli.core.rounds.settlements import with_due
from plancli.store.repository import Repository
from plancli.store.save import revised_files


class Writable(NamedTuple):
    """A revision without the comments whose places cannot be written, and the files that it changes."""

    revision: Revision
    files: dict[str, bytes | None]


def writable(repository: Repository, wanted: Mapping[str, Patch], revision: Revision) -> Writable:
    """Return what can be written of a revision that brings in what is `wanted`.

    A comment whose place cannot be written has the outcome `unwritable`, with what stands in its way. Raises
    PlanError where no single comment is to blame, and where none is left.
    """
    try:
        return Writable(revision, revised_files(repository, revision))
    except PlanError:
        merged = [name for name in wanted if name in revision.record]
        blamed = _blamed(repository, wanted, merged)
        if not blamed or len(blamed) == len(wanted):
            raise
    rest = {name: patch for name, patch in wanted.items() if name not in blamed}
    revised = _revised(repository, rest)
    outcomes, placed = dict(revised.outcomes), dict(revised.placed)
    for name, error in blamed.items():
        outcomes[name] = Outcome.UNWRITABLE
        told = [finding._replace(path=("edits",)) for finding in error.findings]
        placed[name] = revision.placed[name]._replace(findings=tuple(told))
    files = revised_files(repository, revised)
    return Writable(revised._replace(outcomes=outcomes, placed=placed), files)


def _blamed(
    repository: Repository, wanted: Mapping[str, Patch], names: Sequence[str]
) -> dict[str, PlanError]:
    """Return the comments that cannot be written even by themselves, and why; found by halves."""
    if not names:
        return {}
    try:
        revised_files(repository, _revised(repository, {name: wanted[name] for name in names}))
    except PlanError as error:
        if len(names) == 1:
            return {names[0]: error}
        middle = len(names) // 2
        first = _blamed(repository, wanted, names[:middle])
        return {**first, **_blamed(repository, wanted, names[middle:])}
    return {}


def _revised(repository: Repository, wanted: Mapping[str, Patch]) -> Revision:
    """Return the plan with what is wanted beside what is in it."""
    return repository.workspace.revise(
        with_due(repository.record.comments, wanted, repository.open_round.current)
    )
