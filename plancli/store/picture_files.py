"""What the bytes of a picture are: of which kind, how large, and without what only its author knows.

A picture that is published carries what is seen, and nothing else: no place and camera (EXIF), no author, no
history of its program. How it is to be turned stays, where a camera wrote that.
"""

import struct

from plancli.core.entry import N_
from plancli.core.plan.picture import Picture, PictureKind
from plancli.store import jpeg_files, png_files
from plancli.store.drawings import cleaned_drawing
from plancli.store.unfit_picture import CUT_SHORT, UnfitPictureError, refuse_size

LARGEST_PICTURE = 20 << 20
"""Bytes of one picture at most: a page of the review holds all of them."""
_BY_ENDING = {
    ".png": PictureKind.PNG,
    ".jpg": PictureKind.JPEG,
    ".jpeg": PictureKind.JPEG,
    ".svg": PictureKind.SVG,
}


def picture_of(name: str, content: bytes) -> Picture:
    """Return the picture that a file holds; UnfitPictureError where it is none of the kind that it says."""
    if len(content) > LARGEST_PICTURE:
        raise UnfitPictureError(N_("it has more than 20 MiB"))
    kind = _BY_ENDING["." + name.rpartition(".")[2].lower()]
    try:
        return _read(kind, content)
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        if isinstance(error, UnfitPictureError):
            raise
        raise UnfitPictureError(CUT_SHORT) from None


def _read(kind: PictureKind, content: bytes) -> Picture:
    if kind is PictureKind.SVG:
        drawing = cleaned_drawing(content)
        if drawing.unfit is not None:
            raise UnfitPictureError(drawing.unfit)
        refuse_size(drawing.width, drawing.height)
        return Picture(kind, drawing.content, drawing.width, drawing.height)
    is_png = content.startswith(png_files.BEGINS)
    is_jpeg = content.startswith(jpeg_files.BEGINS)
    if (kind is PictureKind.PNG) is not is_png or (kind is PictureKind.JPEG) is not is_jpeg:
        raise UnfitPictureError(N_("its name ends otherwise than its bytes are"))
    return png_files.png(content) if is_png else jpeg_files.jpeg(content)
