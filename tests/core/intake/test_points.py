"""The points of one cell."""

import pytest

from plancli.core.intake.points import points_of


@pytest.mark.parametrize(
    "opinion",
    [
        "1.修路。2.架桥。",
        "1、修路。\n2、架桥。",
        "（一）修路。\n（二）架桥。",
        "一、修路。二、架桥。",
        "一是修路。二是架桥。",
        "①修路。②架桥。",
        "建议如下:\n(1)修路。(2)架桥。",
    ],
)
def test_numbers_from_one_on_make_points(opinion: str) -> None:
    assert points_of(opinion) == ["修路。", "架桥。"]


def test_points_inside_of_points_stay_together() -> None:
    assert points_of("一、修路:1.拓宽。2.加固。二、架桥。") == ["修路:1.拓宽。2.加固。", "架桥。"]


@pytest.mark.parametrize(
    "opinion",
    [
        "修路。",
        "1.修路。",
        "2.修路。3.架桥。",
        "1.修路。3.架桥。",
        "将比例提高到1.5。再提高到2.5。",
        "改为“1.修路。2.架桥。”",
        "第1.2节与第2.1节重复",
        "1.2.",
    ],
)
def test_what_is_not_numbered_from_one_on_is_one_opinion(opinion: str) -> None:
    assert points_of(opinion) == []
