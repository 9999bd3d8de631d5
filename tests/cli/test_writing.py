"""new, decide and fmt: what is written, what is refused, and which bytes stay."""

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plancli.core.comments.comment import Decision
from plancli.core.comments.status import Status
from plancli.core.plan.model import Section
from plancli.store.files import read_files
from plancli.store.repository import load
from plancli.store.sections import formatted
from plancli.store.validate import validate
from plancli.store.yaml.strict import parse
from tests.conftest import Run, plan_files

# --- new ----------------------------------------------------------------------------------------------------

WORDS = ("--opinion", "建议改。", "--replace", "冷藏柜", "--with", "冷藏柜、冰柜")


def test_a_new_comment(example: Path, run: Run) -> None:
    done = run(example, "new", "--unit", "镇财政所", "--section", "专栏1", "--page", "2", *WORDS)
    assert done.code == 0
    assert done.out.startswith("镇财政所-03 (comments/镇财政所/03.yaml)\n“冷藏柜”\n  → ")
    assert (example / "comments/镇财政所/03.yaml").read_text(encoding="utf-8") == (
        "unit: 镇财政所\nat:\n  section: 专栏1\n  page: 2\nopinion: |-\n  建议改。\n"
        "edits:\n  - replace: 冷藏柜\n    with: 冷藏柜、冰柜\n"
    )
    assert run(example, "check").code == 0


def test_every_kind_of_edit(example: Path, run: Run) -> None:
    edits = (
        "--delete",
        "和消毒柜",
        "--insert",
        "、每年12个",
        "--after",
        "6个",
        "--edit",
        "{remove: 第二章.1}",
    )
    assert run(example, "new", "--unit", "镇文化站", "--opinion", "改", *edits).code == 0
    found = load(read_files(example)).comments["镇文化站-01"].edits
    assert [type(edit).__name__ for edit in found] == ["Delete", "Insert", "Remove"]


def test_the_opinion_from_stdin(example: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("第一行。\n\n第三行: #。\n"))
    assert run(example, "new", "--unit", "镇财政所", "--opinion", "-").code == 0
    assert load(read_files(example)).comments["镇财政所-03"].opinion == "第一行。\n\n第三行: #。"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (
            ("--unit", "镇财政所", "--opinion", "改", "--edit", "{delete: 早餐, in: 第九章}"),
            "P202",
        ),
        (("--unit", "镇财政局", "--opinion", "改"), "P204"),
        (("--unit", "../外面", "--opinion", "改"), "P131"),
        (
            ("--unit", "镇财政所", "--opinion", "改", "--edit", "{rewrite: 第九章.1, with: 新}"),
            "P206",
        ),
        (("--unit", "镇财政所", "--opinion", "改", "--edit", "[不是修改]"), "P1"),
        (("--unit", "镇财政所", "--opinion", "改", "--page", "三十八页半"), "P110"),
        (("--unit", "镇财政所", "--opinion", "改", "--replace", "食堂"), "P020"),
        (("--unit", "镇财政所", "--opinion", " "), "P109"),
        (("--unit", "镇财政所"), "P020"),
    ],
)
def test_what_does_not_fit_is_refused(
    example: Path, run: Run, words: tuple[str, ...], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    before = sorted(example.rglob("*"))
    done = run(example, "new", *words)
    assert done.code in (1, 2)
    assert f"{code}" in done.err
    assert sorted(example.rglob("*")) == before


def test_words_that_stand_elsewhere_are_reported(example: Path, run: Run) -> None:
    done = run(example, "new", "--unit", "镇财政所", "--page", "9", *WORDS)
    assert done.code == 0
    assert "P303" in done.err
    assert (example / "comments/镇财政所/03.yaml").exists()


def test_a_dry_run_and_json(example: Path, run: Run) -> None:
    done = run(example, "new", "--unit", "镇财政所", *WORDS, "--dry-run", "--json")
    assert json.loads(done.out)["file"] == "comments/镇财政所/03.yaml"
    assert not (example / "comments/镇财政所/03.yaml").exists()


BLOCK = "replace: 冷藏柜\nwith: 冷藏柜、冰柜"


@pytest.mark.parametrize(
    "edit", [BLOCK, BLOCK + "\n", BLOCK.replace("\n", "\r\n"), f"# 改\n{BLOCK}"]
)
def test_an_edit_as_a_block(example: Path, run: Run, edit: str) -> None:
    assert run(example, "new", "--unit", "镇财政所", "--opinion", "改", "--edit", edit).code == 0
    assert (
        (example / "comments/镇财政所/03.yaml")
        .read_text(encoding="utf-8")
        .endswith("edits:\n  - replace: 冷藏柜\n    with: 冷藏柜、冰柜\n")
    )


def test_a_number_that_was_used_is_not_given_again(example: Path, run: Run) -> None:
    new = ("new", "--opinion", "别的意见", "--unit")
    (example / "comments/镇民政办/01.yaml").unlink()  # recorded in plan/applied.yaml
    assert run(example, *new, "镇民政办").out.startswith("镇民政办-02 ")
    (example / "comments/镇财政所/01.yaml").unlink()
    assert run(example, *new, "镇财政所").out.startswith("镇财政所-03 ")
    record = example / "plan/applied.yaml"
    closed = "earlier:\n  - draft: 征求意见稿\n    comments:\n      镇文化站-07.1: {edits: [{delete: 甲}]}\n"
    record.write_text(record.read_text(encoding="utf-8") + closed, encoding="utf-8")
    assert run(example, *new, "镇文化站").out.startswith("镇文化站-08 ")


@pytest.mark.parametrize(
    "command", [("new", "--unit", "镇财政所", "--opinion", "改"), ("decide", "镇财政所-02")]
)
@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ("replace: 甲\nwiht: 乙", "--edit:2:1: P108 The key wiht is not known here.\n"),
        ("replace: 甲", "--edit:1:1: P109 The key with is missing."),
        ("{with: 乙}", "--edit:1:1: P112"),
        ("replace: 甲\nwith： 乙", "--edit:2:5: P104"),
        ("replace: 甲\nwith: [", "--edit:2:8: P102"),
        ("甲改为乙", "--edit:1:1: P114"),
        ("", "--edit:1:1: P114"),
    ],
)
def test_an_edit_that_does_not_fit(
    example: Path, run: Run, command: tuple[str, ...], edit: str, said: str
) -> None:
    done = run(example, *command, "--edit", edit)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.parametrize("opinion", ["一、改。\r\n二、删。", "一、改。\r二、删。\r\n"])
def test_an_opinion_with_line_ends_of_windows(example: Path, run: Run, opinion: str) -> None:
    assert run(example, "new", "--unit", "镇财政所", "--opinion", opinion).code == 0
    assert load(read_files(example)).comments["镇财政所-03"].opinion == "一、改。\n二、删。"


@pytest.mark.parametrize(
    "command", [("new", "--unit", "镇财政所", "--opinion", "改"), ("decide", "镇财政所-02")]
)
@pytest.mark.parametrize("more", ["reply: 别的", "opinion: 别的", "  reply: 别的"])
def test_nothing_behind_an_edit_is_left_out(
    example: Path, run: Run, command: tuple[str, ...], more: str
) -> None:
    before = plan_files(example), sorted(example.rglob("*"))
    done = run(example, *command, "--edit", f"{{insert: 、油烟机, after: 冷藏柜}}\n{more}")
    assert (done.code, "P1" in done.err) == (2, True)
    assert (plan_files(example), sorted(example.rglob("*"))) == before


# --- decide -------------------------------------------------------------------------------------------------

PENDING = "comments/镇财政所/02.yaml"


def test_only_the_decision_changes(example: Path, run: Run) -> None:
    path = example / PENDING
    text = (
        "# 备忘\r\n"
        + path.read_text(encoding="utf-8").replace("\n", "\r\n")
        + "note: 内部  # 不公布\r\n"
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    done = run(example, "decide", "镇财政所-02", "--status", "采纳", "--reply", "专栏1已修改。")
    assert done.code == 0
    assert done.out == "镇财政所-02 采纳: 专栏1已修改。\n"
    assert "Next: plancli apply 镇财政所-02" in done.err
    wanted = text.replace("status: 待定\r\n", "status: 采纳\r\n  reply: 专栏1已修改。\r\n")
    assert path.read_bytes() == b"\xef\xbb\xbf" + wanted.encode()


@pytest.mark.parametrize(
    "written", ["decision: {status: 待定}", "", "decision:\n  # 等领导\n  status: 待定  # 再议"]
)
def test_however_the_decision_is_written(example: Path, run: Run, written: str) -> None:
    path = example / PENDING
    text = path.read_text(encoding="utf-8").replace("decision:\n  status: 待定", written)
    path.write_text(text, encoding="utf-8")
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考").code == 0
    after = path.read_text(encoding="utf-8")
    assert load(read_files(example)).comments["镇财政所-02"].decision.status == "留作参考"
    assert after.startswith(text.partition("decision")[0].rstrip("\n"))
    assert all(comment in after for comment in re.findall("#.*", written))


def test_keys_come_and_go(example: Path, run: Run) -> None:
    decide = ("decide", "镇财政所-02")
    assert run(example, *decide, "--status", "不采纳", "--reason", "标准已定。").code == 0
    edit = ("--edit", "{insert: 、油烟机, after: 冷藏柜}")
    assert (
        run(
            example,
            *decide,
            "--status",
            "修改后采纳",
            "--reason",
            "",
            "--reply",
            "改称油烟机。",
            *edit,
        ).code
        == 0
    )
    assert (
        (example / PENDING)
        .read_text(encoding="utf-8")
        .endswith(
            "decision:\n  status: 修改后采纳\n  reply: 改称油烟机。\n"
            "  edits:\n    - insert: 、油烟机\n      after: 冷藏柜\n"
        )
    )
    assert run(example, *decide, "--status", "采纳", "--as-asked").code == 0
    assert load(read_files(example)).comments["镇财政所-02"].decision.edits is None


def decision_of(example: Path, name: str) -> Decision:
    return load(read_files(example)).comments[name].decision


def test_a_new_decision_has_nothing_of_the_old_one(example: Path, run: Run) -> None:
    done = run(example, "decide", "镇财政所-01", "--status", "采纳")
    assert decision_of(example, "镇财政所-01") == Decision(status=Status.ADOPTED)
    gone = "Taken out with the old decision: reason: 面积按照已批准的建设标准确定。\n"
    assert gone in done.err
    again = run(example, "decide", "镇民政办-01", "--status", "不采纳", "--reason", "经费不足。")
    wanted = Decision(status=Status.REJECTED, reason="经费不足。")
    assert decision_of(example, "镇民政办-01") == wanted
    assert "reply: 第一章“总体目标”中相关内容已修改。" in again.err


def test_what_is_given_with_a_new_status_is_its_own(example: Path, run: Run) -> None:
    decide = ("decide", "镇财政所-02")
    edit = ("--edit", "{insert: 、油烟机, after: 冷藏柜}")
    told = ("--reply", "专栏1已修改。", "--reason", "净化器不配。")
    assert run(example, *decide, "--status", "修改后采纳", *told, *edit).code == 0
    part = run(example, *decide, "--status", "部分采纳", "--reason", "其余不配。")
    after = decision_of(example, "镇财政所-02")
    assert (part.code, after.reply, after.reason) == (0, "专栏1已修改。", "其余不配。")
    assert len(after.edits or ()) == 1
    whole = run(example, *decide, "--status", "采纳")
    assert decision_of(example, "镇财政所-02") == Decision(status=Status.ADOPTED)
    assert whole.err.count("Taken out with the old decision") == 3
    assert "Taken out with the old decision: edits\n" in whole.err


def test_what_was_prepared_while_it_was_open_stays(example: Path, run: Run) -> None:
    decide = ("decide", "镇财政所-02")
    assert run(example, *decide, "--reply", "专栏1已修改。").code == 0
    done = run(example, *decide, "--status", "采纳")
    assert decision_of(example, "镇财政所-02").reply == "专栏1已修改。"
    assert "Taken out" not in done.err


def test_an_edit_that_changes_nothing_is_said_to_be_there_already(example: Path, run: Run) -> None:
    new = ("--edit", "{replace: 冷藏柜和消毒柜, with: 冷藏柜和消毒柜}")
    assert run(example, "new", "--unit", "镇财政所", "--opinion", "要有消毒柜。", *new).code == 0
    refused = run(example, "decide", "镇财政所-03", "--status", "采纳")
    assert (refused.code, "P431" in refused.err) == (1, True)
    assert "专栏1.1 says already “冷藏柜和消毒柜”" in refused.err
    told = ("--status", "已体现", "--already", "冷藏柜和消毒柜")
    assert run(example, "decide", "镇财政所-03", *told).code == 0
    assert "镇财政所-03" not in run(example, "check").out


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--status", "不采纳"), "P404"),
        (("--status", "合并"), "P418"),
        (("--status", "合并", "--into", "镇财政所-02"), "P213"),
        (("--status", "采纳", "--into", "镇民政办-01"), "P420"),
        (("--status", "采纳", "--settles", "没有-01"), "P213"),
        (("--status", "已体现", "--already", "没有的话"), "P408"),
        (("--status", "修改后采纳", "--edit", "{delete: 没有的话}"), "P301"),
        (("--status", "部分采纳", "--reason", "其余不采纳"), "P419"),
        (("--status", "已采纳"), "one of"),
        ((), "P020"),
    ],
)
def test_a_decision_that_is_wrong_is_refused(
    example: Path, run: Run, words: tuple[str, ...], code: str
) -> None:
    before = (example / PENDING).read_bytes()
    done = run(example, "decide", "镇财政所-02", *words)
    assert done.code in (1, 2)
    assert code in done.err
    assert (example / PENDING).read_bytes() == before


REPLIES = [
    "  two spaces first\nsecond line",
    "\n\n  空行之后\n再写",
    "一行",
    "第一行\n\n    深\n  浅  # 不是注释",
    "甲\u2028乙\n丙",
    "\t制表\n乙",
    "- 一\n- 二: [",
    " ",
]


@pytest.mark.parametrize("before", ["", "旧。", "旧一。\n旧二。", "  旧一\n旧二", "'旧'"])
@pytest.mark.parametrize("reply", REPLIES)
def test_any_words_survive(example: Path, run: Run, reply: str, before: str) -> None:
    decide = ("decide", "镇财政所-02", "--status", "留作参考")
    assert run(example, *decide, "--reply", before).code == 0
    assert run(example, *decide, "--reply", reply, "--reason", "理由。").code == 0
    decision = load(read_files(example)).comments["镇财政所-02"].decision
    assert (decision.reply or "") == reply.strip("\n").rstrip()
    assert decision.reason == "理由。"


def test_words_with_line_ends_of_windows(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("  一\r\n二\r\n"))
    given_words = ("--reply", "甲\r\n乙\r丙", "--reason", "-")
    assert run(example, "decide", "镇财政所-02", "--status", "留作参考", *given_words).code == 0
    decision = load(read_files(example)).comments["镇财政所-02"].decision
    assert (decision.reply, decision.reason) == ("甲\n乙\n丙", "  一\n二")
    assert b"\r" not in (example / PENDING).read_bytes()


def test_an_adopted_edit_as_a_block(example: Path, run: Run) -> None:
    edit = (
        "--edit",
        "insert: 、油烟机\nafter: 冷藏柜",
        "--edit",
        "{insert: 、电梯, after: 消毒柜}",
    )
    assert run(example, "decide", "镇财政所-02", "--status", "修改后采纳", *edit).code == 0
    found = load(read_files(example)).comments["镇财政所-02"].decision.edits or ()
    assert [edit.model_dump(by_alias=True)["insert"] for edit in found] == ["、油烟机", "、电梯"]


def test_what_the_plan_turned_off_is_not_refused(example: Path, run: Run) -> None:
    manifest, path = example / "plan/plan.yaml", example / PENDING
    reject = ("decide", "镇财政所-02", "--status", "不采纳")
    before, text = path.read_text(encoding="utf-8"), manifest.read_text(encoding="utf-8")
    for weight, said in (("off", False), ("note", True), ("warning", True)):
        manifest.write_text(f"{text}rules: {{P404: {weight}}}\n", encoding="utf-8")
        done = run(example, *reject)
        assert (done.code, "P404" in done.err) == (0, said)
        path.write_text(before, encoding="utf-8")
    manifest.write_text(text, encoding="utf-8")
    path.write_text(before + "\nwaivers:\n  - {rule: P404, reason: 面复}\n", encoding="utf-8")
    assert run(example, *reject) == (0, "镇财政所-02 不采纳\n", "")


@pytest.mark.parametrize(
    "words",
    [
        ("--no-edits", "--as-asked"),
        ("--as-asked", "--edit", "{delete: 冷藏柜}"),
        ("--no-edits", "--edit", ""),
    ],
)
def test_what_is_adopted_is_said_in_one_way(
    example: Path, run: Run, words: tuple[str, ...]
) -> None:
    done = run(example, "decide", "镇财政所-02", "--status", "采纳", *words)
    assert done.code == 2
    assert "only one of --edit, --no-edits and --as-asked can be given" in done.err


def test_taking_back_what_is_in_the_text(example: Path, run: Run) -> None:
    done = run(example, "decide", "镇民政办-01", "--status", "不采纳", "--reason", "经费不足。")
    assert "Next: plancli revert 镇民政办-01" in done.err
    assert run(example, "decide", "镇民政办-09", "--status", "采纳").code == 2


FLOW = "decision: {status: 待定, # 领导已批示\n  reason: x} # 尾注"
EDITS = "decision:\n  status: 采纳\n  edits:"
ONE = "\n    - delete: 和消毒柜"


@pytest.mark.parametrize(
    ("written", "words", "note"),
    [
        (FLOW, ("--status", "采纳"), "# 领导已批示"),
        (f"{EDITS} # 只改一处{ONE}", ("--edit", "{delete: 冷藏柜}"), "# 只改一处"),
        (f"{EDITS}\n    # 甲{ONE}", ("--edit", "{delete: 冷藏柜}"), "# 甲"),
        (f"{EDITS}{ONE} # 甲", ("--as-asked",), "# 甲"),
        (f"{EDITS}{ONE}\n    # 甲", ("--as-asked",), "# 甲"),
        (
            "decision:\n  status: 待定\n  reply: |- # 甲\n    一\n    二#三",
            ("--reply", "三"),
            "# 甲",
        ),
        ("decision:\n  status: 待定\n  reply: '一 # 二'   # 甲", ("--reply", ""), "# 甲"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_comment_in_what_is_written_anew_is_not_lost(
    example: Path, run: Run, written: str, words: tuple[str, ...], note: str, newline: str
) -> None:
    path = example / PENDING
    text = path.read_text(encoding="utf-8").replace("decision:\n  status: 待定", written)
    path.write_bytes(before := text.replace("\n", newline).encode())
    done = run(example, "decide", "镇财政所-02", *words)
    assert done.code == 2
    assert f"P123 The comment “{note}” stands inside " in done.err
    line = next(at for at, line in enumerate(text.splitlines(), 1) if note in line)
    assert f"{PENDING}:{line}:{text.splitlines()[line - 1].index(note) + 1}: " in done.err
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("decision: {status: 待定} # 甲", ("--status", "留作参考", "--reply", "一")),
        (
            "decision:\n  status: 待定 # 甲\n  # 乙\n  reply: 一#二 # 丙",
            ("--status", "留作参考", "--reply", "二"),
        ),
        ("decision:\n  status: 待定\n  # 甲\n  reply: '一 # 二'\n# 丙", ("--reply", "")),
    ],
)
def test_comments_beside_what_is_written_anew_stay(
    example: Path, run: Run, written: str, words: tuple[str, ...]
) -> None:
    path = example / PENDING
    text = path.read_text(encoding="utf-8").replace("decision:\n  status: 待定", written)
    path.write_text(text, encoding="utf-8")
    assert run(example, "decide", "镇财政所-02", *words).code == 0
    after = path.read_text(encoding="utf-8")
    assert [note for note in re.findall("# [甲乙丙]", written) if note not in after] == []


def test_an_item_of_a_compound_comment(example: Path, run: Run) -> None:
    path = example / "comments/镇文化站/01.yaml"
    path.parent.mkdir()
    head = "unit: 镇文化站\nopinion: 两点。\nitems:\n  - opinion: 一\n    # 第二点另议\n  - opinion: 二\n"
    path.write_text(head, encoding="utf-8")
    whole = run(example, "decide", "镇文化站-01", "--status", "采纳")
    assert whole.code == 2
    assert "P030 镇文化站-01 is a compound comment" in whole.err
    assert "镇文化站-01.1、镇文化站-01.2" in whole.err
    assert (
        run(example, "decide", "镇文化站-01.1", "--status", "不采纳", "--reason", "无关。").code
        == 0
    )
    decision = "    decision:\n      status: 不采纳\n      reason: 无关。\n"
    text = path.read_text(encoding="utf-8")
    assert text == head.replace("opinion: 一\n", f"opinion: 一\n{decision}")


# --- fmt ----------------------------------------------------------------------------------------------------

SECTION = """\
key: 第一章
title: 目标   # 标题
body:
  # 第一段
  - id: "1.1"
    text: |-
      第一句。第二句；
      第三
      句。
    units: [甲局]
  - id: "1.2"
    text: "引号:里的。话。"   # 原样
  - column: 专栏1
    items:
      - id: 专栏1.1
        text: 平的。
"""
LAID = """\
key: 第一章
title: 目标   # 标题
body:
  # 第一段
  - id: "1.1"
    text: |-
      第一句。
      第二句；
      第三句。
    units: [甲局]
  - id: "1.2"
    text: |-   # 原样
      引号:里的。
      话。
  - column: 专栏1
    items:
      - id: 专栏1.1
        text: |-
          平的。
"""


def laid(text: str) -> str:
    document = parse("第一章.yaml", text.encode())
    return formatted(document, validate(Section, document)).decode()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_sentence_a_line(newline: str) -> None:
    assert laid(SECTION.replace("\n", newline)) == LAID.replace("\n", newline)
    assert laid(LAID.replace("\n", newline)) == LAID.replace("\n", newline)


def test_files_are_named_and_mended(example: Path, run: Run) -> None:
    path = example / "plan/第一章-目标.yaml"
    text = path.read_text(encoding="utf-8")
    assert run(example, "fmt") == (0, "", "")
    path.write_text(text.replace("个。\n      食堂", "个。食堂"), encoding="utf-8")
    before = plan_files(example)
    assert run(example, "fmt", "--check") == (1, "plan/第一章-目标.yaml\n", "")
    assert plan_files(example) == before
    assert run(example, "fmt", "plan/第二章-任务.yaml").code == 0
    assert run(example, "fmt", "plan/第一章-目标.yaml", "plan/plan.yaml").code == 1
    assert path.read_text(encoding="utf-8") == text


def test_what_cannot_be_laid_out_is_refused(example: Path, run: Run) -> None:
    path = example / "plan/第一章-目标.yaml"
    path.write_text(
        'key: 第一章\ntitle: 目标\nbody: [{id: "第一章.1", text: 甲。乙。}]\n', encoding="utf-8"
    )
    before = path.read_bytes()
    assert run(example, "fmt", "plan/第二章-任务.yaml") == (0, "", "")
    other = example / "plan/第二章-任务.yaml"
    laid_out = other.read_text(encoding="utf-8")
    other.write_text(re.sub(r"。\n {6}", "。", laid_out), encoding="utf-8")
    assert laid_out != other.read_text(encoding="utf-8")
    done = run(example, "fmt")
    assert (done.code, done.out) == (2, "plan/第二章-任务.yaml\n")
    assert done.err.startswith("plan/第一章-目标.yaml:3:8: P115 ")
    assert other.read_text(encoding="utf-8") == laid_out
    assert path.read_bytes() == before
    assert "P116" in run(example, "fmt", "plan/没有.yaml").err


SENTENCE = st.text("甲乙丙,、“”:#-", min_size=1, max_size=6).map(
    lambda text: text.strip("#- ") + "。"
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(SENTENCE, st.integers(0, 9)), min_size=1, max_size=5),
    st.sampled_from(["|-", '"', "|"]),
)
def test_any_form_becomes_the_same(parts: list[tuple[str, int]], style: str) -> None:
    if style == '"':
        written = f'"{"".join(sentence for sentence, _ in parts)}"'
    else:
        lines = "".join(_wrapped(sentence, at) for sentence, at in parts)
        written = f"{style}\n{lines}".rstrip("\n")
    text = f'key: 章\ntitle: 题\nbody:\n  - id: "1"\n    text: {written}\n  # 尾注\n'
    once = laid(text)
    values = [validate(Section, parse("章.yaml", one.encode())) for one in (text, once)]
    assert values[0] == values[1]
    assert laid(once) == once
    assert once.endswith("  # 尾注\n")


def _wrapped(sentence: str, at: int) -> str:
    """Write a sentence on one line or two; a line is never empty."""
    pieces = [sentence[:at], sentence[at:]] if 0 < at < len(sentence) else [sentence]
    return "".join(f"      {piece}\n" for piece in pieces)


def test_fmt_names_files_for_programs(example: Path, run: Run) -> None:
    path = example / "plan/第一章-目标.yaml"
    laid = path.read_text(encoding="utf-8")
    joined = laid.replace("个。\n      食堂", "个。食堂")
    assert joined != laid
    path.write_text(joined, encoding="utf-8")
    asked = run(example, "fmt", "--check", "--json")
    assert (asked.code, json.loads(asked.out)["files"]) == (1, ["plan/第一章-目标.yaml"])
    assert path.read_text(encoding="utf-8") == joined
    done = run(example, "fmt", "--json")
    assert (done.code, done.out) == (1, asked.out)
    assert path.read_text(encoding="utf-8") == laid
    again = run(example, "fmt", "--json")
    assert (again.code, json.loads(again.out)["files"]) == (0, [])
