"""No claim without evidence: what says "in the text" is in the text, and what cannot be is named."""

import json
from pathlib import Path

import pytest

from plancli.core.plan.outline import Outline
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run, git, plan_files

PLAN = """\
key: 第一章
title: 目标
body:
  - id: "1.1"
    heading: 基站
    text: |-
      到2025年建成5G基站2万个。
      由市级牵头。
    units: [甲局, 乙局]
  - column: 专栏1
    title: 清单
    items:
      - id: 专栏1.1
        text: 第一项。
  - id: "1.2"
    text: |-
      推广普及电子医保凭证、线上购药。
      依托电子社保卡,便民惠民。
"""
MANIFEST = (
    "title: 规划\nissuer: 市局\nlanguage: zh\n"
    "units: [{name: 甲局}, {name: 乙局}]\nsections: [第一章]\n"
)


@pytest.fixture
def plan(tmp_path: Path, run: Run) -> Path:
    """A plan of one section, frozen as a draft."""
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "plan/第一章.yaml").write_text(PLAN, encoding="utf-8")
    assert run(tmp_path, "freeze", "稿").code == 0
    return tmp_path


def comment(
    folder: Path, name: str, edits: str, decision: str = "status: 采纳", more: str = ""
) -> None:
    unit, number = name.split("-")
    path = folder / "comments" / unit / f"{number}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f"unit: {unit}\nopinion: 改\n{more}edits:\n  - {edits}\ndecision:\n  {decision}\n"
    path.write_text(text, encoding="utf-8")


def outcomes(folder: Path, run: Run, *words: str) -> dict[str, str]:
    found = json.loads(run(folder, "apply", *(words or ("--all",)), "--json").out)["comments"]
    return {name: value["outcome"] for name, value in found.items()}


def codes(folder: Path, run: Run) -> set[str]:
    return {
        finding["code"] for finding in json.loads(run(folder, "check", "--json").out)["findings"]
    }


def units(folder: Path) -> tuple[str, ...] | None:
    return Outline(load(read_files(folder)).sections).spots["1.1"].paragraph.units


def test_a_plan_without_a_draft(tmp_path: Path, run: Run) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "plan/第一章.yaml").write_text(PLAN, encoding="utf-8")
    assert run(tmp_path, "check").code == 0
    assert "plancli freeze" in run(tmp_path, "status").err


def test_a_list_of_units_keeps_its_order(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", '{units: "1.1", set: [丙局, 甲局, 乙局]}')
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    assert units(plan) == ("丙局", "甲局", "乙局")
    assert run(plan, "check").code == 0
    assert run(plan, "revert", "--all").code == 0
    assert units(plan) == ("甲局", "乙局")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("set: [丙局]", "set: [丁局]"),
        ("add: [甲局]", "remove: [甲局]"),
        ("set: [甲局]", "add: [丁局]"),
        ("add: [丙局]", "remove: [丙局]"),
    ],
)
def test_contradicting_units_are_a_conflict(plan: Path, run: Run, one: str, other: str) -> None:
    comment(plan, "甲局-01", f'{{units: "1.1", {one}}}')
    comment(plan, "乙局-01", f'{{units: "1.1", {other}}}')
    assert outcomes(plan, run) == {"甲局-01": "conflict", "乙局-01": "conflict"}
    assert units(plan) == ("甲局", "乙局")


def test_agreeing_units_merge(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", '{units: "1.1", add: [丙局]}')
    comment(plan, "乙局-01", '{units: "1.1", remove: [乙局]}')
    assert set(outcomes(plan, run).values()) == {"applied"}
    assert units(plan) == ("甲局", "丙局")


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        ('{add: {id: "1.1", text: 新。}, to: 专栏1}', "P201"),
        ('{add: {id: 新, text: 新。}, to: 专栏1, after: "1.1"}', "P212"),
        ('{add: {column: 专栏2, title: 新}, to: "1.1"}', "P211"),
    ],
)
def test_what_cannot_be_added_is_left_out(plan: Path, run: Run, edit: str, code: str) -> None:
    comment(plan, "甲局-01", edit)
    before = plan_files(plan)
    assert outcomes(plan, run) == {"甲局-01": "misplaced"}
    assert plan_files(plan) == before
    assert codes(plan, run) == {code}


@pytest.mark.parametrize("pointer", ["settles: [没有-09]", "settles: [甲局-01]"])
def test_a_pointer_to_nothing(plan: Path, run: Run, pointer: str) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 2.5万个}", f"status: 采纳\n  {pointer}")
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    assert codes(plan, run) == {"P213"}


def test_joined_to_nothing(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 2.5万个}", "status: 合并\n  into: 没有-01")
    assert codes(plan, run) == {"P213"}


def test_a_circle_of_three(plan: Path, run: Run) -> None:
    for name, into in (("甲局-01", "甲局-02"), ("甲局-02", "乙局-01"), ("乙局-01", "甲局-01")):
        comment(plan, name, "{replace: 2万个, with: 2.5万个}", f"status: 合并\n  into: {into}")
    found = json.loads(run(plan, "check", "--json").out)["findings"]
    assert [(f["code"], f["file"]) for f in found if f["code"] == "P213"] == [
        ("P213", "comments/甲局/01.yaml"),
        ("P213", "comments/甲局/02.yaml"),
        ("P213", "comments/乙局/01.yaml"),
    ]


def test_two_that_settle_each_other_settle_nothing(plan: Path, run: Run) -> None:
    comment(
        plan, "甲局-01", "{replace: 2万个, with: 2.5万个}", "status: 采纳\n  settles: [乙局-01]"
    )
    comment(plan, "乙局-01", "{replace: 市级, with: 县级}", "status: 采纳\n  settles: [甲局-01]")
    assert set(outcomes(plan, run).values()) == {"applied"}
    assert codes(plan, run) == {"P213"}


def test_what_is_adopted_on_another_draft_is_not_hidden(plan: Path, run: Run) -> None:
    assert run(plan, "freeze", "送审稿").code == 0
    comment(plan, "甲局-01", "{replace: 2万个, with: 3万个}", more="draft: 送审稿\n")
    assert codes(plan, run) == {"P214"}
    done = run(plan, "apply", "甲局-01")
    assert done.code == 2
    assert "another draft" in done.err


def test_what_the_office_undid_is_not_called_merged(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 2.5万个}")
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    path = plan / "plan/第一章.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2.5万个", "4万个"), encoding="utf-8")
    assert outcomes(plan, run) == {"甲局-01": "lost"}
    assert codes(plan, run) == {"P409", "P405"}
    assert run(plan, "revert", "甲局-01").code == 1
    assert run(plan, "revert", "甲局-01", "--forget").code == 0
    assert "4万个" in path.read_text(encoding="utf-8")
    assert load(read_files(plan)).record.comments == {}


def test_deleted_words_that_the_office_puts_back(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{delete: 、线上购药}")
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    path = plan / "plan/第一章.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("电子医保凭证。", "电子医保凭证、线上购药。"), encoding="utf-8")
    assert outcomes(plan, run) == {"甲局-01": "lost"}
    assert codes(plan, run) == {"P409", "P405"}


def test_a_changed_decision_that_finds_no_place_is_still_named(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 2.5万个}")
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    comment(plan, "甲局-01", "{replace: 没有的话, with: 3万个}")
    assert codes(plan, run) == {"P301", "P402"}
    before = plan_files(plan)
    assert outcomes(plan, run) == {"甲局-01": "not-found"}
    assert plan_files(plan) == before
    assert "2.5万个" in before["plan/第一章.yaml"].decode()


def test_a_changed_decision_that_collides_leaves_the_old_wording(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 2.5万个}")
    comment(plan, "乙局-01", "{replace: 市级, with: 县级}")
    assert set(outcomes(plan, run).values()) == {"applied"}
    comment(plan, "甲局-01", "{replace: 由市级牵头, with: 由省级牵头}")
    before = plan_files(plan)
    assert outcomes(plan, run) == {"甲局-01": "conflict", "乙局-01": "applied"}
    assert plan_files(plan) == before


def test_a_citation_that_names_no_section_does_not_keep_the_words_out(plan: Path, run: Run) -> None:
    comment(
        plan, "甲局-01", "{replace: 2万个, with: 3万个}", more="at: {section: 总体规划-发展现状}\n"
    )
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    assert codes(plan, run) == {"P306"}


def test_a_place_that_is_not_known_is_explained(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", '{rewrite: "9.9", with: 新。}')
    shown = run(plan, "apply", "--all").out
    assert "The draft has no paragraph 9.9." in shown
    assert "plancli show lists those of a section" in shown


def test_what_another_comment_settles_is_not_called_unchanged(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 3万个}", "status: 采纳\n  settles: [乙局-01]")
    comment(plan, "乙局-01", "{replace: 2万个, with: 4万个}")
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    states = {
        c["id"]: c["state"] for c in json.loads(run(plan, "status", "--json").out)["comments"]
    }
    assert states == {"甲局-01": "in-text", "乙局-01": "settled"}


def test_a_paragraph_that_the_office_removed_is_listed_as_its_change(plan: Path, run: Run) -> None:
    path = plan / "plan/第一章.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").partition('  - id: "1.2"')[0], encoding="utf-8"
    )
    assert json.loads(run(plan, "status", "--json").out)["office"] == ["1.2"]


def test_an_edit_that_changes_nothing_says_so(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 线上购药, with: 线上购药}")
    comment(plan, "乙局-01", '{units: "1.1", add: [甲局]}')
    assert outcomes(plan, run) == {"甲局-01": "already", "乙局-01": "already"}


def test_a_restored_paragraph_stands_where_it_stood(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", '{remove: "1.2"}')
    before = (plan / "plan/第一章.yaml").read_bytes()
    assert outcomes(plan, run) == {"甲局-01": "applied"}
    assert run(plan, "revert", "--all").code == 0
    assert (plan / "plan/第一章.yaml").read_bytes() == before


def test_one_comment_that_contradicts_itself(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 3万个}\n  - {delete: 基站2万个}")
    assert codes(plan, run) == {"P411"}


def test_a_comment_with_another_ending_is_not_lost(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 3万个}")
    (plan / "comments/甲局/01.yaml").rename(plan / "comments/甲局/01.yml")
    assert codes(plan, run) == {"P120"}


def test_a_draft_under_another_name(plan: Path, run: Run) -> None:
    path = plan / "plan/drafts/稿.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("draft: 稿", "draft: 别"), encoding="utf-8"
    )
    assert codes(plan, run) == {"P407"}


def test_a_key_with_an_angle_bracket(plan: Path, run: Run) -> None:
    comment(plan, "甲局-01", "{replace: 2万个, with: 3万个}", more="<<: {a: b}\n")
    assert codes(plan, run) == {"P108"}


def test_commit_brings_a_changed_decision(committed: Path, run: Run) -> None:
    assert run(committed, "apply", "市投创中心-02", "--commit").code == 0
    path = committed / "comments/市投创中心/02.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(
            "深化“双招双引”成效。\n", "巩固“双招双引”成效。\n"
        ),
        encoding="utf-8",
    )
    assert run(committed, "apply", "市投创中心-02", "--commit").code == 0
    assert "巩固“双招双引”成效" in (
        committed / "plan/第四章/24-新兴产业培育孵化工程.yaml"
    ).read_text(encoding="utf-8")


def test_a_revision_without_a_plan(committed: Path, run: Run) -> None:
    git(committed, "rm", "-rq", "--cached", "plan")
    git(committed, "commit", "-qm", "no plan")
    done = run(committed, "diff", "HEAD")
    assert done.code == 2
    assert "plan/plan.yaml" in done.err
