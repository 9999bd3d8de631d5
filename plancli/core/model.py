"""The plan and its drafts as values: validated once when read, then trusted."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    WithJsonSchema,
)

from plancli.core.day import Day
from plancli.core.span import Line, Pages, Range
from plancli.core.text import join_lines


class Model(BaseModel):
    """Immutable; a key that the format does not know is refused."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, defer_build=True
    )


_LABEL = {"anyOf": [{"type": "string"}, {"type": "number"}]}

Label = Annotated[str, Field(min_length=1), WithJsonSchema(_LABEL)]
Words = Annotated[str, Field(min_length=1)]
Text = Annotated[str, AfterValidator(join_lines)]
"""Running text; in the file one sentence a line, here without line breaks."""


def _not_blank(words: str) -> str:
    if not words:
        raise ValueError("there are only blanks")
    return words


Wording = Annotated[str, Field(min_length=1), AfterValidator(join_lines), AfterValidator(_not_blank)]


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
    """The smallest addressable text. `page`, `line`, `layout` belong to a draft, never to the working plan.

    `layout` says where each printed line begins, as far as that is known; without it `page` and `line` hold
    for the whole paragraph.
    """

    id: Label
    heading: Text = ""
    text: Text = ""
    units: tuple[Words, ...] | None = None
    page: Pages | None = None
    line: Range | None = None
    layout: tuple[Line, ...] = ()
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
    """What a consulted unit answered."""

    COMMENTS = "有意见"
    NOTHING = "无意见"
    LAPSED = "逾期视为无意见"
    NONE = "未回复"
    SUPPLEMENT = "补充意见"


class UnitKind(StrEnum):
    """Who a row of the roster is: only units count as units."""

    UNIT = "单位"
    PUBLIC = "公众"
    PERSON = "个人"


class Unit(Model):
    """One row of the roster, in the order of publication; without `reply` its comments speak for it."""

    name: Words
    kind: UnitKind = UnitKind.UNIT
    reply: Reply | None = None
    channel: str | None = None


class Totals(Model):
    """The figures that the office publishes; `check` counts again."""

    units: int | None = None
    replied: int | None = None
    commented: int | None = None
    nothing: int | None = None
    lapsed: int | None = None
    silent: int | None = None
    letters: int | None = None
    comments: int | None = None
    items: int | None = None
    edits: int | None = None
    adopted: int | None = None
    partly: int | None = None
    declined: int | None = None
    statuses: dict[str, int] = Field(default_factory=dict)


class Frozen(Model):
    """A draft's entry in the manifest; `digest` covers its wording, not its pages and lines."""

    name: Words
    digest: Words
    date: str | None = None


class DraftingNote(Model):
    """Why the drafting office itself changed a part: a paragraph, or title or list of a section or column.

    `change` is exactly what was changed, as `check` marks it; without it the note stands for any change.
    """

    paragraph: Label
    reason: Words
    change: Words | None = None


class Weight(StrEnum):
    """What a plan makes of a rule of `check`."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Manifest(Model):
    """`plan/plan.yaml`; `rules` gives codes of `check` another weight.

    `aliases` maps a short name of a unit to its name; one that maps to itself is a unit of its own.
    """

    title: Words
    issuer: Words
    language: Words = "zh"
    draft: str | None = None
    drafts: tuple[Frozen, ...] = ()
    sections: tuple[Label, ...]
    units: tuple[Unit, ...] = ()
    deadline: Day | None = None
    notes: tuple[DraftingNote, ...] = ()
    rules: dict[str, Weight] = Field(default_factory=dict)
    aliases: dict[str, Words] = Field(default_factory=dict)
    totals: Totals = Field(default_factory=Totals.model_construct)
