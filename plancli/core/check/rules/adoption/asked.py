"""What was asked for and what was adopted: where they differ, the difference is shown."""

from collections.abc import Iterator, Mapping

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.evidence.adoption import Comparison, comparison
from plancli.core.evidence.wordings import PLACE, Wording
from plancli.core.finding import Finding, Path
from plancli.core.rounds.counts import final_status, percent
from plancli.core.rounds.round import Round
from plancli.core.text.marked import abridged, marked, shortened

_AROUND = 10
"""How many unchanged characters a message shows before and behind a change."""


_SHOWN = 120
"""How many characters of a difference a message shows; plancli diff --comment ID --proposed shows all."""


def differs(round_: Round) -> Iterator[Finding]:
    """What is called adopted is what was asked for."""
    for comment, found in _adopted_otherwise(round_):
        differing = _differing(round_, comment, found)
        if not differing:
            continue
        shares = _shares(round_, comment, found)
        if shares:
            yield on_comment(comment, SHARED.code, _place(comment), **_who_asked(comment, shares))
            continue
        shown = " ".join(_marked(wording) for wording in differing)
        params = {
            "id": comment.id,
            "share": percent(found.share or 0),
            "change": shortened(shown, _SHOWN),
        }
        yield on_comment(comment, DIFFERS.code, _place(comment), **params)


def _shares(round_: Round, comment: Comment, found: Comparison) -> dict[str, list[str]]:
    """Return who asked for which words of a joint wording; nothing where that does not explain it.

    It does where all that the comment asked for is in it, and every other new word is of the others.
    """
    shares = {comment.id: found.taken}
    if not shares[comment.id] or found.left_out:
        return {}
    for other in _together(round_, comment):
        taken = comparison(round_, other).taken
        if taken:
            shares[other.id] = taken
    words = [each for taken in shares.values() for each in taken]
    if len(shares) == 1 or found.has_words_beside(words):
        return {}
    return shares


def _together(round_: Round, comment: Comment) -> list[Comment]:
    """Return the other comments that are answered by the same edits."""
    names: dict[str, None] = {}
    for answer in round_.answers(comment):
        names.update(dict.fromkeys((answer.id, *round_.answered.get(answer.id, ()))))
    names.pop(comment.id, None)
    return [round_.comments[name] for name in names]


def _who_asked(comment: Comment, shares: Mapping[str, list[str]]) -> dict[str, str]:
    """Return what the note on a joint wording says: with whom it is shared, and the words of each."""
    others = [name for name in shares if name != comment.id]
    said: list[str] = []
    for name, words in shares.items():
        said.append(f"{name} “{'”、“'.join(words)}”")
    return {"id": comment.id, "others": "、".join(others), "words": "；".join(said)}


def kept(round_: Round) -> Iterator[Finding]:
    """What a comment that is called adopted asked to take out is out."""
    for comment, found in _adopted_otherwise(round_):
        if not found.kept:
            continue
        words = dict.fromkeys(wording.asked for wording in found.kept)
        places = dict.fromkeys(wording.paragraph for wording in found.kept)
        params = {
            "id": comment.id,
            "words": "”、“".join(words),
            "paragraph": "、".join(places),
        }
        yield on_comment(comment, KEPT.code, _place(comment), **params)


def _place(comment: Comment) -> Path:
    """Return where a decision says what is adopted: in its edits, or with the status alone."""
    if comment.decision.edits is None:
        return "decision", "status"
    return "decision", "edits"


def _differing(round_: Round, comment: Comment, compared: Comparison) -> list[Wording]:
    """Return where other words were adopted; where another comment answers, only if asked ones lack.

    A joint wording has words of several comments: those of the others are no difference.
    """
    answered_by_itself = round_.answers(comment) == (comment,)
    whole = compared.share is not None and compared.share >= 1
    if whole and not answered_by_itself:
        return []
    return compared.differing


def _adopted_otherwise(round_: Round) -> Iterator[tuple[Comment, Comparison]]:
    """Yield the comments that are called adopted and for which not simply their own edits were adopted."""
    for comment in round_.current.values():
        adopted = final_status(round_.comments, comment) is Status.ADOPTED
        if not adopted or not comment.edits:
            continue
        # What was asked for was taken as it is: there is nothing to compare.
        answered_by_itself = round_.answers(comment) == (comment,)
        if answered_by_itself and comment.decision.edits is None:
            continue
        yield comment, comparison(round_, comment)


def _marked(wording: Wording) -> str:
    """Return a difference as one line: where it is, and the words with their marks."""
    between = " → " if wording.field == PLACE else ": "
    return f"{wording.paragraph}{between}{marked(abridged(wording.runs, _AROUND))}"


DIFFERS = RoundRule(
    code="P421",
    find=differs,
    order=140,
    weight=Severity.WARNING,
    message=N_(
        "{id} is called adopted, but something else was adopted than asked ({share} of it was): "
        "{change}"
    ),
    hint=N_(
        "See it whole: plancli diff --comment {id} --proposed. Another status may say it more "
        "truly."
    ),
    meaning=N_(
        "The row says adopted, but the text got other words than the unit asked for. That may be "
        "right, and it is a fact that the unit will see. Of several edits one that is adopted to the "
        "letter counts as one; in the share of all others count the asked characters, new ones and ones "
        "to go, that were adopted."
    ),
)

SHARED = RoundRule(
    code="P429",
    find=differs,
    order=140,
    weight=Severity.NOTE,
    message=N_("{id} is adopted in one wording with {others}. Asked for by {words}"),
    hint=N_(
        "Nothing has to be done. Beside what was asked: plancli diff --comment {id} --proposed"
    ),
    meaning=N_(
        "The wording that was adopted has all that the comment asked for, and words of other comments "
        "that it answers with it. It is no other wording than asked for; this says who asked for what."
    ),
)

KEPT = RoundRule(
    code="P422",
    find=kept,
    order=150,
    weight=Severity.WARNING,
    message=N_(
        "{id} is called adopted, but words that it asked to take out stay in {paragraph}: "
        "“{words}”."
    ),
    hint=N_("Take them out, or say in the status and the reason that they stay."),
    meaning=N_(
        "The row says adopted, but words that the unit asked to take out or to replace are still "
        "in what was adopted."
    ),
)
