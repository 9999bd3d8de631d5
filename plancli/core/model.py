"""The files of a plan repository as values: validated once when read, then trusted."""

from enum import StrEnum
from typing import Annotated, Any, NamedTuple, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    Tag,
    WithJsonSchema,
    model_validator,
)

from plancli.core.text import join_lines


class Model(BaseModel):
    """Immutable; a key that the format does not know is refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )


class Span(NamedTuple):
    """Inclusive range of printed pages or lines."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"

    def meets(self, other: "Span") -> bool:
        return self.first <= other.last and other.first <= self.last


def _span(value: object) -> object:
    if isinstance(value, Span):
        return value
    first, dash, last = str(value).partition("-")
    if not (first.isdecimal() and (last.isdecimal() if dash else True)) or int(last or first) < int(first):
        raise ValueError("not a number or a range such as 16-20")
    return Span(int(first), int(last or first))


_NUMBER = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^\d+(-\d+)?$"}]}
_LABEL = {"anyOf": [{"type": "string"}, {"type": "number"}]}

Range = Annotated[Span, BeforeValidator(_span), PlainSerializer(str), WithJsonSchema(_NUMBER)]
Label = Annotated[str, Field(min_length=1), WithJsonSchema(_LABEL)]
Words = Annotated[str, Field(min_length=1)]
Text = Annotated[str, AfterValidator(join_lines)]
"""Running text; in the file one sentence a line, here without line breaks."""
Wording = Annotated[str, Field(min_length=1), AfterValidator(join_lines)]


# --- the plan ---------------------------------------------------------------------------------------------


class Origin(StrEnum):
    """How the wording of a paragraph is known."""

    QUOTED = "引用"
    REPEATED = "复述"
    READING = "解读"
    INFERRED = "推断"
    UNKNOWN = "未见"


class Source(Model):
    """Provenance of a paragraph's wording in the draft."""

    origin: Origin
    comments: tuple[str, ...] = ()
    note: str | None = None


class Paragraph(Model):
    """The smallest addressable text. `page` and `line` belong to a draft and never to the working plan."""

    id: Label
    heading: Text = ""
    text: Text = ""
    units: tuple[Words, ...] | None = None
    page: Range | None = None
    line: Range | None = None
    source: Source | None = None


class Column(Model):
    """A boxed column (专栏) inside a section; its key is the section's key and its own name."""

    column: Words
    title: str = ""
    items: tuple[Paragraph, ...] = ()


def _part(value: Any) -> str:
    keyed = value if isinstance(value, dict) else getattr(value, "__dict__", {})
    return "<column>" if "column" in keyed else "<paragraph>"


Part = Annotated[
    Annotated[Paragraph, Tag("<paragraph>")] | Annotated[Column, Tag("<column>")], Discriminator(_part)
]


class Section(Model):
    """A chapter, task or project; `parent` defaults to the key without its last component."""

    key: Words
    title: Words
    parent: str | None = None
    body: tuple[Part, ...] = ()

    @property
    def above(self) -> str | None:
        """Key of the section that holds this one."""
        return self.parent or self.key.rpartition("/")[0] or None


class Draft(Model):
    """A frozen copy of the plan as it was circulated."""

    draft: Words
    sections: tuple[Section, ...]


class Reply(StrEnum):
    """What a consulted unit without comments answered."""

    NOTHING = "无意见"
    NONE = "未回复"


class Unit(Model):
    """One row of the roster, in the order of publication."""

    name: Words
    reply: Reply | None = None
    channel: str | None = None


class Frozen(Model):
    """A draft's entry in the manifest; `digest` covers its wording, not its pages and lines."""

    name: Words
    digest: Words
    date: str | None = None


class DraftingNote(Model):
    """Why the drafting office itself changed a paragraph."""

    paragraph: Label
    reason: Words


class Manifest(Model):
    """`plan/plan.yaml`."""

    title: Words
    issuer: Words
    language: Words = "zh"
    draft: str | None = None
    drafts: tuple[Frozen, ...] = ()
    sections: tuple[Label, ...]
    units: tuple[Unit, ...] = ()
    deadline: str | None = None
    notes: tuple[DraftingNote, ...] = ()


# --- comments ---------------------------------------------------------------------------------------------


class Replace(Model):
    """Replace the quoted words."""

    replace: Wording
    wording: Annotated[Text, Field(alias="with")]
    within: Annotated[str | None, Field(alias="in")] = None


class Delete(Model):
    """Delete the quoted words."""

    delete: Wording
    within: Annotated[str | None, Field(alias="in")] = None


class Insert(Model):
    """Insert after or before quoted words, or at the end of the paragraph `into`.

    `order` states how insertions of several comments at one place follow each other.
    """

    insert: Wording
    after: Wording | None = None
    before: Wording | None = None
    into: Label | None = None
    order: int | None = None
    within: Annotated[str | None, Field(alias="in")] = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if sum(place is not None for place in (self.after, self.before, self.into)) != 1:
            raise ValueError("say where to insert: one of after, before, into")
        return self


class Rewrite(Model):
    """Give a paragraph a new text; only what differs counts as changed."""

    rewrite: Label
    wording: Annotated[Text, Field(alias="with")]


class NewParagraph(Model):
    """A paragraph that a comment adds; its id defaults to the comment's id."""

    id: Label | None = None
    heading: Text = ""
    text: Text = ""
    units: tuple[Words, ...] | None = None


class Add(Model):
    """Add a paragraph or item to the section or column `to`, after the paragraph `after` or at the end."""

    add: NewParagraph
    to: Words
    after: Label | None = None
    order: int | None = None


class Remove(Model):
    """Remove a paragraph or item."""

    remove: Label


class ChangeUnits(Model):
    """Change the responsible units of a paragraph: add and remove names, or set the list."""

    units: Label
    add: tuple[Words, ...] = ()
    remove: tuple[Words, ...] = ()
    set: tuple[Words, ...] | None = None


VERBS = ("replace", "delete", "insert", "rewrite", "add", "remove", "units")


def _verb(value: Any) -> str | None:
    keyed = value if isinstance(value, dict) else getattr(value, "__dict__", {})
    verbs = [verb for verb in VERBS if verb in keyed]
    if "units" in verbs:
        return "<units>"
    return f"<{verbs[0]}>" if verbs else None


Edit = Annotated[
    Annotated[Replace, Tag("<replace>")]
    | Annotated[Delete, Tag("<delete>")]
    | Annotated[Insert, Tag("<insert>")]
    | Annotated[Rewrite, Tag("<rewrite>")]
    | Annotated[Add, Tag("<add>")]
    | Annotated[Remove, Tag("<remove>")]
    | Annotated[ChangeUnits, Tag("<units>")],
    Discriminator(_verb),
]


class Cited(Model):
    """Where a comment points, as its unit cited it; any part may be missing."""

    section: str | None = None
    page: Range | None = None
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


class Comment(Model):
    """One opinion of one unit on one draft; `id` comes from the file's path, never from the file."""

    id: Words
    unit: Words
    draft: str | None = None
    at: Cited = Field(default_factory=Cited.model_construct)
    opinion: Words
    edits: tuple[Edit, ...] = ()
    decision: Decision = Field(default_factory=Decision.model_construct)
    note: str | None = None

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


# --- the record of what is in the text --------------------------------------------------------------------


class Patch(Model):
    """Edits with the citation that helps to locate them."""

    at: Cited = Field(default_factory=Cited.model_construct)
    edits: tuple[Edit, ...]

    @staticmethod
    def of(at: Cited, edits: tuple[Edit, ...]) -> "Patch":
        """Put together what was validated before."""
        return Patch.model_construct(at=at, edits=edits)


class Record(Model):
    """`plan/applied.yaml`: the patches that are in the text, by comment id."""

    draft: str | None = None
    comments: dict[str, Patch] = {}
