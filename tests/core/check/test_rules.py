"""Every rule of check: a case in which it speaks, at its place, and one close by in which it is silent.

The cases are files of the package, named by code, and `plancli explain` shows them (see plancli.cli.cases).
Steps change a copy of the example: {file, replace, with}, {file, content}, {delete: file} or
{run: [words of a command line]}.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from plancli.cli.cases import FOLDER, Step, case_of, changed
from plancli.core.check.register import RULES
from tests.conftest import Run


def change(folder: Path, steps: Iterable[Step], run: Run) -> None:
    """Take the steps on a copy of the example."""
    for step in steps:
        if step.run:
            assert run(folder, *step.run).code in (0, 1), step
            continue
        path = folder / step.file
        text = changed(path.read_text(encoding="utf-8") if path.is_file() else None, step)
        if text is None:
            path.unlink()
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def found(folder: Path, run: Run, code: str) -> list[tuple[str, int]]:
    """Return the places of the findings with a code."""
    printed = json.loads(run(folder, "check", "--json", "--today", "2030-01-01").out)["findings"]
    return [(finding["file"], finding["line"]) for finding in printed if finding["code"] == code]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_speaks_and_is_silent(code: str, example: Path, run: Run) -> None:
    case = case_of(code)
    before = {file: file.read_bytes() for file in example.rglob("*.yaml")}
    change(example, case.bad, run)
    assert case.at in found(example, run, code)
    for file in example.rglob("*.yaml"):
        file.unlink()
    for file, content in before.items():
        file.write_bytes(content)
    change(example, case.good, run)
    assert found(example, run, code) == []


def test_every_case_is_that_of_a_rule() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == list(RULES)
