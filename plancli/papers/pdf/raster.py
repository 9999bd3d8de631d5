"""Drawings in pixels, for programs that show none."""

import json

from plancli.core.plan.picture import Picture, PictureKind

_FINE = 2
"""Pixels of the picture for each that a drawing is wide, so that it is sharp on paper, too."""
_POINTS_IN_AN_INCH = 72


def in_pixels(drawing: Picture) -> Picture:
    """Return a drawing (SVG) as PNG of the same size; ImportError where typst is not installed."""
    import typst

    wide, high = drawing.width, drawing.height
    source = json.dumps(drawing.content.decode(), ensure_ascii=False)
    page = f"#set page(width: {wide}pt, height: {high}pt, margin: 0pt, fill: none)\n"
    image = f'#image(bytes({source}), format: "svg", width: 100%, height: 100%)'
    dense = float(_FINE * _POINTS_IN_AN_INCH)
    png = typst.compile((page + image).encode(), format="png", ppi=dense)
    return Picture(PictureKind.PNG, bytes(png), wide, high)
