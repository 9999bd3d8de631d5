"""What one author wants of the paragraphs of a file: which stay and change, which come, go or move."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from plancli.core.intake.originals import Appearance, Made, Original, chains, made_of
from plancli.core.intake.tracked import Inset, InsetKind
from plancli.core.text.diff import Splice


class Stays(NamedTuple):
    """An original that stays, its changes in its own coordinates, and whether it takes in words of others."""

    original: int
    splices: tuple[Splice, ...]
    joins: bool = False


class Comes(NamedTuple):
    """A paragraph that comes behind an original, or `ahead` of it, with what stands between its words."""

    text: str
    look: Appearance
    beside: int
    ahead: bool
    insets: tuple[tuple[int, Inset], ...] = ()

    @property
    def noted(self) -> list[tuple[int, Inset]]:
        """Its footnotes, each with the place of its mark."""
        return [one for one in self.insets if one[1].kind is InsetKind.FOOTNOTE]

    @property
    def in_words(self) -> str:
        """Its words, with those of its footnotes in brackets where their marks are."""
        found, done = "", 0
        for at, note in self.noted:
            found += f"{self.text[done:at]}[{note.words}]"
            done = at
        return found + self.text[done:]


class Wish(NamedTuple):
    """What becomes of originals that follow each other: paragraphs in their order, and originals that go."""

    chain: tuple[int, ...]
    becomes: tuple[Stays | Comes, ...]
    goes: tuple[int, ...]

    @property
    def stays(self) -> list[Stays]:
        return [one for one in self.becomes if isinstance(one, Stays)]

    @property
    def comes(self) -> list[Comes]:
        return [one for one in self.becomes if isinstance(one, Comes)]


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
    first = chain[0]
    if len(chain) == 1 and len(made) == 1 and _fills_cell(originals, first):
        splices = _splices(originals[first].text, first, made[0])
        return Wish(tuple(chain), (Stays(first, tuple(splices)),), ())
    found: list[Stays | Comes] = []
    kept = {at for one in made for at in one.originals}
    taken: set[int] = set()
    for one in made:
        own = next((at for at in one.originals if at not in taken), None)
        if own is None:
            # words of it that went may stand ahead of a paragraph; what is left of it follows
            follows = one.end in kept - taken
            found.append(Comes(one.text, one.look, one.end, follows or one.ahead, one.insets))
            continue
        taken.add(own)
        joins = len(one.originals) > 1
        found.append(Stays(own, tuple(_splices(originals[own].text, own, one)), joins))
    goes = [at for at in chain if at not in taken and originals[at].text.strip()]
    return Wish(tuple(chain), tuple(found), tuple(goes))


def _fills_cell(originals: Sequence[Original], at: int) -> bool:
    """Whether a paragraph is all that stands in a cell: it stays there, though not a word of it does."""
    own = originals[at]
    if not own.is_in_cell or not own.text.strip():
        return False
    beside = [*originals[max(at - 1, 0) : at], *originals[at + 1 : at + 2]]
    return all(other.place != own.place for other in beside)


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
