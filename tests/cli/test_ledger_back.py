"""An exported ledger that colleagues filled in comes back: decisions right in all rows, or none written."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.test_json import fits
from tests.conftest import Run, plan_files
from tests.papers.ledger import DECIDED, FILLED, MORE, consulted, decisions, places

Fill = Callable[..., Path]


@pytest.fixture
def fill(example: Path, run: Run) -> Fill:
    """Return what exports the ledger, and fills it in as another program does."""

    def export_and_fill(filled: Mapping[str, Mapping[str, str]]) -> Path:
        file = consulted(example) / "台账.xlsx"
        run(example, "report", "--preset", "internal", "-o", str(file))
        book = openpyxl.load_workbook(file)
        for place, words in places(file, filled).items():
            book.active[place] = words
        book.save(file)
        return file

    return export_and_fill


def test_what_was_filled_in_is_decided_and_nothing_else(
    example: Path, run: Run, fill: Fill
) -> None:
    file = fill(FILLED)
    untouched = (example / "comments/镇民政办/01.yaml").read_bytes()
    dry = run(example, "decide", "--from", str(file), "--dry-run", "--json")
    assert decisions(example)["镇财政所-02"][0] == "待定"
    done = run(example, "decide", "--from", str(file), "--json")
    assert done.code == 0
    assert dry.out == done.out
    answer = fits("decide", done.out)
    assert [one["id"] for one in answer["comments"]] == [
        name for name in DECIDED if name != "镇民政办-01"
    ]
    assert answer["handlers"] == {"镇财政所-02": "张三", "镇财政所-04": ""}
    assert decisions(example) == DECIDED
    assert (example / "comments/镇民政办/01.yaml").read_bytes() == untouched
    again = run(example, "decide", "--from", str(file))
    assert (again.code, again.out) == (0, "")


def test_a_ledger_that_nobody_filled_in_says_nothing(example: Path, run: Run, fill: Fill) -> None:
    before = plan_files(example)
    done = run(example, "decide", "--from", str(fill({})))
    assert (done.code, done.out) == (0, "")
    changed = {path for path, raw in plan_files(example).items() if before.get(path) != raw}
    assert changed <= {f"comments/{name}.yaml" for name in MORE} | {"台账.xlsx"}


def test_the_ledger_of_the_real_plan_as_it_was_written_says_nothing(
    adopted: Path, run: Run
) -> None:
    file = adopted / "台账.xlsx"
    assert run(adopted, "report", "--preset", "internal", "-o", str(file)).code == 0
    done = run(adopted, "decide", "--from", str(file))
    said = "Nothing was filled in that is not decided here already.\n"
    assert (done.code, done.out, done.err) == (0, "", said)


def test_all_that_cannot_be_taken_is_listed_and_nothing_written(
    example: Path, run: Run, fill: Fill
) -> None:
    file = fill(FILLED)
    opinion = example / "comments/镇财政所/03.yaml"
    opinion.write_text(
        opinion.read_text(encoding="utf-8").replace("删去", "去掉"), encoding="utf-8"
    )
    (example / "comments/镇财政所/04.yaml").unlink()
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考").code == 0
    before = plan_files(example)
    done = run(example, "decide", "--from", str(file))
    assert (done.code, done.out, done.err.count("P069")) == (2, "", 3)
    for words in (
        "台账.xlsx:5: P069 Row 5 (镇财政所-02) cannot be taken: something else was decided here",
        "台账.xlsx:6: P069 Row 6 (镇财政所-03) cannot be taken: its opinion was changed here",
        "台账.xlsx:7: P069 Row 7 (镇财政所-04) cannot be taken: there is no such comment here",
    ):
        assert words in done.err
    assert plan_files(example) == before


def test_a_decision_that_decide_refuses_is_refused_at_its_row(
    example: Path, run: Run, fill: Fill
) -> None:
    file = fill({"镇财政所-02": {"采纳情况": "采纳"}, "镇财政所-03": {"采纳情况": "不采纳"}})
    before = plan_files(example)
    done = run(example, "decide", "--from", str(file))
    assert done.code == 1
    assert done.err.startswith("台账.xlsx:6: P4")
    assert plan_files(example) == before


def test_what_is_not_read_is_told(example: Path, run: Run, fill: Fill) -> None:
    cells = {"采纳情况": "同意", "附注": "另议"}
    file = str(fill({"镇财政所-02": cells}))
    answer = fits("decide", run(example, "decide", "--from", file, "--dry-run", "--json").out)
    entry = {"row": 5, "id": "镇财政所-02"}
    assert answer["undecided"] == [{**entry, "words": "同意"}]
    assert answer["unread"] == [{**entry, "words": "附注"}]
    done = run(example, "decide", "--from", file)
    assert done.code == 1
    assert "台账.xlsx:5 镇财政所-02: no decision that is known" in done.err
    assert "台账.xlsx:5 镇财政所-02: what was changed under 附注 is not read" in done.err
    done = run(example, "decide", "--from", str(fill({"镇财政所-02": {"附注": "另议"}})))
    assert (done.code, "附注" in done.err) == (1, True)


def test_rows_that_were_sorted_and_filtered_and_tables_with_label_and_answer_in_one_cell(
    example: Path, run: Run
) -> None:
    file = consulted(example) / "表.xlsx"
    assert run(example, "report", "--repeat-unit", "-o", str(file)).code == 0
    book = openpyxl.load_workbook(file)
    sheet = book.active
    assert sheet.column_dimensions["D"].hidden
    assert sheet.auto_filter.ref.startswith("A3:D")
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4, max_row=7)]
    for row, values in zip(sheet.iter_rows(min_row=4, max_row=7), rows[::-1], strict=True):
        for cell, value in zip(row, values, strict=True):
            cell.value = "采纳。已增加。" if value == "待定" and "油烟" in values[1] else value
    for row in range(4, 8):  # as a filter leaves them
        sheet.row_dimensions[row].hidden = True
    book.save(file)
    assert run(example, "decide", "--from", str(file)).code == 0
    found = decisions(example)
    assert found["镇财政所-02"][:3] == ("采纳", "已增加。", None)
    assert found["镇财政所-03"][0] == "待定"


def test_a_table_for_the_public_carries_nothing(example: Path, run: Run) -> None:
    file = example / "表.xlsx"
    run(example, "report", "--public", "-o", str(file))
    sheet = openpyxl.load_workbook(file).active
    assert not any("plancli" in str(cell.value) for row in sheet.iter_rows() for cell in row)
    done = run(example, "decide", "--from", str(file))
    assert done.code == 2
    assert (
        "P068 No decisions can be taken from it: the hidden column at its end is missing."
        in done.err
    )


@pytest.mark.parametrize("content", [None, b"", b"PK\x03\x04broken", "编号,采纳情况\n".encode()])
def test_a_file_that_is_no_ledger(example: Path, run: Run, content: bytes | None) -> None:
    file = example / "坏.xlsx"
    if content is not None:
        file.write_bytes(content)
    done = run(example, "decide", "--from", str(file))
    assert (done.code, done.err.count("P015" if content is None else "P068")) == (2, 1)


def test_from_goes_alone(example: Path, run: Run) -> None:
    done = run(example, "decide", "镇财政所-02", "--from", "台账.xlsx")
    assert done.code == 2
    assert "--from goes with --dry-run, --commit and --json only" in done.err


def test_a_dry_run_says_that_nothing_was_written_and_the_reason_goes_with_the_status(
    example: Path, run: Run
) -> None:
    dry = run(example, "decide", "镇财政所-02", "--status", "留作参考", "--dry-run")
    assert "nothing was written" in dry.err
    assert (
        "nothing was written"
        not in run(example, "decide", "镇财政所-02", "--status", "留作参考").err
    )
    # a decision that was refused is in no file: the hint says all of it
    refused = run(example, "decide", "镇财政所-02", "--status", "不采纳")
    assert "plancli decide 镇财政所-02 --status 不采纳 --reason …" in refused.err


REASON = "".join(
    f"第{number}点，此项工作由县里统一安排，镇里不另行规定。\n" for number in range(90)
)


@pytest.fixture
def over_several_rows(example: Path, run: Run) -> Path:
    """Return a ledger in which the reason of one comment goes over several rows."""
    consulted(example)
    lines = "".join(f"    {line}\n" for line in REASON.splitlines())
    file = example / "comments/镇财政所/03.yaml"
    decision = f"decision:\n  status: 不采纳\n  reason: |-\n{lines}"
    file.write_text(f"{file.read_text('utf-8')}{decision}", encoding="utf-8")
    run(example, "report", "--preset", "internal", "--internal", "-o", str(example / "台账.xlsx"))
    return example / "台账.xlsx"


def _parts(page: Any) -> list[int]:
    return [row[0].row for row in page.iter_rows() if row[0].value == "镇财政所-03"]


def _column(page: Any, label: str) -> int:
    head = next(row for row in page.iter_rows() if row[0].value == "编号")
    return [cell.value for cell in head].index(label) + 1


def test_words_over_several_rows_are_one_when_they_come_back(
    example: Path, run: Run, over_several_rows: Path
) -> None:
    book = openpyxl.load_workbook(over_several_rows)
    page = book.active
    first, *rest = _parts(page)
    assert rest
    silent = run(example, "decide", "--from", str(over_several_rows), "--dry-run")
    assert (silent.code, silent.out) == (0, "")
    last = page.cell(rest[-1], _column(page, "理由"))
    last.value = f"{last.value}\n以上。"
    page.cell(first, _column(page, "办理人")).value = "张三"
    book.save(over_several_rows)
    assert run(example, "decide", "--from", str(over_several_rows)).code == 0
    status, _reply, reason, handler = decisions(example)["镇财政所-03"]
    assert (status, handler) == ("不采纳", "张三")
    assert reason == f"{REASON}以上。"


@pytest.mark.parametrize("kept", ["first", "both"])
def test_a_part_that_is_gone_or_contradicts_is_told(
    kept: str, example: Path, run: Run, over_several_rows: Path
) -> None:
    book = openpyxl.load_workbook(over_several_rows)
    page = book.active
    first, *rest = _parts(page)
    page.cell(first, _column(page, "采纳情况")).value = "采纳"
    if kept == "first":
        page.delete_rows(rest[0])
    else:
        page.cell(rest[0], _column(page, "采纳情况")).value = "部分采纳"
    book.save(over_several_rows)
    before = plan_files(example)
    done = run(example, "decide", "--from", str(over_several_rows))
    assert done.code == 2
    assert "it goes over several rows" in done.err
    assert plan_files(example) == before
