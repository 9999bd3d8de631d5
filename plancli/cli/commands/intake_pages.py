"""plancli intake pages."""

from typing import Annotated

import typer

from plancli.cli.completion import drafts
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.cli.paper import laid_on, paper_in
from plancli.core.finding import Code, Place, Subject, refuse
from plancli.core.intake.laid import LaidOut, with_layouts
from plancli.core.plan.digest import draft_digest
from plancli.core.plan.model import Draft
from plancli.messages import N_, _
from plancli.render.answers.pages import pages_answer
from plancli.render.terminal import outcomes
from plancli.render.terminal.pages import pages_lines
from plancli.store.repository import Repository
from plancli.store.sections import laid_out_draft
from plancli.store.transaction import write_all

HELP = N_(
    "Take the pages and lines of a frozen draft from the PDF that was circulated: where each printed line "
    "begins, under the numbers that are printed on pages and beside lines, else as they are counted. Only "
    "words that agree get a place. Refused: where less than 99 in 100 of them do, which is another paper; "
    "scans; fonts that do not say what they show; two columns. Wording and digest of the draft stay."
)
EXAMPLE = (
    "plancli intake pages 征求意见稿.pdf; plancli intake pages 送审稿.pdf --draft 送审稿 --dry-run"
)


def command(
    file: Annotated[
        str, typer.Argument(metavar="FILE.pdf", help=_("The PDF that was circulated."))
    ],
    draft: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help=_("The draft that it shows; default: the one that comments cite."),
            autocompletion=drafts,
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    frozen = repository.draft(draft)
    paper = paper_in(file, repository.manifest.language.startswith("zh"))
    laid = laid_on(file, paper, frozen)
    files = _files(repository, frozen, laid)
    if not dry_run:
        write_all(root, files, {path: repository.files[path] for path in files})
    if as_json:
        print_answer(pages_answer(frozen.draft, paper, laid, list(files)))
    else:
        for line in pages_lines(paper, laid):
            typer.echo(line)
        typer.echo(outcomes.written(list(files), dry_run), err=True)
    return 1 if laid.unlaid else 0


def _files(repository: Repository, draft: Draft, laid: LaidOut) -> dict[str, bytes]:
    """Return the file of the draft with its pages and lines, read back as a check; none if none changes."""
    after = with_layouts(draft, laid.layouts)
    document = repository.documents[Subject("draft", draft.draft)]
    raw = laid_out_draft(document, draft, after)
    if raw == repository.files[document.file]:
        return {}
    again = repository.changed({document.file: raw}).draft(draft.draft)
    if again.sections != after.sections or draft_digest(again) != draft_digest(draft):
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    return {document.file: raw}
