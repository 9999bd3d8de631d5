"""Both states of marked words are printed as if each stood alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plancli.core.text.marked import Run
from plancli.core.text.marked_punctuation import printed_each, printed_runs
from plancli.core.text.punctuation import Punctuation

WIDE = Punctuation.WIDE
_WORDS = st.text(alphabet="渡口a1,:(（)，", min_size=1, max_size=6)
_RUNS = st.lists(st.builds(Run, st.sampled_from("=-+±"), _WORDS), max_size=6)


def state(runs: list[Run], ops: str) -> str:
    return "".join(run.text for run in runs if run.op in ops)


@given(_RUNS, st.sampled_from(Punctuation))
def test_each_state_is_as_it_would_be_alone(runs: list[Run], punctuation: Punctuation) -> None:
    found = printed_runs(runs, punctuation)
    for ops in ("=-", "=+"):
        assert state(found, ops) == punctuation.printed(state(runs, ops))
    assert len(printed_each(runs, punctuation)) == len(runs)


@pytest.mark.parametrize(
    ("runs", "printed"),
    [
        ([Run("=", "停航,"), Run("+", "(甲)")], [Run("=", "停航，"), Run("+", "（甲）")]),
        (
            [Run("-", "3"), Run("=", ":1"), Run("+", ",甲")],
            [Run("-", "3"), Run("=", ":1"), Run("+", "，甲")],
        ),
        (
            [Run("-", "3"), Run("+", "甲"), Run("=", ":1")],
            [Run("-", "3"), Run("+", "甲"), Run("-", ":"), Run("+", "："), Run("=", "1")],
        ),
        ([Run("±", "甲,")], [Run("±", "甲，")]),
        ([], []),
    ],
)
def test_a_mark_that_is_chinese_in_one_state_changes(runs: list[Run], printed: list[Run]) -> None:
    assert printed_runs(runs, WIDE) == printed


def test_where_nothing_is_said_nothing_changes() -> None:
    runs = [Run("=", "停航,"), Run("+", "(甲)")]
    assert printed_runs(runs, None) == runs
