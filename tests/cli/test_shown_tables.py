"""Tables on a screen: columns stand under their heads, however wide their characters are."""

from pathlib import Path

import pytest
from rich.cells import cell_len

from plancli.core.plan.model import Table
from plancli.render.terminal.grids import table_lines
from tests.conftest import Run
from tests.core.tabled import TABLE

FERRIES = """
  - table: 表1
    title: 渡口
    unit: 单位:次
    columns: [渡口, {key: 今年, head: 班次|今年}]
    rows:
      - [一、客运]
      - [东渡, "12"]
      - [老码头渡口, "3"]
"""


def shown(table: Table) -> list[str]:
    return [line for line, _ in table_lines("第一章/表1", table)]


def test_columns_stand_under_their_heads() -> None:
    assert shown(TABLE) == [
        "第一章/表1 渡口主要指标",
        "  单位:次",
        "         指标      渡运 去年  渡运 今年",
        "         /指标     /去年      /今年",
        "  表1.0  一、客运",
        "  表1.1  日均班次  12         16",
        "  表1.2  晚点班次  3          2",
        "  表1.3  检修      4          4",
        "  表1.注1  注:去年的数为全年平均。",
    ]


def test_long_words_are_broken_within_their_column() -> None:
    words = "更新渡船、趸船和候船设施,改造两岸道路"
    table = Table.model_validate({"table": "表1", "rows": [["1", words, "镇"], ["2", "短", "县"]]})
    _, *lines = shown(table)
    assert len(lines) == 3
    places = [
        cell_len(line[: line.index(unit)]) for line, unit in ((lines[0], "镇"), (lines[2], "县"))
    ]
    assert places[0] == places[1]
    assert "".join(line.split()[-1] for line in lines[:2]).count("道路") == 1


def test_the_last_line_of_a_row_has_its_id() -> None:
    assert [part for _, part in table_lines("第一章/表1", TABLE) if part] == [
        *("表1/unit", "表1.0", "表1.1", "表1.2", "表1.3", "表1.注1"),
    ]


@pytest.fixture
def ferries(tmp_path: Path, run: Run) -> Path:
    assert run(tmp_path, "init", "镇", "--empty", "--title", "渡口", "--issuer", "镇").code == 0
    folder = tmp_path / "镇"
    (folder / "plan/一.yaml").write_text("key: 一\ntitle: 渡运\nbody:" + FERRIES, encoding="utf-8")
    manifest = folder / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    text = text[: text.index("sections:")] + "sections: [一]\nunits: [{name: 甲}]\n"
    manifest.write_text(text, encoding="utf-8")
    assert run(folder, "freeze", "稿").code == 0
    comment = folder / "comments/甲/01.yaml"
    comment.parent.mkdir(parents=True)
    edits = 'edits:\n  - {replace: "12", with: "14", in: 表1.2/今年}\n'
    head = "unit: 甲\ndraft: 稿\nopinion: 东渡改为14次。\n"
    comment.write_text(f"{head}{edits}decision: {{status: 采纳}}\n", encoding="utf-8")
    assert run(folder, "apply", "--all").code == 0
    return folder


def test_what_hangs_on_a_cell_stands_below_its_row(ferries: Path, run: Run) -> None:
    lines = run(ferries, "show", "表1").out.splitlines()
    row = next(at for at, line in enumerate(lines) if "东渡" in line)
    assert lines[row].split() == ["表1.2", "东渡", "14"]
    assert lines[row + 1] == "  · 表1.2/今年 甲-01 采纳: 东渡改为14次。"
    assert "老码头" not in run(ferries, "show", "表1.2").out


def test_a_cell_takes_one_line_of_diff_and_blame(ferries: Path, run: Run) -> None:
    assert "  表1.2/今年 [-12-]{+14+}\n" in run(ferries, "diff").out
    assert "表1.2/今年  [甲-01: [-12-]14]\n" in run(ferries, "blame", "表1").out
