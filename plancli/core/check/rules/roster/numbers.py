"""The comments of a unit are numbered without a gap."""

from collections.abc import Iterator
from itertools import pairwise

from plancli.core.check.about import each_file, on_comment
from plancli.core.check.rule import PlanRule
from plancli.core.comments.comment import Comment
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.rounds.round import Round


def numbered(round_: Round) -> Iterator[Finding]:
    """The comments of a unit are numbered from 1 without a gap: a file that is gone is missed."""
    known: dict[str, dict[int, Comment]] = {}
    for comment in each_file(round_.comments):
        name = (comment.part_of or comment.id).rpartition("-")[2]
        if name.isdecimal():
            known.setdefault(comment.unit, {})[int(name)] = comment
    for unit, comments in known.items():
        for before, number in pairwise([0, *sorted(comments)]):
            if number > before + 1:
                gap = f"{unit}-{before + 1:02}" + (
                    f"…{number - 1:02}" if number > before + 2 else ""
                )
                yield on_comment(comments[number], NUMBER_MISSING.code, ("unit",), missing=gap)


NUMBER_MISSING = PlanRule(
    code="P227",
    find=numbered,
    order=70,
    weight=Severity.WARNING,
    message=N_("There is no comment {missing}, and a later one of this unit is there."),
    hint=N_("Bring the file back; a comment that was withdrawn stays, with the status 撤回."),
    meaning=N_(
        "The comments of a unit are numbered 01, 02, 03. Where one is missing, its file was "
        "deleted or never committed, and the published table would be one opinion short."
    ),
)
