"""What stands round the instructions of an opinion: numbers, courtesy, reasons; and whether it asks."""

import re

from plancli.core.instructions.grammar.vocabulary import ADDING, BECAUSE, BECOMES, DELETES, Q
from plancli.core.text.numerals import TENS

_OUR = "[我本][局委办厅单位会中心]+"
_NUMBER = (
    r"(?:[①-⑳]|\(?[0-9]{1,2}\)|[0-9]{1,2}[.、](?![0-9])"
    rf"|[{TENS}]{{1,3}}[、.]|\([{TENS}]{{1,3}}\)[、.]?|第?[{TENS}]是|首先|其次|最后)"
)
LEAD = re.compile(
    rf"(?:[\s,、:]|{_NUMBER}|另外|此外|同时|并且?|且|另|还|建议|请|敬请|恳请|望|拟|经(?:认真)?研究|经讨论"
    rf"|{_OUR}的?(?:修改)?(?:意见|建议)(?:如下)?(?=[:,])|{_OUR}(?:建议|认为|提出)(?:如下|以下)?(?:意见|建议)?|(?:修改|具体)?(?:意见|建议)(?:如下)?|具体如下|如下"
    r"|现提出|(?i:please|and|also|(?:first|second|third|final)(?:ly)?(?=,)"
    r"|(?:we )?(?:suggest|propose|recommend)(?: to)?:?)\b|\.(?=\s|$))*"
)
"""What may stand ahead of an instruction, and says nothing of it."""

REASON = re.compile(
    r"(?i:since|because|as|to align with|given|under) [^;\n]{2,120}?,|"
    "(?:根据|依据|按照?|参照|参考|鉴于|由于|因为?|为了?|考虑到?|结合|对照|目前|据|与|经核)"
    r"(?:(?!建议|请|应[当该]?[改调删]|改为|修改为|调整为)[^;\n]){2,120}?(?:,|(?=建议|请|拟))"
)
"""A clause ahead of an instruction that says why; it ends where the request begins."""

_OPENING = re.compile(f"[^;\\n{Q}]{{2,80}}?,(?=(?:{_OUR})?建议)")
"""Clauses ahead of 建议 that say why, without a word for it."""
_VERBS = re.compile(f"{BECOMES}|{ADDING}|{DELETES}|合并|拆分|对调|互换|[移挪调][到至]")
_CONDITIONS = re.compile("如|若|倘|假如|要是|前提|条件|情况下|除|仅|原则上|或|否则|不建议|不宜")

REASONS = re.compile(
    r"[\s,]*(?:修改|调整|删除|增加)?(?:的?(?:理由|原因|依据|说明|备注)[:为是,]|理由|主要考虑)"
)
"""What begins the reasons, which go on to the end of the opinion."""

_NO_MORE = re.compile("(?:对?其[他余](?:内容)?)?(?:均|都)?[无没]有?(?:其他|不同|修改)*意见")
_COURTESY = re.compile(
    ",? *(?:(?:请|妥否,?)?(?:予以?|给予|酌情)?(?:考虑|采纳|研究|斟酌|支持|审定|参考)|谢谢|妥否|当否"
    "|供参考|" + _NO_MORE.pattern + ")"
    rf"(?=[,;。]|$)| *\((?:理由|原因|依据|说明|备注|因)(?:[^()\n{Q}]*|[^(),;\n]*)\)"
)
_BECAUSE = re.compile(rf"[\s,]*(?:{BECAUSE}|理由|原因|依据|因|由于|鉴于)(?:[^;\n{Q}]*|[^,;\n]*)$")
"""A reason; one that quotes is no longer than a clause, behind which another instruction may come."""
_PURPOSE = re.compile(
    r"[\s,]*(?:以(?!下|上|[^,;]*为准)|避免|防止|便于|确保|更加?|这样|使|从而|与[^,;]{2,30}(?:一致|衔接)|已)[^;\n]*$"
)
_IF = "如(?![下上图表前后])果?|若|倘若?|假如|要是|确需|(?i:if|where|unless|when|provided) "
_CONDITION = re.compile(
    rf"[\s,]*(?:{_IF})[^;\n{Q}]{{1,60}}?(?:,(?: *(?:则|就|那么|then\b))?|$)"
    r"|(?i:consider|perhaps|maybe|possibly),? "
    rf"|[^,;\n{Q}]{{2,20}}(?:时|的话|的?情况下|的?前提下),"
)
"""Only under a condition is the rest asked for."""
_MORE = re.compile(
    rf"[\s,]*\(?(?:以?下同|以此类推|(?:并|同时|请)*[^,;\n{Q}]{{0,12}}?(?:相应|同步|一并)地?[^,;\n{Q}]{{0,20}}?)\)?(?=[,;)]|$)"
)
"""What is meant for other places, too, and does not say in which words."""
_STAYS = re.compile(r"[^;\n]*?(?:保持|维持)?不变(?=[,;]|$)")

_UNSUITED = (
    "不(?:够|太)?(?:准确|规范|妥|合适|精准|具体|清晰|全面|符|一致)"
    "|偏[高低大小]|缺[乏少]|未提及|不足|误"
)
_ASKS = re.compile(
    r"(?i:\b(?:replace|change|amend|delete|remove|strike|insert|add|append|clarify|specify|revise|reword|should|omit|drop|move|swap|exchange|rename|retitle|substitute|merge|split|consider)\b)|"
    f"{BECOMES}|{ADDING}|{DELETES}|{_UNSUITED}|修改|更改|调整|明确|细化|完善|统一|核实|合并|拆分|对调|互换|替换"
    "|更正|规范|充实|斟酌|参照|参考|进一步|优化|精简|不再保留|不再将|不再作为|[移挪][到至]|提前|加[引逗句顿]号"
    "|并入|归并|归入|整合|列入|写入|写进|取消|压缩|排(?:在|第|列)|置于|放在"
    "|改(?![革造善进建扩变良观])"
    "|建议(?!征求|商|由|与|向|保留|维持|同意|继续|稿|[,:。;]|$|予以?(?:支持|通过))"
)
"""What asks for a change, whether or not it says which."""
_REFUSES = re.compile(
    r"(?i:\b(?:no comments?|(?:do|should|must|shall) not|don't|not to|nobody|no objection|object to"
    r"|keep the (?:text|wording)|agree)\b)|"
    "不同意|反对|不建议|(?:不|无)(?:需要?|须|必)(?:再|进行)?(?:修改|改|调整|删|增|将)|不(?:宜|应|要)(?!写|列|纳入|保留|出现|表述|提|设|再)|保留原|不再修改|无需修改|不作修改|[无没]有?(?:不同|修改|其他|补充|反馈)?的?意见"
)
_DEMAND = re.compile(
    "(?:另|还|同时|,)*(?:建议|请(?!问)|希望|应)(?:在?[^,;:?哪是怎如为多]{0,12})?(?:予以|进一步)?"
    "(?:明确|写明|注明|细化|说明|补充|核实|核对|完善)"
)
"""A request for words that are not given, ahead of whatever question it puts."""
_QUESTION = re.compile("[?？]|吗$|哪|是否|怎么|如何|为何|为什么|多少")
_TELLS = re.compile(f"^[^{Q}]*已[^{Q}]*$")
_REQUESTS = re.compile("建议|请|应|需|望|拟|宜|要求")
_WHY = re.compile(r"\s*(?:理由|原因|依据|因|由于|鉴于|且|而)")
_KEEPS = re.compile(r"\s*(?:建议|请|应|宜)*(?:继续|予以|仍|完整|原样)*(?:保留|维持|沿用)")
_WORDLESS = re.compile(
    "明确|细化|完善|核实|核对|充实|优化|斟酌|进一步|加强|补充|衔接|参照|统一|规范|修改|调整|突出|精简"
)
_LIMITS = re.compile(
    r"\s*(?:但|除|其中|仅|只|上述|以上|该|此|如(?!下)|若|不过|否则|下同|其余|另一方案|或)"
)
_MORE_PLACES = re.compile(
    "下同|以此类推|全文|文中(?!第)|通篇|相应|等处|各处|多处|或者|如果|若|择一|任选"
)


def passed_over(text: str, at: int, end: int, after_edits: bool) -> int:
    """Return the end of what stands at a character and asks for nothing: what stays, a reason, courtesy.

    That is the character itself where it is none of these. Behind edits more can only be a reason.
    """
    stays = _STAYS.match(text, at, end)
    if stays and not _ASKS.search(stays[0]):
        return stays.end()
    ahead = REASON.match(text, at, end)
    if ahead:
        return ahead.end()
    opening = _OPENING.match(text, at, end)
    if opening and not _VERBS.search(opening[0]) and not _CONDITIONS.search(opening[0]):
        return opening.end()
    return _behind_edits(text, at, end) if after_edits else at


def behind_condition(text: str, at: int, end: int) -> int:
    """Return the end of a condition that stands at a character, that character where there is none."""
    condition = _CONDITION.match(text, at, end)
    return condition.end() if condition else at


def behind_others(text: str, at: int, end: int) -> int:
    """Return the end of what asks to change other places alike, that character where nothing does."""
    more = _MORE.match(text, at, end)
    return more.end() if more else at


def _behind_edits(text: str, at: int, end: int) -> int:
    for pattern in (_COURTESY, _BECAUSE):
        match = pattern.match(text, at, end)
        if match:
            return match.end()
    purpose = _PURPOSE.match(text, at, end)
    return purpose.end() if purpose and not _ASKS.search(purpose[0]) else at


def asks_nothing(sentence: str, mark: str) -> bool:
    """Whether a sentence, with the mark behind it, is agreement, a refusal of changes, a question, a fact."""
    if mark in ("?", "？") or _QUESTION.search(sentence):
        # 请明确哪些… wants the plan to say so: it is the draft that is asked, and nobody else
        return _DEMAND.match(sentence) is None
    if _REFUSES.search(sentence):
        return not _wants_instead(sentence)
    if _TELLS.search(sentence) and not _REQUESTS.search(sentence):
        return True
    if _KEEPS.match(sentence) and not _VERBS.search(sentence):
        return True
    if wants_other_words(sentence):
        return False
    # who quotes words without a verb wants something of them
    return not _ASKS.search(sentence) and Q not in sentence


def _wants_instead(sentence: str) -> bool:
    """Whether a sentence that refuses one change asks for another: 不改为“A”,应改为“B”."""
    for clause in sentence.split(","):
        refused = _REFUSES.search(clause) or _WHY.match(clause)
        if not refused and Q in clause and _VERBS.search(clause):
            return True
    return False


def wants_other_words(sentence: str) -> bool:
    """Whether a sentence asks for something to be said and not in which words: 建议明确建设单位."""
    wanted = _WORDLESS.search(sentence) and _REQUESTS.search(sentence)
    has_words = Q in sentence or ":" in sentence or re.search(BECOMES, sentence)
    return bool(wanted) and not has_words


def may_limit(sentence: str) -> bool:
    """Whether a sentence may limit those before it: 但…, 其中…."""
    return _LIMITS.match(sentence) is not None and not _NO_MORE.fullmatch(sentence.strip())


def speaks_of_more(sentence: str) -> bool:
    """Whether a sentence may be meant for more places than it names, or leaves a choice."""
    return _MORE_PLACES.search(sentence) is not None
