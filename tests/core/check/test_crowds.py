"""Many findings with one cause are one line; what says something of its own stays by itself."""

from pathlib import Path

import pytest

from plancli.core.check.crowds import one_line_each
from plancli.core.entry import Message, Severity
from plancli.core.finding import Finding, Place
from tests.conftest import Run

WORDS = Message("{id} waits for {what}.", "Do it.", "{count} wait for {what}: {ids}.", "Do all.")


def waiting(*numbers: int, what: str = "坝", said: Message = WORDS) -> list[Finding]:
    found: list[Finding] = []
    for number in numbers:
        params = {"id": f"水运站-{number}", "what": what}
        found.append(Finding("P401", params, place=Place(f"{number}.yaml", 1, 1), said=said))
    return found


def test_three_are_read_one_by_one_and_four_are_a_crowd() -> None:
    assert one_line_each(waiting(1, 2, 3)) == waiting(1, 2, 3)
    (one,) = one_line_each(waiting(1, 2, 3, 4))
    assert one.place == Place("1.yaml", 1, 1)
    assert (one.params["count"], one.params["ids"]) == ("4", "水运站-1、水运站-2、水运站-3、…")
    assert one.said == Message("{count} wait for {what}: {ids}.", "Do all.")


def test_a_crowd_stands_where_its_first_one_stood_and_all_else_keeps_its_place() -> None:
    before, between = waiting(8, what="桥"), waiting(9, what="桥")
    shown = one_line_each([*before, *waiting(1, 2), *between, *waiting(3, 4)])
    assert [one.params.get("count", "1") for one in shown] == ["1", "4", "1"]
    assert (shown[0], shown[2]) == (before[0], between[0])


def test_what_says_something_else_is_of_another_cause() -> None:
    apart = [*waiting(1, 2, what="坝"), *waiting(3, 4, what="桥")]
    assert one_line_each(apart) == apart
    weights = [one._replace(severity=Severity.NOTE) for one in waiting(3, 4)]
    assert len(one_line_each([*waiting(1, 2), *weights])) == 4


def test_without_words_for_many_each_is_told() -> None:
    each = waiting(*range(9), said=Message("{id} waits.", "Do it."))
    assert one_line_each(each) == each
    unsaid = [one._replace(said=None) for one in each]
    assert one_line_each(unsaid) == unsaid


@pytest.mark.parametrize("status", ["采纳", "待定"])
def test_check_tells_a_crowd_in_one_line_and_each_when_asked(
    status: str, example: Path, run: Run
) -> None:
    for number in range(3, 8):
        text = "unit: 镇财政所\nopinion: 添一件。\n"
        text += "edits:\n  - {insert: 、蒸箱NO台, after: 冷藏柜, order: NO}\n"
        text += f"decision: {{status: {status}, reply: 已改。}}\n"
        path = example / f"comments/镇财政所/0{number}.yaml"
        path.write_text(text.replace("NO", str(number)), encoding="utf-8")
    manifest = example / "plan/plan.yaml"
    with manifest.open("a", encoding="utf-8") as file:
        file.write("deadline: 2026-03-01\n")
    day = ("--today", "2030-01-01")
    code = "P401" if status == "采纳" else "P223"
    counts: list[int] = []
    for words in ((), ("--each",), ("--format", "junit"), ("--format", "json")):
        counts.append(run(example, "check", *day, *words).out.count(f"{code}"))
    one, each, *others = counts
    assert (one, each > 4) == (1, True)
    assert all(count >= each for count in others)
