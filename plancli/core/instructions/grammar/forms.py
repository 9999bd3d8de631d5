"""The forms of an instruction: a pattern of sentences for each, and what reads it.

Several may match at one place. Each is tried; what they give has to be the same.
"""

import re
from typing import NamedTuple

from plancli.core.instructions.grammar import of_parts, of_words
from plancli.core.instructions.grammar.found import FormReader
from plancli.core.instructions.grammar.vocabulary import (
    ADDS,
    ADVERBS,
    AGREES,
    BECOMES,
    DELETES,
    ENDS,
    SAID,
    TOGETHER,
    WORDS,
    Q,
)
from plancli.core.text.numerals import COUNTS


class InstructionForm(NamedTuple):
    """How an instruction is put, with an example, and what gives its edits."""

    example: str
    pattern: re.Pattern[str]
    reader: FormReader


def _form(example: str, reader: FormReader, *pieces: str) -> InstructionForm:
    return InstructionForm(example, re.compile("".join(pieces) + ENDS), reader)


def _of_units(example: str, reader: FormReader, *pieces: str) -> InstructionForm:
    """A form that ends with names: a list of them goes on behind 、, where other instructions may end."""
    return InstructionForm(example, re.compile("".join(pieces) + r"(?= *(?:[,;。]|$))"), reader)


def _quotation(group: str) -> str:
    return f"(?P<{group}>{Q})"


def _quotations(group: str) -> str:
    return f"(?P<{group}>{Q}(?:[、和及与]?{Q})*)"


def _units(group: str) -> str:
    return f"(?P<{group}>{Q}(?:[、和及与]{Q})*|[^,;。\n{Q}]{{2,40}}?)"


def _words(group: str, least: int, most: int) -> str:
    """Words without quotation marks: no more than a clause."""
    return f"(?P<{group}>[^,;。\n、{Q}]{{{least},{most}}}?)"


_PLACE = "(?P<place>[^;\n]{0,80}?)"
_TAKING = "(?:将|把|对|由|就)?"
_MARK = " *[,:]? *"
_VERB = f"{_MARK}{ADVERBS}"
_BECOMES = f"{_MARK}{ADVERBS}{BECOMES}{SAID}"
_ADDS = f"{_MARK}{ADVERBS}{ADDS}{SAID}"
_SIDE = "(?:之|的|以)?(?P<side>后|前)[面边]?"
_WHOLE = "(?:(?:[这该]|这一|一整|整)[段条项款]|全段|全文)?(?:全部)?(?:内容|文字)?"
_DUTY = "(?:的?(?:牵头)?(?:责任|牵头|配合|实施|负责|承担)单位(?:名单|列表|一栏|中)*)"
_A_DUTY = "(?:的?(?:责任|配合|牵头)单位)"
_OUR = "[我本][局委办厅单位会中心]"
_NO_DUTY = f"(?:不涉及{_OUR}*(?:职责|职能|工作)|与{_OUR}*职[责能](?:无关|不符))"
_MOVES = "(?:(?:移动?|调整|调|挪|放)[至到]|放在|前移至|后移至)"
_TITLE = "的?(?:章名|节名|名称|标题|题目|章节名称|章名称|项目名称|专栏名称)"

_THE = "(?:the (?:words?|figure|phrase|sentence) )?"
_IN = "(?i:in|on|at) (?P<place>[^,;\n]{1,60}?),? (?:please )?"
_THERE = "(?: (?:in|on|of|from|at) (?P<place>[^,;\n]{1,60}?))?"
_REPLACE = f"(?i:replace|change|amend|correct) {_THE}"
_WITH = f",? (?:with|to|by|into|to read) {_THE}"
_STRIKE = f"(?i:delete|remove|strike)(?: out)? {_THE}"
_INSERT = f"(?i:insert|add) {_THE}"
_BESIDE = f",? (?P<side>after|before) {_THE}"

FORMS = (
    # --- words that become others ---
    _form(
        "“甲”少“乙”字,应为“乙甲”",
        of_words.lacking,
        _PLACE,
        _quotation("old"),
        f"[中里]?(?:少|缺|漏|缺少|遗漏|多)了?{_quotation('lacks')}(?:[{COUNTS}几0-9]*个?[字词])?",
        _BECOMES,
        _quotation("new"),
    ),
    _form(
        "将“甲”改为“乙”",
        of_words.replaced,
        _PLACE,
        _quotations("old"),
        f"{WORDS}(?:的?顺序)?{AGREES}{_MARK}(?:分别|都|均)?{ADVERBS}(?:分别)?{BECOMES}{SAID}",
        _quotations("new"),
        "(?:等?字样|等?的?(?:表述|文字)|一[词句])?",
    ),
    _form(
        "“甲”→“乙”",
        of_words.replaced,
        _PLACE,
        _quotation("old"),
        " *(?:→|-+>|=+>|⇒) *",
        _quotation("new"),
    ),
    _form(
        "用“乙”替换“甲”",
        of_words.replaced,
        f"{_PLACE}[以用]",
        _quotation("new"),
        "(?:替换|代替|取代|替代)",
        _quotation("old"),
        WORDS,
    ),
    _form(
        "“甲”(应为“乙”)",
        of_words.replaced,
        _PLACE,
        _quotation("old"),
        rf"\((?:应|建议)?{ADVERBS}{BECOMES}{SAID}{_quotation('new')}\)",
    ),
    # --- words that come ---
    _form(
        "“甲”和“乙”之间增加“丙”",
        of_words.put_between,
        _PLACE,
        f"(?P<anchor>{Q}和{Q})(?:之间|中间)",
        _ADDS,
        _quotation("new"),
    ),
    _form(
        "“甲”后增加“乙”",
        of_words.inserted,
        _PLACE,
        _quotation("anchor"),
        WORDS,
        _SIDE,
        _ADDS,
        _quotation("new"),
    ),
    _form(
        "[批注于“甲”]建议加“乙”",
        of_words.inserted,
        r"\[?(?P<place>)批注于",
        _quotation("anchor"),
        rf"\]? *{ADVERBS}(?P<side>){ADDS}{SAID}",
        _quotation("new"),
    ),
    _form(
        "第3段末增加“甲”",
        of_words.appended,
        _PLACE,
        "(?:这?一?段)?的?(?:段?(?P<side>首|末|尾|开头)(?:尾|处)?|最后|末尾|结尾(?:处)?)",
        _ADDS,
        _quotation("new"),
    ),
    _form("增加“甲”", of_words.added_somewhere, _PLACE, ADVERBS, ADDS, SAID, _quotation("new")),
    # --- words that go ---
    _form(
        "第3段删除“甲”",
        of_words.deleted,
        _PLACE,
        DELETES,
        "(?:其中)?的?",
        _quotations("old"),
        WORDS,
    ),
    _form("删除第3段“甲”", of_words.deleted, DELETES, _PLACE, _quotations("old"), WORDS),
    _form(
        "“甲”建议删除",
        of_words.deleted,
        _PLACE,
        _quotations("old"),
        WORDS,
        _VERB,
        f"(?:{DELETES}|不再保留)",
    ),
    _form(
        "删除从“甲”到“乙”的内容",
        of_words.deleted_from,
        DELETES,
        _PLACE,
        f"从?(?P<old>{Q}(?:开始)?[到至]{Q})(?:结束|为止)?(?:之间)?的?(?:内容|文字|表述|部分)?",
    ),
    _form(
        "删除“甲”及其后内容",
        of_words.deleted_on,
        DELETES,
        _PLACE,
        _quotation("old"),
        "(?P<and>及|和|以及)?(?:其|以|之)?后(?:面)?的?(?:全部|所有)?(?:内容|文字|表述|部分)",
    ),
    # --- paragraphs and parts ---
    _form("删除第3段", of_parts.removed, DELETES, _PLACE, _WHOLE),
    _form("第3段删除", of_parts.removed, _PLACE, _WHOLE, _VERB, f"(?:{DELETES}|不再保留|不予保留)"),
    _form(
        "第3段修改为“甲”",
        of_words.paragraph_rewritten,
        _TAKING,
        _PLACE,
        "(?P<whole>一段|整段|全段|全文|该段)?(?:内容)?",
        _BECOMES,
        _quotation("new"),
    ),
    _form(
        "第三章名称改为“甲”",
        of_parts.retitled,
        _PLACE,
        _TITLE,
        f"(?:由?{_quotation('was')})?",
        _BECOMES,
        _quotation("new"),
    ),
    _form(
        "将第3段移至第1段之前",
        of_parts.part_moved,
        _TAKING,
        _PLACE,
        f"{ADVERBS}{_MOVES}(?P<goal>[^;\n]{{1,40}}?)之?(?P<side>前|后)面?",
    ),
    _form(
        "第1段和第2段顺序互换",
        of_parts.swapped,
        _TAKING,
        _PLACE,
        "(?:的?(?:顺序|位置|次序))?(?:互换|对调|互调)(?:位置|顺序)?",
    ),
    # --- units ---
    _of_units(
        "3.1责任单位增加市水利局",
        of_parts.units_added,
        _PLACE,
        _DUTY,
        f"{_VERB}(?:{TOGETHER})?{ADVERBS}{ADDS}{SAID}",
        _units("names"),
        "(?:作?为责任单位)?",
    ),
    _of_units(
        "将市水利局列为3.1责任单位",
        of_parts.units_added,
        "[将把]",
        _units("names"),
        f"(?:增?列为|列入|纳入|增加为|加入|作为){_PLACE}{_A_DUTY}(?:中|名单)*",
    ),
    _of_units(
        "3.1增加市水利局为责任单位",
        of_parts.units_added,
        f"{_PLACE}{ADVERBS}{ADDS}{SAID}",
        _units("names"),
        "作?为(?:责任|配合)单位",
    ),
    _of_units(
        "增加市水利局为3.1责任单位",
        of_parts.units_added,
        ADDS,
        _units("names"),
        f"作?为{_PLACE}{_A_DUTY}",
    ),
    _of_units(
        "3.1责任单位删除市水利局",
        of_parts.units_removed,
        _PLACE,
        _DUTY,
        f"{_VERB}(?:{TOGETHER})?(?:{DELETES}|不含|不再?列)了?",
        _units("names"),
    ),
    _of_units(
        "删除3.1责任单位中的市水利局",
        of_parts.units_removed,
        DELETES,
        _PLACE,
        _DUTY,
        "的?",
        _units("names"),
    ),
    _of_units(
        "将市水利局从3.1责任单位中删除",
        of_parts.units_removed,
        "[将把]",
        _units("names"),
        f"从{_PLACE}{_DUTY}{DELETES}",
    ),
    _of_units(
        "3.1不再将市水利局列为责任单位",
        of_parts.units_removed,
        f"{_PLACE}{ADVERBS}不再?[将把]",
        _units("names"),
        "(?:列为|列入|作为)(?:责任|配合|牵头)单位",
    ),
    _of_units(
        "3.1不涉及我局职责,建议不再将我局列为责任单位",
        of_parts.units_removed,
        f"{_PLACE}中?{_NO_DUTY}{_VERB}(?:不再?[将把]?|{DELETES})",
        f"(?P<names>{_OUR}+)",
        "(?:列为|列入|作为)?(?:牵头)?(?:责任|配合)?单位?",
    ),
    _of_units(
        "市水利局不再作为3.1责任单位",
        of_parts.units_out,
        "(?:取消|不再?将)?",
        _units("names"),
        f"(?:不再)?(?:作为|列为|担任){_PLACE}{_A_DUTY}",
    ),
    _of_units(
        "3.1责任单位由市水利局改为市水务局",
        of_parts.units_changed,
        _PLACE,
        _DUTY,
        f"的?{_TAKING}",
        _units("old"),
        f"{WORDS}{_VERB}{BECOMES}",
        _units("new"),
    ),
    # --- in English ---
    _form(
        "In 3.1, replace “A” with “B”",
        of_words.replaced,
        _IN,
        _REPLACE,
        _quotation("old"),
        _WITH,
        _quotation("new"),
    ),
    _form(
        "change “A” in 3.1 to “B”",
        of_words.replaced,
        _REPLACE,
        _quotation("old"),
        _THERE,
        _WITH,
        _quotation("new"),
    ),
    _form("In 3.1, delete “A”", of_words.deleted, _IN, _STRIKE, _quotations("old")),
    _form("delete “A” in 3.1", of_words.deleted, _STRIKE, _quotations("old"), _THERE),
    _form("delete 3.1", of_parts.removed, _STRIKE, "(?P<place>[^,;\n]{1,60}?)"),
    _form(
        "In 3.1, insert “B” after “A”",
        of_words.inserted,
        _IN,
        _INSERT,
        _quotation("new"),
        _BESIDE,
        _quotation("anchor"),
    ),
    _form(
        "add “B” after “A” in 3.1",
        of_words.inserted,
        _INSERT,
        _quotation("new"),
        _BESIDE,
        _quotation("anchor"),
        _THERE,
    ),
    _form(
        "After “A” insert “B”",
        of_words.inserted,
        f"(?P<place>)(?P<side>(?i:after|before)) {_THE}",
        _quotation("anchor"),
        f",? *(?:please )?{_INSERT}",
        _quotation("new"),
    ),
    # --- words without quotation marks, which say least of what they are ---
    _form(
        "水库由28座调整为30座",
        of_words.figure,
        _PLACE,
        f"(?P<subject>[^,;。\n{Q}0-9]{{2,20}}?)(?:目标|指标|任务|数量|数|值)*[由从]",
        _words("old", 1, 20),
        f"{ADVERBS}{BECOMES}",
        _words("new", 1, 20),
    ),
    _form(
        "将甲乙丙丁改为甲乙丙戊",
        of_words.bare,
        f"{_TAKING}(?P<place>(?:[^,;。\n{Q}]{{0,40}}?[, 的中:])?)",
        _words("old", 4, 60),
        f" *{_TAKING}{ADVERBS}{BECOMES}:? *",
        _words("new", 2, 60),
    ),
)
