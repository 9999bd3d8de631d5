"""What stands around a table: number, title, unit of measure above; notes and source below."""

import pytest

from plancli.core.intake.body import BodyBlock
from plancli.core.intake.draft.captions import Framed, framed, part_of
from tests.core.intake.draft.blocks import blocks


def read(text: str) -> list[BodyBlock | Framed]:
    return list(framed(blocks(text, gridded=True)))


def only(text: str) -> tuple[Framed, list[str]]:
    """Return the table of a text, and the words of the other blocks."""
    found = read(text)
    (table,) = [one for one in found if isinstance(one, Framed)]
    return table, [one.words for one in found if isinstance(one, BodyBlock)]


TABLE = "| 渡口 | 今年 |\n| 东渡 | 3 |\n"


def test_a_table_takes_what_belongs_to_it_and_leaves_the_rest() -> None:
    table, others = only(
        f"班次见表2。\n表2 渡口情况\n单位:艘\n{TABLE}注:1.含待修。\n2.不含货船。\n资料来源:镇政府。\n2.船员"
    )
    assert (table.number, table.title, table.unit) == ("表2", "渡口情况", "单位:艘")
    assert table.notes == ("注:1.含待修。", "2.不含货船。", "资料来源:镇政府。")
    assert others == ["班次见表2。", "2.船员"]
    part = part_of(table, "表2-2", "表2", "第二章表2")
    assert (part.table, part.number, part.rows[0].id) == ("表2-2", "表2", "第二章表2.1")
    assert part.notes[2].id == "第二章表2.注3"


@pytest.mark.parametrize(
    ("above", "number", "title", "unit"),
    [
        ("表1-1 渡口", "表1-1", "渡口", ""),
        ("表3:渡口", "表3", "渡口", ""),
        ("表3 渡口(单位:艘)", "表3", "渡口", "(单位:艘)"),
        ("表3 渡口  单位:艘", "表3", "渡口", "单位:艘"),
        ("表3\n=渡口", "表3", "渡口", ""),
        ("单位:艘\n表3 渡口", "表3", "渡口", "单位:艘"),
        ("=渡口情况", "", "渡口情况", ""),
        ("Table 3 Ferries\nUnit: boats", "Table 3", "Ferries", "Unit: boats"),
    ],
)
def test_titles(above: str, number: str, title: str, unit: str) -> None:
    table, others = only(f"{above}\n{TABLE}")
    assert (table.number, table.title, table.unit, others) == (number, title, unit, [])


@pytest.mark.parametrize(
    "above", ["表3列出渡口,其中东渡最忙。", "责任单位:镇政府", "1.渡口", "专栏1 渡口"]
)
def test_what_is_no_title_stays(above: str) -> None:
    table, others = only(f"{above}\n{TABLE}注意安全。")
    assert (table.number, table.title, table.unit, table.notes) == ("", "", "", ())
    assert len(others) == 2


def test_a_note_may_be_the_last_row() -> None:
    found = blocks(TABLE + "| 注:含待修。 |", gridded=True)
    wide = found[0].grid[-1][0]._replace(width=2)
    found[0] = found[0]._replace(grid=(*found[0].grid[:-1], (wide,)))
    (table,) = framed(found)
    assert isinstance(table, Framed)
    assert (table.cells.rows, table.notes) == ((("东渡", "3"),), ("注:含待修。",))
