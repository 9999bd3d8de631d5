"""What becomes of changes that touch, case by case: who stands where, in which order, with which wording."""

from plancli.core.merge.words import (
    Change,
    Ruling,
    Taken,
    changes_between,
    merge,
    settled,
    side,
)

BASE = "修缮东岸码头。夜间停航。"


def change(by: str, start: int, end: int, text: str, order: int | None = None) -> Change:
    return Change(by, start, end, text, (start, end), order)


def test_what_is_taken_and_where_it_stands() -> None:
    found = merge(
        BASE, [change("乙", 7, 9, "汛期"), change("甲", 2, 4, ""), change("丙", 12, 12, "完。")]
    )
    assert found.text == "修缮码头。汛期停航。完。"
    assert found.taken == [
        Taken(2, 4, "", ("甲",)),
        Taken(7, 9, "汛期", ("乙",)),
        Taken(12, 12, "完。", ("丙",)),
    ]
    assert found.regions == [
        Taken(2, 2, "", ("甲",)),
        Taken(5, 7, "汛期", ("乙",)),
        Taken(10, 12, "完。", ("丙",)),
    ]
    assert [(group.start, group.end, group.verdict) for group in found.groups] == [
        (2, 4, Ruling.TAKEN),
        (7, 9, Ruling.TAKEN),
        (12, 12, Ruling.TAKEN),
    ]
    assert found.conflicts == []


def test_those_who_agree_share_a_change_by_the_numbers_of_their_comments() -> None:
    found = merge(BASE, [change(by, 2, 4, "西岸") for by in ("站-10", "站-9", "站-2")])
    (group,) = found.groups
    assert (group.verdict, found.taken) == (
        Ruling.AGREED,
        [Taken(2, 4, "西岸", ("站-2", "站-9", "站-10"))],
    )


def test_who_touches_and_who_does_not() -> None:
    def verdicts(*changes: Change) -> list[Ruling]:
        return [group.verdict for group in merge(BASE, changes).groups]

    # one character between: two changes; none: one conflict
    assert verdicts(change("甲", 0, 2, "改建"), change("乙", 3, 4, "边")) == [Ruling.TAKEN] * 2
    assert verdicts(change("甲", 0, 2, "改建"), change("乙", 2, 4, "西岸")) == [Ruling.CONFLICT]
    assert verdicts(change("甲", 0, 2, "改建"), change("乙", 2, 2, "好")) == [Ruling.CONFLICT]
    assert verdicts(change("甲", 0, 2, "改建"), change("甲", 2, 2, "好")) == [Ruling.TAKEN]
    # a long one reaches over a short one to a third
    assert verdicts(
        change("甲", 0, 6, "改"), change("乙", 1, 2, "补"), change("丙", 5, 6, "尾")
    ) == [Ruling.CONFLICT]


def test_insertions_at_one_point_need_each_a_place_of_its_own() -> None:
    def inserted(*orders: int | None) -> tuple[Ruling, str]:
        found = merge(
            BASE, [change(by, 2, 2, by, order) for by, order in zip("甲乙", orders, strict=True)]
        )
        return found.groups[0].verdict, found.text

    assert inserted(1, 2) == (Ruling.ORDERED, "修缮甲乙东岸码头。夜间停航。")
    assert inserted(2, 1) == (Ruling.ORDERED, "修缮乙甲东岸码头。夜间停航。")
    for orders in ((1, 1), (1, None), (None, None)):
        assert inserted(*orders) == (Ruling.CONFLICT, BASE)


def test_in_a_place_that_others_declared_no_order_helps() -> None:
    wide = Change("丙", 2, 2, "丙", (2, 4), 3)
    (group,) = merge(BASE, [change("甲", 2, 2, "甲", 1), wide]).groups
    assert group.verdict is Ruling.CONFLICT


def test_what_is_only_quoted_is_in_the_way_and_changes_nothing() -> None:
    holds = Change("甲", 0, 6, "", (0, 6), holds=True)
    assert merge(BASE, [holds]).groups == ()
    found = merge(BASE, [holds, change("乙", 2, 4, "西岸")])
    assert (found.text, found.groups[0].verdict) == (BASE, Ruling.CONFLICT)


def test_the_sides_of_a_conflict() -> None:
    found = merge(BASE, [change("甲", 2, 4, "西岸"), change("乙", 3, 6, "面桥头")])
    (group,) = found.conflicts
    assert (group.start, group.end) == (2, 6)
    assert [side(BASE, group, by) for by in ("甲", "乙", "丙")] == [
        "西岸码头",
        "东面桥头",
        "东岸码头",
    ]
    assert found.text == BASE


def test_the_wording_of_what_stands() -> None:
    same = merge(BASE, [change(by, 2, 4, "西岸") for by in "甲乙"])
    assert settled(BASE, same.groups[0]) == "西岸"
    ordered = merge(BASE, [change("甲", 2, 2, "甲", 2), change("乙", 2, 2, "乙", 1)])
    assert settled(BASE, ordered.groups[0]) == "乙甲"


def shared(*changes: Change) -> list[tuple[int, int, list[str]]]:
    return [
        (group.start, group.end, sorted(group.authors)) for group in merge(BASE, changes).shared
    ]


def test_a_sentence_of_two_authors_is_to_be_read_once_more() -> None:
    one, other = change("甲", 0, 2, "改建"), change("乙", 4, 6, "桥头")
    assert shared(one, other) == [(0, 7, ["乙", "甲"])]
    # not where one author made both, where all agree, or in two sentences
    assert shared(one, other._replace(by="甲")) == []
    assert shared(one, one._replace(by="乙")) == []
    assert shared(one, change("乙", 9, 11, "开")) == []
    assert shared(one) == []


def test_what_is_put_in_at_the_end_belongs_to_the_last_sentence() -> None:
    assert shared(change("甲", 7, 9, "汛期"), change("乙", 12, 12, "完。")) == [
        (7, 12, ["乙", "甲"])
    ]
    assert shared(change("甲", 0, 2, "改建"), change("乙", 7, 7, "凡")) == []


def test_a_number_is_changed_as_a_whole_and_with_what_would_join_it() -> None:
    base = "建成2万个站。"
    for one, taken in (
        (change("甲", 3, 3, ".5"), Taken(2, 5, "2.5万个", ("甲",))),
        (change("甲", 2, 2, "1"), Taken(2, 5, "12万个", ("甲",))),
        (change("甲", 2, 3, "3"), Taken(2, 5, "3万个", ("甲",))),
        (change("甲", 5, 5, "新"), Taken(5, 5, "新", ("甲",))),
        (change("甲", 0, 2, "新"), Taken(0, 2, "新", ("甲",))),
    ):
        assert merge(base, [one]).taken == [taken]


def test_a_rewrite_is_only_what_differs() -> None:
    found = changes_between("甲", BASE, "修缮西岸码头。夜间停航三月。")
    assert found == [change("甲", 2, 3, "西"), change("甲", 11, 11, "三月")]
    assert changes_between("甲", BASE, BASE) == []
