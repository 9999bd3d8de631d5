"""A unit asks for another title: merged, shown, published, tracked in Word, and taken out again."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import Run

COMMENT = """unit: 镇民政办
opinion: 标题建议改一改。
edits:
  - {edit}
decision: {{status: 采纳}}
"""
CHAPTER, BOX = "plan/第一章-目标.yaml", "plan/第二章-任务.yaml"


def write(folder: Path, number: str, edit: str) -> str:
    path = folder / f"comments/镇民政办/{number}.yaml"
    path.write_text(COMMENT.format(edit=edit), encoding="utf-8")
    return f"镇民政办-{number}"


@pytest.fixture
def retitled(example: Path, run: Run) -> Path:
    """The example with two titles changed: of a chapter as a whole, and one word of a column's."""
    write(example, "02", "{title: 第一章, with: 发展目标}")
    write(example, "03", "{replace: 设备, with: 设施, in: 第二章/专栏1}")
    assert run(example, "apply", "--all").code == 0
    return example


def test_only_the_titles_change_in_the_files(example: Path, run: Run) -> None:
    assert run(example, "apply", "--all").code == 0
    before = {name: (example / name).read_text("utf-8") for name in (CHAPTER, BOX)}
    first = write(example, "02", "{title: 第一章, with: 发展目标}")
    second = write(example, "03", "{replace: 设备, with: 设施, in: 第二章/专栏1}")
    assert run(example, "apply", "--all").code == 0
    assert (example / CHAPTER).read_text("utf-8") == before[CHAPTER].replace(
        "title: 目标", "title: 发展目标"
    )
    assert (example / BOX).read_text("utf-8") == before[BOX].replace(
        "title: 食堂设备", "title: 食堂设施"
    )
    assert run(example, "revert", first, second).code == 0
    assert {name: (example / name).read_text("utf-8") for name in (CHAPTER, BOX)} == before


def test_check_is_content_and_every_view_shows_it(retitled: Path, run: Run) -> None:
    assert "镇民政办-02" not in run(retitled, "check").out
    said = run(retitled, "diff").out
    assert "  title {+发展+}目标\n" in said
    assert "  title 食堂[-设备-]{+设施+}\n" in said
    assert "食堂<ins>设施</ins>" in run(retitled, "report", "--preset", "internal").out
    assert "retitle 第一章: “发展目标”" in run(retitled, "show", "镇民政办-02").out
    assert "第一章: {+发展+}目标" in run(retitled, "audit", "镇民政办-02").out
    assert run(retitled, "blame", "第一章").out.startswith("第一章 [镇民政办-02: 发展]目标\n")
    assert "目标" not in run(retitled, "blame", "第二章").out
    changed = run(retitled, "compare").out
    assert "| 专栏1 食堂<del>设备</del> | 专栏1 食堂<ins>设施</ins> | 镇民政办-03 |" in changed


def test_word_has_titles_as_tracked_changes(retitled: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "plan.docx"
    assert run(retitled, "export", str(file)).code == 0
    (line,) = [p for p in Document(str(file)).paragraphs if "专栏1" in p._p.xpath("string()")]
    came = "".join(line._p.xpath("string(.//w:ins)"))
    gone = "".join(line._p.xpath("string(.//w:del)"))
    assert (came, gone) == ("设施", "设备")
    assert list(line._p.iter(qn("w:ins")))


def test_two_units_that_want_other_titles_are_told(example: Path, run: Run) -> None:
    write(example, "02", "{title: 第一章, with: 发展目标}")
    write(example, "03", "{title: 第一章, with: 建设目标}")
    done = run(example, "check")
    assert (done.code, "P403" in done.out) == (1, True)
    said = run(example, "conflicts").out
    assert "发展" in said
    assert "建设" in said


def test_the_number_stays_and_an_empty_title_is_refused(example: Path, run: Run) -> None:
    name = write(example, "02", "{title: 第一章, with: ''}")
    done = run(example, "check")
    assert (done.code, "comments/镇民政办/02.yaml:4:24: P113" in done.out) == (1, True)
    write(example, "02", "{delete: 目标, in: 第一章, field: title}")
    assert "P310" in run(example, "check").out
    assert run(example, "apply", name).code == 1
    assert "title: 目标" in (example / CHAPTER).read_text("utf-8")
