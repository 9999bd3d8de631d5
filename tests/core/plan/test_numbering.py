"""Series that are declared: what is refused, and which part counts in which series."""

import pytest
from pydantic import ValidationError

from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.numbering import Numbering, declared, read_numbers
from plancli.core.plan.outline import Outline


@pytest.mark.parametrize(
    ("told", "reason"),
    [
        ({"chapter": "第一章"}, "in braces"),
        ({"chapter": "第{x}章"}, "in braces"),
        ({"chapter": "第{一}章}"}, "in braces"),
        ({"item": ["({一})", ""]}, "in braces"),
        ({"chapter": "第{一}章", "appendix": "第{一}章"}, "declared twice"),
        ({"table": "表{1}", "figure": "表 {1}"}, "declared twice"),
        ({"section": ["{一}、", "{一}"]}, "declared twice"),
        ({"per": {"project": "chapter"}}, "not declared"),
        ({"table": "表{1}-{1}", "per": {"table": "plan"}}, "say chapter"),
    ],
)
def test_what_nobody_could_follow_is_refused(told: dict[str, object], reason: str) -> None:
    with pytest.raises(ValidationError, match=reason):
        Numbering.model_validate(told)


def test_one_pattern_may_stand_alone() -> None:
    alone, listed = ({"column": "专栏{1}"}, {"column": ["专栏{1}"]})
    assert Numbering.model_validate(alone) == Numbering.model_validate(listed)
    # the same series may number paragraphs of sections and of columns: these stand apart
    assert Numbering.model_validate({"item": "({一})", "entry": "({一})"})


PLAN = Outline(
    [
        Section(key="第一章", title="总则", body=(Paragraph(id="甲", heading="(一)目的"),)),
        Section(key="第一章/一", title="任务"),
        Section(key="第一章/2", title="工程", parent="第一章/一"),
        Section(key="附件1", title="名单"),
        Section(
            key="第2章",
            title="投资",
            body=(Column(column="表2-1", items=(Paragraph(id="乙", number="(1)"),)),),
        ),
    ]
)


@pytest.mark.parametrize(
    ("key", "kinds"),
    [
        ("第一章", ["chapter", "appendix"]),
        ("附件1", ["chapter", "appendix"]),
        ("第一章/一", ["section"]),
        ("第一章/2", ["section"]),
        ("第2章/表2-1", ["table"]),
        ("甲", ["item"]),
        ("乙", ["entry"]),
    ],
)
def test_what_a_part_may_count_in(key: str, kinds: list[str]) -> None:
    told = {
        "chapter": "第{一}章",
        "appendix": "附件{1}",
        "section": "{一}、",
        "table": "表{1}-{1}",
        "item": "({一})",
        "entry": "({1})",
    }
    numbering = Numbering.model_validate(told)
    assert [one.kind for one in declared(numbering, PLAN, key)] == kinds


def test_what_is_declared_is_read_in_its_series_and_all_else_as_it_is_printed() -> None:
    numbering = Numbering.model_validate(
        {"chapter": "第{一}章", "section": "{一}、", "item": "({一})"}
    )
    read = {key: (one.of and one.of.series.pattern) for key, one in read_numbers(numbering, PLAN)}
    assert read == {
        "第一章": "第{一}章",
        "第一章/一": "{一}、",
        "第一章/2": None,
        "附件1": None,
        "第2章": None,
        "第2章/表2-1": None,
        "甲": "({一})",
        "乙": None,
    }


def test_a_series_of_its_own_kind_is_read_where_no_other_plan_has_it() -> None:
    outline = Outline([Section(key="工程3号", title="堤防"), Section(key="工程4号", title="水闸")])
    assert list(read_numbers(Numbering(), outline)) == []
    numbering = Numbering.model_validate({"chapter": "工程{1}号"})
    assert [one.part.value for _, one in read_numbers(numbering, outline)] == [3, 4]
