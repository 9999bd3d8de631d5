"""Running text as PDF, set by typst as GB/T 9704-2012 sets it."""

from collections.abc import Iterator

from plancli.core.publish.prose import Prose, ProseLine, Style, kept_together, title_of
from plancli.papers.pdf.typeset import HEI, KAI, compiled, fonts, headed, stamped, titled, words
from plancli.papers.word.lines import lines

PAGE = (
    '#set page("a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer: context '
    "align(if calc.odd(here().page()) { right } else { left }, "
    'text(14pt, "— " + counter(page).display() + " —")))'
)
PARAGRAPHS = (
    "#set par(justify: true, first-line-indent: (amount: 2em, all: true), "
    "leading: 17pt, spacing: 17pt)"
)


def pdf(prose: Prose, language: str) -> bytes:
    """Return the bytes of the document; ImportError where typst is not installed."""
    return compiled(source(prose, language))


def source(prose: Prose, language: str) -> str:
    """Return the text in typst's language."""
    passages = (
        line
        for passage, keep in zip(prose, kept_together(prose), strict=True)
        for line in _kept(passage, keep)
    )
    return "\n\n".join(
        [PAGE, headed(title_of(prose), SIZE, language), PARAGRAPHS, _HEADINGS, *passages]
    )


def _kept(passage: ProseLine, keep: bool) -> Iterator[str]:
    """Yield the paragraphs of a passage, which stay on the page of what follows where `keep` says so."""
    for paragraph in _passage(passage):
        yield f"#block(width: 100%, sticky: true)[{paragraph}]" if keep else paragraph


def _passage(passage: ProseLine) -> Iterator[str]:
    """Yield the paragraphs of a passage, one a line."""
    if passage.style is Style.TITLE:
        yield _title(passage)
        return
    for line in lines(passage.runs):
        shown = words(line, IN_PARAGRAPH)
        match passage.style:
            case Style.STAMP:
                yield stamped(passage.text)
            case Style.RIGHT:
                yield f"#align(right)[{shown}]"
            case Style.HEADING:
                yield f"#heading(level: 1)[{shown}]"
            case Style.QUOTED:
                yield f"#par(text(font: {fonts(KAI)})[{shown}])"
            case Style.BODY:
                yield f"#par[{shown}]"


def _title(passage: ProseLine) -> str:
    return centred(titled(passage.text, MEASURE, 22))


def centred(title: str) -> str:
    """Return a title in the middle of the page, with room below it."""
    unjustified = "set par(first-line-indent: 0pt, justify: false)"
    return f"#pad(bottom: 12pt, align(center, {{ {unjustified}; {title} }}))"


SIZE = 16
"""Points of the type."""
MEASURE = 156 / 25.4 * 72
"""Width of the text in points."""
IN_PARAGRAPH = MEASURE / SIZE - 2
"""Ems of a paragraph's first line."""
_HEADINGS = (
    f"#show heading: it => block(sticky: true, above: 17pt, below: 17pt, "
    f'{{ h(32pt); text(16pt, weight: "regular", font: {fonts(HEI)}, it.body) }})'
)
"""What stands above the paragraphs of a letter; a reader of PDF lists it."""
