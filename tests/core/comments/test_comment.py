"""One comment: its points, its edits, and what does not fit together in its file."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from plancli.core.comments.comment import Cited, Comment, Decision, Item, Waiver
from plancli.core.comments.edits import (
    VERBS,
    Add,
    ChangePicture,
    ChangeUnits,
    Delete,
    Edit,
    Insert,
    Move,
    NewColumn,
    NewParagraph,
    NewSection,
    Remove,
    Replace,
    Retitle,
    Rewrite,
)
from plancli.core.comments.status import Status
from plancli.core.plan.model import Model

WHOLE = Cited(section="第二章")
POINT = Cited(section="第三章", original="渡口")
COMPOUND: dict[str, Any] = {"id": "林业站-04", "unit": "林业站", "opinion": "两点建议。"}


def test_points_are_comments_numbered_from_one() -> None:
    delete = Delete(delete="渡口")
    waiver = Waiver(rule="P404", reason="口头说明过")
    whole = Comment(
        **COMPOUND,
        at=WHOLE,
        waivers=(waiver,),
        topic="林业",
        items=(
            Item(opinion="其一。"),
            Item(
                opinion="其二。",
                at=POINT,
                edits=(delete,),
                decision=Decision(status=Status.REJECTED),
            ),
        ),
    )
    one, other = whole.parts
    assert [one.id, other.id] == ["林业站-04.1", "林业站-04.2"]
    assert [one.part_of, other.part_of] == ["林业站-04"] * 2
    assert [one.opinion, other.opinion] == ["其一。", "其二。"]
    assert [one.at, other.at] == [WHOLE, POINT]
    assert [one.edits, other.edits] == [(), (delete,)]
    assert [one.decision.status, other.decision.status] == [Status.PENDING, Status.REJECTED]
    assert [one.items, other.items] == [(), ()]
    # what was said of the whole holds for each point
    assert [one.waivers, other.waivers] == [(waiver,)] * 2
    assert [one.topics, other.topics] == [("林业",)] * 2


def test_a_simple_comment_stands_for_itself() -> None:
    simple = Comment(**COMPOUND)
    assert simple.parts == (simple,)
    assert simple.part_of is None


@pytest.mark.parametrize(
    ("own", "key"),
    [
        ({"edits": [{"delete": "渡口"}]}, "edits"),
        ({"decision": {"status": "采纳"}}, "decision"),
        ({"decision": {"reply": "已改。"}}, "decision"),
        ({"edits": [{"delete": "渡口"}], "decision": {"status": "采纳"}}, "edits"),
    ],
)
def test_the_whole_of_points_has_no_edits_and_no_decision(own: dict[str, Any], key: str) -> None:
    with pytest.raises(ValidationError) as raised:
        Comment.model_validate({**COMPOUND, **own, "items": [{"opinion": "其一。"}]})
    (error,) = raised.value.errors()
    assert error["ctx"]["error"].key == key
    assert Comment.model_validate({**COMPOUND, **own}).items == ()


def test_adopted_is_what_was_asked_unless_the_decision_says_otherwise() -> None:
    asked, other = Delete(delete="渡口"), Delete(delete="渡船")
    for decision, adopted in (
        (Decision(status=Status.ADOPTED), (asked,)),
        (Decision(status=Status.PARTLY, edits=(other,)), (other,)),
        (Decision(status=Status.PARTLY, edits=()), ()),
    ):
        comment = Comment(**COMPOUND, edits=(asked,), decision=decision)
        assert comment.adopted_edits == adopted
        assert comment.merges is bool(adopted)


EDIT: TypeAdapter[Any] = TypeAdapter(Edit)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({"replace": "甲", "with": "乙"}, Replace(replace="甲", wording="乙")),
        ({"delete": "甲", "in": "1.1"}, Delete(delete="甲", within="1.1")),
        ({"insert": "甲", "after": "乙"}, Insert(insert="甲", after="乙")),
        ({"insert": "甲", "before": "乙"}, Insert(insert="甲", before="乙")),
        ({"insert": "甲", "into": "1.1"}, Insert(insert="甲", into="1.1")),
        ({"rewrite": "1.1", "with": "甲"}, Rewrite(rewrite="1.1", wording="甲")),
        ({"remove": "1.1"}, Remove(remove="1.1")),
        ({"move": "1.1", "after": "1.2"}, Move(move="1.1", after="1.2")),
        ({"move": "1.1", "before": "1.2"}, Move(move="1.1", before="1.2")),
        ({"move": "1.1", "to": "第二章"}, Move(move="1.1", to="第二章")),
        ({"units": "1.1", "add": ["甲"]}, ChangeUnits(units="1.1", add=("甲",))),
        ({"units": "1.1", "remove": ["甲"]}, ChangeUnits(units="1.1", remove=("甲",))),
        ({"units": "1.1", "set": []}, ChangeUnits(units="1.1", set=())),
        (
            {"add": {"text": "甲"}, "to": "第一章"},
            Add(add=NewParagraph(text="甲"), to="第一章"),
        ),
        (
            {"add": {"column": "专栏2"}, "to": "第一章"},
            Add(add=NewColumn(column="专栏2"), to="第一章"),
        ),
        (
            {"add": {"key": "第三章", "title": "附则"}, "after": "第二章"},
            Add(add=NewSection(key="第三章", title="附则"), after="第二章"),
        ),
    ],
)
def test_an_edit_is_known_by_its_verb(written: dict[str, Any], read: Any) -> None:
    assert EDIT.validate_python(written) == read
    assert EDIT.validate_python(read) is read


def test_the_verbs_are_those_that_edits_have() -> None:
    kinds: list[type[Model]] = [
        Replace,
        Delete,
        Insert,
        Rewrite,
        Retitle,
        ChangePicture,
        Add,
        Remove,
        Move,
        ChangeUnits,
    ]
    assert len(VERBS) == len(kinds)
    assert all(verb in kind.model_fields for verb, kind in zip(VERBS, kinds, strict=True))


@pytest.mark.parametrize(
    "written",
    [
        {"insert": "甲"},
        {"insert": "甲", "after": "乙", "before": "丙"},
        {"insert": "甲", "after": "乙", "into": "1.1"},
        {"insert": "甲", "after": "乙", "before": "丙", "into": "1.1"},
        {"move": "1.1"},
        {"move": "1.1", "after": "1.2", "before": "1.3"},
        {"move": "1.1", "before": "1.3", "to": "第二章"},
        {"add": {"text": "甲"}},
        {"add": {"text": "甲"}, "after": "1.1"},
        {"add": {"column": "专栏2"}},
        {"add": {"key": "第三章", "title": "附则"}, "to": "第二章"},
        {"replace": "甲"},
        {"delete": ""},
        {"delete": "  "},
        {"find": "甲"},
        {},
    ],
)
def test_an_edit_says_once_where(written: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        EDIT.validate_python(written)
