"""Which part is to have the title for which an opinion asks."""

import pytest

from plancli.core.evidence.retitling import retitling
from plancli.core.instructions.demands import demands
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Section, with_cover

DRAFT = (
    {
        "key": "第一章",
        "title": "航道",
        "body": [{"id": "1.1", "heading": "疏浚", "text": "疏浚航道。"}],
    },
    {
        "key": "第二章",
        "title": "码头",
        "body": [
            {
                "column": "专栏1",
                "title": "重点",
                "items": [{"id": "专栏1.1", "heading": "疏浚", "text": "甲。"}],
            },
            {"column": "专栏2", "title": "其他", "items": [{"id": "专栏2.1", "text": "乙。"}]},
        ],
    },
)
CORPUS = Corpus(with_cover("县水运规划", [Section.model_validate(one) for one in DRAFT]))


@pytest.mark.parametrize(
    ("opinion", "part"),
    [
        ("规划名称改为“县内河规划”。", "规划"),
        ("第二章标题改为“港口”。", "第二章"),
        ("第二章专栏2的名称改为“其余”。", "第二章/专栏2"),
        ("标题“重点”改为“重点码头”。", "第二章/专栏1"),
        ("标题“疏浚”改为“清淤”。", None),
        ("章名改为“港口”。", None),
        ("专栏9的标题改为“港口”。", None),
    ],
)
def test_the_part_that_is_named_or_has_the_title(opinion: str, part: str | None) -> None:
    (demand,) = demands(opinion)
    edit = retitling(CORPUS, demand)
    assert (edit.title if edit else None) == part
    assert edit is None or edit.wording == demand.new
