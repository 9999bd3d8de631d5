"""The look of words and paragraphs in a Word document, of their own or by their styles, as Word finds it."""

from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def struck(run: Run) -> bool:
    return bool(run.font.strike or run.style.font.strike)


def strong(run: Run) -> bool:
    return bool(run.font.bold or run.style.font.bold)


def underlined(run: Run) -> bool:
    return bool(run.font.underline or run.style.font.underline)


def said(paragraph: Paragraph, path: str) -> str:
    """Return what a paragraph, or else its style, says: `w:jc/@w:val` below its properties."""
    own = str(paragraph._p.xpath(f"string(w:pPr/{path})"))
    assert paragraph.style is not None
    return own or str(paragraph.style.element.xpath(f"string(w:pPr/{path})"))


def type_of(run: Run, paragraph: Paragraph) -> tuple[str, float]:
    """Return the Chinese family and the points of a run: its own, those of its style, of its paragraph."""
    family, size = "", 0.0
    holders: list[Any] = [run._r, run.style.element]
    assert paragraph.style is not None
    holders.append(paragraph.style.element)
    for holder in holders:
        family = family or str(holder.xpath("string(w:rPr/w:rFonts/@w:eastAsia)"))
        half = str(holder.xpath("string(w:rPr/w:sz/@w:val)"))
        size = size or float(half or 0) / 2
    return family, size


def formatted_directly(word: Word) -> list[str]:
    """Return what paragraphs and runs say by themselves beside what no style can: elements by their names."""
    found: set[str] = set()
    for holder, allowed in (("pPr", _OF_PARAGRAPHS), ("rPr", _OF_RUNS)):
        for properties in word.element.body.iter(qn(f"w:{holder}")):
            if properties.getparent().tag != qn("w:sdtPr"):
                found.update(one.tag.rpartition("}")[2] for one in properties)
        found -= set(allowed)
    return sorted(found)


_OF_PARAGRAPHS = ("pStyle", "keepNext", "pBdr", "ind", "rPr", "sectPr")
"""Boxes are told apart, entries of lists set in level by level, letters kept on one page."""
_OF_RUNS = ("rStyle", "rFonts", "ins", "del", "moveFrom", "moveTo", "vanish")
"""`rFonts` has only the hint which glyphs stand for “”."""
