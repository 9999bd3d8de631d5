"""Who says what: units from cells, banners, lines ahead; words as the table has them."""

import pytest

from plancli.core.comments.status import Status
from plancli.core.intake.entries import entries_of, full_unit, names_of
from plancli.core.intake.opinions import FileOpinions, RowRemark
from plancli.core.intake.table import table_in
from plancli.core.plan.manifest import Manifest, Unit
from tests.core.intake.papers import grid_of

MANIFEST = Manifest(
    title="规划",
    issuer="镇政府",
    sections=(),
    units=(Unit(name="镇小学"), Unit(name="镇卫生院")),
    aliases={"小学": "镇小学"},
)

NAMES = names_of(MANIFEST)


def said(*rows: str, unit: str | None = None, before: tuple[str, ...] = ()) -> FileOpinions:
    """Return what a table of rows with bars between their cells says."""
    found = table_in(grid_of("表", [row.split("|") for row in rows], before))
    assert found is not None
    return entries_of(found, NAMES, unit)


def units(found: FileOpinions) -> list[str]:
    return [one.unit for one in found.opinions]


def test_a_blank_unit_is_the_one_above() -> None:
    found = said("单位|位置|意见", "镇小学|1|甲", "|2|乙", "镇卫生院|3|丙", "|4|丁")
    assert units(found) == ["镇小学", "镇小学", "镇卫生院", "镇卫生院"]


def test_a_banner_speaks_for_the_rows_below_it() -> None:
    found = said(
        "序号|位置|意见", "一、镇小学(2条)||", "1|a|甲", "2|b|乙", "二、镇卫生院:||", "1|c|丙"
    )
    assert [full_unit(NAMES, unit) for unit in units(found)] == ["镇小学", "镇小学", "镇卫生院"]
    assert found.noted == ()


def test_a_banner_of_a_unit_that_nobody_knows_is_its_name_where_nothing_else_is() -> None:
    assert units(said("序号|意见|理由", "镇学堂||", "1|甲|")) == ["镇学堂"]


def test_a_banner_that_names_a_part_is_the_place_of_what_is_below() -> None:
    found = said("位置|单位|意见", "第一章 总则||", "|镇小学|甲", "第3页|镇小学|乙")
    assert [one.at.cites for one in found.opinions] == ["第一章 总则", "第3页"]


def test_another_banner_is_told_and_left_out() -> None:
    found = said("单位|位置|意见", "合计:2条||", "镇小学|1|甲")
    assert [(one.row, one.remark) for one in found.noted] == [(2, RowRemark.NOT_READ)]


def test_what_is_given_or_stands_ahead_speaks_where_the_table_says_nothing() -> None:
    rows = "位置|意见", "1|甲"
    assert units(said(*rows, unit="镇小学")) == ["镇小学"]
    ahead = ("征求意见表", "反馈单位（盖章）:镇卫生院   联系人:某")
    assert units(said(*rows, before=ahead)) == ["镇卫生院"]
    assert units(said(*rows, before=("反馈单位:____",))) == [""]


def test_cells_are_kept_behind_their_heads_and_the_opinion_as_it_is() -> None:
    found = said("单位|原文|修改后|理由", "小学|三年|四年|太短")
    (one,) = found.opinions
    assert one.opinion == "原文:三年\n修改后:四年\n理由:太短"
    assert (one.said.original, one.said.wording, one.at.original) == ("三年", "四年", "三年")
    (other,) = said("单位|意见|理由", "小学|改。|太短").opinions
    assert other.opinion == "改。\n理由:太短"


def test_new_words_alone_are_the_opinion_itself() -> None:
    (one,) = said("单位|原文|建议修改为", "小学||1.改。2.删。").opinions
    assert (one.opinion, one.said.wording) == ("1.改。2.删。", "")
    assert one.points == ("改。", "删。")


def test_one_cell_over_old_and_new_words_is_an_opinion_on_the_whole() -> None:
    (one,) = said("单位|原文|建议修改为", "小学|请缩短。|请缩短。").opinions
    assert (one.opinion, one.at.original) == ("请缩短。", None)


def test_who_has_no_opinion_is_no_comment() -> None:
    found = said("单位|位置|意见|理由", "小学||无意见|", "镇卫生院||同意|—")
    assert found.opinions == ()
    assert [(one.row, one.unit) for one in found.nothing] == [(2, "小学"), (3, "镇卫生院")]


def test_what_was_decided_as_one_stays_one() -> None:
    found = said("单位|意见|采纳情况", "小学|1.改。2.删。|已采纳", "小学|1.甲。2.乙。|再议")
    assert [len(one.points) for one in found.opinions] == [0, 2]
    assert [one.decision.status for one in found.opinions] == [Status.ADOPTED, Status.PENDING]
    assert [one.remark for one in found.noted] == [RowRemark.UNDECIDED]


def test_days_letters_and_channels_come_along() -> None:
    found = said(
        "单位|意见|收到日期|文号|渠道",
        "小学|改。|2026/3/5|镇校〔2026〕1号|来函",
        "小学|删。|上周||",
    )
    assert [(one.received, one.letter, one.channel) for one in found.opinions] == [
        ("2026-03-05", "镇校〔2026〕1号", "来函"),
        (None, None, None),
    ]
    assert [(one.row, one.remark) for one in found.noted] == [(3, RowRemark.NO_DAY)]


def test_a_row_without_an_opinion_is_told() -> None:
    found = said("单位|位置|意见|理由", "小学|第3页||太短")
    assert [(one.remark, one.words) for one in found.noted] == [
        (RowRemark.NOT_READ, "小学 第3页 太短")
    ]


def test_a_mark_for_as_above_is_the_unit_and_the_place_above() -> None:
    found = said("单位|位置|意见", "镇小学|第一章|甲", "同上|〃|乙", "镇卫生院|同上|同上")
    assert [(one.unit, one.at.cites, one.opinion) for one in found.opinions] == [
        ("镇小学", "第一章", "甲"),
        ("镇小学", "第一章", "乙"),
        ("镇卫生院", "第一章", "同上"),
    ]


def test_a_day_may_have_a_time() -> None:
    found = said("单位|意见|收到日期", "镇小学|甲|2026-03-05 09:30:00", "镇小学|乙|2026.3.6 8:05")
    assert [one.received for one in found.opinions] == ["2026-03-05", "2026-03-06"]


def test_whether_there_is_an_opinion_is_asked_beside_it_or_alone() -> None:
    rows = "镇小学|有|改。", "镇卫生院|无|", "镇小学|否|删。", "镇卫生院|有,见附件|", "镇小学|有|"
    found = said("单位|有无意见|意见建议", *rows)
    assert [(one.row, one.opinion) for one in found.opinions] == [
        (2, "改。"),
        (4, "删。"),
        (5, "有,见附件"),
    ]
    assert [(one.row, one.unit) for one in found.nothing] == [(3, "镇卫生院")]
    assert [(one.row, one.words) for one in found.noted] == [(6, "镇小学 有")]
    alone = said("单位|有无意见", "镇小学|无意见", "镇卫生院|没有")
    assert [one.unit for one in alone.nothing] == ["镇小学", "镇卫生院"]


@pytest.mark.parametrize(
    ("ahead", "whose"),
    [
        ("反馈单位:镇卫生院", "镇卫生院"),
        # nobody's name becomes another's
        ("反馈单位:镇卫生员", "镇卫生员"),
        ("意见反馈单位（盖章）:镇兽医站 ", "镇兽医站"),
        # left blank, or another label: nobody is named
        ("反馈单位(盖章):        联系人:某", "镇小学"),
        ("填报单位:(盖章)", "镇小学"),
        ("编制单位:镇政府规划办", "镇小学"),
    ],
)
def test_what_a_file_says_of_itself_goes_before_what_is_said_of_others(
    ahead: str, whose: str
) -> None:
    assert units(said("位置|意见", "1|甲", unit="镇小学", before=(ahead,))) == [whose]
