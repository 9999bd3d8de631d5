"""What is a table that somebody typed as text, and what only looks a little like one."""

import pytest

from plancli.core.text.typed_table import TypedTable, typed_tables


@pytest.mark.parametrize(
    "text",
    [
        "| 指标 | 单位 | 2026年 || --- | --- | --- || 渡口 | 个 | 9 |",
        "指标 | 单位 | 2026年--- | --- | ---渡口 | 个 | 9",
        "| 指标 | 单位 || 渡口 | 个 |",
        "指标\t单位\t2026年渡口\t个\t9",
        "指标 单位 2023年 2026年渡口 个 6 9渡船 艘 12 15",
        "指标　单位　2023年　2026年渡口　个　6　9渡船　艘　12　15",
        "序号 项目 单位 数量1 渡口 个 92 渡船 艘 15",
        "Indicator Unit 2023 2026ferries no. 12 15piers no. 6 9",
    ],
)
def test_a_table_in_one_text_is_told(text: str) -> None:
    assert list(typed_tables(["渡口如下。", text, "渡船另行安排。"])) == [TypedTable(1, 1)]


@pytest.mark.parametrize(
    "texts",
    [
        ["指标 | 2026年", "渡口 | 9个"],
        ["指标|单位|2026年", "渡口|个|9", "渡船|艘|15"],
        ["指标｜单位｜2026年", "渡口｜个｜9"],
        ["指标\t单位\t2026年", "渡口\t个\t9", "渡船\t艘\t15"],
        ["指标 单位 2023年 2026年", "渡口 个 6 9", "渡船 艘 12 15"],
        ["指标  单位  2026年", "渡口数  个  9", "渡船  艘  15"],
        ["指标　单位　2026年", "渡口　个　9", "渡船　艘　15"],
    ],
)
def test_a_table_in_several_texts_is_told_once(texts: list[str]) -> None:
    told = list(typed_tables(["渡口如下。", *texts, "渡船另行安排。"]))
    assert told == [TypedTable(1, len(texts))]


@pytest.mark.parametrize(
    "texts",
    [
        ["到2026年,渡口达到9个,渡船达到15艘。", "到2030年,渡口达到12个,渡船达到20艘。"],
        ["误差满足 |a-b|≤3 且 |c-d|≤2。"],
        ["|x|+|y|≤1。", "|x|-|y|≤1。"],
        ["甲|乙两方", "丙|丁两方"],
        ["组　长：王某某", "副组长：李某某"],
        ["张三　李四　王五", "赵六　钱七　孙八"],
        ["张三 李四 王五 赵六 钱七 孙八 周九 吴十"],
        ["（盖章）　　　　年　　月　　日"],
        ["联系电话 0000 1111 2222 传真 0000 1111 3333"],
        ["By 2026 the town builds 9 piers, buys 15 boats and hires 40 people."],
        ["The pier No. 3 and pier No. 4 are rebuilt", "The pier No. 5 and pier No. 6 are closed"],
        ["2026年　启动", "2027年　攻坚"],
        ["表1 渡口 指标"],
        ["见表1 和 表2 的 指标"],
        ["一、客运 二、货运"],
        ["坚持 安全第一 预防为主 综合治理 的 方针"],
        ["GB/T 9704 GB/T 15834 GB/T 15835"],
        ["", ""],
    ],
)
def test_what_is_none_is_not(texts: list[str]) -> None:
    assert list(typed_tables(texts)) == []


def test_two_tables_are_two() -> None:
    texts = ["甲 | 1 | 2", "乙 | 3 | 4", "另见下表。", "丙 | 5", "丁 | 6"]
    assert list(typed_tables(texts)) == [TypedTable(0, 1), TypedTable(3, 4)]
