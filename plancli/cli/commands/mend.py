"""plancli mend."""

from typing import Annotated

import typer

from plancli.cli.asking import given
from plancli.cli.completion import drafts, parts
from plancli.cli.mending import also_in, mend_of, mending, touched_lines
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.core.finding import Code, refuse
from plancli.library.naming import round_named
from plancli.messages import N_, _
from plancli.render.answers.written import MendAnswer, TouchedEntry
from plancli.render.findings.shell import word
from plancli.render.terminal import outcomes
from plancli.store.transaction import write_all

HELP = N_(
    "Mend a slip of transcription: words of the copy of a frozen draft that the circulated paper does not "
    "have. Ids, pages and lines stay; the working plan is mended with it; plan.yaml keeps what was mended, "
    "why, and the digest of before. The comments that quote these words are named. What is to be changed in "
    "the plan is no slip: that is a comment, or a change of the office with a note."
)
EXAMPLE = "plancli mend --replace 消毒橱 --with 消毒柜 --in 专栏1.1 --reason 录入时误作“橱”。"


def command(
    replace: Annotated[
        str | None, typer.Option(metavar="OLD", help=_("The words as they stand here."))
    ] = None,
    with_: Annotated[
        str | None, typer.Option("--with", metavar="NEW", help=_("The words on the paper."))
    ] = None,
    within: Annotated[
        str | None,
        typer.Option(
            "--in",
            metavar="KEY",
            help=_("In which paragraph, section or column."),
            autocompletion=parts,
        ),
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help=_("How the slip came about; - reads it from stdin."))
    ] = None,
    draft: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help=_("The draft; default: the current one."), autocompletion=drafts
        ),
    ] = None,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    root, repository = open_repository()
    why = given(reason)
    for option, value in (("--replace", replace), ("--with", with_), ("--reason", why)):
        if value is None or (not value and option != "--with"):
            raise refuse(Code.VALUE_MISSING, name=option)
    assert replace
    assert with_ is not None
    assert why
    round_ = round_named(repository, draft)
    mend = mend_of(repository, round_, replace, with_, within)
    files, found = mending(repository, round_, mend, why)
    if not dry_run:
        write_all(root, files, {path: repository.files[path] for path in files})
    if as_json:
        entries = [TouchedEntry(*each) for each in found]
        print_answer(
            MendAnswer(round_.draft.draft, mend.slip.key, mend.change, entries, list(files))
        )
        return 0
    typer.echo(f"{round_.draft.draft}  {mend.slip.key}  {mend.change}")
    for each in found:
        typer.echo("\n".join(touched_lines(each)))
    typer.echo(outcomes.written(list(files), dry_run), err=True)
    for name in also_in(repository, mend):
        again = f"--replace {word(replace)} --with {word(with_)} --in {word(mend.slip.key)}"
        told = _(
            "{draft} has these words there, too: plancli mend {words} --reason … --draft {draft}"
        )
        typer.echo(told.format(words=again, draft=word(name)), err=True)
    return 0
