"""What Chinese opinions say of words: that they become others, come, or go; a family for each verb."""

from plancli.core.instructions.grammar import of_conventions, of_words
from plancli.core.instructions.grammar.pieces import (
    ADDS_SAID,
    AT_PLACE,
    BECOMES_SAID,
    MARK,
    SIDE,
    TAKING,
    VERB,
    bare_words,
    family,
    form,
    quotation,
    quotation_list,
)
from plancli.core.instructions.grammar.vocabulary import (
    ADDS,
    ADVERBS,
    AGREES,
    BECOMES,
    DELETES,
    GONE_WORDS,
    SAID,
    TOGETHER,
    WORDS,
    Q,
)
from plancli.core.text.numerals import COUNTS

_ALL = "(?:全文|通篇|全稿|全篇)"
_IN_ALL = (
    f"(?=[^;\n]*(?:{_ALL}|统一|一律|各处))(?:{_ALL}|文中|文本|规划|方案|各章节?)(?:之?中|里|内)?"
    "(?:的|所有|凡|涉及|出现|有关|各处|多处)*"
)
_AND_ALL_OTHERS = (
    f"[,、 ]*\\(?(?:以?下同|余同|{_ALL}同[此上]?|{_ALL}(?:统一|一并|相应)*(?:修改|替换|调整)?)\\)?"
)
_FITTING = "(?:合适|适当|相应|恰当|适宜|有关|相关)的?(?:位置|部分|章节|地方|处)"
_LIST = "等?的?(?:列举|并列|罗列|排列|名单|清单)(?:项|内容|事项)?(?:之?中|里|内)?"

_LACK = family(
    "[少缺漏多]",
    form(
        "“甲”少“乙”字,应为“乙甲”",
        of_words.lacking,
        AT_PLACE,
        quotation("old"),
        f"[中里]?(?:少|缺|漏|缺少|遗漏|多)了?{quotation('lacks')}(?:[{COUNTS}几0-9]*个?[字词])?",
        BECOMES_SAID,
        quotation("new"),
    ),
)
_BECOME = family(
    BECOMES,
    form(
        "将“甲”改为“乙”",
        of_words.replaced,
        AT_PLACE,
        quotation_list("old"),
        f"{WORDS}(?:的?顺序)?{AGREES}{MARK}(?:分别|都|均)?{ADVERBS}(?:分别)?{BECOMES}{SAID}",
        quotation_list("new"),
        "(?:等?字样|等?的?(?:表述|文字)|一[词句])?",
    ),
)
_MAY_BECOME = family(
    "可",
    form(
        "“甲”可改为“乙”",
        of_conventions.only_permitted,
        AT_PLACE,
        quotation("old"),
        f"{WORDS}{MARK}(?:建议)?[也亦]?可(?:以|考虑)?{ADVERBS}{BECOMES}{SAID}",
        quotation("new"),
    ),
)
_BECOME_ONE_OF = family(
    "或|/",
    form(
        "“甲”改为“乙”或“丙”",
        of_conventions.one_of_several,
        AT_PLACE,
        quotation("old"),
        f"{WORDS}{AGREES}{MARK}{ADVERBS}{BECOMES}{SAID}",
        f"(?P<new>{Q}[,、]?(?:或者?|抑或|/)(?:是|{BECOMES})?{Q})",
    ),
)
_BECOME_EVERYWHERE = family(
    f"{_ALL}|统一|一律|各处|[下余]同",
    form(
        "全文“甲”统一改为“乙”",
        of_conventions.replaced_everywhere,
        f"{TAKING}{_IN_ALL}",
        quotation("old"),
        f"{WORDS}(?:[^;。\n{Q}]{{0,20}}?,)?(?:{_ALL}中?)?{MARK}{ADVERBS}{TOGETHER}?{ADVERBS}{BECOMES}{SAID}",
        quotation("new"),
    ),
    form(
        "将“甲”全文统一改为“乙”",
        of_conventions.replaced_everywhere,
        AT_PLACE,
        quotation("old"),
        f"{WORDS}(?:[^;。\n{Q}]{{0,20}}?,)?在?{_ALL}中?{ADVERBS}{TOGETHER}?{ADVERBS}{BECOMES}{SAID}",
        quotation("new"),
    ),
    form(
        "“甲”改为“乙”,下同",
        of_conventions.replaced_everywhere,
        AT_PLACE,
        quotation("old"),
        f"{WORDS}{MARK}{ADVERBS}{TOGETHER}?{ADVERBS}{BECOMES}{SAID}",
        quotation("new"),
        _AND_ALL_OTHERS,
    ),
)
_BECOME_IN_BRACKETS = family(
    r"\(",
    form(
        "“甲”(应为“乙”)",
        of_words.replaced,
        AT_PLACE,
        quotation("old"),
        rf"\((?:应|建议)?{ADVERBS}{BECOMES}{SAID}{quotation('new')}\)",
    ),
)
_STAND_FOR = family(
    "→|->|=>|⇒|替换|代替|取代|替代",
    form(
        "“甲”→“乙”",
        of_words.replaced,
        AT_PLACE,
        quotation("old"),
        " *(?:→|-+>|=+>|⇒) *",
        quotation("new"),
    ),
    form(
        "用“乙”替换“甲”",
        of_words.replaced,
        f"{AT_PLACE}[以用]",
        quotation("new"),
        "(?:替换|代替|取代|替代)",
        quotation("old"),
        WORDS,
    ),
)
_COME = family(
    ADDS,
    form(
        "“甲”和“乙”之间增加“丙”",
        of_words.put_between,
        AT_PLACE,
        f"(?P<anchor>{Q}和{Q})(?:之间|中间)",
        ADDS_SAID,
        quotation("new"),
    ),
    form(
        "“甲”后增加“乙”",
        of_words.inserted,
        AT_PLACE,
        quotation("anchor"),
        WORDS,
        SIDE,
        ADDS_SAID,
        quotation("new"),
    ),
    form(
        "[批注于“甲”]建议加“乙”",
        of_words.inserted,
        r"\[?(?P<place>)批注于",
        quotation("anchor"),
        rf"\]? *{ADVERBS}(?P<side>){ADDS}{SAID}",
        quotation("new"),
    ),
    form(
        "第3段末增加“甲”",
        of_words.appended,
        AT_PLACE,
        "(?:这?一?段)?的?(?:段?(?P<side>首|末|尾|开头)(?:尾|处)?|最后|末尾|结尾(?:处)?)",
        ADDS_SAID,
        quotation("new"),
    ),
    form(
        "“甲、乙”列举中增加“丙”",
        of_conventions.item_listed,
        AT_PLACE,
        quotation("anchor"),
        _LIST,
        ADDS_SAID,
        quotation("new"),
    ),
    form(
        "请在合适位置增加“甲”",
        of_conventions.added_somewhere,
        AT_PLACE,
        _FITTING,
        ADDS_SAID,
        quotation("new"),
    ),
    form(
        "增加“甲”", of_conventions.added_somewhere, AT_PLACE, ADVERBS, ADDS, SAID, quotation("new")
    ),
)
_GO = family(
    f"{DELETES}|不再保留",
    form(
        "第3段删除“甲”",
        of_words.deleted,
        AT_PLACE,
        DELETES,
        "(?:其中)?的?",
        quotation_list("old"),
        GONE_WORDS,
    ),
    form("删除第3段“甲”", of_words.deleted, DELETES, AT_PLACE, quotation_list("old"), GONE_WORDS),
    form(
        "“甲”建议删除",
        of_words.deleted,
        AT_PLACE,
        quotation_list("old"),
        WORDS,
        VERB,
        f"(?:{DELETES}|不再保留)",
    ),
    form(
        "删除从“甲”到“乙”的内容",
        of_words.deleted_from,
        DELETES,
        AT_PLACE,
        f"从?(?P<old>{Q}(?:开始)?[到至]{Q})(?:结束|为止)?(?:之间)?的?(?:内容|文字|表述|部分)?",
    ),
    form(
        "删除“甲”及其后内容",
        of_words.deleted_on,
        DELETES,
        AT_PLACE,
        quotation("old"),
        "(?P<and>及|和|以及)?(?:其|以|之)?后(?:面)?的?(?:全部|所有)?(?:内容|文字|表述|部分)",
    ),
)
_FIGURE = family(
    "[由从]",
    form(
        "水库由28座调整为30座",
        of_words.figure,
        AT_PLACE,
        f"(?P<subject>[^,;。\n{Q}0-9]{{2,20}}?)(?:目标|指标|任务|数量|数|值)*[由从]",
        bare_words("old", 1, 20),
        f"{ADVERBS}{BECOMES}",
        bare_words("new", 1, 20),
    ),
)
_BARE = family(
    BECOMES,
    form(
        "将甲乙丙丁改为甲乙丙戊",
        of_words.bare,
        f"{TAKING}(?P<place>(?:[^,;。\n{Q}]{{0,40}}?[, 的中:])?)",
        bare_words("old", 4, 60),
        f" *{TAKING}{ADVERBS}{BECOMES}:? *",
        bare_words("new", 2, 60),
    ),
)

OF_WORDS = (
    _LACK,
    _BECOME,
    _MAY_BECOME,
    _BECOME_ONE_OF,
    _BECOME_EVERYWHERE,
    _BECOME_IN_BRACKETS,
    _STAND_FOR,
    _COME,
    _GO,
)
WITHOUT_MARKS = (_FIGURE, _BARE)
"""Words without quotation marks, which say least of what they are."""
