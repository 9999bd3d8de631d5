"""plancli intake draft."""

import os
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from plancli.cli.drafting import (
    Called,
    counts_of,
    draft_of,
    files_of,
    plan_in,
    units_in,
    units_of,
)
from plancli.cli.laying import NO_ISSUER, refuse_other_files, tell_of_placeholder
from plancli.cli.mending import all_mended, corrections_in, touched_lines
from plancli.cli.opening import note_finished, open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.cli.paper import is_pdf, laid_on, paper_in
from plancli.core.finding import Code, Place, refuse
from plancli.core.intake.draft.drafted import Drafted
from plancli.core.intake.laid import LaidOut, with_layouts
from plancli.core.intake.paper import PagedPaper
from plancli.core.plan.model import Draft, with_cover
from plancli.core.plan.names import unstorable
from plancli.library.naming import round_named
from plancli.messages import N_, _, in_language
from plancli.render.answers.drafted import CorrectionEntry, draft_answer
from plancli.render.answers.written import TouchedEntry
from plancli.render.terminal import outcomes
from plancli.render.terminal.drafted import drafted_lines
from plancli.render.terminal.pages import pages_lines
from plancli.store.files import MANIFEST
from plancli.store.transaction import finish_interrupted, write_all

HELP = N_(
    "Make a plan repository of a draft that was written elsewhere (.docx, .pdf, .md, .txt; .doc, .wps, "
    ".odt and .rtf where LibreOffice is installed), and freeze it: chapters, projects, columns and "
    "paragraphs by styles, or by numbers (第一章, 一、, 1., 专栏1) and by bold words at their head; units "
    "from (责任单位:…). Says what it did not understand, and where. All files or none, and never into a "
    "folder that has a plan. A PDF shows pages and lines, its own or with --pages those of another file. "
    "With --again a corrected file of the same draft mends the frozen copy, as plancli mend does: ids, "
    "pages and lines stay."
)
EXAMPLE = (
    "plancli intake draft 征求意见稿.docx --pages 印发稿.pdf --into 我的规划; "
    "plancli intake draft 更正稿.docx --again"
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
    pages: Annotated[
        str | None,
        typer.Option(
            metavar="FILE.pdf", help=_("The PDF that was circulated: pages and lines are its own.")
        ),
    ] = None,
    again: Annotated[
        bool,
        typer.Option(
            "--again", help=_("The file is the same draft, corrected: mend the frozen copy by it.")
        ),
    ] = False,
    reason: Annotated[
        str | None, typer.Option(help=_("With --again: how the slips came about."))
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    _refuse_mixed(again, reason, any((into != Path(), title, issuer, units, pages)))
    if again:
        return _mended(file, name, reason, dry_run, as_json)
    if finished := finish_interrupted(into):
        note_finished(finished)
        return 0
    _refuse_plan(into)
    plan = plan_in(file)
    roster = units_in(plan) if units is None else units_of(units)
    called = _called(plan, (title, issuer, name), roster, file)
    draft = draft_of(plan, called)
    paged = _paged(file, pages, plan, draft)
    if paged is not None:
        draft = with_layouts(draft, paged.laid.layouts)
    files = files_of(plan, called, draft)
    new = {path: raw for path, raw in files.items() if not os.path.lexists(into / path)}
    if not dry_run:
        write_all(into, new, dict.fromkeys(new))
    counts = counts_of(plan, roster)
    if as_json:
        laid = None if paged is None else paged.laid
        print_answer(draft_answer(plan, (called.title, called.draft), counts, list(new), laid))
        return 0
    for line in drafted_lines(plan, called.title, called.draft, counts):
        typer.echo(line)
    for line in pages_lines(*paged) if paged is not None else ():
        typer.echo(line)
    typer.echo(outcomes.written(list(new), dry_run), err=True)
    tell_of_placeholder(called.issuer, plan.language)
    if not dry_run:
        _tell_next(into)
    return 0


class _Paged(NamedTuple):
    """The PDF that was circulated, and where the draft stands on it."""

    paper: PagedPaper
    laid: LaidOut


def _paged(file: Path, pages: str | None, plan: Drafted, draft: Draft) -> _Paged | None:
    """Return the paper that shows pages and lines: the one that is named, else the draft where it is one."""
    shown = str(file) if pages is None and is_pdf(file) else pages
    if shown is None:
        return None
    paper = paper_in(shown, plan.language == "zh")
    return _Paged(paper, laid_on(shown, paper, draft))


def _refuse_plan(folder: Path) -> None:
    """Refuse a folder that has a plan, or files where a plan has its own."""
    if os.path.lexists(folder / MANIFEST):
        raise refuse(Code.EXISTS, Place(str(folder / MANIFEST)))
    refuse_other_files(folder)


def _refuse_mixed(again: bool, reason: str | None, others: bool) -> None:
    """Refuse options that say how a new repository is made beside --again, and --reason without it."""
    if again and others:
        raise typer.BadParameter(
            _("--into, --title, --issuer, --units and --pages go without --again")
        )
    if reason and not again:
        raise typer.BadParameter(_("--reason goes with --again"))


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


def _mended(file: Path, name: str | None, reason: str | None, dry_run: bool, as_json: bool) -> int:
    """Mend the frozen draft of the repository around the current folder by a corrected file."""
    root, repository = open_repository()
    round_ = round_named(repository, name)
    plan = plan_in(file)
    title = plan.cover.title or round_.draft.title
    sections = with_cover(title, plan.sections) if title else plan.sections
    found = corrections_in(repository, round_, sections)
    said = in_language(repository.manifest.language).gettext(_REASON).format(file=file.name)
    done = all_mended(repository, name, found, reason or said)
    if not dry_run:
        write_all(root, done.files, {path: repository.files[path] for path in done.files})
    if as_json:
        counts = counts_of(plan, units_in(plan))
        corrections = [CorrectionEntry(mend.slip.key, mend.change) for mend in done.mends]
        touched = [TouchedEntry(*each) for each in done.touched]
        called = title or repository.manifest.title, round_.draft.draft
        answer = draft_answer(plan, called, counts, list(done.files))
        print_answer(replace(answer, corrections=corrections, touched=touched))
        return 0
    for mend in done.mends:
        typer.echo(f"{round_.draft.draft}  {mend.slip.key}  {mend.change}")
    for each in done.touched:
        typer.echo("\n".join(touched_lines(each)))
    typer.echo(outcomes.written(list(done.files), dry_run), err=True)
    return 0


_REASON = N_("as in the corrected file {file}")


def _tell_next(folder: Path) -> None:
    where = "" if folder == Path() else f"-C {shlex.quote(str(folder))} "
    typer.echo(_("Next: plancli {where}check").format(where=where), err=True)
