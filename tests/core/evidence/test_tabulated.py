"""A table with its changes: all accepted it is that of the plan, all rejected that of the draft."""

from collections.abc import Callable, Iterable

import hypothesis.strategies as st
from hypothesis import given

from plancli.core.comments.edits import Add, Move, NewRow, NewTableHead, Remove, Replace
from plancli.core.comments.record import Patch
from plancli.core.evidence.pieces import Piece, accepted, rejected
from plancli.core.evidence.redline import Line, plain, redline
from plancli.core.evidence.tabulated import HeadBox, Tabulated, head_cells, tabulated
from plancli.core.plan.model import Section, Table, TableHead
from plancli.core.plan.outline import Outline
from tests.core.tabled import CELLS, TABLE, WORDS, key, round_of, wanted

State = Callable[[Iterable[Piece]], str]


def table_in(lines: Iterable[Line]) -> Tabulated | None:
    return next((part for part in tabulated(lines) if isinstance(part, Tabulated)), None)


def stands(line: Line, word: str) -> bool:
    return not getattr(line, word)


def grid(found: Tabulated | None, state: State, word: str) -> list[list[str]]:
    """Return the rows that stand in a state, of each the cells of the columns that stand in it."""
    if found is None or not stands(found.title, word):
        return []
    heads = [stands(head, word) for head in found.heads]
    rows: list[list[str]] = []
    for row in found.rows:
        if not stands(row.line, word):
            continue
        shown = [True] if row.across else heads
        cells = [cell for cell, there in zip(row.cells, shown, strict=True) if there]
        rows.append([state(cell.pieces) if cell else "" for cell in cells])
    return rows


def rows(outline: Outline) -> list[list[str]]:
    return [list(row.cells) for table in outline.tables.values() for row in table.rows]


@given(wanted, st.dictionaries(st.sampled_from(CELLS), WORDS, max_size=2))
def test_accepted_it_is_the_plan_and_rejected_the_draft(
    patches: dict[str, Patch], written: dict[str, str]
) -> None:
    round_ = round_of(patches, written)
    lines = redline(round_)
    for state, outline, word in (
        (rejected, round_.workspace.draft, "added"),
        (accepted, round_.plan, "gone"),
    ):
        expected = [(one.kind, one.key, accepted(one.pieces)) for one in plain(outline)]
        found = [(one.kind, one.key, state(one.pieces)) for one in lines if stands(one, word)]
        assert sorted(found) == sorted(expected)
        assert grid(table_in(lines), state, word) == rows(outline)


def authors_of(*edits: object) -> set[str]:
    patch = Patch.model_validate({"edits": edits})
    return {by for line in redline(round_of({"甲-1": patch}, {})) for by in line.authors}


def test_what_comes_goes_and_moves_with_a_row_or_column_is_by_whom_that_is() -> None:
    assert authors_of(Remove(remove=key("去年"))) == {"甲-1"}
    assert authors_of(Remove(remove="表1.2")) == {"甲-1"}
    assert authors_of(Move(move=key("今年"), after=key("指标"))) == {"甲-1"}
    assert authors_of(Move(move="表1.3", after="表1.0")) == {"甲-1"}
    assert authors_of(Add(add=NewRow(cells=("停航", "1", "2")), to="表1")) == {"甲-1"}
    head = NewTableHead(head="明年", cells={"表1.1": "9"})
    assert authors_of(Add(add=head, to="表1")) == {"甲-1"}
    assert authors_of(Replace(replace="16", wording="18", within="表1.1/今年")) == {"甲-1"}


def heads(*titles: str) -> list[tuple[str, int, int, int, int]]:
    columns = tuple(TableHead(key=str(at), head=title) for at, title in enumerate(titles))
    table = Table(table="表9", columns=columns)
    found = table_in(plain(Outline([Section(key="第一章", title="一", body=(table,))])))
    assert found is not None
    return [_place(cell) for cell in head_cells(found.heads)]


def _place(cell: HeadBox) -> tuple[str, int, int, int, int]:
    return cell.words, cell.column, cell.level, cell.width, cell.height


def test_neighbours_share_the_levels_of_their_heads() -> None:
    assert heads("指标", "渡运|去年", "渡运|今年") == [
        ("指标", 0, 0, 1, 2),
        ("渡运", 1, 0, 2, 1),
        ("去年", 1, 1, 1, 1),
        ("今年", 2, 1, 1, 1),
    ]
    # alike in words, and apart: two columns that are called the same are two
    assert heads("数", "数") == [("数", 0, 0, 1, 1), ("数", 1, 0, 1, 1)]
    assert heads("甲|乙|丙", "甲|乙|丁", "甲|戊") == [
        ("甲", 0, 0, 3, 1),
        ("乙", 0, 1, 2, 1),
        ("戊", 2, 1, 1, 2),
        ("丙", 0, 2, 1, 1),
        ("丁", 1, 2, 1, 1),
    ]
    assert TABLE.columns[1].title == "渡运|去年"
