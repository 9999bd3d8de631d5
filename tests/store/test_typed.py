"""What comments change and is taken back stands as it was typed, byte for byte, in whatever style of YAML."""

import textwrap
from collections.abc import Sequence

import pytest

from plancli.core.plan.digest import draft_digest
from plancli.core.plan.model import Draft
from plancli.core.plan.outline import part_name
from plancli.library.revising import apply, revert
from plancli.store.repository import Repository, load
from plancli.store.save import revised_files
from plancli.store.sections import draft_entry
from plancli.store.yaml import emit

BEGINNING = """\
title: 渡口改造方案
issuer: 河口镇人民政府
language: zh
units:
  - name: 渡管所
sections:
  - 第一章
  - 第二章
"""
OTHER = "key: '第二章'\ntitle: \"经费\"\nbody:\n  - {id: '2.1', text: '经费由镇里安排。'}\n"

PARAGRAPHS = {
    "single quotes": """\
        - id: '1.1'
          heading: '码头'
          text: '分期加固码头。船工叫它''老埠''。'
          units: ['渡管所']
        - id: '1.2'
          text: '汛期停航。'
        """,
    "double quotes": """\
        - id: "1.1"
          heading: "码头"
          text: "分期加\\u56fa码头。船工叫它老埠。"
          units: ["渡管所"]
        - id: "1.2"
          text: "汛期停航。"
        """,
    "one line": """\
        - id: 1.1
          heading:   码头
          text: 分期加固码头。船工叫它老埠。
          units: [ 渡管所 ]
        - id: 1.2
          text: 汛期停航。
        """,
    "lines of its own": """\
        -   id: 1.1
            heading: 码头
            text: |-
                分期加固
                码头。船工叫它老埠。
            units:
            - 渡管所
        -   id: 1.2
            text: |
                汛期停航。
        """,
    "braces": """\
        - {id: 1.1, heading: 码头, text: 分期加固码头。船工叫它老埠。, units: [渡管所]}
        - { id: 1.2 , text: '汛期停航。' }
        """,
    "blank lines and another order": """\
        # 码头先行
        - text: 分期加固码头。船工叫它老埠。
          id: 1.1
          heading: 码头
          units: [渡管所]


        - id: 1.2

          text: 汛期停航。
        """,
}
OF_PARAGRAPHS = (
    "{replace: 加固码头, with: 加固码头和引桥}",
    "{delete: 分期加固码头。}",
    "{rewrite: '1.1', with: 重建码头。}",
    "{title: '1.1', with: 码头和引桥}",
    "{units: '1.1', remove: [渡管所]}",
    "{remove: '1.1'}",
    "{remove: '1.2'}",
    "{move: '1.2', before: '1.1'}",
    "{move: '1.1', to: 第二章}",
    "{add: {note: 枯水期施工。, after: 码头}, to: '1.1'}",
    "{add: {text: 增设岸灯。}, to: 第一章, after: '1.1'}",
    "{remove: 第二章}",
    "{title: 第二章, with: 经费和工期}",
)

TABLES = {
    "cells in a row": """\
        - table: '表1'
          title: "码头"
          columns: [名称, 去年, 今年]
          rows:
            - [老埠, "3", '4']
            - [新埠, '0', "2"]
        """,
    "braces": """\
        - table: 表1
          title: 码头
          columns: [名称, {key: 去年, head: 泊位|去年}, {key: 今年, head: '泊位|今年'}]
          rows:
            - { id: 表1.1, cells: [ 老埠, "3", '4' ] }
            - {id: 表1.2, cells: [新埠, '0', "2"]}
        """,
    "cells one below another": """\
        - table: 表1
          title: 码头
          columns:
            - 名称
            - {key: 去年, head: 泊位|去年}
            - key: 今年
              head: 泊位|今年
          rows:
            - id: 表1.1
              cells:
                - 老埠
                - "3"
                - '4'
            - id: 表1.2
              cells:
              - 新埠
              - '0'
              - |-
                2
        """,
    "dashes in dashes": """\
        - table: 表1
          title: 码头
          columns: [名称, 去年, 今年]
          rows:
            - - 老埠
              - "3"
              - '4'
            -
              - 新埠
              - '0'
              - "2"
        """,
    "all rows in one line": """\
        - table: 表1
          title: 码头
          columns: [名称, 去年, 今年]
          rows: [[老埠, "3", '4'], [新埠, '0', "2"]]
        """,
}
OF_TABLES = (
    "{replace: '4', with: '5', in: 表1.1/今年}",
    "{replace: '2', with: '6', in: 表1.2/今年}",
    "{delete: '0', in: 表1.2/去年}",
    "{add: {cells: [上埠, '1', '1']}, to: 表1, after: 表1.1}",
    "{remove: 表1.1}",
    "{remove: 表1.2}",
    "{remove: 表1/去年}",
    "{move: 表1.2, before: 表1.1}",
    "{move: 表1/今年, before: 表1/去年}",
    "{add: {head: 后年}, to: 表1}",
    "{title: 表1, with: 泊位}",
    "{remove: 表1}",
)

LISTS = {
    "braces": """\
        - id: '1.1'
          text: 分两期。
          items:
            - {id: 1.1.1, text: 先修老埠。}
            - {id: 1.1.2, number: ②, text: '再修新埠。'}
        """,
    "brackets": """\
        - id: '1.1'
          text: 分两期。
          items: [{id: 1.1.1, text: 先修老埠。}, {id: 1.1.2, text: 再修新埠。}]
        """,
    "a column": """\
        - column: '专栏1'
          title: "两期"
          items:
          - id: 1.1.1
            text: '先修老埠。'
          - {id: 1.1.2, text: 再修新埠。}
        """,
}
OF_LISTS = (
    "{replace: 先修老埠, with: 先修老埠和引桥}",
    "{remove: 1.1.1}",
    "{move: 1.1.2, before: 1.1.1}",
    "{rewrite: 1.1.2, with: 新埠缓建。}",
)

CASES = [
    pytest.param(body, edit, id=f"{style}: {edit}")
    for styles, edits in (
        (PARAGRAPHS, OF_PARAGRAPHS),
        (TABLES, OF_TABLES),
        (LISTS, OF_LISTS),
    )
    for style, body in styles.items()
    for edit in edits
]


def plan(body: str, *edits: str) -> Repository:
    """Return a plan whose first section has a body as it is typed, and an adopted comment for each edit."""
    section = "key: 第一章\ntitle: 码头\nbody:\n" + textwrap.indent(textwrap.dedent(body), "  ")
    files = {
        "plan/plan.yaml": BEGINNING,
        "plan/第一章-码头.yaml": section,
        "plan/2.yaml": OTHER,
    }
    sections = load({path: text.encode() for path, text in files.items()}).sections
    draft = Draft(draft="初稿", sections=sections)
    files["plan/drafts/初稿.yaml"] = emit.document(draft_entry(draft))
    frozen = f"draft: 初稿\ndrafts:\n  - {{name: 初稿, digest: '{draft_digest(draft)}'}}\n"
    files["plan/plan.yaml"] += frozen
    for number, edit in enumerate(edits, 1):
        said = "unit: 渡管所\nopinion: 建议修改。\ndecision: {status: 采纳}\n"
        files[f"comments/渡管所/{number:02}.yaml"] = f"{said}edits:\n  - {edit}\n"
    return load({path: text.encode() for path, text in files.items()})


def applied(before: Repository, *names: str) -> Repository:
    revision = apply(before, names or None)
    assert {str(outcome) for outcome in revision.outcomes.values()} == {"applied"}
    return before.changed(revised_files(before, revision))


def reverted(before: Repository, *names: str) -> Repository:
    return before.changed(revised_files(before, revert(before, names or None)))


def of_plan(repository: Repository) -> dict[str, bytes]:
    return {path: raw for path, raw in repository.files.items() if path != "plan/applied.yaml"}


@pytest.mark.parametrize(("body", "edit"), CASES)
def test_what_is_taken_back_stands_as_it_was_typed(body: str, edit: str) -> None:
    before = plan(body, edit)
    after = applied(before)
    assert of_plan(after) != of_plan(before)
    again = reverted(after)
    assert of_plan(again) == of_plan(before)
    assert (again.record.typed, again.record.files) == ({}, {})


@pytest.mark.parametrize("body", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_lines_that_end_as_those_of_windows_do_come_back_too(body: str) -> None:
    typed = plan(body, "{remove: '1.1'}", "{remove: 第二章}")
    files = {path: raw.replace(b"\n", b"\r\n") for path, raw in typed.files.items() if "章" in path}
    before = typed.changed(files)
    assert of_plan(reverted(applied(before))) == of_plan(before)


ORDERS: list[tuple[Sequence[str], Sequence[str]]] = [
    (("渡管所-01", "渡管所-02"), ("渡管所-01", "渡管所-02")),
    (("渡管所-01", "渡管所-02"), ("渡管所-02", "渡管所-01")),
    (("渡管所-02", "渡管所-01"), ("渡管所-01", "渡管所-02")),
    (("渡管所-02", "渡管所-01"), ("渡管所-02", "渡管所-01")),
]


@pytest.mark.parametrize(("taken", "given_back"), ORDERS)
@pytest.mark.parametrize("body", PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_the_order_in_which_comments_come_and_go_is_all_one(
    body: str, taken: Sequence[str], given_back: Sequence[str]
) -> None:
    edits = "{replace: 加固码头, with: 加固码头和引桥}", "{units: '1.1', remove: [渡管所]}"
    before = plan(body, *edits)
    now = before
    for name in taken:
        now = applied(now, name)
    for name in given_back:
        now = reverted(now, name)
    assert of_plan(now) == of_plan(before)


def test_one_part_comes_back_as_it_was_typed_while_others_stay_changed() -> None:
    before = plan(
        PARAGRAPHS["single quotes"], "{remove: '1.1'}", "{rewrite: '1.2', with: 汛期禁航。}"
    )
    now = reverted(applied(before), "渡管所-01").files["plan/第一章-码头.yaml"].decode()
    typed = before.files["plan/第一章-码头.yaml"].decode()
    assert now == typed.replace("'汛期停航。'", "'汛期禁航。'")


def test_signs_that_stay_are_typed_as_they_were_while_others_change() -> None:
    before = plan(PARAGRAPHS["double quotes"], "{replace: 老埠, with: '\"老埠\"'}")
    now = applied(before).files["plan/第一章-码头.yaml"].decode()
    assert 'text: "分期加\\u56fa码头。船工叫它\\"老埠\\"。"' in now


def test_what_plancli_writes_itself_is_not_remembered() -> None:
    body = "- id: 甲\n  text: |-\n    分期加固码头。\n- id: 乙\n  text: |-\n    汛期停航。\n"
    record = applied(plan(body, "{remove: 乙}")).record
    assert (record.typed, record.files) == ({}, {})


def test_what_somebody_noted_in_the_lines_since_is_not_lost() -> None:
    before = plan(PARAGRAPHS["braces"], "{replace: 加固码头, with: 加固码头和引桥}")
    path = "plan/第一章-码头.yaml"
    after = applied(before)
    noted = after.files[path].replace(b'  - id: "1.1"\n', '  - id: "1.1"  # 待核\n'.encode())
    assert noted != after.files[path]
    again = reverted(after.changed({path: noted})).files[path].decode()
    assert "# 待核" in again
    assert "分期加固码头。\n" in again


def test_a_file_in_which_somebody_else_wrote_does_not_come_back_as_it_was() -> None:
    before = plan(PARAGRAPHS["blank lines and another order"], "{remove: '1.2'}")
    path = "plan/第一章-码头.yaml"
    after = applied(before)
    assert path in after.record.files
    again = reverted(after.changed({path: after.files[path] + "# 三月核过\n".encode()}))
    assert again.files[path].decode().endswith("# 三月核过\n")
    assert [part_name(part) for part in again.sections[0].body] == ["1.1", "1.2"]
