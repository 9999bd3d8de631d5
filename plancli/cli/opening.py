"""What most commands begin with: the repository around the current folder, the comments meant."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import typer

from plancli.core.evidence.redline import Line, within
from plancli.core.finding import Code, refuse
from plancli.core.locate.names import Names
from plancli.core.rounds.round import Round
from plancli.library.naming import round_named
from plancli.library.opening import open_repository as opened
from plancli.messages import _
from plancli.store.files import find_root
from plancli.store.repository import Repository
from plancli.store.transaction import finish_interrupted


def open_repository() -> tuple[Path, Repository]:
    """Return the root and the files of the plan repository around the current folder."""
    root = find_root(Path.cwd())
    note_finished(finish_interrupted(root))
    return root, opened(root)


def note_finished(files: list[str]) -> None:
    """Say that this command first finished what another one had begun."""
    if files:
        said = _("An interrupted run was finished; files: {count}")
        typer.echo(said.format(count=len(files)), err=True)


def unknown_code(name: str, known: Iterable[str]) -> Exception:
    """Build the error for a code that there is not, with the nearest ones."""
    typed = name.upper().translate(_AS_DIGITS)
    near = get_close_matches(typed, list(known), 3)
    return refuse(Code.UNKNOWN_CODE, name=name, near="、".join(near))


_AS_DIGITS = str.maketrans("OIL", "011")
"""Letters that are typed for the digits which they look like: no code has them."""


def opened_round(repository: Repository, draft: str | None, published: bool) -> Round:
    """Return a round by its draft; `published` without what the public may not see."""
    round_ = round_named(repository, draft)
    if not published:
        return round_
    # the rules of check, which the table itself does not need, take as long to import as all else
    from plancli.core.check.privacy import relaxed
    from plancli.library.publishing import public_round

    if codes := relaxed(repository.manifest):
        said = _("plan.yaml weighs these less than an error, and they hold up nothing: {codes}")
        typer.echo(said.format(codes="、".join(codes)), err=True)
    return public_round(repository, round_)


def part(round_: Round, lines: Iterable[Line], name: str | None) -> list[Line]:
    """Return the lines of what a key, title or citation names; without one all lines."""
    if name is None:
        return list(lines)
    keys = round_.workspace.corpus.names.keys(name) or Names(round_.plan).keys(name)
    if len(keys) != 1:
        raise refuse(Code.UNKNOWN_KEY, key=name, near="、".join(keys))
    return within(lines, keys[0], round_.workspace.draft, round_.plan)
