"""Edits that somebody types: in an editor of his own, or line by line; what was typed is never lost."""

import os
import shlex
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import typer

from plancli.cli.asking import lines
from plancli.core.comments.edits import Edit
from plancli.core.finding import Finding, PlanError
from plancli.git.processes import edited
from plancli.messages import _
from plancli.render.findings import messages as show
from plancli.store.comments import edits_as_text, edits_given

Write = Callable[[Sequence[Edit]], None]
"""Writes edits; raises PlanError where something is wrong with them."""


class TypedEdits:
    """Edits as they are typed, by comment; `kept` could not be written, and is there the next time."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def write(self, name: str, opinion: str, proposed: Sequence[Edit], write: Write) -> bool:
        """Let somebody type the edits of a comment, beginning with those proposed; whether it went well."""
        before = self.kept.pop(name, "") or edits_as_text(proposed)
        typed = self._typed(name, opinion, before)
        if not _said(typed):
            typer.echo(_("nothing was typed, nothing is written"))
            return False
        self.kept[name] = typed
        try:
            write(edits_given(_("typed"), typed))
        except PlanError as error:
            tell(error.findings)
            typer.echo(_("What was typed is kept: e goes on with it."))
            return False
        del self.kept[name]
        return True

    def _typed(self, name: str, opinion: str, before: str) -> str:
        editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
        typed = _in_editor(editor, opinion, before) if editor else None
        if typed is not None:
            return typed
        found: list[str] = []
        try:
            _line_by_line(before.splitlines(), found)
        except (KeyboardInterrupt, EOFError):
            # what stood there before is not less worth than what was typed
            self.kept[name] = _joined(found) or before
            raise KeyboardInterrupt from None
        return _joined(found)


def tell(findings: Iterable[Finding]) -> None:
    """Say what is wrong with edits, or to be looked at, and what to do."""
    for finding in findings:
        for line in show.lines(finding):
            typer.echo(line)


def _said(typed: str) -> str:
    """Return what was typed but for comments, and the key that stands there anyhow."""
    own = [line for line in typed.splitlines() if not line.lstrip().startswith("#")]
    return "".join(own).removeprefix("edits:").strip()


def _joined(typed: Sequence[str]) -> str:
    return "\n".join(["edits:", *typed]) + "\n" if typed else ""


def _in_editor(editor: str, opinion: str, before: str) -> str | None:
    """Return what somebody makes of edits in an editor; None where it cannot be started."""
    above = [f"# {line}" for line in opinion.splitlines()]
    above.append(
        "# " + _("The edits of this opinion, as in its file; nothing is written without any.")
    )
    with tempfile.TemporaryDirectory(prefix="plancli-") as folder:
        path = Path(folder, "edits.yaml")
        path.write_text("\n".join([*above, before or "edits:\n"]), encoding="utf-8")
        if not edited(shlex.split(editor), path):
            typer.echo(_("{editor} cannot be started.").format(editor=editor))
            return None
        return lines(path.read_text(encoding="utf-8", errors="replace"))


def _line_by_line(before: Sequence[str], found: list[str]) -> None:
    """Add to `found` the lines that somebody types: those that were there first, to be changed or emptied."""
    typer.echo(
        _("The edits as in a file, such as - {replace: 甲, with: 乙}; an empty line ends them.")
    )
    kept = [line for line in before if line.strip() not in ("", "edits:")]
    for line in kept:
        changed = _line(line)
        if changed.strip():
            found.append(changed)
    while (line := _line()).strip():
        found.append(line)


def _line(there: str = "") -> str:
    """Ask for a line, in which some words stand already where the terminal can do that."""
    try:
        import readline
    except ImportError:
        if there:
            typer.echo(there)
        return input("> ") or there
    if there:
        readline.set_startup_hook(lambda: readline.insert_text(there))
    try:
        return input("> ")
    finally:
        readline.set_startup_hook()
