"""A draft as Word, Markdown or text becomes a plan repository, whole, or there is one error."""

import json
from pathlib import Path

import pytest

from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import plain
from plancli.core.intake.draft.structure import drafted
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline
from plancli.library.opening import open_repository
from plancli.papers.bodies.reading import body_in
from tests.cli.test_intake_pages import circulated
from tests.conftest import ROOT, Run
from tests.papers.bodies.drafts import FIRST, NOT_WRITTEN, parts, written
from tests.papers.test_opened import BAD, with_body

DRAFT = ROOT / "tests/data/intake/draft.md"
WATER = ROOT / "examples/water"


def words_of(sections: tuple[Section, ...]) -> str:
    lines = (line for line in plain(Outline(sections)) if line.kind not in NOT_WRITTEN)
    return "".join(accepted(line.pieces) for line in lines)


@pytest.mark.parametrize("styled", [True, False], ids=["styled", "by pattern"])
@pytest.mark.parametrize("plan", [WATER, ROOT], ids=["example", "real"])
def test_structure_and_words_come_back_whole(plan: Path, styled: bool) -> None:
    repository = open_repository(plan)
    wanted = repository.draft(FIRST).sections
    found = drafted(body_in(written(repository, styled), ".docx"))
    assert found.cover.title == repository.title_of(FIRST)
    assert list(parts(found.sections)) == list(parts(wanted))
    # how the marks of plancli's own are written, a plan knows by its draft once it is one
    printed = tuple(section.printed_with(wanted[0].joints) for section in found.sections)
    assert words_of(printed) == words_of(wanted)
    assert found.not_clear == ()


def test_every_citation_of_the_examples_comments_resolves(tmp_path: Path, run: Run) -> None:
    repository = open_repository(WATER)
    (tmp_path / "稿.docx").write_bytes(written(repository, styled=False))
    names = [unit.name for unit in repository.manifest.units]
    (tmp_path / "单位.txt").write_text("\n".join(names), encoding="utf-8")
    made = tmp_path / "规划"
    words = ("intake", "draft", "稿.docx", "--into", "规划", "--units", "单位.txt", "--name", FIRST)
    assert run(tmp_path, *words).code == 0
    first = [one for one in repository.comments.values() if one.draft == FIRST]
    # of pictures and footnotes, which this draft is written without, no comment can be taken in
    apart = {"区交通运输局-05", "澄澜水务公司-06"}
    first = [one for one in first if one.id not in apart]
    for path in {repository.comment_file(one.id) for one in first}:
        (made / path).parent.mkdir(exist_ok=True)
        (made / path).write_bytes(repository.files[path])
    assert run(made, "apply", "--all").code == 0
    assert run(made, "renumber").code == 0
    done = run(made, "check", "--format", "json")
    found = json.loads(done.out)["findings"]
    assert [(one["code"], one["place"]) for one in found if one["severity"] == "error"] == []
    applied = open_repository(made).record.comments
    assert applied.keys() == repository.record.earlier[0].comments.keys() - apart
    assert len(applied) > 25


def test_the_repository_that_is_made_and_what_is_said(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "intake", "draft", str(DRAFT), "--into", "新")
    assert done.code == 0
    assert done.out.splitlines() == [
        "青溪县河湖保护规划 (征求意见稿)",
        "chapters: 2, sections below them: 1, columns: 1, tables: 1, paragraphs: 3, units: 1",
        "   1  this table has no number: called by one that is free",
        "      paragraph 21",
    ]
    repository = open_repository(tmp_path / "新")
    manifest = repository.manifest
    assert (manifest.title, manifest.issuer, manifest.draft) == (
        "青溪县河湖保护规划",
        "青溪县水利局",
        FIRST,
    )
    assert [unit.name for unit in manifest.units] == ["县水利局"]
    assert manifest.drafts[0].date == "2026年3月"
    assert repository.draft().sections == repository.sections
    assert run(tmp_path / "新", "check").code == 0
    assert (tmp_path / "新/.gitignore").exists()


def test_what_is_said_on_the_command_line_counts(tmp_path: Path, run: Run) -> None:
    (tmp_path / "名单.csv").write_bytes(
        "序号,单位\n1,县水利局\n2,山口镇\n2,山口镇\n".encode("gb18030")
    )
    words = ("--title", "甲", "--issuer", "乙", "--name", "丙", "--units", "名单.csv", "--json")
    found = json.loads(run(tmp_path, "intake", "draft", str(DRAFT), *words).out)
    assert (found["title"], found["draft"], found["counts"]["units"]) == ("甲", "丙", 2)
    manifest = open_repository(tmp_path).manifest
    assert (manifest.title, manifest.issuer, manifest.draft) == ("甲", "乙", "丙")
    assert [unit.name for unit in manifest.units] == ["县水利局", "山口镇"]


def test_a_list_of_units_with_what_is_no_name_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "名单.txt").write_text("县水利局\n山口镇/石桥镇\n", encoding="utf-8")
    done = run(tmp_path, "intake", "draft", str(DRAFT), "--units", "名单.txt", "--into", "新")
    assert "P131" in done.err
    assert not (tmp_path / "新").exists()


def test_a_file_longer_than_any_plan_is_refused(tmp_path: Path, run: Run) -> None:
    (tmp_path / "长.txt").write_text("第一章 甲\n" * 100_001, encoding="utf-8")
    assert "50,000" in run(tmp_path, "intake", "draft", "长.txt").err


def test_a_folder_with_a_plan_stays_as_it_is(example: Path, run: Run) -> None:
    before = {path: path.read_bytes() for path in example.rglob("*.yaml")}
    for more in ((), ("--into", str(example))):
        assert "P008" in run(example, "intake", "draft", str(DRAFT), *more).err
    (example / "plan/plan.yaml").unlink()
    assert "P008" in run(example, "intake", "draft", str(DRAFT)).err
    assert {path: path.read_bytes() for path in example.rglob("*.yaml")}.items() <= before.items()


def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path: Path, run: Run) -> None:
    dry = run(tmp_path, "intake", "draft", str(DRAFT), "--into", "新", "--dry-run")
    assert not (tmp_path / "新").exists()
    assert dry.out == run(tmp_path, "intake", "draft", str(DRAFT), "--into", "新").out


WORSE = {
    "a picture": b"\x89PNG\r\n\x1a\n\x00\x00",
    "no headings": "河流三条。\n水库一座。".encode(),
    "no words": b"\x20\n\n",
    "what leads elsewhere": with_body(
        b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hosts">]><d>&x;</d>'
    ),
    "a password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
}


@pytest.mark.parametrize("kind", [*BAD, *WORSE])
def test_a_hostile_file_is_one_error_and_nothing_is_written(
    kind: str, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # without the program that would be asked for files of other programs
    monkeypatch.setenv("PATH", "")
    file = tmp_path / "稿.docx"
    file.write_bytes(BAD.get(kind, b"") if kind in BAD else WORSE[kind])
    done = run(tmp_path, "intake", "draft", "稿.docx", "--into", "新")
    assert done.code == 2
    assert done.err.count("P066") == 1
    assert "Traceback" not in done.err
    assert not (tmp_path / "新").exists()


def test_a_file_that_is_not_there_is_said(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "intake", "draft", "无.docx")
    assert "无.docx: P015" in done.err


def test_draft_and_pages_in_one_command(tmp_path: Path, run: Run) -> None:
    apart = tmp_path / "apart"
    assert run(tmp_path, "intake", "draft", str(DRAFT), "--into", "apart").code == 0
    paper, _where = circulated(apart)
    assert run(apart, "intake", "pages", paper).code == 0
    words = ("intake", "draft", str(DRAFT), "--into", "at once", "--pages", paper, "--json")
    found = json.loads(run(tmp_path, *words).out)
    assert (found["share"], found["unlaid"]) == (1, [])
    wanted, made = (open_repository(tmp_path / name) for name in ("apart", "at once"))
    assert made.files == wanted.files
    assert made.draft().sections != made.sections


def test_the_pdf_of_another_text_is_refused_and_nothing_is_written(
    example: Path, tmp_path: Path, run: Run
) -> None:
    paper, _where = circulated(example)
    done = run(tmp_path, "intake", "draft", str(DRAFT), "--into", "新", "--pages", paper)
    assert "P071" in done.err
    assert not (tmp_path / "新").exists()


# --- a corrected file ---------------------------------------------------------------------------------------


def corrected(folder: Path, *pairs: tuple[str, str]) -> str:
    """Write the draft with other words; return the name of its file."""
    text = DRAFT.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    (folder / "更正.md").write_text(text, encoding="utf-8")
    return "../更正.md"


@pytest.fixture
def made(tmp_path: Path, run: Run) -> Path:
    """The repository of the draft, with a page and a line, and a comment that quotes it."""
    folder = tmp_path / "新"
    assert run(tmp_path, "intake", "draft", str(DRAFT), "--into", "新").code == 0
    file = folder / f"plan/drafts/{FIRST}.yaml"
    paged = file.read_text(encoding="utf-8").replace(
        "        units: [县水利局, 各乡镇, ……]\n",
        "        units: [县水利局, 各乡镇, ……]\n        page: 2\n        layout: [0 P2 L3, 8 L4]\n",
    )
    file.write_text(paged, encoding="utf-8")
    words = (
        "--unit",
        "县水利局",
        "--opinion",
        "建议改。",
        "--replace",
        "每年清淤十里",
        "--with",
        "每年清淤",
    )
    assert run(folder, "new", *words).code == 0
    return folder


def test_a_corrected_file_mends_the_frozen_copy(made: Path, run: Run) -> None:
    before = open_repository(made)
    file = corrected(
        made.parent,
        ("每年清淤十里", "每年清淤十二里"),
        ("三里,由", "三里,均由"),
        ("水情", "水系情况"),
    )
    dry = run(made, "intake", "draft", file, "--again", "--dry-run")
    assert open_repository(made).files == before.files
    done = run(made, "intake", "draft", file, "--again")
    assert done.out == dry.out
    assert done.out.splitlines() == [
        "征求意见稿  第一章  [-水情-]{+水系情况+}",
        "征求意见稿  第二章一.1  [-十里-]{+十二里+}",
        "征求意见稿  专栏1.1  {+均+}",
        "  县水利局-01  “每年清淤十里” no longer stands: see its edits",
    ]
    after = open_repository(made)
    spots = after.open_round.workspace.draft.spots
    assert spots.keys() == before.open_round.workspace.draft.spots.keys()
    paragraph = spots["第二章一.1"].paragraph
    assert (paragraph.text, str(paragraph.page)) == ("每年清淤十二里。", "2")
    assert [str(line) for line in paragraph.layout] == ["0 P2 L3", "9 L4"]
    assert [one.change for one in after.manifest.drafts[0].mended][1:] == [
        "[-十里-]{+十二里+}",
        "{+均+}",
    ]
    assert after.manifest.drafts[0].mended[0].reason == "按更正件 更正.md"
    assert (
        after.draft().sections == before.draft().sections or after.sections[0].title == "水系情况"
    )
    found = json.loads(run(made, "check", "--format", "json").out)["findings"]
    assert {one["code"] for one in found} == {"P308"}
    assert run(made, "intake", "draft", file, "--again").out == ""


def test_what_is_more_than_words_and_another_draft_are_refused(made: Path, run: Run) -> None:
    before = open_repository(made).files
    added = corrected(made.parent, ("县内河流三条", "水库另计。\n\n县内河流三条"))
    told = run(made, "intake", "draft", added, "--again").err
    assert "P080" in told
    assert "水库另计" in told
    other = corrected(
        made.parent,
        ("每年清淤十里", "汛期以前由各村分段清理河道"),
        ("水情", "综述"),
        ("三里,由山口镇负责", "下段五里,上段七里"),
        ("县内河流三条", "全县共有大小河流九条"),
        ("任务", "安排"),
    )
    assert "P079" in run(made, "intake", "draft", other, "--again").err
    assert open_repository(made).files == before
    wrong = run(made, "intake", "draft", other, "--again", "--title", "甲")
    assert wrong.code == 2


# --- tables -------------------------------------------------------------------------------------------------

TABLED = """# 渡口规划(征求意见稿)

## 第一章 渡运

班次见表1。

表1 渡运指标

单位:次

| 指标 | 去年 | 今年 |
| --- | --- | --- |
| 班次 | 12 | 16 |
| 晚点 | 3 | 2 |

注:晚点不含停航。
"""


def test_a_table_comes_back_from_word_as_it_was_published(tmp_path: Path, run: Run) -> None:
    (tmp_path / "稿.md").write_text(TABLED, encoding="utf-8")
    assert run(tmp_path, "intake", "draft", "稿.md", "--into", "甲").code == 0
    chapter = next((tmp_path / "甲/plan").glob("第一章*"))
    heads = chapter.read_text(encoding="utf-8").replace(
        "[指标, 去年, 今年]",
        '[指标, {key: 去年, head: "渡运|去年"}, {key: 今年, head: "渡运|今年"}]',
    )
    across = heads.replace("    rows:\n", "    rows:\n      - {id: 表1.0, cells: [一、客运]}\n")
    chapter.write_text(across, encoding="utf-8")
    assert run(tmp_path / "甲", "export", "../稿.docx", "--clean").code == 0
    found = run(tmp_path, "intake", "draft", "稿.docx", "--into", "乙")
    assert "columns: 0, tables: 1, paragraphs: 1" in found.out
    wanted, made = (open_repository(tmp_path / name).sections for name in ("甲", "乙"))
    assert words_of(made) == words_of(wanted)
    (table,), (again,) = (Outline(one).tables.values() for one in (wanted, made))
    assert [row.cells for row in again.rows] == [row.cells for row in table.rows]
    assert (again.columns, again.unit, again.notes) == (table.columns, table.unit, table.notes)


def test_a_corrected_cell_mends_the_cell(tmp_path: Path, run: Run) -> None:
    (tmp_path / "稿.md").write_text(TABLED, encoding="utf-8")
    assert run(tmp_path, "intake", "draft", "稿.md", "--into", "甲").code == 0
    (tmp_path / "更正.md").write_text(TABLED.replace("| 16 |", "| 18 |"), encoding="utf-8")
    done = run(tmp_path / "甲", "intake", "draft", "../更正.md", "--again")
    assert done.out.splitlines() == ["征求意见稿  表1.1/今年  [-16-]{+18+}"]
    frozen = (tmp_path / f"甲/plan/drafts/{FIRST}.yaml").read_text(encoding="utf-8")
    assert '- {id: 表1.1, cells: [班次, "12", "18"]}' in frozen


def test_an_issuer_that_nobody_named_is_told(tmp_path: Path, run: Run) -> None:
    draft = tmp_path / "初稿.md"
    draft.write_text("# 渡口规划\n\n## 第一章 渡运\n\n渡口两处。\n", encoding="utf-8")
    told = run(tmp_path, "intake", "draft", draft.name, "--into", "甲")
    assert told.code == 0
    assert "plan/plan.yaml says 编制单位" in told.err
    named = run(tmp_path, "intake", "draft", draft.name, "--into", "乙", "--issuer", "县交通局")
    assert "plan/plan.yaml says" not in named.err
