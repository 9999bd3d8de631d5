"""The consultation of Lu'an as it was published, taken in again: units, opinions, decisions."""

import io
import shutil
from collections.abc import Callable
from html import escape
from itertools import groupby
from pathlib import Path

import docx
import pytest

from plancli.core.comments.comment import Comment
from plancli.core.comments.record import Patch
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import compose
from plancli.core.merge.place import place
from plancli.core.plan.model import Section
from plancli.library.opening import open_repository
from tests.conftest import Run

HEADS = ("单位", "意见建议", "采纳情况")


def rows(comments: list[Comment]) -> list[tuple[str, list[tuple[str, str]]]]:
    """Return what was published: a unit, and each of its opinions with what became of it."""
    found = []
    for unit, own in groupby(comments, key=lambda comment: comment.unit):
        cells = [(one.opinion, f"已采纳。{one.decision.reply or ''}") for one in own]
        found.append((unit, cells))
    return [("公众", [("无", "无")]), *found]


def as_word(comments: list[Comment]) -> bytes:
    document = docx.Document()
    document.add_paragraph("其他渠道意见及采纳情况")
    table = document.add_table(1, len(HEADS))
    for cell, head in zip(table.rows[0].cells, HEADS, strict=True):
        cell.text = head
    for unit, cells in rows(comments):
        first = table.add_row().cells
        for number, (opinion, result) in enumerate(cells):
            row = first if number == 0 else table.add_row().cells
            row[1].text, row[2].text = opinion, result
            first[0].merge(row[0]).text = unit
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_page(comments: list[Comment]) -> bytes:
    """Return the announcement as a browser saves it: the table stands in one that only lays out."""
    lines = "<tr>" + "".join(f"<th><p>{head}</p></th>" for head in HEADS) + "</tr>"
    for unit, cells in rows(comments):
        head = f'<td rowspan="{len(cells)}"><p>{unit}</p></td>'
        for opinion, result in cells:
            both = "".join(
                f"<td>{escape(words).replace(chr(10), '<br>')}</td>" for words in (opinion, result)
            )
            lines += f"<tr>{head}{both}</tr>"
            head = ""
    page = "<!DOCTYPE html><html><head><title>公告</title></head><body><ul><li>征集公告</li></ul>"
    layout = f"<table><tr><td><h1>征集意见建议的公告</h1><table border=1>{lines}</table></td></tr></table>"
    return f"{page}{layout}<script>var a = '<table>';</script></body></html>".encode()


def as_site(comments: list[Comment]) -> bytes:
    """Return the same with all that stands round it on the site of an office, in tables of their own."""
    announced = as_page(comments).decode()
    inner = announced.partition("<body>")[2].partition("</body>")[0]
    menu = "<tr>" + "".join(f"<td><a href='//x/{name}'>{name}</a></td>" for name in _MENU) + "</tr>"
    search = (
        "<form><table><tr><td>意见</td><td><input name=q></td><td>建议</td></tr></table></form>"
    )
    facts = "".join(
        f"<tr><td>{head}:</td><td>{words}</td></tr>"
        for head, words in {
            "来源": "发展改革委",
            "发布时间": "2021-03-01",
            "字号": "大 中 小",
        }.items()
    )
    tools = "<p>打印 | 关闭</p><!-- <table><tr><td>单位</td></tr></table> -->"
    parts = [
        f"<table class=top>{menu}</table>{search}",
        f"<table class=facts>{facts}</table>",
        f"<div class=TRS_Editor><style>td {{ width: 1px }}</style>{inner}</div>{tools}",
        "<table><tr><td>上一篇</td><td>下一篇</td></tr><tr><td>相关链接</td><td>网站地图</td></tr></table>",
    ]
    cells = "".join(f"<tr><td colspan=2>{part}</td></tr>" for part in parts)
    wrapped = (
        f"<table><tbody><tr><td><table width=1000>{cells}</table></td><td>&nbsp;</td></tr></table>"
    )
    meta = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'
    head = f"<html><head>{meta}<script>document.write('<table><tr><td>意见')</script></head>"
    return f"{head}<body onload='x()'>{wrapped}</body></html>".encode("gb18030")


_MENU = ("首页", "政务公开", "意见征集", "单位", "建议提案", "互动交流")

_TAKEN = 3
"""So many of the opinions say in words that are read wholly what is to be changed."""


def changed(corpus: Corpus, comment: Comment) -> tuple[Section, ...]:
    """Return the draft with the edits of one comment."""
    placed = place(corpus, comment.id, Patch(at=comment.at, edits=comment.edits))
    return compose(corpus.outline, [placed]).sections


@pytest.mark.parametrize("made", [as_word, as_page, as_site])
def test_what_was_published_comes_back(
    circulated: Path, run: Run, tmp_path: Path, made: Callable[[list[Comment]], bytes]
) -> None:
    before = open_repository(circulated).comments
    file = tmp_path / "公告"
    file.write_bytes(made(list(before.values())))
    shutil.rmtree(circulated / "comments")
    done = run(circulated, "intake", "sheet", str(file))
    assert done.code == 0, done.err
    repository = open_repository(circulated)
    after, corpus = repository.comments, repository.open_round.corpus
    taken = 0
    assert list(after) == list(before)
    for name, comment in after.items():
        then = before[name]
        assert "".join(comment.opinion.split()) == "".join(then.opinion.split())
        assert comment.decision.status == then.decision.status
        assert "".join((comment.decision.reply or "").split()) == "".join(
            (then.decision.reply or "").split()
        )
        # what was taken changes the draft as what a person found in the same words
        if comment.edits:
            assert changed(corpus, comment) == changed(corpus, then)
            taken += 1
    assert taken >= _TAKEN
