"""What the shell completes, asked as bash, zsh and fish ask."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from plancli.__main__ import main
from tests.conftest import ROOT, Done, Run

BIN = Path(sys.executable).parent


def asked(folder: Path, **environ: str) -> Done:
    """Start plancli as a shell does that asks what could stand next."""
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        [BIN / "plancli"],
        cwd=folder,
        env={**os.environ, "PATH": path, **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return Done(done.returncode, done.stdout, done.stderr)


Offered = Callable[[Path, str], list[str]]


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Offered:
    """What bash is offered behind a line; a blank at its end begins a new word."""

    def offered(folder: Path, line: str) -> list[str]:
        words = line.split(" ")
        with monkeypatch.context() as asking:
            asking.chdir(folder)
            asking.setenv("COMP_WORDS", "\n".join(words))
            asking.setenv("COMP_CWORD", str(len(words) - 1))
            asking.setenv("_PLANCLI_COMPLETE", "complete_bash")
            with pytest.raises(SystemExit) as ended:
                main([])
        out, err = capsys.readouterr()
        assert (ended.value.code, err) == (0, "")
        return out.split()

    return offered


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plancli re", ["revert", "renumber", "report", "reply", "rebase"]),
        ("plancli show 镇民", ["镇民政办-01"]),
        ("plancli show 第一", ["第一章", "第一章.1"]),
        ("plancli blame 第二章/专", ["第二章/专栏1"]),
        ("plancli apply 镇财", ["镇财政所", "镇财政所-01", "镇财政所-02"]),
        ("plancli apply 镇财政所-01 镇民", ["镇民政办", "镇民政办-01"]),
        ("plancli decide 镇财政所-02 --into 镇民", ["镇民政办-01"]),
        ("plancli decide 镇财政所-02 --status 部", ["部分采纳"]),
        ("plancli decide --unit 镇民", ["镇民政办"]),
        ("plancli diff 征求意见稿..", ["征求意见稿..征求意见稿"]),
        ("plancli report --draft ", ["征求意见稿"]),
        ("plancli report --preset st", ["standard"]),
        ("plancli new --unit 镇文", ["镇文化站"]),
        ("plancli reply 镇民", ["镇民政办"]),
        ("plancli explain P50", [f"P50{last}" for last in range(1, 10)]),
        ("plancli schema sec", ["section"]),
        ("plancli check --a", ["--all", "--anew"]),
        ("plancli show 没有", []),
        ("plancli nothing 镇", []),
    ],
)
def test_bash_is_offered(example: Path, offered: Offered, line: str, expected: list[str]) -> None:
    assert offered(example, line) == expected


def test_the_tables_of_the_plan_come_first(example: Path, offered: Offered) -> None:
    manifest = example / "plan/plan.yaml"
    own = "tables:\n  stand:\n    heads: [{value: unit, label: 单位}]\n"
    manifest.write_text(manifest.read_text(encoding="utf-8") + own, encoding="utf-8")
    assert offered(example, "plancli report --preset st") == ["stand", "standard"]


def test_the_points_of_a_compound_comment_are_offered_behind_its_id(
    example: Path, offered: Offered
) -> None:
    (example / "comments/镇财政所/03.yaml").write_text(
        "unit: 镇财政所\nopinion: 两点。\nitems:\n  - opinion: 一。\n  - opinion: 二。\n",
        encoding="utf-8",
    )
    assert offered(example, "plancli decide 镇财政所-03") == [
        "镇财政所-03",
        "镇财政所-03.1",
        "镇财政所-03.2",
    ]


def test_another_folder_is_the_one_that_counts(
    example: Path, tmp_path: Path, offered: Offered
) -> None:
    assert offered(tmp_path, f"plancli -C {example} show 镇民") == ["镇民政办-01"]


@pytest.mark.parametrize(
    "line",
    ["plancli show 镇", "plancli apply ", "plancli report --draft ", "plancli new --unit "],
)
def test_without_a_plan_nothing_is_offered_and_nothing_said(
    tmp_path: Path, offered: Offered, line: str
) -> None:
    assert offered(tmp_path, line) == []


@pytest.mark.parametrize(
    "broken",
    [
        "units: [\n",
        "units: 镇财政所\ndrafts: 稿\ntables: 表\n",
        "units:\n  - kind: 单位\ndrafts:\n  - 稿\n",
        "- 一\n",
        "<<<<<<< HEAD\n",
    ],
)
def test_a_plan_that_cannot_be_read_offers_nothing_and_says_nothing(
    example: Path, offered: Offered, broken: str
) -> None:
    (example / "plan/plan.yaml").write_text(broken, encoding="utf-8")
    for line in ("plancli report --draft 征", "plancli new --unit 镇文", "plancli diff "):
        assert offered(example, line) == []
    assert offered(example, "plancli show 镇民") == ["镇民政办-01"]  # a file that is there


def test_a_section_that_cannot_be_read_hides_no_other(example: Path, offered: Offered) -> None:
    (example / "plan/坏.yaml").write_text("key: [\n", encoding="utf-8")
    assert offered(example, "plancli show 第一章.") == ["第一章.1"]


def test_zsh_and_fish_are_told_what_the_commands_do(example: Path) -> None:
    zsh = asked(
        example,
        _TYPER_COMPLETE_ARGS="plancli stat",
        _PLANCLI_COMPLETE="complete_zsh",
        PLANCLI_LANG="zh",
    )
    assert zsh.out == '_arguments \'*: :(("status":"概况：等待决定的、已决定的、已进文本的。"))\'\n'
    fish = asked(
        example,
        _TYPER_COMPLETE_ARGS="plancli decide 镇民",
        _TYPER_COMPLETE_FISH_ACTION="get-args",
        _PLANCLI_COMPLETE="complete_fish",
    )
    assert (fish.out, fish.err) == ("镇民政办\n镇民政办-01\n", "")


SHELL = """
source <(plancli --show-completion)
COMP_WORDS=(plancli show 镇财政所-0) COMP_CWORD=2
"$(complete -p plancli | sed 's/.*-F \\([^ ]*\\).*/\\1/')" plancli
printf '%s\\n' "${COMPREPLY[@]}"
"""


def test_bash_itself_completes(example: Path) -> None:
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "--norc", "-c", SHELL],
        cwd=example,
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout.split(), done.stderr) == (["镇财政所-01", "镇财政所-02"], "")


@pytest.mark.parametrize(
    ("shell", "file"),
    [
        ("bash", ".bash_completions/plancli.sh"),
        ("zsh", ".zfunc/_plancli"),
        ("fish", ".config/fish/completions/plancli.fish"),
    ],
)
def test_completion_is_installed_once(tmp_path: Path, shell: str, file: str) -> None:
    """The shell is named here; at a prompt it is the one that asks."""
    named = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1", "HOME": str(tmp_path)}
    for _ in range(2):
        subprocess.run(
            [BIN / "plancli", "--install-completion", shell],
            cwd=tmp_path,
            env={**os.environ, **named},
            capture_output=True,
            check=True,
        )
    assert "_PLANCLI_COMPLETE" in (tmp_path / file).read_text()
    if shell == "bash":
        assert (tmp_path / ".bashrc").read_text().count("plancli") == 1


# --- the overview -----------------------------------------------------------------------------------------


def test_the_overview_shows_the_commands_in_groups(run: Run) -> None:
    shown = run(ROOT, "--help").out
    heads = ["Daily work:", "Merging:", "Publishing:", "Drafts and rounds:", "Tools:", "Options:"]
    places = [shown.index(f"\n\n{head}\n") for head in heads]
    assert places == sorted(places)
    assert places[0] < shown.index("  check ") < places[1] < shown.index("  apply ") < places[2]
    assert "--install-completion" in shown
