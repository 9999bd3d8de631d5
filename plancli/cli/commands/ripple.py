"""plancli ripple."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from plancli.cli.completion import comments_and_units
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson
from plancli.cli.output import print_answer
from plancli.core.evidence.ripple import ripples
from plancli.core.evidence.rippled import figure_ripples
from plancli.core.locate.corpus import Corpus
from plancli.library.naming import chosen
from plancli.messages import N_, _, colon
from plancli.render.answers.changes import (
    RippleAnswer,
    RippleEntry,
    figure_ripple_entry,
    ripple_entry,
)

HELP = N_(
    "Numbers, names and terms that an adopted comment changed in one place and that the plan still says "
    "elsewhere in their old form, with the places. For a person to decide on; nothing is changed."
)
EXAMPLE = "plancli ripple; plancli ripple 市医保局-01"


def command(
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID…",
            help=_("Comment ids or units; default: all."),
            autocompletion=comments_and_units,
        ),
    ] = None,
    as_json: AsJson = False,
) -> int:
    _root, repository = open_repository()
    round_, revision = repository.open_round, repository.open_round.trial
    wanted = chosen(repository, ids or [], everything=not ids)
    placed = [revision.placed[c.id] for c in wanted if c.id in revision.record]
    text = Corpus(revision.sections)
    found = ripples(round_.workspace.draft, placed, text)
    entries = [ripple_entry(ripple, text) for ripple in found]
    known = {(one.comment, place.paragraph) for one in entries for place in one.places}
    for figure in figure_ripples(round_.workspace.draft, placed, text.outline):
        entry = figure_ripple_entry(figure)
        if not all((entry.comment, place.paragraph) in known for place in entry.places):
            entries.append(entry)
    if as_json:
        print_answer(RippleAnswer(entries))
    elif entries:
        typer.echo("\n".join(line for entry in entries for line in _lines(entry)))
    else:
        typer.echo(_("no old form stands elsewhere"), err=True)
    return 0


def _lines(entry: RippleEntry) -> Iterator[str]:
    changed = _("{comment} changed “{old}” to “{new}” in {paragraph}; still there:")
    deleted = _("{comment} deleted “{old}” in {paragraph}; still there:")
    yield (changed if entry.new else deleted).format(**asdict(entry))
    yield from (f"  {place.paragraph}{colon()}{place.sentence}" for place in entry.places)
    if entry.more:
        yield "  ……"
