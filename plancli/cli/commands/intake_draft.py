"""plancli intake draft."""

import os
import shlex
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.drafting import Called, counts_of, laid_out, plan_in, units_in, units_of
from plancli.cli.laying import NO_ISSUER, refuse_other_files
from plancli.cli.opening import note_finished
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.finding import Code, Place, refuse
from plancli.core.intake.draft.drafted import Drafted
from plancli.core.plan.names import unstorable
from plancli.messages import N_, _, in_language
from plancli.render.answers.drafted import draft_answer
from plancli.render.terminal import outcomes
from plancli.render.terminal.drafted import drafted_lines
from plancli.store.files import MANIFEST
from plancli.store.transaction import finish_interrupted, write_all

HELP = N_(
    "Make a plan repository of a draft that was written elsewhere (.docx, .md, .txt; .doc, .wps, .odt and "
    ".rtf where LibreOffice is installed), and freeze it: chapters, projects, columns and paragraphs by "
    "their styles, or by their numbers (第一章, 一、, 1., 专栏1) and by bold words at their head; units from "
    "(责任单位:…). Says what it did not understand, and where. All files or none, and never into a "
    "folder that has a plan."
)
EXAMPLE = (
    "plancli intake draft 征求意见稿.docx --into 我的规划; plancli intake draft 草稿.md --dry-run"
)


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("The draft."))],
    into: Annotated[
        Path, typer.Option("--into", metavar="DIR", help=_("New folder, or one without a plan."))
    ] = Path(),
    title: Annotated[
        str | None, typer.Option(help=_("Title of the plan; default: that of the cover."))
    ] = None,
    issuer: Annotated[
        str | None, typer.Option(help=_("The office that issues it; default: that of the cover."))
    ] = None,
    name: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=_("Name of the draft; default: that of the cover.")),
    ] = None,
    units: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help=_("Who is consulted, one a line; default: the responsible units of the draft."),
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    if finished := finish_interrupted(into):
        note_finished(finished)
        return 0
    if os.path.lexists(into / MANIFEST):
        raise refuse(Code.EXISTS, Place(str(into / MANIFEST)))
    refuse_other_files(into)
    plan = plan_in(file)
    roster = units_in(plan) if units is None else units_of(units)
    called = _called(plan, (title, issuer, name), roster, file)
    files = laid_out(plan, called)
    new = {path: raw for path, raw in files.items() if not os.path.lexists(into / path)}
    if not dry_run:
        write_all(into, new, dict.fromkeys(new))
    counts = counts_of(plan, roster)
    if as_json:
        print_answer(draft_answer(plan, called.title, called.draft, counts, list(new)))
        return 0
    for line in drafted_lines(plan, called.title, called.draft, counts):
        typer.echo(line)
    typer.echo(outcomes.written(list(new), dry_run), err=True)
    if not dry_run:
        _tell_next(into)
    return 0


def _called(
    plan: Drafted,
    said: tuple[str | None, str | None, str | None],
    units: tuple[str, ...],
    file: Path,
) -> Called:
    """Return what the plan is called: as somebody says, else as its cover does, else as its file is."""
    title, issuer, name = said
    translate = in_language(plan.language).gettext
    called = Called(
        title=title or plan.cover.title or file.stem,
        issuer=issuer or plan.cover.issuer or translate(NO_ISSUER),
        draft=name or plan.cover.draft or translate(_DRAFT),
        units=units,
    )
    if unstorable(called.draft):
        raise refuse(Code.BAD_NAME, name=called.draft)
    return called


_DRAFT = N_("draft for comment")
"""What a draft is called whose cover does not say it."""


def _tell_next(folder: Path) -> None:
    where = "" if folder == Path() else f"-C {shlex.quote(str(folder))} "
    typer.echo(_("Next: plancli {where}check").format(where=where), err=True)
