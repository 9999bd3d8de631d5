"""Totals that are not declared: told where they add up, and where they do not; nothing else is one."""

import pytest

from plancli.core.evidence.totalled import undeclared
from plancli.core.plan.model import Table


def table(*rows: str, heads: str = "来源 去年 今年", **more: object) -> Table:
    """Return a table of rows, whose cells blanks part."""
    found = [{"id": f"表1.{at}", "cells": row.split()} for at, row in enumerate(rows, 1)]
    columns = [
        {"key": head.rpartition("|")[2], "head": head} if "|" in head else head
        for head in heads.split()
    ]
    return Table.model_validate({"table": "表1", "columns": columns, "rows": found, **more})


def told(one: Table) -> list[tuple[str, tuple[str, ...], int, list[str]]]:
    return [
        (found.sum.name, found.sum.of, found.proved, [miss.counted for miss in found.miscounts])
        for found in undeclared(one)
    ]


def test_a_total_that_adds_up_is_told_and_one_that_does_not() -> None:
    of = ("表1.1", "表1.2")
    assert told(table("县补 120 1,300", "镇筹 80 700", "合计 200 2,000")) == [("表1.3", of, 2, [])]
    assert told(table("县补 1.25 3", "镇筹 1.24 —", "总计 2.5 3")) == [("表1.3", of, 1, [])]
    found = told(table("县补 120 1300", "镇筹 80 700", "合计 200 2100"))
    assert found == [("表1.3", of, 1, ["2000"])]


def test_a_column_is_the_sum_of_those_below_the_same_head() -> None:
    one = table("东片 5 7 12 9", "西片 1 2 3 9", heads="片区 投资|县 投资|镇 投资|合计 户数")
    assert told(one) == [("合计", ("县", "镇"), 2, [])]
    assert told(table("东片 5 7 12", heads="片区 县 镇 合计")) == []


@pytest.mark.parametrize(
    "rows",
    [
        ("县补 120 1", "镇筹 80 2", "人均 200 3"),
        ("县补 120 1", "合计 130 1"),
        ("县补 120 1", "小计 120 1", "镇筹 80 2", "合计 200 3"),
        ("县补 120 1", "其中:渠道 20 1", "镇筹 80 2", "合计 200 3"),
        ("县补 120% 1%", "镇筹 80% 2%", "合计 200% 5%"),
        ("县补 约120 约1", "镇筹 80 2", "合计 210 9"),
        ("县补 — —", "镇筹 80 2", "合计 90 9"),
        ("县补 120万元 —", "镇筹 8亩 —", "合计 130万元 —"),
    ],
)
def test_what_is_no_plain_sum_is_left_alone(rows: tuple[str, ...]) -> None:
    assert told(table(*rows)) == []


def test_what_is_declared_is_counted_elsewhere() -> None:
    sums = [{"row": "表1.3", "of": ["表1.1"]}]
    assert told(table("县补 120 1", "镇筹 80 2", "合计 120 1", sums=sums)) == []
