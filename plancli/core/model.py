"""The files of a plan repository as values: validated once when read, then trusted."""

import re
from enum import StrEnum
from functools import cache
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
    """Inclusive range of printed pages or lines; negative lines count from the foot of the page.

    `series` tells what is counted: "" for plain numbers, "i" or "I" for Roman ones, else the label's prefix.
    """

    first: int
    last: int
    series: str = ""

    def __str__(self) -> str:
        ends = dict.fromkeys(_label(self.series, number) for number in (self.first, self.last))
        return "-".join(ends)

    def meets(self, other: "Span") -> bool:
        return self.series == other.series and self.first <= other.last and other.first <= self.last


_ROMANS = {100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix", 5: "v", 4: "iv", 1: "i"}


@cache
def page_span(label: str) -> Span:
    """Read 38, 16-20, -3, iv, 附3 or A-1; anything else is a ValueError."""
    match = _RANGE.fullmatch(label)
    series, first = _numbered(match[1]) if match else ("", 0)
    last = _numbered(match[2]) if match and match[2] else (series, first)
    if match is None or last[1] < first or last[0] not in ("", series):
        raise ValueError("not a number or a range such as 16-20")
    return Span(first, last[1], series)


def _numbered(label: str) -> tuple[str, int]:
    """Split a label into its series and its number."""
    if label.lstrip("-").isdecimal():
        return "", int(label)
    if label[-1].isdecimal():
        prefix = label.rstrip("0123456789")
        return prefix, int(label[len(prefix) :])
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[char] for char in label.lower()]
    signs = (-1 if value < after else 1 for value, after in zip(values, [*values[1:], 0], strict=True))
    return "i" if label.islower() else "I", sum(s * v for s, v in zip(signs, values, strict=True))


def _label(series: str, number: int) -> str:
    if series not in ("i", "I"):
        return f"{series}{number}"
    label = ""
    for value, numeral in _ROMANS.items():
        label += numeral * (number // value)
        number %= value
    return label if series == "i" else label.upper()


def _span(value: object) -> object:
    return value if isinstance(value, Span) else page_span(str(value))


_PAGE = r"(-?\d+|[^\d\s-]+-?\d+|[ivxlc]+|[IVXLC]+)"
_RANGE = re.compile(rf"{_PAGE}(?:-{_PAGE})?")
_NUMBER = {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": rf"^{_PAGE}(-{_PAGE})?$"}]}
_LABEL = {"anyOf": [{"type": "string"}, {"type": "number"}]}


class PrintedLine(NamedTuple):
    """Page and line of the draft from character `at` of a printed paragraph (heading。text…) on."""

    at: int
    page: Span | None
    line: int | None

    def __str__(self) -> str:
        marks = (f"{self.at}", f"P{self.page}" if self.page else "", f"L{self.line}" if self.line else "")
        return " ".join(mark for mark in marks if mark)


_PRINTED_LINE = re.compile(r"(\d+)(?: P(\S+))?(?: L(\d+))?")


def _printed_line(value: object) -> object:
    if isinstance(value, PrintedLine):
        return value
    match = _PRINTED_LINE.fullmatch(str(value))
    if match is None or not (match[2] or match[3]):
        raise ValueError("not a printed line such as 27 P35 L21")
    return PrintedLine(
        int(match[1]), page_span(match[2]) if match[2] else None, int(match[3]) if match[3] else None
    )


Line = Annotated[
    PrintedLine,
    BeforeValidator(_printed_line),
    PlainSerializer(str),
    WithJsonSchema({"type": "string", "pattern": r"^\d+( P\S+)?( L\d+)?$"}),
]
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
    """The smallest addressable text. `page`, `line`, `layout` belong to a draft, never to the working plan.

    `layout` says where each printed line begins, as far as that is known; without it `page` and `line` hold
    for the whole paragraph.
    """

    id: Label
    heading: Text = ""
    text: Text = ""
    units: tuple[Words, ...] | None = None
    page: Range | None = None
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


class NewColumn(Model):
    """A column that a comment adds, with its items."""

    column: Words
    title: str = ""
    items: tuple[NewParagraph, ...] = ()


class NewSection(Model):
    """A section that a comment adds, with its paragraphs."""

    key: Words
    title: Words
    parent: str | None = None
    body: tuple[NewParagraph, ...] = ()


def _novelty(value: Any) -> str:
    keyed = value if isinstance(value, dict) else getattr(value, "__dict__", {})
    return "<section>" if "key" in keyed else "<column>" if "column" in keyed else "<paragraph>"


New = Annotated[
    Annotated[NewParagraph, Tag("<paragraph>")]
    | Annotated[NewColumn, Tag("<column>")]
    | Annotated[NewSection, Tag("<section>")],
    Discriminator(_novelty),
]


class Add(Model):
    """Add a paragraph, item, column or section.

    `to` is the section or column that it goes into, behind `after` or at the end; a section has only `after`,
    the section that it follows.
    """

    add: New
    to: Words | None = None
    after: Label | None = None
    order: int | None = None

    @model_validator(mode="after")
    def _into_something(self) -> Self:
        if isinstance(self.add, NewSection) == (self.to is not None):
            raise ValueError("say where to add: to: for a paragraph or column, only after: for a section")
        return self


class Remove(Model):
    """Remove a paragraph, item, column or section, with all that it holds."""

    remove: Label


class Move(Model):
    """Move a paragraph, item, column or section behind `after`, or before `before`, or to the end of `to`."""

    move: Label
    after: Label | None = None
    before: Label | None = None
    to: Words | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if sum(place is not None for place in (self.after, self.before, self.to)) != 1:
            raise ValueError("say where to move: one of after, before, to")
        return self


class ChangeUnits(Model):
    """Change the responsible units of a paragraph: add and remove names, or set the list."""

    units: Label
    add: tuple[Words, ...] = ()
    remove: tuple[Words, ...] = ()
    set: tuple[Words, ...] | None = None


VERBS = ("replace", "delete", "insert", "rewrite", "add", "remove", "move", "units")


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
    | Annotated[Move, Tag("<move>")]
    | Annotated[ChangeUnits, Tag("<units>")],
    Discriminator(_verb),
]


class Cited(Model):
    """Where a comment points, as its unit cited it; any part may be missing.

    `cites` keeps the unit's own words (第38页第19项“医疗健康工程”文中16-20行); what else is given overrides
    what is read in them.
    """

    cites: Words | None = None
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


class Carried(Model):
    """Where a comment was made before it was carried over to a later draft."""

    draft: Words
    at: Cited = Field(default_factory=Cited.model_construct)


class Comment(Model):
    """One opinion of one unit on one draft; `id` comes from the file's path, never from the file."""

    id: Words
    unit: Words
    draft: str | None = None
    at: Cited = Field(default_factory=Cited.model_construct)
    opinion: Words
    edits: tuple[Edit, ...] = ()
    decision: Decision = Field(default_factory=Decision.model_construct)
    carried: tuple[Carried, ...] = ()
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


class Round(Model):
    """The patches that went into the text on one draft, by comment id."""

    draft: Words
    comments: dict[str, Patch] = {}


class Record(Model):
    """`plan/applied.yaml`: the patches that are in the text, by comment id; `earlier` rounds are closed."""

    draft: str | None = None
    comments: dict[str, Patch] = {}
    earlier: tuple[Round, ...] = ()
