"""A folder of what came back, each file read as what it is; what may be two things is refused."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from plancli.library.opening import open_repository
from tests.cli.test_json import LETTER, ROWS
from tests.conftest import Run
from tests.papers.marking import Desk


def desk(example: Path, run: Run) -> Desk:
    """Return the draft of the example as a Word file in which the finance office changed a figure."""
    file = example.parent / "征求意见稿.docx"
    assert run(example, "export", str(file), "--draft-only").code == 0
    changed = Desk(file.read_bytes())
    for line, block in enumerate(changed.blocks):
        start = "".join(mark.text for mark in block.marks).find("80")
        if start >= 0:
            changed.type(line, start, start + 2, "70", "镇财政所")
    return changed


@pytest.fixture
def folder(example: Path, run: Run) -> Path:
    """A folder with a table, a letter, a draft with changes, the form filled in, and what Word left there."""
    found = example.parent / "回收"
    found.mkdir()
    (found / "表.csv").write_bytes(Path(ROWS).read_bytes())
    (found / "函.txt").write_bytes(Path(LETTER).read_bytes())
    (found / "回文.docx").write_bytes(desk(example, run).content())
    (found / "~$回文.docx").write_bytes(b"open")
    (found / "说明.zip").write_bytes(b"PK")
    form = example.parent / "意见表.docx"
    assert run(example, "intake", "form", "-o", str(form)).code == 0
    filled = Document(str(form))
    filled.tables[-1].rows[1].cells[6].text = "建议加快进度。"
    filled.save(str(found / "意见表.docx"))
    return found


def taken(example: Path, run: Run, *words: str) -> dict[str, Any]:
    done = run(example, "intake", "all", *words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def test_each_file_is_read_as_what_it_is(example: Path, run: Run, folder: Path) -> None:
    found = taken(example, run, str(folder), "--unit", "镇民政办")
    files = {one["file"]: one for one in found["comments"]}
    assert set(files) == {"表.csv", "函.txt", "回文.docx", "意见表.docx"}
    assert (files["回文.docx"]["author"], files["回文.docx"]["verdict"]) == ("镇财政所", "taken")
    assert open_repository(example).comments[files["意见表.docx"]["id"]].opinion == "建议加快进度。"
    again = run(example, "intake", "all", str(folder), "--unit", "镇民政办", "--json")
    assert json.loads(again.out)["comments"] == json.loads(again.out)["files"] == []
    (aside,) = [line for line in again.err.splitlines() if "说明.zip" in line]
    assert "~$" not in aside
    # a folder within it, and one with nothing to read, are named as what they are
    (folder / "镇文化站").mkdir()
    within = run(example, "intake", "all", str(folder), "--unit", "镇民政办")
    assert f"name them, too: {folder / '镇文化站'}" in within.err
    empty = run(example, "intake", "all", str(folder / "镇文化站"))
    assert (empty.code, empty.err.startswith("Nothing is read of")) == (0, True)
    assert run(example, "intake", "undo").code == 0
    assert not [one for one in open_repository(example).comments.values() if one.source]


def test_each_kind_alone_gives_the_same_comments(example: Path, run: Run, folder: Path) -> None:
    whole = taken(example, run, str(folder), "--unit", "镇民政办", "--dry-run")
    apart = []
    for kind, name in (("returned", "回文.docx"), ("sheet", "表.csv"), ("letter", "函.txt")):
        words = ("intake", kind, str(folder / name), "--unit", "镇民政办", "--dry-run", "--json")
        apart += json.loads(run(example, *words).out)["comments"]
    of_file = {(one["file"], one["row"], json.dumps(one["edits"])) for one in whole["comments"]}
    assert {(one["file"], one["row"], json.dumps(one["edits"])) for one in apart} <= of_file


def test_a_draft_with_a_table_of_opinions_is_nobodys_guess(
    example: Path, run: Run, folder: Path
) -> None:
    both = Document(io.BytesIO(desk(example, run).content()))
    table = both.add_table(2, 2)
    for cell, words in zip(
        [*table.rows[0].cells, *table.rows[1].cells],
        ("单位", "意见建议", "镇财政所", "删去第二句"),
        strict=True,
    ):
        cell.text = words
    both.save(str(folder / "两样.docx"))
    refused = run(example, "intake", "all", str(folder), "--unit", "镇民政办")
    assert refused.code == 2
    assert "两样.docx" in refused.err
    assert not [one for one in open_repository(example).comments.values() if one.source]


def test_what_is_nothing_of_these_is_refused_by_name(example: Path, run: Run, folder: Path) -> None:
    (folder / "空.docx").write_bytes(b"PK\x03\x04 broken")
    refused = run(example, "intake", "all", str(folder), "--unit", "镇民政办")
    assert refused.code == 2
    assert "空.docx: P072" in refused.err
    assert "letter" in refused.err.partition("→")[2]
    assert "Traceback" not in refused.err


def test_what_is_said_of_an_author_is_kept_also_where_a_unit_answers_beside_it(
    example: Path, run: Run, folder: Path
) -> None:
    (folder / "意见表.docx").unlink()
    changed = Desk((folder / "回文.docx").read_bytes())
    changed.type(2, 0, 1, "改", "Administrator")
    (folder / "回文.docx").write_bytes(changed.content())
    (folder / "无.csv").write_text("单位,意见\n镇林业站,无意见\n", encoding="utf-8")
    assert run(example, "unit", "镇林业站", "--add").code == 0
    taken(example, run, str(folder), "--author", "Administrator=镇财政所")
    manifest = open_repository(example).manifest
    assert manifest.authors == {"Administrator": "镇财政所"}
    assert manifest.units[-1].reply == "无意见"


def test_files_of_one_name_are_told_apart(example: Path, run: Run) -> None:
    """Units send what is called the same: what is left out of any of them is said, each by its digest."""
    for folder, rows in (
        ("甲", "单位,意见,联系电话\n镇林业站,无意见,5550134\n"),
        ("乙", "单位,意见\n镇卫生院,无意见\n"),
    ):
        assert run(example, "unit", rows.split("\n")[1].split(",")[0], "--add").code == 0
        (example.parent / folder).mkdir()
        (example.parent / folder / "意见.csv").write_text(rows, encoding="utf-8")
    folders = [str(example.parent / folder) for folder in ("甲", "乙")]
    found = taken(example, run, *folders)
    assert found["left_out"] == {"意见.csv": ["联系电话"]}
    first, second = (unit.source for unit in open_repository(example).manifest.units[-2:])
    assert first
    assert second
    assert first.digest != second.digest
