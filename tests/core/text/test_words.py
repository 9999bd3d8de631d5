"""Where a word ends: what is shown cuts no word, number or name of a unit."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.diff import readable
from plancli.core.text.marked import marked
from plancli.core.text.words import Portion, edges, widened, words

PIECES = "县 粮食 局 、 由 15 个 ABC 船只 只 。 水".split()  # noqa: SIM905


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in pairwise(sorted(edges(text)))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # each between its marks; what stands before the first and behind the last is no part of it
        ("由县粮食局、县气象局牵头。", ["县粮食局", "县气象局"]),
        ("协办单位:粮食局、气象局", ["粮食局", "气象局"]),
        ("六安市粮食局、市气象局负责", ["六安市粮食局", "市气象局"]),
        ("明确市粮食局、各县区人民政府分工", ["市粮食局", "各县区人民政府"]),
        ("县委宣传部、县委办公室负责落实", ["县委宣传部", "县委办公室"]),
        ("会同县粮食局、县血站,按期完成", ["县粮食局", "县血站"]),
    ],
)
def test_names_of_units_in_a_list_are_whole(text: str, names: list[str]) -> None:
    assert [piece for piece in pieces(text) if piece in names] == names


@pytest.mark.parametrize(
    "text", ["扩建医院、学校", "推进部门、行业协同", "县粮食局负责", "铁路、公路"]
)
def test_other_words_are_no_names(text: str) -> None:
    assert edges(text) == {
        0,
        *(sum(map(len, words(text)[: at + 1])) for at in range(len(words(text)))),
    }


def test_a_stretch_longer_than_a_name_is_none() -> None:
    name, longer = "县" + "农" * 22 + "局", "县" + "农" * 23 + "局"
    assert name in pieces(f"县粮食局、{name}")
    assert longer not in pieces(f"县粮食局、{longer}")


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("由县粮食局、县气象局牵头", "由县林业局牵头", "由[-县粮食局、县气象局-]{+县林业局+}牵头"),
        ("由县粮食局、县气象局牵头", "由县气象局牵头", "由[-县粮食局、-]县气象局牵头"),
        ("引进RED HAT系统", "引进R系统", "引进[-RED HAT-]{+R+}系统"),
        ("新建15个站点", "新建5个站点", "新建[-15个-]{+5个+}站点"),
        ("添置船只三条", "添置船三条", "添置[-船只-]{+船+}三条"),
        ("见《渔业条例》第三条", "见《渔业法》第三条", "见[-《渔业条例》-]{+《渔业法》+}第三条"),
    ],
)
def test_marks_cut_no_word(old: str, new: str, shown: str) -> None:
    assert marked(readable(old, new)) == shown


@given(
    st.lists(
        st.sampled_from(
            ["县", "粮食", "局", "、", "由", "15", "个", "ABC", "船只", "只", "。", "水"]
        ),
        max_size=9,
    ),
    st.data(),
)
def test_marks_begin_and_end_where_words_do(parts: list[str], data: st.DataObject) -> None:
    old = "".join(parts)
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    new = old[:start] + data.draw(st.sampled_from(["", "5", "局", "A"])) + old[end:]
    runs = readable(old, new)
    assert "".join(run.text for run in runs if run.op != "+") == old
    assert "".join(run.text for run in runs if run.op != "-") == new
    here = there = 0
    for run in runs:
        if run.op == "=":
            assert {here, here + len(run.text)} <= edges(old)
            assert {there, there + len(run.text)} <= edges(new)
        here += len(run.text) * (run.op != "+")
        there += len(run.text) * (run.op != "-")


def shown(*parts: tuple[str, str, str | None]) -> list[tuple[str, str, object]]:
    return [tuple(part) for part in widened((Portion(*part) for part in parts), str)]  # type: ignore[misc]


def test_a_change_is_its_authors_up_to_the_edge_of_the_word() -> None:
    assert shown(("添置船", "添置船", None), ("只", "", "甲"), ("三条", "三条", None)) == [
        ("添置", "添置", None),
        ("船只", "船", "甲"),
        ("三条", "三条", None),
    ]


def test_words_between_two_authors_go_to_neither() -> None:
    # 156个 is one number in the old text: both authors cut it, and nothing ends between them
    parts = ("1", "", "甲"), ("5", "5", None), ("6个", "个", "乙")
    assert shown(*parts) == list(parts)
    # by one author it is his
    assert shown(("1", "", "甲"), ("5", "5", None), ("6个", "个", "甲")) == [
        ("15", "5", "甲"),
        ("6个", "个", "甲"),
    ]


def test_each_of_two_authors_takes_the_rest_of_the_word_that_he_cuts() -> None:
    assert shown(("1", "", "甲"), ("5个船", "5个船", None), ("只", "", "乙")) == [
        ("15个", "5个", "甲"),
        ("船只", "船", "乙"),
    ]


def test_nothing_is_widened_over_words_that_came_and_went() -> None:
    parts = ("添置船", "添置船", None), ("", "", "乙"), ("只", "只", None)
    assert shown(*parts) == list(parts)
