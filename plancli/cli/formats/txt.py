"""Plain text, as the terminal shows it."""

from plancli.cli.formats import FileFormat, TextPaper


def _text(paper: TextPaper) -> bytes:
    from plancli.render.pages.prose import plain

    return plain(paper.text).encode()


FORMAT = FileFormat("txt", text=_text)
