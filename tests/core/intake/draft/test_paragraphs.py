"""A paragraph with its number, heading, text and units; what cannot be told apart stays as it is."""

import pytest

from plancli.core.intake.draft.drafted import Unclear
from plancli.core.intake.draft.paragraphs import (
    first_sentences_head,
    run_in_of,
    separator_of,
    shaped,
)
from plancli.core.plan.joints import joints_of
from plancli.core.plan.printed import fields_of
from tests.core.intake.draft.blocks import block, blocks

JOINTS = joints_of("zh")


@pytest.mark.parametrize(
    ("line", "number", "heading", "text"),
    [
        ("**每月巡河。**由河长负责。", None, "每月巡河", "由河长负责。"),
        ("**每月巡河**。由河长负责。", None, "每月巡河", "由河长负责。"),
        ("**（二）每月巡河。**由河长负责。", "（二）", "每月巡河", "由河长负责。"),
        ("**3.每月巡河。**由河长负责。", "3", "每月巡河", "由河长负责。"),
        ("**谁来巡河？**河长。", None, "谁来巡河？", "河长。"),
        ("**每月巡**河。由河长负责。", None, "每月巡河", "由河长负责。"),
        ("**每月**巡河一次。由河长负责。", None, "", "每月巡河一次。由河长负责。"),
        ("3.由河长负责,每月一次。", "3", "", "由河长负责,每月一次。"),
        ("由**河长**负责。", None, "", "由河长负责。"),
        ("**河长负责。每月一次。**其余另定。", None, "", "河长负责。每月一次。其余另定。"),
        (f"**{'巡' * 61}。**由河长负责。", None, "", f"{'巡' * 61}。由河长负责。"),
        ("（专栏1）巡河。", None, "", "（专栏1）巡河。"),
    ],
)
def test_heads_by_their_type(line: str, number: str | None, heading: str, text: str) -> None:
    found = shaped(block(line), "一.1", JOINTS).paragraph
    assert (found.number, found.heading, found.separator, found.text) == (
        number,
        heading,
        None,
        text,
    )


def test_a_separator_of_its_own_is_kept_and_printed() -> None:
    found = shaped(block("**每月巡河:**由河长负责。"), "一.1", JOINTS).paragraph
    assert (found.heading, found.separator) == ("每月巡河", ":")
    assert fields_of(found, JOINTS).said == "每月巡河:由河长负责。"


def test_what_stands_behind_most_headings_is_that_of_the_plan() -> None:
    lines = blocks("**巡河** 每月。\n**护岸** 每年。\n**清淤。**每年。")
    assert separator_of(lines, JOINTS) == " "
    assert separator_of(blocks("**清淤。**每年。"), JOINTS) is None


def test_a_short_first_sentence_behind_a_number_is_a_heading_and_said() -> None:
    found = shaped(block("（一）每月巡河。由河长负责。"), "一.1", JOINTS)
    assert (found.paragraph.heading, found.unclear) == ("每月巡河", (Unclear.BY_SENTENCE,))
    for line in ("每月巡河。由河长负责。", "（一）每月,逐段巡河。由河长负责。", "（一）每月巡河。"):
        assert shaped(block(line), "一.1", JOINTS).paragraph.heading == ""


def test_where_a_text_has_no_type_most_paragraphs_show_what_first_sentences_are() -> None:
    headed = blocks(
        "每月巡河。由河长负责。\n逐年护岸。由乡镇负责。\n淤积的河段由镇里逐年清理,验收后付款。付款另定。"
    )
    assert first_sentences_head(headed)
    assert not first_sentences_head([*headed, block("**清淤。**每年。")])
    plain = blocks("河长每月逐段巡河,并且记录在册。记录每季公布。\n每月巡河。由河长负责。")
    assert not first_sentences_head(plain)
    found = shaped(headed[0], "一.1", JOINTS, sentences_head=True)
    assert found.paragraph.heading == "每月巡河"


def test_units_come_with_their_list_and_no_word_is_lost() -> None:
    found = shaped(block("**巡河。**每月一次（牵头单位：县水利局）。"), "一.1", JOINTS)
    assert (found.paragraph.text, found.paragraph.units) == ("每月一次。", ("县水利局",))
    assert found.unclear == (Unclear.LEAD,)


def test_a_bold_sentence_alone_is_text_and_a_bold_word_a_heading() -> None:
    assert run_in_of("河长负责巡河并且记录在册的各项工作由镇里另行规定一次", 26).heading == ""
    assert run_in_of("技术要求。", 5)[:3] == ("技术要求", "。", "")
