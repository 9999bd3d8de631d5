"""Chinese sentences about tables, with the tables that must come of them, made by operations on lists."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random

from plancli.core.plan.model import Section
from tests.variants.drafts import THINGS, UNITS, DraftMaker, Lines, Said

_MEASURED = ("面积", "里程", "数量", "覆盖率", "完成率", "投资")
_IN_UNITS = {"面积": "万亩", "里程": "公里", "数量": "处", "投资": "亿元"}
_KINDS = ("预期性", "约束性")


@dataclass
class MadeTable:
    """A table in the making: its heads with their levels, and its rows; a row of one cell begins a group."""

    name: str
    chapter: str
    title: str
    unit: str
    heads: list[str]
    rows: list[list[str]]
    notes: list[str] = field(default_factory=list)

    @property
    def lines(self) -> Lines:
        found: Lines = {self.name: (self.title, self.unit, tuple(self.heads))}
        for at, row in enumerate(self.rows, 1):
            found[f"{self.name}行{at}"] = ("", "|".join(row), ())
        for at, note in enumerate(self.notes, 1):
            found[f"{self.name}注{at}"] = ("", note, ())
        return found

    @property
    def whole(self) -> list[int]:
        """Which rows have a cell for each column."""
        return [at for at, row in enumerate(self.rows) if len(row) > 1]

    @property
    def is_plain(self) -> bool:
        """Whether all rows count, whoever counts."""
        return len(self.whole) == len(self.rows)

    @property
    def named(self) -> int:
        """Which column has the names of rows."""
        return 1 if self.heads[0] == "序号" else 0

    def called(self, column: int) -> str:
        """Return the innermost level of a head."""
        return self.heads[column].rpartition("|")[2]


class TableMaker(DraftMaker):
    """A draft with two tables: one of indicators, one of tasks."""

    def __init__(self, dice: Random) -> None:
        super().__init__(dice)
        self.indicators = self._indicators()
        self.tasks = self._tasks()

    def _name(self) -> str:
        return self.fresh(lambda: self.dice.choice(THINGS) + self.dice.choice(_MEASURED))

    def figure(self) -> str:
        """Return a figure that no table has yet."""
        return self.fresh_figure(lambda: str(self.dice.randint(1001, 9999)))

    def fresh_figure(self, make: Callable[[], str]) -> str:
        figures = self.__dict__.setdefault("figures", set())
        while True:
            figure = make()
            if figure not in figures:
                figures.add(figure)
                return figure

    def _indicators(self) -> MadeTable:
        dice = self.dice
        outer = dice.choice(("", "", "规划目标|"))
        heads = ["指标", "单位", "2020年", f"{outer}2025年", f"{outer}2030年", "属性"]
        rows: list[list[str]] = []
        grouped, numbered = dice.random() < 0.3, dice.random() < 0.3
        for at in range(dice.randint(4, 6)):
            if grouped and at % 3 == 0:
                rows.append([("一、基础类", "二、民生类")[at // 3]])
            name = self._name()
            unit = next((unit for tail, unit in _IN_UNITS.items() if name.endswith(tail)), "%")
            rows.append(
                [name, unit, self.figure(), self.figure(), self.figure(), dice.choice(_KINDS)]
            )
        if numbered:
            heads.insert(0, "序号")
            for number, row in enumerate((row for row in rows if len(row) > 1), 1):
                row.insert(0, str(number))
        title = self.fresh(lambda: f"{dice.choice(THINGS)}主要指标")
        return MadeTable("表1", "第一章", title, "", heads, rows, ["注:均为年末数。"])

    def _tasks(self) -> MadeTable:
        dice = self.dice
        rows = [
            [self._name(), dice.choice(UNITS), self.figure()] for _ in range(dice.randint(3, 5))
        ]
        title = self.fresh(lambda: f"{dice.choice(THINGS)}任务分工")
        return MadeTable("表2", "第二章", title, "单位:万元", ["任务", "牵头单位", "投资额"], rows)

    def sections(self) -> tuple[Section, ...]:
        first, second, *others = super().sections()
        return (_with(first, self.indicators), _with(second, self.tasks), *others)

    def lines_with(self, table: MadeTable) -> Lines:
        """Return all lines, with one table as it has become."""
        one = table if table.name == "表1" else self.indicators
        other = table if table.name == "表2" else self.tasks
        found: Lines = {}
        for number, made in (("1", one.lines), ("2", other.lines), ("3", {})):
            found |= {key: line for key, line in self.lines.items() if key[0] == number}
            found |= made
        return found

    def table(self) -> MadeTable:
        return self.dice.choice((self.indicators, self.tasks))

    def at(self, table: MadeTable) -> str:
        """Return how a table is cited."""
        name, title = table.name, table.title
        return self.one(
            name, name, f"{name}中", f"{table.chapter}{name}", f"“{title}”中", f"《{title}》", f"{title}表",
            f"{name}“{title}”中", f"“{name} {title}”中",
        )  # fmt: skip

    def row(self, table: MadeTable, at: int) -> str:
        """Return how a row is cited."""
        name = table.rows[at][table.named]
        return self.one(f"“{name}”", f"“{name}”", name, f"“{name}”一行")

    def column(self, table: MadeTable, at: int) -> str:
        """Return how a column is cited behind a row."""
        name = table.called(at)
        aim = f"{name}目标值" if name in ("2025年", "2030年") else name
        return self.one(name, f"的“{name}”栏", f"“{name}”", aim, f"的{name}")


def _with(section: Section, table: MadeTable) -> Section:
    """Return a section with a table at its end; columns have keys of their own."""
    part = {
        "table": table.name,
        "title": table.title,
        "unit": table.unit,
        "columns": [{"key": f"列{at}", "head": head} for at, head in enumerate(table.heads)],
        "rows": table.rows,
        "notes": [
            {"id": f"{table.name}.注{at}", "text": note} for at, note in enumerate(table.notes)
        ],
    }
    body = [*section.model_dump(exclude_defaults=True)["body"], part]
    return Section.model_validate({"key": section.key, "title": section.title, "body": body})


TableForm = Callable[[TableMaker], Said]
_FIGURES = {"表1": (2, 3, 4), "表2": (2,)}


def _ahead(draft: TableMaker) -> str:
    return draft.one("", "建议", "建议将", "请将", "将", "1.")


def _behind(draft: TableMaker) -> str:
    return draft.one("", "。", ",理由:与上级规划衔接。", "。理由:原数据有误。")


def _becomes(draft: TableMaker) -> str:
    return draft.one("调整为", "改为", "修改为", "提高到")


def _one_figure(draft: TableMaker) -> tuple[MadeTable, int, int]:
    table = draft.table()
    shift = table.named
    return table, draft.dice.choice(table.whole), shift + draft.dice.choice(_FIGURES[table.name])


def _became(table: MadeTable, row: int, column: int, words: str) -> MadeTable:
    made = deepcopy(table)
    made.rows[row][column] = words
    return made


def _unit_of(table: MadeTable, row: int) -> str:
    return table.rows[row][table.named + 1] if table.name == "表1" else "万元"


# --- what is complete -------------------------------------------------------------------------------------


def _cell_from(draft: TableMaker) -> Said:
    table, row, column = _one_figure(draft)
    old, new, unit = table.rows[row][column], draft.figure(), _unit_of(table, row)
    was, becomes = draft.dice.choice(
        ((old, new), (f"{old}{unit}", f"{new}{unit}"), (f"“{old}”", f"“{new}”"))
    )
    place = draft.at(table) + draft.row(table, row) + draft.column(table, column)
    said = f"{_ahead(draft)}{place}{draft.one('由', '从')}{was}{_becomes(draft)}{becomes}"
    return Said(said + _behind(draft), draft.lines_with(_became(table, row, column, new)))


def _cell_quoted(draft: TableMaker) -> Said:
    table, row, column = _one_figure(draft)
    old, new, unit = table.rows[row][column], draft.figure(), _unit_of(table, row)
    tail = draft.one("", unit)
    place = draft.at(table) + draft.row(table, row) + draft.column(table, column)
    said = f"{_ahead(draft)}{place}{draft.one('', '的', '中的')}“{old}{tail}”{_becomes(draft)}“{new}{tail}”"
    return Said(said + _behind(draft), draft.lines_with(_became(table, row, column, new)))


def _cell_to(draft: TableMaker) -> Said:
    table, row, column = _one_figure(draft)
    new, unit = draft.figure(), _unit_of(table, row)
    place = draft.at(table) + draft.row(table, row) + draft.column(table, column)
    becomes = draft.one(new, f"{new}{unit}", f"“{new}”", f"“{new}{unit}”")
    said = f"{_ahead(draft)}{place}{_becomes(draft)}{becomes}{_behind(draft)}"
    return Said(said, draft.lines_with(_became(table, row, column, new)))


def _cell_counted(draft: TableMaker) -> Said:
    """The cell by the numbers of its row and column, or of its row alone."""
    table, row, column = _one_figure(draft)
    if not table.is_plain:
        return _cell_from(draft)
    old, new = table.rows[row][column], draft.figure()
    beside = draft.one(f"第{column + 1}列", draft.column(table, column), "")
    said = f"{table.name}第{row + 1}行{beside}由{old}{_becomes(draft)}{new}{_behind(draft)}"
    return Said(said, draft.lines_with(_became(table, row, column, new)))


def _cells_of_row(draft: TableMaker) -> Said:
    table = draft.indicators
    row, shift = draft.dice.choice(table.whole), table.named
    made, said = deepcopy(table), f"{draft.at(table)}{draft.row(table, row)}"
    for column in (shift + 3, shift + 4):
        new = draft.figure()
        said += f"{table.called(column)}由{table.rows[row][column]}{_becomes(draft)}{new},"
        made.rows[row][column] = new
    return Said(said[:-1] + _behind(draft), draft.lines_with(made))


def _kind_of_row(draft: TableMaker) -> Said:
    table = draft.indicators
    row, column = draft.dice.choice(table.whole), len(table.heads) - 1
    old = table.rows[row][column]
    new = next(kind for kind in _KINDS if kind != old)
    named = draft.one("", "属性", "的属性")
    was = draft.one(f"由{old}{_becomes(draft)}{new}", f"由“{old}”改为“{new}”")
    said = f"{_ahead(draft)}{draft.at(table)}{draft.row(table, row)}{named}{was}{_behind(draft)}"
    return Said(said, draft.lines_with(_became(table, row, column, new)))


def _row_gone(draft: TableMaker) -> Said:
    table = draft.table()
    at = draft.dice.choice(table.whole)
    name = table.rows[at][table.named]
    row = f"第{at + 1}行" if table.is_plain and draft.dice.random() < 0.4 else f"“{name}”一行"
    made = deepcopy(table)
    del made.rows[at]
    cited = draft.at(table)
    said = draft.one(
        f"删除{cited}{row}", f"{cited}{row}删除", f"建议删去{cited}{row}", f"将{cited}{row}删除"
    )
    return Said(said + _behind(draft), draft.lines_with(made))


def _new_cells(draft: TableMaker, table: MadeTable) -> list[str]:
    name = draft.fresh(lambda: draft.dice.choice(THINGS) + draft.dice.choice(_MEASURED))
    if table.name == "表2":
        return [name, draft.dice.choice(UNITS), draft.figure()]
    cells = [name, "处", draft.figure(), draft.figure(), draft.figure(), "预期性"]
    return ["9", *cells] if table.named else cells


def _row_new(draft: TableMaker) -> Said:
    table = draft.table()
    cells, made = _new_cells(draft, table), deepcopy(table)
    pairs = "，".join(
        f"{head.rpartition('|')[2]}：{cell}" for head, cell in zip(table.heads, cells, strict=True)
    )
    given = draft.one(
        f"“{'|'.join(cells)}”", f"：{'|'.join(cells)}", f"：{'、'.join(cells)}", f"：{pairs}"
    )
    if table.is_plain and draft.dice.random() < 0.3:
        made.rows.append(cells)
        return Said(f"{draft.at(table)}增加一行{given}", draft.lines_with(made))
    at = draft.dice.choice(table.whole)
    made.rows.insert(at + 1, cells)
    said = f"{draft.one('', '在', '建议在')}{draft.at(table)}{draft.row(table, at)}{draft.one('后', '之后')}"
    return Said(f"{said}{draft.one('增加', '新增')}一行{given}", draft.lines_with(made))


def _row_moves(draft: TableMaker) -> Said:
    table = draft.tasks
    at, beside = draft.dice.sample(table.whole, 2)
    made = deepcopy(table)
    row, other = made.rows.pop(at), table.rows[beside]
    side = draft.one("前", "后")
    goal = made.rows.index(other) + (side == "后")
    made.rows.insert(goal, row)
    if made.rows == table.rows:
        return _row_gone(draft)
    said = f"{draft.one('', '将')}{draft.at(table)}“{row[0]}”一行移至{draft.row(table, beside)}之{side}"
    return Said(said + _behind(draft), draft.lines_with(made))


def _column_gone(draft: TableMaker) -> Said:
    table = draft.table()
    column = table.named + draft.dice.choice(_FIGURES[table.name])
    made = deepcopy(table)
    del made.heads[column]
    for row in made.whole:
        del made.rows[row][column]
    named = draft.one(
        f"第{column + 1}列", f"“{table.called(column)}”一列", f"“{table.called(column)}”列"
    )
    said = draft.one(f"删除{draft.at(table)}{named}", f"{draft.at(table)}{named}删除")
    return Said(said + _behind(draft), draft.lines_with(made))


def _column_new(draft: TableMaker) -> Said:
    table = draft.tasks
    made = deepcopy(table)
    made.heads.append("备注")
    cells = [draft.dice.choice("甲乙丙丁") + str(at) for at in range(len(made.rows))]
    for row, cell in zip(made.rows, cells, strict=True):
        row.append(cell)
    given = draft.one(f"“备注|{'|'.join(cells)}”", f"“备注”,各行依次为“{'、'.join(cells)}”")
    return Said(f"{draft.at(table)}增加一列{given}", draft.lines_with(made))


def _table_called(draft: TableMaker) -> Said:
    table = draft.table()
    made = deepcopy(table)
    made.title = draft.fresh(lambda: f"{draft.dice.choice(THINGS)}一览")
    said = f"{table.name}{draft.one('标题', '名称')}{draft.one('改为', '修改为')}“{made.title}”"
    return Said(said + _behind(draft), draft.lines_with(made))


def _head_called(draft: TableMaker) -> Said:
    table = draft.tasks
    made = deepcopy(table)
    made.heads[1] = draft.one("责任单位", "实施单位")
    named = draft.one("第2列", "“牵头单位”一列")
    said = f"{draft.at(table)}{named}{draft.one('标题', '名称')}改为“{made.heads[1]}”"
    return Said(said + _behind(draft), draft.lines_with(made))


def _measure(draft: TableMaker) -> Said:
    table = draft.tasks
    made = deepcopy(table)
    made.unit = "单位:亿元"
    becomes = draft.one("改为“亿元”", "由万元改为亿元", "由“万元”调整为“亿元”")
    return Said(
        f"{draft.one('', '将')}表2计量单位{becomes}{_behind(draft)}", draft.lines_with(made)
    )


# --- what leaves something open ---------------------------------------------------------------------------


def _wrong_old(draft: TableMaker) -> Said:
    table, row, column = _one_figure(draft)
    place = draft.at(table) + draft.row(table, row) + draft.column(table, column)
    old, new = draft.figure(), draft.figure()
    said = draft.one(f"由{old}{_becomes(draft)}{new}", f"“{old}”改为“{new}”", f"{old}改为{new}")
    return Said(_ahead(draft) + place + said + _behind(draft))


def _two_rows(draft: TableMaker) -> Said:
    """Two rows have one name."""
    table = draft.tasks
    table.rows[1][0] = table.rows[0][0]
    place = f"{draft.at(table)}“{table.rows[0][0]}”"
    return Said(
        draft.one(
            f"{place}投资额{_becomes(draft)}{draft.figure()}",
            f"删除{place}一行",
            f"{place}一行移至最后",
            f"在{place}后增加一行：{'|'.join(_new_cells(draft, table))}",
        )
    )


def _two_columns(draft: TableMaker) -> Said:
    """Two columns are of one year."""
    table = draft.indicators
    shift = table.named
    table.heads[shift + 3], table.heads[shift + 4] = "2025年全市", "2025年全县"
    row = draft.dice.choice(table.whole)
    place = f"{draft.at(table)}{draft.row(table, row)}2025年"
    return Said(
        draft.one(
            f"{place}{_becomes(draft)}{draft.figure()}", f"{place}目标值改为“{draft.figure()}”"
        )
    )


def _cells_short(draft: TableMaker) -> Said:
    table = draft.table()
    cells = _new_cells(draft, table)
    cells = draft.dice.choice((cells[:-1], [*cells, "多余"], cells[:1]))
    return Said(f"{draft.at(table)}增加一行“{draft.one('|', '、').join(cells)}”")


def _without_figure(draft: TableMaker) -> Said:
    table, row, column = _one_figure(draft)
    place = draft.at(table) + draft.row(table, row) + draft.column(table, column)
    return Said(
        place + draft.one("调整为合理水平", "偏高,建议调低", "改为更高目标", "建议进一步提高")
    )


def _if_so(draft: TableMaker) -> Said:
    said = _cell_from(draft)
    lead = draft.one("如省里同意,", "若资金落实,则", "条件成熟时,")
    return Said(lead + said.opinion, meant=said.plan)


def _but(draft: TableMaker) -> Said:
    table, row, column = _one_figure(draft)
    place = draft.at(table) + draft.row(table, row) + draft.column(table, column)
    old, new = table.rows[row][column], draft.figure()
    tail = draft.one(",但已建成的除外", "左右", "或更高", "以上", ",相应修改文中表述", ",下同")
    plan = draft.lines_with(_became(table, row, column, new))
    return Said(f"{place}由{old}调整为{new}{tail}", meant=plan)


def _not_wanted(draft: TableMaker) -> Said:
    table, row, column = _one_figure(draft)
    place = draft.at(table) + draft.row(table, row) + draft.column(table, column)
    old, new = table.rows[row][column], draft.figure()
    name = table.rows[row][table.named]
    return Said(
        draft.one(
            f"不同意将{place}由{old}调整为{new}",
            f"反对删除{draft.at(table)}“{name}”一行",
            f"不建议将{place}由{old}改为{new}",
            f"是否将{place}由{old}改为{new}?",
        )
    )


def _other_count(draft: TableMaker) -> Said:
    """Rows across all columns may count, or not; and some numbers are none."""
    table = draft.indicators
    at = draft.dice.choice(table.whole) + 1
    if table.is_plain:
        at = len(table.rows) + draft.dice.randint(1, 4)
    return Said(
        draft.one(f"删除表1第{at}行", f"表1第{at}行删除", f"表1第{at}行第9列改为{draft.figure()}")
    )


COMPLETE: tuple[TableForm, ...] = (
    _cell_from,
    _cell_quoted,
    _cell_to,
    _cell_counted,
    _cells_of_row,
    _kind_of_row,
    _row_gone,
    _row_new,
    _row_moves,
    _column_gone,
    _column_new,
    _table_called,
    _head_called,
    _measure,
)
OPEN: tuple[TableForm, ...] = (
    _wrong_old,
    _two_rows,
    _two_columns,
    _cells_short,
    _without_figure,
    _if_so,
    _but,
    _not_wanted,
    _other_count,
)
