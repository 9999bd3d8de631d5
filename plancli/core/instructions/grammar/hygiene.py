"""Whether a text is well formed after a change, and which mark goes with words that are deleted."""

import re

from plancli.core.text.characters import NARROW, boundaries, ends_sentence, sentences

_PAUSES = "、,;:"
_STOPS = "。!?;"
_DOUBLED = re.compile("[、,;:。!?] *(?=[、,;:。])|[,;:] *[.]|(?<! )  (?! )| [.,;](?= |$)")
_PAIRS = ("“”", "‘’", "()", "《》", "「」", "『』", "【】")


def deleted_with(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span `start:end` of a text with the mark that cannot stay when its words go.

    A sentence takes the mark at its end along, a clause or an item of a list one of those beside it. Of two
    that are the same it does not matter which; of two that differ the weaker one goes.
    """
    narrow = text.translate(NARROW)
    if narrow[start - 1 : start] == " " and (end == len(text) or narrow[end] in " .,;:!?"):
        return _in_spaced(narrow, start - 1, end)
    before, behind = narrow[start - 1 : start], narrow[end : end + 1]
    if start in boundaries(sentences(text)):
        return start, end + _is(behind, _STOPS + _PAUSES)
    if not _is(before, _PAUSES) or not behind:
        return start, end
    if _is(behind, _STOPS) or (before == "、" and _is(behind, ",;:")):
        return start - 1, end
    return start, end + _is(behind, _PAUSES)


def begins_list(text: str, start: int, end: int) -> bool:
    """Whether words stand ahead of a list mark, and no list mark ahead of them.

    They may be the first item of a list with what leads to it, or the end of one: which mark goes with them
    is not sure.
    """
    narrow = text.translate(NARROW)
    return narrow[end : end + 1] == "、" and narrow[start - 1 : start] != "、"


_STRENGTH = {"、": 1, ",": 2, ":": 2, ";": 3, ".": 4, "。": 4, "!": 4, "?": 4}
"""How much each mark parts what stands on its sides."""
_LINKS = ("和", "及", "与", "或", "并", "且", "等", "、")


def takes_mark_along(text: str, start: int, end: int) -> bool:
    """Whether words `start:end` that are to go end with a mark that the words before them need.

    Of 建亭、栏。 the words 栏。 go without it, and all of the sentence with it: nothing is left open before.
    """
    narrow = text.translate(NARROW)
    own = _STRENGTH.get(narrow[end - 1 : end], 0)
    before = narrow[:start].rstrip(" ")[-1:]
    return own > 1 and bool(before) and _STRENGTH.get(before, 0) < own


def with_lost_marks(old: str, new: str, behind: str) -> str:
    """Return new words with the marks at the edges of the old ones that they lack and nothing replaces."""
    if not new:
        return new
    was, becomes, rest = (words.translate(NARROW) for words in (old, new, behind))
    if was[-1:] in _STRENGTH and becomes[-1] not in _STRENGTH and rest[:1] not in _STRENGTH:
        new += "" if new.endswith(_LINKS) else old[-1]
    if was[:1] in _STRENGTH and becomes[0] not in _STRENGTH:
        new = new if new.startswith(_LINKS) else old[0] + new
    return new


def _in_spaced(narrow: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of words and the blank before them, with the comma that would stand before a stop."""
    stops = narrow[end : end + 1] in tuple(".;:!?,")
    return (start - 1, end) if stops and narrow[start - 1 : start] in tuple(",;") else (start, end)


def _is(mark: str, marks: str) -> bool:
    """Whether there is a mark, one of several."""
    return bool(mark) and mark in marks


def is_well_formed(old: str, new: str) -> bool:
    """Whether a changed text has no fault of form that the old one had not: marks doubled, lost, unpaired."""
    before, after = old.translate(NARROW), new.translate(NARROW)
    if len(_DOUBLED.findall(after)) > len(_DOUBLED.findall(before)):
        return False
    begins = _is(after[:1], _PAUSES + _STOPS) and not _is(before[:1], _PAUSES + _STOPS)
    ends = bool(new) and ends_sentence(old) and not ends_sentence(new)
    return not begins and not ends and _surplus(before) == _surplus(after)


def _surplus(text: str) -> list[int]:
    """Return how many marks of each pair open and do not close."""
    return [text.count(pair[0]) - text.count(pair[1]) for pair in _PAIRS]
