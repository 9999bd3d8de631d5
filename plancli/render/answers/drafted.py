"""What was made of a draft that others wrote, for programs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from plancli.core.intake.draft.drafted import Drafted
from plancli.core.intake.laid import LaidOut, UnlaidParagraph
from plancli.messages import _
from plancli.render.answers.answer import Answer
from plancli.render.answers.pages import UnlaidEntry
from plancli.render.answers.written import TouchedEntry


@dataclass(frozen=True)
class SectionEntry:
    """A section of the plan: its key, its title, the key of the one above, how many paragraphs it has."""

    key: str
    title: str
    parent: str
    paragraphs: int


@dataclass(frozen=True)
class NotClearEntry:
    """What was not understood: the paragraph of the file from 1, its page where that is known, its words.

    `why` says what a picture is that cannot be shown.
    """

    what: str
    place: int
    page: int | None
    words: str
    why: str


@dataclass(frozen=True)
class CorrectionEntry:
    """Words of a draft that were mended: in which part, and the change."""

    part: str
    change: str


@dataclass(frozen=True)
class IntakeDraftAnswer(Answer):
    """The plan that a draft became: its title and draft, counts of parts, sections, what to look at.

    `left_out` says how often what is in the file and not in the plan: headers, contents, pictures. Of a
    corrected file, `corrections` are what was mended, and `touched` the comments that quote that. With a PDF,
    `share` is how much of the words stands in it, and `unlaid` the paragraphs that got no page.
    """

    format: ClassVar = "plancli intake draft"
    title: str
    draft: str
    counts: dict[str, int]
    sections: list[SectionEntry]
    not_clear: list[NotClearEntry]
    left_out: dict[str, int]
    corrections: list[CorrectionEntry]
    touched: list[TouchedEntry]
    share: float | None
    unlaid: list[UnlaidEntry]
    files: list[str]


def draft_answer(
    plan: Drafted,
    called: tuple[str, str],
    counts: Mapping[str, int],
    files: list[str],
    laid: LaidOut | None = None,
) -> IntakeDraftAnswer:
    """Build the answer of `intake draft`; `called` are the title of the plan and the name of its draft."""
    sections = [
        SectionEntry(section.key, section.title, section.above or "", len(section.body))
        for section in plan.sections
    ]
    not_clear = [
        NotClearEntry(one.what.value, one.place, one.page, one.words, _(one.why) if one.why else "")
        for one in plan.not_clear
    ]
    left_out = {kind.value: count for kind, count in plan.left_out.items()}
    unlaid = [UnlaidEntry(one.id, one.why.value, one.said, one.paper) for one in _unlaid(laid)]
    share = None if laid is None else laid.share
    return IntakeDraftAnswer(
        *called,
        counts=dict(counts),
        sections=sections,
        not_clear=not_clear,
        left_out=left_out,
        corrections=[],
        touched=[],
        share=share,
        unlaid=unlaid,
        files=files,
    )


def _unlaid(laid: LaidOut | None) -> Sequence[UnlaidParagraph]:
    return () if laid is None else laid.unlaid
