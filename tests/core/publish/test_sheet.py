"""Tables as values: banners as a column, columns by what is in them."""

from plancli.core.publish.sheet import Block, Head, Sheet, fitted, in_columns, without_empty
from plancli.core.text.marked import Run


def test_banners_become_the_first_column() -> None:
    blocks = (Block((("1",), ("2",)), "用水"), Block((("3",),), "排水"))
    found = in_columns(Sheet("表", (Head("序号"),), blocks, banner="主题"))
    assert [head.label for head in found.heads] == ["主题", "序号"]
    assert found.heads[0].shared
    rows = [row for block in found.blocks for row in block.rows]
    assert rows == [("用水", "1"), ("用水", "2"), ("排水", "3")]
    assert not any(block.banner for block in found.blocks)


def test_a_table_without_banners_stays() -> None:
    sheet = Sheet("表", (Head("序号"),), (Block((("1",),)),), banner="主题")
    assert in_columns(sheet) is sheet


def test_empty_columns_are_left_out_but_those_to_be_filled_in() -> None:
    heads = (Head("单位", name="unit"), Head("页", name="page"), Head("办理人", name="handler"))
    sheet = Sheet("表", heads, (Block((("甲局", "", ""), ("乙局", "", ""))),))
    found = without_empty(sheet, keeping=("handler",))
    assert [head.label for head in found.heads] == ["单位", "办理人"]
    assert found.blocks[0].rows == (("甲局", ""), ("乙局", ""))
    assert [head.label for head in without_empty(sheet).heads] == ["单位"]


def test_columns_are_as_wide_as_their_words_need() -> None:
    heads = (Head("编号", 50), Head("意见", 1), Head("说明", 1))
    marked = (Run("-", "字" * 50), Run("+", "字" * 50))
    found = fitted(Sheet("表", heads, (Block((("甲-01", "字" * 400, marked),)),)))
    number, opinion, remark = (head.share for head in found.heads)
    assert number == 4
    assert number < remark < opinion <= 40
    assert opinion < 4 * remark  # higher, too, and not only wider


def test_a_table_without_rows_has_columns_for_its_heads() -> None:
    found = fitted(Sheet("表", (Head("办理人"), Head("序")), ()))
    assert [head.share for head in found.heads] == [4, 4]
