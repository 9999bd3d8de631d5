"""What is wrong with a text whatever it says: marks, brackets, what is invisible or not public."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Flaw(NamedTuple):
    """Something wrong in a text: the character at which it begins, the words, and what they should be."""

    offset: int
    words: str
    better: str = ""


_HAN = "\u3400-\u9fff\uf900-\ufaff"
_WIDE = dict(zip(",:;?!()", "，：；？！（）", strict=True)) | {".": "。"}
_BESIDE = f"[{_HAN}”’》）〕】]"
_NARROW_MARK = re.compile(
    rf"(?<={_BESIDE})[,:;?!)]|(?<={_BESIDE})\.(?![.…\w])|\((?=[{_HAN}“《])|(?<=[{_HAN}])\("
)
_WIDE_MARK = re.compile("[，：；？！（）。]")
_NARROW = {wide: narrow for narrow, wide in _WIDE.items()}


def marks(texts: Iterable[str]) -> Counter[str]:
    """Count the marks beside Chinese characters, in both widths."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WIDE_MARK.findall(text))
        counts.update(_NARROW_MARK.findall(text))
    return counts


def mixed_width(text: str, counts: Counter[str]) -> Iterator[Flaw]:
    """Yield the marks that the plan elsewhere writes in the other width, where that is the more usual."""
    rare = {
        mark
        for narrow, wide in _WIDE.items()
        if counts[narrow] and counts[wide]
        for mark in [narrow if counts[narrow] <= counts[wide] else wide]
    }
    for pattern in (_NARROW_MARK, _WIDE_MARK) if rare else ():
        for match in pattern.finditer(text):
            if match[0] in rare:
                yield Flaw(match.start(), match[0], _WIDE.get(match[0]) or _NARROW[match[0]])


_OPENING = dict(zip("“‘《〈（(【〔「『[", "”’》〉））】〕」』]", strict=True))
_CLOSING = {"”": "“", "’": "‘", "》": "《", "〉": "〈", "）": "（", ")": "（", "】": "【", "〕": "〔"}
_CLOSING |= {"」": "「", "』": "『", "]": "["}
_BRACKET = re.compile('[“”‘’《》〈〉（）()【】〔〕「」『』\\[\\]"]')
_NUMBERING = re.compile(r"(?:^|[。；;：:，,\s])[0-9０-９a-zA-Z一二三四五六七八九十①-⑳]{1,3}$")
_APOSTROPHE = re.compile(r"[A-Za-z]’[A-Za-z]|(?<=[A-Za-z])s’(?!\w)")
_MINUTES = re.compile(r"(?:[°º′]|[0-9][’'])[0-9]{1,2}(?:\.[0-9]{1,4})?$")
_INCHES = re.compile(r"(?<![0-9.])[0-9]{1,3}(?:\.[0-9])?$")
_STEP = re.compile(r"(?<![A-Za-z0-9０-９.．%+/~～—–－-])([0-9０-９]{1,2})[)）]")


def unpaired(text: str) -> Iterator[Flaw]:
    """Yield quotation marks and brackets without a partner; 1) is a number and no bracket, 30’ minutes."""
    steps = _steps(text)
    waiting: list[tuple[str, int]] = []
    kinds: Counter[str] = Counter()
    straight: list[int] = []
    for mark, at in _brackets(text):
        if mark == '"':
            straight.append(at)
        elif mark in _OPENING:
            waiting.append((mark, at))
            kinds[_kind(mark)] += 1
        elif kinds[_CLOSING[mark]]:
            yield from _closed(waiting, kinds, _CLOSING[mark])
        elif at not in steps and not _stands_alone(text, at):
            yield Flaw(at, mark)
    yield from (Flaw(at, opening) for opening, at in waiting)
    if len(straight) % 2:
        yield Flaw(straight[-1], '"')


def _brackets(text: str) -> Iterator[tuple[str, int]]:
    """Yield marks that come in pairs, with their places; the minutes and seconds of a place do not."""
    for match in _BRACKET.finditer(text):
        if match[0] not in '’”"' or not _MINUTES.search(text, max(match.start() - 9, 0), match.start()):
            yield match[0], match.start()


def _steps(text: str) -> set[int]:
    """Return where a bracket closes a number that begins a list or goes on from the one before: 1), 2)."""
    found, last = set(), 0
    for match in _STEP.finditer(text):
        if int(match[1]) in (1, last + 1):
            found.add(match.end() - 1)
            last = int(match[1])
    return found


def _closed(waiting: list[tuple[str, int]], kinds: Counter[str], opening: str) -> Iterator[Flaw]:
    """Take out the last open mark of a kind; those that are open inside it are without a partner."""
    while True:
        inner, start = waiting.pop()
        kinds[_kind(inner)] -= 1
        if _kind(inner) == opening:
            return
        yield Flaw(start, inner)


def _kind(opening: str) -> str:
    return "（" if opening == "(" else opening


def _stands_alone(text: str, at: int) -> bool:
    """Whether a closing mark is part of a number, or an apostrophe."""
    if text[at] in "）)":
        return _NUMBERING.search(text, max(at - 5, 0), at) is not None
    if text[at] in "’”" and _INCHES.search(text, max(at - 6, 0), at):
        return True
    return text[at] == "’" and _APOSTROPHE.match(text, max(at - 1, 0)) is not None


_DOUBLED = re.compile(
    r"[。，、；：,;:](?<!://)[。，、；：,;:]+|[！!]{2,}|[？?]{2,}|(?<![.…])\.(?:[，。、；;]|(?<![A-Za-z]\.),)"
)


def doubled(text: str) -> Iterator[Flaw]:
    """Yield marks that follow each other and should be one; …… and —— are one mark each, Co., is short."""
    for match in _DOUBLED.finditer(text):
        yield Flaw(match.start(), match[0], match[0][-1])


_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_JOINS_EMOJI = re.compile(
    "[\u2600-\u27bf\U0001f000-\U0001faff]\ufe0f?\u200d[\u2600-\u27bf\U0001f000-\U0001faff]"
)


def invisible(text: str) -> Iterator[Flaw]:
    """Yield zero-width and direction characters; the one that joins two emoji may stand."""
    if text.isascii() or not _INVISIBLE.search(text):
        return
    joins = {at for match in _JOINS_EMOJI.finditer(text) for at in range(*match.span())}
    for match in _INVISIBLE.finditer(text):
        if match.start() not in joins:
            yield Flaw(match.start(), f"U+{ord(match[0]):04X}")


_LOOKALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")


def lookalikes(text: str) -> Iterator[Flaw]:
    """Yield radicals and compatibility characters that look like common ones; PDF files leave them."""
    for match in _LOOKALIKE.finditer(text):
        better = unicodedata.normalize("NFKC", match[0])
        if better != match[0]:
            yield Flaw(match.start(), match[0], better)


_D = "[0-9０-９]"
_GAP = "[-－— \u00a0\u3000]"
_DOT = "[.．·]"
_MOBILE = rf"(?:(?:\+|00)?86[- ]?)?[1１][3-9３-９]{_D}" + (
    rf"(?:{_GAP}?{_D}{{4}}{_GAP}?{_D}{{4}}|{_GAP}{_D}{{3}}{_GAP}{_D}{{5}}|{_DOT}{_D}{{4}}{_DOT}{_D}{{4}})"
)
_AREA = "[0０](?:[1１][0０]|[2２][0-9０-９]|[3-9３-９][0-9０-９]{2})"
_LANDLINE = rf"[(（]?{_AREA}[)）]?{_GAP}?(?:{_D}{{7,8}}|{_D}{{3,4}}{_GAP}{_D}{{4}})"
_FREE = rf"[48]00{_GAP}?{_D}{{3}}{_GAP}?{_D}{{4}}"
_BEFORE_AT = rf"(?:[A-Za-z0-9][\w.+-]{{0,63}} {{0,2}}[@＠] {{0,2}}|[{_HAN}]{{2,4}}[@＠])"
_MAIL = rf"{_BEFORE_AT}[A-Za-z0-9-]+(?:[.．][A-Za-z0-9-]+)+"
_NUMBER = (
    rf"(?<!{_D})(?=[+(（0-9０-９])(?:(?P<call>{_MOBILE}|{_LANDLINE}|{_FREE})(?!{_D})"
    rf"|(?P<identity>{_D}{{6}}{_GAP}?{_D}{{8}}{_GAP}?{_D}{{3}}[0-9０-９XxＸｘ])(?![0-9０-９A-Za-z])"
    rf"|(?P<old>{_D}{{15}})(?!{_D})"
    rf"|(?P<short>{_D}{{7,8}}(?!{_D})|{_D}{{3,4}}{_GAP}{_D}{{4}}(?!(?:{_GAP}|{_DOT})?{_D})))"
)
_CONTACT = re.compile(_NUMBER)
_CONTACT_OR_MAIL = re.compile(f"(?P<mail>{_MAIL})|{_NUMBER}")
_SIGN = re.compile(f"{_D}{{4}}")
"""What stands in every text with a number that is private."""
_CALLED = re.compile(
    r"(?:电 ?话|手 ?机|传 ?真|座机|固话|联系方式|[Tt][Ee][Ll]|[Ff][Aa][Xx])(?:号码?)?[\s:：.是为()（）]{0,3}$"
)
_PERSON = re.compile(r"(?:身份证件?|公民身份|居民身份|证件)(?:号码?|编号)?[\s:：是为()（）]{0,3}$")
_OTHER_NUMBER = re.compile(r"(?:[号码]|编号|代码)[\s:：是为()（）]{0,3}$")
_LOOK_BACK = 12
"""How many characters before a number may say what it is."""
_BORN = re.compile("[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}")
"""Fifteen digits with a day of birth in them, as they were until 1999."""
_COUNTED = re.compile(r"(?:[数额]|总量|产值)[为达到约是:： ]{0,3}$")
"""What says that the number after it counts something: 用户数达到."""
_MEASURE = re.compile(
    r"(?:\.[0-9]{1,6})?[ 余多]?[万亿千百]?"
    r"(?:元(?![旦月宵])|[美欧日港]元|平方|立方|亩|公顷|公里|千?米|厘米|毫米|吨|公斤|千克"
    r"|标准煤|千瓦|兆瓦|千伏|字节|人(?![员事力社大民防])|个(?!人)|家(?![住庭长里中])|户(?![籍主])|部(?![门长])"
    r"|次(?!日)|条(?!件)|台(?!账)|门(?!诊)|度(?!假)|[件套辆册份年月]|[%％‰㎡]|[kKMGT][WBg]|m[²2³3]"
    r"|[kKMGT]?(?:bps|b/s|bit|Hz))"
)
"""What stands behind a number that counts something."""
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


def contacts(text: str) -> Iterator[Flaw]:
    """Yield telephone numbers, mail addresses and identity numbers.

    A number of 18 digits is an identity number by its check digit (GB 11643), one of 15 by its day of birth,
    either by 身份证 before it; 7 or 8 digits are a telephone number by 电话; no number with a measure is any.
    """
    mail = "@" in text or "＠" in text
    if not mail and not _SIGN.search(text):
        return
    for match in (_CONTACT_OR_MAIL if mail else _CONTACT).finditer(text):
        if match.lastgroup == "mail" or _is_private(match):
            yield Flaw(match.start(), match[0])


def _is_private(match: re.Match[str]) -> bool:
    before = match.string[max(match.start() - _LOOK_BACK, 0) : match.start()]
    named = (_CALLED if match["call"] or match["short"] else _PERSON).search(before) is not None
    if named and not match["short"]:
        return True
    if _COUNTED.search(before) or _MEASURE.match(match.string, match.end()):
        return False
    return named or match["call"] is not None or (match["short"] is None and _is_identity(match, before))


def _is_identity(match: re.Match[str], before: str) -> bool:
    """Whether a number is an identity number though nothing before it says so."""
    digits = re.sub(_GAP, "", unicodedata.normalize("NFKC", match[0])).upper()
    if match["old"]:
        return _BORN.fullmatch(digits) is not None and not _OTHER_NUMBER.search(before)
    return _checks(digits)


def _checks(number: str) -> bool:
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return number[-1] == "10X98765432"[total % 11]


_LEVEL = r"(?:绝 ?密|机 ?密|秘 ?密)"
_SYSTEM = r"[】\])）〕]的?(?:涉密)?(?:信息)?(?:系统|网络|平台|设备|终端|计算机|机房|载体|场所|要求|标准)"
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
    if "密" not in text and "内部" not in text:
        return
    for match in _SECRET.finditer(text):
        if not (match["level"] and _is_listed(match)):
            yield Flaw(match.start(), match[0])


def _is_listed(match: re.Match[str]) -> bool:
    """Whether a level stands beside another one: 绝密级;机密级."""
    before = match.string[max(match.start() - _LOOK_BACK, 0) : match.start()]
    behind = _LIST_BEHIND.match(match.string, match.end())
    return behind is not None or _LIST_BEFORE.search(before) is not None
