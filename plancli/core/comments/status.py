"""What the office can decide on a comment, and what each decision means."""

from enum import StrEnum
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful


class Share(StrEnum):
    """What of a comment a decision adopts, if it decides it at all."""

    ADOPTED = "adopted"
    PARTLY = "partly"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OPEN = "open"


class Meaning(NamedTuple):
    """What a status means for the text and for what is published.

    `label` is published in Chinese, `english` in other languages. `texture` tells decisions of one share
    apart where they are drawn. Does its text merge, and must the office say why?
    """

    share: Share
    label: str
    english: str
    texture: str
    merges: bool = False
    needs_reason: bool = False

    @property
    def adopted(self) -> bool:
        """Whether a comment with this decision counts as adopted, whole or in part."""
        return self.share in (Share.ADOPTED, Share.PARTLY)


class Status(Meaningful):
    """The office's decision on a comment."""

    meaning: Meaning

    ADOPTED = (
        "采纳",
        Meaning(Share.ADOPTED, "已采纳", N_("Adopted"), "plain", merges=True),
    )
    PARTLY = (
        "部分采纳",
        Meaning(
            Share.PARTLY,
            "部分采纳",
            N_("Partly adopted"),
            "hatch",
            merges=True,
            needs_reason=True,
        ),
    )
    MODIFIED = (
        "修改后采纳",
        Meaning(Share.ADOPTED, "修改后采纳", N_("Adopted with changes"), "lines", merges=True),
    )
    ALREADY = (
        "已体现",
        Meaning(Share.ADOPTED, "已体现", N_("Already in the text"), "grid"),
    )
    REJECTED = (
        "不采纳",
        Meaning(Share.DECLINED, "未采纳", N_("Not adopted"), "dots", needs_reason=True),
    )
    EXPLAINED = (
        "解释说明",
        Meaning(Share.DECLINED, "解释说明", N_("Explained"), "lines", needs_reason=True),
    )
    OUT_OF_SCOPE = (
        "不属于本规划范围",
        Meaning(
            Share.DECLINED,
            "不属于本规划范围",
            N_("Outside the scope of this plan"),
            "grid",
            needs_reason=True,
        ),
    )
    REFERRED = (
        "转办",
        Meaning(
            Share.DECLINED,
            "转有关部门研究",
            N_("Referred to the competent department"),
            "hatch",
            needs_reason=True,
        ),
    )
    NOTED = (
        "留作参考",
        Meaning(Share.DECLINED, "留作参考", N_("Noted"), "bars"),
    )
    JOINED = (
        "合并",
        Meaning(Share.ADOPTED, "合并办理", N_("Treated together with another comment"), "diamonds"),
    )
    WITHDRAWN = (
        "撤回",
        Meaning(Share.WITHDRAWN, "已撤回", N_("Withdrawn"), "plain"),
    )
    PENDING = (
        "待定",
        Meaning(Share.OPEN, "待定", N_("Not yet decided"), "plain"),
    )
