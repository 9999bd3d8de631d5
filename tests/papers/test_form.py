"""A Word form of the office's own, filled in."""

from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from tests.conftest import Run
from tests.papers.test_tables import faults


@pytest.fixture
def form(consulted: Path) -> Path:
    """A form as an office makes it: a title, a table with one row to repeat, placeholders cut into runs."""
    word = Document()
    title = word.add_paragraph()
    for part in ("关于{{ti", "tle}}的", "说明"):
        title.add_run(part).font.size = Pt(20)
    word.add_paragraph("{{ lead }}")
    table = word.add_table(2, 3, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, ("部门", "建议", "答复"), strict=True):
        cell.text = text
    for cell, text in zip(
        table.rows[1].cells, ("{{unit}}", "({{意见建议}})", "{{decision}}"), strict=True
    ):
        cell.paragraphs[0].add_run(text).font.italic = True
    word.sections[0].header.paragraphs[0].text = "{{title}}"
    folder = consulted / "templates"
    folder.mkdir(exist_ok=True)
    word.save(str(folder / "本单位.docx"))
    return folder / "本单位.docx"


@pytest.mark.usefixtures("form")
def test_a_form_is_filled_in(consulted: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "表.docx"
    assert run(consulted, "report", "--template", "本单位", "-o", str(file)).code == 0
    word = Document(str(file))
    assert (
        word.paragraphs[0].text == "关于示例镇社区食堂建设方案(征求意见稿)征求意见及采纳情况的说明"
    )
    assert {run_.font.size for run_ in word.paragraphs[0].runs if run_.text} == {Pt(20)}
    assert word.paragraphs[1].text == (
        "征求意见稿共收到3个单位及社会公众的6条意见建议。其中:已采纳2条、未采纳2条、待定2条。"
    )
    assert (
        word.sections[0].header.paragraphs[0].text
        == "示例镇社区食堂建设方案(征求意见稿)征求意见及采纳情况"
    )
    (table,) = word.tables
    assert [cell.text for cell in table.rows[0].cells] == ["部门", "建议", "答复"]
    assert len(table.rows) == 8
    assert [row.cells[0].text for row in table.rows[1:4]] == ["镇财政所"] * 3
    assert [row._tr.tc_lst[0].vMerge for row in table.rows[1:5]] == [
        "restart",
        "continue",
        "continue",
        None,
    ]
    assert table.rows[3].cells[1].text.startswith("(第一点,")
    assert all(run_.font.italic for run_ in table.rows[1].cells[2].paragraphs[0].runs if run_.text)
    assert [fault for fault in faults(file) if "stylesWithEffects" not in fault] == []


@pytest.mark.usefixtures("form")
def test_with_the_unit_in_every_row_nothing_is_merged(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "表.docx"
    run(consulted, "report", "--template", "本单位", "--repeat-unit", "-o", str(file))
    (table,) = Document(str(file)).tables
    assert {row._tr.tc_lst[0].vMerge for row in table.rows} == {None}


def test_paragraphs_are_repeated_and_changes_marked(
    consulted: Path, run: Run, tmp_path: Path
) -> None:
    word = Document()
    word.add_paragraph("开头")
    word.add_paragraph().add_run("{{number}}. {{opinion}}")
    word.add_paragraph().add_run("改为:{{after}}").font.bold = True
    word.add_paragraph("结尾")
    (consulted / "templates").mkdir(exist_ok=True)
    word.save(str(consulted / "templates/清单.docx"))
    manifest = consulted / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    heads = "[{value: number}, {value: opinion}, {value: after}]"
    manifest.write_text(
        f"{text}tables:\n  清单: {{group: none, heads: {heads}}}\n", encoding="utf-8"
    )
    file = tmp_path / "清单.docx"
    assert (
        run(consulted, "report", "--preset", "清单", "--template", "清单", "-o", str(file)).code
        == 0
    )
    filled = Document(str(file))
    texts = [paragraph.text for paragraph in filled.paragraphs]
    told, changed_by = 7, 2  # a line that has nothing to say of a comment goes
    assert (texts[0], texts[-1], len(texts)) == ("开头", "结尾", 2 + told + changed_by)
    assert sum(text.startswith("改为:") for text in texts) == changed_by
    (changed,) = [p for p in filled.paragraphs if p.text.endswith("不小于70平方米。")]
    assert [r.text for r in changed.runs if r.font.underline] == ["70平方米"]
    assert all(r.font.bold for r in changed.runs if r.text)


def test_a_placeholder_that_nothing_stands_for_is_refused(
    form: Path, consulted: Path, run: Run, tmp_path: Path
) -> None:
    word = Document(str(form))
    word.add_paragraph("{{手机号}}")
    word.save(str(form))
    done = run(consulted, "report", "--template", "本单位", "-o", str(tmp_path / "表.docx"))
    assert done.code == 2
    assert "no such placeholder: {{手机号}}; those of this table: " in done.err
    assert "、{{意见建议}}" in done.err.partition("→")[0]
    assert "意见建议" not in done.err.partition("→")[2]
    assert not (tmp_path / "表.docx").exists()


@pytest.mark.parametrize("content", [b"", b"not a document", b"PK\x03\x04broken"])
def test_a_form_that_is_no_word_document_is_refused(
    content: bytes, form: Path, consulted: Path, run: Run, tmp_path: Path
) -> None:
    form.write_bytes(content)
    done = run(consulted, "report", "--template", "本单位", "-o", str(tmp_path / "表.docx"))
    assert (done.code, "本单位.docx" in done.err) == (2, True)


def test_a_missing_form_is_named(consulted: Path, run: Run, tmp_path: Path) -> None:
    done = run(consulted, "report", "--template", "没有", "-o", str(tmp_path / "表.docx"))
    assert (done.code, "没有.docx" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("language", "said"), [("en", "no placeholder"), ("zh", "没有 {{opinion}} 这样的占位符")]
)
def test_a_form_without_any_placeholder_is_refused(
    language: str, said: str, form: Path, consulted: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", language)
    word = Document()
    word.add_table(2, 3).rows[0].cells[0].text = "单位"
    word.save(str(form))
    done = run(consulted, "report", "--template", "本单位", "-o", "表.docx")
    assert done.code == 2
    assert said in done.err
    assert "意见建议" in done.err
    assert not (consulted / "表.docx").exists()


@pytest.mark.parametrize("by", ["the paragraph", "its style", "the style above"])
def test_a_justified_paragraph_has_one_line(
    by: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    word = Document()
    paragraph = word.add_paragraph("编号{{id}}:{{opinion}}(完)", style="List Paragraph")
    told = {
        "the paragraph": paragraph,
        "its style": paragraph.style,
        "the style above": word.styles["Normal"],
    }
    told[by].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    (consulted / "templates").mkdir(exist_ok=True)
    word.save(str(consulted / "templates/清单.docx"))
    file = tmp_path / "清单.docx"
    words = ["report", "--preset", "internal", "--template", "清单", "-o", str(file)]
    assert run(consulted, *words).code == 0
    filled = Document(str(file)).paragraphs
    (at,) = [at for at, p in enumerate(filled) if p.text.startswith("编号镇财政所-03:")]
    assert [p.text for p in filled[at : at + 2]] == [
        "编号镇财政所-03:第一点,每个食堂不小于80平方米改为70平方米。",
        '第二点,增加"= 号开头"的内容。(完)',
    ]
    assert {p.style.name for p in filled[at : at + 2] if p.style} == {"List Paragraph"}
    assert not filled[at]._p.xpath(".//w:br")


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json", "pdf"])
@pytest.mark.parametrize("name", ["本单位", "没有"])
@pytest.mark.usefixtures("form")
def test_a_template_is_refused_where_none_is_used(
    ending: str, name: str, consulted: Path, run: Run
) -> None:
    done = run(consulted, "report", "--template", name, "-o", f"表.{ending}")
    assert done.code == 2
    assert "not for csv, json, pdf, xlsx, --summary" in done.err
    assert "本单位.docx" in done.err
    assert not (consulted / f"表.{ending}").exists()


@pytest.mark.parametrize("more", [["--json"], ["--summary"], ["--preset", "narrative"]])
def test_a_template_is_for_tables(more: list[str], consulted: Path, run: Run) -> None:
    done = run(consulted, "report", "--template", "本单位", *more)
    assert (done.code, done.out, "--template" in done.err) == (2, "", True)


def test_without_a_file_a_template_is_shown_as_markdown(consulted: Path, run: Run) -> None:
    (consulted / "templates").mkdir(exist_ok=True)
    (consulted / "templates/短.md.j2").write_text("{{ table|length }}家\n", encoding="utf-8")
    assert run(consulted, "report", "--template", "短").out == "5家\n"
    done = run(consulted, "report", "--template", "没有")
    assert (done.code, done.out, "没有.md" in done.err) == (2, "", True)


HOSTILE = (
    "{{decision}}与{{ title }}",
    "{{foot}}、",
    "甲{{",
    "}}{{",
    "unit}}",
    "{{不认识}}\n{{opinion}}",
)


@pytest.mark.parametrize("place", ["row", "paragraphs"])
@pytest.mark.parametrize("opinion", HOSTILE)
def test_what_is_filled_in_is_never_looked_at_again(
    opinion: str, place: str, consulted: Path, run: Run, tmp_path: Path
) -> None:
    file = consulted / "comments/朱小明/01.yaml"
    indented = opinion.replace("\n", "\n  ")
    decision = "decision: {status: 不采纳, reason: '{{opinion}}'}"
    file.write_text(f"unit: 朱小明\nopinion: |-\n  {indented}\n{decision}\n", encoding="utf-8")
    word = Document()
    word.add_paragraph("{{title}}")
    if place == "row":
        row = word.add_table(1, 3).rows[0]
        for cell, text in zip(
            row.cells, ("{{unit}}", "{{{{意见建议}}", "({{decision}})"), strict=True
        ):
            cell.text = text
    else:
        word.add_paragraph("{{unit}}:{{{{意见建议}}")
        word.add_paragraph("({{decision}})")
    (consulted / "templates").mkdir(exist_ok=True)
    word.save(str(consulted / "templates/表.docx"))
    out = tmp_path / "表.docx"
    assert run(consulted, "report", "--template", "表", "--repeat-unit", "-o", str(out)).code == 0
    done = Document(str(out))
    rows = [[cell.text for cell in row.cells] for table in done.tables for row in table.rows]
    wanted = ["朱小明", f"{{{{{opinion}", "(未采纳。{{opinion}})"]
    if place == "row":
        assert (len(rows), rows[5]) == (7, wanted)
    else:
        texts = [paragraph.text for paragraph in done.paragraphs]
        assert (len(texts), texts[11:13]) == (15, [f"朱小明:{wanted[1]}", wanted[2]])
    assert [fault for fault in faults(out) if "stylesWithEffects" not in fault] == []


@pytest.mark.parametrize(
    "words",
    [
        ["-o", "a.html"],
        ["-o", "a.docx"],
        ["-o", "a.xlsx"],
        ["--summary"],
        ["--preset", "narrative"],
    ],
    ids=" ".join,
)
def test_templates_are_named_as_their_files_and_only_those_of_tables(
    words: list[str], consulted: Path, run: Run
) -> None:
    folder = consulted / "templates"
    folder.mkdir(exist_ok=True)
    (folder / "本单位.html.j2").write_text("{{ title }}", encoding="utf-8")
    (folder / "本单位.docx").write_bytes(b"")
    (folder / "reply.txt.j2").write_text("# {{ title }}", encoding="utf-8")
    done = run(consulted, "report", "--template", "没有", *words)
    assert done.code == 2
    known = done.err.partition("Known: ")[2].partition(". Copy")[0]
    assert known == "table.html.j2、table.md.j2、本单位.docx、本单位.html.j2"
