"""What a plan makes of the rules: weights under `rules`, waivers in comments."""

import json
from pathlib import Path
from typing import Any

import pytest

from plancli.core.check.check import weighed
from plancli.core.check.rules.adoption.asked import DIFFERS
from plancli.core.check.rules.adoption.in_text import NOT_IN_TEXT
from plancli.core.comments.comment import Comment, Waiver
from plancli.core.finding import Finding, Severity, Subject
from plancli.core.plan.manifest import Manifest, Weight
from tests.conftest import Run

WAIVER = "waivers:\n  - {{rule: {rule}, reason: 已核。}}\n"
PENDING = "comments/镇财政所/02.yaml"
OFFICE = Finding(NOT_IN_TEXT.code, subject=Subject("comment", "甲局-01"))
DOUBTFUL = Finding(DIFFERS.code, subject=Subject("comment", "甲局-01"))


def weigh(
    *found: Finding, rules: dict[str, Weight] | None = None, waived: str = ""
) -> list[Finding]:
    """Weigh findings in a plan whose only comment waives one rule."""
    manifest = Manifest(title="规划", issuer="办", sections=("第一章",), rules=rules or {})
    waivers = (Waiver(rule=waived, reason="已核"),) if waived else ()
    comment = Comment(id="甲局-01", unit="甲局", opinion="改", waivers=waivers)
    return list(weighed(found, manifest, {comment.id: comment}))


@pytest.mark.parametrize(
    ("weight", "severities"),
    [
        (None, [Severity.ERROR, Severity.WARNING]),
        (Weight.OFF, [Severity.WARNING]),
        (Weight.NOTE, [Severity.NOTE, Severity.WARNING]),
        (Weight.WARNING, [Severity.WARNING, Severity.WARNING]),
        (Weight.ERROR, [Severity.ERROR, Severity.WARNING]),
    ],
)
def test_a_plan_gives_a_rule_its_weight(weight: Weight | None, severities: list[Severity]) -> None:
    rules = {} if weight is None else {str(OFFICE.code): weight}
    assert [finding.severity for finding in weigh(OFFICE, DOUBTFUL, rules=rules)] == severities


def test_a_warning_can_be_made_an_error() -> None:
    (found,) = weigh(DOUBTFUL, rules={str(DOUBTFUL.code): Weight.ERROR})
    assert found.severity is Severity.ERROR


def test_a_waiver_takes_away_one_rule_of_one_comment() -> None:
    others = (
        Finding(OFFICE.code, subject=Subject("comment", "乙局-01")),
        Finding(OFFICE.code, subject=Subject("section", "甲局-01")),
        Finding(OFFICE.code),
    )
    left = weigh(OFFICE, DOUBTFUL, *others, waived=str(OFFICE.code))
    assert [(found.code, found.subject) for found in left] == [
        (found.code, found.subject) for found in (DOUBTFUL, *others)
    ]


# --- through the command line -------------------------------------------------------------------------------


def checked(folder: Path, run: Run) -> tuple[int, list[str]]:
    """Check; return the exit code, and of every finding its place, code and severity."""
    done = run(folder, "check", "--json")
    return done.code, [
        f"{found['file']}:{found['line']} {found['code']} {found['severity']}"
        for found in json.loads(done.out)["findings"]
    ]


def appended(folder: Path, path: str, text: str) -> None:
    file = folder / path
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.fixture
def changed(example: Path) -> Path:
    """The example with a change of the office that nobody explained."""
    path = example / "plan/第二章-任务.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("学校用房", "闲置校舍"), encoding="utf-8"
    )
    return example


@pytest.mark.parametrize(
    ("rules", "code", "found"),
    [
        ("", 1, ["plan/第二章-任务.yaml:7 P405 error"]),
        ("rules:\n  P405: error\n", 1, ["plan/第二章-任务.yaml:7 P405 error"]),
        ("rules:\n  P405: warning\n", 0, ["plan/第二章-任务.yaml:7 P405 warning"]),
        ("rules:\n  P405: note\n", 0, ["plan/第二章-任务.yaml:7 P405 note"]),
        ("rules:\n  P405: off\n", 0, ["plan/plan.yaml:19 P231 note"]),
        ("rules:\n  P404: off\n", 1, ["plan/第二章-任务.yaml:7 P405 error"]),
        (
            "rules:\n  P405: off\n  P999: off\n",
            1,
            ["plan/plan.yaml:20 P217 error", "plan/plan.yaml:19 P231 note"],
        ),
        (  # what tells of rules is no rule itself, and is not turned off
            "rules:\n  P405: off\n  P231: off\n  P217: off\n",
            1,
            [
                "plan/plan.yaml:20 P217 error",
                "plan/plan.yaml:21 P217 error",
                "plan/plan.yaml:19 P231 note",
            ],
        ),
    ],
)
def test_weights_stand_in_the_manifest(
    changed: Path, run: Run, rules: str, code: int, found: list[Any]
) -> None:
    appended(changed, "plan/plan.yaml", rules)
    assert checked(changed, run) == (code, found)


def test_a_waiver_excuses_the_comment_in_whose_file_it_stands(example: Path, run: Run) -> None:
    for name in ("02", "03"):
        (example / f"comments/镇财政所/{name}.yaml").write_text(
            "unit: 镇财政所\nopinion: 删去。\ndecision:\n  status: 不采纳\n", encoding="utf-8"
        )
    appended(example, PENDING, WAIVER.format(rule="P404"))
    assert checked(example, run) == (1, ["comments/镇财政所/03.yaml:4 P404 error"])


def test_a_waiver_that_excuses_nothing_is_idle(example: Path, run: Run) -> None:
    appended(example, PENDING, WAIVER.format(rule="P404"))
    assert checked(example, run) == (0, [f"{PENDING}:12 P218 warning"])


def test_a_waiver_of_no_rule_is_unknown_and_nothing_else(example: Path, run: Run) -> None:
    """P101 is a code, but of a file that cannot be read, not of a rule."""
    appended(example, PENDING, WAIVER.format(rule="P101"))
    assert checked(example, run) == (1, [f"{PENDING}:12 P217 error"])
