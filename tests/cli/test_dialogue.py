"""new and decide in a terminal: what they ask, what they show at once, what they write."""

import io
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run, plan_files
from tests.terminal import pressed

COMMENT = "comments/镇财政所/03.yaml"
PENDING = "comments/镇财政所/02.yaml"


class Terminal(io.StringIO):
    """Somebody who types answers."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    return monkeypatch


def types(patched: pytest.MonkeyPatch, *answers: str) -> None:
    patched.setattr("sys.stdin", Terminal("".join(f"{answer}\n" for answer in answers)))


# --- new ----------------------------------------------------------------------------------------------------


def test_everything_is_asked_in_order(example: Path, run: Run, typed: pytest.MonkeyPatch) -> None:
    edits = ("冷藏柜", "冷藏柜、冰柜", "和消毒柜", "", "")
    types(typed, "镇财政所", "第2页", "一、加冰柜。", "二、删。", "", *edits)
    done = run(example, "new")
    assert done.code == 0
    assert (example / COMMENT).read_text(encoding="utf-8") == (
        "unit: 镇财政所\nat:\n  cites: 第2页\nopinion: |-\n  一、加冰柜。\n  二、删。\n"
        "edits:\n  - replace: 冷藏柜\n    with: 冷藏柜、冰柜\n  - delete: 和消毒柜\n"
    )
    asked = ["Unit:", "Where", "Opinion", "Words to change", "“冷藏柜”", "  → ", "What they become"]
    places = [done.err.index(words) for words in asked]
    assert places == sorted(places)
    assert run(example, "check").code == 0


def test_a_unit_that_is_not_on_the_roster_is_refused_at_once(
    example: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "镇财政局", "镇财政所", "", "改。", "", "")
    done = run(example, "new")
    assert done.code == 0
    assert done.err.index("P204 The unit 镇财政局 is not on the roster.") < done.err.index("Where")
    assert load(read_files(example)).comments["镇财政所-03"].edits == ()


def test_words_without_a_place_are_asked_for_again(
    example: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "镇财政所", "", "改。", "", "配备冷冻柜和消毒柜", "食堂", "冷藏柜", "冰柜", "")
    done = run(example, "new")
    assert done.code == 0
    assert "“配备冷冻柜和消毒柜”\n  ✗ not found\n" in done.err
    assert "配备[-冷冻柜-]{+冷藏柜+}和消毒柜" in done.err
    assert "“食堂”\n  ✗ in several places\n" in done.err
    (edit,) = load(read_files(example)).comments["镇财政所-03"].edits
    assert edit.model_dump(by_alias=True, exclude_defaults=True) == {
        "replace": "冷藏柜",
        "with": "冰柜",
    }


def test_words_without_a_place_are_entered_when_they_are_given_twice(
    example: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    words = "配备冷冻柜和消毒柜"
    types(typed, "镇财政所", "", "改。", "", words, "食堂", words, words, "配备冰柜", "")
    done = run(example, "new")
    assert done.code == 0
    assert "give the same words again" in done.err
    assert "note P308" in done.err
    (edit,) = load(read_files(example)).comments["镇财政所-03"].edits
    assert edit.model_dump(by_alias=True, exclude_defaults=True) == {
        "replace": words,
        "with": "配备冰柜",
    }


def test_a_citation_that_is_not_understood_is_kept_and_noted(
    example: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "镇财政所", "第九章", "改。", "", "")
    done = run(example, "new")
    assert done.code == 0
    assert "note P306" in done.err
    assert load(read_files(example)).comments["镇财政所-03"].at.cites == "第九章"


def test_an_edit_that_goes_beyond_a_paragraph_is_kept_and_noted(
    example: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "镇财政所", "", "改。", "", "总体目标。到2026年底", "", "优先利用", "先用", "")
    done = run(example, "new")
    assert done.code == 0
    assert "note P308" in done.err
    assert "goes beyond the text of one paragraph" in done.err
    assert len(load(read_files(example)).comments["镇财政所-03"].edits) == 2


def test_only_what_is_missing_is_asked(example: Path, run: Run, typed: pytest.MonkeyPatch) -> None:
    types(typed, "改。", "")
    done = run(example, "new", "--unit", "镇财政所", "--page", "2", "--delete", "和消毒柜")
    assert done.code == 0
    assert "Where" not in done.err
    assert "Words to change" not in done.err
    types(typed)
    assert run(example, "new", "--unit", "镇财政所", "--opinion", "改。").code == 0
    before = plan_files(example)
    assert "P204" in run(example, "new", "--unit", "镇财政局").err
    assert run(example, "new", "--unit", "镇财政所").code == 130
    assert plan_files(example) == before


# --- decide -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["5", "不采纳"])
def test_a_decision_is_asked_for(
    example: Path, run: Run, typed: pytest.MonkeyPatch, status: str
) -> None:
    types(typed, "12", "同意", status, "", "标准已定。")
    done = run(example, "decide", "镇财政所-02")
    assert done.code == 0
    shown = ("— 1 of 1 —", "镇财政所-02 镇财政所 (", "建议在厨房设备中增加油烟净化器。")
    for words in (*shown, "配备冷藏柜{+、油烟净化器+}和消毒柜", "  1 采纳  2 部分采纳", "l later"):
        assert words in done.err
    assert done.err.count("One of these keys, please.") == 2
    written = (example / PENDING).read_text(encoding="utf-8")
    assert written.endswith("decision:\n  status: 不采纳\n  reason: 标准已定。\n")


def test_an_empty_answer_leaves_a_key(example: Path, run: Run, typed: pytest.MonkeyPatch) -> None:
    types(typed, "不采纳", "已答复。", "")
    before = load(read_files(example)).comments["镇财政所-01"].decision
    assert run(example, "decide", "镇财政所-01").code in (0, 1)
    after = load(read_files(example)).comments["镇财政所-01"].decision
    assert (after.reply, after.reason) == ("已答复。", before.reason)


def test_a_new_decision_is_asked_for_anew(
    example: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "采纳", "", "")
    done = run(example, "decide", "镇财政所-01")
    after = load(read_files(example)).comments["镇财政所-01"].decision
    assert (done.code, str(after.status), after.reason) == (0, "采纳", None)
    assert "面积按照已批准的建设标准确定。" in done.err


PENDING_TOO = (
    ("镇民政办", "建议删去。", "{delete: 和学校}"),
    ("镇民政办", "建议改。", "{replace: 优先利用, with: 先用}"),
    (
        "镇民政办",
        "另起一段。",
        "{add: {heading: 卫生, text: 每日消毒。}, to: 第二章, after: 第二章.1}",
    ),
    ("镇民政办", "请考虑。", ""),
)


@pytest.fixture
def waiting(example: Path) -> Path:
    """The example with four comments more that wait for a decision."""
    for number, (unit, opinion, edit) in enumerate(PENDING_TOO, 2):
        edits = f"edits: [{edit}]\n" if edit else ""
        file = example / f"comments/{unit}/{number:02}.yaml"
        file.write_text(f"unit: {unit}\nopinion: {opinion}\n{edits}", encoding="utf-8")
    return example


def statuses(folder: Path) -> dict[str, str]:
    comments = load(read_files(folder)).comments
    return {name: str(comment.decision.status) for name, comment in comments.items()}


def test_what_waits_is_walked_through_and_its_replies_hold_once_it_is_in_the_text(
    waiting: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, *["1", "", ""] * 4, "采纳", "{delete: 全镇}", "", "", "")
    done = run(waiting, "decide")
    assert done.code == 0
    assert [f"— {number} of 5 —" in done.err for number in range(1, 6)] == [True] * 5
    comments = load(read_files(waiting)).comments
    said = {name: comment.decision.reply for name, comment in comments.items()}
    assert said["镇财政所-02"] == "已在“冷藏柜”后增加“、油烟净化器”。"
    assert said["镇民政办-02"] == "已删除“和学校”。"
    assert said["镇民政办-03"] == "已将“优先利用”改为“先用”。"
    assert said["镇民政办-04"] == "已在第二章“任务”中“选址”后增加“卫生。每日消毒。”。"
    assert said["镇民政办-05"] == "已删除“全镇”。"
    assert run(waiting, "apply", "--all").code == 0
    checked = run(waiting, "check")
    assert (checked.code, "P4" in checked.out) == (0, False), checked.out


def test_keys_skip_go_back_and_stop(waiting: Path, run: Run, typed: pytest.MonkeyPatch) -> None:
    types(typed, "l", "9", "", "", "b", "不采纳", "", "不宜。", "q")
    assert run(waiting, "decide", "--unit", "镇民政办", "--unit", "镇财政所").code == 0
    assert set(statuses(waiting).values()) == {"采纳", "不采纳", "待定"}
    decided_ = load(read_files(waiting)).comments["镇民政办-02"].decision
    assert (str(decided_.status), decided_.reason) == ("不采纳", "不宜。")
    types(typed, "q")
    assert "— 1 of 4 —" in run(waiting, "decide").err  # what was skipped waits still


def test_what_was_decided_stays_when_somebody_stops(
    waiting: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "9", "", "", "1")  # then the input ends, as with Ctrl-C
    assert run(waiting, "decide").code == 130
    found = statuses(waiting)
    assert (found["镇财政所-02"], found["镇民政办-02"]) == ("留作参考", "待定")


def test_what_was_typed_is_proposed_again_after_a_refusal(
    waiting: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "已体现", "没有的话", "本来就有。", "", "", "冷藏柜", "", "")
    done = run(waiting, "decide", "镇财政所-02")
    assert done.code == 0
    assert done.err.count("Status") == 2
    assert "P4" in done.err
    decided_ = load(read_files(waiting)).comments["镇财政所-02"].decision
    assert (str(decided_.status), decided_.reply) == ("已体现", "本来就有。")
    assert [passage.quote for passage in decided_.already] == ["冷藏柜"]


def test_a_reply_can_be_none_and_a_conflict_is_shown(
    waiting: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "1", "-", "", "q")
    assert run(waiting, "decide", "镇民政办-02").code == 0
    assert load(read_files(waiting)).comments["镇民政办-02"].decision.reply is None
    other = "unit: 镇财政所\nopinion: 换。\nedits: [{replace: 和学校, with: 和会场}]\n"
    (waiting / COMMENT).write_text(other, encoding="utf-8")
    types(typed, "q")
    done = run(waiting, "decide", "镇财政所-03")
    assert "joint wording  none yet" in done.err


def test_what_only_some_decisions_have_is_asked(
    waiting: Path, run: Run, typed: pytest.MonkeyPatch
) -> None:
    types(typed, "合并", "镇民政办-02", "", "", "3", "{delete: 消毒柜}", "", "", "")
    assert run(waiting, "decide", "镇财政所-02", "镇民政办-03").code == 0
    comments = load(read_files(waiting)).comments
    assert comments["镇财政所-02"].decision.into == "镇民政办-02"
    assert comments["镇民政办-03"].decision.reply == "已删除“消毒柜”。"


def test_nobody_is_asked_in_a_script(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n\n\n"))
    for words in (("decide", "镇财政所-02"), ("new",), ("new", "--unit", "镇财政所")):
        done = run(example, *words)
        assert done.code == 2
        assert "P020" in done.err
    done = run(example, "decide")
    assert done.code == 2
    assert "give ids, --unit or --pending, and the decision (--status …)" in done.err


# --- a real terminal ----------------------------------------------------------------------------------------


def test_in_a_real_terminal(example: Path) -> None:
    ours, its = pty.openpty()
    command = [sys.executable, "-m", "plancli", "-C", str(example), "new"]
    answers = ("镇财政所", "", "加冰柜。", "", "冷藏柜", "冷藏柜、冰柜", "")
    with subprocess.Popen(
        command, stdin=its, stdout=subprocess.PIPE, stderr=its, env=os.environ
    ) as process:
        os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "镇财政所-03" in out.decode()
    assert "with: 冷藏柜、冰柜" in (example / COMMENT).read_text(encoding="utf-8")


def test_one_key_decides_in_a_real_terminal(waiting: Path) -> None:
    pressed(waiting, ["decide"], "1\n\n", "l", "5已定。\n不改。\n", "q", columns=200)
    found = statuses(waiting)
    assert (found["镇财政所-02"], found["镇民政办-02"], found["镇民政办-03"]) == (
        "采纳",
        "待定",
        "不采纳",
    )
    said = load(read_files(waiting)).comments["镇民政办-03"].decision
    assert (said.reply, said.reason) == ("已定。", "不改。")
