"""Comments, decisions, and the record of what is in the text."""

from enum import StrEnum
from typing import Annotated, NamedTuple, Self

from pydantic import Field, model_validator

from plancli.core.day import Day
from plancli.core.edits import Edit
from plancli.core.model import Model, Reason, UnfitError, Wording, Words
from plancli.core.span import Pages, Range


class Cited(Model):
    """Where a comment points, as its unit cited it; any part may be missing.

    `cites` keeps the unit's own words (第38页第19项“医疗健康工程”文中16-20行); what else is given overrides
    what is read in them.
    """

    cites: Words | None = None
    section: str | None = None
    page: Pages | None = None
    line: Range | None = None
    original: Wording | None = None


class Status(StrEnum):
    """The office's decision on a comment."""

    ADOPTED = "采纳"
    PARTLY = "部分采纳"
    MODIFIED = "修改后采纳"
    ALREADY = "已体现"
    REJECTED = "不采纳"
    EXPLAINED = "解释说明"
    OUT_OF_SCOPE = "不属于本规划范围"
    REFERRED = "转办"
    NOTED = "留作参考"
    JOINED = "合并"
    WITHDRAWN = "撤回"
    PENDING = "待定"


class Meaning(NamedTuple):
    """What a status means for the text and for the published table."""

    merges: bool
    needs_reason: bool
    adopted: bool
    label: str


MEANINGS = {
    Status.ADOPTED: Meaning(True, False, True, "已采纳"),
    Status.PARTLY: Meaning(True, True, True, "部分采纳"),
    Status.MODIFIED: Meaning(True, False, True, "修改后采纳"),
    Status.ALREADY: Meaning(False, False, True, "已体现"),
    Status.REJECTED: Meaning(False, True, False, "未采纳"),
    Status.EXPLAINED: Meaning(False, True, False, "解释说明"),
    Status.OUT_OF_SCOPE: Meaning(False, True, False, "不属于本规划范围"),
    Status.REFERRED: Meaning(False, True, False, "转有关部门研究"),
    Status.NOTED: Meaning(False, False, False, "留作参考"),
    Status.JOINED: Meaning(False, False, True, "合并办理"),
    Status.WITHDRAWN: Meaning(False, False, False, "已撤回"),
    Status.PENDING: Meaning(False, False, False, "待定"),
}


class Passage(Model):
    """Words of the draft that already say what a comment asks for."""

    quote: Wording
    within: Annotated[str | None, Field(alias="in")] = None


class Decision(Model):
    """What the office decided; `edits` only where the adopted text differs from what was asked."""

    status: Status = Status.PENDING
    reply: str | None = None
    reason: str | None = None
    edits: tuple[Edit, ...] | None = None
    already: tuple[Passage, ...] = ()
    settles: tuple[str, ...] = ()
    into: str | None = None


class Carried(Model):
    """Where a comment was made before it was carried over to a later draft."""

    draft: Words
    at: Cited = Field(default_factory=Cited.model_construct)


class Waiver(Model):
    """A rule of `check` that does not hold for one comment, and why."""

    rule: Words
    reason: Reason


class Item(Model):
    """One point of a compound comment, with a decision of its own."""

    opinion: Words
    at: Cited | None = None
    edits: tuple[Edit, ...] = ()
    decision: Decision = Field(default_factory=Decision.model_construct)


class Comment(Model):
    """One opinion of one unit on one draft; `id` comes from the file's path, never from the file.

    A compound comment has `items`; each becomes a comment by itself, `part_of` the whole one, for everything
    but the table and the counts.
    """

    id: Words
    part_of: str | None = None
    unit: Words
    draft: str | None = None
    received: Day | None = None
    letter: str | None = None
    at: Cited = Field(default_factory=Cited.model_construct)
    opinion: Words
    edits: tuple[Edit, ...] = ()
    decision: Decision = Field(default_factory=Decision.model_construct)
    carried: tuple[Carried, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    topic: Words | None = None
    handler: Words | None = None
    note: str | None = None
    items: tuple[Item, ...] = ()

    @model_validator(mode="after")
    def _whole_or_items(self) -> Self:
        if self.items and (self.edits or self.decision != Decision()):
            key = "edits" if self.edits else "decision"
            raise UnfitError(key, "items have edits and decisions, the whole comment has none of its own")
        return self

    @property
    def parts(self) -> tuple["Comment", ...]:
        """The comments that stand for this one: its items, numbered from 1, or itself."""
        shared = {"items": (), "part_of": self.id}
        return tuple(
            self.model_copy(
                update={
                    **shared,
                    "id": f"{self.id}.{number}",
                    "at": item.at or self.at,
                    "opinion": item.opinion,
                    "edits": item.edits,
                    "decision": item.decision,
                }
            )
            for number, item in enumerate(self.items, 1)
        ) or (self,)

    @property
    def adopted_edits(self) -> tuple[Edit, ...]:
        """The edits that an adopting decision puts into the text."""
        return self.edits if self.decision.edits is None else self.decision.edits

    @property
    def meaning(self) -> Meaning:
        return MEANINGS[self.decision.status]

    @property
    def merges(self) -> bool:
        """Whether this comment's adopted edits belong in the text."""
        return self.meaning.merges and bool(self.adopted_edits)


class Patch(Model):
    """Edits with the citation that helps to locate them."""

    at: Cited = Field(default_factory=Cited.model_construct)
    edits: tuple[Edit, ...]

    @staticmethod
    def of(at: Cited, edits: tuple[Edit, ...]) -> "Patch":
        """Put together what was validated before."""
        return Patch.model_construct(at=at, edits=edits)


class Round(Model):
    """The patches that went into the text on one draft, by comment id."""

    draft: Words
    comments: dict[str, Patch] = Field(default_factory=dict)


class Record(Model):
    """`plan/applied.yaml`: the patches that are in the text, by comment id; `earlier` rounds are closed."""

    draft: str | None = None
    comments: dict[str, Patch] = Field(default_factory=dict)
    earlier: tuple[Round, ...] = ()
