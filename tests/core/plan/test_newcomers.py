"""How parts that came are numbered."""

import pytest

from plancli.core.plan.counting import counted
from plancli.core.plan.model import Column, Paragraph, Part, Section
from plancli.core.plan.newcomers import like_their_own
from plancli.core.plan.numbered import parts_with_numbers
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline


def lists(*headings: str, column: str = "") -> Outline:
    """Return a plan with paragraphs by their headings, which are their ids too, and a column."""
    body: list[Part] = [Paragraph(id=words, heading=words, text="略。") for words in headings]
    if column:
        body.append(Column(column=column, title="栏"))
    return Outline([Section(key="第一章", title="章", body=tuple(body))])


def came(draft: Outline, plan: Outline, told: dict[str, object]) -> dict[str, str]:
    """Return the numbers that parts ought to have which the draft does not have."""
    numbers = counted(draft, plan, Numbering.model_validate(told))
    return {key: number for key, number in numbers.items() if not draft.has_part(key)}


@pytest.mark.parametrize(
    ("before", "after", "told", "number"),
    [
        (("1.甲", "2.乙"), ("1.甲", "丙", "2.乙"), {}, "2."),
        (("1.甲", "2.乙"), ("1.甲", "2.乙", "丙"), {}, "3."),
        # between two of one series, whatever else the list has
        (
            ("(一)甲", "1.子", "2.丑", "(二)乙"),
            ("(一)甲", "1.子", "丙", "2.丑", "(二)乙"),
            {},
            "2.",
        ),
        # behind the last of one and before the next of another: it could be of either
        (("(一)甲", "1.子", "(二)乙"), ("(一)甲", "1.子", "丙", "(二)乙"), {}, None),
        (("甲", "1.子", "2.丑"), ("甲", "1.子", "丙", "2.丑"), {}, "2."),
        (("甲", "1.子", "2.丑"), ("甲", "1.子", "2.丑", "丙"), {}, None),
        (("甲", "1.子", "2.丑"), ("甲", "1.子", "2.丑", "丙"), {"item": "{1}."}, None),
        (("1.子", "2.丑"), ("1.子", "2.丑", "(一)丙"), {"item": "{1}."}, "3."),
        (("甲", "乙"), ("甲", "乙", "丙"), {"item": "{1}."}, None),
        (
            ("1.甲", "表1 水量"),
            ("1.甲", "表1 水量", "丙"),
            {"item": "{1}.", "table": "表{1}"},
            "2.",
        ),
    ],
)
def test_a_paragraph_is_numbered_as_those_beside_it(
    before: tuple[str, ...], after: tuple[str, ...], told: dict[str, object], number: str | None
) -> None:
    new = next(name for name in after if name not in before)
    assert came(lists(*before), lists(*after), told).get(new) == number


@pytest.mark.parametrize(
    ("told", "numbers"),
    [
        ({}, {}),
        ({"column": "专栏{1}"}, {"第一章/灌区": "专栏1"}),
        ({"chapter": "第{一}章", "table": "表{1}-{1}"}, {"第一章/灌区": "表1-1"}),
    ],
)
def test_the_first_column_of_a_plan_is_numbered_as_declared(
    told: dict[str, object], numbers: dict[str, str]
) -> None:
    assert came(lists("甲"), lists("甲", column="灌区"), told) == numbers


def test_a_part_of_the_draft_keeps_the_number_that_it_has_there() -> None:
    draft, plan = lists("1.甲", "2.乙"), lists("1.甲", "2.乙")
    read = like_their_own(parts_with_numbers(draft, Numbering()), plan, Numbering())
    assert {key: one.part.counted for key, one in read.items()} == {
        "第一章": 1,
        "1.甲": 1,
        "2.乙": 2,
    }
