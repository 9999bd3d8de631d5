"""Homes are private; where offices and works are may be said."""

import pytest

from plancli.core.check.text.homes import homes


def found(text: str) -> list[str]:
    return [flaw.words for flaw in homes(text)]


@pytest.mark.parametrize(
    "words",
    [
        "住址:幸福小区3栋2单元502室",
        "家住青年路12号",
        "12号楼3单元101",
        "2单元502室",
        "和平家园7栋302室",
        "住学府路8号6栋1204室",
        "住在东门街15号",
        "住北巷3号院2单元",
    ],
)
def test_a_home_is_known_by_its_flat_or_by_a_word(words: str) -> None:
    assert found(f"({words})") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "市政务服务中心(人民路1号)",
        "政务中心2号楼305室",
        "教材第3单元101页",
        "新建住宅12栋",
        "入住人民路1号的企业",
        "住建路5号",
        "安居住房长江路20号地块",
        "改造小区3个、楼栋120栋",
        "建成2单元5层",
    ],
)
def test_where_offices_and_works_are_may_be_said(text: str) -> None:
    assert found(text) == []
