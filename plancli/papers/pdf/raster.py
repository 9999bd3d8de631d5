"""Drawings in pixels, for programs that show none."""

from plancli.core.plan.picture import Picture, PictureKind
from plancli.papers.pdf.typeset import string

_FINE = 2
"""Pixels of the picture for each that a drawing is wide, so that it is sharp on paper, too."""
_POINTS_IN_AN_INCH = 72


def in_pixels(drawing: Picture) -> Picture:
    """Return a drawing (SVG) as PNG of the same size; ImportError where typst is not installed."""
    import typst

    wide, high = drawing.width, drawing.height
    page = f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt, fill: none)\n"
    words = string(drawing.content.decode())
    image = f'#image(bytes({words}), format: "svg", width: {wide}pt)'
    dense = float(_FINE * _POINTS_IN_AN_INCH)
    png = typst.compile((page + image).encode(), format="png", ppi=dense)
    return Picture(PictureKind.PNG, bytes(png), wide, high)
