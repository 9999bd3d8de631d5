"""Decisions point to one another as they should."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from plancli.core.check.about import on_comment
from plancli.core.check.rule import PlanRule, RoundRule, Writing
from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import standing_for
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Path
from plancli.core.rounds.round import Round


def pointers(round_: Round) -> Iterator[Finding]:
    """What a decision settles or is joined to is another comment of the same round, and not in a circle."""
    answers = _answers(round_.comments)
    for comment in round_.comments.values():
        for path, name in _pointed(comment):
            found = standing_for(round_.comments, name)
            # To be joined is to be answered; to settle is to answer.
            answered = [comment] if path == _INTO else found
            nowhere = not _of_one_round(round_, comment, found)
            if nowhere or _in_a_circle(answers, answered):
                yield on_comment(comment, BAD_POINTER.code, path, id=comment.id, name=name)


def _in_a_circle(answers: Mapping[str, set[str]], answered: Iterable[Comment]) -> bool:
    """Whether a comment that is answered is, over others, among those that answer it."""
    return any(one.id in _reached(answers, one.id) for one in answered)


def _of_one_round(round_: Round, comment: Comment, others: Sequence[Comment]) -> bool:
    """Whether there are others, and all of them are on the draft of the comment."""
    drafts = {_draft(round_, one) for one in others}
    return drafts == {_draft(round_, comment)}


def _draft(round_: Round, comment: Comment) -> str:
    """Return the draft that a comment is about; by default the one that is circulated."""
    return comment.draft or round_.draft.draft


def contradicted(round_: Round) -> Iterator[Finding]:
    """What a joint wording settles is not rejected or left open; what was withdrawn takes nothing up."""
    for comment in round_.current.values():
        if comment.meaning.adopted:
            yield from _contradictions(round_, comment)


def _contradictions(round_: Round, comment: Comment) -> Iterator[Finding]:
    """Yield where an adopted comment points to one whose decision says something else."""
    for path, name in _pointed(comment):
        for one in standing_for(round_.comments, name):
            if not _gainsays(one, path):
                continue
            status = str(one.decision.status)
            params = {"id": comment.id, "name": name, "status": status}
            yield on_comment(comment, CONTRADICTED.code, path, **params)


def _gainsays(one: Comment, path: Path) -> bool:
    """Whether a decision cannot stand beside an adopted one that points to it by `path`."""
    if one.decision.status is Status.WITHDRAWN:
        return True
    # A comment may be joined to one that is rejected; it is then rejected with it.
    return path != _INTO and not one.meaning.adopted


_INTO: Path = ("decision", "into")


def _pointed(comment: Comment) -> Iterator[tuple[Path, str]]:
    """Yield the comments to which a decision points, each with the path of the key that does."""
    for at, name in enumerate(comment.decision.settles):
        yield ("decision", "settles", at), name
    if comment.decision.into:
        yield _INTO, comment.decision.into


def _answers(comments: Mapping[str, Comment]) -> dict[str, set[str]]:
    """Return by which comments each one is answered: what it was joined to, and what settles it."""
    found: dict[str, set[str]] = defaultdict(set)
    for comment in comments.values():
        for path, name in _pointed(comment):
            for one in standing_for(comments, name):
                if path == _INTO:
                    found[comment.id].add(one.id)
                else:
                    found[one.id].add(comment.id)
    return found


def _reached(answers: Mapping[str, set[str]], name: str) -> set[str]:
    """Return all by which a comment is answered, directly or over others."""
    reached: set[str] = set()
    waiting = list(answers.get(name, ()))
    while waiting:
        one = waiting.pop()
        if one in reached:
            continue
        reached.add(one)
        waiting += answers.get(one, ())
    return reached


BAD_POINTER = PlanRule(
    code="P213",
    find=pointers,
    order=80,
    while_writing=(Writing.DECISION,),
    message=N_(
        "{id} points to {name}, which is no other comment of the same round, or points back."
    ),
    hint=N_("Mend decision.settles or decision.into."),
    meaning=N_(
        "A decision settles, or is joined to, a comment that does not exist, one of another round, "
        "itself, or one that leads back to it. Readers would find no answer there."
    ),
)

CONTRADICTED = RoundRule(
    code="P228",
    find=contradicted,
    order=90,
    weight=Severity.WARNING,
    message=N_("{id} answers {name} too, but the decision on that one is {status}."),
    hint=N_("Decide it as it is answered, or take it out of decision.settles or decision.into."),
    meaning=N_(
        "A joint wording settles a comment whose own decision rejects it or leaves it open, or a "
        "comment is joined to one that was withdrawn. The row would say both at once."
    ),
)
