"""What the office can decide on a comment, and what each decision means."""

from enum import StrEnum
from typing import NamedTuple


class Status(StrEnum):
    """The office's decision on a comment."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    MODIFIED = "修改后采纳"
    ALREADY = "已体现"
    REJECTED = "不采纳"
    EXPLAINED = "解释说明"
    OUT_OF_SCOPE = "不属于本规划范围"
    REFERRED = "转办"
    NOTED = "留作参考"
    JOINED = "合并"
    WITHDRAWN = "撤回"
    PENDING = "待定"


class Meaning(NamedTuple):
    """What a status means for the text and for the published table."""

    merges: bool
    needs_reason: bool
    adopted: bool
    label: str


MEANINGS = {
    Status.ADOPTED: Meaning(True, False, True, "已采纳"),
    Status.PARTLY: Meaning(True, True, True, "部分采纳"),
    Status.MODIFIED: Meaning(True, False, True, "修改后采纳"),
    Status.ALREADY: Meaning(False, False, True, "已体现"),
    Status.REJECTED: Meaning(False, True, False, "未采纳"),
    Status.EXPLAINED: Meaning(False, True, False, "解释说明"),
    Status.OUT_OF_SCOPE: Meaning(False, True, False, "不属于本规划范围"),
    Status.REFERRED: Meaning(False, True, False, "转有关部门研究"),
    Status.NOTED: Meaning(False, False, False, "留作参考"),
    Status.JOINED: Meaning(False, False, True, "合并办理"),
    Status.WITHDRAWN: Meaning(False, False, False, "已撤回"),
    Status.PENDING: Meaning(False, False, False, "待定"),
}
