"""Numbers of chapters, projects, columns and headings."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.plan.misnumbered import misfits, misnumbered
from plancli.core.plan.model import Figure, Table
from plancli.core.plan.outline import part_key
from plancli.core.plan.series import Wrong
from plancli.core.rounds.round import Round

_SHOWN = 12
"""How many missing numbers a message names."""


def gaps(round_: Round) -> Iterator[Finding]:
    """Numbers of a series have no gaps: one finding for each run of it."""
    for fault in misnumbered(round_.paper, round_.manifest.numbering):
        if fault.wrong is Wrong.GAP:
            shown = [*fault.missing[:_SHOWN], *["……"] * (len(fault.missing) > _SHOWN)]
            yield _finding(
                round_, NUMBER_GAP.code, fault.key, fault.label, missing="、".join(shown)
            )


def doubles(round_: Round) -> Iterator[Finding]:
    """No number of a series comes twice, or at another place than in order."""
    for fault in misnumbered(round_.paper, round_.manifest.numbering):
        if fault.wrong is not Wrong.GAP:
            yield _finding(round_, NUMBER_TWICE.code, fault.key, fault.label)


def unfit(round_: Round) -> Iterator[Finding]:
    """What is declared to be numbered fits its series."""
    for misfit in misfits(round_.paper, round_.manifest.numbering):
        series = "、".join(misfit.series)
        yield _finding(round_, NUMBER_UNFIT.code, misfit.key, misfit.label, series=series)


def _finding(round_: Round, code: str, key: str, label: str, **more: str) -> Finding:
    plan, params = round_.paper, {"key": key, "label": label, **more}
    if key in plan.sections:
        return Finding(code, params, Subject("section", key), ("key",))
    if key in plan.spots:
        spot = plan.spots[key]
        field = "heading" if spot.paragraph.number is None else "number"
        path = (*plan.path(key), field)
        return Finding(code, params, Subject("section", spot.section.key), path)
    section = plan.sections[plan.container(key)]
    keys = [part_key(section, part) for part in section.body]
    at = keys.index(key)
    # a figure is called by its file where it has no name of its own
    kind = {Table: "table", Figure: "image"}.get(type(section.body[at]), "column")
    path = ("body", at, kind)
    return Finding(code, params, Subject("section", section.key), path)


NUMBER_GAP = PlanRule(
    code="P508",
    find=gaps,
    order=170,
    weight=Severity.WARNING,
    message=N_("Numbers are missing before {label}: {missing}."),
    hint=N_(
        "Let the numbers follow: plancli renumber. What the draft leaves out itself stays left out; to close "
        "that, too, declare the series under numbering in plan/plan.yaml first. Where numbers are rightly "
        "left out: turn the rule off under rules there."
    ),
    meaning=N_(
        "The numbers of chapters, tasks, projects, columns or headings leave some out. A part may have "
        "been lost, or the numbers were not brought up to date after one was removed. Below each "
        "chapter they begin at 1 or go on from the chapter before, or as numbering in plan.yaml says. One "
        "finding for each series."
    ),
)

NUMBER_TWICE = PlanRule(
    code="P510",
    find=doubles,
    order=180,
    weight=Severity.WARNING,
    message=N_("{label} comes twice, or out of order."),
    hint=N_("Let the numbers follow: plancli renumber; or mend the number of {key}."),
    meaning=N_(
        "A number of a series comes twice, so that references to it are ambiguous, or stands at another "
        "place than in order: of (四)(一)(二)(三) the first."
    ),
)

NUMBER_UNFIT = PlanRule(
    code="P513",
    find=unfit,
    order=185,
    weight=Severity.WARNING,
    message=N_("{label} fits none of the series declared for it: {series}."),
    hint=N_(
        "What came gets its number by plancli renumber; else mend the number of {key}, or declare its "
        "series, too, under numbering in plan/plan.yaml."
    ),
    meaning=N_(
        "plan.yaml declares how parts of this kind are numbered (numbering), and this one is numbered "
        "otherwise, has another number of its chapter before its own (表3-1 in chapter 2), or has none "
        "where all other headings of its list have one. Parts with a word for a number, such as 前言, are "
        "not meant."
    ),
)
