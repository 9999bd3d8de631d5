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
    types(typed, "0", "同意", status, "", "标准已定。")
    done = run(example, "decide", "镇财政所-02")
    assert done.code == 0
    assert "镇财政所-02 镇财政所\n建议在厨房设备中增加油烟净化器。\n" in done.err
    assert "  1 采纳\n" in done.err
    assert done.err.count("A number from 1 to 12, please.") == 2
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


def test_nobody_is_asked_in_a_script(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n\n\n"))
    for words in (("decide", "镇财政所-02"), ("new",), ("new", "--unit", "镇财政所")):
        done = run(example, *words)
        assert done.code == 2
        assert "P020" in done.err


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
