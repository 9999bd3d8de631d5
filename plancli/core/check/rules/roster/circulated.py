"""Every adopted comment is on a draft that was circulated."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import HistoryRule
from plancli.core.entry import N_
from plancli.core.finding import Finding
from plancli.core.rounds.round import Consultation


def circulated(consultation: Consultation) -> Iterator[Finding]:
    """Every adopted comment is on a draft that was circulated, so that some round merges it."""
    merged: set[str] = set()
    for round_ in consultation.rounds:
        merged |= round_.current.keys()
    latest = consultation.open
    for name, comment in latest.comments.items():
        if name in merged or not comment.merges:
            continue
        # A draft that is not there at all is another finding (P205).
        if comment.draft in latest.drafts:
            params = {"id": name, "draft": comment.draft or ""}
            yield on_comment(comment, NOT_CIRCULATED.code, ("draft",), **params)


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
