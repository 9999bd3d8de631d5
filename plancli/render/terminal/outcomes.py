"""What became of the comments that apply or revert was asked for."""

from collections.abc import Iterable, Iterator, Sequence

from plancli.core.revision.revise import Revision
from plancli.messages import _
from plancli.render.findings import messages as findings
from plancli.render.terminal import conflicts, passages
from plancli.render.terminal.columns import aligned
from plancli.render.terminal.places import shown


def refused(revision: Revision, names: Iterable[str]) -> list[str]:
    """Return the comments that could not be taken."""
    outcomes = revision.outcomes
    return [name for name in names if name in outcomes and not outcomes[name].meaning.taken]


def lines(revision: Revision, names: Iterable[str]) -> Iterator[str]:
    """Yield a line for each comment, and below one that was left out, why."""
    names = list(names)
    rows = [
        (name, _(revision.outcomes[name].meaning.words), _places(revision, name)) for name in names
    ]
    for name, line in zip(names, aligned(rows), strict=True):
        yield line
        if not revision.outcomes[name].meaning.taken:
            yield from (f"    {reason}" for reason in _problems(revision, name))
    for conflict in revision.conflicts:
        yield from conflicts.meeting_lines(conflict)


def written(files: Sequence[str], dry_run: bool) -> str:
    """Say how many files were written, or would be."""
    if dry_run:
        return _("nothing was written, these files would change: {files}").format(files=len(files))
    return _("files written: {files}").format(files=len(files))


def _places(revision: Revision, name: str) -> str:
    return "、".join(map(shown, sorted(revision.placed[name].paragraphs)))


def reasons(revision: Revision, name: str) -> Iterator[str]:
    """Yield why a comment was left out, and where it is in conflict."""
    yield from _problems(revision, name)
    for conflict in revision.conflicts:
        if name in conflict.authors:
            yield from conflicts.meeting_lines(conflict)


def _problems(revision: Revision, name: str) -> Iterator[str]:
    """Yield what is wrong with a comment by itself."""
    placed = revision.placed[name]
    for refusal in placed.refusals:
        yield f"“{refusal.quote}” → {passages.near(refusal.candidates) or '—'}"
    for finding in placed.obstacles:
        yield from findings.lines(finding)
