"""One decision on many comments: which ones are meant, all of them or none, each with what belongs to it."""

import json
from pathlib import Path

import pytest

from plancli.core.comments.edits import Replace
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run, plan_files

OFFICE = "comments/镇民政办/02.yaml"
COMPOUND = """unit: 镇民政办
opinion: 两点。
items:
  - opinion: 建议删去。
    edits: [{delete: 和学校}]
  - opinion: 请考虑。   # 已经答复
    decision: {status: 留作参考}
  - opinion: 建议改。
    edits: [{replace: 优先利用, with: 先用}]
"""


@pytest.fixture
def waiting(example: Path) -> Path:
    """The example with a compound comment besides, of which two points wait."""
    (example / OFFICE).write_text(COMPOUND, encoding="utf-8")
    return example


def decided_in(folder: Path) -> dict[str, str]:
    comments = load(read_files(folder)).comments
    return {name: str(comment.decision.status) for name, comment in comments.items()}


BEFORE = {
    "镇财政所-01": "不采纳",
    "镇财政所-02": "待定",
    "镇民政办-01": "采纳",
    "镇民政办-02.1": "待定",
    "镇民政办-02.2": "留作参考",
    "镇民政办-02.3": "待定",
}


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        # an id is meant whatever was decided, a unit or a compound comment for what waits of it
        (("镇财政所-01", "镇财政所-02"), ["镇财政所-01", "镇财政所-02"]),
        (("镇财政所-02", "镇民政办-02"), ["镇财政所-02", "镇民政办-02.1", "镇民政办-02.3"]),
        (("镇民政办-02.2", "镇民政办"), ["镇民政办-02.1", "镇民政办-02.2", "镇民政办-02.3"]),
        (("--unit", "镇民政办"), ["镇民政办-02.1", "镇民政办-02.3"]),
        (("--pending",), ["镇财政所-02", "镇民政办-02.1", "镇民政办-02.3"]),
        (("镇财政所-01", "镇财政所-02", "--pending"), ["镇财政所-02"]),
        (("镇财政所-02", "镇民政办-02", "--unit", "镇财政所"), ["镇财政所-02"]),
        (("--unit", "镇文化站"), []),
    ],
)
def test_who_is_meant(waiting: Path, run: Run, named: tuple[str, ...], meant: list[str]) -> None:
    done = run(waiting, "decide", *named, "--status", "撤回", "--json")
    assert done.code == 0
    assert [entry["id"] for entry in json.loads(done.out)["comments"]] == meant
    assert decided_in(waiting) == BEFORE | dict.fromkeys(meant, "撤回")


def test_points_of_one_file_are_written_together_and_the_rest_stays(
    waiting: Path, run: Run
) -> None:
    done = run(waiting, "decide", "镇民政办-02", "镇财政所-02", "--status", "采纳")
    assert done.code == 0
    assert "Next: plancli apply 镇财政所-02 镇民政办-02.1 镇民政办-02.3\n" in done.err
    assert (waiting / OFFICE).read_text(encoding="utf-8") == (
        "unit: 镇民政办\nopinion: 两点。\nitems:\n  - opinion: 建议删去。\n"
        "    edits: [{delete: 和学校}]\n    decision:\n      status: 采纳\n"
        "  - opinion: 请考虑。   # 已经答复\n    decision: {status: 留作参考}\n"
        "  - opinion: 建议改。\n    edits: [{replace: 优先利用, with: 先用}]\n"
        "    decision:\n      status: 采纳\n"
    )


def test_edits_that_hold_everywhere_get_the_places_of_each(waiting: Path, run: Run) -> None:
    edit = "{replace: 食堂, with: 餐厅, everywhere: true}"
    told = ("--status", "修改后采纳", "--reply", "已统一。", "--edit", edit)
    assert run(waiting, "decide", "镇财政所-02", "镇民政办-02.1", *told).code == 0
    comments = load(read_files(waiting)).comments
    for name in ("镇财政所-02", "镇民政办-02.1"):
        (adopted,) = comments[name].decision.edits or ()
        assert isinstance(adopted, Replace)
        assert len(adopted.places or ()) > 1


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (("镇财政所-02", "镇财政所-01", "--status", "部分采纳", "--no-edits"), "P4"),
        (("镇财政所-02", "镇财政所-99", "--status", "采纳"), "P0"),
        (("--unit", "镇财政局", "--status", "采纳"), "P204"),
        (("镇民政办-02", "--status", "采纳"), "P030"),
        (("镇民政办-02", "镇财政所-02", "--status", "合并", "--into", "镇民政办-09"), "P2"),
    ],
)
def test_all_are_decided_or_none(waiting: Path, run: Run, told: tuple[str, ...], code: str) -> None:
    before = plan_files(waiting)
    done = run(waiting, "decide", *told)
    assert done.code in (1, 2)
    assert code in done.err
    assert plan_files(waiting) == before


def test_a_decision_without_comments_is_refused(waiting: Path, run: Run) -> None:
    done = run(waiting, "decide", "--status", "采纳")
    assert done.code == 2
    assert "say which comments are meant: ids, --unit or --pending" in done.err


def test_where_nothing_waits_it_is_said(example: Path, run: Run) -> None:
    done = run(example, "decide", "--unit", "镇民政办", "--status", "采纳")
    assert (done.code, done.out, done.err) == (0, "", "Nothing waits for a decision.\n")


def test_a_dry_run_names_nothing_to_do_next(example: Path, run: Run) -> None:
    words = ("decide", "镇财政所-02", "--status", "采纳")
    tried = run(example, *words, "--dry-run")
    assert (tried.code, "Next:" in tried.err) == (0, False)
    assert "Next: plancli apply 镇财政所-02" in run(example, *words).err


def test_a_joint_wording_that_leaves_something_out_is_told_at_once(example: Path, run: Run) -> None:
    """It is written all the same: its edits may come with another decision."""
    comments = {
        "镇财政所/03": "edits: [{replace: 冷藏柜, with: 保温柜}]\ndecision: {status: 采纳}\n",
        "镇民政办/02": "edits: [{replace: 80平方米, with: 90平方米}]\ndecision: {status: 待定}\n",
    }
    for path, words in comments.items():
        text = f"unit: {path[:-3]}\nopinion: 改。\n{words}"
        (example / f"comments/{path}.yaml").write_text(text, encoding="utf-8")
    joint = ("--status", "修改后采纳", "--edit", "{replace: 80平方米, with: 85平方米}")
    done = run(example, "decide", "镇民政办-02", *joint, "--settles", "镇财政所-03")
    assert done.code == 0
    assert "P412 镇民政办-02 settles 镇财政所-03" in done.err
    assert "settles" in (example / "comments/镇民政办/02.yaml").read_text(encoding="utf-8")
