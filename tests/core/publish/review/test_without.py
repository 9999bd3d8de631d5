"""The text without a comment: the very text that the merge gives of the whole plan."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest

from plancli.core.plan.outline import TITLE, Outline
from plancli.core.publish.review.values import Mark, PageChange, PageRow, Reads, Review, Without
from plancli.core.rounds.round import Round
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT
from tests.core.publish.test_review import review_of, reviewed

WATER = ROOT / "examples/water"
PLANS = pytest.mark.parametrize("folder", [ROOT, WATER], ids=["plan", "water"])


def round_of(folder: Path) -> Round:
    return load(read_files(folder)).open_round


def words(changes: tuple[PageChange, ...], *marks: Mark) -> str:
    return "".join(one.text for change in changes for one in change.words if one.mark in marks)


def said(row: PageRow, reads: PageRow | Reads | None) -> str | None:
    """Return the words of a row as it reads, without the numbers of footnotes; None where it is not there."""
    if reads is Reads.ABSENT:
        return None
    shown = reads if isinstance(reads, PageRow) else row
    if shown.mark is Mark.GONE and reads is not Reads.DRAFTED:
        return None
    stands = Mark.GONE if reads is Reads.DRAFTED else Mark.ADDED
    text = tuple(change for change in shown.text if not change.note)
    return words(text, Mark.KEPT, stands)


def text_in(outline: Outline, row: PageRow) -> str | None:
    spot = outline.spots.get(row.key)
    return spot.paragraph.text if spot else None


def agree(said: str | None, text: str | None) -> bool:
    """Whether a row says what a paragraph says, its number before it."""
    if said is None or text is None:
        return said is text
    return said.endswith(text)


def standing(found: Review) -> list[PageRow]:
    """Return the rows of parts that stand in one place, in the draft and now."""
    places = Counter(row.key for row in found.rows)
    return [row for row in found.rows if places[row.key] == 1]


def without_all(round_: Round, names: set[str]) -> Outline:
    """Return the plan as the merge of the whole gives it without some comments."""
    workspace = round_.workspace
    wanted = {name: patch for name, patch in workspace.recorded.items() if name not in names}
    return Outline(workspace.printed(workspace.revise(wanted).sections))


def ids(found: Review, one: Without) -> set[str]:
    by_address = {card.address: card.comment.id for card in found.cards}
    return {by_address[address] for address in one.comments}


@PLANS
def test_each_trial_is_what_the_merge_of_the_whole_plan_gives(folder: Path) -> None:
    round_, found = round_of(folder), reviewed(folder)
    singles = {one.comments for one in found.without if len(one.comments) == 1}
    assert len(singles) == len(round_.workspace.recorded)
    assert any(len(one.comments) == 2 for one in found.without)
    for one in found.without:
        plan = without_all(round_, ids(found, one))
        for row in standing(found):
            if row.key in round_.workspace.draft.spots:
                assert agree(said(row, one.rows.get(row.address)), text_in(plan, row))


@PLANS
def test_titles_are_those_of_the_whole_plan_too(folder: Path) -> None:
    round_, found = round_of(folder), reviewed(folder)
    for one in found.without:
        plan = without_all(round_, ids(found, one))
        for row in found.rows:
            if row.key in plan.sections and row.mark is Mark.KEPT:
                reads = one.rows.get(row.address, row)
                title = plan.words(row.key, TITLE)
                heading = reads.heading if isinstance(reads, PageRow) else row.heading
                stands = Mark.GONE if reads is Reads.DRAFTED else Mark.ADDED
                assert words(heading, Mark.KEPT, stands).endswith(title)


@PLANS
def test_two_that_do_not_meet_are_the_one_and_the_other(folder: Path) -> None:
    """What the page puts together itself: rows of comments that were not tried as a pair."""
    round_, found = round_of(folder), reviewed(folder)
    tried = {frozenset(one.comments) for one in found.without}
    singles = [one for one in found.without if len(one.comments) == 1]
    rows = {row.address: row for row in standing(found)}
    for one, other in list(combinations(singles, 2))[::7]:
        if frozenset((*one.comments, *other.comments)) in tried:
            continue
        plan = without_all(round_, ids(found, one) | ids(found, other))
        for address, reads in {**one.rows, **other.rows}.items():
            if address in rows and rows[address].key in round_.workspace.draft.spots:
                assert agree(said(rows[address], reads), text_in(plan, rows[address]))


def test_what_the_office_built_on_stays(example: Path) -> None:
    path = example / "plan/第一章-目标.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("、午餐和晚餐", "、午餐、热的晚餐"), encoding="utf-8")
    found = review_of(example)
    assert [one for one in found.without if one.stays] == [Without(("镇民政办-01",), stays=True)]
