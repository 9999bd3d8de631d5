"""An approval holds for what was approved, and for nothing else."""

from typing import Any

import pytest

from plancli.core.comments.approval import (
    Levels,
    approvals_of,
    approved_at,
    approved_below,
    covered_digest,
    given_approvals,
    levels_of,
    missing_keys,
    rebound,
)
from plancli.core.comments.comment import Approval, Carried, Cited, Comment, Decision, Item
from plancli.core.comments.edits import Delete, Replace
from plancli.core.comments.status import Status
from tests.core.ferry import by_id, comment

LEVELS = ("科", "局")
SIXTY = Replace(replace="60件", wording="80件")


def approved(one: Comment, *levels: str) -> Comment:
    """Return a comment whose decision is approved at levels, one after the other."""
    for level in levels:
        found = approved_at(one, level, LEVELS, by="方工", on="2026-05-06")
        decision = one.decision.model_copy(update={"approved": found})
        one = one.model_copy(update={"decision": decision})
    return one


def holding(one: Comment) -> list[str]:
    return [approval.level for approval in approvals_of(one).holding]


def test_levels_are_reached_in_their_order() -> None:
    one = comment("水运站-01", SIXTY)
    assert approvals_of(one).lacking(LEVELS) == ["科", "局"]
    assert approvals_of(approved(one, "科")).lacking(LEVELS) == ["局"]
    assert holding(approved(one, "科", "局")) == ["科", "局"]
    # the office had approved before its section: it looks once more
    assert holding(approved(one, "局", "科")) == ["科"]


def test_an_approval_says_who_when_and_of_what() -> None:
    (approval,) = given_approvals(approved(comment("水运站-01", SIXTY), "科"))
    assert (approval.by, approval.on, len(approval.digest or "")) == ("方工", "2026-05-06", 16)
    for key in ("by", "on", "digest"):
        lacking = approval.model_copy(update={key: None})
        assert missing_keys(lacking) == [key]
        one = comment("水运站-01", SIXTY, approved=(lacking,))
        # it is of nothing, neither of this decision nor of an earlier one
        assert approvals_of(one) == ((), ())


@pytest.mark.parametrize(
    "change",
    [
        {"id": "安监站-01"},
        {"opinion": "请添置。"},
        {"units": ("水运站", "安监站")},
        {"at": Cited(section="第二章")},
        {"edits": (Delete(delete="60件"),)},
        {"carried": (Carried(draft="初稿"),)},
        {"reply": "已改。"},
        {"reason": "经费有限。"},
        {"status": "部分采纳"},
        {"settles": ("安监站-01",)},
        {"adopted": ()},
    ],
    ids=str,
)
def test_an_approval_does_not_survive_a_change_of_what_it_covers(change: dict[str, Any]) -> None:
    before = approved(comment("水运站-01", SIXTY), "科")
    values = {"approved": before.decision.approved} | change
    name = values.pop("id", "水运站-01")
    edits = values.pop("edits", (SIXTY,))
    after = comment(name, *edits, **values)
    assert holding(before) == ["科"]
    assert approvals_of(after) == ((), before.decision.approved)


def test_the_approval_of_a_point_is_also_of_the_opinion_under_which_it_is_published() -> None:
    """The row of a compound comment says the whole opinion, and behind it the answers to its points."""
    decided = Decision(status=Status.ADOPTED)
    items = tuple(Item(opinion=words, decision=decided) for words in ("添置救生衣。", "每季检查。"))
    said = "一、添置救生衣。二、每季检查。"
    whole = Comment(id="水运站-01", unit="水运站", opinion=said, items=items)
    (first, _) = whole.parts
    given = approved_at(first, "科", LEVELS, by="方工", on="2026-05-06")
    for opinion, levels in ((whole.opinion, ["科"]), ("一、添置救生衣。二、每月检查。", [])):
        point = whole.model_copy(update={"opinion": opinion}).parts[0]
        decision = point.decision.model_copy(update={"approved": given})
        assert holding(point.model_copy(update={"decision": decision})) == levels


@pytest.mark.parametrize(
    "change", [{"note": "催过"}, {"handler": "老王"}, {"topic": "救生"}, {"received": "2026-05-01"}]
)
def test_what_only_helps_the_office_is_not_covered(change: dict[str, str]) -> None:
    one = approved(comment("水运站-01", SIXTY), "科")
    assert holding(one.model_copy(update=change)) == ["科"]


def test_what_holds_nothing_goes_with_a_new_approval() -> None:
    old = Approval(level="局", by="某人", on="2026-05-05", digest="0" * 16)
    one = comment("水运站-01", SIXTY, approved=(old,))
    assert [approval.by for approval in given_approvals(approved(one, "科"))] == ["方工"]


def test_an_approval_taken_back_takes_those_above_it() -> None:
    one = approved(comment("水运站-01", SIXTY), "科", "局")
    assert approved_below(one, "科", LEVELS) == ()
    assert [left.level for left in approved_below(one, "局", LEVELS)] == ["科"]


def test_another_name_keeps_what_held_and_mends_nothing() -> None:
    before = approved(comment("水运站-01", SIXTY), "科")
    stale = Approval(level="局", by="某人", on="2026-05-05", digest="0" * 16)
    both = (*given_approvals(before), stale)
    decision = before.decision.model_copy(update={"approved": both})
    before = before.model_copy(update={"decision": decision})
    after = rebound(before, before.model_copy(update={"id": "航运站-01", "unit": "航运站"}))
    assert holding(after) == ["科"]
    assert [one.digest for one in given_approvals(after)] == [covered_digest(after), "0" * 16]


def test_every_level_says_what_waits_for_it() -> None:
    comments = by_id(
        approved(comment("水运站-01", SIXTY), "科", "局"),
        approved(comment("水运站-02", SIXTY), "科"),
        comment("水运站-03", status="不采纳"),
        comment("安监站-01", approved=given_approvals(approved(comment("水运站-04"), "局"))),
        comment("林业站-01", status="待定"),
        comment("林业站-02", status="撤回"),
    )
    assert list(levels_of(comments, LEVELS)) == [
        Levels("科", ("水运站-01", "水运站-02"), ("水运站-03", "安监站-01"), ()),
        Levels("局", ("水运站-01",), ("水运站-02",), ("安监站-01",)),
    ]
