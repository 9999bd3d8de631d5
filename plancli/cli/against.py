"""`check --base`: what a branch takes away from the commit at which it left another one.

The base is read as git has it, its blobs and nothing else: no file of it is checked out, and nothing of the
branch is run.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from plancli.core.check.against import PlanAt, taken_away
from plancli.core.entry import N_
from plancli.core.finding import (
    Code,
    Finding,
    Place,
    PlanError,
    Related,
    Severity,
    Subject,
    located,
    refuse,
)
from plancli.core.plan.model import Draft
from plancli.git import processes as git
from plancli.render.findings.shell import word
from plancli.store.files import MANIFEST, read_files
from plancli.store.repository import Repository

_SHORT = 12


class Base(NamedTuple):
    """The commit with which a branch is compared: its full name, and the one that is shown."""

    commit: str
    shown: str


def base_of(root: Path, revision: str) -> Base:
    """Return the commit at which this branch left a revision; refused where git does not know one."""
    git.refuse_outside(root)
    wanted, here = git.commit_of(root, revision), git.commit_of(root, "HEAD")
    if wanted is None:
        raise _no_base(root, revision, N_("git knows no such commit here"))
    fork = git.base_of(root, wanted, here or wanted)
    if fork is None:
        raise _no_base(
            root, revision, N_("the history that it has in common with this one is not here")
        )
    return Base(fork, fork[:_SHORT])


def _no_base(root: Path, revision: str, problem: str) -> Exception:
    """Build the refusal, with the command that fetches what is missing."""
    deeper = "--unshallow " if git.is_shallow(root) else ""
    fetch = f"git fetch {deeper}origin '+refs/heads/*:refs/remotes/origin/*'"
    return refuse(Code.NO_BASE, revision=revision, problem=problem, fetch=fetch)


def findings_against(root: Path, base: Base) -> list[Finding]:
    """Return what the plan at `root` takes away from the base; what cannot be compared is told."""
    try:
        branch = Repository(read_files(root))
    except PlanError:
        return []  # check says why, and fails
    try:
        before = Repository(git.files_at(root, base.commit))
    except PlanError as error:
        return [_unread(base, error.findings[0])]
    unread = [_unread(base, finding) for finding in before.findings[:1]]
    found = taken_away(_state(before), _state(branch))
    return [*unread, *(_placed(finding, before, branch, base) for finding in found)]


def plans_gone(top: Path, roots: list[Path], base: Base) -> Iterator[Finding]:
    """Yield the plans that the base has, and the branch has not where they were."""
    here = {root.relative_to(top).as_posix() for root in roots}
    for path in git.all_paths_at(top, base.commit):
        folder = path.removesuffix(MANIFEST).rstrip("/") or "."
        if (path == MANIFEST or path.endswith(f"/{MANIFEST}")) and folder not in here:
            params = {"folder": word(folder), "commit": base.shown}
            yield Finding(Code.BASE_PLAN, params, place=Place(path, 1, 1))


def _state(repository: Repository) -> PlanAt:
    """Return what is compared of a repository; a draft that cannot be read is not there."""
    drafts: dict[str, Draft] = {}
    for frozen in repository.manifest.drafts:
        with suppress(PlanError):
            drafts[frozen.name] = repository.draft(frozen.name)
    return PlanAt(
        repository.manifest, drafts, repository.sections, repository.comments, repository.record
    )


def _unread(base: Base, finding: Finding) -> Finding:
    place = finding.place
    if finding.code == Code.MISSING_FILE and place and place.file == MANIFEST:
        problem = N_("there is no plan in this folder of it.")
    else:
        problem = N_("a file of it cannot be read.")
    params = {"commit": base.shown, "problem": problem}
    there = Related(Subject("plan", "plan"), place=place, commit=base.shown)
    return Finding(
        Code.BASE_UNREAD,
        params,
        place=Place(MANIFEST, 1, 1),
        severity=Severity.WARNING,
        related=(there,),
    )


def _placed(finding: Finding, before: Repository, branch: Repository, base: Base) -> Finding:
    """Return a finding with its lines in the branch, and those in the base beside them."""
    params = {"commit": base.shown, **finding.params}
    if "file" in params:
        params["file"] = word(params["file"])
    related = tuple(
        one._replace(place=before.place_of(one), commit=base.shown) for one in finding.related
    )
    subject = finding.subject
    if subject is not None and subject not in branch.documents:
        finding = finding._replace(subject=Subject("plan", "plan"), path=())
    placed = finding._replace(place=branch.place(finding), params=params, related=related)
    return located(placed)
