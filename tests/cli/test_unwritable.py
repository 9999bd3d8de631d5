"""A comment whose place in a file cannot be written is left out and named; the others go in."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run, plan_files

SECTION = "plan/第二章-任务.yaml"


@pytest.fixture
def noted(example: Path) -> Path:
    """The example with a remark inside a paragraph, and two comments: on that one, and on another."""
    file = example / SECTION
    text = file.read_text(encoding="utf-8")
    head = "  - id: 第二章.1\n"
    assert text.count(head) == 1
    file.write_text(text.replace(head, "  - id: 第二章.1  # 镇长关心\n"), encoding="utf-8")
    for number, edit in enumerate(("{remove: 第二章.1}", "{remove: 专栏1.1}"), 1):
        path = example / f"comments/镇文化站/{number:02}.yaml"
        path.parent.mkdir(exist_ok=True)
        words = "unit: 镇文化站\nopinion: 建议删去。\ndecision: {status: 采纳, reply: 已删去。}\n"
        path.write_text(f"{words}edits:\n  - {edit}\n", encoding="utf-8")
    known = example / "plan/plan.yaml"
    listed = known.read_text(encoding="utf-8").replace(
        "units:\n", "units:\n  - name: 镇文化站\n", 1
    )
    known.write_text(listed, encoding="utf-8")
    return example


def test_one_place_that_cannot_be_written_holds_up_its_comment_alone(noted: Path, run: Run) -> None:
    done = run(noted, "apply", "--all")
    assert done.code == 1
    line = (
        (noted / SECTION)
        .read_text(encoding="utf-8")
        .split("\n")
        .index("  - id: 第二章.1  # 镇长关心")
    )
    assert "镇文化站-01  left out: its place in the file cannot be written" in done.out
    assert f"    {SECTION}:{line + 1}:" in done.out
    assert "# 镇长关心" in done.out
    assert "专栏1.1" not in (noted / SECTION).read_text(encoding="utf-8")
    assert "left out" in run(noted, "apply", "镇文化站").out
    assert run(noted, "revert", "镇文化站-02").code == 0


def test_programs_are_told_too_and_a_dry_run_writes_nothing(noted: Path, run: Run) -> None:
    before = plan_files(noted)
    done = run(noted, "apply", "--all", "--dry-run", "--json")
    assert plan_files(noted) == before
    comments = json.loads(done.out)["comments"]
    assert comments["镇文化站-01"]["outcome"] == "unwritable"
    assert "P123" in comments["镇文化站-01"]["reasons"][0]
    assert comments["镇文化站-02"]["outcome"] == "applied"


def test_where_nothing_else_is_left_the_command_refuses(noted: Path, run: Run) -> None:
    before = plan_files(noted)
    done = run(noted, "apply", "镇文化站-01")
    assert done.code == 2
    assert done.err.startswith(f"{SECTION}:")
    assert plan_files(noted) == before
