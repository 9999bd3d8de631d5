"""plancli git-setup."""

import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from plancli.git import processes as git
from plancli.git.attributes import with_block, without_block
from plancli.messages import N_, _
from plancli.store.files import find_root
from plancli.store.transaction import finish_interrupted, write_all

HELP = N_(
    "Let git understand the plan: git diff, git log -p and git show mark the changed characters, and git "
    "merge joins two branches by their comments. Writes .gitattributes beside plan/ and the settings of this "
    "repository; with --global your own attributes file and settings. Run again, it changes nothing. In a "
    "pipe git log -p and git show print whole lines; for a patch: git diff --no-ext-diff."
)
EXAMPLE = "plancli git-setup; git diff"

_ATTRIBUTES = """\
*.yaml text eol=lf
plan/**/*.yaml diff=plancli merge=plancli
plan/plan.yaml merge
plan/drafts/*.yaml merge
comments/**/*.yaml diff=plancli merge=plancli
"""
_EVERYWHERE = """\
**/plan/**/*.yaml diff=plancli merge=plancli
**/plan/plan.yaml merge
**/plan/drafts/*.yaml merge
**/comments/**/*.yaml diff=plancli merge=plancli
"""
_WORDS = r"[0-9]+([.,][0-9]+)*[%％‰]?|[A-Za-z][A-Za-z0-9_.+-]*|[^[:space:]]"
"""What --word-diff takes for one word: a whole number or Latin word, else one character."""
_WROTE = "plancli.wrote"
"""The setting in which it stands which settings were not there before."""


def command(
    everywhere: Annotated[
        bool, typer.Option("--global", help=_("For all your repositories, in your own settings."))
    ] = False,
    remove: Annotated[
        bool, typer.Option("--remove", help=_("Take out what this command put in."))
    ] = False,
) -> int:
    here = Path.cwd() if everywhere else find_root(Path.cwd())
    scope: git.Scope = "global" if everywhere else "local"
    file = git.own_attributes(here) if everywhere else here / ".gitattributes"
    if remove:
        done = [*_forget(here, scope), *_write(file, None)]
    else:
        done = [*_set(here, scope), *_write(file, _EVERYWHERE if everywhere else _ATTRIBUTES)]
    for line in done or [_("nothing to do")]:
        typer.echo(line, err=True)
    return 0


def _set(here: Path, scope: git.Scope) -> list[str]:
    """Set what is not set so; a setting of the user's own stays, and is named."""
    own, shared = _settings(_program())
    taken = {key: value for key in shared if (value := _foreign(here, scope, key))}
    wrote = [key for key in _wrote(here, scope) if key not in taken]
    wanted = own | {key: value for key, value in shared.items() if key not in taken}
    missing = {
        key: value for key, value in wanted.items() if git.setting(here, key, scope) != value
    }
    missing = {
        k: v for k, v in missing.items() if k in own or git.setting(here, k, *_counting(scope)) != v
    }
    # noted first: what a stopped run has set is known as ours, and taken out again by --remove
    _remember(
        here, scope, [*wrote, *(key for key in missing if key in shared and key not in wrote)]
    )
    git.set_up(here, scope, missing)
    kept = [
        _("{key} is yours and stays: {value}").format(key=key, value=value)
        for key, value in taken.items()
    ]
    return [*(_("set: {key}").format(key=key) for key in missing), *kept]


def _wrote(here: Path, scope: git.Scope) -> list[str]:
    return (git.setting(here, _WROTE, scope) or "").split()


def _remember(here: Path, scope: git.Scope, keys: list[str]) -> None:
    """Note which settings were not there before."""
    if keys == _wrote(here, scope):
        return
    if keys:
        git.set_up(here, scope, {_WROTE: " ".join(keys)})
    else:
        git.forget(here, scope, [_WROTE])


def _foreign(here: Path, scope: git.Scope, key: str) -> str | None:
    """Return the value that somebody else gave a setting."""
    value = git.setting(here, key, *_counting(scope))
    return None if value is None or _is_ours(key, value) else value


def _is_ours(key: str, value: str) -> bool:
    """Whether it is we who give a setting this value, from wherever we were started."""
    own_pager = key.startswith("pager.") and _OUR_PAGER.fullmatch(value) is not None
    return own_pager or value == _settings(_program())[1][key]


def _counting(scope: git.Scope) -> tuple[git.Scope, ...]:
    """Return the scopes whose settings count in this one."""
    return git.SCOPES[git.SCOPES.index(scope) :]


_PAGER = "git-pager"
_OUR_PAGER = re.compile(rf"(?:plancli|(?:'.*'|\S+)(?: -P)? -m plancli) {_PAGER}")


def _forget(here: Path, scope: git.Scope) -> list[str]:
    own, shared = _settings("")
    found = {key: git.setting(here, key, scope) for key in (*own, *_wrote(here, scope), _WROTE)}
    keys = [
        key for key, value in found.items() if value and (key not in shared or _is_ours(key, value))
    ]
    git.forget(here, scope, keys)
    return [_("taken out: {key}").format(key=key) for key in keys]


def _settings(program: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the settings that only plancli has, and those that the user may have set himself."""
    own = {
        "diff.plancli.command": f"{program} git-diff",
        "diff.plancli.wordRegex": _WORDS,
        "diff.plancli.xfuncname": r"^[ ]*(key: .*|- (id|column): .*)$",
        "merge.plancli.name": "plancli",
        "merge.plancli.driver": f"{program} git-merge %O %A %B %P %L",
        "merge.plancli.recursive": "text",
    }
    shared = {"core.quotepath": "false"} | dict.fromkeys(
        ("pager.log", "pager.show"), f"{program} {_PAGER}"
    )
    return own, shared


def _program() -> str:
    """Return how git starts plancli: by name, or by path where a virtual environment alone knows the name."""
    found = shutil.which("plancli")
    if found and (sys.prefix == sys.base_prefix or not Path(found).is_relative_to(sys.prefix)):
        return "plancli"
    return (
        f"{shlex.quote(sys.executable)} -P -m plancli"  # -P: nothing is imported from the work tree
    )


def _write(file: Path, block: str | None) -> list[str]:
    """Put the block into an attributes file, or (None) take it out; a file that held nothing else goes."""
    if file.parent.is_dir():
        finish_interrupted(file.parent)
    before = file.read_bytes() if file.exists() else b""
    after = without_block(before) if block is None else with_block(before, block.encode())
    if after == before:
        return []
    write_all(
        file.parent, {file.name: after or None}, {file.name: before if file.exists() else None}
    )
    return [
        _("written: {file}").format(file=file) if after else _("deleted: {file}").format(file=file)
    ]
