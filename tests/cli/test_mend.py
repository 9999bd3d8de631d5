"""mend: the copy of a frozen draft says what the paper says, and the record says that it was mended."""

import json
from pathlib import Path

import pytest

from plancli.store.files import read_files
from plancli.store.repository import Repository, load
from tests.conftest import Run, plan_files

DRAFT = "plan/drafts/征求意见稿.yaml"
TASKS = "plan/第二章-任务.yaml"
WHY = ("--reason", "录入时看错。")


def read(folder: Path) -> Repository:
    return load(read_files(folder))


def typed(folder: Path, old: str, new: str, *files: str) -> None:
    for file in files:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_slip_is_mended_in_draft_and_plan(example: Path, run: Run) -> None:
    before = read(example)
    done = run(example, "mend", "--replace", "闲置的村部", "--with", "闲置的祠堂", *WHY)
    assert (done.code, done.out) == (0, "征求意见稿  第二章.1  [-村部-]{+祠堂+}\n")
    after = read(example)
    (frozen,) = after.manifest.drafts
    (mended,) = frozen.mended
    assert (mended.part, mended.change, mended.reason) == (
        "第二章.1",
        "[-村部-]{+祠堂+}",
        "录入时看错。",
    )
    assert mended.before == before.manifest.drafts[0].digest != frozen.digest
    assert "闲置的祠堂" in (example / TASKS).read_text(encoding="utf-8")
    paragraphs = before.open_round.workspace.draft.spots
    for name, spot in after.open_round.workspace.draft.spots.items():
        assert spot.paragraph.page == paragraphs[name].paragraph.page
    assert run(example, "check").code == 0
    assert (
        run(example, "diff", "--section", "第二章").out
        == run(example, "diff", "--section", "第二章").out
    )
    assert "祠堂" not in run(example, "diff").out


def test_a_second_slip_is_recorded_behind_the_first(example: Path, run: Run) -> None:
    for old, new in (("村部", "祠堂"), ("学校", "校舍")):
        assert run(example, "mend", "--replace", old, "--with", new, *WHY).code == 0
    (frozen,) = read(example).manifest.drafts
    assert [mend.change for mend in frozen.mended] == [
        "[-村部-]{+祠堂+}",
        "[-学校-]{+校舍+}",
    ]
    assert len({mend.before for mend in frozen.mended} | {frozen.digest}) == 3
    assert run(example, "check").code == 0


def test_what_was_mended_by_hand_is_recorded_afterwards(example: Path, run: Run) -> None:
    typed(example, "消毒柜", "保洁柜", DRAFT, TASKS)
    told = run(example, "check").out
    assert "P407" in told
    assert "plancli mend --replace OLD --with NEW --reason …" in told
    assert run(example, "mend", "--replace", "消毒柜", "--with", "保洁柜", *WHY).code == 0
    assert run(example, "check").code == 0
    assert [mend.change for mend in read(example).manifest.drafts[0].mended] == [
        "[-消毒柜-]{+保洁柜+}"
    ]


def test_what_was_typed_by_mistake_is_undone_and_leaves_no_entry(example: Path, run: Run) -> None:
    before = plan_files(example)
    typed(example, "消毒柜", "消毒拒", DRAFT)
    assert run(example, "mend", "--replace", "消毒拒", "--with", "消毒柜", *WHY).code == 0
    assert plan_files(example) == before


def test_a_draft_with_other_changes_is_restored_first(example: Path, run: Run) -> None:
    typed(example, "消毒柜", "保洁柜", DRAFT)
    typed(example, "村部", "祠堂", DRAFT)
    before = plan_files(example)
    done = run(example, "mend", "--replace", "消毒柜", "--with", "保洁柜", *WHY)
    assert done.code == 2
    assert "P042" in done.err
    assert plan_files(example) == before


def test_the_comments_that_quote_the_words_are_named(example: Path, run: Run) -> None:
    # the unit quotes the paper, whose words the copy does not have
    path = example / "comments/镇文化站/01.yaml"
    path.parent.mkdir()
    path.write_text(
        "unit: 镇文化站\nopinion: 改。\nedits:\n  - {replace: 闲置的祠堂, with: 闲置的戏台}\n",
        encoding="utf-8",
    )
    typed(example, "    reply: 无意见\n", "", "plan/plan.yaml")
    assert "P308" in run(example, "check").out
    done = run(example, "mend", "--replace", "村部", "--with", "祠堂", *WHY, "--json")
    assert json.loads(done.out)["comments"] == [
        {"id": "镇文化站-01", "quote": "闲置的祠堂", "stood": False, "stands": True}
    ]
    assert run(example, "check").code == 0


def test_what_is_in_the_text_by_the_wrong_words_is_taken_out_first(example: Path, run: Run) -> None:
    words = ("mend", "--replace", "早餐和午餐", "--with", "早餐及午餐", *WHY)
    before = plan_files(example)
    done = run(example, *words)
    assert done.code == 2
    assert "plancli revert 镇民政办-01" in done.err
    assert plan_files(example) == before
    assert run(example, "revert", "镇民政办-01").code == 0
    done = run(example, *words)
    assert done.code == 0
    assert "镇民政办-01  “早餐和午餐” no longer stands" in done.out
    typed(example, "replace: 早餐和午餐", "replace: 早餐及午餐", "comments/镇民政办/01.yaml")
    assert run(example, "apply", "--all").code == 0
    assert "早餐、午餐和晚餐" in (example / "plan/第一章-目标.yaml").read_text(encoding="utf-8")


def test_what_comments_and_office_changed_stays(example: Path, run: Run) -> None:
    typed(example, "80平方米", "95平方米", TASKS)
    assert run(example, "note", "第二章.1", "--reason", "按新标准。").code == 0
    assert run(example, "mend", "--replace", "闲置", "--with", "空置", *WHY).code == 0
    text = (example / TASKS).read_text(encoding="utf-8")
    assert "优先利用空置的村部" in text
    assert "95平方米" in text
    assert run(example, "check").code == 0


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("食堂设备", "厨房设备", "第二章/专栏1"),
        ("任务", "主要任务", "第二章"),
        ("选址", "地点", "第二章.1"),
    ],
)
def test_titles_and_headings(example: Path, run: Run, old: str, new: str, part: str) -> None:
    done = run(example, "mend", "--replace", old, "--with", new, *WHY)
    assert (done.code, done.out.split()[1]) == (0, part)
    assert new in (example / TASKS).read_text(encoding="utf-8")
    assert run(example, "check").code == 0


def test_a_responsible_unit(example: Path, run: Run) -> None:
    assert run(example, "mend", "--replace", "各村", "--with", "各行政村", *WHY).code == 0
    assert "units: [镇民政办, 各行政村]" in (example / TASKS).read_text(encoding="utf-8")
    assert run(example, "check").code == 0


def test_printed_lines_begin_at_the_same_words(example: Path, run: Run) -> None:
    """选址。优先利用闲置的村部和学校用房。…: the second line begins behind the slip, with 和学校."""
    typed(
        example,
        "        heading: 选址\n",
        "        heading: 选址\n        layout: [0 P2 L1, 12 P2 L2, 20 P2 L3]\n",
        DRAFT,
    )
    words = ("--replace", "村部", "--with", "旧村委会", "--in", "第二章.1")
    assert run(example, "mend", *words, *WHY).code == 0
    layout = read(example).open_round.workspace.draft.spots["第二章.1"].paragraph.layout
    assert [str(line) for line in layout] == ["0 P2 L1", "14 P2 L2", "22 P2 L3"]
    # a line that begins inside the slip
    words = ("--replace", "和学校用房", "--with", "和校舍", "--in", "第二章.1")
    assert run(example, "mend", *words, *WHY).code == 0
    layout = read(example).open_round.workspace.draft.spots["第二章.1"].paragraph.layout
    assert [str(line) for line in layout] == ["0 P2 L1", "14 P2 L2", "20 P2 L3"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--replace", "食堂", "--with", "饭堂", *WHY], "P040"),
        (["--replace", "没有这句", "--with", "有", *WHY], "P039"),
        (["--replace", "村部", "--with", "祠堂"], "P020"),
        (["--with", "祠堂", *WHY], "P020"),
        (["--replace", "村部", "--with", "祠堂", "--in", "第九章", *WHY], "P004"),
        (["--replace", "村部", "--with", "祠堂", "--draft", "送审稿", *WHY], "P205"),
    ],
)
def test_what_is_refused(example: Path, run: Run, words: list[str], code: str) -> None:
    before = plan_files(example)
    done = run(example, "mend", *words)
    assert done.code == 2
    assert code in done.err
    assert plan_files(example) == before


def test_one_of_several_places_is_named(example: Path, run: Run) -> None:
    done = run(example, "mend", "--replace", "食堂", "--with", "饭堂", "--in", "专栏1", *WHY)
    assert done.out == "征求意见稿  第二章/专栏1  [-食堂-]{+饭堂+}\n"
