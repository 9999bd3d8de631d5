"""Running text as a Word document in the layout of GB/T 9704-2012."""

from plancli.core.prose import Passage, Prose, Style, title_of
from plancli.office.word import (
    FANGSONG,
    HEI,
    KAI,
    PORTRAIT,
    SONG,
    TITLE,
    Font,
    Frame,
    document,
    page_number,
    paragraph,
    run,
    saved,
)

_LOOKS = {
    Style.TITLE: (Font(TITLE, 22), Frame("center", spacing=36, after=24)),
    Style.HEADING: (Font(HEI, 16), Frame("both", 2, 29, keep=True)),
    Style.QUOTED: (Font(KAI, 16), Frame("both", 2, 29)),
    Style.RIGHT: (Font(FANGSONG, 16), Frame("right", spacing=29)),
    Style.BODY: (Font(FANGSONG, 16), Frame("both", 2, 29)),
}


def docx(prose: Prose) -> bytes:
    """Return the bytes of the document."""
    footers = [page_number(Font(SONG, 14), "right"), page_number(Font(SONG, 14), "left")]
    return saved(document(title_of(prose), map(_drawn, prose), PORTRAIT, footers))


def _drawn(passage: Passage) -> str:
    font, frame = _LOOKS[passage.style]
    fonts = {
        "=": font,
        "-": font._replace(struck=True, colour="990000"),
        "+": font._replace(family=HEI, bold=True, underlined=True),
    }
    return paragraph("".join(run(text, fonts[op]) for op, text in passage.runs), frame)
