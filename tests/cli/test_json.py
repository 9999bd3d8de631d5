"""Every --json prints an object with a version, and is what `plancli schema` says it is."""

import json
import re
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from plancli.cli.overview import COMMANDS
from plancli.cli.parsing import loaded
from plancli.render.answers.schemas import ANSWERS, answer_schema
from plancli.store.schema import KINDS
from tests.conftest import ROOT, Run

WITH_JSON = [
    name for name in COMMANDS if any("--json" in param.opts for param in loaded(name).params)
]

LETTER = str(ROOT / "tests/data/intake/letter.txt")
ROWS = str(ROOT / "tests/data/intake/rows.csv")
DRAFT = str(ROOT / "tests/data/intake/draft.md")
PAPER = str(ROOT / "tests/data/intake/paper.pdf")
RETURNED = str(ROOT / "tests/data/intake/returned.docx")

ASKED: dict[str, list[list[str]]] = {
    "status": [[]],
    "show": [["第一章"], ["专栏1"], ["镇财政所-02"], ["镇文化站-01"], ["19.1"], ["市医保局-01"]],
    "new": [["--unit", "镇财政所", "--opinion", "改。", "--delete", "冷藏柜", "--cites", "第9页"]],
    "intake draft": [[DRAFT, "--into", "新"], [DRAFT, "--into", "另", "--dry-run"]],
    "intake sheet": [[ROWS], [ROWS, "--dry-run"]],
    "intake returned": [[RETURNED, "--dry-run"], [RETURNED]],
    "intake review": [[], ["--take", "镇财政所-04", "--dry-run"]],
    "intake all": [[LETTER, ROWS], [LETTER, ROWS, "--dry-run"]],
    "intake letter": [[LETTER], [LETTER, "--dry-run"]],
    "intake undo": [["--dry-run"], []],
    "intake pages": [[PAPER, "--dry-run"]],
    "everywhere": [[], ["--dry-run"]],
    "decide": [
        ["镇财政所-02", "--status", "留作参考"],
        ["镇财政所-02", "--status", "采纳", "--reply", "已改。", "--dry-run"],
        ["镇财政所", "镇民政办-01", "--status", "撤回", "--dry-run"],
    ],
    "note": [["第二章.1", "--reason", "另有安排。", "--dry-run"]],
    "unit": [[], ["镇财政所"], ["镇卫生院", "--add", "--reply", "无意见", "--dry-run"]],
    "mend": [
        ["--replace", "冷藏柜", "--with", "冷柜", "--reason", "误录。", "--dry-run"],
    ],
    "locate": [
        ["冷藏柜"],
        ["冷藏箱和消毒柜"],
        ["第1页"],
        ["专栏1第1条"],
        ["食堂"],
        ["镇民政办-01"],
        ["第38页第16行"],
        ["市医保局-01"],
    ],
    "check": [[], ["--format", "json"]],
    "explain": [[], ["P401"]],
    "apply": [["--all"], ["--all", "--dry-run"]],
    "revert": [["--all"], ["--all", "--dry-run"]],
    "diff": [[], ["--comment", "镇财政所-02"], ["--proposed"]],
    "conflicts": [[]],
    "blame": [["第一章"], ["第二章.1"], ["19.1"]],
    "misquotes": [[]],
    "ripple": [[]],
    "report": [[], ["--public"]],
    "compare": [[], ["--section", "第一章"]],
    "tasks": [[], ["--by-unit"]],
    "audit": [[], ["镇民政办"]],
    "fmt": [["--check"], []],
    "upgrade": [["--dry-run"], [], []],
    "rebase": [["镇财政所"], ["镇财政所", "--dry-run"]],
    "renumber": [[], ["--undo", "--dry-run"]],
}
"""What each command is asked; every command with --json has to stand here."""

MISQUOTING = """\
unit: 镇财政所
at: {cites: 第9页第3行}
opinion: 三点。
items:
  - opinion: 冷藏箱。
    edits:
      - {replace: 冷藏箱, with: 冷藏柜}
    decision: {status: 待定}
  - opinion: 面积。
    edits:
      - {replace: 80平方米, with: 90平方米}
    decision: {status: 采纳, reply: 已改。}
  - opinion: 食堂。
    edits:
      - {delete: 没有的段, in: 没有的段}
"""


def changed(folder: Path, name: str, *pairs: tuple[str, str]) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def clean(_folder: Path, _run: Run) -> None:
    """As `init` writes it."""


def in_conflict(folder: Path, _run: Run) -> None:
    changed(
        folder,
        "comments/镇财政所/02.yaml",
        ("{insert: 、油烟净化器, after: 冷藏柜}", "{replace: 早餐和午餐, with: 早餐}"),
        ("待定", "采纳"),
    )


def settled(folder: Path, _run: Run) -> None:
    changed(
        folder,
        "comments/镇财政所/02.yaml",
        (
            "{insert: 、油烟净化器, after: 冷藏柜}",
            "{replace: 早餐和午餐, with: 早餐、午餐和夜宵}",
        ),
        ("status: 待定", "status: 采纳\n  settles: [镇民政办-01]"),
    )


def with_findings(folder: Path, _run: Run) -> None:
    """Words that stand nowhere, a place that there is not, and a change of the office's own."""
    (folder / "comments/镇财政所/03.yaml").write_text(MISQUOTING, encoding="utf-8")
    changed(folder, "plan/第二章-任务.yaml", ("优先利用闲置的村部", "利用闲置的村部"))


def unreadable(folder: Path, _run: Run) -> None:
    changed(folder, "plan/第一章-目标.yaml", ("title: 目标", "titel: 目标"))


def empty(folder: Path, _run: Run) -> None:
    """A draft, and nobody has said anything."""
    shutil.rmtree(folder / "comments")
    (folder / "plan/applied.yaml").unlink()


def uncirculated(folder: Path, _run: Run) -> None:
    empty(folder, _run)
    path = folder / "plan/plan.yaml"
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?ms)^draft: .*?(?=^units:)", "", text)
    path.write_text(text, encoding="utf-8")
    shutil.rmtree(folder / "plan/drafts")


def in_the_second_round(folder: Path, run: Run) -> None:
    assert run(folder, "freeze", "送审稿", "--circulate").code == 0


def taken_in(folder: Path, run: Run) -> None:
    assert run(folder, "intake", "sheet", ROWS).code == 0


STATES = [
    clean,
    taken_in,
    in_conflict,
    settled,
    with_findings,
    unreadable,
    empty,
    uncirculated,
    in_the_second_round,
]


def closed(value: Any) -> Any:
    """Return a schema that allows no key but those that it names."""
    if isinstance(value, list):
        return [closed(inner) for inner in value]
    if not isinstance(value, dict):
        return value
    found = {key: closed(inner) for key, inner in value.items()}
    if found.get("type") == "object" and "properties" in found:
        found.setdefault("additionalProperties", False)
    return found


def fits(command: str, printed: str) -> dict[str, Any]:
    """Return what a command printed, which must be as its schema says, and nothing else."""
    found: dict[str, Any] = json.loads(printed)
    judge(command).validate(found)
    assert (found["format"], found["version"]) == (f"plancli {command}", ANSWERS[command].version)
    return found


@cache
def judge(command: str) -> Draft202012Validator:
    return Draft202012Validator(closed(answer_schema(command)))


def test_every_command_with_json_has_a_schema_and_is_asked() -> None:
    assert set(WITH_JSON) == set(ANSWERS) == set(ASKED)


@pytest.mark.parametrize("command", WITH_JSON)
@pytest.mark.parametrize("state", STATES, ids=lambda state: state.__name__)
def test_what_is_printed_is_what_the_schema_says(
    example: Path, run: Run, state: Callable[[Path, Run], None], command: str
) -> None:
    state(example, run)
    for words in ASKED[command]:
        done = run(example, *command.split(), *words, "--json")
        if done.out:
            fits(command, done.out)
        else:
            assert done.code, "only a refusal prints nothing"
            assert done.err


@pytest.mark.parametrize(
    ("state", "command", "filled"),
    [
        (clean, "status", ["comments"]),
        (clean, "show", ["paragraphs"]),
        (clean, "new", ["id", "file", "findings"]),
        (clean, "decide", ["comments", "files"]),
        (clean, "intake draft", ["sections", "not_clear", "counts", "files"]),
        (clean, "intake sheet", ["comments", "silent", "noted", "left_out", "unknown", "files"]),
        (clean, "intake returned", ["comments", "files"]),
        (taken_in, "intake sheet", ["known"]),
        (taken_in, "intake review", ["waiting"]),
        (taken_in, "status", ["review"]),
        (clean, "intake letter", ["comments", "noted", "files"]),
        (clean, "intake all", ["comments", "noted", "files"]),
        (taken_in, "intake undo", ["comments", "sources", "files"]),
        (clean, "intake pages", ["paragraphs", "files"]),
        (clean, "locate", ["quotes"]),
        (clean, "explain", ["codes"]),
        (clean, "apply", ["comments"]),
        (clean, "revert", ["reverted", "files"]),
        (clean, "diff", ["changes"]),
        (clean, "blame", ["paragraphs"]),
        (clean, "report", ["rows", "counts"]),
        (clean, "audit", ["comments", "units"]),
        (in_conflict, "status", ["meetings"]),
        (in_conflict, "conflicts", ["meetings"]),
        (in_conflict, "apply", ["conflicts"]),
        (settled, "conflicts", ["settled"]),
        (with_findings, "check", ["findings"]),
        (with_findings, "status", ["office"]),
        (with_findings, "misquotes", ["misquotes"]),
        (unreadable, "check", ["findings"]),
        (in_the_second_round, "status", ["left"]),
        (in_the_second_round, "rebase", ["comments", "files"]),
    ],
)
def test_the_states_are_not_all_empty(
    example: Path,
    run: Run,
    state: Callable[[Path, Run], None],
    command: str,
    filled: list[str],
) -> None:
    state(example, run)
    words = [*command.split(), *ASKED[command][0]]
    found = fits(command, run(example, *words, "--json").out)
    assert [key for key in filled if not found[key]] == []


@pytest.mark.parametrize("command", ["status", "conflicts", "diff", "ripple", "report", "audit"])
def test_the_real_plan_is_what_the_schema_says(run: Run, command: str) -> None:
    fits(command, run(ROOT, command, "--json").out)


def test_a_compound_comment_is_one_answer(example: Path, run: Run) -> None:
    with_findings(example, run)
    found = fits("show", run(example, "show", "镇财政所-03", "--json").out)
    assert [entry["comment"]["id"] for entry in found["comments"]] == [
        "镇财政所-03.1",
        "镇财政所-03.2",
        "镇财政所-03.3",
    ]


@pytest.mark.parametrize("command", WITH_JSON)
def test_a_schema_refuses_what_is_not_its_answer(command: str) -> None:
    schema = answer_schema(command)
    Draft202012Validator.check_schema(schema)
    refused = Draft202012Validator(schema)
    assert not refused.is_valid([])
    assert not refused.is_valid({"format": f"plancli {command}", "version": 1})
    assert not refused.is_valid({"format": "plancli", "version": ANSWERS[command].version})


def test_schema_prints_files_and_answers(tmp_path: Path, run: Run) -> None:
    everything = json.loads(run(tmp_path, "schema").out)
    assert list(everything) == [*KINDS, *ANSWERS]
    assert json.loads(run(tmp_path, "schema", "check").out) == everything["check"]
    assert run(tmp_path, "schema", "-o", str(tmp_path / "out")).code == 0
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert written == {f"{kind}.schema.json" for kind in everything}


def test_a_kind_that_there_is_not(tmp_path: Path, run: Run) -> None:
    done = run(tmp_path, "schema", "chekc")
    assert (done.code, done.out) == (2, "")
    assert "KIND is one of: plan, section, draft" in done.err
