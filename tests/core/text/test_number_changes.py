"""A change of a number leaves its unit; applied it is the same change."""

from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.diff import Splice, apply
from plancli.core.text.number_changes import inside_numbers

TEXTS = st.text(st.sampled_from("26359.%处年月万建"), max_size=8)


def test_a_unit_stays_and_a_number_is_one() -> None:
    assert inside_numbers(Splice(2, 6, "6653处"), "建成290处。") == [Splice(2, 5, "6653")]
    assert inside_numbers(Splice(2, 5, "65%"), "达到63%。") == [Splice(2, 4, "65")]
    assert inside_numbers(Splice(0, 7, "2025年9月"), "2025年6月。") == [Splice(5, 6, "9")]
    assert inside_numbers(Splice(2, 6, "若干处"), "建成290处。") == [Splice(2, 5, "若干")]
    assert inside_numbers(Splice(2, 6, "处理"), "建成290处。") == [Splice(2, 6, "处理")]


@given(TEXTS, TEXTS, TEXTS)
def test_the_change_is_the_same(ahead: str, old: str, new: str) -> None:
    text = f"{ahead}甲{old}"
    change = Splice(len(ahead) + 1, len(text), new)
    assert apply(text, inside_numbers(change, text)) == apply(text, [change])
