"""What one author wants of the paragraphs of a file: which stay and change, which come, go or move."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.intake.originals import Appearance, Made, Original, chains, made_of
from plancli.core.text.diff import Splice


class Stays(NamedTuple):
    """An original that stays, and its changes in its own coordinates."""

    original: int
    splices: tuple[Splice, ...]


class Comes(NamedTuple):
    """A paragraph that comes behind an original, or `ahead` of it."""

    text: str
    look: Appearance
    beside: int
    ahead: bool


class Wish(NamedTuple):
    """What becomes of originals that follow each other, in the order of the text."""

    chain: tuple[int, ...]
    stays: tuple[Stays, ...]
    comes: tuple[Comes, ...]
    goes: tuple[int, ...]


def wishes(originals: Sequence[Original], author: str) -> list[Wish]:
    """Return what an author wants, by place; nothing where his changes change nothing."""
    found: list[Wish] = []
    for chain in chains(originals, author):
        wish = _wish(originals, chain, made_of(originals, chain, author))
        if any(one.splices for one in wish.stays) or wish.comes or wish.goes:
            found.append(wish)
    return found


def _wish(originals: Sequence[Original], chain: Sequence[int], made: Sequence[Made]) -> Wish:
    """Tell which paragraph is which: each is the first original of which it has words, if none was before."""
    stays: list[Stays] = []
    comes: list[Comes] = []
    taken: set[int] = set()
    for one in made:
        own = next((at for at in one.originals if at not in taken), None)
        if own is None:
            comes.append(Comes(one.text, one.look, one.end, one.ahead))
            continue
        taken.add(own)
        stays.append(Stays(own, tuple(_splices(originals[own].text, own, one))))
    goes = [at for at in chain if at not in taken and originals[at].text.strip()]
    return Wish(tuple(chain), tuple(stays), tuple(comes), tuple(goes))


def _splices(text: str, own: int, made: Made) -> list[Splice]:
    """Return what turns an original into the paragraph that it became; words of others count as put in."""
    found: list[Splice] = []
    done = 0
    new = ""
    for bit in made.bits:
        if bit.original != own:
            new += bit.text
            continue
        if new or bit.start > done:
            found.append(Splice(done, bit.start, new))
            new = ""
        done = bit.start + len(bit.text)
    if new or done < len(text):
        found.append(Splice(done, len(text), new))
    # who types again what he took out changes nothing
    return [one for one in found if text[one.start : one.end] != one.text]


def moves(originals: Sequence[Original], found: Sequence[Wish]) -> dict[tuple[int, int], int]:
    """Return which paragraphs that come are originals that go, word for word: by wish and place in it.

    Where the same words go, or come, more than once nobody knows which is which.
    """
    going: dict[str, list[int]] = {}
    coming: Counter[str] = Counter()
    for wish in found:
        coming.update(one.text for one in wish.comes)
        for at in wish.goes:
            going.setdefault(originals[at].text, []).append(at)
    pairs: dict[tuple[int, int], int] = {}
    for number, wish in enumerate(found):
        for place, one in enumerate(wish.comes):
            gone = going.get(one.text, [])
            if len(gone) == 1 and coming[one.text] == 1:
                pairs[number, place] = gone[0]
    return pairs
