"""A letter of any program as lines: text, Markdown, Word, OpenDocument, a page; tables apart from them."""

from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.intake.body import BlockKind
from plancli.core.intake.grid import Grid
from plancli.core.intake.letter_parts import LetterLine
from plancli.papers.letters.plain import plain_lines
from plancli.papers.packed import (
    BINARY,
    PACKED,
    PICTURES_AND_ARCHIVES,
    UnfitFileError,
    parts_of,
    read_within,
    refuse_kinds,
)
from plancli.papers.sheets.text import decoded, is_page

ENDINGS = (".txt", ".md", ".docx", ".doc", ".odt", ".html", ".htm")
"""What is read of a folder; a file that is named is read whatever its ending is."""
_OTHERS = {b"%PDF": N_("a PDF; save the letter as .docx or as text"), **PICTURES_AND_ARCHIVES}
_LONGEST = 300_000
"""A letter has at most so many characters; a plan of a city has as many."""


class WrittenLetter(NamedTuple):
    """The lines of a letter, numbered from 1, and the tables in it."""

    lines: tuple[LetterLine, ...]
    grids: tuple[Grid, ...] = ()


def letter_in(content: bytes) -> WrittenLetter:
    """Return the letter that the bytes of a file are, or what was pasted."""
    letter = read_within(content, _letter)
    if sum(len(line.words) + 1 for line in letter.lines) > _LONGEST:
        raise _too_long()
    return letter


_BLANK = 4
"""So much longer a text may be than its words: not more of it is blanks."""


def _too_long() -> UnfitFileError:
    return UnfitFileError(N_("it has more than 300,000 characters, and is no letter"))


def _letter(content: bytes) -> WrittenLetter:
    refuse_kinds(content, _OTHERS)
    if content.startswith(PACKED):
        return _packed(content)
    if content.startswith(BINARY):
        # LibreOffice reads files of old office programs, where it is installed
        from plancli.papers.bodies.converted import as_word

        return _word(as_word(content, ".doc"))
    if is_page(content):
        from plancli.papers.sheets.page import grids_of_page, lines_of_page

        page = decoded(content)
        return WrittenLetter(_numbered(lines_of_page(page)), tuple(grids_of_page(page)))
    text = decoded(content)
    if len(text) > _BLANK * _LONGEST:
        raise _too_long()
    return WrittenLetter(tuple(plain_lines(text)))


def _packed(content: bytes) -> WrittenLetter:
    names = parts_of(content)
    if "word/document.xml" in names:
        return _word(content)
    if "content.xml" in names:
        from plancli.papers.sheets.opendocument import grids_of_opendocument, lines_of_opendocument

        lines = _numbered(lines_of_opendocument(content))
        return WrittenLetter(lines, tuple(grids_of_opendocument(content)))
    raise UnfitFileError(N_("an archive, and no letter"))


def _word(content: bytes) -> WrittenLetter:
    """Return the letter of a Word document; numbers that the program counts are in its lines."""
    from plancli.papers.bodies.word import body_of_word
    from plancli.papers.sheets.word import grids_of_word

    lines: list[LetterLine] = []
    for block in body_of_word(content).blocks:
        if block.kind is not BlockKind.TABLE:
            lines.append(LetterLine(block.place, block.printed))
    return WrittenLetter(tuple(lines), tuple(grids_of_word(content)))


def _numbered(lines: list[str]) -> tuple[LetterLine, ...]:
    """Return paragraphs by their numbers; a line break inside of one begins no other paragraph."""
    found: list[LetterLine] = []
    for number, paragraph in enumerate(lines, 1):
        for line in paragraph.split("\n"):
            found.append(LetterLine(number, line))
    return tuple(found)
