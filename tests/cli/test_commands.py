"""What the commands show and write, on the example and on the real plan."""

import csv
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.revision.revise import Revision, Workspace
from plancli.core.rounds.settlements import trial
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT, Run, plan_files

HOSTILE = "<script>alert(1)</script> {{ title }} =HYPERLINK(1) | 甲 \\ *乙* `丙` [丁](x)"


def test_the_example_is_ready(example: Path, run: Run) -> None:
    done = run(example, "check")
    assert (done.code, done.out) == (0, "")
    assert (example / ".gitattributes").is_file()
    assert not (example / ".github").exists()


def test_status_counts_by_state_and_unit(example: Path, run: Run) -> None:
    view = json.loads(run(example, "status", "--json").out)
    assert {c["id"]: c["state"] for c in view["comments"]} == {
        "镇财政所-01": "closed",
        "镇财政所-02": "pending",
        "镇民政办-01": "in-text",
    }
    shown = run(example, "status").out
    assert "to decide: 镇财政所-02" in shown
    assert "无意见" in shown


def test_columns_align_for_wide_characters(example: Path, run: Run) -> None:
    from rich.cells import cell_len

    lines = run(example, "status").out.splitlines()
    at = next(n for n, line in enumerate(lines) if line.startswith("Unit"))
    start = cell_len(lines[at][: lines[at].index("comments")])
    for line in lines[at + 1 : at + 4]:
        digits = next(n for n, char in enumerate(line) if char.isdigit())
        assert cell_len(line[:digits]) == start


def test_status_shows_a_conflict_with_both_wordings(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            "{insert: 、油烟净化器, after: 冷藏柜}", "{replace: 早餐和午餐, with: 早餐}"
        ).replace("待定", "采纳"),
        encoding="utf-8",
    )
    shown = run(example, "status").out
    assert "adopted, in conflict: 镇财政所-02" in shown
    assert re.search(r"镇民政办-01 +早餐、午餐和晚餐\n", shown)
    assert re.search(r"镇财政所-02 +早餐\n", shown)
    done = run(example, "apply", "--all")
    assert done.code == 1
    assert list(load(read_files(example)).record.comments) == ["镇民政办-01"]


def test_a_joint_wording_settles_a_conflict(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    edit = "{insert: 、油烟净化器, after: 冷藏柜}"
    settled = text.replace(edit, "{replace: 早餐和午餐, with: 早餐、午餐和周末晚餐}")
    path.write_text(
        settled.replace("status: 待定", "status: 采纳\n  settles: [镇民政办-01]"), encoding="utf-8"
    )
    assert run(example, "revert", "--all").code == 0
    assert run(example, "apply", "--all").code == 0
    assert "早餐、午餐和周末晚餐" in (example / "plan/第一章-目标.yaml").read_text(encoding="utf-8")


def test_a_sentence_that_two_units_changed_is_listed(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    edit = "{insert: 、油烟净化器, after: 冷藏柜}"
    path.write_text(
        text.replace(edit, "{replace: 向老年人, with: 向老年人和学生}").replace("待定", "采纳"),
        encoding="utf-8",
    )
    assert run(example, "apply", "--all").code == 0
    (shared,) = json.loads(run(example, "status", "--json").out)["meetings"]
    assert (shared["place"], shared["level"]) == ("第一章.1", "soft")
    assert shared["base"] == "食堂向老年人供应早餐和午餐。"
    assert set(shared["sides"]) == {"镇民政办-01", "镇财政所-02"}
    assert "to be read once more" in run(example, "status").out


def test_a_record_of_another_draft_is_not_touched(example: Path, run: Run) -> None:
    assert run(example, "freeze", "送审稿").code == 0
    manifest = example / "plan/plan.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("draft: 征求意见稿", "draft: 送审稿"),
        encoding="utf-8",
    )
    before = plan_files(example)
    done = run(example, "apply", "--all")
    assert done.code == 2
    assert " P210 " in done.err
    assert plan_files(example) == before


def test_dry_run_writes_nothing(circulated: Path, run: Run) -> None:
    before = plan_files(circulated)
    done = run(circulated, "apply", "--all", "--dry-run", "--json")
    assert len(json.loads(done.out)["files"]) == 15
    assert plan_files(circulated) == before


def test_revert_dry_run_says_that_nothing_was_written(adopted: Path, run: Run) -> None:
    before = plan_files(adopted)
    done = run(adopted, "revert", "市医保局-01", "--dry-run")
    assert done.out == "市医保局-01  can be taken out\n"
    assert "nothing was written, these files would change: 2" in done.err
    assert plan_files(adopted) == before


def test_a_folder_without_a_command_shows_the_overview(example: Path, run: Run) -> None:
    assert "Daily work:" in run(example).out


def test_show_reads_the_plan_once(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Revision] = []

    def counted(
        workspace: Workspace, comments: Mapping[str, Comment], wanted: Mapping[str, Patch]
    ) -> Revision:
        made.append(trial(workspace, comments, wanted))
        return made[-1]

    monkeypatch.setattr("plancli.core.rounds.round.trial", counted)
    assert run(ROOT, "show", "第二章").code == 0
    assert len(made) == 1


def test_show_a_paragraph_with_what_hangs_on_it(run: Run) -> None:
    shown = run(ROOT, "show", "17.1").out
    assert "完善公共交通服务" in shown
    assert "市公安局-02" in shown
    assert "市交通运输局-01" in shown
    assert run(ROOT, "show", "专栏15").out.startswith("第四章/17/专栏15 智慧交通重点工作 专栏15.2")


def test_show_a_comment(run: Run) -> None:
    shown = run(ROOT, "show", "市投创中心-03").out
    assert "asks for: replace “引进无人机、机器人尤其是软体机器人、卫星导航" in shown
    assert "in the text" in shown


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("第38页第16行", "第四章/19 医疗健康工程 19.1 P38 L16-20"),
        ("P35", "第四章/17 智慧交通工程 17.1 P35"),
        ("专栏15", "第四章/17/专栏15 智慧交通重点工作 专栏15.1 P36"),
        ("推广普及电子医保凭证", "19.1 P38 L16-20: word for word"),
        ("推广普及“电子医保凭证”", "19.1"),
        ("市投创中心-01", "第四章/2 智能计算基建工程 2.1 P21 L12: word for word"),
    ],
)
def test_locate(run: Run, words: str, place: str) -> None:
    assert place in run(ROOT, "locate", words).out


def test_locate_refuses_and_suggests(run: Run) -> None:
    done = run(ROOT, "locate", "推广普及医保电子凭证")
    assert done.code == 1
    assert "not found" in done.out
    assert "推广普及电子医保凭证" in done.out


def test_diff_of_one_comment_and_of_what_was_asked(run: Run) -> None:
    shown = run(ROOT, "diff", "--comment", "市投创中心-03").out
    assert "产业{+项目+}。" in shown
    asked = run(ROOT, "diff", "--comment", "市投创中心-03", "--proposed").out
    assert "{+卫星导航、+}" in asked
    assert "{+以及量子成像+}" in asked


def test_diff_shows_what_moved(moving: Callable[..., Path], run: Run) -> None:
    folder = moving("move: 第一章.3, after: 第一章.1", "move: 第二章/专栏1, before: 第二章.1")
    shown = "第一章 题\n  第一章.3 (moved) 丙段\n第二章/专栏1 设备\n  第二章/专栏1 (moved)\n"
    assert run(folder, "diff").out == shown
    assert run(folder, "diff", "--comment", "镇财政所-09").out == f"# 镇财政所-09\n{shown}"
    assert run(folder, "diff", "--section", "第一章").out == "第一章 题\n  第一章.3 (moved) 丙段\n"
    (found,) = json.loads(run(folder, "diff", "--section", "第一章.3", "--json").out)["changes"][0][
        "rewordings"
    ]
    assert (found["kind"], found["section"]) == ("moved", "第一章")
    old, new = "第一章.3, heading: 丙段", "第一章.3, heading: 丙段改"
    path = folder / "plan/第一章.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    assert "第一章.3 (moved) 丙段{+改+}" in run(folder, "diff").out


def test_diff_marks_responsible_units_by_name(run: Run) -> None:
    shown = run(ROOT, "diff", "--section", "2.1").out
    assert "responsible units: 市数管局、[-市投创中心-]、金安区人民政府" in shown


def test_freeze_makes_a_draft_that_never_changes(example: Path, run: Run) -> None:
    assert run(example, "freeze", "送审稿").code == 0
    assert run(example, "check").code == 0
    repository = load(read_files(example))
    assert repository.draft("送审稿").sections == repository.sections
    assert [frozen.name for frozen in repository.manifest.drafts] == ["征求意见稿", "送审稿"]
    assert repository.manifest.draft == "征求意见稿"
    assert run(example, "diff", "送审稿").err.strip() == "no difference"


def test_the_first_draft_of_a_plan(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    lines = manifest.read_text(encoding="utf-8").splitlines(keepends=True)
    manifest.write_text(
        "".join(
            line
            for line in lines
            if "draft" not in line and "征求意见稿" not in line and "digest" not in line
        ),
        encoding="utf-8",
    )
    (example / "plan/drafts/征求意见稿.yaml").unlink()
    (example / "plan/applied.yaml").unlink()
    assert run(example, "freeze", "征求意见稿").code == 0
    assert load(read_files(example)).manifest.draft == "征求意见稿"
    assert manifest.read_text(encoding="utf-8").startswith("#")


def test_csv_for_spreadsheets(adopted: Path, run: Run) -> None:
    assert run(adopted, "report", "-o", "t.csv").code == 0
    raw = (adopted / "t.csv").read_bytes()
    assert raw.startswith("\ufeff单位,意见建议,采纳情况".encode())
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines()))
    assert len(rows) == 28
    assert rows[3][0] == "市公安局"


def test_json_for_programs(run: Run) -> None:
    rows = json.loads(run(ROOT, "report", "--json").out)["rows"]
    assert len(rows) == 27
    assert rows[0] == {"unit": "公众", "id": "", "opinion": "无", "decision": "无", "status": ""}


def test_hostile_words_stay_words(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8").replace("建议在厨房设备中增加油烟净化器。", HOSTILE)
    path.write_text(text, encoding="utf-8")
    assert run(example, "report", "-o", "t.html").code == 0
    page = (example / "t.html").read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "{{ title }}" in page
    assert run(example, "report", "-o", "t.md").code == 0
    row = next(
        r for r in (example / "t.md").read_text(encoding="utf-8").splitlines() if "alert" in r
    )
    assert len(re.split(r"(?<!\\)\|", row)) == 5
    assert re.findall(r"(?<!\\)[<*_`\[]", row) == []


def test_a_template_of_the_users_own(example: Path, run: Run) -> None:
    template = example / "templates/短.txt.j2"
    template.write_text(
        "{% for g in table %}{{ g.unit }}:{{ g.rows|length }}\n{% endfor %}", encoding="utf-8"
    )
    assert run(example, "report", "--template", "短", "-o", "t.txt").code == 0
    assert (example / "t.txt").read_text(encoding="utf-8") == "镇财政所:2\n镇民政办:1\n镇文化站:1\n"


def test_a_template_cannot_reach_outside(example: Path, run: Run) -> None:
    template = example / "templates/恶.txt.j2"
    template.write_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", encoding="utf-8")
    done = run(example, "report", "--template", "恶", "-o", "t.txt")
    assert done.code == 2
    assert "恶.txt.j2" in done.err
    assert not (example / "t.txt").exists()


@pytest.mark.parametrize(
    "name",
    [
        "init",
        "status",
        "show",
        "locate",
        "apply",
        "revert",
        "diff",
        "report",
        "freeze",
        "check",
        "schema",
    ],
)
def test_help_has_an_example(run: Run, tmp_path: Path, name: str) -> None:
    done = run(tmp_path, name, "--help")
    assert done.code == 0
    assert (
        f"plancli {name}" in done.out.split("Example:")[-1]
        or f"plancli {name}" in done.out.split("示例:")[-1]
    )
