"""plancli audit."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from plancli.cli.completion import comments_and_units
from plancli.cli.formats import ReadingPaper, content, format_of, reading_writer
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DraftName, Internal
from plancli.cli.output import print_answer, write_bytes
from plancli.cli.progress import progress
from plancli.cli.unproved import exit_code
from plancli.core.evidence.audit import Reading, decisions, readings, unit_totals, whole_total
from plancli.core.finding import Code, refuse
from plancli.core.publish.claims import claims, counted_claims
from plancli.core.publish.naming import Paper
from plancli.core.rounds.round import Round, newest_with
from plancli.library.judging import audited
from plancli.library.naming import chosen, round_named
from plancli.messages import N_, _
from plancli.render.answers.ledger import AuditAnswer, TotalEntry, decision_entries, reading_entry
from plancli.render.pages import audit as show
from plancli.store.repository import Repository

HELP = N_(
    "The evidence that check uses, as a reading: for each comment what it asked, what was adopted, where "
    "that stands in the plan, and the share of the asked wording that was adopted; then totals by decision "
    "and by unit. The share counts characters: new ones and ones to go. In the terminal, or to a file: "
    "{endings}."
)
EXAMPLE = "plancli audit 市投创中心; plancli audit -o 采纳核对.html"
KIND = reading_writer


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID…",
            help=_("Comment ids or units; default: all."),
            autocompletion=comments_and_units,
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help=_("Write to FILE."))
    ] = None,
    draft: DraftName = None,
    internal: Internal = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    format_ = format_of(output, reading_writer) if output else None
    round_ = _round(repository, draft, ids or [])
    found = _read(repository, round_, ids or [])
    lacking = claims(round_).about(_named(found))
    decided = decisions(round_, found)
    view = show.View(
        repository.manifest,
        Paper.of(round_),
        round_.draft.draft,
        found,
        unit_totals(round_, found, lacking.unborne),
        whole_total(round_, found, lacking.unborne),
        counted_claims(lacking.of(name, status) for name, status in decided.items()),
        lacking,
    )
    if as_json:
        entries = [reading_entry(reading) for reading in found]
        sums = [TotalEntry(*total) for total in view.totals]
        answer = AuditAnswer(
            view.manifest.title,
            view.draft,
            entries,
            sums,
            decision_entries(view.decided),
            view.stamp,
        )
        print_answer(answer)
    elif output and format_:
        paper = ReadingPaper(view, root / "templates")
        write_bytes(output, content(format_, reading_writer, paper))
    else:
        from rich.console import Console

        show.show(view, Console(markup=False, highlight=False, emoji=False, soft_wrap=True), _)
    return exit_code(lacking, internal)


def _round(repository: Repository, draft: str | None, names: Sequence[str]) -> Round:
    """Return the round on a draft; by default the newest of which everything that is named has a comment."""
    named = {
        name: [comment.id for comment in chosen(repository, [name], everything=False)]
        for name in names
    }
    found = None if draft else newest_with(repository.rounds, named.values())
    round_ = found or round_named(repository, draft)
    for name, ids in named.items():
        if not round_.has_any(ids):
            known = "、".join(r.draft.draft for r in repository.rounds if r.has_any(ids))
            raise refuse(Code.OTHER_ROUND, id=name, draft=round_.draft.draft, known=known)
    return round_


def _named(found: Sequence[Reading]) -> list[str]:
    """Return the ids of what is read: of comments and points, and of the compound ones that have these."""
    names: dict[str, None] = {}
    for reading in found:
        names[reading.comment.id] = None
        names[reading.comment.part_of or reading.comment.id] = None
    return list(names)


def _read(repository: Repository, round_: Round, names: list[str]) -> list[Reading]:
    wanted = [c for c in chosen(repository, names, everything=not names) if c.id in round_.current]
    found = audited(repository, date.today())
    shown: list[Reading] = []
    with progress(len(wanted)) as step:
        for reading in readings(repository.rounds, round_, wanted, found):
            shown.append(reading)
            step()
    return shown
