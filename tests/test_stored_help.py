"""The stored help: what the parser prints, told without it, and never after a source has changed."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from plancli import stored_help, stored_patterns, stored_words
from plancli.cli.overview import COMMANDS, FOR_GIT
from plancli.language import languages
from tests.conftest import ROOT

LANGUAGES = ["en", *languages()]
ASKED = [
    [],
    ["-h"],
    ["--help"],
    *([*command.split(), "--help"] for command in (*COMMANDS, *FOR_GIT)),
]

TWICE = """
import io, json, sys
from contextlib import redirect_stdout
from plancli import stored_help
from plancli.__main__ import main

said = []
for stored_help.STORE in ("nowhere", sys.argv[1]):
    for words in json.loads(sys.argv[2]):
        with redirect_stdout(io.StringIO()) as printed:
            assert main(words) == 0
        said.append(printed.getvalue())
sys.stdout.buffer.write(json.dumps(said).encode())
"""
"""Asks for help where nothing is stored, then where it is."""

IMPORTED = """
import os, sys  # every Python starts with them
before = set(sys.modules)
from plancli import stored_help
from plancli.__main__ import main

stored_help.STORE = sys.argv[1]
code = main(sys.argv[2:])
print(*sorted(set(sys.modules) - before), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def store(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The help of the code as it is, as a wheel brings it: without the list of its sources."""
    folder = tmp_path_factory.mktemp("store") / "help"
    ignored = shutil.ignore_patterns(stored_help.SOURCES)
    return Path(shutil.copytree(built / "plancli/help", folder, ignore=ignored))


def python(
    *words: str, environ: dict[str, str] | None = None, cwd: Path = ROOT
) -> "subprocess.CompletedProcess[bytes]":
    return subprocess.run(
        [sys.executable, *words],
        cwd=cwd,
        capture_output=True,
        check=True,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | (environ or {}),
    )


@pytest.mark.parametrize("columns", ["80", pytest.param("200", marks=pytest.mark.slow)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_stored_is_what_the_parser_prints(store: Path, language: str, columns: str) -> None:
    environ = {"PLANCLI_LANG": language, "COLUMNS": columns}
    said = json.loads(python("-c", TWICE, str(store), json.dumps(ASKED), environ=environ).stdout)
    real, stored = said[: len(ASKED)], said[len(ASKED) :]
    assert stored == real
    assert len(set(real)) == len(ASKED) - 2  # the help of the program is asked for in three ways


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("words", ASKED)
def test_every_help_is_stored(
    store: Path, words: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_help, "STORE", str(store))
    assert stored_help.stored_help(words, {"COLUMNS": "80"}, language)


@pytest.mark.parametrize("words", [[], ["--help"], ["check", "--help"], ["git-diff", "--help"]])
@pytest.mark.parametrize("said", [{"PLANCLI_LANG": "zh"}, {"PLANCLI_LANG": "", "LANG": "C"}])
def test_it_is_told_by_almost_nothing(store: Path, words: list[str], said: dict[str, str]) -> None:
    """-S: what this installation of Python imports by itself is not plancli's."""
    told = python("-S", "-c", IMPORTED, str(store), *words, environ=said).stderr.decode().split()
    own = {name for name in told if name.partition(".")[0] == "plancli"}
    entry = {"plancli", "plancli.__main__", "plancli.language", "plancli.stored_help"}
    plan_is_looked_for = set() if said["PLANCLI_LANG"] else {"plancli.store", "plancli.store.plain"}
    assert own == entry | plan_is_looked_for
    assert {name for name in set(told) - own if not name.startswith("encodings")} <= {"gc", "errno"}


@pytest.mark.parametrize(
    ("words", "environ"),
    [
        (["check"], {}),
        (["check", "-h"], {}),
        (["check", "--help", "--json"], {}),
        (["--json", "check", "--help"], {}),
        (["--help", "check"], {}),
        (["Check", "--help"], {}),
        (["", "--help"], {}),
        (["../zh/plancli-check", "--help"], {}),
        (["nowhere", "--help"], {}),
        (["check", "--help"], {"COLUMNS": "79"}),
        (["check", "--help"], {"_PLANCLI_COMPLETE": "complete_bash"}),
    ],
)
def test_all_else_is_left_to_the_parser(
    store: Path, words: list[str], environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_help, "STORE", str(store))
    assert stored_help.stored_help(words, {"COLUMNS": "80"} | environ, "en") is None


def test_a_language_that_is_not_stored_is_left_to_the_parser(
    store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored_help, "STORE", str(store))
    assert stored_help.stored_help(["--help"], {}, "bo") is None


@pytest.mark.parametrize("said", [None, "", "wide", "0", "-7", "79", "80", "132"])
def test_the_terminal_is_as_wide_as_the_parser_takes_it(
    said: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS")
    if said is not None:
        monkeypatch.setenv("COLUMNS", said)
    assert stored_help.columns(os.environ) == shutil.get_terminal_size().columns
    for seen in (os.terminal_size((63, 20)), os.terminal_size((0, 0))):
        monkeypatch.setattr("os.get_terminal_size", lambda *_, seen=seen: seen)
        monkeypatch.setattr("sys.__stdout__", sys.__stderr__)
        assert stored_help.columns(os.environ) == shutil.get_terminal_size().columns
    monkeypatch.setattr("sys.__stdout__", None)
    assert stored_help.columns(os.environ) == shutil.get_terminal_size().columns


# --- a checkout, and what is built from it -----------------------------------------------------------------


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what a build needs, from which a wheel was built; what is stored lies beside the sources."""
    folder = tmp_path_factory.mktemp("built") / "plancli"
    folder.mkdir()
    for name in (
        "pyproject.toml",
        "hatch_build.py",
        "README.md",
        "LICENSE",
        "LICENSE.jieba",
        ".gitignore",
    ):
        shutil.copy(ROOT / name, folder)
    ignored = shutil.ignore_patterns("__pycache__", "help", "patterns", "dictionary")
    shutil.copytree(ROOT / "plancli", folder / "plancli", ignore=ignored)
    # what is compiled lies elsewhere: the sources stay by themselves, and are compiled once for all steps
    compiled = {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled"),
    }
    python("-m", "hatchling", "build", "-t", "wheel", "-d", "..", cwd=folder, environ=compiled)
    return folder


BESIDE = {"PYTHONPYCACHEPREFIX": ""}
"""What Python compiles lies beside the sources, whatever the machine is set to."""


@pytest.fixture(scope="module")
def compiled(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after Python has compiled the sources, as it does when it first imports them."""
    folder = Path(shutil.copytree(built, tmp_path_factory.mktemp("compiled") / "plancli"))
    python("-m", "compileall", "-q", "plancli", cwd=folder, environ=BESIDE)
    return folder


def shown(folder: Path, *words: str) -> tuple[str, bool]:
    """Return what is said in Chinese below a folder with plancli, and whether the parser was loaded."""
    store = str(folder / "plancli/help")
    environ = {"PYTHONPATH": str(folder), "PLANCLI_LANG": "zh", "COLUMNS": "80"} | BESIDE
    done = python("-c", IMPORTED, store, *words, environ=environ, cwd=folder)
    return done.stdout.decode(), "typer" in done.stderr.decode().split()


def _new_words(folder: Path) -> None:
    path = folder / "plancli/cli/commands/report.py"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('EXAMPLE = "', 'EXAMPLE = "新例 '), encoding="utf-8")


def _new_default(folder: Path) -> None:
    """As many bytes as before."""
    path = folder / "plancli/cli/commands/report.py"
    path.write_bytes(path.read_bytes().replace(b'"--summary"', b'"--summery"'))


def _new_format(folder: Path) -> None:
    source = (
        'from plancli.cli.formats import FileFormat\n\nFORMAT = FileFormat("tsv", table=print)\n'
    )
    (folder / "plancli/cli/formats/tsv.py").write_text(source, encoding="utf-8")


def _new_translation(folder: Path) -> None:
    path = folder / "plancli/locale/zh/LC_MESSAGES/plancli.mo"
    path.write_bytes(path.read_bytes().replace("显示本帮助。".encode(), "帮助显示本。".encode()))


def _taken_away(folder: Path) -> None:
    (folder / "plancli/help/zh/plancli-report.txt").unlink()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (_new_words, "新例"),
        (_new_default, "--summery"),
        (_new_format, "tsv"),
        (_new_translation, "帮助显示本。"),
        (_taken_away, "显示本帮助。"),
    ],
)
def test_help_is_not_told_from_a_store_that_is_older_than_its_sources(
    compiled: Path, tmp_path: Path, change: Callable[[Path], None], words: str
) -> None:
    folder = shutil.copytree(compiled, tmp_path / "changed")  # files and folders keep their times
    before, parsed = shown(folder, "report", "--help")
    assert not parsed
    change(folder)
    after, parsed = shown(folder, "report", "--help")
    assert parsed
    assert words in after
    assert words not in before or change is _taken_away


def test_help_stays_stored_when_python_compiles_the_sources(compiled: Path) -> None:
    assert [*compiled.glob("plancli/**/*.pyc")]
    _text, parsed = shown(compiled, "report", "--help")
    assert not parsed


def test_a_wheel_brings_what_is_stored_and_no_list_of_sources(built: Path, tmp_path: Path) -> None:
    (file,) = built.parent.glob("*.whl")
    with zipfile.ZipFile(file) as wheel:
        wheel.extractall(tmp_path / "installed")
    brought = {
        path.relative_to(tmp_path / "installed/plancli/help").as_posix()
        for path in (tmp_path / "installed/plancli/help").rglob("*.*")
    }
    files = map(stored_help.file_of, ("", *COMMANDS, *FOR_GIT))
    assert brought == {f"{language}/{file}" for file in files for language in LANGUAGES}
    assert not (tmp_path / "installed/plancli/help/zh/sources").exists()
    assert (tmp_path / "installed/plancli/patterns" / Path(stored_patterns.STORE).name).exists()
    dictionary = tmp_path / "installed/plancli/dictionary/words.bin"
    assert stored_words.opened(str(dictionary)) is not None
    (licence,) = (tmp_path / "installed").glob("*.dist-info/licenses/LICENSE.jieba")
    assert "Sun Junyi" in licence.read_text(encoding="utf-8")
    for words in (["--help"], ["report", "--help"]):
        text, parsed = shown(tmp_path / "installed", *words)
        assert not parsed
        assert "显示本帮助" in text


def test_what_is_stored_is_not_in_git() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"plancli/help/", "plancli/patterns/", "plancli/dictionary/"} <= set(ignored)
