"""Small pictures, made byte by byte."""

import struct
import zlib


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int = 4, height: int = 3, colour: bytes = b"\x46\x82\xb4", *more: bytes) -> bytes:
    """Return a picture of one colour; `more` are chunks behind its head."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + colour * width) * height
    parts = [chunk(b"IHDR", head), *more, chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def png_of(head: tuple[int, ...], rows: bytes, *more: bytes, behind: bytes = b"") -> bytes:
    """Return a PNG with a head of its own; `more` are chunks ahead of its pixels, `behind` is put to them."""
    parts = [
        chunk(b"IHDR", struct.pack(">IIBBBBB", *head)),
        *more,
        chunk(b"IDAT", zlib.compress(rows) + behind),
        chunk(b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def segment(marker: int, data: bytes) -> bytes:
    """Return a segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data


def jpeg(width: int = 4, height: int = 3, *more: bytes) -> bytes:
    """Return the frame of a photograph, with what programs look at; `more` are segments at its beginning."""
    frame = struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0)
    # one code for each kind of value, of one bit: nothing changes, nothing more comes
    one_code = b"\x01" + bytes(15) + b"\x00"
    tables = segment(0xDB, b"\x00" + b"\x10" * 64) + segment(
        0xC4, b"\x00" + one_code + b"\x10" + one_code
    )
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x12\xff\x00\x34\xff\xd0\x56"
    head = b"".join(more) + tables + segment(0xC0, frame)
    return b"\xff\xd8" + head + scan + b"\xff\xd9"


def exif(orientation: int, order: str = ">") -> bytes:
    """Return the segment in which a camera says how it was held, and where it was."""
    entries = [(0x010F, 2, 4, b"Cam\0"), (0x0112, 3, 1, struct.pack(f"{order}HH", orientation, 0))]
    head = {">": b"MM\0*", "<": b"II*\0"}[order] + struct.pack(f"{order}I", 8)
    body = struct.pack(f"{order}H", len(entries))
    for tag, kind, number, value in entries:
        body += struct.pack(f"{order}HHI", tag, kind, number) + value
    return segment(0xE1, b"Exif\0\0" + head + body + bytes(4) + b"GPS 31.7N 116.5E")


def svg(inside: str = "", attributes: str = 'width="40" height="30"') -> bytes:
    """Return a drawing."""
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {space} {attributes}><rect width="9" height="9"/>{inside}</svg>'.encode()
