"""A Word file of somebody else's, opened: within bounds, and without what leads out of it."""

import io
import zipfile
import zlib
from pathlib import Path

from docx import Document
from docx.document import Document as Word
from docx.opc.exceptions import OpcError
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import LxmlError

from plancli.core.entry import N_

_LARGEST = 64 << 20
"""Bytes of all that is packed in a form, unpacked; most of one are pictures."""
_MOST_PARTS = 2000

_BROKEN = (
    OpcError,
    LxmlError,  # also: deeper than its parser goes, entities in entities
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # a password; a kind of packing that nobody knows
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
)
"""What the libraries raise where a file is not what its name says: each looks only at what it needs."""


class UnfitFileError(Exception):
    """A file that is no Word document, or not one to be opened; says why, in English."""


def opened(file: Path) -> Word:
    """Return a Word document; raise UnfitFileError where it is broken, locked, or would fill the memory."""
    try:
        with file.open("rb") as source:
            content = source.read(_LARGEST + 1)
        _refuse_bomb(content)
        word = Document(io.BytesIO(content))
        _keep_in(word)
        _see_that_it_is_whole(word)
    except _BROKEN:
        raise UnfitFileError(N_("not a Word document")) from None
    return word


def _refuse_bomb(content: bytes) -> None:
    """Refuse what unpacks to more than a form can be; no part is unpacked beyond the size that it states."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        parts = packed.infolist()
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _LARGEST:
        raise UnfitFileError(N_("it unpacks to more than 64 MiB, or 2,000 parts"))


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
