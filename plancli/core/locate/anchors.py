"""Where words stand, on what evidence; or why they have no place."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from plancli.core.entry import N_
from plancli.core.locate.printing import FieldSpan
from plancli.core.meaningful import Meaningful
from plancli.core.plan.printed import Position
from plancli.core.plan.span import Span
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run


class How(Meaningful):
    """The rung of the ladder on which words were found; its meaning is how to say so."""

    meaning: str

    EXACT = "exact", N_("word for word")
    NORMALISED = "normalised", N_("but for width, quotes and blanks")
    RUN_IN = "run-in", N_("from the heading straight into the text")
    ACROSS = "across", N_("across the break between paragraphs")
    FRAGMENTS = "fragments", N_("by the fragments of the ellipsis")
    SPREAD = "spread", N_("by the fragments of the ellipsis, over several paragraphs")


class Why(Meaningful):
    """Why words have no place; its meaning is how to say so.

    Of several reasons the first is told: the one that a person can mend soonest, because the words stand
    there, but not safely.
    """

    meaning: str

    AMBIGUOUS = "ambiguous", N_("in several places")
    NEGATED = "negated", N_("refused: the ellipsis leaves out a negation")
    TORN = "torn", N_("only inside a longer number or word")
    NOT_FOUND = "not-found", N_("not found")


class Aspect(StrEnum):
    """What a citation can be wrong about."""

    ORIGINAL = "original"
    SECTION = "section"
    PAGE = "page"
    LINE = "line"


class Anchor(NamedTuple):
    """Where quoted words stand: the fields that they cover, in order, and on what evidence.

    `start:end` are characters of the whole draft as it is printed; `miscited` names what the citation got
    wrong, and `position` says where the words really are.
    """

    pieces: tuple[FieldSpan, ...]
    start: int
    end: int
    how: How
    position: Position
    miscited: tuple[Aspect, ...] = ()

    @property
    def paragraph(self) -> str:
        """Id of the paragraph in which the words begin."""
        return self.pieces[0].paragraph


class Candidate(NamedTuple):
    """A passage offered to a person; `similarity` is the share of the quotation that stands there.

    `before` and `behind` are the rest of the paragraph as printed, as far as it tells passages apart;
    `pieces` are the fields that it covers.
    """

    quote: str
    paragraph: str
    words: str
    position: Position
    similarity: float = 1.0
    before: str = ""
    behind: str = ""
    pieces: tuple[FieldSpan, ...] = ()

    @property
    def runs(self) -> list[Run]:
        """The quotation against the draft's own words."""
        return readable(self.quote, self.words)


_AROUND = 6
"""With so many characters on each side passages that look alike are shown first: a word or two."""


def told_apart(candidates: Sequence[Candidate]) -> list[str]:
    """Return the words of each; twins in quotation marks, among as many as tell them apart."""
    alike: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, candidate in enumerate(candidates):
        alike[candidate.paragraph, candidate.words].append(at)
    shown = [candidate.words for candidate in candidates]
    for places in alike.values():
        if len(places) == 1:
            continue
        twins = [candidates[at] for at in places]
        for at, words in zip(places, _among_others(twins), strict=True):
            shown[at] = words
    return shown


def _among_others(twins: Sequence[Candidate]) -> list[str]:
    """Return the same words in several places of a paragraph, with what stands round each of them."""
    most = max(len(twin.before) + len(twin.behind) for twin in twins)
    around = _AROUND
    shown = [_within(twin, around) for twin in twins]
    while len(set(shown)) < len(shown) and around < most:
        around *= 2
        shown = [_within(twin, around) for twin in twins]
    return shown


def _within(candidate: Candidate, around: int) -> str:
    before, behind = candidate.before[-around:], candidate.behind[:around]
    return (
        ("…" if len(before) < len(candidate.before) else "")
        + f"{before}“{candidate.words}”{behind}"
        + ("…" if len(behind) < len(candidate.behind) else "")
    )


@dataclass(frozen=True)
class Refusal:
    """Why words have no place.

    The passages that could be meant, or are nearest, take long to seek: they are sought when a person is to
    see them, and one refusal is as good as another for the same words and reason.
    """

    quote: str
    why: Why
    seek: Callable[[], tuple[Candidate, ...]] = field(default=tuple, compare=False, repr=False)

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The passages that are offered, the nearest first."""
        return self.seek()


class Target(NamedTuple):
    """One place that a comment cites; what is not cited is empty."""

    keys: tuple[str, ...] = ()
    page: Span | None = None
    line: Span | None = None


class Hint(NamedTuple):
    """What chooses between several hits: what must hold, and the places that the comment cites.

    `within` is the key of a part, and `field` the heading or the text, in which alone words are looked for.
    """

    within: str | None = None
    targets: tuple[Target, ...] = ()
    original: Anchor | None = None
    field: str | None = None
