"""What a text refers to in its own plan, and what only looks like a reference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.plan.references import references


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见专栏9。", ["专栏9"]),
        ("见专栏１５。", ["专栏１５"]),
        ("见专栏一百零一。", ["专栏一百零一"]),
        ("见专栏1、9。", ["专栏1", "专栏9"]),
        ("见专栏1和9所列项目", ["专栏1", "专栏9"]),
        ("专栏1—9", ["专栏1", "专栏9"]),
        ("专栏一、九中", ["专栏一", "专栏九"]),
        ("专栏1、2个项目", ["专栏1"]),
        ("专栏1、50所学校", ["专栏1"]),
        ("专栏1,9月底前完成;专栏1—9月", ["专栏1", "专栏1"]),
        ("专栏1和2025年", ["专栏1"]),
        ("专栏1、5G基站", ["专栏1"]),
        ("设专栏10个,专栏12期", []),
        ("第1、9项工程", ["第1项", "第9项"]),
        ("第1至第9项任务", ["第1项", "第9项"]),
        ("第一、九章", ["第一章", "第九章"]),
        ("第百章", []),
        ("详见第9项。", ["第9项"]),
        ("见第9项指标", []),
        ("意见第9项。", []),
        ("见工程9。", ["工程9"]),
        ("工程99%完工,网格工程9个", []),
    ],
)
def test_references_are_read(text: str, found: list[str]) -> None:
    assert own(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("国家“十四五”规划纲要第十二章", []),
        ("省规划纲要专栏12", []),
        ("省规划第十二章、第十三章和专栏5", []),
        ("省规划第十二章,详见第十三章", ["第十三章"]),
        ("国务院关于加快建设的意见第九章", []),
        ("全省发展规划第九章", []),
        ("《条例》第九章,按办法第三章", []),
        ("见附件3专栏9", ["附件3专栏9"]),
        ("本规划第九章", ["第九章"]),
        ("本纲要专栏9", ["专栏9"]),
        ("本实施方案第9项。第九章", ["第九章"]),
        ("《条例》和本规划第九章", ["第九章"]),
        ("按照规划第九章", ["第九章"]),
        ("《促进大数据发展行动纲要》(国发〔2015〕50号)第三章", []),
        ("《安徽省发展规划纲要》（皖政〔2021〕16号）专栏9", []),
        ("按国发〔2015〕50号文第三章", []),
        ("国家“十四五”规划纲要第五篇第十六章", []),
        ("国家规划纲要第五篇“加快数字化发展”第十六章、第十七章", []),
        ("第五篇“加快数字化发展”第十六章", []),
        ("《规划》第二部分“数字经济”专栏9", []),
        ("《数据安全法》(2021年6月10日第十三届全国人大常委会第二十九次会议通过)第九章", []),
        ("GB/T 9704第9章,DB34/T 1234—2020第9章,ISO 27001第9章", []),
        ("规章制度第九章", []),
        ("《数字安徽规划》明确的九项任务,推进其中第9项任务", []),
        ("省政府十项民生实事第9项工程", []),
        ("落实《条例》,推进第9项任务", ["第9项"]),
        ("《条例》已经印发。九项任务,推进其中第9项任务", ["第9项"]),
        ("《条例》和本规划明确的九项任务,推进其中第9项任务", ["第9项"]),
        ("本规划(修订)第九章,本规划第二篇“建设”第九章", ["第九章", "第九章"]),
        ("打造“一网通办”第9项工程,推进平台(二期)第9项工程", ["第9项", "第9项"]),
        ("第二部分第九章", ["第九章"]),
        ("本行动指南第九章,建设5G2025第9项工程", ["第九章", "第9项"]),
    ],
)
def test_other_documents_are_left_out(text: str, found: list[str]) -> None:
    assert own(text) == found


def own(text: str) -> list[str]:
    """Return the words of what a text refers to in its own plan."""
    return [mention.words for mention in references(text) if not mention.foreign]


def said(text: str) -> list[str]:
    """Spell out what each reference says: its characters, its rungs, and what is to be known of it."""
    lines: list[str] = []
    for mention in references(text):
        rungs = [
            "本" if rung.value is None else f"{rung.kind}{rung.value}" for rung in mention.rungs
        ]
        more = ["foreign"] * mention.foreign + ["through"] * mention.through
        lines.append(" ".join([text[mention.start : mention.end], "=", *rungs, *more]))
    return lines


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("见专栏3。", ["专栏3 = 专栏3"]),
        ("专栏3、5和7所列渡口", ["专栏3 = 专栏3", "5 = 专栏5", "7 = 专栏7"]),
        ("专栏3至5。", ["专栏3 = 专栏3", "5 = 专栏5 through"]),
        ("第三、四章", ["第三 = 章3", "四章 = 章4"]),
        ("第四章第17项", ["第四章第17项 = 章4 项17"]),
        ("第四章“渡口”第17项“趸船”专栏15", ["第四章“渡口”第17项“趸船”专栏15 = 章4 项17 专栏15"]),
        ("第三章第二节", ["第三章第二节 = 章3 节2"]),
        ("第三章的第二节、第四节", ["第三章的第二节 = 章3 节2", "第四节 = 章3 节4"]),
        ("第四章第1项至第4项", ["第四章第1项 = 章4 项1", "第4项 = 章4 项4 through"]),
        ("第四章第1项、第五章第2项", ["第四章第1项 = 章4 项1", "第五章第2项 = 章5 项2"]),
        ("第二章第二节第（四）项", ["第二章第二节第（四）项 = 章2 节2 项4"]),
        ("本章第(二)项", ["本章第(二)项 = 本 项2"]),
        ("本章第二节", ["本章第二节 = 本 节2"]),
        ("本项要求与本专栏", ["本项 = 本", "本专栏 = 本"]),
        ("前款所称渡口", ["前款 = 本"]),
        ("上述专栏和下列附件", ["上述专栏 = 本", "下列附件 = 本"]),
        ("见下表,如上图", ["下表 = 本", "上图 = 本"]),
        ("见附件。", ["附件 = 本"]),
        ("见附件1、2", ["附件1 = 附件1", "2 = 附件2"]),
        ("附录A", ["附录A = 附录1"]),
        ("见表3-1和图2", ["表3-1 = 表(3, 1)", "图2 = 图2"]),
        ("见第二节。", ["第二节 = 节2"]),
        ("《渡口法》第三章", ["第三章 = 章3 foreign"]),
        ("省办发〔2020〕12号附件1", ["附件1 = 附件1 foreign"]),
        (
            "《渡口法》第三章、第五章第六条",
            ["第三章 = 章3 foreign", "第五章第六条 = 章5 条6 foreign"],
        ),
        ("见附件3专栏9", ["附件3专栏9 = 附件3 专栏9"]),
    ],
)
def test_a_reference_says_what_it_names(text: str, found: list[str]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *(
            "第一章程序",
            "第三方",
            "图书3册",
            "代表3人",
            "意图3",
            "附件3份",
            "图5G",
            "表3人",
            "设专栏介绍渡口",
        ),
        *(
            "第二节课",
            "第一条例外",
            "基本项",
            "本项目",
            "本章程",
            "本节能改造",
            "前项目",
            "天下图书",
            "上表现",
            "家具附件",
        ),
        *("第二项指标", "第一条跑道", "三章", "2025年专栏", "专栏作家", "上图书馆", "第十二五章"),
    ],
)
def test_words_that_only_look_like_one_are_none(text: str) -> None:
    assert said(text) == []


PIECES = st.sampled_from(
    [
        *"第一二十3９（）()“”、和至章节项条款专栏附件表图本前上下见的-. 》法年",
        "专栏",
        "附件",
        "第3章",
        "本章",
        "规划",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=30))
def test_references_are_apart_and_in_order(text: str) -> None:
    end = 0
    for mention in references(text):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        last = mention.rungs[-1]
        assert mention.start <= last.start < last.end <= mention.end
        for rung in mention.rungs:
            assert text[rung.start : rung.end] == rung.numeral


@pytest.mark.parametrize(
    "piece",
    [
        *("第1、第1、", "专栏1、", "专栏1- ", "见第1、1、", "1", " ", "第", "规划", "十"),
        *(
            "第九章",
            "》第九章",
            "(”)第九章",
            "第1篇第1章",
            "A1第1章",
            "》其中第1章",
            "第1章(",
            "第1章“第1项”",
        ),
    ],
)
def test_what_is_found_grows_with_a_line(piece: str) -> None:
    found = [len(references("专栏1" + piece * times)) for times in (200, 400, 2000)]
    assert found[2] - found[1] == 8 * (found[1] - found[0])


def test_a_number_within_an_annex_is_no_end_of_a_range() -> None:
    found = references("见附件2-1，另见附件3—2、附件2-4。")
    assert [one.rungs[-1].numeral for one in found] == ["2", "3", "2", "4"]
