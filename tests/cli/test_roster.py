"""unit: the roster by command; what units answered, short names, another name."""

import json
from pathlib import Path

import pytest

from plancli.store.files import read_files
from plancli.store.repository import Repository, load
from tests.conftest import Run, plan_files


def read(folder: Path) -> Repository:
    return load(read_files(folder))


def replies(folder: Path) -> dict[str, str]:
    return {unit.name: str(unit.reply or "") for unit in read(folder).manifest.units}


def test_the_roster_is_shown_with_what_counts(example: Path, run: Run) -> None:
    found = json.loads(run(example, "unit", "--json").out)["units"]
    assert [(unit["name"], unit["reply"], unit["comments"]) for unit in found] == [
        ("镇财政所", "有意见", ["镇财政所-01", "镇财政所-02"]),
        ("镇民政办", "有意见", ["镇民政办-01"]),
        ("镇文化站", "无意见", []),
    ]
    assert found[1]["paragraphs"] == ["第二章.1"]


def test_units_without_comments_say_so_by_command(example: Path, run: Run) -> None:
    assert run(example, "unit", "镇卫生院", "镇司法所", "--add", "--reply", "无意见").code == 0
    assert replies(example)["镇司法所"] == "无意见"
    assert run(example, "unit", "镇卫生院", "--reply", "").code == 0
    assert replies(example)["镇卫生院"] == ""
    assert run(example, "check").code == 0


def test_no_comment_is_not_entered_as_a_comment(example: Path, run: Run) -> None:
    run(example, "unit", "镇司法所", "--add")
    done = run(example, "new", "--unit", "镇司法所", "--opinion", "经研究,我所无修改意见。")
    assert done.code == 2
    assert "P043" in done.err
    hint = "plancli unit 镇司法所 --reply 无意见"
    assert hint in done.err
    assert run(example, *hint.split()[1:]).code == 0
    assert replies(example)["镇司法所"] == "无意见"


def test_an_answer_that_comments_contradict_is_refused(example: Path, run: Run) -> None:
    before = plan_files(example)
    done = run(example, "unit", "镇民政办", "--reply", "无意见")
    assert done.code == 1
    assert "P220" in done.err
    assert plan_files(example) == before


def test_a_comment_of_a_unit_that_had_none_tells_what_to_do(example: Path, run: Run) -> None:
    words = ("--opinion", "增设读报处。", "--insert", "增设读报处。", "--into", "专栏1.1")
    done = run(example, "new", "--unit", "镇文化站", *words)
    assert done.code == 0
    hint = "plancli unit 镇文化站 --reply 有意见"
    assert hint in done.err
    assert run(example, *hint.split()[1:]).code == 0
    assert run(example, "check").code == 0


def test_a_late_reply(example: Path, run: Run) -> None:
    path = example / "plan/plan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("units:", 'deadline: "2020-03-01"\nunits:', 1), encoding="utf-8")
    words = ("--opinion", "改。", "--delete", "和消毒柜", "--received", "2020-03-09")
    assert run(example, "new", "--unit", "镇财政所", *words).code == 0
    hint = "plancli unit 镇财政所 --reply 补充意见"
    assert hint in run(example, "check").out
    assert run(example, *hint.split()[1:]).code == 0
    assert "P221" not in run(example, "check").out


def test_what_was_answered_on_an_earlier_draft(example: Path, run: Run) -> None:
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    path = example / "plan/plan.yaml"
    assert "replies:\n      镇文化站: 无意见\n" in path.read_text(encoding="utf-8")
    words = ("--reply", "逾期视为无意见", "--draft", "征求意见稿")
    assert run(example, "unit", "镇文化站", *words).code == 0
    assert "镇文化站: 逾期视为无意见\n" in path.read_text(encoding="utf-8")
    assert run(example, "unit", "镇文化站", "--reply", "", "--draft", "征求意见稿").code == 0
    assert replies(example)["镇文化站"] == ""


def test_a_short_name_stands_for_the_unit_everywhere(example: Path, run: Run) -> None:
    assert "Near: 镇财政所." in run(example, "unit", "财政所").err
    assert run(example, "unit", "镇财政所", "--alias", "财政所").code == 0
    done = run(example, "new", "--unit", "财政所", "--opinion", "改。", "--delete", "和消毒柜")
    assert done.out.startswith("镇财政所-03 ")
    assert run(example, "decide", "镇财政所-03", "--status", "采纳").code == 0
    assert run(example, "apply", "财政所").code == 0
    assert "镇财政所-03" in read(example).record.comments
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考").code == 0
    assert "镇财政所" in run(example, "reply", "财政所").out
    assert run(example, "show", "财政所").out.startswith("镇财政所 ")
    assert run(example, "revert", "财政所").code == 0


def test_an_unknown_unit_comes_with_those_that_are_near(example: Path, run: Run) -> None:
    done = run(example, "new", "--unit", "镇财政局", "--opinion", "改。")
    assert "Near: 镇财政所." in done.err
    hint = "plancli unit 镇财政局 --add"
    assert hint in done.err
    assert run(example, *hint.split()[1:]).code == 0
    assert run(example, "new", "--unit", "镇财政局", "--opinion", "改。").code == 0


# --- another name -------------------------------------------------------------------------------------------


def test_a_unit_gets_another_name_with_all_that_hangs_on_it(example: Path, run: Run) -> None:
    path = example / "comments/镇财政所/02.yaml"
    text = path.read_text(encoding="utf-8")
    pointing = "decision: {status: 合并, into: 镇民政办-01} # 与民政办同办\n"
    path.write_text(text.replace("decision:\n  status: 待定\n", pointing), encoding="utf-8")
    section = example / "plan/第一章-目标.yaml"
    sourced = (
        section.read_text(encoding="utf-8")
        + "    source: {origin: 复述, comments: [镇民政办-01]}\n"
    )
    section.write_text(sourced, encoding="utf-8")
    before = read(example)

    done = run(example, "unit", "镇民政办", "--rename", "镇社会事务办")
    assert done.code == 0
    after = read(example)
    assert [unit.name for unit in after.manifest.units] == ["镇财政所", "镇社会事务办", "镇文化站"]
    assert after.manifest.aliases == {"镇民政办": "镇社会事务办"}
    assert list(after.record.comments) == ["镇社会事务办-01"]
    assert after.comments["镇社会事务办-01"].opinion == before.comments["镇民政办-01"].opinion
    assert after.comments["镇财政所-02"].decision.into == "镇社会事务办-01"
    assert "# 与民政办同办" in path.read_text(encoding="utf-8")
    assert "comments: [镇社会事务办-01]" in section.read_text(encoding="utf-8")
    assert not (example / "comments/镇民政办/01.yaml").exists()
    # the old name is in the text of plan and draft, which nobody changes by renaming
    assert "镇民政办 still stands in words of: plan/drafts/征求意见稿.yaml" in done.err
    assert run(example, "check").code == 0
    assert run(example, "apply", "镇民政办").out.startswith("镇社会事务办-01 ")


def test_closed_rounds_keep_their_proof_under_the_new_name(example: Path, run: Run) -> None:
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考").code == 0
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    for old, new in (("镇民政办", "镇社会事务办"), ("镇文化站", "镇文旅站")):
        assert run(example, "unit", old, "--rename", new).code == 0
    after = read(example)
    assert list(after.record.earlier[0].comments) == ["镇社会事务办-01"]
    assert [str(name) for name in after.manifest.drafts[0].replies] == ["镇文旅站"]
    assert run(example, "check").code == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["镇民政办", "--rename", "镇财政所"], "P037"),
        (["镇民政办", "--rename", "镇民政办/二科"], "P038"),
        (["镇财政所", "--add"], "P037"),
        (["镇财政所", "--reply", "有异议"], "P111"),
        (["镇林业站", "--reply", "无意见"], "P204"),
        (["--reply", "无意见"], "P014"),
        (["镇民政办", "--alias", "镇财政所"], "P037"),
    ],
)
def test_what_is_refused_changes_nothing(
    example: Path, run: Run, words: list[str], code: str
) -> None:
    before = plan_files(example)
    done = run(example, "unit", *words)
    assert done.code == 2
    assert code in done.err
    assert plan_files(example) == before


def test_a_name_is_for_one_unit(example: Path, run: Run) -> None:
    done = run(example, "unit", "镇民政办", "镇财政所", "--rename", "镇二所")
    assert done.code == 2
    assert "one unit" in done.err
