"""The plan as PDF, set by typst as GB/T 9704-2012 sets it, clean or with its changes marked."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from plancli.core.evidence.below import NoteLines, words_of_mark
from plancli.core.evidence.noted import NoteMark, with_marks
from plancli.core.evidence.pictured import Pictured, ShownPicture, pictured
from plancli.core.evidence.pieces import Piece
from plancli.core.evidence.redline import Line, LineKind
from plancli.core.evidence.retitled import with_title
from plancli.core.evidence.tabulated import Tabulated, tabulated
from plancli.core.plan.footnotes import NoteSeries
from plancli.core.plan.picture import Picture
from plancli.core.publish.drawn import Drawing, DrawnTable, drawn
from plancli.core.text.marked import LOOKS, Run, op_of
from plancli.papers.pdf.drawn import table_source
from plancli.papers.pdf.prose import IN_PARAGRAPH, MEASURE, PAGE, PARAGRAPHS, SIZE, centred
from plancli.papers.pdf.typeset import (
    HEI,
    KAI,
    TITLE,
    BrokenPicturesError,
    compiled,
    fonts,
    headed,
    plain,
    stamped,
    string,
    titled,
    words,
)

_HEADINGS = f"""\
#show heading: it => {{
  let family = if it.supplement == [3] {{ {fonts(KAI)} }} else {{ {fonts(HEI)} }}
  let words = text(16pt, weight: "regular", font: family, it.body)
  if it.supplement == [1] {{
    block(width: 100%, above: 24pt, below: 24pt, sticky: true, align(center, words))
  }}
  else {{ block(width: 100%, above: 20pt, below: 17pt, sticky: true, {{ h(32pt); words }}) }}
}}"""
"""Chapters, tasks and projects; what stands deeper looks like a project. A reader of PDF lists them.

A heading looks as its supplement says: those that are listed begin at the first level and leave none out,
also in a part of the plan that has no chapter.
"""
_NOTES = "#show footnote.entry: set text(10.5pt)"
_DEEPEST = 3
_TABLE = 11
"""Points of the type of a table."""
_BOX = (
    "stroke: 0.5pt, inset: (x: 8pt, y: 7pt), width: 100%, above: 10pt, below: 14pt, breakable: true"
)


Lookup = Callable[[str], Picture | None]
"""Returns a picture by its name, where there is one."""


def no_picture(_name: str) -> Picture | None:
    """Return nothing: a plan without its files."""
    return None


def pdf(
    title: str,
    lines: Iterable[Line],
    language: str,
    stamp: str = "",
    lookup: Lookup = no_picture,
    issue: str = "",
) -> bytes:
    """Return the bytes of the document; ImportError where typst is not installed.

    The draft printed its `issue` behind its title, (征求意见稿): where that is given it is marked as gone.

    Raises BrokenPicturesError, with the names that the plan has for them.
    """
    pictures = Pictures(lookup)
    if issue:
        lines = with_title(title, issue, list(lines))
    whole = source(title, lines, language, stamp, pictures)
    try:
        return compiled(whole, pictures.files)
    except BrokenPicturesError as error:
        names = dict.fromkeys(pictures.names[file] for file in error.names)
        raise BrokenPicturesError(tuple(names)) from None


class Pictures:
    """The pictures of a document, as far as there are any, under the names of their files in it.

    `names` are those that the plan has for these.
    """

    def __init__(self, lookup: Lookup = no_picture) -> None:
        self._lookup = lookup
        self.files: dict[str, bytes] = {}
        self.names: dict[str, str] = {}

    def drawn(self, shown: ShownPicture) -> str:
        """Return a picture in typst's language; where there is none the name of its file stands for it."""
        found = self._lookup(shown.image)
        if found is None:
            return f"#{plain(f'[{shown.image}]', IN_PARAGRAPH)}"
        name = f"{len(self.files) + 1}.{found.kind}"
        self.files[name], self.names[name] = found.content, shown.image
        width = min(found.width * _PIXEL, MEASURE, _HIGHEST * found.width / found.height)
        alt = string(shown.alt or shown.image)
        image = f"image({string(name)}, alt: {alt}, width: {width:.1f}pt)"
        colour = f'"#{LOOKS["-"].colour}"' if shown.gone else '"#000000"'
        framed = f"box(stroke: 1.5pt + rgb({colour}), inset: 2pt, {image})"
        return f"#{framed if shown.gone or shown.added else image}"


_PIXEL, _HIGHEST = 0.75, 480
"""Points of a pixel, and of the highest picture."""


def source(
    title: str,
    lines: Iterable[Line],
    language: str,
    stamp: str = "",
    pictures: Pictures | None = None,
) -> str:
    """Return the plan in typst's language. A title of the plan that changed stands among the lines."""
    lines = list(lines)
    notes = NoteLines(lines, NoteSeries())
    body = [PAGE, headed(title, SIZE, language), PARAGRAPHS]
    body += [_HEADINGS, *filter(None, [stamped(stamp)])]
    if not any(line.kind is LineKind.PLAN for line in lines):
        body.append(centred(titled(title, MEASURE, _TITLE)))
    body.append(_NOTES)
    body += _parts(list(pictured(tabulated(lines))), pictures or Pictures(), notes)
    return "\n\n".join(body)


_Part = Line | Tabulated | Pictured


def _parts(parts: Sequence[_Part], pictures: Pictures, notes: NoteLines) -> Iterator[str]:
    """Yield all parts, a box each; what stands in one column stands in one box."""
    box: list[Line] = []
    level = 0
    for part in _in_body(parts):
        if isinstance(part, Line) and part.kind is LineKind.ITEM:
            box.append(part)
            continue
        if box:
            yield _box(box, notes)
        box = []
        match part:
            case Tabulated():
                yield _table(part)
            case Pictured():
                yield _figure(part, pictures)
            case Line(kind=LineKind.COLUMN):
                box.append(part)
            case Line(kind=LineKind.SECTION):
                level = min(part.level, level + 1)
                yield _section(part, level)
            case _:
                yield _line(part, notes)
    if box:
        yield _box(box, notes)


def _in_body(parts: Iterable[_Part]) -> Iterator[_Part]:
    """Yield the parts without footnotes, which stand below the pages on which their marks are."""
    for part in parts:
        if not (isinstance(part, Line) and part.kind is LineKind.FOOTNOTE):
            yield part


def _figure(part: Pictured, pictures: Pictures) -> str:
    """Return a figure, its title below it; one that was replaced stands before the new one."""
    shown = " ".join(map(pictures.drawn, part.shown))
    caption = ""
    if part.title is not None:
        caption = f"\n\n#text(12pt, font: {fonts(HEI)})[{_words(part.title.headed)}]"
    inside = f"#set par(first-line-indent: 0pt); {shown}{caption}"
    return f"#block(width: 100%, breakable: false, align(center)[{inside}])"


def _table(part: Tabulated) -> str:
    """Return a table as it is, or both states of one that changed in one, with marks."""
    table = drawn(part, Drawing.BOTH)
    assert isinstance(table, DrawnTable)
    return f"#block(above: 12pt, below: 16pt, width: 100%, {table_source(table, _TABLE, MEASURE)})"


def _box(lines: Sequence[Line], notes: NoteLines) -> str:
    inside: list[str] = []
    for line in lines:
        if line.kind is LineKind.COLUMN:
            shown = f"text(font: {fonts(HEI)})[{_words(line.headed)}]"
            inside.append(f"#block(width: 100%, sticky: true, align(center, {shown}))")
        else:
            inside.append(_paragraph(line, notes))
    set_small = "#set text(14pt); #set par(leading: 12pt, spacing: 12pt);"
    return f"#block({_BOX})[{set_small} {' '.join(inside)}]"


def _section(line: Line, level: int) -> str:
    """Return a heading, listed at a level that leaves none out above it; it looks as deep as it is."""
    look = min(line.level, _DEEPEST)
    return f"#heading(level: {level}, supplement: [{look}])[{_words(line.headed)}]"


def _line(line: Line, notes: NoteLines) -> str:
    match line.kind:
        case LineKind.PLAN:
            shown = _words(line.headed, MEASURE / _TITLE)
            return centred(f"title(text({_TITLE}pt, font: {fonts(TITLE)})[{shown}])")
        case LineKind.FORMULA:
            return f"#align(center, par(first-line-indent: 0pt)[{_run_in(line, notes)}])"
        case _:
            return _paragraph(line, notes)


def _paragraph(line: Line, notes: NoteLines) -> str:
    """Return a paragraph; one in a list is set in, level by level."""
    shown = f"par[{_run_in(line, notes)}]"
    return f"#pad(left: {line.in_list}em, {shown})" if line.in_list else f"#{shown}"


def _run_in(line: Line, notes: NoteLines) -> str:
    """Return a paragraph with its heading ahead, in another type, and the marks of its footnotes."""
    heading = (
        f"#text(font: {fonts(KAI)}, weight: 700)[{_words(line.headed)}]" if line.headed else ""
    )
    text = ""
    for one in with_marks(line.text, line.marks):
        if isinstance(one, NoteMark):
            shown = _words(words_of_mark(one, notes.line(one)))
            # its number is that of the plan
            text += f"#footnote(numbering: _ => {string(notes.label(one))})[{shown}]"
        else:
            text += _words([one])
    return heading + text + _words(line.units)


_TITLE = 22
"""Points of the type of the title."""


def _words(pieces: Iterable[Piece], ems: float = IN_PARAGRAPH) -> str:
    runs = (Run(op_of(piece.added, piece.gone), piece.text) for piece in pieces)
    return words(runs, ems)
