"""Units by chapters: each figure is the number of comments that are shown to whoever asks for them."""

from pathlib import Path

import pytest

from plancli.core.publish.review.heat import ALL, NOWHERE, Heat, HeatMap, heat_map
from tests.conftest import ROOT
from tests.core.publish.test_review import review_of, reviewed, write

PLANS = [ROOT, ROOT / "examples/water"]


@pytest.mark.parametrize("folder", PLANS, ids=["real", "water"])
def test_totals_count_each_comment_once(folder: Path) -> None:
    review = reviewed(folder)
    found = heat_map(review)
    assert found.at().comments == sum(not card.whole for card in review.cards)
    for unit in found.units:
        signed = [c for c in review.cards if unit in c.comment.signatories and not c.whole]
        assert found.at(unit).comments == len(signed)
        assert found.at(unit).comments <= sum(found.at(unit, c).comments for c in found.chapters)


def shown(found: HeatMap) -> dict[tuple[str, str], Heat]:
    """Return the figures that are no totals."""
    return {key: heat for key, heat in found.figures.items() if ALL not in key}


def test_a_conflict_counts_for_each_side_where_it_stands(example: Path) -> None:
    write(example, "镇财政所-09", "{replace: 早餐和午餐, with: 午餐}")
    found = heat_map(review_of(example))
    sides = {key for key, heat in shown(found).items() if heat.unsettled}
    assert ("镇财政所", "row-第一章") in sides
    assert len(sides) == 2
    assert found.at().unsettled == 2


def test_a_settled_conflict_stands_apart() -> None:
    found = heat_map(reviewed(ROOT / "examples/water"))
    assert found.at().settled == 2
    assert found.at().unsettled == 0


def test_what_points_to_no_place_has_a_column_of_its_own(example: Path) -> None:
    assert NOWHERE not in heat_map(review_of(example)).chapters
    path = example / "comments/镇民政办/09.yaml"
    path.write_text(
        "unit: 镇民政办\nopinion: 原则同意。\ndecision: {status: 采纳}\n", encoding="utf-8"
    )
    found = heat_map(review_of(example))
    assert list(found.chapters)[-1] == NOWHERE
    assert found.at("镇民政办", NOWHERE) == Heat(1)
    assert found.at(chapter=NOWHERE) == Heat(1)


def test_points_of_one_comment_in_one_chapter_are_one(example: Path) -> None:
    before = heat_map(review_of(example)).at()
    (example / "comments/镇文化站").mkdir()
    (example / "comments/镇文化站/01.yaml").write_text(
        "unit: 镇文化站\nopinion: 两点。\nitems:\n"
        "  - {opinion: 一, edits: [{replace: 社区食堂6个, with: 社区食堂7个}], decision: {status: 采纳}}\n"
        "  - {opinion: 二, at: {section: 第一章}, decision: {status: 不采纳, reason: 理由。}}\n",
        encoding="utf-8",
    )
    found = heat_map(review_of(example))
    assert found.at("镇文化站", "row-第一章") == Heat(1)
    assert found.at().comments == before.comments + 1
    assert found.most >= 1
