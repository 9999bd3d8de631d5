"""Whether the edits of a comment do what its opinion spells out."""

from collections.abc import Mapping

import pytest

from plancli.core.comments.comment import Comment
from plancli.core.evidence.demanded import unmet
from tests.core.ferry import round_of


def left(opinion: str, *edits: Mapping[str, object]) -> list[str]:
    """Return the old and new words of what the opinion asks for and no edit does."""
    known = {"id": "水运站-01", "unit": "水运站", "opinion": opinion, "edits": edits}
    comment = Comment.model_validate(known)
    return [f"{demand.old}|{demand.new}" for demand in unmet(round_of(comment), comment)]


PIERS = "将“码头2座”改为“码头3座”。"


@pytest.mark.parametrize(
    "edit",
    [
        {"replace": "码头2座", "with": "码头3座"},
        {"replace": "2座", "with": "3座"},
        {"replace": "修缮东岸码头2座。", "with": "修缮东岸码头3座。"},
        {"rewrite": "1.1", "with": "修缮东岸码头3座。添置救生衣60件。"},
        # words that have no place are asked for, too
        {"replace": "西岸码头2座", "with": "西岸码头3座"},
    ],
)
def test_a_change_is_made_by_any_edit_with_that_effect(edit: Mapping[str, object]) -> None:
    assert left(PIERS, edit) == []


def test_a_text_for_a_paragraph_that_is_not_there_says_what_it_says() -> None:
    edit = {"rewrite": "9.9", "with": "修缮东岸码头3座。"}
    assert left("第二段改为“修缮东岸码头3座”。", edit) == []
    assert left("第二段改为“修缮东岸码头4座”。", edit) == ["|修缮东岸码头4座"]


@pytest.mark.parametrize(
    "edit",
    [
        {"replace": "码头2座", "with": "码头4座"},
        {"replace": "码头2座", "with": "码头13座"},
        {"replace": "60件", "with": "90件"},
        {"replace": "西岸码头12座", "with": "西岸码头13座"},
        {"insert": "、码头3座", "after": "码头2座"},
        {"delete": "码头2座。"},
        {"rewrite": "1.1", "with": "修缮东岸码头2座。添置救生衣90件。"},
    ],
)
def test_another_number_or_another_change_is_not_it(edit: Mapping[str, object]) -> None:
    assert left(PIERS, edit) == ["码头2座|码头3座"]


def test_where_only_the_mark_at_the_end_changes_the_mark_counts() -> None:
    asked = "将“码头2座。”改为“码头2座,”。"
    assert left(asked, {"replace": "码头2座。", "with": "码头2座,"}) == []
    assert left(asked, {"replace": "码头2座。", "with": "码头2座;"}) == ["码头2座。|码头2座,"]


def test_what_is_turned_round_is_not_it() -> None:
    asked = "将“夜间停航”改为“每日停航”。"
    assert left(asked, {"replace": "每日停航", "with": "夜间停航"}) == ["夜间停航|每日停航"]
    assert left(asked, {"replace": "夜间停航", "with": "每日停航"}) == []


def test_words_that_stood_there_before_did_not_come() -> None:
    asked = "将“每日巡查”改为“夜间停航”。"
    assert left(asked, {"delete": "汛期每日巡查。"}) == ["每日巡查|夜间停航"]
    assert left(asked, {"replace": "每日巡查", "with": "夜间停航"}) == []


def test_each_demand_is_held_by_itself() -> None:
    asked = "将“2座”改为“3座”、删除“夜间停航”、在“60件”后增加“、救生圈20个”。"
    edits: list[Mapping[str, object]] = [
        {"replace": "码头2座", "with": "码头3座"},
        {"delete": "夜间停航。"},
        {"insert": "、救生圈20个", "after": "救生衣60件"},
    ]
    assert left(asked, *edits) == []
    assert left(asked, *edits[1:]) == ["2座|3座"]
    assert left(asked, edits[0], edits[2]) == ["夜间停航|"]
    assert left(asked, *edits[:2]) == ["|、救生圈20个"]
    assert left(asked) == ["2座|3座", "夜间停航|", "|、救生圈20个"]


def test_words_that_others_hold_are_told_from_them() -> None:
    """协议 stands in 协议书: what grows or shrinks is judged by what is new, or by what is gone."""
    assert left("将“巡查”改为“巡查并登记”。", {"insert": "并登记", "after": "巡查"}) == []
    assert left("将“每日巡查”改为“巡查”。", {"delete": "每日"}) == []
    assert left("将“每日巡查”改为“巡查”。", {"delete": "夜间"}) == ["每日巡查|巡查"]


def test_whole_parts_and_lists_of_units_are_said_in_words_too() -> None:
    assert left("删除“木船3艘”。", {"remove": "1.3"}) == []
    new = {"heading": "快艇", "text": "购置快艇1艘。"}
    assert left("增加“快艇。购置快艇1艘。”", {"add": new, "to": "第一章"}) == []
    column = {"column": "专栏2", "title": "快艇", "items": [{"text": "购置快艇1艘。"}]}
    assert left("增加“快艇。购置快艇1艘。”", {"add": column, "to": "第一章"}) == []
    section = {"key": "第三章", "title": "快艇", "body": [{"text": "购置快艇1艘。"}]}
    assert left("增加“快艇。购置快艇1艘。”", {"add": section, "after": "第二章"}) == []
    units = {"units": "1.1", "add": ["海事局"], "remove": ["水运站"]}
    assert left("责任单位中“水运站”应为“海事局”。", units) == []
    assert left("责任单位中“安监站”应为“海事局”。", units) == ["安监站|海事局"]


def test_an_insertion_stands_where_it_is_asked_for() -> None:
    asked = "在“救生衣60件”后增加“、救生圈20个”。"
    there, elsewhere = (
        {"insert": "、救生圈20个", "after": words} for words in ("60件", "夜间停航")
    )
    assert (left(asked, there), left(asked, elsewhere)) == ([], ["|、救生圈20个"])
    # what stands in no paragraph may be a title: nothing is said of it
    assert left("在“渡口”后增加“、救生圈20个”。", there) == []
    assert left("在“救生衣80件”后增加“、救生圈20个”。", there) == ["|、救生圈20个"]


def test_what_a_unit_misquotes_is_what_it_must_have_meant() -> None:
    edit = {"replace": "添置救生衣60件", "with": "添置救生衣90件"}
    assert left("将“增添置救生衣60件”改为“添置救生衣90件”。", edit) == []
    assert left("将“添置救生衣50件”改为“添置救生衣90件”。", edit) != []
    assert left("删除“夜里停航”。", {"delete": "夜间停航。"}) == []
    assert left("删除“白天停运”。", {"delete": "夜间停航。"}) == ["白天停运|"]


def test_what_an_ellipsis_leaves_out_is_not_asked_for() -> None:
    edit = {"replace": "汛期……停航", "with": "汛期……通航"}
    assert left("将“汛期……停航”改为“汛期……通航”。", edit) == []
    assert left("将“汛期……停航”改为“汛期……封航”。", edit) == ["汛期……停航|汛期……封航"]
    assert left("删除“汛期……停航”。", {"delete": "汛期每日巡查。夜间停航"}) == []


def test_what_goes_in_part_is_not_deleted() -> None:
    assert left("删除“添置救生衣60件”。", {"delete": "添置救生衣"}) == ["添置救生衣60件|"]
    assert left("删除“添置救生衣60件”。", {"delete": "添置救生衣60件。"}) == []


def test_an_insertion_stands_on_the_side_that_is_named() -> None:
    before, behind = ({"insert": "应急", side: "救生衣"} for side in ("before", "after"))
    assert left("在“救生衣”前增加“应急”。", before) == []
    assert left("在“救生衣”前增加“应急”。", behind) == ["|应急"]
    assert left("在“救生衣”后增加“应急”。", before) == ["|应急"]
    assert left("在“救生衣”中增加“应急”。", before) == []
    # with something between them nothing is said of the side
    assert left("在“救生衣”前增加“应急”。", {"insert": "应急", "after": "救生衣60件"}) == []
