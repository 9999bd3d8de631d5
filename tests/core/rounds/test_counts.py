"""What is counted, once and in one place."""

import itertools

import pytest

from plancli.core.comments.comment import Comment, Decision
from plancli.core.comments.edits import Delete
from plancli.core.comments.status import Status
from plancli.core.plan.day import day
from plancli.core.plan.manifest import Manifest, Reply, Unit, UnitKind
from plancli.core.rounds.borne_out import InText
from plancli.core.rounds.counts import (
    Counts,
    count,
    final_status,
    percent,
    rolled_up,
    share_of,
    standings_of_units,
)


def comment(name: str, status: Status = Status.ADOPTED, **more: object) -> Comment:
    decision = Decision(status=status, into=more.pop("into", None))
    unit = name.split("-")[0]
    return Comment(id=name, unit=unit, opinion="改", decision=decision, **more)


def by_id(*comments: Comment) -> dict[str, Comment]:
    return {one.id: one for one in comments}


ROSTER = (
    Unit(name="公众", kind=UnitKind.PUBLIC, reply=Reply.NOTHING),
    Unit(name="甲局"),
    Unit(name="乙局", reply=Reply.NOTHING),
    Unit(name="丙局", reply=Reply.LAPSED),
    Unit(name="丁局"),
)
MANIFEST = Manifest(title="规划", issuer="办", sections=("第一章",), units=ROSTER)


@pytest.mark.parametrize(
    ("statuses", "whole"),
    [
        ("采纳 采纳", "采纳"),
        ("采纳 采纳 不采纳", "部分采纳"),
        ("不采纳 解释说明", "不采纳"),
        ("不采纳 不采纳", "不采纳"),
        ("解释说明 解释说明", "解释说明"),
        ("采纳 待定", "待定"),
        ("采纳 撤回", "采纳"),
        ("撤回 撤回", "撤回"),
        ("采纳 已体现", "采纳"),
        ("采纳 修改后采纳", "修改后采纳"),
        ("采纳 部分采纳", "部分采纳"),
        ("留作参考 转办", "不采纳"),
    ],
)
def test_a_compound_comment_adds_up(statuses: str, whole: str) -> None:
    found = [Status(status) for status in statuses.split()]
    assert {rolled_up(order) for order in itertools.permutations(found)} == {Status(whole)}


def test_a_joined_comment_shares_the_decision() -> None:
    comments = by_id(
        comment("甲局-01", Status.JOINED, into="乙局-01"),
        comment("乙局-01", Status.JOINED, into="丙局-01"),
        comment("丙局-01", Status.REJECTED),
        comment("丁局-01", Status.JOINED, into="丁局-02"),
        comment("丁局-02", Status.JOINED, into="丁局-01"),
        comment("戊局-01", Status.JOINED, into="没有-01"),
    )
    found = [final_status(comments, one) for one in comments.values()]
    assert found[:3] == [Status.REJECTED] * 3
    assert found[3:] == [Status.JOINED] * 3


def test_units_letters_comments_and_edits() -> None:
    comments = by_id(
        comment("甲局-01", letter="第1号"),
        comment("甲局-02", Status.PARTLY, letter="第1号"),
        comment("甲局-03", Status.PENDING, letter="第2号"),
        comment("公众-01", Status.REJECTED),
        comment("公众-02", Status.WITHDRAWN),
    )
    counts = count(MANIFEST, comments)
    assert (counts.units, counts.commented, counts.nothing, counts.lapsed, counts.silent) == (
        4,
        1,
        1,
        1,
        1,
    )
    assert (counts.replied, counts.letters, counts.comments, counts.items) == (2, 3, 5, 5)
    assert (counts.adopted, counts.partly, counts.declined) == (1, 1, 1)


def test_items_count_once() -> None:
    items = [
        comment(f"甲局-01.{at}", status, part_of="甲局-01")
        for at, status in ((1, Status.ADOPTED), (2, Status.REJECTED))
    ]
    counts = count(MANIFEST, by_id(*items))
    assert (counts.comments, counts.items, counts.statuses) == (1, 2, {"部分采纳": 1})


def test_a_unit_that_is_not_on_the_roster_is_counted() -> None:
    assert standings_of_units(MANIFEST, by_id(comment("己局-01")))["己局"] is Reply.COMMENTS


@pytest.mark.parametrize("text", ["2021-03-31", "2021年3月31日", "2021/3/31", "2021.3.31"])
def test_days(text: str) -> None:
    assert day(text).isoformat() == "2021-03-31"


@pytest.mark.parametrize("text", ["", "明天", "2021-13-01", "2021年2月30日", "2021"])
def test_no_days(text: str) -> None:
    with pytest.raises(ValueError, match="day"):
        day(text)


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0, "0%"),
        (0.001, "1%"),
        (2 / 3, "67%"),
        (0.915, "92%"),
        (0.999, "99%"),
        (0.9951, "99%"),
        (1, "100%"),
    ],
)
def test_a_share_is_whole_or_nothing_only_where_it_is(share: float, said: str) -> None:
    assert percent(share) == said


def test_every_figure_of_a_round() -> None:
    roster = (
        *ROSTER,
        Unit(name="戊局", reply=Reply.SUPPLEMENT),
        Unit(name="王平", kind=UnitKind.PERSON),
    )
    edits = (Delete(delete="重复"), Delete(delete="多余"))
    comments = by_id(
        comment("甲局-01", edits=edits, letter="第1号"),
        comment("甲局-02", Status.ALREADY, letter="第2号"),
        comment("戊局-01", Status.NOTED, edits=edits[:1]),
        comment("戊局-02", Status.JOINED, into="甲局-01"),
        comment("王平-01", Status.WITHDRAWN),
        comment("公众-01", Status.PENDING),
        comment("己局-01", Status.PARTLY),
    )
    found = count(MANIFEST.model_copy(update={"units": roster}), comments)
    assert found == Counts(
        units=5,
        replied=3,
        commented=3,
        nothing=1,
        lapsed=1,
        silent=1,
        supplemented=1,
        letters=6,
        comments=7,
        items=7,
        edits=3,
        statuses={
            "采纳": 2,
            "已体现": 1,
            "留作参考": 1,
            "撤回": 1,
            "待定": 1,
            "部分采纳": 1,
        },
        persons=2,
    )


def test_decisions_in_their_order_and_what_they_sum_to() -> None:
    statuses = {str(status): at for at, status in enumerate(reversed(Status), 1)}
    found = count(MANIFEST, {})._replace(statuses=statuses)
    assert [status for status, _ in found.decided] == list(Status)
    number = {Status(status): at for status, at in statuses.items()}
    assert found.partly == number[Status.PARTLY]
    assert found.adopted == sum(
        number[status]
        for status in (Status.ADOPTED, Status.MODIFIED, Status.ALREADY, Status.JOINED)
    )
    assert found.declined == sum(
        number[status]
        for status in (
            Status.REJECTED,
            Status.EXPLAINED,
            Status.OUT_OF_SCOPE,
            Status.REFERRED,
            Status.NOTED,
        )
    )
    assert count(MANIFEST, {}).partly == 0


@pytest.mark.parametrize(
    ("stated", "comments", "standing"),
    [
        (None, 0, Reply.NONE),
        (None, 1, Reply.COMMENTS),
        (Reply.NOTHING, 0, Reply.NOTHING),
        (Reply.NOTHING, 1, Reply.COMMENTS),
        (Reply.LAPSED, 1, Reply.COMMENTS),
        (Reply.SUPPLEMENT, 0, Reply.SUPPLEMENT),
        (Reply.SUPPLEMENT, 1, Reply.SUPPLEMENT),
        (Reply.COMMENTS, 0, Reply.COMMENTS),
    ],
)
def test_what_a_unit_answered(stated: Reply | None, comments: int, standing: Reply) -> None:
    units = (Unit(name="甲局", reply=stated), Unit(name="公众", kind=UnitKind.PUBLIC))
    manifest = MANIFEST.model_copy(update={"units": units})
    given = by_id(*(comment(f"甲局-0{at}") for at in range(comments)), comment("公众-01"))
    assert standings_of_units(manifest, given)["甲局"] is standing


@pytest.mark.parametrize(
    ("number", "whole", "said"),
    [
        (1, 8, "13%"),
        (3, 8, "38%"),
        (29, 200, "15%"),
        (1, 10_000, "1%"),
        (5, 5, "100%"),
        (0, 0, "—"),
    ],
)
def test_a_half_is_rounded_up_as_by_hand(number: int, whole: int, said: str) -> None:
    assert share_of(number, whole) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.004, "1%"), (0.014, "1%"), (0.016, "2%"), (0.145, "15%"), (0.994, "99%")],
)
def test_a_share_is_the_nearest_hundredth(share: float, said: str) -> None:
    assert percent(share) == said


def test_no_item_has_no_status() -> None:
    assert rolled_up([]) is None


def test_what_the_text_does_not_prove_is_counted_apart() -> None:
    comments = by_id(comment("甲-01"), comment("甲-02"), comment("甲-03", Status.PARTLY))
    found = count(MANIFEST, comments, {"甲-02": InText.NOT_YET, "甲-03": InText.CONFLICT})
    assert found.statuses == {"采纳": 2, "部分采纳": 1}
    assert found.intended == {"采纳": 1, "部分采纳": 1}
    assert found.in_conflict == {"部分采纳": 1}
    assert (found.adopted, found.partly) == (1, 0)
    assert found.published == [
        (Status.ADOPTED, InText.YES, 1),
        (Status.ADOPTED, InText.NOT_YET, 1),
        (Status.PARTLY, InText.CONFLICT, 1),
    ]
