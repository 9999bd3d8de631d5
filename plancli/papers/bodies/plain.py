"""The body of a text without types, in which a line is a paragraph; and of Markdown."""

import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from plancli.core.intake.body import (
    BlockKind,
    Body,
    BodyBlock,
    BodyCell,
    LeftOut,
    NoteReference,
)
from plancli.papers.bodies.pieces import MOST_BLOCKS, Line, Piece, lines_of, too_many_blocks
from plancli.papers.bodies.shown import only_pictures, pictures_in, without_pictures
from plancli.papers.bodies.styles import Look
from plancli.papers.sheets.cells import cleaned
from plancli.papers.sheets.text import decoded

_PAGE_NUMBER = re.compile(r"[-—–\s]*(?:第\s*)?[0-9]{1,4}(?:\s*页)?[-—–\s]*")
_CENTRED = 8
"""So many blanks ahead of a line put it into the middle: a paragraph begins behind two or four."""


def body_of_text(content: bytes) -> Body:
    """Return the body of a text file: every line that is not empty is a paragraph."""
    blocks: list[BodyBlock] = []
    left_out: dict[LeftOut, int] = {}
    for place, line in enumerate(_lines_of(content), 1):
        words = cleaned(line.replace("\f", "").replace("\t", " "))
        if not words:
            continue
        if _PAGE_NUMBER.fullmatch(words):
            left_out[LeftOut.PAGE_NUMBER] = left_out.get(LeftOut.PAGE_NUMBER, 0) + 1
            continue
        blanks = line.replace("\u3000", "  ")
        centred = len(blanks) - len(blanks.lstrip()) >= _CENTRED
        blocks.append(BodyBlock(words, place, centred=centred))
    return Body(tuple(blocks), left_out)


def _lines_of(content: bytes) -> list[str]:
    """Return the lines of a text; empty ones stand between all paragraphs."""
    lines = decoded(content).splitlines()
    if len(lines) > 2 * MOST_BLOCKS:
        raise too_many_blocks()
    return lines


# --- Markdown -----------------------------------------------------------------------------------------------

_HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*")
_UNDERLINED = re.compile(r"(=|-)\1{2,}\s*")
_RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*")
_ROW = re.compile(r"\s*\|.*\|\s*")
_EDGE = re.compile(r"[\s|:-]+")
_QUOTED = re.compile(r" {0,3}> ?")
_BULLET = re.compile(r"\A\s*[-*+]\s+")
_BOLD = re.compile(r"\*\*(.{1,2000}?)\*\*|__(.{1,2000}?)__")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"(?:(?<!\\)!)?\[(?!\^)([^\[\]]{0,500})\]\([^()]{0,500}\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>|<!--.{0,200}?-->")
_REFERENCE = re.compile(r"(?<!\\)\[\^([^\[\]\s]{1,80})\]")
_DEFINITION = re.compile(r" {0,3}\[\^([^\[\]\s]{1,80})\]:[ \t]*(.*)")
_INDENTED = re.compile(r" {4}|\t")
_IMAGE = re.compile(r"!\[")


def body_of_markdown(content: bytes, with_pictures: bool = False) -> Body:
    """Return the body of a Markdown file: headings by #, quotations as boxes, **bold** heads, tables.

    With pictures those that it shows are in it, by the names of their files; else the words for them.
    """
    lines = _lines_of(content)
    # a single heading of the first level is the title of the whole
    tops = [line for line in lines if re.match(r" {0,3}#\s", line)]
    above = 1 if len(tops) == 1 else 0
    groups = list(_groups(lines))
    notes = _notes(groups)
    taken = {note.place for note in notes.values()}
    blocks: list[BodyBlock] = []
    box = 0
    was_quoted = False
    for place, group in groups:
        if place in taken:
            continue
        is_quoted = _QUOTED.match(group[0]) is not None
        box += is_quoted and not was_quoted
        was_quoted = is_quoted
        words = [_QUOTED.sub("", line, count=1) for line in group] if is_quoted else group
        said = list(map(without_pictures, words)) if with_pictures else words
        own_box = box if is_quoted else 0
        if any(map(str.strip, said)):
            blocks += _blocks(said, place, own_box, above, notes)
        if with_pictures:
            blocks += _pictures(words, place, own_box)
    # a paragraph that is nothing but a reference is none
    taken -= {block.place for block in blocks if block.kind is BlockKind.NOTE}
    for note in notes.values():
        if note.place in taken:
            blocks.append(BodyBlock(note.words, note.place, BlockKind.NOTE))
    return Body(tuple(blocks), {})


class _Note(NamedTuple):
    """The words of a note, and the line in which they begin."""

    words: str
    place: int


def _notes(groups: Sequence[tuple[int, Sequence[str]]]) -> dict[str, _Note]:
    """Return notes by their names: those of one paragraph, to each of which one place of the text refers.

    All others stay in the text as they are written, so that none of their words is lost.
    """
    found: dict[str, _Note] = {}
    referred: Counter[str] = Counter()
    kept: set[str] = set()
    for at, (place, group) in enumerate(groups):
        definition = _DEFINITION.fullmatch(group[0])
        names = _REFERENCE.findall("\n".join(group))
        if definition is None:
            if _is_table(group):
                kept.update(names)  # cells have no notes
            referred.update(names)
            continue
        name, *others = names
        kept.update(others)
        written = "\n".join([definition[2], *map(str.strip, group[1:])])
        goes_on = at + 1 < len(groups) and _INDENTED.match(groups[at + 1][1][0])
        words = " ".join(line.words for line in _lines(written, is_heading=True))
        if name in found or goes_on or not words or _IMAGE.search(written):
            kept.add(name)
        found[name] = _Note(words, place)
    return {name: note for name, note in found.items() if referred[name] == 1 and name not in kept}


def _groups(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that belong together, with the number of the first one, from 1."""
    group: list[str] = []
    start = 0
    for number, line in enumerate([*lines, ""], 1):
        bare = _QUOTED.sub("", line, count=1)
        begins = (
            _HEADING.fullmatch(bare)
            or _BULLET.match(bare)
            or _RULE.fullmatch(bare)
            or _DEFINITION.match(bare)
            or only_pictures(bare)
        )
        quoted_otherwise = bool(group) and bool(_QUOTED.match(line)) != bool(
            _QUOTED.match(group[0])
        )
        is_underline = bool(group) and _UNDERLINED.fullmatch(bare) is not None
        ends = not bare.strip() or (begins and not is_underline) or quoted_otherwise
        if group and ends:
            yield start, group
            group = []
        if bare.strip():
            start = start if group else number
            group.append(line)
            if is_underline or _HEADING.fullmatch(bare) or only_pictures(bare):
                yield start, group
                group = []


def _pictures(lines: Sequence[str], place: int, box: int) -> Iterator[BodyBlock]:
    for named in chain.from_iterable(map(pictures_in, lines)):
        picture = named._replace(alt=cleaned(_plain(named.alt)))
        yield BodyBlock("", place, BlockKind.PICTURE, box=box, picture=picture)


def _blocks(
    lines: Sequence[str], place: int, box: int, above: int, notes: Mapping[str, _Note]
) -> Iterator[BodyBlock]:
    """Yield the blocks of lines that belong together, each with the notes to it behind it."""
    heading = _HEADING.fullmatch(lines[0])
    level: int | None = None
    if heading:
        text, level = heading[2], len(heading[1]) - above
    elif len(lines) > 1 and _UNDERLINED.fullmatch(lines[-1]):
        text, level = " ".join(lines[:-1]), 1 if lines[-1][0] == "=" else 2
    elif _is_table(lines):
        yield _table(lines, place, box)
        return
    elif _RULE.fullmatch(lines[0]):
        return
    else:
        text = _BULLET.sub("", "\n".join(line.strip() for line in lines), count=1)
    for line in _lines(text, level is not None, notes):
        yield BodyBlock(line.words, place, level=level, run_in=line.run_in, box=box)
        for name, ahead in line.notes:
            words, at = notes[name]
            reference = NoteReference(place, ahead)
            yield BodyBlock(words, at, BlockKind.NOTE, box=box, reference=reference)


def _is_table(lines: Sequence[str]) -> bool:
    return all(map(_ROW.fullmatch, lines))


def _table(lines: Sequence[str], place: int, box: int) -> BodyBlock:
    """Return a table; a line of strokes stands below its head."""
    rows = tuple(_cells(line) for line in lines if not _EDGE.fullmatch(line))
    grid = tuple(tuple(map(BodyCell, row)) for row in rows)
    heads = int(len(lines) > 1 and _EDGE.fullmatch(lines[1]) is not None)
    return BodyBlock("", place, BlockKind.TABLE, box=box, cells=rows, grid=grid, heads=heads)


def _cells(row: str) -> tuple[str, ...]:
    cells = re.split(r"(?<!\\)\|", row.strip().strip("|"))
    return tuple(" ".join(line.words for line in _lines(cell, is_heading=True)) for cell in cells)


def _lines(text: str, is_heading: bool, notes: Container[str] = ()) -> Iterator[Line]:
    """Yield the words of a text without its marks; those of these notes say where they stood."""
    pieces: list[Piece] = []
    done = 0
    text = _LINK.sub(r"\1", text.replace("<br>", "\n"))
    for match in _BOLD.finditer(text):
        pieces += _pieces(text[done : match.start()], Look(bold=False), notes)
        pieces += _pieces(match[1] or match[2], Look(bold=True), notes)
        done = match.end()
    pieces += _pieces(text[done:], Look(bold=False), notes)
    return lines_of(pieces, is_heading)


def _pieces(text: str, look: Look, notes: Container[str]) -> Iterator[Piece]:
    """Yield words in one type, parted where one of these notes is referred to."""
    done = 0
    name = ""
    for match in _REFERENCE.finditer(text):
        if match[1] in notes:
            yield Piece(_plain(text[done : match.start()]), look, name)
            done, name = match.end(), match[1]
    yield Piece(_plain(text[done:]), look, name)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", _TAG.sub("", text))
