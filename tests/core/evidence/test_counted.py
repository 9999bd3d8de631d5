"""Sums and shares that a table declares, counted again from what is printed."""

from typing import Any

import pytest

from plancli.core.evidence.counted import Miscount, Unclaimed, Uncounted, WhyUncounted, recounted
from plancli.core.plan.model import Table

ROWS = [
    ["一、县里", "", "", ""],
    ["渡口", "600", "400", "1,000"],
    ["航标", "60", "—", "60"],
    ["合计", "660", "400", "1060"],
]
SUMS: list[dict[str, Any]] = [
    {"row": "表1.4", "of": ["表1.2", "表1.3"]},
    {"column": "合计", "of": ["县补", "镇筹"]},
]


def table(rows: list[list[str]] = ROWS, **keys: Any) -> Table:
    columns = ["项目", "县补", "镇筹", "合计"]
    made = {"table": "表1", "unit": "单位:万元", "columns": columns, "rows": rows, "sums": SUMS}
    return Table.model_validate({**made, **keys})


def with_cell(row: int, column: int, words: str) -> Table:
    rows = [list(cells) for cells in ROWS]
    rows[row][column] = words
    return table(rows)


def told(one: Table) -> list[tuple[str, str]]:
    return [
        (found.total.cell, found.counted) for found in recounted(one) if isinstance(found, Miscount)
    ]


def test_what_adds_up_is_passed_over() -> None:
    assert list(recounted(table())) == []


def test_a_table_that_declares_nothing_is_not_counted() -> None:
    assert list(recounted(with_cell(1, 1, "999").model_copy(update={"sums": ()}))) == []


def test_an_addend_that_changed_is_told_along_row_and_column() -> None:
    assert told(with_cell(1, 1, "700")) == [("表1.4/县补", "760"), ("表1.2/合计", "1100")]


def test_a_total_that_changed_is_told() -> None:
    assert told(with_cell(3, 3, "1061")) == [("表1.4/合计", "1060"), ("表1.4/合计", "1060")]


def test_whole_numbers_are_counted_exactly() -> None:
    (found, *_rest) = recounted(with_cell(3, 1, "661"))
    assert isinstance(found, Miscount)
    assert not found.by_rounding
    assert [(one.cell, one.words) for one in found.of] == [
        ("表1.2/县补", "600"),
        ("表1.3/县补", "60"),
    ]


def test_a_total_that_is_not_there_claims_nothing() -> None:
    # the row has none for 镇筹; that of the column 合计 is there, and lacks an addend now
    assert told(with_cell(3, 2, "")) == [("表1.4/合计", "660")]


def test_where_no_addend_is_there_nothing_is_counted() -> None:
    rows = [["甲", "", "", "5"], ["乙", "", "", "—"], ["合计", "3", "4", "5"]]
    sums = [{"row": "表1.3", "of": ["表1.1", "表1.2"]}]
    assert list(recounted(table(rows, sums=sums))) == []


def test_decimals_may_be_out_by_rounding() -> None:
    rows = [["甲", "33.4", "", ""], ["乙", "33.3", "", ""], ["合计", "66.6", "", ""]]
    sums: list[dict[str, Any]] = [{"row": "表1.3", "of": ["表1.1", "表1.2"]}]
    (found,) = recounted(table(rows, sums=sums))
    assert isinstance(found, Miscount)
    assert found.by_rounding
    assert list(recounted(table(rows, sums=[{**sums[0], "rounded": "true"}]))) == []
    rows[2][1] = "66.5"
    (found,) = recounted(table(rows, sums=[{**sums[0], "rounded": "true"}]))
    assert isinstance(found, Miscount)
    assert not found.by_rounding


def test_what_is_declared_rounded_may_be_out_in_whole_numbers() -> None:
    rows = [["甲", "3", "", ""], ["乙", "3", "", ""], ["合计", "7", "", ""]]
    sums = [{"row": "表1.3", "of": ["表1.1", "表1.2"], "rounded": "true"}]
    assert list(recounted(table(rows, sums=sums))) == []


def test_a_row_or_column_that_is_not_there_is_told_and_nothing_is_counted_by_it() -> None:
    sums = [{"row": "表1.4", "of": ["表1.2", "表1.9"]}, {"column": "合计", "of": ["县补", "省补"]}]
    assert list(recounted(table(sums=sums))) == [
        Unclaimed(("sums", 0, "of"), "表1.9"),
        Unclaimed(("sums", 1, "of"), "省补"),
    ]


def test_cells_of_which_it_is_claimed_must_be_there() -> None:
    sums = [{"row": "表1.4", "of": ["表1.2"], "columns": ["后年"]}]
    assert list(recounted(table(sums=sums))) == [Unclaimed(("sums", 0, "columns"), "后年")]


def test_a_row_of_one_cell_has_no_figures() -> None:
    rows = [["一、县里"], *ROWS[1:]]
    sums = [{"row": "表1.4", "of": ["表1.1", "表1.2"]}]
    found = list(recounted(table(rows, sums=sums)))
    assert {one.why for one in found if isinstance(one, Uncounted)} == {WhyUncounted.NO_NUMBER}
    assert list(recounted(table(rows))) == []


def test_only_the_columns_that_are_named_are_counted() -> None:
    rows = [["甲", "1", "5", ""], ["乙", "1", "5", ""], ["合计", "3", "9", ""]]
    sums = [{"row": "表1.3", "of": ["表1.1", "表1.2"], "columns": ["镇筹"]}]
    assert told(table(rows, sums=sums)) == [("表1.3/镇筹", "10")]


def test_several_units_are_refused() -> None:
    (found, *_others) = recounted(with_cell(2, 1, "0.006亿元"))
    assert isinstance(found, Uncounted)
    assert found.why is WhyUncounted.UNITS
    assert [one.words for one in found.because] == ["660", "0.006亿元"]


@pytest.mark.parametrize("words", ["约60", "≥60", "待定", "50-60"])
def test_what_is_no_number_is_not_counted(words: str) -> None:
    (found, *_others) = recounted(with_cell(2, 1, words))
    assert isinstance(found, Uncounted)
    assert found.why is WhyUncounted.NO_NUMBER
    assert [one.words for one in found.because] == [words]


@pytest.mark.parametrize("words", ["６００", "600.0", " 600 "])
def test_a_number_may_be_written_in_another_way(words: str) -> None:
    assert list(recounted(with_cell(1, 1, words))) == []


def test_numbers_of_rows_and_rates_add_up_to_nothing() -> None:
    columns = ["序号", "项目", "今年", {"key": "增长", "head": "增长(%)"}]
    rows = [["1", "甲", "5", "3"], ["2", "乙", "6", "4"], ["5", "合计", "11", "3.5"]]
    sums = [{"row": "表1.3", "of": ["表1.1", "表1.2"]}]
    assert list(recounted(table(rows, columns=columns, sums=sums))) == []


# --- shares -------------------------------------------------------------------------------------------------

SHARED = {
    "columns": ["项目", "金额", "占比"],
    "sums": [{"row": "表1.4", "of": ["表1.1", "表1.2", "表1.3"]}],
    "shares": [{"column": "占比", "of": "金额", "total": "表1.4"}],
}


def shared(*cells: str, total: str = "100%", **keys: Any) -> Table:
    rows = [["甲", "100", cells[0]], ["乙", "100", cells[1]], ["丙", "100", cells[2]]]
    return table([*rows, ["合计", "300", total]], **{**SHARED, **keys})


def test_shares_are_counted_as_they_are_printed() -> None:
    assert list(recounted(shared("33.3%", "33.33%", "33%"))) == []
    assert list(recounted(shared("33.3", "33.33", "33", total="100"))) == []
    assert list(recounted(shared("0.33", "0.333", "0.3", total="1"))) == []


def test_a_share_that_is_another_one_is_told() -> None:
    assert told(shared("33.3%", "34.0%", "33.3%")) == [("表1.2/占比", "33.3")]


def test_shares_add_up_as_far_as_rounding_lets_them() -> None:
    table_ = shared("33.3%", "33.3%", "33.3%")
    assert list(recounted(table_)) == []


def test_the_total_may_stand_beside_what_is_shared() -> None:
    shares = [{"column": "合计", "of": "县补", "total": "镇筹"}]
    rows = [["甲", "1", "4", "25%"], ["乙", "1", "4", "20%"]]
    assert told(table(rows, sums=[], shares=shares)) == [("表1.2/合计", "25")]


def test_a_row_may_be_a_share_too() -> None:
    shares = [{"row": "表1.3", "of": "表1.1", "total": "表1.2"}]
    rows = [["甲", "1", "1", "1"], ["全部", "4", "2", "—"], ["甲占比", "25%", "40%", ""]]
    assert told(table(rows, sums=[], shares=shares)) == [("表1.3/镇筹", "50")]


def test_rounded_terms_leave_a_share_open() -> None:
    rows = [["甲", "0.3", "30%"], ["合计", "1.1", "100%"]]
    keys = {**SHARED, "sums": [], "shares": [{"column": "占比", "of": "金额", "total": "表1.2"}]}
    (found,) = recounted(table(rows, **keys))
    assert isinstance(found, Miscount)
    assert found.by_rounding
    assert found.counted == "27"


def test_of_nothing_there_is_no_share() -> None:
    found = list(recounted(shared("33.3%", "33.3%", "33.3%", total="").model_copy()))
    assert found == []
    rows = [["甲", "0", "0%"], ["合计", "0", ""]]
    keys = {**SHARED, "sums": [], "shares": [{"column": "占比", "of": "金额", "total": "表1.2"}]}
    (one,) = recounted(table(rows, **keys))
    assert isinstance(one, Uncounted)
    assert one.why is WhyUncounted.NO_TOTAL


def test_a_total_that_is_not_there_is_told() -> None:
    shares = [{"column": "占比", "of": "金额", "total": "表1.9"}]
    found = list(recounted(shared("33.3%", "33.3%", "33.3%", shares=shares)))
    assert found == [Unclaimed(("shares", 0, "total"), "表1.9")]


@pytest.mark.parametrize(
    "claim",
    [
        {"of": ["表1.2"]},
        {"row": "表1.4", "column": "合计", "of": ["表1.2"]},
        {"row": "表1.4", "of": ["表1.2"], "rows": ["表1.1"]},
        {"column": "合计", "of": ["县补"], "columns": ["镇筹"]},
        {"row": "表1.4", "of": []},
    ],
)
def test_a_claim_is_of_one_row_or_column(claim: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"counted|belong|at least"):
        table(sums=[claim])
