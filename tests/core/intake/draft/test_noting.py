"""Footnotes of a draft stand in its plan where their references stood; those of no text are told."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.intake.body import BlockKind, Body, BodyBlock, NoteReference
from plancli.core.intake.draft.drafted import Drafted, Unclear
from plancli.core.intake.draft.noting import footnote_at
from plancli.core.intake.draft.structure import drafted
from plancli.core.plan.footnotes import place_printed, place_said
from plancli.core.plan.model import Column, Footnote, Paragraph
from plancli.core.plan.outline import Outline
from tests.core.intake.draft.blocks import block


def read(*lines: str) -> Drafted:
    """Return the plan of lines; ^甲^ in one of them is a note of 甲 that is referred to there."""
    found: list[BodyBlock] = []
    for place, line in enumerate(lines, 1):
        words, *noted = line.split("^")
        notes: list[tuple[str, int]] = []
        for note, behind in zip(noted[::2], noted[1::2], strict=True):
            notes.append((note, len(block(words).words)))
            words += behind
        found.append(block(words, place))
        for note, at in notes:
            reference = NoteReference(place, at)
            found.append(BodyBlock(note, 100 + place, BlockKind.NOTE, reference=reference))
    return drafted(Body(tuple(found), {}))


def noted(plan: Drafted) -> dict[str, list[tuple[str | None, int | None, str]]]:
    """Return the notes of paragraphs by the ids of these."""
    return {
        spot.paragraph.id: [(note.after, note.nth, note.text) for note in spot.paragraph.notes]
        for spot, _path in Outline(plan.sections).places()
        if spot.paragraph.notes
    }


def told(plan: Drafted) -> list[str]:
    return [one.words for one in plan.not_clear if one.what is Unclear.NOTE]


def test_notes_stand_where_they_were_referred_to() -> None:
    plan = read(
        "1#第一章 交通",
        "新建公路^含改建。^36公里,改造公路^不含村道。^40公里。^据统计。^",
        "^另有规定的除外。^渡口按规定停航。",
    )
    assert noted(plan) == {
        "第一章.1": [
            ("新建公路", None, "含改建。"),
            ("改造公路", None, "不含村道。"),
            (None, None, "据统计。"),
        ],
        "第一章.2": [("", None, "另有规定的除外。")],
    }
    assert told(plan) == []


def test_number_heading_and_units_stand_apart_and_the_mark_stays() -> None:
    plan = read(
        "1#第一章 交通",
        "**1.渡口。**撤渡^指撤销渡口。^建桥三座^按设计。^（责任单位：县交通局、山口镇）。",
        "修缮码头。^两处。^(责任单位:山口镇)",
        "整治险滩。",
        "责任单位:县交通局",
    )
    assert noted(plan) == {
        "第一章.1": [("撤渡", None, "指撤销渡口。"), ("撤渡建桥三座", None, "按设计。")],
        "第一章.2": [(None, None, "两处。")],
    }
    first, second, third = (part for part in plan.sections[0].body if isinstance(part, Paragraph))
    assert (first.heading, first.text) == ("渡口", "撤渡建桥三座。")
    assert place_said(first.text, first.notes[1]) == len("撤渡建桥三座")
    assert (second.units, third.units) == (("山口镇",), ("县交通局",))


def test_what_is_no_place_of_a_text_is_kept_as_text_and_told() -> None:
    plan = read(
        "1#第一章 交通^章的注。^",
        "**渡口^段首的注。^。**撤渡^正文的注。^建桥。",
        "修缮码头(责任单位:山口镇^单位的注。^)。",
    )
    assert told(plan) == ["章的注。", "段首的注。", "单位的注。"]
    assert noted(plan) == {"第一章.2": [("撤渡", None, "正文的注。")]}
    texts = [part.text for part in plan.sections[0].body if isinstance(part, Paragraph)]
    assert texts == ["章的注。", "撤渡建桥。", "段首的注。", "修缮码头。", "单位的注。"]


def test_entries_of_a_column_have_notes() -> None:
    plan = read("1#第一章 交通", "1|专栏1 渡口", "1|东渡^停航。^改桥。", "1|西渡保留。")
    (column,) = plan.sections[0].body
    assert isinstance(column, Column)
    assert column.items[0].notes == (Footnote(id="专栏1.1.注1", after="东渡", text="停航。"),)
    assert len(column.items) == 2


def test_a_note_to_words_that_are_left_out_goes_to_no_other_paragraph() -> None:
    blocks = [
        block("1#第一章 交通", 1),
        block("渡口三处。", 2),
        BodyBlock("渡口 3", 3, BlockKind.CONTENTS),
        BodyBlock("目录的注。", 4, BlockKind.NOTE, reference=NoteReference(3, 2)),
    ]
    plan = drafted(Body(tuple(blocks), {}))
    assert (noted(plan), told(plan)) == ({}, ["目录的注。"])


@given(st.text("甲乙,。 12%ab", min_size=1, max_size=30), st.data())
def test_a_place_that_is_said_is_that_place(text: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text)))
    note = footnote_at("甲.注1", "丙", text, place)
    assert place_said(text, note) == place_printed(text, note) == place
