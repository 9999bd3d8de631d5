"""What stands round instructions, and whether a sentence asks for anything."""

import pytest

from plancli.core.instructions.grammar.asking import (
    LEAD,
    REASONS,
    asks_for_change,
    asks_nothing,
    behind_bracketed,
    passed_over,
    speaks_of_more,
)
from plancli.core.instructions.grammar.row import row_of


@pytest.mark.parametrize(
    "lead", ["", "1.", "(二)建议", "①请", "一是", "另外,我局建议", "同时,并", "经研究,建议如下:"]
)
def test_numbers_and_courtesy_may_lead(lead: str) -> None:
    match = LEAD.match(lead + "删除第3段")
    assert match is not None
    assert match[0] == lead


@pytest.mark.parametrize(
    ("text", "after_edits", "rest"),
    [
        ("根据《渡口条例》要求,删除", False, "删除"),
        ("考虑到财力建议删除", False, "建议删除"),
        ("第2段不变,删除", False, ",删除"),
        ("该段与前文重复,建议删除", False, "建议删除"),
        ("如经费落实,建议删除", False, "如经费落实,建议删除"),
        ("第1段删除,建议删除", False, "第1段删除,建议删除"),
        (",因已移交", True, ""),
        (",以避免重复", True, ""),
        (",请予考虑", True, ""),
        (",因已移交", False, ",因已移交"),
        (",以便修改第3段", True, ",以便修改第3段"),
        ("并相应修改", True, "并相应修改"),
    ],
)
def test_reasons_are_explained_and_what_asks_is_not(
    text: str, after_edits: bool, rest: str
) -> None:
    assert text[passed_over(text, 0, len(text), after_edits) :] == rest


@pytest.mark.parametrize(
    ("sentence", "nothing"),
    [
        ("支持修缮渡口", True),
        ("希望适当降低票价", False),
        ("希望规划早日实施", True),
        ("将泊位数翻一番", False),
        ("泊位数已翻一番", True),
        ("责任单位中镇航运所职能已划转", False),
        ("不同意删除“渡口”", True),
        ("是否删除渡口", True),
        ("是否删除“渡口”", False),
        ("可否将“渡口”改为“码头”", False),
        ("为什么不删除“渡口”", False),
        ("could you delete “渡口”", False),
        ("“渡口”的依据是什么,哪里规定", True),
        ("不得不建议删除“渡口”", False),
        ("并非不同意删除“渡口”", False),
        ("“渡口”不建议保留", False),
        ("2.1责任单位不宜列我单位", False),
        ("我单位不应作为责任单位", False),
        ("“9艘”不宜低于“12艘”", False),
        ("没有必要修改", True),
        ("没有必要保留“渡口”", False),
        ("该项工作非我局职责", False),
        ("渡口由航运局负责", False),
        ("见附件", False),
        ("同上条", False),
        ("same comment as for 2.1", False),
        ("31处偏多", False),
        ("2.1与2.2矛盾", False),
        ("未体现农村渡口", False),
        ("2.1: wrong number of piers", False),
        ("票价应适当提高", False),
        ("我市相应设施已建成", True),
        ("目前已有申请31个", True),
        ("同意“渡口”的提法", True),
        ("同意,但票价应提高", False),
        ("we agree in principle but “渡口” is too low", False),
        ("we welcome the “渡口” label", True),
        ("the plan should not mention “渡口”", False),
        ("无意见,请补充我单位为责任单位", False),
        ("以上意见,请予考虑", True),
        ("渡口已移交市里", True),
        ("建议明确资金来源", False),
        ("“渡口”", False),
        ("渡口一段不够具体", False),
    ],
)
def test_a_sentence_asks_or_it_does_not(sentence: str, nothing: bool) -> None:
    assert asks_nothing(row_of(sentence).text, "。") is nothing


def test_who_wants_the_plan_to_say_something_asks_for_it_though_in_a_question() -> None:
    assert not asks_nothing("请明确哪些渡口需要修缮", "。")
    assert not asks_nothing("建议2.1写明由谁负责", "?")
    assert asks_nothing("请问哪些渡口需要修缮", "。")
    assert asks_nothing("是否应当明确时间", "。")


def test_a_question_mark_asks_for_nothing() -> None:
    assert asks_nothing("删除渡口", "?")


def test_what_begins_reasons_limits_and_more_places_is_known() -> None:
    assert REASONS.match("理由:已移交")
    assert REASONS.match("修改依据:条例")
    assert not REASONS.match("理顺职责")
    assert speaks_of_more("“甲”改为“乙”,下同")
    assert not speaks_of_more("“甲”改为“乙”")


def test_a_reason_in_brackets_may_stand_ahead_of_the_next_instruction() -> None:
    text = "(理由:已移交)二、删除第3段"
    assert text[behind_bracketed(text, 0, len(text)) :] == "二、删除第3段"
    assert behind_bracketed("(二)删除", 0, 5) == 0


def test_words_that_ask_for_change_are_known() -> None:
    assert asks_for_change("票价应提高")
    assert not asks_for_change("渡口很好")
