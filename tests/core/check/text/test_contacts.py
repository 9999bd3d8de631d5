"""Both sides of what makes a number private: check digits, days of birth, what stands before and behind it.

The numbers here are nobody's: put together so that a day or a check digit fits, or does not.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.check.text.contacts import contacts

NOBODY = "11010519000101"
"""Place and day of birth of a number of 18 digits; what follows is a running number and the check digit."""


def found(text: str) -> list[str]:
    return [flaw.words for flaw in contacts(text)]


def check_digit(first: str) -> str:
    """Return the check digit of seventeen digits, as ISO 7064 (MOD 11-2) has it: doubling from the left."""
    rest = 0
    for digit in first:
        rest = (rest + int(digit)) * 2 % 11
    return "0123456789X"[(12 - rest) % 11]


def test_every_check_digit_is_known_and_no_other_one() -> None:
    fitting = set()
    for running in range(100, 160):
        first = f"{NOBODY}{running}"
        fits = check_digit(first)
        fitting.add(fits)
        assert [end for end in "0123456789X" if found(f"编号{first}{end}")] == [fits]
    assert fitting == set("0123456789X")


@given(st.integers(0, 16), st.integers(1, 9), st.integers(100, 999))
def test_another_digit_anywhere_makes_it_another_number(at: int, by: int, running: int) -> None:
    first = f"{NOBODY}{running}"
    changed = f"{first[:at]}{(int(first[at]) + by) % 10}{first[at + 1 :]}"
    end = check_digit(first)
    assert found(f"编号{first}{end}")
    assert found(f"编号{changed}{end}") == []


@pytest.mark.parametrize(
    ("birth", "is_day"),
    [
        ("750816", True),
        ("750101", True),
        ("751231", True),
        ("750110", True),
        ("750229", True),
        ("750930", True),
        ("750016", False),
        ("751316", False),
        ("750800", False),
        ("750832", False),
        ("752016", False),
    ],
)
def test_fifteen_digits_have_a_day_of_birth(birth: str, is_day: bool) -> None:
    number = f"342401{birth}001"
    assert found(f"共{number}") == ([number] if is_day else [])
    assert found(f"身份证{number}") == [number]
    assert found(f"许可证编号{number}") == []


def test_a_place_does_not_begin_with_nought() -> None:
    assert found("共042401750816001") == []


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("电话", True),
        ("联系方式:", True),
        ("电话号码 ：", True),
        ("电话是(", True),
        ("电话(((", True),
        ("电话((((", False),
        ("传 真", True),
        ("TEL ", True),
        ("Fax:", True),
        ("电报", False),
    ],
)
def test_seven_digits_are_a_telephone_where_that_is_said(before: str, named: bool) -> None:
    assert found(f"{before}3312345。") == (["3312345"] if named else [])


@pytest.mark.parametrize(("digits", "named"), [(6, False), (7, True), (8, True), (9, False)])
def test_telephones_without_area_have_seven_or_eight_digits(digits: int, named: bool) -> None:
    number = "331234567"[:digits]
    assert found(f"电话{number}。") == ([number] if named else [])


@pytest.mark.parametrize(
    ("number", "is_mobile"),
    [
        ("13" + "0" * 9, True),
        ("19" + "0" * 9, True),
        ("12" + "0" * 9, False),
        ("10" + "0" * 9, False),
        ("23" + "0" * 9, False),
        ("13" + "0" * 8, False),
        ("13" + "0" * 10, False),
    ],
)
def test_mobile_numbers_have_eleven_digits_from_13_to_19(number: str, is_mobile: bool) -> None:
    assert found(f"找他{number}。") == ([number] if is_mobile else [])


@pytest.mark.parametrize(
    ("number", "is_landline"),
    [
        ("010-12345678", True),
        ("021-12345678", True),
        ("0311-1234567", True),
        ("0311-12345678", True),
        ("0311-123456", False),
        ("0311-123456789", False),
        ("0111-1234567", False),
        ("800-810-8888", True),
        ("400-810-8888", True),
        ("600-810-8888", False),
    ],
)
def test_area_codes(number: str, is_landline: bool) -> None:
    assert found(f"找他{number}。") == ([number] if is_landline else [])


@pytest.mark.parametrize(
    ("behind", "private"),
    [
        ("元", False),
        ("元旦联系", True),
        ("余人", False),
        ("人事科", True),
        ("万吨", False),
        ("个", False),
        ("个人", True),
        ("户", False),
        ("户主", True),
        ("米", False),
        (".1234元", False),
        (".123456元", False),
        ("%", False),
        ("。", True),
    ],
)
def test_what_is_measured_is_no_telephone(behind: str, private: bool) -> None:
    number = "138" + "0" * 8
    assert bool(found(f"共{number}{behind}")) is private


@pytest.mark.parametrize(
    ("before", "private"),
    [
        ("总额", False),
        ("总额达到:", False),
        ("总量为", False),
        ("总额是多少看", True),
        ("电话", True),
    ],
)
def test_what_is_counted_is_no_telephone(before: str, private: bool) -> None:
    assert bool(found(f"{before}{'138' + '0' * 8}。")) is private


def test_what_a_number_is_stands_right_before_it() -> None:
    assert found(f"联系方式{' ' * 3}3312345。") == ["3312345"]
    assert found(f"联系方式{' ' * 4}3312345。") == []
    named = "身份证件号码是:("
    assert found(f"{named}342401999999001)") == ["342401999999001"]
    assert found(f"{named[:-2]}甲342401999999001)") == []


def test_a_flaw_says_where_it_begins() -> None:
    (flaw,) = contacts("请找0311-1234567。")
    assert (flaw.offset, flaw.words) == (2, "0311-1234567")


PHONE = "138" + "0" * 8


IDENTITY = "110105" + "19491231" + "002X"  # the specimen of the standard GB 11643


SPACED = f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}"


OLD_IDENTITY = "340101" + "991231" + "002"


AREA = "0564"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"联系{PHONE}。", [PHONE]),
        ("电话" + "139 " + "0000 " + "0000", ["139 " + "0000 " + "0000"]),
        (f"编号9{PHONE}", []),
        ("0564" + "-" + "1234567", ["0564-1234567"]),
        ("某@example.cn a.b@example.com.cn", ["a.b@example.com.cn"]),
        (f"证{IDENTITY}", [IDENTITY]),
        (f"证{IDENTITY.lower()}", [IDENTITY.lower()]),
        (f"证{IDENTITY[:-1]}Ｘ", [f"{IDENTITY[:-1]}Ｘ"]),
        (f"证{IDENTITY[:-1]}1", []),
        ("投资13800万元,2020—2025年", []),
        ("电话(0564)3377123", ["(0564)3377123"]),
        ("电话（0564）3377123", ["（0564）3377123"]),
        ("电话05643377123", ["05643377123"]),
        ("热线400-820-8820", ["400-820-8820"]),
        ("邮箱abc＠qq.com", ["abc＠qq.com"]),
        ("身份证342401750816001", ["342401750816001"]),
        ("编号123456789012345", []),
        (f"联系0086{PHONE}", [f"0086{PHONE}"]),
        (f"联系+86-{PHONE}", [f"+86-{PHONE}"]),
        ("联系" + "139 " + "000 " + "00000", ["139 000 00000"]),
        ("联系" + "139." + "0000." + "0000", ["139.0000.0000"]),
        ("东经" + "139." + "00000000", []),
        (f"联系{AREA} 331 2345", [f"{AREA} 331 2345"]),
        (f"2020 {AREA}-3312345", [f"{AREA}-3312345"]),
        ("2019-2020年,0201-20210101", []),
        ("电话3312345", ["3312345"]),
        ("联系电话：331-2345", ["331-2345"]),
        ("传真:33123456、33123457", ["33123456"]),
        ("电话3312345-8001", ["3312345"]),
        ("编号3312345,331-2345", []),
        ("固定电话3312345户,移动电话12345678个", []),
        ("电话2021-2025年普及", []),
        (f"身份证{SPACED}。", [SPACED]),
        (SPACED, [SPACED]),
        (f"{SPACED[:-1]}1", []),
        (f"身份证号{IDENTITY[:-1]}1", [f"{IDENTITY[:-1]}1"]),
        (f"身份证号码：{OLD_IDENTITY}", [OLD_IDENTITY]),
        (f"许可证号{OLD_IDENTITY},编号：{OLD_IDENTITY}", []),
        ("张三@example.cn", ["张三@example.cn"]),
        ("zhangsan @ example.cn", ["zhangsan @ example.cn"]),
        ("微博 @example.cn", []),
        (f"{PHONE}@example.cn 1234567@example.cn", [f"{PHONE}@example.cn", "1234567@example.cn"]),
        (f"投资{PHONE}元", []),
        (f"面积{PHONE}平方米,产量{PHONE}吨,用电{PHONE}千瓦时,服务{PHONE}余人", []),
        (f"联系{PHONE}人民医院", [PHONE]),
        (f"手机{PHONE}家中", [PHONE]),
        (f"营业收入达{PHONE}.50元,投资{PHONE}.5 万元", []),
        (f"联系{PHONE}.", [PHONE]),
        (f"移动电话用户数{PHONE},用户数达到{PHONE},总额:{PHONE}", []),
        (f"参数。联系{PHONE}", [PHONE]),
        (f"联系人数据局{PHONE}", [PHONE]),
        ("带宽达到" + "400" + "0000000bps", []),
        (f"频率{PHONE}Hz,速率{PHONE}Mbps", []),
        (f"手机数{PHONE}元,手机:{PHONE}bps", [PHONE]),
    ],
)
def test_contact_data(text: str, found: list[str]) -> None:
    assert [flaw.words for flaw in contacts(text)] == found
