"""Tables as text."""

import pytest

from plancli.core.intake.form import form_in
from plancli.papers.packed import UnfitFileError
from plancli.papers.sheets.reading import grids_in
from plancli.papers.sheets.text import pasted


def rows(text: str | bytes) -> list[list[str]]:
    (grid,) = grids_in(text.encode() if isinstance(text, str) else text)
    return [list(row.texts) for row in grid.rows]


@pytest.mark.parametrize("mark", ["\t", ",", ";", "|", "，"])
def test_the_mark_between_cells_is_found(mark: str) -> None:
    lines = ["表", "", mark.join(["单位", "意见"]), mark.join(["镇小学", "修路、架桥"])]
    assert rows("\n".join(lines))[2:] == [["单位", "意见"], ["镇小学", "修路、架桥"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_an_encoding_of_the_office_is_found(encoding: str) -> None:
    assert rows("单位,意见\n镇小学,“㐂”\n".encode(encoding)) == [
        ["单位", "意见"],
        ["镇小学", "“㐂”"],
    ]


def test_what_is_in_none_of_them_is_refused() -> None:
    with pytest.raises(UnfitFileError):
        rows(b"\xff\x00\x81\x00" * 9)


def test_lines_of_a_cell_stay_and_controls_go() -> None:
    assert rows('单位,意见\n镇小学,"一\r\n\r\n二\x0b三_x000D_"\n')[1][1] == "一\n二\n三"


def test_a_page_that_was_copied_cell_by_cell() -> None:
    cells = [
        "单位",
        "意见",
        "采纳情况",
        "镇小学",
        "甲。",
        "已采纳。",
        "乙。",
        "未采纳。",
        "",
        "丙。",
        "采纳",
    ]
    text = "公告\n" + "".join(f"{cell} |\n" for cell in cells) + "文件\n"
    (grid,) = grids_in(text.encode())
    assert [list(row.texts) for row in grid.rows] == [
        ["单位", "意见", "采纳情况"],
        ["镇小学", "甲。", "已采纳。"],
        ["", "乙。", "未采纳。"],
        ["", "丙。", "采纳"],
    ]
    assert grid.before == ("公告",)


def test_a_quotation_mark_that_is_never_closed_does_not_swallow_other_units() -> None:
    assert rows('单位,意见\n镇小学,"甲"\n镇卫生院,乙“"丙”') == [
        ["单位", "意见"],
        ["镇小学", "甲"],
        ["镇卫生院", '乙“"丙”'],
    ]
    with pytest.raises(UnfitFileError, match="never closed"):
        rows('单位,意见\n镇小学,"甲\n镇卫生院,乙\n')


@pytest.mark.parametrize("mark", [",", "，", ";", "|"])
def test_clauses_of_a_text_are_no_cells_of_a_form(mark: str) -> None:
    (letter,) = pasted(f"来函收悉{mark}现回复如下\n一、修路。\n以上意见{mark}供参考。\n")
    assert form_in(letter) is None
    (form,) = pasted(f"单位{mark}镇财政所\n意见{mark}修路。\n")
    assert form_in(form) is not None
