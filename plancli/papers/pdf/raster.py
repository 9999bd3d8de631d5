"""Drawings in pixels, for programs that show none."""

import math

from plancli.core.plan.picture import Picture, PictureKind
from plancli.papers.pdf.typeset import BrokenPicturesError, string

_FINE = 2
"""Pixels of the picture for each that a drawing is wide, so that it is sharp on paper, too."""
_POINTS_IN_AN_INCH = 72


_MOST = 40_000_000
"""Pixels of a drawing at most: a large one is less sharp."""


def in_pixels(drawing: Picture) -> Picture:
    """Return a drawing (SVG) as PNG of the same size.

    Raises ImportError where typst is not installed, BrokenPicturesError where it cannot read the drawing.
    """
    import typst

    wide, high = drawing.width, drawing.height
    page = f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt, fill: none)\n"
    words = string(drawing.content.decode())
    image = f'#image(bytes({words}), format: "svg", width: {wide}pt)'
    fine = min(float(_FINE), math.sqrt(_MOST / (wide * high)))
    try:
        png = typst.compile((page + image).encode(), format="png", ppi=fine * _POINTS_IN_AN_INCH)
    except typst.TypstError:
        raise BrokenPicturesError(()) from None
    return Picture(PictureKind.PNG, bytes(png), wide, high)
