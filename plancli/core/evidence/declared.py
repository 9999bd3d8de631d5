"""What a draft declares of its tables and the plan no longer holds to: a sum that went, or proves less.

A declaration is none of the words of a plan, so that no comment takes it out: as long as the rows and columns
that it names are there, it is counted again. Declarations are compared cell by cell, on what the table has
now: a row that a comment removed leaves its sum as it was, and one that came may be added up, too.
"""

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.evidence.counted import Claimed, claimed, declared_as
from plancli.core.finding import Path
from plancli.core.plan.cells import column_of_cell, columns_of, row_of_cell
from plancli.core.plan.model import Counted, Section, Table
from plancli.core.plan.outline import part_key
from plancli.core.rounds.round import Round
from plancli.core.rounds.unexplained import OfficeChange
from plancli.core.text.marked import changed_whole, marked


class Weakened(NamedTuple):
    """A declaration that went, or is weaker than it was: `sums`, `shares` or `joined` (`key`).

    `place` and `now_place` lead to it in the table as it was and as it is, the latter to the table where
    nothing is declared of that row or column any more; `before` and `now` are its words.
    """

    key: str
    place: Path
    before: str
    now_place: Path
    now: str

    @property
    def change(self) -> str:
        """The change as a drafting note names it."""
        now = f"{self.key}: {self.now}" if self.now else ""
        return marked(changed_whole(f"{self.key}: {self.before}", now))


class WeakenedIn(NamedTuple):
    """What a table of the plan, by its key, declares less than a table before did."""

    table: str
    before: Table
    now: Table
    what: Weakened

    @property
    def change(self) -> OfficeChange:
        """The change as one of the drafting office."""
        return OfficeChange(self.table, self.what.key, self.what.change)


def weakened(before: Table, now: Table) -> Iterator[Weakened]:
    """Yield the declarations of a table that went or became weaker, as far as it still has what they name."""
    yield from _counted_less(before, now)
    keys = {column.key for column in columns_of(now)}
    for at, name in enumerate(before.joined):
        if name in keys and name not in now.joined:
            yield Weakened("joined", ("joined", at), f"[{name}]", ("table",), "")


def weakened_in(round_: Round) -> Iterator[WeakenedIn]:
    """Yield what the tables of a round declare less than on its draft, or as the comment that added them."""
    drafted, expected = tables_by_key(round_.draft.sections), round_.expected.tables
    for key, now in round_.plan.tables.items():
        before = before_of(key, drafted) or expected.get(key)
        for one in weakened(before, now) if before else ():
            yield WeakenedIn(key, before or now, now, one)


def noted_changes(round_: Round) -> list[OfficeChange]:
    """Return all that the office changed itself and a drafting note may explain."""
    return [*round_.office_changes, *(one.change for one in weakened_in(round_))]


def tables_by_key(sections: Sequence[Section]) -> dict[str, Table]:
    """Return the tables of some sections by their keys."""
    found: dict[str, Table] = {}
    for section in sections:
        for part in section.body:
            if isinstance(part, Table):
                found[part_key(section, part)] = part
    return found


def before_of(key: str, tables: Mapping[str, Table]) -> Table | None:
    """Return the table that was called so; one that was moved to another section keeps its own name."""
    if key in tables:
        return tables[key]
    name = key.rpartition("/")[2]
    alike = [table for table in tables.values() if table.table == name]
    return alike[0] if len(alike) == 1 else None


# --- cell by cell -------------------------------------------------------------------------------------------


def _counted_less(before: Table, now: Table) -> Iterator[Weakened]:
    if before.sums == now.sums and before.shares == now.shares:
        return
    kept: dict[tuple[str, str], list[Claimed]] = {}
    for claim in claimed(now):
        kept.setdefault((claim.total, claim.sign), []).append(claim)
    proved = {total for total, sign in kept if sign == "÷"}
    known = _cells_before(before)
    lost: dict[Path, None] = {}
    for was in claimed(now.model_copy(update={"sums": before.sums, "shares": before.shares})):
        if not any(_proves(one, was, known, proved) for one in kept.get((was.total, was.sign), ())):
            lost[was.claim] = None
    told = [_told(before, now, claim) for claim in lost]
    shares_went = any(one.key == "shares" for one in told)
    for one in told:
        # a sum that stands as it stood is out only because its figures are no shares any more
        if one.before != one.now or not shares_went:
            yield one


def _cells_before(before: Table) -> "_Cells":
    return _Cells({row.id for row in before.rows}, {column.key for column in columns_of(before)})


class _Cells(NamedTuple):
    """The cells of a table by its rows and columns."""

    rows: Container[str]
    columns: Container[str]

    def has(self, cell: str) -> bool:
        """Whether a cell, by its id, was there."""
        return row_of_cell(cell) in self.rows and column_of_cell(cell) in self.columns


def _proves(one: Claimed, was: Claimed, known: _Cells, proved: Container[str]) -> bool:
    """Whether what is declared of a cell proves as much as what was; what came since may be counted, too."""
    # each cell of a sum of shares is counted by itself, and their roundings add up
    of_shares = all(cell in proved for cell in (one.total, *one.of))
    if one.rounded and not was.rounded and not of_shares:
        return False
    if one.sign == "÷":
        return one.of == was.of
    more, less = Counter(one.of) - Counter(was.of), Counter(was.of) - Counter(one.of)
    return not less and not any(known.has(cell) for cell in more)


def _told(before: Table, now: Table, claim: Path) -> Weakened:
    key, at = str(claim[0]), claim[1]
    assert isinstance(at, int)
    was = getattr(before, key)[at]
    place: Path = ("table",)
    said = ""
    for number, one in enumerate(getattr(now, key)):
        if _is_of(one, was):
            place, said = (key, number), declared_as(one)
            break
    return Weakened(key, claim, declared_as(was), place, said)


def _is_of(one: Counted, was: Counted) -> bool:
    """Whether two declarations are about one row or column."""
    return (one.row, one.column) == (was.row, was.column)
