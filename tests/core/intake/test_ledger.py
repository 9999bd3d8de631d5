"""A ledger that came back: its columns found again wherever they stand, and what is new in each row."""

from plancli.core.comments.comment import Comment
from plancli.core.intake.ledger import Filled, ledger_in
from plancli.core.intake.ticket import ticket_head, ticket_of
from tests.core.intake.papers import grid_of

LABELS = {
    "id": "编号",
    "opinion": "意见",
    "status": "采纳情况",
    "answer": "理由",
    "handler": "办理人",
}
WRITTEN = {"id": "甲-01", "opinion": "增设。", "status": "待定", "answer": "", "handler": ""}
TICKET = ticket_of(Comment(id="甲-01", unit="甲", opinion="增设。"), WRITTEN)
HEAD = ticket_head(LABELS)


def filled(heads: list[str], row: list[str]) -> tuple[dict[Filled, str], tuple[str, ...]]:
    ledger = ledger_in(grid_of("表", [["台账"], heads, row]))
    assert ledger is not None
    (found,) = ledger.rows
    assert (found.row, found.ticket) == (3, TICKET)
    return dict(found.filled), found.elsewhere


def test_only_cells_that_changed_are_filled_in() -> None:
    heads = [*LABELS.values(), HEAD]
    assert filled(heads, [*WRITTEN.values(), TICKET.written]) == ({}, ())
    row = ["甲-01", "增设。", "采纳", "", "王五", TICKET.written]
    assert filled(heads, row) == ({Filled.RESULT: "采纳", Filled.HANDLER: "王五"}, ())


def test_columns_may_stand_elsewhere_and_others_beside_them() -> None:
    heads = [HEAD, "采纳情况", "意见", "答复", "未采纳理由", "责任人", "承办人"]
    row = [TICKET.written, "不采纳", "增设。", "已函告", "无预算", "赵六", "王五"]
    assert filled(heads, row) == (
        {
            Filled.RESULT: "不采纳",
            Filled.REPLY: "已函告",
            Filled.ANSWER: "无预算",
            Filled.HANDLER: "王五",
        },
        (),
    )


def test_what_is_not_read_is_named_where_it_was_changed() -> None:
    heads = [*LABELS.values(), HEAD]
    row = ["甲-01", "增设两处。", "待定", "", "", TICKET.written]
    assert filled(heads, row) == ({}, ("意见",))
    # where merged cells are taken apart all but the first are empty
    assert filled(heads, ["", "增设。", "待定", "", "", TICKET.written]) == ({}, ())


def test_of_two_columns_that_decide_the_first_counts_and_the_other_is_named() -> None:
    heads = [*LABELS.values(), "是否采纳", HEAD]
    row = ["甲-01", "增设。", "采纳", "", "", "不采纳", TICKET.written]
    assert filled(heads, row) == ({Filled.RESULT: "采纳"}, ("是否采纳",))
    row = ["甲-01", "增设。", "采纳", "", "", "采纳", TICKET.written]
    assert filled(heads, row) == ({Filled.RESULT: "采纳"}, ())


def test_a_row_without_ticket_is_a_stray_only_if_it_decides() -> None:
    heads = [*LABELS.values(), HEAD]
    stray = ["", "另一条", "采纳", "", "", ""]
    silent = ["", "无", "无", "", "", ""]
    ledger = ledger_in(grid_of("表", [heads, stray, silent, ["共1条"]]))
    assert ledger is not None
    assert (ledger.rows, ledger.strays) == ((), (2,))


def test_any_other_table_is_none() -> None:
    assert ledger_in(grid_of("表", [["编号", "意见"], ["甲-01", TICKET.written]])) is None
