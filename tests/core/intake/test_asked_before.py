"""What a unit asked for is known by what it comes to, in whatever words, and by that unit alone."""

from plancli.core.comments.comment import Cited, Comment
from plancli.core.comments.edits import Add, Delete, Edit, Move, NewParagraph, Remove, Replace
from plancli.core.intake.asked_before import AskedBefore
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section

DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="苗圃",
            body=(
                Paragraph(id="1", text="育苗三万株,移栽两万株。"),
                Paragraph(id="2", text="设管护员。"),
            ),
        )
    ]
)


def replace(old: str, new: str) -> Replace:
    return Replace.model_validate({"replace": old, "with": new})


def known(*edits: Edit, unit: str = "林场", by: tuple[Edit, ...] = ()) -> str | None:
    comment = Comment(id="林场-01", unit="林场", opinion="改。", edits=by)
    return AskedBefore(DRAFT, [comment]).as_comment((unit,), Cited(), edits)


def test_by_what_it_comes_to() -> None:
    by = (replace("育苗三万株", "育苗四万株"), Delete(delete="设管护员。"))
    assert known(replace("三万株", "四万株"), by=by) == "林场-01"
    assert known(replace("三万株", "五万株"), by=by) is None
    # only a part of what was asked of the paragraph
    assert known(replace("两万株", "一万株"), by=by) is None
    assert known(replace("三万株", "四万株"), unit="村委会", by=by) is None


def test_parts_that_come_go_and_move() -> None:
    new = Add(add=NewParagraph(text="建台账。"), to="第一章")
    other = Add(add=NewParagraph(text="建档案。"), to="第一章")
    gone, moved = Remove(remove="2"), Move(move="2", before="1")
    assert known(new, by=(new,)) == "林场-01"
    assert known(other, by=(new,)) is None
    assert known(gone, by=(gone,)) == "林场-01"
    assert known(gone, by=(new,)) is None
    assert known(moved, by=(moved,)) == "林场-01"
    assert known(moved, by=(new,)) is None
