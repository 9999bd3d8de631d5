"""Comments, how far they have come, and the tables made of them, for programs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from plancli.core.comments.approval import Levels
from plancli.core.comments.comment import Comment
from plancli.core.comments.status import Status
from plancli.core.evidence.audit import Reading
from plancli.core.plan.manifest import Reply, UnitKind
from plancli.core.publish.claims import Claim
from plancli.core.revision.revise import Outcome
from plancli.core.rounds.consulted import Consulted
from plancli.core.rounds.standing import Standing, State
from plancli.core.text.marked import marked
from plancli.render.answers.answer import ONLY_IF_ANY, Answer
from plancli.render.answers.findings import FindingEntry, finding_entries
from plancli.render.answers.meetings import MeetingEntry
from plancli.render.answers.passages import HungParagraphEntry
from plancli.render.tables.feedback import Report


@dataclass(frozen=True)
class StandingEntry:
    """A comment by its decision and how far it has come; `outcome` is what merging gave or would give.

    `units` are there where several sign it, here as in all answers.
    """

    id: str
    unit: str
    status: Status
    state: State
    outcome: Outcome | None
    units: list[str] = field(default_factory=list, metadata=ONLY_IF_ANY)


@dataclass(frozen=True)
class LevelEntry:
    """A level at which decisions are signed off: what is approved, what waits for it, what changed since."""

    level: str
    approved: list[str]
    waiting: list[str]
    stale: list[str]


def level_entries(levels: Iterable[Levels]) -> list[LevelEntry]:
    """Build the entries of the levels that a plan requires."""
    return [
        LevelEntry(one.level, list(one.approved), list(one.waiting), list(one.stale))
        for one in levels
    ]


@dataclass(frozen=True)
class StatusAnswer(Answer):
    """The open round: its comments, where they meet, the paragraphs that the office changed itself.

    `left` are comments of closed rounds with which something is still to be done; `review` those of which a
    person has still to say what they ask for; `states` how many have come how far. `approval` is there where
    plan.yaml requires any.
    """

    format: ClassVar = "plancli status"
    title: str
    draft: str | None
    comments: list[StandingEntry]
    meetings: list[MeetingEntry]
    office: list[str]
    left: list[str]
    review: list[str]
    states: dict[str, int]
    approval: list[LevelEntry] = field(default_factory=list, metadata=ONLY_IF_ANY)


def standing_entry(standing: Standing) -> StandingEntry:
    comment = standing.comment
    return StandingEntry(
        comment.id,
        comment.unit,
        comment.decision.status,
        standing.state,
        standing.outcome,
        units=list(comment.units or ()),
    )


@dataclass(frozen=True)
class CommentEntry:
    """A comment as its file has it, and how far it has come."""

    state: State
    comment: Comment


@dataclass(frozen=True)
class UnitEntry:
    """A unit: what counts as its answer, its short names, its comments, what it is responsible for."""

    name: str
    kind: UnitKind
    listed: bool
    reply: Reply | None
    channel: str | None
    short: list[str]
    comments: list[str]
    paragraphs: list[str]


def unit_entry(found: Consulted) -> UnitEntry:
    return UnitEntry(
        found.unit.name,
        found.unit.kind,
        found.listed,
        found.reply,
        found.unit.channel,
        list(found.short),
        list(found.comments),
        list(found.paragraphs),
    )


@dataclass(frozen=True)
class UnitAnswer(Answer):
    """The roster, or the units that were named, as they are now; and the files that were written for it."""

    format: ClassVar = "plancli unit"
    units: list[UnitEntry]
    files: list[str]


@dataclass(frozen=True)
class ShowAnswer(Answer):
    """The paragraphs that a key names, or the comments that an id or a unit does, and the unit itself."""

    format: ClassVar = "plancli show"
    paragraphs: list[HungParagraphEntry]
    comments: list[CommentEntry]
    units: list[UnitEntry] = field(default_factory=list)


# --- tables -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CountsEntry:
    """The figures of a consultation, as in plan.yaml under totals; `statuses` counts by decision.

    `intended`, where there is any, has those of them that the text does not prove, `in_conflict` those of the
    intended that cannot come into it as they are; `adopted` is without them.
    """

    units: int
    replied: int
    commented: int
    nothing: int
    lapsed: int
    silent: int
    supplemented: int
    letters: int
    comments: int
    items: int
    edits: int
    statuses: dict[str, int]
    persons: int
    adopted: int
    declined: int
    intended: dict[str, int] = field(default_factory=dict, metadata=ONLY_IF_ANY)
    in_conflict: dict[str, int] = field(default_factory=dict, metadata=ONLY_IF_ANY)


@dataclass(frozen=True)
class RowEntry:
    """One row of the feedback table; a unit without comments has one without id and status.

    `decision` is what is published; `proved` is there, and false, where the text has not what `status` says;
    then `in_text` says whether it is `not-yet` or `in-conflict`.
    """

    unit: str
    id: str
    opinion: str
    decision: str
    status: str
    proved: bool | None = field(default=None, metadata=ONLY_IF_ANY)
    in_text: str = field(default="", metadata=ONLY_IF_ANY)
    units: list[str] = field(default_factory=list, metadata=ONLY_IF_ANY)


@dataclass(frozen=True)
class ReportAnswer(Answer):
    """The feedback table of a round; `stamp`, where there is one, says that it is not for publication."""

    format: ClassVar = "plancli report"
    title: str
    counts: CountsEntry
    rows: list[RowEntry]
    stamp: str = field(default="", metadata=ONLY_IF_ANY)


def report_answer(report: Report) -> ReportAnswer:
    counts = report.counts
    rows = [
        RowEntry(
            row.units[0],
            row.id,
            row.opinion,
            row.decision,
            row.status,
            proved=None if row.proved else False,
            in_text="" if row.proved else str(row.in_text),
            units=list(row.units) if len(row.units) > 1 else [],
        )
        for group in report.table
        for row in group.rows
    ]
    figures = CountsEntry(**counts._asdict(), adopted=counts.adopted, declined=counts.declined)
    return ReportAnswer(report.title, figures, rows, report.stamp)


@dataclass(frozen=True)
class ProofEntry:
    """Words of the plan with the marks of a comment: [-removed-]{+new+}."""

    paragraph: str
    container: str
    words: str


@dataclass(frozen=True)
class WordingEntry:
    """One field as the draft has it, as it was asked for, and as it was adopted; empty where absent."""

    paragraph: str
    field: str
    draft: str
    asked: str
    adopted: str


@dataclass(frozen=True)
class TotalEntry:
    """One unit's comments, a compound one counted once, and the mean share of what they asked."""

    unit: str
    comments: int
    adopted: int
    partly: int
    in_text: int
    not_yet: int
    in_conflict: int
    share: float | None


@dataclass(frozen=True)
class DecisionEntry:
    """A decision, how many comments have it (a compound one counts once), and their share of all.

    `in_text` is there where the text does not prove it: `not-yet` or `in-conflict`.
    """

    status: Status
    comments: int
    share: float
    in_text: str = field(default="", metadata=ONLY_IF_ANY)


def decision_entries(decided: Mapping[Claim, int]) -> list[DecisionEntry]:
    """Build the entries of what was counted by decision."""
    whole = sum(decided.values())
    return [
        DecisionEntry(
            claim.status, number, number / whole, "" if claim.proved else str(claim.in_text)
        )
        for claim, number in decided.items()
    ]


@dataclass(frozen=True)
class ReadingEntry:
    """One comment with its evidence; `share` is the part of the asked characters that was adopted."""

    id: str
    unit: str
    status: Status
    state: State
    share: float | None
    wordings: list[WordingEntry]
    passages: list[ProofEntry]
    findings: list[FindingEntry]
    units: list[str] = field(default_factory=list, metadata=ONLY_IF_ANY)


@dataclass(frozen=True)
class AuditAnswer(Answer):
    """The evidence of a round, by comment, and totals by unit and decision; `stamp` as in the table's."""

    format: ClassVar = "plancli audit"
    title: str
    draft: str
    comments: list[ReadingEntry]
    units: list[TotalEntry]
    decisions: list[DecisionEntry]
    stamp: str = field(default="", metadata=ONLY_IF_ANY)


def reading_entry(reading: Reading) -> ReadingEntry:
    comment = reading.comment
    return ReadingEntry(
        comment.id,
        comment.unit,
        comment.decision.status,
        reading.state,
        reading.compared.share,
        [
            WordingEntry(w.paragraph, w.field, w.draft, w.asked, w.adopted)
            for w in reading.compared.wordings
        ],
        [ProofEntry(p.paragraph, p.container, marked(p.runs)) for p in reading.passages],
        finding_entries(reading.findings),
        units=list(comment.units or ()),
    )
