"""Comments that point to each other."""

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import Delete
from plancli.core.comments.pointers import answering, settled_by, standing_for
from plancli.core.comments.status import Status

EDITS = (Delete(delete="渡口"),)


def comment(
    name: str, status: Status = Status.ADOPTED, part_of: str | None = None, **more: object
) -> Comment:
    decision = Decision.model_validate({"status": status, **more})
    unit = name.partition("-")[0]
    return Comment(
        id=name, unit=unit, opinion="改", part_of=part_of, edits=EDITS, decision=decision
    )


def by_id(*comments: Comment) -> dict[str, Comment]:
    return {one.id: one for one in comments}


def test_a_joint_wording_settles_what_it_names() -> None:
    joint = comment("甲站-01", settles=["乙站-01", "丙站-01"])
    assert settled_by(by_id(joint, comment("乙站-01"), comment("丙站-01"))) == {
        "乙站-01": "甲站-01",
        "丙站-01": "甲站-01",
    }


def test_what_does_not_change_the_text_settles_nothing() -> None:
    refused = comment("甲站-01", Status.REJECTED, settles=["乙站-01"])
    wordless = comment("甲站-02", edits=[], settles=["乙站-01"])
    assert settled_by(by_id(refused, wordless, comment("乙站-01"))) == {}


def test_nobody_settles_itself_and_a_circle_settles_nothing() -> None:
    comments = by_id(
        comment("甲站-01", settles=["甲站-01", "乙站-01"]),
        comment("乙站-01", settles=["甲站-01", "丙站-01"]),
    )
    assert settled_by(comments) == {"丙站-01": "乙站-01"}


def test_an_id_stands_for_a_comment_or_for_the_points_of_one() -> None:
    first, second = (comment(f"甲站-01.{at}", part_of="甲站-01") for at in (1, 2))
    other = comment("乙站-01")
    comments = by_id(first, second, other)
    assert standing_for(comments, "乙站-01") == (other,)
    assert standing_for(comments, "甲站-01") == (first, second)
    assert standing_for(comments, "甲站-01.2") == (second,)
    assert standing_for(comments, "丙站-01") == ()
    assert standing_for(comments, "") == ()


def test_a_comment_is_answered_by_what_it_was_joined_to_or_what_settles_it() -> None:
    joint = comment("甲站-01")
    joined = comment("乙站-01", Status.JOINED, into="甲站-01")
    twice = comment("丙站-01", Status.JOINED, into="乙站-01")
    lost = comment("丁站-01", Status.JOINED, into="戊站-01")
    only_named = comment("己站-01", Status.REJECTED, into="甲站-01")
    comments = by_id(joint, joined, twice, lost, only_named)
    assert answering(comments, joint, {}) == (joint,)
    assert answering(comments, joined, {}) == (joint,)
    assert answering(comments, twice, {}) == (joint,)
    assert answering(comments, lost, {}) == (lost,)
    assert answering(comments, only_named, {}) == (only_named,)
    assert answering(comments, only_named, {"己站-01": "丁站-01"}) == (lost,)


def test_points_answer_together() -> None:
    first, second = (comment(f"甲站-01.{at}", part_of="甲站-01") for at in (1, 2))
    joined = comment("乙站-01", Status.JOINED, into="甲站-01")
    comments = by_id(first, second, joined)
    assert answering(comments, joined, {}) == (first, second)


def test_who_is_joined_in_a_circle_is_answered_by_one_of_it() -> None:
    one = comment("甲站-01", Status.JOINED, into="乙站-01")
    other = comment("乙站-01", Status.JOINED, into="甲站-01")
    assert answering(by_id(one, other), one, {}) == (one,)


def test_an_item_whose_name_a_file_bears_hides_no_others() -> None:
    comments = by_id(
        comment("甲站-01.1", part_of="甲站-01"),
        comment("甲站-01.2"),  # comments/甲站/01.2.yaml
        comment("甲站-01.3", part_of="甲站-01"),
    )
    assert [one.id for one in standing_for(comments, "甲站-01")] == ["甲站-01.1", "甲站-01.3"]
