"""The numbers that parts ought to have after some came, went or moved."""

import pytest

from plancli.core.plan.counting import counted
from plancli.core.plan.model import Column, Paragraph, Part, Section
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline, number_of

_NONE = Numbering()


def plan(*parts: str) -> Outline:
    """Return a plan: "第一章/2<第一章/一" stands below 一, "第一章+专栏1" has a column."""
    sections: list[Section] = []
    for words in parts:
        named, *columns = words.split("+")
        key, _, parent = named.partition("<")
        body: tuple[Part, ...] = tuple(Column(column=name, title="栏") for name in columns)
        sections.append(Section(key=key, title="题", parent=parent or None, body=body))
    return Outline(sections)


def changed(draft: Outline, now: Outline, numbering: Numbering = _NONE) -> dict[str, str]:
    return {
        key: one
        for key, one in counted(draft, now, numbering).items()
        if one != now.all_numbers.get(key)
    }


_DRAFT = (
    "第一章", "第一章/一+专栏1", "第一章/1<第一章/一", "第一章/2<第一章/一",
    "第一章/二+专栏2", "第一章/3<第一章/二", "第二章", "第二章/一+专栏3", "第二章/1<第二章/一",
)  # fmt: skip


def without(*names: str) -> list[str]:
    return [part for part in _DRAFT if part.partition("<")[0].partition("+")[0] not in names]


@pytest.mark.parametrize(
    ("now", "numbers"),
    [
        (list(_DRAFT), {}),
        # columns are counted through the plan, sections anew in each chapter
        (
            without("第一章/一", "第一章/1", "第一章/2"),
            {
                "第一章/二": "一",
                "第一章/3": "1",
                "第一章/二/专栏2": "专栏1",
                "第二章/一/专栏3": "专栏2",
            },
        ),
        (
            ["第二章", "第二章/一+专栏3", "第二章/1<第二章/一", *_DRAFT[:6]],
            {
                "第二章": "第一章",
                "第一章": "第二章",
                "第二章/一/专栏3": "专栏1",
                "第一章/一/专栏1": "专栏2",
                "第一章/二/专栏2": "专栏3",
            },
        ),
        # what came is counted as its like, whatever its key says
        (
            [*_DRAFT[:4], "第一章/补充<第一章/一", *_DRAFT[4:]],
            {"第一章/补充": "3", "第一章/3": "4"},
        ),
        ([*_DRAFT, "第三章+灌区"], {"第三章/灌区": "专栏4"}),
    ],
)
def test_numbers_follow(now: list[str], numbers: dict[str, str]) -> None:
    assert changed(plan(*_DRAFT), plan(*now)) == numbers


def test_what_the_draft_leaves_out_stays_left_out() -> None:
    draft = plan("第二章", "第二章/7", "第二章/8", "第二章/11", "第二章/12")
    assert changed(draft, draft) == {}
    shorter = plan("第二章", "第二章/7", "第二章/11", "第二章/12")
    assert changed(draft, shorter) == {"第二章/11": "10", "第二章/12": "11"}
    first_gone = plan("第二章", "第二章/8", "第二章/11", "第二章/12")
    assert changed(draft, first_gone) == {"第二章/8": "7", "第二章/11": "10", "第二章/12": "11"}


def test_a_part_without_a_number_has_none() -> None:
    draft = plan("前言", "第一章")
    assert "前言" not in counted(draft, draft, Numbering())
    assert number_of(draft.sections["前言"]) == "前言"


def entries(**lists: str) -> Outline:
    """Return a plan of two paragraphs that hold lists: a name with its number behind it, or alone."""
    body: list[Part] = []
    for name, words in lists.items():
        items: list[Paragraph] = []
        for one in words.split():
            key, _, number = one.partition("=")
            items.append(Paragraph(id=key, number=number or None, text="略。"))
        body.append(Paragraph(id=name, number="（一）", text="略。", items=tuple(items)))
    body[-1] = body[-1].model_copy(update={"number": "（二）"})
    return Outline([Section(key="第一章", title="题", body=tuple(body))])


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        # of one list alone nobody knows that its numbers go on elsewhere: each list begins anew
        ("x=(1) z=(3)", "u y=(2) v", {"y": "(1)", "z": "(2)"}),
        ("x=(1) y=(2)", "z=(3) u v", {"z": "(1)"}),
        ("z=(3)", "u v y=(2) x=(1)", {"z": "(1)", "y": "(1)", "x": "(2)"}),
    ],
)
def test_an_entry_that_moves_into_another_list_is_counted_there(
    first: str, second: str, numbers: dict[str, str]
) -> None:
    draft = entries(甲="x=(1) y=(2) z=(3)", 乙="u v")
    assert changed(draft, entries(甲=first, 乙=second)) == numbers


def test_numbers_that_go_on_in_a_second_list_of_the_draft_go_on() -> None:
    draft = entries(甲="x=(1) y=(2)", 乙="u=(3) v=(4)")
    now = entries(甲="x=(1)", 乙="u=(3) y=(2) v=(4)")
    assert changed(draft, now) == {"u": "(2)", "y": "(3)"}
