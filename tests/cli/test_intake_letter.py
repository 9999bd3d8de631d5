"""Letters that came back become comments, or an answer on the roster; once, and whole."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from plancli.library.opening import open_repository
from tests.cli.test_json import LETTER
from tests.conftest import Run


def taken(folder: Path, run: Run, *words: str) -> dict[str, Any]:
    done = run(folder, "intake", "letter", *words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def written(folder: Path, text: str, name: str = "函.txt") -> str:
    path = folder.parent / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_numbered_parts_are_comments_with_their_line(example: Path, run: Run) -> None:
    found = taken(example, run, LETTER)
    told = [(one["id"], one["row"], one["verdict"]) for one in found["comments"]]
    assert told == [
        ("镇民政办-02", 5, "taken"),
        ("镇民政办-03.1", 6, "refused"),
        ("镇民政办-03.2", 6, "refused"),
    ]
    first, points = open_repository(example).comments, open_repository(example).compounds
    assert first["镇民政办-02"].received == "2026-03-09"
    assert points["镇民政办-03"].at.cites == "第一章"
    assert "5550133" not in json.dumps(found)
    again = taken(example, run, LETTER)
    assert (again["comments"], again["files"], again["gone"]) == ([], [], [])
    assert run(example, "check").code == 0
    assert run(example, "intake", "undo").code == 0


def test_several_on_one_line_are_known_again(example: Path, run: Run) -> None:
    path = written(example, "意见如下:一是增加座椅。二是增加灯。三是修路。\n镇民政办")
    assert len(taken(example, run, path)["comments"]) == 3
    again = taken(example, run, path)
    assert (len(again["known"]), again["comments"], again["gone"]) == (3, [], [])


def test_a_letter_that_two_units_sign_is_a_joint_comment(example: Path, run: Run) -> None:
    path = written(example, "一、增加座椅。\n镇财政所\n镇民政办\n2026年3月5日")
    (found,) = taken(example, run, path)["comments"]
    assert (found["unit"], found["units"]) == ("镇财政所", ["镇财政所", "镇民政办"])
    (known,) = taken(example, run, path)["known"]
    assert known["id"] == found["id"]


def test_a_day_that_there_is_not_is_left_out_and_said(example: Path, run: Run) -> None:
    path = written(example, "一、增加座椅。\n镇民政办\n二〇二六年二月三十日")
    found = taken(example, run, path)
    assert [one["unit"] for one in found["comments"]] == ["镇民政办"]
    assert [(one["what"], one["row"]) for one in found["noted"]] == [("signed", 2), ("no-day", 3)]
    assert open_repository(example).comments["镇民政办-02"].received is None


def test_what_is_no_opinion_is_told_in_one_line(example: Path, run: Run) -> None:
    told = run(example, "intake", "letter", LETTER, "--dry-run").out
    assert "letter.txt: left out by line: head of the letter (1, 2), " in told
    assert "contacts, with personal data (12)" in told
    assert "王某" not in told


def test_a_letter_is_pasted_and_one_without_an_opinion_goes_to_the_roster(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(example, "unit", "镇卫生院", "--add").code == 0
    pasted = "镇政府:\n经研究,我院无修改意见。\n镇卫生院\n2026年4月8日".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(pasted)))
    found = taken(example, run)
    assert [(one["unit"], one["new"]) for one in found["silent"]] == [("镇卫生院", True)]
    assert "reply: 无意见" in (example / "plan/plan.yaml").read_text(encoding="utf-8")


def test_who_is_not_known_is_asked_for_and_nothing_is_written(example: Path, run: Run) -> None:
    stranger = written(example, "镇政府:\n1.修路。\n镇兽医站\n2026年4月8日", "甲.txt")
    nobody = written(example, "1.修路。", "乙.txt")
    empty = written(example, "镇政府:\n来函收悉。\n镇民政办", "丙.md")
    done = run(example, "intake", "letter", stranger, nobody)
    assert done.code == 2
    assert "甲.txt:2: P204" in done.err
    assert "乙.txt:1: P061" in done.err
    silent = run(example, "intake", "letter", empty).err
    assert "P067" in silent
    assert "no line of it says an opinion" in silent
    # who signs is nobody else, whatever is said of files that do not say whose they are
    others = run(example, "intake", "letter", stranger, nobody, "--unit", "镇民政办")
    assert (others.code, others.err.count(": P")) == (2, 1)
    assert "甲.txt:2: P204" in others.err
    assert "plancli unit UNIT --alias 镇兽医站" in others.err
    assert run(example, "unit", "镇民政办", "--alias", "镇兽医站").code == 0
    ours = taken(example, run, stranger)
    assert [one["unit"] for one in ours["comments"]] == ["镇民政办"]


def test_a_folder_stands_for_the_letters_in_it(example: Path, run: Run) -> None:
    folder = example.parent / "收回"
    folder.mkdir()
    for name in ("乙.txt", "甲.md", "丙.pdf"):
        (folder / name).write_text(f"1.{name}请修路。\n镇民政办", encoding="utf-8")
    found = taken(example, run, str(folder), "--dry-run")
    assert [one["file"] for one in found["comments"]] == ["乙.txt", "甲.md"]


@pytest.mark.parametrize(
    ("head", "verdict"),
    [("以下意见经研究予以撤回:", "proposed"), ("经研究,提出如下意见:", "taken")],
)
def test_the_head_of_a_letter_may_take_back_what_follows(
    example: Path, run: Run, head: str, verdict: str
) -> None:
    path = written(
        example, f"{head}\n一、将“80平方米”改为“90平方米”。\n二、建议明确资金来源。\n镇民政办\n"
    )
    assert taken(example, run, path)["comments"][0]["verdict"] == verdict
