"""What opinions ask for in tables: cells, rows and columns change as it is said, or a person is asked."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.record import Patch
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Doubt, Interpretation
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.model import Section
from plancli.core.plan.outline import Outline

PLAN = Section.model_validate(
    {
        "key": "第一章",
        "title": "渡运",
        "body": [
            {"id": "1.1", "text": "更新渡船24艘。准点率保持前列。"},
            {
                "table": "表1",
                "title": "渡运主要指标",
                "columns": [
                    "指标",
                    "单位",
                    {"key": "今年", "head": "2024年"},
                    {"key": "往后", "head": "2030年"},
                    "属性",
                ],
                "rows": [
                    ["渡船数量", "艘", "24", "30", "预期性"],
                    ["准点率(%)", "", "81", "95%", "预期性"],
                    ["维护经费", "万元", "1,200", "≥1500", "约束性"],
                ],
                "notes": [{"id": "表1.注1", "text": "注:均为年末数。"}],
            },
            {
                "table": "表2",
                "title": "培训任务",
                "columns": ["任务", "牵头单位", "年份"],
                "rows": [
                    ["轮机培训", "市航运局", "2025"],
                    ["救生培训", "市教体局", "2026"],
                    ["靠泊培训", "市航运局", "2026"],
                ],
            },
            {
                "table": "表3",
                "title": "泊位",
                "unit": "单位:个",
                "columns": [
                    "渡口",
                    {"key": "旧", "head": "泊位|旧"},
                    {"key": "新", "head": "泊位|新"},
                ],
                "rows": [["一、南岸"], ["石滩", "1", "2"], ["二、北岸"], ["柳湾", "2", "2"]],
            },
        ],
    }
)
CORPUS = Corpus([PLAN])


def read(opinion: str, cites: str | None = None) -> Interpretation:
    return OpinionReader(CORPUS, "市商港局").read(opinion, cites)


def after(reading: Interpretation) -> dict[str, str]:
    """The tables with the edits that were taken: a line for each row, heads, titles, units and notes."""
    placed = place(CORPUS, "x", Patch(at=Cited(), edits=reading.edits))
    assert not placed.refusals
    assert not placed.obstacles
    return lines_of(compose(CORPUS.outline, [placed]).sections)


def lines_of(sections: tuple[Section, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for table in Outline(sections).tables.values():
        name = table.table
        found[f"{name}题"], found[f"{name}计"] = table.title, table.unit
        found[f"{name}头"] = " ".join(head.title for head in table.columns)
        for at, row in enumerate(table.rows, 1):
            found[f"{name}行{at}"] = " ".join(row.cells)
        for at, note in enumerate(table.notes, 1):
            found[f"{name}注{at}"] = note.text
    return found


BEFORE = lines_of((PLAN,))

TAKEN = """
表1“渡船数量”2030年由30调整为32  表1行1 渡船数量 艘 24 32 预期性
将表1“渡船数量”2030年目标值由30艘提高到32。  表1行1 渡船数量 艘 24 32 预期性
表1渡船数量2030年数值从30改为32,理由:已列入计划。  表1行1 渡船数量 艘 24 32 预期性
表1中“准点率”2024年由81%调整为83%  表1行2 准点率(%)  83 95% 预期性
表1“准点率”2030年由95%调整为97%  表1行2 准点率(%)  81 97% 预期性
表1“准点率”2024年“81%”改为“83%”  表1行2 准点率(%)  83 95% 预期性
表1“准点率”2024年81改为83  表1行2 准点率(%)  83 95% 预期性
表1“维护经费”2024年由1,200万元调整为1,300万元  表1行3 维护经费 万元 1,300 ≥1500 约束性
表1第1行第4列改为“32”  表1行1 渡船数量 艘 24 32 预期性
表1第2行属性由预期性改为约束性  表1行2 准点率(%)  81 95% 约束性
表1“渡船数量”由预期性改为约束性  表1行1 渡船数量 艘 24 30 约束性
表1“准点率”2024年81%→83%  表1行2 准点率(%)  83 95% 预期性
表1“准点率”2024年的目标值(81%)调整为83%  表1行2 准点率(%)  83 95% 预期性
表1“渡船数量”2030年改为“—”  表1行1 渡船数量 艘 24 — 预期性
表2更名为“培训清单”  表2题 培训清单
表1“渡船数量”2030年改为32艘  表1行1 渡船数量 艘 24 32 预期性
表1“渡船数量”2024年清空  表1行1 渡船数量 艘  30 预期性
表2“救生培训”牵头单位由市教体局改为市海事局  表2行2 救生培训 市海事局 2026
表2“救生培训”“市教体局”改为“市海事局”  表2行2 救生培训 市海事局 2026
“救生培训”牵头单位由市教体局改为市海事局  表2行2 救生培训 市海事局 2026
“培训任务”表“救生培训”年份改为2027  表2行2 救生培训 市教体局 2027
《培训任务》第2行第3列由2026改为2027  表2行2 救生培训 市教体局 2027
表2第2行改为“救生培训|市海事局|2027”  表2行2 救生培训 市海事局 2027
表2“救生培训”名称改为“救生演练”  表2行2 救生演练 市教体局 2026
表2增加一行“防火培训|市应急局|2027”  表2行4 防火培训 市应急局 2027
表2增加一行：防火培训|市应急局|2027  表2行4 防火培训 市应急局 2027
表2末尾增加一行“防火培训”“市应急局”“2027”  表2行4 防火培训 市应急局 2027
表3“石滩”后增加一行:沙嘴、1、3  表3行3 沙嘴 1 3
在表3“柳湾”一行之前增加一行：渡口：沙嘴，旧：1，新：3  表3行4 沙嘴 1 3
表3最后增加一行“沙嘴|1|3”  表3行5 沙嘴 1 3
表1标题改为“渡运指标”  表1题 渡运指标
表3单位改为“处”  表3计 单位:处
表3单位由“单位:个”改为“单位:处”  表3计 单位:处
表3单位由个改为处  表3计 单位:处
表1注改为“注:均为快报数。”  表1注1 注:均为快报数。
表1增加注“来源:年报。”  表1注2 来源:年报。
表2第2列名称改为“责任单位”  表2头 任务 责任单位 年份
表3“新”列名称由“新”改为“新建”  表3头 渡口 泊位|旧 泊位|新建
表2增加一列“备注”,各行依次为“甲、乙、丙”  表2头 任务 牵头单位 年份 备注
"""
GOES = """
删除表2“救生培训”一行  表2行2 靠泊培训 市航运局 2026
表2第2行删除  表2行2 靠泊培训 市航运局 2026
删去表2第1行、第2行  表2行1 靠泊培训 市航运局 2026
删除表2第2列  表2头 任务 年份
删除表1“2024年”一列  表1头 指标 单位 2030年 属性
删除表2“轮机培训”、“救生培训”两行  表2行1 靠泊培训 市航运局 2026
表2不再保留“救生培训”一行  表2行2 靠泊培训 市航运局 2026
表2删除第2列  表2头 任务 年份
表2“靠泊培训”一行移至“轮机培训”之后  表2行2 靠泊培训 市航运局 2026
表2第3行移至第1行之前  表2行1 靠泊培训 市航运局 2026
表2“轮机培训”一行移至最后  表2行3 轮机培训 市航运局 2025
表2“轮机培训”与“救生培训”两行互换  表2行1 救生培训 市教体局 2026
"""


@pytest.mark.parametrize("line", TAKEN.strip().splitlines())
def test_an_instruction_is_taken(line: str) -> None:
    opinion, _, wanted = line.partition("  ")
    name, _, words = wanted.partition(" ")
    reading = read(opinion)
    assert reading.certainty is Certainty.TAKEN
    lines = after(reading)
    assert lines[name] == words
    if len(lines) == len(BEFORE):
        changed = {key for key, said in lines.items() if said != BEFORE[key]}
        assert changed - {name} <= {f"表2行{at}" for at in (1, 2, 3) if name == "表2头"}


@pytest.mark.parametrize("line", GOES.strip().splitlines())
def test_rows_and_columns_go_and_move(line: str) -> None:
    opinion, _, wanted = line.partition("  ")
    name, _, words = wanted.partition(" ")
    reading = read(opinion)
    assert reading.certainty is Certainty.TAKEN
    assert after(reading)[name] == words


def test_a_note_may_go() -> None:
    assert "表1注1" not in after(read("删除表1注"))


@pytest.mark.parametrize(
    ("opinion", "doubt"),
    [
        ("表1“渡船数量”2030年由31调整为32", Doubt.NOT_THERE),
        ("表1“渡船数量”2030年由30调整为更高水平", Doubt.NOT_READ),
        ("表1“渡船数量”2030年调整为适当水平", Doubt.NOT_READ),
        ("表1“渡船数量”2030年由30万元调整为32万元", Doubt.NOT_THERE),
        ("表1“渡船数量”2030年改为32条", Doubt.READINGS),
        ("表1“准点率”2030年由95调整为97", Doubt.LOOSELY),
        ("表1“维护经费”2030年由1500万元调整为1600万元", Doubt.LOOSELY),
        ("表1“维护经费”2024年由1200调整为1300", Doubt.LOOSELY),
        ("表1“渡船数量”2035年由30调整为32", Doubt.NO_PART),
        ("表1“运量”2030年由30调整为32", Doubt.NO_PART),
        ("表1“渡船数量”调整为32", Doubt.NO_PART),
        ("如条件允许,表1“渡船数量”2030年由30调整为32", Doubt.CHOICE),
        ("表2“培训”一行删除", Doubt.NO_PART),
        ("删除表2“救生培训”", Doubt.READINGS),
        ("表2增加一行“防火培训|市应急局”", Doubt.NO_WORDS),
        ("表2增加一行“防火培训”", Doubt.NO_WORDS),
        ("表3增加一行“沙嘴|1|3”", Doubt.NO_ANCHOR),
        ("表2增加一列“备注”", Doubt.NO_WORDS),
        ("表3增加一列“远期”,各行依次为“3、4”", Doubt.READINGS),
        ("表3第2行删除", Doubt.NO_PART),
        ("表3第3列名称改为“新建”", Doubt.READINGS),
        ("“准点率”2024年由81调整为83", Doubt.NOT_READ),
        ("表2第9行删除", Doubt.NO_PART),
        ("表2第1行“救生培训”一行删除", Doubt.NO_PART),
        ("删除表2“2027”", Doubt.NOT_THERE),
        ("删除表3“新”", Doubt.READINGS),
        ("将表1“2024年”改为“2023年”,并相应修改", Doubt.EVERY_PLACE),
        ("表2“救生培训”一行移至表3“石滩”之后", Doubt.NO_PART),
        ("表1“渡船数量”改为“渡船|艘|1|2|预期性”", Doubt.READINGS),
        ("表1各指标2030年均调整为100", Doubt.NO_PART),
        ("表1“渡船数量”等指标2030年由30调整为32", Doubt.NO_PART),
    ],
)
def test_a_person_is_asked(opinion: str, doubt: Doubt) -> None:
    reading = read(opinion)
    assert reading.edits == ()
    assert reading.parts[0].doubt is doubt


def test_a_place_beside_the_opinion_names_the_table() -> None:
    assert (
        after(read("“准点率”2024年由81%调整为83%", "表1"))["表1行2"] == "准点率(%)  83 95% 预期性"
    )
    assert (
        after(read("2024年由81%调整为83%", "表1“准点率”"))["表1行2"] == "准点率(%)  83 95% 预期性"
    )


def test_a_column_that_goes_by_its_key_is_one_of_the_row_that_was_named() -> None:
    lines = after(read("年份由2026调整为2027", "表2“救生培训”"))
    assert lines["表2行2"] == "救生培训 市教体局 2027"
    lines = after(read("表2“救生培训”牵头单位由市教体局改为市海事局,年份由2026调整为2027"))
    assert lines["表2行2"] == "救生培训 市海事局 2027"


def test_a_row_is_named_once_for_several_columns() -> None:
    lines = after(read("表1“渡船数量”2024年由24调整为25,2030年由30调整为32"))
    assert lines["表1行1"] == "渡船数量 艘 25 32 预期性"
    # what the cell is said to say proves that it is meant
    assert read("表1“渡船数量”2024年由24调整为25,2030年调整为32").certainty is Certainty.PROPOSED
