"""What is wrong with numbers: each series by itself, as it is found or declared."""

import pytest

from plancli.core.plan.misnumbered import misfits, misnumbered
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline


def columns(*chapters: str) -> Outline:
    """Return a plan whose chapters have these columns."""
    sections: list[Section] = []
    for at, names in enumerate(chapters, 1):
        body = tuple(Column(column=name, title="栏") for name in names.split())
        sections.append(Section(key=f"第{'一二三四'[at - 1]}章", title="章", body=body))
    return Outline(sections)


def headings(*words: str) -> Outline:
    """Return a plan of one chapter whose paragraphs have these headings."""
    body = [Paragraph(id=str(at), heading=one, text="略。") for at, one in enumerate(words)]
    return Outline([Section(key="第一章", title="章", body=tuple(body))])


def said(plan: Outline, numbering: Numbering) -> list[str]:
    faults = misnumbered(plan, numbering)
    found = [f"{one.wrong} {' '.join(one.missing) or one.label}" for one in faults]
    return found + [f"unfit {one.label}" for one in misfits(plan, numbering)]


@pytest.mark.parametrize(
    ("plan", "told", "found"),
    [
        (columns("专栏1 表1", "专栏2 表2"), {}, []),
        (columns("专栏1", "专栏1"), {}, ["twice 专栏1"]),
        (columns("专栏1", "专栏1"), {"column": "专栏{1}"}, ["twice 专栏1"]),
        (columns("专栏1", "专栏1"), {"column": "专栏{1}", "per": {"column": "chapter"}}, []),
        (
            columns("专栏1", "专栏2"),
            {"column": "专栏{1}", "per": {"column": "chapter"}},
            ["gap 专栏1"],
        ),
        # tables of each chapter, declared or not
        (columns("表1-1 表1-2", "表2-1 表2-3"), {}, ["gap 表2-2"]),
        (columns("表1-1 表1-2", "表2-1 表2-3"), {"table": "表{1}-{1}"}, ["gap 表2-2"]),
        (columns("表1-1", "表1-1"), {"chapter": "第{一}章", "table": "表{1}-{1}"}, ["unfit 表1-1"]),
        (columns("表1", "图1"), {"table": "表{1}"}, ["unfit 图1"]),
        (columns("表1", "图1"), {"table": "表{1}", "figure": "图{1}"}, []),
    ],
)
def test_columns(plan: Outline, told: dict[str, object], found: list[str]) -> None:
    assert said(plan, Numbering.model_validate(told)) == found


@pytest.mark.parametrize(
    ("plan", "told", "found"),
    [
        (headings("(一)甲", "(三)乙"), {}, ["gap (二)"]),
        (headings("(一)甲", "(三)乙"), {"item": "({一})"}, ["gap (二)"]),
        (headings("(一)甲", "2.乙", "3.丙"), {}, ["gap 1."]),
        (headings("(一)甲", "2.乙"), {"item": "({一})"}, ["unfit 2."]),
        # a heading without any number is named only where all others have one
        (headings("(一)甲", "(二)乙", "丙"), {}, []),
        (headings("(一)甲", "(二)乙", "丙"), {"item": "({一})"}, ["unfit 丙"]),
        (headings("(一)甲", "(二)乙", "丙", "丁"), {"item": "({一})"}, []),
        (headings("(一)甲", "丙"), {"item": "({一})"}, []),
        (headings("1.甲", "2.乙", "1.丙"), {"item": "{1}."}, []),
        # captions of tables count by themselves, and are no items
        (headings("(一)甲", "表1 水量", "(二)乙"), {"item": "({一})"}, ["unfit 表1"]),
        (headings("(一)甲", "表1 水量", "(二)乙"), {"item": "({一})", "table": "表{1}"}, []),
        (headings("(一)甲", "表1 水量", "表3 水质"), {"table": "表{1}"}, ["gap 表2"]),
        (headings("1.甲", "2.乙", "1.丙"), {"item": "{1}.", "per": {"item": "list"}}, ["twice 1."]),
    ],
)
def test_headings(plan: Outline, told: dict[str, object], found: list[str]) -> None:
    assert said(plan, Numbering.model_validate(told)) == found
