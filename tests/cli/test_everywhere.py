"""Words that are replaced in the whole plan, from the command line: listed, decided, taken, carried over."""

import json
from pathlib import Path

import pytest

from tests.conftest import Run

COMMENT = "comments/镇财政所/03.yaml"
HAND = "unit: 镇财政所\nopinion: 建议统一用词。\nedits:\n  - {replace: 食堂, with: 餐厅, everywhere: true}\n"


def new(run: Run, folder: Path, *more: str) -> str:
    words = ("--replace", "食堂", "--with", "餐厅", "--everywhere")
    done = run(folder, "new", "--unit", "镇财政所", "--opinion", "建议统一用词。", *words, *more)
    assert done.code == 0, done.err
    return done.out


def test_new_lists_the_places_in_the_file(example: Path, run: Run) -> None:
    shown = new(run, example)
    assert shown.count("“食堂”") == 5
    text = (example / COMMENT).read_text(encoding="utf-8")
    assert text.endswith(
        "edits:\n"
        "  - replace: 食堂\n"
        "    with: 餐厅\n"
        "    everywhere: true\n"
        "    places:\n"
        "      - {in: 规划, field: title, says: 示例镇社区食堂建设方案}\n"
        '      - {in: 第一章.1, says: "底,全镇建成社区食堂6个。"}\n'
        "      - {in: 第一章.1, nth: 2, says: 6个。食堂向老年人供应早餐}\n"
        "      - {in: 第二章.1, says: 和学校用房。每个食堂的面积不小于80}\n"
        "      - {in: 第二章/专栏1, field: title, says: 食堂设备}\n"
    )


def test_from_new_to_check_and_back(example: Path, run: Run) -> None:
    before = {path: path.read_bytes() for path in (example / "plan").glob("*.yaml")}
    new(run, example)
    assert (
        run(example, "decide", "镇财政所-03", "--status", "采纳", "--reply", "已修改。").code == 0
    )
    assert "P401" in run(example, "check").out
    assert run(example, "apply", "镇财政所-03").code == 0
    checked = run(example, "check")
    assert (checked.code, "P401" in checked.out) == (0, False), checked.out
    assert "title: 餐厅设备" in (example / "plan/第二章-任务.yaml").read_text(encoding="utf-8")
    shown = run(example, "diff", "--comment", "镇财政所-03").out
    assert shown.count("[-食堂-]{+餐厅+}") == 5
    assert "镇财政所-03" in run(example, "blame", "第二章/专栏1").out
    assert "餐厅" in run(example, "compare").out
    assert "餐厅" in run(example, "audit", "镇财政所-03").out
    assert run(example, "revert", "镇财政所-03").code == 0
    assert {path: path.read_bytes() for path in before} == before


def test_an_edit_typed_by_hand_is_listed_by_the_command(example: Path, run: Run) -> None:
    (example / COMMENT).write_text(HAND, encoding="utf-8")
    assert "plancli everywhere 镇财政所-03" in run(example, "check").out
    before = (example / COMMENT).read_bytes()
    dry = run(example, "everywhere", "--dry-run")
    assert (example / COMMENT).read_bytes() == before
    assert run(example, "everywhere").out == dry.out
    assert dry.out.count(" + ") == 5
    assert "P311" not in run(example, "check").out
    written = (example / COMMENT).read_bytes()
    again = run(example, "everywhere", "镇财政所-03")
    assert again.out.count(" + ") == 0
    assert (example / COMMENT).read_bytes() == written


def test_listed_anew_what_is_waived_stays_so(example: Path, run: Run) -> None:
    new(run, example)
    file = example / COMMENT
    text = file.read_text(encoding="utf-8")
    text = text.replace("says: 食堂设备}", "says: 食堂设备, waived: 专栏名称不改}")
    text = text.replace('社区食堂6个。"}', '社区食堂6个。"}  # 见会议记录')
    text = text.replace("      - {in: 第二章.1, says: 和学校用房。每个食堂的面积不小于80}\n", "")
    file.write_text(text, encoding="utf-8")
    assert "P313" in run(example, "check").out
    refused = run(example, "everywhere")
    assert (refused.code, "会议记录" in refused.err) == (2, True)  # a remark is not lost silently
    file.write_text(text.replace("  # 见会议记录", ""), encoding="utf-8")
    assert run(example, "everywhere").out.count(" + ") == 1
    assert "says: 食堂设备, waived: 专栏名称不改}" in file.read_text(encoding="utf-8")
    told = json.loads(run(example, "everywhere", "--json").out)
    (entry,) = told["comments"]["镇财政所-03"]
    assert (len(entry["places"]), entry["come"], entry["gone"]) == (5, [], [])


def test_a_decision_of_its_own_gets_its_places(example: Path, run: Run) -> None:
    edit = "{replace: 食堂, with: 饭堂, everywhere: true}"
    words = ("decide", "镇财政所-02", "--status", "修改后采纳", "--reply", "已改。", "--edit", edit)
    assert run(example, *words).code == 0
    text = (example / "comments/镇财政所/02.yaml").read_text(encoding="utf-8")
    assert "{in: 第二章/专栏1, field: title, says: 食堂设备}" in text
    before = text
    run(example, "everywhere")
    assert (example / "comments/镇财政所/02.yaml").read_text(encoding="utf-8") == before


def test_of_a_compound_comment_each_item(example: Path, run: Run) -> None:
    item = "{opinion: 统一用词。, edits: [{replace: 食堂, with: 餐厅, everywhere: true}]}"
    done = run(example, "new", "--unit", "镇财政所", "--opinion", "两点。", "--item", item)
    assert done.code == 0, done.err
    assert "field: title, says: 食堂设备" in (example / COMMENT).read_text(encoding="utf-8")
    assert "镇财政所-03.1" in run(example, "everywhere").out


@pytest.mark.parametrize(
    "line",
    [
        "{replace: 食堂, with: 餐厅, everywhere: true, in: 第一章}",
        "{replace: 食堂, with: 餐厅, places: []}",
        "{replace: 食堂, with: 餐厅, everywhere: true, places: [{in: 甲, says: 食堂, waived: }]}",
    ],
)
def test_what_does_not_fit_is_named_with_its_line(example: Path, run: Run, line: str) -> None:
    text = HAND.replace("{replace: 食堂, with: 餐厅, everywhere: true}", line)
    (example / COMMENT).write_text(text, encoding="utf-8")
    done = run(example, "check")
    assert done.code == 1
    assert f"{COMMENT}:4" in done.out


def test_where_nothing_holds_everywhere_nothing_is_written(example: Path, run: Run) -> None:
    done = run(example, "everywhere")
    assert (done.code, done.out) == (0, "")
    assert run(example, "new", "--unit", "镇财政所", "--opinion", "好。", "--everywhere").code == 2


def test_a_next_draft_has_its_places_listed_anew_and_told(example: Path, run: Run) -> None:
    new(run, example)
    file = example / COMMENT
    text = file.read_text(encoding="utf-8")
    waived = text.replace("says: 食堂设备}", "says: 食堂设备, waived: 专栏名称不改}")
    file.write_text(waived, encoding="utf-8")
    chapter = example / "plan/第二章-任务.yaml"
    plan = chapter.read_text(encoding="utf-8")
    chapter.write_text(
        plan.replace("配备冷藏柜和消毒柜。", "每个食堂配备冷藏柜和消毒柜。"), encoding="utf-8"
    )
    assert run(example, "freeze", "送审稿", "--circulate").code == 0
    done = run(example, "rebase", "镇财政所-03")
    assert done.code == 0, done.out + done.err
    assert done.out.count(" + ") == 1
    assert "专栏1.1" in done.out
    written = file.read_text(encoding="utf-8")
    assert "draft: 送审稿" in written
    assert "waived: 专栏名称不改" in written
    assert "{in: 专栏1.1, says: 每个食堂配备冷藏柜和消毒}" in written
    again = run(example, "everywhere", "镇财政所-03")
    assert again.out.count(" + ") == 0


def test_a_place_is_waived_from_the_command_line(example: Path, run: Run) -> None:
    new(run, example)
    file = example / COMMENT
    before = file.read_text(encoding="utf-8")
    words = ("everywhere", "镇财政所-03", "--waive", "第二章/专栏1", "--waive", "供应早餐")
    dry = run(example, *words, "--reason", "照上级文件。", "--dry-run")
    assert (dry.code, file.read_text(encoding="utf-8")) == (0, before)
    done = run(example, *words, "--reason", "照上级文件。")
    assert (done.out, done.out.count("○ 照上级文件。")) == (dry.out, 2)
    expected = before.replace("食堂设备}", "食堂设备, waived: 照上级文件。}")
    expected = expected.replace("供应早餐}", "供应早餐, waived: 照上级文件。}")
    assert file.read_text(encoding="utf-8") == expected
    assert run(example, "everywhere", "镇财政所-03").out.count("○") == 2


@pytest.mark.parametrize(
    "words",
    [
        ("--waive", "第二章/专栏1"),
        ("--reason", "照上级文件。"),
        ("--waive", "专栏9", "--reason", "照上级文件。"),
    ],
)
def test_a_waiver_has_its_reason_and_its_place(
    words: tuple[str, ...], example: Path, run: Run
) -> None:
    new(run, example)
    before = (example / COMMENT).read_bytes()
    done = run(example, "everywhere", "镇财政所-03", *words)
    assert done.code == 2
    assert words[1] in done.err or "--" in done.err
    assert (example / COMMENT).read_bytes() == before
