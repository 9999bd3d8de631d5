"""plancli git-diff: the diff driver that git-setup names to git."""

import os
import sys
from collections.abc import Sequence
from itertools import dropwhile
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.console import Console

from plancli import language, messages
from plancli.cli.output import closed_pipe
from plancli.core.evidence.rewordings import rewordings
from plancli.core.finding import PlanError
from plancli.core.plan.model import Section
from plancli.core.text.characters import steerless
from plancli.git import processes as git
from plancli.git.hunks import marked_patch
from plancli.messages import N_, _
from plancli.render.findings.messages import lines as finding_lines
from plancli.render.pages.words import naming
from plancli.render.terminal import wording
from plancli.store.newer import newer_around
from plancli.store.sections import updated
from plancli.store.validate import validate
from plancli.store.yaml.strict import Document, parse

HELP = N_(
    "Called by git diff once plancli git-setup has run: shows the changed wording of a section paragraph by "
    "paragraph, of every other file the changed lines with the characters marked. For a patch that git apply "
    "takes: git diff --no-ext-diff."
)
EXAMPLE = "git diff; git log -p --ext-diff"


class _Console(Console):
    """A console whose reader may have seen enough."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class _File(NamedTuple):
    """A section as a file holds it."""

    document: Document
    section: Section


def command(
    words: Annotated[
        list[str],
        typer.Argument(metavar="PATH OLD HEX MODE NEW HEX MODE", help=_("As git gives them.")),
    ],
) -> int:
    try:
        _tell(*words)
        sys.stdout.flush()
    except BrokenPipeError:  # git stops at a driver that fails, and says so
        closed_pipe()
    return 0


def _tell(path: str, *rest: str) -> None:
    """Show the change of one file."""
    messages.activate(language.wanted(os.environ, Path(path).parent))
    coloured = git.colours(
        Path.cwd(), sys.stdout.isatty() or os.environ.get("GIT_PAGER_IN_USE") == "true"
    )
    console = _Console(
        force_terminal=coloured, highlight=False, markup=False, soft_wrap=True, emoji=False
    )
    if len(rest) < 6:
        console.print(_("{file}: in conflict").format(file=steerless(path)))
        return
    old, new = (_content(file) for file in (rest[0], rest[3]))
    for line in _header(path, rest):
        console.print(line, style="bold")
    if refused := newer_around(Path.cwd() / path):
        said = [line for finding in refused for line in finding_lines(finding)]
        typer.echo("\n".join(said), err=True)
        _show_lines(path, old, new, coloured)
        return
    _show(path, old, new, console, coloured)


def _content(file: str) -> bytes:
    """Return a file without what core.autocrlf does to its line ends."""
    return b"" if file == os.devnull else Path(file).read_bytes().replace(b"\r\n", b"\n")


def _header(path: str, rest: Sequence[str]) -> list[str]:
    """Return what happened to the file itself."""
    old, _old_hex, old_mode, new, _new_hex, new_mode, *renamed = rest
    target = renamed[0] if renamed else path
    lines = [f"diff --plancli a/{steerless(path)} b/{steerless(target)}"]
    if old == os.devnull:
        return [*lines, f"new file mode {new_mode}"]
    if new == os.devnull:
        return [*lines, f"deleted file mode {old_mode}"]
    lines += [f"old mode {old_mode}", f"new mode {new_mode}"] if old_mode != new_mode else []
    told = "".join(renamed[1:]).splitlines()
    return lines + [line for line in told if line and not line.startswith("index ")]


def _show(path: str, old: bytes, new: bytes, console: Console, coloured: bool) -> None:
    """Show the wording of sections; then, or where it is no section, what else is different."""
    before, after = (_section(path, content) for content in (old, new))
    if all(file or not content for file, content in ((before, old), (after, new))):
        found = rewordings([before.section] if before else [], [after.section] if after else [])
        wording.show(found, console, naming())
        old = _reworded(before, after, old, new) if found else old
    if old != new:
        _show_lines(path, old, new, coloured)


def _show_lines(path: str, old: bytes, new: bytes, coloured: bool) -> None:
    """Show the changed lines of a file, whatever they mean."""
    lines = marked_patch(git.patch(path, old, new, coloured).splitlines(keepends=True))
    typer.echo("".join(dropwhile(lambda line: "@@ -" not in line, lines)), nl=False, color=coloured)


def _reworded(before: _File | None, after: _File | None, old: bytes, new: bytes) -> bytes:
    """Return the old file with the new wording, so that what remains different is no wording."""
    if before is None or after is None:
        return new
    try:
        return updated(before.document, before.section, after.section)
    except PlanError:  # written in brackets: its lines cannot be changed one by one
        return old


def _section(path: str, content: bytes) -> _File | None:
    """Read a section; None where the file is none, or cannot be read."""
    try:
        document = parse(path, content)
        return _File(document, validate(Section, document))
    except PlanError:
        return None
