"""Which answers say only that there is no comment."""

import pytest

from plancli.core.comments.nothing import says_nothing


@pytest.mark.parametrize(
    "words",
    [
        "无意见",
        "无意见。",
        "没有意见",
        "同意。",
        "无其他意见建议",
        "经研究,我局无不同意见。",
        "经研究\uff0c我单位对征求意见稿无修改意见\u3002",
        "对该方案无意见",
    ],
)
def test_no_comment(words: str) -> None:
    assert says_nothing(words)


@pytest.mark.parametrize(
    "words",
    [
        "原则同意,建议将“6个”改为“8个”。",
        "没有意见箱,建议增加。",
        "无意见建议栏,请补充",
        "不同意",
        "建议改。",
        "",
    ],
)
def test_a_comment(words: str) -> None:
    assert not says_nothing(words)
