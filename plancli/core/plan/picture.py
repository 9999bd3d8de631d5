"""A picture as it is published."""

from enum import StrEnum
from typing import NamedTuple


class PictureKind(StrEnum):
    """What a picture is, by its bytes."""

    PNG = "png"
    JPEG = "jpeg"
    SVG = "svg"

    @property
    def media_type(self) -> str:
        """What a page calls it."""
        return "image/svg+xml" if self is PictureKind.SVG else f"image/{self}"


class Picture(NamedTuple):
    """A picture that can be shown: its bytes without metadata, and how many pixels it has."""

    kind: PictureKind
    content: bytes
    width: int
    height: int
