"""A figure that changed in a cell or in the text, and the old one where it still stands."""

import pytest

from plancli.core.comments.edits import Replace, Rewrite
from plancli.core.comments.record import Patch
from plancli.core.evidence.rippled import figure_ripples
from plancli.core.plan.digest import unprinted
from plancli.core.plan.model import Paragraph, Section, Table
from plancli.core.plan.outline import Outline
from plancli.core.revision.revise import Workspace

TABLE = Table.model_validate(
    {
        "table": "表1",
        "unit": "单位:%",
        "columns": ["指标", "2023年", "2026年"],
        "rows": [["渡船准点率", "88", "95"], ["渡工持证率", "95", "100"], ["渡口数(个)", "6", "9"]],
    }
)
OTHER = Table.model_validate(
    {
        "table": "表2",
        "columns": ["指标", "目标"],
        "rows": [["渡船准点率", "95%"], ["渡口数", "9个"]],
    }
)


def told(text: str, *edits: Replace | Rewrite) -> list[tuple[str, str, str, list[str]]]:
    """Return the old and new figure with the places that still have the old one."""
    body = (Paragraph(id="1", text=text), TABLE, OTHER)
    draft = (Section(key="第一章", title="渡运", body=body),)
    space = Workspace(draft, unprinted(draft), {}, ())
    done = space.revise({"甲-1": Patch(edits=edits)})
    found = figure_ripples(space.draft, done.placed.values(), Outline(done.sections))
    return [
        (one.form.paragraph, one.form.old, one.form.new, [place.paragraph for place in one.places])
        for one in found
    ]


IN_CELL = Replace(replace="95", wording="96", within="表1.1/2026年")


def test_a_cell_that_changed_is_looked_for_in_the_text_and_in_other_tables() -> None:
    assert told("到2026年,渡船准点率达到95%。", IN_CELL) == [
        ("表1.1/2026年", "95", "96", ["1", "表2.1/目标"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "到2023年,渡船准点率达到95%。",
        "到2026年,渡船准点率达到96%。",
        "到2026年,渡工持证率达到95%。",
        "渡船准点率稳步提高,渡船95艘。",
        "渡船准点率要提高。渡工持证率95%。",
    ],
)
def test_another_thing_year_or_value_is_none(text: str) -> None:
    assert told(text, IN_CELL) == [("表1.1/2026年", "95", "96", ["表2.1/目标"])]


def test_a_text_that_changed_is_looked_for_in_the_cells_of_its_row() -> None:
    edit = Replace(replace="95%", wording="96%", within="1")
    assert told("到2026年,渡船准点率达到95%。", edit) == [
        ("1", "95%", "96%", ["表1.1/2026年", "表2.1/目标"])
    ]


def test_units_tell_figures_apart() -> None:
    edit = Replace(replace="9个", wording="10个", within="1")
    assert told("到2026年,渡口数达到9个,渡船准点率达到95%。", edit) == [
        ("1", "9个", "10个", ["表1.3/2026年", "表2.2/目标"])
    ]


def test_where_the_cell_changed_with_the_text_nothing_is_left() -> None:
    edits = (
        Replace(replace="95%", wording="96%", within="1"),
        IN_CELL,
        Rewrite(rewrite="表2.1/目标", wording="96%"),
    )
    assert told("到2026年,渡船准点率达到95%。", *edits) == []


def test_words_that_changed_leave_figures_alone() -> None:
    edit = Replace(replace="达到", wording="提高到", within="1")
    assert told("到2026年,渡船准点率达到95%。", edit) == []
