"""Drafts that came back with changes become comments; whose they are is said once, by name or by option."""

import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

from plancli.library.opening import open_repository
from tests.conftest import Run
from tests.papers.marking import Desk, Mark


@pytest.fixture
def desk(example: Path, run: Run) -> Desk:
    """The draft of the example, sent out as a Word file."""
    file = example.parent / "征求意见稿.docx"
    assert run(example, "export", str(file), "--draft-only").code == 0
    return Desk(file.read_bytes())


def replaced(desk: Desk, old: str, new: str, author: str) -> None:
    for line, block in enumerate(desk.blocks):
        start = "".join(mark.text for mark in block.marks).find(old)
        if start >= 0:
            desk.type(line, start, start + len(old), new, author)


def back(desk: Desk, example: Path, name: str = "回文.docx") -> str:
    file = example.parent / name
    file.write_bytes(desk.content())
    return str(file)


def taken(example: Path, run: Run, *words: str) -> dict[str, Any]:
    done = run(example, "intake", "returned", *words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_changes_become_comments_with_their_source_once(
    example: Path, run: Run, desk: Desk
) -> None:
    replaced(desk, "80", "70", "镇财政所")
    file = back(desk, example)
    found = taken(example, run, file)
    (one,) = found["comments"]
    assert (one["id"], one["verdict"], one["author"]) == ("镇财政所-03", "taken", "镇财政所")
    comment = open_repository(example).comments["镇财政所-03"]
    assert (comment.read, comment.opinion) == ("taken", "将“80平方米”改为“70平方米”。")
    assert comment.source is not None
    assert (comment.source.file, comment.source.author) == ("回文.docx", "镇财政所")
    assert run(example, "check").code == 0
    again = taken(example, run, file)
    assert (again["comments"], [known["id"] for known in again["known"]]) == ([], ["镇财政所-03"])
    assert run(example, "intake", "undo").code == 0
    assert "镇财政所-03" not in open_repository(example).comments


def test_what_a_unit_asked_for_already_is_known_however_it_was_worded(
    example: Path, run: Run, desk: Desk
) -> None:
    replaced(desk, "优先利用", "首先利用", "镇财政所")
    taken(example, run, back(desk, example))
    replaced(desk, "消毒柜", "保洁柜", "镇财政所")
    found = taken(example, run, back(desk, example, "又一份.docx"))
    assert [known["id"] for known in found["known"]] == ["镇财政所-03"]
    assert [one["id"] for one in found["comments"]] == ["镇财政所-04"]


def test_strangers_are_refused_all_at_once_and_the_hint_works(
    example: Path, run: Run, desk: Desk
) -> None:
    replaced(desk, "80", "70", "Administrator")
    replaced(desk, "消毒柜", "保洁柜", "微软 用户")
    file = back(desk, example)
    before = {path: path.read_bytes() for path in example.rglob("*.yaml")}
    refused = run(example, "intake", "returned", file)
    assert refused.code == 2
    assert refused.err.count("P077") == 2
    assert "--author '微软 用户'=UNIT" in refused.err
    assert refused.err.count("回文.docx") == 2  # whose a name is, the file tells
    assert before == {path: path.read_bytes() for path in example.rglob("*.yaml")}
    said = ("--author", "Administrator=镇财政所", "--author", "微软 用户=镇民政办")
    assert len(taken(example, run, file, *said)["comments"]) == 2
    kept = open_repository(example).manifest.authors
    assert kept == {"Administrator": "镇财政所", "微软 用户": "镇民政办"}
    # what was kept is asked for no more, and follows a unit to its new name
    assert run(example, "unit", "镇财政所", "--rename", "镇财政局").code == 0
    assert open_repository(example).manifest.authors["Administrator"] == "镇财政局"
    replaced(desk, "优先利用", "首先利用", "Administrator")
    (one,) = taken(example, run, back(desk, example, "又一份.docx"))["comments"]
    assert one["unit"] == "镇财政局"
    assert run(example, "check").code == 0


def test_a_unit_speaks_for_all_of_a_file_and_nothing_is_kept(
    example: Path, run: Run, desk: Desk
) -> None:
    replaced(desk, "80", "70", "Administrator")
    (one,) = taken(example, run, back(desk, example), "--unit", "镇民政办")["comments"]
    assert one["unit"] == "镇民政办"
    assert open_repository(example).manifest.authors == {}


@pytest.mark.parametrize("given", ["Administrator", "=镇财政所", "Administrator=没有的单位"])
def test_an_author_is_said_with_a_unit_that_there_is(
    example: Path, run: Run, desk: Desk, given: str
) -> None:
    done = run(example, "intake", "returned", back(desk, example), "--author", given)
    assert done.code == 2
    assert len(done.err.splitlines()) <= 3


def test_a_file_without_marks_needs_a_unit(example: Path, run: Run, desk: Desk) -> None:
    for block in desk.blocks:
        if "".join(mark.text for mark in block.marks).startswith("选址"):
            block.marks += [Mark("再议。")]
            del block.marks[5:7]
    file = back(desk, example)
    refused = run(example, "intake", "returned", file)
    assert (refused.code, "P061" in refused.err) == (2, True)
    found = taken(example, run, file, "--unit", "镇民政办")
    assert [one["what"] for one in found["noted"]] == ["compared"]
    assert {one["unit"] for one in found["comments"]} == {"镇民政办"}
    again = taken(example, run, file)
    assert (again["comments"], len(again["known"])) == ([], len(found["comments"]))


def test_that_the_roster_goes_before_the_unit_is_said(example: Path, run: Run, desk: Desk) -> None:
    assert run(example, "unit", "镇财政所", "--alias", "老会计").code == 0
    replaced(desk, "80", "70", "老会计")
    found = taken(example, run, back(desk, example), "--unit", "镇民政办")
    assert [one["unit"] for one in found["comments"]] == ["镇财政所"]
    noted = [(one["what"], one["words"]) for one in found["noted"]]
    assert noted == [("by-roster", "老会计 = 镇财政所")]


def test_whose_a_file_was_is_asked_once(example: Path, run: Run, desk: Desk) -> None:
    replaced(desk, "80", "70", "王五")
    file = back(desk, example)
    taken(example, run, file, "--unit", "镇民政办")
    again = taken(example, run, file)
    assert (again["comments"], [one["id"] for one in again["known"]]) == ([], ["镇民政办-02"])
    # another file with the same author is another question
    other = back(desk, example, "又.docx")
    (example.parent / "又.docx").write_bytes((example.parent / "又.docx").read_bytes() + b"\0")
    assert "P077" in run(example, "intake", "returned", other).err


def test_files_that_are_none_are_one_error_each_and_nothing_is_written(
    example: Path, run: Run, desk: Desk
) -> None:
    replaced(desk, "80", "70", "镇财政所")
    good = back(desk, example)
    other = example.parent / "别的.docx"
    for block in desk.blocks:
        block.marks = [Mark("无关") for _ in range(9)]
    other.write_bytes(desk.content())
    broken = example.parent / "坏的.docx"
    broken.write_bytes(other.read_bytes()[:900])
    files = [good, str(other), str(broken), str(example / "没有.docx")]
    done = run(example, "intake", "returned", *files)
    assert done.code == 2
    told = [line for line in done.err.splitlines() if ": P" in line]
    assert [line.split(": ")[1][:4] for line in told] == ["P075", "P074", "P015"]
    assert "镇财政所-03" not in open_repository(example).comments


def test_an_export_of_the_draft_before_is_refused(example: Path, run: Run, desk: Desk) -> None:
    replaced(desk, "80", "70", "镇财政所")
    file = back(desk, example)
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    refused = run(example, "intake", "returned", file)
    assert (refused.code, "P064" in refused.err) == (2, True)


def test_the_word_file_that_was_sent_out_comes_back_as_it_was_read(
    run: Run, tmp_path: Path
) -> None:
    """What the reader of drafts leaves out or puts together differs from no draft."""
    sent = Document()
    for line in ("青溪县河湖保护规划", "(征求意见稿)", "青溪县水利局", "2026年3月"):
        sent.add_paragraph(line).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for line in (
        "编制本规划。",
        "第一章 任务",
        "1.清淤。每年清淤十里,由各村报名。",
        "(责任单位:县水利局、县财政局)",
        "2.护岸。新建护岸五里,用本地石料。",
        "(牵头单位:县水利局;配合单位:县农业农村局)",
        "表1 指标",
    ):
        sent.add_paragraph(line)
    rows = (("指标", "现状", "目标"), ("护岸(里)", "12", "17"))
    table = sent.add_table(2, 3)
    for row, words in zip(table.rows, rows, strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    sent.save(str(tmp_path / "稿.docx"))
    plan = tmp_path / "规划"
    assert run(tmp_path, "intake", "draft", "稿.docx", "--into", str(plan)).code == 0
    back = str(tmp_path / "回文.docx")
    sent.save(back)
    found = taken(plan, run, back, "--unit", "县财政局", "--dry-run")
    assert (found["comments"], [one["what"] for one in found["noted"]]) == ([], ["unchanged"])
    table.rows[1].cells[2].text = "20"
    for paragraph in sent.paragraphs:
        paragraph.text = paragraph.text.replace("五里", "八里").replace("、县财政局", "")
    sent.save(back)
    found = taken(plan, run, back, "--unit", "县财政局")
    comments = open_repository(plan).comments
    assert [comments[one["id"]].opinion for one in found["comments"]] == [
        "“清淤”的责任单位删去县财政局。",
        "将“五里”改为“八里”。",
        "将“17”改为“20”。",
    ]
    assert {one["verdict"] for one in found["comments"]} == {"taken"}
