"""Drawings (SVG) as pictures: what is seen of them, nothing that runs or loads from elsewhere."""

import base64
import re
import struct
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree
from xml.parsers import expat

from plancli.core.entry import N_
from plancli.store import jpeg_files, png_files
from plancli.store.drawn_often import too_much_drawn
from plancli.store.unfit_picture import CUT_SHORT, UnfitPictureError

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_ELSEWHERE = re.compile(
    r"@import|url\(\s*['\"]?(?!#|data:(?:font|application)/)|javascript:", re.IGNORECASE
)
_DATA = re.compile(r"\s*data:image/(png|jpe?g);base64,([\sA-Za-z0-9+/=]*)")
_RUNS = frozenset(("script", "foreignObject", "iframe", "handler", "listener"))
_NUMBER = r"\+?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?"
_LENGTH = re.compile(rf"\s*({_NUMBER})\s*(px|pt|mm|cm|in|pc)?\s*")
_NO_LENGTH = re.compile(r"\s*(?:-|\+?(?=[0.])0*(?:\.0*)?(?![\d.]))")
"""How a length begins that leaves nothing to see: 0, 0%, -4."""
_PIXELS = {"px": 1.0, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0, "pc": 16.0}
_USUAL = (300, 150)
"""Pixels of a drawing that does not say how large it is, as programs show it."""


class Drawing(NamedTuple):
    """The cleaned bytes of a drawing, its size in pixels; `unfit` says (in English) why it is not shown."""

    content: bytes = b""
    width: int = 0
    height: int = 0
    unfit: str | None = None


_NO_DRAWING = N_("it is no SVG")
_ACTIVE = N_("it has scripts, or loads something from elsewhere")
_DECLARES = N_("it declares words of its own (ENTITY), which may have no end")
_NO_PIXELS = N_("it holds a picture that is neither PNG nor JPEG")
_TOO_DEEP = N_("its elements stand in one another more than 200 deep")
_DEEPEST = 200
"""Elements in one another at most: no program draws many more."""


def cleaned_drawing(content: bytes) -> Drawing:
    """Return a drawing with all that is seen of it, and nothing else."""
    try:
        if _declares_words(content):
            return Drawing(unfit=_DECLARES)
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, expat.ExpatError, ValueError, LookupError, RecursionError):
        return Drawing(unfit=_NO_DRAWING)
    unfit = _unfit(root)
    if unfit is not None:
        return Drawing(unfit=unfit)
    for element in root.iter():
        _strip(element)
    ElementTree.register_namespace("", _SVG)
    ElementTree.register_namespace("xlink", _XLINK)
    width, height = _size(root)
    return Drawing(ElementTree.tostring(root, encoding="utf-8"), width, height)


def _unfit(root: ElementTree.Element) -> str | None:
    """Return why a drawing is not shown (in English); its pictures are clean behind that."""
    if root.tag != f"{{{_SVG}}}svg":
        return _NO_DRAWING
    if _is_too_deep(root):
        return _TOO_DEEP
    if any(map(_is_active, root.iter())):
        return _ACTIVE
    try:
        for element in root.iter():
            _clean_pictures(element)
    except UnfitPictureError as error:
        return str(error)
    return too_much_drawn(root)


def _declares_words(content: bytes) -> bool:
    """Whether a drawing declares names for words, in whatever characters it is written: they may have no end.

    That it names its kind (DOCTYPE), as older programs write it, is none of that; nothing is loaded for it.
    """
    declared: list[int] = []
    parser = expat.ParserCreate()

    def begun(_name: str, _system: str | None, _public: str | None, own: int) -> None:
        declared.append(own)

    parser.StartDoctypeDeclHandler = begun
    parser.Parse(content, True)
    return any(declared)


def _clean_pictures(element: ElementTree.Element) -> None:
    """Clean a picture that stands in a drawing as data, as any other; UnfitPictureError where it is none."""
    for attribute, value in element.attrib.items():
        if _parted(attribute)[1] not in ("href", "src") or value.strip().startswith("#"):
            continue
        match = _DATA.fullmatch(value)
        if match is None:
            raise UnfitPictureError(_NO_PIXELS)
        try:
            content = base64.b64decode(match[2])
            read = png_files.png if match[1] == "png" else jpeg_files.jpeg
            clean = read(content).content
        except (struct.error, IndexError, ValueError, OverflowError) as error:
            if isinstance(error, UnfitPictureError):
                raise
            raise UnfitPictureError(CUT_SHORT) from None
        kind = "png" if match[1] == "png" else "jpeg"
        said = base64.b64encode(clean).decode("ascii")
        element.set(attribute, f"data:image/{kind};base64,{said}")


def _is_too_deep(root: ElementTree.Element) -> bool:
    level = [root]
    for _depth in range(_DEEPEST):
        level = [child for element in level for child in element]
    return bool(level)


def _is_active(element: ElementTree.Element) -> bool:
    """Whether an element runs something, or has it loaded from outside the file."""
    _space, name = _parted(element.tag)
    if name in _RUNS or _ELSEWHERE.search(element.text or ""):
        return True
    for attribute, value in element.attrib.items():
        _space, called = _parted(attribute)
        leads = called in ("href", "src") and not value.strip().startswith(("#", "data:image/"))
        if leads or called.lower().startswith("on") or _ELSEWHERE.search(value):
            return True
    return False


def _strip(element: ElementTree.Element) -> None:
    """Take out what programs and authors noted of themselves."""
    for child in list(element):
        space, name = _parted(child.tag)
        if space != _SVG or name == "metadata":
            element.remove(child)
    for attribute in list(element.attrib):
        if _parted(attribute)[0] not in ("", _SVG, _XLINK, _XML):
            del element.attrib[attribute]


def _parted(name: str) -> tuple[str, str]:
    """Return the namespace and the name of an element or attribute."""
    space, _brace, own = name.rpartition("}")
    return space.removeprefix("{"), own


def _size(root: ElementTree.Element) -> tuple[int, int]:
    """Return how large a drawing is in pixels: as it says, as its view box is, or as usual."""
    if any(_NO_LENGTH.match(root.get(name, "")) for name in ("width", "height")):
        return 0, 0
    said = list(_lengths(root))
    if len(said) == 2:
        return said[0], said[1]
    box = [float(one) for one in re.findall(rf"-?{_NUMBER}", root.get("viewBox", ""))]
    if len(box) == 4:
        return round(box[2]), round(box[3])
    return _USUAL


def _lengths(root: ElementTree.Element) -> Iterator[int]:
    for name in ("width", "height"):
        match = _LENGTH.fullmatch(root.get(name, ""))
        if match:
            yield max(1, round(float(match[1]) * _PIXELS[match[2] or "px"]))
