"""A body becomes a plan: sections, columns, tables and notes; what is not clear is said with its place."""

import pytest

from plancli.core.evidence.pieces import accepted
from plancli.core.evidence.redline import plain
from plancli.core.intake.body import BlockKind, Body, BodyBlock, BodyCell, LeftOut
from plancli.core.intake.draft.drafted import Drafted, Unclear
from plancli.core.intake.draft.structure import NoHeadingsError, drafted
from plancli.core.plan.model import Column, Figure, Paragraph, Part, Section, Table
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import headline
from tests.core.intake.draft.blocks import blocks, body


def shown(plan: Drafted) -> list[str]:
    """Return the parts of a plan, a line each."""
    found: list[str] = []
    for section in plan.sections:
        found.append(headline(section))
        for part in section.body:
            found += _shown(part)
    return found


def _shown(part: Part) -> list[str]:
    assert not isinstance(part, Table | Figure)
    if isinstance(part, Paragraph):
        return [f"  {part.id} {part.heading}|{part.text}|{'、'.join(part.units or ())}"]
    return [
        f"  {part.column} {part.title}",
        *("  " + line for one in part.items for line in _shown(one)),
    ]


def unclear(plan: Drafted) -> list[tuple[Unclear, int]]:
    return [(one.what, one.place) for one in plan.not_clear]


def test_a_plan_with_all_its_parts() -> None:
    plan = drafted(
        body("""
        =青溪县河湖保护规划
        目录
        第一章 水情 1
        第一章 水情
        县内河流三条。
        第二章 任务
        一、河流
        1.清淤工程
        **疏浚。**每年十里。(责任单位:县水利局、各乡镇)
        1|专栏1 河段
        1|**上游。**三里。
        1|**下游。**七里。
        2.护岸工程
        责任另定。
        责任单位:县住建局
        """)
    )
    assert shown(plan) == [
        "第一章 水情",
        "  第一章.1 |县内河流三条。|",
        "第二章 任务",
        "一、河流",
        "1.清淤工程",
        "  1.1 疏浚|每年十里。|县水利局、各乡镇",
        "  专栏1 河段",
        "    专栏1.1 上游|三里。|",
        "    专栏1.2 下游|七里。|",
        "2.护岸工程",
        "  2.1 |责任另定。|县住建局",
    ]
    assert (plan.cover.title, plan.not_clear) == ("青溪县河湖保护规划", ())
    assert plan.left_out == {LeftOut.CONTENTS: 2}
    assert Outline(plan.sections).sections["第二章/1"].above == "第二章/一"


def test_a_column_ends_with_its_box_its_table_or_unsaid_with_the_next_heading() -> None:
    plan = drafted(
        body("""
        第一章 水情
        1|专栏1 河段
        1|上游三里。
        河流三条。
        专栏2 水库
        2|坝体三座。
        水库一座。
        专栏3 闸门
        | 名称 | 孔数 |
        | 东闸 | 3 |
        闸门两处。
        专栏4 渠道
        渠道五里。
        """)
    )
    columns = [part for part in plan.sections[0].body if isinstance(part, Column)]
    assert [(one.column, [item.text for item in one.items]) for one in columns] == [
        ("专栏1", ["上游三里。"]),
        ("专栏2", ["坝体三座。"]),
        ("专栏3", ["名称 | 孔数", "东闸 | 3"]),
        ("专栏4", ["渠道五里。"]),
    ]
    assert unclear(plan) == [(Unclear.TABLE, 9), (Unclear.NO_END, 12)]


def test_tables_and_notes_are_kept_as_text_and_said() -> None:
    plan = drafted(
        body(
            "第一章 水情\n河流三条。\n[^]含季节性河流。\n表1 河流\n| 名称 | 长 |\n| 东河 | 9 |\n1|提示"
        )
    )
    assert shown(plan) == [
        "第一章 水情",
        "  第一章.1 |河流三条。|",
        "  第一章.2 |含季节性河流。|",
        "  表1 河流",
        "    表1.1 |名称 | 长|",
        "    表1.2 |东河 | 9|",
        "  第一章.3 |提示|",
    ]
    assert unclear(plan) == [(Unclear.NOTE, 3), (Unclear.TABLE, 5), (Unclear.BOX, 7)]


def test_tables_are_parts_with_names_of_their_own() -> None:
    plan = drafted(
        body(
            "第一章 水情\n表1 河流\n| 名称 | 长 |\n| 东河 | 9 |\n河流三条。\n| 名称 | 孔 |\n| 闸 | 3 |\n"
            "第二章 任务\n表1 河流\n| 名称 | 长 |\n| 西河 | 8 |\n表2 水库\n| 名称 | 座 |\n| 北库 | 1 |",
            gridded=True,
        )
    )
    outline = Outline(plan.sections)
    assert list(outline.tables) == ["第一章/表1", "第一章/表3", "第二章/表1", "第二章/表2"]
    assert list(outline.rows) == ["表1.1", "表3.1", "第二章表1.1", "表2.1"]
    assert outline.spots["第二章表1.1/长"].paragraph.text == "8"
    assert "第一章.1" in outline.spots
    assert unclear(plan) == [(Unclear.NO_NUMBER, 6)]


def test_a_table_in_a_column_or_below_its_title_is_kept_as_text() -> None:
    plan = drafted(
        body(
            "第一章 水情\n专栏1 闸门\n| 名称 | 孔 |\n| 闸 | 3 |\n专栏2 渠\n表1 渠\n| 名称 | 里 |\n| 渠 | 3 |",
            gridded=True,
        )
    )
    first, second, table = plan.sections[0].body
    assert isinstance(first, Column)
    assert [item.text for item in first.items] == ["名称 | 孔", "闸 | 3"]
    assert isinstance(second, Column)
    assert isinstance(table, Table)
    assert (Unclear.TABLE, 3) in unclear(plan)


def test_a_number_alone_takes_the_line_behind_it_for_its_title() -> None:
    plan = drafted(body("第一章\n水情\n河流三条。\n附件1\n=名录\n东河。"))
    assert [headline(section) for section in plan.sections] == ["第一章 水情", "附件1 名录"]


def test_text_ahead_of_the_first_heading_has_a_section_of_its_own() -> None:
    plan = drafted(body("青溪县河湖保护规划\n本规划期为五年。\n第一章 水情\n河流三条。"))
    assert shown(plan)[:2] == ["前言", "  前言.1 |本规划期为五年。|"]
    assert unclear(plan) == [(Unclear.AHEAD, 2)]


def test_names_that_come_twice_are_told_apart() -> None:
    plan = drafted(
        body("第一章 水情\n1|专栏1 甲\n1|一。\n2|专栏1 乙\n2|二。\n第二章 任务\n3|专栏1 丙\n3|三。")
    )
    keys = list(Outline(plan.sections).columns)
    assert keys == ["第一章/专栏1", "第一章/专栏1-2", "第二章/专栏1"]
    assert len(Outline(plan.sections).spots) == 3
    assert unclear(plan) == [(Unclear.NUMBER_AGAIN, 4)]


def test_a_section_without_a_number_prints_none() -> None:
    assert headline(Section(key="前言", title="前言")) == "前言"
    assert headline(Section(key="第一章", title="第一章")) == "第一章 第一章"


def test_a_text_without_headings_is_no_plan() -> None:
    with pytest.raises(NoHeadingsError):
        drafted(body("河流三条。\n水库一座。"))


def test_english_is_english() -> None:
    plan = drafted(body("Chapter 1 Rivers\n**Patrols.** Each month. (responsible: Water Office)"))
    assert (plan.language, plan.separator) == ("en", None)
    assert shown(plan) == ["Chapter 1 Rivers", "  Chapter 1.1 Patrols|Each month.|Water Office"]


@pytest.mark.parametrize("last", ["2026年3月", "青溪县水利局", "(征求意见稿)"])
def test_the_last_line_of_a_cover_is_no_heading_of_the_text_behind_it(last: str) -> None:
    plan = drafted(body(f"=青溪县河湖保护规划\n={last}\n编制本规划。\n第一章 水情\n河流三条。"))
    assert shown(plan)[0] == "前言"
    assert plan.cover.title == "青溪县河湖保护规划"
    # a preface has its title
    plan = drafted(body("=青溪县河湖保护规划\n=序言\n编制本规划。\n第一章 水情\n河流三条。"))
    assert shown(plan)[0] == "序言"


ODD = {
    "ragged": [["甲一", "甲二"], ["甲三"], ["甲四", "甲五", "甲六"]],
    "one row": [["乙一", "乙二"]],
    "one column": [["丙一"], ["丙二"]],
    "head only": [["丁一*2", "丁二"], ["^*2", "^"]],
    "rows across": [["戊一", "戊二*2"], ["戊三*3"], ["戊四*2", "5"], ["注:戊五*3"]],
    "levels": [["己一", "己二*2"], ["^", "己三", "己四"], ["己五", "6", "^"], ["", "", ""]],
    "marks": [["庚一|二", "庚/三"], ["庚*", "7"]],
}


@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("above", ["表1 河流\n单位:里", "1|专栏1 河流", "=河流", "河流如下。"])
def test_whatever_a_table_is_no_word_of_it_is_lost(kind: str, above: str) -> None:
    grid: list[tuple[BodyCell, ...]] = []
    for line in ODD[kind]:
        parted = [cell.partition("*") for cell in line]
        row = (BodyCell(a if a != "^" else "", int(w or 1), above=a == "^") for a, _, w in parted)
        grid.append(tuple(row))
    cells = tuple(tuple(cell.words for cell in row) for row in grid)
    table = BodyBlock(
        "", 9, BlockKind.TABLE, box=int("专栏" in above), cells=cells, grid=tuple(grid)
    )
    around = blocks(f"第一章 水情\n{above}\n注:含支流。\n完。")
    at = len(around) - 2
    plan = drafted(Body((*around[:at], table, *around[at:]), {}))
    said = "".join(accepted(line.pieces) for line in plain(Outline(plan.sections)))
    heads = [head.title for head in Outline(plan.sections).heads.values()]
    whole = "".join([said, *heads])
    wanted = [words for row in cells for words in row] + [one.words for one in around]
    assert [words for words in wanted if words not in whole] == []
