"""Pieces of WordprocessingML, and the document that holds them.

Parts are built as XML text and parsed once: a table of 10,000 rows takes seconds instead of minutes. The
order of elements follows ECMA-376, part 1, 17.3 and 17.4.
"""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from docx import Document
from docx.comments import Comments
from docx.document import Document as Word
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml import etree

from plancli.core.text.characters import printable
from plancli.core.text.marked import LOOKS, Op
from plancli.papers.word.lines import broken

SONG, FANGSONG, HEI, KAI, TITLE = "宋体", "仿宋", "黑体", "楷体", "方正小标宋简体"
LATIN = "Times New Roman"
TWIPS = 56.693
"""Twentieths of a point in a millimetre."""


class Font(NamedTuple):
    """How words look; `size` in points."""

    family: str = FANGSONG
    size: float = 16
    bold: bool = False
    struck: bool = False
    underlined: bool = False
    colour: str = ""

    @property
    def xml(self) -> str:
        """Run properties in schema order; the hint keeps “” … — as Chinese glyphs."""
        family = f'w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{self.family}" w:hint="eastAsia"'
        marks = "<w:b/>" * self.bold + "<w:strike/>" * self.struck
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        half = round(self.size * 2)
        size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
        line = '<w:u w:val="single"/>' if self.underlined else ""
        return f"<w:rPr><w:rFonts {family}/>{marks}{colour}{size}{line}</w:rPr>"


class Frame(NamedTuple):
    """How a paragraph stands; lengths in points, `indent` (of its first line) and `inset` in characters.

    Without `spacing` it is as high as need be. Neighbours with the same number of `box` stand in one box; 0
    is none.
    """

    align: str = "both"
    indent: float = 0
    spacing: float = 28
    before: float = 0
    after: float = 0
    level: int = 0
    box: int = 0
    keep: bool = False
    unnumbered: bool = False
    inset: float = 0

    def xml(self, mark: str = "") -> str:
        """Return paragraph properties in schema order; `mark` are properties of the paragraph mark."""
        keep = "<w:keepNext/>" * self.keep + "<w:suppressLineNumbers/>" * self.unnumbered
        # a picture makes its line as high as it is
        line = f'w:line="{round(self.spacing * 20)}" w:lineRule="exact"'
        line = line if self.spacing else 'w:line="240" w:lineRule="auto"'
        space = (
            f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" '
            f"{line}/>"
        )
        sides = ' w:left="113" w:right="113"' if self.box else ""
        indent = self.indent
        if self.box:
            indent += self.inset  # a box goes on only where both its sides do
        elif self.inset:
            sides = f' w:leftChars="{round(self.inset * 100)}" w:left="{round(self.inset * 320)}"'
        lengths = f'w:firstLineChars="{round(indent * 100)}" w:firstLine="{round(indent * 320)}"'
        first = f" {lengths}" if indent else ""
        indented = f"<w:ind{sides}{first}/>" if sides or first else ""
        level = f'<w:outlineLvl w:val="{self.level - 1}"/>' if self.level else ""
        stands = f'{indented}<w:jc w:val="{self.align}"/>{level}'
        return f"<w:pPr>{keep}{self._border}{space}{stands}{mark}</w:pPr>"

    @property
    def _border(self) -> str:
        """Borders by which boxes can be told apart: alike ones of neighbours are drawn as one box."""
        side = '<w:{0} w:val="single" w:sz="6" w:space="4" w:color="{1:06X}"/>'
        sides = "".join(side.format(name, self.box) for name in ("top", "left", "bottom", "right"))
        return f"<w:pBdr>{sides}</w:pBdr>" if self.box else ""


def marked_fonts(font: Font) -> Mapping[Op, Font]:
    """Return the fonts of marked words in a text; what is strong is set in another type, too."""
    return {
        op: font._replace(
            family=HEI if look.strong else font.family,
            bold=look.strong or font.bold,
            struck=look.struck,
            underlined=look.underlined,
            colour=look.colour,
        )
        for op, look in LOOKS.items()
    }


def run(text: str, font: Font, word: str = "t") -> str:
    """Return words as runs; line breaks and tabs stay, what XML cannot hold is replaced."""
    found: list[str] = []
    for at, line in enumerate(printable(text).split("\n")):
        found.append("<w:br/>" if at else "")
        for number, part in enumerate(line.split("\t")):
            found.append("<w:tab/>" if number else "")
            found.append(
                f'<w:{word} xml:space="preserve">{escape(part)}</w:{word}>' if part else ""
            )
    inside = "".join(found)
    return f"<w:r>{font.xml}{inside}</w:r>" if inside else ""


def paragraph(runs: str, frame: Frame, mark: str = "") -> str:
    return f"<w:p>{frame.xml(mark)}{runs}</w:p>"


def paragraphs(text: str, font: Font, frame: Frame) -> str:
    """Return words as paragraphs, one a line."""
    return "".join(paragraph(run(line, font), frame) for line in text.split("\n"))


def page_number(font: Font, align: str = "center") -> str:
    """Return a paragraph with the number of the page: — 1 —."""
    steps = (
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    field = "".join(f"<w:r>{font.xml}{step}</w:r>" for step in steps)
    return paragraph(
        run("— ", font) + field + run(" —", font), Frame(align, spacing=18, unnumbered=True)
    )


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


def title(text: str, page: Page, spacing: float = 36, after: float = 24, level: int = 0) -> str:
    """Return a title; when it needs several lines, they end with words and are about equal."""
    frame = TITLE_FRAME._replace(spacing=spacing, after=after, level=level)
    return paragraph(run(broken(text, page.measure, TITLE_FONT.size * 20), TITLE_FONT), frame)


TITLE_FRAME = Frame("center", 0, spacing=36, after=24)
TITLE_FONT = Font(TITLE, 22)
_STAMP = Font(HEI, 14, colour="AA1111")


def stamped(text: str) -> list[str]:
    """Return the stamp of a paper that is not for publication, for above all else; without one nothing."""
    if not text:
        return []
    return [paragraph(run(text, _STAMP), Frame("left", spacing=24, after=8))]


def document(
    name: str,
    body: Iterable[str],
    page: Page,
    footers: Sequence[str],
    more: str = "",
    remarks: Sequence[Remark] = (),
    language: str = "zh",
    stamp: str = "",
) -> Word:
    """Return a document of paragraphs and tables; `footers`: one, or one for odd and one for even pages.

    `name` is the title among its properties, `more` are section properties; the body refers to `remarks` by
    their number, from 0. The `stamp`, which the body has above all else, stands on the other pages, too: each
    may be passed on by itself.
    """
    word = _blank(name, language)
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
    return word


def _stamp_other_pages(word: Word, footer: str, stamp: str) -> None:
    """Put the stamp into the margin of all pages but the first, which keeps its footer."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    margins = (
        (section.first_page_header, [paragraph("", Frame())]),
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


_NOT_OURS = ("stylesWithEffects", "thumbnail")
"""Parts of the template that Word would have to repair, or that show another text."""
_LISTED = "".join(
    f'<w:font w:name="{name}"><w:charset w:val="86"/></w:font>'
    for name in (SONG, FANGSONG, HEI, KAI, TITLE)
)
_OWN = {
    "fontTable": f'<w:fonts {nsdecls("w")}><w:font w:name="{LATIN}"/>{_LISTED}</w:fonts>',
    "extended-properties": (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>plancli</Application></Properties>"
    ),
}
"""Parts that say something else in the template; 86 are the Chinese fonts (GB 2312)."""


def _blank(title: str, language: str) -> Word:
    """Return python-docx's own template without what is not ours."""
    word = Document()
    _make_own(word)
    _set_language(word, language)
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


def _set_language(word: Word, language: str) -> None:
    """Say which language the glyphs are in: it decides where Chinese punctuation stands in its square."""
    east = "zh-CN" if language.startswith("zh") else "en-US"
    (default,) = word.styles.element.xpath("./w:docDefaults//w:lang")
    for element in (default, word.settings.element.find(qn("w:themeFontLang"))):
        element.set(qn("w:val"), "en-US")
        element.set(qn("w:eastAsia"), east)


def _fill(element: object, parts: Iterable[str]) -> None:
    """Give an element these children and no others."""
    inside = parse_xml(f"<w:body {nsdecls('w', 'r')}>{''.join(parts)}</w:body>")
    for child in list(element):  # type: ignore[call-overload]
        element.remove(child)  # type: ignore[attr-defined]
    element.extend(list(inside))  # type: ignore[attr-defined]
