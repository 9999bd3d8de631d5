"""A comment as a person reads it who is to say what it asks for."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Interpretation, RoleSpan, WordRole
from plancli.core.intake.pointing import cited_spots, cites_of, named_spots
from plancli.core.intake.proposals import Proposal, WhyAsked, proposals_of
from plancli.core.intake.reading import Spoken, read
from plancli.core.intake.waiting import spoken_in
from plancli.core.locate.anchors import Refusal
from plancli.core.locate.corpus import Corpus
from plancli.core.plan.outline import Spot


class OpinionReview(NamedTuple):
    """How an opinion was understood, and what may be made of it.

    `spans` are those of the comment's opinion; `missing` are the quotations in it that have no place in the
    draft, with the nearest passages, and `there` the few paragraphs that are cited beside it or named in it.
    """

    comment: Comment
    verdict: Certainty
    asked: tuple[WhyAsked, ...]
    spans: tuple[RoleSpan, ...]
    missing: tuple[Refusal, ...]
    proposals: tuple[Proposal, ...]
    there: tuple[Spot, ...] = ()


def review_of(comment: Comment, reader: OpinionReader) -> OpinionReview:
    """Return a comment with its opinion read again: what is proposed is not kept anywhere."""
    said = spoken_in(comment)
    proposals = tuple(proposals_of(said, reader))
    if said.wording:
        return _of_fields(comment, said, reader, proposals)
    reading = reader.read(comment.opinion, cites_of(comment.at))
    asked, missing = tuple(_asked(reading)), tuple(_missing(reading))
    there = _there(comment, reading.spans, reader.corpus)
    return OpinionReview(
        comment, reading.certainty, asked, reading.spans, missing, proposals, there
    )


def _of_fields(
    comment: Comment, said: Spoken, reader: OpinionReader, proposals: tuple[Proposal, ...]
) -> OpinionReview:
    """Return the review of an opinion that has the draft's words and the new ones in fields of their own."""
    understood = read(said, reader)
    asked = () if understood.why is None else (WhyAsked(understood.why, understood.quote),)
    found = reader.corpus.locate(said.original)
    missing = (found,) if isinstance(found, Refusal) else ()
    spans: list[RoleSpan] = []
    behind = 0
    for words, role in ((said.original, WordRole.OLD), (said.wording, WordRole.NEW)):
        start = comment.opinion.find(words, behind)
        if start >= 0:
            behind = start + len(words)
            spans.append(RoleSpan(start, behind, role))
    there = tuple(cited_spots(comment.at, reader.corpus))
    return OpinionReview(
        comment, understood.verdict, asked, tuple(spans), missing, proposals, there
    )


def _asked(reading: Interpretation) -> Iterator[WhyAsked]:
    for part in reading.parts:
        if part.doubt is not None:
            yield WhyAsked(part.doubt, part.words)


def _missing(reading: Interpretation) -> Iterator[Refusal]:
    for part in reading.parts:
        if isinstance(part.found, Refusal):
            yield part.found


def _there(comment: Comment, spans: Sequence[RoleSpan], corpus: Corpus) -> tuple[Spot, ...]:
    """Return the paragraphs where a comment belongs, as far as they are few."""
    cited = cited_spots(comment.at, corpus)
    if cited:
        return tuple(cited)
    for span in spans:
        named = named_spots(comment.opinion[span.start : span.end], corpus)
        if named and span.role is not WordRole.NEW:
            return tuple(named)
    return ()
