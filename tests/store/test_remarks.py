"""What somebody noted in a file stays there, or nothing is written: also where parts move, change and go."""

from pathlib import Path

import pytest

from tests.conftest import Run, plan_files

TASKS = "plan/第二章-任务.yaml"
DRAFT = "plan/drafts/征求意见稿.yaml"
NOTED = "此段经县里核过"


@pytest.fixture
def noted(example: Path, run: Run) -> Path:
    """The example with a second paragraph and remarks, before any comment on it; frozen anew."""
    path = example / TASKS
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "  - id: 第二章.1\n", f"  # 段前\n  - id: 第二章.1 # 行尾\n    # {NOTED}\n"
    ).replace(
        "  - column: 专栏1\n",
        "  - id: 第二章.2\n    heading: 运营\n    text: |-\n      实行错时供餐。\n"
        "    units: [镇财政所, # 管账\n      各村]\n  - column: 专栏1\n",
    )
    path.write_text(text, encoding="utf-8")
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    return example


def adopted(folder: Path, *edits: str) -> None:
    listed = "".join(f"  - {edit}\n" for edit in edits)
    path = folder / "comments/镇财政所/03.yaml"
    told = f"unit: 镇财政所\nopinion: 建议改。\nedits:\n{listed}decision: {{status: 采纳, reply: 已改。}}\n"
    path.write_text(told, encoding="utf-8")


def text(folder: Path, file: str = TASKS) -> str:
    return (folder / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "edits",
    [
        ["{move: 第二章.1, after: 第二章.2}"],
        ["{move: 第二章.1, after: 第二章.2}", "{replace: 不小于80平方米, with: 不小于60平方米}"],
        ["{move: 第二章.1, to: 第一章}", "{replace: 不小于80平方米, with: 不小于60平方米}"],
        ["{move: 第二章.1, to: 第一章}", "{units: 第二章.1, remove: [各村]}"],
        ["{replace: 不小于80平方米, with: 不小于60平方米}", "{units: 第二章.1, add: [镇财政所]}"],
    ],
)
def test_remarks_go_with_what_moves_and_changes(noted: Path, run: Run, edits: list[str]) -> None:
    adopted(noted, *edits)
    done = run(noted, "apply", "镇财政所-03")
    assert done.code == 0, done.err
    both = text(noted) + text(noted, "plan/第一章-目标.yaml")
    for remark in (f"# {NOTED}", "# 行尾", "# 段前", "# 管账"):
        assert both.count(remark) == 1
    assert run(noted, "revert", "镇财政所-03").code == 0
    both = text(noted) + text(noted, "plan/第一章-目标.yaml")
    for remark in (f"# {NOTED}", "# 行尾", "# 段前", "# 管账"):
        assert both.count(remark) == 1


@pytest.mark.parametrize(
    ("edits", "remark"),
    [
        (["{remove: 第二章.1}"], "# 行尾"),
        (["{remove: 第二章.1}", "{move: 第二章.2, to: 第一章}"], "# 行尾"),
        (["{units: 第二章.2, remove: [镇财政所]}"], "# 管账"),
        (["{units: 第二章.2, set: [镇民政办]}"], "# 管账"),
    ],
)
def test_what_would_lose_a_remark_is_not_written(
    noted: Path, run: Run, edits: list[str], remark: str
) -> None:
    adopted(noted, *edits)
    before = plan_files(noted)
    done = run(noted, "apply", "镇财政所-03")
    assert done.code == 2
    assert "P123" in done.err
    assert f"“{remark}”" in done.err
    assert plan_files(noted) == before


def test_a_remark_above_what_goes_stays(noted: Path, run: Run) -> None:
    path = noted / TASKS
    path.write_text(
        text(noted).replace(" # 行尾", "").replace(f"    # {NOTED}\n", ""), encoding="utf-8"
    )
    adopted(noted, "{remove: 第二章.1}")
    assert run(noted, "apply", "镇财政所-03").code == 0
    assert "# 段前" in text(noted)
    assert "选址" not in text(noted)


def test_remarks_in_the_order_of_the_chapters(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    written = text(example, "plan/plan.yaml").replace("  - 第一章\n", "  - 第一章 # 已定\n")
    manifest.write_text(written, encoding="utf-8")
    adopted(example, "{move: 第一章, after: 第二章}")
    assert run(example, "apply", "镇财政所-03").code == 0
    assert text(example, "plan/plan.yaml").endswith("  - 第二章\n  - 第一章 # 已定\n")
    assert DRAFT in plan_files(example)
