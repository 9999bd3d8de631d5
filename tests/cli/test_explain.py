"""Every code has an entry, and `explain` shows it in both languages."""

import json
from pathlib import Path

import pytest

from plancli.core.finding import Code
from plancli.render.findings.explanations import EXPLANATIONS
from tests.conftest import ROOT, Run


def test_every_code_is_explained() -> None:
    assert set(EXPLANATIONS) == set(Code)


def test_no_two_entries_say_the_same() -> None:
    said = [entry.meaning for entry in EXPLANATIONS.values()]
    shown = [entry.example for entry in EXPLANATIONS.values()]
    assert len(set(said)) == len(said)
    assert len(set(shown)) == len(shown)


def test_an_entry(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "explain", "p404")
    assert done.code == 0
    assert done.out.startswith("P404 (error) ")
    assert "Example:\n    decision:\n      status: 不采纳\n" in done.out
    assert "To mend it: Write decision.reason or decision.reply." in done.out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_entries_are_as_wide_as_a_terminal(
    tmp_path: Path, run: Run, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("PLANCLI_LANG", language)
    shown = run(tmp_path, "explain", *(str(code) for code in Code)).out
    prose = [line for line in shown.splitlines() if not line.startswith("    ")]
    assert max(map(cell_len, prose)) <= 100


def test_all_codes_are_listed(run: Run) -> None:
    listed = run(ROOT, "explain").out.splitlines()
    assert [line.split()[0] for line in listed] == [str(code) for code in Code]


def test_programs_get_json(tmp_path: Path, run: Run) -> None:
    (entry,) = json.loads(run(tmp_path, "explain", "P421", "--json").out)
    assert (entry["code"], entry["severity"]) == ("P421", "warning")
    assert set(entry) == {"code", "severity", "message", "meaning", "example", "hint"}


def test_an_unknown_code(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "explain", "P4O4")
    assert done.code == 2
    assert "There is no code P4O4" in done.err
