"""What is printed between the fields of a paragraph: by language, by plan, by paragraph."""

import pytest

from plancli.core.plan.joints import joints_of
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.printed import fields_of, printed
from plancli.core.plan.tree import Tree
from plancli.core.plan.wording import words_inside, words_of


def printed_text(paragraph: Paragraph, language: str = "zh", separator: str | None = None) -> str:
    section = Section(key="一", title="水", body=(paragraph,))
    outline = Outline([section.printed_with(joints_of(language, separator))])
    return printed(outline.spots[paragraph.id]).text


@pytest.mark.parametrize(
    ("language", "separator", "text"),
    [
        ("zh", None, "管网。换新管。（责任单位：水务站、村委会）"),
        ("zh-TW", None, "管网。换新管。（责任单位：水务站、村委会）"),
        ("zh", "：", "管网：换新管。（责任单位：水务站、村委会）"),
        ("zh", "　", "管网　换新管。（责任单位：水务站、村委会）"),
        ("zh", "", "管网换新管。（责任单位：水务站、村委会）"),
        ("en", None, "管网. 换新管。 (responsible: 水务站, 村委会)"),
        ("fr", None, "管网. 换新管。 (responsible: 水务站, 村委会)"),
        ("en", ": ", "管网: 换新管。 (responsible: 水务站, 村委会)"),
    ],
)
def test_the_words_between(language: str, separator: str | None, text: str) -> None:
    paragraph = Paragraph(id="1", heading="管网", text="换新管。", units=("水务站", "村委会"))
    assert printed_text(paragraph, language, separator) == text


@pytest.mark.parametrize(
    "heading", ["管网？", "管网!", "管网：", "管网…", "管网——", "管网。”", "管网（怎么换？）"]
)
def test_a_mark_at_the_end_of_a_heading_stays_alone(heading: str) -> None:
    paragraph = Paragraph(id="1", heading=heading, text="换新管。")
    assert printed_text(paragraph) == f"{heading}换新管。"
    assert printed_text(paragraph, "en") == f"{heading} 换新管。"
    assert printed_text(paragraph, separator="：") == f"{heading}换新管。"


@pytest.mark.parametrize("heading", ["管网", "“活水”", "管网（试行）", "30%", "C/D"])
def test_quotes_and_brackets_are_no_such_mark(heading: str) -> None:
    assert printed_text(Paragraph(id="1", heading=heading, text="换。")) == f"{heading}。换。"


def test_a_paragraph_may_have_a_separator_of_its_own() -> None:
    paragraph = Paragraph(id="1", heading="管网", separator="——", text="换新管。")
    assert printed_text(paragraph) == "管网——换新管。"
    assert printed_text(paragraph, "en", ": ") == "管网——换新管。"
    assert printed_text(paragraph.model_copy(update={"separator": ""})) == "管网换新管。"


def test_a_field_that_is_not_there_has_nothing_beside_it() -> None:
    assert printed_text(Paragraph(id="1", text="Dig wells."), "en") == "Dig wells."
    alone = Paragraph(id="1", heading="Wells", units=("Water board",))
    assert printed_text(alone, "en") == "Wells. (responsible: Water board)"
    assert printed_text(Paragraph(id="1", heading="Wells", units=()), "en") == "Wells."


def test_the_fields_make_up_the_printed_paragraph() -> None:
    paragraph = Paragraph(id="1", heading="Wells", text="Dig.", units=("A", "B"))
    fields = fields_of(paragraph, joints_of("en"))
    assert fields == ("", "Wells", ". ", "Dig.", " (responsible: ", "A, B", ")")
    assert fields.said == "Wells. Dig."
    assert fields.listed == " (responsible: A, B)"


def test_a_section_is_printed_as_the_plan_is_into_which_it_comes() -> None:
    there = Section(key="一", title="水").printed_with(joints_of("zh", "："))
    tree = Tree(Outline([there]))
    tree.insert("二", Section(key="二", title="电"), "", "一")
    assert [section.joints.separator for section in tree.sections({})] == ["：", "："]


def test_the_joints_are_no_key_and_outlive_a_change() -> None:
    section = Section(key="一", title="水").printed_with(joints_of("en"))
    assert section.model_copy(update={"title": "电"}).joints == joints_of("en")
    assert set(section.model_dump()) == {"key", "number", "title", "parent", "body"}
    assert Section(key="一", title="水").joints == joints_of("zh")


def test_words_of_a_part_with_and_without_what_is_printed_between() -> None:
    items = (Paragraph(id="1", heading="泵", text="两台。"), Paragraph(id="2", text="备用一台。"))
    column = Column(column="专栏1", title="设备", items=items)
    assert words_of(column, joints_of("zh", "：")) == "设备\n泵：两台。\n备用一台。"
    assert words_inside(column) == ["设备", "泵", "两台。", "备用一台。"]
