"""A picture that came into the text is the one that was looked at then: `apply` notes its digest."""

import json
from pathlib import Path

import pytest

from plancli.store.pictures import digest_of_picture
from tests.conftest import Run, git
from tests.drawn import png

NAME = "镇民政办-02"
PICTURE = "figures/渠系.png"
ADDED = f"{{image: {PICTURE}, title: 渠系, alt: 两条渠}}"
OTHER = png(colour=b"\x10\x10\x10")


def with_comment(folder: Path, added: str = ADDED, decision: str = "{status: 采纳}") -> Path:
    """Write an adopted comment that adds a figure, and return its file."""
    path = folder / "comments/镇民政办/02.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f"unit: 镇民政办\nopinion: 增加渠系图。\nedits:\n  - add: {added}\n    to: 第二章\n"
        f"decision: {decision}\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def plan(example: Path) -> Path:
    """The example with an adopted comment that adds a figure, and does not say which file that is."""
    (example / "plan/figures").mkdir()
    picture_of(example).write_bytes(png())
    with_comment(example)
    return example


def picture_of(folder: Path) -> Path:
    return folder / "plan" / PICTURE


def record(folder: Path) -> str:
    return (folder / "plan/applied.yaml").read_text(encoding="utf-8")


def errors(folder: Path, run: Run) -> list[tuple[str, str]]:
    """Return the errors that check tells, each with its file."""
    found = json.loads(run(folder, "check", "--json").out)["findings"]
    return [(one["code"], one["file"]) for one in found if one["severity"] == "error"]


def published(folder: Path, run: Run) -> tuple[int, str]:
    """Return the exit code of a table, and what it says of the comment; the public one says the same."""
    done, open_to_all = run(folder, "report"), run(folder, "report", "--public")
    assert (open_to_all.code, open_to_all.out) == (done.code, done.out)
    return done.code, next(line for line in done.out.splitlines() if "增加渠系图" in line)


def test_apply_notes_the_picture_and_revert_forgets_it(plan: Path, run: Run) -> None:
    before = record(plan)
    assert run(plan, "apply", NAME).code == 0
    assert f"pictures:\n  {PICTURE}: {digest_of_picture(png())}\n" in record(plan)
    assert (errors(plan, run), published(plan, run)[0]) == ([], 0)
    noted = record(plan)
    assert run(plan, "apply", "--all").code == 0
    assert record(plan) == noted
    assert run(plan, "revert", NAME).code == 0
    assert record(plan) == before


def test_a_picture_exchanged_afterwards_is_told_and_published_as_intended(
    plan: Path, run: Run
) -> None:
    run(plan, "apply", NAME)
    picture_of(plan).write_bytes(OTHER)
    assert errors(plan, run) == [("P138", "plan/applied.yaml")]
    code, row = published(plan, run)
    assert (code, "拟采纳" in row) == (1, True)
    # neither is it noted by another run, nor frozen as if it had been adopted
    noted = record(plan)
    assert run(plan, "apply", "--all").code == 0
    assert record(plan) == noted
    assert "P138" in run(plan, "freeze", "二稿").err
    assert not (plan / "plan/drafts/二稿.yaml").exists()
    picture_of(plan).write_bytes(png())
    assert (errors(plan, run), published(plan, run)[0]) == ([], 0)


def test_a_record_from_which_the_digest_was_taken_holds_nothing(plan: Path, run: Run) -> None:
    run(plan, "apply", NAME)
    noted = record(plan)
    picture_of(plan).write_bytes(OTHER)
    (plan / "plan/applied.yaml").write_text(noted.partition("pictures:")[0], encoding="utf-8")
    assert errors(plan, run) == [("P457", "plan/applied.yaml")]
    assert "拟采纳" in published(plan, run)[1]
    # who follows the hint has looked at the picture, and the record says which it was
    assert run(plan, "apply", NAME).code == 0
    assert digest_of_picture(OTHER) in record(plan)
    assert (errors(plan, run), published(plan, run)[0]) == ([], 0)


@pytest.mark.parametrize(
    "key", ['"pictures":', "'pictures' :", "? pictures\n:", '"p\\u0069ctures":']
)
def test_a_record_says_which_picture_however_its_key_is_written(
    plan: Path, run: Run, key: str
) -> None:
    run(plan, "apply", NAME)
    head, _key, digests = record(plan).partition("pictures:")
    for text in (f"{head}{key}{digests}", f"{key}{digests}{head}"):
        (plan / "plan/applied.yaml").write_text(text, encoding="utf-8")
        picture_of(plan).write_bytes(png())
        assert (errors(plan, run), published(plan, run)[0]) == ([], 0)
        picture_of(plan).write_bytes(OTHER)
        assert errors(plan, run) == [("P138", "plan/applied.yaml")]
        assert "拟采纳" in published(plan, run)[1]


def test_what_the_comment_notes_itself_the_record_does_not(plan: Path, run: Run) -> None:
    digest = digest_of_picture(png())
    with_comment(plan, ADDED.replace("}", f", digest: '{digest}'}}"))
    assert run(plan, "apply", NAME).code == 0
    assert "pictures:" not in record(plan)
    assert published(plan, run)[0] == 0
    picture_of(plan).write_bytes(OTHER)
    assert ("P138", "comments/镇民政办/02.yaml") in errors(plan, run)
    assert published(plan, run)[0] == 1


def test_the_commit_of_a_comment_holds_its_picture(plan: Path, run: Run) -> None:
    in_git(plan)
    git(plan, "add", "plan/plan.yaml", "plan/applied.yaml", "plan/drafts", *sections(plan))
    git(plan, "commit", "-qm", "plan")
    assert run(plan, "apply", NAME, "--commit").code == 0
    held = git(plan, "-c", "core.quotepath=false", "show", "--name-only", "--format=", "HEAD")
    assert f"plan/{PICTURE}" in held


def in_git(folder: Path) -> None:
    """Make a repository of git, in which somebody commits."""
    git(folder, "init", "-q", "-b", "main")
    for key, value in (("user.name", "甲"), ("user.email", "jia@example.org")):
        git(folder, "config", key, value)


def sections(folder: Path) -> list[str]:
    return [f"plan/{path.name}" for path in (folder / "plan").glob("第*.yaml")]


def test_two_branches_with_another_picture_of_one_name_are_told_apart(plan: Path, run: Run) -> None:
    in_git(plan)
    assert run(plan, "git-setup").code == 0
    picture_of(plan).unlink()
    git(plan, "add", "-A")
    git(plan, "commit", "-qm", "plan")
    for branch, picture in (("one", png()), ("two", OTHER)):
        git(plan, "checkout", "-q", "-B", branch, "main")
        picture_of(plan).parent.mkdir(exist_ok=True)
        picture_of(plan).write_bytes(picture)
        assert run(plan, "apply", NAME, "--commit").code == 0
    said = merging(plan, "one")
    assert f"plan/applied.yaml: each branch has another picture under the name {PICTURE}" in said
    assert record(plan).count(f"{PICTURE}: sha256:") == 2


def merging(folder: Path, branch: str) -> str:
    """Merge a branch that is in conflict with the current one; return what was said."""
    import subprocess

    done = subprocess.run(
        ["git", "merge", branch], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_a_picture_is_approved_with_its_digest_only(plan: Path, run: Run) -> None:
    manifest = plan / "plan/plan.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + "approval: [党组]\n", encoding="utf-8"
    )
    done = run(plan, "decide", NAME, "--approve", "--by", "何主任")
    assert done.code == 1
    assert f"P458 {NAME} is approved, and does not say which picture {PICTURE} is" in done.err
    path = with_comment(plan, ADDED.replace("}", f", digest: '{digest_of_picture(png())}'}}"))
    assert run(plan, "decide", NAME, "--approve", "--by", "何主任").code == 0
    # what was approved are these bytes: another digest is another decision
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(digest_of_picture(png()), digest_of_picture(OTHER)), encoding="utf-8"
    )
    assert ("P444", "comments/镇民政办/02.yaml") in errors(plan, run)
