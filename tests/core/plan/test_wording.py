"""What parts say, and whether two of them say the same."""

import pytest

from plancli.core.plan.model import Column, Paragraph
from plancli.core.plan.outline import Outline
from plancli.core.plan.wording import Node, node_of, same_part, wording, words_inside
from tests.core.ferry import SECTIONS

PART = Paragraph(id="1", heading="码头", text="修缮。")
BOX = Column(column="专栏1", title="船只", items=(PART,))


def test_the_words_of_a_part() -> None:
    outline = Outline(SECTIONS)
    assert wording(outline, "1.1") == "码头。修缮东岸码头2座。添置救生衣60件。"
    assert wording(outline, "第一章/专栏1") == "船只\n木船3艘。"
    assert wording(outline, "第二章") == "保障\n安排经费12万元。"
    assert words_inside(SECTIONS[0]) == [
        "渡口",
        "码头",
        "修缮东岸码头2座。添置救生衣60件。",
        "汛期每日巡查。夜间停航。",
        "船只",
        "木船3艘。",
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (PART, PART.model_copy(), True),
        (PART, PART.model_copy(update={"text": "新建。"}), False),
        (BOX, BOX.model_copy(update={"items": ()}), True),
        (BOX, BOX.model_copy(update={"title": "渡船"}), False),
        (BOX, PART, False),
        (None, PART, False),
        (PART, None, False),
    ],
)
def test_a_part_says_the_same_by_itself_whatever_it_holds(
    one: Node | None, other: Node | None, same: bool
) -> None:
    assert same_part(one, other) is same


def test_a_part_by_its_key() -> None:
    outline = Outline(SECTIONS)
    assert [type(node_of(outline, key)).__name__ for key in ("1.1", "第一章/专栏1", "第一章")] == [
        "Paragraph",
        "Column",
        "Section",
    ]
