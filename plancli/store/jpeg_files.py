"""The bytes of a JPEG: its segments, and whether its tables are those that its pixels need (ITU-T T.81)."""

import struct
from collections.abc import Iterator

from plancli.core.plan.picture import Picture, PictureKind
from plancli.store.unfit_picture import (
    CUT_SHORT,
    DAMAGED,
    FEW_SHOW_IT,
    UnfitPictureError,
    refuse_size,
)

BEGINS = b"\xff\xd8\xff"
_SCAN, _END, _SIZES, _CODES = 0xDA, 0xD9, 0xDB, 0xC4
_FRAMES = frozenset((*range(0xC0, 0xD0),)) - {_CODES, 0xC8, 0xCC}
_SHOWN_FRAMES = (0xC0, 0xC1, 0xC2)
"""Frames that every program shows: baseline, extended, progressive."""
_PROGRESSIVE = 0xC2
_TOLD = frozenset((*range(0xE1, 0xF0), 0xFE)) - {0xE2, 0xEE}
"""Segments that say something of a JPEG: EXIF, editors' own, comments; not its colours (E2, EE)."""


def jpeg(content: bytes) -> Picture:
    """Return the picture of a JPEG with what is seen of it; UnfitPictureError where it is damaged."""
    kept = [content[:2]]
    tables = _Tables()
    turned = 1
    for marker, segment in _segments(content):
        tables.take(marker, segment[4:])
        if marker == 0xE1 and segment[4:10] == b"Exif\0\0":
            turned = _orientation(segment[10:])
        if marker not in _TOLD:
            kept.append(segment)
    if tables.size is None or not tables.has_pixels:
        raise UnfitPictureError(CUT_SHORT)
    if turned != 1:
        kept.insert(1, _only_turned(turned))
    width, height = reversed(tables.size) if turned > 4 else tables.size
    return Picture(PictureKind.JPEG, b"".join(kept), width, height)


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments of a JPEG with their markers, to its end; what is scanned goes with its segment."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise UnfitPictureError(CUT_SHORT)
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
            raise UnfitPictureError(CUT_SHORT)
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
    raise UnfitPictureError(CUT_SHORT)


# --- tables -------------------------------------------------------------------------------------------------

_COEFFICIENTS = 64
_LENGTHS_OF_CODES = 16
_TABLES = 4
"""Tables of each kind at most."""


class _Tables:
    """What segments say ahead of the pixels: frame, how fine they are, by what codes they are written."""

    def __init__(self) -> None:
        self.size: tuple[int, int] | None = None
        self.has_pixels = False
        self._frame = 0
        self._components: dict[int, int] = {}
        self._sizes: set[int] = set()
        self._codes: set[int] = set()

    def take(self, marker: int, data: bytes) -> None:
        """Read a segment; UnfitPictureError where it is damaged, or refers to what is not there."""
        if marker in _FRAMES:
            self._take_frame(marker, data)
        elif marker == _SIZES:
            self._take_sizes(data)
        elif marker == _CODES:
            self._take_codes(data)
        elif marker == _SCAN:
            self._take_scan(data)

    def _take_frame(self, marker: int, data: bytes) -> None:
        if marker not in _SHOWN_FRAMES:
            raise UnfitPictureError(FEW_SHOW_IT)
        precision, height, width, count = struct.unpack(">BHHB", data[:6])
        parts = [data[at : at + 3] for at in range(6, len(data), 3)]
        refuse_size(width, height)
        _refuse_unless(self.size is None and precision == 8)
        _refuse_unless(count == len(parts) and count in (1, 3, 4))
        for name, sampling, table in parts:
            _refuse_unless(1 <= sampling >> 4 <= 4 and 1 <= sampling & 15 <= 4)
            self._components[name] = table
        _refuse_unless(len(self._components) == count)
        self._frame, self.size = marker, (width, height)

    def _take_sizes(self, data: bytes) -> None:
        while data:
            wide, table = data[0] >> 4, data[0] & 15
            length = 1 + _COEFFICIENTS * (1 + wide)
            _refuse_unless(wide <= 1 and table < _TABLES and len(data) >= length)
            self._sizes.add(table)
            data = data[length:]

    def _take_codes(self, data: bytes) -> None:
        while data:
            kind, table = data[0] >> 4, data[0] & 15
            counts = data[1 : 1 + _LENGTHS_OF_CODES]
            length = 1 + _LENGTHS_OF_CODES + sum(counts)
            _refuse_unless(kind <= 1 and table < _TABLES and len(data) >= length)
            _refuse_unless(sum(counts) <= 256 and _fit(counts))
            self._codes.add(data[0])
            data = data[length:]

    def _take_scan(self, data: bytes) -> None:
        count = data[0]
        parts = [data[at : at + 2] for at in range(1, 1 + 2 * count, 2)]
        first, last, precise = data[1 + 2 * count : 4 + 2 * count]
        _refuse_unless(1 <= count <= 4)
        _refuse_unless(max(first, last) < _COEFFICIENTS and max(precise >> 4, precise & 15) <= 13)
        if self._frame != _PROGRESSIVE:
            first, last, precise = 0, _COEFFICIENTS - 1, 0
        _refuse_unless(first <= last)
        for name, tables in parts:
            _refuse_unless(self._components.get(name) in self._sizes)
            # what only makes values finer has no code for the first of them
            if first == 0 and not precise >> 4:
                _refuse_unless(tables >> 4 in self._codes)
            if last > 0:
                _refuse_unless(0x10 | tables & 15 in self._codes)
        self.has_pixels = True


def _fit(counts: bytes) -> bool:
    """Whether there are so many codes of each length."""
    free = 1
    for count in counts:
        free = 2 * free - count
        if free < 0:
            return False
    return True


def _refuse_unless(holds: bool) -> None:
    if not holds:
        raise UnfitPictureError(DAMAGED)


# --- how it is turned ---------------------------------------------------------------------------------------

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
