"""Whether the office left what a comment brought: on both sides of the comment's own characters."""

from collections.abc import Callable
from typing import Any

import pytest

from plancli.core.comments.edits import (
    Add,
    Delete,
    Edit,
    Insert,
    Move,
    NewNote,
    NewRow,
    NewTableHead,
    Remove,
    Replace,
)
from plancli.core.comments.record import Patch
from plancli.core.plan.model import Paragraph, Section, Table, TableHead, TableRow
from plancli.core.revision.revise import Workspace

DRAFT = (
    Section(
        key="第一章",
        title="目标",
        body=(
            Paragraph(id="1.1", text="到明年建成桥梁两座,修路三条。"),
            Paragraph(id="1.2", text="加强管理。"),
            Paragraph(id="1.3", text="方便群众。"),
        ),
    ),
)


def lost(edit: Edit, text: str) -> list[str]:
    """Return what is lost when the office makes `text` of the paragraph that the edit changed."""
    return _lost(edit, {"text": text})


def _lost(edit: Edit, update: dict[str, Any], order: tuple[int, ...] = (0, 1, 2)) -> list[str]:
    done = Workspace(DRAFT, DRAFT, {}, ()).revise({"甲-1": Patch(edits=(edit,))})
    (section,) = done.sections
    first, *others = section.body
    body = [first.model_copy(update=update), *others]
    changed = section.model_copy(update={"body": tuple(body[at] for at in order)})
    return Workspace(DRAFT, (changed,), done.record, ()).lost.get("甲-1", [])


REPLACE = Replace.model_validate({"replace": "桥梁两座", "with": "桥梁五十座"})


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("到明年建成桥梁五十座,修路三条。", []),
        ("到后年建成桥梁五十座,修路九条。", []),
        ("到明年建成桥梁五十座和涵洞,修路三条。", []),  # behind the comment's words
        ("到明年建成桥梁两座,修路三条。", ["1.1"]),
        ("到明年建成桥梁五百座,修路三条。", ["1.1"]),
    ],
)
def test_words_that_a_comment_brought(text: str, gone: list[str]) -> None:
    assert lost(REPLACE, text) == gone


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("到明年建成桥梁两座。", []),
        ("到后年建成桥梁两座。", []),
        ("到明年建成桥梁两座,修路三条。", ["1.1"]),
    ],
)
def test_words_that_a_comment_took_out(text: str, gone: list[str]) -> None:
    assert lost(Delete(delete=",修路三条"), text) == gone


def test_words_put_in_at_the_edge_of_what_a_comment_put_in_leave_it_whole() -> None:
    insert = Insert(insert="及时", after="管理", within="1.2")
    done = Workspace(DRAFT, DRAFT, {}, ()).revise({"甲-1": Patch(edits=(insert,))})
    for text, gone in (("加强管理及时有效。", []), ("加强管理及早时。", ["1.2"])):
        first, second, third = done.sections[0].body
        body = (first, second.model_copy(update={"text": text}), third)
        plan = (done.sections[0].model_copy(update={"body": body}),)
        assert Workspace(DRAFT, plan, done.record, ()).lost.get("甲-1", []) == gone


def test_a_move_stands_as_long_as_the_part_is_on_the_right_side_of_its_neighbour() -> None:
    move = Move(move="1.1", after="1.2")  # 1.2, 1.1, 1.3
    done = Workspace(DRAFT, DRAFT, {}, ()).revise({"甲-1": Patch(edits=(move,))})
    two, one, three = done.sections[0].body
    for body, gone in (
        ((two, one, three), []),
        ((two, three, one), []),
        ((one, two, three), ["1.1"]),
        ((one, three), []),  # its neighbour is gone
        ((two, three), ["1.1"]),
    ):
        plan = (done.sections[0].model_copy(update={"body": body}),)
        assert Workspace(DRAFT, plan, done.record, ()).lost.get("甲-1", []) == gone


def test_a_part_that_a_comment_removed_is_missed_when_it_comes_back() -> None:
    done = Workspace(DRAFT, DRAFT, {}, ()).revise({"甲-1": Patch(edits=(Remove(remove="1.2"),))})
    assert Workspace(DRAFT, done.sections, done.record, ()).lost == {}
    assert Workspace(DRAFT, DRAFT, done.record, ()).lost == {"甲-1": ["1.2"]}


TABLE = Table(
    table="表1",
    columns=(TableHead(key="指标"), TableHead(key="今年")),
    rows=(TableRow(id="表1.1", cells=("桥梁", "2")), TableRow(id="表1.2", cells=("道路", "3"))),
)
NOTED = (
    Section(
        key="第一章",
        title="目标",
        body=(Paragraph(id="1.1", text="到明年建成桥梁两座。"), TABLE),
    ),
)
COLUMN = Add(add=NewTableHead(head="明年", cells={"表1.1": "5", "表1.2": "6"}), to="表1")
ROW = Add(add=NewRow(id="表1.3", cells=("渡口", "4")), to="表1", after="表1.2")
NOTE = Add(add=NewNote(note="含便桥。", after="桥梁", id="1.1.注1"), to="1.1")


def changed(edit: Add, change: Callable[[Section], Section]) -> bool:
    """Whether what a comment added is lost when the office changes the section so."""
    done = Workspace(NOTED, NOTED, {}, ()).revise({"甲-1": Patch(edits=(edit,))})
    assert Workspace(NOTED, done.sections, done.record, ()).lost == {}
    (section,) = done.sections
    return "甲-1" in Workspace(NOTED, (change(section),), done.record, ()).lost


@pytest.mark.parametrize(
    ("edit", "old", "new", "gone"),
    [
        (COLUMN, '"2", "5"', '"2", "9"', True),
        (COLUMN, '"3", "6"', '"3", ""', True),
        (COLUMN, '"2", "5"', '"2", "5（预计）"', False),
        (COLUMN, '"2", "5"', '"8", "5"', False),
        (ROW, '"渡口", "4"', '"渡口", "40"', True),
        (ROW, '"渡口", "4"', '"渡口", "4万"', True),
        (ROW, '"渡口", "4"', '"主要渡口", "4"', False),
        (NOTE, '"after":"桥梁"', '"after":"明年"', True),
        (NOTE, '"after":"桥梁"', '"after":"成桥梁"', False),
        (NOTE, "含便桥。", "含便桥和栈桥。", True),
    ],
)
def test_what_came_is_proved_cell_by_cell_and_with_its_mark(
    edit: Add, old: str, new: str, gone: bool
) -> None:
    def change(section: Section) -> Section:
        text = section.model_dump_json(by_alias=True).replace('","', '", "')
        assert text.count(old) == 1
        return Section.model_validate_json(text.replace(old, new))

    assert changed(edit, change) is gone


def test_a_row_stays_where_the_office_puts_a_column_across_it() -> None:
    def with_column(section: Section) -> Section:
        paragraph, table = section.body
        assert isinstance(table, Table)
        rows = tuple(
            row.model_copy(update={"cells": (row.cells[0], "新", *row.cells[1:])})
            for row in table.rows
        )
        columns = (table.columns[0], TableHead(key="单位"), *table.columns[1:])
        wider = table.model_copy(update={"columns": columns, "rows": rows})
        return section.model_copy(update={"body": (paragraph, wider)})

    assert not changed(ROW, with_column)
