"""The body of a Word document, with the numbers that Word counts, text boxes and content controls.

Tracked changes are read as if they were accepted, and said. Elements follow ECMA-376, part 1, 17.
"""

import io
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import chain, takewhile
from typing import Any

from lxml import etree

from plancli.core.intake.body import (
    BlockKind,
    Body,
    BodyBlock,
    BodyCell,
    LeftOut,
    ListLevel,
    NoteReference,
)
from plancli.core.text.characters import ends_sentence
from plancli.papers.bodies.drawn import PackedPictures
from plancli.papers.bodies.numbering import Numbers
from plancli.papers.bodies.pieces import MOST_BLOCKS, Line, Piece, lines_of, too_many_blocks
from plancli.papers.bodies.runs import (
    HOLD_BLOCKS,
    Runs,
    is_equation,
    is_laid_out,
    number_behind,
    without_number,
)
from plancli.papers.bodies.styles import (
    OFF,
    Look,
    Style,
    Styles,
    centred_in,
    list_in,
    outline_in,
    value_of,
)
from plancli.papers.sheets.xml import own, parsed

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def body_of_word(content: bytes, with_pictures: bool = False) -> Body:
    """Return the body of a document; raises one of `packed.BROKEN` where it is none.

    With pictures those that every program shows (PNG, JPEG) are blocks behind the paragraph that has them.
    """
    main = _main_part(content)
    folder = main.rpartition("/")[0]
    root = parsed(content, main)
    body = root.find(f"{_W}body")
    if body is None:
        raise ValueError("a document without a body")
    styles = Styles(_part(content, f"{folder}/styles.xml"))
    reader = _Reader(
        styles,
        Numbers(_part(content, f"{folder}/numbering.xml")),
        {
            kind: _notes(_part(content, f"{folder}/{kind}s.xml"), kind, styles)
            for kind in ("footnote", "endnote")
        },
    )
    if with_pictures:
        reader.pictures = PackedPictures(content, main)
    reader.read(body)
    left_out = reader.left_out
    _count_margins(content, folder, left_out)
    return Body(tuple(reader.blocks), dict(left_out))


def _main_part(content: bytes) -> str:
    """Return the name of the part with the text; programs may call it otherwise than most do."""
    rels = parsed(content, "_rels/.rels")
    for relation in rels.iterchildren("{*}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/")
    raise ValueError("a package without a document")


def _part(content: bytes, name: str) -> Any | None:
    """Return the root of a part that a document need not have."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        if name not in packed.namelist():
            return None
    return parsed(content, name)


def _notes(root: Any | None, kind: str, styles: Styles) -> dict[str, Any]:
    """Return notes by their ids; lines that part them from the text have a type of their own."""
    if root is None:
        return {}
    notes = root.iterchildren(f"{_W}{kind}")
    return {
        note.get(f"{_W}id", ""): without_number(note, styles)
        for note in notes
        if note.get(f"{_W}type") is None
    }


def _is_plain(note: Any) -> bool:
    """Whether a note is one paragraph of words, with nothing that hangs on it."""
    said = [one for one in note.iter(f"{_W}p") if _has_words(one)]
    return len(said) <= 1 and next(note.iter(*_HANG), None) is None


def _has_words(holder: Any) -> bool:
    return any((text.text or "").strip() for text in holder.iter(f"{_W}t"))


def _is_said(paragraph: Any) -> bool:
    """Whether a paragraph is a sentence, as the one that explains a formula."""
    return ends_sentence("".join(text.text or "" for text in paragraph.iter(f"{_W}t")).rstrip())


_HANG = tuple(
    f"{_W}{name}"
    for name in ("tbl", "drawing", "pict", "object", "footnoteReference", "endnoteReference")
)


def _count_margins(content: bytes, folder: str, left_out: Counter[LeftOut]) -> None:
    """Count the headers and footers that have words: a document has some for odd and even pages."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        names = packed.namelist()
    for kind, meant in (("header", LeftOut.HEADER), ("footer", LeftOut.FOOTER)):
        for name in names:
            if name.startswith(f"{folder}/{kind}") and name.endswith(".xml"):
                root = parsed(content, name)
                left_out[meant] += _has_words(root)
    for kind in [kind for kind, count in left_out.items() if not count]:
        del left_out[kind]


class _Reader:
    """Reads blocks in their order, and counts what it leaves out."""

    def __init__(self, styles: Styles, numbers: Numbers, notes: dict[str, dict[str, Any]]) -> None:
        self.blocks: list[BodyBlock] = []
        self._runs = Runs(styles)
        self._styles = styles
        self._numbers = numbers
        self._notes = notes
        self._place = 0
        self._boxes = 0
        self._border = b""
        self.pictures: PackedPictures | None = None

    @property
    def left_out(self) -> Counter[LeftOut]:
        """What is not among the blocks."""
        return self._runs.left_out

    def read(self, holder: Any, box: int = 0, contents: bool = False) -> None:
        """Read the paragraphs and tables of a body, a cell, a text box or a content control."""
        for element in holder.iterchildren():
            if element.tag == f"{_W}p":
                self._paragraph(element, box, contents)
            elif element.tag == f"{_W}tbl":
                self._table(element, box)
            elif element.tag == f"{_W}sdt":
                inside = element.find(f"{_W}sdtContent")
                gallery = value_of(element.find(f"{_W}sdtPr/{_W}docPartObj"), "docPartGallery")
                if inside is not None:
                    self.read(inside, box, contents or gallery == "Table of Contents")
            elif element.tag in HOLD_BLOCKS:
                self.read(element, box, contents)

    def _paragraph(self, element: Any, box: int, contents: bool) -> None:
        properties = element.find(f"{_W}pPr")
        style = self._styles.of(value_of(properties, "pStyle"))
        outline = outline_in(properties)
        level = style.level if outline is None else outline
        centred = centred_in(properties)
        equation = is_equation(element) or (style.is_formula and not _is_said(element))
        centred = bool(style.centred if centred is None else centred) and not equation
        unread = self.left_out[LeftOut.EQUATION]
        pieces = list(self._runs.pieces(element, style.look))
        if equation:
            pieces = number_behind(pieces)
        has_unread = self.left_out[LeftOut.EQUATION] > unread
        number = self._number(properties, style)
        listed = self._listed(properties, style)
        if listed is not None:
            listed = ListLevel(self._numbers.one_list(listed.name), listed.level)
        box = box or self._bordered(properties)
        is_contents = contents or style.is_contents
        kind = BlockKind.CONTENTS if is_contents else BlockKind.TEXT
        is_heading = level is not None or centred
        for at, line in enumerate(lines_of(pieces, is_heading)):
            place = self._next()
            self._add(
                BodyBlock(
                    line.words,
                    place,
                    kind,
                    number="" if at else number,
                    level=level,
                    run_in=line.run_in,
                    box=box,
                    centred=centred,
                    equation=equation,
                    unread=has_unread and not at,
                    listed=None if at else listed,
                )
            )
            for name, ahead in line.notes:
                self._note("footnote", name, box, NoteReference(place, ahead))
        self._behind(box)

    def _note(self, kind: str, name: str, box: int, reference: NoteReference | None = None) -> None:
        """Read a note; one that is referred to twice is one, where its first reference stands."""
        note = self._notes[kind].pop(name, None)
        if note is not None and not _is_plain(note):
            reference = None
        unread = self.left_out[LeftOut.EQUATION]
        for line in self._lines(note):
            block = BodyBlock(
                line.words, self._next(), BlockKind.NOTE, box=box, reference=reference
            )
            self._add(block._replace(unread=self.left_out[LeftOut.EQUATION] > unread))

    def _behind(self, box: int) -> None:
        """Read what else hangs on a paragraph: its pictures and notes, then the text boxes in it."""
        drawn, self._runs.drawn = self._runs.drawn, []
        for element in drawn:
            picture = self.pictures.of(element) if self.pictures else None
            if picture is not None:
                self.left_out[LeftOut.PICTURE] -= 1
                block = BodyBlock("", self._place, BlockKind.PICTURE, box=box, picture=picture)
                self._add(block)
        noted, self._runs.noted = self._runs.noted, []
        for kind, name in noted:
            self._note(kind, name, box)
        waiting, self._runs.frames = self._runs.frames, []
        for frame in waiting:
            self.read(frame, box or self._new_box())

    def _lines(self, holder: Any | None) -> Iterator[Line]:
        if holder is None:
            return
        pieces: list[Piece] = []
        for paragraph in holder.iter(f"{_W}p"):
            pieces += self._runs.pieces(paragraph, Look())
        yield from lines_of(pieces, is_heading=True)

    def _table(self, table: Any, box: int) -> None:
        """Read a table: rows of one cell at its top are text in a box, and all others are its rows."""
        rows = [row for row in own(table, f"{_W}tr", f"{_W}tbl") if not _is_gone(row)]
        cells = [own(row, f"{_W}tc", f"{_W}tr") for row in rows]
        if is_laid_out(rows):
            for row in rows:
                self._row_of_equation(row, box)
            return
        boxed = 0
        while boxed < len(cells) and len(cells[boxed]) == 1:
            boxed += 1
        if boxed:
            box = box or self._new_box()
        for row in cells[:boxed]:
            self.read(row[0], box)
        unread = self.left_out[LeftOut.EQUATION]
        grid: list[tuple[BodyCell, ...]] = []
        for row, inside in zip(rows[boxed:], cells[boxed:], strict=True):
            self._next()
            grid.append(
                (
                    *_beside(row, "gridBefore"),
                    *map(self._cell, inside),
                    *_beside(row, "gridAfter"),
                )
            )
        texts = tuple(tuple(cell.words for cell in row) for row in grid)
        if any(map(any, texts)):
            first = self._place - len(texts) + 1
            table_block = BodyBlock("", first, BlockKind.TABLE, box=box, cells=texts)
            heads = sum(1 for _ in takewhile(_is_head, rows[boxed:]))
            has_unread = self.left_out[LeftOut.EQUATION] > unread
            self._add(table_block._replace(grid=tuple(grid), heads=heads, unread=has_unread))
        self._behind(box)

    def _row_of_equation(self, row: Any, box: int) -> None:
        """Read a row that only sets the number of an equation at the right."""
        unread = self.left_out[LeftOut.EQUATION]
        pieces = chain.from_iterable(
            self._runs.pieces(paragraph, Look()) for paragraph in row.iter(f"{_W}p")
        )
        for line in lines_of(number_behind(list(pieces)), is_heading=True):
            block = BodyBlock(line.words, self._next(), box=box, equation=True)
            self._add(block._replace(unread=self.left_out[LeftOut.EQUATION] > unread))
        self._behind(box)

    def _cell(self, cell: Any) -> BodyCell:
        """Return a cell; one that goes on from above has no words of its own."""
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        width = _width(value_of(cell.find(f"{_W}tcPr"), "gridSpan"))
        if merge is not None and merge.get(f"{_W}val", "continue") == "continue":
            return BodyCell("", width, above=True)
        return BodyCell(self._words(cell), width)

    def _words(self, cell: Any) -> str:
        """Return the words of a cell on one line, those of a table within it behind them."""
        lines: list[str] = []
        for paragraph in own(cell, f"{_W}p", f"{_W}tc"):
            pieces = self._runs.pieces(paragraph, Look())
            number = self._number(paragraph.find(f"{_W}pPr"), Style())
            lines += [number + line.words for line in lines_of(pieces, is_heading=True)]
        for table in cell.iterchildren(f"{_W}tbl"):
            inside = (own(row, f"{_W}tc", f"{_W}tr") for row in own(table, f"{_W}tr", f"{_W}tbl"))
            lines += filter(None, map(self._words, chain.from_iterable(inside)))
        return " ".join(lines)

    def _number(self, properties: Any | None, style: Style) -> str:
        """Return the number that Word counts for a paragraph."""
        listed = self._listed(properties, style)
        return self._numbers.next(listed.name, listed.level) if listed else ""

    def _listed(self, properties: Any | None, style: Style) -> ListLevel | None:
        """Return the list of a paragraph, and its level; a list 0 takes it out of that of its style."""
        name, at = list_in(properties)
        if not name and style.list:
            name = style.list
            at = style.at if at is None else at
            if at is None:
                at = self._numbers.level_of_style(name, value_of(properties, "pStyle"))
        return ListLevel(name, at or 0) if name and name != "0" else None

    def _bordered(self, properties: Any | None) -> int:
        """Return the box that borders make of neighbours which have the same ones; 0 where there are none."""
        borders = None if properties is None else properties.find(f"{_W}pBdr")
        sides = 0 if borders is None else len(borders)
        border = etree.tostring(borders) if borders is not None and sides >= _SIDES else b""
        if border and border != self._border:
            self._new_box()
        self._border = border
        return self._boxes if border else 0

    def _next(self) -> int:
        self._place += 1
        if self._place > MOST_BLOCKS:
            raise too_many_blocks()
        return self._place

    def _new_box(self) -> int:
        self._boxes += 1
        return self._boxes

    def _add(self, block: BodyBlock) -> None:
        self.blocks.append(block)


_SIDES = 3
"""Borders on so many sides make a box; one is a line."""


def _is_gone(row: Any) -> bool:
    return row.find(f"{_W}trPr/{_W}del") is not None


def _is_head(row: Any) -> bool:
    """Whether a row is printed again at the head of each page."""
    found = row.find(f"{_W}trPr/{_W}tblHeader")
    return found is not None and found.get(f"{_W}val", "1") not in OFF


def _beside(row: Any, name: str) -> Iterator[BodyCell]:
    """Yield the room that a row leaves free at one of its ends."""
    said = value_of(row.find(f"{_W}trPr"), name)
    if said.isdecimal() and int(said):
        yield BodyCell("", _width(said))


_WIDEST = 1_000
"""Columns of a table; Word has 63 at most."""


def _width(said: str) -> int:
    return max(1, min(int(said), _WIDEST)) if said.isdecimal() else 1
