"""References rewritten from one numbering to another, and those that are left."""

import pytest

from plancli.core.plan.bindings import PartNumbers
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.rewriting import rewritten_to_be_read
from plancli.core.text.diff import apply

_DRAFT = Outline(
    [
        Section(key="第一章", title="码头", body=(Paragraph(id="1.1", text="栈桥。"),)),
        Section(key="第二章", title="渡船"),
        Section(
            key="第二章/第一节",
            title="修缮",
            body=(
                Paragraph(id="a", number="（一）", text="船身。"),
                Paragraph(id="b", number="（二）", text="缆绳。"),
                Column(column="专栏1", title="旧船"),
                Column(column="专栏2", title="趸船"),
                Column(column="专栏3", title="新船"),
            ),
        ),
        Section(key="第二章/第二节", title="新建"),
    ]
)
_PLAN = Outline(
    [
        Section(key="第二章", title="渡船", number="第一章"),
        Section(key="第二章/第二节", title="新建", number="第一节"),
        Section(
            key="第二章/第一节",
            title="修缮",
            number="第二节",
            body=(
                Paragraph(id="b", number="（一）", text="缆绳。"),
                Paragraph(id="a", number="（二）", text="船身。"),
                Column(column="专栏2", number="专栏1", title="趸船"),
                Column(column="专栏3", number="专栏2", title="新船"),
            ),
        ),
        Section(
            key="第一章", title="码头", number="第二章", body=(Paragraph(id="1.1", text="栈桥。"),)
        ),
    ]
)


@pytest.mark.parametrize(
    ("text", "at", "new", "left"),
    [
        ("第二章第一节", "1.1", "第一章第二节", []),
        ("第二章第一节第（二）项", "1.1", "第一章第二节第（一）项", []),
        ("本节第（二）项和本章第二节", "a", "本节第（一）项和本章第一节", []),
        ("专栏2至专栏3", "1.1", "专栏1至专栏2", []),
        ("专栏2、3", "1.1", "专栏1、2", []),
        # the first of the range went: which parts are meant now is for people to say
        ("专栏1至3", "1.1", "专栏1至3", ["专栏1 gone", "专栏3 moved"]),
        ("专栏1", "1.1", "专栏1", ["专栏1 gone"]),
        ("第九章", "1.1", "第九章", ["第九章 nothing"]),
        ("第二章第（二）项", "1.1", "第一章第（一）项", []),
        ("上一节", "第二章/第二节", "上一节", ["上一节 moved"]),
        ("《渡口法》第二章和第二章", "1.1", "《渡口法》第二章和第二章", []),
        ("表2-1、图3、附件1", "1.1", "表2-1、图3、附件1", []),
        # both have the number of the chapter, and one of them is not there
        (
            "第二章第一节、第四节",
            "1.1",
            "第二章第一节、第四节",
            ["第二章第一节 moved", "第四节 nothing"],
        ),
    ],
)
def test_a_reference_follows_its_part_or_is_left(
    text: str, at: str, new: str, left: list[str]
) -> None:
    found = rewritten_to_be_read(text, at, PartNumbers(_DRAFT), PartNumbers(_PLAN), lambda _: False)
    assert apply(text, found.splices) == new
    assert [f"{one.words} {one.why}" for one in found.left] == left
