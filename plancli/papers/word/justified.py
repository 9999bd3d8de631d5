"""Justified paragraphs of a form: a line in them that ends in a soft break is stretched over the measure."""

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.styles.style import ParagraphStyle
from lxml.etree import _Element as Element

_JUSTIFIED = (WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.DISTRIBUTE)


def justifying(word: Word) -> frozenset[str]:
    """Return the styles whose paragraphs are justified; "" if those without a style are."""
    styles = [style for style in word.styles if isinstance(style, ParagraphStyle)]
    found = {style.style_id for style in styles if _justifies(style)}
    usual = word.styles.default(WD_STYLE_TYPE.PARAGRAPH)
    return frozenset(found | {""} if usual is not None and usual.style_id in found else found)


def _justifies(style: object) -> bool:
    while isinstance(style, ParagraphStyle):
        if style.paragraph_format.alignment is not None:
            return style.paragraph_format.alignment in _JUSTIFIED
        style = style.base_style
    return False


def stretches(paragraph: Element, styles: frozenset[str]) -> bool:
    """Whether a paragraph is justified, by itself or by its style."""
    own, style = (paragraph.xpath(f"string(./w:pPr/w:{name}/@w:val)") for name in ("jc", "pStyle"))
    return own in ("both", "distribute") or (not own and style in styles)


def divided(paragraph: Element, last: Element, more: Sequence[Sequence[Element]]) -> None:
    """Put lines into paragraphs of their own behind the one in which the first stands, with its look.

    What stands behind `last` comes at their end, and so does the end of a section; a number stays with the
    first.
    """
    behind, whole = list(last.itersiblings()) if more else [], [paragraph]
    for runs in more:
        following = OxmlElement("w:p")
        following.extend(map(deepcopy, paragraph.findall(qn("w:pPr"))))
        _drop(following, "numPr")
        following.extend(runs)
        whole[-1].addnext(following)
        whole.append(following)
    whole[-1].extend(behind)
    for one in whole[:-1]:
        _drop(one, "sectPr")


def _drop(paragraph: Element, name: str) -> None:
    """Remove a property of a paragraph."""
    for found in paragraph.xpath(f"./w:pPr/w:{name}"):
        found.getparent().remove(found)
