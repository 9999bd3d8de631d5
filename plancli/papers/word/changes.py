"""Tracked changes and margin comments of a Word document, read as they stand in its XML.

python-docx leaves out inserted words and hides deleted ones. The elements are those of ECMA-376, part 1,
17.13: `ins` and `moveTo` put in, `del` and `moveFrom` take out, in a run or at the mark of a paragraph.
Changes of looks alone are none of words, and are passed over.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any, NamedTuple

from plancli.core.entry import N_
from plancli.core.intake.origin import FileOrigin
from plancli.core.intake.tracked import (
    BOX,
    CELL,
    Inset,
    InsetKind,
    MarginRemark,
    TrackedFile,
    TrackedParagraph,
    TrackedRow,
    TrackedRun,
)
from plancli.core.text.characters import steerless
from plancli.papers.bodies.pieces import MOST_BLOCKS, too_many_blocks
from plancli.papers.bodies.runs import has_mark, is_equation, without_number
from plancli.papers.bodies.styles import Styles
from plancli.papers.equations import EMBEDDED, changes_in, equation_of, is_embedded
from plancli.papers.packed import BROKEN, LARGEST, UnfitFileError, refuse_bomb
from plancli.papers.sheets.cells import cleaned
from plancli.papers.sheets.xml import parsed
from plancli.papers.word.marks import BOOKMARK, origin_in

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_DOCUMENT = "word/document.xml"
_STYLES = "word/styles.xml"
_NOTES = {InsetKind.FOOTNOTE: "word/footnotes.xml", InsetKind.ENDNOTE: "word/endnotes.xml"}
_MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
_PART = re.compile(r"customXml/item\d+\.xml")
_REFERENCES = {f"{kind}Reference": kind for kind in _NOTES}
_IN = ("ins", "moveTo")
_OUT = ("del", "moveFrom")
_WORDS = ("t", "delText")
_SIGNS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
_NO_WORDS = frozenset(("pPr", "rPr", "instrText", "delInstrText"))
_DRAWN = frozenset(("drawing", "object", "pict"))
_FORMULAS = frozenset(("oMath", "oMathPara"))
_RESTYLED = frozenset(("rPrChange", "pPrChange"))
_MOST_CHANGES, _MOST_AUTHORS = 20_000, 200
"""So many has a file at most; a draft of 500 pages that forty units changed has a tenth of them."""
_MOST_RUNS = 5_000_000
"""So many pieces of text has a file at most, each counted again for every remark over it: remarks that are
never closed cover all that follows."""
_NOBODY = "?"
"""Stands for the name of an author where a program left it out."""


def tracked_in(content: bytes) -> TrackedFile:
    """Return the paragraphs of a .docx with their changes; raise UnfitFileError where it is none."""
    if len(content) > LARGEST:
        raise UnfitFileError(N_("it has more than 64 MiB"))
    try:
        refuse_bomb(content)
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            names = packed.namelist()
        if _DOCUMENT not in names:
            raise UnfitFileError(N_("not a Word document"))
        reader = _Reader(_levels(content, names), _notes(content, names))
        reader.blocks(parsed(content, _DOCUMENT).find(f"{_W}body"), "")
        reader.read_notes()  # those of a last paragraph whose end was put in or taken out
        remarks, margins = tuple(_remarks(content, names)), tuple(_margins(content, names))
        origin = _origin(content, names)
        file = TrackedFile(tuple(reader.paragraphs), remarks, origin, margins)
        _refuse_too_many(file)
        return file
    except UnfitFileError:
        raise
    except BROKEN:
        raise UnfitFileError(N_("not a Word document")) from None


def _refuse_too_many(file: TrackedFile) -> None:
    """Refuse more than any office has to read: each change is proved by itself, for each author."""
    changes = 0
    for paragraph in (*file.paragraphs, *file.margins):
        changes += sum(bool(run.added or run.gone) for run in paragraph.runs)
    if changes > _MOST_CHANGES or len(file.authors) > _MOST_AUTHORS:
        raise UnfitFileError(N_("it has more than 20,000 changes, or 200 authors"))


def _origin(content: bytes, names: list[str]) -> FileOrigin | None:
    """Return of which draft the file is, where one of its parts of XML says so."""
    origins: list[FileOrigin] = []
    for name in names:
        if _PART.fullmatch(name):
            found = origin_in(parsed(content, name))
            if found is not None and found not in origins:
                origins.append(found)
    if len(origins) > 1:
        # which of them holds would be decided by the order of the parts in the file
        raise UnfitFileError(N_("it says twice, and differently, of which draft it is"))
    return origins[0] if origins else None


def _remarks(content: bytes, names: list[str]) -> Iterator[MarginRemark]:
    if "word/comments.xml" not in names:
        return
    for element in parsed(content, "word/comments.xml").iter(f"{_W}comment"):
        lines: list[str] = []
        for paragraph in element.iter(f"{_W}p"):
            lines.append("".join(text.text or "" for text in paragraph.iter(f"{_W}t")))
        text = cleaned("\n".join(lines))
        number, day = element.get(f"{_W}id", ""), element.get(f"{_W}date", "")[:10]
        yield MarginRemark(number, _author(element), text, day)


def _margins(content: bytes, names: list[str]) -> Iterator[TrackedParagraph]:
    """Yield the paragraphs of headers and footers in which something changed."""
    for name in sorted(filter(_MARGIN.fullmatch, names)):
        reader = _Reader({}, {})
        reader.blocks(parsed(content, name), name)
        yield from (one for one in reader.paragraphs if one.authors)


def _levels(content: bytes, names: list[str]) -> dict[str, int]:
    """Return the level of each style of headings, by its id."""
    found: dict[str, int] = {}
    if _STYLES not in names:
        return found
    for style in parsed(content, _STYLES).iter(f"{_W}style"):
        level = _level(style.find(f"{_W}pPr/{_W}outlineLvl"))
        if level:
            found[style.get(f"{_W}styleId", "")] = level
    return found


def _notes(content: bytes, names: list[str]) -> dict[tuple[InsetKind, str], Any]:
    """Return the notes, by their kinds and ids."""
    found: dict[tuple[InsetKind, str], Any] = {}
    styles = Styles(parsed(content, _STYLES) if _STYLES in names else None)
    for kind, part in _NOTES.items():
        if part in names:
            for note in parsed(content, part).iterchildren(f"{_W}{kind}"):
                found[kind, note.get(f"{_W}id", "")] = without_number(note, styles)
    return found


def _level(element: Any) -> int:
    """Return the level of a heading from 1; 0 of running text, which counts as level 10."""
    value = "9" if element is None else element.get(f"{_W}val", "9")
    return int(value) + 1 if value in "012345678" else 0


def _author(element: Any) -> str:
    """Return the name of an author as it can be shown, typed again and kept."""
    return steerless(" ".join(element.get(f"{_W}author", "").split())) or _NOBODY


class _By(NamedTuple):
    """Who put in, and who took out, what stands at a place of the document."""

    added: str = ""
    gone: str = ""


class _Reader:
    """Reads paragraphs as they come, with the remarks that are open over them."""

    def __init__(self, levels: dict[str, int], notes: dict[tuple[InsetKind, str], Any]) -> None:
        self.paragraphs: list[TrackedParagraph] = []
        self._levels = levels
        self._notes = notes
        self._noted: list[Any] = []
        self._insets = 0
        self._open: dict[str, None] = {}
        self._ranged: set[str] = set()
        self._marks: list[int] = []
        self._runs: list[TrackedRun] = []
        self._cells = 0
        self._covered = 0
        self._boxes: list[tuple[Any, _By]] = []
        self._base = _By()
        self._formulas = 0
        self._high: dict[int, list[TrackedParagraph]] = {}
        self._column = 0
        self._is_head = False
        self._lines = 0
        self._line: TrackedRow | None = None
        self._cell_gone = ""

    def blocks(self, holder: Any, place: str) -> None:
        """Read the paragraphs of the body, a cell or a box; tables and controls are gone into."""
        for element in holder:
            kind = _kind(element)
            if kind == "p":
                self._paragraph(element, place)
            elif kind == "tc":
                self._cell(element)
            elif kind == "tr":
                self._row(element, place)
            elif kind == "tbl":
                high, self._high = self._high, {}
                self.blocks(element, place)
                self._high = high
            elif kind in _BLOCKS:
                self.blocks(element, place)
            else:
                self._marker(kind, element)

    def _cell(self, element: Any) -> None:
        """Read a cell; one that goes on from the row above says in each row what it says there."""
        self._cells += 1
        first = len(self.paragraphs)
        gone, base = element.find(f"{_W}tcPr/{_W}cellDel"), self._base
        above = self._cell_gone
        if gone is not None:
            # some programs mark the cell alone
            self._cell_gone = _author(gone)
            self._base = base._replace(gone=base.gone or self._cell_gone)
        self.blocks(element, f"{CELL}{self._cells}")
        self._cell_gone, self._base = above, base
        merge = element.find(f"{_W}tcPr/{_W}vMerge")
        column, self._column = self._column, self._column + _columns(element)
        if merge is None or self._is_head:
            self._high.pop(column, None)
        elif merge.get(f"{_W}val", "continue") != "continue":
            self._high[column] = self.paragraphs[first:]
        elif column in self._high and not any(one.runs for one in self.paragraphs[first:]):
            self._repeat(self._high[column], self.paragraphs[first:])

    def _repeat(self, above: list[TrackedParagraph], own: list[TrackedParagraph]) -> None:
        """Let a cell, whose own paragraphs are empty, say what the cell says that goes on in it."""
        for one, empty in zip(above, own, strict=False):
            runs = [self._with_row(run, one.line or TrackedRow(0)) for run in one.runs]
            self.paragraphs[empty.row - 1] = empty._replace(
                runs=tuple(_joined(runs)), added=one.added, gone=one.gone, repeats=one.row
            )

    def _with_row(self, run: TrackedRun, above: TrackedRow) -> TrackedRun:
        """Return words that go on in another row: they come and go with that, and not with their own."""
        added = "" if run.added == above.added else run.added
        gone = "" if run.gone == above.gone else run.gone
        base = self._base
        return run._replace(added=base.added or added, gone=base.gone or gone, inset=None)

    def _row(self, element: Any, place: str) -> None:
        """Read a row of a table: who put it in, or took it out, did so with all its words."""
        properties = element.find(f"{_W}trPr")
        by = _By() if properties is None else _marked(properties)
        above, base = self._line, self._base
        self._lines += 1
        # a row of a table in a cell comes and goes with that
        self._base = _By(by.added or base.added, by.gone or base.gone)
        self._line = TrackedRow(self._lines, *self._base)
        kept = self._column, self._is_head
        self._column = 0
        self._is_head = element.find(f"{_W}trPr/{_W}tblHeader") is not None
        self.blocks(element, place)
        self._column, self._is_head = kept
        self._line, self._base = above, base

    def _paragraph(self, element: Any, place: str) -> None:
        if len(self.paragraphs) >= MOST_BLOCKS:
            raise too_many_blocks()
        self._runs = []
        self._boxes = []
        self._words(element, self._base)
        properties = element.find(f"{_W}pPr")
        mark = element.find(f"{_W}pPr/{_W}rPr")
        by = _By() if mark is None else _marked(mark)
        border = element.find(f"{_W}pPr/{_W}pBdr/{_W}left")
        self.paragraphs.append(
            TrackedParagraph(
                tuple(_joined(self._runs)),
                by.added,
                by.gone,
                tuple(self._marks),
                place,
                "" if border is None else border.get(f"{_W}color", "auto"),
                self._level_of(properties),
                len(self.paragraphs) + 1,
                self._line,
                any(_kind(one) in _RESTYLED for one in element.iter()),
                cell_gone=self._cell_gone,
            )
        )
        self._marks = []
        # what stands in a box that is anchored here is no text of this paragraph
        kept, self._line = (self._line, self._base), None
        for box, by_whom in self._boxes:
            self._cells += 1
            self._base = by_whom
            self.blocks(box, f"{BOX}{self._cells}")
        self._line, self._base = kept
        if by == _By():  # a note would part paragraphs that are joined, or were one
            self.read_notes()

    def read_notes(self) -> None:
        """Read the footnotes whose marks were met; each is a place of its own."""
        noted, self._noted = self._noted, []
        for note in noted:
            self._cells += 1
            self.blocks(note, f"note {self._cells}")

    def _level_of(self, properties: Any) -> int:
        if properties is None:
            return 0
        own = properties.find(f"{_W}outlineLvl")
        style = properties.find(f"{_W}pStyle")
        if own is None and style is not None:
            return self._levels.get(style.get(f"{_W}val", ""), 0)
        return _level(own)

    def _words(self, holder: Any, by: _By) -> None:
        """Read the words below an element: who put it in, or took it out, did so with all of them."""
        # the number of a note may be typed, where others have the program count
        is_numbered = _kind(holder) == "r" and has_mark(holder)
        for element in holder:
            kind = _kind(element)
            if kind in _WORDS or kind in _SIGNS:
                if not is_numbered:
                    self._take(_SIGNS.get(kind) or element.text or "", by)
            elif kind in _IN:
                self._words(element, by._replace(added=_author(element)))
            elif kind in _OUT:
                self._words(element, by._replace(gone=_author(element)))
            elif kind not in _NO_WORDS and element.tag != f"{_MC}Fallback":
                self._beside_words(kind, element, by)

    def _beside_words(self, kind: str, element: Any, by: _By) -> None:
        """Read what stands between words, or holds some."""
        if kind in _DRAWN and is_embedded(element):
            self._take(EMBEDDED, by, is_formula=True)
        elif kind in _DRAWN:
            self._drawn(element, by)
        elif kind == "txbxContent":
            self._boxes.append((element, by))
        elif kind in _REFERENCES:
            self._note(_REFERENCES[kind], element, by)
        elif kind in _FORMULAS:
            self._equation(element, by)
        else:
            self._marker(kind, element)
            self._words(element, by)

    def _equation(self, element: Any, by: _By) -> None:
        """Take an equation on one line, or the one that it was and the one that it became.

        One that comes as a paragraph of its own, or that such a line cannot say, is a `formula`.
        """
        whole = next(element.iterancestors(f"{_W}p"), element)
        authors = {_author(one) for one in changes_in(element)}
        was, now = equation_of(element, as_it_was=True), equation_of(element)
        is_formula = not (was.exact and now.exact) or (by != _By() and is_equation(whole))
        if not authors:
            self._take(now.words, by, is_formula)
        elif by == _By() and len(authors) == 1:
            (author,) = authors
            self._take(was.words, _By(gone=author), is_formula)
            self._take(now.words, _By(added=author), is_formula)
        else:  # what several did to it is told by its letters
            self._formulas += 1
            self._words(element, by)
            self._formulas -= 1

    def _note(self, kind: InsetKind, reference: Any, by: _By) -> None:
        """Take a note once; the words of one that stays are read as paragraphs, too."""
        note = self._notes.pop((kind, reference.get(f"{_W}id", "")), None)
        if note is None:
            return
        self._insets += 1
        inset = Inset(kind, self._insets, self._inside(note))
        self._runs.append(TrackedRun("", by.added, by.gone, tuple(self._open), inset))
        if by == _By():
            self._noted.append(note)

    def _drawn(self, element: Any, by: _By) -> None:
        """Remember the boxes of a drawing; a picture that comes or goes is one whose words stand for it."""
        boxes = [box for box in element.iter(f"{_W}txbxContent") if not _is_within(box, element)]
        self._boxes += ((box, by) for box in boxes)
        if not boxes and by != _By():
            self._insets += 1
            words = (TrackedRun(cleaned(_shown(element))),)
            inset = Inset(InsetKind.PICTURE, self._insets, words)
            self._runs.append(TrackedRun("", by.added, by.gone, tuple(self._open), inset))

    def _inside(self, note: Any) -> tuple[TrackedRun, ...]:
        """Return the words of a note, with line breaks between its paragraphs."""
        kept = self._runs, self._marks, self._boxes
        self._runs, self._marks, self._boxes = [], [], []
        for paragraph in note.iter(f"{_W}p"):
            if self._runs:
                self._take("\n", _By())
            self._words(paragraph, _By())
        found = tuple(_joined(self._runs))
        self._runs, self._marks, self._boxes = kept
        return found

    def _take(self, words: str, by: _By, is_formula: bool = False) -> None:
        words = words.replace("\u2029", "\n")  # a break of lines, whatever a program calls it
        self._covered += 1 + len(self._open)
        if self._covered > _MOST_RUNS:
            raise UnfitFileError(N_("it has more than 20,000 changes, or 200 authors"))
        run = TrackedRun(words, by.added, by.gone, tuple(self._open))
        self._runs.append(run._replace(formula=is_formula or self._formulas > 0))

    def _marker(self, kind: str, element: Any) -> None:
        """Note a bookmark of ours, and where remarks begin and end."""
        number = element.get(f"{_W}id", "")
        if kind == "commentRangeStart":
            self._open[number] = None
            self._ranged.add(number)
        elif kind == "commentRangeEnd":
            self._open.pop(number, None)
        elif kind == "commentReference" and number not in self._ranged:
            # a remark on a place, and on no words, begins and ends here
            self._runs.append(TrackedRun("", remarks=(number,)))
        elif kind == "bookmarkStart":
            name = element.get(f"{_W}name", "").removeprefix(BOOKMARK)
            if element.get(f"{_W}name", "").startswith(BOOKMARK) and name.isdecimal():
                self._marks.append(int(name[:9]))


_BLOCKS = frozenset(("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"))
"""What holds paragraphs, and is none."""


def _kind(element: Any) -> str:
    tag = element.tag if isinstance(element.tag, str) else ""
    return tag.rpartition("}")[2]


def _columns(cell: Any) -> int:
    """Return over how many columns of its table a cell goes."""
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    said = "1" if span is None else span.get(f"{_W}val", "1")
    return int(said[:4]) if said.isdecimal() else 1


def _is_within(box: Any, drawing: Any) -> bool:
    """Whether a text box stands in another one of a drawing, or is its copy for other programs."""
    for above in box.iterancestors():
        if above is drawing:
            return False
        if above.tag in (f"{_W}txbxContent", f"{_MC}Fallback"):
            return True
    return False


def _shown(drawing: Any) -> str:
    """Return the words that stand for a picture, else its name."""
    for element in drawing.iter("{*}docPr", "{*}shape"):
        for name in ("descr", "alt", "title", "name", "id"):
            if element.get(name, "").strip():
                return str(element.get(name))
    return ""


def _marked(mark: Any) -> _By:
    """Return who made the break behind a paragraph, and who took it away."""
    by = _By()
    for element in mark:
        kind = _kind(element)
        if kind in _IN:
            by = by._replace(added=_author(element))
        elif kind in _OUT:
            by = by._replace(gone=_author(element))
    return by


def _joined(runs: list[TrackedRun]) -> Iterator[TrackedRun]:
    """Yield neighbours with the same authors and remarks as one: a program divides runs as it likes."""
    held: TrackedRun | None = None
    for run in runs:
        if held is not None and run.inset is None and held[1:] == run[1:]:
            held = held._replace(text=held.text + run.text)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held
