"""An office at work on a Word file of a plan: several people change words and paragraphs, all tracked.

Knows nothing of how plancli reads: characters carry who put them in and who took them out, and are written
as Word writes them. What each author has in the end is read off the characters, too.
"""

import io
import random
import zipfile
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass
class Mark:
    """A character, or the break behind a paragraph: who put it in, who took it out."""

    text: str
    added: str = ""
    gone: str = ""

    def seen_by(self, author: str) -> bool:
        return self.added in ("", author) and self.gone != author


@dataclass
class Block:
    """A paragraph of the file: its characters, its break, and the element whose look it has."""

    marks: list[Mark]
    look: etree._Element
    brk: Mark = field(default_factory=lambda: Mark("\n"))
    remarks: list[str] = field(default_factory=list)
    is_new: bool = False

    @property
    def untouched(self) -> bool:
        return not any(mark.added or mark.gone for mark in (*self.marks, self.brk))


class Desk:
    """A file on somebody's desk."""

    def __init__(self, content: bytes, first: int = 1) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        (self.body,) = self.root
        self.blocks: list[Block] = []
        for element in self.body.findall(f"{W}p")[first:]:
            self.blocks.append(Block(self._marks(element), element))
        self.head = self.body.findall(f"{W}p")[:first]

    def _marks(self, element: etree._Element) -> list[Mark]:
        """Return the characters of a paragraph as they came."""
        return [Mark(char) for each in element.iter(f"{W}t") for char in each.text or ""]

    def _written(self, run: etree._Element, mark: Mark) -> None:
        """Write a character into a run."""
        etree.SubElement(run, f"{W}t").text = mark.text

    # --- what people do -------------------------------------------------------------------------------------

    def type(self, at: int, start: int, end: int, words: str, author: str) -> None:
        """Replace characters; nothing is done where somebody was at work already."""
        marks = self.blocks[at].marks
        for mark in marks[start:end]:
            mark.gone = author
        marks[end:end] = [Mark(char, author) for char in words]

    def enter(self, at: int, where: int, author: str) -> None:
        """Divide a paragraph: as Word does, the first half gets the new break."""
        block = self.blocks[at]
        second = Block(block.marks[where:], block.look, block.brk, is_new=True)
        self.blocks.insert(at + 1, second)
        block.marks, block.brk = block.marks[:where], Mark("\n", author)

    def come(self, at: int, words: str, author: str) -> None:
        """Type a new paragraph behind another: with Enter at the end of that."""
        block = self.blocks[at]
        new = Block([Mark(char, author) for char in words], block.look, block.brk, is_new=True)
        block.brk = Mark("\n", author)
        self.blocks.insert(at + 1, new)

    def come_ahead(self, at: int, words: str, author: str) -> None:
        """Type a new paragraph ahead of another: with Enter behind it."""
        marks = [Mark(char, author) for char in words]
        new = Block(marks, self.blocks[at].look, Mark("\n", author), is_new=True)
        self.blocks.insert(at, new)

    def go(self, at: int, author: str) -> None:
        """Take a whole paragraph out, with its break."""
        for mark in (*self.blocks[at].marks, self.blocks[at].brk):
            mark.gone = author

    def join(self, at: int, author: str) -> None:
        """Take out the break between a paragraph and the next one."""
        self.blocks[at].brk.gone = author

    # --- what came of it ------------------------------------------------------------------------------------

    def seen_by(self, author: str) -> list[str]:
        """Return the paragraphs with one author's changes made, and no others; empty ones left out."""
        text = ""
        for block in self.blocks:
            for mark in (*block.marks, block.brk):
                text += mark.text if mark.seen_by(author) else ""
        return [line for line in text.split("\n") if line]

    def content(self) -> bytes:
        """Return the file."""
        for element in self.body.findall(f"{W}p"):
            self.body.remove(element)
        written = [*self.head, *(self._paragraph(block) for block in self.blocks)]
        self.body[:0] = written
        self.parts["word/document.xml"] = etree.tostring(self.root)
        return self.packed()

    def packed(self) -> bytes:
        """Return the file with its parts as they stand."""
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as packed:
            for name, raw in self.parts.items():
                packed.writestr(name, raw)
        return out.getvalue()

    def _paragraph(self, block: Block) -> etree._Element:
        found = etree.Element(f"{W}p")
        look = block.look.find(f"{W}pPr")
        holder = etree.SubElement(found, f"{W}pPr")
        if look is not None:
            holder.extend(etree.fromstring(etree.tostring(look)))
        _by(etree.SubElement(holder, f"{W}rPr"), block.brk, nested=False)
        for bookmark in () if block.is_new else block.look.iter(f"{W}bookmarkStart"):
            found.append(etree.fromstring(etree.tostring(bookmark)))
        for name in block.remarks:
            etree.SubElement(found, f"{W}commentRangeStart").set(f"{W}id", name)
        for mark in block.marks:
            run = etree.SubElement(_by(found, mark, nested=True), f"{W}r")
            self._written(run, mark)
        for name in block.remarks:
            etree.SubElement(found, f"{W}commentRangeEnd").set(f"{W}id", name)
        return found


def _by(holder: etree._Element, mark: Mark, nested: bool) -> etree._Element:
    """Write who put in and took out; return the element in which the words go."""
    inside = holder
    for kind, author in (("ins", mark.added), ("del", mark.gone)):
        if author:
            element = etree.SubElement(inside, f"{W}{kind}")
            element.set(f"{W}author", author)
            inside = element if nested else holder
    return inside


# --- at random ----------------------------------------------------------------------------------------------

NEW = ("宜耕", "蓄水", "3处泵站", "、圩堤", ",并逐户登记", "(含排涝)", "2031年", "两岸", "GIS")
KINDS = ("type", "type", "type", "cut", "add", "go", "come", "ahead", "enter", "join")
PARAGRAPHS = ("另设巡查员三名。", "经费列入年度预算。", "每季通报一次。", "村级同步建档。")


def busy(desk: Desk, authors: list[str], steps: int, seed: int) -> None:
    """Let people work on a file, each on characters that nobody has touched."""
    chance = random.Random(seed)
    fresh = list(PARAGRAPHS)
    for _ in range(steps):
        author, at = chance.choice(authors), chance.randrange(len(desk.blocks))
        block = desk.blocks[at]
        free = [n for n, mark in enumerate(block.marks) if not (mark.added or mark.gone)]
        kind = chance.choice(KINDS)
        if kind in ("type", "cut", "add") and len(free) > 3:
            start = chance.choice(free)
            size = 0 if kind == "add" else chance.randint(1, 5)
            end = start + size
            if set(range(start, end)) <= set(free):
                words = "" if kind == "cut" else chance.choice(NEW)
                desk.type(at, start, end, words, author)
        elif kind == "go" and block.untouched and len(desk.blocks) > 3:
            desk.go(at, author)
        elif kind == "come" and fresh and not (block.brk.added or block.brk.gone):
            desk.come(at, fresh.pop(), author)
        elif kind == "ahead" and fresh and not block.is_new:
            desk.come_ahead(at, fresh.pop(), author)
        elif kind == "enter" and block.untouched and len(free) > 8:
            desk.enter(at, chance.randint(3, len(free) - 3), author)
        elif kind == "join" and block.untouched and at + 1 < len(desk.blocks):
            desk.join(at, author)
