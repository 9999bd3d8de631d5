"""One change made to every paragraph: what does not change is the very value that it was."""

from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.plan.span import Span
from plancli.core.plan.throughout import paragraphs_in, throughout
from tests.core.tabled import DRAFT, TABLE

BOX = Column(column="专栏1", items=(Paragraph(id="专栏1.1", text="渡口。"),))
SECTION = Section(key="第一章", title="渡运", body=(Paragraph(id="1.1", text="船。"), BOX, TABLE))


def louder(paragraph: Paragraph) -> Paragraph:
    return paragraph.model_copy(update={"text": paragraph.text + "!"})


def test_every_paragraph_item_cell_and_note_is_changed() -> None:
    before, after = Outline([SECTION]).spots, Outline([throughout(SECTION, louder)]).spots
    assert list(before) == list(after)
    for key, spot in after.items():
        assert spot.paragraph.text == before[key].paragraph.text + "!"
    assert {"1.1", "专栏1.1", "表1/unit", "表1.0/*", "表1.3/今年", "表1.注1"} <= after.keys()


def test_what_does_not_change_is_the_same_value() -> None:
    assert throughout(SECTION, lambda paragraph: paragraph) is SECTION
    changed = throughout(
        SECTION, lambda paragraph: louder(paragraph) if paragraph.id == "1.1" else paragraph
    )
    assert changed.body[1] is BOX
    assert changed.body[2] is TABLE


def test_a_row_stands_where_its_first_cell_does() -> None:
    def placed(paragraph: Paragraph) -> Paragraph:
        if not paragraph.id.startswith("表1.1/"):
            return paragraph
        return paragraph.model_copy(update={"page": Span(7, 7), "line": Span(3, 3)})

    table = Outline([throughout(SECTION, placed)]).tables["第一章/表1"]
    assert [str(row.page) for row in table.rows] == ["None", "7", "None", "None"]
    assert [str(row.line) for row in table.rows] == ["None", "3", "None", "None"]


def test_the_paragraphs_of_a_part_are_those_of_the_outline() -> None:
    for section in (*DRAFT, SECTION):
        found = [one.id for part in section.body for one in paragraphs_in(part)]
        assert found == list(Outline([section]).spots)
