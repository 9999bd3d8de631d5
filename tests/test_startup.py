"""What a start imports: never the clock, only the modules."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

HEAVY = {
    "pydantic",
    "ruamel",
    "_ruamel_yaml",
    "jinja2",
    "rich",
    "typer",
    "diff_match_patch",
    "subprocess",
}
SCRIPT = (
    "import json, sys; from plancli.__main__ import main; code = main({words!r}); "
    "print(json.dumps(sorted(sys.modules)), file=sys.stderr); sys.exit(code)"
)


def imported(*words: str, folder: Path = ROOT) -> set[str]:
    """Return the packages that a command imports."""
    return {name.partition(".")[0] for name in modules(*words, folder=folder)}


def modules(*words: str, folder: Path = ROOT) -> set[str]:
    """Return the modules that a command imports, by their whole names."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(words=list(words))],
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PLANCLI_LANG": "zh", "PYTHONIOENCODING": "utf-8"},
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


@pytest.mark.parametrize("words", [["--version"], ["--help"], []])
def test_help_and_version_import_nothing_heavy(words: list[str]) -> None:
    assert not imported(*words) & HEAVY


def test_help_ends_quietly_where_nobody_reads_on() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "plancli", "--help"],
        stdout=writer,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_check_draws_nothing() -> None:
    assert "jinja2" not in imported("check")


@pytest.mark.usefixtures("cache")
def test_a_check_of_a_plan_without_unexplained_changes_starts_no_process() -> None:
    assert "subprocess" not in imported("check", "--anew")


@pytest.mark.usefixtures("cache")
def test_a_plain_check_needs_no_parser_of_command_lines() -> None:
    assert "typer" not in imported("check", "--anew", "--json")
    assert "typer" in imported("check", "--today", "2026-03-01")


def test_python_dash_m_is_the_same_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "plancli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("plancli ")


def test_a_table_for_the_house_needs_no_rule() -> None:
    """The rules of check take as long to import as all else that a table needs."""
    assert "plancli.core.check.register" not in modules("report")
    assert "plancli.core.check.register" in modules("report", "--public")


def test_tracked_changes_are_read_without_what_writes_word_files(example: Path) -> None:
    file = ROOT / "tests/data/intake/returned.docx"
    asked = imported("intake", "returned", str(file), "--dry-run", folder=example)
    assert "lxml" in asked
    assert "docx" not in asked


def test_a_table_of_text_needs_no_reader_of_office_files(tmp_path: Path) -> None:
    file = tmp_path / "表.csv"
    file.write_text("单位,意见\n市公安局,请加快。\n", encoding="utf-8")
    asked = imported("intake", "sheet", str(file), "--dry-run", "--json")
    assert not asked & {"lxml", "python_calamine", "docx"}
    assert not imported("status") & {"lxml", "python_calamine", "docx", "pypdfium2"}
