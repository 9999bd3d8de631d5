"""note: why the office changed something itself, written with exactly what changed."""

from pathlib import Path

import pytest

from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import Run, plan_files

TASKS = "plan/第二章-任务.yaml"


def typed(folder: Path, old: str, new: str, file: str = TASKS) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def notes(folder: Path) -> list[tuple[str, str, str | None]]:
    found = load(read_files(folder)).manifest.notes
    return [(note.paragraph, note.reason, note.change) for note in found]


def test_a_note_settles_the_finding_that_names_the_command(example: Path, run: Run) -> None:
    typed(example, "闲置的村部", "闲置的祠堂")
    assert "plancli note 第二章.1 --reason …" in run(example, "check").out
    done = run(example, "note", "选址", "--reason", "村部另有安排。")
    assert (done.code, done.out) == (0, "第二章.1  [-村部-]{+祠堂+}  村部另有安排。\n")
    assert notes(example) == [("第二章.1", "村部另有安排。", "[-村部-]{+祠堂+}")]
    assert run(example, "check").code == 0


def test_a_note_that_is_out_of_date_is_brought_up_to_date(example: Path, run: Run) -> None:
    typed(example, "闲置的村部", "闲置的祠堂")
    assert run(example, "note", "第二章.1", "--reason", "村部另有安排。").code == 0
    typed(example, "80平方米", "90平方米")
    assert run(example, "note", "第二章.1").code == 0
    changes = "[-村部-]{+祠堂+}[-80平方米-]{+90平方米+}"
    assert notes(example) == [("第二章.1", "村部另有安排。", changes)]
    assert run(example, "check").code == 0


def test_a_note_that_would_cover_anything_becomes_exact(example: Path, run: Run) -> None:
    typed(example, "闲置的村部", "闲置的祠堂")
    typed(
        example,
        "sections:",
        "notes:\n  # 开会定的\n  - paragraph: 第二章.1\n    reason: 另有安排。\nsections:",
        "plan/plan.yaml",
    )
    assert "P417" in run(example, "check").out
    assert run(example, "note", "第二章.1").code == 0
    assert notes(example) == [("第二章.1", "另有安排。", "[-村部-]{+祠堂+}")]
    assert "  # 开会定的\n" in (example / "plan/plan.yaml").read_text(encoding="utf-8")


def test_the_order_of_the_chapters(example: Path, run: Run) -> None:
    typed(example, "  - 第一章\n  - 第二章\n", "  - 第二章\n  - 第一章\n", "plan/plan.yaml")
    assert run(example, "note", "plan", "--reason", "先讲任务。").code == 0
    assert run(example, "check").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [(["第二章.1", "--reason", "改。"], "P036"), (["第九章", "--reason", "改。"], "P036")],
)
def test_where_nothing_wants_a_note(example: Path, run: Run, words: list[str], code: str) -> None:
    before = plan_files(example)
    done = run(example, "note", *words)
    assert (done.code, done.err.split()[0]) == (2, code)
    assert plan_files(example) == before


def test_a_reason_is_needed_and_a_dry_run_writes_nothing(example: Path, run: Run) -> None:
    typed(example, "闲置的村部", "闲置的祠堂")
    before = plan_files(example)
    assert "P020" in run(example, "note", "第二章.1").err
    assert run(example, "note", "第二章.1", "--reason", "另有安排。", "--dry-run").code == 0
    assert plan_files(example) == before
