"""The numbers that replies and reasons say stand in the text that they are about."""

from collections.abc import Iterator
from functools import cache

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.evidence.ground import Ground
from plancli.core.finding import Finding
from plancli.core.instructions.amounts import Amount, amounts_in, amounts_of, stands_among
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
            said = amounts_in(text)
            if not said:
                continue
            ground = Ground(round_, comment)
            known = amounts_of([*ground.texts, *ground.texts_named(text)])
            # What is about no paragraph is about the whole plan.
            if not ground.paragraphs:
                known += everywhere()
            for amount in said:
                # 17.1 may be the id of a paragraph.
                if stands_among(amount, known) or round_.plan.knows(amount.words):
                    continue
                params = {"id": comment.id, "number": amount.words}
                found = on_comment(comment, UNPROVED_NUMBER.code, ("decision", key), **params)
                yield found._replace(offset=len(join_lines(text[: amount.start])))


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
