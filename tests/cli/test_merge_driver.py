"""One file in a merge, as git gives it to the driver: when it is settled, and what is left if not."""

from pathlib import Path

import pytest

from tests.conftest import EDITOR, Done, Run, git

TASKS, GOALS = "plan/第二章-任务.yaml", "plan/第一章-目标.yaml"
RECORD, DRAFT = "plan/applied.yaml", "plan/drafts/征求意见稿.yaml"


@pytest.fixture
def plan(example: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example in a git repository."""
    for key, value in EDITOR.items():
        monkeypatch.setenv(key, value)
    git(example, "init", "-q", "-b", "main")
    git(example, "add", "-A")
    git(example, "commit", "-qm", "征求意见稿")
    return example


def merge(folder: Path, run: Run, path: str, *versions: str | bytes) -> tuple[Done, str]:
    """Merge base, ours and theirs of a file; return what is said, and the file."""
    files = [folder.parent / name for name in ("base", "ours", "theirs")]
    for file, content in zip(files, versions, strict=True):
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    done = run(folder, "git-merge", *map(str, files), path)
    return done, files[1].read_bytes().decode(errors="replace")


def edited(folder: Path, path: str, *changes: tuple[str, str]) -> str:
    """Return a file of the plan with words replaced."""
    text = (folder / path).read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def resolved(text: str, side: int) -> str:
    """Return a file in conflict as it is when one side is taken everywhere; markers never nest."""
    taken, where = [], None
    for line in text.splitlines(keepends=True):
        if line.startswith(("<<<<<<<", "=======", ">>>>>>>")):
            assert where == {"<": None, "=": 0, ">": 1}[line[0]], text
            where = {"<": 0, "=": 1, ">": None}[line[0]]
        elif where in (None, side):
            taken.append(line)
    assert where is None
    return "".join(taken)


def test_a_file_of_which_only_a_comment_line_collides_stays_unmerged(plan: Path, run: Run) -> None:
    one, other = (
        edited(plan, TASKS, ("title: 任务\n", f"title: 任务 # {who}\n")) for who in "甲乙"
    )
    done, text = merge(plan, run, TASKS, edited(plan, TASKS), one, other)
    assert done.code == 1
    assert (resolved(text, 0), resolved(text, 1)) == (one, other)


def test_words_and_lines_in_conflict_leave_two_whole_versions(plan: Path, run: Run) -> None:
    one, other = (
        edited(
            plan, TASKS, ("title: 任务\n", f"title: 任务 # {who}\n"), ("80平方米", f"{size}平方米")
        )
        for who, size in (("甲", 70), ("乙", 90))
    )
    done, text = merge(plan, run, TASKS, edited(plan, TASKS), one, other)
    assert done.code == 1
    assert (resolved(text, 0), resolved(text, 1)) == (one, other)


def test_a_line_that_collides_in_words_and_remarks_has_no_markers_within_markers(
    plan: Path, run: Run
) -> None:
    one, other = (
        edited(plan, TASKS, ("heading: 选址\n", f"heading: {words}\n"))
        for words in ("选点 # 甲", "选位 # 乙")
    )
    done, text = merge(plan, run, TASKS, edited(plan, TASKS), one, other)
    assert done.code == 1
    assert (resolved(text, 0), resolved(text, 1)) == (one, other)


def test_in_words_in_conflict_all_else_is_merged(plan: Path, run: Run) -> None:
    one = edited(plan, TASKS, ("80平方米", "70平方米"), ("title: 任务\n", "title: 任务 # 甲\n"))
    other = edited(plan, TASKS, ("80平方米", "90平方米"), ("冷藏柜", "冰柜"))
    done, text = merge(plan, run, TASKS, edited(plan, TASKS), one, other)
    assert done.code == 1
    for side, size in enumerate((70, 90)):
        wanted = ((" 任务\n", " 任务 # 甲\n"), ("冷藏柜", "冰柜"), ("80平方米", f"{size}平方米"))
        assert resolved(text, side) == edited(plan, TASKS, *wanted)


def test_a_frozen_draft_is_merged_by_lines_without_a_word(plan: Path, run: Run) -> None:
    first, last = ("        page: 1\n", "        page: 1\n        line: 3\n"), ("冷藏柜", "冷柜")
    versions = (edited(plan, DRAFT, *changes) for changes in ((), (first,), (last,)))
    done, text = merge(plan, run, DRAFT, *versions)
    assert (done, text) == ((0, "", ""), edited(plan, DRAFT, first, last))


def test_a_section_that_got_another_key_is_left_to_a_person(plan: Path, run: Run) -> None:
    other = edited(plan, TASKS, ("key: 第二章\n", "key: 第三章\n"))
    ours = edited(plan, TASKS, ("冷藏柜", "冰柜"))
    done, text = merge(plan, run, TASKS, edited(plan, TASKS), ours, other)
    assert done.code == 1
    assert TASKS in done.err
    assert text == edited(plan, TASKS, ("key: 第二章\n", "key: 第三章\n"), ("冷藏柜", "冰柜"))


def test_a_section_that_got_another_key_on_both_branches_is_read_by_a_person_too(
    plan: Path, run: Run
) -> None:
    key = ("key: 第二章\n", "key: 第三章\n")
    one, other = (
        edited(plan, TASKS, key, change) for change in (("冷藏柜", "冰柜"), ("村部", "村委会"))
    )
    done, text = merge(plan, run, TASKS, edited(plan, TASKS), one, other)
    assert done.code == 1
    assert TASKS in done.err
    assert text == edited(plan, TASKS, key, ("冷藏柜", "冰柜"), ("村部", "村委会"))


def test_what_git_cannot_merge_by_lines_stays_as_it_is(plan: Path, run: Run) -> None:
    done, text = merge(plan, run, TASKS, b"a\0b\n", b"a\0c\n", b"a\0d\n")
    assert done.code not in (0, 1)
    assert "P007" in done.err
    assert text == "a\0c\n"


def test_a_change_of_a_paragraph_that_the_other_branch_moved_away_is_not_lost(
    plan: Path, run: Run
) -> None:
    """The section to which it moved changed on one branch alone: git takes that as it is, without asking."""
    base = edited(plan, TASKS)
    head, part, rest = (
        base[: base.index("  - id: 第二章.1")],
        base[base.index("  - id: 第二章.1") : base.index("  - column")],
        base[base.index("  - column") :],
    )
    git(plan, "checkout", "-qb", "moved")
    (plan / TASKS).write_text(head + rest, encoding="utf-8")
    (plan / GOALS).write_text(edited(plan, GOALS) + part, encoding="utf-8")
    git(plan, "commit", "-qam", "移")
    git(plan, "checkout", "-q", "main")
    (plan / TASKS).write_text(base.replace("学校用房", "闲置校舍"), encoding="utf-8")
    git(plan, "commit", "-qam", "改字")
    done, text = merge(plan, run, TASKS, base, edited(plan, TASKS), head + rest)
    assert done.code == 1
    assert "闲置校舍" in resolved(text, 0)
    assert "闲置校舍" not in resolved(text, 1)


# --- the record ---------------------------------------------------------------------------------------------


def record(*comments: str, earlier: str = "", draft: str = "征求意见稿") -> str:
    """Return a record of comments that delete a word each, behind one closed round."""
    entries = "".join(f"  {name}:\n    edits:\n      - delete: 消毒柜\n" for name in comments)
    edits = "        edits:\n          - delete: 村部\n"
    closed = (
        f"earlier:\n  - draft: 初稿\n    comments:\n      {earlier}:\n{edits}" if earlier else ""
    )
    return f"draft: {draft}\n{closed}" + (f"comments:\n{entries}" if comments else "")


def names(text: str) -> list[str]:
    return [line.strip(" :") for line in text.splitlines() if line.startswith("  镇")]


def test_a_record_is_joined_comment_by_comment(plan: Path, run: Run) -> None:
    versions = (
        record(*comments)
        for comments in (("镇民政办-01",), ("镇财政所-01",), ("镇民政办-01", "镇财政所-02"))
    )
    done, text = merge(plan, run, RECORD, *versions)
    assert done.code == 0
    assert names(text) == ["镇财政所-01", "镇财政所-02"]


@pytest.mark.parametrize("earlier", ["镇民政办-01", ""])
def test_records_behind_different_rounds_are_not_joined(plan: Path, run: Run, earlier: str) -> None:
    one = record("镇财政所-01", earlier="镇财政所-02")
    other = record("镇财政所-01", "镇民政办-01", earlier=earlier)
    for versions in ((one, one, other), (one, other, one)):
        done, _ = merge(plan, run, RECORD, *versions)
        assert done.code == 1
        assert RECORD in done.err


def test_records_on_different_drafts_are_not_joined(plan: Path, run: Run) -> None:
    one, other = (record("镇财政所-01", draft=draft) for draft in ("初稿", "征求意见稿"))
    done, _ = merge(plan, run, RECORD, one, one, other)
    assert done.code == 1
    assert RECORD in done.err


def test_a_record_that_begins_a_round_is_not_joined_to_one_of_the_round_before(
    plan: Path, run: Run
) -> None:
    """On one branch the round ended, and nothing is merged on the new draft yet."""
    before, ended = record("镇民政办-01"), record(earlier="镇民政办-01", draft="送审稿")
    done, _ = merge(plan, run, RECORD, before, ended, record("镇民政办-01", "镇财政所-01"))
    assert done.code == 1
    assert RECORD in done.err


@pytest.mark.parametrize("empty", ["", "draft: 初稿\n", "comments: {}\n"])
def test_an_empty_record_says_nothing_of_its_round(plan: Path, run: Run, empty: str) -> None:
    done, text = merge(plan, run, RECORD, empty, record("镇民政办-01"), record("镇财政所-01"))
    assert done.code == 0
    assert names(text) == ["镇财政所-01", "镇民政办-01"]
    assert "draft: 征求意见稿\n" in text


COMMENT = "comments/镇民政办/01.yaml"


def test_lists_of_a_comment_are_joined_as_lists(plan: Path, run: Run) -> None:
    base = edited(plan, COMMENT)
    head = "unit: 镇民政办\n"
    ours = base.replace(head, f"{head}units: [镇民政办, 镇财政所]\ntopic: [用餐]   # 待定\n")
    theirs = base.replace(head, f"{head}units: [镇民政办, 镇文化站]\n")
    done, text = merge(plan, run, COMMENT, base, ours, theirs)
    assert done.code == 0
    assert "units: [镇民政办, 镇财政所, 镇文化站]\n" in text
    assert text.count("units:") == 1
    assert "topic: 用餐   # 待定\n" in text


def test_what_else_of_a_comment_collides_stays_in_conflict_and_its_lists_do_not(
    plan: Path, run: Run
) -> None:
    base = edited(plan, COMMENT)
    ours, theirs = (f"topic: {topic}\n{base}note: {topic}\n" for topic in ("用餐", "经费"))
    done, text = merge(plan, run, COMMENT, base, ours, theirs)
    assert done.code == 1
    for side, note in enumerate(("用餐", "经费")):
        assert "topic: [用餐, 经费]\n" in resolved(text, side)
        assert resolved(text, side).endswith(f"note: {note}\n")
        assert resolved(text, side).count("topic:") == 1


def test_a_remark_in_a_list_leaves_a_comment_to_git(plan: Path, run: Run) -> None:
    base = edited(plan, COMMENT)
    ours, theirs = (f"{base}topic:\n  # 谁?\n  - {topic}\n" for topic in ("用餐", "经费"))
    done, text = merge(plan, run, COMMENT, base, ours, theirs)
    assert done.code == 1
    assert (resolved(text, 0), resolved(text, 1)) == (ours, theirs)
