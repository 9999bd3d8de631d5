"""Running text as a Word document as GB/T 9704-2012 sets it."""

from collections.abc import Iterable

from plancli.core.publish.prose import Prose, ProseLine, Style, kept_together, stamp_of, title_of
from plancli.core.text.marked import Run
from plancli.papers.word.document import (
    PORTRAIT,
    Own,
    document,
    page_number,
    paragraph,
    run,
    saved,
    stamped,
    title,
)
from plancli.papers.word.lines import lines
from plancli.papers.word.styles import (
    HEADING,
    MARKED,
    PAGE_NUMBER_EVEN,
    PAGE_NUMBER_ODD,
    QUOTED,
    SIGNATURE,
    TEXT,
)

_STYLES = {
    Style.HEADING: HEADING,
    Style.QUOTED: QUOTED,
    Style.RIGHT: SIGNATURE,
    Style.BODY: TEXT,
}


def docx(prose: Prose, language: str = "zh") -> bytes:
    """Return the bytes of the document."""
    footers = [page_number(PAGE_NUMBER_ODD), page_number(PAGE_NUMBER_EVEN)]
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
    style, own = _STYLES[passage.style], Own(keeps=keep)
    return "".join(paragraph(_words(line), style, own) for line in lines(passage.runs))


def _words(runs: Iterable[Run]) -> str:
    return "".join(run(text, MARKED[op]) for op, text in runs)
