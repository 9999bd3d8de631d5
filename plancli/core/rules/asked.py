"""What was asked for and what was adopted: where they differ, the difference is shown."""

from collections.abc import Iterator

from plancli.core.adoption import PLACE, Comparison, Wording, compare
from plancli.core.case import Case
from plancli.core.comment import Comment, Patch, Status
from plancli.core.counts import final_status, percent
from plancli.core.diff import marked
from plancli.core.finding import Code, Finding, Path
from plancli.core.ledger import patch_of
from plancli.core.place import together
from plancli.core.rules.about import on_comment
from plancli.core.wording import abridged

_AROUND = 10
"""How many unchanged characters a message shows before and behind a change."""
_SHOWN = 120
"""How many characters of a difference a message shows; plancli diff --comment ID --proposed shows all."""


def differs(case: Case) -> Iterator[Finding]:
    """What is called adopted is what was asked for."""
    for comment, comparison in _adopted_otherwise(case):
        if differing := _differing(case, comment, comparison):
            share = percent(comparison.share or 0)
            change = _shortened(" ".join(_marked(wording) for wording in differing))
            params = {"id": comment.id, "share": share, "change": change}
            yield on_comment(comment, Code.DIFFERS, _place(comment), **params)


def kept(case: Case) -> Iterator[Finding]:
    """What a comment that is called adopted asked to take out is out."""
    for comment, comparison in _adopted_otherwise(case):
        if staying := comparison.kept:
            words = "”、“".join(dict.fromkeys(wording.asked for wording in staying))
            places = "、".join(dict.fromkeys(wording.paragraph for wording in staying))
            params = {"id": comment.id, "words": words, "paragraph": places}
            yield on_comment(comment, Code.KEPT, _place(comment), **params)


def _place(comment: Comment) -> Path:
    return "decision", "status" if comment.decision.edits is None else "edits"


def _differing(case: Case, comment: Comment, compared: Comparison) -> list[Wording]:
    """Return where other words were adopted; where another comment answers, only if asked ones lack."""
    if case.answers(comment) == (comment,) or (compared.share or 0) < 1:
        return compared.differing
    return []


def _adopted_otherwise(case: Case) -> Iterator[tuple[Comment, Comparison]]:
    """Yield the comments that are called adopted and for which not simply their own edits were adopted."""
    for comment in case.current.values():
        adopted = final_status(case.comments, comment) is Status.ADOPTED and bool(comment.edits)
        own = case.answers(comment) == (comment,)
        if adopted and not (own and comment.decision.edits is None):
            yield comment, comparison(case, comment)


def comparison(case: Case, comment: Comment) -> Comparison:
    """Put what a comment asked for beside what was adopted, by its decision or that of another comment."""
    place, draft = case.workspace.place, case.workspace.draft
    asked = place(comment.id, Patch.of(comment.at, comment.edits))
    answers = case.answers(comment)
    adopted = [place(answer.id, patch_of(answer)) for answer in answers if answer.meaning.merges]
    found = compare(draft, asked, together(comment.id, adopted))
    return found if answers == (comment,) else found.asked_for


def _marked(wording: Wording) -> str:
    between = " → " if wording.field == PLACE else ": "
    return f"{wording.paragraph}{between}{marked(abridged(wording.runs, _AROUND))}"


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
