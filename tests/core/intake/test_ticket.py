"""What a row carries unseen: it tells which comment it is about, and whether somebody typed into it."""

import pytest

from plancli.core.comments.comment import Comment, Decision, Item
from plancli.core.comments.status import Status
from plancli.core.intake.ticket import (
    Ticket,
    decision_digest,
    labels_in,
    opinion_digest,
    ticket_head,
    ticket_in,
    ticket_of,
)

ONE = Comment(id="县 农机站-01", unit="县 农机站", opinion="建议增设维修点。")
TWO = Comment(
    id="县农机站-02",
    unit="县农机站",
    opinion="两点。",
    items=(Item(opinion="甲"), Item(opinion="乙")),
)


@pytest.mark.parametrize("comment", [ONE, TWO])
def test_a_ticket_is_read_as_it_was_written(comment: Comment) -> None:
    ticket = ticket_of(comment, {"status": "待定", "handler": ""})
    assert ticket_in(ticket.written) == ticket
    assert ticket.id == comment.id


@pytest.mark.parametrize(
    "cell", ["", "plancli", "县农机站-02", "plancli 12 34 status=5", "plancli {}"]
)
def test_anything_else_is_none(cell: str) -> None:
    assert ticket_in(cell) is None


def test_blanks_and_breaks_are_no_change() -> None:
    ticket = ticket_of(ONE, {"answer": "已写明,\n见第三章"})
    assert not ticket.has_changed("answer", "已写明, 见第三章 \r\n")
    assert ticket.has_changed("answer", "已写明,见第四章")
    assert ticket.has_changed("answer", "")
    assert (ticket.has_changed("", ""), ticket.has_changed("", "补")) == (False, True)
    assert not ticket.has_changed("before", "[删去:甲]")


def test_opinion_and_decision_have_digests_of_their_own() -> None:
    decided = ONE.model_copy(update={"decision": Decision(status=Status.NOTED)})
    assert opinion_digest(decided) == opinion_digest(ONE)
    assert decision_digest(decided) != decision_digest(ONE)
    other = TWO.model_copy(update={"items": (Item(opinion="甲乙"), Item(opinion="乙"))})
    assert opinion_digest(other) != opinion_digest(TWO)


def test_the_head_says_which_words_stand_over_which_column() -> None:
    labels = {"status": "采纳 情况", "answer": '“理由”{"'}
    assert labels_in(ticket_head(labels)) == labels
    assert labels_in("plancli {...}") is None
    assert labels_in("plancli " + '{"a":' * 9000 + "}") is None
    assert labels_in(Ticket("甲-01", "a1", "b2", {}).written) is None
