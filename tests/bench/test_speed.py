"""What was measured reaches the READMEs by itself: no figure of their tables is typed."""

import json
import math
import sys
from pathlib import Path

import pytest

from bench import readme
from bench.__main__ import run_part, summary
from bench.measure import SideError, in_turn, making, peak, python
from bench.readme import READMES, renewed, tables
from bench.results import SPEED, Fault, Result, Results, missed, ratio, read
from bench.rows import GROUPS, ROWS, Unit

EMPTY = f"before\n\n{readme.START}\n{readme.END}\n\nafter\n"


@pytest.mark.parametrize("language", READMES)
def test_the_readmes_show_what_is_kept(language: str) -> None:
    written = READMES[language].read_text(encoding="utf-8")
    assert renewed(written, read(SPEED), language) == written


def rows(results: dict[str, Result], language: str) -> list[str]:
    """Return the lines of all tables that are no heads."""
    lines = [line for line in tables(results, language).splitlines() if line.startswith("| ")]
    heads = ("| what |", "| 项目 |", "| --- |")
    return [line for line in lines if not line.startswith(heads)]


def row(key: str, result: Result, language: str = "en") -> list[str]:
    """Return the cells of a row."""
    line = rows({key: result}, language)[list(ROWS).index(key)]
    return [cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")]


def test_a_figure_beside_what_is_owed() -> None:
    assert row("help", Result(1.52)) == ["`plancli --help`", "an empty Python", "1.52", "1.7"]


def test_a_worse_figure_is_published_as_missed_in_both_languages() -> None:
    assert row("help", Result(2.4))[2:] == ["2.40", "1.7: missed"]
    assert row("help", Result(2.4), "zh")[2:] == ["2.40", "1.7：未达到"]


def test_a_share_may_not_be_less_than_what_is_owed() -> None:
    assert row("suggested", Result(0.97))[2:] == ["97.0%", "95.0%"]
    assert row("suggested", Result(0.91))[2:] == ["91.0%", "95.0%: missed"]


def test_what_is_not_owed_has_a_figure_only() -> None:
    assert row("audit", Result(3.0))[2:] == ["3.00", ""]


def test_amounts_are_written_as_each_language_does() -> None:
    result = Result(0.93, amount=12_500)
    assert row("apply many", result)[0] == "`apply --all` of 12,500 comments"
    assert row("apply many", result, "zh")[0] == "`apply --all` 12500 条意见"
    assert row("memory check", Result(1_234.4), "zh")[2] == "1234"


def test_sides_that_failed_or_did_not_end_are_told_and_missed() -> None:
    failed = Result(None, fault=Fault.FAILED)
    slow = Result(None, fault=Fault.SLOW)
    assert row("report html", failed)[2:] == ["failed", "1.8: missed"]
    assert row("report html", slow, "zh")[2:] == ["未能结束", "1.8：未达到"]
    assert missed("audit", failed)


def test_rows_that_were_not_run_are_told_and_missed() -> None:
    assert tables({}, "en").count("| not measured |") == len(ROWS)
    assert all(missed(key, None) for key in ROWS)


def test_every_row_stands_in_every_language_once() -> None:
    for language in READMES:
        assert len(rows({}, language)) == len(ROWS)
    assert len(ROWS) == sum(len(group.rows) for group in GROUPS.values())


def test_only_the_tables_of_a_readme_change() -> None:
    once = renewed(EMPTY, {"help": Result(1.1)}, "en")
    assert once.startswith("before\n\n")
    assert once.endswith("\n\nafter\n")
    assert "| 1.10 |" in once
    again = renewed(once, {"help": Result(1.3)}, "en")
    assert "| 1.10 |" not in again
    assert again == renewed(EMPTY, {"help": Result(1.3)}, "en")
    with pytest.raises(ValueError, match="no <!--"):
        renewed("a README without marks", {}, "en")


def test_figures_are_kept_as_they_come(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    results = Results(tmp_path / "new" / "speed.json")
    results.add("report html", 2.5, 1.25, 700)
    results.add("report md", math.inf, math.inf)
    results.add("help", math.nan)
    kept = read(results.path)
    assert kept["report html"] == Result(2.5, 700, 1.25)
    assert kept["report md"].fault is Fault.SLOW
    assert kept["help"].fault is Fault.FAILED
    printed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in printed] == ["2.50", "did", "failed"]
    assert all("MISSED" in line for line in printed)
    json.loads(results.path.read_text(encoding="utf-8"), parse_constant=pytest.fail)
    results.clear()
    assert read(results.path) == {}


def test_there_is_no_figure_without_the_other_side() -> None:
    assert ratio(3.0, 2.0) == 1.5
    assert math.isnan(ratio(3.0, math.inf))
    assert math.isnan(ratio(3.0, math.nan))


def test_a_side_that_fails_stops_only_itself(capsys: pytest.CaptureFixture[str]) -> None:
    runs: list[str] = []

    def broken() -> None:
        runs.append("broken")
        raise SideError("this side is broken")

    whole, none = in_turn(2, lambda: runs.append("whole"), broken)
    assert whole >= 0
    assert math.isnan(none)
    assert runs == ["whole", "broken", "whole", "whole"]
    assert "this side is broken" in capsys.readouterr().out


def test_a_slow_side_is_run_once_and_its_first_run_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bench.measure.ENOUGH", 0)
    runs: list[str] = []
    (taken,) = in_turn(3, lambda: runs.append("slow"))
    assert taken >= 0
    assert runs == ["slow"]


def test_a_process_that_ends_with_an_error_is_a_failed_side() -> None:
    with pytest.raises(SideError, match=r"exit code 3.*out of paper"):
        python("-c", "import sys; print('out of paper', file=sys.stderr); sys.exit(3)")()


def test_what_is_not_written_is_a_failed_side_and_what_is_written_goes(tmp_path: Path) -> None:
    table, letters = tmp_path / "table.csv", tmp_path / "letters"
    making(lambda: table.write_text("a", encoding="utf-8"), table)()
    making(letters.mkdir, letters)()
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(SideError, match=r"table\.csv was not written"):
        making(lambda: None, table)()


def test_a_command_that_fails_has_no_memory() -> None:
    python = [sys.executable, "-c"]
    assert 1 < peak([*python, "pass"]) < peak([*python, "filled = b'x' * (64 << 20)"])
    assert math.isnan(peak([*python, "import sys; sys.exit(2)"]))


def test_a_part_that_fails_stops_no_other_and_its_rows_are_missed(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    results = Results(tmp_path / "speed.json")
    results.add("help", 1.2)
    run_part("no such part", results.path, [])
    assert summary(results.path) == 1
    printed = capfd.readouterr().out
    assert "no such part ended with 2" in printed
    assert f"{len(ROWS) - 1} of {len(ROWS)} rows missed" in printed


def test_all_rows_kept_is_no_error(tmp_path: Path) -> None:
    results = Results(tmp_path / "speed.json")
    for key, found in ROWS.items():
        results.add(key, 1 if found.owed is None else found.owed)
    assert summary(results.path) == 0
    results.add("check kept", 4.6)
    assert summary(results.path) == 1


def test_rows_about_functions_say_so() -> None:
    for key, found in GROUPS["engine"].rows.items():
        assert found.what.en.startswith("the engine alone: "), key
        assert found.what.zh.startswith("仅引擎："), key


def test_ratios_have_another_side_and_other_figures_none() -> None:
    assert [key for key, r in ROWS.items() if (r.unit is Unit.RATIO) != bool(r.beside.en)] == []
