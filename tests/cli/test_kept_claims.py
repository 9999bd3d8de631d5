"""The kept claims of a table: papers are the same without them, and no forged ones are believed."""

import os
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plancli.core.publish.claims import Cause, Claims, claims
from plancli.core.rounds.round import Round
from plancli.store import kept
from plancli.store.files import read_files
from plancli.store.proof import Kept
from tests.conftest import Done, Run

COMMENT = "comments/镇民政办/01.yaml"
PAPERS = (("report",), ("report", "--json"), ("report", "--preset", "narrative"), ("tasks",))
LIE = Claims({"镇财政所-02": ("镇财政所-02",)}, {"镇财政所-02": Cause.LOST}, {}, ["镇财政所-02"])
"""Says of a comment that its words are gone, which no text of the example gives."""


@pytest.fixture
def proofs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The drafts of which the claims were proved, and not taken from what is kept."""
    met: list[str] = []

    def noted(round_: Round) -> Claims:
        met.append(round_.draft.draft)
        return claims(round_)

    monkeypatch.setattr("plancli.cli.unproved.claims", noted)
    return met


def believed(example: Path, run: Run) -> bool:
    """Whether a table says what the lie says."""
    return "镇财政所-02" in run(example, "report", "--internal").err


def told(example: Path) -> Kept:
    """Where the claims of the round that is open are kept for the house."""
    return Kept(example, read_files(example), "征求意见稿")


# --- the same as without ------------------------------------------------------------------------------------


def _rewritten(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _plan(root: Path) -> None:
    _rewritten(root, "plan/第一章-目标.yaml", "早餐", "粥")


def _comment(root: Path) -> None:
    _rewritten(root, COMMENT, "with: 早餐、午餐和晚餐", "with: 早餐与午餐")


def _opinion(root: Path) -> None:
    _rewritten(root, COMMENT, "建议改为", "最好是")


def _decision(root: Path) -> None:
    _rewritten(root, COMMENT, "status: 采纳", "status: 待定")


def _adopted(root: Path) -> None:
    _rewritten(root, "comments/镇财政所/02.yaml", "status: 待定", "status: 采纳")


def _new_comment(root: Path) -> None:
    text = "unit: 镇文化站\nopinion: 改。\nedits:\n  - {delete: 和午餐}\ndecision: {status: 采纳}\n"
    (root / "comments/镇文化站").mkdir()
    (root / "comments/镇文化站/01.yaml").write_text(text, encoding="utf-8")


def _gone(root: Path) -> None:
    (root / COMMENT).unlink()


def _draft(root: Path) -> None:
    _rewritten(root, "plan/drafts/征求意见稿.yaml", "早餐和午餐", "午餐和早餐")


def _title(root: Path) -> None:
    _rewritten(root, "plan/plan.yaml", "社区食堂", "长者食堂")


def _roster(root: Path) -> None:
    _rewritten(root, "plan/plan.yaml", "  - name: 镇文化站\n    reply: 无意见\n", "")


def _language(root: Path) -> None:
    _rewritten(root, "plan/plan.yaml", "language: zh", "language: en")


def _record(root: Path) -> None:
    (root / "plan/applied.yaml").unlink()


def _template(root: Path) -> None:
    (root / "templates/table.md.j2").write_text("{{ sheet.title }}: {{ sheet.blocks|length }}\n")


def _layout(root: Path) -> None:
    table = "tables:\n  feedback:\n    heads: [{value: unit}, {value: status}]\n"
    path = root / "plan/plan.yaml"
    path.write_text(path.read_text(encoding="utf-8") + table, encoding="utf-8")


def _remark(root: Path) -> None:
    path = root / COMMENT
    path.write_text("# seen\n" + path.read_text(encoding="utf-8"), encoding="utf-8")


EDITS = (
    _plan,
    _comment,
    _opinion,
    _decision,
    _adopted,
    _new_comment,
    _gone,
    _draft,
    _title,
    _roster,
    _language,
    _record,
    _template,
    _layout,
    _remark,
)


@pytest.mark.parametrize("edit", EDITS)
def test_after_every_edit_a_paper_is_what_it_is_anew(
    example: Path,
    run: Run,
    proofs: list[str],
    edit: Callable[[Path], None],
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for words in PAPERS:
        run(example, *words)
    assert len(proofs) == 1
    edit(example)
    said = [[run(example, *words) for words in PAPERS] for _ in range(2)]
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("empty")))
    assert said == [[run(example, *words) for words in PAPERS]] * 2


@pytest.mark.parametrize("edit", EDITS)
def test_whatever_file_of_the_plan_changes_is_proved_anew(
    example: Path, run: Run, proofs: list[str], edit: Callable[[Path], None]
) -> None:
    run(example, "report")
    edit(example)
    run(example, "report")
    assert len(proofs) == (1 if edit is _template else 2)


def test_words_that_the_office_takes_back_are_no_longer_proved(example: Path, run: Run) -> None:
    run(example, "apply", "--all")
    assert run(example, "report").code == 0
    _rewritten(example, "plan/第一章-目标.yaml", "早餐、午餐和晚餐", "早餐和午餐")
    assert "镇民政办-01" in run(example, "report").err


@pytest.mark.parametrize("ending", ["html", "md", "csv", "json", "xlsx", "docx"])
def test_every_format_is_the_same_to_the_byte(
    example: Path, run: Run, proofs: list[str], ending: str
) -> None:
    _adopted(example)
    first, second = example.parent / f"first.{ending}", example.parent / f"second.{ending}"
    one = run(example, "report", "--anew", "--internal", "-o", str(first))
    other = run(example, "report", "--internal", "-o", str(second))
    assert one.code == other.code == 0
    assert len(proofs) == 1
    assert _content(first) == _content(second)


def _content(file: Path) -> object:
    """Return the bytes of a file, or those of its parts, without the time of day at which it was made."""
    if not zipfile.is_zipfile(file):
        return file.read_bytes()
    with zipfile.ZipFile(file) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return {name: re.sub(rb"T\d\d:\d\d:\d\d", b"", part) for name, part in parts.items()}


def test_the_day_that_an_account_bears_is_not_kept(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(2037, 2, 3)

    words = ("report", "--preset", "narrative", "--internal")
    before = run(example, *words)
    monkeypatch.setattr("plancli.cli.commands.report.date", Tomorrow)
    after = run(example, *words)
    assert "2037年2月3日" in after.out
    assert "2037年2月3日" not in before.out
    assert after == run(example, *words, "--anew")


def test_the_language_of_the_reader_is_not_kept(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    _adopted(example)
    english = run(example, "report")
    monkeypatch.setenv("PLANCLI_LANG", "zh")
    chinese = run(example, "report")
    assert english.err != chinese.err
    assert chinese == run(example, "report", "--anew")


def test_another_state_of_plancli_proves_anew(
    example: Path, run: Run, proofs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(example, "report")
    monkeypatch.setattr(kept, "_program", lambda: ["another"])
    run(example, "report")
    assert len(proofs) == 2


def test_the_public_and_the_house_keep_their_own(
    example: Path, run: Run, proofs: list[str]
) -> None:
    _rewritten(
        example, "plan/plan.yaml", "  - name: 镇民政办", "  - name: 镇民政办\n    kind: 个人"
    )
    _comment(example)
    for _ in range(2):
        house, public = run(example, "report"), run(example, "report", "--public")
        assert "镇民政办-01" in house.err
        assert "镇民政办-01" not in public.err
    assert len(proofs) == 2
    assert public == run(example, "report", "--public", "--anew")


def test_each_round_keeps_its_own(example: Path, run: Run, proofs: list[str]) -> None:
    run(example, "apply", "--all")
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    asked = [("report", "--draft", name) for name in ("征求意见稿", "送审稿")]
    first = [run(example, *words) for words in asked]
    assert [run(example, *words) for words in asked] == first
    assert proofs == ["征求意见稿", "送审稿"]


def test_two_plans_keep_their_own(example: Path, run: Run, proofs: list[str]) -> None:
    other = example.rename(example.with_name("other"))
    run(other.parent, "init", str(example))
    for folder in (example, other):
        run(folder, "report")
    run(example, "report")
    assert len(proofs) == 2


# --- after check --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("paper", ["report", "reply", "tasks"])
def test_check_proves_for_the_papers_too(
    example: Path, run: Run, proofs: list[str], paper: str
) -> None:
    _adopted(example)
    anew = run(example, paper)
    (Path(os.environ["XDG_CACHE_HOME"]) / "plancli").rename(example.parent / "away")
    proofs.clear()
    run(example, "check")
    assert run(example, paper) == anew
    assert proofs == []


def test_what_check_cannot_read_leaves_no_claims(example: Path, run: Run, cache: Path) -> None:
    (example / COMMENT).write_text("unit: [", encoding="utf-8")
    assert run(example, "check").code == 1
    assert not list(cache.rglob("*.claims"))


def test_a_plan_without_a_round_leaves_no_claims(tmp_path: Path, run: Run, cache: Path) -> None:
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan/plan.yaml").write_text(
        "title: 规划\nissuer: 局\nsections: []\n", encoding="utf-8"
    )
    assert run(tmp_path, "check").code == 0
    assert run(tmp_path, "report").code == 0
    assert not list(cache.rglob("*.claims"))


def test_anew_looks_at_nothing_and_keeps_what_it_finds(
    example: Path, run: Run, proofs: list[str]
) -> None:
    told(example).remember(LIE)
    assert believed(example, run)  # it bears this user's seal: what follows could fail
    assert "镇财政所-02" not in run(example, "report", "--internal", "--anew").err
    assert not believed(example, run)
    assert len(proofs) == 1


# --- what is not believed -----------------------------------------------------------------------------------


def _only(cache: Path) -> Path:
    (file,) = cache.rglob("*.claims")
    return file


def _of_another_user(_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    me = os.geteuid()
    monkeypatch.setattr("plancli.store.private.os.geteuid", lambda: me + 1)


def _of_another_key(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    (key,) = cache.rglob("journal.key")
    key.write_bytes(bytes(32))


def _without_a_key(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    (key,) = cache.rglob("journal.key")
    key.unlink()


def _others_write(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    _only(cache).chmod(0o622)


def _linked(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    aside = file.rename(file.with_name("aside"))
    file.symlink_to(aside)


def _piped(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    file.unlink()
    os.mkfifo(file)


def _folder(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    file.unlink()
    file.mkdir()


def _cut(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    file.write_bytes(file.read_bytes()[:-1])


def _longer(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    file.write_bytes(file.read_bytes() + b" ")


def _edited(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    file.write_bytes(file.read_bytes().replace(b"lost", b"left"))


def _of_other_files(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    seal, key, body = file.read_bytes().split(b"\n", 2)
    file.write_bytes(b"\n".join([seal, key[::-1], body]))


def _without_a_seal(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    file = _only(cache)
    file.write_bytes(file.read_bytes().partition(b"\n")[2])


def _empty(cache: Path, _monkeypatch: pytest.MonkeyPatch) -> None:
    _only(cache).write_bytes(b"")


@pytest.mark.skipif(os.name != "posix", reason="owners and modes of POSIX")
@pytest.mark.parametrize(
    "forge",
    [
        _of_another_user,
        _of_another_key,
        _without_a_key,
        _others_write,
        _linked,
        _piped,
        _folder,
        _cut,
        _longer,
        _edited,
        _of_other_files,
        _without_a_seal,
        _empty,
    ],
)
def test_what_somebody_else_can_have_written_is_not_believed(
    example: Path,
    run: Run,
    cache: Path,
    monkeypatch: pytest.MonkeyPatch,
    forge: Callable[[Path, pytest.MonkeyPatch], None],
) -> None:
    told(example).remember(LIE)
    assert believed(example, run)
    forge(cache, monkeypatch)
    assert not believed(example, run)


def test_what_is_kept_of_one_plan_is_none_of_another_with_the_same_files(
    example: Path, run: Run, cache: Path
) -> None:
    told(example).remember(LIE)
    file = _only(cache)
    other = example.rename(example.with_name("other"))
    run(other, "report")
    (own,) = set(cache.rglob("*.claims")) - {file}
    file.rename(own)
    assert not believed(other, run)


# --- a cache in the work tree -------------------------------------------------------------------------------


def _by_itself(root: Path) -> Path:
    return root / "build"


def _below_git(root: Path) -> Path:
    (root.parent / ".git").mkdir()
    return root.parent / ".cache"


def _around_a_submodule(root: Path) -> Path:
    (root.parent / ".git").mkdir()
    (root / ".git").write_text("gitdir: ../.git/modules/example\n")
    return root.parent / ".cache"


def _over_a_link(root: Path) -> Path:
    link = root.parent / "cache"
    link.symlink_to(root / "templates")
    return link


@pytest.mark.parametrize("lay", [_by_itself, _below_git, _around_a_submodule, _over_a_link])
@pytest.mark.parametrize("command", ["check", "report", "reply", "tasks"])
def test_a_cache_in_the_work_tree_is_not_used(
    example: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    lay: Callable[[Path], Path],
    command: str,
) -> None:
    true = run(example, command)
    folder = lay(example)
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    before = sorted(example.parent.rglob("*"))
    done = run(example, command)
    remark = f"The cache folder {folder}/plancli lies in the work tree"
    assert done.err.startswith(remark)
    assert done.err.count("XDG_CACHE_HOME") == 1
    assert Done(done.code, done.out, done.err.partition("\n")[2]) == true
    assert sorted(example.parent.rglob("*")) == before


def test_a_lie_in_the_work_tree_is_not_believed(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch, cache: Path
) -> None:
    """Whoever made the seal: a branch that was written on this computer can bring one."""
    told(example).remember(LIE)
    assert believed(example, run)
    (cache / "plancli").rename(example / "plancli")
    monkeypatch.setenv("XDG_CACHE_HOME", str(example))
    assert not believed(example, run)


def test_the_users_own_folder_may_be_a_repository(
    example: Path, run: Run, proofs: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who keeps his settings with git has a .git in the folder that holds both the cache and the plans."""
    home = example.parent
    for folder in (home, example):
        (folder / ".git").mkdir()
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / ".cache"))
    for _ in range(2):
        assert "XDG_CACHE_HOME" not in run(example, "report").err
    assert len(proofs) == 1


# --- where nothing can be written ---------------------------------------------------------------------------


@pytest.mark.parametrize("variable", ["XDG_CACHE_HOME", "XDG_STATE_HOME"])
def test_a_folder_that_cannot_be_written_only_costs_time(
    example: Path, run: Run, proofs: list[str], monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    _adopted(example)
    wanted = [run(example, *words) for words in (("check", "--anew"), *PAPERS)]
    file = example.parent / "no-folder"
    file.write_text("a file where the folder should be")
    monkeypatch.setenv(variable, str(file))
    proofs.clear()
    for _ in range(2):
        assert [run(example, *words) for words in (("check",), *PAPERS)] == wanted
    assert len(proofs) == 2 * len(PAPERS)
