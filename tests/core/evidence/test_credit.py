"""Whose words stand in the plan, and whether words of the draft went or are only worded otherwise."""

import pytest

from plancli.core.comments.edits import Delete, Edit, Insert, Replace
from plancli.core.evidence.credit import brought_by_comments, taken_out
from plancli.core.locate.printing import FieldSpan
from plancli.core.plan.model import Paragraph, Section
from plancli.core.rounds.round import Round
from tests.core.ferry import SECTIONS, applied, comment, round_of

NIGHTS = FieldSpan("1.2", "text", 7, 12)
"""夜间停航。"""


def with_office(*edits: Edit, text: str | None = None) -> Round:
    """Return a round with a comment in the text, and paragraph 1.2 as the office has it."""
    if not edits:
        return round_of(plan=worded(SECTIONS, text or ""))
    one = comment("水运站-01", *edits)
    done = applied(one)
    if text is None:
        return done
    recorded = done.workspace.recorded
    return round_of(one, plan=worded(done.workspace.plan, text), recorded=recorded)


def worded(sections: tuple[Section, ...], text: str) -> tuple[Section, ...]:
    first, *others = sections
    body = [
        part.model_copy(update={"text": text})
        if isinstance(part, Paragraph) and part.id == "1.2"
        else part
        for part in first.body
    ]
    return first.model_copy(update={"body": tuple(body)}), *others


LOGGED = Insert(insert="并登记在册", after="每日巡查")


@pytest.mark.parametrize(
    ("round_", "words", "brought"),
    [
        (with_office(LOGGED), "并登记在册", True),
        (with_office(LOGGED), "巡查并登记在册", True),
        (with_office(LOGGED), "汛期每日", False),
        (with_office(LOGGED), "没有的话", False),
        (with_office(text="汛期每日巡查并登记在册。夜间停航。"), "并登记在册", False),
        # a part of the words is the office's
        (with_office(LOGGED, text="汛期每日巡查并登记在册公布。夜间停航。"), "在册公布", False),
    ],
)
def test_whose_words_stand_in_the_plan(round_: Round, words: str, brought: bool) -> None:
    assert brought_by_comments(round_, "1.2", words) is brought


@pytest.mark.parametrize(
    ("round_", "out"),
    [
        (with_office(Delete(delete="夜间停航。")), True),
        (with_office(Delete(delete="每日巡查。夜间停航。")), True),
        (with_office(text="汛期每日巡查。"), True),
        (with_office(Replace.model_validate({"replace": "夜间", "with": "夜里"})), False),
        # other words in their place are the comment's; those of another one beside them are not
        (
            with_office(Replace.model_validate({"replace": "夜间停航。", "with": "昼夜通行。"})),
            False,
        ),
        (with_office(LOGGED, text="汛期每日巡查并登记在册。"), True),
        # of what the office words anew more than half has to stay
        (with_office(text="汛期每日巡查。夜间封航。"), False),
        (with_office(text="汛期每日巡查。昼夜封渡。"), True),
    ],
)
def test_words_went_or_are_worded_otherwise(round_: Round, out: bool) -> None:
    assert taken_out(round_, [NIGHTS]) is out
