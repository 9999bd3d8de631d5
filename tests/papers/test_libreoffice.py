"""Our Word files in LibreOffice, an independent reader; skipped where it is not installed."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from bench import corpus
from bench.consultation import consult
from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import LineKind, plain, redline
from plancli.core.intake.draft.structure import drafted
from plancli.core.intake.returned import returned
from plancli.core.publish.naming import CHINESE_NAMING
from plancli.core.publish.table import feedback_table
from plancli.core.revision.revise import Workspace
from plancli.core.rounds.round import Round
from plancli.library.opening import open_repository
from plancli.papers.bodies.reading import body_in
from plancli.papers.word.changes import tracked_in
from plancli.papers.word.plan import docx
from plancli.papers.word.tracking import tracking
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run
from tests.papers.bodies import drafts
from tests.papers.ledger import DECIDED, FILLED, consulted, decisions, places
from tests.papers.office import DRIVERS, Office, converted, is_installed
from tests.papers.opinion_form import cells, comes_back
from tests.papers.reading import READERS
from tests.papers.test_returned import EXPORTED, GROUND, given

pytestmark = pytest.mark.skipif(
    not is_installed(),
    reason="needs LibreOffice: apt install libreoffice-writer-nogui libreoffice-calc-nogui python3-uno",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    running = Office(tmp_path_factory.mktemp("profiles"))
    yield running
    running.stop()


_IN_TABLES = (LineKind.HEAD, LineKind.ROW, LineKind.CELL)


def in_office(office: Office, round_: Round, folder: Path) -> dict[str, list[str]]:
    """Return what LibreOffice makes of a redline, without the remarks, which crash its interface."""
    rows = [
        row for group in feedback_table(round_.manifest, round_.current, {}) for row in group.rows
    ]
    tracked = tracking(round_, rows, date(2026, 1, 2), CHINESE_NAMING)._replace(remarks={})
    file = folder / "redline.docx"
    file.write_bytes(docx("标题", redline(round_), tracking=tracked))
    return office.read(file)


def holds(round_: Round, found: dict[str, list[str]]) -> None:
    """Check every paragraph of both states, and every cell of tables below their heads."""
    for state, outline in (("accepted", round_.plan), ("rejected", round_.workspace.draft)):
        lines = list(plain(outline))
        in_cells = [accepted(line.pieces) for line in lines if line.kind is LineKind.CELL]
        told = iter(found[f"{state} cells"])
        # heads, whose levels are cells of their own, stand between them
        assert [text for text in in_cells if text and text not in told] == []
        wanted = [accepted(line.pieces) for line in lines if line.kind not in _IN_TABLES]
        assert [text for text in found[state] if text] == [
            "标题",
            *(text for text in wanted if text),
        ]


def test_the_real_plan(office: Office, tmp_path: Path) -> None:
    round_ = load(read_files(ROOT)).open_round
    found = in_office(office, round_, tmp_path)
    holds(round_, found)
    assert {"市医保局", "市公安局", "市消防救援支队"} <= set(found["authors"])


def test_a_form_that_is_filled_in_comes_back_exactly(
    office: Office, adopted: Path, run: Run
) -> None:
    form = adopted.parent / "form.xlsx"
    assert run(adopted, "intake", "form", "-o", str(form)).code == 0
    office.fill_in(form, cells())
    comes_back(adopted, run, form)


def test_a_ledger_that_is_filled_in_comes_back_exactly(
    office: Office, example: Path, run: Run
) -> None:
    file = consulted(example) / "台账.xlsx"
    run(example, "report", "--preset", "internal", "-o", str(file))
    office.fill_in(file, places(file, FILLED))
    assert run(example, "decide", "--from", str(file)).code == 0
    assert decisions(example) == DECIDED


@pytest.mark.slow
def test_500_changes_of_30_units(office: Office, tmp_path: Path) -> None:
    sections = corpus.plan(150_000).sections
    comments = [request.comment for request in consult(sections, 500)]
    assert len({comment.unit for comment in comments}) == 30
    files = corpus.files(sections, comments)
    round_ = load({path: text.encode() for path, text in files.items()}).open_round
    work, revision = round_.workspace, round_.trial
    assert len(revision.record) == 500
    drafted = work.draft.sections.values()
    applied = Workspace(drafted, revision.sections, revision.record, list(round_.comments))
    round_ = Round(round_.manifest, round_.drafts, round_.comments, applied, round_.draft)
    found = in_office(office, round_, tmp_path)
    holds(round_, found)
    assert len(set(found["authors"])) == 30


def test_parts_that_come_go_and_move(
    office: Office, example: Path, run: Run, tmp_path: Path
) -> None:
    edits = """
  - {add: {id: 新1, heading: 新事, text: 新的文字。}, to: 第一章}
  - {remove: 专栏1.1}
  - {move: 第一章.1, to: 第二章}"""
    text = (
        f"unit: 镇财政所\nopinion: 增加、删去、移动。\nedits:{edits}\ndecision:\n  status: 采纳\n"
    )
    (example / "comments/镇财政所/09.yaml").write_text(text, encoding="utf-8")
    assert run(example, "apply", "镇财政所-09").code == 0
    round_ = load(read_files(example)).open_round
    holds(round_, in_office(office, round_, tmp_path))


@pytest.mark.parametrize(
    "edit", ["move: 第一章.3, after: 第一章.1", "move: 第二章, before: 第一章"]
)
def test_what_a_comment_moved(
    office: Office, edit: str, moving: Callable[..., Path], tmp_path: Path
) -> None:
    round_ = load(read_files(moving(edit))).open_round
    found = in_office(office, round_, tmp_path)
    holds(round_, found)
    assert set(found["authors"]) == {"镇财政所"}


WRITTEN = {
    "表.docx": ["report", "-o"],
    "表.xlsx": ["report", "-o"],
    "修订稿.docx": ["export"],
    "规划.docx": ["export", "--clean", "--line-numbers"],
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_opens(name: str, tmp_path: Path, run: Run) -> None:
    file = tmp_path / name
    assert run(ROOT, *WRITTEN[name], str(file)).code == 0
    assert converted(file).stat().st_size > 10_000


def test_a_ledger_with_a_comment_over_many_pages_opens(
    example: Path, tmp_path: Path, run: Run
) -> None:
    """It took more than a minute before long paragraphs were divided, now about four seconds."""
    text = f"unit: 镇财政所\nopinion: {'非常长的意见,' * 1200}\ndecision:\n"
    text += f"  status: 不采纳\n  reason: {'理由很长,' * 900}\n"
    (example / "comments/镇财政所/09.yaml").write_text(text, encoding="utf-8")
    file = tmp_path / "台账.docx"
    assert run(example, "report", "--preset", "internal", "-o", str(file)).code == 0
    assert converted(file, seconds=60).stat().st_size > 10_000


STEPS = [
    ("镇水管站", "type", "12座", "15座"),
    ("镇农技站", "enter", "长度共", ""),
    ("镇水管站", "go", "坚持先急后缓", ""),
    ("镇农技站", "type", "定期公示", "按月公示"),
    ("李四", "go", "更换闸门", ""),
    ("李四", "come", "专栏1 重点工程", "更换闸门,增设启闭机。"),
    ("镇财政所", "come", "强化考核", "经费列入预算。"),
]


def test_what_people_do_in_libreoffice_comes_back_by_author(office: Office, tmp_path: Path) -> None:
    """Typing, a division, a deletion, a move and a new paragraph, tracked and saved by LibreOffice."""
    file = tmp_path / "征求意见稿.docx"
    file.write_bytes(EXPORTED)
    office.track(file, STEPS)
    read = tracked_in(file.read_bytes())
    assert read.origin == tracked_in(EXPORTED).origin
    found = returned(read, {author: author for author in read.authors}, GROUND)
    assert {one.doubt for one in found.opinions} == {None}
    assert {(one.author, one.opinion) for one in found.opinions} == {
        ("镇水管站", "将“12座”改为“15座”。"),
        ("镇水管站", "删除“坚持先急后缓、分段实施。坚持群众参与。”这一部分。"),
        (
            "镇农技站",
            "删除“长度共8公里;修闸一座。”。\n在“清淤”一段后增加一段：“长度共8公里;修闸一座。”。",
        ),
        ("镇农技站", "将“定期公示”改为“按月公示”。"),
        ("李四", "将“更换闸门,增设启闭机。”移至“泵站”前。"),
        ("镇财政所", "在“加强组织领导。落实经费。强化考核。”一段后增加一段：“经费列入预算。”。"),
    }
    # what they come to is what LibreOffice itself shows once all is accepted
    shown = office.read(file)["accepted"]
    assert [line for line in shown if line] == ["水利规划", *given(list(found.opinions))]


def test_a_draft_that_libreoffice_saved_is_read_as_it_was(office: Office, tmp_path: Path) -> None:
    """By pattern alone: whatever it makes of styles, boxes and runs, structure and words are the same."""
    repository = open_repository(ROOT / "examples/water")
    file = tmp_path / "征求意见稿.docx"
    file.write_bytes(drafts.written(repository, styled=False))
    before = file.read_bytes()
    office.track(file, [])
    assert file.read_bytes() != before
    found = drafted(body_in(file.read_bytes(), ".docx")).sections
    assert list(drafts.parts(found)) == list(drafts.parts(repository.draft(drafts.FIRST).sections))


def test_a_filter_by_unit_leaves_all_its_rows_and_sorting_keeps_rows_whole(
    office: Office, tmp_path: Path, run: Run
) -> None:
    file = tmp_path / "表.xlsx"
    # its columns are narrow enough that two comments go over two rows each
    assert run(ROOT, "report", "--preset", "reasons", "-o", str(file)).code == 0
    with_all = READERS["xlsx"](file)[1:]
    found = office.sort_and_filter(file, "反馈人", "市消防救援支队")
    wanted = [row for row in with_all if row[1] == "市消防救援支队"]
    assert len(wanted) == 2  # of one comment
    seen = len(wanted[0])
    assert [row[:seen] for row in found["filtered"]] == wanted
    assert sorted(row[:seen] for row in found["sorted"]) == sorted(with_all)
    tickets = {(row[2], row[-1]) for row in found["sorted"]}
    assert tickets == {(row[2], row[-1]) for row in _all_columns(file)}


def _all_columns(file: Path) -> list[list[str]]:
    page = load_workbook(file).worksheets[0]
    _head, *rows = page[page.auto_filter.ref]
    return [[str(cell.value or "") for cell in row] for row in rows]


BEARS = "letters: {reference: '云溪函〔2026〕{number}号'}\n"
AWKWARD = "0371,示例镇“双提升”工作专班；综合科"


@pytest.mark.skipif(
    not DRIVERS.exists(),
    reason="needs Base's part of LibreOffice: apt install libreoffice-base-nogui",
)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_each_letter_of_a_mail_merge_is_that_of_its_row(
    office: Office, decided: Path, run: Run, tmp_path: Path, ending: str
) -> None:
    manifest = decided / "plan/plan.yaml"
    text = manifest.read_text("utf-8").replace("sections:", f"  - name: {AWKWARD}\nsections:", 1)
    manifest.write_text(f"{BEARS}{text}", encoding="utf-8")
    comment = decided / "comments" / AWKWARD / "01.yaml"
    comment.parent.mkdir()
    words = f"unit: {AWKWARD}\nopinion: 食堂的账目每月公布。\ndecision: {{status: 留作参考}}\n"
    comment.write_text(words, encoding="utf-8")
    # a folder of CSV is a source of data, with all tables in it
    (tmp_path / "list").mkdir()
    listed = tmp_path / "list" / f"清单.{ending}"
    run(decided, "reply", "--list", str(listed))
    head, *rows = READERS[ending](listed)
    texts = [
        "【发文字号】",
        "【单位】：",
        "【称谓】提出的【意见条数】条意见收悉，函复见【复函文件】（第【序号】件）。",
    ]
    found = office.mail_merge(listed, tmp_path / "merged", texts)
    assert found["fields"] == head
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert AWKWARD in {row["单位"] for row in told}
    assert len(told) == len(found["letters"]) > 2
    assert found["letters"] == [[filled_in(text, row) for text in texts] for row in told]
    assert {row["称谓"] for row in told} == {"贵单位", "您"}
    assert "云溪函〔2026〕1号" in found["letters"][0][0]


def filled_in(text: str, row: dict[str, str]) -> str:
    return re.sub("【(.*?)】", lambda field: row[str(field[1])], text)
