"""分工表: who leads what, who takes part, and what came or went against the draft."""

import pytest

from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.publish.tasks import Duties, Shift, Task, duties, tasks
from tests.core.ferry import manifest, round_of

Units = tuple[str, ...]


def plan(*units: Units | None, heading: str = "码头", text: str = "修缮码头。") -> Outline:
    """Return a plan of one section whose paragraphs p1, p2, … have these units."""
    body = tuple(
        Paragraph(id=f"p{at}", heading=heading, text=text, units=names)
        for at, names in enumerate(units, 1)
    )
    return Outline([Section(key="第一章", title="渡口", body=body)])


def shifts(found: tuple[Shift, ...]) -> list[str]:
    """Return the paragraphs that came or went; 牵头 where it is the lead that did."""
    return [f"{shift.task.paragraph}{' 牵头' if shift.lead else ''}" for shift in found]


def of(unit: str, found: list[Duties]) -> tuple[list[str], list[str], list[str], list[str]]:
    """Return the paragraphs that a unit leads, joins, has newly and has no more."""
    one = next(duty for duty in found if duty.unit == unit)
    leads, joins = ([task.paragraph for task in tasks] for tasks in (one.leads, one.joins))
    return leads, joins, shifts(one.come), shifts(one.gone)


def compared(before: Outline, after: Outline, **aliases: str) -> list[Duties]:
    """Return the duties where the office wrote other units into the plan than the draft has."""
    old, new = (tuple(outline.sections.values()) for outline in (before, after))
    return duties(round_of(sections=old, plan=new, roster=manifest(aliases=aliases)))


def test_a_task_has_a_lead_unit_and_others() -> None:
    (task,) = tasks(plan(("水运站", "安监站", "林业站")))
    assert task == Task("第一章", "第一章 渡口", "p1", "码头", ("水运站", "安监站", "林业站"))
    assert (task.lead, task.others) == ("水运站", ("安监站", "林业站"))


def test_a_paragraph_without_units_is_no_task() -> None:
    assert [task.paragraph for task in tasks(plan(None, (), ("水运站",)))] == ["p3"]


def test_items_of_a_column_are_tasks_of_its_section() -> None:
    item = Paragraph(id="c1", text="木船3艘。", units=("水运站",))
    column = Column(column="专栏1", title="船只", items=(item,))
    section = Section(key="第一章/1", title="渡口", body=(column,))
    (task,) = tasks(Outline([section]))
    assert (task.section, task.title, task.paragraph) == ("第一章/1", "1.渡口", "c1")


TWENTY_FOUR = "修缮东岸码头两座并添置救生衣六十件及救生圈二十只"


@pytest.mark.parametrize(
    ("heading", "text", "shown"),
    [
        ("码头", "修缮码头。", "码头"),
        ("", "修缮码头。", "修缮码头。"),
        ("", "", "渡口"),  # the title of its section: an id says nothing to people
        ("", TWENTY_FOUR, TWENTY_FOUR),
        ("", f"{TWENTY_FOUR}。", f"{TWENTY_FOUR}……"),
    ],
)
def test_a_task_is_called_by_its_heading_or_how_it_begins(
    heading: str, text: str, shown: str
) -> None:
    assert len(TWENTY_FOUR) == 24
    (task,) = tasks(plan(("水运站",), heading=heading, text=text))
    assert task.task == shown


def test_the_first_unit_leads_and_the_others_take_part() -> None:
    now = plan(("水运站", "安监站"), ("安监站", "水运站", "林业站"))
    found = compared(now, now)
    assert [duty.unit for duty in found] == ["水运站", "安监站", "林业站"]
    assert of("水运站", found) == (["p1"], ["p2"], [], [])
    assert of("安监站", found) == (["p2"], ["p1"], [], [])
    assert of("林业站", found) == ([], ["p2"], [], [])


def test_what_came_and_what_went() -> None:
    before = plan(("水运站",), ("林业站", "安监站"))
    after = plan(("水运站", "安监站"), ("水运站",))
    found = compared(before, after)
    assert [duty.unit for duty in found] == ["水运站", "安监站", "林业站"]
    assert of("水运站", found) == (["p1", "p2"], [], ["p2 牵头"], [])
    assert of("安监站", found) == ([], ["p1"], ["p1"], ["p2"])
    assert of("林业站", found) == ([], [], [], ["p2 牵头"])
    assert {shift.by for duty in found for shift in (*duty.come, *duty.gone)} == {(OFFICE,)}


def test_who_leads_now_and_took_part_before_has_got_the_lead() -> None:
    found = compared(plan(("水运站", "安监站")), plan(("安监站", "水运站")))
    assert of("安监站", found) == (["p1"], [], ["p1 牵头"], [])
    assert of("水运站", found) == ([], ["p1"], [], ["p1 牵头"])


def test_an_alias_is_the_unit_itself_and_counts_once() -> None:
    now = plan(("县安监站", "水运站", "安监站"), ("水运站", "县安监站"))
    found = compared(now, now, 县安监站="安监站")
    assert [duty.unit for duty in found] == ["安监站", "水运站"]
    assert of("安监站", found) == (["p1"], ["p2"], [], [])
    assert found[0].leads[0].units == ("县安监站", "水运站", "安监站")


def test_dots_for_what_is_left_out_are_no_unit() -> None:
    now = plan(("水运站", "……"))
    assert [duty.unit for duty in compared(now, now)] == ["水运站"]
