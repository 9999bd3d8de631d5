"""What a table declares to be counted from other figures, counted again.

Sums and shares are counted from what is printed, in decimals. A cell in which nothing or a dash stands counts
as nothing; a sum that is not there claims nothing, and where none of its addends is there nothing is counted.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple, TypeVar

from plancli.core.entry import N_
from plancli.core.evidence.measures import Measure, is_left_open, measured, plain_unit
from plancli.core.finding import Path
from plancli.core.plan.cells import OVER_ALL, by_column, cell_id, columns_of, stands_across
from plancli.core.plan.model import Counted, Table, TableHead, TableShare, TableSum
from plancli.core.text.matchkey import fold

_COUNTED_HEADS = ("序号", "编号", "no", "no.")
"""Columns whose numbers are no figures."""
_OF_A_HUNDRED = "%"
_SCALES = {_OF_A_HUNDRED: 100, "‰": 1000}


class WhyUncounted(StrEnum):
    """Why something that is declared cannot be counted."""

    NO_NUMBER = N_("what stands there is no number")
    UNITS = N_("the units of measure differ")
    NO_TOTAL = N_("the total is nothing")


class Figured(NamedTuple):
    """A cell with its words, and what it measures: None where that is nothing, or no number."""

    cell: str
    words: str
    measure: Measure | None

    @property
    def is_text(self) -> bool:
        """Whether words stand there that are no number."""
        return self.measure is None and not is_left_open(self.words)


class Miscount(NamedTuple):
    """A cell that says something else than it counts to.

    `claim` is the place of the declaration in its table, `total` the cell, `of` the cells from which it is
    counted, `sign` what stands between them. `by_rounding` tells that rounding may explain the difference.
    """

    claim: Path
    total: Figured
    counted: str
    of: tuple[Figured, ...]
    sign: str
    by_rounding: bool


class Uncounted(NamedTuple):
    """A cell that cannot be counted though that is declared, and the cells because of which."""

    claim: Path
    total: Figured
    because: tuple[Figured, ...]
    why: WhyUncounted


class Unclaimed(NamedTuple):
    """A row or column that a declaration names and the table does not have."""

    claim: Path
    name: str


Recounted = Miscount | Uncounted | Unclaimed


class Claimed(NamedTuple):
    """A cell of which a table declares that it is counted from others, whatever stands in them.

    `claim` is the place of the declaration in its table, `total` and `of` are cells by their ids, `sign` what
    stands between them. `rounded`: a difference that rounding explains is passed over.
    """

    claim: Path
    total: str
    of: tuple[str, ...]
    sign: str
    rounded: bool


def recounted(table: Table) -> Iterator[Recounted]:
    """Yield what of the declarations of a table does not hold, or cannot be counted."""
    if table.sums or table.shares or table.joined:
        yield from _Counting(table).result()


def claimed(table: Table) -> Iterator[Claimed]:
    """Yield the cells that a table declares to be counted; of names that it does not have nothing is said."""
    yield from _Counting(table).claimed()


def declared_as(one: TableSum | TableShare) -> str:
    """Return a declaration as its file has it, on one line."""
    said = [f"row: {one.row}" if one.row else f"column: {one.column}"]
    if isinstance(one, TableShare):
        said += [f"of: {one.of}", f"total: {one.total}"]
    else:
        said.append(f"of: [{', '.join(one.of)}]")
    for key, names in (("columns", one.columns), ("rows", one.rows)):
        if names:
            said.append(f"{key}: [{', '.join(names)}]")
    if one.rounded:
        said.append("rounded: true")
    return f"{{{', '.join(said)}}}"


def counted_as(table: Table, one: TableSum) -> Iterator[Recounted | None]:
    """Yield of each cell of a sum that is declared nowhere what does not hold; None of one that holds."""
    yield from _Counting(table).summed_anyway(one)


class _Sum(NamedTuple):
    """A cell that is to be the sum of others."""

    total: Figured
    addends: tuple[Figured, ...]
    rounded: bool


class _Share(NamedTuple):
    """A cell that is to be the share of a part in a whole."""

    share: Figured
    part: Figured
    whole: Figured


_C = TypeVar("_C", bound=Counted)


class _Counting:
    """The cells of one table, and what is declared of them."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.columns = {column.key: column for column in columns_of(table)}
        self.rows = {row.id: row for row in table.rows}

    def result(self) -> Iterator[Recounted]:
        """Yield what `recounted` promises."""
        for at, one in enumerate(self.table.sums):
            absent = list(self._absent(("sums", at), one, one.of))
            yield from absent or self._summed(("sums", at), one)
        for at, share in enumerate(self.table.shares):
            absent = list(self._absent(("shares", at), share, (share.of,)))
            if not self._has(share.total):
                absent.append(Unclaimed(("shares", at, "total"), share.total))
            yield from absent or self._shared(("shares", at), share)

        for at, name in enumerate(self.table.joined):
            if name not in self.columns:
                yield Unclaimed(("joined", at), name)

    def claimed(self) -> Iterator[Claimed]:
        """Yield what `claimed` promises."""
        for at, declared in enumerate(self.table.sums):
            one = self._of_what_is_there(declared, declared.of)
            for sum_ in self._sums(one) if one else ():
                if _has_figures((sum_.total, *sum_.addends)):
                    of = tuple(addend.cell for addend in sum_.addends)
                    yield Claimed(("sums", at), sum_.total.cell, of, "+", sum_.rounded)
        for at, declared_share in enumerate(self.table.shares):
            share = self._of_what_is_there(declared_share, (declared_share.of,))
            if share is None or not self._has(share.total):
                continue
            for cells in self._shares_of(share):
                if _has_figures(cells) and not any(is_left_open(each.words) for each in cells):
                    of = cells.part.cell, cells.whole.cell
                    yield Claimed(("shares", at), cells.share.cell, of, "÷", share.rounded)

    def _of_what_is_there(self, one: _C, of: Sequence[str]) -> _C | None:
        """Return a declaration without the names that the table does not have; None where nothing is left."""
        along = self.rows if one.row else self.columns
        known = tuple(name for name in of if name in along)
        columns = tuple(name for name in one.columns if name in self.columns)
        rows = tuple(name for name in one.rows if name in self.rows)
        chosen = len(one.columns) + len(one.rows)
        if one.name not in along or not known or (chosen and not columns and not rows):
            return None
        kept: dict[str, object] = {"columns": columns, "rows": rows}
        if isinstance(one, TableSum):
            kept["of"] = known
        return one.model_copy(update=kept)

    def _has(self, name: str) -> bool:
        return name in self.rows or name in self.columns

    def _absent(self, claim: Path, one: Counted, of: Iterable[str]) -> Iterator[Unclaimed]:
        """Yield the rows and columns that a declaration names and the table does not have."""
        along, across = (self.rows, self.columns) if one.row else (self.columns, self.rows)
        if one.name not in along:
            yield Unclaimed((*claim, "row" if one.row else "column"), one.name)
        for name in of:
            if name not in along:
                yield Unclaimed((*claim, "of"), name)
        for name in (*one.columns, *one.rows):
            if name not in across:
                yield Unclaimed((*claim, "columns" if one.row else "rows"), name)

    # --- cells ----------------------------------------------------------------------------------------------

    def _cell(self, row: str, column: str) -> Figured:
        node, cells = self.rows[row], by_column(self.rows[row], list(self.columns.values()))
        if stands_across(node, list(self.columns.values())):
            return Figured(cell_id(row, OVER_ALL), cells[OVER_ALL], None)
        found = measured(self.table, node, self.columns[column])
        return Figured(cell_id(row, column), cells[column], found)

    def _beside(self, one: Counted, name: str, other: str) -> Figured:
        """Return the cell of a row or column that is named, in the column or row across it."""
        return self._cell(name, other) if one.row else self._cell(other, name)

    def _across(self, one: Counted) -> list[str]:
        """Return the columns, or rows, in which a declaration holds: those it names, or all with figures."""
        if one.columns or one.rows:
            return [*one.columns, *one.rows]
        if one.row:
            return [key for key, column in self.columns.items() if not _is_numbering(column)]
        columns = list(self.columns.values())
        return [key for key, row in self.rows.items() if not stands_across(row, columns)]

    @cached_property
    def _shares(self) -> frozenset[str]:
        """The rows and columns that are shares: a sum of shares is out by rounding more often than not."""
        return frozenset(share.name for share in self.table.shares)

    # --- sums -----------------------------------------------------------------------------------------------

    def _summed(self, claim: Path, one: TableSum) -> Iterator[Recounted]:
        for sum_ in self._sums(one):
            yield from _of_sum(claim, sum_.total, sum_.addends, sum_.rounded)

    def _sums(self, one: TableSum) -> Iterator[_Sum]:
        """Yield the cells of which a declaration says that they are sums, each with what it adds up."""
        for other in self._across(one):
            total = self._beside(one, one.name, other)
            addends = tuple(self._beside(one, name, other) for name in one.of)
            chosen = bool(one.columns or one.rows)
            if not chosen and one.row and _is_rate(total) and other not in self._shares:
                continue  # rates add up to nothing, unless they are shares of one whole
            rounded = one.rounded or not self._shares.isdisjoint((other, one.name))
            yield _Sum(total, addends, rounded)

    def summed_anyway(self, one: TableSum) -> Iterator[Recounted | None]:
        """Yield what `counted_as` promises: nothing of cells of which nothing is claimed, and of rates."""
        for other in self._across(one):
            total = self._beside(one, one.name, other)
            addends = tuple(self._beside(one, name, other) for name in one.of)
            figures = [addend for addend in addends if addend.measure]
            if total.measure is None or len(figures) < 2 or any(map(_is_rate, (total, *figures))):
                continue
            yield next(_of_sum((), total, addends, True), None)

    # --- shares ---------------------------------------------------------------------------------------------

    def _shared(self, claim: Path, one: TableShare) -> Iterator[Recounted]:
        for cells in self._shares_of(one):
            yield from _of_share(claim, *cells, one.rounded)

    def _shares_of(self, one: TableShare) -> Iterator[_Share]:
        """Yield the cells of which a declaration says that they are shares, each with part and whole."""
        for other in self._across(one):
            share = self._beside(one, one.name, other)
            part = self._beside(one, one.of, other)
            yield _Share(share, part, self._whole(one, other))

    def _whole(self, one: TableShare, other: str) -> Figured:
        """Return the cell of which a share is taken: of a total across what is shared, or beside it."""
        is_row = one.total in self.rows
        if one.row:
            return self._cell(one.total, other) if is_row else self._cell(one.of, one.total)
        return self._cell(one.total, one.of) if is_row else self._cell(other, one.total)


def _has_figures(cells: Iterable[Figured]) -> bool:
    """Whether a figure stands in one of some cells: of words alone nothing is counted."""
    return any(cell.measure for cell in cells)


def _is_numbering(column: TableHead) -> bool:
    return fold(column.title) in _COUNTED_HEADS


def _is_rate(one: Figured) -> bool:
    return one.measure is not None and plain_unit(one.measure.unit) in _SCALES


def _of_sum(
    claim: Path, total: Figured, addends: tuple[Figured, ...], rounded: bool
) -> Iterator[Recounted]:
    said = [one for one in addends if not is_left_open(one.words)]
    obstacle = _obstacle(claim, total, said)
    if obstacle is not None:
        yield obstacle
        return
    measures = [one.measure for one in said if one.measure]
    if total.measure is None or not measures:
        return
    counted = sum((measure.value for measure in measures), Decimal(0))
    difference = abs(counted - total.measure.value)
    most = sum((measure.half for measure in (*measures, total.measure)), Decimal(0))
    decimals = any(measure.decimals for measure in (*measures, total.measure))
    by_rounding = difference <= most and (rounded or decimals)
    if difference and not (by_rounding and rounded):
        yield Miscount(claim, total, format(counted, "f"), tuple(said), "+", by_rounding)


def _obstacle(claim: Path, total: Figured, others: list[Figured]) -> Uncounted | None:
    """Return why a cell cannot be counted from others; None where it can, or where nothing is claimed."""
    figures = [one for one in (total, *others) if one.measure]
    words = tuple(one for one in (total, *others) if one.is_text)
    if not figures or is_left_open(total.words):
        return None
    if words:
        return Uncounted(claim, total, words, WhyUncounted.NO_NUMBER)
    by_unit: dict[str, Figured] = {}
    for one in figures:
        unit = plain_unit(one.measure.unit) if one.measure else ""
        by_unit.setdefault(unit, one)
    known = tuple(one for unit, one in by_unit.items() if unit)
    return Uncounted(claim, total, known, WhyUncounted.UNITS) if len(known) > 1 else None


def _of_share(
    claim: Path, share: Figured, part: Figured, whole: Figured, rounded: bool
) -> Iterator[Recounted]:
    if is_left_open(share.words) or is_left_open(part.words) or is_left_open(whole.words):
        return
    obstacle = _obstacle_of_share(claim, share, part, whole)
    if obstacle is not None:
        yield obstacle
    if share.measure and part.measure and whole.measure and obstacle is None:
        ratio = Fraction(part.measure.value) / Fraction(whole.measure.value)
        said, half = Fraction(share.measure.value), Fraction(share.measure.half)
        scale = _scale(share.measure, ratio)
        if abs(ratio * scale - said) <= half:
            return
        least, most = _bounds(part.measure, whole.measure)
        within = least * scale - half <= said <= most * scale + half
        decimals = part.measure.decimals or whole.measure.decimals
        by_rounding = within and bool(rounded or decimals)
        if not (by_rounding and rounded):
            counted = _printed(ratio * scale, share.measure.decimals)
            yield Miscount(claim, share, counted, (part, whole), "÷", by_rounding)


def _obstacle_of_share(
    claim: Path, share: Figured, part: Figured, whole: Figured
) -> Uncounted | None:
    words = tuple(one for one in (share, part, whole) if one.is_text)
    if share.measure is None and part.measure is None:
        return None  # a row of words among others
    if words:
        return Uncounted(claim, share, words, WhyUncounted.NO_NUMBER)
    if whole.measure and not whole.measure.value:
        return Uncounted(claim, share, (whole,), WhyUncounted.NO_TOTAL)
    return _obstacle(claim, part, [whole])


def _scale(share: Measure, ratio: Fraction) -> int:
    """Return of how many a share is: of a hundred, unless ‰ says otherwise, or it is nearer as a share of 1.

    That is asked only where no unit stands at the share itself.
    """
    unit = plain_unit(share.unit)
    if unit in _SCALES:
        return _SCALES[unit]
    said = Fraction(share.value)
    return min((100, 1), key=lambda scale: abs(ratio * scale - said))


def _bounds(part: Measure, whole: Measure) -> tuple[Fraction, Fraction]:
    """Return between what a ratio may lie whose terms were rounded."""
    low, high = whole.value - whole.half, whole.value + whole.half
    top = Fraction(part.value + part.half)
    most = top / Fraction(low) if low > 0 else top * 10**9
    return Fraction(part.value - part.half) / Fraction(high), most


def _printed(value: Fraction, decimals: int) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return format(exact.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP), "f")
