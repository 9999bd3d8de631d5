"""plancli report."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.completion import tables
from plancli.cli.formats import ending_of, known, table_writer
from plancli.cli.opening import open_repository, opened_round
from plancli.cli.options import AsJson, DraftName, Internal, Output, ProvedAnew, Public
from plancli.cli.output import print_answer, write
from plancli.cli.progress import progress
from plancli.cli.publish import no_template, prose_shown_or_written, shown_or_written
from plancli.cli.unproved import exit_code, proved_claims
from plancli.core.finding import Code, Place, refuse
from plancli.core.plan.manifest import Manifest
from plancli.core.plan.tables import Preset
from plancli.core.publish.sheet import repeated
from plancli.core.publish.table import table_of
from plancli.core.rounds.counts import count
from plancli.messages import N_, _
from plancli.render.answers.ledger import report_answer
from plancli.render.pages.words import said
from plancli.render.tables import sheets
from plancli.render.tables.feedback import Report, feedback
from plancli.render.tables.presets import FEEDBACK, NOTICE, PRESETS, TEXTS, built_in
from plancli.render.tables.report import account, stamped_summary, values
from plancli.store.files import MANIFEST
from plancli.store.repository import Repository

HELP = N_(
    "The feedback table: unit, opinion, decision. In the terminal, or to a file as its ending says: "
    "{endings}. Presets are other forms of the table; plan.yaml can have tables of your own. Templates are "
    "Jinja2 files, or Word forms with placeholders, in templates/."
)
EXAMPLE = "plancli report -o 采纳情况.docx; plancli report --preset standard -o 汇总处理表.xlsx"
KIND = table_writer

_KNOWN = ", ".join([*PRESETS, *TEXTS])


def command(
    output: Output = None,
    preset: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help=_("Which table: {known}; one of plan.yaml comes before these.").format(
                known=_KNOWN
            ),
            autocompletion=tables,
        ),
    ] = FEEDBACK,
    template: Annotated[
        str, typer.Option(metavar="NAME", help=_("Name of the template in templates/."))
    ] = sheets.TABLE,
    draft: DraftName = None,
    summary_: Annotated[
        bool,
        typer.Option(
            "--summary", help=_("The standard paragraph with the totals instead of the table.")
        ),
    ] = False,
    repeat: Annotated[
        bool,
        typer.Option(
            "--repeat-unit",
            help=_(
                "The unit in every row instead of one merged cell; in Word and PDF it stands in every "
                "row anyway."
            ),
        ),
    ] = False,
    published: Public = False,
    internal: Internal = False,
    json_: AsJson = False,
    anew: ProvedAnew = False,
) -> int:
    root, repository = open_repository()
    report = reported(root, repository, draft, published=published, anew=anew)
    templates = root / "templates"
    _refuse_both(summary_, json_, preset)
    text = preset in TEXTS and preset not in repository.manifest.tables
    if template != sheets.TABLE and (summary_ or json_ or text):
        raise no_template(template, templates)
    if summary_:
        _summarised(stamped_summary(report, templates), output)
    elif json_:
        print_answer(report_answer(report))
    elif text:
        _told(preset, report, output, templates)
    else:
        chosen = table_named(repository.manifest, preset)
        with progress(sum(len(group.rows) for group in report.table)) as step:
            sheet = feedback(report, chosen, published, step, comes_back=_comes_back(output))
        sheet = repeated(sheet) if repeat else sheet
        shown_or_written(sheet, output, templates, template, **values(report))
    return exit_code(report.claims, internal)


def _comes_back(output: Path | None) -> bool:
    """Whether a table is written in a format in which decisions can be filled in and read back."""
    format_ = None if output is None else known().get(ending_of(output))
    return format_ is not None and format_.hides


def reported(
    root: Path,
    repository: Repository,
    draft: str | None,
    published: bool = False,
    anew: bool = False,
) -> Report:
    """Return what the table of a round is made from; `published` without what the public may not see.

    What the text does not prove is known from the last time, where no file has changed and not `anew`.
    """
    if repository.manifest.draft is None:  # nothing was circulated yet
        return Report(repository.manifest, "", None, [], count(repository.manifest, {}))
    round_ = opened_round(repository, draft, published)
    found = proved_claims(root, repository, round_, published, anew)
    table = table_of(round_, found, said(round_.manifest.language))
    counts = count(round_.manifest, round_.current, found.unborne)
    return Report(round_.manifest, round_.draft.draft, round_, table, counts, found)


def _refuse_both(summary_: bool, json_: bool, preset: str) -> None:
    """The standard paragraph is text, and the same whatever table is named."""
    others = {"--json": json_, f"--preset {preset}": preset != FEEDBACK}
    for other in (name for name, given in others.items() if summary_ and given):
        raise refuse(Code.EITHER, one="--summary", other=other)


def _told(name: str, report: Report, output: Path | None, templates: Path) -> None:
    """Show or write an account without a table."""
    if name == NOTICE and report.counts.comments:
        raise refuse(Code.NOT_EMPTY, count=str(report.counts.comments))
    text = account(name, report, templates, date.today())
    prose_shown_or_written(text, output, templates, report.manifest.language)


def table_named(manifest: Manifest, name: str) -> Preset:
    """Return one of the plan's own tables, or of those that come with plancli."""
    tables = {**built_in(manifest), **manifest.tables}
    if name not in tables:
        raise refuse(
            Code.UNKNOWN_TABLE,
            Place(MANIFEST),
            name=name,
            known="、".join(dict.fromkeys([*PRESETS, *TEXTS, *tables])),
        )
    return tables[name]


def _summarised(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text, nl=False)
    else:
        write(output, text)
