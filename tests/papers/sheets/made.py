"""One table that came back, as each program would have written it: merged cells, banners, heads again."""

import csv
import io
import zipfile
from collections.abc import Callable
from datetime import date
from html import escape
from typing import NamedTuple

import docx
import openpyxl
from openpyxl.styles import Font

HEADS = [
    *("序号", "提出单位(盖章)", "章节", "页码", "征求意见稿原文", "建议修改为", "意见和建议"),
    *("修改理由", "收到日期", "联系电话", "采纳情况"),
]
DAY = date(2026, 3, 2)
RANGE = date(2026, 3, 5)
"""What Excel made of 3-5."""
Value = str | int | date | None
FILL = None
"""A cell that the one above covers."""

ROWS: list[list[Value]] = [
    ["社区食堂建设方案征求意见汇总表"],
    [*HEADS],
    [1, "镇财政所", "第二章", 2, "优先利用", "首先利用", "", "资金有限", DAY, "5550100", "采纳"],
    [2, FILL, "", RANGE, "", "", "1.增加座椅。\n2.明确开放时间。", "", DAY, "5550100", ""],
    [""],
    [3, FILL, "", "", "不存在的话", "存在的话", "", "", "", "", "部分同意"],
    ["二、镇民政办(2条)"],
    [*HEADS],
    [
        4,
        "",
        "第一章",
        "",
        "早餐和午餐",
        "早餐、午餐和晚餐",
        "",
        "",
        "",
        "5550101",
        "不采纳:另行研究",
    ],
    [5, "", "", "", "", "", "建议尽快实施,“早”字当头=好。", "", "", "", ""],
    [6, "镇文化站", "", "", "", "", "无意见", "", "", "", ""],
    [""],
]
"""Rows of one text reach over the whole table; the second unit is merged over rows 3 to 6."""
WIDTH = len(HEADS)


class Span(NamedTuple):
    """Cells that are one: the first row and column, and how many of each."""

    top: int
    left: int
    tall: int
    wide: int


def spans() -> list[Span]:
    """Return the merged cells of the table, counted from 0."""
    found = [Span(2, 1, 4, 1)]
    for at, row in enumerate(ROWS):
        if len(row) == 1 and row[0]:
            found.append(Span(at, 0, 1, WIDTH))
    return found


def whole() -> list[list[Value]]:
    """Return the rows, each as wide as the table."""
    rows: list[list[Value]] = []
    for row in ROWS:
        empty: list[Value] = [""] * (WIDTH - len(row))
        rows.append([*row, *empty])
    return rows


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "汇总"
    for row in whole():
        sheet.append([None if value == "" else value for value in row])
    for top, left, tall, wide in spans():
        sheet.merge_cells(None, top + 1, left + 1, top + tall, left + wide)
    for empty in range(len(ROWS) + 1, 3000):
        sheet.cell(empty, 1).font = Font(bold=True)  # empty, and yet there
    hidden = book.create_sheet("旧")
    hidden.append(["单位", "意见"])
    hidden.append(["镇财政所", "旧的意见。"])
    hidden.sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph("请于月底前反馈。")
    table = document.add_table(len(ROWS), WIDTH)
    for at, row in enumerate(whole()):
        for cell, value in zip(table.rows[at].cells, row, strict=True):
            cell.text = said(value)
    for top, left, tall, wide in spans():
        first, last = table.cell(top, left), table.cell(top + tall - 1, left + wide - 1)
        words = first.text
        first.merge(last).text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def said(value: Value) -> str:
    """Return a value as a program shows it; of a day in a place as Excel shows it in a Chinese office."""
    if value == RANGE:
        return "3月5日"
    if value == DAY:
        return "2026/3/2"
    return "" if value is None else str(value)


def page(charset: str = "utf-8") -> bytes:
    wide: dict[tuple[int, int], str] = {}
    for top, left, tall, across in spans():
        wide[top, left] = f' rowspan="{tall}" colspan="{across}"'
    lines = [f'<html><head><meta charset="{charset}"></head><body><table>']
    for at, row in enumerate(whole()):
        cells = ""
        for column, value in enumerate(row):
            if not _is_covered(at, column):
                words = escape(said(value)).replace("\n", "<br>\n")
                cells += f"<td{wide.get((at, column), '')}><p>{words}</p></td>"
        lines.append(f"<tr>{cells}</tr>")
    return "\n".join([*lines, "</table></body></html>"]).encode(charset)


def clipboard() -> bytes:
    """Return the page as Word puts it on the clipboard: in GB2312, with what Word writes for itself."""
    text = page("gb2312").decode("gb2312")
    text = text.replace("<body>", "<body><!--[if gte mso 9]><xml>甲</xml><![endif]-->")
    return (
        text.replace("<p>", "<p class=MsoNormal><span>")
        .replace("</p>", "</span><o:p></o:p></p>")
        .encode("gb2312")
    )


def separated(mark: str = ",", encoding: str = "gb18030") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=mark)
    writer.writerows([said(value) for value in row] for row in whole())
    return out.getvalue().encode(encoding)


_ODS = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="汇总">{rows}
<table:table-row table:number-rows-repeated="1048000">
<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
</office:spreadsheet></office:body></office:document-content>"""


def opendocument() -> bytes:
    starts = {(span.top, span.left): span for span in spans()}
    rows = ""
    for at, row in enumerate(whole()):
        cells = ""
        for column, value in enumerate(row):
            span = starts.get((at, column), Span(0, 0, 1, 1))
            kind = (
                f' office:value-type="date" office:date-value="{value}"'
                if isinstance(value, date)
                else ""
            )
            merged = f' table:number-rows-spanned="{span.tall}" table:number-columns-spanned="{span.wide}"'
            words = "".join(f"<text:p>{escape(line)}</text:p>" for line in said(value).split("\n"))
            name = "covered-table-cell" if _is_covered(at, column) else "table-cell"
            cells += f"<table:{name}{kind}{merged}>{words}</table:{name}>"
        rows += f"<table:table-row>{cells}</table:table-row>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("content.xml", _ODS.format(rows=rows))
    return out.getvalue()


def _is_covered(row: int, column: int) -> bool:
    for span in spans():
        inside = 0 <= row - span.top < span.tall and 0 <= column - span.left < span.wide
        if inside and (row, column) != (span.top, span.left):
            return True
    return False


MADE: dict[str, Callable[[], bytes]] = {
    "xlsx": xlsx,
    "docx": word,
    "html": page,
    "clipboard": clipboard,
    "csv in GB18030": separated,
    "csv in UTF-8 with its mark": lambda: separated(encoding="utf-8-sig"),
    "csv in UTF-16": lambda: separated("\t", "utf-16"),
    "pasted": lambda: separated("\t", "utf-8"),
    "semicolons": lambda: separated(";", "utf-8"),
    "ods": opendocument,
}
