"""The bytes of pictures: what is one, how large it is, and what of it is published."""

import struct
from random import Random

import pytest

from plancli.core.plan.picture import Picture, PictureKind
from plancli.store.picture_files import LARGEST_PICTURE, picture_of
from plancli.store.unfit_picture import UnfitPictureError
from tests.drawn import chunk, exif, jpeg, png, png_of, segment, svg


def size(name: str, content: bytes) -> tuple[PictureKind, int, int]:
    found = picture_of(name, content)
    return found.kind, found.width, found.height


def test_a_picture_is_what_its_bytes_are() -> None:
    assert size("图1.png", png(4, 3)) == (PictureKind.PNG, 4, 3)
    assert size("图1.JPG", jpeg(5, 2)) == (PictureKind.JPEG, 5, 2)
    assert size("图1.jpeg", jpeg(5, 2)) == (PictureKind.JPEG, 5, 2)
    assert size("图1.svg", svg()) == (PictureKind.SVG, 40, 30)
    assert [kind.media_type for kind in PictureKind] == ["image/png", "image/jpeg", "image/svg+xml"]


HUGE = png(4, 3).replace(struct.pack(">II", 4, 3), struct.pack(">II", 70_000, 3))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("图1.png", jpeg()),
        ("图1.jpg", png()),
        ("图1.png", svg()),
        ("图1.svg", png()),
        ("图1.png", b""),
        ("图1.png", b"PK\x03\x04"),
        ("图1.png", png()[:-1]),
        ("图1.png", png()[:30]),
        ("图1.png", png().replace(b"IDAT", b"IDAS")),
        ("图1.png", HUGE),
        ("图1.png", png(0, 3)),
        ("图1.jpg", jpeg()[:-1]),
        ("图1.jpg", jpeg()[:4]),
        ("图1.jpg", b"\xff\xd8\xff\xd9"),
        ("图1.jpg", b"\xff\xd8\xff\xe0\x00"),
        ("图1.png", bytes(LARGEST_PICTURE + 1)),
    ],
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_what_is_no_picture_says_why(name: str, content: bytes) -> None:
    with pytest.raises(UnfitPictureError) as raised:
        picture_of(name, content)
    assert str(raised.value)


def test_of_a_png_only_what_is_seen_is_published() -> None:
    told = [
        chunk(b"tEXt", b"Author\0Wang Min"),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0<x/>"),
        chunk(b"eXIf", b"MM\0*GPS"),
        chunk(b"tIME", bytes(7)),
    ]
    seen = chunk(b"pHYs", struct.pack(">IIB", 1000, 1000, 1))
    content = png(4, 3, b"\1\2\3", *told, seen) + b"PK\x03\x04 more behind the end"
    assert picture_of("图1.png", content).content == png(4, 3, b"\1\2\3", seen)


def test_of_a_photograph_only_what_is_seen_is_published() -> None:
    told = [exif(1), segment(0xED, b"Photoshop 3.0"), segment(0xFE, b"made by Wang Min")]
    seen = [segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"), segment(0xE2, b"ICC_PROFILE\0")]
    content = jpeg(4, 3, seen[0], *told, seen[1]) + b"a second picture"
    assert picture_of("图1.jpg", content).content == jpeg(4, 3, *seen)


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize(("orientation", "width", "height"), [(3, 4, 3), (6, 3, 4), (8, 3, 4)])
def test_how_a_photograph_is_turned_stays(
    order: str, orientation: int, width: int, height: int
) -> None:
    found = picture_of("图1.jpg", jpeg(4, 3, exif(orientation, order)))
    assert (found.width, found.height) == (width, height)
    assert b"GPS" not in found.content
    assert b"Cam" not in found.content
    assert picture_of("图1.jpg", found.content) == found


def test_what_a_camera_wrote_wrongly_turns_nothing() -> None:
    for broken in (exif(77), exif(6)[:-40], segment(0xE1, b"Exif\0\0XX"), segment(0xE1, b"http:")):
        fixed = broken[:2] + struct.pack(">H", len(broken) - 2) + broken[4:]
        assert picture_of("图1.jpg", jpeg(4, 3, fixed)) == Picture(
            PictureKind.JPEG, jpeg(4, 3), 4, 3
        )


# --- down to the pixels -------------------------------------------------------------------------------------

RGB, GREY, PALETTE = (4, 3, 8, 2, 0, 0, 0), (4, 3, 8, 0, 0, 0, 0), (4, 3, 8, 3, 0, 0, 0)
ROWS = (b"\0" + b"\1\2\3" * 4) * 3
COUNTED = (b"\0" + b"\1\0\1\0") * 3
COLOURS = chunk(b"PLTE", b"\0\0\0\xff\xff\xff")
INTERLACED = b"\0\1" * 2 + b"\0\1\1" + b"\0\1\1" * 2 + b"\0\1\1\1\1"


@pytest.mark.parametrize(
    "content",
    [
        png_of(RGB, ROWS),
        png_of(PALETTE, COUNTED, COLOURS, chunk(b"tRNS", b"\0\x80")),
        png_of((4, 3, 1, 0, 0, 0, 0), b"\0\xa0" * 3),
        png_of((4, 3, 16, 6, 0, 0, 0), (b"\4" + bytes(32)) * 3),
        png_of((4, 3, 8, 0, 0, 0, 1), INTERLACED),
        png_of(RGB, ROWS + b"more", chunk(b"tRNS", bytes(6))),
    ],
)
def test_a_png_of_every_kind_is_one(content: bytes) -> None:
    found = picture_of("图1.png", content)
    assert (found.content, found.width, found.height) == (content, 4, 3)


@pytest.mark.parametrize(
    "content",
    [
        png_of(PALETTE, COUNTED),
        png_of(PALETTE, COUNTED, chunk(b"PLTE", b"\0\0")),
        png_of((4, 3, 1, 3, 0, 0, 0), b"\0\xa0" * 3, chunk(b"PLTE", bytes(9))),
        png_of(PALETTE, COUNTED, COLOURS, chunk(b"tRNS", b"\0\0\0")),
        png_of(GREY, COUNTED, COLOURS),
        png_of(RGB, ROWS, chunk(b"tRNS", b"\0")),
        png_of((4, 3, 8, 7, 0, 0, 0), ROWS),
        png_of((4, 3, 4, 2, 0, 0, 0), ROWS),
        png_of((4, 3, 8, 2, 1, 0, 0), ROWS),
        png_of((4, 3, 8, 2, 0, 1, 0), ROWS),
        png_of((4, 3, 8, 2, 0, 0, 2), ROWS),
        png_of(RGB, ROWS[:-1]),
        png_of(RGB, b""),
        png_of(RGB, ROWS[:13] + b"\5" + ROWS[14:]),
        png_of((4, 3, 8, 0, 0, 0, 1), INTERLACED[:-1]),
        png_of((20_000, 20_000, 16, 6, 0, 0, 0), ROWS),
        png_of((2**31 - 1, 2**31 - 1, 16, 6, 0, 0, 0), ROWS),
        png().replace(b"IDAT", b"IDOT"),
        png()[:41] + chunk(b"IDAT", b"no zlib") + chunk(b"IEND", b""),
        png()[:33] + chunk(b"IDAT", b"no zlib") + chunk(b"IEND", b""),
        png()[:33] + chunk(b"IEND", b""),
    ],
)
def test_a_png_whose_pixels_cannot_be_read_is_none(content: bytes) -> None:
    with pytest.raises(UnfitPictureError):
        picture_of("图1.png", content)


def test_a_hint_of_another_length_is_left_out_and_a_second_picture_is_none() -> None:
    broken = [chunk(b"pHYs", b"\0"), chunk(b"gAMA", bytes(5)), chunk(b"acTL", bytes(8))]
    assert picture_of("图1.png", png_of(RGB, ROWS, *broken)).content == png_of(RGB, ROWS)


FRAME, CODES = jpeg().index(b"\xff\xc0"), jpeg().index(b"\xff\xc4")


@pytest.mark.parametrize(
    ("at", "new"),
    [
        (FRAME + 1, b"\xc3"),  # without loss
        (FRAME + 1, b"\xc9"),  # arithmetic
        (FRAME + 4, b"\x0c"),  # twelve bits
        (FRAME + 9, b"\x02"),  # components that are not said
        (FRAME + 11, b"\x51"),  # how often a component is sampled
        (FRAME + 12, b"\x02"),  # a table that is not there
        (CODES + 5, b"\x03"),  # three codes of one bit
        (CODES + 4, b"\x01"),  # the codes of another table
        (CODES + 4, b"\x50"),
    ],
)
def test_a_jpeg_whose_tables_are_not_those_of_its_pixels_is_none(at: int, new: bytes) -> None:
    whole = jpeg()
    with pytest.raises(UnfitPictureError):
        picture_of("图1.jpg", whole[:at] + new + whole[at + len(new) :])


def test_whatever_becomes_of_the_bytes_is_a_picture_or_why_it_is_none() -> None:
    chance = Random(7)
    whole = {"a.png": png(), "b.jpg": jpeg(4, 3, exif(6)), "c.svg": svg("<path d='M0 0L9 9'/>")}
    unfit = 0
    for number in range(1500):
        name = list(whole)[number % 3]
        content = bytearray(whole[name])
        for _change in range(chance.choice((1, 1, 3))):
            at = chance.randrange(len(content))
            new = chance.randbytes(chance.choice((0, 1, 2)))
            content[at : at + chance.choice((0, 1, 5))] = new
        if name == "a.png":
            content = bytearray(summed_anew(bytes(content)))
        try:
            picture_of(name, bytes(content))
        except UnfitPictureError:
            unfit += 1
    assert 500 < unfit < 1500


def summed_anew(content: bytes) -> bytes:
    """Return a PNG whose chunks have the sums of what is in them, as far as they can be read."""
    found, at = content[:8], 8
    while at + 12 <= len(content):
        end = at + 12 + int.from_bytes(content[at : at + 4])
        if end > len(content):
            break
        found += chunk(content[at + 4 : at + 8], content[at + 8 : end - 4])
        at = end
    return found + content[at:]
