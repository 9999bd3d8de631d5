"""The numbers that a decision says itself."""

import pytest

from plancli.core.instructions.amounts import (
    TurnSide,
    amounts_in,
    amounts_of,
    is_difference,
    is_pointed_to,
    side_of,
    stands_among,
)


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
        ("更新了2个数据,3项指标均已核对。", []),
        ("新建2个数据中心。", ["2个"]),
        ("系县政府2019年重点工作,列入2019年度预算。", []),
        ("到2019年重点建设渡口。", ["2019年"]),
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


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("由5艘调整为7艘。", [TurnSide.OLD, TurnSide.NEW]),
        ("从每年5艘增至不少于7艘。", [TurnSide.OLD, TurnSide.NEW]),
        ("按建议提高到7艘。", [TurnSide.NEW]),
        ("建议由5艘调整为7艘。", [None, None]),
        ("省里已由5艘调整为7艘。", [None, None]),
        ("5艘渡船,7艘货船。", [None, None]),
        ("由5艘渡船、7艘货船调整为9艘。", [None, None, TurnSide.NEW]),
    ],
)
def test_on_which_side_of_a_change_a_number_is(text: str, sides: list[TurnSide | None]) -> None:
    assert [side_of(text, amount) for amount in amounts_in(text)] == sides


@pytest.mark.parametrize(
    ("text", "old", "new", "differs"),
    [
        ("增加2艘。", "渡船5艘", "渡船7艘", True),
        ("减少了2艘。", "渡船7艘", "渡船5艘", True),
        ("增加3艘。", "渡船5艘", "渡船7艘", False),
        ("另有2艘。", "渡船5艘", "渡船7艘", False),
        ("增加2艘。", "渡船5艘", "货船7吨", False),
        ("增加2艘。", "渡船5艘、货船7艘", "渡船5艘、货船7艘", False),
        ("增幅40%。", "渡船5艘", "渡船7艘", True),
        ("增幅66.7%。", "渡船3艘", "渡船5艘", True),
        ("增幅66.6%。", "渡船3艘", "渡船5艘", False),
        ("提高5个百分点。", "比重为30%", "比重为35%", True),
        ("增加200家。", "企业三百家", "企业五百家", True),
        ("增幅40%。", "渡船0艘", "渡船7艘", False),
    ],
)
def test_by_how_much_a_number_changed(text: str, old: str, new: str, differs: bool) -> None:
    (amount,) = amounts_in(text)
    assert is_difference(text, amount, amounts_of([old]), amounts_of([new])) is differs


def test_a_number_is_pointed_to_in_its_own_clause() -> None:
    text = "与9艘的总数相衔接,增加7艘。"
    assert [is_pointed_to(text, amount) for amount in amounts_in(text)] == [True, False]
