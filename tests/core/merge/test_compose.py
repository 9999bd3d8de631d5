"""Placed comments give a text: what is merged, what stays in conflict, what was asked for twice."""

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import Delete, Edit, Insert, Remove, Replace
from plancli.core.comments.record import Patch
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.compose import Composition, Merged, compose
from plancli.core.merge.meeting import Level
from plancli.core.merge.place import place
from plancli.core.plan.model import Paragraph, Section

DRAFT = Corpus(
    [Section(key="第一章", title="粮仓", body=(Paragraph(id="1", text="翻修粮仓。购置风机。"),))]
)


def composed(**edits: Edit) -> Composition:
    """Return what comments give together, each with one edit, in the order in which they are given."""
    placed = [place(DRAFT, by, Patch(at=Cited(), edits=(edit,))) for by, edit in edits.items()]
    return compose(DRAFT.outline, placed)


def text(found: Composition) -> str:
    (section,) = found.sections
    (paragraph,) = section.body
    assert isinstance(paragraph, Paragraph)
    return paragraph.text


def test_changes_apart_from_each_other_all_stand() -> None:
    found = composed(甲=Delete(delete="翻修粮仓。"), 乙=Insert(after="购置", insert="两台"))
    assert text(found) == "购置两台风机。"
    assert found.conflicts == ()
    assert found.agreed == frozenset()


def test_what_is_in_conflict_stays_as_the_draft_has_it() -> None:
    found = composed(乙=Delete(delete="购置风机。"), 甲=Insert(after="购置", insert="两台"))
    assert text(found) == "翻修粮仓。购置风机。"
    (conflict,) = found.conflicts
    # the sides stand in the order of publication, whoever comes first in the text
    assert conflict.authors == ("乙", "甲")
    assert (conflict.place, conflict.field, conflict.joint) == ("1", "text", "")


def test_what_two_ask_for_is_agreed_for_both() -> None:
    found = composed(甲=Delete(delete="翻修粮仓。"), 乙=Delete(delete="翻修粮仓。"))
    assert text(found) == "购置风机。"
    assert found.agreed == {"甲", "乙"}
    (meeting,) = found.meetings
    assert meeting.level is Level.SAME


def test_who_works_in_what_another_takes_out_is_shown_with_his_own_words() -> None:
    found = composed(
        甲=Remove(remove="1"),
        乙=Replace(replace="风机", wording="烘干机"),
        丙=Replace(replace="粮仓", wording="粮库"),
    )
    [whole] = [met for met in found.conflicts if met.field == "whole"]
    words = {side.by: side.wording for side in whole.sides}
    assert words == {"甲": "", "乙": "翻修粮仓。购置烘干机。", "丙": "翻修粮库。购置风机。"}


def test_a_text_with_the_same_changes_is_merged_once_and_with_others_anew() -> None:
    one = place(DRAFT, "甲", Patch(at=Cited(), edits=(Delete(delete="翻修粮仓。"),)))
    two = place(DRAFT, "乙", Patch(at=Cited(), edits=(Insert(after="购置", insert="两台"),)))
    known: Merged = {}
    first = compose(DRAFT.outline, [one], known)
    both = compose(DRAFT.outline, [one, two], known)
    assert both == compose(DRAFT.outline, [one, two])
    again = compose(DRAFT.outline, [one], known)
    assert again == first
    assert again.merges["1", "text"] is first.merges["1", "text"]
