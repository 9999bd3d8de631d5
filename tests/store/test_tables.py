"""The file of a section with a table: what changes on disk is the cell, row or column that changed."""

import difflib

import hypothesis.strategies as st
import pytest
from hypothesis import given

from plancli.core.codes import Code
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Remove
from plancli.core.comments.record import Patch
from plancli.core.finding import PlanError
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Section, Table
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Workspace
from plancli.store.repository import load
from plancli.store.sections import section_entry, updated
from plancli.store.validate import validate
from plancli.store.yaml import emit
from plancli.store.yaml.strict import parse
from tests.core.tabled import CELLS, DRAFT, WORDS, wanted, with_cells, workspace

TYPED = """key: 第一章
title: 渡运
body:
  - id: "1.1"
    text: |-
      班次见表1。
  - table: 表1
    title: 渡口主要指标
    unit: 单位:次
    columns:
      - 指标
      - {key: 去年, head: 渡运|去年}  # 全年
      - {key: 今年, head: 渡运|今年}
    rows:
      - [一、客运]
      - [日均班次, "12", "16"]
      - {id: 表1.2, cells: [晚点班次, '3', '2']}  # 待核
      - id: 表1.3
        cells:
          - 检修
          - "4"
          - "4"
    notes:
      - id: 表1.注1
        text: |-
          注:去年的数为全年平均。
"""
"""The first section of the plan as people may write it: rows by their cells alone, in braces, in lines."""


def read(text: str) -> Section:
    return validate(Section, parse("plan/一.yaml", text.encode()))


def written(text: str, new: Section) -> str:
    old = read(text)
    return updated(parse("plan/一.yaml", text.encode()), old, new).decode()


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


IDS = TYPED.replace("- [一、客运]", "- {id: 表1.0, cells: [一、客运]}").replace(
    '- [日均班次, "12", "16"]', '- {id: 表1.1, cells: [日均班次, "12", "16"]}'
)


def test_a_cell_is_a_word_in_its_line() -> None:
    new = with_cells((read(IDS),), {"表1.2/今年": "1", "表1.3/去年": "约5", "表1/unit": "单位:班"})[
        0
    ]
    assert changed_lines(IDS, written(IDS, new)) == [
        "-    unit: 单位:次",
        "+    unit: 单位:班",
        "-      - {id: 表1.2, cells: [晚点班次, '3', '2']}  # 待核",
        "+      - {id: 表1.2, cells: [晚点班次, '3', '1']}  # 待核",
        '-          - "4"',
        '+          - "约5"',
    ]


def test_a_row_that_goes_leaves_the_others_their_names() -> None:
    typed = TYPED.replace("      - {id: 表1.2, cells: [晚点班次, '3', '2']}  # 待核\n", "")
    old = read(typed)
    table = Outline([old]).tables["第一章/表1"]
    assert [row.id for row in table.rows] == ["表1.1", "表1.2", "表1.3"]
    new = old.model_copy(
        update={"body": (old.body[0], table.model_copy(update={"rows": table.rows[1:]}))}
    )
    after = written(typed, new)
    assert changed_lines(typed, after) == [
        "-      - [一、客运]",
        '-      - [日均班次, "12", "16"]',
        '+      - {id: 表1.2, cells: [日均班次, "12", "16"]}',
    ]
    assert read(after) == new


@given(wanted, st.dictionaries(st.sampled_from(CELLS), WORDS, max_size=2))
def test_what_is_written_is_read_again(patches: dict[str, Patch], words: dict[str, str]) -> None:
    before = unprinted(DRAFT)[0]
    after = with_cells(workspace().revise(patches).sections, words)[0]
    assert read(written(IDS, after)) == after
    # and back, from whatever the file was then
    assert read(written(written(IDS, after), before)) == before


def test_a_table_is_laid_down_as_it_is_read() -> None:
    for section in unprinted(DRAFT):
        assert read(emit.document(section_entry(section))) == section


@pytest.mark.parametrize(
    ("old", "new", "key", "line"),
    [
        ("key: 去年,", "key: 今年,", "columns", 13),
        ("key: 去年,", "key: 去/年,", "key", 12),
        ('[日均班次, "12", "16"]', '[日均班次, "12"]', "rows", 16),
        ("- [一、客运]", "- []", "cells", 15),
        ("- [一、客运]", "- 一、客运", "rows", 15),
    ],
)
def test_what_is_no_table_is_refused(old: str, new: str, key: str, line: int) -> None:
    with pytest.raises(PlanError) as refused:
        read(IDS.replace("- {id: 表1.0, cells: [一、客运]}", "- [一、客运]").replace(old, new))
    (found,) = refused.value.findings
    assert found.place is not None
    assert (found.params["key"], found.place.line) == (key, line)


DECLARED = IDS.replace(
    "    notes:\n", "    sums:\n      - {row: 表1.3, of: [表1.1, 表1.2]}  # 两种班次\n    notes:\n"
)


def test_what_is_declared_stays_when_cells_change() -> None:
    before = read(DECLARED)
    (after,) = with_cells((before,), {"表1.3/去年": "5"})
    assert changed_lines(DECLARED, written(DECLARED, after)) == [
        '-          - "4"',
        '+          - "5"',
    ]


def test_what_is_declared_is_written_a_line_each() -> None:
    (first, table), section = read(TYPED).body, read(TYPED)
    declared = {
        "sums": [
            {"row": "表1.3", "of": ["表1.1", "表1.2"], "columns": ["今年"], "rounded": "true"}
        ],
        "shares": [{"column": "今年", "of": "去年", "total": "表1.3", "rows": ["表1.1"]}],
    }
    wanted_ = Table.model_validate({**table.model_dump(exclude_unset=True), **declared})
    text = written(TYPED, section.model_copy(update={"body": (first, wanted_)}))
    assert changed_lines(TYPED, text) == [
        "+    sums:",
        "+      - {row: 表1.3, of: [表1.1, 表1.2], columns: [今年], rounded: true}",
        "+    shares:",
        "+      - {column: 今年, of: 去年, total: 表1.3, rows: [表1.1]}",
    ]
    assert read(text).body[1] == wanted_
    assert (
        "\n".join(emit.entry("body", section_entry(read(text))["body"])).count("rounded: true") == 1
    )


def test_columns_that_are_joined_are_written_in_a_line() -> None:
    (first, table), section = read(TYPED).body, read(TYPED)
    assert isinstance(table, Table)
    wanted_ = table.model_copy(update={"joined": ("指标", "今年")})
    text = written(TYPED, section.model_copy(update={"body": (first, wanted_)}))
    assert changed_lines(TYPED, text) == ["+    joined: [指标, 今年]"]
    assert read(text).body[1] == wanted_
    assert written(text, section) == TYPED


# --- names that are taken -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["第一章/表1/今年", "第一章/表1/|", "第一章/表1/*", "表1.1/今年", "表1.1"]
)
def test_a_paragraph_has_no_name_of_a_part_of_a_table(name: str) -> None:
    """Columns and lists of a table have keys in the one space of names, like its rows and cells."""
    files = {
        "plan/plan.yaml": "title: 渡口\nissuer: 镇\nsections: [第一章]\n".encode(),
        "plan/第一章.yaml": IDS.replace('id: "1.1"', f'id: "{name}"').encode(),
    }
    with pytest.raises(PlanError) as refused:
        load(files)
    (found,) = refused.value.findings
    assert (found.code, found.params["key"]) == (Code.DUPLICATE_ID, name)
    assert found.place is not None
    assert found.place.file == "plan/第一章.yaml"


def test_the_key_of_a_new_column_is_like_that_of_any_column() -> None:
    for mark in "/|*":
        edit = f"unit: 甲\nopinion: 改。\nedits:\n  - {{add: {{head: 明年, key: 明{mark}年}}, to: 表1}}\n"
        document = parse("comments/甲/01.yaml", edit.encode())
        with pytest.raises(PlanError):
            validate(Comment, document)


def test_a_row_across_is_said_where_one_column_is_left() -> None:
    gone = tuple(Remove(remove=f"第一章/表1/{head}") for head in ("去年", "今年"))
    typed = IDS.replace("{id: 表1.0, cells: [一、客运]}", "[一、客运]").replace("表1.1", "表1.2")
    for text in (IDS, typed.replace("id: 表1.2, cells: [晚", "id: 表1.4, cells: [晚")):
        before = read(text)
        space = Workspace((before,), (before,), {}, ())
        after = space.revise({"甲-1": Patch(edits=gone)}).sections[0]
        put = written(text, after)
        assert put.count("across: true") == 1
        assert read(put) == after
        assert read(written(put, before)) == before
