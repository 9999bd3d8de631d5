"""What a Word file of the plan carries for the way back: hidden bookmarks, and a part that explains them.

A bookmark whose name begins with a line is not shown. Bookmarks and the part outlast a save by LibreOffice
with tracked typing, divided and deleted paragraphs; content controls and the ids of paragraphs do not. A
part of XML is kept only with the properties that name it.
"""

import uuid
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from plancli.core.intake.circulated import Circulated
from plancli.core.intake.origin import FileOrigin, MarkedPart

if TYPE_CHECKING:  # who only reads marks needs nothing of what writes documents
    from docx.document import Document as Word

NAMESPACE = "urn:plancli:origin:1"
BOOKMARK = "_pl_"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIRST_ID = 500_000
"""Changes and remarks in the margin are numbered below."""


def bookmarked(number: int, runs: str) -> str:
    """Return the runs of a paragraph in the bookmark with its number."""
    ends = f'w:id="{_FIRST_ID + number}"'
    name = f'w:name="{BOOKMARK}{number}"'
    return f"<w:bookmarkStart {ends} {name}/>{runs}<w:bookmarkEnd {ends}/>"


def carry(word: "Word", origin: FileOrigin) -> None:
    """Put the part that explains the bookmarks into a document."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = word.part.package
    assert package is not None
    content = _part(origin)
    # one file gives one name, whenever it is written
    name = f"{{{uuid.uuid5(uuid.NAMESPACE_URL, content)}}}".upper()
    properties = (
        f'{_HEAD}<ds:datastoreItem ds:itemID="{name}" xmlns:ds="{_STORE}"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    item = Part(
        package.next_partname("/customXml/item%d.xml"), "application/xml", content.encode(), package
    )
    named = Part(
        PackURI(item.partname.replace("item", "itemProps")),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        properties.encode(),
        package,
    )
    word.part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML)
    item.relate_to(named, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)


def _part(origin: FileOrigin) -> str:
    draft = f"draft={quoteattr(origin.draft.draft)} digest={quoteattr(origin.draft.digest)}"
    lines = [f'{_HEAD}<plan xmlns="{NAMESPACE}" {draft}>']
    for number, part in origin.parts.items():
        lines.append(f'<part n="{number}" id={quoteattr(part.key)} words="{part.words}"/>')
    return "\n".join([*lines, "</plan>"])


def origin_in(root: Any) -> FileOrigin | None:
    """Return what a part of XML says of the bookmarks of its file; None where it is another's."""
    if root.tag != f"{{{NAMESPACE}}}plan":
        return None
    parts: dict[int, MarkedPart] = {}
    for element in root.iter(f"{{{NAMESPACE}}}part"):
        number = element.get("n", "")
        if number.isascii() and number.isdecimal():
            parts[int(number[:9])] = MarkedPart(element.get("id", ""), element.get("words", ""))
    return FileOrigin(Circulated(root.get("draft", ""), root.get("digest", "")), parts)
