"""Citations as people write them: read whole, or kept as words beside what was read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.locate.citation import Reference, parse
from plancli.core.plan.mention import Kind
from plancli.core.plan.span import Span, page_span
from plancli.core.text.numerals import chinese, number


def read(words: str) -> str:
    """Spell a citation: steps and words of each place, places apart by |."""
    return " | ".join(_spelled(reference) for reference in parse(words).references)


READINGS = Path(__file__).parents[2] / "golden" / "出处的读法.txt"


def _readings() -> list[list[str]]:
    """Return the wordings with their readings, as a clerk can judge them."""
    lines = READINGS.read_text(encoding="utf-8").splitlines()
    return [line.split(" → ") for line in lines if line and not line.startswith("#")]


@pytest.mark.parametrize(("words", "reading"), _readings())
def test_a_wording_of_a_place_is_read_as_a_clerk_reads_it(words: str, reading: str) -> None:
    places = []
    for reference in parse(words).references:
        titles = [f"“{title}”" for title in reference.words]
        places.append(" · ".join([*map(str, reference.steps), *titles]))
    assert " | ".join(places) == reading


def _spelled(reference: Reference) -> str:
    return " ".join([*(f"{step.kind}={step.label}" for step in reference.steps), *reference.words])


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("P35", "页=35"),
        ("p.35", "页=35"),
        ("P35-36", "页=35-36"),
        ("第35页", "页=35"),
        ("Ｐ３５页", "页=35"),
        ("第三十八页", "页=38"),
        ("第35页至第36页", "页=35-36"),
        ("第35、36页", "页=35 | 页=36"),
        ("P3、P5", "页=3 | 页=5"),
        ("第iv页", "页=iv"),
        ("第8页第5行", "页=8 行=5"),
        ("第38页16-20行", "页=38 行=16-20"),
        ("第３８页第１６－２０行", "页=38 行=16-20"),
        ("第35页倒数第3行", "页=35 行=-3"),
        ("第38页第5行、第8行", "页=38 行=5 | 页=38 行=8"),
        ("第38页第5行,第39页第2行", "页=38 行=5 | 页=39 行=2"),
        ("第三章第二节第一段", "章=3 节=2 段=1"),
        ("第三章第一节、第二节", "章=3 节=1 | 章=3 节=2"),
        ("第三章至第五章", "章=3-5"),
        # of two kinds none is a range, and what is one already has its end
        ("第三章-第二节", "章=3 节=2"),
        ("第3-5条-第7条", "条=3-5 | 条=7"),
        ("第五页第二章第1节、第3节", "页=5 章=2 节=1 | 章=2 节=3"),
        ("第一、二章", "章=1 | 章=2"),
        ("第十二章末段", "章=12 段=-1"),
        ("第二章倒数第二段", "章=2 段=-2"),
        ("第二章首段", "章=2 段=1"),
        ("第19项“医疗健康工程”", "1.=19 医疗健康工程"),
        ("“主要任务及重点工程”第12项", "1.=12 主要任务及重点工程"),
        ("23.传统产业转型升级", "1.=23 传统产业转型升级"),
        ("专栏15", "专栏=15"),
        ("专栏十五", "专栏=15"),
        ("专栏15第2条", "专栏=15 条=2"),
        ("专栏3附件2", "专栏=3 附件=2"),
        ("专栏15、专栏16第2条", "专栏=15 | 专栏=16 条=2"),
        ("P36专栏15智慧交通重点工作", "页=36 专栏=15 智慧交通重点工作"),
        ("三、(二)3.", "一、=3 (一)=2 1.=3"),
        ("三、（二）3.", "一、=3 (一)=2 1.=3"),
        ("表3", "表=3"),
        ("附件1", "附件=1"),
        ("3.2.7", "1.1=3.2.7"),
        ("3.2.7、3.4.1.2", "1.1=3.2.7 | 1.1=3.4.1.2"),
        ("总体要求“坚持统筹规划,集约建设”", "总体要求 坚持统筹规划,集约建设"),
        ("P35-36提升智慧交通发展水平", "页=35-36 提升智慧交通发展水平"),
        ("第32页,14项应急管理工程", "页=32 1.=14 应急管理工程"),
        (
            "“主要任务及重点工程”第12项“智慧城管工程”“专栏10 智慧城管重点工作”",
            "1.=12 专栏=10 主要任务及重点工程 智慧城管工程 智慧城管重点工作",
        ),
        ("第38页第19项“医疗健康工程”文中16-20行", "页=38 1.=19 行=16-20 医疗健康工程"),
        ("图7左上角", "图=7 左上角"),
        ("推进公交建设", "推进公交建设"),
    ],
)
def test_a_citation_is_read(words: str, spelled: str) -> None:
    assert read(words) == spelled
    assert parse(words).raw == words


def test_page_and_line_are_spans() -> None:
    (reference,) = parse("第38页16-20行").references
    assert (reference.page, reference.line) == (Span(38, 38), Span(16, 20))
    (reference,) = parse("第35页倒数第3行").references
    assert reference.line == Span(-3, -3)


@given(
    st.text(
        "P第页行列章节篇部分段项条款目点句专栏附件录图表式例注格至、,.-()“”0123一二十百ivAB倒数末首前后最后两建设中的",
        max_size=24,
    )
)
def test_nothing_in_a_citation_is_an_error_and_its_words_are_kept(words: str) -> None:
    citation = parse(words)
    assert citation.raw == words
    for reference in citation.references:
        assert reference.steps or reference.words
        assert all(step.kind in Kind for step in reference.steps)
        assert reference.page is None or reference.page.first <= reference.page.last


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("三十八", 38), ("十", 10), ("一百零五", 105), ("二〇", 20), ("38", 38), ("两", 2)],
)
def test_numerals(numeral: str, value: int) -> None:
    assert number(numeral) == value


@given(st.integers(1, 99))
def test_chinese_numerals_read_back(value: int) -> None:
    assert number(chinese(value)) == value


@pytest.mark.parametrize(
    "label", ["38", "16-20", "-3", "iv", "IX", "附3", "A-1", "附3-附5", "ix-xii"]
)
def test_labels_of_pages_read_back(label: str) -> None:
    assert str(page_span(label)) == label


@pytest.mark.parametrize("label", ["", "20-16", "一", "3-", "1-2-3", "附3-录5"])
def test_what_is_no_label(label: str) -> None:
    with pytest.raises(ValueError, match="not a number"):
        page_span(label)


def test_series_of_pages_do_not_meet() -> None:
    assert page_span("附3-附5").meets(page_span("附4"))
    assert not page_span("附3").meets(page_span("3"))
    assert not page_span("iv").meets(page_span("4"))


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("第3条第2款", "条=3 款=2"),
        ("专栏1第3条第2款", "专栏=1 条=3 款=2"),
        ("第3条第2款、第4款", "条=3 款=2 | 条=3 款=4"),
        ("第3条第2款第(一)项、第(三)项", "条=3 款=2 项=1 | 条=3 款=2 项=3"),
        ("第2款、第3条", "款=2 | 条=3"),
        ("专栏1第3项第2款", "专栏=1 项=3 款=2"),
        ("专栏1倒数第2条", "专栏=1 条=-2"),
        ("专栏1最后一条", "专栏=1 条=-1"),
        ("专栏1第3条、最后一条", "专栏=1 条=3 | 专栏=1 条=-1"),
        ("第5条、第四章", "条=5 | 章=4"),
        ("第四章、第5条", "章=4 条=5"),
        ("专栏1第3项、第5项", "专栏=1 项=3 | 专栏=1 项=5"),
        ("第3条第二项第一目", "条=3 项=2 目=1"),
        ("第9页第（四）项", "页=9 (一)=4"),
        ("专栏1第（四）项", "专栏=1 项=4"),
        ("第4项", "1.=4"),
        ("第3条、第5条第2款", "条=3 | 条=5 款=2"),
        ("专栏3-5", "专栏=3-5"),
        ("附件1-3", "附件=1-3"),
        ("附件1、2", "附件=1 | 附件=2"),
        ("表3、4", "表=3 | 表=4"),
        ("表1至3", "表=1-3"),
        ("表1-3", "表=1-3"),
        ("图2-1、2-3", "图=2-1 | 图=2-3"),
        ("图5.4和表3.1", "图=5.4 | 表=3.1"),
    ],
)
def test_levels_lie_in_each_other(words: str, spelled: str) -> None:
    assert read(words) == spelled


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("第83页倒数第7-8行", Span(-8, -7)),
        ("第83页最后两行", Span(-2, -1)),
        ("第83页前3行", Span(1, 3)),
        ("第83页下数第5行", Span(-5, -5)),
        ("第83页上数第5行", Span(5, 5)),
        ("第83页表格第2行", None),
        ("第83页表6第2行", None),
        ("第83页第二段第2行", None),
        ("第83页第2行后3行", Span(2, 2)),
    ],
)
def test_which_lines_of_the_page_are_meant(words: str, line: Span | None) -> None:
    (reference,) = parse(words).references
    assert reference.page == Span(83, 83)
    assert reference.line == line


@pytest.mark.parametrize(
    "words", ["将第二条改为第三条", "第5页移至第6页", "第二条调整为第九章第三条"]
)
def test_where_something_comes_to_be_is_no_place(words: str) -> None:
    (reference,) = parse(words).references
    assert len(reference.steps) == 1
    assert len(reference.words) == 1


@pytest.mark.parametrize(
    "words", ["第", "1、", "P1", " ", "“", "“甲”乙", "十", "第一、", "倒数", "在", "图1.", "一段"]
)
def test_a_long_citation_is_read_in_one_pass(words: str) -> None:
    assert parse(words * 20_000).raw.startswith(words)


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("第38页-第16页", "页=16-38"),
        ("第102项", "1.=102"),
        ("附3页第1行", "页=附3 行=1"),
        ("第3页最后一行", "页=3 行=-1"),
        ("第3页首行", "页=3 行=1"),
        ("page 38 line 16", "页=38 行=16"),
        ("第1.1条", "1.1=1.1"),
        ("第四章/17/专栏15", "第四章/17/专栏15"),
        ("表3、附件1", "表=3 | 附件=1"),
    ],
)
def test_less_usual_citations(words: str, spelled: str) -> None:
    assert read(words) == spelled


def test_a_range_that_is_none_is_no_line() -> None:
    (reference,) = parse("第5行至倒数第2行").references
    assert reference.line is None


def test_a_citation_of_the_length_of_a_text_stays_unread() -> None:
    assert parse("第3页" + "第2行" * 300).references[0].page
    (reference,) = parse("第3页" + "第2行" * 3000).references
    assert not reference.steps
    assert reference.words
