"""plancli init."""

import os
import shlex
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.opening import note_finished
from plancli.core.finding import Code, Place, refuse
from plancli.git import processes as git
from plancli.messages import N_, _
from plancli.store.files import MANIFEST
from plancli.store.transaction import finish_interrupted, write_all

HELP = N_(
    "Start a plan repository: a small example that passes check, ready for git. Change it into your own plan "
    "file by file. With --ci the file that runs check where the repository is kept, at the top of the git "
    "repository around DIR; in a plan repository that there is already, only that file is written."
)
EXAMPLE = "plancli init 示例 --ci gitlab && plancli -C 示例 check"

_PACKAGE = Path(__file__).parent.parent.parent
_EXAMPLE = _PACKAGE / "example"
_NAMES = {"gitattributes": ".gitattributes", "gitignore": ".gitignore"}
"""Names that begin with a dot only in the new repository."""


class Host(StrEnum):
    """Where a repository is kept."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEE = "gitee"


_CI_FILES = {
    Host.GITHUB: ".github/workflows/plan.yml",
    Host.GITLAB: ".gitlab-ci.yml",
    Host.GITEE: ".workflow/plan.yml",
}


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=_("New or existing folder."))
    ] = Path(),
    ci: Annotated[
        list[Host] | None,
        typer.Option("--ci", help=_("Write the file that runs check on this host.")),
    ] = None,
) -> int:
    # what an init that was killed had begun here, at the top of the work tree or in the folder alone
    places = dict.fromkeys((_work_tree(folder)[0], folder))
    finished = [name for place in places for name in finish_interrupted(place)]
    begun = (folder / MANIFEST).exists()
    if finished and not ci:
        note_finished(finished)
        return 0
    if begun and not ci:
        raise refuse(Code.EXISTS, Place(str(folder / MANIFEST)))
    files = _host_files(folder, ci or ())
    if not begun:
        files |= {
            folder / _target(path): path.read_bytes()
            for path in _EXAMPLE.rglob("*")
            if path.is_file()
        }
    for target in files:
        if target.exists():
            raise refuse(Code.EXISTS, Place(str(target)))
    _write(files)
    _tell(folder, files)
    return 0


def _write(files: Mapping[Path, bytes]) -> None:
    """Write all files or none, below the folder that holds them all."""
    whole = {Path(os.path.abspath(target)): content for target, content in files.items()}  # noqa: PTH100
    top = Path(os.path.commonpath([target.parent for target in whole]))
    named = {target.relative_to(top).as_posix(): content for target, content in whole.items()}
    write_all(top, named, dict.fromkeys(named))


def _tell(folder: Path, written: Collection[Path]) -> None:
    """Say what was written in the folder, and what above it."""
    above = [target for target in written if not target.is_relative_to(folder)]
    for target in above:
        typer.echo(_("written: {file}").format(file=target), err=True)
    if count := len(written) - len(above):
        typer.echo(
            _("{count} files written to {folder}").format(count=count, folder=folder), err=True
        )
    typer.echo(
        _("Next: plancli -C {folder} check").format(folder=shlex.quote(str(folder))), err=True
    )


def _host_files(folder: Path, hosts: Iterable[Host]) -> dict[Path, bytes]:
    """Return the files of hosts, at the top of the work tree around a folder, with their bytes."""
    top, below = _work_tree(folder)
    at = f"-C {shlex.quote(below)} " if below else ""
    found: dict[Path, bytes] = {}
    for host in hosts:
        text = (_PACKAGE / f"ci/{host}.yml").read_text(encoding="utf-8")
        found[top / _CI_FILES[host]] = text.format(at=at, below=below and f"{below}/").encode()
    return found


def _work_tree(folder: Path) -> tuple[Path, str]:
    """Return the top of the git work tree around a folder, and the way down; outside git itself and ""."""
    whole = folder.resolve()
    nearest = next(path for path in (whole, *whole.parents) if path.is_dir())
    top = git.top(nearest)
    if top is None or top == whole:
        return folder, ""
    return top, whole.relative_to(top).as_posix()


def _target(path: Path) -> Path:
    first, *rest = path.relative_to(_EXAMPLE).parts
    return Path(_NAMES.get(first, first), *rest)
