"""A column goes, another gets a title, a chapter moves: the numbers follow, and what refers to them."""

import json
import subprocess
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from tests.conftest import Run, git

_FILES = {
    "plan/plan.yaml": """title: 灌区规划
issuer: 区水务局
language: zh
units:
  - name: 区农业局
  - name: 区财政局
sections:
  - 第一章
  - 第二章
  - 第三章
""",
    "plan/第一章-现状.yaml": """key: 第一章
title: 现状
body:
  - id: "1.1"
    text: 旧渠情况见专栏1。泵站和水库分别见专栏2和专栏3，经费见第三章。
  - column: 专栏1
    title: 旧渠
    items:
      - id: 渠.1
        text: 旧渠三条。
""",
    "plan/第二章-工程.yaml": """key: 第二章
title: 工程
body:
  - id: "2.1"
    text: 按专栏2建设泵站。
  - column: 专栏2
    title: 泵站
    items:
      - id: 泵.1
        text: 新建泵站两座。
  - column: 专栏3
    title: 水库
    items:
      - id: 库.1
        text: 加固水库，同专栏2的进度。
""",
    "plan/第三章-经费.yaml": """key: 第三章
title: 经费
body:
  - id: "3.1"
    text: 经费由区里安排。
""",
    "comments/区农业局/01.yaml": """unit: 区农业局
opinion: 删去专栏1。
edits:
  - remove: 第一章/专栏1
  - delete: 旧渠情况见专栏1。
decision: {status: 采纳}
""",
    "comments/区财政局/01.yaml": """unit: 区财政局
opinion: 专栏2改称“排涝泵站”，并写明专栏3的水库配套。
edits:
  - title: 第二章/专栏2
    with: 排涝泵站
  - insert: '，为专栏3的水库配套'
    after: 新建泵站两座
decision: {status: 采纳}
""",
}
_MOVED = """unit: 区财政局
opinion: 经费一章提到最前。
edits:
  - move: 第三章
    before: 第一章
decision: {status: 采纳}
"""


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    """A plan with both comments in its text, and the numbers of the draft."""
    for name, text in _FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert run(tmp_path, "freeze", "征求意见稿").code == 0
    assert run(tmp_path, "apply", "--all").code == 0
    return tmp_path


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*.yaml")}


def text(folder: Path, name: str) -> str:
    return (folder / "plan" / name).read_text(encoding="utf-8")


def test_numbers_and_references_follow(plan: Path, run: Run) -> None:
    assert "P508" in run(plan, "check").out
    before = files(plan)
    shown = run(plan, "renumber", "--dry-run")
    assert files(plan) == before
    assert shown.out.splitlines()[:2] == [
        "专栏2 → 专栏1  排涝泵站  第二章/专栏2",
        "专栏3 → 专栏2  水库      第二章/专栏3",
    ]
    assert run(plan, "renumber").out == shown.out
    assert "分别见专栏1和专栏2，经费见第三章" in text(plan, "第一章-现状.yaml")
    chapter = text(plan, "第二章-工程.yaml")
    assert "按专栏1建设泵站" in chapter
    assert "column: 专栏2\n    number: 专栏1\n    title: 排涝泵站" in chapter
    assert "新建泵站两座，为专栏2的水库配套" in chapter
    checked = run(plan, "check")
    assert (checked.code, checked.out) == (0, "")
    again = files(plan)
    assert run(plan, "renumber").code == 0
    assert files(plan) == again


def test_it_is_nobodys_change_and_everybody_sees_it(plan: Path, run: Run) -> None:
    run(plan, "renumber")
    assert "按专栏[-2-]{+1+}建设泵站" in run(plan, "diff").out
    assert "[renumbering: [-2-]1]" in run(plan, "blame", "2.1").out
    stretches = json.loads(run(plan, "blame", "2.1", "--json").out)["paragraphs"][0]["text"]
    assert [one["kind"] for one in stretches] == ["draft", "numbering", "draft"]
    table = run(plan, "compare").out
    assert "编号调整" in table
    assert "拟采纳" not in run(plan, "report").out


def test_papers_print_the_numbers_of_the_plan(plan: Path, run: Run) -> None:
    run(plan, "renumber")
    assert run(plan, "export", "--clean", "规划.md").code == 0
    clean = (plan / "规划.md").read_text(encoding="utf-8")
    assert "按专栏1建设泵站。" in clean
    assert "**专栏1 排涝泵站**" in clean
    assert "加固水库，同专栏1的进度。" in clean
    assert "按专栏1建设泵站" in run(plan, "show", "第二章").out
    assert run(plan, "export", "修订.docx").code == 0
    states: tuple[list[str], list[str]] = ([], [])
    for paragraph in Document(str(plan / "修订.docx")).element.body.iter(qn("w:p")):
        for state, left_out in zip(states, ("w:del", "w:ins"), strict=True):
            texts = [
                text.text or ""
                for text in paragraph.iter(qn("w:t"), qn("w:delText"))
                if next(text.iterancestors(qn(left_out)), None) is None
            ]
            state.append("".join(texts))
    assert {"专栏1 排涝泵站", "按专栏1建设泵站。"} <= set(states[0])
    assert {"专栏2 泵站", "专栏1 旧渠", "按专栏2建设泵站。"} <= set(states[1])


def test_papers_say_which_number_it_was(plan: Path, run: Run) -> None:
    run(plan, "renumber")
    shown = run(plan, "diff").out
    assert "  第二章/专栏3\n    number: 专栏2（原专栏3）\n" in shown
    rows = run(plan, "compare").out.splitlines()
    (ponds,) = [row for row in rows if row.startswith("| 第二章 工程<br>专栏2（原专栏3） 水库 |")]
    assert ponds.split(" | ")[1:] == ["专栏3 水库", "专栏2（原专栏3） 水库", "编号调整 |"]
    (pumps,) = [
        row for row in rows if row.startswith("| 第二章 工程<br>专栏1（原专栏2） 排涝泵站 |")
    ]
    assert "| 专栏2 泵站 | 专栏1（原专栏2） <ins>排涝</ins>泵站 |" in pumps
    table = run(plan, "report", "--preset", "standard").out
    assert "| 专栏2（现专栏1）“泵站”中第1段<br>专栏2（现专栏1）“泵站” |" in table
    assert "    专栏2（现专栏1）“泵站”：{+排涝+}泵站" in run(plan, "reply", "区财政局").out


def test_a_citation_stays_as_its_paper_prints_it(plan: Path, run: Run) -> None:
    cited = {"04": "{section: 专栏3}", "05": "{cites: 第二章专栏3}", "06": "{section: 水库那一段}"}
    for name, at in cited.items():
        (plan / f"comments/区财政局/{name}.yaml").write_text(
            f"unit: 区财政局\nat: {at}\nopinion: 进度如何？\n"
            "decision: {status: 解释说明, reply: 已在编制。}\n",
            encoding="utf-8",
        )
    places = [["专栏3“水库”"] * 2, ["专栏3（现专栏2）“水库”"] * 2]
    for expected in places:
        table = run(plan, "report", "--preset", "standard").out
        asked = [row.split(" | ")[1] for row in table.splitlines() if "进度如何" in row]
        assert asked == [*expected, "水库那一段"]
        run(plan, "renumber")


def test_word_notes_beside_a_number_which_it_was(plan: Path, run: Run) -> None:
    assert run(plan, "export", "前.docx").code == 0
    run(plan, "renumber")
    assert run(plan, "export", "后.docx").code == 0
    remarks = {}
    for name in ("前.docx", "后.docx"):
        found = Document(str(plan / name)).comments
        remarks[name] = [one.text for one in found if one.author == "编号调整"]
    assert remarks == {"前.docx": [], "后.docx": ["专栏1（原专栏2）", "专栏2（原专栏3）"]}


def test_comments_go_and_come_under_new_numbers(plan: Path, run: Run) -> None:
    before = files(plan)
    run(plan, "renumber")
    renumbered = files(plan)
    assert run(plan, "revert", "区农业局-01").code == 0
    assert "P510" in run(plan, "check").out
    assert run(plan, "renumber").code == 0
    assert "number:" not in text(plan, "第二章-工程.yaml")
    assert "旧渠情况见专栏1。泵站和水库分别见专栏2和专栏3" in text(plan, "第一章-现状.yaml")
    assert run(plan, "apply", "--all").code == 0
    assert files(plan) == before
    assert run(plan, "renumber").code == 0
    assert files(plan) == renumbered
    assert run(plan, "renumber", "--undo").code == 0
    assert files(plan) == before


def test_a_chapter_that_moves(plan: Path, run: Run) -> None:
    (plan / "comments/区财政局/02.yaml").write_text(_MOVED, encoding="utf-8")
    assert run(plan, "apply", "--all").code == 0
    assert run(plan, "renumber").code == 0
    assert "经费见第一章" in text(plan, "第一章-现状.yaml")
    assert "number: 第一章" in text(plan, "第三章-经费.yaml")
    assert run(plan, "check").out == ""


def test_paragraphs_are_named_by_heading_or_by_how_they_begin(plan: Path, run: Run) -> None:
    (plan / "plan/第三章-经费.yaml").write_text(
        "key: 第三章\ntitle: 经费\nbody:\n"
        "  - id: 支出\n    number: (一)\n    heading: 支出\n    text: 按季度拨付。\n"
        "  - id: 来源\n    number: (二)\n    text: 市级和区级财政各承担一半，不足部分另行筹集。\n",
        encoding="utf-8",
    )
    assert run(plan, "revert", "--all").code == 0
    assert run(plan, "freeze", "讨论稿", "--circulate").code == 0
    (plan / "comments/区财政局/02.yaml").write_text(
        _MOVED.replace("move: 第三章", "move: 来源").replace("before: 第一章", "before: 支出"),
        encoding="utf-8",
    )
    assert run(plan, "apply", "区财政局-02").code == 0
    done = run(plan, "renumber")
    assert done.out.splitlines() == [
        "(二) → (一)  市级和区级财政各承担一半……  来源",
        "(一) → (二)  支出                        支出",
    ]
    assert "P510" not in run(plan, "check").out
    assert run(plan, "renumber").out == done.out


def test_what_the_office_writes_after_it_stays(plan: Path, run: Run) -> None:
    run(plan, "renumber")
    path = plan / "plan/第二章-工程.yaml"
    path.write_text(
        text(plan, "第二章-工程.yaml").replace("按专栏1建设泵站", "参照专栏2，按专栏1建设泵站"),
        encoding="utf-8",
    )
    assert "P405" in run(plan, "check").out
    assert run(plan, "note", "2.1", "--reason", "补充说明。").code == 0
    assert run(plan, "check").out == ""
    assert run(plan, "revert", "区财政局-01").code == 0
    assert "参照专栏2，按专栏1建设泵站" in text(plan, "第二章-工程.yaml")
    assert run(plan, "renumber", "--undo").code == 0
    assert "参照专栏3，按专栏2建设泵站" in text(plan, "第二章-工程.yaml")


# --- headings that begin with their numbers -----------------------------------------------------------------

_TOLD = (("甲", "坚持安全"), ("乙", "坚持节约"), ("丙", "坚持改革"))


def principles(folder: Path, run: Run, apart: bool) -> Path:
    """Return a plan with numbers in its headings, or `apart`; two comments are in its text."""
    body = ""
    for (key, words), number in zip(_TOLD, "一二三", strict=True):
        written = (
            f"number: （{number}）\n    heading: {words}"
            if apart
            else f"heading: （{number}）{words}"
        )
        body += f"  - id: {key}\n    {written}\n    text: 略。\n"
    files = {
        "plan/plan.yaml": "title: 规划\nissuer: 某局\nlanguage: zh\nsections: [第一章]\n",
        "plan/第一章.yaml": f"key: 第一章\ntitle: 原则\nbody:\n{body}",
        "comments/甲局/01.yaml": "unit: 甲局\nopinion: 移到最前，改称坚持改革创新。\nedits:\n  - move: 丙\n"
        "    before: 甲\n  - {replace: （三）坚持改革, with: （三）坚持改革创新}\ndecision: {status: 采纳}\n",
        "comments/乙局/01.yaml": "unit: 乙局\nopinion: 改称坚持节约优先。\nedits:\n"
        "  - {title: 乙, with: 坚持节约优先}\ndecision: {status: 采纳}\n",
    }
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    assert run(folder, "unit", "甲局", "--add").code == 0
    assert run(folder, "unit", "乙局", "--add").code == 0
    assert run(folder, "freeze", "征求意见稿").code == 0
    assert run(folder, "apply", "--all").code == 0
    return folder


@pytest.mark.parametrize("apart", [False, True])
def test_headings_are_renumbered_as_chapters_are(apart: bool, tmp_path: Path, run: Run) -> None:
    folder = principles(tmp_path, run, apart)
    before = files(folder)
    assert "（三） comes twice, or out of order" in run(folder, "check").out
    assert run(folder, "renumber").out.splitlines()[0].startswith("（三） → （一）")
    assert run(folder, "check").out == ""
    assert run(folder, "export", "--clean", "规划.md").code == 0
    printed = (folder / "规划.md").read_text(encoding="utf-8")
    assert [line for line in printed.splitlines() if line.startswith("（")] == [
        "（一）坚持改革创新。略。",
        "（二）坚持安全。略。",
        "（三）坚持节约优先。略。",
    ]
    assert "编号调整" in run(folder, "compare").out
    told = json.loads(run(folder, "blame", "丙", "--json").out)["paragraphs"][0]["heading"]
    assert {(one["kind"], one["text"]) for one in told} >= {("comment", "创新")}
    assert run(folder, "revert", "甲局-01").code == 0
    assert run(folder, "apply", "--all").code == 0
    assert run(folder, "renumber", "--undo").code == 0
    assert files(folder) == before


def test_where_the_number_is_written_makes_no_difference_to_readers(
    tmp_path: Path, run: Run
) -> None:
    """What is printed, judged and published is the same, so upgrade leaves headings as they are."""
    said: list[list[object]] = []
    for apart in (False, True):
        folder = principles(tmp_path / str(apart), run, apart)
        outputs: list[object] = []
        for state in ("before", "after"):
            if state == "after":
                assert run(folder, "renumber").code == 0
            found = json.loads(run(folder, "check", "--json").out)["findings"]
            outputs.append([(one["code"], one["message"]) for one in found])
            outputs.append(run(folder, "report").out)
            assert run(folder, "export", "--clean", "规划.md").code == 0
            outputs.append((folder / "规划.md").read_text(encoding="utf-8"))
        said.append(outputs)
    assert said[0] == said[1]


# --- series that are declared -------------------------------------------------------------------------------


def test_a_gap_of_the_draft_is_closed_once_its_series_is_declared(plan: Path, run: Run) -> None:
    """What the hint of P508 says, step by step."""
    run(plan, "freeze", "送审稿", "--circulate")
    told = run(plan, "check").out
    assert "P508" in told
    assert "declare the series under numbering in plan/plan.yaml first" in told
    assert "Every part has the number of the draft." in run(plan, "renumber").err
    assert "P508" in run(plan, "check").out
    manifest = plan / "plan/plan.yaml"
    declared = manifest.read_text(encoding="utf-8") + "numbering:\n  column: 专栏{1}\n"
    manifest.write_text(declared, encoding="utf-8")
    assert "专栏2 → 专栏1" in run(plan, "renumber").out
    assert run(plan, "check").out == ""
    assert "按专栏1建设泵站" in text(plan, "第二章-工程.yaml")


@pytest.mark.parametrize(
    ("declared", "said"),
    [
        (
            "  column: 专栏",
            ":11: P110 column: 专栏 does not fit: a series shows its number in braces",
        ),
        ("  column: 专栏{1}\n  per: {columns: plan}", ":9: P111 per: columns is not known"),
        ("  专栏: 专栏{1}", ":3: P108 The key 专栏 is not known"),
        ("  column: 专栏{1}\n  table: 专栏{1}", ":3: P110 table: 专栏{1} does not fit"),
    ],
)
def test_a_declaration_that_cannot_be_followed_is_one_error(
    plan: Path, run: Run, declared: str, said: str
) -> None:
    manifest = plan / "plan/plan.yaml"
    lines = f"{manifest.read_text(encoding='utf-8')}numbering:\n{declared}\n"
    manifest.write_text(lines, encoding="utf-8")
    done = run(plan, "renumber")
    assert done.code == 2
    # the last line of the file is the wrong one
    assert f"plan/plan.yaml:{len(lines.splitlines())}{said}" in done.err
    assert done.err.count("plan/plan.yaml:") == 1


def test_an_amount_that_the_office_turns_into_a_reference_is_its_own_number(
    plan: Path, run: Run
) -> None:
    name = "第三章-经费.yaml"
    (plan / "plan" / name).write_text(
        text(plan, name).replace("经费由区里安排", "经费分2批安排"), encoding="utf-8"
    )
    run(plan, "renumber")
    written = text(plan, name).replace("分2批安排", "见专栏2")
    (plan / "plan" / name).write_text(written, encoding="utf-8")
    assert run(plan, "renumber").code == 0
    assert text(plan, name) == written
    assert run(plan, "renumber", "--undo").code == 0
    assert "经费见专栏3" in text(plan, name)


def test_what_the_office_refers_to_stays_when_a_part_with_its_number_comes_back(
    plan: Path, run: Run
) -> None:
    name = "第三章-经费.yaml"
    run(plan, "renumber")
    written = text(plan, name).replace("由区里安排", "见专栏1")
    (plan / "plan" / name).write_text(written, encoding="utf-8")
    assert run(plan, "revert", "区农业局-01").code == 0
    assert run(plan, "renumber").code == 0
    assert "经费见专栏2" in text(plan, name)
    assert run(plan, "apply", "区农业局-01").code == 0
    assert run(plan, "renumber").code == 0
    assert text(plan, name) == written


@pytest.fixture
def in_git(plan: Path, run: Run) -> Path:
    """The plan as one commit on main, where git knows how to merge it."""
    git(plan, "init", "-q", "-b", "main")
    git(plan, "config", "user.name", "某")
    git(plan, "config", "user.email", "x@example.org")
    assert run(plan, "git-setup").code == 0
    git(plan, "add", "-A")
    git(plan, "commit", "-qm", "start")
    return plan


def test_it_is_a_commit_of_its_own(in_git: Path, run: Run) -> None:
    assert run(in_git, "renumber", "--commit").code == 0
    said = git(in_git, "log", "-1", "--format=%s").strip()
    assert said == "专栏2 → 专栏1、专栏3 → 专栏2"
    assert git(in_git, "status", "--porcelain") == ""
    assert run(in_git, "renumber", "--undo", "--commit").code == 0
    assert git(in_git, "log", "-1", "--format=%s").strip() == "plan: the numbers of the draft"
    assert git(in_git, "diff", "HEAD~2") == ""


_REPLACED = """unit: 区农业局
opinion: 写明与专栏3同步。
edits:
  - {replace: 建设泵站, with: 建设泵站（与专栏3同步）, in: "2.1"}
decision: {status: 采纳}
"""


def test_one_branch_renumbers_while_the_other_merges_a_comment(in_git: Path, run: Run) -> None:
    for branch in ("renumbered", "merged"):
        git(in_git, "checkout", "-q", "-b", branch, "main")
        if branch == "renumbered":
            assert run(in_git, "renumber").code == 0
        else:
            path = in_git / "comments/区农业局/02.yaml"
            path.write_text(_REPLACED, encoding="utf-8")
            assert run(in_git, "apply", "区农业局-02").code == 0
        git(in_git, "add", "-A")
        git(in_git, "commit", "-qm", branch)
    git(in_git, "merge", "-q", "--no-edit", "renumbered")
    assert "按专栏1建设泵站（与专栏2同步）。" in text(in_git, "第二章-工程.yaml")
    assert run(in_git, "check").out == ""
    assert run(in_git, "renumber").code == 0
    assert git(in_git, "status", "--porcelain") == ""


def test_branches_that_renumber_otherwise_stop_the_merge(in_git: Path, run: Run) -> None:
    git(in_git, "checkout", "-q", "-b", "one", "main")
    assert run(in_git, "renumber").code == 0
    git(in_git, "commit", "-qam", "one")
    git(in_git, "checkout", "-q", "-b", "other", "main")
    (in_git / "comments/区财政局/02.yaml").write_text(_MOVED, encoding="utf-8")
    assert run(in_git, "apply", "--all").code == 0
    assert run(in_git, "renumber").code == 0
    git(in_git, "add", "-A")
    git(in_git, "commit", "-qm", "other")
    done = subprocess.run(
        ["git", "merge", "one"], cwd=in_git, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "both branches renumbered" in done.stderr
    assert "renumber" in done.stderr.splitlines()[-1] + done.stdout


def test_the_next_draft_is_cited_by_its_own_numbers(plan: Path, run: Run) -> None:
    run(plan, "renumber")
    assert run(plan, "freeze", "送审稿", "--circulate").code == 0
    assert run(plan, "check").out == ""
    (plan / "comments/区财政局/03.yaml").write_text(
        "unit: 区财政局\nopinion: 删去专栏1。\nedits:\n  - remove: 第二章/专栏2\n"
        "  - delete: 按专栏1建设泵站。\ndecision: {status: 采纳}\n",
        encoding="utf-8",
    )
    assert run(plan, "apply", "--all").code == 0
    assert run(plan, "renumber").code == 0
    assert "number: 专栏1\n    title: 水库" in text(plan, "第二章-工程.yaml")


def test_a_citation_means_what_the_paper_of_its_draft_calls_so(plan: Path, run: Run) -> None:
    run(plan, "renumber")
    run(plan, "freeze", "送审稿", "--circulate")
    (plan / "comments/区财政局/03.yaml").write_text(
        "unit: 区财政局\nat: {cites: 专栏2}\nopinion: 加固改为除险加固。\nedits:\n"
        "  - {replace: 加固, with: 除险加固}\ndecision: {status: 采纳}\n",
        encoding="utf-8",
    )
    assert "第二章/专栏3" in run(plan, "locate", "专栏2").out
    assert run(plan, "apply", "--all").code == 0
    assert "P303" not in run(plan, "check").out
    assert "除险加固水库" in text(plan, "第二章-工程.yaml")


def test_a_reference_that_is_not_certain_is_named_and_stays(plan: Path, run: Run) -> None:
    path = plan / "plan/第三章-经费.yaml"
    path.write_text(
        text(plan, "第三章-经费.yaml").replace("经费由区里安排。", "旧渠见专栏1，水库见专栏3。"),
        encoding="utf-8",
    )
    shown = json.loads(run(plan, "renumber", "--dry-run", "--json").out)
    assert shown["left"] == [
        {"part": "3.1", "field": "text", "words": "专栏1", "why": "gone", "means": ["第一章/专栏1"]}
    ]
    named = "3.1: 专栏1 is left as it stands, 第一章/专栏1 is no longer there"
    assert named in run(plan, "renumber").out
    assert "旧渠见专栏1，水库见专栏2。" in text(plan, "第三章-经费.yaml")
    record = (plan / "plan/applied.yaml").read_text(encoding="utf-8")
    assert "left:" in record
    again = files(plan)
    assert run(plan, "renumber").code == 0
    assert files(plan) == again
    assert run(plan, "renumber", "--undo").code == 0
    assert "旧渠见专栏1，水库见专栏3。" in text(plan, "第三章-经费.yaml")
