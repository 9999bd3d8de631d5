"""What was asked beside what was adopted, wording by wording, and the share of it."""

from typing import Any

import pytest

from plancli.core.comments.edits import Delete, Edit, Insert, Replace
from plancli.core.comments.record import Patch
from plancli.core.evidence.adoption import Comparison, compare, comparison
from plancli.core.evidence.wordings import Wording
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Workspace
from tests.core.ferry import comment, round_of

MEALS = "供应早餐和午餐和晚餐。"
DRAFT = (
    Section(
        key="第一章",
        title="目标",
        body=(Paragraph(id="1.1", heading="用餐", text=MEALS, units=("甲局", "乙局")),),
    ),
    Section(
        key="第二章", title="保障", body=(Paragraph(id="2.1", heading="组织", text="加强领导。"),)
    ),
)


def compared(asked: dict[str, Any], adopted: dict[str, Any] | None = None) -> Comparison:
    """Compare one edit with what was adopted of it: another one, or nothing."""
    space = Workspace(DRAFT, DRAFT, {}, ["甲局-01"])
    one, other = (
        space.place("甲局-01", Patch.model_validate({"edits": [edit] if edit else []}))
        for edit in (asked, adopted)
    )
    assert not one.findings
    return compare(Outline(DRAFT), one, other)


def fields(comparison: Comparison) -> list[tuple[str, str, str, str]]:
    return [
        (wording.paragraph, wording.field, wording.draft, wording.asked)
        for wording in comparison.wordings
    ]


@pytest.mark.parametrize("key", ["2.1", "第二章"])
def test_what_goes_as_a_whole_goes_with_its_heading(key: str) -> None:
    assert fields(compared({"remove": key})) == [
        ("2.1", "heading", "组织", ""),
        ("2.1", "text", "加强领导。", ""),
    ]


def test_units_are_wordings_too() -> None:
    (wording,) = compared(
        {"units": "1.1", "add": ["丙局"]}, {"units": "1.1", "remove": ["甲局"]}
    ).wordings
    assert wording == Wording("1.1", "units", "甲局、乙局", "甲局、乙局、丙局", "乙局")


def test_a_new_part_has_all_its_fields() -> None:
    new = {"id": "1.2", "heading": "送餐", "text": "送餐上门。", "units": ["甲局", "丙局"]}
    asked = compared({"add": new, "to": "第一章"})
    assert fields(asked) == [
        ("1.2", "heading", "", "送餐"),
        ("1.2", "text", "", "送餐上门。"),
        ("1.2", "units", "", "甲局、丙局"),
    ]
    assert asked.share == 0


def test_a_new_column_and_a_new_section_have_titles_and_paragraphs() -> None:
    items = [{"id": "z1", "text": "送餐上门。"}]
    column = compared({"add": {"column": "专栏1", "title": "送餐", "items": items}, "to": "第一章"})
    section = compared({"add": {"key": "第三章", "title": "送餐", "body": items}})
    for found, key in ((column, "第一章/专栏1"), (section, "第三章")):
        assert [wording for wording in fields(found) if wording[3]] == [
            (key, "heading", "", "送餐"),
            ("z1", "text", "", "送餐上门。"),
        ]


@pytest.mark.parametrize(
    ("gone", "kept"),
    [
        ("早餐和午餐和晚餐。", ["供应"]),
        ("供应早餐、午餐、晚餐。", []),  # a single 和 that stays tells nothing
        ("供应早餐和午餐和晚餐", []),  # nor does a mark
    ],
)
def test_words_that_were_to_go_and_stay(gone: str, kept: list[str]) -> None:
    found = compared({"rewrite": "1.1", "with": gone}).kept
    assert [wording.asked for wording in found] == kept


@pytest.mark.parametrize(
    ("asked", "adopted", "share"),
    [
        ("配备冷藏柜消毒柜", "配备冷藏柜消毒柜", 1.0),
        ("配备冷藏柜消毒柜", "配备冷藏柜", 5 / 8),
        ("配备冷藏柜消毒柜", "冷藏柜", 0),  # three characters tell nothing
        ("消毒柜", "消毒柜", 1.0),  # unless no more were asked for
        ("消毒柜", "消毒", 0),
        ("、冷藏柜、消毒柜、柜", "、柜", 2 / 10),  # one of several is a part, however short
        ("、冷藏柜、消毒柜、柜", "、冷藏", 0),
    ],
)
def test_the_share_counts_stretches_that_tell_something(
    asked: str, adopted: str, share: float
) -> None:
    one, other = ({"insert": f"{words}", "after": "晚餐"} for words in (asked, adopted))
    assert compared(one, other).share == share


def test_a_part_of_a_list_counts_at_its_place_only() -> None:
    asked = {"insert": "、老年人、残疾人、儿童", "after": "早餐"}
    there, elsewhere = ({"insert": "、儿童", "after": words} for words in ("早餐", "加强领导"))
    found = [compared(asked, adopted) for adopted in (there, elsewhere, None)]
    assert [one.share for one in found] == [3 / 11, 0, 0]
    assert [one.untouched for one in found] == [False, True, True]


@pytest.mark.parametrize(
    ("part", "share"),
    [
        ("残疾人、", 4 / 11),
        ("残疾人", 3 / 11),
        ("儿童", 2 / 11),
        ("疾人", 0),
        ("残疾", 0),
        ("童", 0),
    ],
)
def test_a_part_of_a_list_is_whole_from_mark_to_mark(part: str, share: float) -> None:
    asked = {"insert": "、老年人、残疾人、儿童", "after": "早餐"}
    assert compared(asked, {"insert": part, "after": "早餐"}).share == share


MOVE = {"move": "1.1", "to": "第二章"}


@pytest.mark.parametrize(
    ("adopted", "words", "share"),
    [
        (MOVE, "第二章 2.1 ↑", 1),
        ({"move": "1.1", "before": "2.1"}, "第二章", 0),
        (None, "第一章", 0),
    ],
)
def test_a_move_is_adopted_whole_or_not(
    adopted: dict[str, Any] | None, words: str, share: float
) -> None:
    found = compared(MOVE, adopted)
    assert found.wordings == (Wording("1.1", "place", "第一章", "第二章 2.1 ↑", words),)
    assert (found.share, len(found.differing), found.kept) == (share, 1 - share, [])


def test_the_first_place_of_the_plan_has_a_name() -> None:
    (wording,) = compared({"move": "第二章", "before": "第一章"}).wordings
    assert (wording.draft, wording.asked) == ("第一章 ↑", "↑")
    assert wording.changed_to(wording.asked) == [("-", "第一章 ↑"), ("+", "↑")]


def test_words_that_were_put_back_stay() -> None:
    new = "，配备专人，定期检查，公开结果"
    wording = Wording("1", "text", "甲乙丙丁戊己。", f"甲乙戊己{new}。", f"甲乙丙丁戊己{new}。")
    compared = Comparison((wording,))
    assert [kept.asked for kept in compared.kept] == ["丙丁"]
    assert compared.share == len(new) / (len(new) + 2)


def test_all_that_was_asked_and_something_more_is_the_whole() -> None:
    wording = Wording(
        "1",
        "text",
        "食堂6个。供应早餐和午餐。",
        "食堂6个。供应早餐、午餐和晚餐。",
        "食堂8个。供应早餐、午餐和晚餐。",
    )
    assert Comparison((wording,)).share == 1


# --- thresholds, on each side ------------------------------------------------------------------------------


@pytest.mark.parametrize(("adopted", "share"), [("藏柜消毒", 4 / 8), ("藏柜消", 0)])
def test_four_shared_characters_tell_something_and_three_do_not(adopted: str, share: float) -> None:
    asked = {"insert": "配备冷藏柜消毒柜", "after": "晚餐"}
    assert compared(asked, {"insert": adopted, "after": "晚餐"}).share == share


def test_a_move_counts_for_four_characters() -> None:
    words = Wording("1.1", "text", "供应午餐。", "供应早餐午餐。", "供应午餐。")
    move = Wording("1.2", "place", "第一章", "第二章", "第二章")
    assert Comparison((words, move)).share == 4 / (4 + 2)
    assert Comparison((words, move._replace(adopted="第三章"))).share == 0


@pytest.mark.parametrize(("adopted", "untouched"), [("冷藏", False), ("冷", True)])
def test_two_characters_at_their_place_touch_what_was_asked(adopted: str, untouched: bool) -> None:
    asked = {"insert": "配备冷藏设备间", "after": "晚餐"}
    assert compared(asked, {"insert": adopted, "after": "晚餐"}).untouched == untouched


@pytest.mark.parametrize(
    ("asked", "adopted", "differs"),
    [
        ("供应早餐、午餐。", "供应早餐，午餐", False),  # a mark more or less is no other wording
        ("投入2.5万元", "投入25万元", True),  # but in a number it is
        ("时间1:3", "时间13", True),
        ("供应早餐。", "供应晚餐。", True),
        ("供应早餐", "供应早餐", False),
    ],
)
def test_other_words_are_another_wording(asked: str, adopted: str, differs: bool) -> None:
    compared = Comparison((Wording("1.1", "text", "旧。", asked, adopted),))
    assert bool(compared.differing) == differs


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("水务站、林业站", "林业站、水务站", "+林业站、 =水务站 -、林业站"),
        ("市应急局、市水利局", "市水务局", "-市应急局、市水利局 +市水务局"),  # names stay whole
        ("Water Office, Forest Office", "Forest Office", "-Water Office,  =Forest Office"),
        ("", "水务站", "+水务站"),
    ],
)
def test_lists_of_units_are_compared_name_by_name(old: str, new: str, marked: str) -> None:
    comma = ", " if ", " in old else "、"
    runs = Wording("1.1", "units", old, new, new, comma).changed_to(new)
    assert " ".join(run.op + run.text for run in runs) == marked


def test_an_order_of_units_that_was_not_adopted_differs() -> None:
    found = compared(
        {"units": "1.1", "set": ["乙局", "甲局"]}, {"units": "1.1", "set": ["甲局", "乙局"]}
    )
    assert [wording.field for wording in found.differing] == ["units"]


# --- several edits ----------------------------------------------------------------------------------------


PIER = Replace.model_validate({"replace": "码头2座", "with": "码头3座"})
VESTS = Replace.model_validate({"replace": "救生衣60件", "with": "救生衣90件"})
NEAR = Insert(insert="等", after="救生衣")
NIGHT = Delete(delete="夜间停航。")


@pytest.mark.parametrize(
    ("asked", "adopted", "share"),
    [
        ((PIER, NEAR), (NEAR,), 1 / 2),  # however short it is
        ((PIER, NEAR), (PIER,), 1 / 2),
        ((PIER, NEAR, NIGHT), (NEAR, NIGHT), 2 / 3),
        ((PIER, NEAR), (PIER, NEAR, NIGHT), 1),
        ((PIER, NEAR), (NIGHT,), 0),
        # of the others the characters count
        ((NEAR, NIGHT), (NEAR, Delete(delete="夜间")), (1 + 2 / 5) / 2),
        ((PIER, NIGHT), (Delete(delete="夜间"),), 2 / 9),
    ],
)
def test_an_edit_adopted_to_the_letter_counts_as_one_of_several(
    asked: tuple[Edit, ...], adopted: tuple[Edit, ...], share: float
) -> None:
    one = comment("水运站-01", *asked, status="部分采纳", reason="其余不宜", adopted=adopted)
    found = comparison(round_of(one), one)
    assert found.share == pytest.approx(share)
    assert found.untouched is (share == 0)


def test_what_one_edit_got_counts_for_no_other_one() -> None:
    """Both ask for the same words at two places; they came to one of them."""
    first, second = (
        Insert(insert="并由专人看管", after=words) for words in ("东岸码头2座", "木船3艘")
    )
    one = comment("水运站-01", first, second, status="部分采纳", reason="不宜", adopted=(second,))
    assert comparison(round_of(one), one).share == 1 / 2


def test_an_edit_without_a_place_is_not_adopted() -> None:
    lost = Replace.model_validate({"replace": "快艇5艘", "with": "快艇6艘"})
    one = comment("水运站-01", PIER, lost, status="部分采纳", reason="不宜", adopted=(VESTS,))
    found = comparison(round_of(one), one)
    assert (found.whole, found.share) == (0, 0)


def test_what_another_comment_adopts_of_several_edits_counts_too() -> None:
    joined = comment("水运站-01", PIER, NEAR, status="合并", into="林业站-01")
    other = comment("林业站-01", NEAR, NIGHT)
    found = comparison(round_of(joined, other), joined)
    assert (found.share, len(found.wordings)) == (1 / 2, 1)
