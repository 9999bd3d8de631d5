"""The pictures in a Word document: their bytes, and the words that stand for them."""

import io
import posixpath
import zipfile
from typing import Any

from plancli.core.intake.body import BodyPicture
from plancli.papers.sheets.xml import parsed

_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": ".png", b"\xff\xd8\xff": ".jpg"}
"""How the pictures begin that every program shows, with the ending of their files; others are left out."""
_LARGEST = 20 << 20
"""Bytes of one picture at most."""


class PackedPictures:
    """The pictures of a document, looked up by the elements that show them."""

    def __init__(self, content: bytes, main: str) -> None:
        self._content = content
        folder, name = posixpath.split(main)
        self._folder = folder
        self._targets: dict[str, str] = {}
        relations = f"{folder}/_rels/{name}.rels"
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            self._names = {one.filename: one.file_size for one in packed.infolist()}
        if relations not in self._names:
            return
        for relation in parsed(content, relations).iterchildren("{*}Relationship"):
            if relation.get("TargetMode") != "External":
                self._targets[relation.get("Id", "")] = relation.get("Target", "")

    def of(self, element: Any) -> BodyPicture | None:
        """Return the one picture of a drawing; None where it has several, or none that can be shown."""
        found = list(element.iter("{*}blip"))
        if len(found) != 1:
            return None
        target = self._targets.get(found[0].get(_EMBED, ""), "")
        place = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        if not 0 < self._names.get(place, 0) <= _LARGEST:
            return None
        with zipfile.ZipFile(io.BytesIO(self._content)) as packed:
            content = packed.read(place)
        for begins, ending in _BEGINNINGS.items():
            if content.startswith(begins):
                return BodyPicture(content, ending, _alt(element), posixpath.basename(place))
        return None


def _alt(element: Any) -> str:
    properties = next(element.iter("{*}docPr"), None)
    said = "" if properties is None else properties.get("descr", "")
    return " ".join(said.split())
