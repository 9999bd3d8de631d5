"""What sentences of an opinion say of each other: that one limits, governs or takes back another."""

import re

from plancli.core.instructions.grammar.asking import LEAD, LIST_NUMBER, asks_for_change
from plancli.core.text.characters import NARROW, SENTENCE_MARKS
from plancli.core.text.numerals import TENS

_NO_MORE = re.compile(
    "(?:对?其[他余它](?:内容)?)?(?:均|都)?(?:[无没]有?(?:其他|不同|修改)*(?:意见|异议)|同意)"
)
_BACK = "(?:上述|以上|该|此)"
_COURTESY = re.compile(
    "(?:以上|上述)(?:修改)?(?:意见|建议),?(?:(?:仅|请|妥否|当否|一并|予以?|给予|酌情|供|领导|贵[局委办]|在?(?:修改|完善|编制|工作|规划)+[时中])*,?)*"
    "(?:参考|参阅|考虑|采纳|研究|斟酌|审定|审阅|审示|指正|研酌|批示)?"
)
_LIMITS = re.compile(
    r"\s*(?:但|除|其中|仅|只|上述|以上|该|此|如(?!下)|若|不过|否则|下同|其余|另一方案|或)"
)
_SAID_BEFORE = (
    f"(?:[该此这本前]|上述|以上|前述|上)(?:[{TENS}]|条|项|述|处)*(?:修改|意见|建议|改动|调整|数字)"
)
_TAKES_BACK = re.compile(
    "撤回|收回|作废|撤销(?=[^,;]{0,6}(?:意见|建议|$))|不再(?:坚持|提出?|主张)|更正|勘误|不作数"
    f"|{_SAID_BEFORE}|同?第[{TENS}0-9]+[条点项](?:如|不|意见|建议|,)|上一?条|方案(?:[二三23BCbc])|另一方案|备选"
    r"|(?i:\b(?:withdraw|disregard|ignore|no longer stand))"
)
_OBJECTS = re.compile("不妥|不合适|不可行|不认可|不同意(?!见)|不赞成|反对|不予采纳|不采纳|不支持")
_NAMES = re.compile('[0-9“"「]')
_CONDITION = re.compile(r"\s*(?:但|除|如(?!下|上)|若|不过|否则|或者)")


def may_limit(sentence: str) -> bool:
    """Whether a sentence may limit those before it, or take them back: 但…, 其中…, 该意见收回."""
    words = sentence.translate(NARROW).strip(" ()[]")
    if _NO_MORE.fullmatch(words) or _COURTESY.fullmatch(words):
        return False
    if _LIMITS.match(words) or _TAKES_BACK.search(words):
        return True
    # who objects and does not say to what, objects to what was said
    return _OBJECTS.search(words) is not None and not _NAMES.search(words)


def may_limit_in_reasons(sentence: str) -> bool:
    """Whether a sentence among the reasons sets a condition after all."""
    return _CONDITION.match(sentence) is not None


_FOLLOWING = re.compile("以下|如下|下列|下述")
_ANNOUNCES = re.compile(
    "(?:根据|按照?|依据)[^,;不未若如]{0,50}(?:要求|通知|安排|部署|函)|高度重视|认真|研究|[无没]有?不同意见|已(?=收悉|经)|仅(?=提出)|您单位|[我你]们|发来|办公会|局长|(?:及时|立即|认真)?组织|(?:相关|有关|各)?(?:科|处|股)室|(?:结合|对照)[^,;不未若如]{0,16}(?:实际|职能|职责)"
    "|(?:对|就|关于)[^,;不未若如配分附办例《]{0,30}?(?:规划|计划|纲要|稿)|您好|你好|感谢|谢谢|[无没]有?(?:原则性?)?异议|[我本贵你][局委办厅院处所站队会社校行司县市区府方]|[我本贵你]单位|中心|经(?:认真|仔细|集体)?(?:研究|讨论|审阅|研读|梳理|核对)|无意见"
    "|《[^》]*(?:稿|规划|方案|计划|纲要)[^》]*》|来[函文]|收悉|送审稿|征求意见稿|规划|方案|文本|总体|原则|具体|主要|有关"
    "|相关|文字|个别|提出|反馈|回复|函复|报送|进行|予以|建议|意见|修改|调整|完善|补充|优化|以下|如下|下列|下述|供参考"
    f"|同意|[现就将对提作出点条方面处个几的了有为是请{TENS}0-9,、: ()]"
)
"""All that stands in a sentence which says that opinions follow, and nothing more."""


def may_govern(sentence: str, unit: str = "") -> bool:
    """Whether a sentence says something of those that follow it which may keep them from being meant.

    经研究,提出以下意见 only announces them, and so does the `unit` that speaks; 以下意见作废 does not.
    """
    words = sentence.translate(NARROW)
    words = words.replace(unit.translate(NARROW), "") if unit else words
    if _FOLLOWING.search(words) is None:
        return False
    return _OBJECTS.search(words) is not None or _ANNOUNCES.sub("", words).strip() != ""


_OTHERS = re.compile("(?<![我本贵你])[局委办厅院部](?:的)?(?:修改)?(?:意见|建议|提出|认为)")


def may_govern_points(ahead: str, unit: str = "") -> bool:
    """Whether what stands ahead of numbered points may keep them from being meant: 航运局意见:1.…2.…."""
    words = ahead.replace(unit, "") if unit else ahead
    if may_limit(words) or _OTHERS.search(words):
        return True
    return any(may_govern(sentence) for sentence in re.split(f"[{SENTENCE_MARKS}\n]", words))


_BACK_TAKEN = re.compile(
    "撤[回销]|收回|作废|不再(?:坚持|提出?|主张)|不作数|暂[缓不]|更正|勘误|转报|不予?认可|未经(?:研究|审定|同意)"
    r"|(?i:\bwithdr[ae]w|\bdisregard|\bignore|\bno longer)"
)
_OPINIONS = re.compile(
    f"意见(?![和征稿反表汇])|(?<=[条点项该此本前述的原])(?:修改)?建议|第[{TENS}0-9]+[条点]|[上前]一?[条点]"
    r"|以上|上述|以下|下列|[来前原此本]函(?!数)|(?i:\b(?:comments?|suggestions?|points?|letter)\b)"
)
_OF_OTHERS = re.compile(
    r"\s*(?:以上|上述)(?:各?[条点项])?(?:修改)?(?:意见|建议|内容|第)"
    f"|[该此]?第[{TENS}0-9]+[条点](?:(?:修改)?意见|(?:修改)?建议(?=[,不未收撤如若]|$)|[如若不未]|[^,;]{{0,8}}采纳)"
    "|(?:如|若|倘|假如)[^,;]{0,12}(?:[上前]一?[条点]|上述|以上)"
)
_OBJECTS_ALONE = re.compile(
    r"(?:[我本][局委办厅院处站会]|[我本]单位|对此|均|都|,)*"
    "(?:不妥|不合适|不可行|不认可|不同意|不赞成|反对|不支持)"
)


def may_reach_others(sentence: str) -> bool:
    """Whether a sentence of a paper may take back, limit or object to the opinions round it.

    第一条意见收回 does, 以上意见不作修改建议, 若上一条不采纳; 但已建的除外 only limits its own opinion.
    """
    words = sentence.translate(NARROW).strip(" ()[]")
    if _NO_MORE.fullmatch(words) or _COURTESY.fullmatch(words):
        return False
    if _OF_OTHERS.search(words) or _OBJECTS_ALONE.fullmatch(words):
        return True
    if _OPINIONS.search(words) is None:
        return False
    return _BACK_TAKEN.search(words) is not None or _OBJECTS.search(words) is not None


_ALSO = "同时|另外?|此外|还|并且?|建议|请(?!问|见|参)"


def resumes(text: str, start: int, end: int, numbered: bool) -> bool:
    """Whether a sentence behind reasons asks for something again, and is no further reason.

    It says so itself, or it begins with a number or on a line of its own; of `numbered` reasons a number
    begins the next one.
    """
    lead = LEAD.match(text, start, end)
    said = text[start : lead.end() if lead else start].strip()
    begins = re.match(_ALSO, said) or (not numbered and re.match(LIST_NUMBER, said))
    on_own_line = not numbered and text[:start].endswith("\n")
    return bool(begins or on_own_line) and asks_for_change(text[start:end])
