"""A table with levels of heads in the Word document: accepted it is the plan's, rejected the draft's."""

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import hypothesis.strategies as st
from hypothesis import given

from plancli.core.comments.edits import Add, Edit, Move, NewRow, NewTableHead, Remove
from plancli.core.comments.record import Patch
from plancli.core.evidence.redline import plain, redline
from plancli.core.plan.model import Paragraph, Section, Table, TableHead, TableRow
from plancli.core.rounds.round import Round
from plancli.papers.word.document import Remark
from plancli.papers.word.plan import Tracking, docx
from tests.core.tabled import round_of
from tests.papers.both_states import CAME, WENT, W
from tests.papers.test_tables import faults

TRACKING = Tracking({"甲-1": ("甲",)}, {}, {})
Read = list[str | list[list[str]]]
"""Paragraphs with words, and of each table the rows, of each row what stands in each column."""


# --- a reader that knows nothing of plancli -----------------------------------------------------------------


def read(content: bytes, gone: tuple[str, ...] = ()) -> Read:
    """Return what stands in a document once the changes with the names `gone` have taken theirs out."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        (body,) = ElementTree.fromstring(packed.read("word/document.xml"))
    found: Read = []
    for element in body:
        if element.tag == f"{W}tbl":
            rows = table_rows(element, gone)
            found += [rows] if rows else []
        elif element.tag == f"{W}p":
            found.append(words_in(element, gone))
    return [one for one in found if one]


def table_rows(table: ElementTree.Element, gone: tuple[str, ...]) -> list[list[str]]:
    """Return the rows that stand, with what each says in each column that stands.

    Words of a cell over several columns or rows stand in each of them; a column stands that has a cell of
    its own alone.
    """
    found: list[dict[int, str]] = []
    there: set[int] = set()
    above: dict[int, str] = {}
    for row in table.iter(f"{W}tr"):
        if is_gone(row.find(f"{W}trPr"), gone):
            # a program that knows nothing of rows that go has no words of them, either
            assert words_in(row, gone) == ""
            continue
        said: dict[int, str] = {}
        for columns, cell in placed(row):
            properties = cell.find(f"{W}tcPr")
            assert properties is not None
            if is_gone(
                properties, tuple(f"{W}cell{name.removeprefix(W).title()}" for name in gone)
            ):
                assert len(columns) == 1 or "".join(words_in(cell, gone)) == ""
                continue
            merge = properties.find(f"{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val") is None
            words = words_in(cell, gone)
            assert not (goes_on and words)
            said.update({at: above[at] if goes_on else words for at in columns})
            there |= set(columns) if len(columns) == 1 else set()
        found.append(said)
        above = said
    return [[said.get(at, "") for at in sorted(there)] for said in found]


def placed(row: ElementTree.Element) -> Iterator[tuple[range, ElementTree.Element]]:
    """Yield the cells of a row with the columns over which they go."""
    first = 0
    for cell in row.findall(f"{W}tc"):
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        width = 1 if span is None else int(span.attrib[f"{W}val"])
        yield range(first, first + width), cell
        first += width


def is_gone(properties: ElementTree.Element | None, gone: tuple[str, ...]) -> bool:
    return properties is not None and any(one.tag in gone for one in properties)


def words_in(element: ElementTree.Element, gone: tuple[str, ...]) -> str:
    if element.tag in gone:
        return ""
    if element.tag in (f"{W}t", f"{W}delText"):
        return element.text or ""
    return "".join(words_in(child, gone) for child in element)


# --- tables and what changes in them ------------------------------------------------------------------------

HEADS = (
    "目标|2026年",
    "目标|2030年",
    "目标|远期|下限",
    "目标|远期|上限",
    "投资",
    "投资|中央",
    "备注",
)
WORDS = st.sampled_from(["12", "约20", "同上", "一级"])


@st.composite
def tables(draw: st.DrawFn, name: str) -> Table:
    """Return a table with heads of several levels, rows across, joined cells, a measure and notes."""
    titles = draw(st.lists(st.sampled_from(HEADS), min_size=1, max_size=5))
    heads = [TableHead(key=f"列{at}", head=title) for at, title in enumerate(titles)]
    rows: list[TableRow] = []
    for at in range(draw(st.integers(1, 4))):
        across = draw(st.integers(0, 3)) == 0
        cells = [f"{at}、分类"] if across else [draw(WORDS) for _ in range(len(heads) + 1)]
        rows.append(TableRow(id=f"{name}.{at}", cells=tuple(cells)))
    notes = (Paragraph(id=f"{name}.注1", text="注:年末数。"),)
    return Table(
        table=name,
        title=draw(st.sampled_from(["", "主要指标"])),
        unit=draw(st.sampled_from(["", "单位:万人"])),
        columns=(TableHead(key="指标"), *heads),
        rows=tuple(rows),
        joined=draw(st.sampled_from([(), ("指标",), ("列0",)])),
        notes=draw(st.sampled_from([(), notes])),
    )


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """Return a draft with a table, and a change of the table in the text."""
    table = draw(tables("表1"))
    behind = Paragraph(id="1.2", text="按期完成。")
    body = (Paragraph(id="1.1", text="目标如下。"), table, behind)
    columns = [f"第一章/表1/{head.key}" for head in table.columns]
    rows = [row.id for row in table.rows]
    column, other = draw(st.sampled_from(columns)), draw(st.sampled_from(columns))
    row = draw(st.sampled_from(rows))
    new_head = NewTableHead(head=draw(st.sampled_from(HEADS)), key="新", cells={row: "9"})
    width = len(columns) if draw(st.booleans()) else 1
    edits: list[Edit] = [
        Remove(remove="第一章/表1"),
        Move(move="第一章/表1", after="1.2"),
        Add(add=draw(tables("表2")), to="第一章", after=draw(st.sampled_from(["1.1", "1.2"]))),
        Remove(remove=column),
        Add(add=new_head, to="表1", after=column),
        Remove(remove=row),
        Add(add=NewRow(cells=tuple("新" * width)), to="表1", after=row),
    ]
    if column != other:
        edits.append(Move(move=column, after=other))
    patch = Patch(edits=(draw(st.sampled_from(edits)),))
    return round_of({"甲-1": patch}, {}, (Section(key="第一章", title="总则", body=body),))


@given(rounds())
def test_accepted_it_is_the_plan_and_rejected_the_draft(round_: Round) -> None:
    tracked = docx("规划", redline(round_), tracking=TRACKING)
    for outline, gone in ((round_.plan, WENT), (round_.workspace.draft, CAME)):
        assert read(tracked, gone) == read(docx("规划", list(plain(outline))))


def test_each_row_of_a_head_goes_with_its_table(tmp_path: Path) -> None:
    columns = (TableHead(key="指标"), TableHead(key="甲", head=HEADS[2]), TableHead(key="乙"))
    table = Table(
        table="表1", columns=columns, rows=(TableRow(id="表1.1", cells=("水", "1", "2")),)
    )
    draft = (Section(key="第一章", title="总则", body=(table,)),)
    round_ = round_of({"甲-1": Patch(edits=(Remove(remove="第一章/表1"),))}, {}, draft)
    file = tmp_path / "规划.docx"
    file.write_bytes(docx("规划", redline(round_), tracking=TRACKING))
    assert faults(file) == []
    with zipfile.ZipFile(file) as packed:
        root = ElementTree.fromstring(packed.read("word/document.xml"))
    assert [row.find(f"{W}trPr/{W}del") is None for row in root.iter(f"{W}tr")] == [False] * 4
    assert all(cell.find(f"{W}tcPr/{W}cellDel") is not None for cell in root.iter(f"{W}tc"))


def test_what_is_said_of_a_row_stands_at_its_first_words(tmp_path: Path) -> None:
    table = Table(
        table="表1",
        columns=(TableHead(key="指标"), TableHead(key="甲")),
        rows=(TableRow(id="表1.1", cells=("水", "1")),),
    )
    draft = (Section(key="第一章", title="总则", body=(table,)),)
    row = Add(add=NewRow(cells=("", "5")), to="表1")
    round_ = round_of({"甲-1": Patch(edits=(row,))}, {}, draft)
    file = tmp_path / "规划.docx"
    remarks = {"甲-1": Remark("甲", "增加一行。")}
    tracking = TRACKING._replace(remarks=remarks)
    file.write_bytes(docx("规划", redline(round_), tracking=tracking))
    assert faults(file) == []
    with zipfile.ZipFile(file) as packed:
        root = ElementTree.fromstring(packed.read("word/document.xml"))
    commented = [cell for cell in root.iter(f"{W}tc") if list(cell.iter(f"{W}commentReference"))]
    assert [words_in(cell, ()) for cell in commented] == ["5"]
