"""plancli init."""

import os
import shlex
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from plancli.cli.asking import asked
from plancli.cli.laying import NO_ISSUER, example_files, files_beside, refuse_other_files
from plancli.cli.opening import note_finished
from plancli.core.finding import Code, Place, refuse
from plancli.core.text.language import language_of
from plancli.git import processes as git
from plancli.messages import N_, _, in_language, spoken
from plancli.store.beginning import new_plan
from plancli.store.files import MANIFEST, read_files
from plancli.store.transaction import finish_interrupted, write_all

HELP = N_(
    "Start a plan repository: a small example that passes check, ready for git, to try things out. With "
    "--empty --title your own plan, without draft and comments. README.md and files of git that are there "
    "already stay as they are. With --ci the file that runs check where the repository is kept, at the top "
    "of the git repository around DIR; in a plan repository that there is already, only that file is written."
)
EXAMPLE = (
    "plancli init 示例; plancli init 我的规划 --empty --title 某市某某规划 --issuer 某市某某局 "
    "--chapter 总体要求 --chapter 主要任务 --ci gitlab"
)

_PACKAGE = Path(__file__).parent.parent.parent


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


_FROM_INDEX = "plancli"
"""What pip installs where nothing else is named."""


def command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help=_("New or existing folder."))
    ] = Path(),
    ci: Annotated[
        list[Host] | None,
        typer.Option("--ci", help=_("Write the file that runs check on this host.")),
    ] = None,
    install: Annotated[
        str, typer.Option(metavar="WHAT", help=_("With --ci: what pip installs there."))
    ] = _FROM_INDEX,
    empty: Annotated[
        bool, typer.Option("--empty", help=_("A plan of your own, without the example."))
    ] = False,
    title: Annotated[str | None, typer.Option(help=_("With --empty: what it is called."))] = None,
    issuer: Annotated[
        str | None, typer.Option(help=_("With --empty: the office that issues it."))
    ] = None,
    chapter: Annotated[
        list[str] | None,
        typer.Option(metavar="TITLE", help=_("With --empty: its chapters; repeatable.")),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(metavar="UNIT", help=_("With --empty: who is consulted; repeatable.")),
    ] = None,
) -> int:
    _refuse_without(
        empty,
        (title, issuer, chapter, unit),
        _("--title, --issuer, --chapter and --unit go with --empty"),
    )
    _refuse_without(ci, (install != _FROM_INDEX,), _("--install goes with --ci"))
    # what an init that was killed had begun here, at the top of the work tree or in the folder alone
    places = dict.fromkeys((_work_tree(folder)[0], folder))
    finished = [name for place in places for name in finish_interrupted(place)]
    begun = (folder / MANIFEST).exists()
    if finished and not ci:
        note_finished(finished)
        return 0
    own = _Own(title, issuer or NO_ISSUER, unit or (), chapter or ()) if empty else None
    if begun and not ci:
        _say_that_it_is_there(folder, own)
        return 0
    files = _host_files(folder, ci or (), install)
    for target in files:
        if target.exists():
            raise refuse(Code.EXISTS, Place(str(target)))
    if not begun:
        files |= _beginning(folder, own)
    _write(folder, files)
    _tell(folder, files)
    if ci and install == _FROM_INDEX:
        told = _(
            "CI installs plancli from an index. Before it is there: --install WHEEL or ADDRESS"
        )
        typer.echo(told, err=True)
    if not begun and not empty:
        typer.echo(_("A plan of your own: plancli init DIR --empty --title …"), err=True)
    return 0


def _refuse_without(other: object, options: Iterable[object], because: str) -> None:
    """Refuse options that would say nothing, since the other one, with which they go, is not given."""
    if any(options) and not other:
        raise typer.BadParameter(because)


class _Own(NamedTuple):
    """What somebody says of a plan of their own."""

    title: str | None
    issuer: str
    units: Sequence[str]
    chapters: Sequence[str]


def _beginning(folder: Path, own: _Own | None) -> dict[Path, bytes]:
    """Return the files of the example, or of a plan of somebody's own; what people keep there stays."""
    refuse_other_files(folder)
    found: dict[Path, bytes] = {}
    for path, raw in _whole(own).items():
        if (folder / path).exists():
            typer.echo(_("left as it is: {file}").format(file=path), err=True)
        else:
            found[folder / path] = raw
    return found


def _say_that_it_is_there(folder: Path, own: _Own | None) -> None:
    """Say that there is nothing to do; refuse a folder that holds another plan."""
    if not _is_there(folder, own):
        raise refuse(Code.EXISTS, Place(str(folder / MANIFEST)))
    said = _("{folder} holds this plan already; nothing was written")
    typer.echo(said.format(folder=folder), err=True)


def _is_there(folder: Path, own: _Own | None) -> bool:
    """Whether what plancli reads in a folder is what `init` would write, byte for byte.

    So it is behind an `init` that was killed while it tidied up: nobody has touched it, nothing is missing.
    """
    if own is not None and not own.title:
        return False  # what the plan is called would have to be asked
    wanted = {path: raw for path, raw in _whole(own).items() if path.endswith(".yaml")}
    return read_files(folder) == wanted


def _whole(own: _Own | None) -> dict[str, bytes]:
    """Return the files of the example, or of a plan of somebody's own, by path below its folder."""
    if own is None:
        return example_files()
    title = own.title or asked(_("Title"), "--title")
    # a Chinese title makes a Chinese plan, whoever begins it, and wherever
    language = "zh" if language_of(title) == "zh" else spoken()
    issuer = in_language(language).gettext(own.issuer)
    written = new_plan(title, issuer, own.units, own.chapters, language)
    return {**files_beside(title, language), **written}


def _write(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Write all files or none, below the folder that holds them all."""
    whole = {Path(os.path.abspath(target)): content for target, content in files.items()}  # noqa: PTH100
    top = Path(os.path.commonpath([target.parent for target in whole]))
    # where the next command looks for what this one leaves when it is killed, if that holds them all
    homes = [Path(os.path.abspath(place)) for place in (folder, _work_tree(folder)[0])]  # noqa: PTH100
    top = next((home for home in homes if top.is_relative_to(home)), top)
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


def _host_files(folder: Path, hosts: Iterable[Host], install: str) -> dict[Path, bytes]:
    """Return the files of hosts, at the top of the work tree around a folder, with their bytes."""
    top, below = _work_tree(folder)
    at = f"-C {shlex.quote(below)} " if below else ""
    found: dict[Path, bytes] = {}
    for host in hosts:
        text = (_PACKAGE / f"ci/{host}.yml").read_text(encoding="utf-8")
        found[top / _CI_FILES[host]] = text.format(
            at=at, below=below and f"{below}/", install=shlex.quote(install)
        ).encode()
    return found


def _work_tree(folder: Path) -> tuple[Path, str]:
    """Return the top of the git work tree around a folder, and the way down; outside git itself and ""."""
    whole = folder.resolve()
    nearest = next(path for path in (whole, *whole.parents) if path.is_dir())
    top = git.top(nearest)
    if top is None or top == whole:
        return folder, ""
    return top, whole.relative_to(top).as_posix()
