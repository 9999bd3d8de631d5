"""What the kept verdict rests on, and that it comes back whole."""

import json
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest

from plancli.core.check.rules.reading.pairs import UNPAIRED
from plancli.core.check.rules.roster.days import LATE
from plancli.core.entry import Message
from plancli.core.finding import Finding, Place, Severity, Subject, Verdict
from plancli.store import kept
from plancli.store.cache import recall, remember
from plancli.store.kept import content_key
from tests.conftest import ROOT, Run

FILES = {"plan/a.yaml": b"one", "plan/b.yaml": b"two"}
DAY = "2026-01-01"


def origin(library: str) -> Path:
    spec = find_spec(library)
    assert spec is not None
    return Path(str(spec.origin))


@pytest.mark.parametrize(
    ("files", "day"),
    [
        ({"plan/a.yaml": b"one", "plan/c.yaml": b"two"}, DAY),
        ({"plan/a.yaml": b"two", "plan/b.yaml": b"one"}, DAY),
        ({"plan/a.yaml": b"onet", "plan/b.yaml": b"wo"}, DAY),
        ({"plan/a.yaml": b"one"}, DAY),
        ({"plan/a.yaml": b"oneplan/b.yaml\0two"}, DAY),
        (FILES, "2026-01-02"),
    ],
)
def test_other_files_or_another_day_have_another_key(files: dict[str, bytes], day: str) -> None:
    assert content_key(FILES, DAY) == content_key(dict(FILES), DAY)
    assert content_key(files, day) != content_key(FILES, DAY)


@pytest.mark.parametrize(
    "changed",
    [
        ROOT / "plancli/core/check/check.py",
        ROOT / "plancli/cli/commands/check.py",
        ROOT / "plancli/locale/zh/LC_MESSAGES/plancli.mo",
    ]
    + [
        origin(name)
        for name in ("diff_match_patch", "pydantic", "rapidfuzz", "rjieba", "_ruamel_yaml")
    ],
    ids=lambda path: path.parent.name,
)
def test_another_state_of_the_program_or_a_library_has_another_key(
    monkeypatch: pytest.MonkeyPatch, changed: Path
) -> None:
    before, original = content_key(FILES, DAY), os.stat

    def stat(path: str) -> object:
        state = original(path)
        known = {name: getattr(state, name) for name in dir(state) if name.startswith("st_")}
        later = path == str(changed)
        return SimpleNamespace(**{**known, "st_mtime_ns": state.st_mtime_ns + later})

    with monkeypatch.context() as patched:
        patched.setattr("plancli.store.kept.os.stat", stat)
        patched.setattr(kept, "_STATE", [])
        after = content_key(FILES, DAY)
    assert after != before


def test_another_python_has_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before = content_key(FILES, DAY)
    monkeypatch.setattr(sys, "version", "4.0")
    monkeypatch.setattr(kept, "_STATE", [])
    assert content_key(FILES, DAY) != before


def test_a_process_is_one_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = content_key(FILES, DAY)
    monkeypatch.setattr(sys, "version", "4.0")  # as if another one were installed meanwhile
    assert content_key(FILES, DAY) == before


def test_a_verdict_comes_back_whole(tmp_path: Path) -> None:
    whole = Finding(
        UNPAIRED.code,
        {"words": "“", "around": "优先利用“闲置"},
        Subject("section", "第二章"),
        ("body", 0, "text"),
        Place("plan/第二章-任务.yaml", 7, 11),
        4,
        Severity.WARNING,
    )
    verdict = Verdict(
        [whole, Finding(LATE.code, said=Message("what {id}", "do"))], "规划", (2, 3, 1)
    )
    remember(tmp_path, "key", verdict)
    assert recall(tmp_path, "key") == verdict
    assert recall(tmp_path, "other") is None


def test_each_plan_has_a_verdict_of_its_own(
    example: Path, adopted: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    (example / "plan/第二章-任务.yaml").write_text(
        "key: 第二章\ntitle: 任务\nbody: []\n", encoding="utf-8"
    )
    folders = (example, adopted)
    first = [run(folder, "check", "--json") for folder in folders]
    assert json.loads(first[0].out)["findings"]
    monkeypatch.setattr("plancli.library.judging.judge", None)
    assert [run(folder, "check", "--json") for folder in folders] == first
