"""The feedback table as a value: units in the order of the roster, each with its opinions and decisions."""

from collections.abc import Mapping
from typing import NamedTuple

from plancli.core.comment import Comment
from plancli.core.model import Manifest, Reply


class Row(NamedTuple):
    """One comment: the unit's words and what became of them. `id` is empty for a unit without comments."""

    id: str
    opinion: str
    decision: str
    status: str


class UnitRows(NamedTuple):
    """The rows of one unit, never empty."""

    unit: str
    rows: tuple[Row, ...]


NOTHING = "无"


def feedback_table(
    manifest: Manifest, comments: Mapping[str, Comment], settled: Mapping[str, str]
) -> list[UnitRows]:
    """Return the published table; a unit without comments has a row if it answered 无意见.

    `settled` maps a comment to the one whose joint wording settles it: its row points there.
    """
    by_unit: dict[str, list[Comment]] = {unit.name: [] for unit in manifest.units}
    for comment in comments.values():
        by_unit.setdefault(comment.unit, []).append(comment)
    silent = {unit.name for unit in manifest.units if unit.reply is Reply.NOTHING}
    table: list[UnitRows] = []
    for unit, found in by_unit.items():
        if found:
            rows = (_row(c, comments.get(settled.get(c.id, ""))) for c in found)
            table.append(UnitRows(unit, tuple(rows)))
        elif unit in silent:
            table.append(UnitRows(unit, (Row("", NOTHING, NOTHING, ""),)))
    return table


JOINT = "与{unit}的意见综合表述。"


def _row(comment: Comment, joint: Comment | None) -> Row:
    decision = comment.decision
    answer = "".join(text.strip() for text in (decision.reply, decision.reason) if text)
    answer += JOINT.format(unit=joint.unit) if joint else ""
    published = f"{comment.meaning.label}。{answer}" if answer else comment.meaning.label
    return Row(comment.id, comment.opinion.strip(), published, str(decision.status))
