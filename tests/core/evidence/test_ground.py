"""What the words of a decision are held against."""

from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import (
    Add,
    ChangeUnits,
    Delete,
    Move,
    NewParagraph,
    Remove,
    Replace,
)
from plancli.core.evidence.ground import Ground, parts_named
from plancli.core.instructions.places import NamedPlace
from plancli.core.locate.printing import FieldSpan
from tests.core.ferry import applied, comment, round_of

SIXTY = Replace(replace="60件", wording="80件")
NIGHT = Delete(delete="夜间停航。")
NEW = Add(add=NewParagraph(id="2.2", heading="巡查", text="每周一次。"), to="第二章")


def ground(*comments: Comment, of: int = 0) -> Ground:
    return Ground(applied(*comments), comments[of])


def test_what_is_adopted_is_about_what_it_changed() -> None:
    found = ground(comment("水运站-01", SIXTY, NIGHT))
    assert (found.changed, found.merged, found.paragraphs) == (True, True, ["1.1", "1.2"])
    assert found.lies_in(["第一章"])
    assert not found.lies_in(["第二章"])


def test_what_waits_is_not_in_the_text() -> None:
    one = comment("水运站-01", SIXTY)
    found = Ground(round_of(one), one)
    assert (found.changed, found.merged) == (True, False)


def test_what_is_declined_is_about_what_it_asked() -> None:
    found = ground(comment("水运站-01", NIGHT, status="不采纳", reason="不变", opinion="请删。"))
    assert (found.changed, found.paragraphs) == (False, ["1.2"])
    assert "汛期每日巡查。夜间停航。(责任单位:安监站)" in [
        text.replace("：", ":").replace("（", "(").replace("）", ")") for text in found.texts
    ]
    assert "请删。" in found.texts


def test_what_is_joined_is_about_what_answers_it() -> None:
    joined = comment("安监站-01", status="合并", into="水运站-01", opinion="救生衣不够。")
    found = ground(joined, comment("水运站-01", SIXTY))
    assert found.paragraphs == ["1.1"]
    assert {"救生衣不够。", "请改。"} <= set(found.texts)


def test_parts_that_come_and_go_have_all_their_paragraphs() -> None:
    found = ground(comment("水运站-01", Remove(remove="专栏1"), NEW))
    assert found.paragraphs == ["1.3", "2.2"]
    assert found.lies_in(["第一章/专栏1"])
    assert found.lies_in(["第二章"])
    assert found.brought == {"2.2"}


def test_the_words_of_a_part_that_is_named_count() -> None:
    found = ground(comment("水运站-01", SIXTY))
    assert found.texts_named("第二章已有规定。") == ["安排经费12万元。"] * 2
    assert found.texts_named("另有规定。") == []


def test_a_title_names_a_part_from_end_to_end() -> None:
    round_ = round_of()
    for words, keys in (
        ("保障", {"第二章"}),
        ("保障。", {"第二章"}),
        ("保", set()),
        ("障碍", set()),
    ):
        assert parts_named(round_, NamedPlace(words, 0, title=True)) == keys
    assert parts_named(round_, NamedPlace("第二章", 0)) == {"第二章"}


def test_characters_are_those_of_who_brought_or_took_them() -> None:
    mine = comment("水运站-01", SIXTY)
    theirs = comment("安监站-01", Replace(replace="2座", wording="3座"))
    text = "修缮东岸码头3座。添置救生衣80件。"
    for words, own in (("80件", [True, False]), ("3座", [False, True]), ("添置", [False, False])):
        at = text.index(words)
        span = FieldSpan("1.1", "text", at, at + len(words))
        found = [ground(mine, theirs, of=of).is_its_own(span) for of in (0, 1)]
        assert found == own


def test_where_words_went_the_place_is_that_of_who_took_them() -> None:
    found = ground(comment("水运站-01", Delete(delete="东岸")))
    assert found.is_its_own(FieldSpan("1.1", "text", 0, 4))
    assert not found.is_its_own(FieldSpan("1.1", "text", 4, 8))


def test_a_list_of_units_and_what_moved_count_as_a_whole() -> None:
    listed = ground(comment("水运站-01", ChangeUnits(units="1.1", add=("林业站",))))
    assert listed.is_its_own(FieldSpan("1.1", "units", 0, 3))
    assert not listed.is_its_own(FieldSpan("1.2", "units", 0, 3))
    moved = ground(comment("水运站-01", Move(move="1.2", before="1.1")))
    assert moved.is_its_own(FieldSpan("1.2", "text", 0, 3))
