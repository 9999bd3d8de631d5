"""A quotation beside the draft's own words: what is changed in the one, carried over to the other."""

import re

from plancli.core.text.diff import Splice, splices
from plancli.core.text.matchkey import MatchKey, match_key, same_words
from plancli.core.text.spelling import respelled, spelled_as


def carried(quote: str, words: str, wording: str) -> list[Splice]:
    """Return what turns `words` of the draft into `wording`, as the quotation of them is turned into it.

    The quotation is equal to the words under the match key, or holds their fragments. What the unit only
    typed otherwise (width, quotes, blanks) and leaves as it is does not change. An insertion where the draft
    has a mark that the quotation lacks covers that mark.
    """
    if not wording:
        return [Splice(0, len(words), "")]
    wording = _wording(quote, words, wording)
    if quote == words:
        return splices(words, wording)
    spans = _spans(quote, words)
    found: list[Splice] = []
    for splice in splices(quote, wording):
        start, end, text = _over_characters(quote, splice, spans)
        if start < end:
            low, high = spans[start][0], spans[end - 1][1]
        else:
            low, high = _gap(words, spans, start)
        if found and low < found[-1].end:  # two changes of one ﬃ
            return [Splice(0, len(words), wording)]
        if low < high or text:
            found.append(Splice(low, high, respelled(words[low:high], text)))
    return found


def _wording(quote: str, words: str, wording: str) -> str:
    """Return a new wording of a quotation in the quotation's own spelling."""
    # who quotes to the letter and asks for nothing but another spelling wants that
    if quote == words and same_words(words, wording):
        return wording
    # dots of an ellipsis stand for other words in a new wording than in the quotation
    if not same_words(quote, words):
        return wording
    return spelled_as(quote, wording)


def _gap(words: str, spans: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """Return what an insertion before character `at` of the quotation covers: a place, or a mark.

    The place is behind the character before, not before the one that follows: blanks of the draft stay.
    """
    if at == 0:
        begin = spans[0][0] if spans else 0
        return begin, begin
    low = spans[at - 1][1]
    if at < len(spans):
        following = spans[at][0]
        # on which side of a mark between the two? that the quotation does not say
        if words[low:following].strip():
            return low, following
    return low, low


def _over_characters(quote: str, splice: Splice, spans: list[tuple[int, int]]) -> Splice:
    """Widen a change over whole characters of the draft: a change of the i in finance is one of its ﬁ."""
    start, end, text = splice
    while _is_inside(quote, spans, start):
        start, text = start - 1, quote[start - 1] + text
    while _is_inside(quote, spans, end):
        end, text = end + 1, text + quote[end]
    return Splice(start, end, text)


def _is_inside(quote: str, spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a place in a quotation is inside a character of the draft, between the letters it counts as.

    The dots of an ellipsis stand for one stretch of the draft, too: that is no character of it, and they
    are none of its words.
    """
    if not 0 < at < len(spans):
        return False
    if quote[at] in _DOTS:
        return False
    return spans[at - 1] == spans[at] and spans[at][0] < spans[at][1]


_DOTS = ".．…"
"""What an ellipsis is typed with."""


def _spans(quote: str, words: str) -> list[tuple[int, int]]:
    """Return where each character of the quotation stands in the words."""
    one, other = match_key(quote), match_key(words)
    places = _places(one.text, other.text)
    spans: list[tuple[int, int]] = []
    done = 0
    at = 0
    for position in range(len(quote)):
        while at < len(places) and one.end[at] <= position:
            at += 1
        # a character that the draft does not have stands behind the one before it
        span = done, done
        if at < len(places) and one.start[at] <= position:
            first, last = places[at][0], places[_last_of_one(one, at, len(places))][1]
            if first < last:
                span = other.start[first], other.end[last - 1]
        spans.append(span)
        done = span[1]
    return spans


def _last_of_one(key: MatchKey, at: int, count: int) -> int:
    """Return the last of the letters that one character counts as: ﬃ counts as three."""
    last = at
    while last + 1 < count and key.start[last + 1] == key.start[at]:
        last += 1
    return last


def _places(quote: str, words: str) -> list[tuple[int, int]]:
    """Return for each character of the quotation's key its characters in the key of the words."""
    if quote == words:
        return _each(0, len(quote))
    joint = _joint(quote, words)
    if joint:
        return _each(0, joint.start) + _each(joint.stop, len(words))
    return _places_of_fragments(quote, words)


def _each(start: int, end: int) -> list[tuple[int, int]]:
    """Return the characters `start:end`, each by itself."""
    return [(at, at + 1) for at in range(start, end)]


def _places_of_fragments(quote: str, words: str) -> list[tuple[int, int]]:
    """Return the places of a quotation with ellipses, which stand for what is left out between fragments."""
    pieces = re.split("(…)", quote)
    starts = _starts([piece for piece in pieces if is_fragment(piece)], words)
    places: list[tuple[int, int]] = []
    number = 0  # of the next fragment
    done = 0
    for piece in pieces:
        if is_fragment(piece):
            start = starts[number]
            done = start + len(piece)
            places += _each(start, done)
            number += 1
        elif piece == "…" and 0 < number < len(starts):
            places.append((done, starts[number]))
            done = starts[number]
        else:  # marks beside an ellipsis, which were not looked for
            places += [(done, done)] * len(piece)
    return places


def _joint(quote: str, words: str) -> range:
    """Return the marks that the draft has between heading and text where the quotation runs on; or none."""
    more = len(words) - len(quote)
    if more <= 0:
        return range(0)
    same = 0
    while same < len(quote) and quote[same] == words[same]:
        same += 1
    between = range(same, same + more)
    marks = words[between.start : between.stop]
    rest = words[: between.start] + words[between.stop :]
    if any(map(str.isalnum, marks)) or rest != quote:
        return range(0)
    return between


def _starts(fragments: list[str], words: str) -> list[int]:
    """Return where the fragments stand: in order, the last one at the end."""
    starts: list[int] = []
    done = 0
    for fragment in fragments[:-1]:
        starts.append(words.index(fragment, done))
        done = starts[-1] + len(fragment)
    last = len(words) - len(fragments[-1])
    return [*starts, last]


def is_fragment(piece: str) -> bool:
    """Whether a piece of an ellipsis quotation has words by which to find it."""
    return any(map(str.isalnum, piece))
