"""What may be said of a comment: adopted is only what the text proves."""

from datetime import date

import pytest

from plancli.core.comments.approval import approved_at, covered_digest
from plancli.core.comments.comment import Approval, Comment, Passage
from plancli.core.comments.edits import Delete, Edit, Replace
from plancli.core.comments.status import Share, Status
from plancli.core.plan.model import Paragraph, Section
from plancli.core.publish.claims import PROVED, Cause, Claim, Claims, claims
from plancli.core.rounds.round import Round
from tests.core.ferry import SECTIONS, applied, comment, manifest, of_closed, round_of

NIGHT = Delete(delete="夜间停航。")
EIGHTY, NINETY = (Replace(replace="60件", wording=words) for words in ("80件", "90件"))
NOWHERE = Delete(delete="索道")


def lacking(*comments: Comment) -> dict[str, Cause]:
    """Return what the text lacks of comments none of which is merged."""
    return dict(claims(round_of(*comments)).causes)


def test_what_is_in_the_text_is_proved() -> None:
    found = claims(applied(comment("水运站-01", NIGHT), comment("安监站-01", EIGHTY)))
    assert found.proved
    assert found.of("水运站-01", Status.ADOPTED) == Claim(Status.ADOPTED)


@pytest.mark.parametrize(
    ("edits", "cause"), [(NIGHT, Cause.WAITING), (NOWHERE, Cause.NO_PLACE)], ids=str
)
def test_what_is_not_in_the_text_is_intended(edits: Edit, cause: Cause) -> None:
    found = claims(round_of(comment("水运站-01", edits)))
    assert found.causes == {"水运站-01": cause}
    claim = found.of("水运站-01", Status.ADOPTED)
    assert (claim.proved, claim.share) == (False, Share.OPEN)


@pytest.mark.parametrize("status", [one for one in Status if not one.meaning.adopted])
def test_what_claims_nothing_of_the_text_needs_no_proof(status: Status) -> None:
    assert claims(round_of(comment("水运站-01", NIGHT, status=str(status)))).proved


def test_comments_in_conflict_are_settled_together() -> None:
    found = claims(round_of(comment("水运站-01", EIGHTY), comment("安监站-01", NINETY)))
    assert found.open == {Cause.CONFLICT: ["水运站-01", "安监站-01"]}
    assert found.meets["水运站-01"] == ("安监站-01",)


def test_a_comment_in_conflict_with_itself_meets_nobody() -> None:
    assert lacking(comment("水运站-01", EIGHTY, NINETY)) == {"水运站-01": Cause.CLASH}


def test_what_its_joint_wording_leaves_out_is_not_said_as_done() -> None:
    settled = comment("安监站-01", NINETY, NIGHT)
    joint = comment("水运站-01", EIGHTY, settles=("安监站-01",))
    found = claims(applied(joint, settled))
    assert found.gaps == {"安监站-01": ("安监站-01",)}
    assert found.causes == {"安监站-01": Cause.UNCOVERED}


def without(round_: Round, words: str, instead: str = "") -> Round:
    """Return the round after the office has changed words of the plan."""
    changed: list[Section] = []
    for section in round_.workspace.plan:
        body = tuple(
            part.model_copy(update={"text": part.text.replace(words, instead)})
            if isinstance(part, Paragraph)
            else part
            for part in section.body
        )
        changed.append(section.model_copy(update={"body": body}))
    return round_of(
        *round_.comments.values(), plan=tuple(changed), recorded=round_.workspace.recorded
    )


def test_what_the_office_has_taken_out_again_is_lost() -> None:
    found = claims(without(applied(comment("水运站-01", EIGHTY)), "80件", "60件"))
    assert found.causes == {"水运站-01": Cause.LOST}


def test_what_is_lost_is_seen_beside_what_still_waits() -> None:
    before = without(applied(comment("水运站-01", EIGHTY)), "80件", "60件")
    both = (*before.comments.values(), comment("安监站-01", NIGHT))
    after = round_of(*both, plan=before.workspace.plan, recorded=before.workspace.recorded)
    assert claims(after).causes == {"水运站-01": Cause.LOST, "安监站-01": Cause.WAITING}


def test_what_the_office_changed_elsewhere_is_no_matter() -> None:
    assert claims(without(applied(comment("水运站-01", EIGHTY)), "东岸", "西岸")).proved


def test_what_was_adopted_otherwise_is_no_longer_in_the_text() -> None:
    before = applied(comment("水运站-01", EIGHTY))
    now = comment("水运站-01", EIGHTY, adopted=(NINETY,))
    after = round_of(now, plan=before.workspace.plan, recorded=before.workspace.recorded)
    assert claims(after).causes == {"水运站-01": Cause.WAITING}


def test_a_joined_comment_is_in_the_text_when_the_other_one_is() -> None:
    joined = comment("安监站-01", status="合并", into="水运站-01")
    other = comment("水运站-01", EIGHTY)
    assert claims(applied(other, joined)).proved
    found = claims(round_of(other, joined))
    assert found.gaps == {"水运站-01": ("水运站-01",), "安监站-01": ("水运站-01",)}
    # there is one thing to do, for both
    assert found.open == {Cause.WAITING: ["水运站-01"]}


def test_what_a_joint_wording_settles_is_in_the_text_when_that_is() -> None:
    settled = comment("安监站-01", NINETY)
    joint = comment("水运站-01", EIGHTY, settles=("安监站-01",))
    assert claims(applied(joint, settled)).proved
    assert set(claims(round_of(joint, settled)).gaps) == {"安监站-01", "水运站-01"}


COMPOUND = {
    "id": "林业站-01",
    "unit": "林业站",
    "opinion": "两点。",
    "items": [
        {"opinion": "一", "edits": [{"delete": "夜间停航。"}], "decision": {"status": "采纳"}},
        {"opinion": "二", "decision": {"status": "不采纳", "reason": "无据。"}},
    ],
}


def test_a_compound_comment_lacks_what_its_points_lack_and_counts_once() -> None:
    whole = Comment.model_validate(COMPOUND)
    found = claims(round_of(whole))
    assert set(found.gaps) == {"林业站-01", "林业站-01.1"}
    assert list(found.comments) == ["林业站-01"]
    assert claims(applied(whole)).proved


@pytest.mark.parametrize(
    ("status", "passages", "proved"),
    [
        ("已体现", ("汛期每日巡查",), True),
        ("已体现", ("汛期每周巡查",), False),
        ("已体现", (), False),
        ("采纳", ("木船3艘",), True),
        ("采纳", (), False),
        ("部分采纳", ("木船5艘",), False),
    ],
)
def test_a_passage_that_is_named_stands_in_the_plan(
    status: str, passages: tuple[str, ...], proved: bool
) -> None:
    already = tuple(Passage(quote=words) for words in passages)
    assert (lacking(comment("水运站-01", status=status, already=already)) == {}) is proved


def test_words_that_stand_twice_do_stand() -> None:
    twice = Section(key="第三章", title="附", body=(Paragraph(id="3.1", text="木船3艘。"),))
    already = (Passage(quote="木船3艘"),)
    one = comment("水运站-01", status="已体现", already=already)
    assert claims(round_of(one, sections=(*SECTIONS, twice))).proved


def test_what_a_closed_round_has_left_is_to_be_carried_over() -> None:
    one = comment("水运站-01", NIGHT, draft="征求意见稿")
    two = comment("安监站-01", NOWHERE, draft="征求意见稿")
    assert claims(of_closed(one, two)).open == {Cause.LEFT: ["水运站-01", "安监站-01"]}


def test_what_concerns_some_comments_is_told_alone() -> None:
    found = claims(round_of(comment("水运站-01", NIGHT), comment("安监站-01", NOWHERE)))
    own = found.about(["安监站-01", "林业站-09"])
    assert (set(own.gaps), own.open) == ({"安监站-01"}, {Cause.NO_PLACE: ["安监站-01"]})
    assert found.about([]).proved
    assert Claims() == PROVED


# --- signed off ---------------------------------------------------------------------------------------------

LEVELS = ("科", "局")


def approved(one: Comment, *levels: str) -> Comment:
    """Return a comment whose decision is approved at levels."""
    for level in levels:
        found = approved_at(one, level, LEVELS, by="方工", on="2026-05-06")
        decision = one.decision.model_copy(update={"approved": found})
        one = one.model_copy(update={"decision": decision})
    return one


def unapproved(*comments: Comment) -> Claims:
    """Return what is lacking where the plan requires two levels."""
    return claims(round_of(*comments, roster=manifest(approval=LEVELS)))


@pytest.mark.parametrize("status", list(Status))
def test_every_decision_of_the_office_is_approved_or_only_intended(status: Status) -> None:
    one = comment("林业站-01", status=str(status))
    decided = status not in (Status.PENDING, Status.WITHDRAWN)
    assert ("林业站-01" in unapproved(one).gaps) is decided
    if not status.meaning.adopted:
        assert unapproved(approved(one, *LEVELS)).proved


def test_all_levels_are_needed_and_what_was_changed_since_is_told_apart() -> None:
    declined = comment("林业站-01", status="不采纳")
    changed = approved(comment("林业站-02", status="不采纳"), *LEVELS)
    reworded = changed.decision.model_copy(update={"reason": "另有安排。"})
    found = unapproved(approved(declined, "科"), changed.model_copy(update={"decision": reworded}))
    assert found.causes == {"林业站-01": Cause.UNAPPROVED, "林业站-02": Cause.STALE}
    assert found.lacks_approval
    assert found.of("林业站-01", Status.REJECTED).share is Share.OPEN


def test_a_plan_that_requires_nothing_asks_for_no_approval() -> None:
    found = claims(round_of(comment("林业站-01", status="不采纳")))
    assert (found.proved, found.lacks_approval) == (True, False)


def test_what_the_text_lacks_is_told_before_the_approval() -> None:
    assert unapproved(comment("水运站-01", NIGHT)).causes == {"水运站-01": Cause.WAITING}


def test_a_comment_that_another_answers_waits_for_both() -> None:
    answer = comment("水运站-01", status="不采纳")
    joined = approved(comment("安监站-01", status="合并", into="水运站-01"), *LEVELS)
    assert unapproved(answer, joined).gaps == {
        "水运站-01": ("水运站-01",),
        "安监站-01": ("水运站-01",),
    }
    assert unapproved(approved(answer, *LEVELS), joined).proved


# --- days on which nobody can have signed, and levels that went ---------------------------------------------


def signed(one: Comment, *approvals: tuple[str, str]) -> Comment:
    """Return a comment that is approved at levels on days."""
    digest = covered_digest(one)
    given = tuple(Approval(level=level, by="方工", on=on, digest=digest) for level, on in approvals)
    decision = one.decision.model_copy(update={"approved": given})
    return one.model_copy(update={"decision": decision})


@pytest.mark.parametrize(
    ("section", "bureau", "holds"),
    [
        ("2026-05-06", "2026-05-07", True),
        ("2026-05-06", "2026-05-08", False),
        ("2026-05-07", "2026-05-06", False),
        ("2026-04-01", "2026-05-07", False),
    ],
    ids=["as it is", "still to come", "above before below", "before it came in"],
)
def test_what_cannot_have_been_signed_then_is_published_as_intended(
    section: str, bureau: str, holds: bool
) -> None:
    one = comment("林业站-01", status="不采纳").model_copy(update={"received": "2026-05-01"})
    round_ = round_of(
        signed(one, ("科", section), ("局", bureau)), roster=manifest(approval=LEVELS)
    )
    round_.today = date(2026, 5, 7)
    assert claims(round_).proved is holds


def test_a_level_that_the_draft_knew_is_required_though_the_plan_dropped_it() -> None:
    one = approved(comment("林业站-01", status="不采纳"), "科")
    round_ = round_of(one, roster=manifest(approval=("科",)))
    assert claims(round_).proved
    round_.draft = round_.draft.model_copy(update={"approval": LEVELS})
    assert round_.levels == LEVELS
    assert claims(round_).causes == {"林业站-01": Cause.UNAPPROVED}
    round_.manifest = round_.manifest.model_copy(update={"approval": ("办", "局", "科")})
    assert list(round_.levels) == ["办", "局", "科"]
