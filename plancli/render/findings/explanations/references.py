"""Codes about names, rosters and pointers."""

from plancli.core.finding import Code
from plancli.messages import N_
from plancli.render.findings.explanations.entry import Explanation

REFERENCES: dict[Code, Explanation] = {
    Code.DUPLICATE_ID: Explanation(
        N_("An id or key stands twice. References to it would be ambiguous."),
        '- id: "17.1"\n- id: "17.1"',
    ),
    Code.UNKNOWN_SECTION: Explanation(
        N_(
            "A comment cites, or plan.yaml lists, a section, column or paragraph that is not there, "
            "or a title that several have."
        ),
        "at: {section: 第四章/91}",
    ),
    Code.UNLISTED_SECTION: Explanation(
        N_(
            "A section file is not in the order of plan.yaml, so nobody knows where it belongs in the plan."
        ),
        "plan/第六章.yaml 在,而 plan.yaml 的 sections 没有第六章",
    ),
    Code.UNKNOWN_UNIT: Explanation(
        N_(
            "A comment comes from a unit that is not on the roster of consulted units: the name is "
            "wrong, or the roster is."
        ),
        "comments/市医疗保障局/01.yaml   # 名单中是市医保局",
    ),
    Code.UNKNOWN_DRAFT: Explanation(
        N_("A comment or a command names a draft that the plan does not have."),
        "draft: 征求意见稿(二)",
    ),
    Code.UNKNOWN_PARAGRAPH: Explanation(
        N_("An edit names a paragraph, column or section of the draft by an id that is not there."),
        "- {remove: 专栏15.9}",
    ),
    Code.WRONG_FOLDER: Explanation(
        N_("The folder of a comment says another unit than the file, or the file lies too deep."),
        "comments/市民政局/01.yaml 中写着 unit: 市医保局",
    ),
    Code.UNKNOWN_COMMENT: Explanation(
        N_(
            "The record says that a comment is in the text, but its file is gone. The table could "
            "no longer show who asked for those words."
        ),
        "删除了 comments/市医保局/01.yaml,而 applied.yaml 中还有 市医保局-01",
    ),
    Code.PAGE_IN_PLAN: Explanation(
        N_(
            "Pages and lines belong to a printed draft. The working plan changes, so a page in it "
            "would soon be wrong."
        ),
        '# plan/第四章/19-医疗健康工程.yaml\n- id: "19.1"\n  page: 38',
    ),
    Code.OTHER_DRAFT: Explanation(
        N_(
            "What is in the text was located on one draft, and plan.yaml says another. Mixing them "
            "would move edits to wrong places."
        ),
        "draft: 送审稿   # 而 applied.yaml 是针对征求意见稿的",
    ),
    Code.NO_CONTAINER: Explanation(
        N_("Something is to be added to a paragraph; only sections and columns hold parts."),
        '- {add: {text: 新的一段。}, to: "17.1"}',
    ),
    Code.NOT_INSIDE: Explanation(
        N_("A new part is to stand behind a paragraph that is in another section or column."),
        '- {add: {text: 新的一段。}, to: 专栏15, after: "17.1"}',
    ),
    Code.BAD_POINTER: Explanation(
        N_(
            "A decision settles, or is joined to, a comment that does not exist, one of another round, "
            "itself, or one that leads back to it. Readers would find no answer there."
        ),
        "# 市医保局-01\n"
        "decision: {status: 合并, into: 市民政局-01}\n"
        "# 市民政局-01\n"
        "decision: {status: 合并, into: 市医保局-01}",
    ),
    Code.NOT_CIRCULATED: Explanation(
        N_(
            "A comment is on a draft that was frozen but not sent out for comments, so no round merges it."
        ),
        "draft: 内部讨论稿",
    ),
    Code.NOT_BESIDE: Explanation(
        N_("A part is to be moved to where it cannot stand."),
        "- {move: 专栏15, to: 第四章/19}",
    ),
    Code.BAD_LAYOUT: Explanation(
        N_(
            "What a draft says about its printed lines does not fit the paragraph's words or pages."
        ),
        "layout: [0 P35 L20, 900 L21]   # 这一段没有 900 字",
    ),
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
    Code.TWO_SPELLINGS: Explanation(
        N_(
            "Two names of units look like one unit written in full and in short. A reader cannot "
            "tell whether they are the same, and counts by unit would be wrong. Names that are both on "
            "the roster, or both in the alias table, are not judged."
        ),
        "units: [市交通局, 市数管局]\n# 名单中写的是市交通运输局",
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
    Code.NUMBER_MISSING: Explanation(
        N_(
            "The comments of a unit are numbered 01, 02, 03. Where one is missing, its file was deleted or "
            "never committed, and the published table would be one opinion short."
        ),
        "# comments/市民政局/ 中有 01.yaml 和 03.yaml",
    ),
    Code.CONTRADICTED: Explanation(
        N_(
            "A joint wording settles a comment whose own decision rejects it or leaves it open, or a comment "
            "is joined to one that was withdrawn. The row would say both at once."
        ),
        "# 市民政局-01: status: 不采纳\n# 市医保局-01\ndecision: {status: 采纳, settles: [市民政局-01]}",
    ),
    Code.LISTED_TWICE: Explanation(
        N_(
            "A section, unit or draft stands twice in plan.yaml; it would be counted or printed twice."
        ),
        "units:\n  - name: 市民政局\n  - name: 市民政局",
    ),
    Code.ALIAS_OF_ALIAS: Explanation(
        N_(
            "The alias table maps a short name to a name that is itself listed as an alias. It must "
            "say the unit's full name at once."
        ),
        "aliases:\n  交通局: 市交通局\n  市交通局: 市交通运输局",
    ),
}
