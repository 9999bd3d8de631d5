"""Responsible units: an ordered list, the first leads; what comments want together, and beside the office."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.merge.meeting import Level
from plancli.core.merge.units import UnitsChange, join_units, merge_units, new_lead
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline

BEFORE = ("水务站", "林业站")


def wants(by: str, *added: str, out: tuple[str, ...] = (), whole: bool = False) -> UnitsChange:
    """Return a change: names to add and take out, or the whole list."""
    dropped = tuple(unit for unit in BEFORE if whole and unit not in added)
    return UnitsChange("3.1", by, added, (*dropped, *out), added if whole else None)


def merged(*changes: UnitsChange) -> tuple[tuple[str, ...] | None, Level | None]:
    """Return the list that comes of changes, and how they meet."""
    paragraph = Paragraph(id="3.1", text="管护河岸林带。", units=BEFORE)
    outline = Outline([Section(key="第三章", title="管护", body=(paragraph,))])
    lists, meetings = merge_units(outline, changes)
    return lists.get("3.1"), meetings[0].level if meetings else None


@pytest.mark.parametrize(
    ("changes", "units", "level"),
    [
        ([wants("甲", "农机站")], (*BEFORE, "农机站"), None),
        ([wants("甲", "林业站")], BEFORE, None),
        ([wants("甲", out=("水务站",))], ("林业站",), None),
        ([wants("甲", "林业站", "水务站", whole=True)], ("林业站", "水务站"), None),
        # equal lists agree; the same units in another order are another list
        (
            [wants(by, "林业站", "水务站", whole=True) for by in "甲乙"],
            ("林业站", "水务站"),
            Level.SAME,
        ),
        (
            [wants("甲", "林业站", "水务站", whole=True), wants("乙", *BEFORE, whole=True)],
            None,
            Level.HARD,
        ),
        # what is added comes behind a list that has it already, and contradicts one that has it not
        (
            [
                wants("甲", "农机站"),
                wants("乙", "林业站", "水务站", "农机站", whole=True),
            ],
            ("林业站", "水务站", "农机站"),
            Level.SOFT,
        ),
        ([wants("甲", "农机站"), wants("乙", "林业站", whole=True)], None, Level.HARD),
        ([wants("甲", "农机站"), wants("乙", out=("农机站",))], None, Level.HARD),
        # whatever it is, two that want the same agree: here a name that comes and goes again
        ([wants(by, "农机站", out=("农机站",)) for by in "甲乙"], BEFORE, Level.SAME),
        ([wants("甲", "农机站"), wants("乙", "河管所")], (*BEFORE, "农机站", "河管所"), Level.SOFT),
    ],
)
def test_what_several_comments_want(
    changes: list[UnitsChange], units: tuple[str, ...] | None, level: Level | None
) -> None:
    assert merged(*changes) == (units, level)


@pytest.mark.parametrize(
    ("before", "after", "lead"),
    [
        ("甲乙", "乙甲", "乙"),
        ("甲乙", "丙甲乙", "丙"),
        ("甲乙", "甲丙乙", None),
        ("甲乙", "乙", None),  # it only moves up
        ("甲乙", "乙丙", None),
        ("甲乙", "丙", "丙"),
        ("甲乙", "", None),
        ("", "甲", "甲"),
    ],
)
def test_who_is_put_first(before: str, after: str, lead: str | None) -> None:
    assert new_lead(before, after) == lead


@pytest.mark.parametrize(
    ("old", "ours", "new", "units"),
    [
        # one side changes the order, the other adds or takes out
        ("甲乙", "甲乙丙", "乙甲", "乙甲丙"),
        ("甲乙丙", "甲乙", "丙乙甲", None),  # the comment's lead is gone
        ("甲乙丙", "甲丙", "丙乙甲", "丙甲"),
        ("甲乙", "乙甲", "甲乙丙", "乙甲丙"),
        ("甲乙", "乙甲", "甲", None),  # whom the office puts first the comment takes out
        # both change the order: alike, or not
        ("甲乙丙", "乙甲丙", "乙甲丙丁", "乙甲丙丁"),
        ("甲乙丙", "甲丙乙", "乙甲丙", None),
        # both put a unit first
        ("甲乙", "丁甲乙", "丙甲乙", None),
        ("甲乙", "丁甲乙", "丁甲乙丙", "丁甲乙丙"),
        ("甲乙", "丁甲乙", "乙甲", None),
        ("甲乙", "丁甲乙", "乙", "丁乙"),  # the second only moves up
        # both add: each at its place
        ("甲乙", "甲乙丁", "甲乙丙", "甲乙丁丙"),
        ("甲乙", "甲丁乙", "甲丙乙", "甲丁丙乙"),
        ("甲乙", "", "甲乙丙", "丙"),
    ],
)
def test_comments_beside_the_office(old: str, ours: str, new: str, units: str | None) -> None:
    joined = join_units(tuple(old), tuple(old), tuple(ours), tuple(new))
    assert joined == ((tuple(ours), True) if units is None else (tuple(units), False))


def test_a_name_that_comes_back_takes_its_place_in_the_draft() -> None:
    draft, old, ours = tuple("甲乙丙"), tuple("甲丙"), tuple("甲丙丁")
    assert join_units(draft, old, ours, draft).units == tuple("甲乙丙丁")
    assert join_units(draft, tuple("乙丙"), tuple("乙丙丁"), draft).units == tuple("甲乙丙丁")


lists = st.lists(st.sampled_from("甲乙丙丁戊"), unique=True, max_size=4).map(tuple)


@given(lists, lists, lists)
def test_nothing_that_either_side_did_is_lost(
    old: tuple[str, ...], ours: tuple[str, ...], new: tuple[str, ...]
) -> None:
    joined = join_units(old, old, ours, new)
    found = joined.units or ()
    if joined.clash:
        assert found == ours
        return
    assert set(found) == set(ours) - (set(old) - set(new)) | (set(new) - set(old))
    for side in (ours, new):
        lead = new_lead(old, side)
        assert lead is None or found[0] == lead


@given(lists, lists)
def test_what_only_one_side_changed_is_that_sides_list(
    old: tuple[str, ...], changed: tuple[str, ...]
) -> None:
    assert join_units(old, old, old, changed) == (changed, False)
    assert join_units(old, old, changed, old) == (changed, False)
    assert join_units(old, old, changed, changed) == (changed, False)
