"""plancli decide."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from plancli.cli.approving import Signing, approved_line, sign_off
from plancli.cli.asking import given, lines, somebody
from plancli.cli.commits import Message, write_and_commit_own
from plancli.cli.completion import comments
from plancli.cli.deciding import (
    Decided,
    Decisions,
    decided_together,
    decision_line,
    next_commands,
    told_beside,
)
from plancli.cli.everywhere import all_listed
from plancli.cli.opening import open_repository
from plancli.cli.options import AsJson, CommentIds, Commit, DryRun, OfUnits
from plancli.cli.output import print_answer
from plancli.cli.walking import walk
from plancli.core.comments.approval import given_approvals
from plancli.core.comments.comment import Comment, Passage
from plancli.core.comments.status import Status
from plancli.core.finding import Code, PlanError, refuse
from plancli.library.naming import to_decide
from plancli.messages import N_, _
from plancli.render.answers.findings import finding_entries
from plancli.render.answers.written import DecideAnswer, DecidedEntry, NotedRowEntry
from plancli.render.terminal import outcomes
from plancli.render.terminal.ledger import filled_lines
from plancli.store.comments import edit_given
from plancli.store.repository import Repository
from plancli.store.transaction import write_all

HELP = N_(
    "Write the decision on comments: only the decision changes in a file, and of it only what is given; "
    "'' takes a key out. Several ids, or units, get the same decision, all of them or none; a unit or a "
    "compound comment stands for what waits of it. Another status is a new decision: reply, reason and what "
    "else belonged to the old one go. In a terminal, without any option, it walks through what waits and "
    "asks. --from reads what colleagues filled into an exported ledger, 采纳情况, 理由, 答复, 办理人: all "
    "rows or none. --approve signs decisions off, at the next level of plan.yaml or at --level; there "
    "--status and --pending choose which, and without any name it walks. A decision that changes loses its "
    "approvals. One that is not complete, points to nothing, or relies on words that are not there "
    "is refused; what a unit quoted wrongly refuses none."
)
EXAMPLE = (
    "plancli decide; plancli decide 市医保局-01 市公安局-01 --status 采纳; "
    "plancli decide 市林业局-02 --status 不采纳 --reason -; "
    "plancli decide --unit 市林业局 --status 留作参考; plancli decide --from 台账.xlsx"
)


def command(
    names: CommentIds = None,
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
    unit: OfUnits = None,
    pending: Annotated[
        bool, typer.Option("--pending", help=_("Only what waits for a decision."))
    ] = False,
    ledger: Annotated[
        Path | None,
        typer.Option(
            "--from",
            metavar="FILE",
            help=_("Decisions that were filled in in a table of plancli report -o FILE.xlsx."),
        ),
    ] = None,
    approve: Annotated[
        bool, typer.Option("--approve", help=_("Sign decisions off as they stand."))
    ] = False,
    unapprove: Annotated[
        bool,
        typer.Option("--unapprove", help=_("Take the last approval back, or from --level on.")),
    ] = False,
    level: Annotated[
        str | None,
        typer.Option(metavar="LEVEL", help=_("At which level; default: the next of each.")),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar="NAME", help=_("Who approves; default: the name that git has.")),
    ] = None,
    dry_run: DryRun = False,
    commit: Commit = False,
    as_json: AsJson = False,
) -> int:
    if sum((bool(edit), no_edits, as_asked)) > 1:
        raise typer.BadParameter(_("only one of --edit, --no-edits and --as-asked can be given"))
    changed = _given(
        status=status,
        reply=given(reply),
        reason=given(reason),
        into=into,
        settles=None if settles is None else tuple(filter(None, settles)),
        already=None if already is None else _passages(already),
    )
    adopted = _Adopted(edit or [], no_edits, as_asked)
    is_told = bool(changed) or any(adopted)
    ids, units = names or [], unit or []
    signs = _signs(approve, unapprove, bool(level or by))
    if signs:
        _refuse_telling(changed, adopted, ledger)
        signing = Signing(ids, units, pending, status, level, by, unapprove)
        return _signed_off(signing, dry_run, commit, as_json)
    _refuse_unasked(bool(ids or units or pending), is_told, ledger)
    root, repository = open_repository()
    write = _writing(root, dry_run, commit, as_json)
    if ledger is not None:
        return _from_ledger(repository, ledger, write, as_json)
    chosen = to_decide(repository, ids, units, pending)
    if is_told:
        _refuse_whole(repository, ids, units)
        changes = {one.id: changed | adopted.of(repository, one) for one in chosen}
        done = decided_together(repository, changes)
        write(done)
        made = done.made
    else:
        made = tuple(walk(repository, [comment.id for comment in chosen], write))
    if as_json:
        files = list(dict.fromkeys(one.file for one in made))
        print_answer(DecideAnswer(entries_of(made), files))
    elif not chosen:
        typer.echo(_("Nothing waits for a decision."), err=True)
    return 0


def _signed_off(signing: Signing, dry_run: bool, commit: bool, as_json: bool) -> int:
    """Approve decisions, or take approvals back, and show them."""
    root, repository = open_repository()
    write = _writing(root, dry_run, commit, as_json, approved_line)
    made = sign_off(root, repository, signing, write)
    if as_json:
        files = list(dict.fromkeys(one.file for one in made))
        print_answer(DecideAnswer(entries_of(made), files))
    elif not made:
        typer.echo(_("Nothing waits for approval."), err=True)
    return 0


def _signs(approve: bool, unapprove: bool, is_detailed: bool) -> bool:
    """Whether decisions are signed off, or approvals taken back; refuse both, and what belongs to neither."""
    if approve and unapprove:
        raise typer.BadParameter(_("only one of --approve and --unapprove can be given"))
    if is_detailed and not approve and not unapprove:
        raise typer.BadParameter(_("--level and --by go with --approve"))
    return approve or unapprove


def _refuse_telling(changed: Mapping[str, Any], adopted: "_Adopted", ledger: Path | None) -> None:
    """Refuse to decide and to approve at once: what is approved is what stands there."""
    # a status says here which decisions are meant
    if set(changed) - {"status"} or any(adopted) or ledger is not None:
        raise typer.BadParameter(
            _("a decision is approved as it stands: decide first, then --approve or --unapprove")
        )


def _given(**told: Any) -> dict[str, Any]:
    """Return the keys of a decision that the command line says something of."""
    return {key: value for key, value in told.items() if value is not None}


def _from_ledger(
    repository: Repository, path: Path, write: Callable[[Decisions], None], as_json: bool
) -> int:
    """Write what colleagues decided in a ledger; exit code 1 where something of it was not taken."""
    # readers of tables, which no other decision needs
    from plancli.cli.ledgers import filled_ledger, in_ledger

    found = filled_ledger(repository, path)
    try:
        done = decided_together(repository, found.changes, found.handlers)
    except PlanError as error:
        raise in_ledger(error, found, path) from None
    write(done)
    if as_json:
        noted = [[NotedRowEntry(*one) for one in rows] for rows in (found.undecided, found.unread)]
        files = list(done.files)
        print_answer(DecideAnswer(entries_of(done.made), files, found.handlers, *noted))
    else:
        for line in filled_lines(found, path.name):
            typer.echo(line, err=True)
    return 1 if found.undecided or found.unread else 0


def _passages(words: Sequence[str]) -> tuple[Passage, ...]:
    return tuple(Passage(quote=quote) for quote in words if quote.strip())


def _writing(
    root: Path,
    dry_run: bool,
    commit: bool,
    as_json: bool,
    shown: Callable[[Comment], str] = decision_line,
) -> Callable[[Decisions], None]:
    """Return what writes decisions, and shows them, each in a line, with what comes next."""

    def write(done: Decisions) -> None:
        if commit and not dry_run:
            write_and_commit_own(root, done.before, done.made_of, _commit_message(done))
        elif not dry_run:
            write_all(root, done.files, {file: done.before.files[file] for file in done.files})
        if as_json:
            return
        for one in done.made:
            typer.echo(shown(one.comment))
        # what is only signed off, or tried, changes nothing that would have to be merged
        decides = shown is decision_line and not dry_run
        following = next_commands(done) if decides else ()
        for line in (*following, *told_beside(done)):
            typer.echo(line, err=True)
        if dry_run:
            typer.echo(outcomes.written(list(done.files), dry_run), err=True)

    return write


def _commit_message(done: Decisions) -> Message:
    """Return what the commit of some decisions says: on which comments, approved at which levels."""
    comments = [one.comment for one in done.made]
    subjects = [f"{one.id} {one.decision.status}" for one in comments]
    trailers = {"Comment": "、".join(one.id for one in comments)}
    levels = [approval.level for one in comments for approval in given_approvals(one)]
    if levels:
        trailers["Approved"] = "、".join(dict.fromkeys(levels))
    more = " …" if len(subjects) > _IN_A_SUBJECT else ""
    return Message("、".join(subjects[:_IN_A_SUBJECT]) + more, trailers)


_IN_A_SUBJECT = 3
"""So many decisions stand in the first line of a commit; all of them stand below it."""


def entries_of(made: Iterable[Decided]) -> list[DecidedEntry]:
    """Return an entry for each point that was decided."""
    entries: list[DecidedEntry] = []
    for one in made:
        told = finding_entries(one.findings)
        entries.append(DecidedEntry(one.comment.id, one.file, one.comment.decision, told))
    return entries


class _Adopted(NamedTuple):
    """What the options say of the edits that are adopted."""

    edits: list[str]
    nothing: bool
    as_asked: bool

    def of(self, repository: Repository, comment: Comment) -> dict[str, Any]:
        """Return the edits for the decision on a comment; those that hold everywhere get their places."""
        if self.nothing:
            return {"edits": ()}
        if self.as_asked:
            return {"edits": None}
        if not self.edits:
            return {}
        corpus = repository.round_of(comment).workspace.corpus
        given_ = [edit_given("--edit", lines(words)) for words in self.edits]
        return {"edits": all_listed(corpus, given_)}


def _refuse_unasked(is_named: bool, is_told: bool, ledger: Path | None) -> None:
    """Refuse what neither says enough nor can be asked for."""
    if ledger is not None:
        if is_named or is_told:
            raise typer.BadParameter(_("--from goes with --dry-run, --commit and --json only"))
        return
    if is_told and not is_named:
        raise typer.BadParameter(_("say which comments are meant: ids, --unit or --pending"))
    if not is_named and not somebody():
        raise typer.BadParameter(
            _(
                "there is nobody to ask: give ids, --unit or --pending, and the decision (--status …)"
            )
        )
    if not is_told and not somebody():
        raise refuse(Code.VALUE_MISSING, name="--status")


def _refuse_whole(repository: Repository, names: Sequence[str], units: Sequence[str]) -> None:
    """Refuse one decision for all points of the one comment that is named: each has its own."""
    if len(names) == 1 and not units and (whole := repository.compounds.get(names[0])):
        raise refuse(Code.HAS_ITEMS, id=whole.id, items="、".join(item.id for item in whole.parts))
