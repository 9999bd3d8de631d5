"""Text and Markdown: paragraphs, headings, boxes, tables; marks are no words."""

from plancli.core.intake.body import BlockKind, LeftOut, NoteReference
from plancli.papers.bodies.plain import body_of_markdown, body_of_text


def test_a_line_is_a_paragraph_and_a_page_number_none() -> None:
    found = body_of_text("        河湖规划\r\n\r\n　　河流三条。\n— 12 —\n".encode("gb18030"))
    assert [(one.words, one.centred, one.place) for one in found.blocks] == [
        ("河湖规划", True, 1),
        ("河流三条。", False, 3),
    ]
    assert found.left_out == {LeftOut.PAGE_NUMBER: 1}


def test_markdown_with_all_that_shows_a_structure() -> None:
    text = """
# 河湖规划

## 水情 ##
河流
三条,\\*其中*一条。

**巡河。**每月[一次](http://x.example)。
> **专栏1 河段**
>
> 三里。

> 四里。
- 甲
- 乙

| 名 | 长 |
|:--|--:|
| 东\\|西河 | 9<br>里 |

任务
----
完。
"""
    found = body_of_markdown(text.encode()).blocks
    assert [(one.words, one.level, one.run_in, one.box) for one in found if not one.cells] == [
        ("河湖规划", 0, 0, 0),
        ("水情", 1, 0, 0),
        ("河流三条,*其中*一条。", None, 0, 0),
        ("巡河。每月一次。", None, 3, 0),
        ("专栏1 河段", None, 6, 1),
        ("三里。", None, 0, 1),
        ("四里。", None, 0, 1),
        ("甲", None, 0, 0),
        ("乙", None, 0, 0),
        ("任务", 2, 0, 0),
        ("完。", None, 0, 0),
    ]
    (table,) = [one for one in found if one.kind is BlockKind.TABLE]
    assert table.cells == (("名", "长"), ("东|西河", "9里"))
    assert ([len(row) for row in table.grid], table.heads) == ([2, 2], 1)


def test_several_headings_of_the_first_level_are_chapters() -> None:
    found = body_of_markdown("# 水情\n# 任务\n## 巡河".encode()).blocks
    assert [one.level for one in found] == [1, 1, 2]


def test_footnotes_of_markdown_say_where_they_are_referred_to() -> None:
    text = """\
# 规划

## 第一章 水[^一]

河流[^1](含干渠)三条,**湖[^b]两个**。[^2]
再长 - 也不算。

> 渠[^q]五里。

[^1]: 含支流,
    不含**沟**。
[^b]: 见[名录](名录.html)。

[^2]: 据普查。
[^一]: 章的注。
[^q]: 含支渠。
"""
    found = body_of_markdown(text.encode()).blocks
    assert [one.words for one in found if one.kind is BlockKind.TEXT] == [
        "规划", "第一章 水", "河流(含干渠)三条,湖两个。", "再长 - 也不算。", "渠五里。",
    ]  # fmt: skip
    assert [(one.words, one.reference) for one in found if one.kind is BlockKind.NOTE] == [
        ("章的注。", NoteReference(3, 5)),
        ("含支流,不含沟。", NoteReference(5, 2)),
        ("见名录。", NoteReference(5, 11)),
        ("据普查。", NoteReference(5, 14)),
        ("含支渠。", NoteReference(8, 1)),
    ]


def test_notes_of_markdown_that_have_no_one_place_stay_as_they_are_written() -> None:
    kept = [
        "| 河[^1] | 长 |",
        "甲[^2]乙[^2]。", "丙[^3]丁[^4]。", "戊[^5]己\\\\[^6]。", "[^1]: 表中的。", "[^2]: 两处的。",
        "[^3]: 两段的,", "    第二段。", "[^5]: 有图的![图](a.png)。", "[^7]: 没有标记的。",
    ]  # fmt: skip
    blocks = body_of_markdown("\n\n".join(kept).encode()).blocks
    assert not any(one.kind is BlockKind.NOTE for one in blocks)
    words = "".join(one.words + "".join(map("".join, one.cells)) for one in blocks)
    for mark in (
        "河[^1]",
        "甲[^2]乙[^2]",
        "丙[^3]丁[^4]",
        "[^5]: 有图的图。",
        "[^7]: 没有标记的。",
    ):
        assert mark in words
    (note,) = (
        one
        for one in body_of_markdown("甲。\n\n[^1]\n\n[^1]: 独行的。".encode()).blocks
        if one.kind is BlockKind.NOTE
    )
    assert (note.words, note.reference) == ("独行的。", None)


def test_pictures_of_markdown_are_blocks_by_the_names_of_their_files() -> None:
    text = """\
# 规划

## 第一章 水

![三条\\*河](图/a%20(1).png "标题"){width=50%}
图1 河

见![渠](<图 2.svg>)内。

<img src='c.jpg' alt="湖&amp;库" style="zoom:50%"/>

| 甲![](d.png) | 乙 |

\\![无](e.png)
"""
    body = body_of_markdown(text.encode(), with_pictures=True)
    found = [(one.picture.name, one.picture.alt) for one in body.blocks if one.picture]
    assert found == [
        ("图/a (1).png", "三条*河"),
        ("图 2.svg", "渠"),
        ("c.jpg", "湖&库"),
        ("d.png", ""),
    ]
    words = [one.words for one in body.blocks if one.kind is BlockKind.TEXT]
    assert words == ["规划", "第一章 水", "图1 河", "见内。", "!无"]
    without = [one.words for one in body_of_markdown(text.encode()).blocks]
    assert "见渠内。" in without
