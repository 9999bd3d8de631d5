"""What is adopted is in the text, and nothing else."""

from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.comment import Comment
from plancli.core.finding import Code, Finding, Subject
from plancli.core.ledger import patch_of, settled_by, why_not_due
from plancli.core.locate import Hint, Refusal, Why
from plancli.core.place import Evidence
from plancli.core.revise import Outcome
from plancli.core.rules.about import on_comment
from plancli.core.rules.quotations import quotation
from plancli.core.settle import uncovered


def adopted_in_text(case: Case) -> Iterator[Finding]:
    """What is adopted is in the text; what stands in its way is named."""
    for name, patch in case.due.items():
        comment, recorded = case.current[name], case.workspace.recorded.get(name)
        outcome = case.trial.outcomes[name]
        if outcome is Outcome.CONFLICT:
            yield _conflict(case, comment)
        if recorded is not None and recorded != patch:
            yield on_comment(comment, Code.RECORD_DIFFERS, ("decision",), id=name)
        elif recorded is None and outcome in (Outcome.APPLIED, Outcome.AGREED):
            params = {"id": name, "draft": case.draft.draft, "outcome": case.outcome or ""}
            code = Code.ROUND_CLOSED if case.closed else Code.NOT_IN_TEXT
            yield on_comment(comment, code, ("decision", "status"), **params)


def _conflict(case: Case, comment: Comment) -> Finding:
    mine = [conflict for conflict in case.trial.conflicts if comment.id in conflict.authors]
    others = dict.fromkeys(by for conflict in mine for by in conflict.authors if by != comment.id)
    paragraphs = dict.fromkeys(conflict.place for conflict in mine)
    params = {"id": comment.id, "others": "、".join(others), "paragraph": "、".join(paragraphs)}
    return on_comment(comment, Code.CONFLICT if others else Code.SELF_CONFLICT, ("decision",), **params)


def still_in_text(case: Case) -> Iterator[Finding]:
    """What the record says is in the text, the drafting office has not taken out again."""
    for name, paragraphs in case.workspace.lost.items():
        for paragraph in paragraphs:
            if name in case.comments:
                params = {"id": name, "paragraph": paragraph}
                yield on_comment(case.comments[name], Code.LOST, ("decision", "status"), **params)


def record(case: Case) -> Iterator[Finding]:
    """What the record holds is a comment that is still adopted."""
    for name in case.workspace.recorded:
        subject = Subject("record", "applied")
        if name not in case.comments:
            yield Finding(Code.UNKNOWN_COMMENT, {"id": name}, subject, ("comments", name))
        elif name not in case.due:
            reason = why_not_due(case.comments, name, case.draft.draft, not case.closed)
            status = str(case.comments[name].decision.status)
            params = {"id": name, "status": status, "reason": reason}
            yield on_comment(case.comments[name], Code.NO_LONGER, ("decision",), **params)
    for conflict in case.workspace.before.conflicts:
        params = {"id": conflict.authors[0], "others": "、".join(conflict.authors[1:])}
        yield Finding(
            Code.CONFLICT,
            {**params, "paragraph": conflict.place},
            Subject("record", "applied"),
            ("comments",),
        )


def joint_wordings(case: Case) -> Iterator[Finding]:
    """A joint wording covers every place that the comments it settles change."""
    for name, joint in settled_by(case.current).items():
        if name not in case.current or not case.current[name].merges:
            continue
        for place in uncovered(*(case.workspace.place(c, patch_of(case.current[c])) for c in (joint, name))):
            position = case.current[joint].decision.settles.index(name)
            params = {"id": joint, "name": name, "paragraph": place}
            yield on_comment(case.current[joint], Code.UNCOVERED, ("decision", "settles", position), **params)


def already_there(case: Case) -> Iterator[Finding]:
    """What a decision calls already said stands in the plan, whoever brought it there."""
    for comment in case.current.values():
        for position, passage in enumerate(comment.decision.already):
            path = ("decision", "already", position, "quote")
            found = case.corpus.locate(passage.quote, Hint(within=passage.within))
            if isinstance(found, Refusal) and found.why is Why.NOT_FOUND:
                yield on_comment(comment, Code.NOT_ALREADY, path, id=comment.id, quote=passage.quote)
            elif isinstance(found, Refusal):
                yield from quotation(comment, Evidence((), passage.quote, found), path)
