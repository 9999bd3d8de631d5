"""Rules are found by themselves: a rule is a file below `rules`, its case and its words, and nothing else."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_file

from plancli.cli import cases
from plancli.core.check import rules
from plancli.core.check.register import (
    RULES,
    found_rules,
    history_rules,
    plan_rules,
    round_rules,
    rules_while_writing,
)
from plancli.core.check.rule import LAST, Writing
from tests.catalogues import KEYWORDS
from tests.conftest import Run
from tests.core.check.test_rules import change, found

TOY = '''
"""A title does not end in a full stop."""

from collections.abc import Iterator

from plancli.core.check.rule import PlanRule
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Subject
from plancli.core.rounds.round import Round


def closed_titles(round_: Round) -> Iterator[Finding]:
    for section in round_.plan.sections.values():
        if section.title.endswith("。"):
            subject, params = Subject("section", section.key), {"title": section.title}
            yield Finding(CLOSED_TITLE.code, params, subject, ("title",))


CLOSED_TITLE = PlanRule(
    code="P599",
    find=closed_titles,
    weight=Severity.WARNING,
    message=N_("The title {title} ends in a full stop."),
    hint=N_("Take the full stop out."),
    meaning=N_("A title is no sentence: it is printed in contents and tables without a mark."),
)
'''
CASE = """
case: 标题末尾有句号。
bad:
  - {file: plan/第二章-任务.yaml, replace: "title: 任务", with: "title: 任务。"}
at: plan/第二章-任务.yaml:2
good:
  - {file: plan/第二章-任务.yaml, replace: "title: 任务", with: "title: 任务和分工"}
"""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A rule in a folder beside those of the package, with its case."""
    for name, text in {"rooms/toys/titles.py": TOY, "rooms/toys/__init__.py": ""}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases/P599.yaml").write_text(CASE, encoding="utf-8")
    monkeypatch.setattr(rules, "__path__", [*rules.__path__, str(tmp_path / "rooms")])
    monkeypatch.setattr(cases, "FOLDER", tmp_path / "cases")
    monkeypatch.setitem(RULES, "P599", found_rules()["P599"])
    yield tmp_path / "rooms/toys/titles.py"
    for name in [name for name in sys.modules if name.startswith(f"{rules.__name__}.toys")]:
        del sys.modules[name]


def test_what_is_wrong_with_the_words_of_a_unit_refuses_nothing() -> None:
    """Its citation is its own: what is written is told so, and entered."""
    assert RULES["P303"].tells


@pytest.mark.usefixtures("toy")
def test_a_new_rule_is_its_file_its_case_and_its_words(example: Path, run: Run) -> None:
    case = cases.case_of("P599")
    change(example, case.bad, run)
    assert case.at in found(example, run, "P599")
    shown = run(example, "explain", "P599").out
    assert "title: 任务。   ← check" in shown
    assert "title: 任务和分工" in shown
    assert "P599  warning  The title … ends in a full stop." in run(example, "explain").out
    assert run(example, "check", "--strict", "--today", "2020-01-01").code == 1
    manifest = example / "plan/plan.yaml"
    manifest.write_text(
        manifest.read_text(encoding="utf-8") + "rules: {P599: error}\n", encoding="utf-8"
    )
    (own,) = (
        one
        for one in json.loads(run(example, "check", "--json").out)["findings"]
        if one["code"] == "P599"
    )
    assert (own["severity"], own["hint"]) == ("error", "Take the full stop out.")
    change(
        example,
        [step._replace(replace=step.new, new="title: 任务和分工") for step in case.bad],
        run,
    )
    assert found(example, run, "P599") == []


def test_its_words_are_seen_by_the_catalogue(toy: Path) -> None:
    said = {message for _line, message, _c, _x in extract_from_file("python", toy, KEYWORDS)}
    rule = found_rules()["P599"]
    assert said == {rule.message, rule.hint, rule.meaning}


def test_a_new_rule_comes_last(toy: Path) -> None:
    assert toy.is_file()
    assert RULES["P599"].order == LAST
    assert plan_rules()[-1].__name__ == "closed_titles"


@pytest.mark.parametrize("code", ["P404", "P001"])
def test_a_code_has_one_record(toy: Path, code: str) -> None:
    (toy.parent / "second.py").write_text(TOY.replace("P599", code), encoding="utf-8")
    with pytest.raises(ValueError, match=f"the code {code} is taken"):
        found_rules()


def test_a_record_that_another_module_imports_is_one_rule() -> None:
    assert found_rules() == RULES


def test_a_function_is_asked_once_for_all_its_codes() -> None:
    for functions in (plan_rules(), history_rules(), round_rules()):
        assert len(set(functions)) == len(functions)
    assert len(plan_rules()) + len(history_rules()) + len(round_rules()) < len(RULES)


def test_findings_come_in_the_order_that_the_rules_state() -> None:
    first = [function.__name__ for function in plan_rules()[:3]]
    assert first == ["listed_sections", "listed_once", "pages"]
    assert [function.__name__ for function in history_rules()] == [
        "circulated",
        "idle_notes",
        "undecided",
        "still_to_come",
    ]
    assert round_rules()[0].__name__ == "quotations"


def test_what_is_asked_while_a_comment_is_written() -> None:
    asked = {part: [find.__name__ for find in rules_while_writing([part])] for part in Writing}
    assert asked == {
        Writing.UNIT: ["known_units"],
        Writing.EDITS: ["known_responsible", "quotations", "demanded"],
        Writing.DECISION: [
            "pointers",
            "reasons",
            "idle_keys",
            "known_responsible",
            "quotations",
            "joint_wordings",
            "complete",
            "vain_edits",
            "part_named",
            "contradicting_words",
            "already_there",
            "signed_off",
            "bound_when_approved",
        ],
    }
