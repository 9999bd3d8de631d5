"""What waits for a decision, comment by comment in a terminal: shown, asked for, written at once."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

import typer

from plancli.cli.asking import asked_or_nothing, chosen, proposed
from plancli.cli.commands.show import comment_lines, standing_of
from plancli.cli.deciding import Decided, Decisions, decided_together
from plancli.cli.everywhere import all_listed
from plancli.core.check.rules.decisions.reasons import NO_REASON
from plancli.core.comments.comment import Comment, Passage
from plancli.core.comments.edits import Edit
from plancli.core.comments.status import Status
from plancli.core.comments.succession import outdated
from plancli.core.evidence.rewordings import rewordings_of
from plancli.core.finding import PlanError
from plancli.core.publish.done import Telling, done_in_words
from plancli.core.publish.naming import Paper
from plancli.core.rounds.conflicts import if_adopted
from plancli.messages import _
from plancli.render.findings import messages as show
from plancli.render.pages.words import said
from plancli.render.terminal import outcomes, wording
from plancli.store.comments import edit_given
from plancli.store.repository import Repository


class Step(StrEnum):
    """A key that goes elsewhere instead of deciding."""

    LATER = "l"
    BACK = "b"
    STOP = "q"


Typed = dict[str, str]
"""What was typed for a comment, by the key of its decision: the next question proposes it."""


def walk(
    repository: Repository, names: Sequence[str], write: Callable[[Decisions], None]
) -> list[Decided]:
    """Ask for a decision on each comment; what is decided is written before the next one is shown."""
    made: dict[str, Decided] = {}
    at = 0
    while at < len(names):
        name = names[at]
        progress = _("{number} of {count}").format(number=at + 1, count=len(names))
        _say(f"— {progress} —")
        _show(repository, repository.comments[name])
        found = _decided(repository, name)
        if found is Step.STOP:
            break
        if found is Step.BACK:
            at = max(at - 1, 0)
            continue
        if isinstance(found, Decisions):
            write(found)
            repository = found.repository
            made[name] = found.made[0]
        at += 1
    return list(made.values())


def _say(*told: str) -> None:
    for line in told:
        typer.echo(line, err=True)


# --- what is shown ------------------------------------------------------------------------------------------


def _show(repository: Repository, comment: Comment) -> None:
    """Show a comment, the passage with its change marked, and what stands in the way of adopting it."""
    from rich.console import Console

    _say(*comment_lines(repository, standing_of(repository, comment)))
    round_ = repository.round_of(comment)
    naming = said(repository.manifest.language).naming
    console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True, emoji=False)
    wording.show(rewordings_of(comment, round_.workspace, proposed=False), console, naming)
    if comment.adopted_edits and not round_.closed:
        _say(*outcomes.reasons(if_adopted(round_, comment), comment.id))


# --- what is asked ------------------------------------------------------------------------------------------


def _decided(repository: Repository, name: str) -> Decisions | Step:
    """Ask until a decision can be written; what was typed for one that is refused is proposed again."""
    typed: Typed = {}
    while True:
        try:
            told = _asked(repository, repository.comments[name], typed)
            return told if isinstance(told, Step) else _with_reason(repository, name, told, typed)
        except PlanError as error:
            for finding in error.findings:
                _say(*show.lines(finding))


def _with_reason(
    repository: Repository, name: str, told: dict[str, Any], typed: Typed
) -> Decisions:
    """Return what a decision comes to; one that only lacks its reason is asked for it, and nothing else."""
    while True:
        try:
            return decided_together(repository, {name: told})
        except PlanError as error:
            if any(finding.code != NO_REASON.code for finding in error.findings):
                raise
        _say(_("This decision is published with its reason: please say why."))
        told["reason"] = typed["reason"] = asked_or_nothing(_("Reason"))


def _asked(repository: Repository, comment: Comment, typed: Typed) -> dict[str, Any] | Step:
    """Ask for the decision on a comment: the keys that change, or where to go instead."""
    steps: dict[str, str] = {Step.LATER: _("later"), Step.BACK: _("back"), Step.STOP: _("stop")}
    key = chosen(_("Status"), _KEYS, steps, typed.get("status", ""))
    if key in [*Step]:
        return Step(key)
    status = Status(_KEYS[key])
    typed["status"] = key
    told: dict[str, Any] = {"status": status, **_of_status(repository, comment, status, typed)}
    edits = told.get("edits")
    for key, label in (("reply", _("Reply")), ("reason", _("Reason"))):
        before = _before(comment, key, status)
        if key == "reply" and not before and status.meaning.merges:
            before = _reply(repository, comment, edits)
        words = typed[key] = proposed(label, typed.get(key, before))
        if words or before:
            told[key] = words
    return told


_KEYS = dict(zip("1234567890wp", map(str, Status), strict=True))
"""The key of each decision: ten by their number, 撤回 and 待定 by what they mean."""


def _before(comment: Comment, key: str, status: Status) -> str:
    """Return the words that a decision has already, as far as they still hold with a status."""
    if key in outdated(comment.decision, status):
        return ""
    words: str | None = getattr(comment.decision, key)
    return words or ""


def _of_status(
    repository: Repository, comment: Comment, status: Status, typed: Typed
) -> dict[str, Any]:
    """Ask for what only some decisions have."""
    match status:
        case Status.JOINED:
            before = typed.get("into", _before(comment, "into", status))
            typed["into"] = proposed(_("Id of the comment that it goes with"), before)
            return {"into": typed["into"]}
        case Status.ALREADY:
            typed["already"] = proposed(_("Words that say it already"), typed.get("already", ""))
            return {"already": (Passage(quote=typed["already"]),)} if typed["already"] else {}
    needs_edits = status.meaning.merges and not comment.adopted_edits
    if needs_edits or status in (Status.MODIFIED, Status.PARTLY):
        return _instead(repository, comment)
    return {}


def _instead(repository: Repository, comment: Comment) -> dict[str, Any]:
    """Ask for the edits that are adopted instead of those that were asked for."""
    edits: list[Edit] = []
    label = _("What is adopted instead, {replace: …, with: …} (empty: no more)")
    while words := asked_or_nothing(label):
        edits.append(edit_given("--edit", words))
    if not edits:
        return {}
    corpus = repository.round_of(comment).workspace.corpus
    return {"edits": all_listed(corpus, edits)}


def _reply(repository: Repository, comment: Comment, instead: tuple[Edit, ...] | None) -> str:
    """Return what the office would say that it did: what is adopted of what was asked."""
    round_ = repository.round_of(comment)
    telling = Telling(Paper.of(round_), round_.plan.joints, said(round_.manifest.language))
    edits = comment.adopted_edits if instead is None else instead
    return done_in_words(edits, telling)
