"""Appendices as a series: counted apart from chapters, with tables of their own; references follow."""

import pytest

from plancli.core.plan.counting import counted
from plancli.core.plan.misnumbered import misfits, misnumbered
from plancli.core.plan.model import Column, Paragraph, Section, Table
from plancli.core.plan.numbered import is_appendix
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.outline import Outline
from plancli.core.revision.renumber import Renumbering, following


def part(key: str, *body: Paragraph | Column | Table) -> Section:
    return Section(key=key, title="船只清单", body=body)


def table(name: str) -> Table:
    return Table(table=name, title="数目")


TASKS = part(
    "第一章", Paragraph(id="甲", text="船只见附件2,码头见附表2-1,人员见附件3。"), table("表1")
)
FIRST = part("附件1", Paragraph(id="乙", text="附件1所列为客船。"), table("附表1-1"))
SECOND = part("附件2", table("附表2-1"), table("附表2-2"))
THIRD = part("附件3", table("附表3-1"))
DRAFT = Outline([TASKS, FIRST, SECOND, THIRD])
NUMBERING = Numbering.model_validate(
    {
        "appendix": "附件{1}",
        "table": ["表{1}", "附表{1}-{1}"],
        "per": {"appendix": "plan", "table": "appendix"},
    }
)
DECLARED = pytest.mark.parametrize("numbering", [Numbering(), NUMBERING], ids=["drawn", "declared"])


@DECLARED
def test_what_is_right_is_left(numbering: Numbering) -> None:
    assert list(misnumbered(DRAFT, numbering)) == []
    assert list(misfits(DRAFT, numbering)) == []
    assert following(DRAFT, DRAFT, numbering) == {}


@DECLARED
def test_behind_an_appendix_that_goes_all_close_up_with_their_tables(numbering: Numbering) -> None:
    sections = [TASKS, SECOND, THIRD]
    numbers = following(DRAFT, Outline(sections), numbering)
    assert numbers == {
        "附件2": "附件1",
        "附件2/附表2-1": "附表1-1",
        "附件2/附表2-2": "附表1-2",
        "附件3": "附件2",
        "附件3/附表3-1": "附表2-1",
    }
    printed = Renumbering(DRAFT, Outline(sections), numbers).printed(sections)
    assert Outline(printed).words("甲", "text") == "船只见附件1,码头见附表1-1,人员见附件2。"
    assert [fault.label for fault in misnumbered(Outline(sections), numbering)]


def test_those_that_come_and_move_are_counted_as_they_are_declared() -> None:
    new = part("附件新", table("附表新"))
    plan = Outline([TASKS, FIRST, THIRD, new, SECOND])
    numbers = counted(DRAFT, plan, NUMBERING)
    assert [numbers[key] for key in ("附件1", "附件3", "附件新", "附件2")] == [
        "附件1",
        "附件2",
        "附件3",
        "附件4",
    ]
    assert numbers["附件3/附表3-1"] == "附表2-1"
    assert numbers["第一章/表1"] == "表1"


def test_tables_are_counted_anew_in_each_appendix_and_through_the_plan_elsewhere() -> None:
    per = Numbering.model_validate({"table": "表{1}", "per": {"table": "appendix"}})
    chapters = [part("第一章", table("表1")), part("第二章", table("表2"))]
    plan = Outline([*chapters, part("附录一", table("表1")), part("附录二", table("表1"))])
    assert list(misnumbered(plan, per)) == []
    wrong = Outline([*chapters, part("附录一", table("表3"))])
    assert [fault.label for fault in misnumbered(wrong, per)] == ["表3"]


def test_what_is_not_declared_is_numbered_as_the_draft_has_it() -> None:
    only = Numbering.model_validate({"appendix": "附件{1}", "table": "表{1}"})
    plan = Outline([part("第一章", table("表1")), part("附件1")])
    assert list(misfits(plan, only)) == []
    odd = Outline([part("附录一"), part("附件2")])
    assert [one.key for one in misfits(odd, only)] == ["附录一"]


def test_a_text_that_begins_with_the_number_of_an_appendix_speaks_of_it() -> None:
    sections = [part("第一章", Paragraph(id="甲", text="详见附件1。")), THIRD, FIRST]
    draft = Outline([sections[0], FIRST, THIRD])
    numbers = following(draft, Outline(sections), NUMBERING)
    printed = Outline(Renumbering(draft, Outline(sections), numbers).printed(sections))
    assert printed.words("甲", "text") == "详见附件2。"
    assert printed.words("乙", "text") == "附件2所列为客船。"


@pytest.mark.parametrize(
    ("key", "expected"),
    [("附件", True), ("附录二", True), ("附表1", True), ("第一章", False), ("附则", False)],
)
def test_an_appendix_is_told_by_what_it_is_called(key: str, expected: bool) -> None:
    assert is_appendix(Outline([part(key)]), key) is expected
