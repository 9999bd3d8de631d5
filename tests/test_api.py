"""What docs/API.md promises: its examples run, its names are there, typed, loaded when they are used."""

import ast
import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import plancli
from plancli import messages
from tests.conftest import ROOT, Run, plan_files

PAGE = (ROOT / "docs/API.md").read_text(encoding="utf-8")
PUBLIC = {name for name in dir(plancli) if name != "__version__"}


def test_the_examples_run(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(tmp_path, "init", "示例").code == 0
    before = plan_files(tmp_path / "示例")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"(?ms)^```python\n(.*?)^```", PAGE)
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "API.md", None, None)
    try:
        result = doctest.DocTestRunner().run(examples)
    finally:
        messages.activate("en")
    assert result.attempted > 25
    assert result.failed == 0, capsys.readouterr().out
    assert plan_files(tmp_path / "示例") == before


def test_every_function_is_on_the_page() -> None:
    functions = {name for name in PUBLIC if name.islower()}
    assert {
        name for name in functions if f"`{name}" not in PAGE and f"plancli.{name}" not in PAGE
    } == set()


def test_the_stub_says_what_is_there() -> None:
    stub = ast.parse((ROOT / "plancli/__init__.pyi").read_text(encoding="utf-8"))
    typed = {
        (f"{node.module}", alias.name)
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    homes = vars(plancli)["_HOMES"]
    assert typed == {(f"plancli.{home}", name) for home in homes for name in homes[home]}
    assert (ROOT / "plancli/py.typed").is_file()


@pytest.mark.parametrize("name", sorted(PUBLIC))
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    assert getattr(plancli, name).__doc__


def test_what_there_is_not_is_an_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_this_name"):
        getattr(plancli, "nothing_of_this_name")  # noqa: B009 (mypy knows that it is not there)


def test_importing_loads_no_module() -> None:
    script = "import plancli, sys; print([m for m in sys.modules if m.startswith('plancli.')])"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_the_values_need_no_disk(
    example: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = dict(plancli.open_repository(example).files)
    empty = tmp_path / "nothing"
    empty.mkdir()
    monkeypatch.chdir(empty)
    repository = plancli.open_repository(files)
    revision = plancli.revert(repository)
    assert revision.record == {}
    assert plancli.apply(repository.changed(plancli.revised_files(repository, revision))).record
    assert list(empty.iterdir()) == []


def test_names_that_stand_for_nothing_are_refused(example: Path) -> None:
    repository = plancli.open_repository(example)
    for wrong in (["镇民政办-9"], ["镇财政所-01"], []):
        with pytest.raises(plancli.PlanError):
            plancli.apply(repository, wrong)
        with pytest.raises(plancli.PlanError):
            plancli.revert(repository, wrong)
    with pytest.raises(plancli.PlanError):
        plancli.blame(repository, "第九章")
    with pytest.raises(plancli.PlanError):
        plancli.rows(repository, "没有的稿")


def test_save_writes_what_was_revised(example: Path) -> None:
    repository = plancli.open_repository(example)
    plancli.save(example, repository, plancli.revert(repository))
    assert plancli.open_repository(example).record.comments == {}
