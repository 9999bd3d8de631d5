"""Compound comments, joined ones, the roster and the standard paragraph, from the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

COMPOUND = """\
unit: 镇文化站
opinion: |-
  一、食堂改称社区餐厅;二、每个食堂的面积不小于100平方米;三、增加书报架。
items:
  - opinion: 食堂改称社区餐厅
    edits:
      - {replace: 全镇建成社区食堂6个, with: 全镇建成社区餐厅6个}
    decision: {status: 采纳, reply: 第一章已修改。}
  - opinion: 每个食堂的面积不小于100平方米
    at: {section: 第二章, page: 2}
    edits:
      - {replace: 不小于80平方米, with: 不小于100平方米}
    decision: {status: 不采纳, reason: 面积按照已批准的建设标准确定。}
  - opinion: 增加书报架
    edits:
      - {insert: 、书报架, after: 冷藏柜和消毒柜}
    decision: {status: 采纳}
"""


@pytest.fixture
def compound(example: Path) -> Path:
    """The example with a comment of three points."""
    path = example / "comments/镇文化站/01.yaml"
    path.parent.mkdir()
    path.write_text(COMPOUND, encoding="utf-8")
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace("    reply: 无意见\n", "")
    manifest.write_text(text, encoding="utf-8")
    return example


def findings(folder: Path, run: Run, *words: str) -> list[tuple[str, str, int]]:
    found = json.loads(run(folder, "check", "--json", *words).out)["findings"]
    return [(f["code"], f["file"], f["line"]) for f in found]


def row(folder: Path, run: Run, name: str) -> Any:
    (found,) = [
        row for row in json.loads(run(folder, "report", "--json").out)["rows"] if row["id"] == name
    ]
    return found


def test_each_point_goes_its_own_way(compound: Path, run: Run) -> None:
    assert findings(compound, run) == [
        ("P401", "comments/镇文化站/01.yaml", 8),
        ("P401", "comments/镇文化站/01.yaml", 17),
    ]
    assert run(compound, "apply", "镇文化站-01").code == 0
    text = (compound / "plan/第一章-目标.yaml").read_text(encoding="utf-8")
    assert "全镇建成社区餐厅6个" in text
    assert findings(compound, run) == []
    assert run(compound, "revert", "镇文化站-01.3").code == 0
    assert findings(compound, run) == [("P401", "comments/镇文化站/01.yaml", 17)]


def test_the_table_has_one_row_with_what_the_points_add_up_to(compound: Path, run: Run) -> None:
    waiting = row(compound, run, "镇文化站-01")
    assert (waiting["status"], waiting["proved"]) == ("部分采纳", False)
    assert [line[:8] for line in waiting["decision"].splitlines()] == [
        "拟部分采纳。",
        "(1)拟采纳。第",
        "(2)未采纳。面",
        "(3)拟采纳",
    ]
    assert run(compound, "apply", "镇文化站-01").code == 0
    found = row(compound, run, "镇文化站-01")
    assert (found["status"], "proved" in found) == ("部分采纳", False)
    assert found["decision"].splitlines() == [
        "部分采纳。",
        "(1)已采纳。第一章已修改。",
        "(2)未采纳。面积按照已批准的建设标准确定。",
        "(3)已采纳",
    ]
    assert found["opinion"].startswith("一、食堂改称社区餐厅;")
    assert "4 comments" in run(compound, "check").err
    assert "意见4条" in run(compound, "report", "--summary").out


def test_a_finding_in_a_point_has_its_line(compound: Path, run: Run) -> None:
    path = compound / "comments/镇文化站/01.yaml"
    path.write_text(COMPOUND.replace("不小于80平方米", "不小于八十平方米"), encoding="utf-8")
    assert ("P308", "comments/镇文化站/01.yaml", 12) in findings(compound, run)


def test_a_whole_comment_has_no_decision_of_its_own(compound: Path, run: Run) -> None:
    path = compound / "comments/镇文化站/01.yaml"
    path.write_text(COMPOUND + "decision: {status: 采纳}\n", encoding="utf-8")
    done = run(compound, "check")
    assert done.code == 1
    assert "items have edits and decisions" in done.out


def test_an_item_may_not_have_the_name_of_a_file(compound: Path, run: Run) -> None:
    (compound / "comments/镇文化站/01.2.yaml").write_text(
        "unit: 镇文化站\nopinion: 改\n", encoding="utf-8"
    )
    assert ("P201", "comments/镇文化站/01.yaml", 9) in findings(compound, run)


def test_show_and_rebase_know_points(compound: Path, run: Run) -> None:
    shown = run(compound, "show", "镇文化站-01").out
    assert all(f"镇文化站-01.{number} " in shown for number in (1, 2, 3))
    assert run(compound, "freeze", "送审稿", "--circulate").code == 0
    assert "item of a compound comment" in run(compound, "rebase", "镇文化站-01.3").err


def test_joined_comments_share_the_credit(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8").replace(
        "status: 待定", "status: 合并\n  into: 镇民政办-01"
    )
    path.write_text(text, encoding="utf-8")
    assert row(example, run, "镇财政所-02")["decision"] == "合并办理。与镇民政办的意见合并办理。"
    assert row(example, run, "镇民政办-01")["decision"].endswith("镇财政所提出相同意见。")
    assert json.loads(run(example, "report", "--json").out)["counts"]["statuses"] == {
        "采纳": 2,
        "不采纳": 1,
    }


def test_credit_goes_once_to_each_other_unit(example: Path, run: Run) -> None:
    for name in ("镇财政所/03", "镇财政所/04", "镇民政办/02", "镇文化站/01"):
        unit = name.partition("/")[0]
        path = example / f"comments/{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        text = f"unit: {unit}\nopinion: 同意。\ndecision: {{status: 合并, into: 镇民政办-01}}\n"
        path.write_text(text, encoding="utf-8")
    decision = row(example, run, "镇民政办-01")["decision"]
    assert decision.endswith("相关内容已修改。镇财政所、镇文化站提出相同意见。")


def test_the_audit_counts_a_compound_comment_once(compound: Path, run: Run) -> None:
    units = json.loads(run(compound, "audit", "--json").out)["units"]
    (own,) = [unit for unit in units if unit["unit"] == "镇文化站"]
    assert (own["comments"], own["adopted"], own["partly"], own["in_text"]) == (1, 0, 0, 0)
    assert run(compound, "apply", "镇文化站-01").code == 0
    units = json.loads(run(compound, "audit", "--json").out)["units"]
    (own,) = [unit for unit in units if unit["unit"] == "镇文化站"]
    assert (own["comments"], own["adopted"], own["partly"], own["in_text"]) == (1, 0, 1, 1)


def test_the_status_counts_a_compound_comment_once(compound: Path, run: Run) -> None:
    assert by_state(compound, run) == {
        "adopted, not yet in the text": 1,
        "in the text": 1,
        "not for the text": 1,
        "to decide": 1,
    }
    rows = [line.split() for line in run(compound, "status").out.splitlines()]
    assert [
        "镇文化站",
        "1",
        "1",
        "0",
        "1",
        "0",
    ] in rows  # one comment, open, though two of its points are


def by_state(folder: Path, run: Run) -> dict[str, int]:
    """Return how many comments `plancli status` counts by state."""
    lines = run(folder, "status").out.split("\n\n")[1].splitlines()
    numbers = {line[4:].strip(): int(line[:4]) for line in lines}
    return {state: number for state, number in numbers.items() if number}


ASKED = "unit: 镇民政办\nopinion: 意见。\nedits:\n  - {{replace: 冷藏柜, with: 冰柜}}\ndecision: {decision}\n"
JOINED = "unit: 镇财政所\nopinion: 同意。\ndecision: {status: 合并, into: 镇民政办-09}\n"


@pytest.mark.parametrize(
    ("decision", "label", "state"),
    [
        ("{status: 不采纳, reason: 理由。}", "未采纳", "not for the text"),
        ("{status: 待定}", "待定", "to decide"),
        ("{status: 撤回}", "已撤回", "not for the text"),
    ],
)
def test_what_was_joined_counts_as_what_it_was_joined_to(
    example: Path, run: Run, decision: str, label: str, state: str
) -> None:
    for file in (example / "comments").rglob("*.yaml"):
        file.unlink()
    (example / "comments/镇民政办/09.yaml").write_text(
        ASKED.format(decision=decision), encoding="utf-8"
    )
    (example / "comments/镇财政所/09.yaml").write_text(JOINED, encoding="utf-8")
    assert f"{label}2条" in run(example, "report", "--summary").out
    assert by_state(example, run) == {state: 2}
    units = json.loads(run(example, "audit", "--json").out)["units"]
    assert [(unit["comments"], unit["adopted"], unit["partly"]) for unit in units] == [
        (1, 0, 0),
        (1, 0, 0),
    ]


def test_what_is_to_decide_stays_to_decide_though_a_joint_wording_settles_it(
    example: Path, run: Run
) -> None:
    for file in (example / "comments").rglob("*.yaml"):
        file.unlink()
    joint = ASKED.format(decision="{status: 采纳, settles: [镇财政所-09]}").replace("冰柜", "冷柜")
    (example / "comments/镇民政办/09.yaml").write_text(joint, encoding="utf-8")
    pending = ASKED.format(decision="{status: 待定}").replace("镇民政办", "镇财政所")
    (example / "comments/镇财政所/09.yaml").write_text(pending, encoding="utf-8")
    assert "待定1条" in run(example, "report", "--summary").out
    assert by_state(example, run)["to decide"] == 1


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("draft: 没有的稿\n", "P205"),
        ("received: 2026-04-01\n", "P221"),
        ("waivers: [{rule: P999, reason: 已核}]\n", "P217"),
    ],
)
def test_what_points_have_in_common_is_found_where_it_stands(
    compound: Path, run: Run, line: str, code: str
) -> None:
    path = compound / "comments/镇文化站/01.yaml"
    path.write_text(COMPOUND.replace("items:\n", f"{line}items:\n", 1), encoding="utf-8")
    manifest = compound / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace(
        "sections:", "deadline: 2026-03-31\nsections:"
    )
    manifest.write_text(text, encoding="utf-8")
    places = {found[1:] for found in findings(compound, run) if found[0] == code}
    assert places == {("comments/镇文化站/01.yaml", 4)}


def summary(folder: Path, run: Run, *changes: tuple[str, str]) -> str:
    path = folder / "plan/plan.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return run(folder, "report", "--summary").out


def test_the_standard_paragraph(example: Path, run: Run) -> None:
    assert summary(example, run, ("sections:", "deadline: 2026年3月31日\nsections:")) == (
        "《示例镇社区食堂建设方案》(征求意见稿)共征求3个单位的意见,截止时间为2026年3月31日,收到2个单位的意见3条,"
        "1个单位回复无意见。其中:已采纳1条,未采纳1条,待定1条。\n"
    )


def test_the_standard_paragraph_without_comments(example: Path, run: Run) -> None:
    for path in (example / "comments").glob("*/*.yaml"):
        path.unlink()
    (example / "plan/applied.yaml").unlink()
    change = ("    reply: 无意见", "    reply: 逾期视为无意见")
    assert summary(example, run, change) == (
        "《示例镇社区食堂建设方案》(征求意见稿)共征求3个单位的意见,未收到意见,1个单位逾期未回复、视为无意见,"
        "2个单位未回复。\n"
    )


def test_the_standard_paragraph_in_english_and_to_a_file(example: Path, run: Run) -> None:
    shown = summary(example, run, ("language: zh", "language: en"))
    assert shown.startswith(
        '3 units were consulted on "示例镇社区食堂建设方案" (征求意见稿); 2 of them sent 3 comments'
    )
    assert run(example, "report", "--summary", "-o", str(example / "out/s.txt")).code == 0
    assert (example / "out/s.txt").read_text(encoding="utf-8") == shown


# --- names --------------------------------------------------------------------------------------------------


def edited(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_name_on_the_roster_stands_on_the_roster(example: Path, run: Run) -> None:
    edited(example / "plan/第二章-任务.yaml", "[镇民政办, 各村]", "[镇政办, 各村]")
    assert (
        "镇政办 looks like a short form of 镇民政办, which stands in the roster."
        in run(example, "check").out
    )


@pytest.mark.parametrize(
    ("aliases", "hint"),
    [
        ("aliases:\n  镇文旅站: 镇文化站\n", "→ Near: 镇文化站. Mend the name"),
        ("aliases:\n  镇文旅站: 镇文旅站\n", "→ Mend the name"),
        ("", "→ Near: 镇文化站. Mend the name"),
    ],
)
def test_an_alias_is_named_by_its_full_name(
    example: Path, run: Run, aliases: str, hint: str
) -> None:
    edited(example / "plan/plan.yaml", "sections:\n", f"{aliases}sections:\n")
    path = example / "comments/镇文旅站/01.yaml"
    path.parent.mkdir()
    path.write_text("unit: 镇文旅站\nopinion: 改。\n", encoding="utf-8")
    done = run(example, "check")
    assert done.code == 1
    assert "P204" in done.out
    assert hint in done.out


def test_paragraphs_at_one_place_are_no_changed_sentence(example: Path, run: Run) -> None:
    for unit, words in (("镇财政所", "加强经费管理。"), ("镇文化站", "增设阅览角。")):
        add = f"add: {{text: {words}}}\nto: 第二章\nafter: 第二章.1"
        assert run(example, "new", "--unit", unit, "--opinion", "加。", "--edit", add).code == 0
    for name in ("镇财政所-03", "镇文化站-01"):
        assert run(example, "decide", name, "--status", "采纳").code == 0
    assert run(example, "apply", "--all").code == 0
    (said,) = [line for line in run(example, "check").out.splitlines() if "P424" in line]
    assert (
        "P424 镇财政所-03、镇文化站-01 put paragraphs at one place (第二章.1); there it now says: "
        in said
    )
    assert "加强经费管理。" in said
    assert "增设阅览角。" in said
