"""Real git in a temporary directory."""

import json
import os
from pathlib import Path

import pytest

from tests.conftest import EDITOR, Run, git, plan_files

EDIT = "{replace: 智慧交通工程, with: 智慧出行工程, field: title}"


def test_one_commit_for_each_comment_with_trailers(committed: Path, run: Run) -> None:
    assert run(committed, "apply", "市医保局", "市投创中心", "--commit").code == 0
    log = git(
        committed,
        "log",
        "--reverse",
        "--format=%s|%(trailers:key=Comment,valueonly,separator=)|%an",
    ).splitlines()
    assert [line.split("|")[1] for line in log[1:]] == [
        "市医保局-01",
        "市投创中心-01",
        "市投创中心-02",
        "市投创中心-03",
    ]
    assert log[1] == "市医保局-01 采纳: 19-医疗健康工程|市医保局-01|编辑"
    trailers = git(committed, "log", "-1", "--format=%(trailers:only)")
    assert trailers.split() == [
        "Comment:",
        "市投创中心-03",
        "Unit:",
        "市投创中心",
        "Status:",
        "采纳",
    ]
    assert git(committed, "status", "--porcelain") == ""


def test_a_commit_touches_only_the_sentences_of_its_comment(committed: Path, run: Run) -> None:
    assert run(committed, "apply", "市医保局-01", "--commit").code == 0
    stat = git(
        committed, "-c", "core.quotepath=false", "show", "--numstat", "--format=", "HEAD"
    ).splitlines()
    assert stat[1].split("\t") == ["2", "2", "plan/第四章/19-医疗健康工程.yaml"]


def test_all_comments_in_commits_give_the_same_text(committed: Path, run: Run) -> None:
    assert run(committed, "apply", "--all", "--commit").code == 0
    one_by_one = plan_files(committed)
    assert git(committed, "rev-list", "--count", "HEAD").strip() == "26"
    assert run(committed, "revert", "--all").code == 0
    assert run(committed, "apply", "--all").code == 0
    assert plan_files(committed) == one_by_one


def test_a_commit_has_the_file_of_its_comment(committed: Path, run: Run) -> None:
    new = run(committed, "new", "--unit", "市公安局", "--opinion", "建议改。", "--edit", EDIT)
    assert new.code == 0
    name = next((committed / "comments/市公安局").glob("0[3-9].yaml")).stem
    assert run(committed, "decide", f"市公安局-{name}", "--status", "采纳").code == 0
    assert run(committed, "apply", f"市公安局-{name}", "--commit").code == 0
    shown = git(committed, "-c", "core.quotepath=off", "show", "--name-only", "--format=", "HEAD")
    assert f"comments/市公安局/{name}.yaml" in shown.splitlines()
    assert git(committed, "status", "--porcelain", "--", "comments") == ""


def test_a_failing_hook_leaves_the_old_files(committed: Path, run: Run) -> None:
    hook = committed / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho no >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before = plan_files(committed)
    done = run(committed, "apply", "市医保局-01", "--commit")
    assert done.code == 2
    assert "no" in done.err
    assert plan_files(committed) == before
    assert git(committed, "status", "--porcelain") == ""


def test_uncommitted_changes_are_not_mixed_in(committed: Path, run: Run) -> None:
    path = committed / "plan/第五章-保障措施.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# 记\n", encoding="utf-8")
    before = plan_files(committed)
    done = run(committed, "apply", "市医保局-01", "--commit")
    assert done.code == 2
    assert "第五章" in done.err
    assert plan_files(committed) == before


def test_diff_of_two_revisions(committed: Path, run: Run) -> None:
    assert run(committed, "apply", "市医保局-01", "--commit").code == 0
    shown = run(committed, "diff", "HEAD~1..HEAD").out
    assert "推广普及[-电子-]医保{+电子+}凭证" in shown
    assert run(committed, "diff", "HEAD").err.strip() == "no difference"
    same = json.loads(run(committed, "diff", "征求意见稿..HEAD~1", "--json").out)
    assert same["changes"] == [{"comment": None, "rewordings": []}]


def test_a_plan_in_a_subfolder_of_a_git_repository(tmp_path: Path, run: Run) -> None:
    assert run(tmp_path, "init", "规划/示例").code == 0
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", "-A")
    git(tmp_path, "-c", "user.name=a", "-c", "user.email=a@example.invalid", "commit", "-qm", "x")
    folder = tmp_path / "规划/示例"
    assert run(folder, "revert", "--all").code == 0
    (change,) = json.loads(run(folder, "diff", "HEAD", "--json").out)["changes"][0]["rewordings"]
    assert change["paragraph"] == "第一章.1"
    assert "".join(text for op, text in change["text"] if op != "-").endswith(
        "食堂向老年人供应早餐和午餐。"
    )


def test_the_environment_of_a_hook_does_not_leak(
    committed: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", os.fspath(tmp_path / "nowhere"))
    assert run(committed, "diff", "HEAD").code == 0


def test_an_unexplained_change_says_who_made_it(
    committed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = committed / "plan/第四章/17-智慧交通工程.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("探索网约车等", "探索网约车、顺风车等"), encoding="utf-8")
    assert "last touched: not committed yet" in run(committed, "check").out
    monkeypatch.setenv("GIT_AUTHOR_NAME", "王编辑")
    git(committed, "commit", "-qam", "顺风车")
    commit = git(committed, "rev-parse", "--short=9", "HEAD").strip()
    found = json.loads(run(committed, "check", "--json").out)["findings"]
    (change,) = [finding for finding in found if finding["code"] == "P405"]
    line = text.splitlines().index("      探索网约车等新业态监管模式。") + 1
    assert (change["line"], change["params"]["touched"].split()[::2]) == (
        line,
        ["王编辑", commit],
    )
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    assert "最后改动：王编辑 " in run(committed, "check").out


UNITS = "    units: [镇民政办, 各村]\n"
LISTED = "    units:\n      - 镇民政办\n      - 各村\n"
SECOND = "      每个食堂的面积不小于80平方米。\n"
TOUCHED = {
    "the units": ([("甲", "各村]", "各村, 镇财政所]")], 9, "甲"),
    "a unit less": ([("甲", "[镇民政办, 各村]", "[镇民政办]")], 9, "甲"),
    "no units any more": ([("甲", UNITS, "")], 4, ""),
    "a unit less in a list": ([("甲", UNITS, LISTED), ("乙", "      - 各村\n", "")], 10, ""),
    "a unit more in a list": ([("甲", UNITS, LISTED), ("乙", "- 各村\n", "- 村\n      - 各村\n")], 11, "乙"),
    "the heading": ([("甲", "heading: 选址", "heading: 选点")], 5, "甲"),
    "each something else": (
        [("甲", "80平", "90平"), ("乙", "优先利用", "利用"), ("丙", "选址", "选点"), ("丁", "各村]", "村]")],
        5,
        "丙乙甲丁",
    ),
    "one line twice": ([("甲", "优先利用", "利用"), ("乙", "村部和学校", "村部、学校")], 7, "乙"),
    "words at the end of a sentence": ([("甲", "不小于80平方米。", "不小于。")], 8, "甲"),
    "a sentence": ([("甲", "选址\n", "选址 # 记\n"), ("乙", SECOND, SECOND + "      通风良好。\n")], 9, "乙"),
    "a sentence gone": ([("甲", SECOND, ""), ("乙", "食堂设备", "设备")], 7, ""),
    "a paragraph": (
        [("甲", "  - col", "  - id: 新\n    heading: 新\n    text: 一句。\n  - col"), ("乙", "一句", "两句")],
        12,
        "甲乙",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOUCHED)
def test_an_unexplained_change_names_all_who_touched_what_is_new(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    git(example, "init", "-q", "-b", "main")
    git(example, "add", "-A")
    git(example, "commit", "-qm", "示例")
    path = example / "plan/第二章-任务.yaml"
    steps, line, names = TOUCHED[case]
    for author, old, new in steps:
        monkeypatch.setenv("GIT_AUTHOR_NAME", author)
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
        git(example, "commit", "-qam", author)
    for _judged_and_recalled in range(2):
        found = json.loads(run(example, "check", "--json").out)["findings"]
        change = next(finding for finding in found if finding["code"] == "P405")
        touched = change["params"].get("touched", "").splitlines()
        assert (change["line"], "".join(name.split()[0] for name in touched)) == (line, names)


def test_a_title_names_who_wrote_it(
    committed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = committed / "plan/第四章/17-智慧交通工程.yaml"
    text = path.read_text(encoding="utf-8")
    for author, old, new in (
        ("甲", "title: 智慧交通重点工作", "title: 重点工作"),
        ("乙", "推断", "复述"),
    ):
        monkeypatch.setenv("GIT_AUTHOR_NAME", author)
        text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
        git(committed, "commit", "-qam", author)
    (said,) = [line for line in run(committed, "check").out.splitlines() if "last touched" in line]
    assert "last touched: 甲 " in said


def stopped_before_its_commit(folder: Path, run: Run) -> None:
    """Leave what a run leaves that is killed when a comment is written and not yet committed."""
    assert run(folder, "apply", "市医保局-01").code == 0
    assert git(folder, "status", "--porcelain", "plan")


def test_what_a_killed_run_left_gets_its_own_commit(committed: Path, run: Run) -> None:
    stopped_before_its_commit(committed, run)
    done = run(committed, "apply", "市投创中心", "--commit")
    assert done.code == 0
    assert "Comment: 市医保局-01" in git(committed, "log", "--format=%B", "HEAD")
    assert git(committed, "status", "--porcelain") == ""
    subjects = git(committed, "log", "--format=%s").splitlines()
    assert len([subject for subject in subjects if subject.startswith("市医保局-01 ")]) == 1


def test_what_somebody_changed_besides_is_not_committed(committed: Path, run: Run) -> None:
    stopped_before_its_commit(committed, run)
    path = committed / "plan/第五章-保障措施.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# 注\n", encoding="utf-8")
    before = git(committed, "log", "--format=%H")
    done = run(committed, "apply", "市投创中心", "--commit")
    assert done.code == 2
    assert "P013" in done.err
    assert git(committed, "log", "--format=%H") == before
