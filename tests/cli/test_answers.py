"""Joint wordings and joined comments are judged by the text that came of them."""

import json
from pathlib import Path
from textwrap import dedent

import pytest

from tests.conftest import Run


def write(folder: Path, name: str, content: str) -> None:
    path = folder / f"comments/{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(dedent(content).lstrip(), encoding="utf-8")


def codes(folder: Path, run: Run, about: str) -> list[str]:
    found = json.loads(run(folder, "check", "--json").out)["findings"]
    return [finding["code"] for finding in found if about in finding["file"]]


def share(folder: Path, run: Run, name: str) -> float | None:
    (reading,) = json.loads(run(folder, "audit", name, "--json").out)["comments"]
    found: float | None = reading["share"]
    return found


SIDE = """
    unit: 镇财政所
    opinion: 6个改8个。
    edits: [{replace: 社区食堂6个, with: 社区食堂8个}]
    decision: {status: 采纳, reply: 已改。}
    """
JOINT = """
    unit: 镇民政办
    opinion: 6个改9个。
    edits: [{replace: 社区食堂6个, with: 社区食堂9个}]
    decision:
      status: 修改后采纳
      reply: 已改。
      settles: [镇财政所-03]
      edits: [{replace: 社区食堂6个, with: 社区食堂NUMBER个}]
    """


@pytest.mark.parametrize(("number", "found", "part"), [("7", ["P421"], 0.5), ("8", [], 1.0)])
def test_a_settled_comment_is_judged_by_the_joint_wording(
    number: str, found: list[str], part: float, example: Path, run: Run
) -> None:
    write(example, "镇财政所/03", SIDE)
    write(example, "镇民政办/02", JOINT.replace("NUMBER", number))
    assert run(example, "apply", "--all").code == 0
    assert codes(example, run, "镇财政所/03") == found
    assert (share(example, run, "镇财政所-03") or 0) <= part


def test_a_joined_comment_that_asks_for_something_else_is_found(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("status: 待定", "status: 合并\n  into: 镇民政办-01"), encoding="utf-8"
    )
    assert codes(example, run, "镇财政所/02") == ["P421"]
    assert share(example, run, "镇财政所-02") == 0


def test_a_joined_comment_shares_what_was_adopted(example: Path, run: Run) -> None:
    write(
        example,
        "镇财政所/03",
        """
        unit: 镇财政所
        opinion: 也要晚餐。
        edits: [{replace: 早餐和午餐, with: 早餐、午餐和晚餐}]
        decision: {status: 合并, into: 镇民政办-01}
        """,
    )
    assert codes(example, run, "镇财政所/03") == []
    assert share(example, run, "镇财政所-03") == 1
    assert "第一章.1 第一章“目标”中“总体目标”: " in run(example, "audit", "镇财政所-03").out


def test_a_comment_may_be_joined_to_a_compound_one(example: Path, run: Run) -> None:
    write(
        example,
        "镇财政所/03",
        """
        unit: 镇财政所
        opinion: 两点。
        items:
          - {opinion: 晚餐。, decision: {status: 不采纳, reason: 不具备条件。}}
          - {opinion: 图书角。, decision: {status: 不采纳, reason: 不具备条件。}}
        """,
    )
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("status: 待定", "status: 合并\n  into: 镇财政所-03"), encoding="utf-8"
    )
    # that nothing came of it is told, and no more
    assert codes(example, run, "镇财政所/02") == ["P451"]
    assert "未采纳3条" in run(example, "report", "--summary").out


def test_a_blank_reason_is_none(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/01.yaml"
    text = path.read_text(encoding="utf-8")
    for blank in ('"  "', '"　"', "。"):
        path.write_text(text.replace("面积按照已批准的建设标准确定。", blank), encoding="utf-8")
        assert codes(example, run, "镇财政所/01") == ["P404"]


def test_what_another_comment_brought_is_already_said(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    already = "status: 已体现\n  already:\n    - {quote: 早餐、午餐和晚餐}"
    path.write_text(text.replace("status: 待定", already), encoding="utf-8")
    assert codes(example, run, "镇财政所/02") == []


def test_what_a_reason_quotes_is_proved(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/01.yaml"
    text = path.read_text(encoding="utf-8")
    for words, found in (
        ("面积不小于100平方米", ["P426"]),
        ("面积不小于80平方米", []),
        ("不小于60平方米", []),
    ):
        path.write_text(
            text.replace("reason: ", f"reason: 规划已写明“{words}”。"), encoding="utf-8"
        )
        assert codes(example, run, "镇财政所/01") == found


def test_a_compound_comment_counts_once_against_the_roster(example: Path, run: Run) -> None:
    write(
        example,
        "镇文化站/01",
        """
        unit: 镇文化站
        opinion: 两点。
        items:
          - {opinion: 晚餐。, decision: {status: 留作参考}}
          - {opinion: 图书角。, decision: {status: 留作参考}}
        """,
    )
    found = json.loads(run(example, "check", "--json").out)["findings"]
    (finding,) = [finding for finding in found if finding["code"] == "P220"]
    assert finding["params"]["count"] == "1"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("issuer: 示例镇人民政府", "issuer: 示例镇人民政府 0564-3377123", "P506"),
        ("title: ", "title: 机密★ ", "P507"),
        ("title: ", 'title: "\u202e"', "P504"),
        ("  - name: 镇财政所", "  - name: 镇\u200b财政所", "P504"),
    ],
)
def test_what_is_published_of_the_manifest_is_read_too(
    old: str, new: str, code: str, example: Path, run: Run
) -> None:
    path = example / "plan/plan.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.strip().startswith(old.strip()))
    changed = f'title: "\u202e{line[7:]}"' if "\u202e" in new else line.replace(old, new, 1)
    path.write_text(text.replace(line, changed), encoding="utf-8")
    assert code in codes(example, run, "plan/plan.yaml")


def test_a_number_inside_a_longer_one_proves_nothing(example: Path, run: Run) -> None:
    write(
        example,
        "镇财政所/03",
        """
        unit: 镇财政所
        opinion: 6个改16个。
        edits: [{replace: 社区食堂6个, with: 社区食堂16个}]
        decision: {status: 采纳, reply: 已改为“6个”。}
        """,
    )
    assert run(example, "apply", "镇财政所-03").code == 0
    assert codes(example, run, "镇财政所/03") == ["P423"]


def test_a_blank_passage_is_none(example: Path, run: Run) -> None:
    done = run(example, "decide", "镇财政所-02", "--status", "已体现", "--already", " ")
    assert (done.code, "P418" in done.err) == (1, True)


def test_reply_and_reason_are_two_sentences_in_the_table(example: Path, run: Run) -> None:
    told = ("--status", "不采纳", "--reply", "已研究", "--reason", "另有标准")
    assert run(example, "decide", "镇财政所-02", *told).code == 0
    rows = json.loads(run(example, "report", "--json").out)["rows"]
    assert [row["decision"] for row in rows if row["id"] == "镇财政所-02"] == [
        "未采纳。已研究。另有标准"
    ]
