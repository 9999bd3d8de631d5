"""A figure has one value, whether a table or the text gives it."""

import re
from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.evidence.figures import OtherFigure, other_figures
from plancli.core.finding import Finding, Subject
from plancli.core.rounds.round import Round

_SCOPE = re.compile("([省市县区旗镇乡])(?:人民)?(?:政府|发展|发改)")
"""What the one who issues a plan governs: 全市 before a name says nothing new in the plan of a city."""


def disagreeing(round_: Round) -> Iterator[Finding]:
    """What a cell of a table says is said alike where the text or another table says it."""
    if not round_.plan.tables:
        return
    scope = _SCOPE.search(round_.manifest.issuer)
    for other in other_figures(round_.plan, scope[1] if scope else ""):
        yield _finding(round_, other)


def _finding(round_: Round, other: OtherFigure) -> Finding:
    plan, figure = round_.plan, other.figure
    spot = plan.spots[other.place]
    params = {
        "name": figure.name,
        "year": figure.year,
        "words": other.words,
        "key": figure.cell,
        "value": plan.words(figure.cell, "text"),
    }
    path = plan.path(other.place)
    if not spot.is_fixed:
        path = (*path, "text")
    return Finding(
        DISAGREEING.code, params, Subject("section", spot.section.key), path, offset=other.start
    )


DISAGREEING = PlanRule(
    code="P516",
    find=disagreeing,
    order=265,
    weight=Severity.WARNING,
    message=N_("{name} of {year} is {words} here, and {value} in the table ({key})."),
    hint=N_("Find out which of the two is right, and give both places the same value."),
    meaning=N_(
        "A table and the text, or two tables, give one figure two values. Compared is what names the row in "
        "full and the year of the column, and has one number behind the name; bounds, such as “more than”, "
        "are not."
    ),
)
