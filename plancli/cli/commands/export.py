"""plancli export."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.formats import PlanPaper, content, format_of, plan_writer
from plancli.cli.opening import open_repository, opened_round, part
from plancli.cli.options import DraftName, Internal, Public, SectionKey
from plancli.cli.output import write_bytes
from plancli.cli.unproved import exit_code
from plancli.cli.unshown import unshown
from plancli.core.evidence.printed_lines import printed_plain, printed_redline
from plancli.core.evidence.redline import Line
from plancli.core.finding import Code, refuse
from plancli.core.publish.claims import Claims, claims
from plancli.core.publish.table import Row, table_of
from plancli.core.rounds.round import Round
from plancli.core.text.punctuation import bracketed
from plancli.messages import N_, _
from plancli.render.pages.words import said, stamp
from plancli.store.pictures import Pictures

HELP = N_(
    "The plan as a Word document with every change tracked under the name of its unit, the opinion and the "
    "decision in the margin: accept all is the plan, reject all is the draft. --clean gives the plan, "
    "--draft-only the draft, as GB/T 9704 sets it. A workbook has its tables, a page each, and what "
    "changed in them. As {endings}."
)
EXAMPLE = "plancli export 修订稿.docx; plancli export 征求意见稿.docx --draft-only --line-numbers"
KIND = plan_writer


def command(
    output: Annotated[Path, typer.Argument(metavar="FILE", help=_("Write to FILE."))],
    clean: Annotated[bool, typer.Option("--clean", help=_("The plan without any marks."))] = False,
    draft_only: Annotated[
        bool, typer.Option("--draft-only", help=_("The draft of the round as it was circulated."))
    ] = False,
    section: SectionKey = None,
    line_numbers: Annotated[
        bool, typer.Option("--line-numbers", help=_("Print line numbers, anew on each page."))
    ] = False,
    draft: DraftName = None,
    published: Public = False,
    internal: Internal = False,
) -> int:
    format_ = format_of(output, plan_writer)
    if clean and draft_only:
        raise refuse(Code.EITHER, one="--clean", other="--draft-only")
    root, repository = open_repository()
    round_ = opened_round(repository, draft, published)
    # the draft as it was circulated says nothing of comments
    found = Claims() if draft_only else claims(round_)
    lines = part(round_, _lines(round_, clean, draft_only), section)
    title = round_.plan.title or round_.manifest.title
    if draft_only:
        title = round_.title + bracketed(round_.draft.draft, round_.manifest.language)
    title = round_.manifest.joints.published(title)
    rows = None if clean or draft_only else _rows(round_, found)
    mark = stamp(found, round_.manifest.language)
    pictures = Pictures(root)
    paper = PlanPaper(round_, title, lines, rows, line_numbers, date.today(), mark, pictures.shown)
    write_bytes(output, content(format_, plan_writer, paper))
    return unshown(pictures, exit_code(found, internal))


def _lines(round_: Round, clean: bool, draft_only: bool) -> list[Line]:
    if draft_only:
        return printed_plain(round_.workspace.draft)
    return printed_plain(round_.paper) if clean else printed_redline(round_)


def _rows(round_: Round, found: Claims) -> list[Row]:
    table = table_of(round_, found, said(round_.manifest.language))
    return [row for group in table for row in group.rows]
