"""`check --base`: what a branch takes away with its traces, so that the plan itself is clean, is told."""

import json
import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancli.cli.against import base_of, findings_against
from tests.conftest import Run, git

PLAN, TASKS, DRAFT = "plan/plan.yaml", "plan/第二章-任务.yaml", "plan/drafts/征求意见稿.yaml"
DECIDED = "comments/镇财政所/01.yaml"
DIGEST = "sha256:4592e52f7928edc46e316f157643339ff8ee762eb591ac1beaf4044db9d10868"
FUNDS = """  - table: 表1
    title: 资金
    columns: [来源, 今年]
    rows:
      - [县补, "12"]
      - [镇筹, "8"]
      - [合计, "20"]
    sums:
      - {row: 表1.3, of: [表1.1, 表1.2]}
"""
Change = Callable[[Path, Run], None]


def typed(file: str, old: str, new: str) -> Change:
    def change(folder: Path, _run: Run) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, (file, old)
        (folder / file).write_text(text.replace(old, new), encoding="utf-8")

    return change


def done(*words: str) -> Change:
    def change(folder: Path, run: Run) -> None:
        told = run(folder, *words)
        assert told.code == 0, told.err

    return change


def without(file: str) -> Change:
    return lambda folder, _run: (folder / file).unlink()


def all_of(*changes: Change) -> Change:
    def change(folder: Path, run: Run) -> None:
        for one in changes:
            one(folder, run)

    return change


SIGNED = all_of(
    typed(PLAN, "sections:\n", "approval: [处室, 分管领导]\ntotals: {comments: 3}\nsections:\n"),
    done("decide", "镇财政所-01", "--approve", "--level", "处室", "--by", "王敏"),
    done("decide", "镇财政所-01", "--approve", "--level", "分管领导", "--by", "李芳"),
)


@pytest.fixture
def left(example: Path, run: Run) -> Path:
    """A branch that has just left its base: a plan with levels, a signed decision and a declared sum."""
    SIGNED(example, run)
    text = (example / TASKS).read_text(encoding="utf-8")
    (example / TASKS).write_text(f"{text}{FUNDS}", encoding="utf-8")
    git(example, "init", "-q", "-b", "main")
    committed(example, "base")
    git(example, "switch", "-q", "-c", "work")
    return example


def committed(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=王敏", "-c", "user.email=w@m.example", "commit", "-qm", message)


def told(folder: Path, run: Run, *more: str) -> list[dict[str, Any]]:
    """Return what is told of the base: findings whose code begins with P6."""
    found = json.loads(run(folder, "check", "--base", "main", "--json", *more).out)["findings"]
    return [one for one in found if one["code"].startswith("P6")]


def test_a_branch_that_has_changed_nothing_takes_nothing_away(left: Path, run: Run) -> None:
    assert told(left, run) == []
    assert run(left, "check", "--base", "main").out == run(left, "check").out


def test_the_work_of_an_office_takes_nothing_away(left: Path, run: Run) -> None:
    wider = ("--replace", "不小于80平方米", "--with", "不小于90平方米")
    all_of(
        done("new", "--unit", "镇民政办", "--opinion", "面积改大。", *wider),
        done("decide", "镇民政办-02", "--status", "采纳"),
        done("apply", "--all"),
        done("decide", "镇财政所-02", "--status", "不采纳", "--reason", "村里另有安排。"),
        done("freeze", "送审稿", "--circulate"),
    )(left, run)
    assert told(left, run) == []


APPROVED = "  approved:\n"
HOSTILE = {
    "levels and every approval": (
        all_of(
            typed(PLAN, "approval: [处室, 分管领导]\n", ""),
            lambda folder, _run: cut_approvals(folder),
        ),
        [("P602", PLAN), ("P611", DECIDED), ("P611", DECIDED)],
    ),
    "one level": (typed(PLAN, "[处室, 分管领导]", "[分管领导]"), [("P602", PLAN)]),
    "the order of levels": (typed(PLAN, "[处室, 分管领导]", "[分管领导, 处室]"), [("P602", PLAN)]),
    "a declared sum": (
        typed(TASKS, "    sums:\n      - {row: 表1.3, of: [表1.1, 表1.2]}\n", ""),
        [("P603", TASKS)],
    ),
    "a sum that is rounded now": (
        typed(TASKS, "表1.2]}", "表1.2], rounded: true}"),
        [("P603", TASKS)],
    ),
    "a rule": (typed(PLAN, "sections:\n", "rules: {P405: off}\nsections:\n"), [("P604", PLAN)]),
    "a draft with its digest": (
        all_of(
            typed(DRAFT, "不小于80平方米", "不小于70平方米"),
            typed(PLAN, DIGEST, DIGEST[:-1] + "9"),
        ),
        [("P606", PLAN)],
    ),
    "a comment": (without("comments/镇财政所/02.yaml"), [("P608", PLAN)]),
    "the words of a unit": (
        typed(DECIDED, "资金有限", "资金充足"),
        [("P608", DECIDED)],
    ),
    "a decision that was signed": (
        typed(DECIDED, "status: 不采纳", "status: 留作参考"),
        [("P609", DECIDED)],
    ),
    "figures that were published": (typed(PLAN, "totals: {comments: 3}\n", ""), [("P613", PLAN)]),
    "a unit that was consulted": (
        typed(PLAN, "  - name: 镇文化站\n    reply: 无意见\n", ""),
        [("P613", PLAN)],
    ),
}


def cut_approvals(folder: Path) -> None:
    text = (folder / DECIDED).read_text(encoding="utf-8")
    kept = [line for line in text.splitlines(keepends=True) if "level:" not in line]
    (folder / DECIDED).write_text("".join(kept).replace(APPROVED, ""), encoding="utf-8")


@pytest.mark.parametrize("name", HOSTILE)
def test_each_thing_that_is_taken_away_is_told_with_both_places(
    left: Path, run: Run, name: str
) -> None:
    change, expected = HOSTILE[name]
    change(left, run)
    committed(left, "hostile")
    found = told(left, run)
    assert [(one["code"], one["file"]) for one in found] == expected
    assert {one["severity"] for one in found} == {"error"}
    base = git(left, "rev-parse", "main").strip()[:12]
    for one in found:
        (there,) = one["related"]
        assert there["commit"] == base
        lines = git(left, "show", f"main:{there['file']}").splitlines()
        assert 0 < there["line"] <= len(lines)
    done = run(left, "check", "--base", "main")
    assert done.code == 1
    assert base in done.out


def test_a_note_makes_a_declaration_that_went_a_warning(left: Path, run: Run) -> None:
    note = "notes:\n  - {paragraph: 第二章/表1, reason: 各项是估算。}\n"
    typed(PLAN, "sections:\n", f"{note}sections:\n")(left, run)
    typed(TASKS, "表1.2]}", "表1.2], rounded: true}")(left, run)
    assert [(one["code"], one["severity"]) for one in told(left, run)] == [("P603", "warning")]


def test_a_waiver_and_another_open_decision_are_warnings(left: Path, run: Run) -> None:
    done("decide", "镇民政办-01", "--status", "留作参考")(left, run)
    waived = "waivers:\n  - {rule: P404, reason: 另有安排。}\n"
    with (left / DECIDED).open("a", encoding="utf-8") as file:
        file.write(waived)
    found = [(one["code"], one["severity"]) for one in told(left, run)]
    assert found == [("P605", "warning"), ("P610", "warning")]


def test_a_slip_that_was_mended_is_told_with_its_change(left: Path, run: Run) -> None:
    done("mend", "--replace", "消毒柜", "--with", "消毒橱", "--reason", "录入有误。")(left, run)
    (one,) = told(left, run)
    assert one["code"] == "P607"
    assert "录入有误" in one["message"]


def test_what_the_base_has_done_since_is_not_asked_of_the_branch(left: Path, run: Run) -> None:
    git(left, "switch", "-q", "main")
    done("new", "--unit", "镇民政办", "--opinion", "无障碍通道要写明。")(left, run)
    committed(left, "later")
    git(left, "switch", "-q", "work")
    assert told(left, run) == []


def test_a_closed_round_that_was_taken_out_is_told(left: Path, run: Run) -> None:
    git(left, "switch", "-q", "main")
    done("freeze", "送审稿", "--circulate")(left, run)
    committed(left, "next round")
    git(left, "switch", "-q", "-c", "later")
    typed(DECIDED, "reason: ", "reason: 经研究,")(left, run)
    record = (left / "plan/applied.yaml").read_text(encoding="utf-8")
    kept = record[: record.index("earlier:")]
    (left / "plan/applied.yaml").write_text(kept, encoding="utf-8")
    assert {one["code"] for one in told(left, run)} == {"P609", "P612"}


def test_a_base_without_the_plan_is_told_and_fails_nothing(example: Path, run: Run) -> None:
    git(example, "init", "-q", "-b", "main")
    git(
        example,
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@b.example",
        "commit",
        "-qm",
        "0",
        "--allow-empty",
    )
    git(example, "switch", "-q", "-c", "work")
    committed(example, "the plan comes")
    (one,) = told(example, run)
    assert (one["code"], one["severity"]) == ("P601", "warning")


def test_a_plan_that_was_moved_is_told_where_all_are_checked(
    left: Path, run: Run, tmp_path: Path
) -> None:
    whole = tmp_path / "repository"
    git(tmp_path, "init", "-q", "-b", "main", "repository")
    git(tmp_path, "clone", "-q", str(left), str(whole / "甲"))
    subprocess.run(["rm", "-rf", str(whole / "甲/.git")], check=True)
    committed(whole, "base")
    git(whole, "switch", "-q", "-c", "work")
    (whole / "甲").rename(whole / "乙")
    committed(whole, "moved")
    found = told(whole / "乙", run, "--all")
    assert [one["code"] for one in found] == ["P601", "P614"]
    assert found[1]["file"] == "甲/plan/plan.yaml"


def test_a_base_with_a_broken_file_is_told_and_the_rest_is_compared(left: Path, run: Run) -> None:
    git(left, "switch", "-q", "main")
    (left / "comments/镇民政办/01.yaml").write_text("unit: [\n", encoding="utf-8")
    committed(left, "broken")
    git(left, "switch", "-q", "-c", "mended")
    git(left, "checkout", "-q", "work", "--", "comments")
    typed(PLAN, "[处室, 分管领导]", "[分管领导]")(left, run)
    unread, levels = told(left, run)
    assert (unread["code"], levels["code"]) == ("P601", "P602")
    assert unread["related"][0]["file"] == "comments/镇民政办/01.yaml"


@pytest.mark.parametrize("depth", [["--depth", "1"], ["--depth", "1", "--single-branch"]])
def test_a_shallow_clone_says_how_to_fetch_the_base(
    left: Path, run: Run, tmp_path: Path, depth: list[str]
) -> None:
    typed(PLAN, "[处室, 分管领导]", "[分管领导]")(left, run)
    committed(left, "hostile")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", *depth, "--branch", "work", left.as_uri(), str(clone))
    refused = run(clone, "check", "--base", "origin/main")
    assert (refused.code, "P082" in refused.err) == (2, True)
    hint = next(line for line in refused.err.splitlines() if "→" in line)
    command = shlex.split(hint[hint.index("git fetch") :])
    git(clone, *command[1:])
    assert run(clone, "check", "--base", "origin/main").code == 1
    assert "P602" in run(clone, "check", "--base", "origin/main").out


def test_outside_git_there_is_no_base(example: Path, run: Run) -> None:
    refused = run(example, "check", "--base", "main")
    assert (refused.code, "P025" in refused.err) == (2, True)


def test_nothing_of_the_branch_is_run(left: Path, run: Run) -> None:
    """Attributes, filters and hooks that a branch brings are not asked when its base is read."""
    trap = left / "trapped"
    (left / ".gitattributes").write_text("*.yaml filter=trap diff=trap\n", encoding="utf-8")
    for key in ("filter.trap.smudge", "filter.trap.clean", "diff.trap.textconv"):
        git(left, "config", key, f"touch {trap}; cat")
    typed(PLAN, "[处室, 分管领导]", "[分管领导]")(left, run)
    found = findings_against(left, base_of(left, "main"))
    assert [one.code for one in found] == ["P602"]
    assert not trap.exists()


def test_formats_of_hosts_name_the_place_in_the_base(left: Path, run: Run) -> None:
    typed(PLAN, "[处室, 分管领导]", "[分管领导]")(left, run)
    for style in ("github", "gitlab", "md", "junit", "sarif"):
        assert "approval" in run(left, "check", "--base", "main", "--format", style).out
    log = json.loads(run(left, "check", "--base", "main", "--format", "sarif").out)
    (result,) = [one for one in log["runs"][0]["results"] if one["ruleId"] == "P602"]
    (there,) = result["relatedLocations"]
    assert there["physicalLocation"]["region"]["startLine"] > 1
