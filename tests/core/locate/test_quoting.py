"""A change of a quotation carried over to the draft's own words, which are typed a little otherwise."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.locate.quoting import carried, is_fragment
from plancli.core.text.diff import Splice, apply
from plancli.core.text.matchkey import fold

# the quotation, the draft's words, what the quotation is to become, what the draft's words become
CARRIED = """
修缮码头           修缮码头            修缮驳岸           修缮驳岸
修缮码头，添船      修缮码头,添船        修缮码头，添木船     修缮码头,添木船
“一张图”          "一张图"            “一张网”          "一张网"
２０座             20座               30座              30座
㈠修              (一)修             ㈠添              (一)添
码头。修缮         码头修缮            码头。修建          码头修建
甲、乙            甲，乙             甲、丙乙           甲，丙乙
修缮码头……添船     修缮码头两座,添船     修缮驳岸……添船      修缮驳岸两座,添船
修缮码头……添船     修缮码头两座,添船     修缮码头……添木船     修缮码头两座,添木船
修缮码头……添船     修缮码头两座,添船     修缮码头。添船       修缮码头。添船
修缮……添船……停航   修缮码头,添船两艘,停航 修缮……购船……停航    修缮码头,购船两艘,停航
修缮……添船……停航   修缮码头,添船两艘,停航 修缮……停航         修缮码头,停航
修缮……添船         修缮码头,添船        修缮…和添船        修缮和添船
修缮……添船         修缮码头,添船        修缮…新桥…添船     修缮码头,新桥添船
修缮......添船     修缮码头,添船        修缮...新桥...添船 修缮码头,新桥添船
修缮……,……添船     修缮码头,添船        修缮……,……添木船     修缮码头,添木船
,……修缮           修缮               ,……修复           修复
…修缮             修缮               …修复             修复
…修缮             修缮               全面修缮           全面修缮
修缮…             修缮               修复…             修复
修缮码头添船       修缮码头,添船        全面修缮码头添船     全面修缮码头,添船
修缮码头添船       修缮码头,添船        修缮码头添船等      修缮码头,添船等
修缮码头添船       修缮码头,添船        修码头添船          修码头,添船
修缮码头添船       修缮码头,添船        修缮码头船          修缮码头,船
"""
ROWS = [line.split() for line in CARRIED.strip().splitlines()]


@pytest.mark.parametrize(("quote", "words", "wording", "becomes"), ROWS)
def test_what_changes_in_a_quotation_changes_in_the_draft(
    quote: str, words: str, wording: str, becomes: str
) -> None:
    assert apply(words, carried(quote, words, wording)) == becomes


def test_blanks_that_only_one_of_both_has() -> None:
    assert apply("修缮", carried("修 缮", "修缮", "修 复")) == "修复"
    assert apply("修缮", carried("修 缮", "修缮", "修、缮")) == "修、缮"
    assert apply("修缮", carried(" 修缮", "修缮", "翻修缮")) == "翻修缮"
    assert apply("甲 乙", carried("甲乙", "甲 乙", "甲丙乙")) == "甲丙 乙"


def test_words_put_where_the_draft_has_a_mark_that_the_quotation_lacks_take_its_place() -> None:
    assert carried("修缮码头添船", "修缮码头,添船", "修缮码头和添船") == [Splice(4, 5, "和")]
    assert carried("甲乙", "甲。乙", "甲丙乙") == [Splice(1, 2, "丙")]


def test_a_deletion_takes_the_words_whole() -> None:
    assert carried("修缮码头……添船", "修缮码头两座,添船", "") == [Splice(0, 9, "")]
    assert carried("修", "修", "") == [Splice(0, 1, "")]


def test_nothing_changes_where_the_unit_only_typed_otherwise() -> None:
    assert carried("修缮，添船", "修缮,添船", "修缮，添船") == []


@pytest.mark.parametrize(
    ("piece", "fragment"), [("修", True), ("1", True), ("，。", False), ("", False)]
)
def test_marks_alone_are_no_fragment(piece: str, fragment: bool) -> None:
    assert is_fragment(piece) is fragment


OTHERWISE = {
    ",": ["，", ", ", ","],
    "“": ['"', "“"],
    "”": ['"', "”"],
    "2": ["２", "2"],
    "ﬁ": ["fi", "ﬁ"],
}


@st.composite
def quotations(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw words of a draft, a quotation of them that is typed otherwise, and what it is to become."""
    words = draw(st.text("修缮码头,“”2万ﬁ", min_size=1, max_size=12))
    quote = "".join(
        draw(st.sampled_from(OTHERWISE.get(char, [char, f"{char} "]))) for char in words
    )
    start = draw(st.integers(0, len(quote)))
    end = draw(st.integers(start, len(quote)))
    new = draw(st.text("船艘新;", max_size=4))
    return words, quote, quote[:start] + new + quote[end:]


@given(quotations())
def test_the_draft_becomes_what_the_quotation_becomes(drawn: tuple[str, str, str]) -> None:
    words, quote, wording = drawn
    assert fold(apply(words, carried(quote, words, wording))) == fold(wording)
    changes = carried(quote, words, wording)
    assert all(one.end <= other.start for one, other in pairwise(changes))


@given(st.lists(st.text("修缮码头", min_size=1, max_size=4), min_size=2, max_size=4), st.data())
def test_between_the_fragments_the_draft_stays_what_it_is(
    fragments: list[str], data: st.DataObject
) -> None:
    """One fragment gets another wording; of the draft nothing else changes."""
    gaps = [data.draw(st.text("一二三", min_size=1, max_size=3)) for _ in fragments[1:]]
    at = data.draw(st.integers(0, len(fragments) - 1))

    def joined(parts: list[str], between: list[str]) -> str:
        return parts[0] + "".join(gap + part for gap, part in zip(between, parts[1:], strict=True))

    ellipses = ["……"] * len(gaps)
    changed = [*fragments[:at], "船", *fragments[at + 1 :]]
    words = joined(fragments, gaps)
    found = carried(joined(fragments, ellipses), words, joined(changed, ellipses))
    assert apply(words, found) == joined(changed, gaps)
