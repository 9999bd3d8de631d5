"""Pictures in the line of a Word document (ECMA-376, part 1, 20.4.2.8), and the words for them."""

from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

from plancli.core.plan.picture import Picture, PictureKind
from plancli.papers.word.document import TWIPS, attribute

if TYPE_CHECKING:
    from docx.document import Document as Word

Shows = Callable[[str], Picture | None]
"""Returns the picture of a name; None where there is none that can be shown."""

_EMU = 635
"""English metric units in a twip."""
_PIXEL = 9525
"""English metric units of a pixel, 96 in an inch."""
_HIGHEST = 160 * TWIPS * _EMU
"""A picture leaves room on its page for its title, and for words."""
_SPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def nothing_shown(_name: str) -> None:
    """Return no picture, for a document that has none."""


class Drawn:
    """The pictures that a document shows: each file is in it once, however often it is shown."""

    def __init__(self, shows: Shows, measure: int) -> None:
        self._shows, self._measure = shows, measure
        self._files: dict[str, Picture] = {}
        self._numbers = count(1)

    def run(self, name: str, alt: str) -> str | None:
        """Return the run that shows a picture, as wide as the text at most; None where there is none."""
        picture = self._files.get(name) or self._shows(name)
        if picture is None:
            return None
        self._files[name] = picture
        number, wide, high = next(self._numbers), *self._extent(picture)
        extent = f'cx="{wide}" cy="{high}"'
        called = f'id="{number}" name={attribute(name.rpartition("/")[2])}'
        return (
            f"<w:r><w:drawing><wp:inline {_SPACES}><wp:extent {extent}/>"
            f"<wp:docPr {called} descr={attribute(alt)}/>"
            f'<a:graphic><a:graphicData uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr {called}/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{self._id(name)}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
        )

    def carry(self, word: "Word") -> None:
        """Put the files of all pictures into the document that shows them."""
        from docx.opc.constants import RELATIONSHIP_TYPE
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        package = word.part.package
        for number, (name, picture) in enumerate(self._files.items(), 1):
            ending = "jpg" if picture.kind is PictureKind.JPEG else str(picture.kind)
            place = PackURI(f"/word/media/image{number}.{ending}")
            file = Part(place, picture.kind.media_type, picture.content, package)
            word.part.rels.add_relationship(RELATIONSHIP_TYPE.IMAGE, file, self._id(name))

    def _id(self, name: str) -> str:
        return f"rIdPicture{list(self._files).index(name) + 1}"

    def _extent(self, picture: Picture) -> tuple[int, int]:
        """Return width and height of a picture in the document: its own size, or what fits."""
        wide, high = picture.width * _PIXEL, picture.height * _PIXEL
        scale = min(1.0, self._measure * _EMU / wide, _HIGHEST / high)
        return max(1, round(wide * scale)), max(1, round(high * scale))
