"""Decisions are complete and point to one another as they should."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from plancli.core.check.rules.about import on_comment
from plancli.core.comments.comment import Comment
from plancli.core.comments.pointers import settled_by, standing_for
from plancli.core.comments.status import Status
from plancli.core.evidence.adoption import comparison
from plancli.core.finding import Code, Finding, Path
from plancli.core.rounds.round import Round


def pointers(round_: Round) -> Iterator[Finding]:
    """What a decision settles or is joined to is another comment of the same round, and not in a circle."""
    answers = _answers(round_.comments)
    for comment in round_.comments.values():
        for path, name in _pointed(comment):
            found = standing_for(round_.comments, name)
            same_round = found and all(
                _round(round_, one) == _round(round_, comment) for one in found
            )
            asking = [comment] if path == _INTO else found
            if not same_round or any(one.id in _reached(answers, one.id) for one in asking):
                yield on_comment(comment, Code.BAD_POINTER, path, id=comment.id, name=name)


def _round(round_: Round, comment: Comment) -> str:
    """Return the draft that a comment is about; by default the one that is circulated."""
    return comment.draft or round_.draft.draft


def contradicted(round_: Round) -> Iterator[Finding]:
    """What a joint wording settles is not rejected or left open; what was withdrawn takes nothing up."""
    for comment in round_.current.values():
        for path, name in _pointed(comment) if comment.meaning.adopted else ():
            for one in standing_for(round_.comments, name):
                withdrawn = one.decision.status is Status.WITHDRAWN
                if withdrawn or (path != _INTO and not one.meaning.adopted):
                    params = {"id": comment.id, "name": name, "status": str(one.decision.status)}
                    yield on_comment(comment, Code.CONTRADICTED, path, **params)


_INTO: Path = ("decision", "into")


def _pointed(comment: Comment) -> Iterator[tuple[Path, str]]:
    for at, name in enumerate(comment.decision.settles):
        yield ("decision", "settles", at), name
    if comment.decision.into:
        yield _INTO, comment.decision.into


def _answers(comments: Mapping[str, Comment]) -> dict[str, set[str]]:
    """Return by which comments each one is answered: what it was joined to, and what settles it."""
    found: dict[str, set[str]] = defaultdict(set)
    for comment in comments.values():
        if comment.decision.into:
            found[comment.id] |= {one.id for one in standing_for(comments, comment.decision.into)}
        for name in comment.decision.settles:
            for one in standing_for(comments, name):
                found[one.id].add(comment.id)
    return found


def _reached(answers: Mapping[str, set[str]], name: str) -> set[str]:
    """Return all by which a comment is answered, directly or over others."""
    reached: set[str] = set()
    waiting = list(answers.get(name, ()))
    while waiting:
        if (one := waiting.pop()) not in reached:
            reached.add(one)
            waiting += answers.get(one, ())
    return reached


def settled_once(round_: Round) -> Iterator[Finding]:
    """A comment is settled by one joint wording."""
    settlers: dict[str, list[Comment]] = {}
    for comment in round_.current.values():
        for name in comment.decision.settles if comment.merges else ():
            settlers.setdefault(name, []).append(comment)
    for name, (first, *others) in settlers.items():
        for comment in others:
            position = comment.decision.settles.index(name)
            params = {"id": comment.id, "name": name, "others": first.id}
            yield on_comment(
                comment, Code.SETTLED_TWICE, ("decision", "settles", position), **params
            )


def reasons(round_: Round) -> Iterator[Finding]:
    """A decision that needs a reason has one; what is adopted in part says why the rest is not."""
    for comment in round_.comments.values():
        decision = comment.decision
        given = _says(decision.reason) or (
            decision.status is not Status.PARTLY and _says(decision.reply)
        )
        if comment.meaning.needs_reason and not given:
            status = str(decision.status)
            yield on_comment(
                comment, Code.NO_REASON, ("decision", "status"), id=comment.id, status=status
            )


def _says(text: str | None) -> bool:
    """Whether a text has words, not only blanks and marks."""
    return any(map(str.isalnum, text or ""))


def complete(round_: Round) -> Iterator[Finding]:
    """A decision says all that its status needs: what changes, what already says it, where it went."""
    settled = settled_by(round_.current)
    for comment in round_.current.values():
        if (key := _missing(comment)) and comment.id not in settled:
            params = {"id": comment.id, "status": str(comment.decision.status), "key": key}
            yield on_comment(comment, Code.INCOMPLETE, ("decision", "status"), **params)


def _missing(comment: Comment) -> str | None:
    """Return the key that a decision lacks."""
    decision = comment.decision
    match decision.status:
        case Status.JOINED if not decision.into:
            return "into"
        case Status.ALREADY if not decision.already:
            return "already"
        case Status.MODIFIED if decision.edits is None:
            return "edits"
        case Status.ADOPTED | Status.PARTLY | Status.MODIFIED if not (
            comment.merges or decision.already
        ):
            return "edits"
    return None


def part_named(round_: Round) -> Iterator[Finding]:
    """What is adopted in part is a part: not nothing of what was asked, and not all of it."""
    for comment in round_.current.values():
        if comment.decision.status is Status.PARTLY and comment.edits and comment.merges:
            compared = comparison(round_, comment)
            if compared.untouched or compared.share == 1 or not compared.differing:
                params = {"id": comment.id, "reason": _NOTHING if compared.untouched else _ALL}
                yield on_comment(comment, Code.PART_UNNAMED, ("decision", "status"), **params)


_NOTHING, _ALL = "nothing of what was asked is adopted", "all that was asked is adopted"


def idle_keys(round_: Round) -> Iterator[Finding]:
    """A decision says nothing that its status has no use for."""
    for comment in round_.comments.values():
        for key in _idle(comment):
            params = {"id": comment.id, "status": str(comment.decision.status), "key": key}
            yield on_comment(comment, Code.IDLE_KEY, ("decision", key), **params)


def _idle(comment: Comment) -> Iterator[str]:
    """Yield the keys of a decision that contradict its status."""
    decision, meaning = comment.decision, comment.meaning
    if decision.into and decision.status is not Status.JOINED:
        yield "into"
    if decision.already and not meaning.adopted:
        yield "already"
    if decision.edits and not meaning.merges:
        yield "edits"
    if decision.settles and not meaning.merges:
        yield "settles"


def left_open(round_: Round) -> Iterator[Finding]:
    """No comment was still to be decided when its round ended."""
    for comment in round_.current.values() if round_.closed else ():
        if comment.decision.status is Status.PENDING:
            params = {"id": comment.id, "outcome": round_.outcome or ""}
            yield on_comment(comment, Code.LEFT_OPEN, ("decision", "status"), **params)
