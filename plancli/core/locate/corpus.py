"""A draft prepared for searching: its paragraphs, and its titles apart from them."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from plancli.core.locate.anchors import Anchor, Hint, Refusal, Target, Why
from plancli.core.locate.ladder import Ladder
from plancli.core.locate.printing import BREAK, FieldSpan, Hit, Spanning
from plancli.core.plan.cells import in_a_line
from plancli.core.plan.outline import TITLE
from plancli.core.plan.printed import Printed, printed_title, printed_titles

_REMEMBERED = 64
"""So many answers are kept: what one comment quotes is asked for several times, and then the next one's."""


class Corpus(Ladder):
    """The paragraphs of a draft, and behind the last of them its titles.

    Titles are searched by themselves: one that says what a paragraph says makes no quotation of that
    paragraph ambiguous.
    """

    def locate(self, quote: str, hint: Hint = Hint()) -> Anchor | Refusal:  # noqa: B008 (immutable)
        """Find `quote`, let the hint choose between several hits, or say why there is no one place.

        Titles are looked at where the hint says so, or names the part and no paragraph in it has the words.
        """
        known = self._answers.get((quote, hint))
        if known is None:
            if len(self._answers) == _REMEMBERED:
                self._answers.clear()
            known = self._answers[quote, hint] = self._located(quote, hint)
        return known

    @cached_property
    def _answers(self) -> dict[tuple[str, Hint], Anchor | Refusal]:
        """Where words stand that were asked for last: an edit asks again for what was found to write it."""
        return {}

    def _located(self, quote: str, hint: Hint) -> Anchor | Refusal:
        if hint.field == TITLE:
            return self._in_titles(quote, hint)
        found = self.find(quote, hint)
        if hint.within is None or hint.field is not None:
            return found
        return self._else_in_titles(found, quote, hint)

    def passage(self, quote: str, hint: Hint) -> Anchor | Refusal:
        """Find a passage that a unit only cites, on which no change depends: then a title counts unsaid.

        What is printed as a title is the draft's, and nobody's mistake.
        """
        return self._else_in_titles(self.find(quote, hint), quote, hint)

    def _else_in_titles(self, found: Anchor | Refusal, quote: str, hint: Hint) -> Anchor | Refusal:
        """Return what was found in paragraphs, or else what titles have."""
        if not _nowhere(found):
            return found
        titled = self._in_titles(quote, hint)
        return found if _nowhere(titled) else titled

    def _in_titles(self, quote: str, hint: Hint) -> Anchor | Refusal:
        """Find words in a title; pages and lines of titles are not known, so that they choose nothing."""
        cited = tuple(Target(target.keys) for target in hint.targets if target.keys)
        found = self._titles.find(quote, Hint(hint.within, cited, field=TITLE))
        if isinstance(found, Refusal):
            return found
        begin = self._beyond
        return found._replace(start=found.start + begin, end=found.end + begin)

    def everywhere(self, quote: str) -> Iterator[Anchor]:
        """Yield every place that has the words of a quotation: in paragraphs, then in titles."""
        yield from super().everywhere(quote)
        begin = self._beyond
        for found in self._titles.everywhere(quote):
            yield found._replace(start=found.start + begin, end=found.end + begin)

    @cached_property
    def _titles(self) -> "_Titles":
        return _Titles(self.outline.with_cover)

    @property
    def _beyond(self) -> int:
        """The place of the first title: behind the last paragraph, and a break."""
        return len(self._raw) + len(BREAK)

    def words(self, hit: Spanning) -> str:
        """Return the printed words of a hit or anchor; a line break stands between paragraphs."""
        begin = self._beyond
        if hit.start < begin:
            return super().words(hit)
        return self._titles.words(Hit(hit.start - begin, hit.end - begin))

    def pieces(self, start: int, end: int) -> Iterator[FieldSpan]:
        """Yield the fields that the characters `start:end` of the printed draft cover."""
        begin = self._beyond
        if start < begin:
            return super().pieces(start, end)
        return self._titles.pieces(start - begin, end - begin)

    def line(self, paragraph: str) -> Printed:
        """Return the printed form of a paragraph by its id, of a title by the key of its part.

        A row of a table is printed as its cells, and has no field of its own.
        """
        if paragraph in self.outline.titles:
            return self._titles.line(paragraph)
        if paragraph in self.outline.rows:
            first = super().line(self.outline.first_cell(paragraph))
            return Printed(first.spot, in_a_line(self.outline.rows[paragraph].cells), ())
        return super().line(paragraph)

    def said(self, key: str) -> str:
        """Return a paragraph, or the title of a part, as it is printed; "" of what is not there."""
        return self.line(key).text if self.outline.knows(key) else ""


class _Titles(Ladder):
    """The titles of a draft, printed one after the other: of its sections and columns, then its own."""

    def _printed(self) -> list[Printed]:
        found: list[Printed] = []
        for section in self.outline.sections.values():
            found += (title for _, title in printed_titles(section))
        if self.outline.cover:
            found.append(printed_title(self.outline.cover))
        return found

    def _meant(self, hits: Iterable[Hit], hint: Hint) -> list[Hit]:
        """Return the hits in the title of the very part that is named, else in those of what it holds."""
        found = super()._meant(hits, hint)
        own: list[Hit] = []
        for hit in found:
            if hint.within in {piece.paragraph for piece in self.pieces(hit.start, hit.end)}:
                own.append(hit)
        return own or found


def _nowhere(found: Anchor | Refusal) -> bool:
    return isinstance(found, Refusal) and found.why is Why.NOT_FOUND
