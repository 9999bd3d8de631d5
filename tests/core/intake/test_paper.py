"""A paper as a value: what is counted, and what cannot be read. The kinds are tried in tests/papers/paged."""

from plancli.core.intake.paper import hanzi_share
from tests.core.intake.papers import paper


def test_notes_are_not_counted() -> None:
    on = paper("甲\n^1注\n乙")
    assert [line.number for _, line in on.counted()] == [1, 2]
    assert (on.empty, on.numbered) == ([], False)
    assert paper("甲", printed=True).numbered


def test_figures_say_nothing_of_the_language() -> None:
    assert hanzi_share(paper("村道，3500")) == 1
    assert hanzi_share(paper("村道 road")) == 2 / 6
    assert hanzi_share(paper("3500")) == 0
