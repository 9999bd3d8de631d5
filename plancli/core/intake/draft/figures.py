"""Pictures of a draft with the titles that stand below them: 图1 总体架构."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.intake.body import BlockKind, BodyBlock
from plancli.core.intake.draft.captions import Framed
from plancli.core.intake.draft.headings import is_title
from plancli.core.intake.draft.numbers import Begins, HeadNumber, head_number
from plancli.core.plan.model import Figure
from plancli.core.plan.names import unstorable

FOLDER = "figures"
"""Where the pictures of a draft are put, below plan/."""


class CaptionedPicture(NamedTuple):
    """A picture; `number` is "" where no number stands below it."""

    block: BodyBlock
    number: str = ""
    title: str = ""


def captioned_pictures(
    blocks: Iterable[BodyBlock | Framed],
) -> Iterator[BodyBlock | Framed | CaptionedPicture]:
    """Yield blocks in their order, a picture as one with the title that stands right below it."""
    waiting: BodyBlock | None = None
    for block in blocks:
        caption = _caption(block) if waiting is not None else None
        if waiting is not None:
            number, title = ("", "") if caption is None else (caption.bare, caption.words)
            yield CaptionedPicture(waiting, number, title)
            waiting = None
        if caption is not None:
            continue
        if isinstance(block, BodyBlock) and block.kind is BlockKind.PICTURE:
            waiting = block
        else:
            yield block
    if waiting is not None:
        yield CaptionedPicture(waiting)


def _caption(block: BodyBlock | Framed) -> HeadNumber | None:
    """Return the number and title of a figure, as a line of its own says them; None of any other block."""
    if isinstance(block, Framed) or block.kind is not BlockKind.TEXT:
        return None
    number = head_number(block)
    is_of_figure = number.begins is Begins.CAPTION and number.bare[0] in "图F"
    return number if is_of_figure and (not number.words or is_title(number.words)) else None


class DraftedFigures:
    """The figures of a draft, with their files; `free` are names that none of its parts has."""

    def __init__(self, free: Iterator[str]) -> None:
        self._free = free
        self.files: dict[str, bytes] = {}

    def figure_of(self, shown: CaptionedPicture) -> Figure:
        """Return a picture as a figure of the plan, and keep its file under a name of its own."""
        picture = shown.block.picture
        assert picture is not None
        number = shown.number or next(self._free)
        image = self._file(number, picture.ending)
        self.files[image] = picture.content
        return Figure(
            image=image, figure=number, title=" ".join(shown.title.split()), alt=picture.alt
        )

    def _file(self, number: str, ending: str) -> str:
        name = "-".join(number.split())
        if unstorable(name):
            name = next(self._free)
        found, count = f"{FOLDER}/{name}{ending}", 1
        while found in self.files:
            count += 1
            found = f"{FOLDER}/{name}-{count}{ending}"
        return found
