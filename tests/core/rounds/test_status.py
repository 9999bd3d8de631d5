"""How the open round stands: by comment, by unit, where comments meet."""

from plancli.core.comments.edits import Delete, Replace
from plancli.core.merge.meeting import Level
from plancli.core.rounds.conflicts import conflicts
from plancli.core.rounds.standing import State
from plancli.core.rounds.status import status
from tests.core.ferry import applied, comment, round_of

NIGHT = Delete(delete="夜间停航。")
EIGHTY, NINETY = (Replace(replace="60件", wording=words) for words in ("80件", "90件"))


def test_units_are_counted_by_what_became_of_their_comments() -> None:
    round_ = round_of(
        comment("水运站-01", NIGHT),
        comment("水运站-02", status="不采纳"),
        comment("安监站-01", EIGHTY, status="待定"),
    )
    found = status([round_])
    by_unit = {one.unit: (one.comments, one.open, one.in_text) for one in found.units}
    assert by_unit["水运站"] == (2, 1, 0)
    assert by_unit["安监站"] == (1, 1, 0)
    assert found.states[State.WAITING] == found.states[State.PENDING] == 1
    assert found.left == []


def test_a_unit_that_is_on_no_roster_comes_last() -> None:
    found = status([round_of(comment("过路人-01", NIGHT))])
    assert found.units[-1].unit == "过路人"
    assert found.units[-1].reply == ""


def test_what_is_in_the_text_is_not_open() -> None:
    (unit,) = (one for one in status([applied(comment("水运站-01", NIGHT))]).units if one.comments)
    assert (unit.open, unit.in_text) == (0, 1)


def test_two_units_that_want_different_things_are_in_conflict() -> None:
    round_ = round_of(comment("水运站-01", EIGHTY), comment("安监站-01", NINETY))
    found = conflicts(round_)
    assert [meeting.level for meeting in found.meetings] == [Level.HARD]
    assert found.unsettled
    assert status([round_]).meetings == found.meetings


def test_two_units_that_want_the_same_meet_without_conflict() -> None:
    found = conflicts(round_of(comment("水运站-01", NIGHT), comment("安监站-01", NIGHT)))
    assert [meeting.level for meeting in found.meetings] == [Level.SAME]
    assert not found.unsettled


def test_what_earlier_rounds_left_is_told() -> None:
    earlier = round_of(comment("水运站-01", NIGHT, status="待定"))
    found = status([earlier, applied(comment("安监站-01", NIGHT))])
    assert [standing.comment.id for standing in found.left] == ["水运站-01"]
