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

    `label` is published in Chinese, `english` in other languages; `intended` are both for a decision that the
    text does not prove yet, or that is not approved: what is not in the text is not 已采纳. `texture` tells
    decisions of one share apart where they are drawn. Does its text merge, and must the office say why?
    """

    share: Share
    label: str
    english: str
    texture: str
    merges: bool = False
    needs_reason: bool = False
    intended: tuple[str, str] = ("", "")

    @property
    def adopted(self) -> bool:
        """Whether a comment with this decision counts as adopted, whole or in part."""
        return self.share in (Share.ADOPTED, Share.PARTLY)


class Status(Meaningful):
    """The office's decision on a comment."""

    meaning: Meaning

    ADOPTED = (
        "采纳",
        Meaning(
            Share.ADOPTED,
            "已采纳",
            N_("Adopted"),
            "plain",
            merges=True,
            intended=("拟采纳", N_("To be adopted")),
        ),
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
            intended=("拟部分采纳", N_("To be partly adopted")),
        ),
    )
    MODIFIED = (
        "修改后采纳",
        Meaning(
            Share.ADOPTED,
            "修改后采纳",
            N_("Adopted with changes"),
            "lines",
            merges=True,
            intended=("拟修改后采纳", N_("To be adopted with changes")),
        ),
    )
    ALREADY = (
        "已体现",
        # the office found it in the text, where it does not stand: somebody has to look once more
        Meaning(
            Share.ADOPTED,
            "已体现",
            N_("Already in the text"),
            "grid",
            intended=("待核实", N_("To be verified")),
        ),
    )
    REJECTED = (
        "不采纳",
        Meaning(
            Share.DECLINED,
            "未采纳",
            N_("Not adopted"),
            "dots",
            needs_reason=True,
            intended=("拟不采纳", N_("Not to be adopted")),
        ),
    )
    EXPLAINED = (
        "解释说明",
        Meaning(
            Share.DECLINED,
            "解释说明",
            N_("Explained"),
            "lines",
            needs_reason=True,
            intended=("拟解释说明", N_("To be explained")),
        ),
    )
    OUT_OF_SCOPE = (
        "不属于本规划范围",
        Meaning(
            Share.DECLINED,
            "不属于本规划范围",
            N_("Outside the scope of this plan"),
            "grid",
            needs_reason=True,
            intended=(
                "拟按不属于本规划范围答复",
                N_("To be answered as outside the scope of this plan"),
            ),
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
            intended=("拟转有关部门研究", N_("To be referred to the competent department")),
        ),
    )
    NOTED = (
        "留作参考",
        Meaning(
            Share.DECLINED,
            "留作参考",
            N_("Noted"),
            "bars",
            intended=("拟留作参考", N_("To be noted")),
        ),
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


INTENDED = tuple(status for status in Status if status.meaning.intended[0])
"""Decisions that are called otherwise as long as they are only intended."""
