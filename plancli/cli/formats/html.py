"""Web pages."""

from plancli.cli.formats import FileFormat, ReadingPaper, TextPaper, laid


def _text(paper: TextPaper) -> bytes:
    from plancli.render.pages.prose import html

    return html(paper.text, paper.templates, paper.language).encode()


def _reading(paper: ReadingPaper) -> bytes:
    from plancli.render.pages.audit import laid

    return laid(paper.view, "html", paper.templates).encode()


FORMAT = FileFormat("html", table=laid("html"), text=_text, reading=_reading, layouts=True)
