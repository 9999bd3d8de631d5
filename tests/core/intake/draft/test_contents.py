"""A table of contents is left out, whoever made it."""

from plancli.core.intake.body import BlockKind, BodyBlock
from plancli.core.intake.draft.contents import without_contents
from tests.core.intake.draft.blocks import blocks


def kept(text: str) -> tuple[list[str], int]:
    found, left = without_contents(blocks(text))
    return [block.words for block in found], left


def test_typed_lines_end_with_a_page_or_say_a_heading_that_follows() -> None:
    text = "目 录\n第一章 水情……1\n一、河流 3\n第二章 任务\n第一章 水情\n一、河流\n第二章 任务"
    assert kept(text) == (["第一章 水情", "一、河流", "第二章 任务"], 4)


def test_without_its_head_nothing_is_contents() -> None:
    assert kept("第一章 水情\n闸门 3\n第一章 水情")[1] == 0


def test_what_a_program_made_is_known_by_its_kind() -> None:
    line = BodyBlock("第一章 水情", 1, BlockKind.CONTENTS)
    assert without_contents([line, *blocks("第一章 水情")])[1] == 1
