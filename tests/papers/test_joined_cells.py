"""A class that stands over several rows is one cell on paper, and one of each row in the plan."""

import io
import random
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook

from plancli.core.intake.changed import DraftGround
from plancli.core.intake.opinions import FileOpinions
from plancli.core.intake.returned import NOBODY, returned
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.manifest import Frozen
from plancli.core.plan.model import Table
from plancli.core.text.matchkey import fold
from plancli.library.opening import open_repository
from plancli.papers.bodies.word import body_of_word
from plancli.papers.word.changes import tracked_in
from plancli.render.pages.asking import asking
from tests.conftest import Run
from tests.papers.office import Office, is_installed
from tests.papers.test_returned_notes import rezipped, shown

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAN = """\
format: 2
title: 绿化方案
issuer: 县林业局
units: [{name: 县水利局}, {name: 县交通局}]
sections: [第一章]
"""
CHAPTER = """\
key: 第一章
title: 目标
body:
  - {id: "1.1", text: 各项指标见表1。}
  - table: 表1
    title: 绿化指标
    columns: [类别, 指标, 目标]
    rows:
      - {id: 表1.1, cells: [造林, 荒山造林, 12万亩]}
      - {id: 表1.2, cells: [造林, 四旁植树, 30万株]}
      - {id: 表1.3, cells: [造林, 封山育林, 8万亩]}
      - {id: 表1.4, cells: [管护, 护林员, 260人]}
      - {id: 表1.5, cells: [管护, 防火道, 45公里]}
      - {id: 表1.6, cells: [监测, 样地, 18处]}
    joined: [类别]
"""
ROWS = [("造林", "荒山造林"), ("造林", "四旁植树"), ("造林", "封山育林"), ("管护", "护林员")]
TITLES = frozenset(map(fold, ("绿化方案", "绿化方案(征求意见稿)")))
BY = 'w:id="9" w:author="县水利局"'


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    folder = tmp_path / "plan"
    (folder / "plan").mkdir(parents=True)
    (folder / "plan/plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "plan/第一章.yaml").write_text(CHAPTER, encoding="utf-8")
    assert run(folder, "freeze", "征求意见稿").code == 0
    return folder


def exported(plan: Path, run: Run, *options: str) -> bytes:
    assert run(plan, "export", "稿.docx", "--internal", *options).code in (0, 1)
    return (plan / "稿.docx").read_bytes()


def table_of(plan: Path) -> Table:
    (table,) = open_repository(plan).sections[0].body[1:]
    assert isinstance(table, Table)
    return table


# --- a reader that knows nothing of the program's own -------------------------------------------------------


def read(content: bytes, accept: bool) -> tuple[list[list[str]], int]:
    """Return the rows below the head with all changes accepted, or refused, and how many cells go on."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        root = ElementTree.fromstring(packed.read("word/document.xml"))
    rows: list[list[str]] = []
    merged = 0
    above: list[str] = []
    for row in root.iter(f"{W}tr"):
        if row.find(f"{W}trPr/{W}tblHeader") is not None:
            continue
        if row.find(f"{W}trPr/{W}{'del' if accept else 'ins'}") is not None:
            continue
        cells: list[str] = []
        for at, cell in enumerate(row.findall(f"{W}tc")):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            words = "".join(words_in(cell, accept))
            if merge is not None and merge.get(f"{W}val") is None:
                assert words == ""
                merged += 1
                words = above[at]
            cells.append(words)
        rows.append(cells)
        above = cells
    return rows, merged


def words_in(element: ElementTree.Element, accept: bool) -> list[str]:
    found: list[str] = []
    for child in element:
        if child.tag == (f"{W}del" if accept else f"{W}ins"):
            continue
        if child.tag in (f"{W}t", f"{W}delText"):
            found.append(child.text or "")
        else:
            found += words_in(child, accept)
    return found


def cells_of(table: Table) -> list[list[str]]:
    return [list(row.cells) for row in table.rows]


def test_a_clean_document_has_one_cell_over_the_rows_that_say_the_same(
    plan: Path, run: Run
) -> None:
    assert read(exported(plan, run, "--clean"), True) == (cells_of(table_of(plan)), 3)


EDITS = (
    "- {replace: 造林, with: 造林绿化, in: 表1.2/类别}",
    "- {replace: 12万亩, with: 15万亩}",
    "- add: {cells: [造林, 退化林修复, 2万亩]}\n    to: 表1\n    after: 表1.2",
    "- {remove: 表1.1}",
    "- {remove: 表1.5}",
    "- {move: 表1.2, after: 表1.4}",
    "- {remove: 表1/类别}",
    "- add: {cells: [监测, 气象站, 3座]}\n    to: 表1",
)


@pytest.mark.parametrize("seed", range(14))
def test_accepted_it_is_the_plan_and_refused_the_draft_whatever_changes(
    plan: Path, run: Run, seed: int
) -> None:
    before = cells_of(table_of(plan))
    chosen = random.Random(seed).sample(EDITS, 1 + seed % 4)
    for number, edit in enumerate(chosen, 1):
        file = plan / f"comments/县水利局/{number:02}.yaml"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(
            f"unit: 县水利局\nopinion: 见修改。\nedits:\n  {edit}\ndecision: {{status: 采纳}}\n",
            encoding="utf-8",
        )
        run(plan, "apply", f"县水利局-{number:02}")
    marked = exported(plan, run)
    after = cells_of(table_of(plan))
    without_class = [row[1:] for row in before] if len(after[0]) == 2 else before
    accepted, refused = (read(marked, way)[0] for way in (True, False))
    assert [[cell for cell in row if cell] for row in accepted] == after
    assert [row[-len(without_class[0]) :] for row in refused] == without_class


def test_a_draft_whose_cells_are_joined_has_them_joined(
    plan: Path, run: Run, tmp_path: Path
) -> None:
    exported(plan, run, "--clean")
    again = tmp_path / "again"
    done = run(plan, "intake", "draft", "稿.docx", "--into", str(again))
    assert done.code == 0, done.err
    assert table_of(again).joined == ("类别",)
    assert cells_of(table_of(again)) == cells_of(table_of(plan))
    assert "joined: [类别]" in next((again / "plan").glob("*章*.yaml")).read_text(encoding="utf-8")
    assert run(again, "check").code == 0


# --- what comes back ----------------------------------------------------------------------------------------


def said(plan: Path, content: bytes) -> FileOpinions:
    sections = tuple(open_repository(plan).sections)
    frozen = open_repository(plan).manifest.drafts[0]
    ground = DraftGround(
        Corpus(sections), Frozen(name=frozen.name, digest=frozen.digest), asking("zh"), TITLES
    )
    file = tracked_in(content)
    names = {"县水利局": "县水利局", NOBODY: "县水利局"}
    return returned(file, names, ground, None if file.is_tracked else body_of_word(content))


def changed(content: bytes, old: str, new: str) -> bytes:
    """Return a document with its text changed, which must have what is to go."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    text = parts["word/document.xml"].decode()
    assert old in text
    parts["word/document.xml"] = text.replace(old, new, 1).encode()
    return rezipped(parts)


def run_of(content: bytes, words: str) -> str:
    """Return the run with just these words."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        text = packed.read("word/document.xml").decode()
    found = re.search(rf"<w:r>(?:(?!</w:r>).)*>{re.escape(words)}</w:t></w:r>", text)
    assert found is not None
    return found.group()


def instead(run: str, old: str, new: str) -> str:
    gone = re.sub("<(/?)w:t(?=[ >])", r"<\1w:delText", run)
    put = run.replace(f">{old}<", f">{new}<")
    return f"<w:del {BY}>{gone}</w:del><w:ins {BY}>{put}</w:ins>"


def test_what_came_back_as_it_went_says_nothing(plan: Path, run: Run) -> None:
    sent = exported(plan, run, "--draft-only")
    assert [one.remark for one in said(plan, sent).noted] == ["unchanged"]
    assert said(plan, sent).opinions == ()
    elsewhere = changed(sent, run_of(sent, "18处"), instead(run_of(sent, "18处"), "18处", "20处"))
    found = said(plan, elsewhere)
    assert [shown(one) for one in found.opinions] == [
        [{"replace": "18处", "with": "20处", "in": "表1.6/目标"}]
    ]
    assert found.noted == ()


def test_words_of_a_joined_cell_change_in_each_of_its_rows(plan: Path, run: Run) -> None:
    sent = exported(plan, run, "--draft-only")
    old = run_of(sent, "管护")
    (one,) = said(plan, changed(sent, old, instead(old, "管护", "维护"))).opinions
    assert shown(one) == [
        {"replace": "管护", "with": "维护", "in": "表1.4/类别"},
        {"replace": "管护", "with": "维护", "in": "表1.5/类别"},
    ]
    assert one.opinion.count("维护") == 1
    unmarked = said(plan, changed(sent, old, old.replace("管护", "维护"))).opinions
    assert [edit for other in unmarked for edit in shown(other)] == shown(one)


@pytest.mark.parametrize(
    ("words", "row"), [("荒山造林", "表1.1"), ("四旁植树", "表1.2"), ("防火道", "表1.5")]
)
def test_a_row_that_goes_takes_only_itself_out_of_a_joined_cell(
    plan: Path, run: Run, words: str, row: str
) -> None:
    sent = exported(plan, run, "--draft-only")
    with zipfile.ZipFile(io.BytesIO(sent)) as packed:
        text = packed.read("word/document.xml").decode()
    rows: list[str] = re.findall(r"<w:tr>.*?</w:tr>", text)
    own = next(one for one in rows if f">{words}</w:t>" in one)
    out = re.sub(
        r"<w:r>.*?</w:r>",
        lambda run: (
            f"<w:del {BY}>{run.group().replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"
        ),
        own,
    )
    out = out.replace("</w:trPr>", f"<w:del {BY}/></w:trPr>", 1)
    assert [shown(one) for one in said(plan, changed(sent, own, out)).opinions] == [
        [{"remove": row}]
    ]


@pytest.mark.skipif(not is_installed(), reason="needs LibreOffice")
def test_saved_by_libreoffice_the_cells_are_still_joined(
    plan: Path, run: Run, tmp_path: Path
) -> None:
    office = Office(tmp_path)
    file = tmp_path / "回.docx"
    file.write_bytes(exported(plan, run, "--draft-only"))
    try:
        office.track(file, [("县水利局", "type", "管护", "管护提升")])
    finally:
        office.stop()
    (one,) = said(plan, file.read_bytes()).opinions
    assert [edit["in"] for edit in shown(one)] == ["表1.4/类别", "表1.5/类别"]  # type: ignore[index]


# --- the other papers ---------------------------------------------------------------------------------------


def test_html_and_excel_have_one_cell_and_markdown_says_it_in_each_row(
    plan: Path, run: Run
) -> None:
    run(plan, "site", "-o", "site", "--internal")
    page = (plan / "site/index.html").read_text(encoding="utf-8")
    assert re.findall(r'rowspan="(\d)"', page)[-2:] == ["3", "2"]
    assert run(plan, "export", "规划.xlsx", "--clean", "--internal").code in (0, 1)
    book = load_workbook(plan / "规划.xlsx")
    ranges = [str(one) for sheet in book for one in sheet.merged_cells.ranges]
    assert sum(one.startswith("A") and one[-1].isdigit() and ":A" in one for one in ranges) == 2
    run(plan, "export", "规划.md", "--clean", "--internal")
    assert (plan / "规划.md").read_text(encoding="utf-8").count("| 造林 |") == 3


def test_a_cell_that_says_something_else_stands_by_itself(plan: Path, run: Run) -> None:
    file = plan / "plan/第一章.yaml"
    other = file.read_text(encoding="utf-8").replace("造林, 四旁植树", "植树, 四旁植树")
    file.write_text(other, encoding="utf-8")
    assert read(exported(plan, run, "--clean"), True) == (cells_of(table_of(plan)), 1)


def test_a_column_that_is_not_there_is_told(plan: Path, run: Run) -> None:
    file = plan / "plan/第一章.yaml"
    file.write_text(file.read_text("utf-8").replace("joined: [类别]", "joined: [种类]"), "utf-8")
    assert "P519" in run(plan, "check").out
