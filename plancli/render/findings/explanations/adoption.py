"""Codes about decisions and the text."""

from plancli.core.finding import Code
from plancli.messages import N_
from plancli.render.findings.explanations.entry import Explanation

ADOPTION: dict[Code, Explanation] = {
    Code.NOT_IN_TEXT: Explanation(
        N_(
            "The decision adopts the comment, but the text has not got its words yet. The table "
            "would claim what readers cannot find."
        ),
        "decision: {status: 采纳}   # 还没有 plancli apply",
    ),
    Code.RECORD_DIFFERS: Explanation(
        N_(
            "The comment is in the text, but its edits, or where it cites them, were changed since. "
            "What was published and what was decided are no longer the same."
        ),
        "改了 comments/市医保局/01.yaml 的 edits,没有再次 apply",
    ),
    Code.CONFLICT: Explanation(
        N_(
            "Two comments change or quote the same words in ways that cannot both stand, so neither "
            "is merged. Only a decision of the office can settle it."
        ),
        "市甲局:{replace: 2万个, with: 2.5万个}\n市乙局:{replace: 2万个, with: 3万个}",
    ),
    Code.NO_REASON: Explanation(
        N_(
            "A comment was not adopted, or only in part, and the published row would not say why. "
            "Rules on public decisions ask for the reason. What is adopted in part needs reason:, "
            "the others reason: or reply:."
        ),
        "decision:\n  status: 不采纳",
    ),
    Code.UNEXPLAINED: Explanation(
        N_(
            "The plan differs from what the draft and the merged comments give, character by "
            "character, and no drafting note says why. It may be a slip, or a change of the office "
            "that wants a note."
        ),
        "notes:\n  - {paragraph: \"17.1\", reason: 统一用语, change: '[-市交通局-]{+市交通运输局+}'}",
    ),
    Code.REJECTED_IN_TEXT: Explanation(
        N_(
            "The table says that a comment was not adopted, and yet its words came into the plan. "
            "The unit would rightly ask."
        ),
        "decision: {status: 不采纳, reason: 标准已定。}   # 但规划中已改成它要求的文字",
    ),
    Code.DRAFT_CHANGED: Explanation(
        N_(
            "A circulated draft is what everybody commented on, and must stay as it was. Its digest "
            "in plan.yaml shows that words or structure were changed. Pages and lines may be added."
        ),
        "改了 plan/drafts/征求意见稿.yaml 中的一个字",
    ),
    Code.NOT_ALREADY: Explanation(
        N_(
            "The decision says that a passage covers the comment already, but the plan no longer "
            "has that passage."
        ),
        "decision:\n  status: 已体现\n  already: [{quote: 组建工作专班}]",
    ),
    Code.LOST: Explanation(
        N_(
            "The record says that the comment is in the text, but the drafting office has since "
            "changed its words or taken them out."
        ),
        "apply 之后,又在 plan/ 中改了采纳的那句话",
    ),
    Code.NO_LONGER: Explanation(
        N_("The comment is in the text, but its decision no longer is one that merges."),
        "decision: {status: 不采纳, reason: …}   # 但还在 applied.yaml 中",
    ),
    Code.SELF_CONFLICT: Explanation(
        N_("Two edits of one comment change the same words."),
        "edits:\n  - {delete: 、线上购药}\n  - {replace: 线上结算、线上购药, with: 线上结算}",
    ),
    Code.UNCOVERED: Explanation(
        N_("A joint wording settles a comment, but leaves out a place which that comment changes."),
        "# 市甲局-01\ndecision: {status: 采纳, settles: [市乙局-01], edits: […]}   # 没有动市乙局改的那一段",
    ),
    Code.ROUND_CLOSED: Explanation(
        N_(
            "The comment was adopted in a round that has ended, but the draft that came out of it "
            "does not have its words."
        ),
        "decision: {status: 采纳}   # 送审稿印发之后才写",
    ),
    Code.LEFT_OPEN: Explanation(
        N_("A round has ended, and a comment of it never got a decision."),
        "decision: {status: 待定}   # 而送审稿已经印发",
    ),
    Code.SETTLED_TWICE: Explanation(
        N_(
            "Two joint wordings both say that they settle one comment; its row can point to only one of them."
        ),
        "市甲局-01: settles: [市丙局-01]\n市乙局-01: settles: [市丙局-01]",
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
            "The status says that a part was adopted, but what is adopted is all that was asked, or "
            "nothing of it. "
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
    Code.REPLY_KEEPS: Explanation(
        N_(
            "A reply says of quoted words that they were deleted (删除“…”), and the paragraph that the "
            "comment changed has them as often as the draft had. The published table would claim "
            "what the plan does not show."
        ),
        "decision:\n  status: 采纳\n  reply: 已删除“依托电子社保卡”。   # 19.1 中还有",
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
}
