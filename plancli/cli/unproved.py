"""What a command that publishes says of decisions that the text does not prove, or nobody has approved."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from plancli.cli.keeping import remark_on_cache
from plancli.core.publish.claims import Cause, Claims, claims
from plancli.core.rounds.round import Round
from plancli.messages import _
from plancli.render.findings.shell import word
from plancli.store.proof import Kept
from plancli.store.repository import Repository


def proved_claims(
    root: Path, repository: Repository, round_: Round, public: bool = False, anew: bool = False
) -> Claims:
    """Return what the text does not prove of a round, `public` or whole.

    What was found on the same files is not sought again, unless `anew`.
    """
    remark_on_cache(root)
    kept = Kept(root, repository.files, round_.draft.draft, public, round_.unshown)
    found = None if anew else kept.recall()
    if found is None:
        found = claims(round_)
        kept.remember(found)
    return found


def exit_code(found: Claims, internal: bool) -> int:
    """Say what the text does not prove, and what settles it; return 1, or 0 for an `internal` paper."""
    if found.proved:
        return 0
    said = _("Adopted comments that are not in the text: {count}. The paper is internal.")
    if found.lacks_approval:
        said = _("Comments not in the text or not approved yet: {count}. The paper is internal.")
    typer.echo(said.format(count=len(found.comments)), err=True)
    for line in _lines(found):
        typer.echo(line, err=True)
    if internal:
        return 0
    typer.echo(_("For use in the house as it is: --internal"), err=True)
    return 1


def _lines(found: Claims) -> Iterator[str]:
    """Yield for each cause the comments that have it, and below them what settles it."""
    for cause, names in found.open.items():
        for group in _groups(found, cause, names):
            others = [name for name in found.meets.get(group[0], ()) if name != group[0]]
            words = {
                "id": word(group[0]),
                "ids": "、".join(group),
                "listed": " ".join(map(word, group)),
                "others": " --settles ".join(map(word, others)),
            }
            yield "  " + _(cause.meaning.words).format(**words)
            yield "    → " + _(cause.meaning.advice).format(**words)


def _groups(found: Claims, cause: Cause, names: list[str]) -> Iterator[list[str]]:
    """Yield the comments that are settled together: those that meet, those of one joint wording, else all."""
    if cause is Cause.UNCOVERED:
        yield from _by_joint(found, names)
        return
    if cause is not Cause.CONFLICT:
        yield names
        return
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            group = [name, *(other for other in found.meets.get(name, ()) if other not in seen)]
            seen.update(group)
            yield group


def _by_joint(found: Claims, names: list[str]) -> Iterable[list[str]]:
    """Return the comments that one joint wording leaves something out of."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for name in names:
        groups.setdefault(found.meets.get(name, ()), []).append(name)
    return groups.values()
