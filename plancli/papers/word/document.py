"""Pieces of WordprocessingML, and the document that holds them.

Parts are built as XML text and parsed once: a table of 10,000 rows takes seconds instead of minutes. The
order of elements follows ECMA-376, part 1, 17.3 and 17.4.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.comments import Comments
from docx.document import Document as Word
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from plancli.core.publish.look import LATIN, TYPES
from plancli.core.text.characters import printable
from plancli.papers.word.lines import broken
from plancli.papers.word.styles import (
    MARGIN_MARK,
    MARGIN_REMARK,
    PAGE_NUMBER,
    PLAN_STYLES,
    STAMP,
    TEXT,
    TITLE,
    Style,
    WordStyle,
    borders,
    first_line,
    styles_part,
)

TWIPS = 56.693
"""Twentieths of a point in a millimetre."""


class Own(NamedTuple):
    """What a paragraph has of its own, beyond its style.

    Neighbours with the same number of `box` stand in one box; 0 is none. It stays with the next one where it
    `keeps`. By so many characters as `inset` says it is set in, as an entry of a list is.
    """

    keeps: bool = False
    box: int = 0
    inset: float = 0


PLAIN = Own()


def paragraph(runs: str, style: Style, own: Own = PLAIN, mark: str = "") -> str:
    """Return a paragraph; `mark` are properties of its mark. Elements stand in schema order."""
    named = f'<w:pStyle w:val="{style.id}"/>' if style.id != TEXT.id else ""
    keep = "<w:keepNext/>" * (own.keeps and not style.frame.keep)
    # boxes are told apart by their borders
    border = borders(f"{own.box:06X}") if own.box else ""
    properties = f"{named}{keep}{border}{_inset(style, own.inset)}{mark}"
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>" if properties else f"<w:p>{runs}</w:p>"


def _inset(style: Style, characters: float) -> str:
    """Return by how much all lines of a paragraph are set in; of one in a box the first line alone."""
    if not characters:
        return ""
    indent, size = style.frame.indent, style.font.size
    if style.frame.boxed:
        # a box goes on only where both its sides do
        return f"<w:ind{first_line(indent + characters, size)}/>"
    left = f' w:leftChars="{round(characters * 100)}" w:left="{round(characters * size * 20)}"'
    return f"<w:ind{left}{first_line(indent, size)}/>"


def run(text: str, look: WordStyle | None = None, word: str = "t") -> str:
    """Return words as a run; line breaks and tabs stay, what XML cannot hold is replaced."""
    found: list[str] = []
    for at, line in enumerate(printable(text).split("\n")):
        found.append("<w:br/>" if at else "")
        for number, part in enumerate(line.split("\t")):
            found.append("<w:tab/>" if number else "")
            found.append(
                f'<w:{word} xml:space="preserve">{escape(part)}</w:{word}>' if part else ""
            )
    inside = "".join(found)
    return f"<w:r>{worn(look)}{inside}</w:r>" if inside else ""


def worn(look: WordStyle | None = None) -> str:
    """Return the properties of a run; the hint keeps “” … — as Chinese glyphs."""
    named = f'<w:rStyle w:val="{look.id}"/>' if look else ""
    return f'<w:rPr>{named}<w:rFonts w:hint="eastAsia"/></w:rPr>'


def paragraphs(text: str, style: Style) -> str:
    """Return words as paragraphs, one a line."""
    return "".join(paragraph(run(line), style) for line in text.split("\n"))


def page_number(style: Style = PAGE_NUMBER) -> str:
    """Return a paragraph with the number of the page: — 1 —."""
    steps = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    field = "".join(f"<w:r>{worn()}{step}</w:r>" for step in steps)
    return paragraph(run("— ") + field + run(" —"), style)


class Remark(NamedTuple):
    """A comment in the margin; `date` is UTC, YYYY-MM-DDThh:mm:ssZ, or empty."""

    author: str
    text: str
    date: str = ""


class Page(NamedTuple):
    """A page in millimetres, as printed: width, height, and the margins."""

    width: float = 210
    height: float = 297
    top: float = 37
    bottom: float = 35
    left: float = 28
    right: float = 26

    @property
    def measure(self) -> int:
        """Width of the text in twips."""
        return round((self.width - self.left - self.right) * TWIPS)

    @property
    def length(self) -> float:
        """Height of the text in points."""
        return (self.height - self.top - self.bottom) / 25.4 * 72

    def xml(self, more: str = "", footers: str = "") -> str:
        """Return section properties; `more` goes between margins and grid."""
        width, height, top, bottom, left, right = (round(value * TWIPS) for value in self)
        turned = ' w:orient="landscape"' if width > height else ""
        return (
            f'<w:sectPr {nsdecls("w", "r")}>{footers}<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
            f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="851" '
            f'w:footer="1134" w:gutter="0"/>{more}</w:sectPr>'
        )


PORTRAIT = Page()
LANDSCAPE = Page(297, 210, 28, 26, 25, 25)
LARGE = Page(420, 297, 22, 22, 15, 15)
"""A3, for tables with many columns."""


def title(text: str, page: Page, style: Style = TITLE) -> str:
    """Return a title; when it needs several lines, they end with words and are about equal."""
    return paragraph(run(broken(text, page.measure, style.font.size * 20)), style)


def stamped(text: str) -> list[str]:
    """Return the stamp of a paper that is not for publication, for above all else; without one nothing."""
    if not text:
        return []
    return [paragraph(run(text), STAMP)]


def document(
    name: str,
    body: Iterable[str],
    page: Page,
    footers: Sequence[str],
    more: str = "",
    remarks: Sequence[Remark] = (),
    language: str = "zh",
    stamp: str = "",
    of_plan: bool = False,
) -> Word:
    """Return a document of paragraphs and tables; `footers`: one, or one for odd and one for even pages.

    `name` is the title among its properties, `more` are section properties; the body refers to `remarks` by
    their number, from 0. The `stamp`, which the body has above all else, stands on the other pages, too: each
    may be passed on by itself. One `of_plan` has all styles with which a plan is written.
    """
    word = _blank(name)
    _note(word, remarks)
    section = word.sections[0]
    word.settings.odd_and_even_pages_header_footer = len(footers) > 1
    for footer, content in zip((section.footer, section.even_page_footer), footers, strict=False):
        footer.is_linked_to_previous = False
        _fill(footer._element, [content])
    if stamp:
        _stamp_other_pages(word, footers[0], stamp)
        # ECMA-376, part 1, 17.6.17: behind the numbers of lines, before the grid
        lines, grid, settings = more.partition("<w:docGrid")
        more = f"{lines}<w:titlePg/>{grid}{settings}"
    references = section._sectPr.xpath("./w:headerReference | ./w:footerReference")
    kept = "".join(
        f'<{one.prefix}:{etree.QName(one).localname} w:type="{one.type_.xml_value}" r:id="{one.rId}"/>'
        for one in references
    )
    whole = "".join([*body, page.xml(more, kept)])
    # a tree of its own: to move 10,000 rows into the one of the template takes minutes
    word.part._element = parse_xml(
        f"<w:document {nsdecls('w', 'r')}><w:body>{whole}</w:body></w:document>"
    )
    _give_styles(word, language, [whole, *footers, *stamped(stamp)], bool(remarks), of_plan)
    return word


def _give_styles(
    word: Word, language: str, parts: Iterable[str], remarked: bool, of_plan: bool
) -> None:
    """Give a document the styles that its parts refer to; one `of_plan` has all those of plans."""
    named = [TEXT.id, *(style.id for style in PLAN_STYLES if of_plan)]
    named += [style.id for style in (MARGIN_REMARK, MARGIN_MARK) if remarked]
    for xml in parts:
        named += _NAMED.findall(xml)
    word.part._styles_part._element = parse_xml(styles_part(language, named))
    east = "zh-CN" if language.startswith("zh") else "en-US"
    glyphs = word.settings.element.find(qn("w:themeFontLang"))
    glyphs.set(qn("w:val"), "en-US")
    glyphs.set(qn("w:eastAsia"), east)


def _stamp_other_pages(word: Word, footer: str, stamp: str) -> None:
    """Put the stamp into the margin of all pages but the first, which keeps its footer."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    margins = (
        (section.first_page_header, [paragraph("", STAMP)]),
        (section.first_page_footer, [footer]),
        (section.header, stamped(stamp)),
        (section.even_page_header, stamped(stamp)),
    )
    for margin, content in margins:
        margin.is_linked_to_previous = False
        _fill(margin._element, content)


def _note(word: Word, remarks: Sequence[Remark]) -> None:
    """Put remarks in the margin, each under its own number.

    python-docx looks through all that are there for a free number: each is made in a list of its own.
    """
    if not remarks:
        return  # to ask for the list of a document makes an empty one in it
    listed = word.comments
    one = Comments(OxmlElement("w:comments"), word.part._comments_part)
    for number, remark in enumerate(remarks):
        note = one.add_comment(
            printable(remark.text), printable(remark.author), remark.author[:2]
        )._comment_elm
        note.id = number
        for said in note.findall(qn("w:p")):
            said.style = MARGIN_REMARK.id
        date = note.attrib.pop(qn("w:date"), None)
        if date and remark.date:
            note.set(qn("w:date"), remark.date)
        listed._comments_elm.append(note)


def saved(word: Word) -> bytes:
    """Return the bytes of a document."""
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def attribute(text: str) -> str:
    """Return text as a quoted attribute."""
    return quoteattr(printable(text))


_NAMED = re.compile(r'<w:[pr]Style w:val="(\w+)"')
_NOT_OURS = ("stylesWithEffects", "thumbnail", "numbering", "customXml")
"""Parts of the template that Word would have to repair, or that show another text."""
_LISTED = "".join(
    f'<w:font w:name="{one.name}"><w:altName w:val="{one.others[0]}"/><w:charset w:val="86"/></w:font>'
    for one in TYPES
)
_OWN = {
    "fontTable": f'<w:fonts {nsdecls("w")}><w:font w:name="{LATIN}"/>{_LISTED}</w:fonts>',
    "extended-properties": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>plancli</Application></Properties>"
    ),
}
"""Parts that say something else in the template; 86 are the Chinese fonts (GB 2312)."""


def _blank(title: str) -> Word:
    """Return python-docx's own template without what is not ours."""
    word = Document()
    _make_own(word)
    properties = word.core_properties
    properties.title, properties.author, properties.comments = printable(title)[:255], "plancli", ""
    properties.created = properties.modified = datetime.now(UTC).replace(microsecond=0, tzinfo=None)
    return word


def _make_own(word: Word) -> None:
    for rels in (word.part.rels, word.part.package.rels):
        for name, rel in list(rels.items()):
            kind = rel.reltype.rpartition("/")[2]
            if kind in _NOT_OURS:
                rels.pop(name)
            elif kind in _OWN:
                head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
                rel.target_part._blob = f"{head}{_OWN[kind]}".encode()


def _fill(element: object, parts: Iterable[str]) -> None:
    """Give an element these children and no others."""
    inside = parse_xml(f"<w:body {nsdecls('w', 'r')}>{''.join(parts)}</w:body>")
    for child in list(element):  # type: ignore[call-overload]
        element.remove(child)  # type: ignore[attr-defined]
    element.extend(list(inside))  # type: ignore[attr-defined]
