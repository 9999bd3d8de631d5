"""What is wrong with a text whatever it says, and what only looks wrong."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.check.text import contacts, secrecy
from plancli.core.check.text import marks as hygiene

PHONE = "138" + "0" * 8
IDENTITY = "110105" + "19491231" + "002X"  # the specimen of the standard GB 11643
SPACED = f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}"
OLD_IDENTITY = "340101" + "991231" + "002"
AREA = "0564"


def words(flaws: object) -> list[str]:
    return [flaw.words for flaw in flaws]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("plan", "text", "found"),
    [
        ("一，二，三。", "推进,建设", [","]),
        ("一,二,三。", "推进，建设", ["，"]),
        ("一,二,三。", "推进,建设", []),
        ("甲(乙)丙（丁）戊（己）", "部门(单位)", ["(", ")"]),
        ("完成。落实。", "完成.", ["."]),
        ("完成。落实。", "达到2.5万、3.14、v1.2、…、.…", []),
        ("一，二，三：", "12:30开始、1,379个、https://a.cn:80", []),
    ],
)
def test_the_usual_width_decides(plan: str, text: str, found: list[str]) -> None:
    assert words(hygiene.mixed_width(text, hygiene.marks([plan, text]))) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("打造“一张图”,实现“一网(通)办”。", []),
        ("“依托“皖事通”APP,开放服务。”", []),
        ("打造“一张图,共享。", ["“"]),
        ("打造一张图”,共享。", ["”"]),
        ("(一)建设;1)推进;a)落实。", []),
        ("建设(平台。", ["("]),
        ("（建设)平台", []),
        ("《规划〉", ["《", "〉"]),
        ("“甲(乙”丙", ["("]),
        ('城市"大脑"', []),
        ('城市"大脑', ['"']),
        ("the city’s plan", []),
        ("the units’ opinions of all units’.", []),
        ("units’平台,APP’平台", ["’", "’"]),
        ("东经116°30’15”、北纬31°44’20.5”", []),
        ("“东经116°30’15”、北纬31°44’20”的地区”", []),
        ("东经116°30'15\"", []),
        ("43”电视、7.9”平板", []),
        ("打造“43”电视", []),
        ("到2025”,服务12345”", ["”", "”"]),
        ("打造“43电视", ["“"]),
        ("包括1)建设,步骤1)、步骤2)和步骤３）", []),
        ("平台2)、平台1)、平台3)", [")", ")"]),
        ("平台5),到2025),平台A1),1.1),2—1)", [")"] * 5),
        ("(步骤1)2)", []),
    ],
)
def test_pairs(text: str, found: list[str]) -> None:
    assert sorted(words(hygiene.unpaired(text))) == sorted(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("完成。。落实", ["。。"]),
        ("结算、、申报,。", ["、、", ",。"]),
        ("“不见面”。继续……推进——落实", []),
        ("好!好?!", []),
        ("好!!", ["!!"]),
        ("http://a.cn", []),
        ("等……、平台", []),
        ("Co., Ltd., etc., e.g., i.e., 平台", []),
        ("平台.,5.,APP.，APP.。", [".,", ".,", ".，", ".。"]),
        ("etc.,, 平台", [",,"]),
    ],
)
def test_doubled_marks(text: str, found: list[str]) -> None:
    assert words(hygiene.doubled(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("医保\u200b凭证", ["U+200B"]),
        ("\u202e倒着", ["U+202E"]),
        ("\U0001f468\u200d\U0001f469", []),
        ("甲\u200d乙", ["U+200D"]),
        ("plain", []),
    ],
)
def test_invisible_characters(text: str, found: list[str]) -> None:
    assert words(hygiene.invisible(text)) == found


def test_lookalikes_name_the_common_character() -> None:
    (flaw,) = hygiene.lookalikes("\u2f08民")
    assert (flaw.offset, flaw.better) == (0, "人")
    assert list(hygiene.lookalikes("人民")) == []


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
    assert words(contacts.contacts(text)) == found


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("秘密★1年", True),
        ("秘密10年", True),
        ("密级 秘密", True),
        ("密级：机密", True),
        ("内部资料 注意保管", True),
        ("【内部文件】", True),
        ("仅供内部使用", True),
        ("供内部使用的系统", False),
        ("保护商业秘密和国家秘密", False),
        ("机密性、完整性", False),
        ("秘密", True),
        ("绝密级", True),
        ("【机密级】", True),
        ("涉及绝密级文件", False),
        ("分为绝密级、机密级、秘密级。", False),
        ("秘 密★1年", True),
        ("机密*10年", True),
        ("**机密**", False),
        ("机密 10年", True),
        ("保密期限为机密20年。", False),
        ("绝密30年、机密20年、秘密10年为限", False),
        ("密级：公开", False),
        ("信息系统分为:绝密级;机密级;秘密级。", False),
        ("绝密级；机密级；\n秘密级。", False),
        ("期限为:绝密30年;机密20年;秘密10年。", False),
        ("绝密★30年;机密★20年", True),
        ("按期完成;机密级。", True),
        ("完成于2021年;机密10年。", True),
        ("分级保护(机密级)系统按规定建设。", False),
        ("按分级保护(机密)要求建设,(秘密级)信息系统", False),
        ("智慧城市规划(机密级)", True),
        ("智慧城市规划（机密）", True),
        ("本件(机密级)请勿外传", True),
        ("密级：", True),
    ],
)
def test_marks_of_secrecy(text: str, marked: bool) -> None:
    assert bool(list(secrecy.secrecy(text))) is marked


PIECES = [
    "1",
    "13 ",
    "139.",
    "0564 ",
    "1-",
    "86",
    "(0",
    "a",
    "a.",
    "@",
    "张@",
    "秘密",
    "密级 ",
    " ",
    "电话",
    "★",
]


Scan = Callable[[str], Iterator[hygiene.Flaw]]


def grows(found: Callable[[int], int], times: int) -> bool:
    """Whether about as much is found in a very long line as in short ones, by their length."""
    first, second = found(200), found(400)
    return abs(found(times) - first - (second - first) * (times - 200) // 200) <= times // 500


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("scan", [contacts.contacts, secrecy.secrecy])
def test_what_is_found_grows_with_a_line(scan: Scan, piece: str) -> None:
    assert grows(lambda times: len(list(scan("1234 a@" + piece * times))), 10_000 // len(piece))


@pytest.mark.parametrize("piece", ["1)", "2)", "a)", ")", "”", "1”", "30’", "s’ ", "(", "1"])
def test_what_has_no_partner_grows_with_a_line(piece: str) -> None:
    assert grows(lambda times: len(list(hygiene.unpaired(piece * times))), 20_000)


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    counts = hygiene.marks([text])
    for scan in (
        hygiene.unpaired,
        hygiene.doubled,
        hygiene.invisible,
        hygiene.lookalikes,
        contacts.contacts,
    ):
        for flaw in scan(text):
            assert 0 <= flaw.offset < len(text)
    assert all(flaw.better for flaw in hygiene.mixed_width(text, counts))
    assert all(flaw.words for flaw in secrecy.secrecy(text))


CLEAN = st.sampled_from(
    ["推进平台建设", "到2025年建成5G基站2.5万个", "打造“一张图”", "完善(县)区体系", "依托《规划》"]
)


@given(st.lists(CLEAN, min_size=1), st.sampled_from(["。", ",", "、", "；"]))
def test_clean_sentences_have_no_flaw(parts: list[str], mark: str) -> None:
    text = mark.join(parts) + "。"
    scans = (
        hygiene.unpaired,
        hygiene.doubled,
        hygiene.invisible,
        contacts.contacts,
        secrecy.secrecy,
    )
    assert [flaw for scan in scans for flaw in scan(text)] == []
