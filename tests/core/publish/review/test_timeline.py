"""A paragraph through all rounds: its words in each draft, and who changed it from one to the next."""

from functools import cache

from plancli.core.evidence.pieces import accepted, rejected
from plancli.core.evidence.redline import redline
from plancli.core.publish.review.timeline import histories
from plancli.core.publish.review.values import History, Mark, RoundStep
from plancli.core.rounds.round import Round
from plancli.store.files import read_files
from plancli.store.repository import load
from tests.conftest import ROOT


@cache
def rounds() -> list[Round]:
    return load(read_files(ROOT / "examples/water")).rounds


@cache
def found() -> list[History]:
    return histories(rounds())


def words(step: RoundStep, *marks: Mark) -> str:
    return "".join(w.text for change in step.changes for w in change.words if w.mark in marks)


def test_every_paragraph_that_some_round_changed_is_told_once() -> None:
    keys = [history.key for history in found()]
    changed = {line.key for each in rounds() for line in redline(each) if line.authors}
    assert len(set(keys)) == len(keys) > 100
    assert set(keys) <= changed
    assert len({history.address for history in found()}) == len(keys)


def test_its_words_in_each_draft_are_those_of_the_draft() -> None:
    first, last = (
        {line.key: line for line in redline(each) if not line.added or not line.gone}
        for each in rounds()
    )
    told = 0
    for history in found():
        opened, closed = history.steps
        assert [step.outcome for step in history.steps] == ["送审稿", ""]
        if opened.moved or closed.moved or history.key not in first or history.key not in last:
            continue
        told += 1
        assert history.first == rejected(first[history.key].pieces)
        assert words(opened, Mark.KEPT, Mark.ADDED) == words(closed, Mark.KEPT, Mark.GONE)
        assert words(closed, Mark.KEPT, Mark.ADDED) == accepted(last[history.key].pieces)
    assert told > 50


def test_each_step_names_who_changed_it() -> None:
    history = next(one for one in found() if one.key == "第一章第一节.5")
    opened, closed = history.steps
    assert opened.by == ("区发展改革局-01",)
    assert words(opened, Mark.GONE) == "，示范情况见专栏1"
    assert (closed.by, words(closed, Mark.GONE, Mark.ADDED)) == ((), "")


def test_one_round_has_no_history() -> None:
    assert histories(rounds()[:1]) == []
