"""Many words looked for at once give what each alone gives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.atoms import may_end
from plancli.core.text.occurrences import Occurrences, keeps_an_end, occurrences

WORDS = st.text("医保凭证12", min_size=1, max_size=6)


@given(st.text("医保凭证12", max_size=60), st.lists(WORDS))
def test_all_at_once_is_the_same_as_one_by_one(text: str, wanted: list[str]) -> None:
    found = occurrences(text, wanted)
    for words in wanted:
        alone = [at for at in range(len(text)) if text.startswith(words, at)]
        whole = [at for at in alone if may_end(text, at) and may_end(text, at + len(words))]
        assert found[words] == Occurrences(tuple(whole))


def test_a_number_does_not_stand_in_a_longer_one() -> None:
    found = occurrences("建成112个、12个、121个。", ["12个", "建成11", "、12"])
    assert found == {
        "12个": Occurrences((7,)),
        "建成11": Occurrences(()),
        "、12": Occurrences((6,)),
    }


def test_more_places_than_wanted_are_said_to_be_more() -> None:
    assert occurrences("推进推进推进", ["推进"], most=2) == {"推进": Occurrences((0, 2), more=True)}
    assert occurrences("推进推进", ["推进"], most=2) == {"推进": Occurrences((0, 2))}


def test_words_that_begin_alike_do_not_wait_for_each_other() -> None:
    text = "推进建设甲,推进建设甲,推进建设甲,推进建设乙"
    assert occurrences(text, ["推进建设甲", "推进建设乙"], most=1) == {
        "推进建设甲": Occurrences((0,), more=True),
        "推进建设乙": Occurrences((18,)),
    }


@pytest.mark.parametrize(
    ("after", "keeps"),
    [
        ("修建渡口。", False),
        ("修建新码头和渡口。", True),
        ("修建东岸的和渡口。", True),
        ("修建东岸的新码头和渡口。", True),
        ("修建码头和渡口。", False),
    ],
)
def test_of_words_that_went_in_part_an_end_is_still_there(after: str, keeps: bool) -> None:
    assert keeps_an_end("修建东岸的新码头和渡口。", after, "东岸的新码头") is keeps


def test_few_characters_and_words_that_stood_twice_tell_nothing() -> None:
    assert not keeps_an_end("东岸新码头", "新码头", "东岸新码头")
    assert not keeps_an_end("东岸的新码头、东岸的新码头", "东岸的新码头", "东岸的新码头")
    assert not keeps_an_end("渡口", "渡口", "东岸的新码头")
