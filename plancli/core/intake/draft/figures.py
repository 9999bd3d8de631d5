"""Pictures of a draft with the titles that stand below or above them: 图1 总体架构."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeGuard

from plancli.core.intake.body import BlockKind, BodyBlock, BodyPicture
from plancli.core.intake.draft.captions import Framed
from plancli.core.intake.draft.headings import is_title
from plancli.core.intake.draft.numbers import Begins, head_number
from plancli.core.plan.model import Figure
from plancli.core.plan.names import unstorable

FOLDER = "figures"
"""Where the pictures of a draft are put, below plan/."""


class CaptionedPicture(NamedTuple):
    """A picture, and the line that has its number and title; None where there is none."""

    block: BodyBlock
    caption: BodyBlock | None = None

    @property
    def picture(self) -> BodyPicture:
        """The picture."""
        assert self.block.picture is not None
        return self.block.picture

    @property
    def is_numbered(self) -> bool:
        """Whether a number is printed beside it, or stands in the words for it."""
        return bool(_said_of(self).number)


_Shown = BodyBlock | CaptionedPicture


def captioned_pictures(
    blocks: Iterable[BodyBlock | Framed],
) -> Iterator[BodyBlock | Framed | CaptionedPicture]:
    """Yield blocks in their order, a picture as one with the title that stands right beside it."""
    run: list[BodyBlock] = []
    for block in blocks:
        is_picture = isinstance(block, BodyBlock) and block.kind is BlockKind.PICTURE
        if isinstance(block, BodyBlock) and (is_picture or _is_caption(block)):
            run.append(block)
            continue
        yield from _paired(run)
        run = []
        yield block
    yield from _paired(run)


def _paired(run: Sequence[BodyBlock]) -> list[_Shown]:
    """Return pictures with their titles, between which nothing else stands.

    A title stands below its picture; above it where the first block of a run is a title and the last one a
    picture, and where it would otherwise be that of none.
    """
    if run and _is_caption(run[0]) and not _is_caption(run[-1]):
        return _below(run[::-1])[::-1]
    return _below(_below(run)[::-1])[::-1]


def _below(run: Sequence[_Shown]) -> list[_Shown]:
    """Return blocks in which each picture without a title has the one that comes next."""
    found: list[_Shown] = []
    for each in run:
        before = found[-1] if found else None
        if isinstance(each, BodyBlock) and each.kind is BlockKind.PICTURE:
            found.append(CaptionedPicture(each))
        elif _waits(before) and isinstance(each, BodyBlock):
            found[-1] = before._replace(caption=each)
        else:
            found.append(each)
    return found


def _waits(each: _Shown | None) -> TypeGuard[CaptionedPicture]:
    return isinstance(each, CaptionedPicture) and each.caption is None


def _is_caption(block: BodyBlock) -> bool:
    """Whether a block is the number and title of a figure, on a line of their own."""
    if block.kind is not BlockKind.TEXT:
        return False
    number = head_number(block)
    is_of_figure = number.begins is Begins.CAPTION and number.bare[0] in "图F"
    return is_of_figure and (not number.words or is_title(number.words))


class _Said(NamedTuple):
    """What is said of a figure; `number` is "" where none is."""

    number: str
    title: str
    alt: str


def _said_of(shown: CaptionedPicture) -> _Said:
    """Return number, title and words of a figure: many write the title where its words for others belong."""
    alt = shown.picture.alt
    if shown.caption is not None:
        number = head_number(shown.caption)
        return _Said(number.bare, number.words, alt)
    written = _as_written(shown.block)
    if not _is_caption(written):
        return _Said("", "", alt)
    number = head_number(written)
    return _Said(number.bare, number.words, "")


def _as_written(block: BodyBlock) -> BodyBlock:
    """Return the words for a picture as a line of text."""
    return BodyBlock("" if block.picture is None else block.picture.alt, block.place)


def numbered_lines(blocks: Iterable[BodyBlock]) -> list[BodyBlock]:
    """Return blocks in which a figure may have its number: words for pictures are among them."""
    return [_as_written(block) if block.picture else block for block in blocks]


class DraftedFigures:
    """The figures of a draft, with their files; `free` are names that none of its parts has."""

    def __init__(self, free: Iterator[str]) -> None:
        self._free = free
        self.files: dict[str, bytes] = {}

    def figure_of(self, shown: CaptionedPicture) -> Figure:
        """Return a picture as a figure of the plan, and keep its file under a name of its own."""
        picture, said = shown.picture, _said_of(shown)
        number = said.number or next(self._free)
        image = self._file(number, picture.ending)
        self.files[image] = picture.content
        return Figure(image=image, figure=number, title=" ".join(said.title.split()), alt=said.alt)

    def _file(self, number: str, ending: str) -> str:
        name = "-".join(number.split())
        if unstorable(name):
            name = next(self._free)
        found, count = f"{FOLDER}/{name}{ending}", 1
        while found in self.files:
            count += 1
            found = f"{FOLDER}/{name}-{count}{ending}"
        return found
