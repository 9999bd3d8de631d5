"""Lines of a letter that are no opinion, and lines that only look like one of those."""

import pytest

from plancli.core.intake.letter_parts import (
    begins_annex,
    contacts_in,
    day_in,
    formal_part,
    is_salutation,
    letter_number,
)
from plancli.core.intake.opinions import RowRemark


@pytest.mark.parametrize(
    "words",
    [
        "2026年4月8日",
        "二〇二六年四月八日",
        "二○二六年四月八日",
        "2026-04-08",
        "8 April 2026",
        "April 8th, 2026",
    ],
)
def test_a_day_is_read_however_it_is_written(words: str) -> None:
    found = day_in(f"镇水管站 {words}")
    assert found is not None
    assert found == ("2026-04-08", "镇水管站")


@pytest.mark.parametrize("words", ["二〇二六年四十月八日", "2025年2月29日", "31 April 2026"])
def test_what_looks_like_a_day_and_is_none_is_told_from_other_words(words: str) -> None:
    assert day_in(f"镇水管站 {words}") == (None, "镇水管站")
    assert day_in("镇水管站") is None


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("柳水函〔2026〕7号", "柳水函〔2026〕7号"),
        ("文号:柳水函[2026]第 7 号", "柳水函[2026]第7号"),
        ("贵办《关于…的函》(柳政函〔2026〕1号)收悉。", None),
        ("2026年7号", None),
    ],
)
def test_the_number_of_a_letter_stands_by_itself(words: str, number: str | None) -> None:
    assert letter_number(words) == number


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("(联系人:赵某 电话:5550177)", RowRemark.CONTACT),
        ("Tel: 5550177", RowRemark.CONTACT),
        ("抄送:镇农技站。", RowRemark.FORMAL),
        ("— 2 —", RowRemark.FORMAL),
        ("(此件公开发布)", RowRemark.FORMAL),
        ("附件:1.修改对照表", RowRemark.ANNEXED),
        ("特此函复。", RowRemark.COURTESY),
        ("以上意见建议,请予考虑。", RowRemark.COURTESY),
        ("感谢贵单位长期以来的支持!", RowRemark.COURTESY),
        ("Thank you for your attention.", RowRemark.COURTESY),
        ("地址:“东街”改为“西街”。", None),
        ("附件2第3条删除。", None),
        ("回复时限太短。", None),
        ("以上项目请删除。", None),
        ("12", RowRemark.FORMAL),
    ],
)
def test_what_is_formal_wherever_it_stands(words: str, part: RowRemark | None) -> None:
    assert formal_part(words) is part


def test_of_contacts_only_the_labels_are_told() -> None:
    assert contacts_in("联系人:赵某,联系电话:5550177;邮箱:a@b.cn") == ["联系人", "联系电话", "邮箱"]
    assert contacts_in("请写明联系人。") == []


def test_an_annex_begins_with_its_name_alone() -> None:
    assert begins_annex("附件 1:")
    assert not begins_annex("附件1中的表格缺单位。")


@pytest.mark.parametrize(
    ("words", "addresses"),
    [
        ("镇政府办公室:", True),
        ("尊敬的各位领导:", True),
        ("Dear Sir or Madam,", True),
        ("修改意见如下:", False),
        ("原文:", False),
        ("第二章:", False),
        ("镇政府办公室请注意。", False),
    ],
)
def test_a_salutation_names_whom_it_addresses(words: str, addresses: bool) -> None:
    assert is_salutation(words) is addresses
