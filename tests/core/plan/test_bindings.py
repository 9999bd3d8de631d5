"""Which part a reference means, from where it stands; and why none is certain."""

import pytest

from plancli.core.plan.bindings import PartNumbers, bound, kind_of
from plancli.core.plan.mention import Kind
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.references import references
from plancli.core.plan.series import Series

PLAN = Outline(
    [
        Section(key="第一章", title="渡口现状", body=(Paragraph(id="1.1"), Paragraph(id="1.2"))),
        Section(key="第一章/第一节", title="码头"),
        Section(key="第二章", title="任务"),
        Section(
            key="第二章/第一节",
            title="修缮",
            body=(
                Paragraph(id="a", heading="（一）修趸船"),
                Paragraph(id="b", heading="（二）修栈桥"),
                Column(
                    column="专栏1",
                    title="渡船",
                    items=(Paragraph(id="c1", number="1.", text="船"),),
                ),
            ),
        ),
        Section(
            key="第二章/第二节", title="新建", body=(Paragraph(id="d", heading="（二）建码头"),)
        ),
        Section(
            key="第二章/第二节/3", title="码头工程", body=(Paragraph(id="e", heading="表2-1 码头"),)
        ),
        Section(key="附件1", title="名录"),
    ]
)


def meant(text: str, at: str, numbers: dict[str, str] | None = None) -> list[str]:
    """Spell out what each reference of a text is bound to, or why not."""
    numbering = PartNumbers(PLAN, numbers=numbers or {})
    found: list[str] = []
    for mention in references(text):
        binding = bound(mention, at, numbering)
        found.append(binding.key or f"{binding.why}: {' '.join(binding.several)}".strip(": "))
    return found


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("第二章", "1.1", ["第二章"]),
        ("第九章", "1.1", ["nothing"]),
        ("第二章第一节", "1.1", ["第二章/第一节"]),
        ("见第一节。", "1.1", ["第一章/第一节"]),
        ("见第一节。", "d", ["第二章/第一节"]),
        ("见第一节。", "附件1", ["several: 第一章/第一节 第二章/第一节"]),
        ("见第二节。", "1.1", ["第二章/第二节"]),
        ("第二章第一节第（二）项", "1.1", ["b"]),
        ("第二章第(二)项", "1.1", ["several: b d"]),
        ("本节第（二）项", "a", ["b"]),
        ("本章第二节", "a", ["第二章/第二节"]),
        ("第二章第3项", "1.1", ["第二章/第二节/3"]),
        ("第3、4项工程", "1.1", ["第二章/第二节/3", "nothing"]),
        ("专栏1第1项", "1.1", ["c1"]),
        ("专栏1、2", "1.1", ["第二章/第一节/专栏1", "nothing"]),
        ("见表2-1、2-2。", "1.1", ["e", "nothing"]),
        ("附件1", "1.1", ["附件1"]),
        ("本节", "b", ["第二章/第一节"]),
        ("本项", "e", ["第二章/第二节/3"]),
        ("本专栏", "c1", ["第二章/第一节/专栏1"]),
        ("本专栏", "a", ["unsure"]),
        ("前款", "1.2", ["1.1"]),
        ("前款", "1.1", ["unsure"]),
        ("上述专栏", "b", ["unsure"]),
        ("《渡口法》第二章", "1.1", ["foreign"]),
    ],
)
def test_a_reference_is_bound_to_one_part_or_said_why_not(
    text: str, at: str, found: list[str]
) -> None:
    assert meant(text, at) == found


def test_numbers_may_be_others_than_the_plan_says() -> None:
    numbers = {"第二章/第一节/专栏1": "专栏4", "第二章": "第三章"}
    assert meant("专栏4,第三章第一节,专栏1", "1.1", numbers) == [
        "第二章/第一节/专栏1",
        "第二章/第一节",
        "nothing",
    ]


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        *(("第{一}章", Kind.CHAPTER), ("第{1}节", Kind.PART), ("专栏 {1}", Kind.COLUMN)),
        *(("表{1}-{1}", Kind.TABLE), ("图{1}", Kind.FIGURE), ("附件{一}", Kind.ANNEX)),
        *(
            ("（{一}）", Kind.ENTRY),
            ("{1}．", Kind.ENTRY),
            ("第{1}项", Kind.ENTRY),
            ("渡口{1}", None),
        ),
    ],
)
def test_a_series_numbers_parts_of_one_kind(pattern: str, kind: Kind | None) -> None:
    assert kind_of(Series(pattern)) is kind
