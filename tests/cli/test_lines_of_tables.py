"""What `check` says of a table, a figure or a note of a section names its file, and the line there."""

from datetime import date

import pytest

from plancli.core.finding import Place
from plancli.library.judging import check
from tests.store.test_typed import plan

FILE = "plan/第一章-码头.yaml"
TABLE = """\
- id: 甲
  text: 分期加固码头。
- table: 表1
  title: 泊位
  unit: 单位:个
  columns:
    - 名称
    - {key: 今年, head: 泊位|今年}
    - {key: 明年, head: 泊位|明年}
  rows:
    - {id: 老, cells: [老埠, '3', '4']}
    - {id: 新, cells: [新埠, '0', '2']}
  notes:
    - id: 表注
      text: 不含渔港。
- image: figures/图1.png
  title: 位置
  alt: 码头
"""


def found(code: str, old: str, new: str) -> list[tuple[Place, str]]:
    """Return the places of findings of a code on the plan with other words, each with what stands there."""
    files = dict(plan(TABLE).files)
    typed = files[FILE].decode()
    assert typed.count(old) == 1
    changed = typed.replace(old, new)
    files[FILE] = changed.encode()
    places: list[tuple[Place, str]] = []
    for finding in check(files, date(2026, 1, 1)).findings:
        if finding.code == code and finding.place:
            lines = changed.split("\n") if finding.place.file == FILE else [""]
            places.append((finding.place, lines[finding.place.line - 1].strip()))
    return places


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("head: 泊位|今年", "head: 船位|今年", "- {key: 今年, head: 船位|今年}"),
        ("key: 今年", "key: 本年", "- {key: 本年, head: 泊位|今年}"),
        ("      - {id: 新, cells: [新埠, '0', '2']}\n", "", "- 名称"),
        ("    unit: 单位:个\n", "", "- table: 表1"),
        ("    title: 位置\n", "    title: 位置图\n", "title: 位置图"),
        ("  - image: figures/图1.png\n    title: 位置\n    alt: 码头\n", "", "key: 第一章"),
        ("不含渔港", "含渔港", "text: 含渔港。"),
    ],
)
def test_a_change_that_nobody_explains_names_the_line(old: str, new: str, line: str) -> None:
    places = found("P405", old, new)
    assert {place.file for place, _ in places} == {FILE}
    assert line in [shown for _, shown in places]


def test_heads_in_another_order_name_the_list_of_heads() -> None:
    heads = "    - {key: 今年, head: 泊位|今年}\n      - {key: 明年, head: 泊位|明年}\n"
    other = "    - {key: 明年, head: 泊位|明年}\n      - {key: 今年, head: 泊位|今年}\n"
    places = found("P405", heads, other)
    assert {place.file for place, _ in places} == {FILE}
    assert "- 名称" in [shown for _, shown in places]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[新埠, '0', '2']", "[新埠, '0']", "- {id: 新, cells: [新埠, '0']}"),
        ("key: 明年", "key: 今年", "- {key: 今年, head: 泊位|明年}"),
    ],
)
def test_what_is_uneven_in_a_table_names_the_row_or_the_head(old: str, new: str, line: str) -> None:
    assert [shown for _, shown in found("P114", old, new)] == [line]


def test_a_number_in_a_head_is_told_where_it_stands() -> None:
    ((place, _),) = found("P506", "head: 泊位|明年", "head: 泊位|13912345678")
    assert (place.file, place.line) == (FILE, 12)
    assert place.column > len("    - {key: 明年, head: ")
