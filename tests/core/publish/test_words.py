"""The fixed words of what is published."""

import pytest

from plancli.core.publish.prose import ProseLine, Style, title_of
from plancli.core.publish.sheet import Block, Head, Sheet, repeated, runs_of, text_of
from plancli.core.publish.words import CHINESE
from plancli.core.text.marked import Run


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("已改", "已改。"),
        ("已改。", "已改。"),
        ("已改；", "已改；"),
        ("已改？", "已改？"),
        ("见第2.", "见第2."),
        ("改为“渡口”", "改为“渡口”。"),
        ("(已改。)", "(已改。)"),
    ],
)
def test_a_sentence_is_closed_once(text: str, closed: str) -> None:
    assert CHINESE.closed(text) == closed


def test_nothing_stands_between_chinese_sentences_and_a_blank_between_english_ones() -> None:
    assert CHINESE.after == ""
    assert CHINESE._replace(stop=". ").after == " "
    assert CHINESE._replace(stop=". ").closed("Done") == "Done."


def test_a_sheet_counts_the_rows_of_all_blocks() -> None:
    heads = (Head("单位", shared=True), Head("意见"))
    sheet = Sheet("表", heads, (Block((("甲", "一"), ("", "二"))), Block((("乙", "三"),))))
    assert sheet.rows == 3
    assert [head.shared for head in repeated(sheet).heads] == [False, False]
    assert repeated(sheet).blocks == sheet.blocks


def test_a_cell_is_words_or_changes() -> None:
    changes = (Run("-", "甲"), Run("+", "乙"), Run("=", "丙"))
    assert (text_of(changes), runs_of(changes)) == ("甲乙丙", changes)
    assert (text_of("甲"), runs_of("甲")) == ("甲", (Run("=", "甲"),))


def test_the_title_of_a_letter_is_its_first_title() -> None:
    def line(style: Style, words: str) -> ProseLine:
        return ProseLine(style, (Run("=", words[:1]), Run("=", words[1:])))

    letter = (line(Style.RIGHT, "第1号"), line(Style.TITLE, "复函"), line(Style.TITLE, "附件"))
    assert title_of(letter) == "复函"
    assert title_of(letter[:1]) == ""
