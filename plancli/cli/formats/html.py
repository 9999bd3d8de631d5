"""Web pages."""

from plancli.cli.formats import FileFormat, ReadingPaper, TextPaper, by_template


def _text(paper: TextPaper) -> bytes:
    from plancli.render.pages.prose import html

    return html(paper.text, paper.templates, paper.language).encode()


def _reading(paper: ReadingPaper) -> bytes:
    from plancli.render.pages.audit import templated

    return templated(paper.view, "html", paper.templates).encode()


FORMAT = FileFormat(
    "html", table=by_template("html"), text=_text, reading=_reading, templates=True, nests=True
)
