"""The smallest writer of PDF: words at places of pages, in a font that is named and not carried."""

import zlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Typed(NamedTuple):
    """Words on a page, in points: from the left and from the top, where they stand, and their size.

    `turn` is a matrix (a, b, c, d) that leans or turns them.
    """

    left: float
    base: float
    size: float
    words: str
    turn: tuple[float, float, float, float] = (1, 0, 0, 1)
    font: str = "F1"


WIDTH, HEIGHT = 595.0, 842.0
"""A4."""
_ALL = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /All def /CMapType 2 def\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "{count} beginbfrange\n{ranges}endbfrange\nendcmap end end"
)


def pdf(
    pages: Iterable[Sequence[Typed]],
    size: tuple[float, float] = (WIDTH, HEIGHT),
    named: bool = True,
    rotate: int = 0,
) -> bytes:
    """Return a PDF with these words; where they are not `named`, nothing says which characters they are."""
    contents = [_content(page, size[1]) for page in pages]
    first = 9
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(contents)))
    objects: list[bytes | str] = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(contents)}>>".encode(),
        *_font("Song", 3),
        _stream(_to_unicode(named).encode()),
        *_font("SongBold", 6),
        b"<</Type/FontDescriptor/FontName/Song/Flags 4/Ascent 880/Descent -120/CapHeight 700"
        b"/ItalicAngle 0/StemV 80/FontBBox[0 -120 1000 880]>>",
    ]
    for at, content in enumerate(contents):
        page = (
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {size[0]} {size[1]}]/Rotate {rotate}"
            f"/Contents {first + 2 * at + 1} 0 R/Resources<</Font<</F1 3 0 R/F2 6 0 R>>>>>>"
        )
        objects += [page.encode(), _stream(content)]
    return in_file(objects)


def _font(name: str, own: int) -> list[bytes]:
    """Return a font, which is object `own`, and its characters.

    Those of ASCII are half as wide as high, all others as wide as high.
    """
    return [
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        f"/DescendantFonts[{own + 1} 0 R]/ToUnicode 5 0 R>>".encode(),
        f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)"
        f"/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R/DW 1000"
        f"/W[32 126 500]>>".encode(),
    ]


def _to_unicode(named: bool) -> str:
    """Return a map of codes to characters: each to itself, or all to characters without a name."""
    ranges = ""
    for high in range(256):
        shown = f"{high:02X}00" if named else "E000"
        ranges += f"<{high:02X}00> <{high:02X}FF> <{shown}>\n"
    return _ALL.format(count=256, ranges=ranges)


def _content(words: Iterable[Typed], height: float) -> bytes:
    shown: list[str] = []
    for each in words:
        matrix = " ".join(f"{value:g}" for value in each.turn)
        place = f"{matrix} {each.left:g} {height - each.base:g} Tm"
        code = each.words.encode("utf-16-be").hex()
        shown.append(f"BT /{each.font} {each.size:g} Tf {place} <{code}> Tj ET")
    return "\n".join(shown).encode()


def _stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


def in_file(objects: Sequence[bytes | str]) -> bytes:
    """Return a file of these objects, the first of which is its root."""
    raw = bytearray(b"%PDF-1.5\n")
    places: list[int] = []
    for number, body in enumerate(objects, 1):
        places.append(len(raw))
        written = body.encode() if isinstance(body, str) else body
        raw += b"%d 0 obj%s endobj\n" % (number, written)
    table = len(raw)
    raw += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    raw += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(raw) + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
    )
