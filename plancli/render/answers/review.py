"""What waits for a person to say what it asks for, for programs."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import ClassVar

from plancli.core.comments.edits import Edit
from plancli.core.intake.proposals import Proposal, WhyAsked
from plancli.core.intake.review import OpinionReview
from plancli.core.text.diff import readable
from plancli.core.text.marked import Run
from plancli.render.answers.answer import ONLY_IF_ANY, Answer
from plancli.render.answers.findings import FindingEntry
from plancli.render.answers.passages import RefusedEntry, refused_entry


@dataclass(frozen=True)
class AskedEntry:
    """Why a person is asked, and about which words; `runs` lead from these to what the draft has instead."""

    why: str
    quote: str
    runs: list[Run]


@dataclass(frozen=True)
class ProposalEntry:
    """What an opinion may ask for: its number for --take, the edits, also as they stand in a file.

    `left` are words of the opinion that ask for something else, or may.
    """

    number: int
    edits: list[Edit]
    yaml: str
    asked: list[AskedEntry]
    left: list[str]


@dataclass(frozen=True)
class RoleEntry:
    """What the characters `start:end` of an opinion are for."""

    start: int
    end: int
    role: str


@dataclass(frozen=True)
class WaitingEntry:
    """A point that waits: how far it was understood, why it is asked, what may be made of it.

    `missing` are its quotations that have no place in the draft, with the passages that are near.
    """

    id: str
    unit: str
    opinion: str
    verdict: str
    asked: list[AskedEntry]
    roles: list[RoleEntry]
    missing: list[RefusedEntry]
    proposals: list[ProposalEntry]
    units: list[str] = field(default_factory=list, metadata=ONLY_IF_ANY)


@dataclass(frozen=True)
class TakenEntry:
    """A comment that has the edits of a proposal now."""

    id: str
    edits: list[Edit]


@dataclass(frozen=True)
class IntakeReviewAnswer(Answer):
    """What waits, and of what did wait the proposals that were taken by this call; the files that changed."""

    format: ClassVar = "plancli intake review"
    waiting: list[WaitingEntry]
    taken: list[TakenEntry]
    findings: list[FindingEntry]
    files: list[str]


def waiting_entry(review: OpinionReview, yaml: Iterable[str]) -> WaitingEntry:
    """Build the entry of a comment; `yaml` has the edits of each proposal as they stand in a file."""
    comment = review.comment
    proposals: list[ProposalEntry] = []
    for number, (proposal, text) in enumerate(zip(review.proposals, yaml, strict=True), 1):
        proposals.append(_proposal(number, proposal, text))
    return WaitingEntry(
        comment.id,
        comment.unit,
        comment.opinion,
        review.verdict.value,
        _asked(review.asked),
        [RoleEntry(span.start, span.end, span.role.value) for span in review.spans],
        [refused_entry(refusal) for refusal in review.missing],
        proposals,
        units=list(comment.units or ()),
    )


def _proposal(number: int, proposal: Proposal, yaml: str) -> ProposalEntry:
    asked = _asked(proposal.asked)
    return ProposalEntry(number, list(proposal.edits), yaml, asked, list(proposal.left))


def _asked(asked: Iterable[WhyAsked]) -> list[AskedEntry]:
    found: list[AskedEntry] = []
    for one in asked:
        runs = readable(one.quote, one.real) if one.real else []
        found.append(AskedEntry(one.why.value, one.quote, runs))
    return found
