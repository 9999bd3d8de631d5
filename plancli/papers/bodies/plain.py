"""The body of a text without types, in which a line is a paragraph; and of Markdown."""

import re
from collections.abc import Iterator, Sequence

from plancli.core.intake.body import BlockKind, Body, BodyBlock, BodyCell, LeftOut
from plancli.papers.bodies.pieces import MOST_BLOCKS, Line, Piece, lines_of, too_many_blocks
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
_BULLET = re.compile(r"\s*[-*+]\s+")
_BOLD = re.compile(r"\*\*(.{1,2000}?)\*\*|__(.{1,2000}?)__")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"!?\[([^\[\]]{0,500})\]\([^()]{0,500}\)")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,80}>|<!--.{0,200}?-->")


def body_of_markdown(content: bytes) -> Body:
    """Return the body of a Markdown file: headings by #, quotations as boxes, **bold** heads, tables."""
    lines = _lines_of(content)
    # a single heading of the first level is the title of the whole
    tops = [line for line in lines if re.match(r" {0,3}#\s", line)]
    above = 1 if len(tops) == 1 else 0
    blocks: list[BodyBlock] = []
    box = 0
    was_quoted = False
    for place, group in _groups(lines):
        is_quoted = _QUOTED.match(group[0]) is not None
        box += is_quoted and not was_quoted
        was_quoted = is_quoted
        words = [_QUOTED.sub("", line, count=1) for line in group] if is_quoted else group
        blocks += _blocks(words, place, box if is_quoted else 0, above)
    return Body(tuple(blocks), {})


def _groups(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines that belong together, with the number of the first one, from 1."""
    group: list[str] = []
    start = 0
    for number, line in enumerate([*lines, ""], 1):
        bare = _QUOTED.sub("", line, count=1)
        begins = _HEADING.fullmatch(bare) or _BULLET.match(bare) or _RULE.fullmatch(bare)
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
            if is_underline or _HEADING.fullmatch(bare):
                yield start, group
                group = []


def _blocks(lines: Sequence[str], place: int, box: int, above: int) -> Iterator[BodyBlock]:
    """Yield the blocks of lines that belong together."""
    heading = _HEADING.fullmatch(lines[0])
    if heading:
        yield from _headings(heading[2], place, len(heading[1]) - above, box)
    elif len(lines) > 1 and _UNDERLINED.fullmatch(lines[-1]):
        yield from _headings(" ".join(lines[:-1]), place, 1 if lines[-1][0] == "=" else 2, box)
    elif all(map(_ROW.fullmatch, lines)):
        yield _table(lines, place, box)
    elif not _RULE.fullmatch(lines[0]):
        text = "\n".join(line.strip() for line in lines)
        for line in _lines(_BULLET.sub("", text, count=1), is_heading=False):
            yield BodyBlock(line.words, place, run_in=line.run_in, box=box)


def _table(lines: Sequence[str], place: int, box: int) -> BodyBlock:
    """Return a table; a line of strokes stands below its head."""
    rows = tuple(_cells(line) for line in lines if not _EDGE.fullmatch(line))
    grid = tuple(tuple(map(BodyCell, row)) for row in rows)
    heads = int(len(lines) > 1 and _EDGE.fullmatch(lines[1]) is not None)
    return BodyBlock("", place, BlockKind.TABLE, box=box, cells=rows, grid=grid, heads=heads)


def _headings(words: str, place: int, level: int, box: int) -> Iterator[BodyBlock]:
    for line in _lines(words, is_heading=True):
        yield BodyBlock(line.words, place, level=level, run_in=line.run_in, box=box)


def _cells(row: str) -> tuple[str, ...]:
    cells = re.split(r"(?<!\\)\|", row.strip().strip("|"))
    return tuple(" ".join(line.words for line in _lines(cell, is_heading=True)) for cell in cells)


def _lines(text: str, is_heading: bool) -> Iterator[Line]:
    """Yield the words of a text without its marks."""
    pieces: list[Piece] = []
    done = 0
    text = _LINK.sub(r"\1", text.replace("<br>", "\n"))
    for match in _BOLD.finditer(text):
        pieces.append(Piece(_plain(text[done : match.start()]), Look(bold=False)))
        pieces.append(Piece(_plain(match[1] or match[2]), Look(bold=True)))
        done = match.end()
    pieces.append(Piece(_plain(text[done:]), Look(bold=False)))
    return lines_of(pieces, is_heading)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", _TAG.sub("", text))
