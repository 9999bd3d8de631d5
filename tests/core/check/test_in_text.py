"""What is adopted and cannot be merged: named by what stands in its way, and once."""

from plancli.core.comments.edits import Replace
from plancli.core.rounds.settlements import patch_of
from tests.core.ferry import comment, of_closed, round_of, told

DRAFT = "征求意见稿"
THREE, FOUR = (Replace(replace="码头2座", wording=words) for words in ("码头3座", "码头4座"))


def test_a_conflict_is_settled_in_an_open_round() -> None:
    one, other = (
        comment(name, edit, draft=DRAFT)
        for name, edit in (("水运站-01", THREE), ("安监站-01", FOUR))
    )
    assert [found["id"] for found in told("P403", round_of(one, other))] == [
        "水运站-01",
        "安监站-01",
    ]


def test_what_a_closed_round_left_out_is_carried_over_before_its_conflicts_are_asked() -> None:
    one, other = (
        comment(name, edit, draft=DRAFT)
        for name, edit in (("水运站-01", THREE), ("安监站-01", FOUR))
    )
    left = of_closed(one, other)
    assert told("P403", left) == []
    assert [found["id"] for found in told("P413", left)] == ["水运站-01", "安监站-01"]
    taken = of_closed(one, other, recorded={one.id: patch_of(one)})
    assert [found["id"] for found in told("P413", taken)] == ["安监站-01"]
