"""Rules about who comments, on which draft."""

from collections.abc import Iterator

from plancli.core.case import Case, Consultation
from plancli.core.finding import Code, Finding
from plancli.core.rules.about import on_comment


def known_units(case: Case) -> Iterator[Finding]:
    """Every comment comes from a unit on the roster and cites a draft of the plan that was circulated."""
    roster = {unit.name for unit in case.manifest.units}
    drafts = {frozen.name for frozen in case.manifest.drafts}
    for comment in case.comments.values():
        if comment.unit not in roster:
            yield on_comment(comment, Code.UNKNOWN_UNIT, ("unit",), unit=comment.unit)
        if comment.draft is not None and comment.draft not in drafts:
            known = "、".join(drafts)
            yield on_comment(comment, Code.UNKNOWN_DRAFT, ("draft",), draft=comment.draft, known=known)


def circulated(consultation: Consultation) -> Iterator[Finding]:
    """Every adopted comment is on a draft that was circulated, so that some round merges it."""
    merged = {name for case in consultation.rounds for name in case.current}
    case = consultation.open
    for name, comment in case.comments.items():
        if comment.merges and name not in merged and comment.draft in case.drafts:
            yield on_comment(comment, Code.NOT_CIRCULATED, ("draft",), id=name, draft=comment.draft or "")
