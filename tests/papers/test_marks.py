"""Marked words in documents: every blank stays, and each word has the look of its mark."""

import io
import json
import re
from collections.abc import Iterable
from pathlib import Path
from zipfile import ZipFile

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from plancli.core.publish.prose import ProseLine, Style
from plancli.core.publish.sheet import Block, Head, Sheet
from plancli.core.text.marked import LOOKS, Op, Run
from plancli.papers.excel import xlsx
from plancli.papers.pdf.typeset import drawn
from plancli.papers.word.document import run
from plancli.papers.word.prose import docx
from plancli.papers.word.styles import MARKED, Font
from plancli.render.pages.prose import marked, prose
from plancli.render.terminal.wording import styled

OPS: tuple[Op, ...] = ("=", "-", "+")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
words = st.text('河a1 *_<>&\\"#', min_size=1, max_size=8)
scripts = st.lists(st.builds(Run, st.sampled_from(OPS), words), min_size=1, max_size=6)
WITH_BLANKS = (Run("=", "用 "), Run("-", " ABC "), Run("+", "X  YZ"), Run("=", " 格式"))


def joined(runs: Iterable[Run]) -> list[Run]:
    """Return runs with neighbours of one kind joined."""
    found: list[Run] = []
    for op, text in runs:
        if found and found[-1].op == op:
            found.append(Run(op, found.pop().text + text))
        else:
            found.append(Run(op, text))
    return found


LOOKED = {style.id: style.font for style in MARKED.values() if style}


def word_runs(part: etree._Element) -> list[Run]:
    found = []
    for each in part.iter(f"{W}r"):
        named = each.find(f"{W}rPr/{W}rStyle")
        font = LOOKED[named.get(f"{W}val", "")] if named is not None else Font()
        gone, come = font.struck, font.underlined
        for text in each.iter(f"{W}t"):
            assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
            found.append(Run("-" if gone else "+" if come else "=", text.text or ""))
    return joined(found)


@given(scripts)
def test_word(runs: list[Run]) -> None:
    inside = "".join(run(text, MARKED[op]) for op, text in runs)
    assert word_runs(etree.fromstring(f'<w:p xmlns:w="{W[1:-1]}">{inside}</w:p>')) == joined(runs)


def test_a_letter_in_word_keeps_its_blanks() -> None:
    content = docx((ProseLine(Style.QUOTED, WITH_BLANKS),))
    body = etree.fromstring(ZipFile(io.BytesIO(content)).read("word/document.xml"))
    assert word_runs(body) == list(WITH_BLANKS)


@given(scripts)
def test_typst(runs: list[Run]) -> None:
    found = []
    for each in runs:
        source = drawn(each)
        literal = re.search(r'(?<!rgb\()("(?:[^"\\]|\\.)*")\)', source)
        assert literal
        op: Op = "-" if source.startswith("#strike(") else "+" if "underline(" in source else "="
        found.append(Run(op, json.loads(literal[1])))
    assert found == runs


@given(scripts)
def test_terminal(runs: list[Run]) -> None:
    shown = styled(runs)
    assert shown.plain == "".join(run.text for run in runs)
    wanted = [run for run in runs if run.op != "="]
    spans = [span for span in shown.spans if span.style]
    assert [(shown.plain[s.start : s.end], "strike" in str(s.style)) for s in spans] == [
        (run.text, LOOKS[run.op].struck) for run in wanted
    ]


def test_excel() -> None:
    sheet = Sheet("表", (Head("一"),), (Block(((WITH_BLANKS,),)),))
    book = ZipFile(io.BytesIO(xlsx(sheet))).read("xl/sharedStrings.xml").decode()
    for each in WITH_BLANKS:
        assert f'<t xml:space="preserve">{each.text}</t>' in book or f"<t>{each.text}</t>" in book
        if each.text != each.text.strip():
            assert f'<t xml:space="preserve">{each.text}</t>' in book


def test_a_template_keeps_the_blanks_of_marked_words(tmp_path: Path) -> None:
    (tmp_path / "试.txt.j2").write_text("{{ runs|marked }}\n> 改为:{{ runs|marked }}  \n", "utf-8")
    first, second = prose("试", tmp_path, {"runs": (*WITH_BLANKS, Run("+", "末 "))}, "zh")
    assert first.runs == (*WITH_BLANKS, Run("+", "末 "))
    assert second.runs == (Run("=", "改为:用 "), *WITH_BLANKS[1:], Run("+", "末 "))
    assert str(marked([])) == ""
