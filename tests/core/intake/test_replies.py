"""Answers without an opinion, and decisions as cells say them."""

import pytest

from plancli.core.comments.status import Status
from plancli.core.intake.replies import decision_of, is_no_opinion


@pytest.mark.parametrize("cell", ["无意见", "无。", "—", "/", "同意", "经研究,我局无不同意见。"])
def test_a_cell_that_answers_only_that_is_no_opinion(cell: str) -> None:
    assert is_no_opinion(cell)


@pytest.mark.parametrize("cell", ["", "无障碍设施应补充", "同意,但建议缩短工期", "不同意"])
def test_more_words_make_it_one(cell: str) -> None:
    assert not is_no_opinion(cell)


@pytest.mark.parametrize(
    ("cell", "status", "rest"),
    [
        ("采纳", Status.ADOPTED, None),
        ("已采纳。第三章已写明", Status.ADOPTED, "第三章已写明"),
        ("采纳（已写明）", Status.ADOPTED, "已写明"),
        ("部分采纳:只改了年份", Status.PARTLY, "只改了年份"),
        ("未采纳,超出职责", Status.REJECTED, "超出职责"),
        ("转办", Status.REFERRED, None),
        ("采纳部分意见", Status.PENDING, None),
        ("采纳(1)(2),未采纳(3)", Status.PENDING, None),
        ("原则采纳", Status.PENDING, None),
        ("不采纳的理由见附件", Status.PENDING, None),
        ("待定", Status.PENDING, None),
        ("", Status.PENDING, None),
    ],
)
def test_a_status_is_a_known_label_alone_or_before_a_separator(
    cell: str, status: Status, rest: str | None
) -> None:
    decision = decision_of(cell, "")
    assert decision.status is status
    assert (decision.reason if status.meaning.needs_reason else decision.reply) == rest


def test_what_stands_in_a_column_of_its_own_is_said_behind_it() -> None:
    assert decision_of("不采纳", "已有规定。").reason == "已有规定。"
    assert decision_of("采纳。", "第2页").reply == "第2页"
    assert decision_of("再议", "已有规定。").reason is None


@pytest.mark.parametrize(
    "result",
    [
        "采纳(部分)",
        "采纳?",
        "采纳,但另作表述",
        "采纳;其余不予考虑",
        "采纳,除第二条外",
        "采纳(待定)",
    ],
)
def test_what_takes_a_label_back_decides_nothing(result: str) -> None:
    assert decision_of(result, "").status is Status.PENDING
