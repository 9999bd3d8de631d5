"""Two branches of a plan, merged by real git with the driver that git-setup names."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run, git, plan_files

TRAFFIC = "plan/第四章/17-智慧交通工程.yaml"
CITY = "plan/第四章/12-智慧城管工程.yaml"


def branch(folder: Path, run: Run, name: str, *ids: str) -> None:
    """Begin a branch at main on which comments are applied."""
    git(folder, "checkout", "-q", "-B", name, "main")
    if ids:
        assert run(folder, "apply", *ids, "--commit").code == 0


def merged(folder: Path, *words: str) -> str:
    """Run a merging command of git; return what it says, and its exit code as the last word."""
    import subprocess

    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)
    return f"{done.stdout}{done.stderr}\n{done.returncode}"


def unmerged(folder: Path) -> list[str]:
    listed = git(folder, "-c", "core.quotepath=false", "diff", "--name-only", "--diff-filter=U")
    return listed.split()


def comment(folder: Path, name: str, edits: str) -> None:
    """Write one more adopted comment of 市公安局."""
    path = folder / f"comments/市公安局/{name}.yaml"
    path.write_text(
        f"unit: 市公安局\nopinion: 改。\nedits: [{edits}]\ndecision: {{status: 采纳}}\n",
        encoding="utf-8",
    )


def replaced(folder: Path, path: str, old: str, new: str) -> None:
    """Change words of a file by hand, as the drafting office does."""
    file = folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other"), [("市城管局-01", "市城管局-02"), ("市交通运输局-01", "市公安局-02")]
)
def test_comments_on_one_sentence_merge_as_if_applied_together(
    ready: Path, run: Run, one: str, other: str
) -> None:
    branch(ready, run, "together")
    assert run(ready, "apply", one, other).code == 0
    wanted, checked = plan_files(ready), run(ready, "check")
    git(ready, "checkout", "-qf", "main")
    branch(ready, run, "one", one)
    branch(ready, run, "other", other)
    assert merged(ready, "merge", "-q", "--no-edit", "one").endswith("\n0")
    assert plan_files(ready) == wanted
    assert run(ready, "check") == checked
    assert git(ready, "status", "--porcelain") == ""


@pytest.mark.parametrize("words", [["cherry-pick", "one"], ["rebase", "-q", "one"]])
def test_picked_and_rebased_commits_merge_by_their_comments_too(
    ready: Path, run: Run, words: list[str]
) -> None:
    branch(ready, run, "one", "市城管局-01")
    branch(ready, run, "other", "市城管局-02")
    assert merged(ready, *words).endswith("\n0")
    moved = plan_files(ready)
    branch(ready, run, "together")
    assert run(ready, "apply", "市城管局-01", "市城管局-02").code == 0
    assert plan_files(ready) == moved


def test_a_reverted_commit_takes_its_comment_out_beside_another(ready: Path, run: Run) -> None:
    branch(ready, run, "wanted", "市交通运输局-01")
    wanted = plan_files(ready)
    branch(ready, run, "both", "市交通运输局-01", "市公安局-02")
    assert merged(ready, "revert", "--no-edit", "HEAD~1").endswith("\n0")
    assert plan_files(ready) == wanted


def test_two_wordings_of_one_place_stop_the_merge(ready: Path, run: Run) -> None:
    comment(ready, "08", "{replace: 推广智慧停车, with: 大力推广智慧停车}")
    comment(ready, "09", "{replace: 推广智慧停车, with: 稳步推广智慧停车}")
    git(ready, "add", "-A")
    git(ready, "commit", "-qm", "两条意见")
    branch(ready, run, "one", "市公安局-08", "市交通运输局-01")
    branch(ready, run, "other", "市公安局-09", "市公安局-02")
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert unmerged(ready) == [TRAFFIC]
    for words in ("17.1", "the draft      推广智慧停车", "市公安局-08    大力推广智慧停车"):
        assert words in said
    assert "市公安局-09    稳步推广智慧停车" in said
    lines = (ready / TRAFFIC).read_text(encoding="utf-8").splitlines()
    start = lines.index("<<<<<<< HEAD")
    assert lines[start + 1 : start + 5] == [
        "      稳步推广智慧停车,提高停车位综合利用率。",
        "=======",
        "      大力推广智慧停车,提高停车位综合利用率。",
        ">>>>>>> one",
    ]
    settled = [line for line in lines[: start + 2] + lines[start + 5 :] if line != "<<<<<<< HEAD"]
    (ready / TRAFFIC).write_text("\n".join([*settled, ""]), encoding="utf-8")
    text = (ready / TRAFFIC).read_text(encoding="utf-8")
    assert "开展农村交通运输综合信息服务平台建设" in text  # what 市交通运输局-01 adds
    assert "对接公安系统" in text  # what 市公安局-02 adds
    found = run(ready, "check").out
    assert "P403 市公安局-08 cannot be merged in 17.1" in found
    assert run(ready, "revert", "市公安局-08").code == 0
    assert "稳步推广智慧停车" in (ready / TRAFFIC).read_text(encoding="utf-8")


def test_the_offices_own_changes_of_both_branches_are_kept(ready: Path, run: Run) -> None:
    branch(ready, run, "one", "市交通运输局-01")
    replaced(ready, TRAFFIC, "线网优化与城乡", "线网优化和城乡")
    replaced(ready, TRAFFIC, "title: 智慧交通工程", "title: 智慧交通工程 # 题目已核")
    git(ready, "commit", "-qam", "改字")
    branch(ready, run, "other", "市公安局-02")
    replaced(ready, TRAFFIC, "探索网约车等新业态监管模式", "完善网约车等新业态监管模式")
    replaced(ready, TRAFFIC, "origin: 推断", "origin: 复述")
    git(ready, "commit", "-qam", "改字")
    assert merged(ready, "merge", "-q", "--no-edit", "one").endswith("\n0")
    text = (ready / TRAFFIC).read_text(encoding="utf-8")
    for words in (
        "线网优化和城乡",
        "完善网约车",
        "# 题目已核",
        "origin: 复述",
        "对接公安系统",
        "开展农村",
    ):
        assert words in text
    assert "P409" not in run(ready, "check").out


def test_a_change_of_the_office_against_a_comment_stops_the_merge(ready: Path, run: Run) -> None:
    branch(ready, run, "one", "市交通运输局-01")
    branch(ready, run, "other")
    replaced(ready, TRAFFIC, "城铁通等", "城铁等")
    git(ready, "commit", "-qam", "改字")
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert unmerged(ready) == [TRAFFIC]
    assert "HEAD (the drafting office)" in said
    assert "one (市交通运输局-01)" in said
    text = (ready / TRAFFIC).read_text(encoding="utf-8")
    assert text.count("城铁等") == 1
    assert text.count("汽车站等重点区域") == 1


def test_two_changes_of_the_office_merge_by_characters_and_numbers_never_mix(
    ready: Path, run: Run
) -> None:
    """Without records to go by: a commit that no branch holds is picked."""
    path = "plan/第五章-保障措施.yaml"
    replaced(
        ready, path, "title: 保障措施", "title: 保障措施\n# 到2025年建成5G基站2万个,加强建设管理。"
    )
    git(ready, "commit", "-qam", "x")
    for name, old, new in (("one", "组织", "全面组织"), ("other", "加强", "切实加强")):
        branch(ready, run, name)
        replaced(ready, path, old, new)
        git(ready, "commit", "-qam", name)
    lost = git(ready, "rev-parse", "one").strip()
    git(ready, "branch", "-qD", "one")
    said = merged(ready, "cherry-pick", lost)
    assert said.endswith("\n0"), said
    assert "切实加强" in (ready / path).read_text(encoding="utf-8")
    assert "全面组织" in (ready / path).read_text(encoding="utf-8")


def test_titles_in_conflict_are_named(ready: Path, run: Run) -> None:
    for name, words in (("one", "智能"), ("other", "现代")):
        branch(ready, run, name)
        replaced(ready, TRAFFIC, "title: 智慧交通工程", f"title: {words}交通工程")
        replaced(ready, TRAFFIC, "title: 智慧交通重点工作", f"title: {words}交通重点工作")
        git(ready, "commit", "-qam", name)
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert f"{TRAFFIC}: the branches do not agree\n" in said
    for title in ("交通工程", "交通重点工作"):
        assert f"    before                      智慧{title}\n" in said
        assert f"    HEAD (the drafting office)  现代{title}\n" in said
        assert f"    one (the drafting office)   智能{title}\n" in said
    assert said.index("  第四章/17 title\n") < said.index("  第四章/17/专栏15 title\n")


def test_a_title_in_conflict_is_named_beside_words_in_conflict(ready: Path, run: Run) -> None:
    for name, words in (("one", "智能"), ("other", "现代")):
        branch(ready, run, name)
        replaced(ready, TRAFFIC, "title: 智慧交通工程", f"title: {words}交通工程")
        replaced(ready, TRAFFIC, "推广智慧停车", f"推广{words}停车")
        git(ready, "commit", "-qam", name)
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.index("  第四章/17 title\n") < said.index("  17.1\n")


def test_lines_in_conflict_that_are_no_words_are_named(ready: Path, run: Run) -> None:
    for name in ("one", "other"):
        branch(ready, run, name)
        replaced(ready, TRAFFIC, "title: 智慧交通工程", f"title: 智慧交通工程  # {name}")
        git(ready, "commit", "-qam", name)
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert f"{TRAFFIC}: both branches changed the same lines; no wording is in conflict" in said


def test_one_comment_recorded_with_different_edits_stops_the_merge(ready: Path, run: Run) -> None:
    for name, words in (("one", "大力推广智慧停车"), ("other", "稳步推广智慧停车")):
        branch(ready, run, name)
        comment(ready, "08", f"{{replace: 推广智慧停车, with: {words}}}")
        git(ready, "add", "-A")
        git(ready, "commit", "-qm", "意见")
        assert run(ready, "apply", "市公安局-08", "--commit").code == 0
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert "both branches changed what is recorded of 市公安局-08" in said
    assert set(unmerged(ready)) == {"plan/applied.yaml", TRAFFIC, "comments/市公安局/08.yaml"}
    assert (ready / "plan/applied.yaml").read_text(encoding="utf-8").count("<<<<<<<") == 1


def test_an_unreadable_file_is_merged_by_lines_and_stays_unmerged(ready: Path, run: Run) -> None:
    branch(ready, run, "one", "市交通运输局-01")
    branch(ready, run, "other")
    replaced(ready, TRAFFIC, "title: 智慧交通工程", "title: [智慧交通工程")
    git(ready, "commit", "-qam", "坏")
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert unmerged(ready) == [TRAFFIC]
    assert "merged line by line, not by its comments; read it" in said
    text = (ready / TRAFFIC).read_text(encoding="utf-8")
    assert "title: [智慧交通工程" in text
    assert "开展农村交通运输综合信息服务平台建设" in text


def test_without_records_two_additions_at_one_place_stop_the_merge(ready: Path, run: Run) -> None:
    branch(ready, run, "one", "市城管局-01")
    lost = git(ready, "rev-parse", "HEAD").strip()
    branch(ready, run, "other", "市城管局-02")
    git(ready, "branch", "-qD", "one")
    said = merged(ready, "cherry-pick", lost)
    assert said.endswith("\n1")
    assert unmerged(ready) == [CITY]
    text = (ready / CITY).read_text(encoding="utf-8")
    assert text.index("<<<<<<< HEAD") < text.index("打造城市管理资源") < text.index("=======")
    assert text.index("=======") < text.index("环卫企业的考核监管") < text.index(">>>>>>> theirs")


def test_two_comments_that_each_add_a_paragraph_of_one_heading_stand_side_by_side(
    ready: Path, run: Run
) -> None:
    for name, words in (("08", "甲。"), ("09", "乙。")):
        comment(ready, name, f"{{add: {{id: 新.{name}, heading: 新, text: {words}}}, to: 专栏15}}")
    git(ready, "add", "-A")
    git(ready, "commit", "-qm", "两条意见")
    branch(ready, run, "one", "市公安局-08")
    branch(ready, run, "other", "市公安局-09")
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    told = said[said.index("  新.08\n") : said.index("    → ")].splitlines()
    assert [line.split()[-1] for line in told[1:4]] == ["—", "新。甲。", "新。乙。"]
    assert [line.split()[0] for line in told[2:4]] == ["市公安局-08", "市公安局-09"]
    assert len(told) == 5  # and the joint wording
    text = (ready / TRAFFIC).read_text(encoding="utf-8")
    ours, theirs = (
        f"      - id: 新.{name}\n        heading: 新\n        text: |-\n          {words}\n"
        for name, words in (("09", "乙。"), ("08", "甲。"))
    )
    both = f"<<<<<<< HEAD\n{ours}=======\n{theirs}>>>>>>> one\n"
    assert both in text
    (ready / TRAFFIC).write_text(text.replace(both, ours), encoding="utf-8")
    assert run(ready, "revert", "市公安局-08").code == 0
    assert "P409" not in run(ready, "check").out
    assert ours in (ready / TRAFFIC).read_text(encoding="utf-8")


def test_a_paragraph_that_one_branch_alone_has_is_told_once_and_by_nobody_else(
    ready: Path, run: Run
) -> None:
    """Both branches change one sentence; one of them also has a new paragraph, in the words of the office."""
    new = "  - id: 新\n    heading: 新\n    text: 新话。\n  - column: 专栏15"
    for name, column in (("one", new), ("other", "  - column: 专栏15 # 记")):
        branch(ready, run, name)
        replaced(ready, TRAFFIC, "推广智慧停车", f"{name}智慧停车")
        replaced(ready, TRAFFIC, "  - column: 专栏15", column)
        git(ready, "commit", "-qam", name)
    said = merged(ready, "merge", "--no-edit", "one")
    assert "HEAD (the drafting office)  other智慧停车" in said
    assert "  新\n" not in said


def test_without_records_nobody_is_named_and_nothing_is_called_deleted(
    ready: Path, run: Run
) -> None:
    comment(ready, "08", "{add: {id: 新.08, heading: 新, text: 甲。}, to: 专栏15}")
    comment(ready, "09", "{add: {id: 新.09, heading: 新, text: 乙。}, to: 专栏15}")
    branch(ready, run, "one", "市公安局-08")
    lost = git(ready, "rev-parse", "HEAD").strip()
    branch(ready, run, "other", "市公安局-09")
    replaced(ready, TRAFFIC, "推广智慧停车", "推行智慧停车")
    git(ready, "commit", "-qam", "other")
    git(ready, "branch", "-qD", "one")
    said = merged(ready, "cherry-pick", lost)
    assert "(delete)" not in said
    assert "the drafting office" not in said


def test_rounds_that_ended_on_both_branches_are_not_joined_silently(ready: Path, run: Run) -> None:
    for name, ids in (("one", "市城管局-01"), ("other", "市城管局-02")):
        branch(ready, run, name, ids)
        assert run(ready, "freeze", f"送审稿{name}", "--circulate").code == 0
        git(ready, "add", "-A")
        git(ready, "commit", "-qm", "送审稿")
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert "plan/applied.yaml" in unmerged(ready)
    assert "plan/applied.yaml: merged line by line, not by its comments" in said


def test_an_emptied_file_is_left_in_conflict(ready: Path, run: Run) -> None:
    branch(ready, run, "one", "市城管局-01")
    branch(ready, run, "other")
    (ready / CITY).write_bytes(b"")
    git(ready, "commit", "-qam", "空")
    said = merged(ready, "merge", "--no-edit", "one")
    assert said.endswith("\n1")
    assert "Traceback" not in said
    assert unmerged(ready) == [CITY]


def test_outside_a_plan_files_merge_as_git_merges_them(tmp_path: Path, run: Run) -> None:
    """With git-setup --global every plan/ folder is asked about, also of other projects."""
    base, ours, theirs = (tmp_path / name for name in ("base", "ours", "theirs"))
    for file, text in ((base, "a\nb\nc\n"), (ours, "a1\nb\nc\n"), (theirs, "a\nb\nc1\n")):
        file.write_text(text, encoding="utf-8")
    words = [str(base), str(ours), str(theirs), "plan/x.yaml", "9"]
    assert run(tmp_path, "git-merge", *words) == (0, "", "")
    assert ours.read_text(encoding="utf-8") == "a1\nb\nc1\n"
    theirs.write_text("a2\nb\nc1\n", encoding="utf-8")
    assert run(tmp_path, "git-merge", *words).code == 1
    assert "<<<<<<<<< HEAD\na1\n=========\na2\n>>>>>>>>> theirs\n" in ours.read_text(
        encoding="utf-8"
    )


def test_two_comments_under_one_number_are_both_kept(ready: Path) -> None:
    """Two clerks enter letters of one unit on branches of their own, and both write number 08."""
    letters = {
        "one": [("08", "建议增加夜间巡查。"), ("09", "建议增加预算。")],
        "two": [("08", "建议删去第二句。"), ("10", "建议另行安排。")],
    }
    for name, written in letters.items():
        git(ready, "checkout", "-q", "-B", name, "main")
        for number, opinion in written:
            path = ready / f"comments/市公安局/{number}.yaml"
            path.write_text(f"unit: 市公安局\nopinion: {opinion}\n", encoding="utf-8")
        git(ready, "add", "-A")
        git(ready, "commit", "-qm", name)
    git(ready, "checkout", "-q", "one")
    said = merged(ready, "merge", "two")
    assert "市公安局-08; that of the other branch is now 市公安局-11" in said
    assert unmerged(ready) == ["comments/市公安局/08.yaml"]
    hint = next(line for line in said.splitlines() if "→" in line)
    git(ready, *hint.split("git ")[1].split(". ")[0].split())
    git(ready, "commit", "-qm", "merged")
    opinions = [
        (ready / f"comments/市公安局/{number}.yaml").read_text(encoding="utf-8").splitlines()[1]
        for number in ("08", "09", "10", "11")
    ]
    assert opinions == [
        "opinion: 建议增加夜间巡查。",
        "opinion: 建议增加预算。",
        "opinion: 建议另行安排。",
        "opinion: 建议删去第二句。",
    ]


def test_one_letter_entered_on_both_branches_is_one_comment(ready: Path) -> None:
    for name, status in (("one", "待定"), ("two", "留作参考")):
        git(ready, "checkout", "-q", "-B", name, "main")
        path = ready / "comments/市公安局/08.yaml"
        told = f"unit: 市公安局\nopinion: 建议改。\ndecision:\n  status: {status}\n"
        path.write_text(told, encoding="utf-8")
        git(ready, "add", "-A")
        git(ready, "commit", "-qm", name)
    said = merged(ready, "merge", "one")
    assert "is now" not in said
    assert not (ready / "comments/市公安局/09.yaml").exists()


@pytest.mark.parametrize("into", ["frozen", "applied"])
def test_one_branch_freezes_while_the_other_applies(ready: Path, run: Run, into: str) -> None:
    """What was applied is not in the draft that was circulated: it is carried over, and nothing is lost."""
    branch(ready, run, "applied", "市公安局-02")
    branch(ready, run, "frozen", "市城管局-01")
    assert run(ready, "freeze", "送审稿", "--circulate").code == 0
    git(ready, "add", "-A")
    git(ready, "commit", "-qm", "送审稿")
    git(ready, "checkout", "-q", into)
    said = merged(ready, "merge", "applied" if into == "frozen" else "frozen")
    assert "送审稿 was circulated on one branch while the other applied 市公安局-02" in said
    assert unmerged(ready) == ["plan/applied.yaml"]
    hints = [line.split("→ ")[1] for line in said.splitlines() if "→" in line]
    assert hints == [
        "git add plan/applied.yaml; then plancli rebase 市公安局-02 && plancli apply 市公安局-02"
    ]
    git(ready, "add", "plan/applied.yaml")
    assert run(ready, "rebase", "市公安局-02").code == 0
    assert run(ready, "apply", "市公安局-02").code == 0
    git(ready, "commit", "-aqm", "merged")
    found = json.loads(run(ready, "check", "--json").out)["findings"]
    wrong = {one["file"] for one in found if one["severity"] == "error"}
    assert not {"comments/市公安局/02.yaml", "comments/市城管局/01.yaml"} & wrong
    assert not {"P402", "P405", "P409"} & {one["code"] for one in found}
