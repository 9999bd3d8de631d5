"""Codes about files that cannot be read."""

from plancli.core.finding import Code
from plancli.messages import N_
from plancli.render.findings.explanations.entry import Explanation

FILES: dict[Code, Explanation] = {
    Code.NOT_UTF8: Explanation(
        N_(
            "A file is not UTF-8, often because an editor saved it as GBK. Guessing could garble the record."
        ),
        "记事本另存为“ANSI”的 comments/市林业局/01.yaml",
    ),
    Code.SYNTAX: Explanation(
        N_(
            "The YAML cannot be read at this place: a quotation mark or bracket is open, or the "
            "indent is wrong."
        ),
        "at: {section: 第四章/19, page: 38",
    ),
    Code.TAB: Explanation(
        N_("YAML indents with blanks; a tab looks the same and is none."),
        "edits:\n\t- {delete: 、线上购药}",
    ),
    Code.WIDE_COLON: Explanation(
        N_("A Chinese input method typed a full-width colon behind a key, so it is no key."),
        "unit：市医保局",
    ),
    Code.DUPLICATE_KEY: Explanation(
        N_("A key stands twice in one mapping; other programs silently take one of the values."),
        "unit: 市医保局\nunit: 市民政局",
    ),
    Code.YAML_FEATURE: Explanation(
        N_(
            "Aliases, anchors and tags make a value depend on another place, or of another kind. "
            "They are not read."
        ),
        "opinion: *同上",
    ),
    Code.ODD_CHARACTER: Explanation(
        N_(
            "A control character stands in the file, mostly pasted from Word or PDF. It is "
            "invisible or breaks lines."
        ),
        'opinion: "第一句\\u2028第二句"',
    ),
    Code.WRONG_KEY: Explanation(
        N_(
            "A key is not part of the format, mostly a slip of the pen. It would be ignored, and "
            "what it says would be lost."
        ),
        "descision: {status: 采纳}",
    ),
    Code.MISSING_KEY: Explanation(
        N_("Something that every such file needs is missing."),
        "opinion: 建议修改。   # 没有 unit",
    ),
    Code.WRONG_VALUE: Explanation(
        N_("A value does not fit its key, such as a page that is none."),
        "at: {page: 三十八页半}",
    ),
    Code.WRONG_CHOICE: Explanation(
        N_("The value is none of those that are allowed here."),
        "decision: {status: 已采纳}   # 应为 采纳",
    ),
    Code.NO_VERB: Explanation(
        N_("An edit does not say what it does."),
        "edits:\n  - {with: 推广普及医保电子凭证}",
    ),
    Code.EMPTY_VALUE: Explanation(
        N_("A key is there, but nothing stands behind it."),
        "unit: ",
    ),
    Code.WRONG_KIND: Explanation(
        N_("A list stands where a text is expected, or a text where keys are."),
        "edits: 删去“线上购药”",
    ),
    Code.FLOW_STYLE: Explanation(
        N_(
            "A part that should change is written in braces or brackets on one line; its lines "
            "cannot be changed one by one."
        ),
        'body: [{id: "1.1", text: 第一句。}]',
    ),
    Code.MISSING_FILE: Explanation(
        N_("plan.yaml names a draft, or the repository needs a file, that is not there."),
        "drafts:\n  - {name: 送审稿, digest: …}   # 没有 plan/drafts/送审稿.yaml",
    ),
    Code.FOLDED: Explanation(
        N_(
            "A text over several lines in another style than |- gets blanks between the lines, "
            "which Chinese does not have."
        ),
        "text: >\n  第一句。\n  第二句。",
    ),
    Code.NOT_WRITABLE: Explanation(
        N_(
            "What would be written was read back and did not say what was meant, because of an "
            "unusual layout. Nothing was written."
        ),
        "text: '一句话'   # 与注释混排的特殊写法",
    ),
    Code.NO_DRAFT: Explanation(
        N_("There are comments, but no draft was frozen that they could be about."),
        "plancli apply --all   # 还没有 freeze",
    ),
    Code.ENDING: Explanation(
        N_(
            "A file ends in .yml and would not be read by every tool; one ending keeps them all together."
        ),
        "comments/市医保局/01.yml",
    ),
    Code.INTERRUPTED: Explanation(
        N_(
            "A run was interrupted after it had decided what to write, and the file was changed by "
            "hand since. Nothing is overwritten."
        ),
        "断电之后,又手工改了 plan/第四章/19-医疗健康工程.yaml",
    ),
    Code.UNMERGED: Explanation(
        N_(
            "Two branches changed the same lines, and git put both versions into the file with marker lines "
            "round them. Somebody has to say what holds."
        ),
        "<<<<<<< HEAD\n  status: 采纳\n=======\n  status: 不采纳\n>>>>>>> 科室二",
    ),
    Code.NEWER_FORMAT: Explanation(
        N_(
            "plan.yaml says by format: which form the files of the plan have. A later plancli may write "
            "a form that this one would read wrongly, so it reads nothing. Without format: the plan has "
            "the first form."
        ),
        "format: 2",
    ),
    Code.COMMENT_LOST: Explanation(
        N_(
            "A YAML comment stands inside a value that is written anew as a whole. plancli never loses what "
            "somebody noted in a file, and cannot know where it would belong afterwards."
        ),
        "decision:\n  edits:   # 领导已批示\n    - {delete: 、线上购药}",
    ),
}
