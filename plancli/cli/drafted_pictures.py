"""The pictures of a draft: those that it names are read beside it, and all are looked at.

One that cannot be shown is told with its place (`Unclear.NO_PICTURE`), and the rest is taken in.
"""

from pathlib import Path, PurePosixPath

from plancli.core.intake.body import Body, BodyBlock, BodyPicture
from plancli.core.text.characters import steerless
from plancli.core.text.picture_endings import ENDINGS
from plancli.messages import N_
from plancli.papers.packed import LARGEST
from plancli.store.picture_files import picture_of
from plancli.store.pictures import content_below
from plancli.store.unfit_picture import UnfitPictureError


def with_pictures(body: Body, folder: Path) -> Body:
    """Return a body whose pictures can be shown, or say why not; `folder` is that of its file."""
    reader = _Pictures(folder)
    return body._replace(blocks=tuple(map(reader.looked_at, body.blocks)))


class _Pictures:
    """Looks at pictures, up to so many bytes of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._left = LARGEST

    def looked_at(self, block: BodyBlock) -> BodyBlock:
        """Return a block with its picture as it is published, or with the reason why it is not."""
        if block.picture is None:
            return block
        picture = block.picture._replace(name=steerless(block.picture.name))
        try:
            content = block.picture.content or self._beside(block.picture)
            self._count(content)
            fit = picture_of(picture.ending, content).content
        except UnfitPictureError as error:
            return block._replace(picture=picture._replace(content=b"", unfit=str(error)))
        return block._replace(picture=picture._replace(content=fit))

    def _beside(self, picture: BodyPicture) -> bytes:
        """Return the bytes of a file that a draft names; nothing is fetched, and no link is followed."""
        if _leads_elsewhere(picture.name):
            raise UnfitPictureError(_NOT_FETCHED)
        path = PurePosixPath(picture.name.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in picture.name:
            raise UnfitPictureError(_OUTSIDE)
        if picture.ending not in ENDINGS:
            raise UnfitPictureError(_OTHER_KIND)
        try:
            return content_below(self._folder, str(path))
        except (OSError, ValueError):
            raise UnfitPictureError(_NO_FILE) from None

    def _count(self, content: bytes) -> None:
        self._left -= len(content)
        if self._left < 0:
            raise UnfitPictureError(_TOO_MUCH)


_NOT_FETCHED = N_("it is no file, and nothing is fetched: save it beside the draft")
_OUTSIDE = N_("it lies outside of the folder of the draft: put it below that")
_OTHER_KIND = N_("only PNG, JPEG and SVG are shown by all programs: save it as one of them")
_NO_FILE = N_("there is no such file in the folder of the draft, or it is a link")
_TOO_MUCH = N_("the pictures of the draft have more than 64 MiB together")


def _leads_elsewhere(name: str) -> bool:
    """Whether a name is that of something that lies on another machine, or in the name itself."""
    return "://" in name or name.startswith(("//", "\\\\")) or name[:5].lower() == "data:"
