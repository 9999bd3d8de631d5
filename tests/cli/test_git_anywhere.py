"""Git as it is found: shallow, in a subfolder, detached, with other line ends, or not there at all."""

import shutil
import subprocess
from pathlib import Path

import pytest

from plancli.git.processes import Touched, blamed_lines
from tests.conftest import Run, git, plan_files

HEALTH = "plan/第四章/19-医疗健康工程.yaml"
CHANGE = "推广普及[-电子-]医保{+电子+}凭证"


@pytest.fixture
def shallow(committed: Path, run: Run, tmp_path: Path) -> Path:
    """A clone that knows only the last of two commits."""
    assert run(committed, "apply", "市医保局-01", "--commit").code == 0
    git(tmp_path, "clone", "-q", "--depth", "1", committed.as_uri(), "浅")
    return tmp_path / "浅"


@pytest.fixture
def below(committed: Path, tmp_path: Path) -> Path:
    """The plan in a subfolder of a bigger git repository."""
    top = tmp_path / "大库"
    folder = top / "规划/智慧城市"
    folder.mkdir(parents=True)
    for name in ("plan", "comments"):
        shutil.copytree(committed / name, folder / name)
    (top / "别的.txt").write_text("别的\n", encoding="utf-8")
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "全部")
    return folder


def test_in_a_shallow_clone(shallow: Path, run: Run) -> None:
    assert "1 in the text" in run(shallow, "check").err
    assert run(shallow, "apply", "市公安局-01", "--commit").code == 0
    assert run(shallow, "diff", "HEAD").err == "no difference\n"
    assert run(shallow, "git-setup").code == 0
    done = run(shallow, "diff", "HEAD~2..HEAD")
    assert done.code == 2
    assert done.err.startswith("P001 HEAD~2 is neither a draft nor a git revision")


def test_in_a_shallow_clone_nobody_is_named_for_what_is_older(shallow: Path) -> None:
    file = shallow / HEALTH
    file.write_text(file.read_text(encoding="utf-8") + "# 记\n", encoding="utf-8")
    git(shallow, "commit", "-qam", "记")
    last = file.read_text(encoding="utf-8").count("\n")
    found = blamed_lines(shallow, {HEALTH: [1, last]})
    assert found.keys() == {(HEALTH, last)}
    assert found[HEALTH, last].commit == git(shallow, "rev-parse", "HEAD").strip()[:9]
    git(shallow, "fetch", "-q", "--unshallow")
    assert blamed_lines(shallow, {HEALTH: [1, last]}).keys() == {(HEALTH, 1), (HEALTH, last)}


def test_in_a_subfolder_of_a_bigger_repository(below: Path, run: Run) -> None:
    assert run(below, "apply", "市医保局-01", "--commit").code == 0
    changed = git(
        below, "-c", "core.quotepath=false", "show", "--name-only", "--format=", "HEAD"
    ).split()
    assert changed == ["规划/智慧城市/plan/applied.yaml", f"规划/智慧城市/{HEALTH}"]
    assert CHANGE in run(below, "diff", "HEAD~1").out
    assert run(below, "diff", "HEAD").err == "no difference\n"
    assert run(below, "git-setup").code == 0
    assert (below / ".gitattributes").exists()
    git(below, "add", ".gitattributes")
    git(below, "commit", "-qm", "git-setup")
    for name, comment in (("one", "市城管局-01"), ("other", "市城管局-02")):
        git(below, "checkout", "-q", "-B", name, "main")
        assert run(below, "apply", comment, "--commit").code == 0
    git(below, "merge", "-q", "--no-edit", "one")
    merged = plan_files(below)
    git(below, "checkout", "-q", "main")
    assert run(below, "apply", "市城管局").code == 0
    assert plan_files(below) == merged
    assert f"b/规划/智慧城市/{HEALTH}" not in git(below.parent, "diff")
    assert "专栏10.1" in git(below.parent, "diff")
    assert (HEALTH, 1) in blamed_lines(below, {HEALTH: [1]})


@pytest.fixture
def several(below: Path, example: Path) -> Path:
    """A git repository with two plans in subfolders: the real one, and the example with a change."""
    top = below.parents[1]
    shutil.copytree(example, top / "小 镇")
    tasks = top / "小 镇/plan/第二章-任务.yaml"
    tasks.write_text(
        tasks.read_text(encoding="utf-8").replace("学校用房", "闲置校舍"), encoding="utf-8"
    )
    git(top, "add", "-A")
    git(top, "commit", "-qm", "两部规划")
    return top


def test_every_plan_of_a_repository_is_checked(several: Path, below: Path, run: Run) -> None:
    done = run(several, "check", "--all")
    assert done.code == 1
    (line,) = [line for line in done.out.splitlines() if " P405 " in line]
    assert line.startswith("小 镇/plan/第二章-任务.yaml:7:")
    assert "    last touched: 编辑 " in done.out
    assert any(line.startswith("规划/智慧城市/comments/") for line in done.out.splitlines())
    counts = [
        run(folder, "check").err.split(" sections, ")[0] for folder in (below, several / "小 镇")
    ]
    assert done.err.startswith(f"{sum(map(int, counts))} sections, ")
    assert run(below, "check", "--all") == done
    assert (
        "file=小 镇/plan/第二章-任务.yaml,line=7,"
        in run(below, "check", "--all", "--format", "github").out
    )


def test_of_a_repository_without_a_plan_the_one_here_is_checked(
    several: Path, example: Path, run: Run
) -> None:
    assert run(example, "check", "--all") == run(example, "check")  # outside git
    git(several, "rm", "-rq", "小 镇", "规划")
    assert "P002" in run(several, "check", "--all").err
    shutil.copytree(example, several / "新")
    assert run(several / "新", "check", "--all") == run(example, "check")  # not added yet


def test_a_file_is_laid_out_in_its_own_plan(several: Path, below: Path, run: Run) -> None:
    files = ["小 镇/plan/第二章-任务.yaml", f"规划/智慧城市/{HEALTH}"]
    laid = [(several / file).read_bytes() for file in files]
    for file in files:
        text = (several / file).read_text(encoding="utf-8")
        (several / file).write_text(text.replace("。\n      ", "。", 1), encoding="utf-8")
    shown = "".join(f"{file}\n" for file in files)
    assert run(several, "fmt", "--check", *files) == (1, shown, "")
    assert run(below, "fmt", "--check") == (1, f"{HEALTH}\n", "")
    assert (
        run(below / "plan", "fmt", "--check", "第四章/19-医疗健康工程.yaml").out
        == f"{HEALTH[5:]}\n"
    )
    assert run(several, "fmt", *files, "别的.txt") == (1, shown, "")
    assert [(several / file).read_bytes() for file in files] == laid
    (several / files[0]).write_text("key: [\n", encoding="utf-8")
    done = run(several, "fmt", *files)
    assert done.code == 2
    assert done.err.startswith(f"{files[0]}:1:")


@pytest.mark.parametrize(
    ("start", "file", "plancli"),
    [
        (".", f"'大 库/智慧城市/{HEALTH}'", "plancli -C '大 库/智慧城市'"),
        ("大 库", f"智慧城市/{HEALTH}", "plancli -C 智慧城市"),
        ("大 库/智慧城市", HEALTH, "plancli"),
        ("大 库/智慧城市/plan/第四章", "19-医疗健康工程.yaml", "plancli"),
    ],
)
def test_what_to_do_about_a_conflict_is_said_for_where_git_was_started(
    below: Path, run: Run, start: str, file: str, plancli: str
) -> None:
    top, folder = below.parents[1], below.parents[1] / "大 库/智慧城市"
    below.parent.rename(below.parents[1] / "大 库")
    assert run(folder, "git-setup").code == 0
    git(top, "add", "-A")
    git(top, "commit", "-qm", "移")
    for name in ("one", "other"):
        git(top, "checkout", "-q", "-B", name, "main")
        text = (folder / HEALTH).read_text(encoding="utf-8")
        (folder / HEALTH).write_text(text.replace("推广普及", name), encoding="utf-8")
        git(top, "commit", "-qam", name)
    done = subprocess.run(
        ["git", "merge", "one"], cwd=top / start, capture_output=True, text=True, check=False
    )
    said = done.stdout + done.stderr
    assert f"大 库/智慧城市/{HEALTH}: the branches do not agree\n" in said
    hint = f"git add {file} && {plancli} check"
    assert f"; then: {hint}\n" in said
    subprocess.run(hint.partition(" && ")[0], cwd=top / start, shell=True, check=True)
    assert git(top, "diff", "--name-only", "--diff-filter=U") == ""


def test_on_a_detached_head(ready: Path, run: Run) -> None:
    git(ready, "checkout", "-q", "--detach")
    assert run(ready, "apply", "市城管局-01", "--commit").code == 0
    one = git(ready, "rev-parse", "HEAD").strip()
    git(ready, "checkout", "-q", "--detach", "main")
    assert run(ready, "apply", "市城管局-02", "--commit").code == 0
    git(ready, "merge", "-q", "--no-edit", one)
    merged = plan_files(ready)
    git(ready, "checkout", "-q", "main")
    assert run(ready, "apply", "市城管局").code == 0
    assert plan_files(ready) == merged


def test_with_windows_line_ends_in_the_working_tree(
    committed: Path, run: Run, tmp_path: Path
) -> None:
    git(tmp_path, "-c", "core.autocrlf=true", "clone", "-q", str(committed), "视窗")
    folder = tmp_path / "视窗"
    git(folder, "config", "core.autocrlf", "true")
    assert b"\r\n" in (folder / HEALTH).read_bytes()
    assert run(folder, "check") == run(committed, "check")
    assert run(folder, "apply", "市医保局-01", "--commit").code == 0
    assert (folder / HEALTH).read_bytes().count(b"\n") == (folder / HEALTH).read_bytes().count(
        b"\r\n"
    )
    assert git(folder, "status", "--porcelain") == ""
    ends = git(folder, "ls-files", "--eol", "--", "plan/第五章-保障措施.yaml", HEALTH).splitlines()
    assert [line.split()[:2] for line in ends] == [["i/lf", "w/crlf"]] * 2
    stat = git(
        folder, "-c", "core.quotepath=false", "show", "--numstat", "--format=", "HEAD", "--", HEALTH
    )
    assert stat.split("\t")[:2] == ["2", "2"]
    assert run(folder, "diff", "HEAD").err == "no difference\n"
    assert run(folder, "git-setup").code == 0
    assert run(folder, "apply", "市城管局-01").code == 0
    said = git(folder, "diff", "--", "plan")
    assert "-draft" not in said
    assert "城市综合管理服务平台" in said


@pytest.mark.parametrize("missing", ["git", "repository"])
def test_without_git_all_but_git_works(
    circulated: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, missing: str
) -> None:
    if missing == "git":
        (tmp_path / "bin").mkdir()
        monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    assert run(circulated, "apply", "市医保局-01").code == 0
    for words in (
        ["check"],
        ["status"],
        ["diff"],
        ["report"],
        ["blame", "19.1"],
        ["revert", "--all"],
    ):
        assert run(circulated, *words).code in (0, 1), words
    before = plan_files(circulated)
    asks_for_git = (["diff", "HEAD"], ["apply", "市医保局-01", "--commit"], ["git-setup"])
    for words in asks_for_git:
        done = run(circulated, *words)
        assert done.code == 2, words
        wanted = (
            "git is not installed"
            if missing == "git"
            else "this folder belongs to no git repository"
        )
        assert wanted in done.err, words
    assert plan_files(circulated) == before
    assert not (circulated / ".gitattributes").exists()
    assert blamed_lines(circulated, {HEALTH: [1]}) == {}


def test_who_last_touched_a_line(committed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = committed / HEALTH
    text = file.read_text(encoding="utf-8")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2021-12-01T09:30:00+08:00")
    monkeypatch.setenv("GIT_AUTHOR_NAME", "王编辑")
    file.write_text(text.replace("title: 医疗健康工程", "title: 医疗卫生工程"), encoding="utf-8")
    git(committed, "commit", "-qam", "改题目")
    file.write_text(
        text.replace("title: 医疗健康工程", "title: 医疗卫生工程") + "# 记\n", encoding="utf-8"
    )
    (committed / "plan/新.yaml").write_text("key: 新\n", encoding="utf-8")
    commit = git(committed, "rev-parse", "HEAD").strip()[:9]
    last = text.count("\n") + 1
    found = blamed_lines(
        committed, {HEALTH: [1, 2, last, 999], "plan/新.yaml": [1], "plan/plan.yaml": [1]}
    )
    assert found.keys() == {(HEALTH, 1), (HEALTH, 2), (HEALTH, last), ("plan/plan.yaml", 1)}
    assert found[HEALTH, 2] == Touched("王编辑", "2021-12-01T09:30:00+08:00", commit)
    assert found[HEALTH, 1].author == "编辑"
    assert found[HEALTH, last] == Touched("", "", "")


@pytest.mark.parametrize("date", ["2021-12-01T09:30:00-09:30", "2021-12-01T23:59:00+05:45"])
def test_the_day_is_the_one_where_the_author_was(
    committed: Path, monkeypatch: pytest.MonkeyPatch, date: str
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_DATE", date)
    (committed / HEALTH).write_text("key: 新\n", encoding="utf-8")
    git(committed, "commit", "-qam", "改")
    assert blamed_lines(committed, {HEALTH: [1]})[HEALTH, 1].date == date
