"""Sentences that ask for nothing are taken off a line; what asks for something stays whole."""

import pytest

from plancli.core.intake.courtesies import agrees, stripped


def plain(words: str) -> str:
    return words.replace("镇水管站", "我局")


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("来函收悉。经研究,提出如下意见:一是修闸。二是清淤。", "一是修闸。二是清淤。"),
        ("《方案》收悉。建议修闸。", "建议修闸。"),
        ("我站高度重视,组织人员认真研究。建议修闸。特此函复。", "建议修闸。"),
        ("经研究,建议将“两次”改为“三次”。", "经研究,建议将“两次”改为“三次”。"),
        ("原则同意,建议修闸。", "原则同意,建议修闸。"),
        ("感谢来函,并请增加“水尺”。", "感谢来函,并请增加“水尺”。"),
        ("Thank you for the draft. Replace “a” with “b”. Kind regards", "Replace “a” with “b”."),
        ("We have read it. Our comments follow as follows: delete “a”.", "delete “a”."),
        ("具体意见见附件。", ""),
    ],
)
def test_only_what_asks_for_nothing_is_taken_off(line: str, kept: str) -> None:
    found = stripped(3, line, plain)
    assert found.words == kept
    told = [*(note.words for note in found.left_out), found.words]
    # nothing of the line is lost
    assert sorted("".join(told).replace(" ", "")) == sorted(line.replace(" ", ""))
    assert {note.row for note in found.left_out} <= {3}


@pytest.mark.parametrize(
    ("sentence", "whether"),
    [
        ("经认真研究,镇水管站对《方案》(征求意见稿)无不同意见。", True),
        ("贵办来函收悉,我单位无意见。", True),
        ("我站原则同意《方案》。", True),
        ("我站不同意该方案。", False),
        ("同意增加水尺。", False),
        ("我站同意设立水尺的做法。", False),
        ("总体上赞同该方案。", True),
        ("无意见,但请修闸。", False),
    ],
)
def test_an_agreement_says_nothing_more(sentence: str, whether: bool) -> None:
    assert agrees(sentence, plain) is whether
