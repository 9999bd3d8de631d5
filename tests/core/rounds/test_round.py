"""One round of comments: what is due, who answers whom, where they meet."""

from plancli.core.comments.edits import ChangeUnits, Delete, Remove, Replace
from plancli.core.finding import Subject
from plancli.core.merge.meeting import Level
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.conflicts import conflicts
from plancli.core.rounds.round import newest_with
from plancli.core.rounds.settlements import patch_of
from tests.core.ferry import applied, comment, of_closed, round_of

NIGHT = Delete(delete="夜间停航。")
SIXTY, NINETY = (Replace(replace="60件", wording=words) for words in ("80件", "90件"))


def test_comments_that_name_no_draft_belong_to_the_open_round() -> None:
    comments = (
        comment("水运站-01", NIGHT),
        comment("水运站-02", NIGHT, draft="征求意见稿"),
        comment("水运站-03", NIGHT, draft="送审稿"),
    )
    assert list(round_of(*comments).current) == ["水运站-01", "水运站-02"]
    assert list(of_closed(*comments).current) == ["水运站-02"]
    assert (round_of(*comments).closed, of_closed(*comments).closed) == (False, True)


def test_a_paragraph_stands_in_the_file_of_its_section_or_of_the_later_draft() -> None:
    spots = round_of().plan.spots
    assert round_of().subject(spots["2.1"]) == (Subject("section", "第二章"), ())
    assert of_closed().subject(spots["2.1"]) == (Subject("draft", "送审稿"), ("sections", 1))
    assert of_closed().subject(spots["1.1"]) == (Subject("draft", "送审稿"), ("sections", 0))


def test_what_is_recorded_as_it_is_due_is_the_very_value_in_the_record() -> None:
    one, other = comment("水运站-01", NIGHT), comment("水运站-02", SIXTY)
    before = patch_of(one), patch_of(comment("水运站-02", NINETY))
    recorded = dict(zip(("水运站-01", "水运站-02"), before, strict=True))
    due = round_of(one, other, recorded=recorded).due
    assert due["水运站-01"] is recorded["水运站-01"]
    assert due["水运站-02"] == patch_of(other) != recorded["水运站-02"]


def test_who_is_answered_by_another() -> None:
    comments = (
        comment("水运站-01", SIXTY),
        comment("安监站-01", status="合并", into="水运站-01"),
        comment("林业站-01", NINETY),
        comment("林业站-02", Replace(replace="60件", wording="85件"), settles=("林业站-01",)),
        comment("林业站-03", NIGHT, status="不采纳"),
    )
    round_ = round_of(*comments)
    assert round_.answered == {"水运站-01": ["安监站-01"], "林业站-02": ["林业站-01"]}
    assert [one.id for one in round_.answers(round_.comments["林业站-01"])] == ["林业站-02"]


def levels(*comments: object) -> list[tuple[Level, tuple[str, ...]]]:
    found = conflicts(round_of(*comments))  # type: ignore[arg-type]
    return [(meeting.level, meeting.authors) for meeting in found.meetings]


def test_where_units_meet() -> None:
    one, other = comment("水运站-01", SIXTY), comment("安监站-01", NINETY)
    assert levels(one, other) == [(Level.HARD, ("水运站-01", "安监站-01"))]
    assert conflicts(round_of(one, other)).unsettled
    # what one unit does twice is its own affair
    again = comment("水运站-02", Replace(replace="添置", wording="购置"))
    assert levels(one, again) == []
    assert levels(one, comment("安监站-02", Replace(replace="添置", wording="购置"))) == [
        (Level.SOFT, ("水运站-01", "安监站-02"))
    ]
    assert levels(one, comment("安监站-03", SIXTY)) == [(Level.SAME, ("水运站-01", "安监站-03"))]
    assert not conflicts(round_of(one, comment("安监站-03", SIXTY))).unsettled


def test_a_settled_conflict_is_kept_in_view() -> None:
    joint = comment(
        "林业站-01", Replace(replace="60件", wording="85件"), settles=("水运站-01", "安监站-01")
    )
    found = conflicts(round_of(comment("水运站-01", SIXTY), comment("安监站-01", NINETY), joint))
    assert not found.unsettled
    assert [(one.joint.id, one.settled) for one in found.settled] == [
        ("林业站-01", ("安监站-01", "水运站-01"))
    ]


def agreed(*edits: object, other: tuple[object, ...]) -> bool:
    """Whether all that one comment asks for was asked for by another too."""
    comments = comment("水运站-01", *edits), comment("安监站-01", *other)  # type: ignore[arg-type]
    return "水运站-01" in round_of(*comments).trial.composed.agreed


def test_who_asks_only_for_what_others_ask_for_agrees() -> None:
    units, gone = ChangeUnits(units="1.1", add=("林业站",)), Remove(remove="2.1")
    for one in (SIXTY, units, gone):
        assert agreed(one, other=(one,))
        assert not agreed(one, other=(NIGHT,))
        assert not agreed(one, Replace(replace="2座", wording="3座"), other=(one,))
    assert agreed(SIXTY, units, gone, other=(gone, units, SIXTY))
    assert not agreed(SIXTY, units, gone, other=(gone, SIXTY))
    assert agreed(SIXTY, other=(SIXTY, NIGHT))
    assert not agreed(other=())


def test_words_that_the_office_took_out_are_lost_until_they_are_decided_anew() -> None:
    one = comment("水运站-01", SIXTY)
    lost = {"水运站-01": patch_of(one)}
    assert round_of(one, recorded=lost).trial.outcomes == {"水运站-01": Outcome.LOST}
    anew = comment("水运站-01", SIXTY, adopted=(NINETY,))
    assert round_of(anew, recorded=lost).trial.outcomes != {"水运站-01": Outcome.LOST}
    assert applied(one).trial.outcomes == {"水运站-01": Outcome.APPLIED}


def test_nothing_is_left_where_all_is_in_the_text() -> None:
    done = applied(comment("水运站-01", SIXTY), comment("安监站-01", NIGHT, status="撤回"))
    assert (done.left, done.office_changes) == ([], [])
    assert [one.comment.id for one in round_of(comment("水运站-01", SIXTY)).left] == ["水运站-01"]


def test_what_is_recorded_stays_though_its_words_have_no_place() -> None:
    nowhere = comment("水运站-01", Delete(delete="索道"))
    new = round_of(nowhere).trial
    assert (new.record, new.outcomes) == ({}, {"水运站-01": Outcome.NOT_FOUND})
    recorded = {"水运站-01": patch_of(nowhere)}
    assert round_of(nowhere, recorded=recorded).trial.record == recorded
    # what was decided anew and has no place leaves the record as it is
    before = {"水运站-01": patch_of(comment("水运站-01", SIXTY))}
    anew = round_of(nowhere, recorded=before).trial
    assert (anew.record, anew.outcomes) == (before, {"水运站-01": Outcome.NOT_FOUND})


def test_the_newest_round_with_a_comment_of_each_group() -> None:
    early = of_closed(
        *(comment(name, NIGHT, draft="征求意见稿") for name in ("水运站-01", "安监站-01"))
    )
    late = round_of(comment("水运站-02", NIGHT))
    rounds = [early, late]
    assert newest_with(rounds, [["水运站-01", "水运站-02"]]) is late
    assert newest_with(rounds, [["水运站-01", "水运站-02"], ["安监站-01"]]) is early
    assert newest_with(rounds, [["水运站-02"], ["安监站-01"]]) is None
    assert newest_with(rounds, []) is late
