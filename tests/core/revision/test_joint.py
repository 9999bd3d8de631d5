"""What a joint wording must touch to settle a comment."""

import pytest

from plancli.core.merge.placed import Placed, TextChange
from plancli.core.merge.units import UnitsChange
from plancli.core.merge.wanted import Addition, Moving, Removal
from plancli.core.merge.words import Change
from plancli.core.plan.model import Paragraph
from plancli.core.revision.joint import uncovered


def text(paragraph: str, start: int, end: int, field: str = "text") -> Placed:
    return Placed(
        "甲-1", (TextChange(paragraph, field, Change("甲-1", start, end, "新", (start, end))),)
    )


def units(paragraph: str) -> Placed:
    return Placed("甲-1", units=(UnitsChange(paragraph, "甲-1", ("丙局",), ()),))


def added(container: str) -> Placed:
    new = Addition("甲-1.1", container, "甲-1", Paragraph(id="甲-1.1", text="新段。"), None, None)
    return Placed("甲-1", additions=(new,))


REMOVED = Placed("甲-1", removals=(Removal("1.1", "甲-1"),))
MOVED = Placed("甲-1", moves=(Moving("1.1", "甲-1", "第二章", None),))


@pytest.mark.parametrize(
    ("joint", "settled"),
    [
        (text("1.1", 4, 6), text("1.1", 4, 6)),
        (text("1.1", 4, 6), text("1.1", 6, 8)),  # at one point is enough
        (units("1.1"), units("1.1")),
        (added("第一章"), added("第一章")),
        (REMOVED, MOVED),
        (MOVED, REMOVED),
    ],
)
def test_what_the_joint_wording_touches_is_covered(joint: Placed, settled: Placed) -> None:
    assert uncovered(joint, settled) == []


@pytest.mark.parametrize(
    ("joint", "settled", "place"),
    [
        (text("1.1", 4, 6), text("1.1", 7, 8), "1.1"),
        (text("1.1", 4, 6), text("1.2", 4, 6), "1.2"),
        (text("1.1", 4, 6), text("1.1", 4, 6, "heading"), "1.1"),
        (text("1.1", 4, 6), units("1.1"), "1.1"),
        (units("1.1"), text("1.1", 4, 6), "1.1"),
        (added("第一章"), added("第二章"), "第二章"),
        (text("1.1", 4, 6), REMOVED, "1.1"),
        (text("1.1", 4, 6), MOVED, "1.1"),
    ],
)
def test_what_it_does_not_touch_is_named(joint: Placed, settled: Placed, place: str) -> None:
    assert uncovered(joint, settled) == [place]
