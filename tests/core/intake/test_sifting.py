"""What is new becomes a comment; what is in already, or stands there twice, does not."""

from plancli.core.comments.comment import Cited, Comment, ReadAs
from plancli.core.comments.edits import Delete
from plancli.core.intake.opinions import Answered, FileOpinions, Received, RowOpinion
from plancli.core.intake.reading import Spoken
from plancli.core.intake.sifting import Before, answers_without, comment_of, sifted
from plancli.core.intake.taken import Known, Whence
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.arrival import Arrival
from plancli.core.plan.model import Paragraph, Section

PLAN = (
    Section(key="第一章", title="渠道", body=(Paragraph(id="1", text="清淤五段。修闸一座。"),)),
)


def opinion(row: int, words: str, unit: str = "镇水管站") -> RowOpinion:
    return RowOpinion(row, unit, Cited(), words, Spoken(words, Cited()))


def before(*comments: Comment, replies: dict[str, str | None] | None = None) -> Before:
    replies = replies or {"镇水管站": None, "镇农技站": None}
    names = {name: name for name in replies} | {"水管站": "镇水管站"}
    return Before(Corpus(PLAN), names, replies, comments, comments)


def file(*opinions: RowOpinion, nothing: tuple[Answered, ...] = ()) -> Received:
    return Received("表.csv", "甲", (FileOpinions("汇总", opinions, nothing, ()),))


def test_an_opinion_that_stands_there_twice_is_new_once_and_by_a_short_name_no_other() -> None:
    words = "将“五段”改为“六段”。"
    new, known = sifted([file(opinion(2, words), opinion(3, words, "水管站"))], before())
    assert [one.whence.row for one in new] == [2]
    assert known == [Known(Whence("表.csv", "汇总", 3), "")]


def test_what_is_in_is_known_by_its_row_whatever_became_of_its_words() -> None:
    source = Arrival(file="表.csv", digest="甲", sheet="汇总", row=2, intake=1)
    there = Comment(id="镇水管站-04", unit="镇水管站", opinion="早已改写", source=source)
    new, known = sifted([file(opinion(2, "删除“五段”。"))], before(there))
    assert not new
    assert [one.id for one in known] == ["镇水管站-04"]


def test_two_authors_of_one_paragraph_are_two() -> None:
    source = Arrival(file="表.csv", digest="甲", sheet="汇总", row=2, author="李", intake=1)
    there = Comment(id="镇水管站-04", unit="镇水管站", opinion="早已改写", source=source)
    second = opinion(2, "删除“五段”。")._replace(author="王")
    new, known = sifted([file(second)], before(there))
    assert [one.whence.author for one in new] == ["王"]
    assert not known


def test_edits_that_a_file_shows_are_not_read_again_from_words() -> None:
    shown = (Delete(delete="修闸一座。"),)
    (new,), _ = sifted([file(opinion(2, "删除“清淤五段。”")._replace(shown=shown))], before())
    comment = comment_of(new, 3)
    assert comment.edits == shown
    assert comment.read is ReadAs.TAKEN
    assert comment.source
    assert comment.source.intake == 3


def test_the_same_change_in_two_paragraphs_is_two_and_a_copy_of_the_file_adds_none() -> None:
    """A sentence does not say where it is wanted: what a file shows does."""
    words = "将“村里”改为“镇里”。"
    one, other = (
        opinion(row, words)._replace(author="李", shown=(edit,))
        for row, edit in (
            (2, Delete.model_validate({"delete": "村里", "in": "1"})),
            (3, Delete.model_validate({"delete": "村里", "in": "2"})),
        )
    )
    new, known = sifted([file(one, other), file(one, other)], before())
    assert [each.whence.row for each in new] == [2, 3]
    assert [each.whence.row for each in known] == [2, 3]
    comments = [
        comment_of(each, 1).model_copy(update={"id": f"镇水管站-0{number}"})
        for number, each in enumerate(new, 1)
    ]
    later = file(one, other)._replace(digest="乙")
    again, known = sifted([later], before(*comments))
    assert not again
    assert [each.id for each in known] == ["镇水管站-01", "镇水管站-02"]


def test_the_same_remark_beside_two_paragraphs_is_two_and_in_another_file_none() -> None:
    remarks = [opinion(row, "请核实。")._replace(author="李") for row in (2, 5)]
    copy = file(*remarks)._replace(digest="乙")
    new, known = sifted([file(*remarks), file(*remarks), copy], before())
    assert [each.whence.row for each in new] == [2, 5]
    assert len(known) == 4


def test_a_remark_in_another_section_is_no_known_one() -> None:
    at = Cited(section="第一章")
    there = Comment(id="镇水管站-01", unit="镇水管站", at=at, opinion="请核实。")
    one = opinion(2, "请核实。")._replace(author="李")
    for section, ids in (("第一章", ["镇水管站-01"]), ("第二章", []), (None, ["镇水管站-01"])):
        elsewhere = one._replace(at=Cited(section=section))
        _, known = sifted([file(elsewhere)], before(there))
        assert [each.id for each in known] == ids


def test_sentences_of_which_one_waits_become_points_and_only_the_sure_one_has_edits() -> None:
    words = "将“五段”改为“六段”。建议明确管护单位。"
    (new,), _ = sifted([file(opinion(2, words))], before())
    first, second = comment_of(new, 1).items
    assert first.edits
    assert not second.edits
    assert second.read is None


def test_points_that_are_not_meant_one_by_one_stay_together() -> None:
    points = "将“五段”改为“六段”。", "将“一座”改为“两座”。"
    said = f"以下意见作废:1.{points[0]}2.{points[1]}"
    (new,), _ = sifted([file(opinion(2, said)._replace(points=points))], before())
    comment = comment_of(new, 1)
    assert not comment.items
    assert not comment.edits


def test_a_unit_without_opinion_is_noted_unless_its_comments_or_the_roster_speak() -> None:
    nothing = (Answered(2, "水管站"), Answered(3, "镇农技站"), Answered(4, "镇农技站"))
    files = [file(nothing=nothing)]
    said = list(answers_without(files, before(), ["镇水管站"]))
    assert [(one.unit, one.new) for one in said] == [
        ("镇水管站", False),
        ("镇农技站", True),
        ("镇农技站", False),
    ]
    roster = before(replies={"镇水管站": None, "镇农技站": "书面"})
    said = list(answers_without(files, roster, []))
    assert [(one.new, one.roster) for one in said] == [(True, ""), (False, "书面"), (False, "书面")]
