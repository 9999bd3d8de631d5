"""Pictures of a draft become figures, with the titles below them; no picture and no line goes."""

import pytest

from plancli.core.intake.body import BlockKind, Body, BodyBlock, BodyPicture, LeftOut
from plancli.core.intake.draft.drafted import Drafted, Unclear
from plancli.core.intake.draft.structure import drafted
from plancli.core.plan.model import Figure
from plancli.core.plan.outline import Outline
from tests.core.intake.draft.blocks import blocks


def read(text: str) -> Drafted:
    """Return the plan of lines; one that begins with [图] is a picture, with the words behind for its own."""
    found: list[BodyBlock] = []
    for block in blocks(text):
        if block.words.startswith("[图]"):
            name = block.words.removeprefix("[图]")
            unfit = "it is cut short" if name == "坏" else ""
            picture = BodyPicture(f"bytes {block.place}".encode(), ".png", name, unfit=unfit)
            found.append(BodyBlock("", block.place, BlockKind.PICTURE, picture=picture))
        else:
            found.append(block)
    return drafted(Body(tuple(found), {}))


def figures(plan: Drafted) -> list[Figure]:
    return list(Outline(plan.sections).figures.values())


def test_a_picture_has_its_number_and_title_from_the_line_below() -> None:
    plan = read(
        """
        第一章 水情
        河流见图1。
        [图]河流走向
        图1 河流分布
        共三条。
        [图]
        图2
        """
    )
    assert figures(plan) == [
        Figure(image="figures/图1.png", title="河流分布", alt="河流走向"),
        Figure(image="figures/图2.png"),
    ]
    assert plan.pictures == {"figures/图1.png": b"bytes 3", "figures/图2.png": b"bytes 6"}
    texts = [spot.paragraph.text for spot in Outline(plan.sections).spots.values()]
    assert [text for text in texts if "条" in text or "见" in text] == ["河流见图1。", "共三条。"]
    assert plan.not_clear == ()


def test_a_picture_without_a_number_is_called_by_one_that_is_free() -> None:
    plan = read(
        """
        第一章 水情
        [图]
        图1是河流的走向,由县水利局绘制。
        [图]
        [图]
        图3 水库
        """
    )
    assert [(one.figure, one.title) for one in figures(plan)] == [
        ("图2", ""),
        ("图4", ""),
        ("图3", "水库"),
    ]
    assert {one.what for one in plan.not_clear} == {Unclear.NO_CAPTION}
    (text,) = [
        spot.paragraph.text
        for spot in Outline(plan.sections).spots.values()
        if not spot.is_of_figure
    ]
    assert text == "图1是河流的走向,由县水利局绘制。"


def test_a_number_that_stands_twice_is_two_figures_and_two_files() -> None:
    plan = read("第一章 水情\n[图]\n图1 河流\n[图]\n图1 水库\n第二章 任务\n[图]\n图1 管网")
    assert [(one.figure, one.number) for one in figures(plan)] == [
        ("图1", None),
        ("图1-2", "图1"),
        ("图1", None),
    ]
    assert len(plan.pictures) == 3


def test_a_picture_on_the_cover_is_left_out_and_said() -> None:
    plan = read("[图]徽标\n=青溪县河湖保护规划\n第一章 水情\n河流三条。")
    assert figures(plan) == []
    assert plan.cover.title == "青溪县河湖保护规划"
    assert plan.left_out == {LeftOut.PICTURE: 1}


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        ("[图]|图1 河|[图]|图2 湖", "河 湖"),
        ("图1 河|[图]|图2 湖|[图]", "河 湖"),
        ("[图]|图1 河|图2 湖|[图]", "河 湖"),
        ("图1 河|[图]|甲。|[图]|图2 湖", "河 湖"),
        ("[图]图1 河|[图]|图2 湖", "河 湖"),
    ],
)
def test_a_title_stands_below_its_picture_or_above(lines: str, titles: str) -> None:
    plan = read("第一章 水情\n乙。\n" + lines.replace("|", "\n"))
    assert [one.title for one in figures(plan)] == titles.split()
    assert plan.not_clear == ()


def test_the_title_of_a_picture_that_is_not_there_is_given_to_no_other() -> None:
    plan = read("第一章 水情\n图1 河\n[图]\n图2 湖\n[图]坏\n图3 渠")
    assert [(one.figure, one.title) for one in figures(plan)] == [("图2", "湖")]
    texts = [spot.paragraph.text for spot in Outline(plan.sections).spots.values()]
    assert [text for text in texts if text.startswith("图")] == ["图1 河", "图3 渠"]
    (left_out,) = plan.not_clear
    assert (left_out.what, left_out.words) == (Unclear.NO_PICTURE, "坏")
    assert left_out.why == "it is cut short"


def test_a_title_in_the_words_for_a_picture_is_its_title() -> None:
    plan = read("第一章 水情\n[图]图2 河\n[图]")
    assert figures(plan) == [
        Figure(image="figures/图2.png", title="河"),
        Figure(image="figures/图1.png"),
    ]
