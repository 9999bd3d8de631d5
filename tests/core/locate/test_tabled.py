"""A place in a table is read word by word; a name that several have, or none, names nothing."""

import pytest

from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Section

PLAN = (
    Section.model_validate(
        {
            "key": "第一章",
            "title": "渡运",
            "body": [
                {"id": "1.1", "text": "班次见表1。"},
                {
                    "table": "表1",
                    "title": "渡运主要指标",
                    "unit": "单位:次",
                    "columns": [
                        "序号",
                        "指标",
                        "2024年",
                        {"key": "25", "head": "目标|2025年"},
                        "属性",
                    ],
                    "rows": [
                        ["一、客运"],
                        ["1", "日均班次(班)", "12", "16", "预期性"],
                        ["2", "晚点班次", "3", "2", "约束性"],
                        ["二、货运"],
                        ["3", "日均班次", "5", "6", "预期性"],
                        ["4", "装卸能力", "70", "90", "预期性"],
                    ],
                    "notes": [{"id": "表1.注1", "text": "注:均为全市数。"}],
                },
            ],
        }
    ),
    Section.model_validate(
        {
            "key": "第二章",
            "title": "船员",
            "body": [
                {
                    "table": "表2",
                    "title": "培训任务",
                    "columns": ["任务", "单位", "年份"],
                    "rows": [["轮机培训", "航运局", "2025"], ["救生培训", "教体局", "2026"]],
                }
            ],
        }
    ),
)
NAMES = Corpus(PLAN).names

NAMED = """
表1“晚点班次”2025年目标值  表1.3/25
表1中“晚点班次”的“2025年”栏  表1.3/25
表1晚点班次2024年  表1.3/2024年
表1“晚点班次”一行  表1.3
表1“晚点班次”属性  表1.3/属性
表1“装卸能力”指标2024年数值  表1.6/2024年
表1序号3  表1.5
表1第4项2025年  表1.6/25
表1“二、货运”中“日均班次”2025年  表1.5/25
表1“2024年”一列  第一章/表1/2024年
表1第3列  第一章/表1/2024年
表1最后一列  第一章/表1/属性
表1单位  表1/unit
表1注  表1.注1
第一章表1“晚点班次”2024年  表1.3/2024年
“渡运主要指标”中“晚点班次”2024年  表1.3/2024年
“表2 培训任务”中第2行  表2.2
《培训任务》第2行第3列  表2.2/年份
培训任务表“救生培训”年份  表2.2/年份
表2第2行第2列  表2.2/单位
表2第1行、第2行  表2.1 表2.2
表2第1至2行第3列  表2.1/年份 表2.2/年份
表2倒数第1行  表2.2
表2最后一行  表2.2
表2“轮机培训”单位  表2.1/单位
表2“轮机培训”和“救生培训”两行  表2.1 表2.2
"""
UNCLEAR = """
表1“日均班次”2025年  two rows are called so
表1第2行  with rows across all columns another is the second
表1第9行  there is none
表2第4列  there is none
表2第1行“救生培训”一行  two names of different rows
表2“救生培训”第1行  the same
表2“培训”一行  a part of two names
表2“轮机培训”2030年  no column has the year
表1“运量”2025年  no row is called so
表1“晚点班次”目标值2024年  nothing is one of both
表2“救生培训”年份和任务书  something is left over
表1“一、客运”2025年  a row across all columns has no cell of it
"""


@pytest.mark.parametrize("line", NAMED.strip().splitlines())
def test_a_place_names_what_is_meant(line: str) -> None:
    words, _, keys = line.partition("  ")
    place = NAMES.tables.read(words)
    assert place is not None
    assert (" ".join(place.keys), place.unclear) == (keys, "")


@pytest.mark.parametrize("line", UNCLEAR.strip().splitlines())
def test_what_is_not_one_names_nothing(line: str) -> None:
    words, _, _ = line.partition("  ")
    place = NAMES.tables.read(words)
    assert place is not None
    assert place.unclear
    assert place.keys == ()


@pytest.mark.parametrize("words", ["第3页第2行", "1.1", "“班次”", "全表各行", "第二章"])
def test_other_places_are_none_in_a_table(words: str) -> None:
    assert NAMES.tables.read(words) is None


def test_a_table_without_a_number_is_the_only_one() -> None:
    only = Corpus(PLAN[1:]).names.tables
    place = only.read("表中“救生培训”年份")
    assert place is not None
    assert place.keys == ("表2.2/年份",)
    assert NAMES.tables.read("表中“救生培训”年份") is None
    around = NAMES.tables.read("该表“救生培训”年份", "第二章/表2")
    assert around is not None
    assert around.keys == ("表2.2/年份",)


def test_a_citation_may_name_a_cell() -> None:
    assert NAMES.keys("表2第2行第3列") == ["表2.2/年份"]
    assert NAMES.keys("表2第7行") == []
