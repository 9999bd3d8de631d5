"""How much a drawing (SVG) makes programs draw: what uses other parts draws them each time anew.

Thirty groups, each of which uses the one before it three times, are a thousand bytes and 3^30 shapes: no
program ends with them, and a page that shows them stops.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from plancli.core.entry import N_

MOST_DRAWN = 200_000
"""Shapes and groups at most, each as often as it is drawn: far more than any map of a county."""
TOO_MUCH_DRAWN = N_("it draws more than 200,000 elements, counted as often as they are used")
USES_ITSELF = N_("an element in it uses itself")
_LINK = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_NAMED = re.compile(r"[.#]?[\w-]+|\*")
_FOLLOWS = frozenset(("use", "pattern", "filter", "feImage", "textPath", "tref"))
"""Elements that draw what their href names; others, such as links and animations, only name it."""
_GRADIENTS = frozenset(("linearGradient", "radialGradient"))
"""They are colours, and hold none that use others."""
_INHERITED = re.compile(r"fill|stroke|marker")
"""Properties that all elements inside one take from it."""


class _UnboundError(Exception):
    """Why a drawing is too much: a message, in English."""


def too_much_drawn(root: Element) -> str | None:
    """Return why a drawing is too much to draw (in English); None where it is not."""
    try:
        _Count(root).of(root)
    except _UnboundError as error:
        return str(error)
    return None


class _Count:
    """Counts elements as often as they are drawn; each is looked at once."""

    def __init__(self, root: Element) -> None:
        self._named = {one.get("id", ""): one for one in root.iter() if one.get("id")}
        self._rules = list(_rules(root))
        self._known: dict[Element, int] = {}
        self._open: set[Element] = set()

    def of(self, element: Element) -> int:
        """Return how many elements are drawn where one stands, itself among them."""
        if element in self._known:
            return self._known[element]
        if element in self._open:
            raise _UnboundError(USES_ITSELF)
        if len(self._open) > _LONGEST_WAY:
            raise _UnboundError(TOO_MUCH_DRAWN)
        self._open.add(element)
        inside = 1 + sum(map(self.of, element))
        drawn = inside
        for name, is_inherited in self._links(element):
            target = self._named.get(name)
            if target is not None and _own(target) not in _GRADIENTS:
                drawn += self.of(target) * (inside if is_inherited else 1)
        self._open.remove(element)
        if drawn > MOST_DRAWN:
            raise _UnboundError(TOO_MUCH_DRAWN)
        self._known[element] = drawn
        return drawn

    def _links(self, element: Element) -> Iterator[tuple[str, bool]]:
        """Yield the names of what an element draws beside what it holds, and whether all in it do so, too."""
        for attribute, value in element.attrib.items():
            name = attribute.rpartition("}")[2]
            if name == "href" and _own(element) in _FOLLOWS:
                yield value.strip().removeprefix("#"), False
            elif name != "style":
                yield from ((link, bool(_INHERITED.match(name))) for link in _LINK.findall(value))
        said = [element.get("style", "")]
        called = {_own(element), f"#{element.get('id')}", "*"}
        called |= {f".{one}" for one in element.get("class", "").split()}
        said += [words for selected, words in self._rules if not selected or selected & called]
        for words in said:
            yield from ((link, True) for link in _LINK.findall(words))


_LONGEST_WAY = 400
"""Elements that stand in, or use, one another at most; no program draws many more."""


def _rules(root: Element) -> Iterator[tuple[set[str], str]]:
    """Yield what style sheets say that draws other parts, and the names of those of which they say it."""
    for element in root.iter():
        if _own(element) == "style":
            for selected, words in _RULE.findall(element.text or ""):
                if _LINK.search(words):
                    yield set(_NAMED.findall(selected)), words


def _own(element: Element) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
