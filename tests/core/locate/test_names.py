"""Names of sections, columns and paragraphs, on the real draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.locate.citation import parse
from plancli.core.locate.names import Names
from plancli.core.plan.model import Column, Paragraph, Section
from plancli.core.plan.outline import Outline
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT

NAMES = Names(Outline(load(read_files(ROOT)).draft().sections))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("第四章/17", ["第四章/17"]),
        ("17.1", ["17.1"]),
        ("智慧城管工程", ["第四章/12"]),
        ("智慧城管", ["第四章/12"]),
        ("专栏10 智慧城管重点工作", ["第四章/12/专栏10"]),
        ("专栏10", ["第四章/12/专栏10"]),
        ("专栏15第1条", ["专栏15.1"]),
        ("专栏15第9条", []),
        ("第12项", ["第四章/12"]),
        ("12.智慧城管工程", ["第四章/12"]),
        ("第四章第12项", ["第四章/12"]),
        ("第三章第12项", []),
        ("第12项“智慧交通工程”", []),
        ("四、打造治理新模式", ["第四章/四"]),
        ("总体要求“坚持统筹规划,集约建设”", ["第二章.2"]),
        ("坚持统筹规划", ["第二章.2"]),
        ("“主要任务及重点工程”第12项“智慧城管工程”“专栏10 智慧城管重点工作”", ["第四章/12/专栏10"]),
        ("14项应急管理工程涉及加强应急管理体系和能力建设", ["14.1"]),
        ("总体规划-15.生态环保工程。“推进自然资源高效利用。”", ["15.1"]),
        ("第五章第二段", ["第五章.2"]),
        ("第五章末段", ["第五章.5"]),
        ("地理信息平台", ["4.1"]),
        ("工程", []),
        ("没有的章节", []),
    ],
)
def test_a_name_means_one_thing_or_nothing(name: str, keys: list[str]) -> None:
    assert NAMES.keys(name) == keys


def test_what_is_not_understood_is_said() -> None:
    (place,) = NAMES.places(parse("第二章“不存在的小节”"))
    assert place == (("第二章",), ("不存在的小节",))
    (place,) = NAMES.places(parse("附件9"))
    assert place == ((), ("附件9",))


def test_several_places() -> None:
    assert [place.keys for place in NAMES.places(parse("专栏10、专栏15"))] == [
        ("第四章/12/专栏10",),
        ("第四章/17/专栏15",),
    ]


@given(
    st.text(
        "第附0-9一百零页行项章节条款点句图部分前、,至末倒数表专栏/.()“”智慧城管工程", max_size=16
    )
)
def test_no_citation_is_an_error(words: str) -> None:
    for place in NAMES.places(parse(words)):
        assert all(NAMES.outline.knows(key) for key in place.keys)
    NAMES.keys(words)


def test_a_range_that_cannot_be_read_is_said() -> None:
    (place,) = NAMES.places(parse("第5行至倒数第2行"))
    assert place.unread == ("第5--2行",)


# --- printed numbers ----------------------------------------------------------------------------------------

RENUMBERED = Outline(
    (
        Section(key="第一章", title="水源"),
        Section(
            key="第二章",
            title="管网",
            number="第三章",
            body=(
                Paragraph(id="2.1", number="（二）", heading="主干管"),
                Paragraph(id="2.2", number="(三)", text="更换阀门。"),
                Column(column="专栏3", number="专栏2", title="泵站布局"),
            ),
        ),
        Section(key="第二章/8", number="9", title="改造"),
        Section(
            key="第三章",
            title="保障",
            number="第四章",
            body=(Column(column="专栏2", number="专栏3"),),
        ),
    )
)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("第三章“管网”", ["第二章"]),
        ("第三章第9项", ["第二章/8"]),
        ("第三章,第9项“改造”", ["第二章/8"]),
        ("专栏2", ["第二章/专栏3"]),
        ("专栏3", ["第三章/专栏2"]),
        ("专栏2泵站布局", ["第二章/专栏3"]),
        ("第三章(二)", ["2.1"]),
        ("第三章(三)", ["2.2"]),
        ("第四章第一段", []),
        # a number that no part has now is that of its key
        ("第二章“管网”", ["第二章"]),
        ("第8项", ["第二章/8"]),
        # keys stay keys
        ("第二章/专栏3", ["第二章/专栏3"]),
        ("2.1", ["2.1"]),
    ],
)
def test_what_people_cite_is_what_their_paper_prints(name: str, keys: list[str]) -> None:
    assert Names(RENUMBERED).keys(name) == keys
