"""A reply that is given has words."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def wordless(round_: Round) -> Iterator[Finding]:
    """A reply has words, not only blanks and marks."""
    for comment in round_.comments.values():
        reply = comment.decision.reply
        if reply is not None and not any(map(str.isalnum, reply)):
            yield on_comment(comment, WORDLESS.code, ("decision", "reply"), id=comment.id)


WORDLESS = PlanRule(
    code="P462",
    find=wordless,
    order=95,
    message=N_("The reply to {id} has no words."),
    hint=N_("Write what became of the comment, or take the key out."),
    meaning=N_(
        "A reply has nothing but blanks and marks. Its unit would get an answer without a word."
    ),
)
