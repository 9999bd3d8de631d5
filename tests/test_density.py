"""Code is read, not deciphered: how much a function decides, and how much of it in ten lines."""

from pathlib import Path

import pytest

from tests.density import PACKAGE, density, functions, nested

IN_TEN_LINES = 4.0
"""The eight models that were measured with this ruler have 1.6 to 2.7; plancli began at 5.7."""

IN_PROSE = 10
"""A function of prose that decides more has more than one step."""

ANYWHERE = 19
"""What the densest function of the package decides today: it may fall, and does not rise."""

PROSE = [
    "cli/cases.py",
    "core/check/flawed.py",
    "core/check/rules/adoption/opinions.py",
    "core/check/rules/adoption/record.py",
    "core/check/rules/changes/sentences.py",
    "core/check/text/contacts.py",
    "core/check/text/marks.py",
    "core/check/text/pairs.py",
    "core/check/text/secrecy.py",
    "core/check/text/spelling.py",
    "core/check/text/strange.py",
    "core/comments/comment.py",
    "core/comments/pointers.py",
    "core/comments/succession.py",
    "core/evidence/adoption.py",
    "core/evidence/attribution.py",
    "core/evidence/blame.py",
    "core/evidence/changed_line.py",
    "core/evidence/compare.py",
    "core/evidence/demanded.py",
    "core/evidence/misquotes.py",
    "core/evidence/pieces.py",
    "core/evidence/redline.py",
    "core/evidence/rewordings.py",
    "core/evidence/ripple.py",
    "core/evidence/wordings.py",
    "core/instructions/demands.py",
    "core/instructions/stances.py",
    "core/locate/choice.py",
    "core/locate/citation.py",
    "core/locate/ellipsis.py",
    "core/locate/ladder.py",
    "core/locate/names.py",
    "core/locate/quoting.py",
    "core/locate/rungs.py",
    "core/merge/compose.py",
    "core/merge/finder.py",
    "core/merge/parts.py",
    "core/merge/place.py",
    "core/merge/placed.py",
    "core/merge/structure.py",
    "core/merge/units.py",
    "core/merge/words.py",
    "core/plan/counting.py",
    "core/plan/references.py",
    "core/plan/digest.py",
    "core/plan/manifest.py",
    "core/plan/printed.py",
    "core/plan/span.py",
    "core/plan/series.py",
    "core/plan/tree.py",
    "core/publish/cells.py",
    "core/publish/columns.py",
    "core/publish/reply.py",
    "core/publish/review/addresses.py",
    "core/publish/review/cards.py",
    "core/publish/review/heat.py",
    "core/publish/review/rows.py",
    "core/publish/review/stands.py",
    "core/publish/review/stretches.py",
    "core/publish/review/timeline.py",
    "core/publish/review/sums.py",
    "core/publish/table.py",
    "core/publish/tasks.py",
    "core/publish/words.py",
    "core/revision/carrying.py",
    "core/revision/renumber.py",
    "core/revision/branches.py",
    "core/revision/delta.py",
    "core/revision/ground.py",
    "core/revision/joint.py",
    "core/revision/office.py",
    "core/revision/paragraph.py",
    "core/revision/presence.py",
    "core/revision/revise.py",
    "core/rounds/counts.py",
    "core/rounds/rebase.py",
    "core/rounds/round.py",
    "core/rounds/settlements.py",
    "core/rounds/standing.py",
    "core/rounds/status.py",
    "core/rounds/unexplained.py",
    "core/text/alike.py",
    "core/text/cutting.py",
    "core/text/diff.py",
    "core/text/marked.py",
    "core/text/matchkey.py",
    "core/text/nearest.py",
    "core/text/numerals.py",
    "core/text/occurrences.py",
    "core/text/order.py",
    "core/text/script.py",
    "core/text/words.py",
    "library/judging.py",
    "library/opening.py",
]
"""Files that are written to be read. A new file, and one that is rewritten, joins the list."""


def _every_file() -> list[str]:
    return sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("name", PROSE)
def test_prose_decides_little_in_ten_lines(name: str) -> None:
    found = density([PACKAGE / name])
    assert found.in_ten_lines <= IN_TEN_LINES


@pytest.mark.parametrize("name", PROSE)
def test_no_comprehension_with_a_condition_inside_another(name: str) -> None:
    assert nested(PACKAGE / name) == []


@pytest.mark.parametrize("name", _every_file())
def test_no_function_decides_too_much(name: str) -> None:
    most = IN_PROSE if name in PROSE else ANYWHERE
    decisions = {function.name: function.complexity for function in functions(PACKAGE / name)}
    assert {name: found for name, found in decisions.items() if found > most} == {}


def test_what_is_counted(tmp_path: Path) -> None:
    """A function, a branch, `and`, a loop and its condition inside a comprehension, a choice in one line."""
    file = tmp_path / "some.py"
    file.write_text(
        "def dense(found):\n"
        "    if found and found[0]:\n"
        "        return [one for one in found if one]\n"
        "    return 1 if found else 0\n",
        encoding="utf-8",
    )
    (function,) = functions(file)
    assert function.complexity == 6
    assert density([file]) == (6, 4)


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("a = [b for b in c if b]", []),
        ("a = [[x for x in b] for b in c]", []),
        ("a = [\n    [x for x in b if x] for b in c]", [2]),
        ("a = [\n    {x for x in b} for b in c if b]", [2]),
        ("a = any(\n    b for b in c if all(d for d in b))", [2]),
    ],
)
def test_what_counts_as_nested(tmp_path: Path, code: str, lines: list[int]) -> None:
    file = tmp_path / "some.py"
    file.write_text(code, encoding="utf-8")
    assert nested(file) == lines
