"""Answers that say that there is no comment."""

import re

_OFFICES = "局|办公室|办|委员会|委|所|站|中心|院|校|处|科|厅|队|会|公司|街道|县|区|镇|乡|村"
_FROM_WHOM = f"(?:我|本|贵)?(?:单位|部门|{_OFFICES})"
_ABOUT = "对(?:该|此|本)?(?:征求意见)?(?:稿|规划|方案|文件|意见)"
_STUDIED = "经(?:认真)?(?:研究|研阅|讨论)"
_BEFORE = f"(?:{_STUDIED}|{_FROM_WHOM}|{_ABOUT}|我|其[他它余])*+"
_KINDS = "(?:不同|其他|其它|修改|补充|反馈|具体)*"
_NOTHING = re.compile(f"{_BEFORE}(?:(?:没有|暂无|无){_KINDS}(?:意见|建议)+|(?:完全|原则)?同意)")
_IN_ENGLISH = re.compile(
    "(?:(?:we|i|our [a-z]+|the [a-z]+(?: of [a-z]+)?) (?:have|has) )?"
    "no (?:(?:further|other|specific|additional|particular) )*(?:comments?|objections?|suggestions?)"
    "(?: or (?:comments?|objections?|suggestions?))?"
    "(?: (?:on|to|regarding|about|concerning) (?:the|this|your)(?: [a-z]+){0,3})?"
)


def says_nothing(opinion: str) -> bool:
    """Whether an opinion says, and says only, that there is none: 无意见; 经研究,我局无不同意见.

    One more clause, even a wish, makes it an opinion: 原则同意,建议…
    """
    words = "".join(filter(str.isalnum, opinion))
    if words.isascii():
        plain = " ".join(re.findall("[a-z]+", opinion.lower()))
        return _IN_ENGLISH.fullmatch(plain) is not None
    return _NOTHING.fullmatch(words) is not None
