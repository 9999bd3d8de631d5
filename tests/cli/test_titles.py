"""A unit asks for another title: merged, shown, published, tracked in Word, and taken out again."""

from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P

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
    assert "第一章“目标”: {+发展+}目标" in run(retitled, "audit", "镇民政办-02").out
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


# --- the title of the plan itself ---------------------------------------------------------------------------

MANIFEST, DRAFT = "plan/plan.yaml", "plan/drafts/征求意见稿.yaml"
OLD, NEW = "示例镇社区食堂建设方案", "示例镇社区老年食堂建设实施方案"


@pytest.fixture
def renamed(example: Path, run: Run) -> Path:
    """The example, whose draft does not say its title, with the title changed by two units."""
    write(example, "02", "{title: 规划名称, with: 示例镇社区食堂建设实施方案}")
    write(example, "03", "{insert: 老年, before: 食堂, in: 规划}")
    assert run(example, "apply", "--all").code == 0
    return example


def test_two_units_change_the_title_of_the_plan_and_the_draft_keeps_its_own(
    renamed: Path, run: Run
) -> None:
    assert f"title: {NEW}\n" in (renamed / MANIFEST).read_text("utf-8")
    assert f"draft: 征求意见稿\ntitle: {OLD}\n" in (renamed / DRAFT).read_text("utf-8")
    checked = run(renamed, "check").out
    assert "镇民政办-02" not in checked
    assert "镇民政办-03" not in checked
    assert "P405" not in checked
    assert "  title 示例镇社区{+老年+}食堂建设[-方案-]{+实施方案+}\n" in run(renamed, "diff").out
    assert "<ins>老年</ins>" in run(renamed, "compare", "--internal").out
    assert "[镇民政办-03: 老年]" in run(renamed, "blame", "规划").out
    assert run(renamed, "show", "规划").out == f"{NEW}\n"
    # the paper on which comments were made had the old one
    assert f"# {OLD}(征求意见稿)" in run(renamed, "report", "--internal").out
    assert run(renamed, "revert", "镇民政办-02", "镇民政办-03").code == 0
    assert f"title: {OLD}\n" in (renamed / MANIFEST).read_text("utf-8")
    assert "P405" not in run(renamed, "check").out


def test_word_tracks_the_title_of_the_plan(renamed: Path, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "修订稿.docx"
    run(renamed, "export", str(path), "--internal")
    states = {
        "".join(_states(p._p)[0]): "".join(_states(p._p)[1]) for p in Document(str(path)).paragraphs
    }
    assert states[NEW] == f"{OLD}(征求意见稿)"  # as the paper of the draft had it


def _states(paragraph: CT_P) -> tuple[list[str], list[str]]:
    """Return the words of a paragraph with all changes accepted, and rejected."""
    accepted: list[str] = []
    rejected: list[str] = []
    for run in paragraph.iter(qn("w:r")):
        words = "".join(text.text or "" for text in run.iter(qn("w:t"), qn("w:delText")))
        above = run.getparent().tag
        if above != qn("w:del"):
            accepted.append(words)
        if above != qn("w:ins"):
            rejected.append(words)
    return accepted, rejected


def test_in_the_next_round_the_closed_one_has_its_own_title(renamed: Path, run: Run) -> None:
    assert run(renamed, "freeze", "送审稿", "--circulate").code == 0
    assert f"title: {NEW}\n" in (renamed / "plan/drafts/送审稿.yaml").read_text("utf-8")
    write(renamed, "04", "{replace: 实施方案, with: 行动方案, in: 规划}")
    assert run(renamed, "apply", "镇民政办-04").code == 0
    assert f"title: {NEW[:-4]}行动方案\n" in (renamed / MANIFEST).read_text("utf-8")
    assert "P405" not in run(renamed, "check").out
    closed = run(renamed, "report", "--draft", "征求意见稿", "--internal").out
    assert f"# {OLD}(征求意见稿)" in closed
    assert run(renamed, "revert", "镇民政办-04").code == 0
    assert f"title: {NEW}\n" in (renamed / MANIFEST).read_text("utf-8")


def test_what_nobody_asked_for_is_named_and_a_draft_with_its_title_cannot_be_changed(
    renamed: Path, run: Run
) -> None:
    assert run(renamed, "freeze", "送审稿", "--circulate").code == 0
    manifest, draft = renamed / MANIFEST, renamed / "plan/drafts/送审稿.yaml"
    before = manifest.read_text("utf-8")
    manifest.write_text(before.replace(f"title: {NEW}", f"title: {NEW}草案"), encoding="utf-8")
    assert ": P405 title of the plan" in run(renamed, "check").out
    manifest.write_text(before, encoding="utf-8")
    text = draft.read_text("utf-8")
    draft.write_text(text.replace(f"title: {NEW}", "title: 别的方案"), encoding="utf-8")
    assert "送审稿" in run(renamed, "check").out
    assert run(renamed, "check").code == 1


# --- a title quoted as the passage --------------------------------------------------------------------------


QUOTED = """unit: {unit}
at: {{section: 第二章/专栏1, original: {original}}}
opinion: 标题建议改一改。
edits:
  - {{title: 第二章/专栏1, with: {title}}}
"""


def test_a_title_quoted_as_the_passage_is_the_drafts(example: Path, run: Run) -> None:
    """Nobody's mistake, and not the words of whoever keeps them in another title; a slip is one still."""
    for name, original, title in (
        ("镇民政办/05", "食堂设备", "老年食堂设备"),
        ("镇财政所/05", "食堂设备", "食堂设备和用品"),
        ("镇财政所/06", "厨房用具", "食堂用具"),
    ):
        written = QUOTED.format(unit=name[:-3], original=original, title=title)
        (example / "comments" / f"{name}.yaml").write_text(written, encoding="utf-8")
    said = run(example, "check").out
    assert "食堂设备”" not in said
    assert "P309" not in said
    assert "P308 镇财政所-06 quotes “厨房用具”" in said
