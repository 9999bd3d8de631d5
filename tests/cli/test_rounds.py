"""A second round: the draft that came out of the first is circulated, open comments are carried over."""

import json
from pathlib import Path

import pytest

from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run

COMMENT = """unit: {unit}
opinion: 意见。
edits:
  - {edit}
decision:
  status: {status}
"""


@pytest.fixture
def second(example: Path, run: Run) -> Path:
    """The example after its first round, 送审稿 circulated: one comment in the text, one open."""
    assert run(example, "apply", "--all").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    return example


@pytest.fixture
def carried(second: Path, run: Run) -> Path:
    """The second round with the open comment of the first carried over."""
    assert run(second, "rebase", "镇财政所-02").code == 0
    return second


def comment(folder: Path, name: str, edit: str, status: str = "采纳", draft: str = "") -> Path:
    unit, _, number = name.rpartition("-")
    path = folder / "comments" / unit / f"{number}.yaml"
    text = COMMENT.format(unit=unit, edit=edit, status=status)
    path.write_text(text + (f"draft: {draft}\n" if draft else ""), encoding="utf-8")
    return path


def test_a_round_ends_without_touching_a_word(example: Path, run: Run) -> None:
    assert run(example, "apply", "--all").code == 0
    before = {
        path: path.read_text(encoding="utf-8") for path in (example / "comments").rglob("*.yaml")
    }
    done = run(example, "freeze", "送审稿", "--circulate")
    assert done.code == 0
    for path, text in before.items():
        now = path.read_text(encoding="utf-8")
        assert now.replace("draft: 征求意见稿\n", "") == text
        assert now.count("draft: 征求意见稿\n") == 1
    repository = load(read_files(example))
    assert repository.manifest.draft == "送审稿"
    assert repository.record.comments == {}
    assert [(closed.draft, list(closed.comments)) for closed in repository.record.earlier] == [
        ("征求意见稿", ["镇民政办-01"])
    ]
    assert "carry over with plancli rebase: 镇财政所-02" in done.err
    assert (
        "P414 镇财政所-02 was still to be decided when 送审稿 was circulated"
        in run(example, "check").out
    )
    assert "carry over with plancli rebase: 镇财政所-02" in run(example, "status").out
    assert run(example, "freeze", "送审稿", "--circulate").code == 2


ROSTER = """units:
  - {name: 公众, kind: 公众, reply: 无意见}
  - {reply: 无意见, name: 镇文化站}
  - name: 镇财政所
    reply: 有意见
  - name: 镇民政办  # 主办
"""


@pytest.fixture
def replied(example: Path, run: Run) -> Path:
    """The second round of a plan whose roster says what units replied in the first."""
    manifest = example / "plan/plan.yaml"
    before, _, behind = manifest.read_text(encoding="utf-8").partition("units:\n")
    behind = behind[behind.index("sections:") :]
    manifest.write_text(before + ROSTER + behind, encoding="utf-8")
    assert run(example, "apply", "--all").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    return example


def test_what_units_replied_stays_with_the_draft_they_replied_to(replied: Path, run: Run) -> None:
    text = (replied / "plan/plan.yaml").read_text(encoding="utf-8")
    roster = text[text.index("units:") : text.index("sections:")]
    assert roster.splitlines() == [
        "units:",
        "  - {name: 公众, kind: 公众}",
        "  - {name: 镇文化站}",
        "  - name: 镇财政所",
        "  - name: 镇民政办  # 主办",
    ]
    first, second = load(read_files(replied)).manifest.drafts
    assert first.replies == {"公众": "无意见", "镇文化站": "无意见", "镇财政所": "有意见"}
    assert second.replies == {}
    assert "P220" not in run(replied, "check").out  # 有意见 was said of the first round


def test_the_new_round_begins_without_replies(replied: Path, run: Run) -> None:
    assert json.loads(run(replied, "report", "--json").out)["rows"] == []
    assert "3个单位未回复" in run(replied, "report", "--summary").out
    rows = json.loads(run(replied, "report", "--json", "--draft", "征求意见稿").out)["rows"]
    assert {row["unit"]: row["opinion"] for row in rows if not row["id"]} == {
        "公众": "无",
        "镇文化站": "无",
    }


def test_a_reply_in_the_new_round_says_nothing_of_the_old_one(replied: Path, run: Run) -> None:
    manifest = replied / "plan/plan.yaml"
    before = [
        run(replied, "report", *words, "--draft", "征求意见稿").out for words in ([], ["--summary"])
    ]
    text = manifest.read_text(encoding="utf-8").replace(
        "- {name: 公众", "- {reply: 有意见, name: 公众"
    )
    text = text.replace("- name: 镇财政所\n", "- name: 镇财政所\n    reply: 无意见\n")
    manifest.write_text(text, encoding="utf-8")
    after = [
        run(replied, "report", *words, "--draft", "征求意见稿").out for words in ([], ["--summary"])
    ]
    assert before == after
    assert "收到2个单位的意见3条,1个单位回复无意见" in after[1]
    assert "P220" in run(replied, "check").out  # 有意见 of 公众, of which there is none


def test_the_deadline_of_a_round_stays_with_its_draft(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        text.replace("units:\n", "deadline: 2026-03-31\nunits:\n", 1), encoding="utf-8"
    )
    assert run(example, "apply", "--all").code == 0
    before = run(example, "report", "--summary").out
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    found = load(read_files(example)).manifest
    assert (found.deadline, [frozen.deadline for frozen in found.drafts]) == (
        None,
        ["2026-03-31", None],
    )
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        text.replace("units:\n", "deadline: 2026-06-30\nunits:\n", 1), encoding="utf-8"
    )
    assert run(example, "report", "--summary", "--draft", "征求意见稿").out == before
    assert "6月30日" in run(example, "report", "--summary").out


def test_a_point_is_not_sent_to_rebase(example: Path, run: Run) -> None:
    points = "items:\n  - {opinion: 一。}\n  - {opinion: 二。}\n"
    (example / "comments/镇财政所/09.yaml").write_text(
        f"unit: 镇财政所\nopinion: 两点。\n{points}", "utf-8"
    )
    assert run(example, "apply", "--all").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    out = run(example, "status").out
    assert "plancli rebase: 镇财政所-02\n" in out
    assert "give each a file of its own: 镇财政所-09.1、镇财政所-09.2" in out
    assert "plancli rebase 镇财政所-09.1" not in run(example, "check").out
    assert "plancli rebase 镇财政所-02" in run(example, "check").out


def test_comments_count_whatever_the_roster_says(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(
        text.replace("- name: 镇民政办\n", "- name: 镇民政办\n    reply: 无意见\n"), "utf-8"
    )
    assert "收到2个单位的意见3条" in run(example, "report", "--summary").out


def test_the_reply_of_a_unit_that_is_not_on_the_roster_is_found(replied: Path, run: Run) -> None:
    manifest = replied / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("镇文化站: 无意见", "镇文化馆: 无意见"), encoding="utf-8")
    (found,) = [
        f
        for f in json.loads(run(replied, "check", "--json").out)["findings"]
        if f["code"] == "P204"
    ]
    assert (found["file"], found["params"]["unit"]) == ("plan/plan.yaml", "镇文化馆")


def test_a_comment_on_a_reply_is_not_lost(example: Path, run: Run) -> None:
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    noted = text.replace("- name: 镇民政办\n", "- name: 镇民政办\n    reply: 有意见  # 电话\n")
    manifest.write_text(noted, encoding="utf-8")
    done = run(example, "freeze", "送审稿", "--circulate")
    assert (done.code, manifest.read_text(encoding="utf-8")) == (2, noted)
    assert "# 电话" in done.err


def test_a_frozen_draft_can_be_circulated_later(example: Path, run: Run) -> None:
    assert run(example, "freeze", "送审稿").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    assert load(read_files(example)).manifest.draft == "送审稿"


def test_the_first_draft_is_not_circulated_anew(run: Run, example: Path) -> None:
    (example / "plan/plan.yaml").write_text(
        "title: 示例\nissuer: 镇政府\nsections: [第一章, 第二章]\n", encoding="utf-8"
    )
    done = run(example, "freeze", "征求意见稿二", "--circulate")
    assert done.code == 2
    assert "P017" in done.err


def test_comments_of_the_second_round_merge_onto_what_came_of_the_first(
    carried: Path, run: Run
) -> None:
    second = carried
    comment(second, "镇财政所-03", "{replace: 早餐、午餐和晚餐, with: 早餐和午餐}", draft="送审稿")
    assert run(second, "check").code == 1  # P401: not yet in the text
    assert run(second, "apply", "--all").code == 0
    assert "早餐和午餐" in run(second, "show", "第一章.1").out
    assert run(second, "check").code == 0
    shown = run(second, "blame", "第一章.1").out
    assert "镇财政所-03 (送审稿)" in shown
    assert run(second, "revert", "镇财政所-03").code == 0
    assert "早餐、午餐和晚餐" in run(second, "show", "第一章.1").out


def test_a_comment_on_the_first_draft_can_no_longer_be_applied(second: Path, run: Run) -> None:
    done = run(second, "apply", "镇民政办-01")
    assert done.code == 2
    assert "it is in the text already" in done.err


def test_an_open_comment_is_carried_over(second: Path, run: Run) -> None:
    path = second / "comments/镇财政所/02.yaml"
    before = path.read_text(encoding="utf-8")
    dry = run(second, "rebase", "镇财政所-02", "--dry-run")
    assert dry.code == 0
    assert path.read_text(encoding="utf-8") == before
    assert run(second, "rebase", "镇财政所-02").code == 0
    carried = load(read_files(second)).comments["镇财政所-02"]
    assert carried.draft == "送审稿"
    assert (carried.at.section, carried.at.page) == ("专栏1", None)
    assert [(old.draft, str(old.at.page)) for old in carried.carried] == [("征求意见稿", "2")]
    assert run(second, "check").code == 0
    again = run(second, "rebase", "镇财政所-02")
    assert again.code == 2
    assert "current draft" in again.err


def test_what_is_in_the_text_is_not_carried_over(second: Path, run: Run) -> None:
    done = run(second, "rebase", "镇民政办-01")
    assert done.code == 2
    assert "P016" in done.err


@pytest.mark.parametrize(
    ("edit", "relies_on"),
    [
        ("{replace: 早餐和午餐, with: 三餐}", "早餐和午餐"),
        ("{rewrite: 第一章.1, with: 食堂供应三餐。}", "第一章.1"),
        ("{remove: 第一章.1}", "第一章.1"),
    ],
)
def test_what_has_changed_since_is_not_carried_over_and_the_reason_is_said(
    second: Path, run: Run, edit: str, relies_on: str
) -> None:
    path = comment(second, "镇财政所-04", edit, "待定", "征求意见稿")
    before = path.read_text(encoding="utf-8")
    done = run(second, "rebase", "镇财政所-04")
    assert done.code == 1
    assert f"“{relies_on}” 第一章.1" in done.out
    assert "早餐[-和午餐-]{+、午餐和晚餐+}" in done.out or "{+" in done.out
    assert path.read_text(encoding="utf-8") == before
    found = json.loads(run(second, "rebase", "镇财政所-04", "--json").out)
    assert found["comments"]["镇财政所-04"]["carried"] is False


def test_a_closed_round_stays_proved(carried: Path, run: Run) -> None:
    second = carried
    comment(second, "镇财政所-05", "{replace: 冷藏柜, with: 冷柜}", draft="征求意见稿")
    done = run(second, "check")
    assert done.code == 1
    assert (
        "P413 镇财政所-05 is adopted on 征求意见稿, but 送审稿 was circulated without its wording"
        in done.out
    )
    assert "plancli rebase 镇财政所-05" in done.out
    assert run(second, "rebase", "镇财政所-05").code == 0
    assert run(second, "apply", "--all").code == 0
    assert run(second, "check").code == 0


def test_a_change_between_two_drafts_needs_a_note(example: Path, run: Run) -> None:
    assert run(example, "apply", "--all").code == 0
    section = example / "plan/第二章-任务.yaml"
    section.write_text(
        section.read_text(encoding="utf-8").replace("消毒柜", "消毒设备"), encoding="utf-8"
    )
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    assert run(example, "rebase", "镇财政所-02").code == 0
    done = run(example, "check")
    assert done.code == 1
    assert done.out.startswith("plan/drafts/送审稿.yaml:")
    assert "P405" in done.out


def test_a_comment_on_a_draft_that_was_not_circulated(example: Path, run: Run) -> None:
    assert run(example, "freeze", "内部稿").code == 0
    comment(example, "镇财政所-06", "{replace: 冷藏柜, with: 冷柜}", draft="内部稿")
    assert "P214" in run(example, "check").out


def test_each_round_has_its_own_table(carried: Path, run: Run) -> None:
    first = json.loads(run(carried, "report", "--draft", "征求意见稿", "--json").out)
    second = json.loads(run(carried, "report", "--json").out)
    assert {row["id"] for row in first["rows"]} - {""} == {"镇民政办-01", "镇财政所-01"}
    assert {row["id"] for row in second["rows"]} - {""} == {"镇财政所-02"}
    assert "P205" in run(carried, "report", "--draft", "没有的稿").err


@pytest.mark.parametrize("name", ["", "a/b", "../x", ".x"])
def test_a_name_that_is_no_name_of_a_draft(example: Path, run: Run, name: str) -> None:
    done = run(example, "freeze", name)
    assert done.code == 2
    assert "P018" in done.err


@pytest.mark.parametrize(
    "edit", ["{insert: 、晚餐, after: 午餐}", "{replace: 早餐和午餐, with: 早餐、午餐和晚餐}"]
)
def test_what_the_new_draft_already_has_is_not_carried_over(
    second: Path, run: Run, edit: str
) -> None:
    """Beside the quoted words something changed: it may be the very change that is asked for."""
    comment(second, "镇财政所-07", edit, "待定", "征求意见稿")
    done = run(second, "rebase", "镇财政所-07")
    assert done.code == 1
    assert "stays" in done.out


def test_an_insertion_inside_the_quoted_words_stops_a_comment(example: Path, run: Run) -> None:
    section = example / "plan/第二章-任务.yaml"
    section.write_text(
        section.read_text(encoding="utf-8").replace("冷藏柜", "冷藏大柜"), encoding="utf-8"
    )
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    done = run(example, "rebase", "镇财政所-02")
    assert done.code == 1
    assert "冷藏{+大+}柜" in done.out or "{+" in done.out


def test_where_nothing_is_left_that_is_said(example: Path, run: Run) -> None:
    done = run(example, "rebase", "镇财政所")
    assert (done.code, done.out) == (0, "")
    assert "Nothing is left to be carried over.\n" in done.err


def test_a_matrix_of_settled_meetings_only_is_not_called_empty(example: Path, run: Run) -> None:
    assert "no comments meet" in run(example, "conflicts", "--matrix").err
    for number, words in (("08", "7个"), ("09", "8个")):
        file = example / f"comments/镇财政所/{number}.yaml"
        settles = ", settles: [镇财政所-08]" if number == "09" else ""
        decision = f"{{status: 修改后采纳, reply: 改。, edits: [{{replace: 6个, with: {words}}}]{settles}}}"
        file.write_text(
            "unit: 镇财政所\nopinion: 改。\n"
            f"edits: [{{replace: 6个, with: {words}}}]\ndecision: {decision}\n",
            encoding="utf-8",
        )
    assert "settled" in run(example, "conflicts", "--matrix").err
