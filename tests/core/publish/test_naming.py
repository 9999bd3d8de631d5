"""What parts are called to people: by number and title, so that they find them on their paper."""

import pytest

from plancli.core.evidence.wordings import PLACE, Wording, keys_of_place, place_words
from plancli.core.finding import Finding
from plancli.core.locate.names import Names
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline, renumbered
from plancli.core.plan.printed import Position
from plancli.core.plan.span import Span
from plancli.core.publish.naming import (
    CHINESE_NAMING,
    Naming,
    Paper,
    formerly,
    name_of,
    place_lines,
)

SECTIONS = (
    Section(key="第一章", title="水源"),
    Section(key="第一章/一", title="保护“一湖两库”"),
    Section(
        key="第一章/7",
        number="6",
        title="引水工程",
        parent="第一章/一",
        body=(
            Paragraph(id="7.1", heading="泵站", text="新建泵站2座。"),
            Paragraph(id="7.2", number="(二)", heading="管线", text="铺设管线9公里。"),
            Paragraph(id="7.3", number="(三)", text="加固堤防。"),
            Paragraph(id="7.4", text="清淤。"),
            Column(
                column="专栏3",
                number="专栏2",
                title="泵站布局",
                items=(Paragraph(id="专栏3.1", heading="东岸", text="一座。"),),
            ),
        ),
    ),
    Section(
        key="第二章",
        title="保障",
        body=(Column(column="专栏9", items=(Paragraph(id="9", text="略。"),)),),
    ),
)
OUTLINE = Outline(SECTIONS)

CALLED = {
    "第一章": "第一章“水源”",
    "第一章/一": "第一章“一、保护‘一湖两库’”",
    "第一章/7": "第一章第6项“引水工程”",
    "7.1": "第一章第6项“引水工程”中“泵站”",
    "7.2": "第一章第6项“引水工程”中(二)“管线”",
    "7.3": "第一章第6项“引水工程”中(三)",
    "7.4": "第一章第6项“引水工程”中第4段",
    "第一章/7/专栏3": "专栏2“泵站布局”",
    "专栏3.1": "专栏2“泵站布局”中“东岸”",
    "第二章": "第二章“保障”",
    "第二章/专栏9": "专栏9",
    "9": "专栏9中第1段",
}


@pytest.mark.parametrize("key", list(OUTLINE.in_reading_order))
def test_a_part_by_its_number_and_title(key: str) -> None:
    assert name_of(OUTLINE, key) == CALLED[key]


@pytest.mark.parametrize("key", list(OUTLINE.in_reading_order))
def test_what_a_part_is_called_finds_it_again(key: str) -> None:
    assert Names(OUTLINE).keys(name_of(OUTLINE, key)) == [key]


def test_what_is_not_there_is_called_as_it_was_cited() -> None:
    assert name_of(OUTLINE, "泵站那一段") == "泵站那一段"


def test_a_number_that_stands_twice_is_told_with_what_holds_it() -> None:
    columns = (Column(column="专栏1", title="甲"),), (Column(column="专栏1", title="乙"),)
    outline = Outline(
        Section(key=key, title=f"{key}内", body=body)
        for key, body in zip(("第一章", "第二章"), columns, strict=True)
    )
    assert name_of(outline, "第二章/专栏1") == "第二章“第二章内”专栏1“乙”"


ENGLISH = Naming(
    "{number} “{title}”",
    "“{title}”",
    "item {number}",
    "paragraph {number}",
    "formula {number}",
    "{whole}, {part}",
    "{part} in {whole}",
    "{new} (formerly {old})",
    "{old} (now {new})",
    "title of the plan",
    "row “{row}” of {whole}",
    "column “{column}” of {whole}",
    "“{column}” in row “{row}” of {whole}",
    "cell {number} in row “{row}” of {whole}",
    "row {number} of {whole}",
    "column {number} of {whole}",
    "unit of measure of {whole}",
    "note {number} to {whole}",
    "footnote to {whole}",
    "footnote to “{words}” in {whole}",
    "picture of {whole}",
    "alternative text of {whole}",
    "new row of {whole}",
    "new column of {whole}",
    "new part of {whole}",
    "page {page}",
    " line {line}",
)


def test_another_language_has_forms_of_its_own() -> None:
    item = Paragraph(id="3.1", text="Two ponds.")
    box = Column(column="Box 3", number="Box 2", title="Ponds", items=(item,))
    wells = Section(key="Chapter 1/4", title="Wells", body=(box,))
    outline = Outline((Section(key="Chapter 1", title="Water"), wells))
    assert name_of(outline, "Chapter 1/4", ENGLISH) == "Chapter 1, item 4 “Wells”"
    assert name_of(outline, "3.1", ENGLISH) == "paragraph 1 in Box 2 “Ponds”"
    assert formerly("Box 2", "Box 3", ENGLISH) == "Box 2 (formerly Box 3)"


# --- beside what it was ---------------------------------------------------------------------------------

DRAFT = Outline(
    (
        Section(
            key="第一章",
            title="水源",
            body=(
                Paragraph(id="1.1", number="(一)", heading="泵站"),
                Paragraph(id="1.2", number="(二)", heading="管线"),
                Paragraph(id="1.3", text="清淤。"),
                Column(column="专栏3", title="布局", items=(Paragraph(id="3.1", heading="东岸"),)),
            ),
        ),
        Section(key="第一章/17", title="引水"),
    )
)
PLAN = Outline(
    (
        Section(
            key="第一章",
            title="水源",
            body=(
                Paragraph(id="1.2", number="(一)", heading="管线"),
                Paragraph(id="1.3", text="清淤。"),
                Column(column="专栏3", number="专栏2", title="布局"),
                Paragraph(id="1.4", number="(二)", text="新增。"),
            ),
        ),
        Section(key="第一章/17", number="16", title="引水"),
    )
)


@pytest.mark.parametrize(
    ("key", "lines"),
    [
        ("第一章", ["第一章 水源"]),
        ("第一章/17", ["16（原17）.引水"]),
        ("第一章/专栏3", ["第一章 水源", "专栏2（原专栏3） 布局"]),
        ("3.1", ["第一章 水源", "专栏2（原专栏3） 布局", "东岸"]),  # gone: where the draft had it
        ("1.1", ["第一章 水源", "(一)泵站"]),
        ("1.2", ["第一章 水源", "(一)（原(二)）管线"]),
        ("1.3", ["第一章 水源", "第2段"]),
        ("1.4", ["第一章 水源", "(二)"]),
    ],
)
def test_where_a_part_stands_with_the_number_that_it_had(key: str, lines: list[str]) -> None:
    assert place_lines(DRAFT, PLAN, key) == lines


def test_a_section_whose_number_others_have_stands_below_its_chapter() -> None:
    chapters = (
        Section(key="第一章", title="水源"),
        Section(key="第一章/第一节", title="现状", body=(Paragraph(id="1.1", heading="泵站"),)),
        Section(key="第二章", title="航运"),
        Section(key="第二章/第一节", title="渡口", body=(Paragraph(id="2.1", heading="码头"),)),
        Section(key="第二章/第二节", title="航道", body=(Paragraph(id="2.2", heading="疏浚"),)),
    )
    plan = Outline(chapters)
    assert place_lines(plan, plan, "2.1") == ["第二章 航运", "第一节 渡口", "码头"]
    assert place_lines(plan, plan, "2.2") == ["第二节 航道", "疏浚"]


@pytest.mark.parametrize(
    ("new", "old", "shown"),
    [("专栏2", "专栏3", "专栏2（原专栏3）"), ("(一)", "", "(一)"), ("", "(一)", "(一)")],
)
def test_a_number_with_the_one_before(new: str, old: str, shown: str) -> None:
    assert formerly(new, old, CHINESE_NAMING) == shown


# --- keys inside what is said ------------------------------------------------------------------------------

PAPER = Paper(DRAFT, PLAN)


def test_findings_say_names_where_their_rules_say_keys() -> None:
    params = {"paragraph": "1.2", "change": "1.1: [-泵-] 第一章/专栏3: 布局", "count": "1.3"}
    shown = PAPER.finding(Finding("P421", params)).params
    assert shown == {
        "paragraph": "第一章“水源”中(二)（现(一)）“管线”",
        "change": "第一章“水源”中(一)“泵站”: [-泵-] 专栏3（现专栏2）“布局”: 布局",
        "count": "1.3",
    }


def test_a_page_that_looks_like_a_key_stays_a_page() -> None:
    section = Section(key="第一章", title="水源", body=(Paragraph(id="12", text="清淤。"),))
    outline = Outline((section,))
    found = Finding("P303", {"cited": "12", "paragraph": "第一章"})
    shown = Paper(outline, outline).finding(found).params
    assert shown == {"cited": "12", "paragraph": "第一章“水源”"}


def test_a_part_that_moves_goes_behind_what_has_a_name() -> None:
    moving = Wording(
        "1.2", PLACE, place_words("第一章", "1.1"), place_words("第一章", "1.3"), "第一章"
    )
    shown = PAPER.wording(moving)
    assert (shown.draft, shown.asked, shown.adopted) == (
        "第一章“水源” (一)“泵站” ↑",
        "第一章“水源” 第3段 ↑",
        "第一章“水源”",
    )


@pytest.mark.parametrize(
    ("container", "after"),
    [
        ("", None),
        ("", "第一章"),
        ("第一章", None),
        ("第一章", "第一章/专栏3"),
        ("Part 1/Box 2", "a b"),
    ],
)
def test_keys_are_read_out_of_a_place_again(container: str, after: str | None) -> None:
    body = (Column(column="Box 2", items=(Paragraph(id="a b", text="A."),)),)
    outline = Outline((*DRAFT.sections.values(), Section(key="Part 1", title="One", body=body)))
    words = place_words(container, after)
    assert keys_of_place(words, outline) == (container, after)


def test_parts_with_another_number_in_another_state() -> None:
    assert renumbered(DRAFT, PLAN) == {
        "第一章/17": ("17", "16"),
        "第一章/专栏3": ("专栏3", "专栏2"),
        "1.2": ("(二)", "(一)"),
    }


@pytest.mark.parametrize(
    ("position", "chinese", "english"),
    [
        (Position(Span(38, 38), Span(16, 20)), "第38页第16-20行", "page 38 line 16-20"),
        (Position(Span(7, 7), None), "第7页", "page 7"),
        (Position(None, None), "", ""),
    ],
)
def test_page_and_line_are_said_in_words(position: Position, chinese: str, english: str) -> None:
    assert CHINESE_NAMING.on_paper(position) == chinese
    assert ENGLISH.on_paper(position) == english
