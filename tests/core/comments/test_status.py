"""What each decision of the office means for the text and for the table."""

import pytest

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import Delete
from plancli.core.comments.status import Status

# decision, changes the text, needs a reason, counts as adopted, what is published
DECISIONS = """
采纳            changes  -       adopted  已采纳
部分采纳         changes  reason  adopted  部分采纳
修改后采纳       changes  -       adopted  修改后采纳
已体现           -        -       adopted  已体现
不采纳           -        reason  -        未采纳
解释说明         -        reason  -        解释说明
不属于本规划范围 -        reason  -        不属于本规划范围
转办             -        reason  -        转有关部门研究
留作参考         -        -       -        留作参考
合并             -        -       adopted  合并办理
撤回             -        -       -        已撤回
待定             -        -       -        待定
"""
ROWS = [line.split() for line in DECISIONS.strip().splitlines()]


def decided(status: str, *edits: Delete) -> Comment:
    return Comment(
        id="林业站-01",
        unit="林业站",
        opinion="删去重复的话。",
        edits=edits,
        decision=Decision(status=Status(status)),
    )


def test_every_decision_has_its_row() -> None:
    assert [row[0] for row in ROWS] == [str(status) for status in Status]


@pytest.mark.parametrize(("status", "changes", "reason", "adopted", "label"), ROWS)
def test_what_a_decision_means(
    status: str, changes: str, reason: str, adopted: str, label: str
) -> None:
    meaning = decided(status).meaning
    assert (meaning.merges, meaning.needs_reason) == (changes == "changes", reason == "reason")
    assert (meaning.adopted, meaning.label) == (adopted == "adopted", label)


@pytest.mark.parametrize(("status", "changes"), [row[:2] for row in ROWS])
def test_only_a_comment_with_edits_can_change_the_text(status: str, changes: str) -> None:
    assert decided(status, Delete(delete="重复")).merges is (changes == "changes")
    assert decided(status).merges is False
