"""Text and Markdown: paragraphs, headings, boxes, tables; marks are no words."""

from plancli.core.intake.body import BlockKind, LeftOut
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
