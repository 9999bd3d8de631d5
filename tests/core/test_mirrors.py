"""Every module of the core has a test file of its name, or it is said here where it is tested."""

from pathlib import Path

import pytest

from tests.conftest import ROOT

CORE, TESTS = ROOT / "plancli/core", ROOT / "tests/core"

ELSEWHERE = {
    "check/rules": "check/test_rules.py",  # each rule's own case; check/edges has those beside it
    "check/about.py": "check/test_rules.py",
    "check/rule.py": "check/test_register.py",
    "check/text/flaw.py": "check/text/test_marks.py",  # a value
    "codes.py": "../test_messages.py",  # each code is raised where it belongs
    "comments/edits.py": "comments/test_comment.py",
    "comments/record.py": "rounds/test_settlements.py",  # values
    "entry.py": "../test_messages.py",
    "evidence/blame.py": "evidence/test_attribution.py",
    "evidence/compare.py": "check/test_text_rules.py",
    "evidence/misquotes.py": "evidence/test_audit.py",
    "evidence/pieces.py": "evidence/test_attribution.py",
    "evidence/wordings.py": "evidence/test_adoption.py",
    "locate/anchors.py": "locate/test_ladder.py",  # values
    "locate/choice.py": "locate/test_ladder.py",
    "locate/printing.py": "locate/test_thresholds.py",
    "locate/rungs.py": "locate/test_ladder.py",
    "merge/compose.py": "rounds/test_round.py",  # and the golden cases
    "merge/finder.py": "merge/test_place.py",
    "plan/day.py": "rounds/test_counts.py",
    "plan/manifest.py": "plan/test_tree.py",
    "plan/model.py": "comments/test_comment.py",
    "plan/tables.py": "publish/test_columns.py",  # values
    "publish/prose.py": "publish/test_words.py",
    "publish/reply.py": "../papers/test_wording.py",
    "publish/review": "publish/test_review.py",
    "publish/sheet.py": "publish/test_words.py",
    "revision/office.py": "test_golden.py",  # tests/golden/编制单位
    "revision/paragraph.py": "test_golden.py",
    "revision/three.py": "revision/test_branches.py",  # a value
    "rounds/conflicts.py": "rounds/test_round.py",
    "text/alike.py": "text/test_matchkey.py",
}


def modules() -> list[str]:
    found = (path.relative_to(CORE) for path in sorted(CORE.rglob("*.py")))
    return [path.as_posix() for path in found if path.name != "__init__.py"]


def mirrored(module: str) -> Path:
    return TESTS / Path(module).with_name(f"test_{Path(module).name}")


def said(module: str) -> str | None:
    """Return the file that tests a module which has none of its own: named for it, or for its folder."""
    names = [module, *(folder.as_posix() for folder in Path(module).parents)]
    return next((ELSEWHERE[name] for name in names if name in ELSEWHERE), None)


@pytest.mark.parametrize("module", modules())
def test_a_module_has_a_test_file_of_its_name_or_it_is_said_where(module: str) -> None:
    where = said(module)
    assert mirrored(module).exists() or (where and (TESTS / where).exists())


@pytest.mark.parametrize("name", ELSEWHERE)
def test_nothing_is_said_of_what_is_not_there_or_has_its_own(name: str) -> None:
    assert (CORE / name).exists()
    assert not mirrored(name).exists()
