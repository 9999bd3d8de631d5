"""Where the edits of a comment land, and what chooses between several places."""

import pytest

from plancli.core.comments.comment import Cited
from plancli.core.comments.edits import (
    Add,
    Delete,
    Edit,
    Insert,
    Move,
    NewColumn,
    NewParagraph,
    NewSection,
)
from plancli.core.comments.record import Patch
from plancli.core.locate.anchors import Anchor
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.place import place
from plancli.core.merge.placed import Placed
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.span import Span

DRAFT = Corpus(
    [
        Section(
            key="第一章",
            title="渡口",
            body=(
                Paragraph(id="1", text="夜间停航。修缮码头。", page=Span(3, 3)),
                Paragraph(id="2", text="每日巡查。", page=Span(4, 4)),
                Column(column="专栏1", title="船只", items=(Paragraph(id="3", text="木船。"),)),
            ),
        ),
        Section(key="第一章/1", title="管护", body=(Paragraph(id="4", text="每月清淤。"),)),
        Section(
            key="第二章",
            title="保障",
            body=(Paragraph(id="5", text="夜间停航。", page=Span(7, 7)),),
        ),
    ]
)


def placed(*edits: Edit, at: Cited | None = None) -> Placed:
    return place(DRAFT, "林业站-01", Patch(at=at or Cited(), edits=edits))


NIGHT = Delete(delete="夜间停航。")


@pytest.mark.parametrize(
    ("at", "paragraph"),
    [
        (Cited(), None),
        (Cited(section="第二章"), "5"),
        (Cited(page=Span(3, 3)), "1"),
        (Cited(cites="第二章"), "5"),
        (Cited(cites="P7"), "5"),
        # of several places the readable ones choose, whichever comes first
        (Cited(cites="附件9、第二章"), "5"),
        (Cited(cites="第二章、附件9"), "5"),
        # what is given beside the citation overrides it
        (Cited(cites="第一章", section="第二章"), "5"),
        (Cited(cites="P3", page=Span(7, 7)), "5"),
        (Cited(original="夜间停航。修缮码头。"), "1"),
        (Cited(cites="附件9"), None),
    ],
)
def test_what_chooses_between_twins(at: Cited, paragraph: str | None) -> None:
    found = placed(NIGHT, at=at)
    anchors = [e.found for e in found.evidence if e.quote == NIGHT.delete]
    assert [a.paragraph if isinstance(a, Anchor) else None for a in anchors] == [paragraph]
    assert [change.paragraph for change in found.texts] == ([paragraph] if paragraph else [])


def test_words_are_put_in_at_their_place() -> None:
    found = placed(
        Insert(insert="甲", after="修缮"),
        Insert(insert="乙", before="修缮"),
        Insert(insert="丙", into="1"),
        Insert(insert="丁", into="2"),
    )
    assert [(c.paragraph, c.change.start, c.change.end, c.change.text) for c in found.texts] == [
        ("1", 7, 7, "甲"),
        ("1", 5, 5, "乙"),
        ("1", 10, 10, "丙"),
        ("2", 5, 5, "丁"),
    ]


def test_new_parts_are_named_by_their_comment() -> None:
    found = placed(
        NIGHT.model_copy(update={"within": "5"}),
        Add(add=NewParagraph(text="一。"), to="第一章"),
        Add(add=NewParagraph(text="二。", id="9"), to="第二章"),
        Add(
            add=NewColumn(
                column="专栏2", items=(NewParagraph(), NewParagraph(id="8"), NewParagraph())
            ),
            to="第二章",
        ),
        Add(add=NewSection(key="第三章", title="附则", body=(NewParagraph(text="三。"),))),
    )
    assert found.findings == ()
    assert [(a.key, a.container, a.after, a.holds) for a in found.additions] == [
        ("林业站-01.2", "第一章", "2", []),
        ("9", "第二章", "5", []),
        ("第二章/专栏2", "第二章", "5", ["专栏2.1", "8", "专栏2.3"]),
        ("第三章", "", "第二章", ["第三章.1"]),
    ]


@pytest.mark.parametrize(
    ("add", "after"),
    [
        (Add(add=NewSection(key="第一章/2", title="验收")), "第一章/1"),
        (Add(add=NewSection(key="第二章/1", title="验收")), "第二章"),
        (Add(add=NewSection(key="第三章", title="附则"), after="第一章"), "第一章"),
        (Add(add=NewSection(key="第一章/9", title="验收"), after="第一章"), "第一章"),
        (Add(add=NewParagraph(text="一。"), to="第一章", after="1"), "1"),
        (Add(add=NewParagraph(text="一。"), to="第一章/专栏1"), "3"),
        (Add(add=NewColumn(column="专栏2"), to="第一章"), "第一章/专栏1"),
    ],
)
def test_where_a_new_part_comes(add: Add, after: str) -> None:
    found = placed(add)
    assert found.findings == ()
    assert [addition.after for addition in found.additions] == [after]


@pytest.mark.parametrize(
    "add",
    [
        Add(add=NewParagraph(text="一。"), to="第九章"),
        Add(add=NewParagraph(text="一。"), to="第一章", after="5"),
        Add(add=NewParagraph(text="一。", id="1"), to="第一章"),
        Add(add=NewColumn(column="专栏1"), to="第一章"),
        Add(add=NewColumn(column="专栏2"), to="第一章/专栏1"),
        Add(add=NewColumn(column="专栏2", items=(NewParagraph(id="1"),)), to="第二章"),
        Add(add=NewSection(key="第一章", title="附则")),
        Add(add=NewSection(key="第三章", title="附则"), after="第一章/1"),
        Add(add=NewSection(key="第三章", title="附则"), after="1"),
    ],
)
def test_where_a_new_part_cannot_come(add: Add) -> None:
    found = placed(add)
    assert (len(found.findings), found.additions) == (1, ())


@pytest.mark.parametrize(
    ("move", "goal"),
    [
        (Move(move="1", after="2"), ("第一章", "2", None)),
        (Move(move="1", before="第一章/专栏1"), ("第一章", None, "第一章/专栏1")),
        (Move(move="1", to="第二章"), ("第二章", "5", None)),
        (Move(move="1", to="第一章"), ("第一章", "第一章/专栏1", None)),
        (Move(move="第二章", before="第一章"), ("", None, "第一章")),
        (Move(move="3", to="第二章"), ("第二章", "5", None)),
    ],
)
def test_where_a_part_moves(move: Move, goal: tuple[str, str | None, str | None]) -> None:
    (found,) = placed(move).moves
    assert (found.container, found.after, found.before) == goal


@pytest.mark.parametrize(
    ("move", "findings"),
    [
        # where it stands already there is nothing to do
        (Move(move="2", after="1"), 0),
        (Move(move="1", before="2"), 0),
        (Move(move="5", to="第二章"), 0),
        (Move(move="第二章", after="第一章/1"), 1),
        # and here it cannot stand
        (Move(move="1", after="1"), 1),
        (Move(move="第一章/专栏1", to="第一章/专栏1"), 1),
        (Move(move="1", after="第二章"), 1),
        (Move(move="第二章", after="1"), 1),
        (Move(move="第一章", after="第一章/1"), 1),
        (Move(move="9", after="1"), 1),
        (Move(move="1", after="9"), 1),
    ],
)
def test_a_move_that_is_none(move: Move, findings: int) -> None:
    found = placed(move)
    assert (len(found.findings), found.moves) == (findings, ())


@pytest.mark.parametrize(
    ("edit", "path"),
    [
        (Delete(delete="夜间停航。", within="9"), ("edits", 0, "in")),
        (Insert(insert="甲", into="9"), ("edits", 0, "into")),
        (Move(move="9", after="1"), ("edits", 0, "move")),
        (Move(move="1", before="9"), ("edits", 0, "before")),
        (Add(add=NewParagraph(text="一。"), to="第九章"), ("edits", 0, "to")),
    ],
)
def test_a_name_that_is_nowhere_is_pointed_at(edit: Edit, path: tuple[str | int, ...]) -> None:
    (finding,) = placed(edit).findings
    assert finding.path == path
