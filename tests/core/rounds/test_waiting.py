"""What is adopted and not in the text yet, in a round that is open."""

from plancli.core.comments.edits import Delete, Replace
from plancli.core.rounds.waiting import waiting
from tests.core.ferry import applied, comment, round_of

NIGHT = Delete(delete="夜间停航。")
SIXTY, NINETY = (Replace(replace="60件", wording=words) for words in ("80件", "90件"))


def test_an_adopted_comment_waits_until_it_is_in_the_text() -> None:
    one = comment("水运站-01", NIGHT)
    assert [standing.comment.id for standing in waiting(round_of(one))] == ["水运站-01"]
    assert waiting(applied(one)) == []


def test_what_is_not_decided_does_not_wait() -> None:
    assert waiting(round_of(comment("水运站-01", NIGHT, status="待定"))) == []
    found = waiting(
        round_of(comment("水运站-01", NIGHT, status="待定"), comment("安监站-01", NIGHT))
    )
    assert [standing.comment.id for standing in found] == ["安监站-01"]


def test_what_is_adopted_otherwise_now_waits_again() -> None:
    before = applied(comment("水运站-01", SIXTY))
    after = round_of(
        comment("水运站-01", SIXTY, adopted=(NINETY,)),
        plan=before.workspace.plan,
        recorded=before.workspace.recorded,
    )
    assert [standing.comment.id for standing in waiting(after)] == ["水运站-01"]


def test_a_comment_that_cannot_be_merged_waits_too() -> None:
    assert len(waiting(round_of(comment("水运站-01", Delete(delete="索道"))))) == 1
