"""What keeps a round from being published."""

import pytest

from plancli.core.check.privacy import private, relaxed
from plancli.core.comments.comment import Comment, Waiver
from plancli.core.plan.manifest import Weight
from plancli.core.plan.model import Paragraph, Section
from plancli.core.rounds.round import Round
from tests.core.ferry import SECTIONS, comment, manifest, of_closed, round_of

CALL = "请致电13912345678。"


def found(round_: Round) -> list[tuple[str, str]]:
    return [(one.code, one.subject.key if one.subject else "") for one in private(round_)]


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (comment("水运站-01", opinion=CALL), "P506"),
        (comment("水运站-01", reply="加微信号:lishuang。"), "P506"),
        (comment("水运站-01", opinion="机密★5年 请改。"), "P507"),
        (comment("水运站-01", opinion="请改。", blacken=("李四",)), "P511"),
    ],
)
def test_errors_are_named(one: Comment, code: str) -> None:
    assert found(round_of(one)) == [(code, "水运站-01")]


def test_what_is_black_is_not_published() -> None:
    assert found(round_of(comment("水运站-01", opinion=CALL, blacken=("13912345678",)))) == []


def test_the_points_of_a_comment_are_black_where_the_whole_says_so() -> None:
    values = {
        "id": "水运站-01",
        "unit": "水运站",
        "opinion": "两点,联系李四。",
        "blacken": ["13912345678", "李四"],
        "items": [{"opinion": CALL}, {"opinion": "无。"}],
    }
    assert found(round_of(Comment.model_validate(values))) == []
    open_ = Comment.model_validate({**values, "blacken": ["李四"]})
    assert found(round_of(open_)) == [("P506", "水运站-01.1")]


def test_a_waiver_and_the_weights_of_the_plan_hold() -> None:
    waived = comment("水运站-01", opinion=CALL, waivers=(Waiver(rule="P506", reason="已同意。"),))
    assert found(round_of(waived)) == []
    lighter = manifest(rules={"P506": Weight.WARNING})
    assert found(round_of(comment("水运站-01", opinion=CALL), roster=lighter)) == []


@pytest.mark.parametrize(
    ("rules", "codes"),
    [
        ({}, []),
        ({"P506": Weight.ERROR, "P401": Weight.OFF}, []),
        ({"P507": Weight.OFF, "P506": Weight.NOTE}, ["P506", "P507"]),
        ({"P511": Weight.WARNING}, ["P511"]),
    ],
)
def test_rules_about_private_data_that_the_plan_relaxes(
    rules: dict[str, Weight], codes: list[str]
) -> None:
    assert relaxed(manifest(rules=rules)) == codes


def test_the_text_of_the_plan_is_published_too() -> None:
    more = Section(key="第三章", title="附", body=(Paragraph(id="3.1", text=CALL),))
    assert found(round_of(sections=(*SECTIONS, more))) == [("P506", "第三章")]


def test_comments_on_another_draft_are_not_published_with_this_one() -> None:
    assert found(of_closed(comment("水运站-01", opinion=CALL, draft="送审稿"))) == []
