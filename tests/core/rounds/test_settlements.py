"""What belongs in the text, and what a joint wording puts in the place of others."""

import pytest

from plancli.core.comments.edits import Delete, Replace
from plancli.core.comments.record import Patch
from plancli.core.merge.meeting import Level, Meeting, Side
from plancli.core.rounds.settlements import (
    across_units,
    citing,
    due,
    patch_of,
    settlements,
    why_not_due,
    with_due,
)
from tests.core.ferry import by_id, comment, round_of

SIXTY = Replace(replace="60件", wording="80件")
NINETY = Replace(replace="60件", wording="90件")
JOINT = Replace(replace="60件", wording="85件")
NIGHT = Delete(delete="夜间停航。")

COMMENTS = by_id(
    comment("水运站-01", SIXTY),
    comment("安监站-01", NINETY),
    comment("林业站-01", JOINT, settles=("水运站-01", "安监站-01")),
    comment("林业站-02", NIGHT, status="不采纳"),
    comment("林业站-03"),
    comment("林业站-04", NIGHT, draft="送审稿"),
    comment("林业站-05", NIGHT, status="部分采纳", adopted=(SIXTY,)),
)


def test_due_is_what_is_adopted_has_edits_and_is_not_settled() -> None:
    assert due(COMMENTS) == {
        "林业站-01": Patch(edits=(JOINT,)),
        "林业站-04": Patch(edits=(NIGHT,)),
        "林业站-05": Patch(edits=(SIXTY,)),
    }


def test_comments_on_a_draft_are_those_that_name_it_and_by_default_those_that_name_none() -> None:
    own = ["水运站-01", "安监站-01", "林业站-01", "林业站-02", "林业站-03", "林业站-05"]
    assert list(citing(COMMENTS, "征求意见稿")) == own
    assert list(citing(COMMENTS, "征求意见稿", by_default=False)) == []
    assert list(citing(COMMENTS, "送审稿", by_default=False)) == ["林业站-04"]
    assert sorted(citing(COMMENTS, "送审稿")) == sorted(COMMENTS)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("水运站-01", "another comment settles it"),
        ("林业站-02", "its status is not one that merges"),
        ("林业站-03", "it has no edits"),
        ("林业站-04", "it is a comment on another draft"),
    ],
)
def test_why_a_comment_does_not_belong_in_the_text(name: str, why: str) -> None:
    assert why_not_due(COMMENTS, name, "征求意见稿") == why


def test_on_a_closed_round_a_comment_must_name_its_draft() -> None:
    assert why_not_due(COMMENTS, "林业站-03", "送审稿", by_default=False) == (
        "it is a comment on another draft"
    )


def test_what_a_wanted_joint_wording_settles_goes_out_of_the_record() -> None:
    recorded = {name: patch_of(COMMENTS[name]) for name in ("水运站-01", "安监站-01", "林业站-05")}
    joint = {"林业站-01": patch_of(COMMENTS["林业站-01"])}
    assert with_due(recorded, joint, COMMENTS) == {
        "林业站-05": recorded["林业站-05"],
        **joint,
    }


def test_a_joint_wording_that_is_not_wanted_settles_nothing_yet() -> None:
    recorded = {"水运站-01": patch_of(COMMENTS["水运站-01"])}
    wanted = {"林业站-05": patch_of(COMMENTS["林业站-05"])}
    assert with_due(recorded, wanted, COMMENTS) == {**recorded, **wanted}
    assert with_due(recorded, {}, COMMENTS) == recorded


def test_a_wanted_patch_takes_the_place_of_the_recorded_one() -> None:
    old, new = Patch(edits=(SIXTY,)), Patch(edits=(NINETY,))
    assert with_due({"林业站-05": old}, {"林业站-05": new}, COMMENTS) == {"林业站-05": new}


def test_meetings_across_units_and_every_conflict() -> None:
    def meeting(level: Level, *authors: str) -> Meeting:
        sides = tuple(Side(by, "词") for by in authors)
        return Meeting("1.1", "text", "60件", sides, level)

    inside = meeting(Level.SOFT, "林业站-01", "林业站-05")
    between = meeting(Level.SOFT, "林业站-01", "水运站-01")
    same = meeting(Level.SAME, "林业站-01", "林业站-05")
    clash = meeting(Level.HARD, "林业站-01", "林业站-05")
    with_office = meeting(Level.SOFT, "林业站-01", "编制单位")
    found = across_units(COMMENTS, [inside, between, same, clash, with_office])
    assert found == [between, clash]


def test_a_settlement_shows_who_was_settled_and_where_they_would_collide() -> None:
    (found,) = settlements(COMMENTS, round_of(*COMMENTS.values()).workspace)
    assert found.joint.id == "林业站-01"
    assert found.settled == ("安监站-01", "水运站-01")
    assert [(m.place, m.base, m.level) for m in found.meetings] == [("1.1", "60件", Level.HARD)]
    assert sorted((side.by, side.wording) for side in found.meetings[0].sides) == [
        ("安监站-01", "90件"),
        ("林业站-01", "85件"),
        ("水运站-01", "80件"),
    ]


def test_without_joint_wordings_nothing_is_settled() -> None:
    alone = by_id(comment("水运站-01", SIXTY))
    assert settlements(alone, round_of(*alone.values()).workspace) == []
