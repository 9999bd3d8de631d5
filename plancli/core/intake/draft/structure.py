"""The body of a draft becomes a plan: sections with their paragraphs and columns.

What is told by a pattern alone, or not at all, is said with its place. No word of the body is lost but for
the cover, the contents and what its reader left out.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from plancli.core.intake.body import BlockKind, Body, BodyBlock, LeftOut
from plancli.core.intake.draft.captions import Framed, framed, part_of
from plancli.core.intake.draft.contents import without_contents
from plancli.core.intake.draft.cover import Ahead, ahead_of, says_issue
from plancli.core.intake.draft.drafted import Drafted, NotClear, Unclear, not_clear, without_picture
from plancli.core.intake.draft.figures import (
    CaptionedPicture,
    DraftedFigures,
    captioned_pictures,
    numbered_lines,
)
from plancli.core.intake.draft.headings import Heading, headings_in, is_title
from plancli.core.intake.draft.keys import Keyed, keyed, number_beside
from plancli.core.intake.draft.lists import too_deep, with_lists
from plancli.core.intake.draft.noting import ReadParagraph
from plancli.core.intake.draft.numbers import Begins, HeadNumber, head_number
from plancli.core.intake.draft.paragraphs import first_sentences_head, separator_of, shaped
from plancli.core.plan.joints import Joints, joints_of
from plancli.core.plan.model import Column, Paragraph, Part, Section
from plancli.core.text.language import language_of

PREFACE = "前言"
"""The section of running text ahead of the first heading."""
BETWEEN_CELLS = " | "
"""What stands between the cells of a row that is kept as text."""


class NoHeadingsError(ValueError):
    """A text in which nothing is known for a heading."""


def drafted(body: Body) -> Drafted:
    """Return the plan that a body is; raises NoHeadingsError where nothing in it is a heading."""
    blocks, contents = without_contents(whole_heads(body.blocks))
    headings = headings_in(blocks)
    headings = [heading for heading in headings if not _is_of_cover(blocks, headings, heading)]
    if not headings:
        raise NoHeadingsError
    before = blocks[: headings[0].at]
    ahead = ahead_of([block for block in before if block.kind is not BlockKind.PICTURE])
    language = language_of("".join(block.words for block in blocks))
    separator = separator_of((block for block in blocks if not block.cells), joints_of(language))
    builder = _Builder(joints_of(language, separator), first_sentences_head(blocks))
    builder.table_names = free_names(blocks, language)
    builder.figures = DraftedFigures(
        free_names(numbered_lines(blocks), language, "图{}", "Figure {}")
    )
    builder.preface(ahead)
    for heading, end in zip(keyed(headings), _ends(headings, len(blocks)), strict=True):
        builder.section(heading, blocks[heading.heading.at], blocks[heading.heading.at + 1 : end])
    left_out = dict(body.left_out)
    if contents:
        left_out[LeftOut.CONTENTS] = left_out.get(LeftOut.CONTENTS, 0) + contents
    on_cover = sum(block.kind is BlockKind.PICTURE for block in blocks[: headings[0].at])
    if on_cover:
        left_out[LeftOut.PICTURE] = left_out.get(LeftOut.PICTURE, 0) + on_cover
    sections = tuple(builder.sections)
    unread = [not_clear(Unclear.EQUATION, block) for block in blocks if block.unread]
    unclear = tuple(sorted([*builder.not_clear, *unread], key=lambda one: one.place))
    return Drafted(
        ahead.cover, language, separator, sections, unclear, left_out, builder.figures.files
    )


def _ends(headings: Sequence[Heading], end: int) -> list[int]:
    return [*(heading.at for heading in headings[1:]), end]


def whole_heads(blocks: Sequence[BodyBlock]) -> list[BodyBlock]:
    """Return blocks in which a number that stands alone, 附件1 or 第一章, is joined with its title."""
    found: list[BodyBlock] = []
    for block in blocks:
        before = found[-1] if found else None
        if before is not None and _waits_for_title(before) and _can_be_its_title(before, block):
            level = before.level if before.level is not None else block.level
            words = f"{before.words} {block.words}"
            found[-1] = before._replace(words=words, level=level, run_in=0)
        else:
            found.append(block)
    return found


def _waits_for_title(block: BodyBlock) -> bool:
    number = head_number(block)
    named = number.begins in (Begins.ANNEX, Begins.COLUMN) or number.number[:1] == "第"
    return block.kind is BlockKind.TEXT and named and not number.words and not block.number


def _can_be_its_title(before: BodyBlock, block: BodyBlock) -> bool:
    is_text = block.kind is BlockKind.TEXT and is_title(block.words)
    return is_text and before.box == block.box and not head_number(block).number


def _is_of_cover(
    blocks: Sequence[BodyBlock], headings: Sequence[Heading], heading: Heading
) -> bool:
    """Whether a line that only looks like a heading stands ahead of the first one that surely is one."""
    sure = next((other.at for other in headings if not other.by_look), None)
    if sure is None or heading.at >= sure:
        return False
    # what ends a cover has text behind it, too, where no page is turned in between
    if says_issue(blocks[heading.at].words):
        return True
    # a preface has its text right behind its title; the lines of a cover stand among each other
    return all(is_title(block.words) for block in blocks[heading.at : heading.at + 2])


def free_names(
    blocks: Sequence[BodyBlock], language: str, chinese: str = "表{}", english: str = "Table {}"
) -> Iterator[str]:
    """Yield numbers of tables, or of what else is numbered so, that none of a draft has."""
    taken = {head_number(block).bare for block in blocks}
    pattern = chinese if language == "zh" else english
    return (name for name in map(pattern.format, count(1)) if name not in taken)


class _OpenColumn(NamedTuple):
    """A column whose items are being read: the block of its title, its number; its box, 0 for none."""

    block: BodyBlock
    number: HeadNumber
    box: int


class _Builder:
    """Makes sections of blocks, and notes what is not clear."""

    def __init__(self, joints: Joints, sentences_head: bool) -> None:
        self.joints = joints
        self.sentences_head = sentences_head
        self.sections: list[Section] = []
        self.not_clear: list[NotClear] = []
        self.table_names: Iterator[str] = iter(())
        self.figures = DraftedFigures(iter(()))
        self._columns: set[str] = set()

    def preface(self, ahead: Ahead) -> None:
        """Put text ahead of the first heading into a section of its own; say what is left of the cover."""
        for block in ahead.others:
            self.note(Unclear.COVER, block)
        if ahead.text:
            self.note(Unclear.AHEAD, ahead.text[0])
            body = _Reading(self, PREFACE, PREFACE).parts(ahead.text)
            self.sections.append(Section(key=PREFACE, title=PREFACE, body=body))

    def section(self, head: Keyed, block: BodyBlock, inside: Sequence[BodyBlock]) -> None:
        """Add a section: its heading, and the blocks up to the next one."""
        if head.heading.by_look:
            self.note(Unclear.BY_LOOK, block)
        if head.again:
            self.note(Unclear.NUMBER_AGAIN, block)
        above = head.key.rpartition("/")[0]
        section = Section(
            key=head.key,
            number=number_beside(head.key, head.heading.number.bare, head.title),
            title=head.title,
            parent=head.parent if head.parent != above else None,
            body=_Reading(self, head.key, head.paragraphs).parts(inside),
        )
        self.sections.append(section)

    def named(self, column: str, section: str) -> str:
        """Return the name of what is in a column or table: its own, or behind its section."""
        if column in self._columns:
            return f"{section.replace('/', '')}{column}"
        self._columns.add(column)
        return column

    def note(self, what: Unclear, block: BodyBlock) -> None:
        """Note what is not clear at a block."""
        self.not_clear.append(not_clear(what, block))


class _Reading:
    """The blocks of one section, read one after the other."""

    def __init__(self, builder: _Builder, key: str, name: str) -> None:
        self._builder = builder
        self._key = key
        self._name = name
        self._body: list[Part] = []
        self._paragraphs = 0
        self._column: _OpenColumn | None = None
        self._items: list[Paragraph] = []
        self._item_name = ""
        self._names: Counter[str] = Counter()
        self._read_last: ReadParagraph | None = None
        self._listed_at: dict[str, BodyBlock] = {}

    def parts(self, blocks: Sequence[BodyBlock]) -> tuple[Part, ...]:
        read = list(captioned_pictures(framed(blocks)))
        for at, each in enumerate(read):
            if isinstance(each, Framed):
                self._framed(each)
                continue
            if isinstance(each, CaptionedPicture):
                self._figure(each)
                continue
            behind = read[at + 1] if at + 1 < len(read) else None
            behind = None if isinstance(behind, CaptionedPicture) else behind
            self._read(each, behind.blocks[0] if isinstance(behind, Framed) else behind)
        self._close_column()
        return self._with_lists(self._body)

    def _with_lists(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """Return parts with the lists that they hold; what stands too deep in one is told."""
        listed = {name: block.listed for name, block in self._listed_at.items() if block.listed}
        for name in too_deep(parts, listed):
            self._builder.note(Unclear.DEEP, self._listed_at[name])
        return with_lists(parts, listed)

    def _framed(self, table: Framed) -> None:
        """Add a table; one that stands in a column is kept as text, a column has none."""
        box = self._column.box if self._column is not None else 0
        if box and box != table.table.box:
            self._close_column()
        if self._column is not None and (self._column.box or not table.number):
            for block, behind in zip(table.blocks, [*table.blocks[1:], None], strict=True):
                self._read(block, behind)
            return
        self._close_column()
        number = table.number or next(self._builder.table_names)
        if not table.number:
            self._builder.note(Unclear.NO_NUMBER, table.table)
        for what in table.cells.unclear:
            self._builder.note(what, table.table)
        key = self._unique(number)
        if key != number:
            self._builder.note(Unclear.NUMBER_AGAIN, table.table)
        name = self._builder.named(number, self._key)
        self._body.append(part_of(table, key, number, name))

    def _figure(self, shown: CaptionedPicture) -> None:
        """Add a figure; it ends a column, which has none."""
        self._close_column()
        if shown.picture.unfit:
            self._without_picture(shown)
            return
        if not shown.is_numbered:
            self._builder.note(Unclear.NO_CAPTION, shown.block)
        figure = self._builder.figures.figure_of(shown)
        name = self._unique(figure.figure)
        if name != figure.figure:
            self._builder.note(Unclear.NUMBER_AGAIN, shown.block)
            figure = figure.model_copy(update={"figure": name, "number": figure.figure})
        self._body.append(figure)

    def _without_picture(self, shown: CaptionedPicture) -> None:
        """Say which picture cannot be shown; its title stays as text."""
        self._builder.not_clear.append(without_picture(shown.block))
        if shown.caption is not None:
            self._read(shown.caption, None)

    def _read(self, block: BodyBlock, behind: BodyBlock | None) -> None:
        number = head_number(block)
        box = self._column.box if self._column is not None else 0
        if box and box != block.box and block.kind is not BlockKind.NOTE:
            self._close_column()
        if _begins_column(block, number, behind):
            self._open_column(block, number, behind)
        elif block.kind is BlockKind.TABLE:
            self._table(block)
        elif block.kind is BlockKind.NOTE:
            self._note(block)
        else:
            self._paragraph(block)

    def _open_column(self, block: BodyBlock, number: HeadNumber, behind: BodyBlock | None) -> None:
        self._close_column()
        box = block.box
        is_caption = number.begins is Begins.CAPTION
        if not box and behind is not None:
            box = behind.box
            is_table = behind.kind is BlockKind.TABLE
            if not box and not is_table and not is_caption:
                self._builder.note(Unclear.NO_END, block)
        self._column = _OpenColumn(block, number, box)
        self._item_name = self._builder.named(number.bare, self._key)

    def _close_column(self) -> None:
        if self._column is None:
            return
        title = " ".join(self._column.number.words.split())
        name = self._unique(self._column.number.bare)
        items = self._with_lists(self._items)
        column = Column(column=name, title=title, items=items)
        if name != self._column.number.bare:
            column = column.model_copy(update={"number": self._column.number.bare})
            self._builder.note(Unclear.NUMBER_AGAIN, self._column.block)
        self._body.append(column)
        self._column = None
        self._items = []

    def _unique(self, name: str) -> str:
        """Return the name of a column that no other one of the section has."""
        self._names[name] += 1
        return name if self._names[name] == 1 else f"{name}-{self._names[name]}"

    def _table(self, block: BodyBlock) -> None:
        """Keep the rows of a table as paragraphs; under a caption it is a column, and ends it."""
        self._builder.note(Unclear.TABLE, block)
        for row in block.cells:
            words = BETWEEN_CELLS.join(filter(None, row))
            if words:
                self._add(Paragraph(id=self._next(), text=words))
        if self._column is not None and not self._column.box:
            self._close_column()

    def _note(self, block: BodyBlock) -> None:
        """Give a note to the paragraph in whose text its reference stands; else keep it as text."""
        read = self._read_last
        if read is not None and read.takes(block):
            return
        self._builder.note(Unclear.NOTE, block)
        self._add(Paragraph(id=self._next(), text=block.printed))

    def _paragraph(self, block: BodyBlock) -> None:
        self._read_last = None
        if block.box and self._column is None:
            self._builder.note(Unclear.BOX, block)
        builder = self._builder
        found = shaped(block, self._next(), builder.joints, builder.sentences_head)
        for what in found.unclear:
            self._builder.note(what, block)
        if self._belongs_to_last(found.paragraph):
            last = self._listed()[-1]
            assert isinstance(last, Paragraph)
            self._listed()[-1] = last.model_copy(update={"units": found.paragraph.units})
            return
        self._add(found.paragraph)
        if block.listed is not None:
            self._listed_at[found.paragraph.id] = block
        self._read_last = ReadParagraph(block, self._listed(), len(self._listed()) - 1)

    def _belongs_to_last(self, paragraph: Paragraph) -> bool:
        """Whether a paragraph is nothing but the units of the one before."""
        only_units = bool(paragraph.units) and not (paragraph.heading or paragraph.text)
        last = self._listed()[-1] if self._listed() else None
        return only_units and isinstance(last, Paragraph) and not last.units

    def _listed(self) -> list[Part] | list[Paragraph]:
        return self._body if self._column is None else self._items

    def _add(self, paragraph: Paragraph) -> None:
        if self._column is not None:
            self._items.append(paragraph)
        else:
            self._paragraphs += 1
            self._body.append(paragraph)

    def _next(self) -> str:
        """Return the id of the next paragraph, or item."""
        if self._column is not None:
            return f"{self._item_name}.{len(self._items) + 1}"
        return f"{self._name}.{self._paragraphs + 1}"


def _begins_column(block: BodyBlock, number: HeadNumber, behind: BodyBlock | None) -> bool:
    """Whether a block is the title of a column, or the caption of a table that follows."""
    if block.kind is not BlockKind.TEXT or (number.words and not is_title(number.words)):
        return False
    if number.begins is Begins.COLUMN:
        return True
    has_table = behind is not None and behind.kind is BlockKind.TABLE
    return number.begins is Begins.CAPTION and has_table
