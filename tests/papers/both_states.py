"""What a Word file says once its tracked changes are accepted, or rejected: by the rules of the format alone.

Knows nothing of plancli or of a library for Word: ElementTree and ECMA-376, part 1, 17.13.5.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CAME = (f"{W}ins", f"{W}moveTo")
WENT = (f"{W}del", f"{W}moveFrom")


def paragraphs(file: Path, accepted: bool) -> list[str]:
    """Return the words of all paragraphs in one state, in their order, without empty ones.

    Where the end of a paragraph goes its words stand before those of the next one.
    """
    with ZipFile(file) as packed:
        root = ElementTree.fromstring(packed.read("word/document.xml"))
    gone = WENT if accepted else CAME
    words, found = "", []
    for element, stands in _elements(root, gone, True):
        if element.tag == f"{W}p" and stands:
            words += "".join(_words(element, gone))
            mark = element.find(f"{W}pPr/{W}rPr")
            if mark is None or all(one.tag not in gone for one in mark):
                found.append(words)
                words = ""
    return [text for text in (*found, words) if text]


def _elements(
    holder: ElementTree.Element, gone: tuple[str, ...], stands: bool
) -> Iterator[tuple[ElementTree.Element, bool]]:
    """Yield paragraphs, and whether the row or cell of a table in which they are stands."""
    for child in holder:
        if child.tag == f"{W}p":
            yield child, stands
        else:
            yield from _elements(child, gone, stands and not _is_gone(child, gone))


def _is_gone(element: ElementTree.Element, gone: tuple[str, ...]) -> bool:
    properties = element.find(f"{W}trPr")
    if element.tag == f"{W}tc":
        properties = element.find(f"{W}tcPr")
        cells = {f"{W}ins": f"{W}cellIns", f"{W}del": f"{W}cellDel"}
        gone = tuple(cells[name] for name in gone if name in cells)
    return properties is not None and any(one.tag in gone for one in properties)


def _words(holder: ElementTree.Element, gone: tuple[str, ...]) -> Iterator[str]:
    for child in holder:
        if child.tag in gone:
            continue
        if child.tag in (f"{W}t", f"{W}delText"):
            yield child.text or ""
        elif child.tag != f"{W}pPr":
            yield from _words(child, gone)


def moved(file: Path) -> dict[str, tuple[str, str]]:
    """Return the words of each move at its old and at its new place, by its name; every range is closed."""
    with ZipFile(file) as packed:
        root = ElementTree.fromstring(packed.read("word/document.xml"))
    said: dict[str, dict[str, str]] = {kind: {} for kind in ("moveFrom", "moveTo")}
    opened: dict[str, tuple[str, str]] = {}
    for element in root.iter():
        kind = element.tag.removeprefix(W)
        number = element.get(f"{W}id", "")
        if kind.endswith("RangeStart") and kind.startswith("move"):
            opened[number] = kind.removesuffix("RangeStart"), element.get(f"{W}name", "")
            said[opened[number][0]][opened[number][1]] = ""
        elif kind.endswith("RangeEnd") and kind.startswith("move"):
            assert opened.pop(number)[0] == kind.removesuffix("RangeEnd")
        elif kind in said and len(element):  # the mark of a paragraph has no words
            (name,) = (name for change, name in opened.values() if change == kind)
            said[kind][name] += "".join(text.text or "" for text in element.iter(f"{W}t"))
    assert not opened
    assert set(said["moveFrom"]) == set(said["moveTo"])
    return {name: (words, said["moveTo"][name]) for name, words in said["moveFrom"].items()}
