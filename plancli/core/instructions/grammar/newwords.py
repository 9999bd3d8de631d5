"""Whether the cell of new words holds a text of the plan and nothing else.

Clerks also write there what they think of the old words, what is to be done with them, or that the new ones
are not known yet. Such words count where the draft's own do not have them: a plan may speak of 核实, too.
"""

import re
from collections.abc import Iterator

from plancli.core.comments.nothing import says_nothing
from plancli.core.text.characters import BREAKS, CLOSERS, SENTENCE_MARKS
from plancli.core.text.matchkey import fold
from plancli.core.text.numerals import DIGITS, TENS

_OUR = "[我你贵][局委办厅院处所站队会社校行司单部]|本[局委办厅单]"
_VERB = "(?:修改|调整|更改|更正|改正|订正|修正|变更|替换|改|表述|完善|合并|拆分)"
_CHANGES = "(?:增加|提高|提升|扩大|增|减少|降低|压缩|缩减|减|下调|上调|调增|调减)"
_STOP = rf"[。.!！;；{CLOSERS}]*$"
_TELLS = (
    rf"^[^{SENTENCE_MARKS}{BREAKS}]{{0,12}}(?:建议|请(?!示)|恳请|应当?[为改删增补加是]|宜[为改])",
    f"{_VERB}(?:后)?[为成至到]",
    f"^{_CHANGES}[为成至到]",
    "→|->|⇒",
    "(?:删除|删去|删掉|去掉|删减|剔除|取消)|[(（]?删[)）]?$",
    "[移挪][至到]|对调|互换|合并|拆分|单列|另起|重复|赘述",
    "^(?:在?[^,，。]{0,20}?[后前](?:面|边)?)?(?:再|还|并)?(?:增加|增补|增列|补充|加入|加上|添加|插入|补上|加)",
    "^(?:进一步|明确|细化|完善|优化|规范|精简|统一|充实|突出|核实|补齐|写明|注明|核对|衔接)",
    "加粗|黑体|宋体|楷体|字号|标红|红色|下划线|居中|缩进|空格|错别字",
    # what is thought of the old words
    "有误|错误|笔误|存疑|遗漏|缺失|表述|提法|措辞|原[文稿]|上[文述]|前文|后文|本[稿文]|意见|看法",
    rf"(?:偏|过)[高低大小多少长短](?={_STOP})",
    "不(?:够|太|甚|尽)?(?:准确|清楚|清晰|清|明确|规范|妥当?|恰当|合适|一致|相?符|完整|合理|科学|全面|严谨|通顺)",
    # that they stay
    "(?:不|无需|无须|不必|未)(?:再|作|做|予|予以|需|用|宜|应|要|能|得)*(?:任何)?(?:修改|改动|更改|调整|变动|变更|改|动|变|删)"
    rf"(?={_STOP}|[,，。;；])",
    "^(?:保持|维持|保留|沿用|仍)",
    # who speaks, why, and what else is meant
    rf"{_OUR}|责任单位|牵头单位|配合单位",
    "理由|[原因依据][:：]|依据《|因为|由于|备注|说明[:：]|[注][:：]",
    "见附|[详参另]见|见[上下前后]|附件|[同如][上前下]|下同|全文|通篇|其余|其它|其他不|以此类推|相应",
    # that they are not known
    "待定|待核|待查|待补|待商|待确|暂定|暂缺|核实|核定后|视情况|另行",
)
_CHOOSES = re.compile(rf"或|[{DIGITS}][^{DIGITS}/／]{{0,4}}[/／](?=[{DIGITS}])|任选|二选一")
_BLANKS = re.compile(
    # asked first, because it is false of most characters
    r"(?=[xX×＊*?？_＿□○〇(（/／\\—– \u3000-])(?:"
    r"[xX×＊*?？_＿□○〇]{2,}|[×＊*?？_＿□○]|(?<![A-Za-z])[xX](?![A-Za-z])|[(（][\s_]*[)）]|^[/／\\—–-]+$"
    # blanks between two words that have none: room to write in
    r"|(?<=[^\x00-\x7f])[ \u3000]{2,}(?=[^\x00-\x7f]))"
)
_NOTE = re.compile(
    "[(（【[](?:此处|原[文稿为]|建议|请(?!示)|拟|待|尚|需再|暂|注[:：]|依据|理由|详?见附|下同|同上|[^()（）]{0,12}"
    "(?:核实|核定|待定|确认|存疑|测算|斟酌)[^()（）]{0,8}[)）】\\]]|(?:新增|新加|增加|补充|修改|调整|更新|改动)[)）】\\]])"
)
_NUMBERED = re.compile(
    rf"(?:^|[\s。;；])(?:[{DIGITS}]{{1,2}}[.、．](?![{DIGITS}])|[(（][{DIGITS}{TENS}]{{1,2}}[)）]|[①-⑩])"
)
_TELLING = tuple(map(re.compile, _TELLS))


def speaks_of_text(old: str, new: str) -> bool:
    """Whether new words may be about the draft, and no text of it: 数据有误, 改为15所, 见附件."""
    if any(_has_more(pattern, old, new) for pattern in _TELLING):
        return True
    return _has_more(_NUMBERED, old, new)


def holds_note(old: str, new: str) -> bool:
    """Whether new words hold a note in brackets to those who edit: 1亿元(请核实), 3座(新增)."""
    return _has_more(_NOTE, old, new)


def leaves_choice(old: str, new: str) -> bool:
    """Whether new words leave a choice: 15所或16所, 15/16所."""
    return _has_more(_CHOOSES, old, new)


def leaves_blank(old: str, new: str) -> bool:
    """Whether new words have a gap that somebody is still to fill in: XX所, __所."""
    return _has_more(_BLANKS, old, new)


def has_ellipsis(words: str) -> bool:
    """Whether words leave out others between them: ……, (略)."""
    return _ELLIPSIS.search(words) is not None


_ELLIPSIS = re.compile(r"…|\.{3,}|。{3,}|[（(]略[）)]")


def _has_more(pattern: re.Pattern[str], old: str, new: str) -> bool:
    found = len(pattern.findall(new))
    return found > 0 and found > len(pattern.findall(old))


# --- that there are none ------------------------------------------------------------------------------------

_PART = "[句段条项款]"
_GONE = re.compile(
    rf"[（(\[【]?(?:建议)?(?:将?[此该本]{_PART})?(?:予以)?(?:删除|删去|删掉|去掉|不再保留|删)(?:[此该本](?:{_PART}|处)|{_PART}|处|部分|内容|表述)?[）)\]】]?[。.]?"
)
_SAME = re.compile(
    r"[（(\[【]?(?:无|不改|不变|保持不变|不作修改|不修改|保留|略|同[左上前]|见附件|通过|/|[—-]+)[）)\]】]?[。.]?"
)


def is_deletion(new: str) -> bool:
    """Whether what is given for the new words says that the old ones go: (删除), 建议删去该句."""
    return _GONE.fullmatch(new) is not None


def part_that_goes(new: str) -> str:
    """Return the part that a deletion names, and of which less may be quoted beside it: 句, 条."""
    found = re.search(_PART, new)
    return found[0] if found else ""


def is_no_wording(new: str) -> bool:
    """Whether what is given for the new words says that there are none, or only agrees: 不变, 略, 同意."""
    return _SAME.fullmatch(new) is not None or says_nothing(new)


# --- where they come to stand -------------------------------------------------------------------------------

_LEAST = 3
"""So many characters that stand beside the old words already are said twice, and by no chance."""
_IDEOGRAPHS = re.compile("[\u4e00-\u9fff]+")
_TOUCHING = re.compile(r"[、,;:.!?][、,;:.!?]|^[、,;:.!?]")


def says_beside(new: str, before: str, behind: str, old: str = "") -> bool:
    """Whether new words repeat at an edge what stands beside the old ones, and is to stay there.

    One Chinese character is enough, as 3600张 is before 张, unless the old words have it there, too; Latin
    letters are alike by chance.
    """
    own, was, ahead, rest = fold(new), fold(old), fold(before), fold(behind)
    if was[-1:].isdecimal() and _IDEOGRAPHS.match(rest) and re.search(f"[0-9]{rest[0]}", own):
        return True
    if any(_says_more(last, was.endswith(last)) for last in _running_on(own, rest)):
        return True
    return any(_says_more(first, was.startswith(first)) for first in _running_on(ahead, own))


def _running_on(first: str, second: str) -> Iterator[str]:
    """Yield all words with which one text ends and another one begins."""
    if not second:
        return
    at = first.find(second[0], max(len(first) - len(second), 0))
    while at >= 0:
        if second.startswith(first[at:]):
            yield first[at:]
        at = first.find(second[0], at + 1)


def _says_more(edge: str, had: bool) -> bool:
    """Whether words at an edge are said again by no chance, and not because the old ones `had` them there."""
    return len(edge) >= _LEAST or (not had and _IDEOGRAPHS.fullmatch(edge) is not None)


def doubles_marks(old: str, new: str, before: str, behind: str) -> bool:
    """Whether more marks touch each other, or begin a text, with the new words than with the old ones."""
    was, becomes = (fold(before + words + behind) for words in (old, new))
    return len(_TOUCHING.findall(becomes)) > len(_TOUCHING.findall(was))


def quotes_again(new: str, before: str, behind: str) -> bool:
    """Whether new words come in quotation marks of their own to where such marks stand already."""
    opens = bool(new and before) and new[0] in _OPENING and before[-1] in _OPENING
    closes = bool(new and behind) and new[-1] in _CLOSING and behind[0] in _CLOSING
    return opens and closes


_OPENING, _CLOSING = "“‘「『\"'", "”’」』\"'"
