"""Equations of Word on one line, so that nothing of how they stand is lost.

(a+b)/c, x_i^2, ∑_{i=1}^{n}, √(x): the signs are those that Word itself shows of an equation on one line,
with the braces of TeX round what stands above and below. All powers are written alike, x^2 and x^{n+1}:
Unicode has small letters (x²) for a few only, and what is kept to the letter has one way of being written.
What such a line cannot say, as matrices and cases, is not said: its letters come as they are, and a person
has to look. Elements follow ECMA-376, part 1, 22.1.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PUT_IN = (f"{_W}ins", f"{_W}moveTo")
_TAKEN_OUT = (f"{_W}del", f"{_W}moveFrom")


class Equation(NamedTuple):
    """The words of an equation; those that are not `exact` are its letters, without how they stand."""

    words: str
    exact: bool


class _Part(NamedTuple):
    """A part of an equation on one line; a `fraction` must not run into what stands beside it."""

    words: str
    fraction: bool = False


class _InexactError(Exception):
    """An equation has what a line cannot say."""


def equation_of(element: Any, as_it_was: bool = False) -> Equation:
    """Return an equation, or several in one paragraph, with its tracked changes made, or as it was before."""
    gone = _PUT_IN if as_it_was else _TAKEN_OUT
    try:
        if len(element.findall(f"{_M}oMath")) > 1:
            raise _InexactError  # lines below each other
        words = _line(element, gone)
    except _InexactError:
        letters = (text for text in element.iter(f"{_M}t") if not _is_within(text, gone, element))
        return Equation("".join(text.text or "" for text in letters), False)
    return Equation(_NUMBER_AT_RIGHT.sub(r" \1", words).strip(), True)


EMBEDDED = "□"
"""Stands for an equation that another program keeps for itself: MathType, or the editor of older Word."""


def is_embedded(element: Any) -> bool:
    """Whether an object in a document is an equation of another program."""
    found = (str(one.get("ProgID", "")) for one in element.iter(_OLE))
    return any(name.startswith("Equation") for name in found)


_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"


def changes_in(element: Any) -> Iterator[Any]:
    """Yield the tracked changes inside an equation."""
    for change in element.iter(*_PUT_IN, *_TAKEN_OUT):
        if next(change.iter(f"{_M}t"), None) is not None:
            yield change


_NUMBER_AT_RIGHT = re.compile(r"#\s*([（(][^（()）]{1,8}[）)])$")
"""The sign behind which Word sets the number of an equation at the right."""


def _is_within(text: Any, tags: tuple[str, ...], whole: Any) -> bool:
    for above in text.iterancestors():
        if above is whole:
            return False
        if above.tag in tags:
            return True
    return False


def _line(holder: Any, gone: tuple[str, ...], ahead: str = "") -> str:
    """Return all that an element holds, one behind the other, behind what is ahead of it."""
    found = ahead
    fraction = ""
    for part in _parts(holder, gone):
        if fraction:
            found += f"({fraction})" if _OPERAND_AHEAD.match(part.words) else fraction
            fraction = ""
        if _INDEX.search(found) and part.words[:1].isalnum():
            found += " "  # x_i y_i: what follows hangs on nothing
        if part.fraction and not _OPERAND.search(found):
            fraction = part.words
        else:
            found += f"({part.words})" if part.fraction else part.words
    return found + fraction


_OPERAND = re.compile(r"[\w)\]}）%′.\u0300-\u036f∑∏∫]\s*\Z")
_INDEX = re.compile(r"[_^]\w\Z")
_OPERAND_AHEAD = re.compile(r"\s*[\w(\[{（√∑∏∫^_]")
"""What a fraction may not touch, as its line would then reach further than its bar."""


def _parts(holder: Any, gone: tuple[str, ...]) -> Iterator[_Part]:
    for element in holder.iterchildren():
        if not isinstance(element.tag, str) or element.tag in gone:
            continue
        name = element.tag.removeprefix(_M)
        if element.tag in (*_PUT_IN, *_TAKEN_OUT) or name in _HOLDERS:
            yield from _parts(element, gone)
        elif name in _READERS:
            yield _READERS[name](element, gone)
        elif element.tag not in _SILENT and not name.endswith("Pr"):
            raise _InexactError


_HOLDERS = frozenset(
    ("oMath", "box", "oMathPara", "e", "num", "den", "sub", "sup", "deg", "fName", "lim")
)
_SILENT = frozenset(f"{_W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "proofErr"))


def _inside(element: Any, name: str, gone: tuple[str, ...]) -> str:
    """Return what one of the arguments of an element says; "" where it has none."""
    found = element.find(f"{_M}{name}")
    return "" if found is None else _line(found, gone)


def _said(element: Any, name: str, default: str) -> str:
    """Return a property of an element."""
    found = element.find(f"{_M}{element.tag.removeprefix(_M)}Pr/{_M}{name}")
    return default if found is None else str(found.get(f"{_M}val", _ON if default == _OFF else ""))


_ON, _OFF = "1", "0"


def _is_on(element: Any, name: str) -> bool:
    return _said(element, name, _OFF) in (_ON, "on", "true")


# --- words --------------------------------------------------------------------------------------------------


def _run(element: Any, _gone: tuple[str, ...]) -> _Part:
    """Return the letters of a run; those that would be read as signs of the line cannot be said."""
    script = element.find(f"{_M}rPr/{_M}scr")
    if script is not None and script.get(f"{_M}val") not in (None, "roman"):
        raise _InexactError
    found = ""
    for part in element.iterchildren(f"{_M}*", f"{_W}*"):
        kind = part.tag.rpartition("}")[2]
        if kind in ("t", "delText"):
            found += part.text or ""
        elif kind == "tab":
            found += " "
        elif kind not in ("rPr", "lastRenderedPageBreak"):
            raise _InexactError
    if re.search(r"[\^_\n]", found):
        raise _InexactError
    return _Part("".join(map(_letter, found)))


def _letter(char: str) -> str:
    """Return a letter of an equation: slanted as all are, it is the letter; signs that nobody sees go."""
    if char in "\u2061\u2062\u2063\u2064\u200b":
        return ""
    slanted = "\U0001d434" <= char <= "\U0001d467" or "\U0001d6e2" <= char <= "\U0001d71b"
    return unicodedata.normalize("NFKC", char) if slanted else char


def _function(element: Any, gone: tuple[str, ...]) -> _Part:
    name, of = _inside(element, "fName", gone), _inside(element, "e", gone)
    apart = name[-1:].isalnum() and (of[:1].isalnum() or of[:1] == "√")
    return _Part(f"{name} {of}" if apart or name.endswith("}") else f"{name}{of}")


# --- above and below ----------------------------------------------------------------------------------------


def _fraction(element: Any, gone: tuple[str, ...]) -> _Part:
    if _said(element, "type", "bar") == "noBar":
        raise _InexactError  # two lines without a bar are no quotient
    above, below = _inside(element, "num", gone), _inside(element, "den", gone)
    if not (above and below):
        raise _InexactError
    above = above if _PRODUCT.fullmatch(above) else f"({above})"
    below = below if _FACTOR.fullmatch(below) else f"({below})"
    return _Part(f"{above}/{below}", fraction=True)


_SCRIPT = r"[_^](?:\w|\{[^{}]*\})"
_PRODUCT = re.compile(rf"(?:[^\W_]|[.,%′\u0300-\u036f]|{_SCRIPT})+")
"""What stands above the bar without brackets: letters and numbers, with what hangs on them."""
_FACTOR = re.compile(rf"(?:[^\W\d_](?:[^\W_]|[\u0300-\u036f])*|\d+(?:[.,]\d+)*%?)(?:{_SCRIPT})*")
"""What stands below it without brackets: one word, or one number."""


def _script(mark: str, words: str) -> str:
    """Return what stands below or above, in braces unless it is one letter or digit."""
    if not words:
        raise _InexactError
    is_one = len(words) == 1 and words.isalnum()
    return f"{mark}{words}" if is_one else f"{mark}{{{words}}}"


def _scripted(element: Any, gone: tuple[str, ...]) -> _Part:
    base = _inside(element, "e", gone)
    if not base:
        raise _InexactError
    is_bracketed = element.find(f"{_M}e/{_M}d") is not None and _BRACKETS.fullmatch(base)
    if re.search(r"[/_^√]", base) and not is_bracketed:
        base = f"({base})"
    below = _script("_", _inside(element, "sub", gone)) if _has(element, "sub") else ""
    above = _script("^", _inside(element, "sup", gone)) if _has(element, "sup") else ""
    return _Part(f"{base}{below}{above}")


_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def _has(element: Any, name: str) -> bool:
    return element.find(f"{_M}{name}") is not None


def _limit(element: Any, gone: tuple[str, ...]) -> _Part:
    """Return what stands right below or above a name: lim_{x→0}; elsewhere it would be read as an index."""
    name = _inside(element, "e", gone)
    if not (len(name) > 1 and name.isalpha()):
        raise _InexactError
    mark = "_" if element.tag == f"{_M}limLow" else "^"
    return _Part(f"{name}{mark}{{{_inside(element, 'lim', gone)}}}")


def _many(element: Any, gone: tuple[str, ...]) -> _Part:
    """Return a sum, a product or an integral, with its bounds."""
    found = _said(element, "chr", "∫")
    for name, hidden, mark in (("sub", "subHide", "_"), ("sup", "supHide", "^")):
        bound = "" if _is_on(element, hidden) else _inside(element, name, gone)
        found += f"{mark}{{{bound}}}" if bound else ""
    of = element.find(f"{_M}e")
    return _Part(found if of is None else _line(of, gone, found))


# --- signs --------------------------------------------------------------------------------------------------


def _root(element: Any, gone: tuple[str, ...]) -> _Part:
    degree = "" if _is_on(element, "degHide") else _inside(element, "deg", gone)
    of = _inside(element, "e", gone)
    if not of:
        raise _InexactError
    return _Part(f"√[{degree}]({of})" if degree else f"√({of})")


def _bracketed(element: Any, gone: tuple[str, ...]) -> _Part:
    apart = _said(element, "sepChr", "|")
    inside = apart.join(_line(one, gone) for one in element.iterchildren(f"{_M}e"))
    return _Part(f"{_said(element, 'begChr', '(')}{inside}{_said(element, 'endChr', ')')}")


def _accented(element: Any, gone: tuple[str, ...]) -> _Part:
    """Return a letter with the sign above it; over several letters a line has none."""
    if element.tag == f"{_M}acc":
        sign = _said(element, "chr", "\u0302")
    else:
        sign = "\u0304" if _said(element, "pos", "bot") == "top" else ""
    letter = _inside(element, "e", gone)
    if len(letter) != 1 or not letter.isalpha() or not (sign and unicodedata.combining(sign)):
        raise _InexactError
    return _Part(unicodedata.normalize("NFC", letter + sign))


def _one_row(element: Any, gone: tuple[str, ...]) -> _Part:
    """Return equations below each other where there is one: so Word holds one with a number at the right."""
    rows = element.findall(f"{_M}e")
    if len(rows) != 1:
        raise _InexactError
    return _Part(_line(rows[0], gone).replace("&", ""))


_READERS: Mapping[str, Callable[[Any, tuple[str, ...]], _Part]] = MappingProxyType(
    {
        "r": _run,
        "f": _fraction,
        "sSup": _scripted,
        "sSub": _scripted,
        "sSubSup": _scripted,
        "nary": _many,
        "rad": _root,
        "d": _bracketed,
        "func": _function,
        "acc": _accented,
        "bar": _accented,
        "limLow": _limit,
        "limUpp": _limit,
        "eqArr": _one_row,
    }
)
"""What is read; all else, as a matrix, is not."""
