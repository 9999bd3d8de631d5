"""Which marks are wide: those beside Chinese words, and brackets in pairs."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.matchkey import fold
from plancli.core.text.punctuation import (
    Punctuation,
    bracketed,
    narrow,
    punctuated,
    usual_in,
    wide,
    written_with,
)


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("渡口停航,另行通知;详见公告:", "渡口停航，另行通知；详见公告："),
        ("停航吗?停!", "停航吗？停！"),
        ("什么?!停航", "什么？！停航"),
        ("到2026年,GDP增长5.5%,人口1,000人", "到2026年，GDP增长5.5%，人口1,000人"),
        ("配比3:1,时间10:30至11:00", "配比3:1，时间10:30至11:00"),
        ("5G,人工智能", "5G，人工智能"),
        ("5G,6G", "5G,6G"),
        ("网址:https://a.cn/?q=1,2:80", "网址：https://a.cn/?q=1,2:80"),
        ("“渡口”,停航", "“渡口”，停航"),
        ("《办法》:“停航”", "《办法》：“停航”"),
        ("See annex (a), part 1: boats", "See annex (a), part 1: boats"),
        ("(一)渡口", "（一）渡口"),
        ("(1)渡口", "（1）渡口"),
        ("渡口(ferry)停航", "渡口（ferry）停航"),
        ("含5G(SA)网络(责任单位:甲、乙)", "含5G（SA）网络（责任单位：甲、乙）"),
        ("(见(1)渡口)", "（见（1）渡口）"),
        ("表1(a)", "表1(a)"),
        ("（渡口)", "（渡口）"),
        ("1)渡口", "1）渡口"),
        ("渡口, 停航", "渡口， 停航"),
        ("“Hello,” she said, twice", "“Hello,” she said, twice"),
        ("。、“”……——", "。、“”……——"),
        ("", ""),
    ],
)
def test_marks_beside_chinese_words(written: str, printed: str) -> None:
    assert wide(written) == printed
    assert wide(printed) == printed


_TEXTS = st.text(alphabet="渡口ab1,;:?!()（），：“”、。 ", max_size=40)


@given(_TEXTS)
def test_a_text_keeps_its_length_and_its_words(text: str) -> None:
    for printed in (wide(text), narrow(text)):
        assert len(printed) == len(text)
        assert fold(printed) == fold(text)


@given(_TEXTS)
def test_it_changes_nothing_twice(text: str) -> None:
    assert wide(wide(text)) == wide(text)
    assert narrow(wide(text)) == narrow(text)


def test_many_brackets_are_no_work() -> None:
    before = time.process_time()
    assert wide("(" * 200_000 + "渡") == "(" * 199_999 + "（渡"
    assert time.process_time() - before < 20  # asked anew for each of them it would be hours


@pytest.mark.parametrize(
    ("text", "narrow_ones"),
    [
        ("停航,另行通知;", True),
        ("停航，另行通知；", False),
        ("停航,通知,公告，", True),
        ("1,000 3:1", False),
        ("units: [渡口, 码头]", False),  # between two values of a file
        ("", False),
    ],
)
def test_what_most_marks_are(text: str, narrow_ones: bool) -> None:
    assert usual_in(text) is (Punctuation.NARROW if narrow_ones else Punctuation.WIDE)


def test_lines_that_are_remarks_do_not_count() -> None:
    remark = "# 说明：由程序写，不得改动，只可补充。\n# 又一行：，，\n"
    assert usual_in(f"{remark}text: 到年底,全镇建成六个。\n") is Punctuation.NARROW
    assert (
        usual_in(f"{remark.replace('，', ',')}text: 到年底，全镇建成六个。\n") is Punctuation.WIDE
    )


def test_fixed_words_are_written_as_a_language_writes() -> None:
    assert [punctuated("（原文：甲）", name) for name in ("zh", "zh@narrow")] == [
        "（原文：甲）",
        "(原文:甲)",
    ]
    assert [written_with(name, Punctuation.NARROW) for name in ("zh", "en")] == ["zh@narrow", "en"]
    assert written_with("zh", Punctuation.WIDE) == "zh"
    assert [bracketed("稿", name) for name in ("zh", "zh@narrow", "en")] == [
        "（稿）",
        "(稿)",
        "(稿)",
    ]
