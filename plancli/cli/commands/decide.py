"""plancli decide."""

from typing import Annotated, Any

import typer

from plancli.cli.asking import asked_or_nothing, chosen, given, lines, somebody
from plancli.cli.completion import comments
from plancli.cli.everywhere import all_listed
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, DryRun
from plancli.cli.output import print_answer
from plancli.cli.proving import proved
from plancli.core.check.rule import Writing
from plancli.core.comments.comment import Comment, Decision, Passage
from plancli.core.comments.edits import Edit
from plancli.core.comments.status import Status
from plancli.core.comments.succession import outdated
from plancli.core.finding import Code, Place, Severity, refuse
from plancli.core.locate.corpus import Corpus
from plancli.core.rounds.settlements import due
from plancli.library.naming import comment_named
from plancli.messages import N_, _
from plancli.render.answers.findings import finding_entries
from plancli.render.answers.written import DecideAnswer
from plancli.render.findings import messages as show
from plancli.store.comments import decided, edit_given
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "Write the decision on a comment: only its decision changes in the file, and of it only what is given; "
    "'' takes a key out. Another status is a new decision: reply, reason and what else belonged to the old "
    "one go. In a terminal, without any option, it asks. A decision that is not complete, points "
    "to nothing, or relies on words that are not there is refused; what a unit quoted wrongly refuses none."
)
EXAMPLE = (
    "plancli decide 市医保局-01 --status 采纳 --reply 已修改。; "
    "plancli decide 市林业局-02 --status 不采纳 --reason -"
)


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar="ID", help=_("Comment id; 市医保局-01.2 is an item."), autocompletion=comments
        ),
    ],
    status: Annotated[Status | None, typer.Option(help=_("The decision."))] = None,
    reply: Annotated[
        str | None, typer.Option(help=_("What was changed; - reads it from stdin."))
    ] = None,
    reason: Annotated[
        str | None, typer.Option(help=_("Why, or why not; - reads it from stdin."))
    ] = None,
    into: Annotated[
        str | None,
        typer.Option(
            metavar="ID", help=_("With 合并: the comment it goes with."), autocompletion=comments
        ),
    ] = None,
    settles: Annotated[
        list[str] | None,
        typer.Option(
            metavar="ID", help=_("Comments that it settles; repeatable."), autocompletion=comments
        ),
    ] = None,
    already: Annotated[
        list[str] | None,
        typer.Option(metavar="WORDS", help=_("Passages that say it already; repeatable.")),
    ] = None,
    edit: Annotated[
        list[str] | None,
        typer.Option(metavar="YAML", help=_("What is adopted instead, as in a file; repeatable.")),
    ] = None,
    no_edits: Annotated[
        bool, typer.Option("--no-edits", help=_("Nothing changes in the text."))
    ] = False,
    as_asked: Annotated[
        bool, typer.Option("--as-asked", help=_("What is adopted is what was asked."))
    ] = False,
    dry_run: DryRun = False,
    as_json: AsJson = False,
) -> int:
    if sum((bool(edit), no_edits, as_asked)) > 1:
        raise typer.BadParameter(_("only one of --edit, --no-edits and --as-asked can be given"))
    root, repository = open_repository()
    comment = _comment(repository, name)
    told = {
        "status": status,
        "reply": given(reply),
        "reason": given(reason),
        "into": into,
        "settles": None if settles is None else tuple(one for one in settles if one),
        "already": None
        if already is None
        else tuple(Passage(quote=words) for words in already if words.strip()),
        "edits": _adopted(edit, no_edits, repository.round_of(comment).workspace.corpus),
    }
    changed: dict[str, Any] = {key: value for key, value in told.items() if value is not None}
    changed |= {"edits": None} if as_asked else {}
    changed = changed or _asked(comment)
    cleared = _cleared(comment.decision, changed)
    again, path, raw = _decided(repository, comment, cleared | changed)
    found = proved(again, name, [Writing.DECISION])
    if not dry_run:
        write_all(root, {path: raw}, {path: repository.files[path]})
    decision = again.comments[name].decision
    if as_json:
        print_answer(DecideAnswer(name, path, decision, finding_entries(found)))
        return 0
    _show(again.comments[name])
    # what has no place cannot be merged: the finding says what comes next
    if not any(finding.severity is Severity.ERROR for finding in found):
        _show_next(repository, again.comments[name])
    for key in cleared:
        words = getattr(comment.decision, key)
        gone = f"{key}: {words}" if isinstance(words, str) else key
        typer.echo(_("Taken out with the old decision: {words}").format(words=gone), err=True)
    for finding in found:
        typer.echo("\n".join(show.lines(finding)), err=True)
    return 0


def _adopted(edits: list[str] | None, nothing: bool, corpus: Corpus) -> tuple[Edit, ...] | None:
    """Return the edits that are adopted instead; None where the options say nothing of them.

    Those that hold everywhere get their places in the draft.
    """
    if nothing:
        return ()
    if not edits:
        return None
    return all_listed(corpus, [edit_given("--edit", lines(words)) for words in edits])


def _cleared(decision: Decision, changed: dict[str, Any]) -> dict[str, Any]:
    """Return what a new status takes out of a decision, each key as it is when nothing is said."""
    nothing = Decision()
    status = changed.get("status", decision.status)
    old = [key for key in outdated(decision, status) if key not in changed]
    return {key: getattr(nothing, key) for key in old}


def _asked(comment: Comment) -> dict[str, Any]:
    """Ask for the decision on a comment that is shown; an empty answer leaves a key as it is."""
    if somebody():
        typer.echo(f"{comment.id} {comment.unit}\n{comment.opinion}", err=True)
    status = Status(chosen(_("Status (a number)"), "--status", [*Status]))
    answers = {
        "reply": asked_or_nothing(_("Reply (may be empty)")),
        "reason": asked_or_nothing(_("Reason (may be empty)")),
    }
    return {"status": status, **{key: words for key, words in answers.items() if words}}


def _comment(repository: Repository, name: str) -> Comment:
    """Return the comment to decide; a compound one is refused with the ids of its items."""
    if whole := repository.compounds.get(name):
        raise refuse(Code.HAS_ITEMS, id=name, items="、".join(item.id for item in whole.parts))
    return comment_named(repository, name)


def _decided(
    repository: Repository, comment: Comment, changed: dict[str, Any]
) -> tuple[Repository, str, bytes]:
    """Return the repository with the new decision, and the file that changes, read back as a check."""
    cleaned = {key: None if value == "" else value for key, value in changed.items()}
    decision = comment.decision.model_copy(update=cleaned)
    document, inside = repository.home(comment.id)
    raw = decided(document, inside, decision, changed)
    again = repository.changed({document.file: raw})
    if not again.findings and again.comments[comment.id].decision != decision:
        raise refuse(Code.NOT_WRITABLE, Place(document.file))
    return again, document.file, raw


def _show(comment: Comment) -> None:
    decision = comment.decision
    said = " ".join(part for part in (decision.reply, decision.reason) if part)
    typer.echo(f"{comment.id} {decision.status}" + (f": {said}" if said else ""))


def _show_next(repository: Repository, comment: Comment) -> None:
    """Say what brings the text to what is decided, where anything has to."""
    round_ = repository.round_of(comment)
    recorded = comment.id in round_.workspace.recorded
    wanted = comment.id in due({comment.id: comment})
    if round_.closed:
        # the text belongs to the draft that was circulated since
        if wanted and not recorded and not comment.part_of:
            typer.echo(_("Next: plancli rebase {id}").format(id=comment.id), err=True)
    elif wanted:
        typer.echo(_("Next: plancli apply {id}").format(id=comment.id), err=True)
    elif recorded:
        typer.echo(_("Next: plancli revert {id}").format(id=comment.id), err=True)
