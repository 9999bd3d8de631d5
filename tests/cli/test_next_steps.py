"""What is said to be done next, and what is said where nothing is: a clerk follows it word by word."""

from pathlib import Path

import pytest

from plancli.store.files import read_files
from plancli.store.repository import load
from tests.cli.test_dialogue import types
from tests.conftest import Run

RIVAL = "unit: 镇文化站\nopinion: 换一种柜子。\nedits: [{replace: 冷藏柜, with: 冰柜}]\n"
OTHER = "unit: 镇民政办\nopinion: 换成另一种。\nedits: [{replace: 冷藏柜, with: 展示柜}]\n"


@pytest.fixture
def rivals(example: Path) -> Path:
    """The example with two comments that cannot both stand, on which nobody has decided."""
    for name, content in (("镇文化站/05", RIVAL), ("镇民政办/05", OTHER)):
        file = example / f"comments/{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return example


def test_what_is_not_decided_yet_and_would_be_in_conflict_is_told(rivals: Path, run: Run) -> None:
    told = run(rivals, "conflicts")
    assert told.code == 0  # nothing that is adopted meets
    assert "not decided yet: in conflict if all were adopted as asked (1)" in told.out
    assert "冰柜" in told.out
    assert "展示柜" in told.out
    assert "not decided yet would be in conflict" in run(rivals, "conflicts", "--matrix").err
    run(rivals, "decide", "镇文化站-05", "镇民政办-05", "--status", "不采纳", "--reason", "已有。")
    assert "not decided yet" not in run(rivals, "conflicts").out


def test_rivals_that_are_both_adopted_are_sent_to_their_conflict(rivals: Path, run: Run) -> None:
    one = run(rivals, "decide", "镇文化站-05", "--status", "采纳")
    assert "Next: plancli apply 镇文化站-05" in one.err
    both = run(rivals, "decide", "镇民政办-05", "--status", "采纳")
    assert "Next: plancli conflicts" in both.err
    assert "镇文化站-05" in both.err
    assert "plancli apply" not in both.err


def test_what_is_in_the_text_already_is_not_to_be_merged_again(example: Path, run: Run) -> None:
    assert run(example, "apply", "镇民政办-01").code == 0
    told = run(example, "decide", "镇民政办-01", "--reason", "便于老人用餐。")
    assert told.code == 0
    assert "Next" not in told.err


def test_a_reason_that_is_missing_is_asked_for_in_the_walk(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    types(monkeypatch, "不采纳", "", "", "", "标准已定。")
    done = run(example, "decide", "镇财政所-02")
    assert done.code == 0
    assert done.err.count("please say why") == 2
    assert "--reason" not in done.err
    decision = load(read_files(example)).comments["镇财政所-02"].decision
    assert (str(decision.status), decision.reason) == ("不采纳", "标准已定。")


def test_a_note_on_words_without_a_place_does_not_ask_for_what_is_done(
    example: Path, run: Run
) -> None:
    run(example, "new", "--unit", "镇财政所", "--opinion", "改。", "--delete", "和烤箱")
    assert "if the comment is adopted, say what changes" in run(example, "check").out
    run(example, "decide", "镇财政所-03", "--status", "不采纳", "--reason", "没有烤箱。")
    told = run(example, "check").out
    assert "the decision is taken" in told
    assert "if the comment is adopted" not in told


@pytest.mark.parametrize(
    ("name", "advice"), [("无", "--section …"), ("第二章", "--section 第二章")]
)
def test_a_state_that_nobody_knows_is_named(
    committed: Path, run: Run, name: str, advice: str
) -> None:
    told = run(committed, "diff", name)
    assert told.code == 2
    assert f"{name} is neither a draft nor a git revision" in told.err
    assert "git has no such revision" in told.err
    assert f"plancli diff {advice}" in told.err


def test_a_hint_does_not_list_nothing(example: Path, run: Run) -> None:
    told = run(example, "note", "第二章.1", "--reason", "文字。").err
    assert "→ What changed: plancli diff" in told
    assert "—" not in told


def test_a_new_round_is_said_to_be_open(example: Path, run: Run) -> None:
    assert "comments cite 送审稿 from now on" in run(example, "freeze", "送审稿", "--circulate").err


def test_another_draft_with_the_same_slip_is_named(example: Path, run: Run) -> None:
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    slip = ("mend", "--replace", "村部", "--with", "祠堂", "--reason", "录入有误。")
    told = run(example, *slip).err
    assert "征求意见稿 has these words there, too" in told
    assert "--in 第二章.1" in told
    assert "--draft 征求意见稿" in told
    again = run(example, *slip, "--draft", "征求意见稿")
    assert again.code == 0
    assert "has these words" not in again.err


def test_examples_are_without_remarks_in_another_language(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = run(example, "explain", "P036", "P308").out
    assert "没有改动" not in english
    assert "未定的意见引错了话" not in english
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    chinese = run(example, "explain", "P036", "P308").out
    assert "没有改动" in chinese
    assert "未定的意见引错了话" in chinese
