"""A Word file of somebody else's, opened: within bounds, and without what leads out of it."""

import io
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from plancli.core.entry import N_
from plancli.papers.packed import BROKEN, LARGEST, UnfitFileError, refuse_bomb

_BROKEN = (
    OpcError,
    LxmlError,  # also: deeper than its parser goes, entities in entities
    *BROKEN,
)


def opened(file: Path) -> Word:
    """Return a Word document; raise UnfitFileError where it is broken, locked, or would fill the memory."""
    try:
        with file.open("rb") as source:
            content = source.read(LARGEST + 1)
        refuse_bomb(content)
        word = Document(io.BytesIO(content))
        _keep_in(word)
        _see_that_it_is_whole(word)
    except _BROKEN:
        raise UnfitFileError(N_("not a Word document")) from None
    return word


def _see_that_it_is_whole(word: Word) -> None:
    """Touch what a form is filled through; what is not there raises one of `_BROKEN`."""
    if word.element.body is None:
        raise ValueError("a document without a body")
    for section in word.sections:
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                part.paragraphs  # noqa: B018 (looked at, that is all)
    list(word.styles)


_RELATED = tuple(qn(name) for name in ("r:id", "r:link", "r:embed", "r:href"))
_STANDS_ALONE = {qn("w:hyperlink"), qn("a:blip")}
"""Elements that are whole without what they lead to."""


def _keep_in(word: Word) -> None:
    """Drop what leads out of a document: templates, pictures and pages that a program would fetch."""
    for part in word.part.package.iter_parts():
        outside = {name for name, relation in part.rels.items() if relation.is_external}
        for name in outside:
            del part.rels[name]
        if outside and isinstance(part, XmlPart):
            _cut(part, outside)


def _cut(part: XmlPart, names: set[str]) -> None:
    """Take out of a part what points to relations that are gone."""
    for element in list(part.element.iter()):
        pointing = [key for key in _RELATED if element.get(key) in names]
        for key in pointing:
            del element.attrib[key]
        if pointing and element.tag not in _STANDS_ALONE and element.getparent() is not None:
            element.getparent().remove(element)
