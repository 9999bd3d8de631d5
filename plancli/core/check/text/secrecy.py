"""Marks of secrecy in a text."""

import re
from collections.abc import Iterator

from plancli.core.check.text.contacts import LOOK_BACK
from plancli.core.check.text.flaw import Flaw

_LEVEL = r"(?:绝 ?密|机 ?密|秘 ?密)"


_SYSTEM = (
    r"[】\])）〕]的?(?:涉密)?(?:信息)?(?:系统|网络|平台|设备|终端|计算机|机房|载体|场所|要求|标准)"
)


_KIND = r"(?<!保护[【\[(（〔])(?<!等级[【\[(（〔])(?<!定级[【\[(（〔])"


_SECRET = re.compile(
    rf"{_LEVEL}\s{{0,4}}(?:[★☆]|[*＊]\s{{0,2}}(?:\d|长期))"
    rf"|(?<![^\s【\[(（〔:：。；;]){_KIND}(?P<level>{_LEVEL}(?:级|\s{{0,4}}\d{{1,3}}\s{{0,4}}年))"
    rf"(?![^\s】\])）〕。;；])(?!{_SYSTEM})"
    rf"|密\s{{0,4}}级\s{{0,4}}(?:[:：](?!\s{{0,4}}(?:公开|非密|不涉密|无))|\s{_LEVEL})"
    r"|内部(?:资料|文件|材料)\s{0,4}[,，、(（]?\s{0,4}(?:注意保(?:管|存)|不得外传|严禁外传)"
    rf"|仅供内部(?:使用|参考|传阅)|(?:^|[【\[(（]){_KIND}(?:绝密|机密|秘密|内部资料|内部文件)"
    rf"(?:$|(?!{_SYSTEM})[】\])）])"
)


_LIST_BEFORE = re.compile(rf"{_LEVEL}(?:级|\s?\d{{1,3}}\s?年)?[、，,；;]\s?$")


_LIST_BEHIND = re.compile(rf"[、，,；;]\s?{_LEVEL}")


def secrecy(text: str) -> Iterator[Flaw]:
    """Yield marks of secrecy; 商业秘密 in a sentence is none, nor a rule (机密20年) or a list of levels."""
    # Every mark has one of the two: nearly all texts have neither, and are not searched.
    if "密" not in text and "内部" not in text:
        return
    for match in _SECRET.finditer(text):
        is_level = match["level"] is not None
        # Levels in a row are what the sentence is about: no text has two.
        if is_level and _is_listed(match):
            continue
        yield Flaw(match.start(), match[0])


def _is_listed(match: re.Match[str]) -> bool:
    """Whether a level stands beside another one: 绝密级;机密级."""
    text = match.string
    if _LIST_BEHIND.match(text, match.end()):
        return True
    # The last one of a row has nothing behind it.
    start = max(match.start() - LOOK_BACK, 0)
    before = text[start : match.start()]
    return _LIST_BEFORE.search(before) is not None
