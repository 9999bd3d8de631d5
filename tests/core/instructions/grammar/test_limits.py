"""What sentences of an opinion say of each other."""

import pytest

from plancli.core.instructions.grammar.limits import (
    may_govern,
    may_govern_points,
    may_limit,
    may_limit_in_reasons,
    resumes,
)


@pytest.mark.parametrize(
    ("sentence", "limits"),
    [
        ("但已建的除外", True),
        ("如下修改", False),
        ("(此条撤回)", True),
        ("我局收回该意见", True),
        ("后经研究,我局不再坚持", True),
        ("更正:上条应为“9艘”", True),
        ("我局认为不妥", True),
        ("2.不同意2.2的表述", False),
        ("方案二:改为“9艘”", True),
        ("第1条如不采纳,则删除", True),
        ("这一修改没有依据", True),
        ("其他同意", False),
        ("以上意见,请予考虑", False),
        ("以上意见尚需审议", True),
        ("建议明确渡口等级", False),
    ],
)
def test_a_sentence_limits_those_before_it(sentence: str, limits: bool) -> None:
    assert may_limit(sentence) is limits


@pytest.mark.parametrize(
    ("sentence", "governs"),
    [
        ("经研究,提出以下意见", False),
        ("我局对《渡口规划(征求意见稿)》提出如下3条修改建议", False),
        ("我单位总体无意见,具体修改建议如下", False),
        ("以下意见作废", True),
        ("以下为航运局意见,我局不同意", True),
        ("航运局建议如下", True),
        ("仅在资金落实时采用以下修改", True),
        ("我局不同意如下修改", True),
        ("渡口很多", False),
    ],
)
def test_a_sentence_governs_those_behind_it(sentence: str, governs: bool) -> None:
    assert may_govern(sentence) is governs


@pytest.mark.parametrize(
    ("sentence", "numbered", "again"),
    [
        ("2.将票价改为3元", False, True),
        ("2.将票价改为3元", True, False),
        ("同时删除第3段", True, True),
        ("建议删除第3段", True, True),
        ("省里要求删除第3段", False, False),
        ("2.渡口很多", False, False),
    ],
)
def test_a_sentence_behind_reasons_asks_again(sentence: str, numbered: bool, again: bool) -> None:
    assert resumes(sentence, 0, len(sentence), numbered) is again


def test_a_line_of_its_own_ends_reasons() -> None:
    text = "理由:已移交。\n删除第3段"
    assert resumes(text, text.index("删除"), len(text), False)


def test_a_condition_among_reasons_is_one() -> None:
    assert may_limit_in_reasons("如资金不足则不改")
    assert not may_limit_in_reasons("该数据来自年报")


def test_who_speaks_names_no_other() -> None:
    assert may_govern("市航运局对渡口规划提出以下意见")
    assert not may_govern("市航运局对渡口规划提出以下意见", "市航运局")


@pytest.mark.parametrize(
    ("ahead", "governs"),
    [
        ("以下意见作废:", True),
        ("市财税局意见:", True),
        ("市航运局意见:", False),
        ("来函收悉。经研究,我局无异议,提出以下修改建议:", False),
        ("2.1部分:", False),
        ("", False),
    ],
)
def test_what_stands_ahead_of_points_may_govern_them(ahead: str, governs: bool) -> None:
    assert may_govern_points(ahead, "市航运局") is governs
