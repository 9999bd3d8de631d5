"""The words in a paragraph of a Word document, and what hangs on them: notes, text boxes, pictures."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree

from plancli.core.intake.body import NUMBER_OF_EQUATION, LeftOut
from plancli.papers.bodies.pieces import Piece
from plancli.papers.bodies.styles import Look, Styles, is_hidden
from plancli.papers.equations import EMBEDDED, equation_of, is_embedded

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
HOLD_BLOCKS = (f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins", f"{_W}moveTo", f"{_W}smartTag")
"""Elements in which paragraphs, or runs, stand as if they were not there."""
_HOLD_RUNS = (
    *HOLD_BLOCKS,
    *(
        f"{_W}{name}"
        for name in ("sdt", "hyperlink", "fldSimple", "dir", "bdo", "ruby", "rubyBase")
    ),
)
_GONE = (f"{_W}del", f"{_W}moveFrom")
_SIGNS = {"tab": " ", "ptab": " ", "cr": "\n", "noBreakHyphen": "-"}


class Runs:
    """Reads runs; `noted` kinds and ids of notes, and the `frames` of text boxes, stand elsewhere.

    `drawn` are the pictures in what was read, and `left_out` counts them with what is not read.
    """

    def __init__(self, styles: Styles) -> None:
        self.left_out: Counter[LeftOut] = Counter()
        self.noted: list[tuple[str, str]] = []
        self.frames: list[Any] = []
        self.drawn: list[Any] = []
        self._styles = styles

    def pieces(self, holder: Any, look: Look) -> Iterator[Piece]:
        """Yield the words of a paragraph, or of what holds runs in it; `look` is that of their paragraph."""
        for element in holder.iterchildren():
            if element.tag == f"{_W}r" and not is_hidden(element):
                yield from self._run(element, self._styles.look_of_run(element).over(look))
            elif element.tag in _HOLD_RUNS:
                yield from self.pieces(element, look)
            elif element.tag in _GONE:
                self.left_out[LeftOut.DELETED] += 1
            elif element.tag in (f"{_M}oMath", f"{_M}oMathPara"):
                yield self._equation(element, look)

    def _equation(self, element: Any, look: Look) -> Piece:
        """Return an equation on one line; one that such a line cannot say is counted."""
        equation = equation_of(element)
        if not equation.exact:
            self.left_out[LeftOut.EQUATION] += 1
        for tag in _GONE:
            self.left_out[LeftOut.DELETED] += sum(1 for _ in element.iter(tag))
        return Piece(equation.words, look, math=True)

    def _run(self, run: Any, look: Look) -> Iterator[Piece]:
        is_mark = has_mark(run)
        for element in run.iterchildren(f"{_W}*", f"{_MC}*"):
            name = etree.QName(element).localname
            if is_mark and name == "t":
                continue  # the number of a note, typed where others have the program count
            if name == "object" and is_embedded(element):
                self.left_out[LeftOut.EQUATION] += 1
                yield Piece(EMBEDDED, look, math=True)
            elif name == "ruby":
                yield from self.pieces(element, look)
            elif name == "AlternateContent":
                yield from self._run(_chosen(element), look)
            else:
                yield Piece(_words(element, name), look, _footnote(element, name))
                self._remember(element, name)

    def _remember(self, element: Any, name: str) -> None:
        """Remember what a run leads to, or count what is left out of it."""
        if name in ("footnoteReference", "endnoteReference"):
            self.noted.append((name.removesuffix("Reference"), element.get(f"{_W}id", "")))
        elif name == "commentReference":
            self.left_out[LeftOut.REMARK] += 1
        elif name in ("drawing", "pict", "object"):
            self._drawing(element)

    def _drawing(self, element: Any) -> None:
        """Remember the text boxes of a drawing; a picture in it is counted."""
        frames = [
            frame for frame in element.iter(f"{_W}txbxContent") if not _is_copy(frame, element)
        ]
        # a box in a box is read where that is
        outer = [one for one in frames if not any(above in frames for above in one.iterancestors())]
        self.frames += outer
        if not outer and next(element.iter("{*}imagedata", "{*}blip"), None) is not None:
            self.left_out[LeftOut.PICTURE] += 1
            self.drawn.append(element)


def has_mark(run: Any) -> bool:
    """Whether the words of a run are the number of a note, which a program would else count."""
    reference = run.find(f"{_W}footnoteReference")
    return reference is not None and reference.get(f"{_W}customMarkFollows") in ("1", "true", "on")


def without_number(note: Any, styles: Styles) -> Any:
    """Return a note without the number that is typed ahead of it, above the line: it is none of its words."""
    first = next(note.iter(f"{_W}r"), None)
    if first is None or not styles.look_of_run(first).raised:
        return note
    words = "".join(text.text or "" for text in first.iter(f"{_W}t"))
    if len(words) <= _LONGEST_NUMBER:
        first.getparent().remove(first)
    return note


_LONGEST_NUMBER = 5
"""So many characters has the number of a note at most, with what stands round it: [123]."""


def _footnote(element: Any, name: str) -> str:
    """Return the id of the footnote to which an element refers; "" where it refers to none."""
    return element.get(f"{_W}id", "") if name == "footnoteReference" else ""


def is_equation(paragraph: Any) -> bool:
    """Whether a paragraph is an equation, with nothing beside it but a number behind."""
    equations = equations_in(paragraph)
    beside = "".join(text.text or "" for text in paragraph.iter(f"{_W}t")).strip()
    return bool(equations) and (not beside or NUMBER_OF_EQUATION.fullmatch(beside) is not None)


def equations_in(holder: Any) -> list[Any]:
    """Return the equations below an element, those of other programs, too."""
    embedded = filter(is_embedded, holder.iter(f"{_W}object"))
    return [*holder.iter(f"{_M}oMath"), *embedded]


def is_laid_out(rows: Sequence[Any]) -> bool:
    """Whether a table is how equations are laid out: in each row is one, and its number beside it."""
    return bool(rows) and all(is_equation(row) and len(equations_in(row)) == 1 for row in rows)


def number_behind(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces of an equation with what is beside it, its number, behind it."""
    of_equation = [piece for piece in pieces if piece.math]
    beside = [piece for piece in pieces if not piece.math]
    return [*of_equation, Piece(" ", Look()), *beside]


def _words(element: Any, name: str) -> str:
    """Return the words that one element of a run prints."""
    if name == "t":
        return element.text or ""
    if name == "br":
        # a page or a column that begins is no line of the text
        return "\n" if element.get(f"{_W}type", "textWrapping") == "textWrapping" else ""
    return _symbol(element) if name == "sym" else _SIGNS.get(name, "")


def _chosen(alternates: Any) -> Any:
    """Return the first of several copies of one thing: the others are for programs that do not know it."""
    found = alternates.find(f"{_MC}Choice")
    return alternates if found is None else found


def _is_copy(frame: Any, drawing: Any) -> bool:
    """Whether a text box is the second copy of one, for programs that do not know the first."""
    for above in frame.iterancestors():
        if above is drawing:
            return False
        if above.tag == f"{_MC}Fallback":
            return True
    return False


def _symbol(element: Any) -> str:
    """Return a sign that a run names by its code; those of fonts of their own are known to nobody."""
    code = element.get(f"{_W}char", "")
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    is_private = 0xE000 <= value <= 0xF8FF
    return "" if is_private or not 0x20 < value < 0xD800 else chr(value)
