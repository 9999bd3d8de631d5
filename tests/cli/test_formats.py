"""The findings in the formats of code hosts, read back by independent readers and schemas."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from junitparser import JUnitXml
from sarif_pydantic import Sarif

from tests.conftest import Run, git

HOSTILE = "]]><script>|%0A::error::{{ 7*7 }},x: "

CODE_QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "pattern": "^P[0-9]{3}$"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^[^/]"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""Written from GitLab's documentation of the report: no package carries a schema."""


@pytest.fixture
def broken(adopted: Path) -> Path:
    """The real plan with hostile words in a decision that quotes what is not there."""
    path = adopted / "comments/市投创中心/03.yaml"
    quoted = json.dumps(HOSTILE + "没有的话", ensure_ascii=False)
    text = path.read_text(encoding="utf-8").replace(
        "  edits:\n", f"  edits:\n    - delete: {quoted}\n", 1
    )
    path.write_text(text, encoding="utf-8")
    return adopted


def printed(folder: Path, run: Run, style: str) -> str:
    done = run(folder, "check", "--format", style)
    assert done.code == 1
    return done.out


def found(folder: Path, run: Run) -> list[dict[str, Any]]:
    loaded: list[dict[str, Any]] = json.loads(printed(folder, run, "json"))["findings"]
    return loaded


# --- GitHub -------------------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(error|warning|notice) ((?:\w+=[^,:\n]*)(?:,\w+=[^,:\n]*)*)::([^\n]*)")
"""The grammar of a workflow command."""


def annotations(text: str) -> list[tuple[str, dict[str, str], str]]:
    read = []
    for line in text.splitlines()[:-1]:
        match = COMMAND.fullmatch(line)
        assert match, line
        pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
        read.append(
            (match[1], {key: decoded(value) for key, value in pairs.items()}, decoded(match[3]))
        )
    return read


def decoded(text: str) -> str:
    for mark, code in ((",", "%2C"), (":", "%3A"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, mark)
    return text


def test_github_shows_the_worst_ten_of_a_kind(broken: Path, run: Run) -> None:
    read = annotations(printed(broken, run, "github"))
    kinds = [kind for kind, _, _ in read]
    assert kinds == sorted(kinds, key=["error", "warning", "notice"].index)
    assert kinds.count("warning") == 10
    words = next(said for _, given, said in read if given["title"] == "P301")
    assert HOSTILE.strip() in words


def test_github_gets_the_whole_list_as_job_summary(
    broken: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    assert re.search(r" \d+ more are not shown here$", printed(broken, run, "github"))
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert re.search(r" \d+ more are in the job summary$", printed(broken, run, "github"))
    lines = summary.read_text(encoding="utf-8").splitlines()
    assert sum(bool(re.match(r"\| \d+ \|", line)) for line in lines) == len(found(broken, run))


def test_a_long_summary_is_cut_at_a_line() -> None:
    from plancli.render.formats.md import bounded

    text = "一行文字\n" * 1000
    cut = bounded(text, 500)
    assert len(cut.encode()) <= 500
    assert "shortened here" in cut
    assert bounded(text, 10**6) == text


# --- GitLab, JUnit, SARIF, Markdown -------------------------------------------------------------------------


def test_gitlab_code_quality(broken: Path, run: Run) -> None:
    report = json.loads(printed(broken, run, "gitlab"))
    Draft202012Validator(CODE_QUALITY).validate(report)
    marks = [entry["fingerprint"] for entry in report]
    assert len(set(marks)) == len(marks) == len(found(broken, run))


def test_fingerprints_stay_when_lines_move(broken: Path, run: Run) -> None:
    before = {entry["fingerprint"] for entry in json.loads(printed(broken, run, "gitlab"))}
    for path in (broken / "comments").glob("*/*.yaml"):
        path.write_text("# 一行备忘\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert {entry["fingerprint"] for entry in json.loads(printed(broken, run, "gitlab"))} == before


def test_junit(broken: Path, run: Run) -> None:
    (suite,) = JUnitXml.fromstring(printed(broken, run, "junit").encode())
    errors = [finding for finding in found(broken, run) if finding["severity"] == "error"]
    failed = [round_ for round_ in suite if round_.result]
    assert suite.failures == len(failed) == len(errors)
    assert suite.tests == len(list(suite))
    assert {round_.result[0].type for round_ in failed} == {finding["code"] for finding in errors}
    assert "P421" in "".join(round_.system_out or "" for round_ in suite)


def test_junit_without_characters_that_xml_cannot_say() -> None:
    from plancli.core.check.rules.reading.contacts import CONTACT
    from plancli.core.finding import Finding
    from plancli.render.formats import Scope
    from plancli.render.formats.junit import written

    finding = Finding(CONTACT.code, {"words": "\x00\x1b[31m\ud800\ufffe"})
    (suite,) = JUnitXml.fromstring(written([finding], Scope("规划\x07", "", "")).encode())
    assert suite.failures == 1


def test_sarif(broken: Path, run: Run) -> None:
    log = Sarif.model_validate_json(printed(broken, run, "sarif"))
    (only,) = log.runs
    results, rules = only.results or [], only.tool.driver.rules or []
    assert len(results) == len(found(broken, run))
    for result in results:
        assert rules[result.rule_index or 0].id == result.rule_id
        place = (result.locations or [])[0].physical_location
        assert place is not None
        assert place.artifact_location is not None
        assert re.fullmatch(r"[\w/%.-]+", place.artifact_location.uri or "", re.ASCII)


def test_markdown(broken: Path, run: Run) -> None:
    text = printed(broken, run, "md")
    rows = [line for line in text.splitlines() if re.match(r"\| (\d+|—) \|", line)]
    assert len(rows) == len(found(broken, run))
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 6 for row in rows)
    assert "<script>" not in text.replace("\\<script>", "")


def test_every_format_speaks_chinese(
    broken: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    for style in ("github", "junit", "md"):
        assert "引用" in printed(broken, run, style), style
    for style in ("gitlab", "sarif"):
        assert "引用" in json.dumps(json.loads(printed(broken, run, style)), ensure_ascii=False), (
            style
        )


# --- everywhere ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("style", ["json", "github", "gitlab", "junit", "sarif", "md"])
def test_a_plan_that_cannot_be_read_is_a_finding_too(adopted: Path, run: Run, style: str) -> None:
    (adopted / "plan/plan.yaml").write_text("title: [\n", encoding="utf-8")
    text = printed(adopted, run, style)
    assert "P102" in text
    assert "plan.yaml" in text


def test_a_plan_in_a_subfolder(adopted: Path, run: Run) -> None:
    git(adopted.parent, "init", "-q")
    path = adopted / "comments/市医保局/01.yaml"
    text = path.read_text(encoding="utf-8").replace("status: 采纳", "status: 不采纳")
    path.write_text(text, encoding="utf-8")
    paths = {entry["location"]["path"] for entry in json.loads(printed(adopted, run, "gitlab"))}
    assert {path.split("/")[0] for path in paths} == {"adopted"}


def test_output_goes_to_a_file(broken: Path, run: Run) -> None:
    target = broken / "out/check.xml"
    done = run(broken, "check", "--format", "junit", "-o", str(target))
    assert (done.code, done.out) == (1, "")
    assert JUnitXml.fromstring(target.read_bytes())
