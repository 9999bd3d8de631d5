"""Parts with numbers: what holds them, and which of them are alike."""

import pytest

from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.numbered import (
    LIST,
    as_above,
    declared_depth,
    holder_at,
    paragraphs_beside,
    parts_with_numbers,
)
from plancli.core.plan.numbering import Declared, Numbering, PartKind, Per
from plancli.core.plan.outline import Outline
from plancli.core.plan.series import Series

TABLE = Column(column="表1-1", items=(Paragraph(id="丙", heading="1.水量", text="略。"),))
PLAN = Outline(
    [
        Section(
            key="第一章",
            title="总则",
            body=(
                Paragraph(id="甲", heading="(一)目的"),
                Paragraph(id="序", text="略。"),
                Paragraph(id="乙", heading="说明"),
                TABLE,
            ),
        ),
        Section(
            key="第一章/一", title="任务", body=(Paragraph(id="丁", number="1.", text="略。"),)
        ),
    ]
)


@pytest.mark.parametrize(
    ("key", "depth", "holder"),
    [
        ("丙", 0, ""),
        ("丙", 1, "第一章"),
        ("丙", LIST, "第一章/表1-1"),
        ("丁", 1, "第一章"),
        ("丁", 2, "第一章/一"),
        ("丁", 3, ""),
        ("第一章", LIST, ""),
        ("第一章/一", LIST, "第一章"),
    ],
)
def test_what_holds_a_part(key: str, depth: int, holder: str) -> None:
    assert holder_at(PLAN, key, depth) == holder


@pytest.mark.parametrize(
    ("kind", "pattern", "per", "depth"),
    [
        (PartKind.CHAPTER, "第{一}章", None, 0),
        (PartKind.SECTION, "第{一}节", None, 1),
        (PartKind.PROJECT, "{1}", None, 1),
        (PartKind.PROJECT, "{1}", Per.PLAN, 0),
        (PartKind.COLUMN, "专栏{1}", None, 0),
        (PartKind.COLUMN, "专栏{1}", Per.SECTION, 2),
        (PartKind.TABLE, "表{1}-{1}", None, 1),
        (PartKind.ITEM, "({一})", None, LIST),
        (PartKind.ENTRY, "{1}.", Per.CHAPTER, 1),
    ],
)
def test_where_a_declared_series_begins_anew(
    kind: PartKind, pattern: str, per: Per | None, depth: int
) -> None:
    assert declared_depth(Declared(kind, Series(pattern), per)) == depth


def test_a_compound_number_begins_with_that_of_its_chapter() -> None:
    parts = parts_with_numbers(PLAN, Numbering())
    assert parts.begins_with_above("第一章/表1-1")
    assert parts.begins_with_above("甲")
    assert as_above((3,), [5]) == (5,)
    assert as_above((3,), [None]) == (3,)
    # the nearest comes first: 1.2.3 in section 7 of chapter 4
    assert as_above((1, 2), [7, 4]) == (4, 7)
    assert as_above((1, 2), [4]) == (4, 2)


def test_paragraphs_of_one_list_with_headings_or_without_are_alike() -> None:
    assert paragraphs_beside(PLAN, "甲") == ["乙"]
    assert paragraphs_beside(PLAN, "序") == []
    assert paragraphs_beside(PLAN, "丙") == []


def test_parts_are_grouped_as_they_are_declared() -> None:
    numbering = Numbering.model_validate({"entry": "{1}."})
    parts = parts_with_numbers(PLAN, numbering)
    assert list(parts.by_group().values()) == [
        ["第一章"], ["甲"], ["第一章/表1-1"], ["丙"], ["第一章/一"], ["丁"],
    ]  # fmt: skip
    assert (parts.is_declared("丙"), parts.is_declared("丁"), parts.is_declared("乙")) == (
        True,
        False,
        False,
    )
