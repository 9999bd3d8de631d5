"""What changed, who wrote it, and what still stands elsewhere, for programs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, Literal

from plancli.core.evidence.blame import Blame, Stretch
from plancli.core.evidence.rewordings import Rewording, RewordingKind
from plancli.core.evidence.ripple import Ripple
from plancli.core.evidence.rippled import FigureRipple
from plancli.core.locate.corpus import Corpus
from plancli.core.merge.meeting import NUMBERING, OFFICE
from plancli.core.text.marked import Run
from plancli.render.answers.answer import Answer


@dataclass(frozen=True)
class RewordingEntry:
    """What happened to a paragraph, with the title of its section or column, and the runs of its fields."""

    kind: RewordingKind
    section: str
    title: str
    paragraph: str
    heading: list[Run]
    text: list[Run]
    units: list[Run]
    number: list[Run]


@dataclass(frozen=True)
class ChangeEntry:
    """What one comment rewords; without a comment, what one state of the plan does against another."""

    comment: str | None
    rewordings: list[RewordingEntry]


@dataclass(frozen=True)
class DiffAnswer(Answer):
    """The changed wording, with every run."""

    format: ClassVar = "plancli diff"
    changes: list[ChangeEntry]


def change_entry(comment: str | None, rewordings: Iterable[Rewording]) -> ChangeEntry:
    return ChangeEntry(comment, [RewordingEntry(*rewording) for rewording in rewordings])


@dataclass(frozen=True)
class StretchEntry:
    """Words of one origin, the comments of which they are, and the words that they replaced.

    `draft` is that of the round in which they came in.
    """

    kind: Literal["draft", "office", "numbering", "comment"]
    text: str
    draft: str
    by: list[str]
    gone: str


@dataclass(frozen=True)
class BlameEntry:
    """A paragraph with its stretches by field; units have one for each name."""

    paragraph: str
    heading: list[StretchEntry]
    text: list[StretchEntry]
    units: list[StretchEntry]


@dataclass(frozen=True)
class BlameAnswer(Answer):
    """Who wrote which words."""

    format: ClassVar = "plancli blame"
    paragraphs: list[BlameEntry]


def blame_entry(found: Blame) -> BlameEntry:
    heading, text, units = (
        [_stretch_entry(stretch) for stretch in stretches]
        for stretches in (found.heading, found.text, found.units)
    )
    return BlameEntry(found.paragraph, heading, text, units)


def _stretch_entry(stretch: Stretch) -> StretchEntry:
    match stretch.by:
        case ():
            kind: Literal["draft", "office", "numbering", "comment"] = "draft"
        case (by,) if by == OFFICE:
            kind = "office"
        case (by,) if by == NUMBERING:
            kind = "numbering"
        case _:
            kind = "comment"
    return StretchEntry(kind, stretch.text, stretch.draft, list(stretch.by), stretch.gone)


@dataclass(frozen=True)
class SentenceEntry:
    """A sentence of the plan that still has an old form."""

    paragraph: str
    sentence: str


@dataclass(frozen=True)
class RippleEntry:
    """A form that a comment changed in one paragraph, and where else it stands; `more`: in more places."""

    comment: str
    paragraph: str
    old: str
    new: str
    places: list[SentenceEntry]
    more: bool


@dataclass(frozen=True)
class RippleAnswer(Answer):
    """Old forms that still stand elsewhere."""

    format: ClassVar = "plancli ripple"
    ripples: list[RippleEntry]


def ripple_entry(ripple: Ripple, text: Corpus) -> RippleEntry:
    form, there = ripple.form, ripple.there
    places = [
        SentenceEntry(place.paragraph, place.words)
        for place in text.sentences_at(there.starts, form.old)
    ]
    return RippleEntry(form.comment, form.paragraph, form.old, form.new, places, bool(there.more))


def figure_ripple_entry(ripple: FigureRipple) -> RippleEntry:
    """Return a figure that a comment changed, with the places that still have the old one."""
    form = ripple.form
    places = [SentenceEntry(place.paragraph, place.words) for place in ripple.places]
    return RippleEntry(form.comment, form.paragraph, form.old, form.new, places, False)
