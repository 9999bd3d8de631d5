"""What a comment may have several of: topics, units, files that came with it. It is counted once."""

import json
import re
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from plancli import check, open_repository
from tests.conftest import Run


def written(folder: Path, name: str, *lines: str) -> Path:
    """Write a comment's file with the lines below its unit."""
    file = folder / f"comments/{name}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join([f"unit: {file.parent.name}", *lines, ""]), encoding="utf-8")
    return file


# --- topics -------------------------------------------------------------------------------------------------


def test_a_comment_stands_under_each_of_its_topics_with_one_number(example: Path, run: Run) -> None:
    written(example, "镇财政所/03", "topic: [用房, 经费]", "opinion: 两处都要改。")
    written(example, "镇文化站/02", "topic: 经费", "opinion: 另拨。")
    shown = run(example, "report", "--preset", "topics").out
    assert shown.count("两处都要改。") == 2
    rows = [line.split("|")[1].strip() for line in shown.splitlines() if "两处都要改。" in line]
    assert len(set(rows)) == 1
    assert shown.index("用房") < shown.index("经费")
    assert run(example, "report").out.count("两处都要改。") == 1


def test_new_takes_several_topics_and_writes_one_without_a_list(example: Path, run: Run) -> None:
    base = ("new", "--unit", "镇财政所", "--opinion", "一。")
    assert run(example, *base, "--topic", "用房").code == 0
    assert run(example, *base, "--topic", "用房", "--topic", "经费").code == 0
    one, two = (example / f"comments/镇财政所/{name}.yaml" for name in ("03", "04"))
    assert "topic: 用房\n" in one.read_text(encoding="utf-8")
    assert "topic: [用房, 经费]\n" in two.read_text(encoding="utf-8")
    assert open_repository(example).comments["镇财政所-04"].topics == ("用房", "经费")


@pytest.mark.parametrize(
    ("value", "said"),
    [("[用房, 用房]", "stands twice"), ("[]", "at least one"), ("{甲: 乙}", "P1")],
)
def test_topics_are_words_each_once(example: Path, run: Run, value: str, said: str) -> None:
    written(example, "镇财政所/03", f"topic: {value}", "opinion: 一。")
    done = run(example, "check")
    assert done.code == 1
    assert "镇财政所/03.yaml:2" in done.out
    assert said in done.out


# --- units --------------------------------------------------------------------------------------------------

JOINT = ("units: [镇民政办, 镇文化站]", "opinion: 增加晚餐。", "edits:")
EDIT = "  - {replace: 早餐和午餐, with: 早餐、午餐和晚餐}"
ADOPTED = "decision: {status: 采纳, reply: 已修改。}"


@pytest.fixture
def joint(example: Path, run: Run) -> Path:
    """The example with a comment that 镇民政办 and 镇文化站 sign, which has no other."""
    written(example, "镇民政办/02", *JOINT, EDIT, ADOPTED)
    assert run(example, "unit", "镇文化站", "--reply", "").code == 0
    return example


def said(run: Run, folder: Path, *command: str) -> Any:
    return json.loads(run(folder, *command, "--json").out)


def test_a_joint_comment_has_one_row_under_all_its_names(joint: Path, run: Run) -> None:
    shown = run(joint, "report").out
    assert shown.count("增加晚餐。") == 1
    assert "| 镇民政办、镇文化站 | 增加晚餐。 |" in shown
    # behind what its first unit says alone
    assert shown.index("| 镇民政办 |") < shown.index("| 镇民政办、镇文化站 |")
    rows = {row["id"]: row for row in said(run, joint, "report")["rows"]}
    assert rows["镇民政办-02"]["unit"] == "镇民政办"
    assert rows["镇民政办-02"]["units"] == ["镇民政办", "镇文化站"]
    assert "units" not in rows["镇民政办-01"]


def test_each_that_signs_has_replied_and_the_comment_counts_once(joint: Path, run: Run) -> None:
    counts = said(run, joint, "report")["counts"]
    assert (counts["replied"], counts["commented"], counts["comments"]) == (3, 3, 4)
    units = {unit["name"]: unit for unit in said(run, joint, "unit")["units"]}
    assert units["镇文化站"]["reply"] == "有意见"
    assert units["镇文化站"]["comments"] == ["镇民政办-02"]
    assert run(joint, "unit", "镇文化站", "--reply", "无意见").code == 1
    totals = {unit["unit"]: unit["comments"] for unit in said(run, joint, "audit")["units"]}
    assert totals == {"镇财政所": 2, "镇民政办": 2, "镇文化站": 1}


def test_a_comment_is_found_by_each_of_its_units(joint: Path, run: Run) -> None:
    assert "增加晚餐。" in run(joint, "show", "镇文化站").out
    assert run(joint, "apply", "镇文化站").code == 0
    assert "镇民政办-02" in open_repository(joint).record.comments
    assert run(joint, "revert", "镇文化站").code == 0
    written(joint, "镇民政办/03", *JOINT, EDIT)
    status = ("--status", "不采纳", "--reason", "供餐时间已定。")
    assert run(joint, "decide", "--unit", "镇文化站", *status).code == 0
    comments = open_repository(joint).comments
    assert [comments[f"镇民政办-0{at}"].decision.status for at in (2, 3)] == ["采纳", "不采纳"]


def test_each_has_a_letter_and_words_are_credited_to_all(joint: Path, run: Run) -> None:
    assert run(joint, "apply", "--all").code == 0
    assert "意见(与镇民政办联合提出):增加晚餐。" in run(joint, "reply", "镇文化站").out
    assert "意见(与镇文化站联合提出):增加晚餐。" in run(joint, "reply", "镇民政办").out
    assert "意见:第1页" in run(joint, "reply", "镇民政办").out
    assert "镇民政办-02 镇民政办、镇文化站" in run(joint, "compare").out
    assert "镇民政办-02 镇民政办、镇文化站" in run(joint, "blame", "第一章.1").out
    # what another comment of the first unit asks for as well is by each unit once
    run(joint, "export", "稿.docx")
    with ZipFile(joint / "稿.docx") as word:
        text = word.read("word/document.xml").decode()
    # beside them the office, by which the title no longer says that it is a draft
    assert set(re.findall('w:author="(.*?)"', text)) == {"镇民政办、镇文化站", "示例镇人民政府"}
    page = joint / "页.html"
    assert run(joint, "site", "--internal", "-o", str(page)).code == 0
    text = page.read_text(encoding="utf-8")
    assert 'data-unit="镇民政办\n镇文化站"' in text
    assert "<option>镇文化站</option>" in text


def test_the_name_of_a_person_who_signs_is_masked(example: Path, run: Run) -> None:
    run(example, "unit", "朱小明", "--add", "--kind", "个人", "--channel", "网上留言")
    written(example, "镇财政所/03", "units: [镇财政所, 朱小明]", "opinion: 朱小明也说。")
    for command in (
        ("report",),
        ("report", "--preset", "channels"),
        ("report", "--preset", "narrative"),
    ):
        shown = run(example, *command, "--public").out
        assert "小明" not in shown
        assert "镇财政所、朱" in shown


def test_new_takes_several_units_by_short_names_too(example: Path, run: Run) -> None:
    assert run(example, "unit", "镇文化站", "--alias", "文化站").code == 0
    base = ("new", "--opinion", "甲。", "--unit", "镇财政所", "--unit")
    assert run(example, *base, "文化站").code == 0
    text = (example / "comments/镇财政所/03.yaml").read_text(encoding="utf-8")
    assert text.startswith("unit: 镇财政所\nunits: [镇财政所, 镇文化站]\n")
    stranger = run(example, *base, "镇学堂")
    assert (stranger.code, "P230 镇学堂 signs" in stranger.err) == (0, True)


def test_another_name_of_a_unit_stands_wherever_it_signs(joint: Path, run: Run) -> None:
    assert run(joint, "unit", "镇文化站", "--rename", "镇文旅站").code == 0
    assert open_repository(joint).comments["镇民政办-02"].units == ("镇民政办", "镇文旅站")
    assert "P201" not in run(joint, "check").out


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("[镇文化站, 镇民政办]", "stands first"),
        ("[镇民政办, 镇民政办]", "stands twice"),
        ("镇民政办", "a list is expected"),
    ],
)
def test_who_signs_is_a_list_of_units_that_begins_with_the_one_of_the_folder(
    example: Path, run: Run, value: str, said: str
) -> None:
    written(example, "镇民政办/02", f"units: {value}", "opinion: 甲。")
    done = run(example, "check")
    assert done.code == 1
    assert "镇民政办/02.yaml:2" in done.out
    assert said in done.out


# --- attachments --------------------------------------------------------------------------------------------


@pytest.fixture
def attached(example: Path, run: Run, tmp_path: Path) -> Path:
    """The example with a comment that came with a scan, which lies beside it."""
    scan = tmp_path / "来函扫描件.pdf"
    scan.write_bytes(b"%PDF letter")
    done = run(example, "new", "--unit", "镇财政所", "--opinion", "见附件。", "--attach", str(scan))
    assert done.code == 0
    (example / "comments/镇财政所/来函扫描件.pdf").write_bytes(scan.read_bytes())
    return example


def test_new_notes_name_and_digest_of_a_file(attached: Path, run: Run) -> None:
    (noted,) = open_repository(attached).comments["镇财政所-03"].attached
    assert noted.file == "来函扫描件.pdf"
    assert noted.digest == f"sha256:{sha256(b'%PDF letter').hexdigest()}"
    assert "Attachments: 来函扫描件.pdf" in run(attached, "show", "镇财政所-03").out
    missing = run(
        attached, "new", "--unit", "镇财政所", "--opinion", "一。", "--attach", "没有.pdf"
    )
    assert (missing.code, "没有.pdf" in missing.err) == (2, True)
    assert not (attached / "comments/镇财政所/04.yaml").exists()


def test_check_tells_a_file_that_is_another_one_until_it_is_gone(attached: Path, run: Run) -> None:
    scan = attached / "comments/镇财政所/来函扫描件.pdf"
    assert run(attached, "check").code == 0
    scan.write_bytes(b"%PDF other")
    for _again in range(2):
        done = run(attached, "check")
        assert (done.code, "03.yaml:6:13: P136 来函扫描件.pdf" in done.out) == (1, True)
    assert [one.code for one in check(attached, date(2026, 1, 1)).findings] == ["P136"]
    scan.unlink()
    assert run(attached, "check").code == 0


def test_nothing_of_a_file_is_published(attached: Path, run: Run, tmp_path: Path) -> None:
    manifest = attached / "plan/plan.yaml"
    heads = "heads: [{value: opinion}, {value: attachments}]"
    text = manifest.read_text(encoding="utf-8") + f"tables:\n  台账:\n    {heads}\n"
    manifest.write_text(text, encoding="utf-8")
    assert "来函扫描件" in run(attached, "report", "--preset", "台账").out
    assert "来函扫描件" not in run(attached, "report", "--preset", "台账", "--public").out
    for ending in ("html", "csv", "json", "md"):
        file = tmp_path / f"a.{ending}"
        assert run(attached, "report", "--public", "-o", str(file)).code in (0, 1)
        assert "来函扫描件" not in file.read_text(encoding="utf-8")
    run(attached, "site", "--public", "-o", str(tmp_path / "s.html"))
    assert "来函扫描件" not in (tmp_path / "s.html").read_text(encoding="utf-8")


def test_files_move_with_the_name_of_their_unit(attached: Path, run: Run) -> None:
    assert run(attached, "unit", "镇财政所", "--rename", "镇财政局").code == 0
    assert (attached / "comments/镇财政局/来函扫描件.pdf").read_bytes() == b"%PDF letter"
    assert not (attached / "comments/镇财政所/来函扫描件.pdf").exists()
    assert run(attached, "check").code == 0


def test_what_is_noted_stays_through_other_commands(attached: Path, run: Run) -> None:
    file = attached / "comments/镇财政所/03.yaml"
    noted = file.read_text(encoding="utf-8").partition("attachments:")[2]
    assert run(attached, "decide", "镇财政所-03", "--status", "留作参考").code == 0
    assert run(attached, "blacken", "镇财政所-03", "附件").code == 0
    assert run(attached, "fmt").code in (0, 1)
    assert run(attached, "freeze", "送审稿", "--circulate").code == 0
    text = file.read_text(encoding="utf-8")
    assert "attachments:" + noted.rstrip() in text
    assert run(attached, "rebase", "镇财政所-03").code in (0, 1)
    assert noted.rstrip() in file.read_text(encoding="utf-8")
