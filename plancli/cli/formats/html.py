"""Web pages."""

from typing import TYPE_CHECKING

from plancli.cli.formats import FileFormat, ReadingPaper, TextPaper, by_template

if TYPE_CHECKING:  # help lists formats, and needs nothing of what can be written
    from plancli.core.publish.cover_sheet import CoverSheet


def _text(paper: TextPaper) -> bytes:
    from plancli.render.pages.prose import html

    return html(paper.text, paper.templates, paper.language).encode()


def _reading(paper: ReadingPaper) -> bytes:
    from plancli.render.pages.audit import templated

    return templated(paper.view, "html", paper.templates).encode()


def _cover(paper: "CoverSheet") -> bytes:
    from plancli.render.pages.cover import html

    return html(paper).encode()


FORMAT = FileFormat(
    "html",
    cover=_cover,
    table=by_template("html"),
    text=_text,
    reading=_reading,
    templates=True,
    nests=True,
)
