"""Every rule of check: a case in which it speaks, at its place, and one close by in which it is silent.

The cases are files in tests/rules, named by code. Steps change a copy of the example (`base: real`: of the
real plan): {file, replace, with}, {file, content}, {delete: file} or {run: [words of a command line]}.
"""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from plancli.core.check.check import RULES
from plancli.core.check.rules import HISTORY_RULES, PLAN_RULES, ROUND_RULES
from tests.conftest import ROOT, Run

CASES = sorted((ROOT / "tests/rules").glob("*.yaml"))


def case(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    return found


def change(folder: Path, steps: Iterable[dict[str, Any]], run: Run) -> None:
    for step in steps:
        if "run" in step:
            assert run(folder, *step["run"]).code in (0, 1), step
        elif "delete" in step:
            (folder / step["delete"]).unlink()
        else:
            _write(folder / step["file"], step)


def _write(path: Path, step: dict[str, Any]) -> None:
    text = step.get("content")
    if text is None:
        before = path.read_text(encoding="utf-8")
        assert before.count(step["replace"]) == 1, (
            f"{step['replace']} does not stand once in {path}"
        )
        text = before.replace(step["replace"], step["with"])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def found(folder: Path, run: Run, code: str) -> list[str]:
    """Return the places of the findings with a code, as file:line."""
    printed = json.loads(run(folder, "check", "--json", "--today", "2030-01-01").out)
    return [
        f"{finding['file']}:{finding['line']}" for finding in printed if finding["code"] == code
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_rule_speaks_and_is_silent(path: Path, request: pytest.FixtureRequest, run: Run) -> None:
    known = case(path)
    folder: Path = request.getfixturevalue("adopted" if known.get("base") == "real" else "example")
    before = {file: file.read_bytes() for file in folder.rglob("*.yaml")}
    change(folder, known["bad"], run)
    assert known["at"] in found(folder, run, path.stem)
    for file in folder.rglob("*.yaml"):
        file.unlink()
    for file, content in before.items():
        file.write_bytes(content)
    change(folder, known["good"], run)
    assert found(folder, run, path.stem) == []


def test_every_rule_has_its_cases() -> None:
    assert {path.stem for path in CASES} == {str(code) for code in RULES}


def test_a_code_belongs_to_one_rule() -> None:
    codes = [code for rule in (*PLAN_RULES, *HISTORY_RULES, *ROUND_RULES) for code in rule.codes]
    assert sorted(codes) == sorted(set(codes))
