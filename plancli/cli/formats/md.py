"""Markdown, with changes as <ins> and <del>."""

from typing import TYPE_CHECKING

from plancli.cli.formats import FileFormat, PlanPaper, ReadingPaper, TextPaper, by_template

if TYPE_CHECKING:  # help lists formats, and needs nothing of what can be written
    from plancli.core.publish.cover_sheet import CoverSheet


def _text(paper: TextPaper) -> bytes:
    from plancli.render.pages.prose import markdown

    return markdown(paper.text).encode()


def _plan(paper: PlanPaper) -> bytes:
    from plancli.render.pages.plan import markdown

    return markdown(paper.title, paper.lines, paper.stamp, paper.pictures).encode()


def _reading(paper: ReadingPaper) -> bytes:
    from plancli.render.pages.audit import templated

    return templated(paper.view, "md", paper.templates).encode()


def _cover(paper: "CoverSheet") -> bytes:
    from plancli.render.pages.cover import markdown

    return markdown(paper).encode()


FORMAT = FileFormat(
    "md",
    cover=_cover,
    table=by_template("md"),
    text=_text,
    plan=_plan,
    reading=_reading,
    templates=True,
)
