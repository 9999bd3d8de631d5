"""A draft goes out, people change it, and it comes back: what they did, by author, and nothing else.

The writer (`tests.papers.marking`) keeps its own account of who did what to each character.
"""

import io
import zipfile
from pathlib import Path

import pytest
from docx_revisions import RevisionDocument
from lxml import etree

from plancli.core.comments.edits import Add
from plancli.core.comments.record import Patch
from plancli.core.evidence.redline import plain
from plancli.core.finding import PlanError
from plancli.core.intake.changed import DraftGround
from plancli.core.intake.circulated import Circulated
from plancli.core.intake.opinions import FileOpinions, RowOpinion
from plancli.core.intake.proving import PrintedDraft
from plancli.core.intake.returned import NOBODY, returned
from plancli.core.intake.tracked import TrackedFile, TrackedParagraph, TrackedRun
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.manifest import Frozen
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.papers.word.changes import tracked_in
from plancli.papers.word.plan import docx
from plancli.render.pages.asking import asking
from tests.conftest import ROOT, Run
from tests.papers.marking import Block, Desk, Mark, W, busy
from tests.papers.test_tables import faults

UNITS = ("镇水管站", "镇农技站")
SECTIONS = (
    Section(
        key="第一章",
        title="总体要求",
        body=(
            Paragraph(
                id="1.1",
                heading="目标",
                text="到2027年建成泵站12座。渠道清淤全面完成,水质明显好转。",
                units=UNITS,
            ),
            Paragraph(id="1.2", text="坚持先急后缓、分段实施。坚持群众参与。"),
        ),
    ),
    Section(
        key="第二章",
        title="工程措施",
        body=(
            Paragraph(id="2.1", heading="清淤", text="清淤渠道五段,长度共8公里;修闸一座。"),
            Paragraph(id="2.2", text="落实管护人员,渠道分段包干,定期公示。"),
            Column(
                column="专栏1",
                title="重点工程",
                items=(
                    Paragraph(id="专栏1.1", heading="泵站", text="改造泵站三座。"),
                    Paragraph(id="专栏1.2", text="更换闸门,增设启闭机。"),
                ),
            ),
        ),
    ),
    Section(
        key="第三章",
        title="保障",
        body=(Paragraph(id="3.1", text="加强组织领导。落实经费。强化考核。"),),
    ),
)
CORPUS = Corpus(SECTIONS)
FROZEN = Frozen(name="征求意见稿", digest="sha256:1")
EXPORTED = docx(
    "水利规划", list(plain(CORPUS.outline)), draft=Circulated(FROZEN.name, FROZEN.digest)
)
GROUND = DraftGround(CORPUS, FROZEN, asking("zh"), frozenset({"水利规划"}))


def printed_lines(outline: Outline) -> dict[str, str]:
    return PrintedDraft(Corpus(outline.with_cover)).lines


LINES = list(printed_lines(CORPUS.outline).values())


def said(desk: Desk, *authors: str) -> FileOpinions:
    return returned(tracked_in(desk.content()), {name: name for name in authors}, GROUND)


def at(words: str) -> tuple[int, int]:
    """Return where words stand: the line, and the character."""
    (line,) = (number for number, text in enumerate(LINES) if words in text)
    return line, LINES[line].index(words)


def replaced(desk: Desk, old: str, new: str, author: str) -> None:
    line, start = at(old)
    desk.type(line, start, start + len(old), new, author)


def given(opinions: list[RowOpinion]) -> list[str]:
    """Return the paragraphs of the draft with the edits of opinions in it."""
    placed = [
        place(CORPUS, f"{one.author}-{number}", Patch.of(one.at, one.shown or ()))
        for number, one in enumerate(opinions)
    ]
    outline = Outline(compose(CORPUS.outline, placed).sections)
    return [words for words in printed_lines(outline).values() if words]


def test_what_is_read_is_what_was_done_or_is_asked() -> None:
    """For random work of two to four people: the edits of each give his paragraphs, none a wrong one."""
    names = ("镇水管站", "镇农技站", "镇财政所", "李四")
    taken = whole = 0
    for seed in range(40):
        authors = names[: 2 + seed % 3]
        desk = Desk(EXPORTED)
        busy(desk, list(authors), 5 + seed % 9, seed)
        found = said(desk, *authors)
        assert not found.noted
        for author in authors:
            mine = [one for one in found.opinions if one.author == author]
            taken += sum(one.doubt is None for one in mine)
            if all(one.doubt is None for one in mine):
                whole += 1
                assert given(mine) == desk.seen_by(author), seed
            assert bool(mine) == (desk.seen_by(author) != LINES)
    assert taken > 120
    assert whole > 45


@pytest.mark.parametrize(
    ("own", "doubted", "into"), [("", True, []), ("auto", False, ["第二章/专栏1"])]
)
def test_behind_a_box_only_its_frame_says_what_belongs_to_it(
    own: str, doubted: bool, into: list[str]
) -> None:
    """In the box or behind it: both are printed alike, and without a frame a person is asked."""
    paragraphs: list[TrackedParagraph] = []
    for line in filter(None, LINES):
        if not line.startswith("更换闸门"):
            paragraphs.append(TrackedParagraph((TrackedRun(line),)))
            continue
        paragraphs.append(TrackedParagraph((TrackedRun(line),), added="镇水管站", box=own))
        paragraphs.append(TrackedParagraph((TrackedRun("添置水泵。", "镇水管站"),), box=own))
    (one,) = returned(TrackedFile(tuple(paragraphs)), {"镇水管站": "镇水管站"}, GROUND).opinions
    assert (one.doubt is not None) == doubted
    assert [edit.to for edit in one.shown or () if isinstance(edit, Add)] == into


def test_words_inside_a_text_are_never_asked() -> None:
    """What stands between a number, a heading and the units is no place for an edit; all else is."""
    for number, spot in enumerate(CORPUS.outline.spots.values()):
        desk = Desk(EXPORTED)
        line, start = at(spot.paragraph.text)
        for step, author in enumerate(UNITS):
            where = start + 1 + 3 * step
            desk.type(
                line, where, where + 1 + number % 2, ("", "改", "3处")[step + number % 2], author
            )
        found = said(desk, *UNITS)
        assert {one.doubt for one in found.opinions} == {None}
        for author in UNITS:
            mine = [one for one in found.opinions if one.author == author]
            assert given(mine) == desk.seen_by(author)


def test_each_kind_of_work_is_its_edit_and_its_sentence() -> None:
    desk = Desk(EXPORTED)
    replaced(desk, "12座", "15座", "甲")
    replaced(desk, "、分段实施", "", "乙")
    desk.come(at("坚持先急后缓")[0], "经费列入预算。(责任单位:镇财政所)", "甲")
    opinions = said(desk, "甲", "乙").opinions
    edits = [
        (
            one.author,
            [edit.model_dump(by_alias=True, exclude_none=True) for edit in one.shown or ()],
        )
        for one in opinions
    ]
    new = {
        "formula": False,
        "heading": "",
        "text": "经费列入预算。",
        "notes": (),
        "units": ("镇财政所",),
        "items": (),
    }
    assert edits == [
        ("甲", [{"replace": "12座", "with": "15座", "everywhere": False}]),
        ("甲", [{"add": new, "to": "第一章", "after": "1.2"}]),
        ("乙", [{"delete": "、分段实施"}]),
    ]
    assert [one.opinion for one in opinions] == [
        "将“12座”改为“15座”。",
        "在“坚持先急后缓、分段实施。坚持群众参与。”一段后增加一段：“经费列入预算。”。",
        "删除“、分段实施”。",
    ]
    assert {one.at.section for one in opinions} == {"第一章"}


def test_a_paragraph_cut_out_here_and_put_in_there_moves() -> None:
    desk = Desk(EXPORTED)
    line, _ = at("清淤渠道五段")
    desk.come(at("落实管护人员")[0], LINES[line], "甲")
    desk.go(line, "甲")
    (one,) = said(desk, "甲").opinions
    assert [edit.model_dump(exclude_none=True) for edit in one.shown or ()] == [
        {"move": "2.1", "after": "2.2"}
    ]


def test_a_chapter_taken_out_whole_is_one_edit_and_a_title_alone_is_asked() -> None:
    desk = Desk(EXPORTED)
    for line in (at("第三章 保障")[0], at("加强组织领导")[0]):
        desk.go(line, "甲")
    (one,) = said(desk, "甲").opinions
    assert [edit.model_dump() for edit in one.shown or ()] == [{"remove": "第三章"}]
    alone = Desk(EXPORTED)
    alone.go(at("第三章 保障")[0], "甲")
    (asked,) = said(alone, "甲").opinions
    assert (asked.shown, asked.doubt) == ((), "differs")


def test_a_paragraph_divided_and_two_joined() -> None:
    desk = Desk(EXPORTED)
    line, start = at("落实经费。")
    desk.enter(line, start, "甲")
    desk.join(at("坚持先急后缓")[0], "乙")
    opinions = {one.author: one for one in said(desk, "甲", "乙").opinions}
    assert given([opinions["甲"]]) == desk.seen_by("甲")
    # what follows is the title of a chapter: that cannot be joined to a paragraph
    assert opinions["乙"].doubt == "parts"


def test_a_remark_beside_a_change_is_its_reason_and_alone_it_is_an_opinion() -> None:
    desk = Desk(EXPORTED)
    replaced(desk, "12座", "15座", "甲")
    desk.blocks[at("12座")[0]].remarks = ["1"]
    desk.blocks[at("更换闸门")[0]].remarks = ["2"]
    comment = '<w:comment w:id="{}" w:author="{}"><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:comment>'
    said_there = comment.format(1, "甲", "已批复15座") + comment.format(2, "甲", "请明确型号。")
    desk.parts["word/comments.xml"] = (
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{said_there}</w:comments>"
    ).encode()
    change, remark = said(desk, "甲").opinions
    assert change.opinion == "将“12座”改为“15座”。\n理由：已批复15座"
    assert (remark.opinion, remark.at.original) == ("请明确型号。", "更换闸门,增设启闭机。")
    assert remark.shown is None
    # what plancli wrote beside the changes of a redline is nobody's opinion
    own = comment.format(3, "甲", "镇水管站-01(采纳)")
    desk.parts["word/comments.xml"] = desk.parts["word/comments.xml"].replace(
        b"</w:comments>", f"{own}</w:comments>".encode()
    )
    ground = GROUND._replace(ids=frozenset({"镇水管站-01"}))
    assert len(returned(tracked_in(desk.content()), {"甲": "甲"}, ground).opinions) == 2
    assert len(said(desk, "甲").opinions) == 3


def test_what_is_no_part_of_the_draft_is_said_and_what_changes_a_proposal_is_asked() -> None:
    desk = Desk(EXPORTED)
    words = desk.blocks[at("强化考核")[0]]
    line, start = at("落实经费")
    desk.type(line, start, start, "足额", "甲")
    words.marks[start].gone = "乙"
    desk.blocks[-1].marks[:] = []
    replaced(desk, "清淤渠道五段", "清淤渠道五段", "丙")
    for mark in desk.blocks[at("更换闸门")[0]].marks[:2]:
        mark.text = "某"
    found = said(desk, "甲", "乙", "丙")
    assert [(one.author, one.doubt) for one in found.opinions] == [("甲", None), ("乙", "others")]
    assert [(one.remark, one.words) for one in found.noted] == [
        ("untracked", "某某闸门,增设启闭机。")
    ]


def test_a_draft_laid_in_cells_is_read_cell_by_cell() -> None:
    """Somebody put the paragraphs into a table: each cell is a place of its own, and nothing joins two."""
    desk = Desk(EXPORTED)
    replaced(desk, "三座", "四座", "甲")
    desk.join(at("坚持先急后缓")[0], "甲")
    desk.content()
    table = etree.SubElement(desk.body, f"{W}tbl")
    for paragraph in desk.body.findall(f"{W}p"):
        cell = etree.SubElement(etree.SubElement(table, f"{W}tr"), f"{W}tc")
        cell.append(paragraph)
    desk.parts["word/document.xml"] = etree.tostring(desk.root)
    read = tracked_in(desk.packed())
    (one,) = returned(read, {"甲": "甲"}, GROUND).opinions
    assert one.opinion == "将“三座”改为“四座”。"


def unmarked(*pairs: tuple[str, str]) -> Desk:
    """Return a file in which somebody changed words and switched tracking off."""
    desk = Desk(EXPORTED)
    for old, new in pairs:
        line, start = at(old)
        marks = desk.blocks[line].marks
        marks[start : start + len(old)] = [Mark(char) for char in new]
    return desk


def test_a_file_without_marks_is_compared() -> None:
    desk = unmarked(("12座", "15座"), ("三座", "四座"), ("坚持群众参与。", ""))
    file = tracked_in(desk.content())
    assert not file.is_tracked
    found = returned(file, {NOBODY: "镇水管站"}, GROUND)
    assert [one.opinion for one in found.opinions] == [
        "将“12座”改为“15座”。",
        "删除“坚持群众参与。”。",
        "将“三座”改为“四座”。",
    ]
    assert {(one.unit, one.author) for one in found.opinions} == {("镇水管站", "")}
    assert [one.remark for one in found.noted] == ["compared"]
    assert given(list(found.opinions)) == desk.seen_by("谁")


def test_whatever_was_done_without_marks_the_edits_give_the_file() -> None:
    """Seeded like the tracked ones; numbers that are gone count as those of a program that numbers itself."""
    same = 0
    for seed in range(40):
        desk = Desk(EXPORTED)
        busy(desk, ["甲"], 1 + seed % 4, seed)
        wanted = desk.seen_by("甲")
        looks = [block.look for block in desk.blocks]
        desk.blocks = [
            Block([Mark(char) for char in line], looks[min(at, len(looks) - 1)], is_new=True)
            for at, line in enumerate(wanted)
        ]
        found = returned(tracked_in(desk.content()), {NOBODY: "镇水管站"}, GROUND)
        if not any(one.doubt for one in found.opinions):
            same += 1
            assert given(list(found.opinions)) == wanted, seed
    assert same > 12


def test_an_excerpt_without_marks_takes_nothing_out() -> None:
    desk = unmarked(("五段", "六段"))
    desk.blocks = desk.blocks[at("第二章 工程措施")[0] : at("第三章 保障")[0]]
    found = returned(tracked_in(desk.content()), {NOBODY: "镇水管站"}, GROUND)
    assert [one.opinion for one in found.opinions] == ["将“五段”改为“六段”。"]


@pytest.mark.parametrize("tracked", [True, False])
def test_another_text_is_refused(tracked: bool) -> None:
    other = Section(
        key="第一章", title="别的", body=(Paragraph(id="1", text="一篇全然无关的文稿。"),)
    )
    desk = Desk(docx("别的", list(plain(Outline([other])))))
    if tracked:
        desk.type(1, 0, 2, "另", "甲")
    with pytest.raises(PlanError) as caught:
        returned(tracked_in(desk.content()), {"甲": "甲", NOBODY: "甲"}, GROUND)
    assert caught.value.findings[0].code == "P075"


def test_what_is_not_heard_is_named_with_its_author() -> None:
    """A program of some unit may bear the name of the office; what it did is not passed over in silence."""
    changed = TrackedParagraph((TrackedRun(LINES[0]), TrackedRun("新", added="镇政府")), row=4)
    rest = tuple(TrackedParagraph((TrackedRun(line),)) for line in LINES[1:])
    found = returned(TrackedFile((changed, *rest)), {}, GROUND)
    assert found.opinions == ()
    assert [(one.row, one.remark, one.words) for one in found.noted] == [(4, "own", "镇政府")]


def test_a_file_without_a_word_is_no_draft() -> None:
    for paragraphs in ((), (TrackedParagraph(()),)):
        with pytest.raises(PlanError):
            returned(TrackedFile(paragraphs), {}, GROUND)


def test_another_draft_is_refused_by_its_marks() -> None:
    other = GROUND._replace(frozen=Frozen(name="送审稿", digest="sha256:2"))
    found = returned(tracked_in(EXPORTED), {}, other)
    assert found.circulated == Circulated("征求意见稿", "sha256:1")
    assert not found.opinions


def test_another_reader_of_tracked_changes_sees_the_same() -> None:
    """docx-revisions knows nothing of plancli: both views of every paragraph, and whose each change is."""
    for seed in range(100, 106):
        desk = Desk(EXPORTED)
        busy(desk, list(UNITS), 12, seed)
        content = desk.content()
        own = tracked_in(content)
        other = RevisionDocument(io.BytesIO(content))
        assert [
            ("".join(run.text for run in one.runs if not run.added), _accepted(one))
            for one in own.paragraphs
        ] == [(one.original_text, one.accepted_text) for one in other.all_paragraphs]
        by = {run.added or run.gone for one in own.paragraphs for run in one.runs} - {""}
        assert by == {change.author for change in other.track_changes}


def _accepted(paragraph: TrackedParagraph) -> str:
    return "".join(run.text for run in paragraph.runs if not run.gone)


# --- what exports carry -------------------------------------------------------------------------------------


@pytest.mark.parametrize("option", [(), ("--clean",), ("--draft-only",)])
def test_an_export_is_marked_and_valid(option: tuple[str, ...], run: Run, tmp_path: Path) -> None:
    file = tmp_path / "稿.docx"
    assert run(ROOT, "export", str(file), *option).code == 0
    assert faults(file) == []
    read = tracked_in(file.read_bytes())
    assert read.origin is not None
    assert read.origin.draft.draft == "征求意见稿"
    marks = [number for paragraph in read.paragraphs for number in paragraph.marks]
    assert marks == list(read.origin.parts) == list(range(1, len(marks) + 1))


def test_two_exports_differ_in_nothing_but_the_time() -> None:
    def parts() -> dict[str, bytes]:
        content = docx(
            "水利规划", list(plain(CORPUS.outline)), draft=Circulated(FROZEN.name, FROZEN.digest)
        )
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            return {name: packed.read(name) for name in packed.namelist() if "core.xml" not in name}

    assert parts() == parts()


def test_the_redline_of_the_plan_reads_back_as_its_edits(run: Run, tmp_path: Path) -> None:
    """Accepted they are the plan: 24 changes of 14 units, whole paragraphs and lists of units among them."""
    from plancli.store.files import read_files
    from plancli.store.repository import load

    file = tmp_path / "修订稿.docx"
    assert run(ROOT, "export", str(file)).code == 0
    round_ = load(read_files(ROOT)).open_round
    read = tracked_in(file.read_bytes())
    (frozen,) = round_.manifest.drafts
    ids = frozenset(round_.comments)
    ground = DraftGround(round_.workspace.corpus, frozen, asking("zh"), ids=ids)
    found = returned(read, {name: name for name in read.authors}, ground)
    assert {one.doubt for one in found.opinions} == {None}
    placed = [
        place(ground.corpus, f"甲-{number}", Patch.of(one.at, one.shown or ()))
        for number, one in enumerate(found.opinions)
    ]
    composed = compose(round_.workspace.draft, placed)
    wanted = printed_lines(round_.plan).values()
    got = printed_lines(Outline(composed.sections)).values()
    assert [line for line in got if line] == [line for line in wanted if line]


# --- what somebody does in what somebody else proposes ------------------------------------------------------


@pytest.mark.parametrize("where", ["head", "middle", "end"])
@pytest.mark.parametrize("typed", ["ahead", "behind"])
def test_words_in_a_paragraph_that_somebody_else_proposes_are_none_of_its_neighbours(
    where: str, typed: str
) -> None:
    """Without that paragraph they would run together with the next one, or the one before."""
    desk = Desk(EXPORTED)
    line = at("坚持先急后缓")[0]
    if typed == "ahead":
        desk.come_ahead(line, "设立专户管理。", "甲")
    else:
        desk.come(line, "设立专户管理。", "甲")
        line += 1
    places = {"head": 0, "middle": 4, "end": len(desk.blocks[line].marks)}
    desk.blocks[line].marks[places[where] : places[where]] = [Mark(one, "乙") for one in "资金"]
    found = {one.author: one for one in said(desk, "甲", "乙").opinions}
    assert {author: one.doubt for author, one in found.items()} == {"甲": None, "乙": "others"}
    assert "资金" in found["乙"].opinion
    assert "设立" in found["乙"].opinion or "专户" in found["乙"].opinion


def test_two_who_put_in_words_at_one_place_are_both_read() -> None:
    desk = Desk(EXPORTED)
    line, start = at("三座。")
    desk.type(line, start + 2, start + 2, "(含电机)", "甲")
    desk.type(line, start + 7, start + 7, "、水闸两座", "乙")
    found = said(desk, "甲", "乙").opinions
    assert [(one.author, one.doubt) for one in found] == [("甲", None), ("乙", None)]


def test_a_moved_paragraph_in_which_another_unit_changes_words_is_asked_for_them() -> None:
    """As a redline has it: the paragraph goes here and comes there, with words of the other unit in it."""
    desk = Desk(EXPORTED)
    line = at("清淤渠道五段")[0]
    behind = at("落实管护人员")[0]
    desk.come(behind, LINES[line], "甲")
    desk.go(line, "甲")
    copy = desk.blocks[behind + 1].marks
    copy[5:5] = [Mark(one, "乙") for one in "主要"]
    moved, words = said(desk, "甲", "乙").opinions
    assert (moved.author, moved.doubt) == ("甲", None)
    assert (words.author, words.doubt, words.shown) == ("乙", "others", ())


FORMULA = Section(
    key="第一章",
    title="提水",
    body=(
        Paragraph(id="1.1", text="提水能力按下式计算。"),
        Paragraph(id="1.2", formula=True, number="（1）", text="Q = n / 2"),
        Paragraph(id="1.3", number="（二）", text="式中各项见附表。", units=("镇水管站",)),
    ),
)


@pytest.mark.parametrize(
    ("old", "new", "doubt", "there"),
    [
        ("2", "3", None, None),
        ("1", "4", "differs", "Q = n / 2"),
        ("二", "三", "differs", "式中各项见附表。"),
    ],
)
def test_of_what_is_printed_only_the_words_of_the_part_are_quoted(
    old: str, new: str, doubt: str | None, there: str | None
) -> None:
    """The number of a formula stands behind it: it is none of its units, and none of its words."""
    corpus = Corpus((FORMULA,))
    ground = DraftGround(corpus, FROZEN, asking("zh"), frozenset({"提水"}))
    draft = Circulated(FROZEN.name, FROZEN.digest)
    desk = Desk(docx("提水", list(plain(corpus.outline)), draft=draft))
    for line, block in enumerate(desk.blocks[2:4], 2):
        words = "".join(mark.text for mark in block.marks)
        if old in words:
            desk.type(line, words.index(old), words.index(old) + 1, new, "甲")
            break
    (one,) = returned(tracked_in(desk.content()), {"甲": "甲"}, ground).opinions
    assert (one.doubt, one.at.original) == (doubt, there)
