"""Whether a text is well formed after a change, and which mark goes with words that are deleted."""

import re

from plancli.core.text.characters import NARROW, begins_sentence, ends_sentence

_PAUSES = "、,;:"
_STOPS = "。!?;"
_DOUBLED = re.compile("[、,;:。!?] *(?=[、,;:。])|[,;:] *[.]|(?<! )  (?! )| [.,;](?= |$)")
_PAIRS = ("“”", "‘’", "「」", "『』", "《》", "()", "【】", "[]")


def deleted_with(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span `start:end` of a text with the mark that cannot stay when its words go.

    A sentence takes the mark at its end along, a clause or an item of a list one of those beside it. Of two
    that are the same it does not matter which; of two that differ the weaker one goes.
    """
    before, behind = _mark_at(text, start - 1), _mark_at(text, end)
    if before == " " and (end == len(text) or behind in " .,;:!?"):
        return _in_spaced(text, start - 1, end)
    if begins_sentence(text, start):
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
    return _mark_at(text, end) == "、" and _mark_at(text, start - 1) != "、"


def _mark_at(text: str, at: int) -> str:
    """Return the character at a place in half width, "" beyond the ends of a text."""
    return text[at : at + 1].translate(NARROW) if at >= 0 else ""


_STRENGTH = {"、": 1, ",": 2, ":": 2, ";": 3, ".": 4, "。": 4, "!": 4, "?": 4}
"""How much each mark parts what stands on its sides."""
_LINKS = ("和", "及", "与", "或", "并", "且", "等", "、")


_LINK_BEFORE = re.compile("(?:、|以及|[和与及或]| and| or)$")
_LINK_BEHIND = re.compile(
    "以及|和(?![谐平解睦美])|与(?![会时])|及(?![时格])|或|等(?![级待候同于])| (?:and|or)(?= )"
)
_LINK_AT_START = re.compile("、|以及|[和与及或等,]| ?and | ?or ")
_LINK_AT_END = re.compile(rf"(?:{_LINK_AT_START.pattern})$")


_LINK = 8
"""So many characters beside a place are looked at: no link is longer, with what stands behind it."""


def _narrow(text: str, start: int, end: int) -> str:
    """Return the characters `start:end` of a text, as far as it has them, in half width."""
    return text[max(start, 0) : end].translate(NARROW)


def left_dangling(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the span `start:end` with the link that joined its words to others; None where none is left.

    Of 甲、乙共三处 the words 乙 leave 、 behind, of 甲和乙 the words 甲 leave 和.
    """
    first, last = min(start + _LINK, end), max(end - _LINK, start)
    if _LINK_AT_START.match(_narrow(text, start, first)):
        return None
    if _LINK_AT_END.search(_narrow(text, last, end)):
        return None
    before, behind = _narrow(text, start - _LINK, start), _narrow(text, end, end + _LINK)
    ahead, rest = _LINK_BEFORE.search(before), _LINK_BEHIND.match(behind)
    if ahead and not _is(behind[:1], _PAUSES):
        return start - len(before) + ahead.start(), end
    if rest:
        return start, end if rest[0] == "等" else end + rest.end()
    if _is(behind[:1], ",") and re.search("[A-Za-z0-9]$", before):
        # of receives lamps, seats: the comma would part a verb from what follows it
        return start, end + 1
    return None


_PEER = 4
"""From so many characters on, words beside others are names of things rather than said of these."""


def are_peers(old: str, new: str, side: str) -> bool:
    """Whether words put beside others may be one more of their kind, which a mark or a link must part.

    They end alike, as two bureaus or two years do, are both long, or the others are a list; behind words,
    as many characters are enough.
    """
    if not old or not new or new.translate(NARROW).isascii():
        return False
    ends_alike = _mark_at(old, len(old) - 1) == _mark_at(new, len(new) - 1)
    if "、" in old or ends_alike or min(len(old), len(new)) >= _PEER:
        return True
    return side == "后" and len(old) == len(new)


def stands_in_list(text: str, at: int) -> bool:
    """Whether a place of a spaced text has a comma, and or or beside it."""
    if " " not in text and "\u3000" not in text:
        return False
    before, behind = _narrow(text, at - _LINK, at), _narrow(text, at, at + _LINK)
    ahead = re.search("[A-Za-z0-9], ?$| (?:and|or) ?$", before)
    return ahead is not None or re.match("[,] | ?(?:and|or) ", behind) is not None


def ends_list(behind: str) -> bool:
    """Whether a list ends here with 等: what is put ahead of it is one of its items."""
    return re.match("等(?![级待候同于])", behind) is not None


def leaves_sentence_open(before: str, new: str, behind: str) -> bool:
    """Whether words that come behind the end of a sentence do not end one before the next one."""
    return bool(behind.strip()) and ends_sentence(before) and not ends_sentence(new)


def takes_mark_along(text: str, start: int, end: int) -> bool:
    """Whether words `start:end` that are to go end with a mark that the words before them need.

    Of 建亭、栏。 the words 栏。 go without it, and all of the sentence with it: nothing is left open before.
    """
    own = _STRENGTH.get(_mark_at(text, end - 1), 0)
    if own <= 1:
        return False
    at = start - 1
    while _mark_at(text, at) == " ":
        at -= 1
    return at >= 0 and _STRENGTH.get(_mark_at(text, at), 0) < own


def with_lost_marks(old: str, new: str, behind: str) -> str:
    """Return new words with the marks at the edges of the old ones that they lack and nothing replaces."""
    if not new:
        return new
    begins, ends = _parts(old, 0), _parts(old, len(old) - 1)
    if ends and not _parts(new, len(new) - 1) and not _parts(behind, 0):
        new += "" if new.endswith(_LINKS) else old[-1]
    if begins and not _parts(new, 0):
        new = new if new.startswith(_LINKS) else old[0] + new
    return new


def _parts(text: str, at: int) -> bool:
    """Whether a mark stands at a place in a text that parts what stands on its sides."""
    return _mark_at(text, at) in _STRENGTH


def _in_spaced(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of words and the blank before them, with the comma that would stand before a stop."""
    stops = _mark_at(text, end) in tuple(".;:!?,")
    return (start - 1, end) if stops and _mark_at(text, start - 1) in tuple(",;") else (start, end)


def _is(mark: str, marks: str) -> bool:
    """Whether there is a mark, one of several."""
    return bool(mark) and mark in marks


def is_well_formed(old: str, new: str) -> bool:
    """Whether a changed text has no fault of form that the old one had not: marks doubled, lost, unpaired."""
    if _is(_mark_at(new, 0), _PAUSES + _STOPS) and not _is(_mark_at(old, 0), _PAUSES + _STOPS):
        return False
    if new and ends_sentence(old) and not ends_sentence(new):
        return False
    before, after = _where_they_differ(old, new)
    if before.isalnum() and after.isalnum():
        # most changes are among words, and touch no mark
        return True
    before, after = before.translate(NARROW), after.translate(NARROW)
    if len(_DOUBLED.findall(after)) > len(_DOUBLED.findall(before)):
        return False
    return not breaks_pairs(before, after)


def _where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Return what of two texts differs, with the marks beside it and one word on each side of these.

    What stands farther off is the same in both, and no mark touches another one over a word.
    """
    from rapidfuzz.distance import Postfix, Prefix

    ahead = Prefix.similarity(old, new)
    behind = min(Postfix.similarity(old, new), min(len(old), len(new)) - ahead)
    is_word = False
    while ahead > 0 and not is_word:
        ahead -= 1
        is_word = old[ahead].isalnum()
    is_word = False
    while behind > 0 and not is_word:
        is_word = old[-behind].isalnum()
        behind -= 1
    return old[ahead : len(old) - behind], new[ahead : len(new) - behind]


def breaks_pairs(old: str, new: str) -> bool:
    """Whether new words leave a bracket or quotation mark alone that the old ones did not."""
    return _surplus(old) != _surplus(new)


def _surplus(words: str) -> list[int]:
    """Return how many marks of each pair open and do not close, as wide as they may be."""
    narrow = words.translate(NARROW)
    return [narrow.count(pair[0]) - narrow.count(pair[1]) for pair in _PAIRS]
