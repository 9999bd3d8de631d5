"""The numbers that replies and reasons say stand in the text that they are about."""

from collections.abc import Callable, Iterator
from functools import cache

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.evidence.ground import Ground
from plancli.core.finding import Finding
from plancli.core.instructions.amounts import (
    Amount,
    TurnSide,
    amounts_in,
    amounts_of,
    is_difference,
    is_pointed_to,
    side_of,
    stands_among,
)
from plancli.core.rounds.round import Round
from plancli.core.text.characters import join_lines


def unproved_numbers(round_: Round) -> Iterator[Finding]:
    """A number in a reply or reason stands in draft, plan or opinion where its comment is about them."""

    @cache
    def everywhere() -> list[Amount]:
        return amounts_of([*_texts(round_)])

    for comment in round_.current.values():
        if comment.decision.status is Status.PENDING:
            continue
        for key in ("reply", "reason"):
            text = getattr(comment.decision, key) or ""
            for amount in _not_there(round_, comment, text, everywhere):
                yield _finding(comment, UNPROVED_NUMBER.code, key, text, amount)


def _not_there(
    round_: Round, comment: Comment, text: str, everywhere: Callable[[], list[Amount]]
) -> Iterator[Amount]:
    """Yield the numbers of a reply or reason that stand nowhere among what it is about."""
    said = amounts_in(text)
    if not said:
        return
    ground = Ground(round_, comment)
    known = amounts_of([*ground.texts, *ground.texts_named(text)])
    # What is about no paragraph is about the whole plan.
    if not ground.paragraphs:
        known += everywhere()
    old, new = amounts_of(ground.texts_before), amounts_of(ground.texts_now)
    for amount in said:
        # 17.1 may be the id of a paragraph.
        if stands_among(amount, known) or round_.plan.knows(amount.words):
            continue
        if is_difference(text, amount, old, new):
            continue
        if is_pointed_to(text, amount) and stands_among(amount, everywhere()):
            continue
        yield amount


def swapped_numbers(round_: Round) -> Iterator[Finding]:
    """A number that a reply calls old stood there before, and one that it calls new stands there now."""
    for comment in round_.current.values():
        text = comment.decision.reply or ""
        said = amounts_in(text)
        if not said or not comment.meaning.adopted:
            continue
        ground = Ground(round_, comment)
        # What waits for the merge is another finding.
        if not ground.merged:
            continue
        before, now = amounts_of(ground.texts_before), amounts_of(ground.texts_now)
        named = amounts_of(ground.texts_named(text))
        for amount in said:
            side = side_of(text, amount)
            if side is None or stands_among(amount, named):
                continue
            here, there = (now, before) if side is TurnSide.NEW else (before, now)
            # What stands on neither side is a number without proof.
            if stands_among(amount, there) and not stands_among(amount, here):
                yield _finding(comment, SWAPPED_NUMBER.code, "reply", text, amount)


def _finding(comment: Comment, code: str, key: str, text: str, amount: Amount) -> Finding:
    """Build a finding that points to the number in its reply or reason."""
    params = {"id": comment.id, "number": amount.words}
    found = on_comment(comment, code, ("decision", key), **params)
    return found._replace(offset=len(join_lines(text[: amount.start])))


def _texts(round_: Round) -> Iterator[str]:
    """Yield all paragraphs of draft and plan as they are printed."""
    for corpus in (round_.workspace.corpus, round_.corpus):
        for line in corpus.lines:
            yield line.text


UNPROVED_NUMBER = RoundRule(
    code="P438",
    find=unproved_numbers,
    order=186,
    weight=Severity.WARNING,
    message=N_(
        "The decision on {id} says {number}, which stands neither in what it is about nor in the "
        "opinion."
    ),
    hint=N_(
        "Write the number of the text, or name the part where it stands; for one of another "
        "document waive the rule with that reason."
    ),
    meaning=N_(
        "A reply or reason says a number, and neither the paragraphs that its comment is about, "
        "in draft and plan, nor the opinion, nor a part of the plan that it names has it. Places, "
        "numbers of documents, days and the count of opinions and places are not judged."
    ),
)

SWAPPED_NUMBER = RoundRule(
    code="P463",
    find=swapped_numbers,
    order=187,
    weight=Severity.WARNING,
    message=N_("The reply to {id} has {number} on the wrong side of the change."),
    hint=N_("Write the draft's number as the old one, and the plan's as the new one."),
    meaning=N_(
        "A reply says from which number to which something was changed (由6个调整为9个), and the one that it "
        "calls new stands only in the draft, or the one that it calls old only in the plan. The table "
        "would publish the change the other way round, or one that was not made."
    ),
)
