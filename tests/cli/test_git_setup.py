"""What git-setup puts into a repository, and what git diff, git log and git show then say."""

import os
import pty
import re
import shlex
import signal
import subprocess
from pathlib import Path

import pytest

from plancli.git.attributes import with_block, without_block
from tests.conftest import Run, git

HEALTH = "plan/第四章/19-医疗健康工程.yaml"
CHANGE = "推广普及[-电子-]医保{+电子+}凭证"
REVERSED = "推广普及\x1b[7m电子\x1b[27m医保凭证"


def in_terminal(folder: Path, *words: str, **environ: str) -> str:
    """Return what git writes to a terminal."""
    ours, its = pty.openpty()
    known = {
        key: value for key, value in os.environ.items() if key not in ("GIT_PAGER", "NO_COLOR")
    }
    environ = {**known, "TERM": "xterm", "PAGER": "cat", **environ}
    with subprocess.Popen(
        ["git", *words], cwd=folder, stdout=its, stderr=its, env=environ
    ) as process:
        os.close(its)
        said = b""
        while chunk := _read(ours):
            said += chunk
    assert process.returncode in (0, -signal.SIGPIPE)  # the latter where the pager was left
    return said.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""


# --- the settings ------------------------------------------------------------------------------------------


def test_it_sets_up_once_and_takes_out_exactly_what_it_put_in(committed: Path, run: Run) -> None:
    config, attributes = committed / ".git/config", committed / ".gitattributes"
    attributes.write_bytes(b"*.docx binary")
    before = config.read_bytes()
    done = run(committed, "git-setup")
    assert done.code == 0
    assert "set: merge.plancli.driver" in done.err
    assert git(committed, "config", "core.quotepath").strip() == "false"
    assert (
        git(committed, "config", "merge.plancli.driver")
        .strip()
        .endswith("git-merge %O %A %B %P %L")
    )
    after = config.read_bytes(), attributes.read_bytes()
    assert run(committed, "git-setup").err == "nothing to do\n"
    assert (config.read_bytes(), attributes.read_bytes()) == after
    assert run(committed, "git-setup", "--remove").code == 0
    assert (config.read_bytes(), attributes.read_bytes()) == (before, b"*.docx binary")
    assert run(committed, "git-setup", "--remove").err == "nothing to do\n"


def test_a_file_that_held_nothing_else_goes(committed: Path, run: Run) -> None:
    assert run(committed, "git-setup").code == 0
    assert run(committed, "git-setup", "--remove").code == 0
    assert not (committed / ".gitattributes").exists()


def test_settings_of_the_users_own_stay(committed: Path, run: Run) -> None:
    git(committed, "config", "pager.log", "delta")
    git(committed, "config", "core.quotepath", "false")
    done = run(committed, "git-setup")
    assert "pager.log is yours and stays: delta" in done.err
    assert run(committed, "git-setup", "--remove").code == 0
    assert git(committed, "config", "pager.log") == "delta\n"
    assert git(committed, "config", "core.quotepath") == "false\n"
    assert git(committed, "config", "--local", "--get", "pager.show", check=False) == ""


def test_what_the_user_sets_later_is_his_own(committed: Path, run: Run) -> None:
    assert run(committed, "git-setup").code == 0
    git(committed, "config", "core.quotepath", "true")
    git(committed, "config", "pager.log", "LESS=-R plancli git-pager")
    done = run(committed, "git-setup")
    assert "core.quotepath is yours and stays: true" in done.err
    assert "pager.log is yours and stays: LESS=-R plancli git-pager" in done.err
    git(committed, "config", "core.quotepath", "false")  # still his own
    assert run(committed, "git-setup", "--remove").code == 0
    assert git(committed, "config", "--local", "core.quotepath") == "false\n"
    assert git(committed, "config", "pager.log") == "LESS=-R plancli git-pager\n"
    assert "plancli" not in git(committed, "config", "--list", "--local", "--name-only")


def test_remove_leaves_what_the_user_set_since(committed: Path, run: Run) -> None:
    assert run(committed, "git-setup").code == 0
    git(committed, "config", "core.quotepath", "true")
    git(
        committed, "config", "pager.show", "'/old place/python' -m plancli git-pager"
    )  # ours, moved since
    assert run(committed, "git-setup", "--remove").code == 0
    assert git(committed, "config", "core.quotepath") == "true\n"
    assert git(committed, "config", "--list", "--local", "--name-only").count("pager.") == 0


def test_nothing_is_left_where_every_setting_was_the_users_own(committed: Path, run: Run) -> None:
    own = {"core.quotepath": "true", "pager.log": "delta", "pager.show": "delta"}
    for key, value in own.items():
        git(committed, "config", key, value)
    before = (committed / ".git/config").read_bytes()
    assert run(committed, "git-setup").code == 0
    assert run(committed, "git-setup", "--remove").code == 0
    assert (committed / ".git/config").read_bytes() == before


@pytest.mark.parametrize(
    ("path", "diff", "merge"),
    [
        (HEALTH, "plancli", "plancli"),
        ("plan/第五章-保障措施.yaml", "plancli", "plancli"),
        ("plan/applied.yaml", "plancli", "plancli"),
        ("plan/plan.yaml", "plancli", "set"),
        ("plan/drafts/征求意见稿.yaml", "plancli", "set"),
        ("comments/市医保局/01.yaml", "plancli", "plancli"),
        ("templates/README.md", "unspecified", "unspecified"),
    ],
)
def test_which_files_git_asks_plancli_about(ready: Path, path: str, diff: str, merge: str) -> None:
    said = git(ready, "check-attr", "-z", "diff", "merge", "--", path).split("\0")
    assert said[2::3] == [diff, merge]


def test_for_all_repositories_of_a_user(
    committed: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / ".config"))
    (home / ".gitconfig").write_text("[user]\n\tname = 编辑\n", encoding="utf-8")
    before = (home / ".gitconfig").read_bytes()
    assert run(tmp_path, "git-setup", "--global").code == 0
    assert (home / ".config/git/attributes").exists()
    assert run(committed, "apply", "市医保局-01").code == 0
    assert CHANGE in git(committed, "diff")
    assert run(tmp_path, "git-setup", "--global", "--remove").code == 0
    assert (home / ".gitconfig").read_bytes() == before
    assert not (home / ".config/git/attributes").exists()


def test_the_users_own_lines_have_the_last_word() -> None:
    once = with_block(b"*.yaml -diff\n", b"*.yaml diff=plancli\n")
    assert once.index(b"diff=plancli") < once.index(b"-diff")
    assert with_block(once, b"*.yaml diff=plancli\n") == once
    assert without_block(once) == b"*.yaml -diff\n"


def test_a_file_with_windows_line_ends_has_one_block_that_goes_again(
    committed: Path, run: Run
) -> None:
    attributes = committed / ".gitattributes"
    attributes.write_bytes(b"*.docx binary\n")
    assert run(committed, "git-setup").code == 0
    attributes.write_bytes(before := attributes.read_bytes().replace(b"\n", b"\r\n"))
    assert run(committed, "git-setup").err == "nothing to do\n"
    assert attributes.read_bytes() == before
    assert run(committed, "git-setup", "--remove").code == 0
    assert attributes.read_bytes() == b"*.docx binary\r\n"


def test_every_block_is_taken_out_and_nothing_between_two_of_them() -> None:
    block = with_block(b"", b"*.yaml diff=plancli\n")
    torn = block.partition(b"*.yaml")[0]
    for other in (block.replace(b"\n", b"\r\n"), block.rstrip(b"\n")):
        assert (
            without_block(b"*.a -diff\n" + block + b"*.b -diff\n" + other)
            == b"*.a -diff\n*.b -diff\n"
        )
    assert without_block(torn + b"*.a -diff\n" + block) == torn + b"*.a -diff\n"


# --- git diff ----------------------------------------------------------------------------------------------


def test_git_diff_shows_the_wording(ready: Path, run: Run) -> None:
    assert run(ready, "apply", "市医保局-01").code == 0
    said = git(ready, "diff", "--", HEALTH)
    assert said.splitlines()[:3] == [
        f"diff --plancli a/{HEALTH} b/{HEALTH}",
        "第四章/19 医疗健康工程",
        "  19.1",
    ]
    assert f"{CHANGE},探索" in said
    assert "@@" not in said
    record = git(ready, "diff", "--", "plan/applied.yaml")
    assert "+      - delete: 、线上购药\n" in record


def test_what_is_no_wording_is_shown_as_a_patch_with_marks(ready: Path) -> None:
    file = ready / HEALTH
    text = file.read_text(encoding="utf-8")
    text = text.replace("title: 医疗健康工程", "title: 医疗卫生工程").replace(
        "电子医保", "医保电子"
    )
    file.write_text(text, encoding="utf-8")
    said = git(ready, "diff")
    assert CHANGE in said
    assert "  title [-医疗健康-]{+医疗卫生+}工程\n" in said
    assert "title:" not in said
    assert said.count("推广普及") == 1


def test_files_that_come_go_and_move(ready: Path) -> None:
    old, new = "plan/第四章/17-智慧交通工程.yaml", "plan/第四章/17-交通.yaml"
    git(ready, "mv", old, new)
    (ready / new).chmod(0o755)
    (ready / "plan/新章.yaml").write_text(
        'key: 第六章\ntitle: 新章\nbody: [{id: "6.1", text: 新话。}]\n', "utf-8"
    )
    git(ready, "rm", "-q", "--", HEALTH)
    git(ready, "add", "-A")
    said = git(ready, "diff", "-M", "HEAD")
    assert f"rename from {old}\nrename to {new}\n" in said
    assert "old mode 100644\nnew mode 100755\n" in said
    assert "new file mode 100644\n第六章 新章\n  6.1 (new)\n    {+新话。+}\n" in said
    assert "deleted file mode 100644\n第四章/19 医疗健康工程\n  19.1 (removed)\n" in said


@pytest.mark.parametrize("content", [b"key: [\n", b"\xff\xfe\n", b""])
def test_git_diff_never_fails(ready: Path, content: bytes) -> None:
    (ready / HEALTH).write_bytes(content)
    said = git(ready, "diff")
    assert "-title: 医疗健康工程\n" in said or "19.1 (removed)" in said


def test_git_diff_in_a_terminal_is_coloured(ready: Path, run: Run) -> None:
    assert run(ready, "apply", "市医保局-01").code == 0
    said = in_terminal(ready, "diff", "--", HEALTH)
    assert "推广普及\x1b[9;31m电子\x1b[0m医保\x1b[1;32m电子\x1b[0m凭证" in said
    assert CHANGE in in_terminal(ready, "-c", "color.ui=never", "diff", "--", HEALTH)


def test_word_diff_of_git_itself_takes_characters_and_whole_numbers(ready: Path) -> None:
    file = ready / "plan/第五章-保障措施.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: 保障措施", "title: 保障措施2万项5G"), encoding="utf-8")
    git(ready, "commit", "-qam", "一")
    file.write_text(text.replace("title: 保障措施", "title: 保护措施2.5万项6G"), encoding="utf-8")
    said = git(ready, "diff", "--no-ext-diff", "--word-diff")
    assert "title: 保[-障措施2万项5G-]{+护措施2.5万项6G+}" not in said
    assert "title: 保[-障-]{+护+}措施[-2-]{+2.5+}万项[-5-]{+6+}G" in said


def test_a_reader_that_has_seen_enough_ends_git_diff_quietly(ready: Path, run: Run) -> None:
    several_files = ("市医保局-01", "市城管局-01", "市公安局-01")
    assert run(ready, "apply", *several_files).code == 0
    for words in ([], ["--", "plan/applied.yaml"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run(
            ["git", "diff", *words], cwd=ready, stdout=writer, stderr=subprocess.PIPE, check=False
        )
        os.close(writer)
        assert (done.returncode, done.stderr) == (0, b"")


# --- git log and git show ----------------------------------------------------------------------------------


@pytest.mark.parametrize("words", [["log", "-1", "-p"], ["show"]])
def test_patches_of_the_log_are_marked_in_a_terminal(
    ready: Path, run: Run, words: list[str]
) -> None:
    assert run(ready, "apply", "市医保局-01", "--commit").code == 0
    said = in_terminal(ready, *words)
    assert REVERSED in said
    if words == ["show"]:
        assert CHANGE in git(ready, *words, "--ext-diff")
        return
    plain = in_terminal(ready, "-c", f"pager.{words[0]}=cat", *words)
    assert re.sub(r"\x1b\[[\d;]*m", "", said) == re.sub(r"\x1b\[[\d;]*m", "", plain)


def test_the_log_goes_to_the_users_own_pager(ready: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    said = in_terminal(ready, "log", PAGER=f"tee {shlex.quote(str(seen))}")
    assert "征求意见稿" in seen.read_text(encoding="utf-8")
    assert said.count("征求意见稿") == 1


def test_a_pager_that_is_left_early_ends_the_log_quietly(ready: Path) -> None:
    said = in_terminal(ready, "log", "-p", PAGER="head -n 1")
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_what_git_calls_is_not_in_the_overview_but_has_help(run: Run, tmp_path: Path) -> None:
    overview = run(tmp_path, "--help").out
    assert "git-setup" in overview
    for name in ("git-diff", "git-merge", "git-pager"):
        assert name not in overview
        assert "Called by git" in run(tmp_path, name, "--help").out


def test_a_pager_of_git_itself_counts_more_and_the_help_says_so(ready: Path, run: Run) -> None:
    said = in_terminal(ready, "-c", "core.pager=cat", "log", "-1", GIT_PAGER="sed s/^/own:/")
    assert said.startswith("own:")
    shown = " ".join(run(ready, "git-pager", "--help").out.split())
    assert "(core.pager, PAGER, less)" in shown
    assert "Where GIT_PAGER is set, git asks that pager instead" in shown
