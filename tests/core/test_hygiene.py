"""What is wrong with a text whatever it says, and what only looks wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core import hygiene

PHONE = "138" + "0" * 8
IDENTITY = "11010519491231002" + "X"  # the specimen of the standard GB 11643


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
    ],
)
def test_contact_data(text: str, found: list[str]) -> None:
    assert words(hygiene.contacts(text)) == found


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
    ],
)
def test_marks_of_secrecy(text: str, marked: bool) -> None:
    assert bool(list(hygiene.secrecy(text))) is marked


@given(st.text())
def test_no_text_is_too_odd(text: str) -> None:
    counts = hygiene.marks([text])
    for scan in (hygiene.unpaired, hygiene.doubled, hygiene.invisible, hygiene.lookalikes, hygiene.contacts):
        for flaw in scan(text):
            assert 0 <= flaw.offset < len(text)
    assert all(flaw.better for flaw in hygiene.mixed_width(text, counts))
    assert all(flaw.words for flaw in hygiene.secrecy(text))


CLEAN = st.sampled_from(
    ["推进平台建设", "到2025年建成5G基站2.5万个", "打造“一张图”", "完善(县)区体系", "依托《规划》"]
)


@given(st.lists(CLEAN, min_size=1), st.sampled_from(["。", ",", "、", "；"]))
def test_clean_sentences_have_no_flaw(parts: list[str], mark: str) -> None:
    text = mark.join(parts) + "。"
    scans = (hygiene.unpaired, hygiene.doubled, hygiene.invisible, hygiene.contacts, hygiene.secrecy)
    assert [flaw for scan in scans for flaw in scan(text)] == []
