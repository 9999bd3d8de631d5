"""Answers that are typed on a form, by whichever program, and the comments that must come of them."""

import io
import json
from pathlib import Path

import docx
import openpyxl

from plancli.core.comments.comment import Comment
from plancli.core.publish.opinion_form import FORM_COLUMNS
from plancli.library.opening import open_repository
from tests.conftest import Run

UNIT = "市应急局"
ROWS: dict[int, dict[str, str]] = {
    1: {
        "page": "38",
        "line": "16-20",
        "part": "第四章第19项“医疗健康工程”中第1段",
        "original": "推广普及电子医保凭证",
        "wording": "推广普及医保电子凭证",
        "reason": "与“国家平台”的\n叫法一致。",
    },
    3: {"original": "推广智慧停车,提高停车位综合利用率。", "wording": "删除"},
    4: {"opinion": "请与相邻城市衔接。"},
    7: {
        "page": "３-５",
        "line": "3-5",
        "part": "第三章“设计框架”",
        "opinion": "指标偏少。\n请补充。",
    },
    8: {"original": "打造“需求响应式”公交", "wording": "打造\n“按需响应式”公交"},
    9: {
        "part": "第二章“总体要求”中“发展目标”",
        "original": "长三角区域",
        "wording": "长江三角洲区域",
    },
}
"""What is typed in rows of the table; those between them stay empty."""


def cells() -> dict[str, str]:
    """Return what is typed in which cell of the workbook."""
    found = {"C3": UNIT}
    for number, answers in ROWS.items():
        for column, words in answers.items():
            found[f"{'ABCDEFGH'[FORM_COLUMNS.index(column)]}{7 + number}"] = words
    return found


def filled_xlsx(form: bytes) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(form))
    for place, words in cells().items():
        assert not book.worksheets[0][place].protection.locked
        book.worksheets[0][place] = words
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def filled_docx(form: bytes) -> bytes:
    document = docx.Document(io.BytesIO(form))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith(("反馈单位：", "反馈单位:")):
            paragraph.add_run(UNIT)
    (table,) = document.tables
    for number, answers in ROWS.items():
        for column, words in answers.items():
            table.rows[number].cells[FORM_COLUMNS.index(column)].text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def comes_back(root: Path, run: Run, file: Path) -> None:
    """Check that a form that was filled in becomes exactly the comments that were meant."""
    done = run(root, "intake", "sheet", str(file), "--json")
    assert done.code == 0, done.err
    said = json.loads(done.out)
    assert said["noted"] == []
    taken = [(one["unit"], one["verdict"] == "taken") for one in said["comments"]]
    assert taken == [(UNIT, is_taken) for is_taken in (True, True, False, False, True, True)]
    comments = open_repository(root).comments
    found = [comments[one["id"]] for one in said["comments"]]
    assert [edits_of(comment) for comment in found] == [
        [{"replace": "推广普及电子医保凭证", "with": "推广普及医保电子凭证"}],
        [{"delete": "推广智慧停车,提高停车位综合利用率。"}],
        [],
        [],
        [{"replace": "打造“需求响应式”公交", "with": "打造“按需响应式”公交"}],
        [{"replace": "长三角区域", "with": "长江三角洲区域"}],
    ]
    first, fourth, last = found[0].at, found[3], found[5].at
    assert (str(first.page), str(first.line), first.cites) == ("38", "16-20", ROWS[1]["part"])
    assert (str(fourth.at.page), str(fourth.at.line)) == ("3-5", "3-5")
    assert fourth.opinion == ROWS[7]["opinion"]
    assert found[0].opinion.endswith("理由:与“国家平台”的\n叫法一致。")
    assert last.cites == ROWS[9]["part"]


def edits_of(comment: Comment) -> list[dict[str, str]]:
    return [edit.model_dump(by_alias=True, exclude_defaults=True) for edit in comment.edits]
