"""Styles of a Word document: which make headings, which are of the contents, what type they set."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|标题|見出し)\s*([1-9])(?!\d).*", re.IGNORECASE)
_TITLE = re.compile(r"title|标题|文档标题|文件标题", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*(?:[1-9]|heading|标题)?", re.IGNORECASE)
_FORMULA = re.compile("公式|formula|equation", re.IGNORECASE)
OFF = ("0", "false", "off", "none")
"""How a property says that it does not hold."""
_LONGEST_CHAIN = 20
"""So many styles may stand on one another; some files have circles."""


class Look(NamedTuple):
    """How words are set; None where nothing says it."""

    bold: bool | None = None
    family: str | None = None
    raised: bool | None = None

    def over(self, other: "Look") -> "Look":
        """Return this look where it says something, and the other one elsewhere."""
        bold = other.bold if self.bold is None else self.bold
        raised = other.raised if self.raised is None else self.raised
        return Look(bold, self.family or other.family, raised)


class Style(NamedTuple):
    """What a style says of paragraphs: `level` as of a body, `list` with the level `at` which it counts.

    `is_formula`: its name says so, as that of the documents does in which a plan is exported.
    """

    level: int | None = None
    is_contents: bool = False
    list: str = ""
    at: int | None = None
    look: Look = Look()
    centred: bool | None = None
    is_formula: bool = False


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: Any | None) -> None:
        self._elements: dict[str, Any] = {}
        self._default = ""
        self._known: dict[str, Style] = {}
        if root is None:
            return
        for style in root.iterchildren(f"{_W}style"):
            name = style.get(f"{_W}styleId", "")
            self._elements[name] = style
            is_default = style.get(f"{_W}default") in ("1", "true")
            if is_default and style.get(f"{_W}type") == "paragraph":
                self._default = name

    def of(self, name: str) -> Style:
        """Return what a style says, with what it takes from those it stands on."""
        name = name if name in self._elements else self._default
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def look_of_run(self, run: Any) -> Look:
        """Return the type of a run: what it says itself, over what its style says."""
        named = value_of(run.find(f"{_W}rPr"), "rStyle")
        return look_of(run).over(self.of(named).look if named else Look())

    def _read(self, name: str) -> Style:
        found = Style()
        for element in self._chain(name):
            own = _own(element)
            found = Style(
                level=found.level if found.level is not None else own.level,
                is_contents=found.is_contents or own.is_contents,
                list=found.list or own.list,
                at=found.at if found.at is not None else own.at,
                look=found.look.over(own.look),
                centred=found.centred if found.centred is not None else own.centred,
                is_formula=found.is_formula or own.is_formula,
            )
        return found

    def _chain(self, name: str) -> Iterator[Any]:
        for _ in range(_LONGEST_CHAIN):
            element = self._elements.get(name)
            if element is None:
                return
            yield element
            name = value_of(element, "basedOn")


def _own(element: Any) -> Style:
    """Return what one style says by itself."""
    called = value_of(element, "name").strip()
    properties = element.find(f"{_W}pPr")
    list_, at = list_in(properties)
    heading = _HEADING.fullmatch(called)
    level = int(heading[1]) if heading else outline_in(properties)
    if level is None and _TITLE.fullmatch(called):
        level = 0
    return Style(
        level=level,
        is_contents=_CONTENTS.fullmatch(called) is not None,
        list=list_,
        at=at,
        look=look_of(element),
        centred=centred_in(properties),
        is_formula=_FORMULA.fullmatch(called) is not None,
    )


def value_of(element: Any | None, name: str) -> str:
    """Return the value of a property; "" where it is not there."""
    found = None if element is None else element.find(f"{_W}{name}")
    return "" if found is None else str(found.get(f"{_W}val", ""))


def outline_in(properties: Any | None) -> int | None:
    """Return the level of a heading from 1 that paragraph properties say; None of running text."""
    said = value_of(properties, "outlineLvl")
    return int(said) + 1 if said.isdecimal() and int(said) < _RUNNING_TEXT else None


_RUNNING_TEXT = 9


def centred_in(properties: Any | None) -> bool | None:
    """Return whether paragraph properties centre; None where they do not say."""
    said = value_of(properties, "jc")
    return said == "center" if said else None


def list_in(properties: Any | None) -> tuple[str, int | None]:
    """Return the list to which paragraph properties belong, and the level in it."""
    found = None if properties is None else properties.find(f"{_W}numPr")
    at = value_of(found, "ilvl")
    return value_of(found, "numId"), int(at) if at.isdecimal() and len(at) == 1 else None


def look_of(holder: Any) -> Look:
    """Return the type that the run properties of a style or a run say."""
    properties = holder.find(f"{_W}rPr")
    if properties is None:
        return Look()
    bold = properties.find(f"{_W}b")
    fonts = properties.find(f"{_W}rFonts")
    return Look(
        None if bold is None else bold.get(f"{_W}val", "1") not in OFF,
        None if fonts is None else fonts.get(f"{_W}eastAsia"),
        value_of(properties, "vertAlign") == "superscript" or None,
    )


def is_hidden(run: Any) -> bool:
    """Whether the words of a run are not printed."""
    found = run.find(f"{_W}rPr/{_W}vanish")
    return found is not None and found.get(f"{_W}val", "1") not in OFF
