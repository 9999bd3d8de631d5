"""Which program wrote a file is seen in its bytes: an .xls is often a page, a .doc often packed."""

import io
import zipfile
from collections.abc import Callable

from plancli.core.entry import N_
from plancli.core.intake.grid import Grid
from plancli.papers.packed import BROKEN, LARGEST, UnfitFileError, refuse_bomb

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

_PACKED = b"PK\x03\x04"
_BINARY = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How files of old office programs begin."""
_OTHERS = {
    b"%PDF": N_("a PDF"),
    b"\x89PNG": N_("a picture"),
    b"\xff\xd8\xff": N_("a picture"),
    b"Rar!": N_("an archive"),
}


def grids_in(content: bytes) -> list[Grid]:
    """Return the tables of the bytes of a file, or of what was pasted."""
    if len(content) > LARGEST:
        raise UnfitFileError(N_("it has more than 64 MiB"))
    if not content.strip():
        raise UnfitFileError(N_("it is empty"))
    for beginning, problem in _OTHERS.items():
        if content.startswith(beginning):
            raise UnfitFileError(problem)
    reader = _reader(content)
    try:
        return reader(content)
    except UnfitFileError:
        raise
    except BROKEN:
        raise UnfitFileError(N_("it is broken, or locked by a password")) from None


def _reader(content: bytes) -> Callable[[bytes], list[Grid]]:
    """Return what reads such bytes; each is imported only where it is needed."""
    if content.startswith(_PACKED):
        return _reader_of_packed(content)
    if content.startswith(_BINARY):
        from plancli.papers.sheets.excel import grids_of_binary

        return grids_of_binary
    from plancli.papers.sheets.text import decoded, is_page, pasted

    if is_page(content):
        from plancli.papers.sheets.page import grids_of_page

        return lambda raw: grids_of_page(decoded(raw))
    return lambda raw: pasted(decoded(raw))


def _reader_of_packed(content: bytes) -> Callable[[bytes], list[Grid]]:
    try:
        refuse_bomb(content)
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = set(packed.namelist())
    except BROKEN:
        raise UnfitFileError(N_("it is broken, or locked by a password")) from None
    if "word/document.xml" in names:
        from plancli.papers.sheets.word import grids_of_word

        return grids_of_word
    if "content.xml" in names:
        from plancli.papers.sheets.opendocument import grids_of_opendocument

        return grids_of_opendocument
    if any(name.startswith("xl/") for name in names):
        from plancli.papers.sheets.excel import grids_of_excel

        return grids_of_excel
    raise UnfitFileError(N_("an archive, and no table"))
