"""What is adopted is in the text, and nothing else."""

from collections.abc import Iterator

from plancli.core.case import Case
from plancli.core.comment import Comment, Status
from plancli.core.edits import (
    Add,
    Delete,
    Edit,
    Insert,
    NewColumn,
    NewParagraph,
    NewSection,
    Replace,
    Rewrite,
)
from plancli.core.finding import Code, Finding, Subject
from plancli.core.ledger import patch_of, settled_by, why_not_due
from plancli.core.locate import Hint, Refusal, Why
from plancli.core.place import Evidence
from plancli.core.revise import Outcome
from plancli.core.rules.about import on_comment
from plancli.core.rules.quotations import quotation
from plancli.core.settle import uncovered
from plancli.core.text import fold


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


def rejected_in_text(case: Case) -> Iterator[Finding]:
    """What is not adopted is not in the text all the same."""
    for comment in _not_adopted(case):
        for position, words in _wordings(comment):
            if spot := _new_in_plan(case, words):
                params = {"id": comment.id, "words": words, "paragraph": spot}
                yield on_comment(comment, Code.REJECTED_IN_TEXT, ("edits", position), **params)


def rejected_and_gone(case: Case) -> Iterator[Finding]:
    """What a comment asked to take out, and was not adopted, is still there."""
    for comment in _not_adopted(case):
        deletions = [(at, edit) for at, edit in enumerate(comment.edits) if isinstance(edit, Delete)]
        for position, edit in deletions:
            if len(edit.delete) >= _TELLING and (name := _gone_from_plan(case, edit)):
                params = {"id": comment.id, "words": edit.delete, "paragraph": name}
                yield on_comment(comment, Code.REJECTED_GONE, ("edits", position), **params)


def _not_adopted(case: Case) -> Iterator[Comment]:
    """Yield the comments that are decided and not adopted; what was withdrawn says nothing any more."""
    for comment in case.current.values():
        if not comment.meaning.adopted and comment.decision.status not in (Status.PENDING, Status.WITHDRAWN):
            yield comment


_TELLING = 4
"""Fewer characters prove nothing."""


def _wordings(comment: Comment) -> Iterator[tuple[int, str]]:
    """Yield the new words that a comment asks for, as far as they tell something."""
    for position, edit in enumerate(comment.edits):
        for words in _asked_words(edit):
            if len(words) >= _TELLING:
                yield position, words


def _asked_words(edit: Edit) -> list[str]:
    match edit:
        case Replace() | Rewrite():
            return [edit.wording]
        case Insert():
            return [edit.insert]
        case Add(add=NewParagraph() as new):
            return [new.text]
        case Add(add=NewColumn() as new):
            return [item.text for item in new.items]
        case Add(add=NewSection() as new):
            return [part.text for part in new.body]
    return []


def _new_in_plan(case: Case, words: str) -> str | None:
    """Return the paragraph that holds `words` now and did not in the draft."""
    wanted, draft = fold(words), case.workspace.corpus
    if not wanted or wanted not in case.corpus.key:
        return None
    for line in case.corpus.lines:
        name = line.spot.paragraph.id
        stood = name in draft.outline.spots and wanted in draft.folded(name)
        if wanted in case.corpus.folded(name) and not stood:
            return name
    return None


def _gone_from_plan(case: Case, edit: Delete) -> str | None:
    """Return the paragraph in which the draft has the words, and the plan no longer."""
    found = case.workspace.corpus.locate(edit.delete, Hint(within=edit.within))
    if isinstance(found, Refusal) or found.paragraph not in case.plan.spots:
        return None
    return None if fold(edit.delete) in case.corpus.folded(found.paragraph) else found.paragraph


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
