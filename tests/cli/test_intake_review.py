"""Opinions that wait: shown, taken by a key, typed, kept for later; each answer is written at once."""

import io
import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from plancli.core.comments.comment import Comment
from plancli.library.opening import open_repository
from tests.conftest import Run
from tests.terminal import pressed

REVIEW = ["intake", "review"]

SURE = "将“优先利用”改为“首先利用”。"
SEVERAL = "将“食堂”改为“餐厅”。"
LOOSE = "“配备冷藏柜与消毒柜”改为“配备冷藏柜与消毒柜各2台”。"
WORDLESS = "建议进一步明确资金来源。"
LOOSE_ID, SEVERAL_ID, WORDLESS_ID = "镇财政所-03", "镇财政所-04", "镇财政所-05"


class Terminal(io.StringIO):
    """Somebody who types lines: there are no single keys."""

    def isatty(self) -> bool:
        return True


_MADE: list[Path] = []
"""The example with opinions, made once: each test has a copy."""


@pytest.fixture
def waiting(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The example with three opinions that wait, and one that was taken when it came in."""
    if not _MADE:
        folder = tmp_path_factory.mktemp("waiting") / "example"
        assert run(folder.parent, "init", str(folder)).code == 0
        take_in(folder, run, LOOSE, SEVERAL, WORDLESS, SURE)
        _MADE.append(folder)
    shutil.copytree(_MADE[0], tmp_path / "example")
    return tmp_path / "example"


def take_in(folder: Path, run: Run, *opinions: str) -> None:
    table = folder.parent / "意见.csv"
    rows = [f"镇财政所,{opinion}" for opinion in opinions]
    table.write_text("\n".join(["单位,意见", *rows]), encoding="utf-8")
    assert run(folder, "intake", "sheet", str(table)).code == 0


def types(folder: Path, run: Run, patch: pytest.MonkeyPatch, *lines: str) -> str:
    """Type lines, and return what is shown."""
    patch.setattr("sys.stdin", Terminal("".join(f"{line}\n" for line in lines)))
    done = run(folder, "intake", "review")
    assert done.code == 0, done.err
    return done.out + done.err


def comment(folder: Path, name: str) -> Comment:
    return open_repository(folder).comments[name]


def listed(folder: Path, run: Run, *words: str) -> dict[str, Any]:
    done = run(folder, "intake", "review", "--json", *words)
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


# --- without a terminal -------------------------------------------------------------------------------------


def test_json_has_an_entry_for_each_point_with_its_proposals(waiting: Path, run: Run) -> None:
    found = listed(waiting, run)["waiting"]
    told = [(one["id"], one["verdict"], len(one["proposals"])) for one in found]
    assert told == [
        (LOOSE_ID, "proposed", 2),
        (SEVERAL_ID, "refused", 4),
        (WORDLESS_ID, "refused", 0),
    ]
    loose = found[0]
    assert loose["proposals"][0]["yaml"] == (
        "edits:\n  - replace: 配备冷藏柜和消毒柜\n    with: 配备冷藏柜与消毒柜各2台\n"
    )
    assert loose["asked"] == [{"why": "loosely", "quote": "配备冷藏柜与消毒柜", "runs": []}]
    assert loose["proposals"][0]["asked"][0]["runs"] == [
        ["=", "配备冷藏柜"], ["-", "与"], ["+", "和"], ["=", "消毒柜"]
    ]  # fmt: skip
    roles = [(loose["opinion"][one["start"] : one["end"]], one["role"]) for one in loose["roles"]]
    assert roles == [("“配备冷藏柜与消毒柜”", "old"), ("“配备冷藏柜与消毒柜各2台”", "new")]


def test_proposals_are_taken_by_their_numbers_and_adopted(waiting: Path, run: Run) -> None:
    done = run(waiting, "intake", "review", "--take", LOOSE_ID, "--take", f"{SEVERAL_ID}=3")
    assert (done.code, "files written: 2" in done.err) == (0, True)
    for name in (LOOSE_ID, SEVERAL_ID):
        assert comment(waiting, name).read == "confirmed"
        assert run(waiting, "decide", name, "--status", "采纳", "--reply", "已修改。").code == 0
    assert run(waiting, "apply", LOOSE_ID, SEVERAL_ID).code == 0
    assert "每个餐厅的面积" in (waiting / "plan/第二章-任务.yaml").read_text(encoding="utf-8")
    assert [one["id"] for one in listed(waiting, run)["waiting"]] == [WORDLESS_ID]
    # what somebody did is not taken back
    assert run(waiting, "intake", "undo").code == 2


def test_an_edit_that_holds_everywhere_is_written_with_its_places(waiting: Path, run: Run) -> None:
    taken = listed(waiting, run, "--take", f"{SEVERAL_ID}=4")["taken"]
    assert len(taken[0]["edits"][0]["places"]) == 5
    assert run(waiting, "check").code in (0, 1)


def test_what_cannot_be_taken_is_refused_and_nothing_is_written(waiting: Path, run: Run) -> None:
    for take, told in (
        ("镇财政所-99", "镇财政所-9"),
        ("镇财政所-01", "镇财政所-01 does not wait for a review"),
        (f"{LOOSE_ID}=3", f"{LOOSE_ID} has 2 proposals, and no number 3"),
        (f"{LOOSE_ID}=0", f"{LOOSE_ID} has 2 proposals, and no number 0"),
        (f"{WORDLESS_ID}=1", f"{WORDLESS_ID} has 0 proposals, and no number 1"),
    ):
        done = run(waiting, "intake", "review", "--take", SEVERAL_ID, "--take", take)
        assert (done.code, told in done.err) == (2, True)
    assert comment(waiting, SEVERAL_ID).edits == ()


def test_a_point_of_a_compound_comment_is_taken_by_itself(example: Path, run: Run) -> None:
    take_in(example, run, f"1.{LOOSE}2.{WORDLESS}")
    assert [one["id"] for one in listed(example, run)["waiting"]] == [
        "镇财政所-03.1",
        "镇财政所-03.2",
    ]
    assert len(listed(example, run, "--take", "镇财政所-03.1=2")["waiting"]) == 1
    (edit,) = comment(example, "镇财政所-03.1").edits
    assert (
        edit.model_dump(exclude_defaults=True, by_alias=True)["with"] == "配备冷藏柜和消毒柜各2台"
    )
    assert run(example, "check").code == 0


def test_a_dry_run_writes_nothing(waiting: Path, run: Run) -> None:
    assert run(waiting, "intake", "review", "--take", LOOSE_ID, "--dry-run").code == 0
    assert comment(waiting, LOOSE_ID).edits == ()


def test_status_and_the_intake_name_what_waits(waiting: Path, run: Run) -> None:
    assert "3 wait for a review: plancli intake review" in run(waiting, "status").out
    assert json.loads(run(waiting, "status", "--json").out)["review"] == [
        LOOSE_ID,
        SEVERAL_ID,
        WORDLESS_ID,
    ]
    table = waiting.parent / "意见.csv"
    table.write_text(f"单位,意见\n镇财政所,{WORDLESS}再写。\n", encoding="utf-8")
    said = run(waiting, "intake", "sheet", str(table), "--dry-run").out
    assert "1 wait for a review: plancli intake review" in said


def test_the_example_itself_waits_for_nobody(example: Path, run: Run) -> None:
    done = run(example, "intake", "review")
    assert (done.code, done.out) == (0, "")
    assert "nothing waits" in done.err
    assert "wait" not in run(example, "status").out


# --- a page -------------------------------------------------------------------------------------------------


def test_a_page_says_all_that_is_to_be_known(waiting: Path, run: Run) -> None:
    shown = run(waiting, "intake", "review", LOOSE_ID).out
    assert shown.splitlines() == [
        "",
        "[1/1] 镇财政所-03 镇财政所 意见.csv 2",
        "  [words of the draft: “配备冷藏柜与消毒柜”]改为[new words: “配备冷藏柜与消毒柜各2台”]。",
        "",
        "Why it asks: to be confirmed",
        "  the words are quoted otherwise than the draft has them: “配备冷藏柜与消毒柜”",
        "",
        "Proposal 1 of 2",
        "  replace “配备冷藏柜和消毒柜” by “配备冷藏柜与消毒柜各2台”",
        "    in the draft: 配备冷藏柜[-与-]{+和+}消毒柜",
        "  第二章/专栏1 食堂设备",
        "    专栏1.1 厨房",
        "      配备冷藏柜[-和-]{+与+}消毒柜{+各2台+}。",
    ]


def test_what_holds_everywhere_is_shown_at_each_of_its_places(
    waiting: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    everywhere = json.loads(run(waiting, *REVIEW, SEVERAL_ID, "--json").out)["waiting"][0]
    last = len(everywhere["proposals"])
    monkeypatch.setattr("sys.stdin", Terminal("n\n" * (last - 1) + "q\n"))
    shown = run(waiting, *REVIEW, SEVERAL_ID).out
    page = shown.split(f"Proposal {last} of {last}")[1]
    assert run(waiting, *REVIEW, "--take", f"{SEVERAL_ID}={last}").code == 0
    (edit,) = comment(waiting, SEVERAL_ID).model_dump()["edits"]
    assert len(edit["places"]) > 1
    assert page.count("{+餐厅+}") == len(edit["places"])


# --- keys ---------------------------------------------------------------------------------------------------


def test_keys_take_leave_and_go_back(
    waiting: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the second proposal of the first; the second is left, then seen again, and its third taken
    shown = types(waiting, run, monkeypatch, "n", "t", "l", "b", "n", "n", "t", "o")
    assert "taken: 2, opinion only: 1" in shown
    assert "nothing waits" in shown
    assert [edit.model_dump(exclude_defaults=True) for edit in comment(waiting, SEVERAL_ID).edits]
    told = [comment(waiting, name).read for name in (LOOSE_ID, SEVERAL_ID, WORDLESS_ID)]
    assert told == ["confirmed", "confirmed", "opinion"]


def test_the_end_of_what_is_typed_stops_and_what_was_taken_stays(
    waiting: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = types(waiting, run, monkeypatch, "t")
    assert "2 wait for a review" in shown
    assert comment(waiting, LOOSE_ID).read == "confirmed"


def test_what_was_typed_wrongly_is_kept_and_told(
    waiting: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EDITOR", raising=False)
    monkeypatch.delenv("VISUAL", raising=False)
    wrong, right = "- {delet: 冷藏柜和}", "- {delete: 冷藏柜和}"
    # the line that stood there is emptied, another typed; then the same is mended
    shown = types(waiting, run, monkeypatch, "e", "", "", wrong, "", "e", right, "", "q")
    assert "delet" in shown
    assert "typed: 1" in shown
    typed = comment(waiting, LOOSE_ID)
    assert (typed.read, [edit.model_dump(exclude_defaults=True) for edit in typed.edits]) == (
        None,
        [{"delete": "冷藏柜和"}],
    )
    # what could not be written is shown at the end
    shown = types(waiting, run, monkeypatch, "l", "e", "- {", "", "q")
    assert f"Typed for {WORDLESS_ID}, and not written:" in shown


EDITOR = """
import pathlib, sys
path = pathlib.Path(sys.argv[1])
text = path.read_text(encoding="utf-8")
pathlib.Path({log!r}).open("a", encoding="utf-8").write(text + "=====\\n")
first = "delet:" not in text
wrong = text.replace("replace:", "delet:").replace("    with: 配备冷藏柜与消毒柜各2台\\n", "")
path.write_text(wrong if first else text.replace("delet:", "delete:"), encoding="utf-8")
"""


def test_the_edits_are_typed_in_the_editor_of_the_house(
    waiting: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, log = waiting.parent / "editor.py", waiting.parent / "seen"
    script.write_text(EDITOR.format(log=str(log)), encoding="utf-8")
    monkeypatch.setenv("EDITOR", f"'{sys.executable}' '{script}'")
    monkeypatch.delenv("VISUAL", raising=False)
    shown = types(waiting, run, monkeypatch, "e", "e", "q")
    assert "What was typed is kept" in shown
    first, second, _end = log.read_text(encoding="utf-8").split("=====\n")
    assert first.startswith(f"# {LOOSE}\n")
    assert "  - replace: 配备冷藏柜和消毒柜\n" in first
    assert "  - delet: 配备冷藏柜和消毒柜\n" in second
    (edit,) = comment(waiting, LOOSE_ID).edits
    assert edit.model_dump(exclude_defaults=True) == {"delete": "配备冷藏柜和消毒柜"}


def test_what_somebody_else_writes_meanwhile_is_not_lost(
    waiting: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = waiting / "comments/镇财政所/03.yaml"

    class Slow(Terminal):
        def readline(self, *_: Any) -> str:  # type: ignore[override]
            line = super().readline()
            if self.tell() == 2:
                path.write_text(
                    path.read_text(encoding="utf-8") + "note: 先问一下\n", encoding="utf-8"
                )
            return line

    monkeypatch.setattr("sys.stdin", Slow("t\nt\nq\n"))
    done = run(waiting, "intake", "review")
    assert "P012" in done.out
    both = comment(waiting, LOOSE_ID)
    assert (both.note, both.read) == ("先问一下", "confirmed")


def test_edits_that_an_opinion_does_not_ask_for_are_looked_at_again(
    example: Path, run: Run
) -> None:
    """The way out of P464: without edits and reading it is proposed anew, and taken by a person."""
    file = example / "comments/镇文化站/01.yaml"
    said = "unit: 镇文化站\nopinion: 建议将“优先利用”改为“首先利用”。\n"
    edits = "read: taken\nedits:\n  - {replace: 优先利用, with: 只能利用}\n"
    file.parent.mkdir(exist_ok=True)
    file.write_text(said + edits, encoding="utf-8")
    assert "P464" in run(example, "check").out
    file.write_text(said, encoding="utf-8")
    assert run(example, "intake", "review", "--take", "镇文化站-01").code == 0
    assert "P464" not in run(example, "check").out
    taken = comment(example, "镇文化站-01")
    assert (taken.read, [edit.model_dump()["wording"] for edit in taken.edits]) == (
        "confirmed",
        ["首先利用"],
    )


# --- a real terminal ----------------------------------------------------------------------------------------


def test_one_key_for_each_that_is_proposed_and_none_for_each_that_is_taken(
    example: Path, run: Run
) -> None:
    proposed = [f"“配备冷藏柜与消毒柜”改为“配备冷藏柜{n}台”。" for n in range(2, 12)]
    words = {"优先利用": "首先利用", "学校用房": "学校房屋", "80平方米": "90平方米"}
    taken = [f"“{old}”改为“{new}”。" for old, new in words.items()]
    take_in(example, run, *taken, *proposed)
    shown = pressed(example, REVIEW, "t" * len(proposed))
    comments = open_repository(example).comments
    read = [
        one.read
        for name, one in comments.items()
        if name > "镇财政所-02" and one.unit == "镇财政所"
    ]
    assert read == ["taken"] * len(taken) + ["confirmed"] * len(proposed)
    assert f"taken: {len(proposed)}" in shown
    # narrow as it is, nothing stands beyond its edge; colours tell the words apart
    bare = termless(shown)
    assert max(map(cell_len, bare.splitlines()[:-1])) <= 40
    assert "\x1b[31m" in shown
    assert "[words of the draft" not in bare


def test_ctrl_c_loses_nothing_and_without_colours_marks_tell_the_words_apart(
    waiting: Path,
) -> None:
    shown = pressed(waiting, REVIEW, "t", "\x03", columns=60, NO_COLOR="1")
    assert "[words of the draft: “配备冷藏柜与消毒柜”]" in termless(shown)
    assert "\x1b[31m" not in shown
    assert comment(waiting, LOOSE_ID).read == "confirmed"
    assert comment(waiting, SEVERAL_ID).read is None


def termless(shown: str) -> str:
    return re.sub("\x1b\\[[0-9;]*m", "", shown)
