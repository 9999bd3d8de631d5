"""Tables that came back become comments: once, whole, and not without a word on what was left out."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from plancli.library.opening import open_repository
from tests.conftest import Run

HEADS = "单位,位置,原文,建议修改为,意见,采纳情况\n"


def table(folder: Path, *rows: str, name: str = "表.csv", heads: str = HEADS) -> str:
    path = folder.parent / name
    path.write_text(heads + "\n".join(rows) + "\n", encoding="utf-8")
    return str(path)


def taken(folder: Path, run: Run, *words: str) -> dict[str, Any]:
    done = run(folder, "intake", "sheet", *words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def files(folder: Path) -> dict[str, bytes]:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_rows_become_comments_with_their_source(example: Path, run: Run) -> None:
    found = taken(
        example,
        run,
        table(example, "镇财政所,第二章,优先利用,首先利用,,", "镇民政办,,,,建议加快。,"),
    )
    assert [(one["id"], one["verdict"]) for one in found["comments"]] == [
        ("镇财政所-03", "taken"),
        ("镇民政办-02", "refused"),
    ]
    comments = open_repository(example).comments
    first = comments["镇财政所-03"]
    assert first.source is not None
    assert (first.source.file, first.source.row, first.source.intake) == ("表.csv", 2, 1)
    assert (first.read, len(first.edits), first.opinion) == (
        "taken",
        1,
        "原文:优先利用\n建议修改为:首先利用",
    )
    assert comments["镇民政办-02"].edits == ()
    assert run(example, "check").code == 0


def test_what_was_taken_is_adopted_and_applied_without_typing_more(example: Path, run: Run) -> None:
    taken(example, run, table(example, "镇财政所,,优先利用,首先利用,,采纳"))
    assert run(example, "apply", "镇财政所-03").code == 0
    assert "首先利用闲置" in (example / "plan/第二章-任务.yaml").read_text(encoding="utf-8")


def test_a_second_intake_adds_nothing_and_a_changed_file_says_what_is_new(
    example: Path, run: Run
) -> None:
    path = table(example, "镇财政所,,,,甲。,", "镇财政所,,,,乙。,")
    taken(example, run, path)
    before = files(example)
    again = taken(example, run, path)
    assert (again["comments"], again["files"]) == ([], [])
    assert [one["id"] for one in again["known"]] == ["镇财政所-03", "镇财政所-04"]
    assert files(example) == before
    changed = taken(example, run, table(example, "镇财政所,,,,丙。,", "镇财政所,,,,乙。,"))
    assert [one["id"] for one in changed["comments"]] == ["镇财政所-05"]
    assert changed["gone"] == ["镇财政所-03"]


def test_a_file_of_the_round_before_adds_nothing_to_the_next(example: Path, run: Run) -> None:
    path = table(example, "镇财政所,,,,甲。,")
    taken(example, run, path)
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    assert run(example, "rebase", "镇财政所-03").code == 0
    assert [one["id"] for one in taken(example, run, path)["known"]] == ["镇财政所-03"]
    told = run(example, "intake", "sheet", path).out.splitlines()
    assert told == ["0 comments of 0 units", "     1  in already"]


def test_a_row_that_stands_twice_is_one_comment(example: Path, run: Run) -> None:
    found = taken(example, run, table(example, "镇财政所,,,,甲。,", ",,,,甲。,"))
    assert (len(found["comments"]), len(found["known"])) == (1, 1)


def test_undo_takes_the_last_intake_back_to_the_byte(example: Path, run: Run) -> None:
    taken(example, run, table(example, "镇民政办,,,,甲。,", name="一.csv"))
    before = files(example)
    second = table(example, "镇财政所,,,,1.乙。2.丙。,", "镇民政办,,,,丁。,采纳", name="二.csv")
    assert run(example, "intake", "sheet", second).code == 0
    assert run(example, "intake", "undo", "--dry-run").code == 0
    assert files(example) != before
    assert "二.csv (comments: 2, answers: 0)" in run(example, "intake", "undo").out
    assert files(example) == before


@pytest.mark.parametrize(
    "work",
    [
        ("decide", "镇财政所-03", "--status", "留作参考"),
        ("decide", "镇财政所-02", "--status", "合并", "--into", "镇财政所-03"),
        ("blacken", "镇财政所-03", "甲"),
    ],
)
def test_undo_loses_nothing_that_somebody_did(
    example: Path, run: Run, work: tuple[str, ...]
) -> None:
    taken(example, run, table(example, "镇财政所,,,,甲。,"))
    assert run(example, *work).code == 0
    before = files(example)
    refused = run(example, "intake", "undo")
    assert refused.code == 2
    assert "P063 镇财政所-03" in refused.err
    assert files(example) == before


def test_undo_of_nothing_is_refused(example: Path, run: Run) -> None:
    assert "P062" in run(example, "intake", "undo").err


def test_an_applied_comment_is_not_taken_back(example: Path, run: Run) -> None:
    taken(example, run, table(example, "镇财政所,,优先利用,首先利用,,采纳"))
    assert run(example, "apply", "镇财政所-03").code == 0
    assert "P063" in run(example, "intake", "undo").err


def test_units_without_opinion_go_to_the_roster_and_back(example: Path, run: Run) -> None:
    assert run(example, "unit", "镇卫生院", "--add").code == 0
    before = files(example)
    rows = "镇卫生院,,,,无意见,", "镇文化站,,,,同意,", "镇财政所,,,,无意见,"
    found = taken(example, run, table(example, *rows))
    told = [(one["unit"], one["new"], one["roster"]) for one in found["silent"]]
    assert told == [("镇卫生院", True, ""), ("镇文化站", False, "无意见"), ("镇财政所", False, "")]
    assert found["files"] == ["plan/plan.yaml"]
    assert run(example, "check").code == 0
    assert taken(example, run, table(example, *rows))["files"] == []
    assert run(example, "intake", "undo").code == 0
    assert files(example) == before


@pytest.mark.parametrize(
    "later", [("unit", "镇卫生院", "--reply", "未回复"), ("freeze", "送审稿", "--circulate")]
)
def test_an_answer_that_is_said_anew_or_ended_is_no_longer_taken_back(
    example: Path, run: Run, later: tuple[str, ...]
) -> None:
    assert run(example, "unit", "镇卫生院", "--add").code == 0
    taken(example, run, table(example, "镇卫生院,,,,无意见,"))
    assert "source:" in (example / "plan/plan.yaml").read_text(encoding="utf-8")
    assert run(example, *later).code == 0
    assert "source:" not in (example / "plan/plan.yaml").read_text(encoding="utf-8")
    assert "P062" in run(example, "intake", "undo").err


def test_all_that_is_wrong_is_told_at_once_and_nothing_is_written(example: Path, run: Run) -> None:
    before = files(example)
    good = table(example, "镇财政所,,,,甲。,", name="好.csv")
    strange = table(example, ",,,,甲。,", "镇学堂,,,,乙。,", ",,,,丙。,", name="坏.csv")
    done = run(example, "intake", "sheet", good, strange)
    assert done.code == 2
    assert "坏.csv:2: P061" in done.err
    assert done.err.count("P201") + done.err.count("镇学堂 is not on the roster") >= 1
    files_none = table(example, "a,b", name="无.csv", heads="甲,乙\n")
    done = run(example, "intake", "sheet", files_none, str(example / "没有.csv"))
    assert (done.err.count("P060"), done.err.count("P015")) == (1, 1)
    assert "no such file" in done.err
    assert files(example) == before


@pytest.mark.parametrize("cell", ["镇财政所、镇民政办", "镇财政所和镇民政办"])
def test_several_units_in_a_cell_sign_one_comment(example: Path, run: Run, cell: str) -> None:
    row = f"{cell},,优先利用,首先利用,,采纳"
    (entry,) = taken(example, run, table(example, row))["comments"]
    assert (entry["unit"], entry["units"]) == ("镇财政所", ["镇财政所", "镇民政办"])
    comment = open_repository(example).comments[entry["id"]]
    assert comment.signatories == ("镇财政所", "镇民政办")
    assert run(example, "apply", "--all").code == 0
    again = taken(example, run, table(example, row))
    assert ([one["id"] for one in again["known"]], again["comments"]) == ([entry["id"]], [])
    # the same words of one of them alone are another comment
    alone = taken(example, run, table(example, "镇民政办,,优先利用,首先利用,,采纳"))
    assert [one["unit"] for one in alone["comments"]] == ["镇民政办"]


def test_several_units_in_a_cell_are_asked_for_where_one_is_a_stranger(
    example: Path, run: Run
) -> None:
    before = files(example)
    done = run(example, "intake", "sheet", table(example, "镇财政所、镇学堂,,优先利用,首先利用,,"))
    assert done.code == 2
    assert "表.csv:2: P065" in done.err
    assert "镇财政所、镇学堂" in done.err
    assert files(example) == before
    assert run(example, "unit", "镇学堂", "--add").code == 0
    assert len(taken(example, run, table(example, "镇财政所、镇学堂,,,,甲。,"))["comments"]) == 1


def test_several_units_in_a_cell_without_an_opinion_answer_each(example: Path, run: Run) -> None:
    assert run(example, "unit", "镇供电所", "镇卫生院", "--add").code == 0
    taken(example, run, table(example, "镇供电所、镇卫生院,,,,无意见,"))
    replies = {unit.name: unit.reply for unit in open_repository(example).manifest.units}
    assert replies["镇供电所"] == replies["镇卫生院"] == "无意见"


def test_a_unit_may_be_given_and_have_a_short_name(example: Path, run: Run) -> None:
    assert run(example, "unit", "镇财政所", "--alias", "财政所").code == 0
    path = table(example, "第二章,甲。", heads="位置,意见\n")
    assert "P061" in run(example, "intake", "sheet", path).err
    assert taken(example, run, path, "--unit", "财政所")["comments"][0]["unit"] == "镇财政所"
    other = table(example, "财政所,乙。", heads="单位,意见\n")
    assert taken(example, run, other)["comments"][0]["id"] == "镇财政所-04"


def test_a_pasted_table_is_read_from_stdin(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pasted = '单位\t意见\n镇财政所\t"甲。\n乙。"\n'.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pasted)))
    taken(example, run, "-")
    comment = open_repository(example).comments["镇财政所-03"]
    assert comment.opinion == "甲。\n乙。"
    assert comment.source is not None
    assert comment.source.file == "-"
    assert "taken back: pasted text (" in run(example, "intake", "undo").out


def test_a_folder_stands_for_the_tables_in_it(example: Path, run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "收回"
    folder.mkdir()
    told = {"2.csv": "乙。", "1.csv": "甲。", "3.CSV": "丙。"}
    # what Office, LibreOffice and others keep beside a file, and what no table is in
    aside = {"~$1.csv": "x", ".~lock.1.csv": "x", "说明.pdf": "x"}
    for name, text in {**told, **aside}.items():
        (folder / name).write_text(f"单位,意见\n镇财政所,{text}\n", encoding="utf-8")
    found = taken(example, run, str(folder))
    assert [one["file"] for one in found["comments"]] == ["1.csv", "2.csv", "3.CSV"]


def test_a_dry_run_writes_nothing(example: Path, run: Run) -> None:
    before = files(example)
    done = run(example, "intake", "sheet", table(example, "镇财政所,,,,甲。,"), "--dry-run")
    assert "nothing was written, these files would change: 1" in done.err
    assert files(example) == before


def test_what_a_clerk_sees(example: Path, run: Run) -> None:
    rows = (
        "镇财政所,3月5日,优先利用,首先利用,,,5550100",
        ",,没有的话,有的话,,,",
        ",,,,1.请明确甲。2.请明确乙。,,",
        "镇文化站,,,,无意见,,",
        "合计:4,,,,,,",
    )
    done = run(example, "intake", "sheet", table(example, *rows, heads=HEADS[:-1] + ",电话\n"))
    wordless = "to be read by a person (it says what is wanted, but not in which words)"
    dated = "the program took it for a day; it is read as the range that was typed"
    assert done.out.splitlines() == [
        "表.csv 2  镇财政所-03    read: replace “优先利用” by “首先利用”",
        "表.csv 3  镇财政所-04    to be read by a person (not found): “原文:没有的话 建议修改为:有的话”",
        f"表.csv 4  镇财政所-05.1  {wordless}: “请明确甲。”",
        f"表.csv 4  镇财政所-05.2  {wordless}: “请明确乙。”",
        "表.csv 5  镇文化站       no opinion; the roster says: 无意见",
        f"表.csv 2                 {dated}: “3月5日”",
        "表.csv 6                 this row is none of an opinion, and is left out: “合计:4”",
        "表.csv: left out, with personal data: 电话",
        "3 comments of 1 units",
        "     1  read",
        "     3  to be read by a person",
        "3 wait for a review: plancli intake review",
    ]


def test_the_family_lists_its_commands(example: Path, run: Run) -> None:
    assert "intake undo" in run(example, "intake").out
    done = run(example, "intake", "shet")
    assert (done.code, "Did you mean: sheet?" in done.err) == (2, True)


def test_a_form_that_one_unit_filled_in_is_taken_in(example: Path, run: Run) -> None:
    form = "意见反馈表,,,\n单位名称,镇民政办,联系人,某某\n意见建议,1.增加座椅。2.明确时间。,,\n"
    path = example.parent / "反馈表.csv"
    path.write_text(form, encoding="utf-8")
    found = taken(example, run, str(path))
    assert [one["id"] for one in found["comments"]] == ["镇民政办-02.1", "镇民政办-02.2"]
    assert found["left_out"] == {"反馈表.csv": ["联系人"]}


def test_a_change_everywhere_that_nobody_has_taken_has_no_places_yet(
    example: Path, run: Run
) -> None:
    path = table(example, "镇财政所,,,,建议全文“食堂”统一改为“餐厅”。,")
    done = run(example, "intake", "sheet", path, "--dry-run")
    assert done.out.splitlines()[0].endswith("replace “食堂” by “餐厅” everywhere")


def test_a_long_edit_is_one_short_line_on_the_screen_and_whole_in_the_file(
    example: Path, run: Run
) -> None:
    new = "首先利用" + "现有的水面和岸线" * 40
    file = table(example, f"镇财政所,,优先利用,{new},,")
    shown = run(example, "intake", "sheet", file, "--dry-run")
    (line,) = [one for one in shown.out.splitlines() if "首先利用" in one]
    assert "优先利用" in line
    assert "…" in line
    assert len(line) < 200
    assert new in run(example, "intake", "sheet", file, "--dry-run", "--json").out


def test_what_came_in_decided_is_told_apart_from_what_waits(example: Path, run: Run) -> None:
    rows = table(example, "镇财政所,,,,建议加快。,不采纳", "镇民政办,,,,建议加快。,")
    out = run(example, "intake", "sheet", rows, "--dry-run").out
    assert "1 of them came in decided" in out
    assert "1 wait for a review" in out


def test_a_link_in_a_folder_is_no_file_of_its_sender(example: Path, run: Run) -> None:
    """One that somebody names on the command line is followed: he knows what he names."""
    folder = example.parent / "来件"
    folder.mkdir()
    table(folder / "此处", "镇财政所,,,,甲。,")
    (folder / "链接.csv").symlink_to(table(example, "镇民政办,,,,乙。,", name="别处.csv"))
    done = run(example, "intake", "sheet", str(folder))
    assert "Not read, since they are links to what may lie elsewhere: 链接.csv" in done.err
    assert "镇民政办" not in done.out
    assert "镇财政所-03" in done.out
    assert "镇民政办" in run(example, "intake", "sheet", str(folder / "链接.csv")).out


def test_an_opinion_that_no_file_may_hold_is_named_where_it_came_in(
    example: Path, run: Run
) -> None:
    before = files(example)
    done = run(example, "intake", "sheet", table(example, f"镇财政所,,,,{'长' * 100_001},"))
    assert "表.csv:2: P130" in done.err
    assert "comments/" not in done.err
    assert files(example) == before
