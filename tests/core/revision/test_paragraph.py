"""One paragraph in three versions: comments and office apart from each other, or in each other's way."""

import pytest

from plancli.core.plan.model import Paragraph
from plancli.core.revision.paragraph import Merges, Rebased, rebased_paragraph
from plancli.core.revision.three import Three

BASE = Paragraph(id="1", heading="茶园", text="春季剪枝。秋季施肥。", units=("林业站",))


def rebased(office: dict[str, object], comments: dict[str, object]) -> Rebased:
    versions = Three(BASE, BASE.model_copy(update=office), BASE.model_copy(update=comments))
    return rebased_paragraph(versions, Merges({}, {}), BASE.units)


def test_both_stand_where_they_are_apart() -> None:
    found = rebased({"text": "早春剪枝。秋季施肥。"}, {"text": "春季剪枝。秋季施有机肥。"})
    assert not found.clash
    assert found.paragraph.text == "早春剪枝。秋季施有机肥。"
    found = rebased({"text": "春季剪枝。"}, {"heading": "茶山"})
    assert (found.paragraph.heading, found.paragraph.text) == ("茶山", "春季剪枝。")


@pytest.mark.parametrize("office", [{}, {"text": "早春剪枝。"}, {"heading": "茶山"}])
def test_where_comments_change_nothing_the_office_has_its_way(office: dict[str, object]) -> None:
    found = rebased(office, {})
    assert found == Rebased(BASE.model_copy(update=office))


def test_a_clash_in_one_field_leaves_the_whole_paragraph() -> None:
    office: dict[str, object] = {"text": "春季修枝。秋季施肥。"}
    found = rebased(office, {"heading": "茶山", "text": "春季整枝。秋季施肥。"})
    assert found == Rebased(BASE.model_copy(update=office), clash=True)


def test_both_may_ask_for_the_same() -> None:
    same: dict[str, object] = {"text": "春季剪枝。"}
    found = rebased(same, same)
    assert found == Rebased(BASE.model_copy(update=same))
