"""Responsible units are an ordered list, and the first leads: who changed that is told everywhere alike."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

PLAN = """\
title: 柳溪镇防汛方案
issuer: 柳溪镇人民政府
units: [{name: 水务站}, {name: 气象站}]
sections: [第一章]
"""

CHAPTER = """\
key: 第一章
title: 预警
body:
  - id: "1.1"
    heading: 值守
    text: |-
      汛期实行全天值守。
    units: [水务站, 气象站]
"""

COMMENT = """\
unit: {unit}
opinion: 调整责任单位。
edits:
  - {{units: "1.1", {edit}}}
decision: {{status: {status}}}
"""

Comments = Callable[..., None]


@pytest.fixture
def flood(tmp_path: Path, run: Run) -> Path:
    """A plan of one paragraph, circulated."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(PLAN, encoding="utf-8")
    (tmp_path / "plan/第一章.yaml").write_text(CHAPTER, encoding="utf-8")
    assert run(tmp_path, "freeze", "征求意见稿").code == 0
    return tmp_path


def comment(folder: Path, unit: str, edit: str, status: str = "采纳") -> None:
    path = folder / "comments" / unit / "01.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = COMMENT.format(unit=unit, edit=edit, status=status)
    path.write_text(text, encoding="utf-8")


def by_hand(folder: Path, units: str) -> None:
    path = folder / "plan/第一章.yaml"
    text = path.read_text(encoding="utf-8")
    before, _, after = text.partition("    units: ")
    path.write_text(f"{before}    units: {units}\n{after.partition(chr(10))[2]}", encoding="utf-8")


@pytest.fixture
def led(flood: Path, run: Run) -> Path:
    """One comment made 气象站 the lead and brought 消防站 in, which another one wanted, too."""
    comment(flood, "气象站", "set: [气象站, 水务站, 消防站]")
    comment(flood, "水务站", "add: [消防站]")
    assert run(flood, "apply", "--all").code == 0
    return flood


def test_a_letter_says_that_changed_names_are_responsible_units(flood: Path, run: Run) -> None:
    comment(flood, "气象站", "add: [消防站]")
    assert run(flood, "apply", "--all").code == 0
    told = run(flood, "reply", "气象站").out
    [change] = [line for line in told.splitlines() if "消防站" in line]
    assert re.search("的责任单位[：:]水务站、气象站、", change)
    assert ("删除线" in told, "下划线为新增的文字" in told) == (False, True)


def test_a_letter_explains_each_look_that_it_has(flood: Path, run: Run) -> None:
    comment(flood, "水务站", "remove: [气象站]")
    assert run(flood, "apply", "--all").code == 0
    assert "(删除线为删去的文字。)" in run(flood, "reply", "水务站").out.replace("（", "(").replace(
        "）", ")"
    )
    comment(flood, "气象站", "add: [消防站]")
    assert run(flood, "apply", "--all").code == 0
    assert "下划线" not in run(flood, "reply", "水务站").out


def test_the_wording_shows_the_order(led: Path, run: Run) -> None:
    changed = "{+气象站+}、水务站、[-气象站-]、{+消防站+}"
    assert changed in run(led, "diff").out
    assert "{+气象站+}、水务站、[-气象站-]" in run(led, "diff", "--comment", "气象站-01").out
    (change,) = json.loads(run(led, "diff", "--json").out)["changes"]
    (found,) = change["rewordings"]
    assert "".join(map("".join, found["units"])) == "+气象站=、=水务站=、-气象站=、+消防站"


def test_blame_and_compare_name_the_same_authors(led: Path, run: Run) -> None:
    (found,) = json.loads(run(led, "blame", "1.1", "--json").out)["paragraphs"]
    assert [(name["text"], name["by"]) for name in found["units"] if name["text"]] == [
        ("气象站", ["气象站-01"]),
        ("水务站", []),
        ("消防站", ["水务站-01", "气象站-01"]),
    ]
    table = run(led, "compare").out
    assert "（责任单位：水务站<del>、气象站</del>）" in table
    assert "（责任单位：<ins>气象站、</ins>水务站<ins>、消防站</ins>）" in table
    assert "水务站-01<br>气象站-01" in table or "气象站-01<br>水务站-01" in table


def test_the_duties_tell_who_leads_now(led: Path, run: Run, tmp_path: Path) -> None:
    assert run(led, "tasks", "--by-unit", "-o", str(tmp_path / "a.json")).code == 0
    table = (tmp_path / "a.json").read_text(encoding="utf-8")
    shown = run(led, "tasks", "--by-unit").out
    rows = {line.split(" | ")[0][2:]: line.split(" | ")[1:] for line in shown.splitlines()}
    assert rows["气象站"] == ["第一章 预警 值守", "", "第一章 预警 值守（牵头；气象站-01）", " |"]
    assert rows["水务站"] == ["", "第一章 预警 值守", "", "第一章 预警 值守（牵头；气象站-01） |"]
    assert rows["消防站"] == [
        "",
        "第一章 预警 值守",
        "第一章 预警 值守（水务站-01、气象站-01）",
        " |",
    ]
    assert "牵头；气象站-01" in table


def test_letters_say_what_was_changed_for_each(led: Path, run: Run) -> None:
    assert "{+气象站+}、水务站、[-气象站-]、{+消防站+}" in run(led, "reply", "气象站").out
    letter = run(led, "reply", "水务站").out
    assert "气象站、水务站、{+消防站+}" in letter  # whom another one put first is not its doing


def test_the_audit_compares_whole_names(led: Path, run: Run) -> None:
    shown = run(led, "audit", "气象站-01").out
    assert "{+气象站、+}水务站[-、气象站-]{+、消防站+}" in shown


def test_a_lead_that_the_office_changed_is_its_own_and_lost_for_the_comment(
    led: Path, run: Run
) -> None:
    by_hand(led, "[消防站, 气象站, 水务站]")
    assert "[the drafting office: 消防站]" in run(led, "blame", "1.1").out
    codes = {finding["code"] for finding in json.loads(run(led, "check", "--json").out)["findings"]}
    assert {"P405", "P409"} <= codes


def test_a_declined_order_that_the_plan_has_all_the_same_is_found(flood: Path, run: Run) -> None:
    comment(flood, "气象站", "set: [气象站, 水务站]", "不采纳, reason: 由水务站牵头。")
    assert "P406" not in run(flood, "check").out
    by_hand(flood, "[气象站, 水务站]")
    assert "P406" in run(flood, "check").out


def test_two_leads_are_a_conflict(flood: Path, run: Run) -> None:
    comment(flood, "气象站", "set: [气象站, 水务站]")
    comment(flood, "水务站", "set: [水务站, 气象站, 消防站]")
    assert run(flood, "apply", "--all").code == 1
    shown = run(flood, "conflicts").out
    assert "气象站、水务站" in shown
    assert "水务站、气象站、消防站" in shown
