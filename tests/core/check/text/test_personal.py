"""What must not be published of a person, from all scans together."""

import pytest

from plancli.core.check.text.personal import personal


def found(text: str) -> list[str]:
    return [flaw.words for flaw in personal(text)]


@pytest.mark.parametrize(
    "mail",
    ["ｚｈａｎｇ＠ｅｘａｍｐｌｅ．ｃｎ", "zhang＠example.cn", "ｚhang.li@example．cn", "a@b-c.cn"],
)
def test_a_mail_address_of_either_width(mail: str) -> None:
    assert found(f"请发至{mail}。") == [mail]


def test_what_two_scans_see_in_one_place_is_said_once() -> None:
    assert found("微信13912345678") == ["微信13912345678"]
    assert found("QQ:12345678,手机13912345678") == ["QQ:12345678", "13912345678"]
