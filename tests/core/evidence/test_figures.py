"""Figures of tables against what the text and other tables say: only what surely is the same thing."""

import pytest

from plancli.core.evidence.figures import figures, other_figures
from plancli.core.plan.model import Paragraph, Section, Table
from plancli.core.plan.outline import Outline

TABLE = Table.model_validate(
    {
        "table": "表1",
        "unit": "单位:%",
        "columns": [
            "指标",
            {"key": "前", "head": "渡运|2023年"},
            {"key": "后", "head": "渡运|2026年"},
        ],
        "rows": [
            ["一、安全"],
            ["渡船准点率", "88.5", "95"],
            ["年渡客量(万人次)", "30", "42"],
            ["码头改造", "2个", "9个"],
            ["巡查", "30", "60"],
            ["渡工持证率", ">90", "100"],
        ],
    }
)


def told(text: str, *tables: Table) -> list[tuple[str, str]]:
    body = (Paragraph(id="1", text=text), *(tables or (TABLE,)))
    section = Section(key="第一章", title="渡运", body=body)
    return [(other.figure.cell, other.words) for other in other_figures(Outline([section]))]


def test_a_figure_has_a_name_a_year_and_a_unit() -> None:
    section = Section(key="第一章", title="渡运", body=(TABLE,))
    found = {figure.cell: figure[1:] for figure in figures(Outline([section]))}
    assert found["表1.2/后"] == ("渡船准点率", "2026", "95", "%")
    assert found["表1.3/前"] == ("年渡客量", "2023", "30", "万人次")
    assert found["表1.4/后"] == ("码头改造", "2026", "9", "个")
    # a short name begins many others; a bound is no value
    assert not {"表1.5/后", "表1.6/前", "表1.1/*"} & found.keys()


@pytest.mark.parametrize(
    ("text", "cell", "words"),
    [
        ("到2026年,渡船准点率达到94%。", "表1.2/后", "94%"),
        ("2023年渡船准点率为88%,比上年高。", "表1.2/前", "88%"),
        ("2026年,年渡客量增加到45万人次。", "表1.3/后", "45万人次"),
        ("到2026年，力争码头改造达到８个。", "表1.4/后", "８个"),
        ("到2026年,事故比2023年减少两成,渡船准点率达到94%。", "表1.2/后", "94%"),
        ("到2026年,在2023年基础上加密班次,渡船准点率达到94%。", "表1.2/后", "94%"),
    ],
)
def test_another_value_is_told(text: str, cell: str, words: str) -> None:
    assert told(text) == [(cell, words)]


@pytest.mark.parametrize(
    "text",
    [
        "到2026年,渡船准点率达到95%。",
        "到2026年,渡船准点率达到95.0%。",
        "到2026年,渡船准点率超过90%。",
        "到2026年,渡船准点率达到90%以上。",
        "到2026年,渡船准点率提高6.5个百分点。",
        "到2025年,渡船准点率达到93%。",
        "渡船准点率达到93%。",
        "到2026年,全省渡船准点率达到97%。",
        "到2026年,年渡客量达到3万人。",
        "到2026年,渡船准点率和码头改造达到8个。",
        "到2026年,渡船准点率有所提高。码头改造达到8个。",
        "到2026年,渡船增至8艘。",
        "事故比2023年减少两成,渡船准点率达到95%。",
        "客流与2023年底持平,渡船准点率达到95%。",
        "到2026年,事故较2023年减少两成,渡船准点率达到95%。",
        "Accidents fall compared with 2023, 渡船准点率达到95%。",
    ],
)
def test_what_may_be_something_else_is_not(text: str) -> None:
    assert told(text) == []


def test_two_tables_agree() -> None:
    other = TABLE.model_copy(update={"table": "表2", "rows": _renamed("96")})
    same = TABLE.model_copy(update={"table": "表2", "rows": _renamed("95.0")})
    assert told("渡运。", TABLE, other) == [("表1.2/后", "96%")]
    assert told("渡运。", TABLE, same) == []


def _renamed(value: str) -> tuple[object, ...]:
    row = TABLE.rows[1].model_copy(update={"id": "表2.1", "cells": ("渡船准点率", "88.5", value)})
    return (row,)


# --- sentences as plans have them ---------------------------------------------------------------------------

INDICATORS = Table.model_validate(
    {
        "table": "表1",
        "columns": ["指标", "单位", "2020年", "2025年", "年均增长(%)"],
        "rows": [
            ["常住人口城镇化率", "%", "58.3", "63", "—"],
            ["常住人口", "万人", "110", "120", "1.8"],
            ["地区生产总值", "亿元", "350", "500", "7.4"],
            ["人均地区生产总值", "万元", "3.2", "4.2", "5.6"],
            ["人均可支配收入", "元", "18000", "25000", "6.8"],
            ["粮食产量", "万吨", "30", "32", ""],
            ["森林覆盖率", "%", "40.5", "42", ""],
            ["公共图书馆", "个", "6", "9", ""],
            ["万人拥有图书馆数", "个", "0.5", "0.75", ""],
            ["高速公路里程", "公里", "1200", "1,500", ""],
            ["学前教育毛入园率", "%", "88", "92", ""],
            ["单位GDP能耗降幅", "%", "—", "13.5", ""],
        ],
    }
)


def differing(text: str) -> list[str]:
    body = (Paragraph(id="1", text=text), INDICATORS)
    section = Section(key="第一章", title="指标", body=body)
    return [other.figure.cell for other in other_figures(Outline([section]), "市")]


@pytest.mark.parametrize(
    "text",
    [
        "到2025年,常住人口城镇化率达到62%。",
        "到2025年,常住人口城镇化率达到６２％。",
        "2020年,常住人口城镇化率为58.3%,到2025年达到62%。",
        "到2025年,常住人口城镇化率提高到62%。",
        "到2025年,常住人口城镇化率从58.3%提高到62%。",
        "到2025年,常住人口达到125万人。",
        "到2025年,常住人口达到1250000人。",
        "到2025年,地区生产总值达到520亿元。",
        "到2025年,人均地区生产总值达到4.5万元。",
        "到2025年,人均可支配收入达到2.6万元。",
        "到2025年,粮食产量保持在31万吨。",
        "到2025年,森林覆盖率达43%,其中城区森林覆盖率达38%。",
        "到2025年,公共图书馆达到10个。",
        "到2025年,高速公路里程达到１，６００公里。",
        "力争2025年学前教育毛入园率达到93%(2020年为88%)。",
        "到2025年,森林覆盖率、常住人口城镇化率分别达到42%和62%。",
        "2025年森林覆盖率目标为43%。",
        "2025年,森林覆盖率预计达到43%。",
        "2025年,森林覆盖率目标值43%,高于全国24%的平均水平。",
        "2025年,我市森林覆盖率达到43%。",
        "到2025年,全市森林覆盖率达到43%。",
        "到2025年,全市常住人口达到125万人,其中县城常住人口达到40万人。",
        "到2025年单位GDP能耗降幅达到14%。",
        "到2025年,森林覆盖率达到43%的目标如期实现。",
        "到2025年,常住人口城镇化率从2020年的58.3%提高到62%。",
    ],
)
def test_a_sentence_that_gives_another_value_is_told(text: str) -> None:
    assert len(differing(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "到2025年,常住人口城镇化率达到63％。",
        "2020年常住人口城镇化率58.3%,2025年63%。",
        "到2025年,常住人口城镇化率达到62%以上。",
        "到2025年,常住人口城镇化率达到62%左右。",
        "到2025年,常住人口城镇化率提高4.7个百分点。",
        "到2025年,常住人口城镇化率比2020年提高5个百分点。",
        "到2025年,常住人口城镇化率由58.3%提高到63%。",
        "到2025年,常住人口达到1200000人。",
        "到2025年,常住人口达到120万。",
        "到2025年,地区生产总值达到500亿元,人均地区生产总值达到4.2万元。",
        "到2025年,地区生产总值年均增长7.4%。",
        "到2025年,地区生产总值增长8%。",
        "到2025年,地区生产总值突破600亿元。",
        "到2025年,人均可支配收入达到2.5万元。",
        "到2025年,人均可支配收入达到25,000元。",
        "到2025年,城镇居民人均可支配收入达到38000元。",
        "到2025年,农村居民人均可支配收入达到2万元。",
        "到2025年,粮食产量稳定在32万吨以上。",
        "到2025年,粮食产量稳定在30—32万吨。",
        "到2025年,粮食产量达到320000吨。",
        "到2025年,森林覆盖率达42.0%。",
        "到2025年,公共图书馆新增3个。",
        "到2025年,新建公共图书馆3个。",
        "到2025年,公共图书馆不少于9个。",
        "到2025年,公共图书馆约10个。",
        "到2025年,高速公路里程达到1500公里。",
        "到2030年,森林覆盖率达到45%。",
        "“十四五”末,森林覆盖率达到43%。",
        "到2025年,森林覆盖率、常住人口城镇化率分别达到42%和63%。",
        "到2025年,全国森林覆盖率达到24.1%。",
        "2025年常住人口城镇化率63%,比2020年提高4.7个百分点。",
        "到2025年,森林覆盖率达到40%至42%。",
        "到2025年,森林覆盖率达到42%,2026年达到43%。",
        "到2025年,森林覆盖率达到42%。2035年达到45%。",
        "2021—2025年,森林覆盖率年均提高0.3个百分点。",
        "到2025年,常住人口城镇化率从2020年的58.3%提高到63%。",
        "到2025年,人均可支配收入达到2.5万元左右。",
        "到2025年,全省森林覆盖率达到48%。",
        "2020年,森林覆盖率为40.5%,到2025年达到42%,到2030年达到45%。",
    ],
)
def test_a_sentence_that_agrees_or_says_something_else_is_not(text: str) -> None:
    assert differing(text) == []


def test_of_several_figures_for_a_year_none_is_the_one_that_a_text_means() -> None:
    heads = ["指标", {"key": "计划", "head": "2025年|计划"}, {"key": "实际", "head": "2025年|实际"}]
    twice = Table.model_validate(
        {"table": "表1", "columns": heads, "rows": [["渡船准点率", "95", "94"]]}
    )
    assert told("2025年,渡船准点率达到96%。", twice) == []
    rows = [["城镇", "人均收入", "5"], ["农村", "人均收入", "3"], ["城镇", "人均住房", "4"]]
    alike = Table.model_validate(
        {"table": "表1", "columns": ["类别", "指标", "2025年"], "rows": rows}
    )
    assert told("2025年,人均收入达到4万元。", alike) == []
