"""Codes about the text as it is read."""

from plancli.core.finding import Code
from plancli.messages import N_
from plancli.render.findings.explanations.entry import Explanation

TEXT: dict[Code, Explanation] = {
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
            "table's opinion or reply. Personal data must not be published. A number with a measure "
            "behind it is none; 7 or 8 digits are a telephone number only behind a word such as 电话."
        ),
        "opinion: |-\n  建议增加站点,联系人王某,电话1380000××××。",
    ),
    Code.SECRET: Explanation(
        N_(
            "What would be published bears a mark such as 秘密★ or 内部资料. It has to be cleared first. "
            "商业秘密 in a sentence is no such mark, nor is 密级:公开."
        ),
        "opinion: |-\n  秘密★1年 关于……的意见",
    ),
    Code.NUMBER_GAP: Explanation(
        N_(
            "The numbers of chapters, tasks, projects or columns leave some out. A part may have "
            "been lost, or the numbers were not brought up to date after one was removed. Below each "
            "chapter they begin at 1 or go on from the chapter before. One finding for each series."
        ),
        "专栏1、专栏2、专栏4   # 没有专栏3",
    ),
    Code.DANGLING: Explanation(
        N_(
            "The text refers to a column, chapter or project by a number that the plan does not "
            "have, often after renumbering. Every number of a list is looked up, and both ends of a "
            "range. References to other documents are not judged."
        ),
        "text: |-\n  具体见专栏16。   # 规划只有专栏15",
    ),
    Code.NUMBER_TWICE: Explanation(
        N_(
            "A number of a series comes twice, or behind a higher one, so that references to it are "
            "ambiguous."
        ),
        "专栏3、专栏3   # 两个专栏3",
    ),
}
