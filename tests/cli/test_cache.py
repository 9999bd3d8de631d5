"""The kept verdict of check: the same as a new one, and never used for anything but what it was found on."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.test_startup import imported


@pytest.fixture
def kept(cache: Path, example: Path, run: Run) -> Path:
    """The file that a first check leaves of a plan that has a flaw."""
    section = example / "plan/第一章-目标.yaml"
    section.write_text(section.read_text(encoding="utf-8").replace("早餐、", "早餐、、"), "utf-8")
    assert "P503" in run(example, "check").out
    (file,) = cache.rglob("*.json")
    return file


def test_the_second_check_says_the_same_without_judging(
    kept: Path, example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run(example, "check", "--json", "--anew")
    monkeypatch.setattr("plancli.library.judging.judge", None)
    assert run(example, "check", "--json") == first
    assert kept.exists()


def test_nothing_is_kept_beside_the_plan(example: Path, run: Run, cache: Path) -> None:
    before = sorted(example.parent.rglob("*"))
    run(example, "check")
    assert [*cache.rglob("*.json")] != []
    assert sorted(example.parent.rglob("*")) == before


def test_a_changed_file_is_judged_anew(kept: Path, example: Path, run: Run) -> None:
    before = kept.read_text()
    path = example / "comments/镇民政办/01.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("status: 采纳", "status: 不采纳"), encoding="utf-8"
    )
    found = json.loads(run(example, "check", "--json").out)["findings"]
    assert {"P404", "P410"} & {finding["code"] for finding in found}
    assert kept.read_text() != before


def test_a_file_that_moves_or_goes_is_judged_anew(kept: Path, example: Path, run: Run) -> None:
    (example / "comments/镇民政办/01.yaml").unlink()
    assert "P208" in run(example, "check").out
    assert kept.exists()


def test_another_day_is_judged_anew(kept: Path, example: Path, run: Run) -> None:
    _seal, before, _verdict = kept.read_bytes().split(b"\n")
    run(example, "check", "--today", "2031-01-01")
    assert kept.read_bytes().split(b"\n")[1] != before


@pytest.mark.parametrize("content", ["", "{", "[]", '{"key": 1}', "\udcff", "[" * 100_000])
def test_a_damaged_file_is_as_good_as_none(
    kept: Path, example: Path, run: Run, content: str
) -> None:
    wanted = run(example, "check", "--anew")
    kept.write_bytes(content.encode(errors="surrogateescape"))
    assert run(example, "check") == wanted


VERDICTS: list[Any] = [
    None,
    {},
    {"title": "", "counts": [0, 0, 0], "findings": []},
    {"title": 1, "counts": None, "findings": [["P999"]]},
    [],
]


@pytest.mark.parametrize("verdict", VERDICTS, ids=str)
def test_an_edited_file_is_not_believed(
    kept: Path, example: Path, run: Run, verdict: object
) -> None:
    true = run(example, "check", "--anew")
    assert true.out
    seal, key, _verdict = kept.read_bytes().split(b"\n")
    kept.write_bytes(b"\n".join([seal, key, json.dumps(verdict).encode()]))
    assert run(example, "check") == true


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_file_without_a_line_is_as_good_as_none(
    kept: Path, example: Path, run: Run, line: int
) -> None:
    true = run(example, "check", "--anew")
    lines = kept.read_bytes().split(b"\n")
    kept.write_bytes(b"\n".join(lines[:line] + lines[line + 1 :]))
    assert run(example, "check") == true


def test_anew_does_not_look(adopted: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    true = run(adopted, "check")
    monkeypatch.setattr("plancli.store.cache.recall", None)
    assert run(adopted, "check", "--anew") == true


def test_a_folder_that_cannot_be_written_only_costs_time(
    adopted: Path, run: Run, cache: Path
) -> None:
    cache.rmdir()
    cache.write_text("a file where the folder should be")
    assert run(adopted, "check").code == 0


def test_what_cannot_be_read_is_not_kept(cache: Path, adopted: Path, run: Run) -> None:
    (adopted / "plan/plan.yaml").write_text("title: [", encoding="utf-8")
    assert run(adopted, "check").code == 1
    assert not list(cache.iterdir())


def test_the_second_check_needs_no_model() -> None:
    imported("check")
    assert not imported("check") & {"pydantic", "ruamel", "jinja2", "rapidfuzz"}


def test_a_file_name_that_is_no_text_is_named(adopted: Path, run: Run) -> None:
    with open(os.fsencode(adopted / "comments/市医保局") + b"/\xb9\xa4.yaml", "wb") as file:  # noqa: PTH123
        file.write("unit: 市医保局\nopinion: 改。\n".encode())
    done = run(adopted, "check")
    assert done.out.startswith("comments/市医保局/\ufffd\ufffd.yaml:1:1: P128")
