"""What users do wrong: one clear message with file and line, the right exit code, and nothing changed."""

import json
import shutil
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.conftest import Run, plan_files

COMMENT = "comments/镇民政办/01.yaml"


def edited(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


MISTAKES = {
    "a misspelt key": (COMMENT, "opinion:", "opnion:", "P108", 6, "opinion"),
    "a misspelt key of an edit": (COMMENT, "with:", "wiht:", "P108", 9, "with"),
    "a tab": (COMMENT, "  section", "\tsection", "P103", 3, "two blanks"),
    "a full-width colon": (COMMENT, "section: ", "section：", "P104", 3, "section:"),
    "a wrong status": (COMMENT, "status: 采纳", "status: 同意", "P111", 11, "不采纳"),
    "a page that is none": (COMMENT, "page: 1", "page: 一", "P110", 4, "16-20"),
    "a key twice": (COMMENT, "  page: 1", "  section: 第二章", "P105", 4, "section"),
    "an edit without a verb": (COMMENT, "replace:", "with2:", "P112", 9, "replace"),
    "an unclosed quote": (COMMENT, "section: 第一章", 'section: "第一章', "P102", 3, "quotes"),
    "an empty opinion": (COMMENT, "opinion: |-", "opinion: ''\nnote: |-", "P113", 6, "opinion"),
    "an insertion without a place": (
        COMMENT, "{replace: 早餐和午餐, with: 早餐、午餐和晚餐}", "{insert: 晚餐}", "P110", 9, "insert: 晚餐",
    ),
    "a comment in the wrong folder": (COMMENT, "unit: 镇民政办", "unit: 镇财政所", "P207", 1, "镇财政所/"),
    "a list where a text belongs": (COMMENT, "section: 第一章", "section: [第一章]", "P114", 3, "text"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", MISTAKES)
@pytest.mark.parametrize("command", ["apply", "status", "check"])
def test_a_broken_comment(example: Path, run: Run, mistake: str, command: str) -> None:
    file, old, new, code, line, help_ = MISTAKES[mistake]
    edited(example, file, old, new)
    before = plan_files(example)
    done = run(example, command, *(["--all"] if command == "apply" else []))
    shown = done.out if command == "check" else done.err
    assert done.code == (1 if command == "check" else 2)
    assert f"{file}:{line}:" in shown
    assert code in shown
    assert help_ in shown
    assert plan_files(example) == before


ELSEWHERE = {
    "another ending": ("comments/镇民政办/02.yml", b"unit: \xe9\x95\x87\n", "1:1: P120"),
    "a folder too deep": ("comments/镇民政办/x/02.yaml", b"unit: x\n", "1:1: P207"),
    "no folder": ("comments/02.yaml", b"unit: x\n", "1:1: P207"),
    "another encoding": (
        "plan/第三章.yaml",
        "key: 三\ntitle: 题".encode() + "数".encode("gbk"),
        "2:9: P101",
    ),
}


@pytest.mark.parametrize("mistake", ELSEWHERE)
def test_a_file_that_is_wrong_as_a_whole_has_line_and_column(
    example: Path, run: Run, mistake: str
) -> None:
    file, content, said = ELSEWHERE[mistake]
    (example / file).parent.mkdir(exist_ok=True)
    (example / file).write_bytes(content)
    assert f"{file}:{said} " in run(example, "check").out


def test_a_file_that_is_missing_has_line_and_column(example: Path, run: Run) -> None:
    (example / "plan/drafts/征求意见稿.yaml").unlink()
    assert run(example, "check").out.startswith("plan/drafts/征求意见稿.yaml:1:1: P116 ")


QUOTES = {
    "words that are not in the draft": ("早餐和午餐, with", "早饭和午饭, with", "P301"),
    "words that stand twice": ("{replace: 早餐和午餐, with: 早餐、午餐和晚餐}", "{delete: 食堂}", "P302"),
    "a paragraph that is not there": (
        "{replace: 早餐和午餐, with: 早餐、午餐和晚餐}", "{rewrite: 第九章.1, with: 新}", "P206",
    ),
    "a section that is not there": (
        "{replace: 早餐和午餐, with: 早餐、午餐和晚餐}", "{delete: 早餐, in: 第九章}", "P202",
    ),
    "another page than cited": ("page: 1", "page: 7", "P303"),
    "more than one field": (
        "{replace: 早餐和午餐, with: 早餐、午餐和晚餐}", "{delete: 总体目标。到2026年底}", "P304",
    ),
    "a draft that does not exist": ("unit: 镇民政办", "draft: 送审稿\nunit: 镇民政办", "P205"),
}  # fmt: skip


@pytest.mark.parametrize("mistake", QUOTES)
def test_check_names_a_wrong_quotation(example: Path, run: Run, mistake: str) -> None:
    old, new, code = QUOTES[mistake]
    assert run(example, "revert", "--all").code == 0
    edited(example, COMMENT, old, new)
    if code == "P302":
        edited(example, COMMENT, "  original: 食堂向老年人供应早餐和午餐。\n", "")
    done = run(example, "check")
    assert done.code == 1
    assert f" {code} " in done.out
    assert f"{COMMENT}:" in done.out


CUT = [
    # what is typed, the key, the words that the comma cut in two
    ("{replace: 早餐和午餐, with: 早餐,午餐}", "with", "早餐,午餐"),
    ("{delete: 早餐,午餐}", "delete", "早餐,午餐"),
    ("{insert: 早点, after: 早餐, 午餐, order: 1}", "after", "早餐, 午餐"),
]


@pytest.mark.parametrize(("typed", "key", "words"), CUT)
def test_words_that_a_comma_in_braces_cuts_are_shown_as_they_are_to_be_quoted(
    example: Path, run: Run, typed: str, key: str, words: str
) -> None:
    edited(example, COMMENT, "{replace: 早餐和午餐, with: 早餐、午餐和晚餐}", typed)
    found = run(example, "check").out
    assert f"{COMMENT}:9:" in found
    quoted = f'{key}: "{words}"'
    for shown in ("P132", f"{key}: {words} is cut", quoted):
        assert shown in found
    # who does as told can be read
    edited(example, COMMENT, f"{key}: {words}", quoted)
    assert "P132" not in run(example, "check").out


@pytest.mark.parametrize(("typed", "key", "words"), CUT)
def test_words_that_a_comma_cuts_on_the_command_line(
    example: Path, run: Run, typed: str, key: str, words: str
) -> None:
    asked = ("new", "--unit", "镇财政所", "--opinion", "改。", "--dry-run", "--edit")
    done = run(example, *asked, typed)
    assert done.code == 2
    assert "--edit:1:" in done.err
    assert f"P132 In braces a comma ends a value, so {key}: {words} is cut" in done.err
    quoted = typed.replace(f"{key}: {words}", f'{key}: "{words}"')
    assert "P132" not in run(example, *asked, quoted).err


def test_a_key_that_is_only_unknown_is_no_cut_value(example: Path, run: Run) -> None:
    edited(example, COMMENT, "with: 早餐、午餐和晚餐}", "with: 早餐、午餐和晚餐, 说明: 加餐}")
    found = run(example, "check").out
    assert "P108" in found
    assert "P132" not in found


def test_apply_leaves_out_what_has_no_place(example: Path, run: Run) -> None:
    assert run(example, "revert", "--all").code == 0
    edited(example, COMMENT, "早餐和午餐, with", "早饭和午饭, with")
    before = plan_files(example)
    done = run(example, "apply", "--all")
    assert done.code == 1
    assert "words not found" in done.out
    assert "早饭和午饭" in done.out
    assert plan_files(example) == before


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (("apply", "镇民政办-9"), 2, "镇民政办-01"),
        (("apply", "镇财政所-01"), 2, "(不采纳) cannot be merged"),
        (("apply",), 2, "--all"),
        (("revert", "镇财政所-01"), 2, "not in the text"),
        (("show", "第一"), 2, "第一章"),
        (("diff", "没有的稿"), 2, "没有的稿"),
        (("report", "-o", "x.doc"), 2, "html"),
        (("report", "-o", "x.html", "--template", "没有"), 2, "table.html.j2"),
        (("freeze", "征求意见稿"), 2, "is frozen already"),
        (("locate", "天地玄黄"), 1, "quotation"),
        (("chekc",), 2, "check"),
        (("check", "--jsno"), 2, "--json"),
        (("show",), 2, "KEY|ID"),
        (("schema", "nothing"), 2, "KIND"),
        (("report", "-o"), 2, "-o"),
    ],
)
def test_a_wrong_command(
    example: Path, run: Run, words: tuple[str, ...], code: int, message: str
) -> None:
    before = plan_files(example)
    done = run(example, *words)
    assert done.code == code
    assert message in done.err
    assert done.out == ""
    assert plan_files(example) == before


def test_no_plan_repository(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "status")
    assert done.code == 2
    assert "plancli init" in done.err


def test_a_missing_folder(tmp_path: Path, run: Run) -> None:
    assert run(tmp_path / "nowhere", "check").code == 2


def test_init_overwrites_nothing(example: Path, run: Run) -> None:
    edited(example, "plan/第一章-目标.yaml", "早餐", "早饭")
    before = plan_files(example)
    assert run(example, "init", ".").code == 2
    assert plan_files(example) == before


@pytest.mark.parametrize("how", [(), ("--empty", "--title", "村规", "--chapter", "总则")])
def test_init_again_on_what_it_wrote_is_no_error(
    tmp_path: Path, run: Run, how: tuple[str, ...]
) -> None:
    """Behind an init that was killed while it tidied up, the second one has nothing to do."""
    assert run(tmp_path, "init", "新", *how).code == 0
    before = plan_files(tmp_path)
    done = run(tmp_path, "init", "新", *how)
    assert (done.code, plan_files(tmp_path)) == (0, before)
    assert "holds this plan already" in done.err
    assert run(tmp_path, "init", "新", "--empty", "--title", "另一个").code == 2


def test_a_changed_frozen_draft(example: Path, run: Run) -> None:
    edited(example, "plan/drafts/征求意见稿.yaml", "80平方米", "90平方米")
    done = run(example, "check")
    assert done.code == 1
    assert "P407" in done.out


def test_a_page_may_be_added_to_a_frozen_draft(example: Path, run: Run) -> None:
    edited(example, "plan/drafts/征求意见稿.yaml", "page: 1", "page: 1\n        line: 3-4")
    assert run(example, "check").code == 0


def test_a_duplicate_paragraph_id(example: Path, run: Run) -> None:
    edited(example, "plan/第二章-任务.yaml", "id: 专栏1.1", "id: 第二章.1")
    assert " P201 " in run(example, "check").out


@pytest.mark.parametrize("command", [("check",), ("freeze", "征求意见稿")])
def test_before_the_first_round_ids_and_keys_share_one_space(
    example: Path, run: Run, command: tuple[str, ...]
) -> None:
    for folder in ("comments", "plan/drafts"):
        shutil.rmtree(example / folder)
    (example / "plan/applied.yaml").unlink()
    manifest = YAML(typ="safe").load((example / "plan/plan.yaml").read_text(encoding="utf-8"))
    for key in ("draft", "drafts"):
        manifest.pop(key)
    (example / "plan/plan.yaml").write_text(json.dumps(manifest, ensure_ascii=False, default=str))
    edited(example, "plan/第一章-目标.yaml", "id: 第一章.1", "id: 第一章")
    done = run(example, *command)
    assert done.code in (1, 2)
    assert "plan/第一章-目标.yaml:5" in done.out + done.err
    assert "P201" in done.out + done.err
    assert not (example / "plan/drafts").exists()


def test_a_rejection_without_a_reason(example: Path, run: Run) -> None:
    edited(example, "comments/镇财政所/01.yaml", "  reason: 面积按照已批准的建设标准确定。\n", "")
    assert " P404 " in run(example, "check").out


def test_a_rejection_whose_words_are_in_the_text(example: Path, run: Run) -> None:
    edited(example, "plan/第二章-任务.yaml", "不小于80平方米", "不小于60平方米")
    assert " P406 " in run(example, "check").out


def test_a_decision_taken_back(example: Path, run: Run) -> None:
    edited(example, COMMENT, "status: 采纳", "status: 不采纳")
    assert " P433 " in run(example, "check").out  # its reply still says that it was done
    edited(
        example,
        COMMENT,
        "reply: 第一章“总体目标”中相关内容已修改。",
        "reason: 供餐时间由各村自定。",
    )
    done = run(example, "check")
    assert " P410 " in done.out
    assert run(example, "revert", "镇民政办-01").code == 0
    assert run(example, "check").code == 0


CONFLICT = "<<<<<<< HEAD\n{0}\n=======\n{0}\n>>>>>>> 科室二\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "file", [COMMENT, "plan/第一章-目标.yaml", "plan/plan.yaml", "plan/applied.yaml"]
)
def test_an_unfinished_merge_is_named_and_the_other_files_are_checked(
    example: Path, run: Run, file: str, newline: str
) -> None:
    path = example / file
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[1] = CONFLICT.format(lines[1].rstrip("\n"))
    path.write_text("".join(lines), encoding="utf-8", newline=newline)
    edited(example, "comments/镇财政所/01.yaml", "opinion:", "opinion：")
    done = run(example, "check")
    assert done.code == 1
    assert (
        f"{file}:2:1: P122 A merge of git is not finished here: the conflict marker <<<<<<< "
        in done.out
    )
    assert f"git add {file}" in done.out
    assert "P104" in done.out
    assert "P102" not in done.out
    assert run(example, "status").code == 2


@pytest.mark.parametrize("marker", ["=======", ">>>>>>> 科室二"])
def test_a_marker_that_was_left_behind(example: Path, run: Run, marker: str) -> None:
    edited(example, COMMENT, "opinion:", f"{marker}\nopinion:")
    assert f"{COMMENT}:6:1: P122" in run(example, "check").out


def test_marks_inside_a_text_are_no_markers(example: Path, run: Run) -> None:
    edited(example, COMMENT, "opinion: |-\n", "opinion: |-\n  =======\n  <<<<<<< 甲\n\n")
    assert "P122" not in run(example, "check").out


@pytest.mark.parametrize("key", ["decision", "edits"])
def test_what_an_item_has_its_whole_comment_has_not(example: Path, run: Run, key: str) -> None:
    path = example / "comments/镇文化站/01.yaml"
    path.parent.mkdir()
    own = {"decision": "decision:\n  status: 采纳\n", "edits": "edits:\n  - {delete: 食堂}\n"}[key]
    path.write_text(
        f"unit: 镇文化站\nopinion: 两点。\n{own}items:\n  - opinion: 一\n", encoding="utf-8"
    )
    said = f"comments/镇文化站/01.yaml:3:1: P114 {key} does not fit: items have edits and decisions"
    assert said in run(example, "check").out
