"""What the drafting office changed itself: which part, which field, from which character on."""

from typing import Any

import pytest

from plancli.core.finding import Extent
from plancli.core.plan.model import Column, Footnote, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.rounds.unexplained import OfficeChange, office_changes

ONE = Paragraph(id="1", heading="码头", text="修缮码头。添置船只。夜间停航。", units=("水运站",))
TWO = Paragraph(id="2", text="安排经费。")
BOX = Column(column="专栏1", title="船只", items=(Paragraph(id="3", text="木船3艘。"),))


def plan(*body: Paragraph | Column, **more: Any) -> Outline:
    section = Section(key="第一章", title=more.pop("title", "渡口"), body=body)
    return Outline([section, *more.pop("sections", ())])


def changed(**fields: Any) -> list[OfficeChange]:
    """Return what the office changed where it gave the first paragraph these fields."""
    return office_changes(plan(ONE, TWO), plan(ONE.model_copy(update=fields), TWO))


def test_nothing_changed() -> None:
    assert changed() == []
    assert changed(page=None, line=None) == []


@pytest.mark.parametrize(
    ("text", "change", "offset", "extents"),
    [
        # words put in, at the beginning and at the end
        ("全面修缮码头。添置船只。夜间停航。", "{+全面+}", 0, [(0, 2)]),
        ("修缮码头。添置船只。夜间停航。到位。", "{+到位。+}", 15, [(15, 18)]),
        # a word for another
        ("修缮驳岸。添置船只。夜间停航。", "[-码头-]{+驳岸+}", 2, [(2, 4)]),
        # a word gone from a sentence: the character before shows it, at its beginning the one behind
        ("修缮码头。添置船。夜间停航。", "[-船只-]{+船+}", 8, [(7, 8)]),
        ("修缮码头。船只。夜间停航。", "[-添置-]", 5, [(5, 6)]),
        # a whole sentence gone: nothing is left of it to show
        ("修缮码头。夜间停航。", "[-添置船只。-]", 5, []),
        ("修缮码头。添置船只。", "[-夜间停航。-]", 9, []),
        # two changes
        (
            "修缮驳岸。添置船只。夜间停航三月。",
            "[-码头-]{+驳岸+}{+三月+}",
            2,
            [(2, 4), (14, 16)],
        ),
        ("", "[-修缮码头。添置船只。夜间停航。-]", None, []),
    ],
)
def test_words_of_a_text(
    text: str, change: str, offset: int | None, extents: list[tuple[int, int]]
) -> None:
    (found,) = changed(text=text)
    assert (found.key, found.field, found.offset) == ("1", "text", offset)
    assert found.change == change
    assert found.extents == tuple(Extent(("text",), *extent) for extent in extents)


def test_a_note_may_name_a_change_by_the_marks_of_earlier_versions() -> None:
    (cut,) = changed(text="修缮码头。添置船。夜间停航。")
    assert cut.names == ("[-船只-]{+船+}", "[-只-]")
    (whole,) = changed(text="修缮驳岸。添置船只。夜间停航。")
    assert whole.names == ("[-码头-]{+驳岸+}",)


def test_a_heading_comes_before_the_text() -> None:
    (found,) = changed(heading="码头工程", text="修缮。")
    assert (found.field, found.offset) == ("heading", 2)
    assert found.extents[0] == Extent(("heading",), 2, 4)


def test_units_that_came_are_named_by_their_place() -> None:
    (found,) = changed(units=("安监站", "水运站", "林业站"))
    assert (found.key, found.field, found.offset) == ("1", "units", None)
    assert found.extents == (Extent(("units", 0)), Extent(("units", 2)))


def test_units_that_went_or_changed_places_are_the_list() -> None:
    before = plan(ONE.model_copy(update={"units": ("水运站", "安监站")}))
    for units in (("水运站",), ("安监站", "水运站")):
        (found,) = office_changes(before, plan(ONE.model_copy(update={"units": units})))
        assert (found.field, found.extents) == ("units", (Extent(("units",)),))
    (found,) = office_changes(before, plan(ONE.model_copy(update={"units": None})))
    assert (found.field, found.extents) == ("units", ())


def test_a_new_paragraph_and_one_that_is_gone() -> None:
    new = Paragraph(id="9", heading="灯塔", text="建灯塔。", units=("水运站",))
    (come,) = office_changes(plan(ONE, TWO), plan(ONE, TWO, new))
    assert (come.key, come.field, come.offset) == ("9", "text", None)
    assert come.extents == (
        Extent(("id",), 0, 1),
        Extent(("heading",), 0, 2),
        Extent(("text",), 0, 4),
        Extent(("units", 0)),
    )
    (gone,) = office_changes(plan(ONE, TWO), plan(ONE))
    assert gone == OfficeChange("2", "text", "[-安排经费。-]")


def test_titles_of_sections_and_columns() -> None:
    before = plan(ONE, BOX)
    assert office_changes(before, plan(ONE, BOX, title="渡口码头")) == [
        OfficeChange("第一章", "title", "{+码头+}", extents=(Extent(("title",)),))
    ]
    renamed = BOX.model_copy(update={"title": "船艇"})
    (found,) = office_changes(before, plan(ONE, renamed))
    assert (found.key, found.change) == ("第一章/专栏1", "[-船只-]{+船艇+}")
    untitled = BOX.model_copy(update={"title": ""})
    assert office_changes(before, plan(ONE, untitled)) == [
        OfficeChange("第一章/专栏1", "title", "[-船只-]")
    ]


def test_a_section_that_came_has_its_title_as_change() -> None:
    end = Section(key="第二章", title="附则")
    assert office_changes(plan(ONE), plan(ONE, sections=[end])) == [
        OfficeChange("第二章", "title", "{+附则+}", extents=(Extent(("title",)),))
    ]
    assert office_changes(plan(ONE, sections=[end]), plan(ONE)) == [
        OfficeChange("第二章", "title", "[-附则-]")
    ]


def test_a_section_below_another_one() -> None:
    end, below = (Section(key="第二章", title="附则", parent=above) for above in (None, "第一章"))
    assert office_changes(plan(ONE, sections=[end]), plan(ONE, sections=[below])) == [
        OfficeChange("第二章", "parent", "{+第一章+}", extents=(Extent(("parent",)),))
    ]
    assert office_changes(plan(ONE, sections=[below]), plan(ONE, sections=[end])) == [
        OfficeChange("第二章", "parent", "[-第一章-]", extents=(Extent(("parent",)),))
    ]


def test_an_order() -> None:
    (found,) = office_changes(plan(ONE, TWO, BOX), plan(TWO, ONE, BOX))
    assert (found.key, found.field, found.extents) == ("第一章", "order", ())
    assert office_changes(plan(ONE, TWO), plan(ONE, Paragraph(id="9"), TWO))[0].key == "9"


def test_a_part_that_changed_its_list() -> None:
    end = Section(key="第二章", title="附则")
    moved = office_changes(
        plan(ONE, TWO, sections=[end]),
        plan(ONE, sections=[end.model_copy(update={"body": (TWO,)})]),
    )
    assert moved == [OfficeChange("第一章", "order", "[-2-]")]


NOTED = "甲渡口每日通航,乙渡口隔日通航。"


def _moved(old: Footnote, new: Footnote, text: str = NOTED) -> list[OfficeChange]:
    """Return what the office changed where a note is bound otherwise, and its text reads so."""
    before = Paragraph(id="1", text=NOTED, notes=(old,))
    found = office_changes(plan(before), plan(Paragraph(id="1", text=text, notes=(new,))))
    return [one for one in found if one.key != "1"]


def _note(after: str | None, nth: int | None = None) -> Footnote:
    return Footnote(id="注", text="含节假日。", after=after, nth=nth)


@pytest.mark.parametrize(
    ("new", "change", "extents"),
    [
        (_note("乙渡口"), "[-甲渡口每日-]{+甲渡口每日通航,乙渡口+}", [("after",)]),
        (_note("通航", 2), "[-甲渡口每日-]{+每日通航,乙渡口隔日通航+}", [("after",)]),
        (_note(None), "[-甲渡口每日-]{+日通航,乙渡口隔日通航。+}", []),
    ],
)
def test_a_mark_that_stands_elsewhere(new: Footnote, change: str, extents: list[Any]) -> None:
    (found,) = _moved(_note("每日"), new)
    assert (found.key, found.field, found.change) == ("注", "after", change)
    assert [one.path for one in found.extents] == extents


def test_a_mark_that_goes_with_its_words_or_is_said_otherwise_is_no_change() -> None:
    assert _moved(_note("每日"), _note("甲渡口每日")) == []
    assert _moved(_note("每日"), _note("每两日"), NOTED.replace("每日", "每两日")) == []
    assert _moved(_note("每日"), _note("每日"), f"每日两班,{NOTED}") == []
    # of one that has no place P526 and P527 tell
    assert _moved(_note("每日"), _note("丙渡口")) == []
    assert _moved(_note("每日"), _note("渡口")) == []


@pytest.mark.parametrize(
    ("number", "change"), [("（2）", "[-（1）-]{+（2）+}"), (None, "[-（1）-]")]
)
def test_the_number_of_a_formula_is_no_series_and_is_told_all_the_same(
    number: str | None, change: str
) -> None:
    formula = Paragraph(id="式1", formula=True, number="（1）", text="R = A / B")
    other = formula.model_copy(update={"number": number})
    (found,) = office_changes(plan(ONE, formula), plan(ONE, other))
    assert (found.key, found.field, found.change) == ("式1", "number", change)
