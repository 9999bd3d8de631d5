"""Footnotes of a Word document: the part that holds them, which python-docx does not write.

A note stands in `word/footnotes.xml` (ECMA-376, part 1, 17.11), its reference where its mark is printed. Two
entries of no words draw the line between text and notes.
"""

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from plancli.core.plan.footnotes import NoteSeries
from plancli.papers.word.document import paragraph, run, worn
from plancli.papers.word.styles import NOTE, NOTE_MARK

_SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
_FORMATS = {
    "①": "decimalEnclosedCircleChinese",
    "1": "decimal",
    "一": "chineseCounting",
    "I": "upperRoman",
    "i": "lowerRoman",
    "A": "upperLetter",
    "a": "lowerLetter",
}
"""How the program that opens the document counts notes itself, by what a series has between braces."""


class Footnotes:
    """The notes of a document, numbered as they come.

    Where a program can count them as the plan does it does, so that they stay in order when changes are
    accepted or refused; else each has its number as a word.
    """

    def __init__(self, counted: NoteSeries) -> None:
        format_ = _FORMATS.get(counted.series.pattern.strip("{}"))
        self._format = None if counted.level else format_
        self._notes: list[str] = []

    def reference(self, runs: str, label: str) -> str:
        """Keep a note with these runs, and return the run of its reference."""
        number = len(self._notes) + 1
        above = worn(NOTE_MARK)
        word = "" if self._format else f'<w:t xml:space="preserve">{label}</w:t>'
        mark = "<w:footnoteRef/>" if self._format else word
        inside = paragraph(f"<w:r>{above}{mark}</w:r>{run(' ')}{runs}", NOTE)
        self._notes.append(f'<w:footnote w:id="{number}">{inside}</w:footnote>')
        custom = "" if self._format else ' w:customMarkFollows="1"'
        return f'<w:r>{above}<w:footnoteReference{custom} w:id="{number}"/>{word}</w:r>'

    def put_into(self, word: Word) -> None:
        """Give a document the part with its notes; one without any has none."""
        if not self._notes:
            return
        lines = "".join(_line(number, kind) for number, kind in _SEPARATORS.items())
        whole = f"<w:footnotes {nsdecls('w', 'r')}>{lines}{''.join(self._notes)}</w:footnotes>"
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        name = PackURI("/word/footnotes.xml")
        part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, f"{head}{whole}".encode(), word.part.package)
        word.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        self._set(word)

    def _set(self, word: Word) -> None:
        """Say how notes are counted, and which entries draw the line, where the schema has it."""
        format_ = f'<w:numFmt w:val="{self._format}"/>' if self._format else ""
        listed = "".join(f'<w:footnote w:id="{number}"/>' for number in _SEPARATORS)
        settings = word.settings.element
        own = parse_xml(f"<w:footnotePr {nsdecls('w')}>{format_}{listed}</w:footnotePr>")
        settings.find(qn("w:compat")).addprevious(own)
        if format_:
            of_section = parse_xml(f"<w:footnotePr {nsdecls('w')}>{format_}</w:footnotePr>")
            word.part._element.find(f".//{qn('w:pgSz')}").addprevious(of_section)


def _line(number: int, kind: str) -> str:
    inside = f"<w:p><w:r><w:{kind}/></w:r></w:p>"
    return f'<w:footnote w:type="{kind}" w:id="{number}">{inside}</w:footnote>'
