"""Marks in what is published: as most of the plan or as plan.yaml says; data and evidence stay as written."""

import json
from pathlib import Path

import pytest

from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.printed_lines import printed_plain, printed_redline
from plancli.library.opening import open_repository
from tests.conftest import Run, plan_files
from tests.papers.marking import Desk
from tests.papers.reading import READERS


def said(folder: Path, punctuation: str) -> None:
    """Let plan.yaml say how marks are published."""
    path = folder / "plan/plan.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("issuer:", f"punctuation: {punctuation}\nissuer:", 1), "utf-8")


def written(folder: Path, run: Run, *words: str) -> str:
    file = folder.parent / "文.md"
    output = [str(file)] if words[0] == "export" else ["-o", str(file)]
    assert run(folder, *words, *output).code in (0, 1)
    return file.read_text(encoding="utf-8")


def test_published_words_are_as_most_of_the_plan(example: Path, run: Run) -> None:
    narrow = written(example, run, "report", "--preset", "narrative")
    assert "《示例镇社区食堂建设方案》(征求意见稿)征求意见情况说明" in narrow
    assert "共征求3个单位的意见,收到2个单位的意见3条" in narrow
    said(example, "wide")
    wide = written(example, run, "report", "--preset", "narrative")
    assert "《示例镇社区食堂建设方案》（征求意见稿）征求意见情况说明" in wide
    assert "共征求3个单位的意见，收到2个单位的意见3条" in wide


def test_the_text_of_the_plan_is_printed_wide_and_its_files_stay(example: Path, run: Run) -> None:
    before = plan_files(example)
    assert "到2026年底,全镇" in written(example, run, "export")
    said(example, "wide")
    text = written(example, run, "export")
    assert "到2026年底，全镇建成社区食堂6个。" in text
    assert "不小于80平方米。（责任单位：镇民政办、各村）" in text
    after = plan_files(example)
    del before["plan/plan.yaml"], after["plan/plan.yaml"]
    assert after == before
    assert run(example, "check").code == 0


def test_opinions_and_what_replies_quote_stay_as_written(example: Path, run: Run) -> None:
    reply = "已修改,见“底,全镇”一句。"
    decided = run(example, "decide", "镇民政办-01", "--status", "采纳", "--reply", reply)
    assert decided.code == 0, decided.err
    said(example, "wide")
    text = written(example, run, "report")
    assert "| 资金有限,建议将每个食堂的面积改为不小于60平方米。 |" in text
    assert "已修改，见“底,全镇”一句。" in text


@pytest.mark.parametrize("ending", ["xlsx", "docx", "csv"])
def test_office_programs_show_the_same_words(ending: str, circulated: Path, run: Run) -> None:
    said(circulated, "wide")
    file = circulated / f"t.{ending}"
    assert run(circulated, "apply", "--all").code == 0
    assert run(circulated, "compare", "-o", str(file)).code == 0
    words = "\n".join(cell for row in READERS[ending](file) for cell in row)
    assert "坚持统筹规划，集约建设" in words
    assert "," not in words.replace("1,", "")


def test_all_accepted_is_the_plan_and_all_rejected_the_draft(adopted: Path) -> None:
    said(adopted, "wide")
    round_ = open_repository(adopted).open_round
    lines = printed_redline(round_)
    drafted = [rejected(line.pieces) for line in lines if not line.added]
    planned = [accepted(line.pieces) for line in lines if not line.gone]
    for found, outline in ((drafted, round_.workspace.draft), (planned, round_.paper)):
        assert sorted(found) == sorted(accepted(line.pieces) for line in printed_plain(outline))


def test_narrow_marks_are_published_on_request(example: Path, run: Run) -> None:
    path = example / "plan/第一章-目标.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026年底,", "2026年底，"), "utf-8")
    said(example, "narrow")
    assert "到2026年底,全镇" in written(example, run, "export", "--clean")


# --- the way back -------------------------------------------------------------------------------------------


def sent_out(folder: Path, run: Run) -> Desk:
    said(folder, "wide")
    file = folder.parent / "征求意见稿.docx"
    assert run(folder, "export", str(file), "--draft-only").code == 0
    return Desk(file.read_bytes())


def put(desk: Desk, old: str, new: str, author: str) -> None:
    for line, block in enumerate(desk.blocks):
        start = "".join(mark.text for mark in block.marks).find(old)
        if start >= 0:
            desk.type(line, start, start + len(old), new, author)
            return
    raise AssertionError(old)


def came_back(desk: Desk, folder: Path, run: Run, *words: str) -> list[dict[str, str]]:
    file = folder.parent / "回文.docx"
    file.write_bytes(desk.content())
    done = run(folder, "intake", "returned", str(file), *words, "--json")
    assert done.code == 0, done.err
    found: list[dict[str, str]] = json.loads(done.out)["comments"]
    return found


def test_what_a_unit_changed_on_the_wide_paper_is_all_that_is_read(
    circulated: Path, run: Run
) -> None:
    desk = sent_out(circulated, run)
    put(desk, "立足当前，着眼长远", "立足当前，放眼长远", "市医保局")
    (one,) = came_back(desk, circulated, run)
    assert one["verdict"] == "taken"
    comment = open_repository(circulated).comments[one["id"]]
    assert comment.opinion == "将“立足当前，着眼长远”改为“立足当前，放眼长远”。"
    assert run(circulated, "decide", comment.id, "--status", "采纳").code == 0
    assert run(circulated, "apply", comment.id).code == 0
    plan = (circulated / "plan/第二章-总体要求.yaml").read_text(encoding="utf-8")
    assert "立足当前,放眼长远," in plan


def test_a_wide_paper_without_marks_is_no_change_of_marks(example: Path, run: Run) -> None:
    desk = sent_out(example, run)
    assert came_back(desk, example, run, "--unit", "镇财政所") == []
    put(desk, "建成", "争取", "")  # nobody is named: the words are there, and no mark
    (one,) = came_back(desk, example, run, "--unit", "镇财政所")
    assert one["verdict"] == "taken"
    assert open_repository(example).comments[one["id"]].opinion.count("争取") == 1
