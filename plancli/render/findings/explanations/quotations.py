"""Codes about what comments quote and cite."""

from plancli.core.finding import Code
from plancli.messages import N_
from plancli.render.findings.explanations.entry import Explanation

QUOTATIONS: dict[Code, Explanation] = {
    Code.NOT_FOUND: Explanation(
        N_(
            "A comment quotes words that the draft does not have, even when width, quotation marks, "
            "blanks and ellipses are forgiven. Nothing is applied to a guess; the nearest passages "
            "are named."
        ),
        "edits:\n  - {replace: 推广普及医保电子凭征, with: 推广普及医保电子凭证}",
    ),
    Code.AMBIGUOUS: Explanation(
        N_(
            "The quoted words stand in several places, and neither section, page nor line chooses "
            "between them."
        ),
        "edits:\n  - {delete: 等}",
    ),
    Code.MISCITED: Explanation(
        N_(
            "The words are found, but not on the page or line, or in the section, that the comment "
            "cites. They are merged all the same; the citation is to be mended, or the pages of the "
            "draft."
        ),
        "at: {page: 35}   # 所引文字在第38页",
    ),
    Code.ACROSS_FIELDS: Explanation(
        N_(
            "The quotation runs over the end of a paragraph, or from heading to text, and the "
            "change touches what stands between."
        ),
        "- {replace: 第一段末句。第二段首句, with: 合成一句}",
    ),
    Code.NEGATED: Explanation(
        N_(
            "What an ellipsis leaves out holds a negation, so that the quotation may mean the "
            "opposite of the draft."
        ),
        "original: 加快……推进   # 省略的是“加快审批,不得违规”",
    ),
    Code.UNREAD_CITATION: Explanation(
        N_("A part of the citation is not understood, so it does not choose between places."),
        "at: {cites: 第38页倒数第二个逗号后}",
    ),
    Code.TORN: Explanation(
        N_(
            "The quoted words begin or end inside a longer number or word: 12个 stands only in 112个. "
            "Changing them would make a number that nobody wrote."
        ),
        "- {replace: 12个, with: 15个}   # 原文是112个",
    ),
}
