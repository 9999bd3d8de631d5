"""Which rows of the page a comment leads to: what it changed, else what it wants changed."""

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Delete, Replace
from plancli.core.evidence.redline import redline
from plancli.core.publish.review.stands import Stands
from plancli.core.rounds.round import Round
from tests.core.ferry import applied, comment, round_of

SIXTY, NIGHT = Replace(replace="60件", wording="80件"), Delete(delete="夜间停航。")


def rows(round_: Round, one: Comment) -> tuple[str, ...]:
    lines = redline(round_)
    return Stands(round_, lines, [line.key for line in lines]).rows(one)


def test_what_a_comment_changed_is_shown_wherever_it_asked_for_something_else() -> None:
    one = comment("水运站-01", SIXTY, status="修改后采纳", adopted=(NIGHT,))
    assert rows(applied(one), one) == ("1.2",)
    assert rows(round_of(one), one) == ("1.1",)


def test_what_was_declined_leads_to_what_it_wanted() -> None:
    one = comment("水运站-01", SIXTY, status="不采纳", reason="够用。")
    assert rows(applied(one), one) == ("1.1",)
