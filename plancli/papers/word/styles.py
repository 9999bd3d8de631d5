"""The styles of Word documents: each look has a name, by which an office changes it everywhere at once.

Names are those that Chinese offices use. Titles have outline levels, so that Word shows the tree of a plan
beside its text and can make a table of contents of it. Elements stand as ECMA-376, part 1, 17.3 and 17.7 has
them.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from docx.oxml.ns import nsdecls

from plancli.core.publish.look import (
    FANGSONG,
    HEI,
    HINT_COLOUR,
    KAI,
    LATIN,
    SONG,
    STAMP_COLOUR,
    XIAOBIAOSONG,
    Family,
)
from plancli.core.text.marked import LOOKS, Op
from plancli.papers.long_rows import GOES_ON


class Font(NamedTuple):
    """How words look; `size` in points. Of a style of words, what is not said is that of their paragraph."""

    family: Family | None = None
    size: float = 0
    bold: bool = False
    struck: bool = False
    underlined: bool = False
    colour: str = ""
    raised: bool = False

    @property
    def xml(self) -> str:
        """Run properties in schema order."""
        family = ""
        if self.family:
            names = f'w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{self.family.name}"'
            family = f"<w:rFonts {names}/>"
        marks = "<w:b/>" * self.bold + "<w:strike/>" * self.struck
        colour = f'<w:color w:val="{self.colour}"/>' if self.colour else ""
        half = round(self.size * 2)
        size = f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>' if half else ""
        line = '<w:u w:val="single"/>' if self.underlined else ""
        above = '<w:vertAlign w:val="superscript"/>' if self.raised else ""
        return f"<w:rPr>{family}{marks}{colour}{size}{line}{above}</w:rPr>"


class Frame(NamedTuple):
    """How a paragraph stands; lengths in points, `indent`, of its first line, in characters.

    Without `spacing` it is as high as need be. `level` is that of a title, from 1; `boxed` are its sides.
    Behind a tabulator words go on at `tab`, in twips.
    """

    align: str = "both"
    indent: float = 0
    spacing: float = 28
    before: float = 0
    after: float = 0
    level: int = 0
    boxed: bool = False
    keep: bool = False
    unnumbered: bool = False
    tab: int = 0

    def xml(self, size: float) -> str:
        """Return paragraph properties in schema order; `size` is that of a character."""
        keep = "<w:keepNext/>" * self.keep + "<w:suppressLineNumbers/>" * self.unnumbered
        # a picture makes its line as high as it is
        line = f'w:line="{round(self.spacing * 20)}" w:lineRule="exact"'
        line = line if self.spacing else 'w:line="240" w:lineRule="auto"'
        space = (
            f'<w:spacing w:before="{round(self.before * 20)}" w:after="{round(self.after * 20)}" '
            f"{line}/>"
        )
        sides = f' w:left="{BOX_INSET}" w:right="{BOX_INSET}"' if self.boxed else ""
        indented = f"<w:ind{sides}{first_line(self.indent, size)}/>"
        level = f'<w:outlineLvl w:val="{self.level - 1}"/>' if self.level else ""
        border = borders("auto") if self.boxed else ""
        tab = f'<w:tab w:val="left" w:pos="{self.tab}"/>' if self.tab else ""
        border += f"<w:tabs>{tab}</w:tabs>" if tab else ""
        return f'<w:pPr>{keep}{border}{space}{indented}<w:jc w:val="{self.align}"/>{level}</w:pPr>'


BOX_INSET = 113
"""Twips between the text in a box and the margin."""


def first_line(characters: float, size: float) -> str:
    """Return by how much the first line of a paragraph is set in, as attributes."""
    chars, twips = round(characters * 100), round(characters * size * 20)
    return f' w:firstLineChars="{chars}" w:firstLine="{twips}"'


def borders(colour: str) -> str:
    """Return the four sides of a box; neighbours with the same ones stand in one box."""
    side = '<w:{} w:val="single" w:sz="6" w:space="4" w:color="{}"/>'
    sides = "".join(side.format(name, colour) for name in ("top", "left", "bottom", "right"))
    return f"<w:pBdr>{sides}</w:pBdr>"


class Style(NamedTuple):
    """A style of paragraphs: its id, the name that people see, and its look.

    One that Word has by itself, under whatever name it shows it, is `built_in`. What is `offered` stands in
    Word's list of quick styles. Behind it comes a paragraph of the style `then`.
    """

    id: str
    name: str
    font: Font
    frame: Frame
    built_in: bool = False
    offered: bool = False
    then: str = ""

    @property
    def xml(self) -> str:
        """Return the style as an element."""
        is_default = ' w:default="1"' if self.id == TEXT_ID else ""
        custom = "" if self.built_in else ' w:customStyle="1"'
        then = f'<w:next w:val="{self.then}"/>' if self.then else ""
        listed = "<w:qFormat/>" if self.offered else ""
        return (
            f'<w:style w:type="paragraph"{is_default}{custom} w:styleId="{self.id}">'
            f"<w:name w:val={quoteattr(self.name)}/>{then}{listed}"
            f"{self.frame.xml(self.font.size)}{self.font.xml}</w:style>"
        )


class WordStyle(NamedTuple):
    """A style of words in a paragraph."""

    id: str
    name: str
    font: Font
    built_in: bool = False

    @property
    def xml(self) -> str:
        """Return the style as an element."""
        custom = "" if self.built_in else ' w:customStyle="1"'
        return (
            f'<w:style w:type="character"{custom} w:styleId="{self.id}">'
            f"<w:name w:val={quoteattr(self.name)}/>{self.font.xml}</w:style>"
        )


# --- the plan -----------------------------------------------------------------------------------------------

TEXT_ID = "Normal"
TEXT = Style(TEXT_ID, "Normal", Font(FANGSONG, 16), Frame("both", 2, 29), True, True)
"""Chinese Word calls it 正文."""
TITLE = Style(
    "PlanTitle",
    "公文标题",
    Font(XIAOBIAOSONG, 22),
    Frame("center", spacing=36, after=24),
    offered=True,
    then=TEXT_ID,
)


def _title(level: int, name: str, font: Font, frame: Frame) -> Style:
    at = frame._replace(level=level, keep=True)
    return Style(f"Title{level}", name, font, at, offered=True, then=TEXT_ID)


_INDENTED = Frame("both", 2, 29)
TITLES = (
    _title(1, "一级标题", Font(HEI, 16), Frame("center", spacing=29, before=14, after=14)),
    _title(2, "二级标题", Font(HEI, 16), _INDENTED),
    _title(3, "三级标题", Font(KAI, 16, bold=True), _INDENTED),
    _title(4, "四级标题", Font(FANGSONG, 16, bold=True), _INDENTED),
)
"""Chapters, tasks and projects; what stands deeper looks like the last."""
FORMULA = Style("Formula", "公式", Font(FANGSONG, 16), Frame("center", spacing=29))
COLUMN_TITLE = Style(
    "ColumnTitle",
    "专栏标题",
    Font(HEI, 14),
    Frame("center", spacing=24, before=8, keep=True, boxed=True),
    offered=True,
    then="Column",
)
COLUMN = Style("Column", "专栏", Font(FANGSONG, 14), Frame("both", 2, 24, boxed=True), offered=True)
TABLE_TITLE = Style(
    "TableTitle", "表题", Font(HEI, 12), Frame("center", spacing=24, before=8, keep=True)
)
MEASURE = Style("TableMeasure", "表单位", Font(FANGSONG, 12), Frame("right", spacing=20, keep=True))
TABLE_NOTE = Style("TableNote", "表注", Font(FANGSONG, 12), Frame("both", 2, 20))
BEHIND_TABLE = Style("BehindTable", "表后", Font(FANGSONG, 12), Frame("both", spacing=10))
PICTURE = Style(
    "Picture", "图", Font(FANGSONG, 16), Frame("center", spacing=0, before=8, keep=True)
)
PICTURE_TITLE = Style("PictureTitle", "图题", Font(HEI, 12), Frame("center", spacing=24, after=8))
NOTE = Style("FootnoteText", "footnote text", Font(SONG, 9), Frame("both", spacing=14), True)
"""小五, as papers set notes."""
RUN_IN = WordStyle("RunIn", "段首标题", Font(KAI, bold=True))
"""The heading with which a paragraph begins."""
NOTE_MARK = WordStyle("FootnoteReference", "footnote reference", Font(raised=True), True)

# --- letters and tables that are published ------------------------------------------------------------------

HEADING = Style(
    "Heading", "小标题", Font(HEI, 16), Frame("both", 2, 29, keep=True, level=1), then=TEXT_ID
)
QUOTED = Style("Quoted", "引文", Font(KAI, 16), Frame("both", 2, 29))
SIGNATURE = Style("Signed", "落款", Font(FANGSONG, 16), Frame("right", spacing=29))
SHEET_TITLE = Style(
    "SheetTitle", "表格标题", Font(XIAOBIAOSONG, 22), Frame("center", spacing=34, after=12, level=1)
)
SHEET_LEAD = Style("SheetLead", "表前说明", Font(FANGSONG, 14), Frame("both", 2, 26))
SHEET_FOOT = Style("SheetFoot", "表后说明", Font(FANGSONG, 12), Frame("left", spacing=22))
STAMP = Style(
    "Stamp", "内部标识", Font(HEI, 14, colour=STAMP_COLOUR), Frame("left", spacing=24, after=8)
)
_PAGE_NUMBER = Font(SONG, 14)
PAGE_NUMBER, PAGE_NUMBER_ODD, PAGE_NUMBER_EVEN = (
    Style(id_, name, _PAGE_NUMBER, Frame(align, spacing=18, unnumbered=True))
    for id_, name, align in (
        ("PageNumber", "页码", "center"),
        ("PageNumberOdd", "单页码", "right"),
        ("PageNumberEven", "双页码", "left"),
    )
)
MARGIN_REMARK = Style(
    "CommentText", "annotation text", Font(FANGSONG, 10.5), Frame("left", spacing=0), True
)
MARGIN_MARK = WordStyle("CommentReference", "annotation reference", Font(size=8), True)


class TableLook(NamedTuple):
    """How a published table is set: its words at the left or in the middle, its heads, and its banners."""

    body: Style
    centred: Style
    head: Style
    banner: Style

    @property
    def size(self) -> float:
        """Points of its type."""
        return self.body.font.size

    @property
    def spacing(self) -> float:
        """Points from line to line."""
        return self.body.frame.spacing

    def room(self, width: int) -> int:
        """Return how many characters stand in a line of a cell of so many twips."""
        return max((width - 2 * CELL_MARGIN) // round(self.size * 20), 1)


def _table(
    id_: str, name: str, size: float, spacing: float, head: str, offered: bool = False
) -> TableLook:
    words, heads = Font(FANGSONG, size), Font(HEI, size)
    left, middle = Frame("left", spacing=spacing), Frame("center", spacing=spacing)
    return TableLook(
        Style(id_, name, words, left, offered=offered),
        Style(f"{id_}Centred", f"{name}居中", words, middle, offered=offered),
        Style(f"{id_}Head", head, heads, middle, offered=offered),
        Style(f"{id_}Banner", f"{name}分组", heads, left._replace(keep=True)),
    )


_SAID_AGAIN = "重复"


def going_on(style: Style) -> Style:
    """Return the style of words that go on from the row above."""
    return style._replace(id=f"{style.id}GoesOn", name=style.name + GOES_ON, offered=False)


def said_again(style: Style) -> Style:
    """Return the style of a name that is said again beside words that go on."""
    return style._replace(id=f"{style.id}Again", name=style.name + _SAID_AGAIN, offered=False)


USUAL = _table("TableText", "表格文字", 12, 18, "表头", offered=True)
"""小四: a table is set smaller than the text."""
SMALL = _table("TableSmall", "表格小字", 9, 14, "表头小字")
"""小五, for tables with many columns."""
TINY = _table("TableTiny", "表格最小字", 8.5, 11, "表头最小字")
NESTED = _table("TableNested", "表中表", 7.5, 11, "表中表表头")
NESTED_MEASURE = Style(
    "TableNestedMeasure", "表中表单位", Font(FANGSONG, 7.5), Frame("right", spacing=11, keep=True)
)
CELL_MARGIN = 85
"""Twips at either side of the words of a cell."""

# --- the cover sheet, and the form on which units answer ----------------------------------------------------

COVER_TITLE = Style(
    "CoverTitle", "封页标题", Font(XIAOBIAOSONG, 22), Frame("center", spacing=28, after=6, level=1)
)
COVER_HEADING = Style(
    "CoverHeading",
    "封页小标题",
    Font(HEI, 11),
    Frame("left", spacing=16, before=6, after=2, keep=True),
)
COVER_TEXT = Style("CoverText", "封页文字", Font(FANGSONG, 10.5), Frame("both", spacing=15))
COVER_BAR = Style(
    "CoverBar", "封页图示", Font(FANGSONG, 10.5), Frame("left", spacing=12.5, tab=2000)
)
FORM_TITLE = Style(
    "FormTitle", "意见表标题", Font(XIAOBIAOSONG, 22), Frame("center", spacing=30, after=8, level=1)
)
FORM_UNIT = Style("FormUnit", "填报单位", Font(FANGSONG, 12), Frame("left", spacing=24, after=4))
FORM_HOW = Style("FormHow", "填写说明", Font(FANGSONG, 12), Frame("both", spacing=18))
FORM_CELL, FORM_NUMBER = (
    Style(id_, name, Font(FANGSONG, 10.5), Frame(align, spacing=15))
    for id_, name, align in (
        ("FormCell", "意见表文字", "left"),
        ("FormNumber", "意见表序号", "center"),
    )
)
FORM_HEAD = Style("FormHead", "意见表表头", Font(HEI, 10.5), Frame("center", spacing=15))
LABEL = WordStyle("Label", "栏目名", Font(HEI))
HINT = WordStyle("Hint", "填写提示", Font(colour=HINT_COLOUR))
SPACER = Style("Spacer", "间隔", Font(FANGSONG, 1), Frame("left", spacing=1))
"""Behind a table a paragraph must stand: it takes no room."""

# --- what goes and comes ------------------------------------------------------------------------------------


def _marked(id_: str, name: str, op: Op) -> WordStyle:
    """Return the style of marked words; what is strong is set in another type, too."""
    look = LOOKS[op]
    family = HEI if look.strong else None
    return WordStyle(
        id_,
        name,
        Font(
            family,
            bold=look.strong,
            struck=look.struck,
            underlined=look.underlined,
            colour=look.colour,
        ),
    )


GONE, COME = _marked("Gone", "删除文字", "-"), _marked("Come", "新增文字", "+")
MARKED: Mapping[Op, WordStyle | None] = {"=": None, "-": GONE, "+": COME, "±": GONE}


# --- the part that says it all ------------------------------------------------------------------------------

PLAN_STYLES: tuple[Style | WordStyle, ...] = (
    *(TEXT, TITLE, *TITLES, RUN_IN, FORMULA),
    *(COLUMN_TITLE, COLUMN, TABLE_TITLE, MEASURE, *USUAL[:3], TABLE_NOTE, BEHIND_TABLE),
    *(PICTURE, PICTURE_TITLE, NOTE, NOTE_MARK, SPACER),
)
"""With what plans are written: each has all of them, whether it needs them already or not."""
_ALL: tuple[Style | WordStyle, ...] = (
    *PLAN_STYLES,
    USUAL.banner,
    *(style for look in (SMALL, TINY, NESTED) for style in look),
    *(
        again(style)
        for look in (USUAL, SMALL, TINY)
        for style in look[:2]
        for again in (going_on, said_again)
    ),
    *(HEADING, QUOTED, SIGNATURE, SHEET_TITLE, SHEET_LEAD, SHEET_FOOT, STAMP),
    *(PAGE_NUMBER, PAGE_NUMBER_ODD, PAGE_NUMBER_EVEN, MARGIN_REMARK, MARGIN_MARK),
    *(
        COVER_TITLE,
        COVER_HEADING,
        COVER_TEXT,
        COVER_BAR,
        FORM_TITLE,
        FORM_UNIT,
        FORM_HOW,
        FORM_CELL,
    ),
    *(FORM_NUMBER, FORM_HEAD, NESTED_MEASURE, LABEL, HINT, GONE, COME),
)
GRID = "PlanTable"
"""The id of the style of tables."""


def styles_part(language: str, names: Iterable[str]) -> str:
    """Return the part with the styles of these ids.

    It says in which language the glyphs are, too: so punctuation stands where it should in its square.
    """
    wanted = set(names)
    listed = "".join(style.xml for style in _ALL if style.id in wanted)
    east = "zh-CN" if language.startswith("zh") else "en-US"
    usual = TEXT.font.xml.removesuffix("</w:rPr>")
    return (
        f"<w:styles {nsdecls('w')}><w:docDefaults><w:rPrDefault>"
        f'{usual}<w:lang w:val="en-US" w:eastAsia="{east}"/></w:rPr>'
        f"</w:rPrDefault><w:pPrDefault/></w:docDefaults>{_LATENT}{listed}{_DEFAULTS}{_GRID}</w:styles>"
    )


_LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" '
    'w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)
"""Of Word's own styles only those are shown that somebody uses."""
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_DEFAULTS = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>'
)
"""What Word has in each document."""
_GRID = (
    f'<w:style w:type="table" w:customStyle="1" w:styleId="{GRID}"><w:name w:val="规划表格"/><w:tblPr>'
    f"<w:tblBorders>{_SIDES}</w:tblBorders><w:tblCellMar>"
    f'<w:left w:w="{CELL_MARGIN}" w:type="dxa"/><w:right w:w="{CELL_MARGIN}" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr></w:style>"
)
