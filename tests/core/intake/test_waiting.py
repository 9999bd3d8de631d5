"""What waits for a person: what nobody decided on or read, and asks for something."""

from typing import Any

import pytest

from plancli.core.comments.comment import Cited, Comment
from plancli.core.intake.waiting import spoken_in, waiting
from tests.core.intake.test_proposals import CORPUS


def comment(opinion: str, **values: Any) -> Comment:
    return Comment.model_validate(
        {"id": "镇果业站-01", "unit": "镇果业站", "opinion": opinion, **values}
    )


SOURCE = {"file": "表.csv", "digest": "sha256:" + "0" * 64, "intake": 1}
EDITS = [{"delete": "两次"}]


@pytest.mark.parametrize(
    ("values", "waits"),
    [
        ({}, True),
        ({"edits": EDITS}, False),
        ({"read": "opinion"}, False),
        ({"decision": {"status": "留作参考"}}, False),
        ({"decision": {"edits": EDITS}}, False),
    ],
)
def test_what_somebody_read_or_decided_on_waits_no_more(
    values: dict[str, Any], waits: bool
) -> None:
    asks = comment("建议进一步加强管理。", **values)
    assert list(waiting([asks], CORPUS)) == ([asks] if waits else [])


@pytest.mark.parametrize("opinion", ["同意。", "是否挂牌?"])
def test_what_asks_for_nothing_waits_for_nobody(opinion: str) -> None:
    assert not list(waiting([comment(opinion)], CORPUS))


def test_a_row_is_read_again_in_its_fields() -> None:
    row = comment("请斟酌。\n原内容:两次。\n另起。\n拟修改为:三次\n理由:不够", source=SOURCE)
    assert spoken_in(row)[:4] == ("请斟酌。", Cited(), "两次。\n另起。", "三次")
    # typed by hand it is one opinion, and the grammar says what its labels mean
    typed = row.model_copy(update={"source": None})
    assert spoken_in(typed)[0] == row.opinion
