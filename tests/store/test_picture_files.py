"""The bytes of pictures: what is one, how large it is, and what of it is published."""

import struct

import pytest

from plancli.core.plan.picture import Picture, PictureKind
from plancli.store.picture_files import LARGEST_PICTURE, UnfitPictureError, picture_of
from tests.drawn import chunk, exif, jpeg, png, segment, svg


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
