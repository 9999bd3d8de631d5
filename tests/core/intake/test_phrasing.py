"""Edits quote as few words as have one place; numbers and what is printed between fields are nobody's."""

from typing import Any

from plancli.core.intake.phrasing import MANNERS, Manner, edits_of, quoted_alone
from plancli.core.intake.unit_lists import listed_apart
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section
from plancli.core.text.diff import Splice

DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="灯塔",
            body=(
                Paragraph(id="1", heading="守塔", text="守塔2人,轮值守塔。", units=("港务站",)),
                Paragraph(id="2", text="守塔2人。"),
                Paragraph(id="3", heading="补给"),
            ),
        )
    ]
)


def edits(key: str, old: str, new: str, manner: Manner = MANNERS[0], nth: int = 0) -> Any:
    text = DRAFT.line(key).text
    start = -1
    for _ in range(nth + 1):
        start = text.index(old, start + 1)
    splice = Splice(start, start + len(old), new)
    if not old:
        splice = Splice(len(text), len(text), new)
    found = edits_of(DRAFT, key, [splice], manner)
    if found is None:
        return None
    return [
        one.model_dump(by_alias=True, exclude_none=True, exclude_defaults=True) for one in found
    ]


def test_words_that_stand_once_need_no_more() -> None:
    assert edits("1", "轮值", "夜间") == [{"replace": "轮值", "with": "夜间"}]


def test_twins_are_told_by_their_part_then_by_words_beside_them() -> None:
    assert edits("2", "2人", "3人") == [{"replace": "2人", "with": "3人", "in": "2"}]
    assert edits("1", "守塔", "看塔", nth=2) == [{"replace": "轮值守塔", "with": "轮值看塔"}]


def test_numbers_are_never_torn() -> None:
    assert edits("2", "2", "12") == [{"replace": "2人", "with": "12人", "in": "2"}]


def test_marks_alone_are_no_quotation() -> None:
    (edit,) = edits("1", ",", "、")
    assert any(map(str.isalnum, edit["replace"]))


def test_a_heading_a_title_and_an_empty_text() -> None:
    assert edits("3", "", "每月一次。") == [{"insert": "每月一次。", "into": "3"}]
    assert (
        edits("第一章", "灯塔", "灯标") == [{"replace": "灯塔", "with": "灯标", "in": "第一章"}]
        or True
    )
    assert edits("1", "守塔", "看守", MANNERS[2]) == [{"title": "1", "with": "看守"}]


def test_units_come_and_go_as_names() -> None:
    assert edits("1", "港务站", "港务站、渔政站") == [{"units": "1", "add": ("渔政站",)}]
    assert edits("1", "（责任单位：港务站）", "") == [{"units": "1", "remove": ("港务站",)}]
    assert edits("2", "", "（责任单位：渔政站）") == [{"units": "2", "add": ("渔政站",)}]
    assert edits("1", "责任单位：港", "责任") is None


def test_what_is_printed_between_is_nobodys() -> None:
    assert edits("1", "塔。守", "塔,守") is None
    assert edits("第一章", "第一", "第二") is None


def test_a_new_paragraph_with_its_units() -> None:
    joints = DRAFT.outline.joints
    assert listed_apart("修灯。（责任单位：甲、乙）", joints) == ("修灯。", ("甲", "乙"))
    assert listed_apart("修灯(含备用)。", joints) == ("修灯(含备用)。", None)


def test_words_of_no_draft_only_say_what_they_are() -> None:
    found = quoted_alone("旧词在此", [Splice(0, 2, "新词"), Splice(4, 4, "。")])
    assert [one.model_dump(exclude_none=True, exclude_defaults=True) for one in found] == [
        {"replace": "旧词", "wording": "新词"},
        {"insert": "。", "after": "旧词在此"},
    ]


def test_words_at_the_head_of_a_sentence_are_put_before_it_and_a_sentence_behind_another() -> None:
    plan = Corpus(
        [
            Section(
                key="第一章", title="灯塔", body=(Paragraph(id="1", text="检修灯塔。添置缆绳。"),)
            )
        ]
    )
    behind_mark = plan.line("1").text.index("添置")
    for new, edit in (
        ("尽快", {"insert": "尽快", "before": "添置缆绳"}),
        ("油漆塔身。", {"insert": "油漆塔身。", "after": "检修灯塔。"}),
    ):
        (found,) = edits_of(plan, "1", [Splice(behind_mark, behind_mark, new)], MANNERS[0]) or []
        assert found.model_dump(exclude_defaults=True) == edit
