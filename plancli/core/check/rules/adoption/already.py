"""What a decision calls already said stands in the plan."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule, Writing
from plancli.core.check.rules.quotations.words import refused
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.locate.anchors import Hint, Refusal, Why
from plancli.core.rounds.round import Round


def already_there(round_: Round) -> Iterator[Finding]:
    """What a decision calls already said stands in the plan, whoever brought it there."""
    for comment in round_.current.values():
        for position, passage in enumerate(comment.decision.already):
            path = ("decision", "already", position, "quote")
            found = round_.corpus.locate(passage.quote, Hint(within=passage.within))
            if isinstance(found, Refusal) and found.why is Why.NOT_FOUND:
                yield on_comment(
                    comment, NOT_ALREADY.code, path, id=comment.id, quote=passage.quote
                )
            elif isinstance(found, Refusal):
                yield refused(comment, found, path)


NOT_ALREADY = RoundRule(
    code="P408",
    find=already_there,
    order=130,
    while_writing=(Writing.DECISION,),
    message=N_("{id} relies on “{quote}”, which the plan does not say."),
    hint=N_("Mend decision.already, or the text."),
    meaning=N_(
        "The decision says that a passage covers the comment already, but the plan no longer "
        "has that passage."
    ),
)
