"""Decisions that are signed off: on the command line, in every table, and in what git keeps of them."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_dialogue import Terminal
from tests.conftest import Run, git

DECLINED, MERGED, OPEN = "镇财政所-01", "镇民政办-01", "镇财政所-02"
SIGNED = "--by", "何主任"


@pytest.fixture
def office(example: Path) -> Path:
    """A plan whose decisions two levels sign off; one is in the text, one declined, one open."""
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(f"{text}approval: [科室, 党组]\n", encoding="utf-8")
    return example


def file_of(folder: Path, name: str) -> Path:
    unit, _, number = name.rpartition("-")
    return folder / f"comments/{unit}/{number}.yaml"


def levels(folder: Path, run: Run) -> dict[str, tuple[list[str], list[str]]]:
    found = json.loads(run(folder, "status", "--json").out)["approval"]
    return {one["level"]: (one["approved"], one["waiting"]) for one in found}


def codes(folder: Path, run: Run) -> list[str]:
    return [one["code"] for one in json.loads(run(folder, "check", "--json").out)["findings"]]


def test_a_table_is_published_once_everything_is_signed_off(office: Path, run: Run) -> None:
    before = run(office, "report", "-o", "表.csv")
    assert before.code == 1
    table = (office / "表.csv").read_text(encoding="utf-8-sig")
    assert "拟采纳" in table
    assert "拟不采纳" in table
    assert "plancli decide 镇财政所-01 镇民政办-01 --approve" in before.err

    # every level by itself: what waits for the first, then what waits for the second
    for waiting in ("科室", "党组"):
        assert levels(office, run)[waiting] == ([], [DECLINED, MERGED])
        done = run(office, "decide", "--approve", "--pending", *SIGNED)
        assert (done.code, waiting in done.out) == (0, True)
    assert run(office, "report", "-o", "表.csv").code == 0
    assert "拟" not in (office / "表.csv").read_text(encoding="utf-8-sig")
    assert codes(office, run) == []


def test_who_signed_stands_in_the_ledger_and_in_nothing_for_the_public(
    office: Path, run: Run
) -> None:
    for level in ("科室", "党组"):
        run(office, "decide", DECLINED, MERGED, "--approve", "--level", level, *SIGNED)
    run(office, "report", "--preset", "internal", "-o", "台账.csv")
    assert "科室 何主任" in (office / "台账.csv").read_text(encoding="utf-8-sig")
    assert "何主任" in run(office, "show", DECLINED).out
    papers = ("report", "表.html"), ("report", "表.json"), ("site", "评审.html")
    for command, name in papers:
        assert run(office, command, "--public", "-o", name).code == 0
        assert "何主任" not in (office / name).read_text(encoding="utf-8")


def test_a_decision_that_changes_loses_its_approvals_and_says_so(office: Path, run: Run) -> None:
    run(office, "decide", DECLINED, "--approve", *SIGNED)
    same = run(office, "decide", DECLINED, "--status", "不采纳")
    assert (same.code, levels(office, run)["科室"][0]) == (0, [DECLINED])
    other = run(office, "decide", DECLINED, "--reason", "资金已有安排。")
    assert "何主任" in other.err
    assert "approved" not in file_of(office, DECLINED).read_text(encoding="utf-8")


def test_what_was_changed_by_hand_or_copied_is_named(office: Path, run: Run) -> None:
    run(office, "decide", DECLINED, "--approve", *SIGNED)
    file, other = file_of(office, DECLINED), file_of(office, MERGED)
    text = file.read_text(encoding="utf-8")
    copied = text[text.index("  approved:") :]
    other.write_text(other.read_text(encoding="utf-8") + copied, encoding="utf-8")
    assert codes(office, run) == ["P445"]
    file.write_text(text.replace("已批准的建设标准", "新的建设标准"), encoding="utf-8")
    assert sorted(codes(office, run)) == ["P444", "P444"]
    assert levels(office, run)["科室"][0] == []
    # the hint works: what held nothing goes with the new approval
    assert run(office, "decide", DECLINED, MERGED, "--approve", *SIGNED).code == 0
    assert codes(office, run) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ((DECLINED, "--approve", "--level", "党组"), "P443"),
        ((OPEN, "--approve"), "P449"),
        ((DECLINED, "--approve", "--level", "部里"), ""),
        ((DECLINED, "--approve", "--reason", "不妥。"), ""),
        ((DECLINED, "--approve", "--unapprove"), ""),
        ((DECLINED, "--level", "科室"), ""),
        (("--approve",), ""),
        (("--unapprove",), ""),
    ],
    ids=str,
)
def test_what_is_no_approval_writes_nothing(
    words: tuple[str, ...], code: str, office: Path, run: Run
) -> None:
    files = {name: file_of(office, name).read_bytes() for name in (DECLINED, MERGED, OPEN)}
    by = SIGNED if "--approve" in words else ()
    done = run(office, "decide", *words, *by)
    assert done.code in (1, 2)
    assert code in done.err
    assert files == {name: file_of(office, name).read_bytes() for name in files}


def test_decisions_that_wait_for_different_levels_are_not_mixed(office: Path, run: Run) -> None:
    run(office, "decide", DECLINED, "--approve", *SIGNED)
    mixed = run(office, "decide", "--approve", "--pending", *SIGNED)
    assert (mixed.code, "--level 党组: 镇财政所-01" in mixed.err) == (2, True)
    # a filter: which decisions, and never another decision
    chosen = run(office, "decide", "--approve", "--status", "采纳", *SIGNED)
    assert chosen.code == 0
    assert levels(office, run)["科室"] == ([DECLINED, MERGED], [])


def test_the_hint_of_a_table_is_followed_from_the_lowest_level_on(office: Path, run: Run) -> None:
    run(office, "decide", DECLINED, "--approve", *SIGNED)
    hint = run(office, "report").err
    command = next(line for line in hint.splitlines() if "--approve --level …" in line)
    words = command.partition("plancli decide ")[2].split()[:-1]
    for level in ("科室", "党组"):
        assert run(office, "decide", *words, level, *SIGNED).code == 0
    assert run(office, "report").code == 0


@pytest.mark.parametrize(
    "listed", ["[科室, 科室]", "[" + ", ".join(map(str, range(21))) + "]", "['']"], ids=str
)
def test_levels_that_are_none_are_refused_where_they_stand(
    listed: str, example: Path, run: Run
) -> None:
    manifest = example / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(f"{text}approval: {listed}\n", encoding="utf-8")
    done = run(example, "check")
    assert (done.code, f"plan/plan.yaml:{text.count(chr(10)) + 1}:" in done.out) == (1, True)


def test_a_plan_in_english_says_what_is_only_intended(office: Path, run: Run) -> None:
    manifest = office / "plan/plan.yaml"
    text = manifest.read_text(encoding="utf-8").replace("language: zh", "language: en")
    manifest.write_text(text, encoding="utf-8")
    table = run(office, "report", "--internal").out
    assert "Not to be adopted" in table
    assert "not approved yet: 2" in table


def test_an_approval_is_taken_back_with_those_above_it(office: Path, run: Run) -> None:
    before = file_of(office, DECLINED).read_bytes()
    for _ in range(2):
        run(office, "decide", DECLINED, "--approve", *SIGNED)
    run(office, "decide", DECLINED, "--unapprove")
    assert levels(office, run)["党组"] == ([], [DECLINED])
    run(office, "decide", DECLINED, "--approve", *SIGNED)
    run(office, "decide", DECLINED, "--unapprove", "--level", "科室")
    assert file_of(office, DECLINED).read_bytes() == before


def test_apply_and_revert_leave_an_approval_as_it_is(office: Path, run: Run) -> None:
    run(office, "decide", MERGED, "--approve", *SIGNED)
    for command in ("revert", "apply"):
        assert run(office, command, MERGED).code == 0
        assert levels(office, run)["科室"][0] == [MERGED]


def test_a_unit_with_another_name_keeps_its_approvals(office: Path, run: Run) -> None:
    run(office, "decide", DECLINED, "--approve", *SIGNED)
    assert run(office, "unit", "镇财政所", "--rename", "镇财政办").code == 0
    assert levels(office, run)["科室"][0] == ["镇财政办-01"]
    assert codes(office, run) == []


def test_a_plan_that_requires_none_has_none(example: Path, run: Run) -> None:
    done = run(example, "decide", DECLINED, "--approve", *SIGNED)
    assert (done.code, "approval: […]" in done.err) == (2, True)
    assert "approval" not in run(example, "status", "--json").out
    assert "approved" not in run(example, "show", DECLINED, "--json").out


def test_in_a_terminal_each_is_shown_and_asked_for(
    office: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    # later, and on to the next; back, and no key; yes
    monkeypatch.setattr("sys.stdin", Terminal("l\nb\nl\ny\n"))
    done = run(office, "decide", "--approve", *SIGNED)
    assert done.code == 0
    assert levels(office, run)["科室"] == ([MERGED], [DECLINED])


@pytest.fixture
def signing(office: Path, tmp_path: Path) -> Path:
    """A repository in which git has a key to sign with, and knows whose it is."""
    key = tmp_path / "key"
    made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)]
    try:
        subprocess.run(made, check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("there is no ssh-keygen")
    git(office, "init", "-q")
    who = tmp_path / "signers"
    who.write_text(f"he@example.org {key.with_suffix('.pub').read_text()}")
    settings = {
        "user.name": "何主任",
        "user.email": "he@example.org",
        "gpg.format": "ssh",
        "user.signingKey": str(key),
        "gpg.ssh.allowedSignersFile": str(who),
    }
    for name, value in settings.items():
        git(office, "config", name, value)
    git(office, "add", "-A")
    git(office, "commit", "-q", "-m", "稿", "--no-gpg-sign")
    return office


def last_signature(folder: Path) -> str:
    return git(folder, "log", "-1", "--format=%G?").strip()


def test_commits_are_signed_where_git_has_a_key(signing: Path, run: Run) -> None:
    assert run(signing, "decide", OPEN, "--status", "采纳", "--reply", "已增加。").code == 0
    assert run(signing, "apply", OPEN, "--commit").code == 0
    assert last_signature(signing) == "G"
    # who approves is who commits here, where nobody else is named
    assert "何主任" in run(signing, "decide", DECLINED, "--approve").out


def test_an_approval_is_committed_by_itself_and_signed(signing: Path, run: Run) -> None:
    note = signing / "comments/镇财政所/02.yaml"
    note.write_text(note.read_text(encoding="utf-8") + "note: 催过\n", encoding="utf-8")
    words = ("decide", DECLINED, MERGED, "--approve", "--commit")
    assert run(signing, *words).code == 0
    assert last_signature(signing) == "G"
    told = git(signing, "-c", "core.quotePath=false", "log", "-1", "--format=%B", "--name-only")
    assert "Comment: 镇财政所-01、镇民政办-01" in told
    assert "Approved: 科室" in told
    assert "02.yaml" not in told
    # what is not committed yet would be signed with it
    refused = run(signing, "decide", OPEN, "--status", "采纳", "--reply", "已改。", "--commit")
    assert (refused.code, "P013" in refused.err) == (2, True)
    assert "待定" in note.read_text(encoding="utf-8")


def test_a_key_that_fails_takes_the_decision_back(signing: Path, run: Run) -> None:
    before = file_of(signing, DECLINED).read_bytes()
    git(signing, "config", "user.signingKey", str(signing / "gone"))
    assert run(signing, "decide", DECLINED, "--approve", "--commit").code == 2
    assert file_of(signing, DECLINED).read_bytes() == before
    assert git(signing, "status", "--porcelain") == ""


def test_git_may_be_told_not_to_sign_and_a_key_that_fails_writes_nothing(
    signing: Path, run: Run
) -> None:
    run(signing, "decide", OPEN, "--status", "采纳", "--reply", "已增加。")
    before = (signing / "plan/applied.yaml").read_bytes()
    git(signing, "config", "user.signingKey", str(signing / "gone"))
    assert run(signing, "apply", OPEN, "--commit").code == 2
    assert (signing / "plan/applied.yaml").read_bytes() == before
    git(signing, "config", "commit.gpgSign", "false")
    assert run(signing, "apply", OPEN, "--commit").code == 0
    assert last_signature(signing) == "N"


def test_a_comment_that_is_carried_over_leaves_its_approvals_behind(office: Path, run: Run) -> None:
    """They were given for what was asked of the draft before: nobody has signed it of this one."""
    assert run(office, "decide", DECLINED, "--approve", *SIGNED).code == 0
    assert run(office, "freeze", "二稿", "--circulate").code == 0
    assert run(office, "rebase", DECLINED, "--anyway").code == 0
    assert "approved" not in file_of(office, DECLINED).read_text(encoding="utf-8")
    assert "P444" not in codes(office, run)
    assert DECLINED in levels(office, run)["科室"][1]
