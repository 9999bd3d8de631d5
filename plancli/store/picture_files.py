"""What the bytes of a picture are: of which kind, how large, and without what only its author knows.

A picture that is published carries what is seen, and nothing else: no place and camera (EXIF), no author, no
history of its program. How it is to be turned stays, where a camera wrote that.
"""

import struct
import zlib
from collections.abc import Iterator

from plancli.core.entry import N_
from plancli.core.plan.picture import Picture, PictureKind
from plancli.store.drawings import cleaned_drawing

LARGEST_PICTURE = 20 << 20
"""Bytes of one picture at most: a page of the review holds all of them."""
_MOST_PIXELS = 20_000
"""Pixels of a side at most: what is far larger unpacks to more than memory holds."""


class UnfitPictureError(ValueError):
    """Why a file is no picture that can be shown: a message, in English."""


_CUT_SHORT = N_("it is cut short, or no picture")
_TOO_MANY = N_("it has no pixels, or more than 20,000 on a side")
_BY_ENDING = {
    ".png": PictureKind.PNG,
    ".jpg": PictureKind.JPEG,
    ".jpeg": PictureKind.JPEG,
    ".svg": PictureKind.SVG,
}
_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"


def picture_of(name: str, content: bytes) -> Picture:
    """Return the picture that a file holds; UnfitPictureError where it is none of the kind that it says."""
    if len(content) > LARGEST_PICTURE:
        raise UnfitPictureError(N_("it has more than 20 MiB"))
    kind = _BY_ENDING["." + name.rpartition(".")[2].lower()]
    try:
        found = _read(kind, content)
    except (struct.error, IndexError, ValueError) as error:
        if isinstance(error, UnfitPictureError):
            raise
        raise UnfitPictureError(_CUT_SHORT) from None
    if not (0 < found.width <= _MOST_PIXELS and 0 < found.height <= _MOST_PIXELS):
        raise UnfitPictureError(_TOO_MANY)
    return found


def _read(kind: PictureKind, content: bytes) -> Picture:
    if kind is PictureKind.SVG:
        drawing = cleaned_drawing(content)
        if drawing.unfit is not None:
            raise UnfitPictureError(drawing.unfit)
        return Picture(kind, drawing.content, drawing.width, drawing.height)
    is_png, is_jpeg = content.startswith(_PNG), content.startswith(_JPEG)
    if (kind is PictureKind.PNG) is not is_png or (kind is PictureKind.JPEG) is not is_jpeg:
        raise UnfitPictureError(N_("its name ends otherwise than its bytes are"))
    return _png(content) if is_png else _jpeg(content)


# --- PNG ----------------------------------------------------------------------------------------------------

_SEEN = frozenset(
    (
        b"IHDR",
        b"PLTE",
        b"IDAT",
        b"IEND",
        b"tRNS",
        b"gAMA",
        b"cHRM",
        b"sRGB",
        b"sBIT",
        b"pHYs",
        b"bKGD",
    )
)
"""What of a PNG is seen; all else is told of it: texts, times, places, profiles, other pictures."""


def _png(content: bytes) -> Picture:
    width, height = struct.unpack(">II", content[16:24])
    chunks = list(_chunks(content))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise UnfitPictureError(_CUT_SHORT)
    kept = b"".join(chunk for name, chunk in chunks if name in _SEEN)
    return Picture(PictureKind.PNG, _PNG + kept, width, height)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a PNG with their names, to its end; what follows that is none of it."""
    at = len(_PNG)
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        end = at + 12 + length
        chunk = content[at:end]
        if len(chunk) < length + 12 or zlib.crc32(chunk[4:-4]) != int.from_bytes(chunk[-4:]):
            raise UnfitPictureError(_CUT_SHORT)
        yield name, chunk
        if name == b"IEND":
            return
        at = end


# --- JPEG ---------------------------------------------------------------------------------------------------

_SCAN, _END = 0xDA, 0xD9
_FRAMES = frozenset((*range(0xC0, 0xD0),)) - {0xC4, 0xC8, 0xCC}
_TOLD = frozenset((*range(0xE1, 0xF0), 0xFE)) - {0xE2, 0xEE}
"""Segments that say something of a JPEG: EXIF, editors' own, comments; not its colours (E2, EE)."""


def _jpeg(content: bytes) -> Picture:
    kept = [content[:2]]
    size: tuple[int, int] | None = None
    turned = 1
    for marker, segment in _segments(content):
        if marker in _FRAMES and size is None:
            height, width = struct.unpack(">HH", segment[5:9])
            size = width, height
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            turned = _orientation(segment[10:])
        if marker not in _TOLD:
            kept.append(segment)
    if size is None:
        raise UnfitPictureError(_CUT_SHORT)
    if turned != 1:
        kept.insert(1, _only_turned(turned))
    return Picture(PictureKind.JPEG, b"".join(kept), *(reversed(size) if turned > 4 else size))


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments of a JPEG with their markers, to its end; what is scanned goes with its segment."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise UnfitPictureError(_CUT_SHORT)
        marker = content[at + 1]
        if marker == 0xFF:  # fill
            at += 1
            continue
        if marker == _END:
            yield marker, content[at : at + 2]
            return
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4])
        if marker == _SCAN:
            end = _end_of_scan(content, end)
        if end > len(content) or end < at + 4:
            raise UnfitPictureError(_CUT_SHORT)
        yield marker, content[at:end]
        at = end


def _end_of_scan(content: bytes, start: int) -> int:
    """Return where scanned data ends: before a marker that is no byte of the data and no restart."""
    at = content.find(b"\xff", start)
    while at >= 0:
        behind = content[at + 1]
        if behind != 0 and not 0xD0 <= behind <= 0xD7 and behind != 0xFF:
            return at
        at = content.find(b"\xff", at + (1 if behind == 0xFF else 2))
    raise UnfitPictureError(_CUT_SHORT)


_ORIENTATION = 0x0112


def _orientation(exif: bytes) -> int:
    """Return how a picture is to be turned, 1 to 8, as its camera noted; 1: as it is."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack(f"{order}I", exif[4:8])
        (count,) = struct.unpack(f"{order}H", exif[first : first + 2])
        for at in range(first + 2, first + 2 + 12 * min(count, 100), 12):
            tag, _kind, _number, value = struct.unpack(f"{order}HHIH", exif[at : at + 10])
            if tag == _ORIENTATION:
                return value if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _only_turned(orientation: int) -> bytes:
    """Return the segment that says how a picture is turned, and nothing else."""
    entry = struct.pack(">HHIHH", _ORIENTATION, 3, 1, orientation, 0)
    exif = b"Exif\0\0MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
