"""What check sees of tables: corrupted cells, heads, units, sums, notes, rows, columns, and harmless edits.

Each is made in a plan made for it, as it stands and once more with a comment in it. "With a note" is a
drafting note with a reason, so that what is named then is what is wrong whoever wanted it.
"""

import re
from random import Random

from bench.numbered import Edition, Hand, Kind, Wish
from bench.small_plan import DRAFT, SmallPlan
from plancli.store.files import RECORD

_BODY = """- id: 第二章.1
  heading: 投资
  text: |-
    到2026年,渡口改造投资达到1500万元,其中县里的补助见表1第2行。
- table: 表1
  title: 投资安排
  unit: 单位:万元
  columns:
    - 来源
    - {key: 去年, head: 投资|2025年}
    - {key: 今年, head: 投资|2026年}
    - 两年
    - 占比
  rows:
    - {id: 表1.1, cells: [一、渡口改造]}
    - {id: 表1.2, cells: [县级补助, "400", "600", "1,000", 40%]}
    - {id: 表1.3, cells: [镇级自筹, "300", "700", "1,000", 40%]}
    - {id: 表1.4, cells: [社会资本, "300", "200", "500", 20%]}
    - {id: 表1.5, cells: [渡口改造投资, "1,000", "1,500", "2,500", 100%]}
  notes:
    - id: 表1.注1
      text: |-
        注:去年的数为决算数,今年的数为预算数。
- id: 第二章.2
  heading: 成效
  text: |-
    到2026年,渡船准点率达到95%。
- table: 表2
  title: 主要指标
  columns: [指标, 单位, 2025年, 2026年]
  rows:
    - {id: 表2.1, cells: [渡船准点率, "%", "88", "95"]}
    - {id: 表2.2, cells: [靠泊能力, 艘, "12", "15"]}
"""
_CLAIMS = """  sums:
    - {row: 表1.5, of: [表1.2, 表1.3, 表1.4]}
    - {column: 两年, of: [去年, 今年]}
  shares:
    - {column: 占比, of: 两年, total: 表1.5}
"""
_PLAN = SmallPlan(
    "渡口改造方案",
    "镇渡管站",
    "第二章",
    "资金",
    _BODY.replace("  notes:\n", f"{_CLAIMS}  notes:\n", 1),
    frozen=_BODY,
)
SECTION = _PLAN.section
_WISH = Wish(
    "comments/镇渡管站/01.yaml",
    """unit: 镇渡管站
opinion: |-
  建议表2渡船准点率2026年由95调整为96,正文相应修改,并增加一行。
edits:
  - {replace: "95", with: "96", in: 表2.1/2026年}
  - {replace: 95%, with: 96%, in: 第二章.2}
  - {add: {cells: [夜航班次, 班, "2", "4"]}, to: 表2}
decision: {status: 采纳, reply: 已按意见修改。}
""",
)


def editions() -> list[Edition]:
    """Return the plan, of whose two tables one declares sums and shares, and it with a comment taken in."""
    return _PLAN.editions(_WISH)


# --- hands --------------------------------------------------------------------------------------------------


def _row(hand: Hand, name: str, path: str = SECTION) -> list[str]:
    """Return the cells of a row as they are written."""
    match = re.search(rf"{{id: {name}, cells: \[(.*)\]}}", hand.texts[path])
    assert match is not None, name
    return re.findall(r'"[^"]*"|[^,\s][^,]*', match[1])


def _set_row(hand: Hand, name: str, cells: list[str], path: str = SECTION) -> None:
    written = f"{{id: {name}, cells: [{', '.join(cells)}]}}"
    hand.texts[path] = re.sub(rf"{{id: {name}, cells: \[.*\]}}", written, hand.texts[path])


def _set_cell(hand: Hand, row: str, at: int, words: str, path: str = SECTION) -> None:
    cells = _row(hand, row, path)
    cells[at] = f'"{words}"'
    _set_row(hand, row, cells, path)


def _noted(hand: Hand) -> bool:
    """Add notes for all that the office changed."""
    raw = {path: text.encode() for path, text in (hand.changes or {}).items()}
    changes = hand.book.repository.changed(raw).open_round.office_changes
    hand.note(*(change.key for change in changes))
    return True


def _other(rng: Random, words: str) -> str:
    """Return a number with another digit, as it is written."""
    digits = [at for at, char in enumerate(words) if char.isdigit()]
    at = rng.choice(digits)
    new = rng.choice([char for char in "123456789" if char != words[at]])
    return words[:at] + new + words[at + 1 :]


def _with_note(kind: Kind) -> Kind:
    """Return a kind after which the office notes why."""

    def noted(rng: Random, hand: Hand) -> bool:
        return kind(rng, hand) and _noted(hand)

    noted.__name__ = f"{kind.__name__}_noted"
    return noted


# --- corruptions --------------------------------------------------------------------------------------------


def cell_by_hand(rng: Random, hand: Hand) -> bool:
    """A digit of a cell."""
    row, at = rng.choice(["表1.2", "表1.3", "表1.5"]), rng.choice([1, 2, 3])
    _set_cell(hand, row, at, _other(rng, _row(hand, row)[at].strip('"')))
    return True


def share_by_hand(rng: Random, hand: Hand) -> bool:
    """A share."""
    row = rng.choice(["表1.2", "表1.3", "表1.4"])
    _set_cell(hand, row, 4, f"{rng.choice([11, 25, 33, 45, 60])}%")
    return True


def cell_emptied(rng: Random, hand: Hand) -> bool:
    """A cell in which nothing stands any more, or a dash."""
    row, at = rng.choice(["表1.2", "表1.3", "表1.4"]), rng.choice([1, 2])
    _set_cell(hand, row, at, rng.choice(["", "—"]))
    return True


def cell_worded(rng: Random, hand: Hand) -> bool:
    """A cell that says more than a number, or another unit."""
    row, at = rng.choice(["表1.2", "表1.3", "表1.4"]), rng.choice([1, 2])
    words = _row(hand, row)[at].strip('"')
    _set_cell(hand, row, at, rng.choice([f"约{words}", f"{words}以上", f"{words}亿元"]))
    return True


def cell_against_text(rng: Random, hand: Hand) -> bool:
    """A cell of which the text gives the value."""
    words = rng.choice(["91", "92", "93", "94", "97"])
    _set_cell(hand, "表2.1", 3, words)
    return True


def text_against_cell(rng: Random, hand: Hand) -> bool:
    """A text that gives the value of a cell."""
    old = "达到96%" if hand.edition.wish else "达到95%"
    return hand.put(SECTION, old, f"达到{rng.choice([91, 92, 93, 94, 97])}%")


def total_against_text(rng: Random, hand: Hand) -> bool:
    """A text that gives the value of a sum."""
    return hand.put(SECTION, "达到1500万元", f"达到{rng.choice([1400, 1550, 1600])}万元")


def head_by_hand(rng: Random, hand: Hand) -> bool:
    """The head of a column."""
    old, new = rng.choice([("投资|2025年", "投资|2024年"), ("投资|2026年", "预算|2026年")])
    return hand.put(SECTION, old, new)


def unit_by_hand(rng: Random, hand: Hand) -> bool:
    """The unit of measure of a table."""
    return hand.put(SECTION, "单位:万元", rng.choice(["单位:亿元", "单位:元", "单位:千元"]))


def note_by_hand(rng: Random, hand: Hand) -> bool:
    """A note below a table."""
    return hand.put(
        SECTION, *rng.choice([("决算数", "执行数"), ("今年的数为预算数", "今年的数待定")])
    )


def caption_by_hand(rng: Random, hand: Hand) -> bool:
    """The title of a table."""
    return hand.put(
        SECTION, *rng.choice([("title: 投资安排", "title: 投资"), ("主要指标", "指标")])
    )


def rows_exchanged(rng: Random, hand: Hand) -> bool:
    """The words of two rows in each other's place."""
    one, other = rng.sample(["表1.2", "表1.3", "表1.4"], 2)
    first, second = _row(hand, one), _row(hand, other)
    _set_row(hand, one, second)
    _set_row(hand, other, first)
    return True


def cells_exchanged(rng: Random, hand: Hand) -> bool:
    """Two figures of one row in each other's place."""
    row = rng.choice(["表1.2", "表1.3", "表1.4"])
    cells = _row(hand, row)
    cells[1], cells[2] = cells[2], cells[1]
    _set_row(hand, row, cells)
    return True


def rows_reordered(rng: Random, hand: Hand) -> bool:
    """Two rows in another order, of which the text cites one by its number."""
    other = rng.choice(["表1.3", "表1.4"])
    lines = {
        name: re.search(rf".*{{id: {name}, .*\n", hand.texts[SECTION]) for name in ("表1.2", other)
    }
    one, two = lines["表1.2"], lines[other]
    assert one is not None
    assert two is not None
    text = hand.texts[SECTION].replace(one[0], "§").replace(two[0], one[0]).replace("§", two[0])
    hand.texts[SECTION] = text
    return True


def heads_exchanged(_rng: Random, hand: Hand) -> bool:
    """What is printed at the heads of two columns."""
    text = hand.texts[SECTION].replace("投资|2025年", "§").replace("投资|2026年", "投资|2025年")
    hand.texts[SECTION] = text.replace("§", "投资|2026年")
    return True


def row_dropped(rng: Random, hand: Hand) -> bool:
    """A row that a sum counts."""
    name = rng.choice(["表1.2", "表1.3", "表1.4"])
    hand.texts[SECTION] = re.sub(rf".*{{id: {name}, .*\n", "", hand.texts[SECTION])
    return True


def column_dropped(rng: Random, hand: Hand) -> bool:
    """A column that a sum or share counts."""
    at, line = rng.choice([(1, "      - {key: 去年, head: 投资|2025年}\n"), (3, "      - 两年\n")])
    for row in ("表1.2", "表1.3", "表1.4", "表1.5"):
        cells = _row(hand, row)
        _set_row(hand, row, [*cells[:at], *cells[at + 1 :]])
    return hand.put(SECTION, line, "")


def addend_dropped(rng: Random, hand: Hand) -> bool:
    """A row that a declared sum does not count."""
    return hand.put(
        SECTION, "[表1.2, 表1.3, 表1.4]", rng.choice(["[表1.2, 表1.3]", "[表1.3, 表1.4]"])
    )


def addend_unknown(rng: Random, hand: Hand) -> bool:
    """A declared sum of what the table does not have."""
    old, new = rng.choice(
        [
            ("of: [去年, 今年]", "of: [去年, 明年]"),
            ("表1.4]}", "表1.9]}"),
            ("total: 表1.5", "total: 表2.1"),
        ]
    )
    return hand.put(SECTION, old, new)


def typed_as_text(_rng: Random, hand: Hand) -> bool:
    """A table that stands as text."""
    text = hand.texts[SECTION]
    start = text.index("  - table: 表2")
    typed = "  - {id: 第二章.8, text: 指标 | 单位 | 2025年 | 2026年}\n"
    typed += "  - {id: 第二章.9, text: 渡船准点率 | % | 88 | 95}\n"
    hand.texts[SECTION] = text[:start] + typed
    return hand.edition.wish is None


def cell_of_draft(rng: Random, hand: Hand) -> bool:
    """A cell of the frozen draft."""
    row = rng.choice(["表1.2", "表1.3", "表1.4"])
    _set_cell(hand, row, 1, _other(rng, _row(hand, row, DRAFT)[1].strip('"')), DRAFT)
    return True


def cell_not_in_text(_rng: Random, hand: Hand) -> bool:
    """An adopted figure of a cell that does not stand there."""
    if hand.edition.wish:
        _set_cell(hand, "表2.1", 3, "95")
    return hand.edition.wish is not None


def cell_otherwise_asked(rng: Random, hand: Hand) -> bool:
    """A comment that asks for another figure than the text has."""
    new = f'with: "{rng.choice([91, 93, 97])}"'
    return hand.edition.wish is not None and hand.put(_WISH.file, 'with: "96"', new)


def cell_otherwise_recorded(rng: Random, hand: Hand) -> bool:
    """A record with another figure than the text has."""
    new = f'with: "{rng.choice([91, 93, 97])}"'
    return hand.edition.wish is not None and hand.put(RECORD, 'with: "96"', new)


def added_row_changed(rng: Random, hand: Hand) -> bool:
    """A row that a comment added, with another figure."""
    if hand.edition.wish:
        _set_cell(hand, "镇渡管站-01.3", 3, rng.choice(["3", "5", "6"]))
    return hand.edition.wish is not None


# --- harmless -----------------------------------------------------------------------------------------------


def declared_in_another_order(rng: Random, hand: Hand) -> bool:
    """Addends, or declarations, in another order."""
    names = rng.sample(["表1.2", "表1.3", "表1.4"], 3)
    return hand.put(SECTION, "[表1.2, 表1.3, 表1.4]", f"[{', '.join(names)}]")


def declared_more(rng: Random, hand: Hand) -> bool:
    """One more declaration that holds, or that the figures are rounded."""
    more = [
        "{row: 表1.5, of: [表1.3, 表1.2, 表1.4], columns: [去年]}",
        "{column: 两年, of: [今年, 去年], rounded: true}",
    ]
    old = "    - {column: 两年, of: [去年, 今年]}\n"
    return hand.put(SECTION, f"  {old}", f"  {old}      - {rng.choice(more)}\n")


def row_by_its_cells(rng: Random, hand: Hand) -> bool:
    """A row without its id, which its place says."""
    row = rng.choice(["表1.2", "表1.3", "表1.4"])
    cells = ", ".join(_row(hand, row))
    return hand.put(SECTION, f"{{id: {row}, cells: [{cells}]}}", f"[{cells}]")


def number_in_other_quotes(rng: Random, hand: Hand) -> bool:
    """A figure in other quotes, or with blanks around it."""
    row = rng.choice(["表1.2", "表1.3", "表1.4"])
    cells = _row(hand, row)
    cells[1] = rng.choice([f"'{cells[1][1:-1]}'", f'" {cells[1][1:-1]} "', f" {cells[1]}"])
    _set_row(hand, row, cells)
    return True


def addend_with_its_sums(rng: Random, hand: Hand) -> bool:
    """A figure that changes with all that is counted from it, with a note."""
    rows = {name: _row(hand, name) for name in ("表1.2", "表1.3", "表1.4", "表1.5")}
    figures = {
        name: [int(cell.strip('"').replace(",", "")) for cell in row[1:4]]
        for name, row in rows.items()
    }
    more, row = rng.choice([10, 20, 50, 100]), rng.choice(["表1.2", "表1.3", "表1.4"])
    for name in (row, "表1.5"):
        figures[name][0] += more
        figures[name][2] += more
    whole = figures["表1.5"][2]
    for name, (one, other, both) in figures.items():
        share = f"{both * 100 / whole:.1f}%"
        _set_row(hand, name, [rows[name][0], f'"{one}"', f'"{other:,}"', f'"{both}"', f'"{share}"'])
    return _noted(hand)


def figure_in_both_places(rng: Random, hand: Hand) -> bool:
    """A figure of a table and of the text, changed in both, with a note."""
    if hand.edition.wish:
        return False
    new = rng.choice([91, 92, 97])
    _set_cell(hand, "表2.1", 3, str(new))
    return hand.put(SECTION, "达到95%", f"达到{new}%") and _noted(hand)


def remark_in_a_table(_rng: Random, hand: Hand) -> bool:
    """A remark of YAML behind a row."""
    return hand.put(SECTION, "[一、渡口改造]}\n", "[一、渡口改造]}  # 已核\n")


_NOTED: tuple[Kind, ...] = (
    cell_by_hand,
    share_by_hand,
    cell_emptied,
    cell_worded,
    cell_against_text,
    text_against_cell,
    total_against_text,
    cells_exchanged,
    rows_reordered,
    row_dropped,
    column_dropped,
    typed_as_text,
)
"""What is told whoever wanted it: each is made by hand, and once more with a note."""

KINDS: tuple[Kind, ...] = (
    *_NOTED,
    *map(_with_note, _NOTED),
    head_by_hand,
    unit_by_hand,
    note_by_hand,
    caption_by_hand,
    rows_exchanged,
    heads_exchanged,
    addend_dropped,
    addend_unknown,
    cell_of_draft,
    cell_not_in_text,
    cell_otherwise_asked,
    cell_otherwise_recorded,
    added_row_changed,
)

HARMLESS: tuple[Kind, ...] = (
    declared_in_another_order,
    declared_more,
    row_by_its_cells,
    number_in_other_quotes,
    addend_with_its_sums,
    figure_in_both_places,
    remark_in_a_table,
)
