"""The comments of a unit are numbered without a gap."""

from collections.abc import Iterator
from itertools import pairwise

from plancli.core.check.about import each_file, on_comment
from plancli.core.check.rule import PlanRule
from plancli.core.comments.comment import Comment
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def without_gaps(round_: Round) -> Iterator[Finding]:
    """The comments of a unit are numbered from 1 without a gap: a file that is gone is missed."""
    known: dict[str, dict[int, Comment]] = {}
    for comment in each_file(round_.comments):
        number = (comment.part_of or comment.id).rpartition("-")[2]
        if number.isdecimal():
            known.setdefault(comment.unit, {})[int(number)] = comment
    for unit, comments in known.items():
        for before, here in pairwise([0, *sorted(comments)]):
            if here > before + 1:
                missing = _missing(unit, before + 1, here - 1)
                yield on_comment(comments[here], NUMBER_MISSING.code, ("unit",), missing=missing)


def _missing(unit: str, first: int, last: int) -> str:
    """Return the id that is missing, or the first and last of several."""
    name = f"{unit}-{first:02}"
    return name if first == last else f"{name}…{last:02}"


NUMBER_MISSING = PlanRule(
    code="P227",
    find=without_gaps,
    order=70,
    weight=Severity.WARNING,
    message=N_("There is no comment {missing}, and a later one of this unit is there."),
    hint=N_("Bring the file back; a comment that was withdrawn stays, with the status 撤回."),
    meaning=N_(
        "The comments of a unit are numbered 01, 02, 03. Where one is missing, its file was "
        "deleted or never committed, and the published table would be one opinion short."
    ),
)
