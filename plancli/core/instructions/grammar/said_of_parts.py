"""What Chinese opinions say of parts, their titles and their units; a family for each verb."""

from plancli.core.instructions.grammar import of_conventions, of_parts, of_words
from plancli.core.instructions.grammar.pieces import (
    AT_PLACE,
    BECOMES_SAID,
    SIDE,
    TAKING,
    VERB,
    WHOLE,
    family,
    form,
    of_units,
    quotation,
    units,
)
from plancli.core.instructions.grammar.vocabulary import (
    ADDS,
    ADVERBS,
    BECOMES,
    DELETES,
    SAID,
    TOGETHER,
    WORDS,
    Q,
)

_DUTY = "(?:的?(?:牵头)?(?:责任|牵头|配合|实施|负责|承担)单位(?:名单|列表|一栏|中)*)"
_A_DUTY = "(?:的?(?:责任|配合|牵头)单位)"
_OUR = "[我本][局委办厅单位会中心]"
_NO_DUTY = f"(?:不涉及{_OUR}*(?:职责|职能|工作)|与{_OUR}*职[责能](?:无关|不符))"
_MOVES = "(?:(?:移动?|调整|调|挪|放)[至到]|放在|前移至|后移至)"
_TITLE = "的?(?:章名|节名|表名|表题|列名|栏名|名称|标题|题目|章节名称|章名称|项目名称|专栏名称)"

_A_PART = "(?:[1一]|如下|以下)?(?:自然)?(?:段落?|条|项|款|个?专栏|个?项目)(?:工程|文字|内容)?"
_SEVERAL = (
    "(?:[两二三]|(?<![0-9.])[23])?(?:个?[段条项款]落?|个?专栏|个?项目)?(?:工程|内容)?(?:予以|进行)?"
)

_GO = family(
    f"{DELETES}|不再保留|不予保留",
    form(
        "删除第3段、第4段",
        of_parts.removed,
        DELETES,
        f"(?P<place>[^,;。\n{Q}]{{2,30}}?[、和与及][^,;。、\n{Q}]{{2,30}}?)",
        WHOLE,
    ),
    form("删除第3段", of_parts.removed, DELETES, AT_PLACE, WHOLE),
    form(
        "第3段删除",
        of_parts.removed,
        AT_PLACE,
        WHOLE,
        VERB,
        f"{TOGETHER}?(?:{DELETES}|不再保留|不予保留)",
    ),
)
_BECOME = family(
    BECOMES,
    form(
        "第3段修改为“甲”",
        of_words.paragraph_rewritten,
        TAKING,
        AT_PLACE,
        "(?P<whole>一段|整段|全段|全文|该段)?(?:内容)?",
        BECOMES_SAID,
        quotation("new"),
    ),
)
_BE_CALLED = family(
    "[章节表列栏]名|更名|表题|名称|标题|题目",
    form(
        "第三章名称改为“甲”",
        of_parts.retitled,
        AT_PLACE,
        _TITLE,
        f"(?:由?{quotation('was')})?",
        BECOMES_SAID,
        quotation("new"),
    ),
    form(
        "第三章更名为“甲”",
        of_parts.retitled,
        TAKING,
        AT_PLACE,
        VERB,
        "更名[为成]",
        quotation("new"),
    ),
)
_RESHAPE = family(
    f"合并|拆|分|{ADDS}",
    form(
        "在第1段之后增加一段“甲”",
        of_conventions.paragraph_added,
        AT_PLACE,
        SIDE,
        f"{VERB}{ADDS}{_A_PART}[,: ]*",
        quotation("new"),
    ),
    form(
        "将第1段和第2段合并为“甲”",
        of_conventions.paragraphs_merged,
        TAKING,
        AT_PLACE,
        f"{_SEVERAL}{ADVERBS}合并(?:修改|调整|表述)?[为成](?:{_A_PART})?[,: ]*",
        quotation("new"),
    ),
    form(
        "将第1段拆分为“甲”和“乙”",
        of_conventions.paragraph_split,
        TAKING,
        AT_PLACE,
        f"{ADVERBS}(?:拆分|分拆|拆|分解|分列|分)[为成]{_SEVERAL}[,: ]*",
        f"(?P<new>{Q}(?:[、和与及;,]{Q})+)",
    ),
)
_MOVE = family(
    _MOVES + "|互换|对调|互调",
    form(
        "将第3段移至第1段之前",
        of_parts.part_moved,
        TAKING,
        AT_PLACE,
        f"{ADVERBS}{_MOVES}(?P<goal>[^;\n]{{1,40}}?)之?(?P<side>前|后)面?",
    ),
    form(
        "第1段和第2段顺序互换",
        of_parts.swapped,
        TAKING,
        AT_PLACE,
        "(?:的?(?:顺序|位置|次序))?(?:互换|对调|互调)(?:位置|顺序)?",
    ),
)
_UNITS = family(
    "单位|牵头|不涉及|职[责能]",
    of_units(
        "3.1责任单位增加市水利局",
        of_parts.units_added,
        AT_PLACE,
        _DUTY,
        f"{VERB}(?:{TOGETHER})?{ADVERBS}{ADDS}{SAID}",
        units("names"),
        "(?:作?为责任单位)?",
    ),
    of_units(
        "将市水利局列为3.1责任单位",
        of_parts.units_added,
        "[将把]",
        units("names"),
        f"(?:增?列为|列入|纳入|增加为|加入|作为){AT_PLACE}{_A_DUTY}(?:中|名单)*",
    ),
    of_units(
        "3.1增加市水利局为责任单位",
        of_parts.units_added,
        f"{AT_PLACE}{ADVERBS}{ADDS}{SAID}",
        units("names"),
        "作?为(?:责任|配合)单位",
    ),
    of_units(
        "增加市水利局为3.1责任单位",
        of_parts.units_added,
        ADDS,
        units("names"),
        f"作?为{AT_PLACE}{_A_DUTY}",
    ),
    of_units(
        "3.1责任单位删除市水利局",
        of_parts.units_removed,
        AT_PLACE,
        _DUTY,
        f"{VERB}(?:{TOGETHER})?(?:{DELETES}|不含|不再?列)了?",
        units("names"),
    ),
    of_units(
        "删除3.1责任单位中的市水利局",
        of_parts.units_removed,
        DELETES,
        AT_PLACE,
        _DUTY,
        "的?",
        units("names"),
    ),
    of_units(
        "将市水利局从3.1责任单位中删除",
        of_parts.units_removed,
        "[将把]",
        units("names"),
        f"从{AT_PLACE}{_DUTY}{DELETES}",
    ),
    of_units(
        "3.1不再将市水利局列为责任单位",
        of_parts.units_removed,
        f"{AT_PLACE}{ADVERBS}不再?[将把]",
        units("names"),
        "(?:列为|列入|作为)(?:责任|配合|牵头)单位",
    ),
    of_units(
        "3.1不涉及我局职责,建议不再将我局列为责任单位",
        of_parts.units_removed,
        f"{AT_PLACE}中?{_NO_DUTY}{VERB}(?:不再?[将把]?|{DELETES})",
        f"(?P<names>{_OUR}+)",
        "(?:列为|列入|作为)?(?:牵头)?(?:责任|配合)?单位?",
    ),
    of_units(
        "市水利局不再作为3.1责任单位",
        of_parts.units_out,
        "(?:取消|不再?将)?",
        units("names"),
        f"(?:不再)?(?:作为|列为|担任){AT_PLACE}{_A_DUTY}",
    ),
    of_units(
        "3.1责任单位删除市水利局,增加市水务局",
        of_parts.units_changed,
        AT_PLACE,
        _DUTY,
        f"{VERB}(?:{DELETES}|不再?列)",
        units("old"),
        f"[,、;]?{ADVERBS}{ADDS}",
        units("new"),
    ),
    of_units(
        "3.1责任单位改为市水务局",
        of_parts.units_set,
        AT_PLACE,
        _DUTY,
        f"{VERB}{BECOMES}{SAID}",
        units("names"),
    ),
    of_units(
        "3.1改由市水利局牵头",
        of_parts.units_led,
        AT_PLACE,
        "(?:应|宜|改|调整|明确|变更)?为?由",
        units("names"),
        "(?:负责)?牵头(?:负责|组织|实施)?",
    ),
    of_units(
        "明确市水利局为3.1的牵头单位",
        of_parts.units_led,
        "(?:明确|确定|将|把|增加)?",
        units("names"),
        f"(?:调整|明确|确定|列|改|作)?为{AT_PLACE}的?牵头(?:责任)?单位",
    ),
    of_units(
        "3.1责任单位由市水利局改为市水务局",
        of_parts.units_changed,
        AT_PLACE,
        _DUTY,
        f"的?{TAKING}",
        units("old"),
        f"{WORDS}{VERB}{BECOMES}",
        units("new"),
    ),
)

OF_PARTS = (_GO, _BECOME, _BE_CALLED, _RESHAPE, _MOVE, _UNITS)
