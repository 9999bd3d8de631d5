"""The files that `init --ci` writes: valid for their hosts, and their commands do what they say."""

import json
import os
import re
import shlex
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for
from ruamel.yaml import YAML

from tests.conftest import Run, git

FILES = {
    "github": ".github/workflows/plan.yml",
    "gitlab": ".gitlab-ci.yml",
    "gitee": ".workflow/plan.yml",
}
RUN = ["github", *(pytest.param(host, marks=pytest.mark.slow) for host in ("gitlab", "gitee"))]
"""Whose commands are started one by one, each a process; all files are read and judged for every host."""


def loaded(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def commands(host: str, path: Path) -> list[str]:
    """Return the shell lines of a CI file, without the installation."""
    found = loaded(path)
    match host:
        case "github":
            scripts = [step.get("run", "") for step in found["jobs"]["check"]["steps"]]
        case "gitlab":
            scripts = found["plan"]["before_script"] + found["plan"]["script"]
        case _:
            scripts = found["stages"][0]["steps"][0]["commands"]
    lines = [line for script in scripts for line in script.splitlines()]
    installing = [line for line in lines if INSTALLS.match(line)]
    assert any(line.endswith(" plancli") for line in installing)
    return [line for line in lines if line not in installing]


INSTALLS = re.compile(r"pip install |python3 -m pip install |uv |export PATH=")


@pytest.mark.parametrize("host", FILES)
def test_what_is_installed_can_be_named(tmp_path: Path, run: Run, host: str) -> None:
    """Before there is a release: a wheel in the repository, whatever it is called."""
    wheel = "工具/plancli 0.1.whl"
    done = run(tmp_path, "init", ".", "--ci", host, "--install", wheel)
    assert done.code == 0
    assert "--install" not in done.err
    text = (tmp_path / FILES[host]).read_text(encoding="utf-8")
    assert f"{shlex.quote(wheel)}\n" in text
    loaded(tmp_path / FILES[host])
    later = tmp_path / "later"
    assert "--install WHEEL" in run(tmp_path, "init", str(later), "--ci", host).err


def test_gitee_gets_a_python_that_the_host_has(tmp_path: Path, run: Run) -> None:
    run(tmp_path, "init", ".", "--ci", "gitee")
    step = loaded(tmp_path / FILES["gitee"])["stages"][0]["steps"][0]
    assert step["pythonVersion"] in ("2.7", "3.6", "3.7", "3.8", "3.9")
    assert any("uv venv --python 3.1" in line for line in step["commands"])


@pytest.mark.parametrize("host", FILES)
def test_only_on_request_and_also_later(tmp_path: Path, run: Run, host: str) -> None:
    fresh, later = tmp_path / "fresh", tmp_path / "later"
    assert run(tmp_path, "init", str(fresh), "--ci", host).code == 0
    assert run(tmp_path, "init", str(later)).code == 0
    assert [name for name in FILES.values() if (later / name).exists()] == []
    before = sorted(later.rglob("*"))
    assert run(tmp_path, "init", str(later), "--ci", host).code == 0
    assert (later / FILES[host]).read_bytes() == (fresh / FILES[host]).read_bytes()
    assert {path.name for path in later.rglob("*.y*ml")} - {p.name for p in before} == {
        Path(FILES[host]).name
    }
    assert "P008" in run(tmp_path, "init", str(later), "--ci", host).err


@pytest.mark.parametrize(
    ("host", "schema"), [("github", "github-workflows"), ("gitlab", "gitlab-ci")]
)
def test_the_file_fits_the_schema_of_its_host(
    tmp_path: Path, run: Run, host: str, schema: str
) -> None:
    run(tmp_path, "init", ".", "--ci", host)
    source = files("check_jsonschema") / f"builtin_schemas/vendor/{schema}.json"
    rules = json.loads(source.read_text(encoding="utf-8"))
    text = (tmp_path / FILES[host]).read_text(encoding="utf-8")
    value = YAML(typ="safe", pure=True).load(text)
    validator_for(rules)(rules).validate(value)


@pytest.mark.parametrize("host", RUN)
def test_in_a_subfolder_of_a_work_tree_the_file_stands_at_its_top(
    tmp_path: Path, run: Run, host: str
) -> None:
    git(tmp_path, "init", "-q")
    done = run(tmp_path, "init", "规划/智慧 城市", "--ci", host)
    assert f"written: {tmp_path / FILES[host]}\n" in done.err
    folder = tmp_path / "规划/智慧 城市"
    assert not (folder / FILES[host]).exists()
    lines = commands(host, tmp_path / FILES[host])
    assert [_code(tmp_path, line) for line in lines] == [0] * len(lines)
    assert (folder / "report/table.html").exists()
    kept = re.findall(
        r"^ *(?:path:|-|\w+:) (\S.*/report/.*)$", (tmp_path / FILES[host]).read_text("utf-8"), re.M
    )
    assert kept
    assert {str(Path(path).parts[:3]) for path in kept} == {str(("规划", "智慧 城市", "report"))}


def test_at_the_top_of_a_work_tree_all_is_as_outside(tmp_path: Path, run: Run) -> None:
    (tmp_path / "inside").mkdir()
    git(tmp_path / "inside", "init", "-q")
    for name in ("inside", "outside"):
        assert run(tmp_path, "init", name, "--ci", "gitlab").code == 0
    one, other = (
        (tmp_path / name / FILES["gitlab"]).read_bytes() for name in ("inside", "outside")
    )
    assert one == other
    assert b"{" not in one


def test_the_whole_history_is_there(tmp_path: Path, run: Run) -> None:
    run(tmp_path, "init", ".", "--ci", "github", "--ci", "gitlab")
    assert (
        loaded(tmp_path / FILES["github"])["jobs"]["check"]["steps"][0]["with"]["fetch-depth"] == 0
    )
    assert loaded(tmp_path / FILES["gitlab"])["plan"]["variables"]["GIT_DEPTH"] == 0


@pytest.mark.parametrize("host", RUN)
def test_the_commands_fail_a_plan_that_does_not_agree(tmp_path: Path, run: Run, host: str) -> None:
    run(tmp_path, "init", ".", "--ci", host)
    lines = commands(host, tmp_path / FILES[host])
    assert [_code(tmp_path, line) for line in lines] == [0] * len(lines)
    (tmp_path / "report/table.html").unlink()
    plan = tmp_path / "plan/第一章-目标.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("6个", "9个"), encoding="utf-8")
    codes = {line: _code(tmp_path, line) for line in lines}
    assert [line for line, code in codes.items() if code] == [
        line for line in lines if line.startswith("plancli check") and "||" not in line
    ]
    assert (tmp_path / "report/table.html").exists()
    assert (tmp_path / "report/audit.html").exists()


@pytest.mark.parametrize("host", RUN)
def test_the_evidence_is_kept_where_the_table_is_for_the_house_alone(
    tmp_path: Path, run: Run, host: str
) -> None:
    """`report` exits with 1 then, and a host runs the lines of a step only up to the first that fails."""
    run(tmp_path, "init", ".", "--ci", host)
    assert run(tmp_path, "revert", "镇民政办-01").code == 0
    whole = "\n".join(line for line in commands(host, tmp_path / FILES[host]) if "report/" in line)
    _code(tmp_path, f"set -e\n{whole}")
    assert (tmp_path / "report/table.html").exists()
    assert (tmp_path / "report/audit.html").exists()


@pytest.mark.parametrize("host", ["github", "gitlab"])
def test_a_pull_request_is_compared_with_its_base(
    tmp_path: Path, run: Run, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, "init", "origin", "--ci", host)
    plan = tmp_path / "origin/plan/plan.yaml"
    text = plan.read_text(encoding="utf-8")
    plan.write_text(f"{text}totals: {{comments: 3}}\n", encoding="utf-8")
    who = ("-c", "user.name=a", "-c", "user.email=a@b.example")
    git(tmp_path / "origin", "init", "-q", "-b", "main")
    git(tmp_path / "origin", "add", "-A")
    git(tmp_path / "origin", *who, "commit", "-qm", "base")
    git(tmp_path, "clone", "-q", "origin", "work")
    work = tmp_path / "work"
    (work / "plan/plan.yaml").write_text(text, encoding="utf-8")
    git(work, *who, "commit", "-qam", "less")
    script = "\n".join(
        line for line in commands(host, work / FILES[host]) if "BASE" in line or "report" in line
    )
    assert _code(work, f"set -e\n{script}") == 0
    monkeypatch.setenv("GITHUB_BASE_REF", "main")
    monkeypatch.setenv("CI_MERGE_REQUEST_DIFF_BASE_SHA", git(work, "rev-parse", "HEAD~1").strip())
    assert _code(work, f"set -e\n{script}") == 1


def _code(folder: Path, line: str) -> int:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["sh", "-c", line],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        check=False,
    )
    return done.returncode
