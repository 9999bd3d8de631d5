"""A paragraph through all rounds: its words in each draft, and who changed it from one to the next."""

from functools import cache

from plancli.core.evidence.changed_line import as_printed
from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.evidence.redline import Line, LineKind, redline
from plancli.core.plan.cells import column_of_cell
from plancli.core.publish.naming import name_where_it_stands
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


def printed(line: Line) -> tuple[Piece, ...]:
    """Return the words of a line; the levels of a head stand apart without a mark."""
    return as_printed(line) if line.kind is LineKind.HEAD else line.pieces


def test_all_that_some_round_changed_is_told_once() -> None:
    keys = [history.key for history in found()]
    assert len(set(keys)) == len(keys) > 80
    assert len({history.address for history in found()}) == len(keys)
    changed = {line for each in rounds() for line in redline(each) if line.authors}
    for line in changed:
        if line.kind is LineKind.CELL:
            column = column_of_cell(line.key)
            heads = [key for key in keys if key.endswith(f"/{column}")]
            assert line.container in keys or heads, line.key
        elif line.kind is not LineKind.PICTURE:
            assert line.key in keys, line.key


def test_a_row_is_told_with_the_cells_that_changed_and_their_columns() -> None:
    row = next(one for one in found() if one.key == "表2-1.13")
    named = [[cell.name for cell in step.cells] for step in row.steps]
    assert row.first == ""
    assert [name for name, _words in row.first_cells] == named[0]
    assert named == [["规划目标 2030年", "属性"], []]


def test_what_moved_is_not_new_and_says_from_where() -> None:
    row = next(one for one in found() if one.key == "表2-1.16")
    moved, _later = row.steps
    assert moved.left is not None
    assert name_where_it_stands(moved.left.draft, row.key) == "表2-1“水利发展主要指标”第16行"
    assert name_where_it_stands(moved.left.plan, row.key) != "表2-1“水利发展主要指标”第16行"
    marks = {w.mark for cell in moved.cells for change in cell.changes for w in change.words}
    assert marks == {Mark.KEPT}


def test_its_words_in_each_draft_are_those_of_the_draft() -> None:
    first, last = (
        {line.key: line for line in redline(each) if not line.added or not line.gone}
        for each in rounds()
    )
    told = 0
    for history in found():
        opened, closed = history.steps
        assert [step.outcome for step in history.steps] == ["送审稿", ""]
        if opened.left or closed.left or history.key not in first or history.key not in last:
            continue
        told += 1
        assert history.first == rejected(printed(first[history.key]))
        assert words(opened, Mark.KEPT, Mark.ADDED) == words(closed, Mark.KEPT, Mark.GONE)
        assert words(closed, Mark.KEPT, Mark.ADDED) == accepted(printed(last[history.key]))
    assert told > 50


def test_each_step_names_who_changed_it() -> None:
    history = next(one for one in found() if one.key == "第一章第一节.5")
    opened, closed = history.steps
    assert opened.by == ("区发展改革局-01",)
    assert words(opened, Mark.GONE) == "，示范情况见专栏1"
    assert (closed.by, words(closed, Mark.GONE, Mark.ADDED)) == ((), "")


def test_one_round_has_no_history() -> None:
    assert histories(rounds()[:1]) == []
