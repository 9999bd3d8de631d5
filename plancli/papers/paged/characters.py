"""The characters of a PDF with their places, by PDFium: nothing in the file is run or followed."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from plancli.core.entry import N_
from plancli.papers.packed import LARGEST, UnfitFileError
from plancli.papers.paged.telling import Telling, silently

MOST_PAGES = 3_000
"""A plan has some hundred pages; a file may claim thousands of millions."""
_MOST_ON_A_PAGE = 50_000
"""A full page of small type has some 5,000 characters."""


class Glyph(NamedTuple):
    """A character; lengths in points from the upper left corner of the page.

    `base` is where it stands, `size` that of its type, `font` which of the fonts of its page it has.
    """

    base: float
    left: float
    right: float
    size: float
    char: str
    font: int


class RawPage(NamedTuple):
    """The characters of a page, blanks left out.

    `odd` counts those of which the file does not say what they are;
    `fonts` are the names of its fonts, where they were asked for.
    """

    width: float
    height: float
    glyphs: list[Glyph]
    fonts: list[str]
    odd: int


def pages_of(
    content: bytes, telling: Telling = silently, with_fonts: bool = False
) -> Iterator[RawPage]:
    """Yield the pages of a PDF; refuse what is none, is locked, or is larger than a plan can be."""
    if len(content) > LARGEST:
        raise UnfitFileError(N_("it has more than 64 MiB; export it without pictures"))
    if b"%PDF-" not in content[:1024]:
        raise UnfitFileError(N_("it is no PDF; save it as one"))
    document = _opened(content)
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise UnfitFileError(
                N_("it claims to have more than 3,000 pages; take in one volume at a time")
            )
        if not count:
            raise UnfitFileError(N_("it has no pages; save it anew from the program that made it"))
        with telling(count) as step:
            for number in range(count):
                yield _page(document, number, with_fonts)
                step()
    finally:
        document.close()


def _opened(content: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code == pdfium.FPDF_ERR_PASSWORD:
            raise UnfitFileError(N_("it is locked by a password; save it without one")) from None
        raise UnfitFileError(BROKEN_PDF) from None


BROKEN_PDF = N_("it is broken; save it anew from the program that made it")


def _page(document: Any, number: int, with_fonts: bool) -> RawPage:
    try:
        page = document[number]
        words = page.get_textpage()
    except pypdfium2.PdfiumError:
        raise UnfitFileError(BROKEN_PDF) from None
    try:
        return _read(words.raw, Frame(*page.get_cropbox()), with_fonts)
    finally:
        words.close()
        page.close()


class Frame(NamedTuple):
    """The edges of a page as the file counts, in points from the left and from below."""

    left: float
    bottom: float
    right: float
    top: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is on the paper."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def upright(
        self, turn: int, begin: tuple[float, float], box: Any
    ) -> tuple[float, float, float]:
        """Return how far down the base of a character is, and where it begins and ends along its line.

        `box` are its edges as the file counts, `begin` is where its run begins.
        """
        x, y = begin
        if turn == 0:
            return self.top - y, box.left - self.left, box.right - self.left
        if turn == 1:
            return x - self.left, box.bottom - self.bottom, box.top - self.bottom
        if turn == 2:
            return y - self.bottom, self.right - box.right, self.right - box.left
        return self.right - x, self.top - box.top, self.top - box.bottom


def _read(words: Any, frame: Frame, with_fonts: bool) -> RawPage:
    """Read the characters of an open page whose lines run as most of them do.

    A page that lies on its side has its lines turned by a right angle; a stamp across a page stands aslant.
    """
    count = pdfium.FPDFText_CountChars(words)
    if count > _MOST_ON_A_PAGE:
        raise UnfitFileError(N_("a page of it has more than 50,000 characters, as no paper has"))
    # asked some hundred thousand times: what is looked up once is not looked up again
    unicode, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    matrix_of = pdfium.FPDFText_GetMatrix
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    to_box, to_matrix = ctypes.byref(box), ctypes.byref(matrix)
    types = _Types(words, frame, with_fonts)
    lines: list[list[Glyph]] = [[], [], [], []]
    begin: tuple[float, float] | None = None
    odd = 0
    for at in range(count):
        code = unicode(words, at)
        if not (_FIRST_HANZI <= code <= _LAST_HANZI or _FIRST_PLAIN <= code < _FIRST_ODD):
            odd += _is_odd(code)
            code = _read_as(code)
            if not code:
                continue
        matrix_of(words, at, to_matrix)
        if (matrix.e, matrix.f) != begin:
            # what is shown in one go begins at one place, and has one type
            begin = matrix.e, matrix.f
            type_ = types.at(at, matrix)
        if type_.turn is None:
            continue
        # the box of the type, not of the ink: a mark is as wide as a character
        box_of(words, at, to_box)
        base, left, right = frame.upright(type_.turn, begin, box)
        lines[type_.turn].append(Glyph(base, left, right, type_.size, chr(code), type_.font))
    turn = max(range(4), key=lambda each: len(lines[each]))
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if turn % 2:
        width, height = height, width
    return RawPage(width, height, lines[turn], types.fonts, odd)


class _Type(NamedTuple):
    """How characters are set: right angles by which their line is turned, size in points, number of the font.

    `turn` is None where they stand aslant, or beside the paper.
    """

    turn: int | None
    size: float
    font: int


class _Types:
    """How the characters of an open page are set, and the names of its fonts."""

    def __init__(self, words: Any, frame: Frame, with_fonts: bool) -> None:
        self.fonts: list[str] = []
        self._words = words
        self._frame = frame
        self._with_fonts = with_fonts
        self._name = ctypes.create_string_buffer(_LONGEST_NAME)
        self._flags = ctypes.c_int()

    def at(self, at: int, matrix: Any) -> _Type:
        """Return how the character `at` is set, whose `matrix` is known."""
        on_paper = self._frame.holds(matrix.e, matrix.f)
        turn = _turn(matrix.a, matrix.b) if on_paper else None
        size = pdfium.FPDFText_GetFontSize(self._words, at) * math.hypot(matrix.c, matrix.d)
        return _Type(turn, size, self._font(at) if self._with_fonts else 0)

    def _font(self, at: int) -> int:
        """Return the number of the font of a character."""
        flags = ctypes.byref(self._flags)
        size = pdfium.FPDFText_GetFontInfo(self._words, at, self._name, _LONGEST_NAME, flags)
        name = self._name.value.decode("utf-8", "replace") if size <= _LONGEST_NAME else ""
        if name not in self.fonts:
            self.fonts.append(name)
        return self.fonts.index(name)


_LONGEST_NAME = 128
_ASLANT = 0.05
"""Slanted type leans, but stands on its line: a line that rises by more is no line of text."""


def _turn(along: float, up: float) -> int | None:
    """Return by how many right angles a line is turned, against the clock; None where it stands aslant."""
    if abs(up) <= _ASLANT * abs(along):
        return 0 if along > 0 else 2
    if abs(along) <= _ASLANT * abs(up):
        return 1 if up > 0 else 3
    return None


_FIRST_PLAIN = 0x21
_FIRST_ODD = 0x7F
_FIRST_HANZI, _LAST_HANZI = 0x4E00, 0x9FFF
"""Most of what is read: nothing else has to be asked about it."""
_HYPHEN = 2
"""What PDFium makes of a hyphen at the end of a line."""
_FIRST_PRINTED = 0xA0
_NO_CHARACTER = 0xFFFD
_UNNAMED = ("Co", "Cs", "Cn")
"""Categories of Unicode: for private use, halves of characters, not assigned."""


def _is_odd(code: int) -> bool:
    """Whether a file that gives this code does not say which character it means."""
    if code < _FIRST_ODD:
        return code == 0
    unnamed = unicodedata.category(chr(code)) in _UNNAMED
    return unnamed or code < _FIRST_PRINTED or code == _NO_CHARACTER


def _read_as(code: int) -> int:
    """Return the code as which a character is read; 0 for blanks, and what cannot be seen."""
    if code == _HYPHEN:
        return ord("-")
    if code < _FIRST_PLAIN or chr(code).isspace():
        return 0
    return code
