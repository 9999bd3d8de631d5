"""Bank cards by their check digit; WeChat and QQ by the word before them."""

import pytest

from plancli.core.check.text.accounts import bank_cards
from plancli.core.check.text.personal import personal


def found(text: str) -> list[str]:
    return [flaw.words for flaw in personal(text)]


def with_check_digit(first: str) -> str:
    """Return a number with the digit that makes the sum of Luhn a multiple of ten, tried out."""
    fitting = [f"{first}{end}" for end in "0123456789" if list(bank_cards(f"{first}{end}"))]
    assert len(fitting) == 1
    return fitting[0]


CARD = with_check_digit("621483000000123")
LONG = with_check_digit("622848000000001234")


@pytest.mark.parametrize(
    "number",
    [
        CARD,
        LONG,
        " ".join([CARD[:4], CARD[4:8], CARD[8:12], CARD[12:]]),
        CARD.translate({ord("0") + at: ord("０") + at for at in range(10)}),
        # published as examples of the check digit
        "4111111111111111",
        "5500005555555559",
    ],
)
def test_a_bank_card_is_known_by_its_check_digit(number: str) -> None:
    assert found(f"请汇入{number}。") == [number]
    assert found(f"卡号:{number}") == [number]


@pytest.mark.parametrize("at", [3, 7, 14])
def test_another_digit_is_another_number(at: int) -> None:
    changed = f"{CARD[:at]}{(int(CARD[at]) + 1) % 10}{CARD[at + 1 :]}"
    assert found(f"请汇入{changed}。") == []


@pytest.mark.parametrize("before", ["银行卡", "储蓄卡号:", "信用卡号码为"])
def test_what_is_called_the_card_of_a_bank_is_one_whatever_its_check_digit(before: str) -> None:
    number = "6214830000001230987"
    assert list(bank_cards(number)) == []
    assert found(f"{before}{number}") == [number]
    # the card of a library or a number of a few digits is none
    assert found(f"借书卡{number}") == []
    assert found(f"{before}6214830000") == []


@pytest.mark.parametrize("before", ["项目编号", "统一社会信用代码:", "批准号为"])
def test_what_is_called_another_number_is_no_card(before: str) -> None:
    assert found(f"{before}{CARD}") == []


@pytest.mark.parametrize(
    "words",
    [
        "微信号:lishuang",
        "微信ls_2021",
        "微信：ｌｉ２０２１ａ",
        "WeChat: li-shuang88",
        "VX:abc2021",
        "QQ:1234567",
        "QQ号１２３４５６７８",
        "QQ 2345678901",
    ],
)
def test_accounts_are_known_by_the_word_before_them(words: str) -> None:
    assert found(f"请加{words},谢谢。") == [words]


@pytest.mark.parametrize(
    "text",
    [
        "微信公众号:liuan_gov",
        "开通微信小程序、微信群",
        "微信(WeChat)、QQ等平台",
        "微信用户1234567人",
        "微信1234567人关注",
        "QQ群1234567",
        "5G NR频段",
        "接入微信支付、支付宝",
    ],
)
def test_platforms_and_their_figures_are_no_accounts(text: str) -> None:
    assert found(text) == []
