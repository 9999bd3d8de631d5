"""A quotation beside the draft's own words: what is changed in the one, carried over to the other."""

import re
from collections.abc import Iterable

from plancli.core.text.diff import Splice, splices
from plancli.core.text.matchkey import match_key, same_words


def carried(quote: str, words: str, wording: str) -> list[Splice]:
    """Return what turns `words` of the draft into `wording`, as the quotation of them is turned into it.

    The quotation is equal to the words under the match key, or holds their fragments. What the unit only
    typed otherwise (width, quotes, blanks) and leaves as it is does not change. An insertion where the draft
    has a mark that the quotation lacks covers that mark.
    """
    if not wording:
        return [Splice(0, len(words), "")]
    if quote == words:
        return splices(quote, wording)
    spans = _spans(quote, words)
    found: list[Splice] = []
    for splice in splices(quote, wording):
        start, end, text = _over_characters(quote, splice, spans)
        low = (
            spans[start - 1][1]
            if start and start == end
            else spans[start][0]
            if start < len(spans)
            else 0
        )
        high = low if start == end else spans[end - 1][1]
        if start == end and 0 < start < len(spans) and words[low : spans[start][0]].strip():
            high = spans[start][
                0
            ]  # on which side of the mark between? that the quotation does not say
        if found and low < found[-1].end:  # two changes of one ﬃ
            return [Splice(0, len(words), wording)]
        if low < high or text:
            found.append(Splice(low, high, text))
    return found


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
    if not 0 < at < len(spans) or quote[at] in _DOTS:
        return False
    return spans[at - 1] == spans[at] and spans[at][0] < spans[at][1]


_DOTS = ".．…"
"""What an ellipsis is typed with."""


def respelled(base: str, found: Iterable[Splice]) -> list[Splice]:
    """Return changes of a text without what they only spell otherwise: width, quotes, dashes."""
    trimmed = (_trimmed(base, splice) for splice in found)
    return [splice for splice in trimmed if splice.start < splice.end or splice.text]


def _trimmed(base: str, splice: Splice) -> Splice:
    start, end, text = splice
    while start < end and text and same_words(base[start], text[0]):
        start, text = start + 1, text[1:]
    while start < end and text and same_words(base[end - 1], text[-1]):
        end, text = end - 1, text[:-1]
    return Splice(start, end, text)


def _spans(quote: str, words: str) -> list[tuple[int, int]]:
    """Return where each character of the quotation stands in the words."""
    one, other = match_key(quote), match_key(words)
    places = _places(one.text, other.text)
    spans: list[tuple[int, int]] = []
    at = 0
    for position in range(len(quote)):
        while at < len(places) and one.end[at] <= position:
            at += 1
        if at < len(places) and one.start[at] <= position:
            several = at
            while several + 1 < len(places) and one.start[several + 1] == one.start[at]:
                several += 1  # a character of the quotation that counts as several letters
            first, last = places[at][0], places[several][1]
            spans.append(
                (other.start[first], other.end[last - 1]) if first < last else _empty(spans)
            )
        else:
            spans.append(_empty(spans))
    return spans


def _empty(spans: list[tuple[int, int]]) -> tuple[int, int]:
    """Return the place of a character that the draft does not have: behind the one before it."""
    return (spans[-1][1],) * 2 if spans else (0, 0)


def _places(quote: str, words: str) -> list[tuple[int, int]]:
    """Return for each character of the quotation's key its characters in the key of the words.

    An ellipsis stands for what is left out between the fragments round it.
    """
    if quote == words:
        return [(at, at + 1) for at in range(len(quote))]
    if joint := _joint(quote, words):
        return [(at, at + 1) for at in range(len(words)) if at not in joint]
    pieces = re.split("(…)", quote)
    starts = _starts([piece for piece in pieces if is_fragment(piece)], words)
    places: list[tuple[int, int]] = []
    done = number = 0
    for piece in pieces:
        if is_fragment(piece):
            done = starts[number]
            places += [(done + at, done + at + 1) for at in range(len(piece))]
            done, number = done + len(piece), number + 1
        elif piece == "…" and 0 < number < len(starts):
            places.append((done, starts[number]))
            done = starts[number]
        else:  # marks beside an ellipsis, which were not looked for
            places += [(done, done)] * len(piece)
    return places


def _joint(quote: str, words: str) -> range:
    """Return the marks that the draft has between heading and text where the quotation runs on; or none."""
    more = len(words) - len(quote)
    same = next(
        (at for at, (one, other) in enumerate(zip(quote, words, strict=False)) if one != other),
        len(quote),
    )
    between = range(same, same + max(more, 0))
    marks = words[between.start : between.stop]
    alone = not any(map(str.isalnum, marks)) and words[:same] + words[between.stop :] == quote
    return between if alone else range(0)


def _starts(fragments: list[str], words: str) -> list[int]:
    """Return where the fragments stand: in order, the last one at the end."""
    starts: list[int] = []
    done = 0
    for fragment in fragments[:-1]:
        starts.append(words.index(fragment, done))
        done = starts[-1] + len(fragment)
    return [*starts, len(words) - len(fragments[-1])]


def is_fragment(piece: str) -> bool:
    """Whether a piece of an ellipsis quotation has words by which to find it."""
    return any(map(str.isalnum, piece))
