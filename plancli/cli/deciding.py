"""Decisions that are written: on one comment or on many, all of them or none."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from plancli.cli.proving import proved_together
from plancli.core.check.rule import Writing
from plancli.core.comments.approval import given_approvals
from plancli.core.comments.comment import Approval, Comment, Decision
from plancli.core.comments.succession import outdated
from plancli.core.finding import Code, Finding, Place, PlanError, Severity, refuse
from plancli.core.merge.meeting import OFFICE
from plancli.core.rounds.settlements import due
from plancli.messages import N_, _, colon
from plancli.render.findings import messages as show
from plancli.store.comments import decided, handled
from plancli.store.repository import Repository
from plancli.store.yaml.strict import Document, parse

Changes = Mapping[str, Any]
"""What a decision is to say, by its keys; an empty text takes a key out."""


class Decided(NamedTuple):
    """A decision: the comment with it, its file, what to tell of it, and the keys that went with the old one.

    `gone` has what the old decision said under those keys.
    """

    comment: Comment
    file: str
    findings: list[Finding]
    gone: Mapping[str, Any]

    @property
    def placed(self) -> bool:
        """Whether everything that it relies on has a place: what has none cannot be merged."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


class Decisions(NamedTuple):
    """The repository before and with new decisions, these, the bytes of their files, what was asked for."""

    before: Repository
    repository: Repository
    made: tuple[Decided, ...]
    files: dict[str, bytes]
    changes: Mapping[str, Changes]
    handlers: Mapping[str, str] | None = None

    def made_of(self, repository: Repository) -> dict[str, bytes]:
        """Return the same decisions on another state of the plan."""
        if repository is self.before:
            return self.files
        return decided_together(repository, self.changes, self.handlers).files


def decided_together(
    repository: Repository,
    changes: Mapping[str, Changes],
    handlers: Mapping[str, str] | None = None,
) -> Decisions:
    """Return what deciding on some comments comes to; refuse what is wrong with any of the decisions.

    `changes` are by the id of what is decided: a comment, or a point of a compound one. `handlers` are who
    works on a comment, by the id of the whole.
    """
    gone = {name: _outdated(repository.comments[name], own) for name, own in changes.items()}
    wanted: dict[str, Decision] = {}
    files: dict[str, bytes] = {}
    for name, own in changes.items():
        before = repository.comments[name]
        told = _cleared(gone[name]) | dict(own)
        decision = _changed(before.decision, told)
        if given_approvals(before) and "approved" not in own and decision != before.decision:
            # nobody has signed what is decided now
            gone[name] |= {"approved": given_approvals(before)}
            told["approved"] = None
            decision = _changed(decision, told)
        wanted[name] = decision
        document, inside = repository.home(name)
        # points of one comment share a file: each is written into what the one before it left
        document = _as_left(document, files)
        files[document.file] = decided(document, inside, wanted[name], told)
    for name, handler in (handlers or {}).items():
        document = _as_left(repository.home(name)[0], files)
        files[document.file] = handled(document, handler)
    again = repository.changed(files)
    if again.findings:
        raise PlanError(again.findings)
    _refuse_unlike(again, wanted)
    found = proved_together(again, changes, [Writing.DECISION])
    made: list[Decided] = []
    for name in changes:
        comment, file = again.comments[name], again.comment_file(name)
        made.append(Decided(comment, file, found[name], gone[name]))
    return Decisions(repository, again, tuple(made), files, changes, handlers)


def _as_left(document: Document, files: Mapping[str, bytes]) -> Document:
    """Return a file as it is with what is written into it so far."""
    if document.file not in files:
        return document
    return parse(document.file, files[document.file])


def _outdated(comment: Comment, changes: Changes) -> dict[str, Any]:
    """Return what a new status takes out of a decision, and what it said."""
    status = changes.get("status", comment.decision.status)
    old = [key for key in outdated(comment.decision, status) if key not in changes]
    return {key: getattr(comment.decision, key) for key in old}


def _cleared(gone: Changes) -> dict[str, Any]:
    """Return keys of a decision as they are when nothing is said."""
    nothing = Decision()
    return {key: getattr(nothing, key) for key in gone}


def _changed(decision: Decision, changes: Changes) -> Decision:
    """Return a decision with some keys changed; an empty text is none."""
    said = {key: None if value == "" else value for key, value in changes.items()}
    return decision.model_copy(update=said)


def _refuse_unlike(repository: Repository, wanted: Mapping[str, Decision]) -> None:
    """Refuse a file that, read back, does not say what was decided."""
    for name, decision in wanted.items():
        if repository.comments[name].decision != decision:
            raise refuse(Code.NOT_WRITABLE, Place(repository.comment_file(name)))


# --- what is told -------------------------------------------------------------------------------------------


def decision_line(comment: Comment) -> str:
    """Return a decision in one line."""
    decision = comment.decision
    said = " ".join(part for part in (decision.reply, decision.reason) if part)
    return f"{comment.id} {decision.status}" + (colon() + said if said else "")


def next_commands(decisions: Decisions) -> Iterator[str]:
    """Yield what brings the text to what was decided."""
    found: dict[str, list[str]] = {}
    for one in decisions.made:
        following = _next_command(decisions.repository, one.comment) if one.placed else None
        if following is not None:
            found.setdefault(following, []).append(one.comment.id)
    merging = found.pop(_APPLY, [])
    rivals = _in_conflict(decisions.repository, merging)
    if rivals:
        yield _("Next: plancli conflicts, for these cannot all stand: {ids}").format(
            ids="、".join(rivals)
        )
    if together := [name for name in merging if name not in rivals]:
        found = {_APPLY: together, **found}
    for following, names in found.items():
        yield _(following).format(id=" ".join(names))


def _in_conflict(repository: Repository, names: Sequence[str]) -> list[str]:
    """Return which of some adopted comments, and whom they meet, cannot all stand as they are."""
    if not names:
        return []
    found: dict[str, None] = {}
    for meeting in repository.open_round.trial.conflicts:
        if not set(names).isdisjoint(meeting.authors):
            found.update(dict.fromkeys(name for name in meeting.authors if name != OFFICE))
    return list(found)


def told_beside(decisions: Decisions) -> Iterator[str]:
    """Yield what went with old decisions, and what is to be told of the new ones."""
    for one in decisions.made:
        for key, words in one.gone.items():
            gone = key + colon() + _in_words(words) if _in_words(words) else key
            yield _("Taken out with the old decision: {words}").format(words=gone)
        for finding in one.findings:
            yield from show.lines(finding)


def _in_words(said: Any) -> str:
    """Return what a decision said under one of its keys; "" where it takes more than a line to say it."""
    if isinstance(said, str):
        return said
    approvals = [one for one in said or () if isinstance(one, Approval)]
    return "、".join(approval_line(one) for one in approvals)


def approval_line(approval: Approval) -> str:
    """Return who approved at which level, and when, as far as that is said."""
    return " ".join(filter(None, (approval.level, approval.by, approval.on)))


def _next_command(repository: Repository, comment: Comment) -> str | None:
    """Return what brings the text to what is decided, as a message, where anything has to."""
    round_ = repository.round_of(comment)
    recorded = comment.id in round_.workspace.recorded
    wanted = comment.id in due({comment.id: comment})
    if round_.closed:
        # the text belongs to the draft that was circulated since
        waits = wanted and not recorded and not comment.part_of
        return N_("Next: plancli rebase {id}") if waits else None
    if wanted:
        # what is in the text as it is decided has nothing left to do: only its reason may be new
        merged = round_.workspace.recorded.get(comment.id) == round_.due[comment.id]
        return None if merged else _APPLY
    return N_("Next: plancli revert {id}") if recorded else None


_APPLY = N_("Next: plancli apply {id}")
