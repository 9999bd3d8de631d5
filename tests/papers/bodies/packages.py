"""Word documents made of XML for tests, small enough to be read here."""

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_MORE = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)


def package(body: str, **parts: str) -> bytes:
    """Return a document with this body; `parts` are others by their names: styles, numbering, footnotes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("_rels/.rels", _RELS)
        packed.writestr(
            "word/document.xml", f"<w:document {_W} {_MORE}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            packed.writestr(f"word/{name}.xml", f"<w:{name} {_W}>{content}</w:{name}>")
    return out.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    """Return a paragraph in which **words** are bold."""
    runs: list[str] = []
    for at, part in enumerate(words.split("**")):
        look = "<w:rPr><w:b/></w:rPr>" if at % 2 else ""
        runs.append(f'<w:r>{look}<w:t xml:space="preserve">{part}</w:t></w:r>')
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def counted(name: int, level: int = 0) -> str:
    """Return the properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{name}"/></w:numPr>'


def level(at: int, written: str, words: str, more: str = "") -> str:
    """Return a level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{written}"/>{more}'
        f'<w:lvlText w:val="{words}"/></w:lvl>'
    )
