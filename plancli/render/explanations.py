"""What each code means, with an example; how to mend it says its hint in `findings`."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from plancli.core.finding import SEVERITIES, Code, Severity
from plancli.messages import N_, _
from plancli.render.findings import plain


class Explanation(NamedTuple):
    """What a code means, and a case in which it comes, as the file or the command line shows it."""

    meaning: str
    example: str


EXPLANATIONS: dict[Code, Explanation] = {
    Code.UNKNOWN_RULE: Explanation(
        N_(
            "plan.yaml gives a rule another weight, or a comment waives one, but no rule of check has this "
            "code. Codes that say that a file cannot be read are not rules: they cannot be turned off."
        ),
        "rules:\n  P999: warning",
    ),
    Code.IDLE_WAIVER: Explanation(
        N_(
            "A comment waives a rule that finds nothing on it. A waiver that stays would hide the finding "
            "when it comes back for another reason."
        ),
        "waivers:\n  - {rule: P404, reason: 理由另行公布}",
    ),
    Code.IDLE_NOTE: Explanation(
        N_(
            "A drafting note gives the reason for a change of the office that is not, or no longer, "
            "in the plan. Whoever reads the notes would believe in a change that nobody can find."
        ),
        "notes:\n"
        '  - {paragraph: "17.1", reason: 统一用语, change: "[-市交通局-]{+市交通运输局+}"}   # 17.1 没改',
    ),
    Code.LOOSE_NOTE: Explanation(
        N_(
            "A drafting note without change: explains every change of its paragraph, also one that is "
            "made by mistake tomorrow. With change: it stands for exactly the characters that check "
            "marks."
        ),
        'notes:\n  - {paragraph: "17.1", reason: 统一用语}   # 改了哪些字,没有写',
    ),
    Code.INCOMPLETE: Explanation(
        N_(
            "A decision lacks what its status promises: adopted without any edit and without a "
            "passage that already says it; 已体现 without naming that passage; 修改后采纳 without the "
            "modified wording; 合并 without the comment it was joined to. The published row could not "
            "be proved."
        ),
        "decision:\n  status: 已体现\n  reply: 规划中已有相关内容。   # 哪一段?没有写 already",
    ),
    Code.PART_UNNAMED: Explanation(
        N_(
            "The status says that a part was adopted, but what is adopted is all that was asked. "
            "Readers must be able to see which part was, and which was not."
        ),
        "edits:\n"
        "  - {delete: 、线上购药}\n"
        "  - {delete: 依托电子社保卡,}\n"
        "decision:\n"
        "  status: 部分采纳\n"
        "  reason: 另一处保留。   # 哪一处?没有写 decision.edits",
    ),
    Code.IDLE_KEY: Explanation(
        N_(
            "A decision carries something that contradicts its status: edits or settles where nothing "
            "is merged, into without 合并, already with a rejection. One of the two is wrong, and the "
            "table would show only one of them."
        ),
        "decision:\n  status: 不采纳\n  reason: 与上位规划不一致。\n  edits:\n    - {delete: 、线上购药}",
    ),
    Code.DIFFERS: Explanation(
        N_(
            "The row says adopted, but the text got other words than the unit asked for. That may be "
            "right, and it is a fact that the unit will see. The share counts the asked characters, "
            "new ones and ones to go, that were adopted."
        ),
        "edits:\n"
        "  - {replace: 等产业。, with: 等产业项目。}\n"
        "  - {delete: 、卫星导航}\n"
        "decision:\n"
        "  status: 采纳\n"
        "  edits:\n"
        "    - {replace: 等产业。, with: 等产业项目。}",
    ),
    Code.KEPT: Explanation(
        N_(
            "The row says adopted, but words that the unit asked to take out or to replace are still "
            "in what was adopted."
        ),
        "opinion: 删去“卫星导航”。\n"
        "edits:\n"
        "  - {delete: 、卫星导航}\n"
        "decision:\n"
        "  status: 采纳\n"
        "  edits: []\n"
        "  already:\n"
        "    - {quote: 引进无人机、机器人、卫星导航}",
    ),
    Code.REPLY_UNPROVED: Explanation(
        N_(
            "A reply quotes a wording as what the text says now (改为“…”, 增加“…”), and the plan does not "
            "say it. Ellipses may leave words out; titles and lists of units count. The published "
            "table would claim what the plan does not show."
        ),
        "decision:\n"
        "  status: 采纳\n"
        "  reply: 已改为“推广普及医保电子凭证和社保卡”。   # 规划中是“推广普及医保电子凭证”",
    ),
    Code.REPLY_MISQUOTES: Explanation(
        N_(
            "A reply quotes words that stand neither in the plan nor in the draft, nor in an opinion "
            "that it does not adopt: a slip in a title, or words of another document."
        ),
        "decision:\n  status: 采纳\n  reply: 在“设计架构”一章中已经明确。   # 该章的标题是“设计框架”",
    ),
    Code.REJECTED_GONE: Explanation(
        N_(
            "A comment that is not adopted asked to take words out, and they are gone all the same: "
            "another comment or the office removed them. The unit will ask why its comment was not "
            "adopted."
        ),
        "edits:\n"
        "  - {delete: 、线上购药}\n"
        "decision:\n"
        "  status: 不采纳\n"
        "  reason: 需要保留。   # 但规划中已没有“线上购药”",
    ),
    Code.SHARED_SENTENCE: Explanation(
        N_(
            "Several units changed one sentence in different places. All changes stand, and the merge "
            "did what each asked for; whether the sentence still reads well, a person must see."
        ),
        "意见甲:{replace: 市级, with: 区域性}\n意见乙:{replace: 2万个, with: 2.5万个}   # 同一句",
    ),
    Code.RIPPLE: Explanation(
        N_(
            "An adopted comment changed a number, a name or a term in one place, and the old form "
            "still stands elsewhere in the plan. A person decides whether it must change there too."
        ),
        "15.1:自然资源数据 → 自然资源各类数据资源\n4.1:……建设自然资源数据仓。   # 旧的写法还在",
    ),
    Code.TWO_SPELLINGS: Explanation(
        N_(
            "Two names of units look like one unit written in full and in short. A reader cannot "
            "tell whether they are the same, and counts by unit would be wrong."
        ),
        "units: [市交通局, 市数管局]\n# 名单中写的是市交通运输局",
    ),
    Code.ALIAS_OF_ALIAS: Explanation(
        N_(
            "The alias table maps a short name to a name that is itself listed as an alias. It must "
            "say the unit's full name at once."
        ),
        "aliases:\n  交通局: 市交通局\n  市交通局: 市交通运输局",
    ),
    Code.NUMBER_GAP: Explanation(
        N_(
            "The numbers of chapters, tasks, projects or columns leave some out. A part may have "
            "been lost, or the numbers were not brought up to date after one was removed. One "
            "finding for each series."
        ),
        "专栏1、专栏2、专栏4   # 没有专栏3",
    ),
    Code.NUMBER_TWICE: Explanation(
        N_(
            "A number of a series comes twice, or behind a higher one, so that references to it are "
            "ambiguous."
        ),
        "专栏3、专栏3   # 两个专栏3",
    ),
    Code.DANGLING: Explanation(
        N_(
            "The text refers to a column, chapter or project by a number that the plan does not "
            "have, often after renumbering. References to other documents are not judged."
        ),
        "text: |-\n  具体见专栏16。   # 规划只有专栏15",
    ),
    Code.MIXED_WIDTH: Explanation(
        N_(
            "A punctuation mark stands in full width in some places and in half width in others. "
            "The plan's own majority decides which is taken for the slip."
        ),
        "text: |-\n  加快建设，统筹推进,确保落实。   # ，和,混用",
    ),
    Code.UNPAIRED: Explanation(
        N_(
            "A quotation mark or bracket has no partner in its paragraph: words may be missing, or "
            "the wrong mark was typed."
        ),
        "text: |-\n  打造“一张图,实现共享。   # 缺右引号",
    ),
    Code.DOUBLED: Explanation(
        N_(
            "Two marks follow each other where one is meant, as they remain when words between them "
            "are deleted."
        ),
        "text: |-\n  探索线上结算、、线上申报,。",
    ),
    Code.INVISIBLE: Explanation(
        N_(
            "A zero-width or direction character stands in what is published. Nobody sees it, but a "
            "search does not find the words, and direction marks can make a line read otherwise "
            "than it is."
        ),
        'text: "医保\\u200b凭证"   # 两字之间有零宽空格',
    ),
    Code.LOOKALIKE: Explanation(
        N_(
            "A character is a radical or a compatibility form that only looks like the common one; "
            "it comes from PDF files. Searching and matching fail on it."
        ),
        'text: "\\u2f08民"   # 部首“⼈”,不是“人”',
    ),
    Code.CONTACT: Explanation(
        N_(
            "A telephone number, a mail address or an identity number stands in the plan or in the "
            "table's opinion or reply. Personal data must not be published."
        ),
        "opinion: |-\n  建议增加站点,联系人王某,电话1380000××××。",
    ),
    Code.SECRET: Explanation(
        N_(
            "What would be published bears a mark such as 秘密★ or 内部资料. It has to be cleared first. "
            "商业秘密 in a sentence is no such mark."
        ),
        "opinion: |-\n  秘密★1年 关于……的意见",
    ),
    Code.ROSTER_DIFFERS: Explanation(
        N_(
            "The roster in plan.yaml says what a unit answered, and its comments say otherwise: a "
            "comment file was lost, or the roster was not brought up to date. The totals that are "
            "published would be wrong."
        ),
        "units:\n  - name: 市林业局\n    reply: 无意见   # 但 comments/市林业局/01.yaml 在",
    ),
    Code.LATE: Explanation(
        N_(
            "A comment came in after the deadline. That may be welcome; then the roster says 补充意见 "
            "of the unit, so that the numbers by the deadline stay right."
        ),
        "deadline: 2021-03-31\n# 意见中:\nreceived: 2021-04-06",
    ),
    Code.TOTALS_DIFFER: Explanation(
        N_(
            "A figure that plan.yaml states for publication is not what is counted from the "
            "comments. Either a comment or a decision was lost or changed, or the figure is old. A "
            "comment joined to another counts with the decision on that one."
        ),
        "totals:\n  comments: 26   # 而 comments/ 中有 25 条",
    ),
    Code.UNDECIDED: Explanation(
        N_(
            "The deadline of the consultation has passed, and a comment still has no decision. The "
            "table cannot be published before."
        ),
        "decision:\n  status: 待定",
    ),
}

SEVERITY_NAMES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.NOTE: N_("note")}


def lines(code: Code) -> Iterator[str]:
    """Yield the entry of a code for people: what it says, what it means, an example, how to mend it."""
    message, hint = plain(code)
    known = EXPLANATIONS[code]
    yield f"{code} ({_(SEVERITY_NAMES[severity(code)])}) {message}"
    yield ""
    yield _(known.meaning)
    yield ""
    yield _("Example:")
    yield from (f"    {line}" for line in known.example.splitlines())
    yield ""
    yield _("To mend it: {hint}").format(hint=hint)


def as_json(code: Code) -> dict[str, Any]:
    """Return the entry of a code for programs."""
    message, hint = plain(code)
    known = EXPLANATIONS[code]
    return {
        "code": str(code),
        "severity": str(severity(code)),
        "message": message,
        "meaning": _(known.meaning),
        "example": known.example,
        "hint": hint,
    }


def severity(code: Code) -> Severity:
    """Return what a code weighs where plan.yaml says nothing else."""
    return SEVERITIES.get(code, Severity.ERROR)
