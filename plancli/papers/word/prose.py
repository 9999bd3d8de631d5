"""Running text as a Word document as GB/T 9704-2012 sets it."""

from collections.abc import Iterable

from plancli.core.publish.prose import Prose, ProseLine, Style, kept_together, stamp_of, title_of
from plancli.core.text.marked import Run
from plancli.papers.word.document import (
    FANGSONG,
    HEI,
    KAI,
    PORTRAIT,
    SONG,
    Font,
    Frame,
    document,
    marked_fonts,
    page_number,
    paragraph,
    run,
    saved,
    stamped,
    title,
)
from plancli.papers.word.lines import lines

_LOOKS = {
    Style.HEADING: (Font(HEI, 16), Frame("both", 2, 29, keep=True)),
    Style.QUOTED: (Font(KAI, 16), Frame("both", 2, 29)),
    Style.RIGHT: (Font(FANGSONG, 16), Frame("right", spacing=29)),
    Style.BODY: (Font(FANGSONG, 16), Frame("both", 2, 29)),
}


def docx(prose: Prose, language: str = "zh") -> bytes:
    """Return the bytes of the document."""
    footers = [page_number(Font(SONG, 14), "right"), page_number(Font(SONG, 14), "left")]
    name, stamp = title_of(prose), stamp_of(prose)
    kept = kept_together(prose)
    body = (_drawn(passage, keep) for passage, keep in zip(prose, kept, strict=True))
    return saved(document(name, body, PORTRAIT, footers, language=language, stamp=stamp))


def _drawn(passage: ProseLine, keep: bool) -> str:
    """Return the paragraphs of a passage, one a line; a title, centred, can break its lines in one."""
    if passage.style is Style.STAMP:
        return "".join(stamped(passage.text))
    if passage.style is Style.TITLE:
        return title(passage.text, PORTRAIT)
    font, frame = _LOOKS[passage.style]
    frame = frame._replace(keep=keep or frame.keep)
    return "".join(paragraph(_words(line, font), frame) for line in lines(passage.runs))


def _words(runs: Iterable[Run], font: Font) -> str:
    fonts = marked_fonts(font)
    return "".join(run(text, fonts[op]) for op, text in runs)
