"""A list of notes in brackets, or a note in braces, is written on lines when a comment changes it."""

from pathlib import Path

import pytest

from plancli.library.opening import open_repository
from tests.conftest import Run

SECTION = "plan/第二章-任务.yaml"


@pytest.mark.parametrize(
    "written",
    [
        "    notes: [{id: 第二章.1.注1, after: 村部, text: 含祠堂。}]\n",
        "    notes:\n      - {id: 第二章.1.注1, after: 村部, text: 含祠堂。}\n",
    ],
)
def test_a_note_in_braces_gets_lines_when_it_changes(written: str, example: Path, run: Run) -> None:
    file = example / SECTION
    text = file.read_text(encoding="utf-8")
    head = "  - id: 第二章.1\n"
    assert text.count(head) == 1
    file.write_text(text.replace(head, head + written), encoding="utf-8")
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    words = ("--unit", "镇民政办", "--opinion", "建议改。", "--replace", "祠堂", "--with", "礼堂")
    assert run(example, "new", *words).code == 0
    assert run(example, "decide", "镇民政办-02", "--status", "采纳", "--reply", "已改。").code == 0
    done = run(example, "apply", "--all")
    assert "P115" not in done.err + done.out
    spot = open_repository(example).open_round.plan.spots["第二章.1.注1"]
    assert spot.paragraph.text == "含礼堂。"
    assert "text: |-\n          含礼堂。\n" in file.read_text(encoding="utf-8")
