"""What a table declares less than it did: compared cell by cell, on what the table has now."""

from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from plancli.core.evidence.counted import Miscount, recounted
from plancli.core.evidence.declared import before_of, tables_by_key, weakened
from plancli.core.plan.model import Section, Table, TableSum

ROWS = [
    ["渡口", "600", "400", "1000", "67%"],
    ["航标", "300", "200", "500", "33%"],
    ["合计", "900", "600", "1500", "100%"],
]
COLUMNS = ["项目", "县补", "镇筹", "两项", "占比"]
SUM: dict[str, Any] = {"row": "表1.3", "of": ["表1.1", "表1.2"]}
ACROSS: dict[str, Any] = {"column": "两项", "of": ["县补", "镇筹"]}
SHARE: dict[str, Any] = {"column": "占比", "of": "两项", "total": "表1.3"}


def table(rows: list[Any] = ROWS, columns: list[str] = COLUMNS, **keys: Any) -> Table:
    made = {"table": "表1", "unit": "单位:万元", "columns": columns, "rows": rows}
    return Table.model_validate({**made, **keys})


def told(before: Table, now: Table) -> list[tuple[str, str, str]]:
    return [(one.key, one.before, one.now) for one in weakened(before, now)]


DECLARED = table(sums=[SUM, ACROSS], shares=[SHARE], joined=["项目"])


def test_what_stays_or_is_said_in_another_order_is_no_loss() -> None:
    other = table(sums=[ACROSS, {**SUM, "of": ["表1.2", "表1.1"]}], shares=[SHARE], joined=["项目"])
    assert told(DECLARED, DECLARED) == told(DECLARED, other) == []


@pytest.mark.parametrize(
    ("keys", "gone"),
    [
        ({"sums": [ACROSS]}, "{row: 表1.3, of: [表1.1, 表1.2]}"),
        ({"sums": [SUM]}, "{column: 两项, of: [县补, 镇筹]}"),
        ({"shares": []}, "{column: 占比, of: 两项, total: 表1.3}"),
        ({"joined": []}, "[项目]"),
        ({"sums": [{**SUM, "rounded": "true"}, ACROSS]}, "{row: 表1.3, of: [表1.1, 表1.2]}"),
        ({"sums": [{**SUM, "columns": ["县补"]}, ACROSS]}, "{row: 表1.3, of: [表1.1, 表1.2]}"),
        ({"sums": [SUM, {**ACROSS, "rows": ["表1.1"]}]}, "{column: 两项, of: [县补, 镇筹]}"),
        ({"sums": [{**SUM, "of": ["表1.1"]}, ACROSS]}, "{row: 表1.3, of: [表1.1, 表1.2]}"),
        ({"sums": [SUM, {**ACROSS, "of": ["县补"]}]}, "{column: 两项, of: [县补, 镇筹]}"),
        ({"shares": [{**SHARE, "rounded": "true"}]}, "{column: 占比, of: 两项, total: 表1.3}"),
        ({"shares": [{**SHARE, "of": "县补"}]}, "{column: 占比, of: 两项, total: 表1.3}"),
    ],
)
def test_each_way_to_prove_less_is_told(keys: dict[str, Any], gone: str) -> None:
    said = {"sums": [SUM, ACROSS], "shares": [SHARE], "joined": ["项目"]}
    ((_, before, _),) = told(DECLARED, table(**{**said, **keys}))
    assert before == gone


def test_an_addend_that_stood_there_before_makes_another_sum_of_it() -> None:
    before = table(sums=[{"row": "表1.3", "of": ["表1.1"]}])
    assert told(before, table(sums=[SUM]))


def test_rows_and_columns_that_went_take_nothing_with_them() -> None:
    fewer = [["渡口", "600", "1000"], ["合计", "900", "1500"]]
    kept = table(
        [{"id": "表1.1", "cells": fewer[0]}, {"id": "表1.3", "cells": fewer[1]}],
        ["项目", "县补", "两项"],
        sums=[{"row": "表1.3", "of": ["表1.1"]}, {"column": "两项", "of": ["县补"]}],
        joined=["项目"],
    )
    assert told(DECLARED, kept) == []


def test_a_total_that_went_is_not_asked_for() -> None:
    assert told(table(sums=[SUM]), table(ROWS[:2])) == []


def test_a_row_that_came_may_be_added_up() -> None:
    rows = [{"id": f"表1.{at}", "cells": cells} for at, cells in enumerate(ROWS, 1)]
    rows.insert(2, {"id": "表1.9", "cells": ["船闸", "1", "1", "2", ""]})
    now = table(rows, sums=[{**SUM, "of": ["表1.1", "表1.2", "表1.9"]}])
    assert told(table(sums=[SUM]), now) == []


def test_a_share_that_is_declared_later_rounds_no_other_sum() -> None:
    """Sums of shares are out by rounding; one that counts nothing would round a sum for nothing."""
    before = table(sums=[SUM])
    assert told(before, table(sums=[SUM], shares=[SHARE])) == []
    empty = [[*cells[:4], ""] for cells in ROWS]
    vain = {"column": "县补", "of": "占比", "total": "表1.3"}
    assert told(table(empty, sums=[SUM]), table(empty, sums=[SUM], shares=[vain]))


def test_a_table_that_was_moved_is_known_by_its_name() -> None:
    first = Section(key="一", title="甲", body=(table(),))
    tables = tables_by_key([first])
    assert before_of("二/表1", tables) == first.body[0]
    two = [first, Section(key="三", title="丙", body=(table(),))]
    assert before_of("二/表1", tables_by_key(two)) is None
    assert before_of("一/表1", tables_by_key(two)) == first.body[0]


FIGURES = st.lists(
    st.lists(st.integers(0, 9).map(str), min_size=3, max_size=3), min_size=3, max_size=3
)
CHOSEN = st.lists(st.sampled_from(["县补", "镇筹", "两项"]), max_size=2, unique=True)
OF = st.lists(st.sampled_from(["表1.1", "表1.2"]), min_size=1, max_size=2, unique=True)
SUMS = st.lists(
    st.builds(
        lambda of, columns, rounded: TableSum(
            row="表1.3", of=tuple(of), columns=tuple(columns), rounded=rounded
        ),
        OF,
        CHOSEN,
        st.booleans(),
    ),
    max_size=3,
)


@given(FIGURES, SUMS, SUMS)
def test_what_is_told_by_the_draft_and_not_by_the_plan_is_weakened(
    figures: list[list[str]], before: list[TableSum], now: list[TableSum]
) -> None:
    """A miscount that the old declarations find and the new ones do not is never silent."""
    bare = table([["某项", *row] for row in figures], COLUMNS[:4])
    was = bare.model_copy(update={"sums": tuple(before)})
    is_now = bare.model_copy(update={"sums": tuple(now)})

    def missed(one: Table) -> set[str]:
        return {each.total.cell for each in recounted(one) if isinstance(each, Miscount)}

    if missed(was) - missed(is_now):
        assert list(weakened(was, is_now))
