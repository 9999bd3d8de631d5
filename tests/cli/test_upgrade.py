"""upgrade: a repository in the newest format, with the same outputs and all other bytes as they were."""

import json
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from plancli.core.plan.manifest import FORMAT
from tests.conftest import EDITOR, ROOT, Run, git

MANIFEST = "plan/plan.yaml"


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Return every file of a plan."""
    tops = [folder / top for top in ("plan", "comments", "templates")]
    files = [path for top in tops for path in top.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def of_format_1(folder: Path) -> None:
    """Take the number of the format out, as in plans that were made before there was one."""
    file = folder / MANIFEST
    lines = file.read_bytes().splitlines(keepends=True)
    file.write_bytes(b"".join(line for line in lines if not line.startswith(b"format:")))


@pytest.fixture
def old(example: Path) -> Path:
    of_format_1(example)
    return example


def test_it_says_what_it_does_and_the_second_run_does_nothing(old: Path, run: Run) -> None:
    done = run(old, "upgrade")
    assert (done.code, done.out) == (0, f"format 1 → format {FORMAT}\n  {MANIFEST}\n")
    assert done.err == "files written: 1\n"
    written = bytes_of(old)
    again = run(old, "upgrade")
    assert (again.code, again.out) == (0, f"The plan has format {FORMAT} already.\n")
    assert again.err == "files written: 0\n"
    assert bytes_of(old) == written


def test_only_the_number_is_new(old: Path, run: Run) -> None:
    before = bytes_of(old)
    assert run(old, "upgrade").code == 0
    after = bytes_of(old)
    title = "title: 示例镇".encode()
    assert after.pop(MANIFEST) == before.pop(MANIFEST).replace(
        title, f"format: {FORMAT}\n".encode() + title
    )
    assert after == before


def test_a_dry_run_writes_nothing(old: Path, run: Run) -> None:
    before = bytes_of(old)
    done = run(old, "upgrade", "--dry-run")
    assert (done.code, done.out) == (0, f"format 1 → format {FORMAT}\n  {MANIFEST}\n")
    assert bytes_of(old) == before


def test_a_program_is_told_the_same(old: Path, run: Run) -> None:
    told = json.loads(run(old, "upgrade", "--json").out)
    assert told == {
        "format": "plancli upgrade",
        "version": 1,
        "before": 1,
        "after": FORMAT,
        "files": [MANIFEST],
    }


def test_a_stated_first_format_is_replaced_where_it_stands(old: Path, run: Run) -> None:
    file = old / MANIFEST
    text = file.read_text(encoding="utf-8")
    stated = text.replace("language: zh\n", "language: zh\nformat: 1 # 头一种\n")
    file.write_text(stated, encoding="utf-8")
    assert run(old, "upgrade").code == 0
    assert file.read_text(encoding="utf-8") == stated.replace("format: 1 #", f"format: {FORMAT} #")


def test_line_ends_marks_and_remarks_stay(old: Path, run: Run) -> None:
    file = old / MANIFEST
    text = "\ufeff" + file.read_text(encoding="utf-8") + "# 末尾的话"
    file.write_bytes(text.replace("\n", "\r\n").encode())
    before = file.read_bytes()
    assert run(old, "upgrade").code == 0
    assert file.read_bytes() == before.replace(
        b"\r\ntitle:", f"\r\nformat: {FORMAT}\r\ntitle:".encode()
    )


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_speaks_the_language_of_its_reader(
    language: str, old: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PLANCLI_LANG", language)
    said = {"zh": f"格式 1 → 格式 {FORMAT}", "en": f"format 1 → format {FORMAT}"}
    assert run(old, "upgrade").out.splitlines()[0] == said[language]


# --- what is printed, merged and proved ---------------------------------------------------------------------

OUTPUTS = [
    ["check", "--each"], ["check", "--json"], ["status"], ["diff"], ["diff", "--proposed"], ["conflicts"],
    ["misquotes"], ["ripple"], ["audit"], ["report", "--summary"], ["tasks"],
]  # fmt: skip
PAPERS = [
    ["report", "-o", "a.html", "--internal"], ["report", "-o", "a.md", "--internal"],
    ["report", "-o", "a.json", "--internal"], ["compare", "-o", "a.html", "--internal"],
    ["export", "a.md", "--internal"], ["tasks", "-o", "a.csv", "--internal"],
    ["audit", "-o", "a.md", "--internal"], ["reply", "-o", "letters", "--internal"],
    ["site", "-o", "a.html", "--internal"],
]  # fmt: skip


def outputs(folder: Path, run: Run) -> dict[str, object]:
    """Return what the commands say and write."""
    said: dict[str, object] = {}
    for words in OUTPUTS:
        done = run(folder, *words)
        said[" ".join(words)] = (done.code, without_lines(done.out), done.err)
    for words in PAPERS:
        out = folder.parent / f"{folder.name}-out"
        out.mkdir()
        done = run(folder, *[str(out / word) if word in NAMED else word for word in words])
        papers = {path.name: written(path) for path in out.rglob("*") if path.is_file()}
        shutil.rmtree(out)
        said[" ".join(words)] = (done.code, done.out, papers)
    return said


def written(path: Path) -> object:
    """Return what a file holds; of Word's, whose packing knows the time, the letter itself."""
    if path.suffix != ".docx":
        return path.read_bytes()
    with ZipFile(path) as packed:
        return packed.read("word/document.xml")


NAMED = ("a.html", "a.md", "a.json", "a.csv", "letters")


def without_lines(said: str) -> str:
    """Take out where in plan.yaml something stands: the number of the format is one more line."""
    lines = said.replace('"line": 1,', "").splitlines()
    return "\n".join(line for line in lines if '"line":' not in line and MANIFEST not in line)


@pytest.fixture
def water(tmp_path: Path) -> Path:
    """The invented plan, with two rounds."""
    return Path(shutil.copytree(ROOT / "examples/water", tmp_path / "water"))


@pytest.mark.parametrize(
    "plan",
    [
        "example",
        "adopted",
        pytest.param("circulated", marks=pytest.mark.slow),
        pytest.param("water", marks=pytest.mark.slow),
    ],
)
def test_the_outputs_are_the_same(plan: str, run: Run, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(plan)
    of_format_1(folder)
    before = outputs(folder, run)
    assert run(folder, "upgrade").code == 0
    assert outputs(folder, run) == before


def test_comments_go_in_and_out_as_before(circulated: Path, run: Run) -> None:
    of_format_1(circulated)
    other = circulated.parent / "other"
    shutil.copytree(circulated, other)
    assert run(other, "upgrade").code == 0
    for words in (["apply", "--all"], ["revert", "市商务局-01"], ["revert", "--all"]):
        one, two = (run(folder, *words) for folder in (circulated, other))
        assert (one.code, one.out, one.err) == (two.code, two.out, two.err)
        files, upgraded = bytes_of(circulated), bytes_of(other)
        del files[MANIFEST], upgraded[MANIFEST]
        assert upgraded == files


# --- git ----------------------------------------------------------------------------------------------------


@pytest.fixture
def branches(old: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """A plan of format 1 in git, with the drivers, on main; a comment is made on 处室."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    git(old, "init", "-q", "-b", "main")
    assert run(old, "git-setup").code == 0
    commit(old, "征求意见稿")
    git(old, "checkout", "-qb", "处室")
    asked = ["--replace", "冷藏柜", "--with", "冷柜", "--opinion", "冷藏柜改为冷柜。"]
    assert run(old, "new", "--unit", "镇文化站", *asked).code == 0
    assert run(old, "decide", "镇文化站-01", "--status", "采纳", "--reply", "已改。").code == 0
    assert run(old, "unit", "镇文化站", "--reply", "有意见").code == 0
    assert run(old, "apply", "镇文化站-01").code == 0
    commit(old, "镇文化站")
    git(old, "checkout", "-q", "main")
    return old


def commit(folder: Path, said: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", said)


def test_a_branch_of_the_old_format_is_merged(branches: Path, run: Run) -> None:
    assert run(branches, "upgrade").code == 0
    commit(branches, "upgrade")
    git(branches, "merge", "-q", "--no-edit", "处室")
    assert f"format: {FORMAT}\n" in (branches / MANIFEST).read_text(encoding="utf-8")
    assert "冷柜" in (branches / "plan/第二章-任务.yaml").read_text(encoding="utf-8")
    assert run(branches, "check").code == 0


def test_the_new_format_is_merged_into_a_branch_of_the_old(branches: Path, run: Run) -> None:
    assert run(branches, "upgrade").code == 0
    commit(branches, "upgrade")
    git(branches, "checkout", "-q", "处室")
    git(branches, "merge", "-q", "--no-edit", "main")
    assert f"format: {FORMAT}\n" in (branches / MANIFEST).read_text(encoding="utf-8")
    assert run(branches, "check").code == 0


def test_not_while_a_merge_is_unfinished(branches: Path, run: Run) -> None:
    git(branches, "merge", "-q", "--no-edit", "--no-commit", "--no-ff", "处室")
    before = bytes_of(branches)
    done = run(branches, "upgrade")
    assert (done.code, "P052" in done.err) == (2, True)
    assert bytes_of(branches) == before
    git(branches, "commit", "-qm", "merged")
    assert run(branches, "upgrade").code == 0


def test_not_with_conflict_markers(branches: Path, run: Run) -> None:
    file = branches / "plan/第二章-任务.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"<<<<<<< HEAD\n{text}=======\n{text}>>>>>>> 处室\n", encoding="utf-8")
    before = bytes_of(branches)
    done = run(branches, "upgrade")
    assert (done.code, "P122" in done.err) == (2, True)
    assert bytes_of(branches) == before


def test_outside_git_there_is_no_merge(old: Path, run: Run) -> None:
    assert run(old, "upgrade").code == 0


# --- as a commit --------------------------------------------------------------------------------------------


def test_it_is_one_commit_of_what_it_changed(branches: Path, run: Run) -> None:
    told = branches / "comments/镇财政所/01.yaml"
    told.write_text(told.read_text(encoding="utf-8") + "# 待补\n", encoding="utf-8")
    assert run(branches, "upgrade", "--commit").code == 0
    assert git(branches, "log", "-1", "--format=%s").strip() == f"plan: format {FORMAT}"
    assert git(branches, "show", "--format=", "--name-only", "HEAD").split() == [MANIFEST]
    assert "镇财政所" in git(branches, "-c", "core.quotePath=no", "status", "--porcelain")
    before = git(branches, "rev-parse", "HEAD")
    assert run(branches, "upgrade", "--commit").code == 0
    assert git(branches, "rev-parse", "HEAD") == before


def test_what_somebody_has_not_committed_is_in_no_commit_of_it(branches: Path, run: Run) -> None:
    file = branches / MANIFEST
    file.write_text(file.read_text(encoding="utf-8") + "# 待办\n", encoding="utf-8")
    before = bytes_of(branches)
    done = run(branches, "upgrade", "--commit")
    assert (done.code, "P013" in done.err) == (2, True), done.err
    assert bytes_of(branches) == before


def test_a_commit_that_was_stopped_is_made_by_the_next_run(branches: Path, run: Run) -> None:
    assert run(branches, "upgrade").code == 0
    assert run(branches, "upgrade", "--commit").code == 0
    assert git(branches, "status", "--porcelain") == ""
    assert git(branches, "log", "-1", "--format=%s").strip() == f"plan: format {FORMAT}"


def test_a_commit_that_fails_leaves_the_files_as_they_were(branches: Path, run: Run) -> None:
    hook = branches / ".git/hooks/pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    before = bytes_of(branches)
    assert run(branches, "upgrade", "--commit").code == 2
    assert bytes_of(branches) == before
    assert git(branches, "status", "--porcelain") == ""


# --- a format that this plancli does not know ---------------------------------------------------------------


def from_later(folder: Path) -> None:
    """Give a plan a format of a later plancli."""
    of_format_1(folder)
    file = folder / MANIFEST
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title:", f"format: {FORMAT + 1}\ntitle:", 1), encoding="utf-8")


def test_a_later_format_is_not_upgraded(old: Path, run: Run) -> None:
    from_later(old)
    before = bytes_of(old)
    done = run(old, "upgrade")
    assert (done.code, f"{MANIFEST}:2:1: P125 " in done.err) == (2, True)
    assert bytes_of(old) == before


def test_a_verdict_that_is_kept_is_not_that_of_a_later_format(old: Path, run: Run) -> None:
    assert run(old, "check").code == 0
    from_later(old)
    for _time in range(2):
        done = run(old, "check")
        assert (done.code, "P125" in done.out) == (1, True)  # a finding, as all that check tells


@pytest.mark.parametrize("branch", ["main", "处室"])
def test_a_later_format_on_either_branch_is_left_to_a_later_plancli(
    branch: str, branches: Path
) -> None:
    """What git makes of the lines stays, and counts as in conflict: nothing of it is committed."""
    git(branches, "checkout", "-q", branch)
    from_later(branches)
    file = branches / "plan/第二章-任务.yaml"
    text = file.read_text(encoding="utf-8")
    assert "村部" in text
    file.write_text(text.replace("村部", "祠堂"), encoding="utf-8")
    commit(branches, "later")
    git(branches, "checkout", "-q", "main")
    if branch == "处室":
        file.write_text(file.read_text(encoding="utf-8") + "\n# 主线\n", encoding="utf-8")
        commit(branches, "ours")
    merged = subprocess.run(
        ["git", "merge", "--no-edit", "处室"], cwd=branches, capture_output=True, check=False
    )
    said = merged.stderr.decode()
    where = MANIFEST if branch == "main" else f"处室:{MANIFEST}"
    assert merged.returncode == 1
    assert f"{where}:2:1: P125 " in said
    assert "plan/第二章-任务.yaml" in git(branches, "diff", "--name-only", "--diff-filter=U")


def test_git_diff_shows_only_lines_of_a_later_format(branches: Path) -> None:
    file = branches / "plan/第二章-任务.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("村部", "祠堂"), encoding="utf-8")
    shown = ["git", "diff", "--ext-diff", "plan/第二章-任务.yaml"]
    known = subprocess.run(shown, cwd=branches, capture_output=True, text=True, check=True)
    assert ("@@ " in known.stdout, known.stderr) == (False, "")  # by paragraphs, not by lines
    from_later(branches)
    later = subprocess.run(shown, cwd=branches, capture_output=True, text=True, check=True)
    assert "@@ " in later.stdout
    assert "闲置的{+祠堂+}和学校" in later.stdout
    assert f"{MANIFEST}:2:1: P125 " in later.stderr
