"""A unit's mistake is the unit's: it is entered, decided and noted, and holds up only what needs a place."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

FILE = "comments/镇财政所/03.yaml"

WRONG = {
    "words that the draft does not have": ("--replace", "配备烤箱", "--with", "配备蒸箱"),
    "words that stand in several places": ("--delete", "食堂"),
    "a fragment of a number": ("--replace", "26年底", "--with", "27年底"),
    "an ellipsis over a negation": ("--delete", "每个食堂……80平方米"),
    "words over heading and text": (
        "--replace",
        "总体目标。到2026年底",
        "--with",
        "总体目标到2026年底",
    ),
}
PLACES = {
    "another page": ("--cites", "第9页"),
    "words that no grammar reads": ("--cites", "贵办来函背面那张单子"),
    "a section that the draft does not have": ("--section", "第九章"),
    "a passage that is not there": ("--original", "配备烤箱和蒸箱"),
}


def findings(plan: Path, run: Run) -> set[tuple[str, str]]:
    """Return code and severity of what is found in the comment."""
    printed = json.loads(run(plan, "check", "--json").out)["findings"]
    return {(one["code"], one["severity"]) for one in printed if one["file"] == FILE}


def entered(plan: Path, run: Run, *words: str) -> None:
    assert run(plan, "new", "--unit", "镇财政所", "--opinion", "建议修改。", *words).code == 0


@pytest.mark.parametrize("mistake", WRONG)
@pytest.mark.parametrize(
    "decision",
    [
        ("--status", "不采纳", "--reason", "按建设标准执行。"),
        ("--status", "解释说明", "--reason", "另有安排。"),
        ("--status", "修改后采纳", "--edit", "{replace: 优先利用, with: 首先利用}"),
    ],
)
def test_a_misquoted_comment_is_entered_and_decided(
    example: Path, run: Run, mistake: str, decision: tuple[str, ...]
) -> None:
    entered(example, run, *WRONG[mistake])
    assert findings(example, run) == {("P308", "note")}
    assert run(example, "decide", "镇财政所-03", *decision).code == 0
    run(example, "apply", "--all")
    assert findings(example, run) == {("P308", "note")}
    assert run(example, "check").code == 0


@pytest.mark.parametrize("mistake", WRONG)
def test_only_merging_what_was_asked_is_refused(example: Path, run: Run, mistake: str) -> None:
    entered(example, run, *WRONG[mistake])
    decided = run(example, "decide", "镇财政所-03", "--status", "采纳", "--reply", "照办。")
    assert decided.code == 0
    assert "Next: plancli apply" not in decided.err
    assert run(example, "apply", "镇财政所-03").code == 1
    ((code, severity),) = findings(example, run)
    assert code in {"P301", "P302", "P304", "P305", "P307"}
    assert severity == "error"
    # what the finding advises
    instead = "{replace: 优先利用, with: 首先利用}"
    given = ("--status", "修改后采纳", "--edit", instead)
    assert run(example, "decide", "镇财政所-03", *given).code == 0
    assert run(example, "apply", "镇财政所-03").code == 0
    assert findings(example, run) == {("P308", "note")}


@pytest.mark.parametrize("mistake", PLACES)
def test_a_wrong_place_is_a_note_and_the_words_count(example: Path, run: Run, mistake: str) -> None:
    edit = ("--replace", "配备冷藏柜", "--with", "配备大冷藏柜")
    entered(example, run, *PLACES[mistake], *edit)
    assert {severity for _, severity in findings(example, run)} == {"note"}
    assert run(example, "decide", "镇财政所-03", "--status", "采纳").code == 0
    assert run(example, "apply", "镇财政所-03").code == 0
    assert {severity for _, severity in findings(example, run)} == {"note"}
    assert run(example, "check").code == 0
    assert "配备大冷藏柜" in (example / "plan/第二章-任务.yaml").read_text(encoding="utf-8")


def test_the_office_may_change_another_page_than_the_unit_cites(example: Path, run: Run) -> None:
    edit = ("--replace", "配备冷藏柜", "--with", "配备大冷藏柜")
    entered(example, run, "--cites", "第2页", *edit)
    instead = "{replace: 社区食堂6个, with: 有冷藏柜的社区食堂6个}"
    given = ("--status", "修改后采纳", "--edit", instead)
    assert run(example, "decide", "镇财政所-03", *given).code == 0
    assert run(example, "apply", "镇财政所-03").code == 0
    assert findings(example, run) == set()


def test_the_office_quotes_the_draft(example: Path, run: Run) -> None:
    entered(example, run, "--delete", "和消毒柜")
    before = (example / FILE).read_bytes()
    given = ("--status", "修改后采纳", "--edit", "{delete: 和烤箱}")
    refused = run(example, "decide", "镇财政所-03", *given)
    assert refused.code == 1
    assert "P301" in refused.err
    assert (example / FILE).read_bytes() == before


def test_a_weight_of_the_plan_blocks_no_unit(example: Path, run: Run) -> None:
    path = example / "plan/plan.yaml"
    rules = "rules: {P303: error, P306: error, P308: error}\n"
    path.write_text(path.read_text(encoding="utf-8") + rules, encoding="utf-8")
    entered(example, run, "--cites", "第9页背面", "--delete", "和烤箱")
    assert findings(example, run) == {("P306", "error"), ("P308", "error")}


def test_words_of_another_unit_are_named(example: Path, run: Run) -> None:
    entered(example, run, "--replace", "午餐和晚餐", "--with", "午餐和夜宵")
    assert findings(example, run) == {("P308", "note"), ("P309", "note")}
    assert "镇民政办-01 proposes" in run(example, "check").out


@pytest.mark.parametrize(
    "words",
    [
        "、油烟净化器",  # its own unit proposes them
        "和晚餐",  # few characters are nobody's
        "早餐和午餐",  # the draft has them
    ],
)
def test_whose_words_are_not_told_where_they_are_no_other_units(
    example: Path, run: Run, words: str
) -> None:
    entered(example, run, "--delete", words)
    assert "P309" not in {code for code, _ in findings(example, run)}


def test_a_citation_that_is_not_read_keeps_no_words_from_being_located(
    example: Path, run: Run
) -> None:
    entered(example, run, "--cites", "专栏1第1条第2款", "--delete", "和消毒柜")
    located = run(example, "locate", "镇财政所-03")
    assert located.code == 0
    assert "专栏1.1" in located.out
    assert "第2款" in located.out


def test_a_level_that_is_not_there_chooses_no_place(example: Path, run: Run) -> None:
    entered(example, run, "--cites", "第二章第1条第2款", "--delete", "食堂")
    assert findings(example, run) == {("P306", "note"), ("P308", "note")}
    assert run(example, "decide", "镇财政所-03", "--status", "采纳").code == 0
    done = run(example, "apply", "镇财政所-03")
    assert done.code == 1
    assert "several places" in done.out
