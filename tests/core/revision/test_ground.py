"""Two branches are joined only on common ground: one draft, one round, records of the same."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Replace
from plancli.core.comments.record import Patch, Record, RecordedRound
from plancli.core.plan.model import Paragraph, Section
from plancli.core.revision.ground import (
    Overtaken,
    PlanState,
    common_workspace,
    join_records,
    overtaken,
)
from plancli.core.revision.three import Three


def section(text: str) -> tuple[Section, ...]:
    return (Section(key="第一章", title="渔港", body=(Paragraph(id="1.1", text=text),)),)


def patch(new: str) -> Patch:
    return Patch.of(Cited(), (Replace(replace="三座", wording=new),))


STATE = PlanState("初稿", section("码头三座。"), section("码头三座。"), Record(draft="初稿"))
CLOSED = (RecordedRound(draft="更早的稿"),)


def test_one_draft_and_one_round_are_common_ground() -> None:
    theirs = STATE._replace(plan=section("码头三座,灯塔一座。"))
    ours = STATE._replace(
        plan=section("渔港码头三座。"), record=Record(comments={"甲-01": patch("四座")})
    )
    workspace = common_workspace(Three(STATE, ours, theirs), ["甲-01"])
    assert workspace is not None
    assert (workspace.plan, list(workspace.recorded)) == (ours.plan, ["甲-01"])


@pytest.mark.parametrize("side", [0, 1, 2])
@pytest.mark.parametrize(
    "other",
    [
        STATE._replace(name=None),
        STATE._replace(name="二稿", record=Record()),
        STATE._replace(draft=section("码头四座。")),
        STATE._replace(record=Record(draft="二稿")),
        STATE._replace(record=Record(draft="初稿", earlier=CLOSED)),
    ],
)
def test_a_side_that_stands_elsewhere_has_nothing_in_common(other: PlanState, side: int) -> None:
    states = [STATE] * 3
    states[side] = other
    assert common_workspace(Three(*states), []) is None


def test_a_record_without_a_draft_is_of_the_plans_own() -> None:
    bare = STATE._replace(record=Record())
    assert common_workspace(Three(bare, STATE, bare), []) is not None


# --- records ----------------------------------------------------------------------------------------------


def record(**comments: Patch) -> Record:
    return Record(draft="初稿", comments=comments)


def test_what_either_branch_recorded_is_in_both() -> None:
    joined = join_records(Three(record(), record(甲=patch("四座")), record(乙=patch("五座"))))
    assert joined is not None
    assert joined.ours == joined.theirs
    assert set(joined.ours.comments) == {"甲", "乙"}
    assert joined.disputed == []


def test_what_both_changed_is_disputed_and_each_keeps_its_own() -> None:
    joined = join_records(
        Three(record(甲=patch("四座")), record(甲=patch("五座")), record(甲=patch("六座")))
    )
    assert joined is not None
    assert joined.disputed == ["甲"]
    assert joined.ours.comments == {"甲": patch("五座")}
    assert joined.theirs.comments == {"甲": patch("六座")}


@pytest.mark.parametrize("silent", [None, Record()])
def test_a_record_that_says_nothing_is_of_any_round(silent: Record | None) -> None:
    told = record(甲=patch("四座"))
    joined = join_records(Three(silent, silent, told))
    assert joined is not None
    assert joined.ours.draft == joined.theirs.draft == "初稿"


def test_nothing_at_all_is_an_empty_record() -> None:
    joined = join_records(Three(None, None, None))
    assert joined is not None
    assert (joined.ours, joined.theirs) == (Record(), Record())


@pytest.mark.parametrize(
    "other",
    [
        Record(draft="二稿", comments={"乙": patch("五座")}),
        Record(draft="初稿", comments={"乙": patch("五座")}, earlier=CLOSED),
        Record(draft="初稿", earlier=CLOSED),
    ],
)
def test_records_of_different_rounds_are_not_joined(other: Record) -> None:
    assert join_records(Three(record(), record(甲=patch("四座")), other)) is None


def test_one_branch_ends_the_round_while_the_other_merges() -> None:
    patches = {name: Patch(edits=()) for name in ("甲-01", "乙-01")}
    first = {"甲-01": patches["甲-01"]}
    base = Record(draft="初稿", comments=first)
    ahead = Record(draft="二稿", earlier=(RecordedRound(draft="初稿", comments=first),))
    behind = Record(draft="初稿", comments=patches)
    expected = Overtaken(ahead, "二稿", ["乙-01"])
    assert overtaken(Three(base, ahead, behind)) == expected
    assert overtaken(Three(base, behind, ahead)) == expected
    assert overtaken(Three(base, ahead, base)) == Overtaken(ahead, "二稿", [])
    # both ended it, neither did, or the history before is another one
    assert overtaken(Three(base, ahead, ahead)) is None
    assert overtaken(Three(base, behind, base)) is None
    assert overtaken(Three(base, ahead, behind.model_copy(update={"draft": "三稿"}))) is None
    assert overtaken(Three(None, ahead, None)) is None
