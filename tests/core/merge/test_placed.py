"""What a comment with its places says of itself."""

from plancli.core.finding import Code, Finding, Path, Subject
from plancli.core.locate.anchors import Refusal, Why
from plancli.core.merge.placed import Evidence, Placed, together, unplaced
from plancli.core.merge.units import UnitsChange
from plancli.core.merge.wanted import Removal
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline

DRAFT = Outline(
    [
        Section(
            key="第一章",
            title="目标",
            body=(Paragraph(id="1.1", text="加强管理。", units=("甲局", "乙局")),),
        )
    ]
)


def refused(*reasons: Why, path: Path = ("edits", 0, "replace")) -> Placed:
    return Placed(
        "甲-1", evidence=tuple(Evidence(path, "词", Refusal("词", why)) for why in reasons)
    )


def test_the_reason_that_is_mended_soonest_is_told() -> None:
    assert unplaced(refused(Why.NOT_FOUND, Why.TORN, Why.NEGATED, Why.AMBIGUOUS)) is Why.AMBIGUOUS
    assert unplaced(refused(Why.NOT_FOUND, Why.TORN, Why.NEGATED)) is Why.NEGATED
    assert unplaced(refused(Why.NOT_FOUND, Why.TORN)) is Why.TORN
    assert unplaced(Placed("甲-1")) is None


def test_a_citation_only_narrows() -> None:
    path = ("at", "original")
    finding = Finding(Code.UNKNOWN_SECTION, {}, Subject("comment", "甲-1"), path)
    placed = refused(Why.NOT_FOUND, path=path)._replace(findings=(finding,))
    assert unplaced(placed) is None
    assert placed.obstacles == []
    assert placed._replace(findings=(finding._replace(path=("edits", 0)),)).obstacles


def test_a_list_of_units_that_is_there_already_changes_nothing() -> None:
    same = UnitsChange("1.1", "甲-1", ("乙局",), ("丙局",))
    other = UnitsChange("1.1", "甲-1", ("乙局", "甲局"), (), ("乙局", "甲局"))
    assert not Placed("甲-1", units=(same,)).changes(DRAFT)
    assert Placed("甲-1", units=(same, other)).changes(DRAFT)
    assert Placed("甲-1", removals=(Removal("1.1", "甲-1"),)).changes(DRAFT)


def test_several_comments_as_one() -> None:
    one = Placed("甲-1", units=(UnitsChange("1.1", "甲-1", ("丙局",), ()),))
    other = Placed("乙-1", removals=(Removal("1.2", "乙-1"),))
    both = together("综合", [one, other])
    assert (both.by, both.units, both.removals) == ("综合", one.units, other.removals)
    assert both.paragraphs == {"1.1", "1.2"}
    assert both.edited == {"1.1"}
