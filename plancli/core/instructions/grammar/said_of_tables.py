"""What Chinese opinions say of tables: of their cells, rows, columns and notes; a family for each verb."""

from plancli.core.instructions.grammar import of_tables
from plancli.core.instructions.grammar.pieces import (
    AT_PLACE,
    BECOMES_SAID,
    MARK,
    TAKING,
    VERB,
    family,
    form,
    of_units,
    quotation,
)
from plancli.core.instructions.grammar.vocabulary import (
    ADDS,
    ADVERBS,
    BECOMES,
    DELETES,
    SAID,
    WORDS,
    Q,
)

_FIGURE = "[0-9]{1,3}(?:,[0-9]{3})+(?:[.][0-9]+)?[^,;。\n、0-9 ]{0,5}?"


def _value(group: str) -> str:
    """What a cell says: quoted, or a figure, or a word or two."""
    return f"(?P<{group}>{Q}|{_FIGURE}|[^,;。\n、{Q}]{{1,20}}?)"


_TURNS = f"(?:{BECOMES}|[调提降增升减][至到])"
_ARROW = " *(?:→|-+>|=+>|⇒) *"
_ONE = "(?:[1一]|如下|以下)?(?:个|条|项)?"
_ROW = f"{_ONE}(?:新?行|指标行|行?数据行|行?指标)(?:指标|数据|内容)?"
_COLUMN = f"{_ONE}新?列(?:指标|数据|内容)?"
_GIVEN = (
    "[,: ]*(?:其?(?:内容|各[栏列行]|数据|数值)?(?:的?(?:内容|数据|数值))?(?:依次|分别)*"
    "(?:填写|填入)?(?:为|是))?[,: ]*"
)
_CELLS = f"(?P<new>{Q}(?:[、, |]*{Q})*|[^;。\n{Q}]+)"
_SIDE = "(?:之|的|以)?(?P<side>后|前|下|上|左|右)[面边方侧]?"
_LAST = "(?P<last>(?:的?(?:表格?)?(?:最后|末尾|表末|末行之?后|底部|最下[方面]?))?)"
_MOVES = "(?:(?:移动?|调整|调|挪|放)[至到]|放在|后移至)"

_CHANGE = family(
    f"{_TURNS}|→|->|=>|⇒",
    form(
        "表1“甲”2025年由63调整为65",
        of_tables.cell_changed,
        TAKING,
        AT_PLACE,
        f",?{ADVERBS}[由从]",
        _value("was"),
        f" *,?{ADVERBS}{_TURNS}{SAID}",
        _value("new"),
    ),
    form(
        "表1“甲”2025年调整为65",
        of_tables.cell_becomes,
        TAKING,
        "(?P<place>[^;\n]{1,80}?)",
        f"(?:{MARK}{ADVERBS}{_TURNS}{SAID}|{_ARROW})",
        f"(?P<new>{_FIGURE}|[^,;。\n、{Q}]{{1,20}}?)",
    ),
    form(
        "表1“甲”“63”改为“65”",
        of_tables.cell_reworded,
        TAKING,
        f"(?P<place>[^;\n]{{0,80}}{Q}[^;\n{Q}]{{0,20}}?|[^;\n{Q}]{{2,40}}?)",
        quotation("was"),
        WORDS,
        BECOMES_SAID,
        quotation("new"),
    ),
    of_units(
        "表1“甲”一行改为“乙|%|1|2”",
        of_tables.row_rewritten,
        TAKING,
        "(?P<place>[^;\n]{1,80}?行)",
        BECOMES_SAID,
        _CELLS,
    ),
)
_EMPTY = family(
    "清空|留空|置空|空着|空白",
    form(
        "表1“甲”2025年清空",
        of_tables.cell_emptied,
        TAKING,
        AT_PLACE,
        f"{VERB}(?:清空|留空|置空|空着|(?:改|调整|修改)为空白?)",
    ),
)
_COME = family(
    ADDS,
    of_units(
        "表1“甲”后增加一行:乙、%、1、2",
        of_tables.row_added,
        "在?",
        AT_PLACE,
        _SIDE,
        f"{VERB}{ADDS}{_ROW}{_GIVEN}",
        _CELLS,
    ),
    of_units(
        "表1增加一行“乙|%|1|2”",
        of_tables.row_added,
        "在?",
        AT_PLACE,
        _LAST,
        f"{VERB}{ADDS}{_ROW}{_GIVEN}",
        _CELLS,
    ),
    of_units(
        "表2“甲”列后增加一列“乙”,各行依次为“1、2”",
        of_tables.column_added,
        "在?",
        AT_PLACE,
        _SIDE,
        f"{VERB}{ADDS}{_COLUMN}[,: ]*(?:{quotation('head')}[,: ]+)?{_GIVEN}",
        _CELLS,
    ),
    of_units(
        "表2增加一列“乙”,各行依次为“1、2”",
        of_tables.column_added,
        "在?",
        AT_PLACE,
        f"{VERB}{ADDS}{_COLUMN}[,: ]*(?:{quotation('head')}[,: ]+)?{_GIVEN}",
        _CELLS,
    ),
    form(
        "表1增加注“甲”",
        of_tables.note_added,
        "在?",
        AT_PLACE,
        f"(?:下[方面]?)?{VERB}{ADDS}(?:[1一]条)?(?:表?注释?|附注|备注|说明)[,: ]*",
        quotation("new"),
    ),
)
_GO = family(
    f"{DELETES}|不再保留",
    form(
        "表2删除第3列",
        of_tables.gone_from_table,
        TAKING,
        AT_PLACE,
        f"{ADVERBS}(?:{DELETES}|不再保留)(?P<goal>[^,;\n]{{1,40}}?(?:[行列]|指标))",
    ),
    of_units(
        "删除表2“甲”、“乙”两行",
        of_tables.listed_gone,
        DELETES,
        f"(?P<place>[^,;\n]{{2,40}}{Q}[、和及与][^,;\n]{{0,40}}?(?:[行列]|指标))",
    ),
)
_MOVE = family(
    _MOVES,
    form(
        "将表1“甲”一行移至最后",
        of_tables.moved_last,
        TAKING,
        AT_PLACE,
        f"{ADVERBS}{_MOVES}(?:该?表格?)?的?(?:最后|末尾|最末|表末|末)(?:一?[行列])?",
    ),
)

OF_TABLES = (_CHANGE, _EMPTY, _COME, _GO, _MOVE)
