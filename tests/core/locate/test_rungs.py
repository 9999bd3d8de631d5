"""Each way in which quoted words can stand in a draft, and what stops just short of it."""

import pytest

from plancli.core.locate.anchors import Anchor, Hint, How, Refusal, Why
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section

DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="茶园",
            body=(
                Paragraph(id="1", heading="整枝", text="早春修剪老茶树,清明之前完成全部茶山。"),
                Paragraph(id="2", text="秋后施用有机肥料。"),
            ),
        ),
        Section(
            key="第二章",
            title="果园",
            body=(
                Paragraph(id="3", text="疏通排水沟渠。"),
                Paragraph(id="4", heading="嫁接", text="选用本地砧木。"),
            ),
        ),
    ]
)


@pytest.mark.parametrize(
    ("quote", "how"),
    [
        ("修剪老茶树，清明 之前", How.NORMALISED),
        ("整枝早春修剪", How.RUN_IN),
        ("嫁接选用本地", How.RUN_IN),
        ("全部茶山。秋后施用", How.ACROSS),
        ("早春修剪老茶树……完成全部茶山", How.FRAGMENTS),
        ("早春修剪老茶树……施用有机肥料", How.SPREAD),
    ],
)
def test_the_rung_on_which_words_are_found(quote: str, how: How) -> None:
    found = DRAFT.locate(quote)
    assert isinstance(found, Anchor)
    assert found.how is how


@pytest.mark.parametrize(
    "quote",
    [
        "有机肥料。疏通排水",  # over the break between sections
        "秋后施用有机肥料……疏通排水沟渠",
        "完成全部茶山……早春修剪老茶树",  # not in this order
        "早春整枝修剪",
    ],
)
def test_what_stands_so_nowhere(quote: str) -> None:
    found = DRAFT.locate(quote)
    assert isinstance(found, Refusal)
    assert found.why is Why.NOT_FOUND


def test_words_are_sought_in_the_part_alone_that_is_named() -> None:
    assert isinstance(DRAFT.locate("整枝早春修剪", Hint(within="第一章")), Anchor)
    assert isinstance(DRAFT.locate("整枝早春修剪", Hint(within="第二章")), Refusal)
