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
