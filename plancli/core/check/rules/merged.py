"""What is adopted is in the text, and nothing else."""

from collections.abc import Iterator

from plancli.core.check.rules.about import on_comment
from plancli.core.check.rules.quotations import quotation
from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import settled_by
from plancli.core.finding import Code, Finding, Subject
from plancli.core.locate.anchors import Hint, Refusal, Why
from plancli.core.merge.placed import Evidence
from plancli.core.revision.joint import uncovered
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import patch_of, why_not_due


def adopted_in_text(round_: Round) -> Iterator[Finding]:
    """What is adopted is in the text; what stands in its way is named."""
    for name, patch in round_.due.items():
        comment, recorded = round_.current[name], round_.workspace.recorded.get(name)
        outcome = round_.trial.outcomes[name]
        if outcome is Outcome.CONFLICT:
            yield _conflict(round_, comment)
        if recorded is not None and recorded != patch:
            yield on_comment(comment, Code.RECORD_DIFFERS, ("decision",), id=name)
        elif recorded is None and outcome in (Outcome.APPLIED, Outcome.AGREED):
            params = {"id": name, "draft": round_.draft.draft, "outcome": round_.outcome or ""}
            code = Code.ROUND_CLOSED if round_.closed else Code.NOT_IN_TEXT
            yield on_comment(comment, code, ("decision", "status"), **params)


def _conflict(round_: Round, comment: Comment) -> Finding:
    mine = [conflict for conflict in round_.trial.conflicts if comment.id in conflict.authors]
    others = dict.fromkeys(by for conflict in mine for by in conflict.authors if by != comment.id)
    paragraphs = dict.fromkeys(conflict.place for conflict in mine)
    params = {"id": comment.id, "others": "、".join(others), "paragraph": "、".join(paragraphs)}
    return on_comment(
        comment, Code.CONFLICT if others else Code.SELF_CONFLICT, ("decision",), **params
    )


def still_in_text(round_: Round) -> Iterator[Finding]:
    """What the record says is in the text, the drafting office has not taken out again."""
    for name, paragraphs in round_.workspace.lost.items():
        for paragraph in paragraphs:
            if name in round_.comments:
                params = {"id": name, "paragraph": paragraph}
                yield on_comment(round_.comments[name], Code.LOST, ("decision", "status"), **params)


def record(round_: Round) -> Iterator[Finding]:
    """What the record holds is a comment that is still adopted."""
    for name in round_.workspace.recorded:
        subject = Subject("record", "applied")
        if name not in round_.comments:
            yield Finding(Code.UNKNOWN_COMMENT, {"id": name}, subject, ("comments", name))
        elif name not in round_.due:
            reason = why_not_due(round_.comments, name, round_.draft.draft, not round_.closed)
            status = str(round_.comments[name].decision.status)
            params = {"id": name, "status": status, "reason": reason}
            yield on_comment(round_.comments[name], Code.NO_LONGER, ("decision",), **params)
    for conflict in round_.workspace.before.conflicts:
        params = {"id": conflict.authors[0], "others": "、".join(conflict.authors[1:])}
        yield Finding(
            Code.CONFLICT,
            {**params, "paragraph": conflict.place},
            Subject("record", "applied"),
            ("comments",),
        )


def joint_wordings(round_: Round) -> Iterator[Finding]:
    """A joint wording covers every place that the comments it settles change."""
    for name, joint in settled_by(round_.current).items():
        if name not in round_.current or not round_.current[name].merges:
            continue
        for place in uncovered(
            *(round_.workspace.place(c, patch_of(round_.current[c])) for c in (joint, name))
        ):
            position = round_.current[joint].decision.settles.index(name)
            params = {"id": joint, "name": name, "paragraph": place}
            yield on_comment(
                round_.current[joint], Code.UNCOVERED, ("decision", "settles", position), **params
            )


def already_there(round_: Round) -> Iterator[Finding]:
    """What a decision calls already said stands in the plan, whoever brought it there."""
    for comment in round_.current.values():
        for position, passage in enumerate(comment.decision.already):
            path = ("decision", "already", position, "quote")
            found = round_.corpus.locate(passage.quote, Hint(within=passage.within))
            if isinstance(found, Refusal) and found.why is Why.NOT_FOUND:
                yield on_comment(
                    comment, Code.NOT_ALREADY, path, id=comment.id, quote=passage.quote
                )
            elif isinstance(found, Refusal):
                yield from quotation(comment, Evidence((), passage.quote, found), path)
