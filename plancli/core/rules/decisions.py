"""Decisions are complete and point to one another as they should."""

from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.comment import Comment, Status
from plancli.core.finding import Code, Finding, Path
from plancli.core.rules.about import on_comment


def reasons(case: Case) -> Iterator[Finding]:
    """A decision that needs a reason has one."""
    for comment in case.comments.values():
        decision = comment.decision
        if comment.meaning.needs_reason and not (decision.reason or decision.reply):
            status = str(decision.status)
            yield on_comment(comment, Code.NO_REASON, ("decision", "status"), id=comment.id, status=status)


def pointers(case: Case) -> Iterator[Finding]:
    """What a decision settles or is joined to is another comment, and not in a circle."""
    for comment in case.comments.values():
        pointed: list[tuple[Path, str]]
        pointed = [(("decision", "settles", at), name) for at, name in enumerate(comment.decision.settles)]
        pointed += [(("decision", "into"), comment.decision.into)] if comment.decision.into else []
        for path, name in pointed:
            other = case.comments.get(name)
            circle = other is not None and comment.id in (*other.decision.settles, other.decision.into)
            if other is None or other is comment or circle:
                yield on_comment(comment, Code.BAD_POINTER, path, id=comment.id, name=name)


def settled_once(case: Case) -> Iterator[Finding]:
    """A comment is settled by one joint wording."""
    settlers: dict[str, list[Comment]] = {}
    for comment in case.current.values():
        for name in comment.decision.settles if comment.merges else ():
            settlers.setdefault(name, []).append(comment)
    for name, (first, *others) in settlers.items():
        for comment in others:
            position = comment.decision.settles.index(name)
            params = {"id": comment.id, "name": name, "others": first.id}
            yield on_comment(comment, Code.SETTLED_TWICE, ("decision", "settles", position), **params)


def left_open(case: Case) -> Iterator[Finding]:
    """No comment was still to be decided when its round ended."""
    for comment in case.current.values() if case.closed else ():
        if comment.decision.status is Status.PENDING:
            params = {"id": comment.id, "outcome": case.outcome or ""}
            yield on_comment(comment, Code.LEFT_OPEN, ("decision", "status"), **params)
