"""What the record says is in the text is there, and is still adopted."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import RoundRule
from plancli.core.check.rules.adoption.in_text import CONFLICT
from plancli.core.entry import N_
from plancli.core.finding import Finding, Subject
from plancli.core.rounds.round import Round
from plancli.core.rounds.settlements import why_not_due


def record(round_: Round) -> Iterator[Finding]:
    """What the record holds is a comment that is still adopted."""
    for name in round_.workspace.recorded:
        subject = Subject("record", "applied")
        if name not in round_.comments:
            yield Finding(UNKNOWN_COMMENT.code, {"id": name}, subject, ("comments", name))
        elif name not in round_.due:
            reason = why_not_due(round_.comments, name, round_.draft.draft, not round_.closed)
            status = str(round_.comments[name].decision.status)
            params = {"id": name, "status": status, "reason": reason}
            yield on_comment(round_.comments[name], NO_LONGER.code, ("decision",), **params)
    for conflict in round_.workspace.before.conflicts:
        params = {"id": conflict.authors[0], "others": "、".join(conflict.authors[1:])}
        yield Finding(
            CONFLICT.code,
            {**params, "paragraph": conflict.place},
            Subject("record", "applied"),
            ("comments",),
        )


def still_in_text(round_: Round) -> Iterator[Finding]:
    """What the record says is in the text, the drafting office has not taken out again."""
    for name, paragraphs in round_.workspace.lost.items():
        for paragraph in paragraphs:
            if name in round_.comments:
                params = {"id": name, "paragraph": paragraph}
                yield on_comment(round_.comments[name], LOST.code, ("decision", "status"), **params)


UNKNOWN_COMMENT = RoundRule(
    code="P208",
    find=record,
    order=50,
    message=N_("{id} is recorded as being in the text, but there is no such comment."),
    hint=N_("Restore its file, or take it out: plancli revert {id}"),
    meaning=N_(
        "The record says that a comment is in the text, but its file is gone. The table could "
        "no longer show who asked for those words."
    ),
)

NO_LONGER = RoundRule(
    code="P410",
    find=record,
    order=50,
    message=N_("{id} ({status}) is in the text, but does not belong there: {reason}."),
    hint=N_("Take it out: plancli revert {id}"),
    meaning=N_("The comment is in the text, but its decision no longer is one that merges."),
)

LOST = RoundRule(
    code="P409",
    find=still_in_text,
    order=40,
    message=N_("{id} is adopted and recorded, but {paragraph} no longer has its wording."),
    hint=N_(
        "Restore the wording, or let the office's text stand: plancli revert {id} --forget, then "
        "decide anew: plancli decide {id} --status …"
    ),
    meaning=N_(
        "The record says that the comment is in the text, but the drafting office has since "
        "changed its words or taken them out."
    ),
)
