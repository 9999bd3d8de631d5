"""Keys of sections: permanent, unique, and those that people would give."""

from plancli.core.intake.draft.headings import headings_in
from plancli.core.intake.draft.keys import keyed, number_beside
from tests.core.intake.draft.blocks import blocks


def keys(text: str) -> list[tuple[str, str, str]]:
    return [(one.key, one.parent, one.paragraphs) for one in keyed(headings_in(blocks(text)))]


def test_a_project_is_called_by_its_chapter_and_number() -> None:
    text = "第一章 任务\n一、河流\n1.清淤\n2.护岸\n二、水库\n3.坝体"
    assert keys(text)[1:] == [
        ("第一章/一", "第一章", "第一章一"),
        ("第一章/1", "第一章/一", "1"),
        ("第一章/2", "第一章/一", "2"),
        ("第一章/二", "第一章", "第一章二"),
        ("第一章/3", "第一章/二", "3"),
    ]


def test_a_number_that_comes_again_is_called_by_its_task() -> None:
    text = "第一章 任务\n一、河流\n1.清淤\n二、水库\n1.坝体\n第二章 保障\n1.资金"
    found = [key for key, *_ in keys(text)]
    assert found[2:] == ["第一章/一/1", "第一章/二", "第一章/二/1", "第二章", "第二章/1"]
    assert [name for *_, name in keys(text)][2] == "第一章一1"


def test_two_parts_with_one_number_have_two_keys() -> None:
    found = keyed(headings_in(blocks("第一章 水情\n第一章 任务\n第一章 保障")))
    assert [one.key for one in found] == ["第一章", "第一章-2", "第一章-3"]
    assert [one.again for one in found] == [False, True, True]


def test_a_key_that_is_the_title_says_no_number() -> None:
    (found,) = keyed(headings_in(blocks("1#前言/说明")))
    assert (found.key, found.title) == ("前言／说明", "前言／说明")
    (wide,) = keyed(headings_in(blocks("1#前  言")))
    assert wide.key == "前言"
    assert number_beside("前言", "", "前言") is None
    assert number_beside("第一章-2", "第一章", "任务") == "第一章"
    assert number_beside("第一章", "第一章", "任务") is None
