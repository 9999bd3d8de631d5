"""Who signed a decision off, as the office's own table shows it; no table for the public has it."""

from collections.abc import Sequence
from datetime import date

from plancli.core.comments.approval import approvals_of, to_be_approved
from plancli.core.comments.comment import Comment
from plancli.core.publish.table import Row
from plancli.core.publish.words import CHINESE, Said


def signatures(
    row: Row, levels: Sequence[str], said: Said = CHINESE, today: date | None = None
) -> list[str]:
    """Return a line for each level at which a decision is to be approved: who approved it and when, or —.

    Points of a compound comment stand behind their numbers; what says the same of all points is said once.
    """
    found = [_approved(part, levels, today) for part in row.parts]
    if len(found) < 2 or all(lines == found[0] for lines in found):
        return found[0] if found else []
    shown: list[str] = []
    for number, lines in enumerate(found, 1):
        shown += [said.point.format(number=number) + line for line in lines]
    return shown


def _approved(comment: Comment, levels: Sequence[str], today: date | None) -> list[str]:
    if not to_be_approved(comment):
        return []
    approvals = approvals_of(comment, today)
    held = {approval.level: approval for approval in approvals.holding}
    lacking = approvals.lacking(levels)
    lines: list[str] = []
    for level in levels:
        approval = None if level in lacking else held[level]
        lines.append(f"{level} {approval.by} {approval.on}" if approval else f"{level} —")
    return lines
