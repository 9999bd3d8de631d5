"""Pages and lines of a draft that were taken from a PDF, for programs."""

from dataclasses import dataclass
from typing import ClassVar

from plancli.core.intake.laid import LaidOut
from plancli.core.intake.paper import PagedPaper
from plancli.render.answers.answer import Answer


@dataclass(frozen=True)
class LaidEntry:
    """A paragraph with its page and lines, and where each printed line begins: character, page, line."""

    id: str
    page: str | None
    line: str | None
    layout: list[str]


@dataclass(frozen=True)
class UnlaidEntry:
    """A paragraph that got no page and why; its words where they differ first, and those on paper."""

    id: str
    why: str
    said: str
    paper: str


@dataclass(frozen=True)
class IntakePagesAnswer(Answer):
    """What a PDF said of a draft: the share of the draft's words that stand in it, pages, lines.

    `pages` counts its pages; `numbered` says whether line numbers are printed; `unread` are pages (counted
    from 1) without characters.
    """

    format: ClassVar = "plancli intake pages"
    draft: str
    share: float
    pages: int
    numbered: bool
    paragraphs: list[LaidEntry]
    unlaid: list[UnlaidEntry]
    unread: list[int]
    files: list[str]


def pages_answer(
    draft: str, paper: PagedPaper, laid: LaidOut, files: list[str]
) -> IntakePagesAnswer:
    """Build the answer of `intake pages`."""
    paragraphs: list[LaidEntry] = []
    for id_, layout in laid.layouts.items():
        page = None if layout.page is None else str(layout.page)
        line = None if layout.line is None else str(layout.line)
        paragraphs.append(LaidEntry(id_, page, line, [str(start) for start in layout.starts]))
    unlaid = [UnlaidEntry(one.id, one.why.value, one.said, one.paper) for one in laid.unlaid]
    return IntakePagesAnswer(
        draft,
        laid.share,
        len(paper.pages),
        paper.numbered,
        paragraphs,
        unlaid,
        paper.empty,
        files,
    )
