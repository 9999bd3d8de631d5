"""A reply does not say of its comment what the status denies."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Share, Status
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.instructions.stances import Stance, stances
from plancli.core.rounds.counts import final_status
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines


def contradicting_words(round_: Round) -> Iterator[Finding]:
    """The words of a reply or reason fit the status; a status is never read out of them."""
    for comment in round_.current.values():
        status = final_status(round_.comments, comment)
        # What is open is prepared, and not decided: its words are not published.
        if status is Status.PENDING or comment.decision.status is Status.PENDING:
            continue
        for key in ("reply", "reason"):
            text = getattr(comment.decision, key) or ""
            unfit = [said for said in stances(text) if not _fits(said.stance, status, comment)]
            # 未采纳,维持原文 is one contradiction.
            for said in unfit[:1]:
                params = {
                    "id": comment.id,
                    "status": str(status),
                    "words": text[said.start : said.end],
                }
                found = on_comment(comment, CONTRADICTING.code, ("decision", key), **params)
                yield found._replace(offset=len(join_lines(text[: said.start])))


def _fits(stance: Stance, status: Status, comment: Comment) -> bool:
    """Whether what is said became of a comment can be true with a status."""
    share = status.meaning.share
    match stance:
        case Stance.PARTLY:
            return share is Share.PARTLY
        case Stance.REFUSED:
            # Of what is adopted in part the rest is refused.
            return share is not Share.ADOPTED
        case Stance.UNCHANGED:
            # What is in the text already, or adopted without any edit, needs no change.
            return share is not Share.ADOPTED or not comment.merges
        case Stance.WHOLLY:
            return share is Share.ADOPTED
        case Stance.WITHDRAWN:
            return share is Share.WITHDRAWN
        case Stance.TAKEN:
            return status.meaning.adopted
        case Stance.EDITED:
            return status.meaning.adopted and status is not Status.ALREADY


CONTRADICTING = RoundRule(
    code="P433",
    find=contradicting_words,
    order=105,
    while_writing=(Writing.DECISION,),
    message=N_("{id} has the status {status}, but its decision says “{words}”."),
    hint=N_("Mend the words, or the status; a reply may be left over from an older decision."),
    meaning=N_(
        "A reply or reason says of its comment what its status denies: 未采纳 or 维持原文 of one that "
        "is adopted and changes the text, 已采纳 or 已修改 of one that is not, 部分采纳 where it is whole. "
        "The row would say both. Quoted words, what was asked for and the rest of the text are not "
        "judged, and no status is ever read out of words."
    ),
)
