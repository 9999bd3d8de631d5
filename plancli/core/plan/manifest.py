"""plan.yaml as a value: what the plan is called, who was consulted, what is published of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, NamedTuple

from pydantic import Field, field_validator, model_validator

from plancli.core.entry import N_
from plancli.core.meaningful import Meaningful
from plancli.core.plan.arrival import Arrival
from plancli.core.plan.day import Day
from plancli.core.plan.joints import Joints, joints_of
from plancli.core.plan.model import Label, Model, Reason, Separator, UnfitError, Words
from plancli.core.plan.names import Name
from plancli.core.plan.numbering import Numbering
from plancli.core.plan.tables import Preset
from plancli.core.text.punctuation import Punctuation, usual_in, written_with


class Answer(NamedTuple):
    """What a reply means: its words in other languages than Chinese, and the head of a list of such units.

    Units that sent comments are listed with them, and need no list of their own.
    """

    words: str
    head: str = ""


class Reply(Meaningful):
    """What a consulted unit answered."""

    meaning: Answer

    COMMENTS = "有意见", Answer(N_("with comments"))
    NOTHING = "无意见", Answer(N_("no comments"), N_("No objection"))
    LAPSED = (
        "逾期视为无意见",
        Answer(
            N_("no reply in time, counted as no comments"),
            N_("Silent until the deadline, counted as no objection"),
        ),
    )
    NONE = "未回复", Answer(N_("no reply"), N_("Not replied"))
    SUPPLEMENT = "补充意见", Answer(N_("further comments"))


class UnitKind(StrEnum):
    """Who a row of the roster is: only units count as units."""

    UNIT = "单位"
    PUBLIC = "公众"
    PERSON = "个人"


class Unit(Model):
    """One row of the roster, in the order of publication; without `reply` its comments speak for it.

    `reply` is what it answered in the round that is open, `source` the file that says so.
    """

    name: Name
    kind: UnitKind = UnitKind.UNIT
    reply: Reply | None = None
    channel: str | None = None
    source: Arrival | None = None


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


class Letterhead(Model):
    """What letters to units bear beside their words: 发文字号, 联系人, 抄送.

    The `reference` has {number} where the number of the letter stands.
    """

    reference: Words | None = None
    contact: Words | None = None
    copies: tuple[Name, ...] = ()

    @field_validator("reference", mode="after")
    @classmethod
    def _numbered(cls, reference: str | None) -> str | None:
        """Refuse a reference that would be the same on every letter."""
        if reference is not None and reference.count("{number}") != 1:
            raise ValueError(
                "the reference of letters has {number} once, where their number stands"
            )
        return reference


class Mended(Model):
    """A slip of transcription that was mended in the copy of a draft: where, what, why.

    `before` is the digest that the draft had with the slip.
    """

    part: Label
    change: Words
    reason: Reason
    before: Words


class Frozen(Model):
    """A draft's entry in the manifest; `digest` covers its wording, not its pages and lines.

    `replies` is what units answered on it, `deadline` until when: kept here when the next round began.
    `mended` are the slips of transcription that were mended since, in their order.
    """

    name: Name
    digest: Words
    date: str | None = None
    deadline: Day | None = None
    replies: dict[str, Reply] = Field(default_factory=dict)
    mended: tuple[Mended, ...] = ()


class DraftingNote(Model):
    """Why the drafting office itself changed a part: a paragraph, or title or list of a section or column.

    `change` is exactly what was changed, as `check` marks it; without it the note stands for any change.
    """

    paragraph: Label
    reason: Reason
    change: Words | None = None


class Weight(StrEnum):
    """What a plan makes of a rule of `check`."""

    OFF = "off"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


FORMAT = 2
"""The newest form of a plan's files that this program reads; docs/FORMAT.md says what came with which."""

FIRST = 1
"""The form of a plan that does not say which one it has."""


class NewerFormatError(UnfitError):
    """A plan in a form that only a later program knows."""


_MOST_LEVELS = 20
"""More levels no office has; every approval is held against those below it."""


class Manifest(Model):
    """`plan/plan.yaml`; `rules` gives codes of `check` another weight, `tables` are the office's own tables.

    `aliases` maps a short name of a unit to its name; one that maps to itself is a unit of its own.
    `authors` maps names under which changes of returned files stand to units.
    `format` is the number of the form of all files, `separator` what is printed behind headings,
    `numbering` how parts are numbered, `approval` at which levels decisions are signed off, in their order,
    `letters` what letters to units bear beside their words.
    `punctuation` is that of all that is published, the text of the plan included; without it the text stays
    as it is written, and `language` of a plan that was read says how most of it is: zh, or zh@narrow.
    """

    format: Annotated[int, Field(ge=1)] | None = None
    title: Name
    issuer: Name
    language: Words = "zh"
    separator: Separator | None = None
    punctuation: Punctuation | None = None
    draft: str | None = None
    drafts: tuple[Frozen, ...] = ()
    sections: tuple[Label, ...]
    units: tuple[Unit, ...] = ()
    deadline: Day | None = None
    notes: tuple[DraftingNote, ...] = ()
    rules: dict[str, Weight] = Field(default_factory=dict)
    aliases: dict[str, Name] = Field(default_factory=dict)
    authors: dict[str, Name] = Field(default_factory=dict)
    totals: Totals = Field(default_factory=Totals.model_construct)
    tables: dict[str, Preset] = Field(default_factory=dict)
    numbering: Numbering = Field(default_factory=Numbering)
    approval: tuple[Name, ...] = ()
    letters: Letterhead = Field(default_factory=Letterhead)

    @field_validator("approval", mode="after")
    @classmethod
    def _levels_once(cls, levels: tuple[str, ...]) -> tuple[str, ...]:
        """Refuse a level that stands twice: a decision could not be approved at both; and too many."""
        if len(levels) > _MOST_LEVELS:
            raise ValueError("there are at most 20 levels at which decisions are approved")
        if len(set(levels)) < len(levels):
            raise ValueError("each level stands once, in the order in which decisions go up")
        return levels

    @model_validator(mode="before")
    @classmethod
    def _not_newer(cls, values: Any) -> Any:
        """Refuse a newer form before anything else: what else is in the file is not to be judged."""
        if isinstance(values, Mapping):
            number = str(values.get("format", "")).lstrip("0")
            if _is_newer(number):
                raise NewerFormatError("format", number)
        return values

    @property
    def stated_format(self) -> int:
        """The number of the form that the files have."""
        return self.format or FIRST

    def as_written(self, text: str) -> "Manifest":
        """Return the manifest with its language as the plan writes its marks: as it says, or a text does."""
        language = written_with(self.language, self.punctuation or usual_in(text))
        return self.model_copy(update={"language": language})

    @property
    def joints(self) -> Joints:
        """What the plan prints between the fields of its paragraphs."""
        return self.joints_with(self.separator)

    def joints_with(self, separator: str | None) -> Joints:
        """Return what a draft of the plan prints there, with what stands behind headings in it."""
        return joints_of(self.language, separator, self.punctuation)

    def frozen(self, draft: str) -> Frozen | None:
        """Return the entry of a draft by its name."""
        for frozen in self.drafts:
            if frozen.name == draft:
                return frozen
        return None

    def of_round(self, draft: str) -> "Manifest":
        """Return the manifest of a closed round: its deadline, each unit with its answer on that draft."""
        replies: dict[str, Reply] = {}
        deadline: Day | None = None
        frozen = self.frozen(draft)
        if frozen is not None:
            replies, deadline = frozen.replies, frozen.deadline
        units = tuple(
            # who is not among the replies did not answer that time, whatever it says today
            unit.model_copy(update={"reply": replies.get(unit.name)})
            for unit in self.units
        )
        return self.model_copy(update={"units": units, "deadline": deadline})


def _is_newer(number: str) -> bool:
    """Whether digits without leading zeros are the number of a form that this program does not know.

    What is no number is not judged here: it is refused as such, where all keys are.
    """
    if not number.isascii() or not number.isdecimal():
        return False
    if len(number) > len(str(FORMAT)):
        return True  # numbers of many thousand digits are not even converted
    return int(number) > FORMAT
