"""Figures that a comment changed in a table or in the text, and what still says the old ones.

A number has no word beside it in a cell: it is looked for by the name of its row, in the sentences of a text
and in other tables. The rule by which a figure has a name, a year and a unit is that of `figures`.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plancli.core.evidence.figures import TableFigure, figures, is_as_old, last_year
from plancli.core.evidence.measures import amounts_measured
from plancli.core.evidence.ripple import Form
from plancli.core.instructions.amounts import Amount
from plancli.core.merge.placed import Placed
from plancli.core.merge.words import Change
from plancli.core.plan.outline import Outline
from plancli.core.text.characters import boundaries, sentences
from plancli.core.text.matchkey import fold


class FigurePlace(NamedTuple):
    """A place that still has the old figure: the paragraph or cell, and its words there."""

    paragraph: str
    words: str


class FigureRipple(NamedTuple):
    """A figure that a comment changed, with the places that still have the old one."""

    form: Form
    places: tuple[FigurePlace, ...]


def figure_ripples(
    draft: Outline, comments: Iterable[Placed], plan: Outline
) -> Iterator[FigureRipple]:
    """Yield the figures that comments changed and that `plan`, with all of these in it, has elsewhere."""
    if not (draft.tables or plan.tables):
        return
    asked = _Asked(draft, plan)
    for placed in comments:
        changes: dict[str, list[Change]] = {}
        for text in placed.texts:
            changes.setdefault(text.paragraph, []).append(text.change)
        for paragraph, own in changes.items():
            yield from asked.ripples(placed.by, paragraph, own)


class _Asked:
    """The figures of the tables before and after, by cell, and the sentences that are searched."""

    def __init__(self, draft: Outline, plan: Outline) -> None:
        self.draft, self.plan = draft, plan
        self.before = {figure.cell: figure for figure in figures(draft, dated=False)}
        self.after = {figure.cell: figure for figure in figures(plan, dated=False)}

    def ripples(self, by: str, paragraph: str, changes: Iterable[Change]) -> Iterator[FigureRipple]:
        """Yield the ripples of what one comment changes in one paragraph or cell."""
        if paragraph in self.before:
            old, now = self.before[paragraph], self.after.get(paragraph)
            if now is not None and now.value != old.value:
                places = (*self._in_text(old), *self._in_tables(old))
                form = Form(
                    by, paragraph, _said(self.draft, paragraph), _said(self.plan, paragraph)
                )
                if places:
                    yield FigureRipple(form, places)
            return
        spot = self.draft.spots.get(paragraph)
        if spot is not None and spot.row is None:
            yield from self._of_text(by, paragraph, list(changes))

    def _in_text(self, old: TableFigure) -> Iterator[FigurePlace]:
        """Yield the sentences that name the row of a figure and still say its old value."""
        for key, spot in self.plan.spots.items():
            if spot.row is None and old.name in fold(spot.paragraph.text):
                for sentence, amount in _amounts(spot.paragraph.text):
                    if old.name in fold(sentence) and is_as_old(old, amount, last_year(sentence)):
                        yield FigurePlace(key, sentence)

    def _in_tables(self, old: TableFigure) -> Iterator[FigurePlace]:
        """Yield the cells of other rows of that name that still say the old value."""
        row = self.plan.spots[old.cell].container
        for cell, figure in self.after.items():
            amount = Amount(figure.value, figure.unit, "", 0)
            elsewhere = self.plan.spots[cell].container != row
            if elsewhere and figure.name == old.name and is_as_old(old, amount, figure.year):
                yield FigurePlace(cell, f"{figure.name} {_said(self.plan, cell)}")

    def _of_text(self, by: str, paragraph: str, changes: list[Change]) -> Iterator[FigureRipple]:
        """Yield the figures that went from a text and still stand in a cell of the row that it names."""
        text = self.draft.words(paragraph, "text")
        now = self.plan.words(paragraph, "text")
        for sentence, amount in _amounts(text):
            if not any(_touches(change, amount) for change in changes):
                continue
            cells: list[FigurePlace] = []
            for figure in self.after.values():
                named = figure.name in fold(sentence)
                if named and is_as_old(figure, amount, last_year(sentence)):
                    words = f"{figure.name} {_said(self.plan, figure.cell)}"
                    cells.append(FigurePlace(figure.cell, words))
            if cells and sentence not in now:
                yield FigureRipple(
                    Form(by, paragraph, amount.words, _written(changes, amount)), tuple(cells)
                )


def _said(outline: Outline, cell: str) -> str:
    return outline.words(cell, "text")


def _amounts(text: str) -> Iterator[tuple[str, Amount]]:
    """Yield the numbers of a text, each with its sentence, where they stand in the whole text."""
    parts = sentences(text)
    for start, sentence in zip(boundaries(parts), parts, strict=False):
        for amount in amounts_measured(sentence):
            yield sentence, amount._replace(start=start + amount.start)


def _touches(change: Change, amount: Amount) -> bool:
    """Whether a change takes something of a number, or puts something into it."""
    return change.start < amount.start + len(amount.words) and amount.start < change.end


def _written(changes: Iterable[Change], amount: Amount) -> str:
    """Return what a comment writes where a number stood."""
    start, end = amount.start, amount.start + len(amount.words)
    words = amount.words
    for change in sorted(changes, key=lambda one: one.start, reverse=True):
        if start <= change.start and change.end <= end:
            words = words[: change.start - start] + change.text + words[change.end - start :]
        elif _touches(change, amount):
            return change.text
    return words
