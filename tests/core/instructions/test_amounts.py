"""The numbers that a decision says itself."""

import pytest

from plancli.core.instructions.amounts import amounts_in, amounts_of, stands_among


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("调整为9个。", ["9个"]),
        ("由60%增至65.5%。", ["60%", "65.5%"]),
        ("投资1,379万元。", ["1,379万元"]),
        ("全长三百二十公里。", ["三百二十公"]),
        ("到2030年完成。", ["2030年"]),
        ("期限调整为6月30日。", ["6月", "30日"]),
        ("P38第16-20行,专栏15、第3项。", []),
        ("详见3.2.1和2.1节。", []),
        ("按国发〔2021〕12号和GB 50016-2014执行。", []),
        ("1.补充;2.删除。", []),
        ("14.应急管理工程,总体规划-24新兴产业。", []),
        ("共修改3处,2条意见均采纳。", []),
        ("已于5月10日答复。", []),
        ("“十四五”时期、十四五规划。", []),
        ("一一对应,三方面完善。", []),
        ("改为“9个”。", []),
        ("5G基站。", []),
        ("编号3f_09ab77c。", []),
    ],
)
def test_what_is_a_number_of_its_own(text: str, found: list[str]) -> None:
    assert [amount.words for amount in amounts_in(text)] == found
    assert all(text.startswith(amount.words[:-1], amount.start) for amount in amounts_in(text))


@pytest.mark.parametrize(
    ("said", "text", "stands"),
    [
        ("6个", "建成6个", True),
        ("6个", "建成16个", False),
        ("6个", "到6月", False),
        ("6名", "共6", True),
        ("6", "建成6个", True),
        ("1379万元", "投资1,379万元", True),
        ("6个", "建成６个", True),
        ("三百二十公里", "全长三百二十公里", True),
        ("6%", "6.5%", False),
    ],
)
def test_a_number_stands_whole_with_its_unit(said: str, text: str, stands: bool) -> None:
    (amount,) = amounts_in(said)
    assert stands_among(amount, amounts_of([text])) is stands
