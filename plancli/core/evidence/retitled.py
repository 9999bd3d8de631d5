"""The title of the plan among its marked lines; behind that of the draft stood the name of its issue."""

from collections.abc import Sequence

from plancli.core.evidence.pieces import Piece
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.model import PLAN


def with_title(name: str, issue: str, lines: Sequence[Line]) -> list[Line]:
    """Return lines with the title of the plan, from which the office took the name of the issue."""
    others = [line for line in lines if line.kind is not LineKind.PLAN]
    changed = [line.heading for line in lines if line.kind is LineKind.PLAN]
    heading = changed[0] if changed else (Piece(name),)
    if issue:
        heading += (Piece(issue, gone=(OFFICE,)),)
    return [Line(LineKind.PLAN, PLAN, "", 0, heading), *others]
