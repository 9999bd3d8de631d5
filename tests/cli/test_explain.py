"""Every code has an entry, and `explain` shows it in both languages."""

import json
import re
from pathlib import Path

import pytest

from plancli.cli.cases import case_of, explanation
from plancli.core.check.register import RULES, all_codes
from plancli.core.codes import NOTICES, Code
from plancli.render.findings.cases import Change, lines
from tests.conftest import ROOT, Run
from tests.core.check.test_rules import change


def test_a_code_is_a_notice_or_a_rule() -> None:
    assert all_codes() == sorted(NOTICES.keys() | RULES.keys())
    assert not NOTICES.keys() & RULES.keys()
    assert {str(code) for code in Code} <= set(all_codes())


def test_no_two_entries_say_the_same() -> None:
    entries = [explanation(code) for code in all_codes()]
    for said in (
        [one.known.message for one in entries],
        [one.known.meaning for one in entries],
        ["\n".join(one.example) for one in entries],
    ):
        assert len(set(said)) == len(said)


def test_an_entry_shows_the_case_that_is_tested(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "explain", "p404")
    assert done.code == 0
    assert done.out.startswith("P404 (error) ")
    shown = """\
Example, in the plan that plancli init writes:
    comments/镇财政所/01.yaml
      11     status: 不采纳   ← check
         -   reason: 面积按照已批准的建设标准确定。
Nothing is found with this:
    comments/镇财政所/01.yaml
      11     status: 不采纳
         -   reason: 面积按照已批准的建设标准确定。
      12 +   reply: 面积按照已批准的建设标准确定。

To mend it: Say why: plancli decide … --status … --reason …
"""
    assert done.out.endswith(shown)


@pytest.mark.parametrize("code", RULES)
def test_the_lines_that_are_shown_are_those_of_the_files(
    code: str, example: Path, run: Run
) -> None:
    """The numbers and words are those that the files have when check speaks, commands and all."""
    case = case_of(code)
    change(example, case.bad, run)
    file, marked = "", []
    for line in explanation(code).example:
        if row := re.fullmatch(r" *(\d+) [+ ] (.*?)(   ← check)?", line):
            text = (example / file).read_text(encoding="utf-8").splitlines()[int(row[1]) - 1]
            assert text.replace("\u200b", "\\u200b") == row[2]
            marked += [(file, int(row[1]))] if row[3] else []
        elif not line.startswith((" ", "$")):
            file = line.removeprefix("check points to ")
            marked += [case.at] if line == f"check points to {case.at[0]}:{case.at[1]}" else []
    assert marked == [case.at]


def test_a_file_that_goes_and_one_that_comes() -> None:
    gone, new = Change("a.yaml", "x: 1\n", None), Change("b.yaml", None, "y: 医\u200b保\nz: 2\n")
    assert list(lines([gone, "apply --all", new], ("b.yaml", 2))) == [
        "a.yaml is deleted",
        "$ plancli apply --all",
        "b.yaml",
        "   1 + y: 医\\u200b保",
        "   2 + z: 2   ← check",
    ]


def test_a_line_in_a_file_that_is_not_changed() -> None:
    far = Change("a.yaml", "1\n2\n3\n4\n5\n", "1\n2\n3\n4\nV\n")
    assert list(lines([far], ("c.yaml", 7))) == [
        "a.yaml",
        "   4   4",
        "     - 5",
        "   5 + V",
        "check points to c.yaml:7",
    ]
    assert list(lines([far], ("a.yaml", 1)))[1] == "   1   1   ← check"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_entries_are_as_wide_as_a_terminal(
    tmp_path: Path, run: Run, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rich.cells import cell_len

    monkeypatch.setenv("PLANCLI_LANG", language)
    shown = run(tmp_path, "explain", *all_codes()).out
    prose = [line for line in shown.splitlines() if not line.startswith("    ")]
    assert max(map(cell_len, prose)) <= 100


def test_all_codes_are_listed(run: Run) -> None:
    listed = run(ROOT, "explain").out.splitlines()
    assert [line.split()[0] for line in listed] == all_codes()


def test_programs_get_json(tmp_path: Path, run: Run) -> None:
    (rule, notice) = json.loads(run(tmp_path, "explain", "P421", "P002", "--json").out)["codes"]
    keys = {"code", "severity", "message", "meaning", "case", "example", "mended", "hint"}
    assert set(rule) == set(notice) == keys
    assert (rule["code"], rule["severity"]) == ("P421", "warning")
    assert "← check" in rule["example"]
    assert "← check" not in rule["mended"]
    assert (notice["case"], notice["mended"]) == ("", "")


def test_an_unknown_code(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "explain", "P4O4")
    assert done.code == 2
    assert "There is no code P4O4" in done.err
    assert "P404" in done.err
