"""A comment as a person reads it who is to say what it asks for."""

from collections.abc import Iterator
from typing import NamedTuple

from plancli.core.comments.comment import Comment
from plancli.core.instructions.grammar.reading import OpinionReader
from plancli.core.instructions.grammar.verdict import Certainty, Interpretation, RoleSpan, WordRole
from plancli.core.intake.pointing import cites_of
from plancli.core.intake.proposals import Proposal, WhyAsked, proposals_of
from plancli.core.intake.reading import Spoken, read
from plancli.core.intake.waiting import spoken_in
from plancli.core.locate.anchors import Refusal


class OpinionReview(NamedTuple):
    """How an opinion was understood, and what may be made of it.

    `spans` are those of the comment's opinion; `missing` are the quotations in it that have no place in the
    draft, with the nearest passages.
    """

    comment: Comment
    verdict: Certainty
    asked: tuple[WhyAsked, ...]
    spans: tuple[RoleSpan, ...]
    missing: tuple[Refusal, ...]
    proposals: tuple[Proposal, ...]


def review_of(comment: Comment, reader: OpinionReader) -> OpinionReview:
    """Return a comment with its opinion read again: what is proposed is not kept anywhere."""
    said = spoken_in(comment)
    proposals = tuple(proposals_of(said, reader))
    if said.wording:
        return _of_fields(comment, said, reader, proposals)
    reading = reader.read(comment.opinion, cites_of(comment.at))
    asked, missing = tuple(_asked(reading)), tuple(_missing(reading))
    return OpinionReview(comment, reading.certainty, asked, reading.spans, missing, proposals)


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
        start = comment.opinion.index(words, behind)
        behind = start + len(words)
        spans.append(RoleSpan(start, behind, role))
    return OpinionReview(comment, understood.verdict, asked, tuple(spans), missing, proposals)


def _asked(reading: Interpretation) -> Iterator[WhyAsked]:
    for part in reading.parts:
        if part.doubt is not None:
            yield WhyAsked(part.doubt, part.words)


def _missing(reading: Interpretation) -> Iterator[Refusal]:
    for part in reading.parts:
        if isinstance(part.found, Refusal):
            yield part.found
