"""The bytes of a PNG: read down to its pixels, as every program that shows it does (ISO/IEC 15948)."""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.plan.picture import Picture, PictureKind
from plancli.store.unfit_picture import CUT_SHORT, DAMAGED, UnfitPictureError, refuse_size

BEGINS = b"\x89PNG\r\n\x1a\n"


class _Chunk(NamedTuple):
    """A named piece of a PNG: what it says, and all of its bytes."""

    name: bytes
    data: bytes
    whole: bytes


class _Head(NamedTuple):
    """What the first chunk says of the pixels."""

    width: int
    height: int
    depth: int
    colours: int
    packing: int
    filtering: int
    interlaced: int


_PALETTE = 3
_SAMPLES = {0: 1, 2: 3, _PALETTE: 1, 4: 2, 6: 4}
"""Samples of a pixel, by the type of its colours: grey, RGB, by a palette, with how much is seen through."""
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), _PALETTE: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""Bits of a sample."""
_LENGTHS = {b"gAMA": (4,), b"cHRM": (32,), b"sRGB": (1,), b"pHYs": (9,)}
_SEEN_TOO = (b"sBIT", b"bKGD", *_LENGTHS)
"""What else of a PNG is seen; all that is not named here is told of it: texts, times, places, profiles."""
_THROUGH = {0: 2, 2: 6}
"""Bytes that name the colour through which is seen."""


def png(content: bytes) -> Picture:
    """Return the picture of a PNG with what is seen of it; UnfitPictureError where it is damaged."""
    chunks = list(_chunks(content))
    if not chunks or chunks[0].name != b"IHDR" or chunks[-1].name != b"IEND":
        raise UnfitPictureError(CUT_SHORT)
    head = _head(chunks[0].data)
    palette = _one(chunks, b"PLTE")
    through = _one(chunks, b"tRNS")
    if not (_is_palette(head, palette) and _can_be_seen_through(head, palette, through)):
        raise UnfitPictureError(DAMAGED)
    packed = [chunk for chunk in chunks if chunk.name == b"IDAT"]
    _refuse_damaged(_passes(head), (chunk.data for chunk in packed))
    seen = [chunk for name in _SEEN_TOO if (chunk := _one(chunks, name)) and _is_whole(chunk)]
    # what names colours stands behind the palette, and all of it ahead of the pixels
    coloured = [chunk for chunk in seen if chunk.name == b"bKGD"]
    others = [chunk for chunk in seen if chunk.name != b"bKGD"]
    given = [chunk for chunk in (palette, through) if chunk is not None]
    kept = [chunks[0], *others, *given, *coloured, *packed, chunks[-1]]
    whole = b"".join(chunk.whole for chunk in kept)
    return Picture(PictureKind.PNG, BEGINS + whole, head.width, head.height)


def _chunks(content: bytes) -> Iterator[_Chunk]:
    """Yield the chunks of a PNG, to its end; what follows that is none of it."""
    at = len(BEGINS)
    while at < len(content):
        length, name = struct.unpack(">I4s", content[at : at + 8])
        whole = content[at : at + 12 + length]
        if len(whole) < length + 12 or zlib.crc32(whole[4:-4]) != int.from_bytes(whole[-4:]):
            raise UnfitPictureError(CUT_SHORT)
        yield _Chunk(name, whole[8:-4], whole)
        if name == b"IEND":
            return
        at += 12 + length


def _head(data: bytes) -> _Head:
    head = _Head(*struct.unpack(">IIBBBBB", data))
    is_known = head.depth in _DEPTHS.get(head.colours, ())
    if not is_known or head.packing or head.filtering or head.interlaced > 1:
        raise UnfitPictureError(DAMAGED)
    refuse_size(head.width, head.height)
    return head


def _one(chunks: Sequence[_Chunk], name: bytes) -> _Chunk | None:
    """Return the first chunk of a name ahead of the pixels; None where there is none."""
    for chunk in chunks:
        if chunk.name == b"IDAT":
            return None
        if chunk.name == name:
            return chunk
    return None


def _is_palette(head: _Head, palette: _Chunk | None) -> bool:
    """Whether there is a palette where colours are counted from one, and none where there is no colour."""
    if palette is None:
        return head.colours != _PALETTE
    entries, rest = divmod(len(palette.data), 3)
    most = 2**head.depth if head.colours == _PALETTE else 256
    return head.colours not in (0, 4) and not rest and 0 < entries <= most


def _can_be_seen_through(head: _Head, palette: _Chunk | None, through: _Chunk | None) -> bool:
    if through is None:
        return True
    if palette is not None and head.colours == _PALETTE:
        return len(through.data) * 3 <= len(palette.data)
    return len(through.data) == _THROUGH.get(head.colours)


def _is_whole(chunk: _Chunk) -> bool:
    """Whether what is only a hint is as long as it has to be; it is left out where it is not."""
    return len(chunk.data) in _LENGTHS.get(chunk.name, range(1, 7))


# --- pixels -------------------------------------------------------------------------------------------------


class _Pass(NamedTuple):
    """Rows of one length, in bytes; what is interlaced has up to seven such passes."""

    length: int
    rows: int


_ONE_PASS = ((0, 0, 1, 1),)
_ADAM7 = (
    (0, 0, 8, 8),
    (4, 0, 8, 8),
    (0, 4, 4, 8),
    (2, 0, 4, 4),
    (0, 2, 2, 4),
    (1, 0, 2, 2),
    (0, 1, 1, 2),
)
"""Where a pass begins, and in what steps it goes: across, down."""
_FILTERS = 5
_AT_ONCE = 1 << 20
"""Bytes unpacked at once: a small file may be huge."""
_PIECE = 1 << 16


def _passes(head: _Head) -> Iterator[_Pass]:
    bits = head.depth * _SAMPLES[head.colours]
    for across, down, step, steps in _ADAM7 if head.interlaced else _ONE_PASS:
        wide = -(-(head.width - across) // step)
        rows = -(-(head.height - down) // steps)
        if wide > 0 and rows > 0:
            yield _Pass(1 + -(-wide * bits // 8), rows)


def _refuse_damaged(passes: Iterable[_Pass], packed: Iterable[bytes]) -> None:
    """Read all rows; raise UnfitPictureError where they end early, or one is filtered as none is."""
    pixels = _Unpacked(packed)
    for length, rows in passes:
        at_once = max(1, _AT_ONCE // length)
        for first in range(0, rows, at_once):
            wanted = length * min(at_once, rows - first)
            read = pixels.read(wanted)
            if len(read) < wanted or max(read[::length]) >= _FILTERS:
                raise UnfitPictureError(DAMAGED)


class _Unpacked:
    """Bytes that are packed in pieces, unpacked only as far as they are read."""

    def __init__(self, packed: Iterable[bytes]) -> None:
        self._pieces = _in_pieces(packed)
        self._unpacking = zlib.decompressobj()
        self._waiting = b""

    def read(self, wanted: int) -> bytes:
        """Return the next bytes: so many, or fewer where there are no more."""
        found = bytearray()
        try:
            while len(found) < wanted and self._has_more():
                found += self._unpacking.decompress(self._waiting, wanted - len(found))
                self._waiting = self._unpacking.unconsumed_tail
        except zlib.error:
            raise UnfitPictureError(DAMAGED) from None
        return bytes(found)

    def _has_more(self) -> bool:
        if not self._waiting and not self._unpacking.eof:
            self._waiting = next(self._pieces, b"")
        return bool(self._waiting) and not self._unpacking.eof


def _in_pieces(packed: Iterable[bytes]) -> Iterator[bytes]:
    for data in packed:
        for at in range(0, len(data), _PIECE):
            yield data[at : at + _PIECE]
