"""A draft that came back without marks: compared with the draft, so that it reads as if it had some.

Paragraphs that stand in both, word for word and in one order, are the frame. What lies between two of them
in the file stands in the place of what lies between them in the draft: whatever the comparison calls a
change there, all changes together give the file.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from plancli.core.intake.body import BlockKind, Body, BodyBlock, NoteReference
from plancli.core.intake.draft.cells import cells_of_table
from plancli.core.intake.draft.contents import without_contents
from plancli.core.intake.draft.cover import says_issue
from plancli.core.intake.draft.responsible import responsible_in
from plancli.core.intake.draft.structure import BETWEEN_CELLS, PREFACE, whole_heads
from plancli.core.intake.matching import Match
from plancli.core.intake.originals import PARTED
from plancli.core.intake.tracked import (
    CELL,
    Inset,
    InsetKind,
    TrackedFile,
    TrackedParagraph,
    TrackedRun,
)
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.cells import LEVELS, levels
from plancli.core.plan.footnotes import in_order
from plancli.core.plan.joints import Joints
from plancli.core.plan.model import PLAN
from plancli.core.text.diff import readable
from plancli.core.text.matchkey import fold

_WHOLE = 0.8
"""A file with so much of the draft is all of it, and what it does not have was taken out of it."""


class PlainLine(NamedTuple):
    """A paragraph of a file by its number, with its words.

    Of a note `reference` says behind how many characters of which line its mark stands, where that is known.
    """

    row: int
    text: str
    is_note: bool = False
    reference: NoteReference | None = None


def plain_lines(
    body: Body, draft: Collection[str], joints: Joints, above: Collection[str] = ()
) -> list[PlainLine]:
    """Return the paragraphs of a file as a plan prints them that was taken from such a file.

    Rows of tables are a line where the draft has them as text, else each cell is one; units that stand behind
    a paragraph are of it, what is only of a cover or of the contents is left out. `draft` has the match keys
    of the lines that the draft prints, `above` those of what stands over several heads of its tables.
    """
    blocks, _contents = without_contents(whole_heads(body.blocks))
    found: list[PlainLine] = []
    numbers: dict[int, int] = {}
    for block in blocks:
        if block.kind is BlockKind.TABLE:
            heads = _heads(block, draft)
            found += (PlainLine(block.place, head) for head in heads.words)
            for row in _whole_rows(block, heads.rows):
                found += _of_row(block.place, row, draft, above)
            continue
        words = block.printed
        if block.kind is BlockKind.NOTE:
            found.append(PlainLine(block.place, words, True, _reference(block, numbers)))
            continue
        numbers[block.place] = len(block.number)
        if says_issue(words) and fold(words) not in draft:
            continue
        listed = responsible_in(words)
        if listed is None or not listed.units:
            found.append(PlainLine(block.place, words))
            continue
        units = joints.opening + joints.comma.join(listed.units) + joints.closing
        last = found[-1] if found and not listed.words else None
        if last is not None and (fold(last.text) not in draft or fold(last.text + units) in draft):
            found[-1] = last._replace(text=last.text + units)
        else:
            found.append(PlainLine(block.place, listed.words + units))
    return found


def _reference(block: BodyBlock, numbers: Mapping[int, int]) -> NoteReference | None:
    """Return where the mark of a note stands in the line of its paragraph, which has its number ahead."""
    told = block.reference
    return told and told._replace(at=told.at + numbers.get(told.place, 0))


class _Heads(NamedTuple):
    """The heads of a table in the order of its columns, of each the innermost level; in how many rows."""

    words: tuple[str, ...] = ()
    rows: int = 0


def _heads(block: BodyBlock, draft: Collection[str]) -> _Heads:
    """Return the heads of a table of the draft that stand in levels: below each other, not in one row."""
    table = cells_of_table(block)
    if table is None:
        return _Heads()
    innermost = tuple(levels(column.title)[-1] for column in table.columns)
    stand_below = any(LEVELS in column.title for column in table.columns)
    if not stand_below or not any(fold(head) in draft for head in innermost):
        return _Heads()
    return _Heads(innermost, table.depth)


def _whole_rows(block: BodyBlock, first: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table from one on, each whole: a cell that goes on from above says it again."""
    table = cells_of_table(block)
    if table is None or not table.joined:
        yield from block.cells[first:]
        return
    yield from block.cells[first : table.depth]
    yield from table.rows


def _of_row(
    place: int, row: Sequence[str], draft: Collection[str], above: Collection[str]
) -> Iterator[PlainLine]:
    """Yield a row as the draft has it: as cells where one of them is a line there, else as one line."""
    cells = [cell for cell in row if cell and fold(cell) not in above]
    whole = BETWEEN_CELLS.join(cells)
    is_whole = fold(whole) in draft or not any(fold(cell) in draft for cell in cells)
    if cells and is_whole:
        yield PlainLine(place, whole)
    elif cells:
        yield from (PlainLine(place, cell) for cell in cells)


def compared(
    texts: Sequence[PlainLine],
    found: Mapping[int, Match],
    lines: Mapping[str, str],
    author: str,
    cells: Collection[str] = (),
) -> TrackedFile:
    """Return the paragraphs of a file as if an author had tracked what differs from the draft.

    `found` says which part of the draft each of them is, by its place; `lines` are all parts in order, as
    printed; the keys of those that are cells of a table are `cells`. What an excerpt does not have, ahead of
    it, behind it or left out of it, was not taken out.
    """
    draft = _said_parts(lines, found)
    ranks = {key: at for at, (key, _) in enumerate(draft)}
    frame = [(-1, -1), *((at, ranks[one.key]) for at, one in found.items())]
    gaps = list(pairwise([*frame, (len(texts), len(draft))]))
    beside = sum(min(other[0] - one[0], other[1] - one[1]) for one, other in gaps)
    is_whole = beside >= _WHOLE * len(draft)
    paragraphs: list[TrackedParagraph] = []
    for (at, rank), (following, other) in gaps:
        if at >= 0:
            paragraphs.append(TrackedParagraph((TrackedRun(texts[at].text),), row=texts[at].row))
        new = texts[at + 1 : following]
        old = draft[rank + 1 : other]
        at_edge = at < 0 or following == len(texts)
        row = texts[max(at, 0)].row if texts else 1
        if old and (at_edge or not new) and not is_whole:
            old = []
        change = _cell_by_cell if _are_cells(old, new, cells) else _between
        paragraphs += change([words for _, words in old], new, author, row)
    return TrackedFile(tuple(paragraphs))


def notes_apart(
    texts: Sequence[PlainLine], found: Mapping[int, Match], corpus: Corpus
) -> tuple[list[PlainLine], list[PlainLine]]:
    """Return the lines of a file without the footnotes that came, and these.

    One of the draft whose words changed has its mark where it was, and stays a line.
    """
    lines: list[PlainLine] = []
    new: list[PlainLine] = []
    keys = {texts[at].row: match for at, match in found.items() if not texts[at].is_note}
    for at, line in enumerate(texts):
        is_new = line.is_note and at not in found and not _is_noted(line, keys, corpus)
        (new if is_new else lines).append(line)
    return lines, new


def _is_noted(line: PlainLine, keys: Mapping[int, Match], corpus: Corpus) -> bool:
    """Whether the draft has a footnote where the mark of one stands.

    Of one without a known place, whether its paragraph has any.
    """
    told = line.reference
    rows = [row for row in keys if row < line.row]
    match = keys.get(told.place if told else max(rows, default=0))
    spot = corpus.outline.spots.get(match.key) if match else None
    if match is None or spot is None:
        return False
    if told is None:
        return bool(spot.paragraph.notes)
    starts = [field.start for field in corpus.line(match.key).fields if field.name == "text"]
    place = match.start + told.at - sum(starts[:1])
    return any(at == place for at, _ in in_order(spot.paragraph))


def with_notes(
    file: TrackedFile, texts: Sequence[PlainLine], notes: Sequence[PlainLine], author: str
) -> TrackedFile:
    """Return a file with footnotes that an author put in; one whose place is not known stands by itself."""
    lines = {one.row: one.text for one in texts}
    paragraphs = list(file.paragraphs)
    # the last one first: what stands at one place keeps its order, and places ahead of it hold
    for number, note in sorted(enumerate(notes, 1), reverse=True):
        run = TrackedRun(
            "", author, inset=Inset(InsetKind.FOOTNOTE, number, (TrackedRun(note.text),))
        )
        told = note.reference
        rows = [at for at, one in enumerate(paragraphs) if told and one.row == told.place]
        whole = len(rows) == 1 and told and _visible(paragraphs[rows[0]]) == lines.get(told.place)
        if whole and told:
            own = paragraphs[rows[0]]
            paragraphs[rows[0]] = own._replace(runs=tuple(_parted(own.runs, run, told.at)))
        else:
            behind = sum(one.row < note.row for one in paragraphs)
            paragraphs.insert(behind, TrackedParagraph((run,), row=note.row))
    return file._replace(paragraphs=tuple(paragraphs))


def _visible(paragraph: TrackedParagraph) -> str:
    return "".join(run.text for run in paragraph.runs if not run.gone)


def _parted(runs: Sequence[TrackedRun], put_in: TrackedRun, at: int) -> Iterator[TrackedRun]:
    """Yield runs with another one behind so many characters that are there."""
    is_in = False
    for run in runs:
        length = 0 if run.gone else len(run.text)
        if is_in or length < at or not length:
            yield run
            at -= length
            continue
        yield run._replace(text=run.text[:at])
        yield put_in
        yield run._replace(text=run.text[at:])
        is_in = True
    if not is_in:
        yield put_in


def _said_parts(lines: Mapping[str, str], found: Mapping[int, Match]) -> list[tuple[str, str]]:
    """Return the parts of the draft that have words, by key and words, in order."""
    # the title of the plan stands on a cover, or nowhere; that of a preface may be none of the file's
    unsaid = {PLAN, PREFACE} - {one.key for one in found.values()}
    return [(key, words) for key, words in lines.items() if words and key not in unsaid]


def _are_cells(
    old: Sequence[tuple[str, str]], new: Sequence[PlainLine], cells: Collection[str]
) -> bool:
    """Whether cells of a table stand in the place of as many."""
    return len(old) == len(new) and all(key in cells for key, _ in old)


def _cell_by_cell(
    old: Sequence[str], new: Sequence[PlainLine], author: str, row: int
) -> Iterator[TrackedParagraph]:
    """Yield cells that stand instead of as many others: each is the one in its place."""
    for at, (words, line) in enumerate(zip(old, new, strict=True)):
        runs: list[TrackedRun] = []
        for op, text in readable(words, line.text):
            runs.append(TrackedRun(text, author if op == "+" else "", author if op == "-" else ""))
        place = f"{CELL}{row}.{at}"
        yield TrackedParagraph(tuple(runs), place=place, row=line.row)


def _between(
    old: Sequence[str], new: Sequence[PlainLine], author: str, row: int
) -> Iterator[TrackedParagraph]:
    """Yield what stands in the place of paragraphs of the draft."""
    if not old:
        for line in new:
            yield TrackedParagraph((TrackedRun(line.text, author),), added=author, row=line.row)
    elif not new:
        for words in old:
            yield TrackedParagraph((TrackedRun(words, gone=author),), gone=author, row=row)
    else:
        yield from _instead(old, new, author)


def _instead(
    old: Sequence[str], new: Sequence[PlainLine], author: str
) -> Iterator[TrackedParagraph]:
    """Yield paragraphs that others stand instead of; the breaks between them are compared with the words."""
    rows = [line.row for line in new]
    runs: list[TrackedRun] = []
    for op, text in readable(PARTED.join(old), PARTED.join(line.text for line in new)):
        added = author if op == "+" else ""
        gone = author if op == "-" else ""
        first, *others = text.split(PARTED)
        runs.append(TrackedRun(first, added, gone))
        for words in others:
            yield TrackedParagraph(tuple(runs), added, gone, row=rows[0])
            runs = [TrackedRun(words, added, gone)]
            if not gone and len(rows) > 1:
                rows.pop(0)
    yield TrackedParagraph(tuple(runs), row=rows[0])
