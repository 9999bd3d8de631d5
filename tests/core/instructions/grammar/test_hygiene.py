"""Which mark goes with words that are deleted, and what is well formed."""

import pytest

from plancli.core.instructions.grammar.hygiene import (
    are_peers,
    breaks_pairs,
    deleted_with,
    ends_list,
    is_well_formed,
    leaves_sentence_open,
    left_dangling,
    stands_in_list,
    takes_mark_along,
    with_lost_marks,
)

DELETED = """
种树、[修路]、架桥。      种树、架桥。
[种树]、修路。           修路。
种树、[修路]。           种树。
种树,[修路]。补种。       种树。补种。
种树。[修路。]           种树。
种树。[修路]。补种。       种树。补种。
种树、[修路],架桥。       种树,架桥。
种树(含[修路])架桥        种树(含)架桥
种[树]修路              种修路
"""


def _deleted(marked: str) -> str:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    first, last = deleted_with(text, start, end)
    return text[:first] + text[last:]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Plant trees, [build roads].", "Plant trees."),
        ("Plant [old] trees.", "Plant trees."),
        ("Plant trees. [Build roads.]", "Plant trees."),
    ],
)
def test_the_blank_between_words_goes_with_them(marked: str, expected: str) -> None:
    assert _deleted(marked) == expected


@pytest.mark.parametrize("row", DELETED.strip().splitlines())
def test_the_mark_that_cannot_stay_goes_with_the_words(row: str) -> None:
    marked, expected = row.split()
    assert _deleted(marked) == expected


@pytest.mark.parametrize(
    ("old", "new", "well"),
    [
        ("种树。", "修路。", True),
        ("种树。", "修路", False),
        ("种树,修路。", "种树,,修路。", False),
        ("种树，修路。", "种树，、修路。", False),
        ("种树、、修路。", "种花、、修路。", True),
        ("种树。", ",种树。", False),
        ("种树、修路、架桥。", "种树、、架桥。", False),
        ("种树、修路、架桥。", "种树、架桥。", True),
        ("种树,修路、、架桥。", "种树、、架桥。", True),
        ("种树。修路。架桥,通车。", "种树。修路。架桥,,通车。", False),
        ("Plant trees and build.", "Plant trees , and build.", False),
        ("种“树”。", "种“树。", False),
        ("种树(含补种)。", "种树(含补种。", False),
        ("种树", "修路", True),
        ("种树。", "", True),
    ],
)
def test_marks_are_neither_doubled_nor_lost_nor_unpaired(old: str, new: str, well: bool) -> None:
    assert is_well_formed(old, new) is well


@pytest.mark.parametrize(
    ("old", "new", "behind", "expected"),
    [
        ("建栏。", "建亭", "植树。", "建亭。"),
        ("建栏,", "建亭", "植树。", "建亭,"),
        ("栏、", "亭", "树", "亭、"),
        ("栏、", "亭和", "树", "亭和"),
        ("、栏", "亭", "。", "、亭"),
        ("、栏", "和亭", "。", "和亭"),
        ("建栏。", "建亭", "", "建亭。"),
        ("建栏", "建亭", "。", "建亭"),
        ("建栏。", "", "植树。", ""),
        ("the end.", "the start", " More.", "the start."),
    ],
)
def test_marks_at_the_edges_are_not_lost(old: str, new: str, behind: str, expected: str) -> None:
    assert with_lost_marks(old, new, behind) == expected


@pytest.mark.parametrize(
    ("before", "words", "along"),
    [
        ("建亭、", "栏。", True),
        ("建亭,", "植树。", True),
        ("建亭。", "植树。", False),
        ("", "植树。", False),
        ("建亭;", "植树,", False),
        ("建", "栏、", False),
        ("建", "栏,", True),
    ],
)
def test_words_that_go_take_no_mark_along_that_the_rest_needs(
    before: str, words: str, along: bool
) -> None:
    text = before + words + "扫雪。"
    assert takes_mark_along(text, len(before), len(before + words)) is along


DANGLING = """
种树、[修路]共九处。      种树共九处。
种树、[修路]等。        种树等。
种树、[修路]和架桥。      种树和架桥。
种树和[修路]共九处。      种树共九处。
由[镇村]和企业出资。      由企业出资。
"""


@pytest.mark.parametrize("row", DANGLING.strip().splitlines())
def test_a_link_without_what_it_joins_is_seen(row: str) -> None:
    marked, expected = row.split()
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    found = left_dangling(text, start, end)
    assert found is not None
    assert text[: found[0]] + text[found[1] :] == expected


@pytest.mark.parametrize(
    ("text", "gone"),
    [("种树、修路,架桥。", "、修路"), ("镇村及时架桥。", "镇村"), ("种树、修路、架桥。", "修路、")],
)
def test_what_goes_with_its_own_link_leaves_none(text: str, gone: str) -> None:
    start = text.index(gone)
    assert left_dangling(text, start, start + len(gone)) is None


def test_a_comma_does_not_part_a_verb_from_its_words() -> None:
    text = "Each pier has lamps, seats and a roof."
    assert left_dangling(text, 13, 19) == (13, 20)


def test_names_of_one_kind_are_parted() -> None:
    assert are_peers("市民政局", "市医保局", "后")
    assert are_peers("市、区", "街道", "后")
    assert not are_peers("检修", "全面", "前")
    assert not are_peers("piers", "ferries", "后")


def test_a_place_beside_a_comma_or_and_is_one_of_a_list() -> None:
    assert stands_in_list("lamps, seats and a roof", 5)
    assert stands_in_list("lamps, seats and a roof", 12)
    assert not stands_in_list("lamps, seats and a roof", 18)


def test_a_list_may_end_with_a_word() -> None:
    assert ends_list("等渡口")
    assert not ends_list("等级渡口")


def test_words_behind_a_sentence_end_one() -> None:
    assert leaves_sentence_open("种树。", "和修路", "架桥。")
    assert not leaves_sentence_open("种树。", "修路。", "架桥。")


def test_a_mark_of_a_pair_is_not_left_alone() -> None:
    assert breaks_pairs("推行“平安”服务", "推行“平安服务")
    assert breaks_pairs("（三年）", "(三年")
    assert breaks_pairs("三年[一]", "三年[一")
    assert not breaks_pairs("”模式", "”新模式")
