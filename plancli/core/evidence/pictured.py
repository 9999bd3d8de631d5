"""A figure as it is printed, draft and plan in one: which picture goes and which comes, its title below."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.evidence.pieces import Authors, accepted, each_once, rejected
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.evidence.tabulated import Tabulated


class ShownPicture(NamedTuple):
    """A picture with the words that stand for it, and who brought it or took it out; nobody: it stays."""

    image: str
    alt: str
    added: Authors = ()
    gone: Authors = ()


class Pictured(NamedTuple):
    """A figure: the line of its picture, that of its title, and that of the words that stand for it."""

    picture: Line
    title: Line | None = None
    alt: Line | None = None

    @property
    def shown(self) -> tuple[ShownPicture, ...]:
        """The picture; where another one came, or other words for it, what goes and then what comes.

        Words for those who do not see a picture are no line of the paper: they go and come with it.
        """
        words = self.alt.pieces if self.alt else ()
        before = rejected(self.picture.pieces), rejected(words)
        now = accepted(self.picture.pieces), accepted(words)
        if self.picture.added:
            return (ShownPicture(*now, added=self.picture.added),)
        if self.picture.gone:
            return (ShownPicture(*before, gone=self.picture.gone),)
        if before == now:
            return (ShownPicture(*now),)
        pieces = (*self.picture.pieces, *words)
        took = each_once(by for piece in pieces for by in piece.gone)
        brought = each_once(by for piece in pieces for by in piece.added)
        return (
            ShownPicture(*before, gone=took or brought),
            ShownPicture(*now, added=brought or took),
        )


def pictured(parts: Iterable[Line | Tabulated]) -> Iterator[Line | Tabulated | Pictured]:
    """Yield parts as they come, the lines of a figure in one."""
    found: Pictured | None = None
    for part in parts:
        joined = _joined(found, part)
        if joined is not None:
            found = joined
            continue
        if found is not None:
            yield found
            found = None
        if isinstance(part, Line) and part.kind is LineKind.PICTURE:
            found = Pictured(part)
        else:
            yield part
    if found is not None:
        yield found


def _joined(figure: Pictured | None, part: Line | Tabulated) -> Pictured | None:
    """Return a figure with a line that is its title, or its words; None of what is neither."""
    if figure is None or not isinstance(part, Line):
        return None
    key = figure.picture.container
    if part.kind is LineKind.FIGURE and figure.title is None:
        return figure._replace(title=part) if part.key == key else None
    if part.kind is LineKind.ALT and figure.alt is None:
        return figure._replace(alt=part) if part.container == key else None
    return None
