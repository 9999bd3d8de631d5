"""Which program wrote a file is seen in its bytes: an .xls is often a page, a .doc often packed."""

from collections.abc import Callable

from plancli.core.entry import N_
from plancli.core.intake.grid import Grid
from plancli.core.text.characters import steerless
from plancli.papers.packed import (
    BINARY,
    PACKED,
    PICTURES_AND_ARCHIVES,
    UnfitFileError,
    parts_of,
    read_within,
    refuse_kinds,
)

ENDINGS = (
    ".xlsx",
    ".xlsm",
    ".xls",
    ".et",
    ".ods",
    ".odt",
    ".docx",
    ".html",
    ".htm",
    ".csv",
    ".tsv",
    ".txt",
)
"""What is read of a folder; a file that is named is read whatever its ending is."""

_OTHERS = {b"%PDF": N_("a PDF"), **PICTURES_AND_ARCHIVES}


def grids_in(content: bytes) -> list[Grid]:
    """Return the tables of the bytes of a file, or of what was pasted."""
    return read_within(content, _grids)


def _grids(content: bytes) -> list[Grid]:
    refuse_kinds(content, _OTHERS)
    # the name of a sheet is kept with each comment: it is one line, whatever its file has
    return [grid._replace(name=steerless(grid.name)) for grid in _reader(content)(content)]


def _reader(content: bytes) -> Callable[[bytes], list[Grid]]:
    """Return what reads such bytes; each is imported only where it is needed."""
    if content.startswith(PACKED):
        return _reader_of_packed(content)
    if content.startswith(BINARY):
        from plancli.papers.sheets.apart import grids_apart

        return grids_apart
    from plancli.papers.sheets.text import decoded, is_page, pasted

    if is_page(content):
        from plancli.papers.sheets.page import grids_of_page

        return lambda raw: grids_of_page(decoded(raw))
    return lambda raw: pasted(decoded(raw))


def _reader_of_packed(content: bytes) -> Callable[[bytes], list[Grid]]:
    names = parts_of(content)
    if "word/document.xml" in names:
        from plancli.papers.sheets.word import grids_of_word

        return grids_of_word
    if "content.xml" in names:
        from plancli.papers.sheets.opendocument import grids_of_opendocument

        return grids_of_opendocument
    if any(name.startswith("xl/") for name in names):
        from plancli.papers.sheets.apart import grids_apart

        return grids_apart
    raise UnfitFileError(N_("an archive, and no table"))
