"""Who wrote which characters: the draft, a comment, or the drafting office, through every round."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plancli.core.evidence.attribution import pieces_of
from plancli.core.evidence.pieces import Authors, Piece
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.core.text.words import Portion, widened


class Stretch(NamedTuple):
    """Words of one origin: the draft (`by` is empty), comments, or the drafting office.

    `draft` is the draft of the round in which they came in; a stretch without text marks where `gone` was.
    """

    text: str
    draft: str
    by: Authors = ()
    gone: str = ""


class Blame(NamedTuple):
    """A paragraph or title with its stretches by field; units have one for each name, in their order."""

    paragraph: str
    heading: tuple[Stretch, ...]
    text: tuple[Stretch, ...]
    units: tuple[Stretch, ...]

    @property
    def is_cell(self) -> bool:
        """Whether it is of a cell or the unit of a table: no other key with / has a text and no heading."""
        return "/" in self.paragraph and not (self.heading or self.units)


def blame(rounds: Sequence[Round], paragraph: str) -> Blame:
    """Return the origin of the words of a paragraph of the working plan; a word that one cut is his.

    Each round has the pieces of which it made its own draft; they are laid over what the rounds before had
    made of that draft.
    """
    first = rounds[0].draft.draft
    heading, text, units = _drafted(rounds[0].workspace.draft, paragraph, first)
    for round_ in rounds:
        pieces, name = pieces_of(round_, paragraph), round_.draft.draft
        heading = _joined(_laid_over(heading, pieces.heading, name))
        text = _joined(_laid_over(text, pieces.text, name))
        units = _laid_over(units, pieces.units, name)
    return Blame(
        paragraph, tuple(_in_whole_words(heading)), tuple(_in_whole_words(text)), tuple(units)
    )


def _drafted(
    outline: Outline, paragraph: str, draft: str
) -> tuple[list[Stretch], list[Stretch], list[Stretch]]:
    """Return heading, text and units as the first draft has them; nothing of what came later.

    A title is the heading of its section or column.
    """
    if outline.titles.get(paragraph):
        return [Stretch(outline.titles[paragraph], draft)], [], []
    spot = outline.spots.get(paragraph)
    if spot is None:
        return [], [], []
    heading = [Stretch(spot.paragraph.heading, draft)]
    text = [Stretch(spot.paragraph.text, draft)]
    units = [Stretch(unit, draft) for unit in spot.paragraph.units or ()]
    return heading if heading[0].text else [], text if text[0].text else [], units


def _laid_over(found: list[Stretch], pieces: Iterable[Piece], draft: str) -> list[Stretch]:
    """Lay the pieces of one round over the stretches of its draft; the characters of both are the same.

    What came and went in one round leaves only the mark of who took it; marks of rounds before stay.
    """
    result: list[Stretch] = []
    rest = found
    for piece in pieces:
        if piece.undone:
            result.append(Stretch("", draft, piece.gone, piece.text))
        elif piece.added:
            result.append(Stretch(piece.text, draft, piece.added))
        else:
            own, rest = _split(rest, len(piece.text))
            if piece.gone:
                own = [stretch for stretch in own if not stretch.text]
                own.append(Stretch("", draft, piece.gone, piece.text))
            result += own
    return result + rest


def _joined(found: Iterable[Stretch]) -> list[Stretch]:
    """Join what goes with what comes in its place, and neighbours that one author took in one round."""
    result: list[Stretch] = []
    for stretch in found:
        if result and _replaces(result[-1], stretch):
            mark = result.pop()
            result.append(stretch._replace(gone=mark.gone + stretch.gone))
        else:
            result.append(stretch)
    return result


def _replaces(mark: Stretch, stretch: Stretch) -> bool:
    """Whether a stretch stands in the place of the mark ahead of it: one author made both in one round."""
    if mark.text or not stretch.by:
        return False
    if stretch.text and stretch.gone:
        return False  # it has taken the place of other words already
    return (mark.draft, mark.by) == (stretch.draft, stretch.by)


def _in_whole_words(found: list[Stretch]) -> list[Stretch]:
    """Let what one author changed begin and end where words, numbers and names of units do.

    Only words of the first draft, which are nobody's, are given to him.
    """
    portions: list[Portion[Stretch]] = []
    first = ""
    for stretch in found:
        if stretch.by:
            portions.append(Portion(stretch.gone, stretch.text, stretch))
        else:
            portions.append(Portion(stretch.text, stretch.text))
            first = stretch.draft
    shown: list[Stretch] = []
    for gone, text, change in widened(portions, lambda stretch: stretch[1:3]):
        if change is None:
            shown.append(Stretch(text, first))
            continue
        stretch = change._replace(text=text, gone=gone)
        if shown and shown[-1][1:3] == stretch[1:3]:
            # nothing stays between them: a reader is shown one change, as the redline shows it
            last = shown.pop()
            stretch = stretch._replace(text=last.text + text, gone=last.gone + gone)
        shown.append(stretch)
    return shown


def _split(found: list[Stretch], size: int) -> tuple[list[Stretch], list[Stretch]]:
    """Split stretches behind `size` characters.

    The mark of words that are gone stays with the first part of the stretch in their place.
    """
    head: list[Stretch] = []
    for at, stretch in enumerate(found):
        if size < len(stretch.text):
            if size:
                head.append(stretch._replace(text=stretch.text[:size]))
            return head, [stretch._replace(text=stretch.text[size:], gone=""), *found[at + 1 :]]
        head.append(stretch)
        size -= len(stretch.text)
    return head, []
