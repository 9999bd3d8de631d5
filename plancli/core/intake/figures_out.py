"""Figures that one author took out of a file: the picture, and the title below it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from plancli.core.intake.grouping import ChangedPassage, MatchedText
from plancli.core.intake.originals import ChangedInset
from plancli.core.intake.tracked import InsetKind


class FigureOut(NamedTuple):
    """A figure by its key, and where its picture and its title stand in the file."""

    figure: str
    picture: int
    title: int


def figures_out(
    text: MatchedText,
    passages: Sequence[ChangedPassage],
    insets: Mapping[int, Sequence[ChangedInset]],
) -> Iterator[FigureOut]:
    """Yield the figures of which an author took out the picture and the title right below it.

    Where one of the two stays nobody knows whether the figure is to go: that is asked.
    """
    for passage in passages:
        does_more = any(
            wish.comes or any(one.splices for one in wish.stays) for wish in passage.wishes
        )
        if does_more or len(passage.gone) != 1:
            continue
        (title,) = passage.gone
        key = text.key(title)
        if key in text.corpus.outline.figures and _is_picture_out(text, insets, title - 1):
            yield FigureOut(key or "", title - 1, title)


def _is_picture_out(
    text: MatchedText, insets: Mapping[int, Sequence[ChangedInset]], at: int
) -> bool:
    """Whether a paragraph of the file is a picture alone, which was taken out."""
    changes = insets.get(at, ())
    if len(changes) != 1 or text.originals[at].text.strip():
        return False
    return changes[0].inset.kind is InsetKind.PICTURE and not changes[0].comes
