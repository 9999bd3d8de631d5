"""What is shown of a change: the words round it, or the sentences that it stands in."""

from plancli.core.diff import Run
from plancli.core.wording import abridged


def test_only_what_stands_round_a_change_is_kept() -> None:
    runs = [
        Run("=", "推进公交基础设施建设"),
        Run("-", "、城铁通"),
        Run("=", "等重点区域建设智慧交通枢纽"),
        Run("+", "。"),
    ]
    assert [run.text for run in abridged(runs, 3)] == ["…施建设", "、城铁通", "等重点…通枢纽", "。"]


def test_what_is_short_enough_stays_whole() -> None:
    runs = [Run("+", "新"), Run("=", "能源汽车产业"), Run("+", "链")]
    assert abridged(runs, 3) == runs
