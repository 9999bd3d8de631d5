"""The plans and records of the three commits of a merge."""

from pathlib import Path

from plancli.core.revision.ground import PlanState, common_workspace
from plancli.core.revision.revise import Workspace
from plancli.core.revision.three import Three
from plancli.git import processes as git
from plancli.store.repository import Repository, publication_order


def states(root: Path, commits: Three[str]) -> Three[Repository]:
    """Return the plan and its record in three commits; comments are not read."""
    base = Repository(git.files_at(root, commits.base, ["plan"]))
    ours = Repository(git.files_at(root, commits.ours, ["plan"]), base)
    return Three(base, ours, Repository(git.files_at(root, commits.theirs, ["plan"]), ours))


def order_of(root: Path, commits: Three[str], repository: Repository) -> list[str]:
    """Return the ids of the comments of both branches in the order of publication."""
    paths = {path for commit in commits[1:] for path in git.paths_at(root, commit, ["comments"])}
    return publication_order(repository.manifest, paths)


def workspace_of(plans: Three[Repository], order: list[str]) -> Workspace | None:
    """Return the draft on which the comments of all three stand; None where they have none in common."""
    if any(plan.findings or plan.manifest.draft is None for plan in plans):
        return None
    return common_workspace(Three(*map(state_of, plans)), order)


def state_of(plan: Repository) -> PlanState:
    """Return what a merge has to know of a plan in one commit."""
    return PlanState(plan.manifest.draft, plan.with_cover(), plan.as_titled, plan.record)
