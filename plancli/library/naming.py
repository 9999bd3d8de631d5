"""What names stand for in a repository: comments, the round on a draft."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from plancli.core.check.rules.roster.units import near_units
from plancli.core.comments.approval import approvals_of, to_be_approved
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.finding import Code, PlanError, refuse
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.store.repository import Repository


def chosen(repository: Repository, names: Sequence[str], everything: bool) -> list[Comment]:
    """Return the comments that ids and unit names stand for, in publication order; or every one."""
    if everything:
        return list(repository.comments.values())
    if not names:
        raise refuse(Code.NOTHING_NAMED)
    wanted = {comment.id for name in names for comment in _named(repository, name)}
    return [comment for comment in repository.comments.values() if comment.id in wanted]


def to_decide(
    repository: Repository, names: Sequence[str], units: Sequence[str], only_pending: bool
) -> list[Comment]:
    """Return what is to be decided, in publication order: points of a compound comment each by itself.

    A comment that is named by its id is meant whatever was decided on it, unless `only_pending`; units and
    compound comments stand for what waits of them on the open draft, and no name at all for all that does.
    With `units` only comments of these are meant.
    """
    return _meant(repository, names, units, only_pending, pending(repository))


def to_approve(
    repository: Repository,
    names: Sequence[str],
    units: Sequence[str],
    only_pending: bool,
    level: str | None = None,
) -> list[Comment]:
    """Return the decisions that are to be approved, at one level or at the next that each lacks.

    Names and units stand for the same as in `to_decide`; here a decision waits that is made, and approved at
    all levels below.
    """
    round_ = repository.open_round
    waiting: list[Comment] = []
    for comment in round_.current.values():
        lacking = approvals_of(comment, round_.today).lacking(round_.levels)
        if to_be_approved(comment) and lacking and level in (None, lacking[0]):
            waiting.append(comment)
    return _meant(repository, names, units, only_pending, waiting)


def _meant(
    repository: Repository,
    names: Sequence[str],
    units: Sequence[str],
    only_pending: bool,
    pending_: Iterable[Comment],
) -> list[Comment]:
    """Return the comments that ids and units stand for, given those that wait."""
    waiting = {comment.id for comment in pending_}
    wanted = set(waiting)
    if names:
        meant = {comment.id for name in names for comment in _named(repository, name)}
        wanted = meant & waiting
        if not only_pending:
            wanted |= meant & set(names)
    whose = {unit_named(repository, unit) for unit in units}
    found: list[Comment] = []
    for comment in repository.comments.values():
        if comment.id in wanted and (not whose or any(map(comment.is_of, whose))):
            found.append(comment)
    return found


def pending(repository: Repository) -> list[Comment]:
    """Return the comments on the open draft on which nothing is decided yet."""
    current = repository.open_round.current.values()
    return [comment for comment in current if comment.decision.status is Status.PENDING]


def comment_named(repository: Repository, name: str) -> Comment:
    """Return one comment by its id."""
    if name not in repository.comments:
        raise unknown(name, repository.comments)
    return repository.comments[name]


def full_name(repository: Repository, name: str) -> str:
    """Return a unit's name for a short one of the alias table; any other name as it is."""
    known = {unit.name for unit in repository.manifest.units}
    return name if name in known else repository.manifest.aliases.get(name, name)


def unit_named(repository: Repository, name: str) -> str:
    """Return the full name of a unit by its name or a short name of the alias table.

    Units are those of the roster and others that comment. A name that is neither is refused, with those that
    are near.
    """
    manifest = repository.manifest
    known = {unit.name for unit in manifest.units}
    known |= {unit for comment in repository.comments.values() for unit in comment.signatories}
    full = full_name(repository, name)
    if full not in known:
        raise refuse(Code.UNKNOWN_UNIT, unit=name, near=near_units(manifest, name))
    return full


def round_named(repository: Repository, draft: str | None) -> Round:
    """Return the round on a draft, by default the one that is open."""
    rounds = {round_.draft.draft: round_ for round_ in repository.rounds}
    name = draft or repository.open_round.draft.draft
    if name not in rounds:
        raise refuse(Code.UNKNOWN_DRAFT, draft=name, known="、".join(rounds))
    return rounds[name]


def unknown(name: str, known: Iterable[str]) -> PlanError:
    """Build the error for an id that is not there, with the nearest ones."""
    names = list(dict.fromkeys(known))
    return refuse(Code.UNKNOWN_ID, id=name, near="、".join(get_close_matches(name, names, 3)))


def unknown_key(key: str, plan: Outline, more: Iterable[str] = ()) -> PlanError:
    """Build the error for a section, column or paragraph that is not there, with the nearest ones."""
    known = [*plan.sections, *plan.columns, *plan.spots, *more]
    return refuse(Code.UNKNOWN_KEY, key=key, near="、".join(get_close_matches(key, known, 3)))


def _named(repository: Repository, name: str) -> list[Comment]:
    comments = repository.comments.values()
    unit = full_name(repository, name)
    found = [c for c in comments if name in (c.id, c.part_of) or c.is_of(name) or c.is_of(unit)]
    if not found:
        signing = [one for comment in comments for one in comment.signatories]
        raise unknown(name, [*repository.comments, *signing])
    return found
