"""What moved, in comparison and cover: one statement, no word that stayed is marked, no file is named."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from plancli.core.comments.edits import Add, ChangePicture, Edit, Move, Remove, Retitle, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.evidence.compare import changed_parts, changes
from plancli.core.evidence.redline import compared_lines
from plancli.core.publish.drawn import DrawnTable
from plancli.core.publish.sheet import Cell, text_of
from plancli.core.rounds.round import Round
from plancli.core.text.marked import Run, marked
from plancli.render.tables.compare import comparison
from tests.core import figured, tabled

Made = Callable[[dict[str, Patch], dict[str, str]], Round]


def in_round(made: Made, *edits: Edit) -> Round:
    return made({"甲-1": Patch(edits=edits)}, {})


def rows(round_: Round, *, drawn: bool = False) -> list[tuple[Cell, ...]]:
    lines = compared_lines(round_)
    found = changed_parts(round_, lines) if drawn else changes(round_, lines)
    return [row for block in comparison(round_, found).blocks for row in block.rows]


def said(row: Sequence[Cell]) -> tuple[str, ...]:
    """Return the cells of a row, with marks, without its ground."""
    return tuple(cell if isinstance(cell, str) else marked(_runs(cell)) for cell in row[:3])


def _runs(cell: Cell) -> tuple[Run, ...]:
    assert not isinstance(cell, str | DrawnTable)
    return cell


TABLE = Move(move="第一章/表1", before="1.1")
TABLE_MOVED = ("第一章 渡运\n表1 渡口主要指标（移动）", "（原在第一章“渡运”中第1段之后）")


@pytest.mark.parametrize("drawn", [False, True])
def test_a_table_that_moved_is_one_row_in_every_format(drawn: bool) -> None:
    (row,) = rows(in_round(tabled.round_of, TABLE), drawn=drawn)
    assert said(row) == (*TABLE_MOVED, "（移至第一章“渡运”中第1段之前）")


def test_of_a_table_that_moved_only_the_cell_that_changed_is_marked() -> None:
    round_ = in_round(tabled.round_of, TABLE, Rewrite(rewrite="表1.2/今年", wording="1"))
    moved, cell = rows(round_)
    assert said(moved)[:2] == TABLE_MOVED
    assert said(cell) == ("第一章 渡运\n表1“晚点班次”的“今年”", "[-2-]", "{+1+}")
    moved, drawn = rows(round_, drawn=True)
    assert said(moved)[:2] == TABLE_MOVED
    before, after = drawn[1:3]
    assert isinstance(before, DrawnTable)
    assert isinstance(after, DrawnTable)
    assert [run for run in before.words if run.op != "="] == [Run("-", "2")]
    assert [run for run in after.words if run.op != "="] == [Run("+", "1")]
    assert drawn[3] == "表1“晚点班次”的“今年”：甲-1"


def test_a_row_that_moved_is_drawn_where_each_side_has_it() -> None:
    round_ = in_round(tabled.round_of, Move(move="表1.3", after="表1.1"))
    (row,) = rows(round_)
    assert said(row) == (
        "第一章 渡运\n表1“检修”一行（移动）",
        "（原在表1“晚点班次”一行之后）",
        "（移至表1“日均班次”一行之后）",
    )
    ((_, before, after, ground),) = rows(round_, drawn=True)
    assert isinstance(before, DrawnTable)
    assert isinstance(after, DrawnTable)
    names = [[line[0].text for line in table.rows] for table in (before, after)]
    assert names == [
        ["一、客运", "日均班次", "晚点班次", "检修"],
        ["一、客运", "日均班次", "检修", "晚点班次"],
    ]
    assert {run.op for table in (before, after) for run in table.words} == {"="}
    assert ground == "表1“检修”一行（移动）：甲-1"


def test_what_is_removed_from_a_chapter_that_moved_stands_in_it() -> None:
    edits = (
        Move(move="第一章", after="第二章"),
        Remove(remove="1.1"),
        Retitle(title="第一章", wording="渡船"),
    )
    chapter, gone = rows(in_round(tabled.round_of, *edits))
    assert said(chapter) == (
        "第一章 渡船（移动）",
        "第一章 [-渡运-]\n（原在第二章“船员”之前）",
        "第一章 {+渡船+}\n（移至第二章“船员”之后）",
    )
    assert said(gone) == ("第一章 渡船\n第1段", "[-班次见表1。-]", "（删除）")


def of_pictures(round_: Round) -> list[tuple[str, ...]]:
    return [said(row) for row in rows(round_) if "的图片" in text_of(row[0])]


def test_a_picture_is_never_told_by_its_file() -> None:
    exchanged = in_round(figured.round_of, ChangePicture(image="图1", wording="figures/甲.png"))
    assert [row[1:] for row in of_pictures(exchanged)] == [("[-（图片）-]", "{+（另换图片）+}")]
    new = figured.FIRST.model_copy(update={"figure": "图9", "image": "figures/乙.png"})
    come = in_round(figured.round_of, Add(add=new, to="第一章"))
    assert [row[1:] for row in of_pictures(come)] == [("（新增）", "{+（图片）+}")]
    gone = in_round(figured.round_of, Remove(remove="第一章/图1"))
    assert [row[1:] for row in of_pictures(gone)] == [("[-（图片）-]", "（删除）")]
    moved = in_round(figured.round_of, Move(move="第一章/图1", before="1.1"))
    assert of_pictures(moved) == []


@pytest.mark.parametrize("ending", ["md", "html"])
def test_on_the_cover_a_move_is_one_line(
    ending: str, moving: Callable[..., Path], run: Callable[..., object]
) -> None:
    folder = moving("move: 第二章, before: 第一章")
    run(folder, "cover", "-o", f"封面.{ending}")
    page = (folder / f"封面.{ending}").read_text(encoding="utf-8")
    assert page.count("(原在第一章“题”之后)") == page.count("(移至第一章“题”之前)") == 1
    assert "<ins>" not in page
