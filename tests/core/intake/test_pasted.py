"""A paragraph that comes back whole stands for the one that is cited; a quotation of it does not."""

import pytest

from plancli.core.intake.pasted import pasted
from tests.core.intake.test_proposals import CORPUS

HEADED, BARE = CORPUS.outline.spots["3.1"], CORPUS.outline.spots["3.3"]


@pytest.mark.parametrize(
    ("opinion", "text"),
    [
        (
            "建议作以下修改:整枝。每年修剪果树三次。\n登记在册的果树挂牌保护。(责任单位:镇果业站)",
            "每年修剪果树三次。登记在册的果树挂牌保护。",
        ),
        ("整枝。每年修剪果树两次。登记在册的果树挂牌保护。", None),  # as the draft has it
        ("整枝。登记造册。", None),  # another text
        ("整枝。每年修剪果树两次。登记在册的果树挂牌保护。建议改为三次。", None),
        ("每年修枝。", None),
    ],
)
def test_the_text_behind_the_heading_is_the_new_one(opinion: str, text: str | None) -> None:
    found = pasted(opinion, HEADED)
    assert (found.wording if found else None) == text


def test_without_a_heading_it_begins_as_the_paragraph_does() -> None:
    found = pasted("改成这样:冷库容量达到200吨。果品全部分级装箱,统一外运。", BARE)
    assert found is not None
    assert (found.rewrite, found.wording) == (
        "3.3",
        "冷库容量达到200吨。果品全部分级装箱,统一外运。",
    )
