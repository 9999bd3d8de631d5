"""The ledger says who signed off at which level, point by point where that differs."""

from plancli.core.comments.approval import approved_at
from plancli.core.comments.comment import Comment
from plancli.core.publish.signatures import signatures
from plancli.core.publish.table import Row
from tests.core.ferry import comment

LEVELS = ("科", "局")


def approved(one: Comment) -> Comment:
    found = approved_at(one, "科", LEVELS, by="方工", on="2026-05-06")
    decision = one.decision.model_copy(update={"approved": found})
    return one.model_copy(update={"decision": decision})


def shown(*parts: Comment) -> list[str]:
    return signatures(Row("水运站-01", "水运站", "", "", "", "", "", parts[0], parts), LEVELS)


def test_each_level_is_a_line() -> None:
    one = comment("水运站-01.1", status="不采纳")
    assert shown(approved(one)) == ["科 方工 2026-05-06", "局 —"]
    assert shown(comment("水运站-01.1", status="待定")) == []


def test_points_are_numbered_where_they_differ() -> None:
    one, other = comment("水运站-01.1"), comment("水运站-01.2")
    assert shown(one, other) == ["科 —", "局 —"]
    assert shown(one, approved(other)) == [
        "（1）科 —",
        "（1）局 —",
        "（2）科 方工 2026-05-06",
        "（2）局 —",
    ]
