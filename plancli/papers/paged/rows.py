"""Characters of a page put together to the lines on which they stand, with the numbers beside them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from plancli.core.intake.paper import PaperCell
from plancli.core.text.alike import TWIN, common
from plancli.papers.paged.characters import Glyph


class Row(NamedTuple):
    """What stands on one base of a page, from left to right; `printed` is the number beside it."""

    base: float
    size: float
    glyphs: list[Glyph]
    printed: int | None = None

    @property
    def words(self) -> str:
        """Its characters, without blanks."""
        return "".join(glyph.char for glyph in self.glyphs)


def rows_of(pages: Sequence[Sequence[Glyph]]) -> list[list[Row]]:
    """Return the rows of each page from its top, without the numbers beside them and the marks of notes."""
    rows = [_on_one_base(glyphs) for glyphs in pages]
    return [_without_marks(page) for page in _numbered(rows)]


_SAME_BASE = 0.4
"""Raised marks stand a third of the type above the base, the next line at least a whole one below it."""


def _on_one_base(glyphs: Iterable[Glyph]) -> list[Row]:
    """Put together what stands on one base.

    The base is that of the largest type: a raised mark comes first, and belongs to the line below it.
    """
    rows: list[Row] = []
    for glyph in sorted(glyphs):
        row = rows[-1] if rows else None
        if row is None or glyph.base - row.base > _SAME_BASE * max(row.size, glyph.size):
            rows.append(Row(glyph.base, glyph.size, [glyph]))
            continue
        row.glyphs.append(glyph)
        if glyph.size > row.size:
            rows[-1] = Row(glyph.base, glyph.size, row.glyphs)
    return [_settled(row) for row in _with_raised(rows)]


def _with_raised(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield rows with the raised marks that stand above them by themselves.

    Beside a line with a number of its own in small type, the mark and the number come before the line.
    """
    above: Row | None = None
    for row in rows:
        if above is not None and row.base - above.base <= _SAME_BASE * row.size:
            merged = row._replace(glyphs=[*above.glyphs, *row.glyphs])
        else:
            if above is not None:
                yield above
            merged = row
        above = merged
    if above is not None:
        yield above


def _settled(row: Row) -> Row:
    """Return a row with its characters from left to right, in the type that most of them have."""
    row.glyphs.sort(key=_left)
    sizes = {glyph.size for glyph in row.glyphs}
    if len(sizes) == 1:
        return row._replace(size=sizes.pop())
    most = Counter(glyph.size for glyph in row.glyphs).most_common(1)[0][0]
    return row._replace(size=most)


def _left(glyph: Glyph) -> float:
    return glyph.left


# --- the numbers beside lines -----------------------------------------------------------------------------


class _Number(NamedTuple):
    """Digits at the head of a row that may be its number: how many, what they say, where they end."""

    digits: int
    value: int
    right: float


_APART = 4
"""Points at least between the number of a line and the line; Word sets it 18 points away."""
_MOST_DIGITS = 4
_FEWEST = 3
_LEAST_SHARE = 0.4
"""Of the rows of a page: boxes and tables have no numbers, and may fill half of it."""
_ALIGNED = 3
"""Points by which the right edges of numbers differ at most."""


def _numbered(pages: list[list[Row]]) -> list[list[Row]]:
    """Take off the numbers of lines: a rising column of numbers to the left of all text, on most pages.

    Lines of a list begin with numbers, too, but their text follows at once; the first column of a table may
    count its rows, but stands on few pages, and what is above and below it begins as far to the left.
    """
    edges = Counter(edge for page in pages if (edge := _edge_on(page)) is not None)
    if not edges:
        return pages
    edge = max(edges, key=lambda at: (_about(edges, at), -at))
    written = sum(len(page) >= _FEWEST for page in pages)
    if _about(edges, edge) * 2 < written:
        return pages
    found: list[list[Row]] = []
    for page in pages:
        # a page may have but a line or two beside a box
        numbers = _numbers_at(page, edge)
        found.append(list(_taken_off(page, numbers)) if numbers else page)
    return found


def _about(edges: Counter[int], at: int) -> int:
    """Return how many edges are as far to the left, within a point."""
    return edges[at - 1] + edges[at] + edges[at + 1]


def _edge_on(rows: list[Row]) -> int | None:
    """Return where the column of numbers on a page ends; None where there is none, or hardly one."""
    heads = [_number_at_head(row) for row in rows]
    edges = Counter(round(head.right) for head in heads if head)
    if not edges:
        return None
    edge = max(edges, key=lambda at: (_about(edges, at), -at))
    numbers = _numbers_at(rows, edge)
    enough = max(_FEWEST, _LEAST_SHARE * len(rows))
    return edge if sum(map(bool, numbers)) >= enough else None


def _numbers_at(rows: list[Row], edge: int) -> list[_Number | None]:
    """Return the numbers beside the rows of a page that end at this edge, None where a row has none.

    Nothing, where they do not rise, or stand within the text.
    """
    numbers: list[_Number | None] = []
    for row in rows:
        head = _number_at_head(row)
        beside = head is not None and abs(head.right - edge) <= _ALIGNED
        if not beside and row.glyphs[0].left < edge:
            return []
        numbers.append(head if beside else None)
    values = [number.value for number in numbers if number]
    if any(one >= other for one, other in pairwise(values)):
        return []
    return numbers


def _number_at_head(row: Row) -> _Number | None:
    """Return the digits at the head of a row that stand apart from what follows."""
    digits = 0
    while digits < len(row.glyphs) and row.glyphs[digits].char in _DIGITS:
        if digits and row.glyphs[digits].left - row.glyphs[digits - 1].right > _APART:
            break
        digits += 1
    if not 0 < digits <= _MOST_DIGITS:
        return None
    right = row.glyphs[digits - 1].right
    if digits < len(row.glyphs) and row.glyphs[digits].left - right < _APART:
        return None
    return _Number(digits, int(row.words[:digits]), right)


_DIGITS = frozenset("0123456789")


def _taken_off(rows: list[Row], numbers: list[_Number | None]) -> Iterator[Row]:
    """Yield rows with their numbers apart; a number by itself is that of a row on nearly the same base.

    Large type and its number may differ in their bases; else the number is that of an empty line.
    """
    alone: Row | None = None
    for row, number in zip(rows, numbers, strict=True):
        if number is None:
            near = alone is not None and row.base - alone.base < row.size
            yield row._replace(printed=alone.printed) if alone and near else row
            alone = None
        elif number.digits == len(row.glyphs):
            alone = row._replace(printed=number.value)
        else:
            alone = None
            rest = _settled(row._replace(glyphs=row.glyphs[number.digits :]))
            yield rest._replace(printed=number.value)


# --- the marks of notes -----------------------------------------------------------------------------------

_NOTE_MARK = re.compile(r"[\d①-⑳]+|[\[〔(]\d+[\]〕)]|\*+")
"""What is raised behind words that have a note, and stands at the head of the note itself."""
_NOTE_SIZE = 0.95
_SMALL = 0.8
_RAISED = 0.1


def _without_marks(rows: list[Row]) -> list[Row]:
    """Take the raised marks of notes off; what is raised for another reason, as of m², stays.

    A mark is that of a note if a line in smaller type further down begins with it.
    """
    found: list[Row] = []
    for at, row in enumerate(rows):
        small = _SMALL * row.size
        has_small = min(glyph.size for glyph in row.glyphs) < small
        found.append(_without_marks_of(rows[at + 1 :], row) if has_small else row)
    return found


def _without_marks_of(below: list[Row], row: Row) -> Row:
    """Take the raised marks off a row with which smaller lines below it begin."""
    heads = {_mark_at_head(each) for each in below if each.size < _NOTE_SIZE * row.size}
    kept: list[Glyph] = []
    for run in _runs(row.glyphs, row):
        if not (_is_raised(run[0], row) and _said(run) in heads):
            kept += run
    # a row of nothing but marks is no line of text
    return row._replace(glyphs=kept or row.glyphs)


def _is_raised(glyph: Glyph, row: Row) -> bool:
    return glyph.size < _SMALL * row.size and row.base - glyph.base > _RAISED * row.size


def _runs(glyphs: list[Glyph], row: Row) -> Iterator[list[Glyph]]:
    """Yield neighbours that are raised, or not, together."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and _is_raised(glyph, row) != _is_raised(run[0], row):
            yield run
            run = []
        run.append(glyph)
    yield run


def _said(glyphs: list[Glyph]) -> str:
    return "".join(glyph.char for glyph in glyphs)


def _mark_at_head(row: Row) -> str:
    """Return the mark with which a note begins: "" where a row begins with none."""
    match = _NOTE_MARK.match(row.words)
    return match[0] if match else ""


# --- cells ------------------------------------------------------------------------------------------------

_CELL_GAP = 2.5
"""Wider than the two blanks within a heading, 目　　录, narrower than any space between columns."""
_WORD_GAP = 0.2
"""The least that programs leave between words of a justified line is a fifth of the type."""


def cells_of(row: Row, bold: frozenset[int] = frozenset()) -> tuple[PaperCell, ...]:
    """Return the words of a row, cut where a gap is wider than any within words.

    `bold` are the numbers of the fonts that are bold.
    """
    cells: list[PaperCell] = []
    start = 0
    for at, (one, other) in enumerate(pairwise(row.glyphs), 1):
        if other.left - one.right > _CELL_GAP * row.size:
            cells.append(_cell(row.glyphs[start:at], row.size, bold))
            start = at
    cells.append(_cell(row.glyphs[start:], row.size, bold))
    return tuple(cells)


def _cell(glyphs: list[Glyph], size: float, bold: frozenset[int]) -> PaperCell:
    """Return characters as words: blanks stand between Latin words alone.

    Gaps between Chinese characters are of a justified line, and so are those beside digits.
    """
    words: list[str] = []
    last = glyphs[0]
    heavy, all_heavy = 0, True
    for glyph in glyphs:
        if (
            last.char.isascii()
            and glyph.char.isascii()
            and glyph.left - last.right > _WORD_GAP * size
        ):
            words.append(" ")
        words.append(glyph.char)
        all_heavy = all_heavy and glyph.font in bold
        if all_heavy:
            heavy = len(words)
        last = glyph
    # some programs leave radicals in place of the characters that look like them
    said = TWIN.sub(lambda match: common(match[0]), "".join(words))
    return PaperCell(said, glyphs[0].left, max(glyph.right for glyph in glyphs), heavy)
