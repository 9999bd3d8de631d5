"""A hint is a way out: followed to the letter, its finding is gone and none worse has come.

Each hint that names a command which changes something has a walk here: a state in which the finding
arises, the command as it stands in the hint, with what a person fills in for its dots and capitals. A test
sees that no such hint is without one.
"""

import json
import re
import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from plancli.core.check.register import RULES
from plancli.core.codes import NOTICES
from tests.conftest import Done, Run, git

State = Callable[[Path, Run], None]

DRAFT, TASKS = "plan/drafts/征求意见稿.yaml", "plan/第二章-任务.yaml"
MANIFEST = "plan/plan.yaml"
OPEN = "comments/镇财政所/02.yaml"


class Walk(NamedTuple):
    """A finding, the state in which it arises, what says it, the command of its hint, and what fills it in.

    `said_by` is a command line, by default check. `blanks` are words of the hint that stand for something.
    """

    code: str
    state: State
    hint: str
    blanks: Mapping[str, str] = {}
    said_by: tuple[str, ...] = ("check",)
    then: tuple[str, ...] = ()
    leads_to: tuple[str, ...] = ()
    """Findings that are the next step of the way, each with a walk of its own."""
    stays: bool = False


# --- states -------------------------------------------------------------------------------------------------


def typed(folder: Path, file: str, *pairs: tuple[str, str]) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def comment(unit: str, number: int, edit: str, status: str = "待定") -> State:
    """Return the state with one more comment."""

    def state(folder: Path, _run: Run) -> None:
        path = folder / f"comments/{unit}/{number:02}.yaml"
        path.parent.mkdir(exist_ok=True)
        told = (
            f"unit: {unit}\nopinion: 建议改。\nedits:\n  - {edit}\ndecision:\n  status: {status}\n"
        )
        path.write_text(told, encoding="utf-8")

    return state


def both(*states: State) -> State:
    def state(folder: Path, run: Run) -> None:
        for each in states:
            each(folder, run)

    return state


def edited(file: str, *pairs: tuple[str, str]) -> State:
    return lambda folder, _run: typed(folder, file, *pairs)


def done(*words: str) -> State:
    """Return the state after a command."""

    def state(folder: Path, run: Run) -> None:
        assert run(folder, *words).code == 0, words

    return state


def without(*files: str) -> State:
    def state(folder: Path, _run: Run) -> None:
        for file in files:
            (folder / file).unlink()

    return state


def nothing(_folder: Path, _run: Run) -> None:
    """Leave the example as it is."""


NEXT_ROUND = done("freeze", "送审稿", "--circulate")
OFFICE = edited(TASKS, ("不小于80平方米", "不小于90平方米"))
EIGHTY = "{replace: 不小于80平方米, with: 不小于70平方米}"
SIX, ALSO_SIX = "{replace: 6个, with: 8个}", "{replace: 6个, with: 9个}"
PENDING = ("status: 待定", "status: 采纳")
NOTE = "notes:\n  - paragraph: 第二章.1\n    reason: 另有安排。\n"


def uncirculated(folder: Path, _run: Run) -> None:
    text = (folder / MANIFEST).read_text(encoding="utf-8")
    head, tail = text.split("draft: 征求意见稿\n")[0], text[text.index("units:") :]
    (folder / MANIFEST).write_text(head + tail, encoding="utf-8")
    for file in ("plan/applied.yaml", DRAFT):
        (folder / file).unlink()


LEVELS = edited(MANIFEST, ("units:\n", "approval: [处室, 分管领导]\nunits:\n"))
REASON = "  reason: 面积按照已批准的建设标准确定。\n"


def signer(folder: Path, _run: Run) -> None:
    """Let git know who works here."""
    git(folder, "init", "-q")
    git(folder, "config", "user.name", "王敏")


def signed(*approvals: str, reason: str = REASON) -> State:
    """Return the state of a plan with levels in which a decision is signed off."""
    lines = "".join(f"    - {approval}\n" for approval in approvals)
    file = "comments/镇财政所/01.yaml"
    return both(LEVELS, signer, edited(file, (REASON, f"{reason}  approved:\n{lines}")))


FUNDS = (
    "table: 表1\n@title: 资金\n@columns: [来源, 今年]\n@rows:\n@  - [县补, '12']\n@  - [镇筹, '8']\n"
    "@  - [合计, '20']\n"
)
UNDECLARED = both(
    edited(
        DRAFT,
        (
            "title: 任务\n    body:\n",
            "title: 任务\n    body:\n      - "
            + f"{FUNDS}@sums:\n@  - {{row: 表1.3, of: [表1.1, 表1.2]}}\n".replace("@", " " * 8),
        ),
    ),
    edited(TASKS, ("body:\n", f"body:\n  - {FUNDS}".replace("@", " " * 4))),
)
"""A table of the plan that declares nothing, and declared a sum when it was circulated."""


SIGNED = "by: 李芳, on: 2026-03-20, digest: 0148fc5dfd0b0008}"


WALKS = (
    Walk(
        "P465",
        UNDECLARED,
        "plancli note 第二章/表1 --reason …",
        {"…": "各项是估算。"},
    ),
    Walk(
        "P443",
        signed(f"{{level: 分管领导, {SIGNED}"),
        "plancli decide 镇财政所-01 --approve --level 处室",
    ),
    Walk(
        "P444",
        signed(f"{{level: 处室, {SIGNED}", reason="  reason: 面积另行确定。\n"),
        "plancli decide 镇财政所-01 --approve",
    ),
    Walk(
        "P445",
        both(
            signed(f"{{level: 处室, {SIGNED}"),
            edited(
                "comments/镇民政办/01.yaml",
                (
                    "相关内容已修改。\n",
                    f"相关内容已修改。\n  approved: [{{level: 处室, {SIGNED}]\n",
                ),
            ),
        ),
        "plancli decide 镇民政办-01 --approve",
    ),
    Walk(
        "P446",
        signed("{level: 处室, on: 2026-03-20}"),
        "plancli decide 镇财政所-01 --approve --level 处室 --by …",
        {"…": "王敏"},
    ),
    Walk(
        "P449",
        both(
            LEVELS,
            edited(
                OPEN, ("status: 待定\n", f"status: 待定\n  approved: [{{level: 处室, {SIGNED}]\n")
            ),
        ),
        "plancli decide 镇财政所-02 --status …",
        {"…": "留作参考"},
    ),
    Walk(
        "P043",
        done("unit", "镇司法所", "--add"),
        "plancli unit 镇司法所 --reply 无意见",
        said_by=("new", "--unit", "镇司法所", "--opinion", "我所无意见。"),
    ),
    Walk(
        "P041",
        nothing,
        "plancli revert 镇民政办-01",
        said_by=("mend", "--replace", "早餐和午餐", "--with", "早餐及午餐", "--reason", "误录。"),
        leads_to=("P301",),
    ),
    Walk(
        "P044",
        both(edited(OPEN, PENDING), NEXT_ROUND),
        "plancli rebase 镇财政所-02",
        said_by=("apply", "镇财政所-02"),
    ),
    Walk(
        "P045",
        both(
            done("decide", "镇财政所-02", "--status", "留作参考"),
            NEXT_ROUND,
            edited("plan/第一章-目标.yaml", ("早餐、午餐和晚餐", "午餐和晚餐")),
        ),
        "plancli note KEY --reason …",
        {"KEY": "第一章.1", "…": "早餐停供。"},
        ("revert", "镇民政办-01"),
        then=("check",),
    ),
    Walk(
        "P046",
        done("decide", "镇财政所-02", "--status", "留作参考"),
        "plancli freeze NAME --circulate",
        {"NAME": "送审稿"},
        ("freeze", "征求意见稿"),
    ),
    Walk(
        "P119",
        both(
            uncirculated,
            edited("plan/第一章-目标.yaml", ("早餐、午餐和晚餐", "早餐和午餐")),
        ),
        "plancli freeze 征求意见稿",
        said_by=("apply", "--all"),
    ),
    Walk(
        "P204",
        comment("镇卫生院", 1, "{delete: 和消毒柜}"),
        "plancli unit 镇卫生院 --add",
    ),
    Walk(
        "P205",
        edited(OPEN, ("unit: 镇财政所\n", "unit: 镇财政所\ndraft: 送审稿\n")),
        "plancli freeze NAME",
        {"NAME": "送审稿"},
    ),
    Walk("P208", without("comments/镇民政办/01.yaml"), "plancli revert 镇民政办-01"),
    Walk(
        "P214",
        both(
            done("freeze", "送审稿"),
            edited(OPEN, ("unit: 镇财政所\n", "unit: 镇财政所\ndraft: 送审稿\n"), PENDING),
        ),
        "plancli freeze NAME --circulate",
        {"NAME": "送审稿"},
        leads_to=("P401",),
    ),
    Walk(
        "P220",
        comment("镇文化站", 1, "{delete: 和消毒柜}"),
        "plancli unit 镇文化站 --reply 有意见",
    ),
    Walk(
        "P220",
        edited(
            MANIFEST,
            ("    reply: 无意见\n", "    reply: 有意见\n"),
        ),
        "plancli unit 镇文化站 --reply 无意见",
    ),
    Walk(
        "P221",
        both(
            edited(MANIFEST, ("units:\n", "deadline: 2020-01-01\nunits:\n")),
            edited(OPEN, ("unit: 镇财政所\n", "unit: 镇财政所\nreceived: 2020-02-02\n"), PENDING),
            done("apply", "--all"),
        ),
        "plancli unit 镇财政所 --reply 补充意见",
    ),
    Walk(
        "P506",
        edited(OPEN, ("建议在厨房设备中", "联系人13912345678。建议在厨房设备中")),
        "plancli blacken ID WORDS",
        {"ID": "镇财政所-02", "WORDS": "13912345678"},
    ),
    Walk(
        "P035",
        nothing,
        "plancli decide 镇财政所-02 --status …",
        {"…": "留作参考"},
        said_by=("reply", "镇财政所"),
    ),
    Walk(
        "P223",
        edited(MANIFEST, ("units:\n", "deadline: 2020-01-01\nunits:\n")),
        "plancli decide 镇财政所-02 --status …",
        {"…": "留作参考"},
    ),
    Walk(
        "P301",
        comment("镇财政所", 3, "{replace: 保洁橱, with: 保洁柜}", "修改后采纳"),
        "plancli decide 镇财政所-03 --edit …",
        {"…": "{replace: 消毒柜, with: 保洁柜}"},
        then=("apply", "--all"),
    ),
    Walk(
        "P315",
        comment("镇财政所", 3, "{replace: 食堂设备, with: 食堂用具}", "修改后采纳"),
        "plancli decide 镇财政所-03 --edit …",
        {"…": "{replace: 食堂设备, with: 食堂用具, in: 第二章/专栏1, field: title}"},
        then=("apply", "--all"),
    ),
    Walk(
        "P316",
        comment("镇财政所", 3, "{replace: 食堂设备, with: 食堂用具}"),
        "plancli decide 镇财政所-03 --status 修改后采纳 --edit …",
        {"…": "{replace: 食堂设备, with: 食堂用具, in: 第二章/专栏1, field: title}"},
        stays=True,  # a note: the unit's words stay as they are
        leads_to=("P401",),
    ),
    Walk(
        "P308",
        comment("镇财政所", 3, "{replace: 保洁橱, with: 保洁柜}"),
        "plancli decide 镇财政所-03 --status 修改后采纳 --edit …",
        {"…": "{replace: 消毒柜, with: 保洁柜}"},
        stays=True,  # a note: the unit's words stay as they are
        leads_to=("P401",),
    ),
    Walk(
        "P309",
        comment("镇财政所", 3, "{delete: 午餐和晚餐}"),
        "plancli decide 镇财政所-03 --status 合并 --into …",
        {"…": "镇民政办-01"},
    ),
    Walk("P401", edited(OPEN, PENDING), "plancli apply 镇财政所-02"),
    Walk(
        "P402",
        both(
            edited(OPEN, PENDING),
            done("apply", "--all"),
            edited(OPEN, ("、油烟净化器", "、油烟机")),
        ),
        "plancli apply 镇财政所-02",
    ),
    Walk(
        "P403",
        both(
            comment("镇财政所", 3, SIX, "采纳"),
            comment("镇文化站", 1, ALSO_SIX, "采纳"),
            edited(MANIFEST, ("    reply: 无意见\n", "")),
        ),
        "plancli decide 镇财政所-03 --status 修改后采纳 --settles 镇文化站-01 --edit …",
        {"…": "{replace: 6个, with: 8至9个}"},
        then=("apply", "--all"),
    ),
    Walk(
        "P404",
        edited(OPEN, ("status: 待定", "status: 不采纳")),
        "plancli decide 镇财政所-02 --status 不采纳 --reason …",
        {"…": "已有安排。"},
    ),
    Walk("P405", OFFICE, "plancli note 第二章.1 --reason …", {"…": "按新标准。"}),
    Walk(
        "P412",
        both(
            comment("镇财政所", 3, "{replace: 冷藏柜, with: 保温柜}", "采纳"),
            comment(
                "镇民政办",
                2,
                "{replace: 80平方米, with: 90平方米}",
                "采纳\n  settles: [镇财政所-03]",
            ),
        ),
        "plancli decide 镇民政办-02 --settles ''",
        then=("apply", "--all"),
    ),
    Walk(
        "P407",
        edited(DRAFT, ("消毒柜", "保洁柜")),
        "plancli mend --replace OLD --with NEW --reason …",
        {"OLD": "消毒柜", "NEW": "保洁柜", "…": "误录。"},
    ),
    Walk(
        "P409",
        edited("plan/第一章-目标.yaml", ("早餐、午餐和晚餐", "早餐和午餐")),
        "plancli revert 镇民政办-01 --forget",
        then=("decide", "镇民政办-01", "--status", "不采纳", "--reason", "早餐已够。"),
    ),
    Walk(
        "P410",
        edited("comments/镇民政办/01.yaml", ("  status: 采纳\n", "  status: 留作参考\n")),
        "plancli revert 镇民政办-01",
    ),
    Walk(
        "P413",
        both(edited(OPEN, PENDING), NEXT_ROUND),
        "plancli rebase 镇财政所-02",
        leads_to=("P401",),
    ),
    Walk("P414", NEXT_ROUND, "plancli rebase 镇财政所-02"),
    Walk(
        "P416",
        edited(MANIFEST, ("sections:\n", NOTE + '    change: "[-80-]{+90+}"\nsections:\n')),
        "plancli note 第二章.1 --drop",
    ),
    Walk(
        "P417",
        both(OFFICE, edited(MANIFEST, ("sections:\n", NOTE + "sections:\n"))),
        "plancli note 第二章.1",
    ),
    Walk(
        "P431",
        comment("镇财政所", 3, "{replace: 冷藏柜, with: 冷藏柜}", "采纳"),
        "plancli decide 镇财政所-03 --status 已体现 --already WORDS",
        {"WORDS": "冷藏柜和消毒柜"},
    ),
    Walk(
        "P451",
        edited(OPEN, ("status: 待定", "status: 合并\n  into: 镇财政所-01")),
        "plancli decide 镇财政所-02 --status … --reason …",
        {"…": "不采纳"},
    ),
    Walk(
        "P460",
        both(
            comment("镇财政所", 3, EIGHTY, "采纳"),
            OFFICE,
            done("note", "第二章.1", "--reason", "另定。"),
        ),
        "plancli decide 镇财政所-03 --status 修改后采纳 --edit …",
        {"…": "{replace: 不小于80平方米, with: 不小于90平方米}"},
        then=("apply", "镇财政所-03"),
    ),
)


def recorded(number: str) -> State:
    """Return the state in which the record says, by hand, that a part was renumbered."""
    return edited("plan/applied.yaml", ("comments:\n", f"renumbered:\n  {number}\ncomments:\n"))


FORGED = recorded("第二章: 第五章")
APPLY = ("apply", "--all")
EVERY = "{replace: 闲置, with: 空闲, everywhere: true"
NUMBERED_OR_EVERYWHERE = (
    Walk(
        "P311",
        comment("镇财政所", 3, f"{EVERY}}}", "采纳"),
        "plancli everywhere 镇财政所-03",
        then=APPLY,
    ),
    Walk(
        "P312",
        comment("镇财政所", 3, f"{EVERY}, places: [{{in: 第二章.1, says: 本村闲置}}]}}", "采纳"),
        "plancli everywhere 镇财政所-03",
        then=APPLY,
    ),
    Walk(
        "P313",
        comment(
            "镇财政所",
            3,
            "{replace: 食堂, with: 餐厅, everywhere: true, places: [{in: 第二章.1, says: 每个食堂}]}",
            "采纳",
        ),
        "plancli everywhere 镇财政所-03",
        then=APPLY,
    ),
    Walk("P453", FORGED, "plancli renumber"),
    Walk(
        "P453",
        both(edited(TASKS, ("key: 第二章\n", "key: 第二章\nnumber: 第四章\n")), FORGED),
        "plancli renumber",
    ),
    Walk("P454", recorded("第二章/专栏7: 专栏6"), "plancli renumber"),
    Walk(
        "P508",
        both(
            edited(TASKS, ("key: 第二章", "key: 第四章")),
            edited(MANIFEST, ("  - 第二章", "  - 第四章")),
        ),
        "plancli renumber",
    ),
    Walk(
        "P513",
        both(
            edited(MANIFEST, ("sections:\n", "numbering:\n  chapter: 第{一}章\nsections:\n")),
            edited(TASKS, ("key: 第二章\n", "key: 第二章\nnumber: 第2章\n")),
        ),
        "plancli renumber",
    ),
    Walk(
        "P510",
        edited(MANIFEST, ("  - 第一章\n  - 第二章\n", "  - 第二章\n  - 第一章\n")),
        "plancli renumber",
    ),
)

LOOKING = (
    "status",
    "schema",
    "explain",
    "show",
    "diff",
    "conflicts",
    "report",
    "reply",
    "unit.",
    "unit ",
)
"""Commands that a hint names to look at something, or to write a paper."""

NOT_WALKED = {
    "P002": "there is no plan yet in which to walk: tests/cli/test_beginning.py",
    "P052": "a merge has to stand unfinished: tests/cli/test_upgrade.py",
    "P071": "a paper has to be made of other words: tests/cli/test_intake_pages.py",
    "P079": "the text of another file has to be typed into the plan: tests/cli/test_intake_draft.py",
    "P080": "which words are wrong is seen in another file: tests/cli/test_intake_draft.py",
    "P457": "walked: tests/cli/test_adopted_pictures.py",
    "P458": "a digest has to be typed: tests/cli/test_adopted_pictures.py",
    "P603": "a branch has to be left: tests/cli/test_against.py",
    "P456": "the levels have to be typed into plan.yaml again: tests/cli/test_levels.py",
    "P464": "a person takes out what stands there first: tests/cli/test_intake_review.py",
    "P523": "the draft is not there yet, and its file is not either: tests/cli/test_intake_draft.py",
    "P017": "freezing the first draft is all that it says; P119 walks there",
}


def errors(folder: Path, run: Run) -> set[tuple[str, str]]:
    """Return the errors of check: code and file."""
    found = json.loads(run(folder, "check", "--json").out)["findings"]
    return {(one["code"], one["file"]) for one in found if one["severity"] == "error"}


def codes(folder: Path, run: Run) -> set[str]:
    return {one["code"] for one in json.loads(run(folder, "check", "--json").out)["findings"]}


def hint_of(told: Done, code: str) -> str:
    """Return the line of the hint below a finding."""
    lines = (told.out + told.err).splitlines()
    at = next(at for at, line in enumerate(lines) if f"{code} " in line)
    return next(line for line in lines[at:] if line.strip().startswith("→"))


@pytest.mark.parametrize(
    "walk",
    [*WALKS, *NUMBERED_OR_EVERYWHERE],
    ids=lambda walk: f"{walk.code}-{walk.hint.split()[1]}",
)
def test_the_command_of_a_hint_is_the_way_out(example: Path, run: Run, walk: Walk) -> None:
    walk.state(example, run)
    told = run(example, *walk.said_by)
    assert walk.hint in hint_of(told, walk.code)
    before = errors(example, run)

    words = [walk.blanks.get(word, word) for word in shlex.split(walk.hint)[1:]]
    followed = run(example, *words)
    assert followed.code == 0, followed.err
    if walk.then:
        assert run(example, *walk.then).code == 0
    if walk.said_by == ("check",):
        assert walk.stays or walk.code not in codes(example, run)
    elif walk.code in GOES_ON:
        assert run(example, *walk.said_by).code == 0
    new = {code for code, _file in errors(example, run) - before}
    assert new <= set(walk.leads_to)


GOES_ON = ("P035", "P041", "P044", "P119")
"""After these the command that was refused does what it was to do."""


def test_every_hint_that_names_a_command_which_changes_something_is_walked() -> None:
    walked = {walk.code for walk in (*WALKS, *NUMBERED_OR_EVERYWHERE)} | NOT_WALKED.keys()
    missing: list[str] = []
    for code, entry in {**NOTICES, **RULES}.items():
        named = [rest for rest in re.split(r"plancli ", entry.hint)[1:] if re.match("[a-z]", rest)]
        changing = [rest for rest in named if not rest.startswith(LOOKING)]
        if changing and code not in walked:
            missing.append(f"{code}: {entry.hint}")
    assert missing == []


# --- from one end to the other ------------------------------------------------------------------------------


def test_a_comment_whose_words_another_one_changed_is_not_stuck(example: Path, run: Run) -> None:
    """Its words are gone from the new draft: it is carried over all the same, and decided otherwise."""
    comment("镇财政所", 3, "{replace: 消毒柜, with: 大消毒柜}")(example, run)
    comment("镇民政办", 2, "{replace: 消毒柜, with: 保洁柜}", "采纳")(example, run)
    typed(example, OPEN, ("status: 待定", "status: 留作参考"))
    assert run(example, "apply", "--all").code == 0
    NEXT_ROUND(example, run)
    stuck = run(example, "rebase", "镇财政所-03")
    assert stuck.code == 1
    hint = "plancli rebase 镇财政所-03 --anyway"
    assert hint in stuck.err
    assert run(example, *hint.split()[1:]).code == 0
    edit = "{replace: 保洁柜, with: 大保洁柜}"
    words = ("--status", "修改后采纳", "--edit", edit, "--reply", "已修改。")
    decided = run(example, "decide", "镇财政所-03", *words)
    assert decided.code == 0, decided.err
    assert "plancli apply 镇财政所-03" in decided.err
    assert run(example, "apply", "镇财政所-03").code == 0
    assert errors(example, run) == set()


def test_a_decision_on_a_comment_of_an_earlier_round_leads_to_the_text(
    example: Path, run: Run
) -> None:
    NEXT_ROUND(example, run)
    told = run(example, "decide", "镇财政所-02", "--status", "采纳").err
    assert "Next: plancli rebase 镇财政所-02" in told
    assert run(example, "rebase", "镇财政所-02").code == 0
    assert run(example, "apply", "镇财政所-02").code == 0
    assert run(example, "check").code == 0


def test_a_draft_whose_file_is_gone_is_restored_and_never_written_anew(
    example: Path, run: Run
) -> None:
    kept = (example / DRAFT).read_bytes()
    (example / DRAFT).unlink()
    refused = run(example, "freeze", "征求意见稿")
    assert (refused.code, refused.err.split()[1]) == (2, "P116")
    assert not (example / DRAFT).exists()
    (example / DRAFT).write_bytes(kept)
    assert run(example, "check").code == 0


def test_what_waits_is_counted_over_all_rounds(example: Path, run: Run) -> None:
    NEXT_ROUND(example, run)
    assert re.search(r"^ +1 +to decide$", run(example, "status").out, re.M)


def test_a_removal_that_is_not_adopted_is_no_addition(example: Path, run: Run) -> None:
    """What was asked beside what was adopted: the paragraph stays, it does not come."""
    comment("镇财政所", 3, "{remove: 第二章.1}")(example, run)
    added = "{add: {id: 第二章.9, text: 增设公告栏。}, to: 第二章}"
    comment("镇民政办", 2, added)(example, run)
    for name in ("镇财政所-03", "镇民政办-02"):
        assert run(example, "decide", name, "--status", "不采纳", "--reason", "不必。").code == 0
    shown = run(example, "diff", "--comment", "镇财政所-03", "--proposed").out
    assert "第二章.1 (was to be removed, stays) " in shown
    shown = run(example, "diff", "--comment", "镇民政办-02", "--proposed").out
    assert "第二章.9 (was to be added, is not)" in shown
    assert run(example, "decide", "镇财政所-03", "--status", "采纳").code == 0
    assert "第二章.1 (removed) " in run(example, "diff", "--comment", "镇财政所-03").out
