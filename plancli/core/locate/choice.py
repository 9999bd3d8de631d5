"""The choice between several hits: what the citation of a comment says about where its words stand."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import NamedTuple

from plancli.core.locate.anchors import Anchor, Aspect, Hint, Target
from plancli.core.locate.printing import Hit, Printing
from plancli.core.plan.span import Span

Fit = bool | None
"""Whether a hit fits what is cited: True, False (it contradicts), None (that is not known)."""


class _Criterion(NamedTuple):
    """One thing that a citation says, and whether a hit fits it."""

    aspect: Aspect
    fits: Callable[[Hit], Fit]


class Choice(Printing):
    """Chooses between the hits in a printed draft."""

    def _as_cited(self, hits: list[Hit], hint: Hint) -> tuple[list[Hit], tuple[Aspect, ...]]:
        """Narrow by the passage quoted whole, section, page and line; name those that contradict.

        Each narrows what the one before it left. Hits that fit win over those of which that is not known, and
        these over hits that contradict; if nothing but these are left, the citation is wrong, and the words
        count: something is left of every list that is not empty.
        """
        if not hits:
            return [], ()
        miscited: list[Aspect] = []
        for aspect, fits in self._criteria(hint):
            verdicts = [(hit, fits(hit)) for hit in hits]
            best = _best([verdict for _, verdict in verdicts])
            if best is False:
                miscited.append(aspect)
            hits = [hit for hit, verdict in verdicts if verdict is best]
        return hits, tuple(miscited)

    def _criteria(self, hint: Hint) -> list[_Criterion]:
        """Return what a hint says, the surest first: words, then section, then page and line.

        Section, page and line are asked only where every cited place has one: of 第38页、第四章 no hit
        contradicts the page because it stands in the chapter.
        """
        criteria: list[_Criterion] = []
        if hint.original is not None:
            fits = partial(_overlaps, anchor=hint.original)
            criteria.append(_Criterion(Aspect.ORIGINAL, fits))
        targets = hint.targets
        if not targets:
            return criteria
        places, pages, lines = zip(*targets, strict=True)
        if all(places):
            keys = [key for place in places for key in place]
            criteria.append(_Criterion(Aspect.SECTION, partial(self._below, keys)))
        if all(pages):
            criteria.append(_Criterion(Aspect.PAGE, partial(self._on_page, targets)))
        if all(lines):
            criteria.append(_Criterion(Aspect.LINE, partial(self._on_line, targets)))
        return criteria

    def _on_page(self, targets: Sequence[Target], hit: Hit) -> Fit:
        """Whether a hit stands on one of the cited pages; where no page is cited, it does.

        A hit that runs over several pages, or printed lines, stands on each of them.
        """
        found: list[Fit] = []
        for target in targets:
            for position in self._positions(hit):
                found.append(_on_cited_page(target, position.page))
        return _best(found)

    def _on_line(self, targets: Sequence[Target], hit: Hit) -> Fit:
        """Whether a hit stands on one of the cited lines of its page; on another page it cannot."""
        found: list[Fit] = []
        for target in targets:
            for position in self._positions(hit):
                fit = _on_cited_page(target, position.page)
                if fit:
                    line = self._from_top(target.line, position.page)
                    fit = _meets(line, position.line)
                found.append(fit)
        return _best(found)

    def _from_top(self, cited: Span | None, page: Span | None) -> Span | None:
        """Count lines cited from the foot of a page from its top; None where the foot is not known.

        That is where the draft says for no paragraph of the page where its printed lines begin.
        """
        if cited is None or cited.first >= 0:
            return cited
        foot = self._feet.get(page, 0) if page else 0
        if foot == 0:
            return None
        # the last line of the page is -1
        return Span(cited.first + foot + 1, cited.last + foot + 1)


def _best(fits: Collection[Fit]) -> Fit:
    """Return the best of several: one that fits, else one of which that is not known.

    Without any, nothing fits.
    """
    for fit in (True, None):
        if fit in fits:
            return fit
    return False


def _overlaps(hit: Hit, anchor: Anchor) -> Fit:
    """Whether a hit stands in the passage quoted whole.

    One that does not contradicts nothing: an edit may well be beside the passage that the comment shows.
    """
    overlap = hit.start < anchor.end and anchor.start < hit.end
    return True if overlap else None


def _on_cited_page(target: Target, page: Span | None) -> Fit:
    """Whether a page is the cited one; every page is where none is cited.

    None where it is not known on which page the words stand.
    """
    return _meets(target.page, page) if target.page else True


def _meets(cited: Span | None, known: Span | None) -> Fit:
    """Whether a cited range and the known one have something in common; None where one is missing."""
    if known is None or cited is None:
        return None
    return cited.meets(known)
