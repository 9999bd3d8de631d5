"""A ledger for whatever program to fill in, what is typed into it, and what must be decided then."""

from collections.abc import Mapping
from pathlib import Path

import openpyxl

from plancli.core.comments.comment import Comment
from plancli.store.files import read_files
from plancli.store.repository import load

MORE = {
    "镇财政所/03": "opinion: 建议删去。\nedits: [{delete: 和学校}]\n",
    "镇财政所/04": "opinion: 建议另建。\nhandler: 孙七\n",
    "镇民政办/02": "opinion: 两点。\nitems:\n  - opinion: 甲。\n  - opinion: 乙。\n",
}
FILLED = {
    "镇财政所-01": {"采纳情况": "留作参考", "理由": ""},
    "镇财政所-02": {"采纳情况": "采纳", "办理人": "张三"},
    "镇财政所-03": {"采纳情况": "不采纳", "理由": "学校用房\n已腾空。"},
    "镇财政所-04": {"采纳情况": "解释说明：另行研究。", "办理人": ""},
    "镇民政办-02": {"采纳情况": "撤回"},
}
"""What is typed into the cells of the rows of each comment."""
DECIDED = {
    "镇财政所-01": ("留作参考", None, None, None),
    "镇财政所-02": ("采纳", None, None, "张三"),
    "镇财政所-03": ("不采纳", None, "学校用房\n已腾空。", None),
    "镇财政所-04": ("解释说明", None, "另行研究。", None),
    "镇民政办-01": ("采纳", "第一章“总体目标”中相关内容已修改。", None, None),
    "镇民政办-02.1": ("撤回", None, None, None),
    "镇民政办-02.2": ("撤回", None, None, None),
}


def consulted(example: Path) -> Path:
    """Return the example with comments more that wait."""
    for name, rest in MORE.items():
        file = example / f"comments/{name}.yaml"
        file.write_text(f"unit: {file.parent.name}\n{rest}", encoding="utf-8")
    return example


def decisions(folder: Path) -> dict[str, tuple[str, str | None, str | None, str | None]]:
    def of(comment: Comment) -> tuple[str, str | None, str | None, str | None]:
        said = comment.decision
        return str(said.status), said.reply, said.reason, comment.handler

    return {name: of(comment) for name, comment in load(read_files(folder)).comments.items()}


def places(file: Path, filled: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Return what is to be typed into which cell."""
    sheet = openpyxl.load_workbook(file).active
    head = next(row for row in sheet.iter_rows() if row[0].value == "编号")
    columns = {cell.value: cell.column_letter for cell in head}
    found: dict[str, str] = {}
    for row in sheet.iter_rows():
        for label, words in filled.get(row[0].value, {}).items():
            found[f"{columns[label]}{row[0].row}"] = words
    return found
