"""Series of numbers: read as people print them, written again, and judged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.plan.series import (
    Numbered,
    Ordinal,
    Scope,
    Series,
    faults,
    numbered,
    numbered_part,
    series_of,
    split_number,
    value_in,
)


@pytest.mark.parametrize(
    ("words", "pattern", "value"),
    [
        ("第二章", "第{一}章", 2),
        ("第十二部分", "第{一}部分", 12),
        ("第3节", "第{1}节", 3),
        ("第一百零五条", "第{一}条", 105),
        ("十二", "{一}", 12),
        ("一、", "{一}、", 1),
        ("(四)", "({一})", 4),
        ("（四）", "（{一}）", 4),
        ("17", "{1}", 17),
        ("１７", "{１}", 17),
        ("07", "{01}", 7),
        ("1.", "{1}.", 1),
        ("3)", "{1})", 3),
        ("1.2.3", "{1}.{1}.{1}", (1, 2, 3)),
        ("专栏15", "专栏{1}", 15),
        ("专栏 15", "专栏 {1}", 15),
        ("专栏一", "专栏{一}", 1),
        ("表3-1", "表{1}-{1}", (3, 1)),
        ("图2", "图{1}", 2),
        ("附件1", "附件{1}", 1),
        ("附录B", "附录{A}", 2),
        ("Chapter 3", "Chapter {1}", 3),
        ("Part IV", "Part {I}", 4),
        ("iv", "{i}", 4),
        ("c.", "{a}.", 3),
        ("⑳", "{①}", 20),
        ("㉑", "{①}", 21),
        ("㊿", "{①}", 50),
        ("㈩", "{㈠}", 10),
    ],
)
def test_a_number_is_read_as_it_is_printed(words: str, pattern: str, value: Ordinal) -> None:
    assert series_of(words) == (Series(pattern), value)
    assert numbered(Series(pattern), value) == words


@pytest.mark.parametrize(
    "words",
    [
        "",
        "总则",
        "附件",
        "三个",
        "第章",
        "十二五章",
        "三四",
        "第0章",
        "IIX",
        "{3}",
        "12345",
        "(四",
        "3章",
    ],
)
def test_what_is_no_number_is_not_read(words: str) -> None:
    assert series_of(words) is None


ONE_SLOT = [
    *(
        "第{一}章",
        "{一}、",
        "({一})",
        "（{一}）",
        "{一}",
        "{1}.",
        "{1}．",
        "{1}",
        "{１}、",
        "({1})",
        "第{1}条",
    ),
    *("专栏{1}", "表{1}", "图 {1}", "附件{一}", "Chapter {1}", "Box {1}:"),
]


@given(st.sampled_from(ONE_SLOT), st.integers(1, 9999))
def test_what_is_written_is_read_again(pattern: str, value: int) -> None:
    words = numbered(Series(pattern), value)
    assert series_of(words) == (Series(pattern), value)


@given(
    st.sampled_from(["表{1}-{1}", "图{1}.{1}", "{1}.{1}"]),
    st.integers(1, 9999),
    st.integers(1, 9999),
)
def test_two_numbers_in_one_are_read_again(pattern: str, first: int, second: int) -> None:
    words = numbered(Series(pattern), (first, second))
    assert series_of(words) == (Series(pattern), (first, second))


@pytest.mark.parametrize("slot", ["一", "1", "１", "01", "001", "I", "i", "A", "a", "①", "㈠"])
@pytest.mark.parametrize("pattern", ["{%}", "第{%}章", "（{%}）", "Appendix {%}", "表 {%}"])
def test_a_series_reads_all_that_it_writes(slot: str, pattern: str) -> None:
    series = Series(pattern.replace("%", slot))
    values = range(1, series.last + 1)
    assert [value_in(series, numbered(series, value)) for value in values] == list(values)


@pytest.mark.parametrize(
    ("pattern", "words", "value"),
    [
        ("({一})", "（四）", 4),
        ("（{一}）", "(四)", 4),
        ("{1}.", "１．", 1),
        ("{01}", "7", 7),
        ("专栏{1}", "专栏 3", 3),
        ("第{一}章", "第3章", None),
        ("表{1}-{1}", "表3", None),
        ("{A}", "I", 9),
        ("{I}", "I", 1),
    ],
)
def test_width_and_blanks_are_not_told_apart(pattern: str, words: str, value: int | None) -> None:
    assert value_in(Series(pattern), words) == value


@pytest.mark.parametrize(
    ("pattern", "value"),
    [
        ("{①}", 51),
        ("{㈠}", 11),
        ("{I}", 4000),
        ("{1}", 0),
        ("表{1}-{1}", 3),
        ("{1}", (3, 1)),
        ("{x}", 1),
    ],
)
def test_a_series_has_no_other_numbers(pattern: str, value: Ordinal) -> None:
    with pytest.raises(ValueError, match="number"):
        numbered(Series(pattern), value)


@pytest.mark.parametrize(
    ("heading", "number", "rest"),
    [
        ("(一)稳步推进", "(一)", "稳步推进"),
        ("（十二） 稳步推进", "（十二）", "稳步推进"),
        ("(3)修缮码头", "(3)", "修缮码头"),
        ("一、总体要求", "一、", "总体要求"),
        ("十一．保障", "十一．", "保障"),
        ("1.修缮码头", "1.", "修缮码头"),
        ("1．修缮码头", "1．", "修缮码头"),
        ("1、修缮码头", "1、", "修缮码头"),
        ("3. 5G 基站", "3.", "5G 基站"),
        ("1.2 码头", "1.2", "码头"),
        ("第一章　总则", "第一章", "总则"),
        ("第一章总则", "第一章", "总则"),
        ("第二部分 渡口", "第二部分", "渡口"),
        ("第三条 渡口", "第三条", "渡口"),
        ("专栏3 渡口", "专栏3", "渡口"),
        ("专栏3：渡口", "专栏3", "：渡口"),
        ("表3-1 渡口一览", "表3-1", "渡口一览"),
        ("图2渡口分布", "图2", "渡口分布"),
        ("附件1", "附件1", ""),
        ("附录A 渡口", "附录A", "渡口"),
        ("Chapter 3 Ferries", "Chapter 3", "Ferries"),
        ("Box 1: Ferries", "Box 1", ": Ferries"),
        ("IV. Ferries", "IV.", "Ferries"),
        ("a) ferries", "a)", "ferries"),
        ("①渡口", "①", "渡口"),
        ("㈠渡口", "㈠", "渡口"),
    ],
)
def test_a_heading_begins_with_its_number(heading: str, number: str, rest: str) -> None:
    assert split_number(heading) == (number, rest)
    assert series_of(number) is not None


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "2.5G 网络",
            "2.5 亿元投资",
            "3.0版平台",
            "2025年目标",
            "2025 年目标",
            "5G 基站",
            "100个渡口",
        ),
        *("一体化渡运", "三个坚持", "十四五目标", "一、二、三产业", "一、二级医院", "1、2级航道"),
        *(
            "第一章程",
            "第三方服务",
            "第一条高铁",
            "第二节点",
            "图书3册",
            "专栏3个",
            "图1000人",
            "附件",
            "表一家之言",
        ),
        *(
            "代表3人",
            "(5G)基站",
            "(2025)",
            "（试行）渡口",
            "e.g. ferries",
            "A ferry",
            "I am",
            "Chapters 3",
            "渡口",
        ),
    ],
)
def test_words_that_begin_a_heading_are_no_number(heading: str) -> None:
    assert split_number(heading) == ("", heading)


@given(
    st.text(st.sampled_from("第一十百章节、.．（()）0123９①㈠IVXa专栏表图附件-— 渡{}"), max_size=40)
)
def test_a_heading_is_its_number_and_the_rest(heading: str) -> None:
    number, rest = split_number(heading)
    assert heading.startswith(number)
    assert heading.endswith(rest)
    assert heading[len(number) : len(heading) - len(rest)].strip() == ""
    read = series_of(number)
    assert (read is None) is (number == "")
    if read:
        assert value_in(*(read[0], number)) == read[1]
        assert series_of(numbered(*read)) == read


@given(
    st.text(max_size=12)
    | st.text(st.sampled_from("第一二十〇千章、.（(）)01７①㈠IViXaＡ表-— {}"), max_size=8)
)
def test_whatever_is_read_is_written_and_read_again(words: str) -> None:
    read = series_of(words)
    if read:
        assert series_of(numbered(*read)) == read
        assert value_in(read[0], words) == read[1]


def run(*values: int) -> list[Numbered]:
    return [Numbered(f"{at}", Series("专栏{1}"), value) for at, value in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ((1, 2, 3), []),
        ((1, 2, 1, 2), []),
        ((3, 5), ["gap 0 专栏3: 专栏1 专栏2 专栏4"]),
        ((1, 2, 2), ["twice 2 专栏2"]),
        ((1, 3, 2), ["disorder 2 专栏2"]),
        ((1, 3, 2, 2), ["disorder 2 专栏2", "twice 3 专栏2"]),
        # what was moved ahead is out of order, and no number is missing for that
        ((4, 1, 2, 3), ["disorder 0 专栏4"]),
        ((4, 1, 2, 3, 5, 7), ["disorder 0 专栏4", "gap 5 专栏7: 专栏6"]),
        ((2, 3, 1), ["disorder 2 专栏1"]),
        # what comes again belongs to another list
        ((2, 3, 1, 2), ["gap 0 专栏2: 专栏1"]),
        ((1, 2, 3, 1, 3), ["gap 4 专栏3: 专栏2"]),
    ],
)
def test_gaps_doubles_and_disorder(values: tuple[int, ...], found: list[str]) -> None:
    assert said([run(*values)]) == found


@pytest.mark.parametrize(
    ("holders", "found"),
    [
        (((1, 2), (3, 4)), []),
        (((1, 2), (1, 2)), []),
        (((1,), (1,), (2,)), []),
        (((1, 2, 1, 2), (3,)), []),
        (((1, 2), (), (4, 5)), ["gap 0 专栏4: 专栏3"]),
        (((1, 2), (2, 3)), ["disorder 0 专栏2"]),
        (((1, 3, 2), (4,)), ["disorder 2 专栏2"]),
        (((1, 2), (5, 3, 4)), ["disorder 0 专栏5"]),
        (((1, 2), (3, 4, 1, 2)), []),
        (((1, 2, 3), (2, 1, 3)), ["disorder 1 专栏1"]),
        (((1,), (4,)), ["gap 0 专栏4: 专栏2 专栏3"]),
        (((2, 3), (5,)), ["gap 0 专栏2: 专栏1", "gap 0 专栏5: 专栏4"]),
        (((7,),), []),
        (((3,), (5,)), []),
    ],
)
def test_a_holder_begins_again_or_goes_on(
    holders: tuple[tuple[int, ...], ...], found: list[str]
) -> None:
    assert said([run(*values) for values in holders]) == found


@pytest.mark.parametrize(
    ("scope", "holders", "found"),
    [
        (Scope.THROUGH, ((1, 2), (3,)), []),
        (Scope.THROUGH, ((1, 2), (1, 3)), ["twice 0 专栏1"]),
        (Scope.THROUGH, ((3,), (5,)), ["gap 0 专栏3: 专栏1 专栏2 专栏4"]),
        (Scope.ANEW, ((1, 2), (1, 2)), []),
        (Scope.ANEW, ((1, 2), (3,)), ["gap 0 专栏3: 专栏1 专栏2"]),
        (Scope.ANEW, ((1, 2, 1),), ["twice 2 专栏1"]),
    ],
)
def test_where_a_series_begins_can_be_declared(
    scope: Scope, holders: tuple[tuple[int, ...], ...], found: list[str]
) -> None:
    assert said([run(*values) for values in holders], scope) == found


def test_a_gap_is_written_as_the_number_beside_it() -> None:
    parts = [numbered_part(words, words) for words in ("表3-1", "表3-4")]
    assert said([[part for part in parts if part]]) == ["gap 表3-4 表3-4: 表3-2 表3-3"]


def said(holders: list[list[Numbered]], scope: Scope = Scope.EITHER) -> list[str]:
    lines: list[str] = []
    for fault in faults(holders, scope):
        missing = f": {' '.join(fault.missing)}" if fault.missing else ""
        lines.append(f"{fault.wrong} {fault.key} {fault.label}{missing}")
    return lines
