"""What colleagues decided: taken where it differs from what is decided here, refused where it cannot be."""

from typing import Any

import pytest

from plancli.core.comments.comment import Comment, Decision, Item
from plancli.core.comments.status import Status
from plancli.core.intake.filled import FilledIn, RowProblem, filled_in
from plancli.core.intake.ledger import Filled, LedgerRow, ledger_in
from plancli.core.intake.ticket import ticket_head, ticket_of
from tests.core.intake.papers import grid_of

OPEN = Comment(id="乡水务所-01", unit="乡水务所", opinion="建议清淤。", handler="王五")
REFUSED = Comment(
    id="乡水务所-02",
    unit="乡水务所",
    opinion="建议扩建。",
    decision=Decision(status=Status.REJECTED, reason="没有预算。"),
)
BOTH = Comment(
    id="乡水务所-03",
    unit="乡水务所",
    opinion="建议改建。",
    decision=Decision(status=Status.PARTLY, reply="改了一处。", reason="另一处不在本镇。"),
)
POINTS = Comment(
    id="乡水务所-04",
    unit="乡水务所",
    opinion="三点。",
    items=(
        Item(opinion="甲"),
        Item(opinion="乙", decision=Decision(status=Status.NOTED, reply="已转告。")),
        Item(opinion="丙"),
    ),
)
WHOLES = {one.id: one for one in (OPEN, REFUSED, BOTH, POINTS)}
ANSWERS = {
    REFUSED.id: "没有预算。",
    BOTH.id: "改了一处。另一处不在本镇。",
    f"{POINTS.id}.2": "已转告。",
}
"""What a table prints behind the label of each."""


def row_of(comment: Comment, cells: dict[Filled, str], number: int = 5) -> LedgerRow:
    return LedgerRow(number, ticket_of(comment, {"handler": comment.handler or ""}), cells)


def told(comment: Comment, **cells: str) -> FilledIn:
    filled = {Filled(name): words for name, words in cells.items()}
    return filled_in([row_of(comment, filled)], WHOLES, ANSWERS)


@pytest.mark.parametrize(
    ("comment", "cells", "changes"),
    [
        (OPEN, {"result": "采纳"}, {"status": Status.ADOPTED}),
        (OPEN, {"result": "采纳，已改第三章"}, {"status": Status.ADOPTED, "reply": "已改第三章"}),
        (
            OPEN,
            {"result": "不采纳", "answer": "超出范围"},
            {"status": Status.REJECTED, "reason": "超出范围"},
        ),
        (
            OPEN,
            {"result": "不采纳", "reason": "超出范围", "reply": "请见附件"},
            {"status": Status.REJECTED, "reason": "超出范围", "reply": "请见附件"},
        ),
        (OPEN, {"reason": "待商"}, {"reason": "待商"}),
        # the same status with other words, beside it or in its own cell
        (REFUSED, {"answer": "预算已用完。"}, {"reason": "预算已用完。"}),
        (REFUSED, {"result": "未采纳。预算已用完。"}, {"reason": "预算已用完。"}),
        (REFUSED, {"answer": ""}, {"reason": ""}),
        (REFUSED, {"result": "留作参考"}, {"status": Status.NOTED}),
        # and with the words that it has
        (REFUSED, {"result": "不采纳。没有预算。"}, {}),
        (BOTH, {"result": "部分采纳"}, {}),
        (
            BOTH,
            {"result": "解释说明", "answer": "另行答复"},
            {"status": Status.EXPLAINED, "reason": "另行答复"},
        ),
    ],
)
def test_a_row_is_a_decision(
    comment: Comment, cells: dict[str, str], changes: dict[str, Any]
) -> None:
    found = told(comment, **cells)
    assert (found.wrong, found.undecided) == ((), ())
    assert found.changes == ({comment.id: changes} if changes else {})


@pytest.mark.parametrize("words", ["同意", "采纳？", "原则采纳", "", "待定"])
def test_words_that_are_no_label_decide_nothing(words: str) -> None:
    found = told(REFUSED, result=words, reason="另有安排")
    assert found.changes == {}
    assert [(one.row, one.id, one.words) for one in found.undecided] == [(5, REFUSED.id, words)]
    assert told(OPEN, result="待定").undecided == ()


def test_who_works_on_it_is_written_for_the_whole() -> None:
    assert told(OPEN, handler="李\n四").handlers == {OPEN.id: "李四"}
    assert told(OPEN, handler="王五").handlers == {}
    found = told(POINTS, handler="赵六")
    assert (found.handlers, found.changes) == ({POINTS.id: "赵六"}, {})


@pytest.mark.parametrize(
    ("cells", "changes"),
    [
        (
            {"result": "撤回"},
            {".1": {"status": Status.WITHDRAWN}, ".3": {"status": Status.WITHDRAWN}},
        ),
        (
            {"result": "部分采纳。\n(1)采纳。已改。\n(2)留作参考。已转告。\n(3)待定"},
            {".1": {"status": Status.ADOPTED, "reply": "已改。"}},
        ),
        (
            {"answer": "（1）待定\n（2）不采纳，重复\n（3）待定"},
            {".2": {"status": Status.REJECTED, "reason": "重复"}},
        ),
    ],
)
def test_points_are_decided_together_or_line_by_line(
    cells: dict[str, str], changes: dict[str, Any]
) -> None:
    found = told(POINTS, **cells)
    assert (found.wrong, found.undecided) == ((), ())
    assert found.changes == {f"{POINTS.id}{part}": keys for part, keys in changes.items()}


@pytest.mark.parametrize(
    ("comment", "cells", "problem"),
    [
        (OPEN.model_copy(update={"id": "乡水务所-99"}), {"result": "采纳"}, RowProblem.UNKNOWN),
        (OPEN.model_copy(update={"opinion": "清淤。"}), {"result": "采纳"}, RowProblem.OPINION),
        (
            REFUSED.model_copy(update={"decision": Decision()}),
            {"result": "采纳"},
            RowProblem.MEANWHILE,
        ),
        (OPEN.model_copy(update={"handler": None}), {"handler": "李四"}, RowProblem.MEANWHILE),
        (BOTH, {"answer": "改了两处。另一处不在本镇。"}, RowProblem.SHARED),
        (POINTS, {"reply": "见附件"}, RowProblem.POINTS),
        (POINTS, {"answer": "(1)采纳 (2)采纳"}, RowProblem.POINTS),
    ],
)
def test_a_row_that_cannot_be_taken_says_why(
    comment: Comment, cells: dict[str, str], problem: RowProblem
) -> None:
    found = told(comment, **cells)
    assert [(one.row, one.id, one.problem) for one in found.wrong] == [(5, comment.id, problem)]
    assert (found.changes, found.handlers) == ({}, {})


def test_a_comment_that_stands_twice_is_refused_where_something_was_filled_in() -> None:
    again = row_of(OPEN, {}, 9)
    rows = [row_of(OPEN, {Filled.RESULT: "采纳"}), again, row_of(REFUSED, {}), row_of(REFUSED, {})]
    found = filled_in(rows, WHOLES, ANSWERS)
    assert [(one.row, one.problem) for one in found.wrong] == [(5, RowProblem.TWICE)]


@pytest.mark.parametrize(
    ("one", "other", "wrong"),
    [
        ({Filled.RESULT: "采纳"}, {}, 0),
        ({Filled.RESULT: "采纳"}, {Filled.RESULT: "采纳"}, 0),
        ({Filled.RESULT: "采纳"}, {Filled.RESULT: "不采纳"}, 2),
    ],
)
def test_a_comment_of_two_topics_has_a_row_under_each(
    one: dict[Filled, str], other: dict[Filled, str], wrong: int
) -> None:
    comment = OPEN.model_copy(update={"topic": ("水务", "农田")})
    rows = [row_of(comment, one), row_of(comment, other, 9)]
    found = filled_in(rows, {comment.id: comment}, {})
    assert [problem.problem for problem in found.wrong] == [RowProblem.TWICE] * wrong
    assert found.changes == ({} if wrong else {comment.id: {"status": Status.ADOPTED}})
    thrice = filled_in([*rows, row_of(comment, {}, 10)], {comment.id: comment}, {})
    assert {problem.problem for problem in thrice.wrong} == {RowProblem.TWICE}


def test_what_was_decided_here_as_well_is_no_quarrel() -> None:
    then = REFUSED.model_copy(update={"decision": Decision()})
    found = told(then, result="不采纳", reason="没有预算。")
    assert (found.wrong, found.changes) == ((), {})


def test_rows_that_were_sorted_without_their_hidden_cell_are_refused() -> None:
    """Who filled them in read other opinions than those that the cells at their end are about."""
    cells = {one.id: {"opinion": one.opinion, "decision": ""} for one in (OPEN, REFUSED)}
    labels = {"opinion": "意见", "decision": "采纳情况"}
    head = ["意见", "采纳情况", ticket_head(labels)]
    rows = [
        [OPEN.opinion, "采纳", ticket_of(REFUSED, cells[REFUSED.id]).written],
        [REFUSED.opinion, "", ticket_of(OPEN, cells[OPEN.id]).written],
    ]
    ledger = ledger_in(grid_of("", [head, *rows]))
    assert ledger is not None
    found = filled_in(ledger.rows, WHOLES, ANSWERS)
    assert found.changes == {}
    assert [(one.row, one.problem) for one in found.wrong] == [(2, RowProblem.MOVED)]
    ledger = ledger_in(grid_of("", [head, rows[0]]))
    assert ledger is not None
    assert filled_in(ledger.rows, WHOLES, ANSWERS).wrong[0].problem is RowProblem.MOVED
    # an opinion that somebody shortened is still the same one
    rows = [["清淤", "采纳", ticket_of(OPEN, cells[OPEN.id]).written]]
    ledger = ledger_in(grid_of("", [head, *rows]))
    assert ledger is not None
    assert filled_in(ledger.rows, WHOLES, ANSWERS).changes == {OPEN.id: {"status": Status.ADOPTED}}
