"""The plan in Word, tracked and clean; the comparison table, the task table, letters and accounts."""

import json
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.text.run import Run as TextRun

from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import plain, redline
from plancli.core.publish.prose import ProseLine, Style
from plancli.core.text.marked import Run as Words
from plancli.papers.pdf.prose import source
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run
from tests.papers.reading import READERS, from_docx
from tests.papers.test_tables import faults
from tests.papers.worn import said, strong, struck, type_of, underlined

CASE = load(read_files(ROOT)).open_round


def exported(run: Run, tmp_path: Path, *words: str, folder: Path = ROOT) -> Word:
    file = tmp_path / "规划.docx"
    assert run(folder, "export", str(file), *words).code == 0
    assert faults(file) == []
    return Document(str(file))


def words_of(paragraph: object, *, without: str) -> str:
    """Return the words of a paragraph without those inside one kind of change."""
    texts = paragraph._p.iter(qn("w:t"), qn("w:delText"))  # type: ignore[attr-defined]
    kept = (
        text
        for text in texts
        if not any(above.tag == qn(without) for above in text.iterancestors())
    )
    return "".join(text.text or "" for text in kept)


def test_the_words_of_both_states_stand_in_the_redline(run: Run, tmp_path: Path) -> None:
    word = exported(run, tmp_path)
    lines = redline(CASE)
    paragraphs = word.paragraphs[1:-1]
    assert [words_of(p, without="w:del") for p in paragraphs] == [
        accepted(line.pieces) for line in lines
    ]
    assert [words_of(p, without="w:ins") for p in paragraphs] == [
        rejected(line.pieces) for line in lines
    ]


def test_a_change_bears_its_unit_and_day(adopted: Path, run: Run, tmp_path: Path) -> None:
    file = adopted / "comments/市医保局/01.yaml"
    file.write_text(
        file.read_text(encoding="utf-8") + "received: 2020年10月12日\n", encoding="utf-8"
    )
    word = exported(run, tmp_path, folder=adopted)
    changes = [*word.element.body.iter(qn("w:ins")), *word.element.body.iter(qn("w:del"))]
    own = [change for change in changes if change.get(qn("w:author")) == "市医保局"]
    assert len(own) == 4
    assert {change.get(qn("w:date")) for change in own} == {"2020-10-12T00:00:00Z"}
    numbers = [change.get(qn("w:id")) for change in changes]
    assert len(numbers) == len(set(numbers))


def test_every_comment_in_the_text_has_one_remark(run: Run, tmp_path: Path) -> None:
    word = exported(run, tmp_path)
    remarks = {remark.text.split("(")[0]: remark for remark in word.comments}
    assert set(remarks) == set(CASE.workspace.recorded)
    assert remarks["市医保局-01"].author == "市医保局"
    assert "采纳情况:已采纳。P38" in remarks["市医保局-01"].text
    anchored = word.element.body.iter(qn("w:commentReference"))
    assert sorted(int(one.get(qn("w:id"))) for one in anchored) == list(range(len(remarks)))
    assert [remark.comment_id for remark in word.comments] == list(range(len(remarks)))


def test_a_touched_paragraph_keeps_the_look_of_its_words(run: Run, tmp_path: Path) -> None:
    clean, marked = exported(run, tmp_path, "--clean"), exported(run, tmp_path)
    looks = {
        run_.getparent().tag: type_of(TextRun(run_, paragraph), paragraph)
        for paragraph in marked.paragraphs
        if "推广普及" in words_of(paragraph, without="w:del")
        for run_ in list(paragraph._p.iter(qn("w:r")))[1:]
    }
    assert set(looks) == {qn("w:p"), qn("w:ins"), qn("w:del")}
    assert set(looks.values()) == {("仿宋", 16)}
    assert len(clean.paragraphs) == len(list(plain(CASE.plan))) + 2


def test_the_setting_of_the_standard(run: Run, tmp_path: Path) -> None:
    word = exported(run, tmp_path, "--draft-only", "--line-numbers")
    section = word.sections[0]
    margins = section.top_margin, section.bottom_margin, section.left_margin, section.right_margin
    assert [round(margin.mm) for margin in margins if margin] == [37, 35, 28, 26]
    assert section._sectPr.xpath("string(w:lnNumType/@w:restart)") == "newPage"
    assert word.settings.odd_and_even_pages_header_footer
    footers = section.footer, section.even_page_footer
    sides = [said(footer.paragraphs[0], "w:jc/@w:val") for footer in footers]
    assert sides == ["right", "left"]
    levels = [said(p, "w:outlineLvl/@w:val") for p in word.paragraphs]
    assert {level: levels.count(level) for level in "012"} == {"0": 5, "1": 6, "2": 24}
    boxed = [p for p in word.paragraphs if p._p.xpath("./w:pPr/w:pBdr")]
    assert [p.text[:3] for p in boxed][:2] == ["专栏3", "政务云"]
    lines = list(plain(CASE.workspace.draft))
    assert [p.text for p in word.paragraphs[1:-1]] == [accepted(line.pieces) for line in lines]


def test_a_section_alone(run: Run, tmp_path: Path) -> None:
    word = exported(run, tmp_path, "--clean", "--section", "智慧交通工程")
    assert word.paragraphs[1].text == "17.智慧交通工程"
    assert len(word.paragraphs) == 7


def test_the_plan_as_markdown(run: Run, tmp_path: Path) -> None:
    assert run(ROOT, "export", str(tmp_path / "a.md")).code == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "推广普及<del>电子</del>医保<ins>电子</ins>凭证" in text
    assert "#### 19.医疗健康工程" in text
    assert "> **专栏15 智慧交通重点工作**" in text


# --- comparison table ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", READERS)
def test_the_comparison_table(ending: str, run: Run, tmp_path: Path) -> None:
    file = tmp_path / f"对照表.{ending}"
    assert run(ROOT, "compare", "-o", str(file)).code == 0
    head, *rows = READERS[ending](file)
    assert head == ["位置", "原文(征求意见稿)", "修改后", "依据(意见编号、单位)"]
    assert len(rows) == len([line for line in redline(CASE) if line.authors])
    (row,) = [row for row in rows if row[3] == "市医保局-01"]
    assert row[0] == "19.医疗健康工程\n第1段\n第38页第16-20行"
    assert "推广普及电子医保凭证,探索医保线上申报、线上结算、线上购药等功能" in row[1]
    assert "推广普及医保电子凭证,探索医保线上申报、线上结算等功能" in row[2]


def test_what_goes_and_comes_can_be_told_in_black_and_white(run: Run, tmp_path: Path) -> None:
    run(ROOT, "compare", "-o", str(tmp_path / "对照表.docx"))
    (table,) = Document(str(tmp_path / "对照表.docx")).tables
    (row,) = [row for row in table.rows if row.cells[3].text == "市医保局-01"]
    before, after = (row.cells[column].paragraphs[0].runs for column in (1, 2))
    assert [r.text for r in before if struck(r)] == ["电子", "、线上购药", "依托电子社保卡,"]
    assert [r.text for r in after if strong(r) and underlined(r)] == ["电子"]
    assert not any(struck(r) for r in after)


def test_the_offices_own_change_gives_its_reason(adopted: Path, run: Run, tmp_path: Path) -> None:
    path = adopted / "plan/第四章/17-智慧交通工程.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("网约车等", "网约车、顺风车等"), encoding="utf-8"
    )
    manifest = adopted / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        f"{text}notes:\n  - {{paragraph: '17.1', reason: 专家评审意见}}\n", encoding="utf-8"
    )
    run(adopted, "compare", "--section", "17.1", "-o", str(tmp_path / "a.docx"))
    ((_, row),) = [from_docx(tmp_path / "a.docx")]
    assert "编制单位:专家评审意见" in row[3].splitlines()


def test_without_changes_the_table_says_so(circulated: Path, run: Run) -> None:
    assert "没有改动。" in run(circulated, "compare").out


# --- tasks --------------------------------------------------------------------------------------------------


def test_the_task_table(run: Run, tmp_path: Path) -> None:
    assert run(ROOT, "tasks", "-o", str(tmp_path / "a.xlsx")).code == 0
    head, *rows = READERS["xlsx"](tmp_path / "a.xlsx")
    assert head == ["序号", "工程", "任务", "牵头单位", "其他责任单位"]
    assert rows[0] == [
        "1",
        "2.智能计算基建工程",
        "完善新型计算基础设施",
        "市数管局",
        "金安区人民政府",
    ]
    assert len(rows) == 7


def test_duties_by_unit_against_the_draft(run: Run, tmp_path: Path) -> None:
    assert run(ROOT, "tasks", "--by-unit", "-o", str(tmp_path / "a.csv")).code == 0
    rows = {row[0]: row[1:] for row in READERS["csv"](tmp_path / "a.csv")}
    assert rows["市金融监管局"] == [
        "",
        "23.传统产业转型升级工程 加速服务业数字化升级",
        "23.传统产业转型升级工程 加速服务业数字化升级(市金融监管局-01)",
        "",
    ]
    assert (
        rows["市消防救援支队"][2] == "14.应急管理工程 提升智慧消防工作水平(牵头;市消防救援支队-01)"
    )
    assert rows["市投创中心"] == [
        "",
        "",
        "",
        "2.智能计算基建工程 完善新型计算基础设施(市投创中心-01)",
    ]
    assert rows["金安区人民政府"] == ["", "2.智能计算基建工程 完善新型计算基础设施", "", ""]
    assert "……" not in rows


def test_a_unit_has_one_row_under_all_its_names(run: Run, tmp_path: Path) -> None:
    """plan.yaml says under aliases that 市自然资源局 and 市交通局 are short names."""
    assert run(ROOT, "tasks", "--by-unit", "-o", str(tmp_path / "a.csv")).code == 0
    rows = {row[0]: row[1:] for row in READERS["csv"](tmp_path / "a.csv")}
    assert not {"市自然资源局", "市交通局"} & rows.keys()
    assert rows["市自然资源和规划局"][1].splitlines() == [
        "12.智慧城管工程 提升城市住房建设监管和服务能力",
        "13.社会治安工程 推进平安六安建设",
    ]
    assert rows["市交通运输局"] == ["", "17.智慧交通工程 完善公共交通服务", "", ""]


# --- letters and accounts -----------------------------------------------------------------------------------


def test_the_letter_to_a_unit(run: Run, tmp_path: Path) -> None:
    assert run(ROOT, "reply", "市医保局", "-o", str(tmp_path / "复函.docx")).code == 0
    assert faults(tmp_path / "复函.docx") == []
    word = Document(str(tmp_path / "复函.docx"))
    texts = [paragraph.text for paragraph in word.paragraphs]
    assert (
        texts[0].replace("\n", "")
        == "关于市医保局对《六安市“十四五”新型智慧城市建设规划》(征求意见稿)意见办理情况的复函"
    )
    assert texts[1] == "市医保局:"
    place = "第四章第19项“医疗健康工程”中第1段:"
    (change,) = [p for p in word.paragraphs if p.text.startswith(place)]
    assert [r.text for r in change.runs if struck(r)] == [
        "电子",
        "、线上购药",
        "依托电子社保卡,",
    ]
    assert [r.text for r in change.runs if strong(r)] == ["电子"]


def test_a_letter_to_each_unit(decided: Path, run: Run, tmp_path: Path) -> None:
    assert run(decided, "reply", "-o", str(tmp_path / "复函")).code == 0
    files = {path.name for path in (tmp_path / "复函").iterdir()}
    assert files == {"镇财政所.docx", "镇民政办.docx", "镇文化站.docx", "朱小明.docx"}


def test_a_person_is_addressed_otherwise(decided: Path, run: Run) -> None:
    assert "您对《" in run(decided, "reply", "朱小明").out
    assert "贵单位对《" in run(decided, "reply", "镇文化站").out


def test_an_unknown_unit_is_refused(run: Run) -> None:
    done = run(ROOT, "reply", "市医保")
    assert done.code == 2
    assert "市医保局" in done.err


@pytest.mark.parametrize("ending", ["docx", "md", "html", "txt"])
def test_the_account_of_the_consultation(
    ending: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / f"说明.{ending}"
    assert run(consulted, "report", "--preset", "narrative", "-o", str(file)).code == 0
    text = (
        "\n".join(p.text for p in Document(str(file)).paragraphs)
        if ending == "docx"
        else file.read_text(encoding="utf-8")
    )
    assert "共征求4个单位的意见,收到3个单位及社会公众的意见6条" in text
    assert "三、未采纳的意见及理由" in text
    assert text.index("三、未采纳") < text.rindex("朱小明提出的晚餐供应另行研究。")


POINTS = """\
unit: 镇文化站
opinion: 三点意见。
items:
  - opinion: 增加冰箱。
    edits: [{insert: 、冰箱, after: 冷藏柜}]
    decision: {status: 采纳, reply: 已增加冰箱。}
  - opinion: 删去消毒柜。
    decision: {status: 不采纳, reason: 消毒柜是国家标准要求的。}
  - opinion: 撤回的一点。
    decision: {status: 撤回}
"""


def compound(consulted: Path) -> None:
    (consulted / "comments/镇文化站/01.yaml").write_text(POINTS, encoding="utf-8")


def test_the_account_has_the_points_that_were_not_adopted(consulted: Path, run: Run) -> None:
    compound(consulted)
    refused = run(consulted, "report", "--preset", "narrative").out.split("三、未采纳的意见及理由")[
        1
    ]
    assert "镇文化站:删去消毒柜。" in refused
    assert "未采纳。消毒柜是国家标准要求的。" in refused
    assert "冰箱" not in refused
    assert "撤回的一点" not in refused


def test_the_remark_on_a_point_has_its_own_decision(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    compound(consulted)
    assert run(consulted, "apply", "镇文化站-01.1").code == 0
    word = exported(run, tmp_path, folder=consulted)
    (remark,) = [remark.text for remark in word.comments if remark.text.startswith("镇文化站-01.1")]
    assert remark == "镇文化站-01.1(已采纳)\n意见:增加冰箱。\n采纳情况:已采纳。已增加冰箱。"


def test_the_row_of_a_compound_comment_names_who_was_joined_to_it(
    consulted: Path, run: Run
) -> None:
    compound(consulted)
    file = consulted / "comments/朱小明/01.yaml"
    file.write_text(
        "unit: 朱小明\nopinion: 同意\ndecision: {status: 合并, into: 镇文化站-01}\n",
        encoding="utf-8",
    )
    rows = json.loads(run(consulted, "report", "--json").out)["rows"]
    (decision,) = [row["decision"] for row in rows if row["id"] == "镇文化站-01"]
    assert decision.split("\n")[-2:] == ["(3)已撤回", "朱小明提出相同意见。"]


def test_the_notice_that_nothing_came(example: Path, run: Run) -> None:
    assert run(example, "report", "--preset", "notice").code == 2
    for file in (example / "comments").rglob("*.yaml"):
        file.unlink()
    run(example, "revert", "--all")
    shown = run(example, "report", "--preset", "notice")
    assert shown.code == 0
    assert "征求意见期间,未收到意见建议。" in shown.out


def test_words_that_look_like_markup_stay_words(decided: Path, run: Run, tmp_path: Path) -> None:
    file = decided / "comments/镇财政所/04.yaml"
    hostile = "# 标题\n## {{ 7*7 }}\n> <script>x</script> | =1+1 \u202e逆"
    text = "unit: 镇财政所\nopinion: |-\n" + "".join(f"  {line}\n" for line in hostile.splitlines())
    text += "decision: {status: 留作参考}\n"
    file.write_text(text, encoding="utf-8")
    for command in (["reply", "镇财政所"], ["report", "--preset", "narrative"]):
        for ending in ("docx", "md", "html"):
            assert run(decided, *command, "-o", str(tmp_path / f"a.{ending}")).code == 0
        page = (tmp_path / "a.html").read_text(encoding="utf-8")
        assert "<script>" not in page
        assert page.count("<h1>") == 1
        words = "\n".join(p.text for p in Document(str(tmp_path / "a.docx")).paragraphs)
        assert hostile.replace("\u202e", "⟨U+202E⟩") in words
        assert "\\<script>x\\</script> \\| =1+1" in (tmp_path / "a.md").read_text(encoding="utf-8")


def test_nothing_of_a_person_is_published(consulted: Path, run: Run, tmp_path: Path) -> None:
    for preset in (
        "feedback",
        "reasons",
        "channels",
        "standard",
        "internal",
        "topics",
        "narrative",
    ):
        shown = run(consulted, "report", "--preset", preset, "--public").out
        assert "朱小明" not in shown
        assert "朱\\*\\*" in shown or "朱**" in shown
        assert "李四" not in shown
        assert "内部附注" not in shown
    assert "朱\\*\\*(网上留言)" in run(consulted, "report", "--public").out
    run(consulted, "report", "--public", "-o", str(tmp_path / "a.html"))
    assert "小明" not in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_two_persons_who_look_alike_stay_two(consulted: Path, run: Run) -> None:
    manifest = consulted / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    more = "  - {name: 朱大红, kind: 个人, channel: 网上留言}\n  - {name: 朱小明"
    manifest.write_text(text.replace("  - {name: 朱小明", more), encoding="utf-8")
    (consulted / "comments/朱大红").mkdir()
    opinion = "unit: 朱大红\nopinion: 同意朱小明的意见。\n"
    (consulted / "comments/朱大红/01.yaml").write_text(opinion, encoding="utf-8")
    shown = run(consulted, "report", "--public").out
    assert "朱\\*\\*(网上留言)\\[2]" in shown
    assert "同意朱\\*\\*的意见。" in shown


@pytest.mark.parametrize("command", [["report", "--preset", "narrative"], ["reply", "镇财政所"]])
def test_running_text_as_pdf(command: list[str], decided: Path, run: Run, tmp_path: Path) -> None:
    pytest.importorskip("typst", reason="needs typst: pip install 'plancli[typeset]'")
    assert run(decided, *command, "-o", str(tmp_path / "a.pdf")).code == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("command", [["report", "--preset", "narrative"], ["reply", "镇财政所"]])
def test_running_text_without_typst_says_what_to_install(
    command: list[str], decided: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    done = run(decided, *command, "-o", str(tmp_path / "a.pdf"))
    assert (done.code, "plancli[typeset]" in done.err) == (2, True)
    assert not (tmp_path / "a.pdf").exists()


def test_hostile_running_text_as_pdf() -> None:
    typst = pytest.importorskip("typst", reason="needs typst: pip install 'plancli[typeset]'")
    words = '#strong[x] $x$ \\n "q" ]{{ 7*7 }} // \x00\ud800\n= 标题'
    runs = (Words("=", words), Words("-", words), Words("+", words))
    shown = source(tuple(ProseLine(style, runs) for style in Style), "zh")
    assert bytes(typst.compile(shown.encode())).startswith(b"%PDF")


def test_a_line_of_running_text_is_a_paragraph_of_the_pdf() -> None:
    shown = source((ProseLine(Style.BODY, (Words("=", "意见:甲\n乙"),)),), "zh")
    assert shown.split("\n\n")[-2:] == ['#par[#text("意见:甲")]', '#par[#text("乙")]']
    assert 'lang: "en"' in source((), "en")
