"""Where words and citations land, for programs."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from plancli.core.comments.comment import Cited
from plancli.core.locate.anchors import Anchor, Aspect, Candidate, How, Refusal, Why, told_apart
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.mention import Kind
from plancli.core.plan.model import Source
from plancli.core.plan.outline import Spot
from plancli.core.plan.span import Span
from plancli.core.text.marked import Run
from plancli.render.answers.answer import Answer
from plancli.render.answers.findings import FindingEntry


@dataclass(frozen=True)
class ParagraphEntry:
    """A paragraph, and the key of the section or column in which it stands; page and line as printed."""

    container: str
    id: str
    heading: str
    text: str
    units: list[str] | None
    page: str | None
    line: str | None


@dataclass(frozen=True)
class PieceEntry:
    """Characters `start:end` of one field of a paragraph."""

    paragraph: str
    field: str
    start: int
    end: int


@dataclass(frozen=True)
class FoundEntry:
    """Words that stand in the draft: how they were found, where, and what the citation got wrong."""

    quote: str
    found: Literal[True]
    how: How
    words: str
    pieces: list[PieceEntry]
    miscited: list[Aspect]
    page: str | None
    line: str | None


@dataclass(frozen=True)
class CandidateEntry:
    """A passage that could be meant: the draft's words, and the runs from the quotation to them.

    `shown` are the words, among others where the same stand twice in the paragraph.
    """

    paragraph: str
    words: str
    shown: str
    similarity: float
    runs: list[Run]
    page: str | None
    line: str | None


@dataclass(frozen=True)
class RefusedEntry:
    """Words that have no one place in the draft, and the passages that could be meant."""

    quote: str
    found: Literal[False]
    why: Why
    candidates: list[CandidateEntry]


@dataclass(frozen=True)
class StepEntry:
    """One number of a citation, or a range of them; -1 is the last one."""

    kind: Kind
    first: str
    last: str


@dataclass(frozen=True)
class CitedEntry:
    """One place that is cited: how it was read, what was not, and the paragraphs that stand there."""

    steps: list[StepEntry]
    keys: list[str]
    unread: list[str]
    paragraphs: list[ParagraphEntry]


@dataclass(frozen=True)
class LocateAnswer(Answer):
    """Where a comment, a citation or a quotation lands; findings are about names that are not there."""

    format: ClassVar = "plancli locate"
    cites: list[CitedEntry]
    quotes: list[FoundEntry | RefusedEntry]
    findings: list[FindingEntry]


@dataclass(frozen=True)
class MisquoteEntry:
    """What a comment quotes, where it says that stands, and what the draft says."""

    comment: str
    cited: Cited
    quotation: FoundEntry | RefusedEntry


@dataclass(frozen=True)
class MisquotesAnswer(Answer):
    """Quotations that stand nowhere, in several places, or elsewhere than cited."""

    format: ClassVar = "plancli misquotes"
    misquotes: list[MisquoteEntry]


@dataclass(frozen=True)
class HungParagraphEntry(ParagraphEntry):
    """A paragraph with how its wording is known, and the comments that touch it."""

    source: Source | None
    on: list[str]


def paragraph_entry(spot: Spot) -> ParagraphEntry:
    paragraph = spot.paragraph
    return ParagraphEntry(
        spot.container,
        paragraph.id,
        paragraph.heading,
        paragraph.text,
        None if paragraph.units is None else list(paragraph.units),
        _printed(paragraph.page),
        _printed(paragraph.line),
    )


def quotation_entry(
    corpus: Corpus, quote: str, found: Anchor | Refusal
) -> FoundEntry | RefusedEntry:
    if isinstance(found, Refusal):
        return refused_entry(found)
    return FoundEntry(
        quote,
        True,
        found.how,
        corpus.words(found),
        [PieceEntry(*piece) for piece in found.pieces],
        list(found.miscited),
        _printed(found.position.page),
        _printed(found.position.line),
    )


def refused_entry(found: Refusal) -> RefusedEntry:
    shown = told_apart(found.candidates)
    candidates = list(map(_candidate_entry, found.candidates, shown))
    return RefusedEntry(found.quote, False, found.why, candidates)


def _candidate_entry(candidate: Candidate, shown: str) -> CandidateEntry:
    return CandidateEntry(
        candidate.paragraph,
        candidate.words,
        shown,
        round(candidate.similarity, 3),
        candidate.runs,
        _printed(candidate.position.page),
        _printed(candidate.position.line),
    )


def _printed(span: Span | None) -> str | None:
    return str(span) if span else None
