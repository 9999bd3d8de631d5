"""Responsible units between comments and the office: an order is a change, and only one unit can lead."""

import pytest

from plancli.core.comments.edits import ChangeUnits
from plancli.core.comments.record import Patch
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Outcome, Revision, Workspace

UNITS = ("水务站", "林业站")


def sections(*units: str) -> tuple[Section, ...]:
    paragraph = Paragraph(id="3.1", heading="护岸", text="管护河岸林带。", units=units)
    return (Section(key="第三章", title="管护", body=(paragraph,)),)


def units_of(revision: Revision) -> tuple[str, ...] | None:
    return Outline(revision.sections).spots["3.1"].paragraph.units


def wanting(*units: str) -> dict[str, Patch]:
    return {"甲-1": Patch(edits=(ChangeUnits(units="3.1", set=units),))}


@pytest.mark.parametrize(
    ("office", "wanted", "outcome", "units"),
    [
        (UNITS, ("林业站", "水务站"), Outcome.APPLIED, ("林业站", "水务站")),
        (UNITS, UNITS, Outcome.ALREADY, UNITS),
        ((*UNITS, "村"), ("林业站", "水务站"), Outcome.APPLIED, ("林业站", "水务站", "村")),
        (("村", *UNITS), ("林业站", "水务站"), Outcome.CONFLICT, ("村", *UNITS)),
        (("村", *UNITS), (*UNITS, "乡"), Outcome.APPLIED, ("村", *UNITS, "乡")),
    ],
)
def test_a_new_order_is_a_change_beside_that_of_the_office(
    office: tuple[str, ...],
    wanted: tuple[str, ...],
    outcome: Outcome,
    units: tuple[str, ...],
) -> None:
    space = Workspace(sections(*UNITS), sections(*office), {}, ["甲-1"])
    done = space.revise(wanting(*wanted))
    assert (done.outcomes["甲-1"], units_of(done)) == (outcome, units)
    if outcome is Outcome.CONFLICT:
        assert done.conflicts[0].authors == (OFFICE, "甲-1")
    undone = Workspace(sections(*UNITS), done.sections, done.record, ["甲-1"]).revise({})
    assert units_of(undone) == office


@pytest.mark.parametrize(
    ("now", "lost"),
    [
        (("林业站", "水务站"), False),
        (("林业站", "村", "水务站"), False),
        (("林业站", "水务站", "村"), False),
        (("村", "林业站", "水务站"), True),  # the unit that was to lead no longer does
        (("水务站", "林业站"), True),
        (("林业站",), True),
    ],
)
def test_a_list_is_there_while_its_order_and_its_lead_are(now: tuple[str, ...], lost: bool) -> None:
    space = Workspace(sections(*UNITS), sections(*now), wanting("林业站", "水务站"), ["甲-1"])
    assert bool(space.lost) == lost


def test_another_unit_may_be_first_where_a_list_kept_its_lead() -> None:
    recorded = wanting(*UNITS, "乡")
    now = sections("村", *UNITS, "乡")
    assert not Workspace(sections(*UNITS), now, recorded, ["甲-1"]).lost
