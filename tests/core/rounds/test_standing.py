"""How far each comment has come."""

import pytest

from plancli.core.comments.comment import Comment, Item
from plancli.core.comments.edits import Delete, Replace
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.round import Round
from plancli.core.rounds.standing import OPEN, Standing, State, standings, whole_states
from tests.core.ferry import applied, comment, round_of

NIGHT = Delete(delete="夜间停航。")
SIXTY, NINETY = (Replace(replace="60件", wording=words) for words in ("80件", "90件"))


def states(round_: Round) -> dict[str, State]:
    found = standings(round_.current, round_.workspace, round_.trial)
    return {standing.comment.id: standing.state for standing in found}


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (comment("水运站-01", NIGHT, status="待定"), State.PENDING),
        (comment("水运站-01", NIGHT), State.WAITING),
        (comment("水运站-01", status="已体现"), State.NO_CHANGE),
        (comment("水运站-01"), State.NO_CHANGE),
        (comment("水运站-01", NIGHT, status="不采纳"), State.CLOSED),
        (comment("水运站-01", NIGHT, status="撤回"), State.CLOSED),
        (comment("水运站-01", Delete(delete="索道")), State.BLOCKED),
        (comment("水运站-01", Delete(delete="0件"), Delete(delete="6")), State.BLOCKED),
    ],
)
def test_a_comment_alone(one: Comment, state: State) -> None:
    round_ = round_of(one)
    assert states(round_) == {"水运站-01": state}
    assert bool(round_.left) is (state in OPEN)


def test_what_is_recorded_as_it_is_due_is_in_the_text() -> None:
    assert states(applied(comment("水运站-01", NIGHT))) == {"水运站-01": State.IN_TEXT}


def test_what_is_decided_anew_waits_again() -> None:
    before = applied(comment("水运站-01", SIXTY))
    after = round_of(
        comment("水运站-01", SIXTY, adopted=(NINETY,)),
        plan=before.workspace.plan,
        recorded=before.workspace.recorded,
    )
    assert states(after) == {"水运站-01": State.WAITING}


def test_two_that_ask_for_the_same_are_both_in_the_text() -> None:
    round_ = applied(comment("水运站-01", NIGHT), comment("安监站-01", NIGHT))
    found = standings(round_.current, round_.workspace, round_.trial)
    assert [(s.state, s.outcome) for s in found] == [(State.IN_TEXT, Outcome.AGREED)] * 2
    assert round_.left == []


def test_a_conflict_blocks_both_and_a_joint_wording_settles_them() -> None:
    sides = (comment("水运站-01", SIXTY), comment("安监站-01", NINETY))
    assert set(states(round_of(*sides)).values()) == {State.CONFLICT}
    joint = comment(
        "林业站-01",
        Replace(replace="60件", wording="85件"),
        settles=("水运站-01", "安监站-01"),
    )
    assert states(round_of(*sides, joint)) == {
        "水运站-01": State.SETTLED,
        "安监站-01": State.SETTLED,
        "林业站-01": State.WAITING,
    }


def test_what_is_joined_stands_as_that_was_decided() -> None:
    refused = comment("水运站-01", NIGHT, status="不采纳")
    open_ = comment("水运站-02", NIGHT, status="待定")
    to_refused = comment("安监站-01", status="合并", into="水运站-01")
    to_open = comment("安监站-02", status="合并", into="水运站-02")
    found = states(round_of(refused, open_, to_refused, to_open))
    assert (found["安监站-01"], found["安监站-02"]) == (State.CLOSED, State.PENDING)


def test_a_pending_comment_is_pending_though_another_settles_it() -> None:
    pending = comment("水运站-01", SIXTY, status="待定")
    joint = comment("林业站-01", NINETY, settles=("水运站-01",))
    assert states(round_of(pending, joint))["水运站-01"] is State.PENDING


FIRST_THINGS = ["pending", "in-conflict", "blocked", "waiting", "in-text", "no-change"]
FIRST_THINGS += ["settled", "closed"]


@pytest.mark.parametrize(
    ("ahead", "behind"), list(zip(FIRST_THINGS[1:], FIRST_THINGS[:-1], strict=True))
)
def test_a_compound_comment_stands_where_its_hindmost_point_stands(ahead: str, behind: str) -> None:
    whole = Comment(
        id="水运站-01",
        unit="水运站",
        opinion="两点。",
        items=(Item(opinion="一"), Item(opinion="二")),
    )
    one, other = whole.parts
    for points in ((one, other), (other, one)):
        found = [
            Standing(point, State(state), None)
            for point, state in zip(points, (ahead, behind), strict=True)
        ]
        assert whole_states(found) == {"水运站-01": State(behind)}


def test_simple_comments_stand_for_themselves() -> None:
    one, other = comment("水运站-01"), comment("水运站-02")
    found = [Standing(one, State.CLOSED, None), Standing(other, State.PENDING, None)]
    assert whole_states(found) == {"水运站-01": State.CLOSED, "水运站-02": State.PENDING}
