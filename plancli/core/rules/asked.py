"""What was asked for and what was adopted: where they differ, the difference is shown."""

from collections.abc import Iterator

from plancli.core.adoption import Comparison, Wording, compare
from plancli.core.case import Case
from plancli.core.comment import Comment, Patch, Status
from plancli.core.diff import marked
from plancli.core.finding import Code, Finding
from plancli.core.ledger import patch_of
from plancli.core.rules.about import on_comment
from plancli.core.wording import abridged

_AROUND = 10
"""How many unchanged characters a message shows before and behind a change."""
_SHOWN = 120
"""How many characters of a difference a message shows; plancli diff --comment ID --proposed shows all."""


def differs(case: Case) -> Iterator[Finding]:
    """What is called adopted is what was asked for."""
    for comment, comparison in _adopted_otherwise(case):
        if differing := comparison.differing:
            share = f"{(comparison.share or 0):.0%}"
            change = _shortened(" ".join(_marked(wording) for wording in differing))
            params = {"id": comment.id, "share": share, "change": change}
            yield on_comment(comment, Code.DIFFERS, ("decision", "edits"), **params)


def kept(case: Case) -> Iterator[Finding]:
    """What a comment that is called adopted asked to take out is out."""
    for comment, comparison in _adopted_otherwise(case):
        if staying := comparison.kept:
            words = "”、“".join(dict.fromkeys(wording.asked for wording in staying))
            places = "、".join(dict.fromkeys(wording.paragraph for wording in staying))
            params = {"id": comment.id, "words": words, "paragraph": places}
            yield on_comment(comment, Code.KEPT, ("decision", "edits"), **params)


def _adopted_otherwise(case: Case) -> Iterator[tuple[Comment, Comparison]]:
    """Yield the comments with the status adopted for which other edits were adopted than they asked for."""
    for comment in case.current.values():
        decision = comment.decision
        if decision.status is Status.ADOPTED and comment.edits and decision.edits is not None:
            yield comment, comparison(case, comment)


def comparison(case: Case, comment: Comment) -> Comparison:
    """Put what a comment asked for beside what its decision adopts."""
    workspace = case.workspace
    asked = workspace.place(comment.id, Patch.of(comment.at, comment.edits))
    adopted = patch_of(comment) if comment.meaning.merges else Patch.of(comment.at, ())
    return compare(workspace.draft, asked, workspace.place(comment.id, adopted))


def _marked(wording: Wording) -> str:
    return f"{wording.paragraph}: {marked(abridged(wording.runs, _AROUND))}"


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "……"
