"""What a column holds, by its head."""

import pytest

from plancli.core.intake.heads import ColumnKind, column_of, is_head


@pytest.mark.parametrize(
    ("head", "holds"),
    [
        ("提出单位", ColumnKind.UNIT),
        ("单位（盖章）", ColumnKind.UNIT),
        ("单 位\n名 称", ColumnKind.UNIT),
        ("提出单位/个人", ColumnKind.UNIT),
        ("各部门名称", ColumnKind.UNIT),
        ("责任单位", ColumnKind.OTHER),
        ("单位联系人", ColumnKind.PERSONAL),
        ("反馈单位联系电话", ColumnKind.PERSONAL),
        ("手机号(必填)", ColumnKind.PERSONAL),
        ("E-mail", ColumnKind.PERSONAL),
        ("意见和建议", ColumnKind.OPINION),
        ("修改意见、建议（请逐条填写）", ColumnKind.OPINION),
        ("建议修改为", ColumnKind.WORDING),
        ("修改后的内容", ColumnKind.WORDING),
        ("征求意见稿原文", ColumnKind.ORIGINAL),
        ("修改理由及依据", ColumnKind.REASON),
        ("反馈意见采纳情况", ColumnKind.RESULT),
        ("采纳情况及理由", ColumnKind.RESULT),
        ("不采纳的理由", ColumnKind.ANSWER),
        ("页码", ColumnKind.PAGE),
        ("行", ColumnKind.LINE),
        ("页码、行数", ColumnKind.PLACE),
        ("章节", ColumnKind.PLACE),
        ("收到日期", ColumnKind.RECEIVED),
        ("来文文号", ColumnKind.LETTER),
        ("征集渠道", ColumnKind.CHANNEL),
        ("现表述", ColumnKind.ORIGINAL),
        ("拟改表述", ColumnKind.WORDING),
        ("修订为", ColumnKind.WORDING),
        ("有无意见", ColumnKind.WHETHER),
        ("是否有修改意见(有/无)", ColumnKind.WHETHER),
        ("存在问题及修改要求", ColumnKind.OPINION),
        ("意见类别", ColumnKind.OTHER),
        ("意见编号", ColumnKind.NUMBER),
        ("Comments", ColumnKind.OPINION),
        ("No.", ColumnKind.NUMBER),
        ("主页", None),
        ("备忘", None),
        ("明确开放时间。", None),
        ("", None),
        ("请各单位认真研究并将意见建议于月底前反馈至我办", None),
    ],
)
def test_the_longest_known_words_say_what_a_column_holds(
    head: str, holds: ColumnKind | None
) -> None:
    assert column_of(head) is holds


def test_a_head_alone_is_told_from_a_text_with_its_words() -> None:
    assert is_head("是否采纳")
    assert not is_head("是否采纳请告知")
