"""Every adopted comment is on a draft that was circulated."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import HistoryRule
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Consultation


def circulated(consultation: Consultation) -> Iterator[Finding]:
    """Every adopted comment is on a draft that was circulated, so that some round merges it."""
    merged = {name for round_ in consultation.rounds for name in round_.current}
    round_ = consultation.open
    for name, comment in round_.comments.items():
        if comment.merges and name not in merged and comment.draft in round_.drafts:
            yield on_comment(
                comment, NOT_CIRCULATED.code, ("draft",), id=name, draft=comment.draft or ""
            )


NOT_CIRCULATED = HistoryRule(
    code="P214",
    find=circulated,
    order=10,
    message=N_(
        "{id} is a comment on {draft}, which was frozen but not circulated: it is not merged."
    ),
    hint=N_("Begin the round with: plancli freeze NAME --circulate, or mend draft:"),
    meaning=N_(
        "A comment is on a draft that was frozen but not sent out for comments, so no round "
        "merges it."
    ),
)
