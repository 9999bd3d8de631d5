"""Comments, decisions, and the record of what is in the text."""

from enum import StrEnum
from typing import Annotated, Self

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
    PrivateAttr,
    WithJsonSchema,
    model_validator,
)

from plancli.core.comments.attachment import Attachment, Attachments, attachment_of
from plancli.core.comments.edits import Edit
from plancli.core.comments.status import Meaning, Status
from plancli.core.plan.arrival import Arrival
from plancli.core.plan.day import Day
from plancli.core.plan.model import (
    Model,
    NonBlank,
    Reason,
    UnfitError,
    Words,
    alone,
    one_or_several,
    without_twins,
)
from plancli.core.plan.names import Name
from plancli.core.plan.span import Pages, Range
from plancli.core.text.characters import LIST_MARK


class Cited(Model):
    """Where a comment points, as its unit cited it; any part may be missing.

    `cites` keeps the unit's own words (第38页第19项“医疗健康工程”文中16-20行); what else is given overrides
    what is read in them.
    """

    cites: Words | None = None
    section: str | None = None
    page: Pages | None = None
    line: Range | None = None
    original: NonBlank | None = None


NOTHING_CITED = Cited.model_construct()
"""What is said of words that are looked for in the whole draft."""


class Passage(Model):
    """Words of the draft that already say what a comment asks for."""

    quote: NonBlank
    within: Annotated[str | None, Field(alias="in")] = None


class Approval(Model):
    """Who signed a decision off, when, at which level of plan.yaml.

    `digest` is that of what was approved (`comments/approval.py`). What is missing is a finding of `check`.
    """

    level: Name
    by: Name | None = None
    on: Day | None = None
    digest: Name | None = None


class Decision(Model):
    """What the office decided; `edits` only where the adopted text differs from what was asked.

    `approved` says who signed it off.
    """

    status: Status = Status.PENDING
    reply: str | None = None
    reason: str | None = None
    edits: tuple[Edit, ...] | None = None
    already: tuple[Passage, ...] = ()
    settles: tuple[str, ...] = ()
    into: str | None = None
    approved: tuple[Approval, ...] | None = None


class Carried(Model):
    """Where a comment was made before it was carried over to a later draft."""

    draft: Name
    at: Cited = Field(default_factory=Cited.model_construct)


class Waiver(Model):
    """A rule of `check` that does not hold for one comment, and why."""

    rule: Name
    reason: Reason


class ReadAs(StrEnum):
    """Who found out what an opinion asks for; people, where a file does not say.

    The program read it wholly (taken), or proposed its edits and somebody took them (confirmed); or somebody
    said that it asks for none (opinion).
    """

    TAKEN = "taken"
    CONFIRMED = "confirmed"
    OPINION = "opinion"


_TOPIC = {"type": "string", "minLength": 1}
Topics = Annotated[
    tuple[Name, ...],
    BeforeValidator(one_or_several),
    Field(min_length=1),
    AfterValidator(without_twins),
    PlainSerializer(alone),
    WithJsonSchema({"anyOf": [_TOPIC, {"type": "array", "items": _TOPIC, "minItems": 1}]}),
]
"""What an opinion is about: one word, or a list of them."""


Signatories = Annotated[tuple[Name, ...], Field(min_length=1), AfterValidator(without_twins)]
"""The units that sign one opinion together, in the order in which they sign."""


class Item(Model):
    """One point of a compound comment, with a decision of its own."""

    opinion: Words
    at: Cited | None = None
    read: ReadAs | None = None
    edits: tuple[Edit, ...] = ()
    decision: Decision = Field(default_factory=Decision.model_construct)


class Comment(Model):
    """One opinion of one unit on one draft; `id` comes from the file's path, never from the file.

    A joint one has `units`: all that sign it, `unit` as the first of them.
    `blacken` are words of the opinion that are not published, `attachments` the files that came with it,
    which nobody outside sees. `read` says who found out what it asks for, `source` from which file it was
    taken in. A compound comment has `items`; each becomes a comment by itself, `part_of` the whole one, for
    everything but the table and the counts.
    """

    id: Name
    part_of: str | None = None
    unit: Name
    units: Signatories | None = None
    draft: Name | None = None
    received: Day | None = None
    letter: Name | None = None
    at: Cited = Field(default_factory=Cited.model_construct)
    opinion: Words
    read: ReadAs | None = None
    edits: tuple[Edit, ...] = ()
    decision: Decision = Field(default_factory=Decision.model_construct)
    carried: tuple[Carried, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    topic: Topics | None = None
    handler: Name | None = None
    note: str | None = None
    blacken: tuple[NonBlank, ...] = ()
    attachments: Attachments | None = None
    source: Arrival | None = None
    items: tuple[Item, ...] = ()
    _whole: str | None = PrivateAttr(default=None)

    @model_validator(mode="after")
    def _signed_first(self) -> Self:
        if self.units is not None and self.units[0] != self.unit:
            raise UnfitError("units", "the unit of the comment stands first among those that sign")
        return self

    @model_validator(mode="after")
    def _whole_or_items(self) -> Self:
        if self.items:
            reason = "items have edits and decisions, the whole comment has none of its own"
            if self.edits:
                raise UnfitError("edits", reason)
            if self.decision != Decision():
                raise UnfitError("decision", reason)
        return self

    @property
    def signatories(self) -> tuple[str, ...]:
        """All units whose comment it is, its own first."""
        if self.units is None:
            return (self.unit,)
        return self.units

    def is_of(self, unit: str) -> bool:
        """Whether it is a comment of a unit, alone or together with others."""
        return unit in self.signatories

    def signed(self, comma: str = LIST_MARK) -> str:
        """Return the names of all units whose comment it is, as they are printed."""
        return comma.join(self.signatories)

    @property
    def topics(self) -> tuple[str, ...]:
        """What it is about, as far as somebody said so."""
        if self.topic is None:
            return ()
        return self.topic

    @property
    def attached(self) -> tuple[Attachment, ...]:
        """The files that came with it."""
        if self.attachments is None:
            return ()
        return tuple(map(attachment_of, self.attachments))

    @property
    def parts(self) -> tuple["Comment", ...]:
        """The comments that stand for this one: its items, numbered from 1, or itself."""
        if not self.items:
            return (self,)
        found: list[Comment] = []
        for number, item in enumerate(self.items, 1):
            found.append(self._part(number, item))
        return tuple(found)

    def _part(self, number: int, item: Item) -> "Comment":
        """Return an item as a comment by itself; what it does not say it shares with the whole."""
        own = {
            "id": f"{self.id}.{number}",
            "part_of": self.id,
            "items": (),
            "at": item.at or self.at,
            "opinion": item.opinion,
            "read": item.read,
            "edits": item.edits,
            "decision": item.decision,
        }
        part = self.model_copy(update=own)
        part._whole = self.opinion
        return part

    @property
    def whole_opinion(self) -> str | None:
        """Of a point the opinion of the whole comment, which is published with its answer."""
        return self._whole

    @property
    def adopted_edits(self) -> tuple[Edit, ...]:
        """The edits that an adopting decision puts into the text."""
        if self.decision.edits is None:
            return self.edits
        return self.decision.edits

    @property
    def meaning(self) -> Meaning:
        return self.decision.status.meaning

    @property
    def merges(self) -> bool:
        """Whether this comment's adopted edits belong in the text."""
        return self.meaning.merges and bool(self.adopted_edits)
