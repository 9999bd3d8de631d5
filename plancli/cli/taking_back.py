"""The last intake taken back whole, as long as nobody has worked on it."""

from collections.abc import Iterable
from typing import NamedTuple

from plancli.cli.taking import PLAN, arrived
from plancli.core.comments.comment import Comment
from plancli.core.finding import Code, Finding, Place, PlanError, refuse
from plancli.core.plan.arrival import Arrival
from plancli.store.comments import taken_digest
from plancli.store.files import MANIFEST
from plancli.store.repository import Repository
from plancli.store.roster import with_answers


class TakenBack(NamedTuple):
    """The last intake: its comments, units whose answer goes, what had come in, the new bytes of files."""

    comments: tuple[str, ...]
    units: tuple[str, ...]
    sources: tuple[str, ...]
    files: dict[str, bytes | None]


def taken_back(repository: Repository) -> TakenBack:
    """Return what takes the last intake back; refuse it where somebody has worked on one of its comments."""
    last = max((one.source.intake for one in arrived(repository)), default=0)
    if not last:
        raise refuse(Code.NOTHING_TAKEN_IN)
    every = repository.whole_comments.values()
    whole = [one for one in every if one.source and one.source.intake == last]
    units = [
        unit for unit in repository.manifest.units if unit.source and unit.source.intake == last
    ]
    _refuse_work(repository, whole)
    files: dict[str, bytes | None] = {}
    for comment in whole:
        files[repository.comment_file(comment.id)] = None
    if units:
        names: dict[str, tuple[str, Arrival] | None] = {unit.name: None for unit in units}
        files[MANIFEST] = with_answers(repository.documents[PLAN], repository.manifest, names)
    origins = [*(one.source for one in whole), *(unit.source for unit in units)]
    sources = [source.file for source in origins if source is not None]
    ids = tuple(comment.id for comment in whole)
    return TakenBack(ids, tuple(unit.name for unit in units), tuple(dict.fromkeys(sources)), files)


def _refuse_work(repository: Repository, whole: Iterable[Comment]) -> None:
    """Refuse to lose what people did: a decision, another wording of edits, what points to a comment."""
    record = repository.record
    recorded = {*record.comments}
    for closed in record.earlier:
        recorded |= closed.comments.keys()
    named: set[str] = set()
    for comment in repository.comments.values():
        named |= {*comment.decision.settles, comment.decision.into or ""}
    wrong: list[Finding] = []
    for comment in whole:
        own = {part.id for part in comment.parts} | {comment.id}
        changed = comment.source is None or comment.source.taken != taken_digest(comment)
        if changed or own & (recorded | named):
            place = Place(repository.comment_file(comment.id))
            wrong.append(Finding(Code.WORKED_ON, {"id": comment.id}, place=place))
    if wrong:
        raise PlanError(wrong)
