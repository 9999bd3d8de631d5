"""What a letter has beside its opinions, line by line: head, addressee, courtesies, contacts, annexes."""

import re
from datetime import date
from typing import NamedTuple

from plancli.core.intake.opinions import RowRemark
from plancli.core.plan.day import MONTHS
from plancli.core.text.numerals import DIGIT, DIGITS, ONES, TENS, ZEROS, number


class LetterLine(NamedTuple):
    """A line of a letter, or a paragraph of its document, by its number from 1."""

    number: int
    words: str


_YEAR = f"[{DIGITS}]{{4}}|[{ONES}{ZEROS}○]{{4}}"
_COUNT = f"[{DIGITS}]{{1,2}}|[{TENS}]{{1,3}}"
_CHINESE_DAY = re.compile(rf"({_YEAR})\s*年\s*({_COUNT})\s*月\s*({_COUNT})\s*日")
_PLAIN_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_MONTH = f"(?:{'|'.join(MONTHS)})[a-z]*"
_ENGLISH_DAYS = (
    re.compile(rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?P<month>{_MONTH}),? (?P<year>\d{{4}})"),
    re.compile(rf"(?P<month>{_MONTH}) (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),
)


class DayInLine(NamedTuple):
    """The day that a line says, as files write it, and the words beside it; None is no day of any year."""

    day: str | None
    beside: str


def day_in(words: str) -> DayInLine | None:
    """Return the day that a line says: 二〇二六年三月二日, 2 March 2026; None where it says none."""
    for pattern in (_CHINESE_DAY, _PLAIN_DAY):
        match = pattern.search(words)
        if match:
            year, month, day = (number(part.replace("○", "〇")) for part in match.groups())
            return _day(words, match, year, month, day)
    for pattern in _ENGLISH_DAYS:
        match = pattern.search(words)
        if match:
            month = 1 + MONTHS.index(match["month"][:3])
            return _day(words, match, int(match["year"]), month, int(match["day"]))
    return None


def _day(words: str, match: re.Match[str], year: int, month: int, day: int) -> DayInLine:
    beside = (words[: match.start()] + words[match.end() :]).strip(" \u3000\t,，")
    try:
        return DayInLine(date(year, month, day).isoformat(), beside)
    except ValueError:  # the 30th of February
        return DayInLine(None, beside)


_LETTER_NUMBER = re.compile(
    r"(?:文号|编号|函号|Ref(?:erence)?(?: No\.?)?)?\s*[:：]?\s*"
    rf"([\u4e00-\u9fffA-Za-z]{{1,14}}[〔\[［（(【]\s*{DIGIT}{{4}}\s*[〕\]］）)】]\s*第?\s*{DIGIT}{{1,5}}\s*号)"
)
_CONTACT_LABEL = (
    "联系人|联系电话|联系方式|联络人|电话|手机(?:号码?)?|座机|传真|电子邮箱|电子邮件|邮箱|邮编|联系地址"
    "|通讯地址|地址"
    "|经办人|填报人|填表人|(?i:contact(?: person)?|tel(?:ephone)?|phone|mobile|fax|e-?mail|address)"
)
_CONTACT = re.compile(rf"^[（(]?\s*({_CONTACT_LABEL})\s*[:：](?!.*(?:改为|修改|删除|增加|建议)).*")
"""A line that says whom to ask; one of an opinion on such a line of the plan says what to do."""
_CONTACT_LABELS = re.compile(rf"(?:^|(?<=[\s,，;；、（(\d]))({_CONTACT_LABEL})\s*[:：]")
_COPIES = re.compile(r"^(?:抄送|抄报|主送|分送|印发|(?i:cc))\s*[:：].*|.*共印\s*\d+\s*份[)）]?$")
_PAGE_NUMBER = re.compile(r"^[-—–―\s]*(?:第\s*)?\d{1,3}(?:\s*页)?[-—–―\s]*$|^[-—–_=*★☆\s]{2,}$")
_OPENNESS = re.compile(r"^[（(]?(?:此件.{2,16}|信息公开.{2,14}|公开方式.{2,14})[）)]?$")
_ISSUED = re.compile(r"^(?:签发人|密级|紧急程度|会签)\s*[:：]?.{0,16}$|^(?:特急|加急|平急|急件)$")
_ANNEXED = re.compile(r"^(?:附件?|附表|附|(?i:annex|attachments?|encl(?:osures?)?))\s*[:：]\s*\S.*")
_ANNEX = re.compile(rf"^(?:附件|附表|(?i:annex))\s*[{DIGITS}{TENS}]{{0,2}}\s*[:：]?$")
_CLOSING = re.compile(
    "^(?:(?:特|专|现|谨|兹)?此?(?:函|回|致|奉|敬)?(?:函复|回复|复函|函告|函达|反馈|报告|复|函|致|告|达)"
    "|此致|敬礼|顺致敬意|此致敬礼|谢谢|感谢(?:贵.{1,6})?.{0,20}(?:支持|理解|关心|帮助)"
    "|妥否,?请(?:批示|示|指示|审示)|(?:以上|上述)(?:意见|建议|内容|各点|各条|和|是我.{1,4}的?)*"
    "[,，]?(?:仅|谨)?(?:供|请|望|妥否|当否|如有不妥|不妥之处)?.{0,24}"
    "(?:参考|参阅|考虑|研究|研阅|采纳|斟酌|审示|指正|酌定|为盼|为荷)"
    r"|(?i:yours (?:sincerely|faithfully|truly)|(?:kind|best|with kind) regards|sincerely( yours)?"
    r"|respectfully|thank you (?:again )?(?:for|very).{0,60}"
    r"|we (?:hope|trust).{0,60}(?:useful|helpful|considered?)"
    r"|please (?:contact|let) (?:us|me).{0,60}))[。.!！,，]?$"
)
_SALUTATION = re.compile(
    r"^(?:尊敬的)?[^。；;!?！？“”]{2,40}[：:]$|^(?i:dear|to whom|to the)\b[^.;!?]{0,60}[,:，：]?$"
)
_NO_SALUTATION = re.compile("如下|意见|建议|修改|原文|理由|附件|以下|方面|内容|问题|:.|：.")
_ADDRESSEE = re.compile(
    "局|委|办|府|处|科|院|中心|公司|组|部|厅|会|馆|站|所|校|镇|乡|街道|区|领导|同志|各位"
    "|(?i:dear|whom|to the|office)"
)


def letter_number(words: str) -> str | None:
    """Return the number of a letter where a line says nothing else: 教函〔2026〕12号."""
    match = _LETTER_NUMBER.fullmatch(words.strip())
    return "".join(match[1].split()) if match else None


def contacts_in(words: str) -> list[str]:
    """Return the labels of a line that says whom to ask, without the personal data; nothing for others."""
    if not _CONTACT.match(words.strip()):
        return []
    return [match[1] for match in _CONTACT_LABELS.finditer(words.strip())]


def formal_part(words: str) -> RowRemark | None:
    """Return what a line is that is no opinion wherever it stands in a letter; None for all others."""
    line = words.strip()
    if len(line) > _LONGEST_FORMAL:
        return None
    for pattern, part in _ANYWHERE:
        if pattern.match(line):
            return part
    return None


_LONGEST_FORMAL = 200
_ANYWHERE = (
    (_CONTACT, RowRemark.CONTACT),
    (_COPIES, RowRemark.FORMAL),
    (_PAGE_NUMBER, RowRemark.FORMAL),
    (_OPENNESS, RowRemark.FORMAL),
    (_ISSUED, RowRemark.FORMAL),
    (_ANNEXED, RowRemark.ANNEXED),
    (_CLOSING, RowRemark.COURTESY),
)


def begins_annex(words: str) -> bool:
    """Whether a line is the head of an annex, with opinions of its own below it."""
    return _ANNEX.match(words.strip()) is not None


def is_salutation(words: str) -> bool:
    """Whether a line addresses the office."""
    line = words.strip()
    if not _SALUTATION.match(line) or _NO_SALUTATION.search(line[:-1]):
        return False
    return _ADDRESSEE.search(line) is not None
