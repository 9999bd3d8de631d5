"""So many places as a reply counts have changed."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Add, Delete, Edit, Insert, Remove
from plancli.core.entry import N_, Severity
from plancli.core.evidence.ground import Ground
from plancli.core.finding import Finding
from plancli.core.instructions.tallies import Doing, tallies_in
from plancli.core.merge.placed import Placed
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines

_NEAR = 2
"""With so few unchanged characters between them changes are read as one: 学校用房 → 校舍用房."""


def miscounted(round_: Round) -> Iterator[Finding]:
    """The places that a reply counts are as many as the edits, or as the changes that they make."""
    for comment in round_.current.values():
        if comment.meaning.adopted:
            yield from _miscounted(round_, comment)


def _miscounted(round_: Round, comment: Comment) -> Iterator[Finding]:
    """Yield the counts of one reply that no way of counting gives."""
    text = comment.decision.reply or ""
    for tally in tallies_in(text):
        ground = Ground(round_, comment)
        # What changes nothing has nothing to count.
        if not ground.changed:
            return
        counts = _counts(ground, tally.doing)
        if tally.number in counts:
            continue
        shown = "、".join(str(count) for count in sorted(counts))
        params = {"id": comment.id, "words": tally.words, "counts": shown}
        found = on_comment(comment, MISCOUNTED.code, ("decision", "reply"), **params)
        yield found._replace(offset=len(join_lines(text[: tally.start])))


def _counts(ground: Ground, doing: Doing) -> set[int]:
    """Return what one may count, each way of counting: edits, changes that they make, or paragraphs."""
    edits: list[Edit] = []
    for answer in ground.answers:
        edits += answer.adopted_edits
    changes = [one.change for one in ground.placed.texts if not one.change.holds]
    match doing:
        case Doing.DELETED:
            gone = [change for change in changes if not change.text]
            return {_of(edits, Delete, Remove), len(gone) + len(ground.placed.removals)}
        case Doing.INSERTED:
            come = [change for change in changes if change.start == change.end]
            return {_of(edits, Insert, Add), len(come) + len(ground.placed.additions)}
        case Doing.ANY:
            parts = _of_parts(ground.placed)
            ways = {len(edits), len(changes) + parts, _joined(ground.placed) + parts}
            return ways | {len(ground.parts), len(ground.comment.edits)}


def _joined(placed: Placed) -> int:
    """Return how many changes of words a reader sees: neighbours in one word or phrase are one."""
    last: dict[tuple[str, str], int] = {}
    seen = 0
    for paragraph, field, change in sorted(placed.texts, key=lambda text: text.change.start):
        if change.holds:
            continue
        end = last.get((paragraph, field))
        if end is None or change.start - end > _NEAR:
            seen += 1
        last[paragraph, field] = change.end
    return seen


def _of(edits: list[Edit], *verbs: type[Edit]) -> int:
    """Return how many edits have one of some verbs."""
    return sum(isinstance(edit, verbs) for edit in edits)


def _of_parts(placed: Placed) -> int:
    """Return how many changes are none of words: of units, and of whole parts."""
    lists = (placed.units, placed.additions, placed.removals, placed.moves)
    return sum(len(one) for one in lists)


MISCOUNTED = RoundRule(
    code="P435",
    find=miscounted,
    order=184,
    weight=Severity.WARNING,
    message=N_(
        "The reply to {id} counts “{words}”; by its edits, changes or paragraphs: {counts}."
    ),
    hint=N_("Count anew, or name the edit that is missing."),
    meaning=N_(
        "A reply says how many places it changed (共修改3处), and whichever way one counts, edits, "
        "changes of words and parts, or paragraphs, there are more or fewer. An edit may have been "
        "forgotten, or the reply was written for another decision."
    ),
)
