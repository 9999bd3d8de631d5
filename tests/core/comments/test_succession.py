"""What of a decision still holds when another status takes its place."""

import pytest

from plancli.core.comments.comment import Decision, Passage
from plancli.core.comments.edits import Delete
from plancli.core.comments.status import Status
from plancli.core.comments.succession import outdated

ALL = ["reply", "reason", "edits", "already", "settles", "into"]


def full(status: Status) -> Decision:
    return Decision(
        status=status,
        reply="已修改。",
        reason="经费不足。",
        edits=(Delete(delete="夜间停航。"),),
        already=(Passage(quote="每日巡查"),),
        settles=("林业站-01",),
        into="林业站-02",
    )


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        (Status.REJECTED, Status.ADOPTED, ALL),
        (Status.ADOPTED, Status.REJECTED, ALL),
        (Status.ADOPTED, Status.PENDING, ALL),
        (Status.PARTLY, Status.ADOPTED, ALL),
        (Status.MODIFIED, Status.ADOPTED, ALL),
        (Status.REJECTED, Status.NOTED, ALL),
        (Status.JOINED, Status.ADOPTED, ALL),
        (Status.ADOPTED, Status.PARTLY, ["reason", "into"]),
        (Status.ADOPTED, Status.MODIFIED, ["reason", "into"]),
        (Status.PARTLY, Status.MODIFIED, ["reason", "into"]),
        (Status.MODIFIED, Status.PARTLY, ["reason", "into"]),
        (Status.PENDING, Status.ADOPTED, []),
        (Status.PENDING, Status.REJECTED, []),
        (Status.ADOPTED, Status.ADOPTED, []),
    ],
)
def test_what_belonged_to_the_old_status_goes(
    before: Status, after: Status, gone: list[str]
) -> None:
    assert outdated(full(before), after) == gone


def test_what_is_not_there_does_not_go() -> None:
    assert outdated(Decision(status=Status.ADOPTED, reply="已修改。"), Status.REJECTED) == ["reply"]
