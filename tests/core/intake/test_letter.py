"""Letters of many kinds: what each asks for is a comment, and no line of one is lost without a word."""

import re

import pytest

from plancli.core.intake.letter import opinions_of_letter
from plancli.core.intake.letter_parts import LetterLine
from plancli.core.intake.opinions import FileOpinions, RowRemark
from plancli.core.intake.signature import Senders
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.model import Paragraph, Section
from tests.core.intake.papers import grid_of

CORPUS = Corpus(
    (
        Section(
            key="第一章",
            title="水渠整治",
            body=(
                Paragraph(id="1.1", heading="清淤", text="每年清淤两次。沿渠立界桩。"),
                Paragraph(id="1.2", heading="修闸", text="修闸三座。"),
            ),
        ),
        Section(
            key="第二章",
            title="管护经费",
            body=(Paragraph(id="2.1", text="经费由镇里承担。"),),
        ),
    )
)
SENDERS = Senders(
    {
        "镇水管站": "镇水管站",
        "水管站": "镇水管站",
        "镇农技站": "镇农技站",
        "Water Office": "Water Office",
    },
    "柳河镇水渠整治方案柳河镇人民政府",
)


def read(text: str, unit: str | None = None) -> FileOpinions:
    found = opinions_of_letter(lines(text), (), SENDERS, CORPUS, unit)
    assert len(found) == 1
    return found[0]


def lines(text: str) -> list[LetterLine]:
    return [LetterLine(number, words) for number, words in enumerate(text.split("\n"), 1)]


def asked(found: FileOpinions) -> list[tuple[str, ...]]:
    """Return each comment: its points, or its only text."""
    return [one.points or (one.opinion,) for one in found.opinions]


LETTERS = {
    "numbered, with points of one place": (
        """柳河镇水管站
柳水函〔2026〕7号
关于《柳河镇水渠整治方案(征求意见稿)》的复函
镇人民政府办公室:
  《关于征求水渠整治方案意见的函》收悉。经认真研究,现提出如下修改意见:
  一、关于第一章
  1.将“每年清淤两次”改为“每年清淤三次”。
  2.删除“沿渠立界桩。”。
  二、建议明确管护经费的来源。
  特此函复。

              柳河镇水管站(盖章)
                2026年4月8日
(联系人:赵某,联系电话:5550177)""",
        [
            ("将“每年清淤两次”改为“每年清淤三次”。", "删除“沿渠立界桩。”。"),
            ("建议明确管护经费的来源。",),
        ],
    ),
    "groups of opinions, each with a place of its own": (
        """镇政府:
经研究,我站原则同意该方案,并提出以下意见和建议:
一、总体意见
建议与灌区规划衔接。
二、具体修改意见
1.第一章“修闸三座”改为“修闸四座”。
理由:四村各需一座。
2.第二章“由镇里承担”改为“由镇、村分担”。
以上意见,供参考。
镇农技站
2026年4月9日""",
        [
            ("建议与灌区规划衔接。",),
            ("第一章“修闸三座”改为“修闸四座”。\n理由:四村各需一座。",),
            ("第二章“由镇里承担”改为“由镇、村分担”。",),
        ],
    ),
    "one paragraph, 一是 and 二是": (
        """镇水管站关于水渠整治方案的反馈意见
经讨论,提出如下意见:一是将“两次”改为“三次”。二是建议增设水尺。三是删除“沿渠立界桩”。""",
        [("将“两次”改为“三次”。",), ("建议增设水尺。",), ("删除“沿渠立界桩”。",)],
    ),
    "bracketed numbers": (
        """反馈意见
(一)“修闸三座”后增加“,配启闭机”。
(二)经费问题请再研究。
反馈单位:镇农技站
日期:2026-04-10""",
        [("“修闸三座”后增加“,配启闭机”。",), ("经费问题请再研究。",)],
    ),
    "labelled lines below each number": (
        """镇政府办:
1.位置:第一章
原文:每年清淤两次
修改为:每年清淤三次
理由:泥沙多。
2.位置:第二章
原文:由镇里承担
修改为:由镇财政承担
水管站
二〇二六年四月八日""",
        [
            ("位置:第一章\n原文:每年清淤两次\n修改为:每年清淤三次\n理由:泥沙多。",),
            ("位置:第二章\n原文:由镇里承担\n修改为:由镇财政承担",),
        ],
    ),
    "no numbers at all": (
        """镇政府办公室:
来函收悉,现函复如下:
建议将“修闸三座”改为“修闸四座”。
理由:第四座已经立项。
建议增加对界桩样式的说明。
此复。
镇 水 管 站
2026年4月8日""",
        [
            ("建议将“修闸三座”改为“修闸四座”。\n理由:第四座已经立项。",),
            ("建议增加对界桩样式的说明。",),
        ],
    ),
    "an annex with the opinions": (
        """镇人民政府:
贵办来函收悉,修改意见附后。
附件:修改意见
镇农技站
2026年4月8日
附件
修改意见
一、删除“沿渠立界桩。”。
二、“两次”改为“三次”。""",
        [("删除“沿渠立界桩。”。",), ("“两次”改为“三次”。",)],
    ),
    "numbers in quoted words are none of the letter": (
        """镇政府:
1.第二章修改为:“经费由下列各方承担:
(一)镇财政;
(二)受益村。”
2.其他无意见。
镇水管站 2026年4月8日""",
        [("第二章修改为:“经费由下列各方承担:\n(一)镇财政;\n(二)受益村。”",)],
    ),
    "a heading that names a place, without points": (
        """镇政府:
一、关于“管护经费”的意见
建议列入年度预算。
二、关于界桩样式的建议
建议统一。
镇水管站
2026年4月8日""",
        [
            ("关于“管护经费”的意见\n建议列入年度预算。",),
            ("关于界桩样式的建议\n建议统一。",),
        ],
    ),
    "English": (
        """Ref: WO[2026]14号
Re: Draft canal plan, comments of the Water Office
Dear colleagues,
Thank you for your letter of 2 March 2026. We have read the draft with care. Our comments are as follows:
1. Replace “两次” with “三次”.
2. Delete “沿渠立界桩。”.
3. Please consider the upkeep of the gates.
Please contact us with any question.
Yours sincerely,
J. Doe
Head of section
Water Office
8 April 2026
Tel: 5550142""",
        [
            ("Replace “两次” with “三次”.",),
            ("Delete “沿渠立界桩。”.",),
            ("Please consider the upkeep of the gates.",),
        ],
    ),
    "English in words": (
        """To the Town Office:
First, replace “两次” with “三次”. Second, delete “沿渠立界桩。”.
Kind regards
Water Office""",
        [("replace “两次” with “三次”.",), ("delete “沿渠立界桩。”.",)],
    ),
    "two bodies of paper, a page number and copies": (
        """签发人:钱某
镇水管站文件
镇政府办公室:
现反馈意见如下。
一、将“两次”改为“三次”。
- 1 -
二、经费标准偏低。
镇水管站
2026年4月8日
(此件公开发布)
抄送:镇农技站。""",
        [("将“两次”改为“三次”。",), ("经费标准偏低。",)],
    ),
}


@pytest.mark.parametrize("kind", LETTERS)
def test_each_part_is_a_comment_and_no_line_is_lost(kind: str) -> None:
    text, wanted = LETTERS[kind]
    found = read(text)
    assert asked(found) == wanted
    assert {one.unit for one in found.opinions} <= {"镇水管站", "镇农技站", "Water Office"}
    assert lost(text, found) == []
    assert not [note for note in found.noted if not note.remark.meaning.formal]


def lost(text: str, found: FileOpinions) -> list[str]:
    """Return the lines of a letter of which words stand neither in a comment nor in what was left out."""
    kept = "".join(solid(one.opinion) for one in found.opinions)
    missing: list[str] = []
    for line in lines(text):
        words = solid(line.words)
        for note in found.noted:
            if note.row == line.number:
                is_personal = note.remark is RowRemark.CONTACT
                words = "" if is_personal else words.replace(solid(note.words), "", 1)
        pieces = re.split(_NUMBER, words)
        missing += [piece for piece in pieces if piece not in kept]
    return missing


_NUMBER = (
    r"(?:^|(?<=[。:.;”]))(?:[(（]?[一二三四五六七八]+[)）、是]|[(（]?[1-9][)）.、]|First,|Second,)"
)


def solid(words: str) -> str:
    return "".join(words.split())


def test_day_and_number_go_with_each_comment_and_telephones_stay_out() -> None:
    found = read(LETTERS["numbered, with points of one place"][0])
    told = [(one.row, one.unit, one.received, one.letter) for one in found.opinions]
    assert told == [
        (6, "镇水管站", "2026-04-08", "柳水函〔2026〕7号"),
        (9, "镇水管站", "2026-04-08", "柳水函〔2026〕7号"),
    ]
    assert found.opinions[0].at.cites == "第一章"
    assert "5550177" not in str(found)
    assert "赵某" not in str(found)


def test_a_place_in_a_heading_is_cited_and_its_words_are_not_read_as_an_instruction() -> None:
    named, topic = read(LETTERS["a heading that names a place, without points"][0]).opinions
    assert (named.at.cites, named.said.opinion) == ("“管护经费”", "建议列入年度预算。")
    assert (topic.at.cites, topic.said.opinion) == (None, "建议统一。")


@pytest.mark.parametrize(
    "text",
    [
        "镇政府:\n贵办《关于征求〈水渠整治方案〉意见的函》收悉。经研究,我站无修改意见。\n此复。\n镇水管站",
        "镇政府:\n经认真研究,我单位对《水渠整治方案(征求意见稿)》无意见。\n镇水管站\n2026年4月8日",
        "镇水管站关于水渠整治方案的回复\n完全同意,无不同意见。",
        "镇水管站对《水渠整治方案》无意见。\n水管站",
        "Dear colleagues,\nWe have no comments on the draft plan.\nYours sincerely,\nWater Office",
    ],
)
def test_a_letter_without_an_opinion_says_so(text: str) -> None:
    found = read(text)
    assert not found.opinions
    assert [one.unit for one in found.nothing] == [
        "Water Office" if "Water" in text else "镇水管站"
    ]
    assert lost(text, found) == []


def test_a_wish_behind_an_agreement_is_an_opinion() -> None:
    found = read("镇政府:\n原则同意,建议加固渠堤。\n镇水管站")
    assert asked(found) == [("原则同意,建议加固渠堤。",)]
    assert not found.nothing


def test_a_number_that_is_missing_is_told_with_its_line() -> None:
    found = read("镇政府:\n一、修闸。\n三、清淤。\n镇水管站")
    assert asked(found) == [("修闸。",), ("清淤。",)]
    assert [(note.row, note.remark) for note in found.noted if not note.remark.meaning.formal] == [
        (3, RowRemark.OUT_OF_ORDER)
    ]


@pytest.mark.parametrize(
    ("signed", "unit", "whose"),
    [
        ("镇水管站\n2026年4月8日", "镇农技站", "镇水管站"),
        ("柳河镇水管站\n2026年4月8日", None, "镇水管站"),
        ("松山镇水管站\n2026年4月8日", None, "松山镇水管站"),
        ("松山镇水管站\n2026年4月8日", "镇农技站", "松山镇水管站"),
        ("镇水管站\n镇农技站\n2026年4月8日", None, "镇水管站、镇农技站"),
        ("", "镇农技站", "镇农技站"),
        ("", None, ""),
    ],
)
def test_whose_letter_it_is(signed: str, unit: str | None, whose: str) -> None:
    found = read(f"镇政府:\n1.修闸。\n2.修一座中心\n{signed}", unit)
    assert [one.unit for one in found.opinions] == [whose, whose]
    assert asked(found) == [("修闸。",), ("修一座中心",)]


def test_a_table_in_a_letter_is_read_as_a_table_and_another_one_is_told() -> None:
    text = "镇政府:\n来函收悉,意见见附表。\n镇水管站\n2026年4月8日"
    opinions = grid_of("1", [["原文", "修改为"], ["两次", "三次"]])
    layout = grid_of("2", [["档号", "7"]])
    words, table = opinions_of_letter(lines(text), (opinions, layout), SENDERS, CORPUS, None)
    assert not words.opinions
    assert not words.nothing
    assert [(one.unit, one.said.wording) for one in table.opinions] == [("镇水管站", "三次")]
    assert RowRemark.NOT_READ in {note.remark for note in words.noted}
