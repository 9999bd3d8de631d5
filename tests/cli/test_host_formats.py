"""What code hosts read of a finding unlike the usual ones: odd names, no place, twins, other weights."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from junitparser import JUnitXml

from plancli.core.check.rules.roster.days import LATE
from plancli.core.finding import Finding, Place, Severity
from plancli.render import formats
from plancli.render.formats import Scope, format_named
from tests.cli.test_formats import annotations
from tests.conftest import ROOT, Run

SCOPE = Scope("规划", "市/", "errors: 1")
FINDING = Finding(LATE.code, {"id": "甲局-01", "day": "2026-04-01", "deadline": "2026-03-31"})
PLACE = Place("comments/甲局/01.yaml", 7, 3)


def report(*findings: Finding) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(format_named("gitlab").written(findings, SCOPE))
    return loaded


@pytest.mark.parametrize(
    "name", ["百分之100%25.yaml", "甲,乙.yaml", "甲:乙.yaml", "甲\n::error::乙.yaml", "甲\r乙.yaml"]
)
def test_github_has_the_whole_name_of_a_file(name: str) -> None:
    finding = FINDING._replace(place=Place(name, 7, 3))
    ((_, given, _),) = annotations(format_named("github").written([finding], SCOPE))
    assert given == {"file": f"市/{name}", "line": "7", "col": "3", "title": "P221"}


def test_gitlab_has_three_severities() -> None:
    found = report(*(FINDING._replace(severity=severity) for severity in Severity))
    assert [entry["severity"] for entry in found] == ["major", "minor", "info"]


def test_gitlab_tells_equal_findings_apart_and_knows_them_again() -> None:
    one, other = FINDING._replace(place=PLACE), FINDING._replace(place=PLACE._replace(line=9))
    marks = [entry["fingerprint"] for entry in report(one, other, one)]
    assert len(set(marks)) == 3
    assert [entry["fingerprint"] for entry in report(other, one)] == marks[:2]
    elsewhere = FINDING._replace(place=PLACE._replace(file="comments/乙局/01.yaml"))
    assert report(elsewhere)[0]["fingerprint"] not in marks


@pytest.mark.parametrize(("place", "begin"), [(PLACE, 7), (Place("plan/plan.yaml"), 1), (None, 1)])
def test_gitlab_shows_a_finding_without_a_line_on_the_first(
    place: Place | None, begin: int
) -> None:
    (entry,) = report(FINDING._replace(place=place))
    path = place.file if place else "plan/plan.yaml"
    assert entry["location"] == {"path": f"市/{path}", "lines": {"begin": begin}}


def test_junit_puts_a_failure_under_its_file_and_what_passes_under_the_plan() -> None:
    (suite,) = JUnitXml.fromstring(
        format_named("junit").written([FINDING._replace(place=PLACE)], SCOPE).encode()
    )
    places = {bool(round_.result): round_.classname for round_ in suite}
    assert places == {True: f"市/{PLACE.file}", False: "市/plan"}


@pytest.mark.parametrize("severity", list(Severity))
def test_sarif_has_the_weight_that_the_plan_gives(severity: Severity) -> None:
    log = json.loads(format_named("sarif").written([FINDING._replace(severity=severity)], SCOPE))
    (run,) = log["runs"]
    (result,), (rule,) = run["results"], run["tool"]["driver"]["rules"]
    assert result["level"] == str(severity)
    assert rule["defaultConfiguration"] == {"level": "warning"}


def test_the_job_summary_is_added_to_what_other_steps_wrote(
    example: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("# 另一步\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run(example, "check", "--format", "github")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("# 另一步\n")
    assert len(text) > len("# 另一步\n")


# --- one record each ----------------------------------------------------------------------------------------

TOY = """
from plancli.render.formats import FindingsFormat


def _written(findings, scope):
    return "".join(f"{finding.code}\\n" for finding in findings)


FORMAT = FindingsFormat(_written, on_host=False)
"""


def test_a_format_of_findings_is_one_module(
    example: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "codes.py").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(formats, "__path__", [*formats.__path__, str(tmp_path)])
    monkeypatch.delitem(sys.modules, "plancli.cli.commands.check", raising=False)
    (example / "comments/镇民政办/01.yaml").write_text("unit: [\n", encoding="utf-8")
    try:
        assert "codes|github" in run(example, "check", "--help").out
        assert "codes, github" in run(example, "check", "--format", "x").err
        done = run(example, "check", "--format", "codes")
        assert (done.code, set(done.out.split())) == (1, {"P102"})
    finally:
        sys.modules.pop("plancli.render.formats.codes", None)
        sys.modules.pop("plancli.cli.commands.check")  # what knows the toy


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_has_every_format_of_findings(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    table = text[text.index("| `check --format` |") :].partition("\n\n")[0]
    cells = [row.split("|")[1] for row in table.splitlines()[2:]]
    assert sorted(re.findall(r"`(\w+)`", "".join(cells))) == formats.names()
