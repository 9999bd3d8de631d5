"""A reviewer adds and deletes footnotes with tracked changes: each is read, at its very place, or told."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from plancli.core.comments.record import Patch
from plancli.core.evidence.redline import plain
from plancli.core.intake.changed import DraftGround
from plancli.core.intake.circulated import Circulated
from plancli.core.intake.opinions import FileOpinions, RowOpinion
from plancli.core.intake.returned import NOBODY, returned
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.footnotes import NoteSeries, in_order
from plancli.core.plan.manifest import Frozen
from plancli.core.plan.model import Footnote, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.series import Series
from plancli.core.text.matchkey import fold
from plancli.papers.bodies.word import body_of_word
from plancli.papers.word.changes import tracked_in
from plancli.papers.word.plan import docx
from plancli.render.pages.asking import asking
from tests.noted import read
from tests.papers.marking import Block, Desk, Mark, W
from tests.papers.office import Office, is_installed

SECTION = Section(
    key="第一章",
    title="灌溉",
    body=(
        Paragraph(
            id="1.1",
            text="到2028年,高效节水灌溉面积达到五万亩,亩均用水量降到三百立方米以下。",
            notes=(
                Footnote(id="注1", after="灌溉面积", text="含喷灌和滴灌。"),
                Footnote(id="注2", after="三百立方米", text="2024年为三百四十立方米。"),
            ),
        ),
        Paragraph(id="1.2", heading="水价", text="推行分档水价,超定额累进加价。"),
        Paragraph(
            id="1.3",
            text="成立用水户协会,选举管水员。",
            notes=(Footnote(id="注3", text="章程由协会议定。"),),
        ),
        Paragraph(id="1.4", text="渠首设量水堰,每日记录。"),
    ),
)
CORPUS = Corpus((SECTION,))
FROZEN = Frozen(name="征求意见稿", digest="sha256:1")
DRAFT = Circulated(FROZEN.name, FROZEN.digest)
EXPORTED = docx("灌区规划", list(plain(CORPUS.outline)), draft=DRAFT)
GROUND = DraftGround(CORPUS, FROZEN, asking("zh"), frozenset({"灌区规划"}))
NOTES = "word/footnotes.xml"
LINE = {"gone": "del", "added": "ins"}


class NotedDesk(Desk):
    """A file with footnotes: each is one character with its words in brackets, and is printed at its mark."""

    def __init__(self) -> None:
        self._read = 0
        self._said = [line.split("]")[0] for line in "".join(read(EXPORTED, True)).split("[")[1:]]
        super().__init__(EXPORTED)
        self.notes = etree.fromstring(self.parts[NOTES])

    def _marks(self, element: etree._Element) -> list[Mark]:
        found: list[Mark] = []
        for each in element.iter(f"{W}t", f"{W}footnoteReference"):
            if each.tag == f"{W}t":
                found += [Mark(char) for char in each.text or ""]
            else:
                found.append(Mark(f"[{self._said[self._read]}]"))
                self._read += 1
        return found

    def _written(self, run: etree._Element, mark: Mark) -> None:
        if not mark.text.startswith("["):
            super()._written(run, mark)
            return
        number = str(len(self.notes) + 10)
        etree.SubElement(run, f"{W}footnoteReference").set(f"{W}id", number)
        note = etree.SubElement(self.notes, f"{W}footnote")
        note.set(f"{W}id", number)
        inside = etree.SubElement(note, f"{W}p")
        if mark.added:
            inside = etree.SubElement(inside, f"{W}ins")
            inside.set(f"{W}author", mark.added)
        words = etree.SubElement(etree.SubElement(inside, f"{W}r"), f"{W}t")
        words.text = mark.text[1:-1]

    def content(self) -> bytes:
        for note in self.notes.findall(f"{W}footnote")[2:]:
            self.notes.remove(note)
        super().content()
        self.parts[NOTES] = etree.tostring(self.notes)
        return self.packed()

    def at(self, words: str) -> tuple[int, int]:
        """Return the paragraph that has some words, and where they end."""
        for number, block in enumerate(self.blocks):
            text = "".join(mark.text if len(mark.text) == 1 else "\n" for mark in block.marks)
            if words in text:
                return number, text.index(words) + len(words)
        raise AssertionError(words)

    def note(self, behind: str, words: str, author: str) -> None:
        """Put a footnote behind some words."""
        line, place = self.at(behind)
        self.blocks[line].marks.insert(place, Mark(f"[{words}]", author))

    def unnote(self, words: str, author: str) -> None:
        """Take out the footnote with these words."""
        for block in self.blocks:
            for mark in block.marks:
                if mark.text == f"[{words}]":
                    mark.gone = author


def said(desk: Desk, *authors: str) -> FileOpinions:
    return returned(tracked_in(desk.content()), {name: name for name in authors}, GROUND)


def shown(one: RowOpinion) -> list[object]:
    return [
        edit.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True)
        for edit in one.shown or ()
    ]


def given(opinions: list[RowOpinion]) -> list[str]:
    """Return the paragraphs with the edits of opinions in them, footnotes in brackets at their marks."""
    placed = [
        place(CORPUS, f"甲-{number}", Patch.of(one.at, one.shown or ()))
        for number, one in enumerate(opinions)
    ]
    (section,) = Outline(compose(CORPUS.outline, placed).sections).sections.values()
    found = [f"{section.key} {section.title}"]
    for part in section.body:
        assert isinstance(part, Paragraph)
        words = f"{part.heading}。" if part.heading else ""
        done = 0
        for at, note in in_order(part):
            words += f"{part.text[done:at]}[{note.text}]"
            done = at
        found.append(words + part.text[done:])
    return found


def test_an_added_and_a_deleted_footnote_are_an_edit_each() -> None:
    desk = NotedDesk()
    desk.note("分档水价", "分两档。", "镇水利站")
    desk.unnote("含喷灌和滴灌。", "镇农技站")
    opinions = said(desk, "镇水利站", "镇农技站").opinions
    assert [(one.author, shown(one), fold(one.opinion)) for one in opinions] == [
        ("镇农技站", [{"remove": "注1"}], fold("删除脚注“含喷灌和滴灌。”。")),
        (
            "镇水利站",
            [{"add": {"note": "分两档。", "after": "分档水价"}, "to": "1.2"}],
            fold("在“分档水价”处增加脚注：“分两档。”。"),
        ),
    ]


def test_words_and_footnotes_of_one_paragraph_are_one_comment() -> None:
    desk = NotedDesk()
    line, end = desk.at("五万亩")
    desk.type(line, end - 3, end, "六万亩", "镇水利站")
    desk.blocks[line].marks.insert(end + 3, Mark("[据普查。]", "镇水利站"))
    (one,) = said(desk, "镇水利站").opinions
    assert given([one]) == desk.seen_by("镇水利站")
    assert "六万亩[据普查。]" in given([one])[1]


def test_behind_new_words_the_place_is_not_sure_and_the_footnote_is_told() -> None:
    """Their paragraph in the draft has no words behind which its mark would stand."""
    desk = NotedDesk()
    line, end = desk.at("量水堰")
    desk.type(line, end, end, "和雨量计", "镇水利站")
    desk.blocks[line].marks.insert(end + 4, Mark("[自记式。]", "镇水利站"))
    words, note = said(desk, "镇水利站").opinions
    assert words.doubt is None
    assert (note.doubt, note.shown, note.at.original) == ("unplaced", (), "渠首设量水堰,每日记录。")
    assert fold(note.opinion) == fold("在“渠首设量水堰”处增加脚注：“自记式。”。")


def test_a_new_paragraph_brings_its_footnotes_and_one_that_goes_or_moves_takes_them_along() -> None:
    desk = NotedDesk()
    line, _ = desk.at("推行分档水价")
    desk.come(line, "建立计量台账。", "甲")
    desk.blocks[line + 1].marks.insert(4, Mark("[一户一册。]", "甲"))
    gone, _ = desk.at("成立用水户协会")
    desk.go(gone, "乙")
    moved, _ = desk.at("到2028年")
    copy = [Mark(mark.text, "丙") for mark in desk.blocks[moved].marks]
    last = desk.blocks[-1]
    desk.blocks.append(Block(copy, last.look, last.brk, is_new=True))
    last.brk = Mark("\n", "丙")
    desk.go(moved, "丙")
    found = said(desk, "甲", "乙", "丙")
    for author in "甲乙丙":
        mine = [one for one in found.opinions if one.author == author]
        assert [one.doubt for one in mine] == [None]
        assert given(mine) == desk.seen_by(author)
    assert [list(edit) for one in found.opinions for edit in shown(one)] == [  # type: ignore[call-overload]
        *(["move", "after"], ["add", "to", "after"], ["remove"])
    ]


def test_whatever_was_done_edits_give_the_footnotes_of_the_file_or_their_words_are_told() -> None:
    taken = told = 0
    for seed in range(60):
        desk = NotedDesk()
        work(desk, ["甲", "乙"], random.Random(seed))
        found = said(desk, "甲", "乙")
        for author in "甲乙":
            mine = [one for one in found.opinions if one.author == author]
            whole = "\n".join(one.opinion for one in mine)
            for block in desk.blocks:
                for mark in block.marks:
                    if mark.text.startswith("[") and author in (mark.added, mark.gone):
                        assert mark.text[1:-1] in whole, seed
            sure = [one for one in mine if one.doubt is None]
            taken += len(sure)
            told += len(mine) - len(sure)
            if len(sure) == len(mine):
                assert given(mine) == desk.seen_by(author), seed
    assert taken > 150
    assert told > 5


def work(desk: NotedDesk, authors: list[str], chance: random.Random) -> None:
    """Add and take out footnotes and words, each where nobody was before, and no words at a mark."""
    for step in range(5):
        author = chance.choice(authors)
        block = chance.choice(desk.blocks[1:5])
        free = [at for at, mark in enumerate(block.marks) if not (mark.added or mark.gone)]
        at = chance.choice(free)
        near = block.marks[max(at - 1, 0) : at + 3]
        if any(mark.added or mark.gone for mark in near):
            continue
        kind = chance.choice(("note", "note", "unnote", "type"))
        if kind == "note":
            block.marks.insert(at, Mark(f"[说明{step}见附表。]", author))
        elif kind == "unnote":
            notes = [mark for mark in block.marks if mark.text.startswith("[") and not mark.added]
            for mark in notes[:1]:
                mark.gone = mark.gone or author
        elif not any(mark.text.startswith("[") for mark in near):
            desk.type(desk.blocks.index(block), at, at + 1, chance.choice(("", "灌", "九")), author)


def test_an_independent_reader_sees_what_the_edits_give() -> None:
    """Accepted by ElementTree, the file says the very paragraphs and notes that the edits give."""
    desk = NotedDesk()
    desk.note("每日记录", "洪水期每时记录。", "甲")
    desk.unnote("章程由协会议定。", "甲")
    content = desk.content()
    mine = list(said(desk, "甲").opinions)
    assert [line for line in read(content, accept=True)[1:] if line] == given(mine)


def test_numbers_of_notes_that_are_typed_are_none_of_their_words() -> None:
    lines = list(plain(CORPUS.outline))
    typed = docx("灌区规划", lines, draft=DRAFT, counted=NoteSeries(Series("〔{1}〕")))
    file = tracked_in(typed)
    with zipfile.ZipFile(io.BytesIO(typed)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    inside = '<w:ins w:id="9" w:author="甲"><w:r><w:t>夜间</w:t></w:r></w:ins>'
    document = parts["word/document.xml"].decode()
    assert document.count("<w:r><w:rPr>") > 5
    words = document.index("渠首设量水堰")
    run = document.rindex("<w:r>", 0, words)
    parts["word/document.xml"] = (document[:run] + inside + document[run:]).encode()
    found = returned(tracked_in(rezipped(parts)), {"甲": "甲"}, GROUND)
    assert not any(run.text.count("〔") for one in file.paragraphs for run in one.runs)
    assert [one.doubt for one in found.opinions] == [None]
    assert found.noted == ()


def rezipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, raw in parts.items():
            packed.writestr(name, raw)
    return out.getvalue()


# --- copies in which nothing is tracked ---------------------------------------------------------------------


def compared(desk: NotedDesk) -> FileOpinions:
    content = desk.content()
    return returned(tracked_in(content), {NOBODY: "甲"}, GROUND, body_of_word(content))


def test_in_a_copy_without_marks_a_new_footnote_is_no_paragraph() -> None:
    desk = NotedDesk()
    desk.note("用水户协会", "一村一会。", "")
    desk.note("选举管水员", "任期三年。", "")
    found = compared(desk)
    assert [one.doubt for one in found.opinions] == [None]
    assert given(list(found.opinions)) == desk.seen_by("甲")


def test_in_a_copy_without_marks_words_and_footnotes_of_one_paragraph_are_read_or_told() -> None:
    desk = NotedDesk()
    line, end = desk.at("分档水价")
    desk.blocks[line].marks[end - 4 : end] = [Mark(char) for char in "阶梯水价"]
    desk.note("累进加价", "加价标准由县定。", "")
    desk.blocks[3].marks = [mark for mark in desk.blocks[3].marks if len(mark.text) == 1]
    found = compared(desk)
    assert not any(one.doubt for one in found.opinions)
    assert given(list(found.opinions)) == desk.seen_by("甲")


def test_a_footnote_that_is_gone_without_a_mark_is_told() -> None:
    desk = NotedDesk()
    desk.note("分档水价", "分两档。", "甲")
    desk.blocks[3].marks = [mark for mark in desk.blocks[3].marks if len(mark.text) == 1]
    told = [(one.remark, one.words) for one in said(desk, "甲").noted]
    assert told == [("untracked", "章程由协会议定。")]


# --- what a real program writes -----------------------------------------------------------------------------


@pytest.mark.skipif(not is_installed(), reason="needs LibreOffice")
def test_what_libreoffice_writes_is_read_alike(tmp_path: Path) -> None:
    office = Office(tmp_path)
    try:
        file = tmp_path / "稿.docx"
        file.write_bytes(EXPORTED)
        steps = [("镇水利站", "note", "分档水价", "分两档。"), ("镇农技站", "unnote", "灌溉", "")]
        office.track(file, steps)
    finally:
        office.stop()
    names = {"镇水利站": "镇水利站", "镇农技站": "镇农技站"}
    found = returned(tracked_in(file.read_bytes()), names, GROUND)
    assert [shown(one) for one in found.opinions] == [
        [{"remove": "注1"}],
        [{"add": {"note": "分两档。", "after": "分档水价"}, "to": "1.2"}],
    ]
    assert found.noted == ()
