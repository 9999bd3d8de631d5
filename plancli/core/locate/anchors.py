"""Where words stand, on what evidence; or why they have no place."""

from enum import StrEnum
from typing import NamedTuple

from plancli.core.locate.printing import FieldSpan
from plancli.core.plan.printed import Position
from plancli.core.plan.span import Span
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run


class How(StrEnum):
    """The rung of the ladder on which words were found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    RUN_IN = "run-in"
    ACROSS = "across"
    FRAGMENTS = "fragments"
    SPREAD = "spread"


class Why(StrEnum):
    """Why words have no place."""

    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    NEGATED = "negated"
    TORN = "torn"


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
    """A passage offered to a person; `similarity` is the share of the quotation that stands there."""

    quote: str
    paragraph: str
    words: str
    position: Position
    similarity: float = 1.0

    @property
    def runs(self) -> list[Run]:
        """The quotation against the draft's own words."""
        return readable(self.quote, self.words)


class Refusal(NamedTuple):
    """Why words have no place, with the passages that could be meant or are nearest."""

    quote: str
    why: Why
    candidates: tuple[Candidate, ...]


class Target(NamedTuple):
    """One place that a comment cites; what is not cited is empty."""

    keys: tuple[str, ...] = ()
    page: Span | None = None
    line: Span | None = None


class Hint(NamedTuple):
    """What chooses between several hits: a key that must hold, and the places that the comment cites."""

    within: str | None = None
    targets: tuple[Target, ...] = ()
    original: Anchor | None = None
