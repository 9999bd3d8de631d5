"""Places as English opinions name them, put as a citation is read: largest first, 第2段 for paragraph 2."""

import re

_HAN = re.compile("[\u4e00-\u9fff]")
_PIECE = re.compile(r",\s*(?:and\s+)?|\s+(?:of|in|on|at|within)\s+", re.IGNORECASE)
_PART = r"(?:sub-?)?(?:paragraph|para\.?|item|point|bullet(?: point)?|entry|indent)"
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_COUNTED = re.compile(rf"{_PART} \(?(?P<number>[0-9]{{1,2}}|[ivx]{{1,4}}|[a-h])\)?")
_NTH = re.compile(rf"(?P<nth>{'|'.join(_ORDINALS)}|last|[0-9]{{1,2}}(?:st|nd|rd|th)) {_PART}")
_PRINTED = re.compile(
    r"(?P<kind>pages?|pp?\.|lines?|ll?\.) ?(?P<first>[0-9]{1,4})(?: ?(?:-|–|to|and) ?(?P<last>[0-9]{1,4}))?"
)
_NAMED = re.compile(rf"(?:section|clause|article|part|chapter|no\.?|{_PART}) (?=[0-9]+\.[0-9])")
"""Words ahead of a number that names a part by itself: section 2.1."""


def as_citation(words: str) -> str:
    """Return an English place as a citation of the same parts; words of another script as they are."""
    if _HAN.search(words):
        return words
    named: list[str] = []
    counted: list[str] = []
    printed: list[str] = []
    for piece in _PIECE.split(words.strip()):
        bare = piece.strip().removeprefix("the ").removeprefix("The ")
        places = list(_PRINTED.finditer(bare.lower()))
        if places and not _PRINTED.sub("", bare.lower()).strip():
            printed += map(_page_or_line, places)
        elif part := _counted(bare.lower()):
            counted.append(part)
        else:
            named.append(_NAMED.sub("", bare, count=1) if _NAMED.match(bare.lower()) else bare)
    return " ".join(named) + "".join(counted) + "".join(printed)


def _counted(piece: str) -> str:
    """Return a paragraph that is counted in its part; "" where a piece of a place is no such."""
    if nth := _NTH.fullmatch(piece):
        said = nth["nth"]
        if said == "last":
            return "倒数第1段"
        number = _ORDINALS.index(said) + 1 if said in _ORDINALS else int(said[:-2])
        return f"第{number}段"
    if match := _COUNTED.fullmatch(piece):
        return f"第{_number(match['number'])}段"
    return ""


def _number(said: str) -> int:
    """Return what a number is that counts in figures, (ii) or (b)."""
    if said.isdecimal():
        return int(said)
    return _ROMAN.index(said) + 1 if said in _ROMAN else ord(said) - ord("a") + 1


def _page_or_line(match: re.Match[str]) -> str:
    span = match["first"] + (f"-{match['last']}" if match["last"] else "")
    return f"第{span}页" if match["kind"].startswith("p") else f"第{span}行"
