"""What stands round the instructions of an opinion: numbers, courtesy, reasons; and whether it asks."""

import re

from plancli.core.instructions.grammar.vocabulary import ADDING, BECAUSE, BECOMES, DELETES, Q
from plancli.core.text.numerals import TENS

_OUR = "[我本][局委办厅单位会中心]+"
LIST_NUMBER = (
    r"(?:[①-⑳]|\(?[0-9]{1,2}\)|[0-9]{1,2}[.、](?![0-9])"
    rf"|[{TENS}]{{1,3}}[、.]|\([{TENS}]{{1,3}}\)[、.]?|第?[{TENS}]是|首先|其次|最后)"
)
"""What numbers the parts of an opinion."""
LEAD = re.compile(
    rf"(?:[\s,、:]|{LIST_NUMBER}|另外|此外|同时|并且?|且|另|还|建议|请|敬请|恳请|望|拟|经(?:认真)?研究|经讨论"
    rf"|{_OUR}的?(?:修改)?(?:意见|建议)(?:如下)?(?=[:,])|{_OUR}(?:建议|认为|提出)(?:如下|以下)?(?:意见|建议)?|(?:修改|具体)?(?:意见|建议)(?:如下)?|具体如下|如下"
    rf"|(?:现|特)?提出(?:(?:以下|如下)(?:[0-9几{TENS}]*[点条])?(?:修改)?(?:意见|建议))?(?=[:,])|现提出|(?i:please|and|also|(?:first|second|third|final)(?:ly)?(?=,)"
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

_NO_MORE = re.compile(
    "(?:对?其[他余它](?:内容)?)?(?:均|都)?[无没]有?(?:其他|不同|修改)*(?:意见|异议)"
    "|其[他余它](?:内容)?(?:均|都)?同意"
)
_COURTESY = re.compile(
    ",? *(?:(?:以上|上述)(?:意见|建议),?)?(?:(?:请|妥否,?)*(?:予以?|给予|酌情)?"
    "(?:考虑|采纳|研究|斟酌|支持|审定|参考|酌)"
    "|谢谢|妥否|当否"
    "|供参考|" + _NO_MORE.pattern + ")"
    rf"(?=[,;。]|$)| *\((?:理由|原因|依据|说明|备注|因)(?:[^()\n{Q}]*|[^(),;\n]*)\)"
)
_COURTEOUS = re.compile(
    r"\s*(?:(?:以上|上述)(?:修改)?(?:意见|建议))?"
    "(?:,?(?:仅|妥否|当否|请|敬请|一并|贵[局委办]|予以?|给予|酌情))*,?"
    "(?:供?(?:领导)?参考|考虑|采纳|研究|斟酌|研酌|支持|审定|审阅|批示|指正|谅解|酌)?"
)
_BRACKETED = re.compile(r"\s*\((?:修改)?(?:理由|原因|依据|说明|备注)[^()\n]*\)")
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
    "不(?:够|太)?(?:准确|规范|妥|合适|精准|具体|清|全面|符|一致)"
    "|[偏过太][高低大小多少长短早晚弱](?![程于])|缺[乏少]|不足|误|矛盾|打架"
    "|(?:未|没有?)(?:能|有)?(?:提[及到]|涉及|体现|包[括含]|考虑|反映|突出|明确)"
    r"|(?i:\b(?:wrong|incorrect|inaccurate|unclear|outdated|inconsistent|missing|typo|mistaken)\b"
    r"|\btoo (?:low|high|short|long|few|many|much|vague|early|late)\b)"
)
_UNWANTED = (
    "保留|写|列|纳入|出现|表述|提|设|再|由|作为|承担|牵头|负责|低于|高于|少于|多于|超过|超出"
    "|晚于|早于|小于|大于"
)
_NOT_FIT = f"不(?:宜|应|要|得|建议)(?:将其?|把其?|再|继续)?(?:{_UNWANTED})"
"""What is not fit asks for something else: 不宜列我单位, 不应低于3元, 不建议保留."""
_NOT_OURS = (
    "(?:不属于?|不是|非|无|没有|不具备)[^,;]{0,10}(?:职责|职能|职权|事权)"
    "|不承担[^,;]{0,12}(?:职责|职能|工作|任务)|(?:责任|牵头|配合)单位"
)
_ELSEWHERE = (
    f"[见同如][上前]条?(?![级述面])|见附|同第[0-9{TENS}]+条|另[附报]"
    r"|(?i:\bsee (?:the )?(?:attach|annex|appendix|enclos|above)"
    r"|\bas (?:above|attached)\b|\bditto\b|\bsame (?:comment|change|remark|as)\b)"
)
"""What is asked for stands somewhere else."""
_OUGHT = (
    "(?<![相响供适反对效顺])应(?:当|该)?(?![急用对届聘变付邀战力])|(?<![适便不事])宜(?![居人])"
    "|(?<![申邀聘提报吁])请(?!问|商|示|由|向|与(?![^,;]*(?:一致|衔接|统一))|征求|贵|领导|放心|继续|支持|予以?支持)"
    "|(?:提高|降低|上调|下调|增加|减少)[0-9.]+个百分点"
    "|(?:^|,)(?:要|须|务必|注意)|由[^,;]{2,20}(?:牵头|负责)"
)
_MORE_OR_LESS = (
    "希望[^,;]{0,16}(?:提高|提升|增|加大|扩大|降低|减|延长|缩短|放宽|收紧)"
    "|(?:^|建议|请|,)[将把][^,;]{1,24}(?:翻[一两]?[番倍]|减半"
    f"|(?:增|减|提|降|扩|压|缩)[^,;]{{0,4}}(?:至|到|[{TENS}两0-9]+[倍成半番]))"
)
"""What wants more of something, or less: 希望适当提高标准, 将床位数翻一番."""
_HANDED_ON = re.compile(
    "(?:责任|牵头|配合)单位[^;]*(?:职[能责权][^,;]{0,6}(?:转|划|移交)|撤[销并]|更名)"
)
"""What tells of a unit in a list why it is wrong there."""
_AGREES = re.compile(
    r"\s*(?:(?:原则上?|完全|总体|基本|表示)*(?:同意|赞成|赞同|支持|认可|认同)|对[^,;]*(?:表示)(?:同意|赞成|赞同|支持)"
    r"|(?i:we (?:welcome|support|agree|appreciate)\b))"
)
_RESTRICTS = re.compile(
    r"[但仅除只]|不过|然而|(?i:\b(?:but|however|except|although|though|unless|yet)\b)"
)
_DOUBLE = re.compile("不得不|并非不|不能不|不可不|未尝不|无不|不是不|非[^,]{1,10}不可")
"""Two denials are none."""
_ASKS = re.compile(
    r"(?i:\b(?:replace|change|amend|delete|remove|strike|insert|add|append|clarify|specify|revise|reword|should|omit|drop|move|swap|exchange|rename|retitle|substitute|merge|split|consider)\b)|"
    f"{BECOMES}|{ADDING}|{DELETES}|{_UNSUITED}|修改|更改|调整|明确|细化|完善|统一|核实|合并|拆分|对调|互换|替换"
    "|更正|规范|充实|斟酌|参照|参考|进一步|优化|精简|不再保留|不再将|不再作为|[移挪][到至]|提前|加[引逗句顿]号"
    "|并入|归并|归入|整合|列入|写入|写进|取消|压缩|排(?:在|第|列)|置于|放在"
    "|改(?![革造善进建扩变良观])"
    "|建议(?!征求|商|由|与|向|保留|维持|同意|继续|稿|尽快|尽早|[,:。;]|$|予以?(?:支持|通过))"
    f"|{_NOT_FIT}|{_NOT_OURS}|{_ELSEWHERE}|{_OUGHT}|{_MORE_OR_LESS}"
)
"""What asks for a change, whether or not it says which."""
_REFUSES = re.compile(
    r"(?i:\b(?:no comments?|(?:do|should|must|shall) not"
    r"(?! (?:mention|include|say|name|list|refer|contain|state))"
    r"|don't|not to|nobody|no objection|object to|keep the (?:text|wording)|agree)\b)|"
    f"不同意|反对|不建议(?!{_UNWANTED})|(?:没有?|无)必要(?!{_UNWANTED})|(?:不|无)(?:需要?|须|必)(?:再|进行)?(?:修改|改|调整|删|增|将)"
    f"|不(?:宜|应|要)(?!(?:将其?|把其?|再)?(?:{_UNWANTED}))|保留原|不再修改|无需修改|不作修改|[无没]有?(?:不同|修改|其他|补充|反馈)?的?意见"
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


def behind_bracketed(text: str, at: int, end: int) -> int:
    """Return the end of a reason in brackets that stands at a character, that character where none does."""
    reason = _BRACKETED.match(text, at, end)
    return reason.end() if reason else at


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
    if _COURTEOUS.fullmatch(sentence):
        return True
    if mark in ("?", "？") or _QUESTION.search(sentence):
        # 请明确哪些… wants the plan to say so: it is the draft that is asked, and nobody else
        return _DEMAND.match(sentence) is None and not _asks_politely(sentence)
    if _DOUBLE.search(sentence) and asks_for_change(sentence):
        return False
    if _REFUSES.search(sentence):
        return not _wants_instead(sentence)
    if _AGREES.match(sentence) and not asks_for_change(sentence):
        return _RESTRICTS.search(sentence) is None
    is_told = _TELLS.search(sentence) and not _HANDED_ON.search(sentence)
    if is_told and not _REQUESTS.search(sentence):
        return True
    if _KEEPS.match(sentence) and not _VERBS.search(sentence):
        return True
    if wants_other_words(sentence):
        return False
    # who quotes words without a verb wants something of them
    return not _ASKS.search(sentence) and Q not in sentence


def asks_for_change(sentence: str) -> bool:
    """Whether a sentence has a word that asks for a change, whether or not it says which."""
    return _ASKS.search(sentence) is not None


def _asks_politely(sentence: str) -> bool:
    """Whether a question puts a change of quoted words, as 可否将“A”改为“B”? does."""
    changes = _VERBS.search(sentence) or _ENGLISH_VERBS.search(sentence)
    return Q in sentence and (changes is not None or sentence.count(Q) > 1)


_ENGLISH_VERBS = re.compile(
    r"(?i:\b(?:replace|change|amend|delete|remove|insert|add|move|swap|rename)\b)"
)


def _wants_instead(sentence: str) -> bool:
    """Whether a sentence that refuses one change asks for another: 不改为“A”,应改为“B”."""
    for clause in _CLAUSES.split(sentence):
        refused = _REFUSES.search(clause) or _WHY.match(clause)
        changes = Q in clause and _VERBS.search(clause)
        if not refused and (changes or (_ANEW.match(clause) and asks_for_change(clause))):
            return True
    return False


_CLAUSES = re.compile(r",|(?=(?i:\bbut\b|\bhowever\b))")
_ANEW = re.compile(r"\s*(?:但|同时|另|请|建议|(?i:but|however))")


def wants_other_words(sentence: str) -> bool:
    """Whether a sentence asks for something to be said and not in which words: 建议明确建设单位."""
    wanted = _WORDLESS.search(sentence) and _REQUESTS.search(sentence)
    has_words = Q in sentence or ":" in sentence or re.search(BECOMES, sentence)
    return bool(wanted) and not has_words


def speaks_of_more(sentence: str) -> bool:
    """Whether a sentence may be meant for more places than it names, or leaves a choice."""
    return _MORE_PLACES.search(sentence) is not None
