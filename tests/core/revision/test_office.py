"""What comments change is brought into the plan that the office has changed itself."""

from plancli.core.merge.compose import Composition
from plancli.core.merge.structure import Structure
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.core.revision.office import rebase

ONE = Paragraph(id="1", text="早春修剪。")
TWO = Paragraph(id="2", text="秋后施肥。")
NEW = Paragraph(id="3", text="冬季清园。")


def sections(*body: Paragraph) -> tuple[Section, ...]:
    return (Section(key="第一章", title="茶园", body=body),)


def composition(*body: Paragraph) -> Composition:
    found = sections(*body)
    return Composition(Outline(found), found, {}, Structure(), ())


def reworded(paragraph: Paragraph, text: str) -> Paragraph:
    return paragraph.model_copy(update={"text": text})


OLD = composition(ONE, TWO)


def test_nothing_new_leaves_the_plan_as_it_is() -> None:
    plan = sections(TWO)
    assert rebase(OLD, OLD, plan) == (plan, set())


def test_a_paragraph_goes_unless_the_office_changed_it() -> None:
    assert rebase(OLD, composition(TWO), sections(ONE, TWO)) == (sections(TWO), set())
    kept = sections(reworded(ONE, "早春整枝。"), TWO)
    assert rebase(OLD, composition(TWO), kept) == (kept, {"1"})
    assert rebase(OLD, composition(TWO), sections(TWO)) == (sections(TWO), set())


def test_a_paragraph_comes_behind_its_neighbour_that_is_left() -> None:
    new = composition(ONE, TWO, NEW)
    assert rebase(OLD, new, sections(TWO, ONE)) == (sections(TWO, NEW, ONE), set())
    assert rebase(OLD, new, sections(ONE)) == (sections(ONE, NEW), set())


def test_two_paragraphs_of_one_id_collide() -> None:
    plan = sections(ONE, TWO, reworded(NEW, "冬季防冻。"))
    assert rebase(OLD, composition(ONE, TWO, NEW), plan) == (plan, {"3"})


def test_words_for_a_paragraph_that_the_office_removed_have_no_place() -> None:
    new = composition(reworded(ONE, "早春整枝。"), TWO)
    assert rebase(OLD, new, sections(TWO)) == (sections(TWO), {"1"})
