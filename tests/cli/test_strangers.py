"""Whole commands on repositories in which a stranger decides every byte of the work tree."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plancli.cli.live import Live
from plancli.render.pages import templates
from tests.conftest import EDITOR, Run, git

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no links there")

READING = (("check",), ("report",), ("status",), ("conflicts",), ("audit",))


@pytest.fixture
def branch(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a git repository."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    git(example, "init", "-q", "-b", "main")
    git(example, "add", "-A")
    git(example, "commit", "-qm", "start")
    return example


def commit(folder: Path) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "a branch")


def linked_unit(folder: Path) -> str:
    (folder / "comments/镇财政所").rename(folder / "别处")
    (folder / "comments/镇财政所").symlink_to("../别处")
    return "comments/镇财政所"


def endless(folder: Path) -> str:
    (folder / "plan/附录.yaml").symlink_to("/dev/zero")
    return "plan/附录.yaml"


def environment(folder: Path) -> str:
    (folder / "templates").mkdir(exist_ok=True)
    (folder / "templates/环境.j2").symlink_to("/proc/self/environ")
    return "templates/环境.j2"


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("lay", [linked_unit, endless, environment])
def test_every_command_refuses_a_link_by_name(
    branch: Path, run: Run, words: tuple[str, ...], lay: Callable[[Path], str]
) -> None:
    name = lay(branch)
    done = run(branch, *words)
    assert done.code != 0
    assert name in done.out + done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("lay", [linked_unit, endless])
def test_the_live_page_says_what_is_no_file(branch: Path, lay: Callable[[Path], str]) -> None:
    name = lay(branch)
    page = Live(branch).page("/")
    assert page is not None
    assert name in page


def test_a_comparison_of_revisions_refuses_links(branch: Path, run: Run) -> None:
    (branch / "plan/第一章-目标.yaml").rename(branch / "目标")
    (branch / "plan/第一章-目标.yaml").symlink_to("../目标")
    commit(branch)
    git(branch, "checkout", "-q", "HEAD~1")  # what is compared is not what lies there
    done = run(branch, "diff", "HEAD..main")
    assert done.code != 0
    assert "P126" in done.out + done.err


def test_a_repository_that_a_branch_brings_below_its_top_is_none(
    branch: Path, run: Run, tmp_path: Path
) -> None:
    plan, ran = branch / "甲县", tmp_path / "ran"
    plan.mkdir()
    for name in ("plan", "comments"):
        (branch / name).rename(plan / name)
    commit(branch)
    for folder in ("objects", "refs"):
        (plan / folder).mkdir()
    (plan / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (plan / "config").write_text(
        f"[core]\nbare = false\nworktree = .\nfsmonitor = touch {ran}; false\n", encoding="utf-8"
    )
    done = run(plan, "apply", "--all", "--commit")
    assert done.code == 2
    assert not ran.exists()


@pytest.mark.parametrize("name", [b"plan/a\n::warning::b.yaml", b"plan/\xff.yaml"])
def test_a_name_in_a_revision_cannot_break_lines(branch: Path, run: Run, name: bytes) -> None:
    place = os.fsencode(branch) + b"/" + name
    Path(os.fsdecode(place)).write_text("key: x\n")
    commit(branch)
    git(branch, "checkout", "-q", "HEAD~1")  # what is compared is not what lies there
    done = run(branch, "diff", "HEAD..main")
    assert done.code != 0
    assert "P128" in done.out + done.err
    assert not any(line.startswith("::") for line in (done.out + done.err).splitlines())


@pytest.mark.parametrize(
    "words",
    [("report", "-o", "out/表.html"), ("site", "-o", "out"), ("schema", "-o", "out")],
    ids=lambda words: words[0],
)
def test_no_output_goes_through_a_folder_that_is_a_link(
    branch: Path, run: Run, words: tuple[str, ...]
) -> None:
    before = sorted(path.name for path in (branch / ".git").iterdir())
    (branch / "out").symlink_to(".git")
    done = run(branch, *words)
    assert done.code != 0
    assert "P126" in done.out + done.err
    assert sorted(path.name for path in (branch / ".git").iterdir()) == before


STEERING = "x\n::error::y\x1b[2J"


def test_the_name_of_a_plans_folder_begins_no_line(branch: Path, run: Run) -> None:
    folder = branch / STEERING
    (folder / "plan").mkdir(parents=True)
    (folder / "plan/plan.yaml").write_text("title: [\n")
    commit(branch)
    done = run(branch, "check", "--all")
    assert done.code != 0
    assert "::error::y" in done.out
    assert "\x1b" not in done.out
    assert not any(line.startswith("::") for line in done.out.splitlines())


def test_the_driver_shows_a_name_on_one_line(branch: Path, run: Run) -> None:
    for name, words in (("old", "key: a\n"), ("new", "key: b\n")):
        (branch / name).write_text(words)
    told = (f"plan/{STEERING}.yaml", "old", "0" * 40, "100644", "new", "1" * 40, "100644")
    done = run(branch, "git-diff", *told)
    assert "::error::y" in done.out
    assert "\x1b[2J" not in done.out
    assert not any(line.startswith("::") for line in done.out.splitlines())


def test_the_name_of_an_author_does_not_steer(
    branch: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = branch / "plan/第一章-目标.yaml"
    section.write_text(
        section.read_text(encoding="utf-8").replace("早餐", "早饭"), encoding="utf-8"
    )
    monkeypatch.setenv("GIT_AUTHOR_NAME", "过客\x1b]0;here\x07")
    commit(branch)
    done = run(branch, "check")
    assert "过客" in done.out
    assert "\x1b" not in done.out
    assert "\x07" not in done.out


ROSTERS = {
    "a separator": ("镇/财政所", "镇财政所"),
    "a blank at the edge": ('"镇财政所 "', "镇财政所"),
    "a device": ("NUL", "镇财政所"),
    "too long": ("财" * 90, "镇财政所"),
}


@pytest.mark.parametrize("name", ROSTERS)
def test_the_roster_says_which_unit_no_folder_can_be_called(
    branch: Path, run: Run, name: str
) -> None:
    written, before = ROSTERS[name]
    manifest = branch / "plan/plan.yaml"
    words = manifest.read_text(encoding="utf-8")
    manifest.write_text(words.replace(f"name: {before}", f"name: {written}"), encoding="utf-8")
    done = run(branch, "check")
    assert done.code == 1
    (line,) = [line for line in done.out.splitlines() if "P131" in line]
    assert line.startswith("plan/plan.yaml:")


def test_units_that_differ_by_case_alone_are_refused(branch: Path, run: Run) -> None:
    manifest = branch / "plan/plan.yaml"
    words = manifest.read_text(encoding="utf-8")
    twins = "units:\n  - name: ABC办\n  - name: abc办\n"
    manifest.write_text(words.replace("units:\n", twins, 1), encoding="utf-8")
    done = run(branch, "check")
    assert "P131" in done.out
    assert "abc办" in done.out


def test_files_that_another_computer_takes_for_one_are_refused(branch: Path, run: Run) -> None:
    for name in ("附录a.yaml", "附录A.yaml"):
        words = f"key: {name[:3]}\ntitle: 附录\n"
        (branch / "plan" / name).write_text(words, encoding="utf-8")
    done = run(branch, "check")
    assert done.out.count("P131") == 1


@pytest.mark.parametrize("key", ["id", "heading", "title"])
def test_a_line_break_in_a_name_begins_no_line_of_output(branch: Path, run: Run, key: str) -> None:
    section = branch / "plan/附录.yaml"
    words = {"id": '"x"', "heading": "甲", "title": "附录", key: '"甲\\n::warning::乙"'}
    section.write_text(
        f"key: 附录\ntitle: {words['title']}\nbody:\n"
        f"  - {{id: {words['id']}, heading: {words['heading']}, text: 文。}}\n",
        encoding="utf-8",
    )
    for command in READING:
        done = run(branch, *command)
        assert not any(
            line.lstrip().startswith("::") for line in (done.out + done.err).splitlines()
        )


@pytest.mark.parametrize("lay", [lambda path: path.symlink_to("/dev/zero"), os.mkfifo])
def test_the_language_of_the_plan_is_read_from_no_link(
    branch: Path, run: Run, lay: Callable[[Path], None]
) -> None:
    (branch / "plan/plan.yaml").unlink()
    lay(branch / "plan/plan.yaml")
    done = run(branch, "check")
    assert done.code != 0
    assert "Traceback" not in done.err


def test_many_mistakes_in_one_file_are_told_up_to_a_number(branch: Path, run: Run) -> None:
    words = "unit: 镇财政所\nopinion: 建议。\n" + "".join(f"kez{at}: 1\n" for at in range(3000))
    (branch / "comments/镇财政所/09.yaml").write_text(words, encoding="utf-8")
    done = run(branch, "check")
    assert done.code == 1
    assert done.out.count("P108") == 50
    assert "P130" in done.out


@pytest.mark.parametrize(
    "asked",
    [
        "manifest.parse_raw",
        "manifest['parse_file']",
        "review.cards[0].comment.model_validate_json",
        "(manifest|attr('parse_file'))",
        "([manifest]|map(attribute='parse_raw')|first)",
        "'{0.parse_file}'.format(manifest)",
        "asked.func",
        "namespace(of=manifest.units).of[0].parse_raw",
    ],
)
def test_a_template_has_nothing_of_the_libraries_behind_its_values(
    branch: Path, run: Run, asked: str
) -> None:
    (branch / "templates/site").mkdir(parents=True, exist_ok=True)
    (branch / "templates/site/page.html.j2").write_text(f"<body>{{{{ {asked} }}}}</body>")
    done = run(branch, "site", "-o", str(branch / "out"))
    assert done.code == 2
    assert "unsafe" in done.err


@pytest.mark.parametrize("own_first", [True, False])
def test_what_one_value_has_of_its_own_is_not_told_of_the_next(own_first: bool) -> None:
    sandbox = templates._environment("page.html", Path())
    made: Any = type("Made", (), {"__module__": "library.values", "words": "behind it"})
    own, bare = made(), made()
    own.words = "its own"
    for value in (own, bare) if own_first else (bare, own):
        told = sandbox.is_safe_attribute(value, "words", value.words)
        assert told is (value is own)
    assert not sandbox.is_safe_attribute(made, "words", made.words)
    assert not sandbox.is_safe_attribute(own, "__dict__", {})


def test_a_template_cannot_run_what_is_in_a_text(branch: Path, run: Run, tmp_path: Path) -> None:
    ran = tmp_path / "ran"
    packed = f"cbuiltins\\nopen\\n(S'{ran}'\\nS'w'\\ntR."
    (branch / "templates/site").mkdir(parents=True, exist_ok=True)
    (branch / "templates/site/page.html.j2").write_text(
        f'{{{{ manifest.parse_raw("{packed}", proto="pickle", allow_pickle=True) }}}}'
    )
    assert run(branch, "site", "-o", str(branch / "out")).code == 2
    assert not ran.exists()


@pytest.mark.parametrize("turning", ["\u202e", "\u2067"])
def test_no_name_turns_what_a_terminal_shows(branch: Path, run: Run, turning: str) -> None:
    manifest = branch / "plan/plan.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8").replace("镇文化站", f"镇{turning}文化站"),
        encoding="utf-8",
    )
    for words in (("check",), ("check", "--format", "github"), ("status",)):
        done = run(branch, *words)
        assert turning not in done.out + done.err
        # nobody can be called so, and the refusal shows where the mark stands
        assert f"the name 镇⟨U+{ord(turning):04X}⟩文化站" in done.out + done.err
