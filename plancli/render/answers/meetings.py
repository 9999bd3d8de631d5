"""Where comments meet, and what merging gave, for programs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from plancli.core.merge.meeting import Level, Meeting
from plancli.core.plan.joints import Joints
from plancli.core.revision.revise import Outcome, Revision
from plancli.core.rounds.settlements import Settlement
from plancli.render.answers.answer import Answer
from plancli.render.terminal.edits import edit_in_words
from plancli.render.terminal.outcomes import reasons


@dataclass(frozen=True)
class MeetingEntry:
    """Where comments meet: the draft's words, what each side makes of them, and what all of them give."""

    level: Level
    place: str
    field: Literal["heading", "text", "title", "units", "whole"]
    base: str
    sides: dict[str, str]
    joint: str


@dataclass(frozen=True)
class SettlementEntry:
    """A conflict that a joint wording has settled: by which comment, which it settles, its edits in words."""

    by: str
    settles: list[str]
    joint: list[str]
    meetings: list[MeetingEntry]


@dataclass(frozen=True)
class ConflictsAnswer(Answer):
    """Where adopted comments meet, the conflicts that are settled, and those of what is not decided yet."""

    format: ClassVar = "plancli conflicts"
    meetings: list[MeetingEntry]
    settled: list[SettlementEntry]
    coming: list[MeetingEntry]


def meeting_entries(meetings: Iterable[Meeting]) -> list[MeetingEntry]:
    return [_meeting_entry(meeting.in_whole_words) for meeting in meetings]


def _meeting_entry(meeting: Meeting) -> MeetingEntry:
    return MeetingEntry(
        meeting.level,
        meeting.place,
        meeting.field,
        meeting.base,
        {side.by: side.wording for side in meeting.sides},
        meeting.joint,
    )


def settlement_entries(settlements: Iterable[Settlement], joints: Joints) -> list[SettlementEntry]:
    return [
        SettlementEntry(
            settlement.joint.id,
            list(settlement.settled),
            [edit_in_words(edit, joints) for edit in settlement.joint.adopted_edits],
            meeting_entries(settlement.meetings),
        )
        for settlement in settlements
    ]


@dataclass(frozen=True)
class OutcomeEntry:
    """What merging a comment gave: the paragraphs that it touches, and why it was left out."""

    outcome: Outcome
    paragraphs: list[str]
    reasons: list[str]


@dataclass(frozen=True)
class ApplyAnswer(Answer):
    """What merging gave, by comment, and the files that were written, or would be."""

    format: ClassVar = "plancli apply"
    comments: dict[str, OutcomeEntry]
    conflicts: list[MeetingEntry]
    files: list[str]


def apply_answer(revision: Revision, names: Iterable[str], files: Sequence[str]) -> ApplyAnswer:
    comments = {
        name: OutcomeEntry(
            revision.outcomes[name],
            sorted(revision.placed[name].paragraphs),
            list(reasons(revision, name)),
        )
        for name in names
    }
    return ApplyAnswer(comments, meeting_entries(revision.conflicts), list(files))


@dataclass(frozen=True)
class RevertAnswer(Answer):
    """Which comments were taken out, which stay and why, and the files that were written, or would be."""

    format: ClassVar = "plancli revert"
    reverted: list[str]
    staying: list[str]
    conflicts: list[MeetingEntry]
    files: list[str]
