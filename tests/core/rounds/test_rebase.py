"""A comment carried over to a later draft: its place there, or what it relies on and is no more."""

from typing import Any

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import ChangeUnits, Delete, Edit, Insert, Remove, Replace, Rewrite
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section
from plancli.core.plan.span import Span
from plancli.core.rounds.rebase import Carry, carry, left_over, reason_against
from plancli.core.rounds.settlements import patch_of
from tests.core.ferry import comment, of_closed, round_of

ONE = Paragraph(
    id="1",
    text="修缮东岸码头。添置船只。夜间停航。",
    units=("水运站",),
    page=Span(3, 3),
    line=Span(1, 2),
)
OTHER = Paragraph(id="2", text="安排经费。")


def draft(*body: Paragraph, key: str = "第一章") -> Corpus:
    return Corpus([Section(key=key, title="渡口", body=body)])


def later(**changed: Any) -> Corpus:
    """Return the later draft, in which the first paragraph stands on page 5, with these changes."""
    fields = {"page": Span(5, 5), "line": Span(7, 8), **changed}
    return draft(ONE.model_copy(update=fields), OTHER)


def carried(new: Corpus, *edits: Edit, **more: Any) -> Carry:
    return carry(comment("水运站-01", *edits, status="待定", **more), draft(ONE, OTHER), new)


SHIPS = Replace(replace="船只", wording="木船")


def test_the_same_words_have_a_new_page() -> None:
    at = Cited(
        section="第一章", page=Span(3, 3), line=Span(1, 1), cites="第3页第1行", original="船只"
    )
    assert carried(later(), SHIPS, at=at) == Carry(
        Cited(section="第一章", page=Span(5, 5), line=Span(7, 8), original="船只"), ()
    )


def test_a_section_that_is_no_more_is_not_cited() -> None:
    new = draft(ONE, OTHER, key="第二章")
    assert carried(new, SHIPS, at=Cited(section="第一章")).at.section is None


def test_without_quotations_there_is_no_page() -> None:
    found = carried(later(), Rewrite(rewrite="1", wording="新的。"), at=Cited(page=Span(3, 3)))
    assert found == Carry(Cited(), ())


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("修缮西岸码头。添置船只。夜间停航。", None),
        ("修缮东岸码头。添置船只。停航。", None),
        # in the words, or right beside them on either side
        ("修缮东岸码头。添置木船只。夜间停航。", "[-船只-]{+木船只+}"),
        ("修缮东岸码头。添置船艇。夜间停航。", "[-船只-]{+船艇+}"),
        ("修缮东岸码头。购置船只。夜间停航。", None),
        ("修缮东岸码头。添购船只。夜间停航。", "[-添置-]{+添购+}"),
        ("修缮东岸码头。添置船只2艘。夜间停航。", "{+2艘+}"),
        ("修缮东岸码头。添置船只。船只停航。", "[-夜间-]{+船只+}"),
    ],
)
def test_quoted_words_stand_unchanged_and_alone(text: str, change: str | None) -> None:
    obstacles = carried(later(text=text), SHIPS).obstacles
    if change is None:
        assert obstacles == ()
        return
    (found,) = obstacles
    assert (found.relies_on, found.paragraph, found.finding) == ("船只", "1", None)
    assert change in found.change


def test_words_that_never_stood_there_are_an_obstacle_only_where_they_are_to_be_merged() -> None:
    cableway = Delete(delete="索道")
    adopted = comment("水运站-01", cableway, status="采纳")
    instead = comment("水运站-01", SHIPS, status="修改后采纳", adopted=(cableway,))
    for merged in (adopted, instead):
        (found,) = carry(merged, draft(ONE, OTHER), later()).obstacles
        assert (found.relies_on, found.paragraph, found.change) == ("索道", "", "")
    rightly = comment("水运站-01", cableway, status="修改后采纳", adopted=(SHIPS,))
    misquoted = comment("水运站-01", SHIPS, status="采纳", at=Cited(original="开设索道"))
    for free in (rightly, misquoted):
        assert carry(free, draft(ONE, OTHER), later()).obstacles == ()
    assert carried(later(), cableway).obstacles == ()


def test_words_that_stand_only_in_the_later_draft_are_an_obstacle() -> None:
    (found,) = carried(later(text="修缮东岸码头。开设索道。"), Delete(delete="索道")).obstacles
    assert found.relies_on == "索道"


def test_a_paragraph_that_is_gone() -> None:
    found = carried(draft(OTHER), SHIPS, Insert(insert="等", into="1")).obstacles
    assert [(one.relies_on, one.paragraph) for one in found] == [("船只", "1"), ("1", "")]
    assert found[0].change == f"[-{ONE.text}（责任单位：水运站）-]"
    assert found[1].finding is not None
    for edit in (Remove(remove="1"), Rewrite(rewrite="1", wording="新的。")):
        (lost,) = carried(draft(OTHER), edit).obstacles
        assert (lost.relies_on, lost.paragraph) == ("1", "")


@pytest.mark.parametrize(
    ("edit", "whole"),
    [
        (Rewrite(rewrite="1", wording="新的。"), True),
        (Remove(remove="1"), True),
        (ChangeUnits(units="1", set=("林业站",)), True),
        (ChangeUnits(units="1", add=("林业站",)), False),
        (ChangeUnits(units="1", remove=("水运站",)), False),
        (Insert(insert="等", into="1"), False),
        (Rewrite(rewrite="2", wording="新的。"), False),
    ],
)
@pytest.mark.parametrize(
    "changed", [{"text": "修缮。"}, {"heading": "码头"}, {"units": ("水运站", "安监站")}, {}]
)
def test_what_is_asked_of_a_whole_paragraph_relies_on_all_of_it(
    edit: Edit, whole: bool, changed: dict[str, Any]
) -> None:
    found = carried(later(**changed), edit).obstacles
    assert [one.relies_on for one in found] == (["1"] if whole and changed else [])


def test_what_was_adopted_relies_on_its_words_too() -> None:
    new = later(text="修缮东岸码头。添置船只。")
    found = carried(new, SHIPS, adopted=(Delete(delete="夜间停航。"),)).obstacles
    assert [one.relies_on for one in found] == ["夜间停航。"]


def test_only_a_closed_round_is_left_and_only_what_is_not_in_the_text() -> None:
    patch = patch_of(comment("水运站-01", SHIPS))
    one = comment("水运站-01", SHIPS, draft="征求意见稿")
    other = comment("水运站-02", SHIPS, draft="征求意见稿")
    past = of_closed(one, other, recorded={"水运站-01": patch})
    assert reason_against(other, round_of(other)) == "it is a comment on the current draft"
    assert reason_against(one, past) == "it is in the text already"
    assert reason_against(other, past) is None
    assert not left_over(other, round_of(other))
    assert (left_over(one, past), left_over(other, past)) == (False, True)


def test_what_a_joint_wording_in_the_text_settles_is_not_left() -> None:
    settled = comment("水运站-02", SHIPS, draft="征求意见稿")
    joint = comment("水运站-01", SHIPS, settles=(settled.id,), draft="征求意见稿")
    past = of_closed(joint, settled, recorded={joint.id: patch_of(joint)})
    said = reason_against(settled, past)
    assert said == "the joint wording that settles it is in the text already"
    assert not left_over(settled, past)
    # where the joint wording is not in the text either, both are carried over
    waiting = of_closed(joint, settled)
    assert reason_against(settled, waiting) is None
    assert left_over(settled, waiting)


def test_an_item_is_carried_with_its_comment() -> None:
    item = comment("水运站-01.1", SHIPS, draft="征求意见稿", part_of="水运站-01", unit="水运站")
    assert str(reason_against(item, of_closed(item))).startswith("it is an item of a compound")


@pytest.mark.parametrize(("status", "left"), [("待定", True), ("采纳", True), ("不采纳", False)])
def test_what_was_declined_needs_no_later_place(status: str, left: bool) -> None:
    one = comment("水运站-01", SHIPS, status=status, draft="征求意见稿")
    assert left_over(one, of_closed(one)) is left


def test_a_quotation_over_two_paragraphs_that_changed_is_one_obstacle() -> None:
    old, new = (
        draft(
            Paragraph(id="1", text=f"添置{big}船只。"), Paragraph(id="2", text=f"夜间停航{end}。")
        )
        for big, end in (("", ""), ("大", "了"))
    )
    at = Cited(original="添置船只。夜间停航")
    found = carry(comment("水运站-01", status="待定", at=at), old, new)
    assert [obstacle.paragraph for obstacle in found.obstacles] == ["1"]
