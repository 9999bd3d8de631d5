"""Every place of some words in a draft, for edits that replace them everywhere: listed, and found again."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from plancli.core.comments.edits import FrozenPlace, Replace
from plancli.core.locate.anchors import Anchor
from plancli.core.locate.corpus import Corpus
from plancli.core.locate.printing import FieldSpan

_AROUND = 8
"""So many characters on each side tell a reader what is meant there: about three words."""

PlaceName = tuple[str, str, int]
"""Id or key, field, and which of the places in that field, from 1."""


class Occurrence(NamedTuple):
    """Words where they stand in one field, `nth` of the places there; `said` is all that is printed of it."""

    piece: FieldSpan
    nth: int
    said: str
    anchor: Anchor

    @property
    def name(self) -> PlaceName:
        return self.piece.paragraph, self.piece.field, self.nth

    @property
    def words(self) -> str:
        return self.said[self.piece.start : self.piece.end]

    @property
    def shown(self) -> str:
        """The words with some round them, as a person reads them in a list; no other place among these."""
        start, end = self.piece.start, self.piece.end
        low = max(start - _AROUND, 0)
        ahead = self.said.rfind(self.words, max(low - len(self.words), 0), start)
        if ahead >= 0:
            low = max(low, ahead + len(self.words))
        high = end + _AROUND
        behind = self.said.find(self.words, end, high + len(self.words))
        if behind >= 0:
            high = min(high, behind)
        return self.said[low:high].strip()

    def says(self, words: str) -> bool:
        """Whether these words, listed earlier, are those round this place."""
        own = len(self.words)
        for at in range(len(words) - own + 1):
            start = self.piece.start - at
            if start >= 0 and self.said.startswith(words, start):
                return True
        return False

    def is_within(self, new: str) -> bool:
        """Whether the field has the new words here already, and the old ones as a part of them."""
        at = new.find(self.words)
        while at >= 0:
            start = self.piece.start - at
            if start >= 0 and self.said.startswith(new, start):
                return True
            at = new.find(self.words, at + 1)
        return False


def occurrences_of(corpus: Corpus, words: str) -> list[Occurrence]:
    """Return every place of some words, in reading order: in headings, texts, units, and titles.

    As a quotation stands: but for width, quotes and blanks, never inside a longer number or Latin word, nor
    over what is printed between two fields or two units. Of places that overlap the first one counts.
    """
    outline = corpus.outline
    rank = {key: at for at, key in enumerate(outline.in_reading_order)}
    found: list[Occurrence] = []
    counted: Counter[tuple[str, str]] = Counter()
    done: FieldSpan | None = None
    for anchor in corpus.everywhere(words):
        if len(anchor.pieces) != 1:
            continue
        piece = anchor.pieces[0]
        overlaps = done is not None and done[:2] == piece[:2] and piece.start < done.end
        said = _field(corpus, piece)
        if overlaps or corpus.words(anchor) != said[piece.start : piece.end]:
            continue
        if piece.field == "units" and corpus.outline.joints.comma in corpus.words(anchor):
            continue
        done = piece
        counted[piece[:2]] += 1
        found.append(Occurrence(piece, counted[piece[:2]], said, anchor))
    return sorted(found, key=lambda one: rank[one.piece.paragraph])


def _field(corpus: Corpus, piece: FieldSpan) -> str:
    """Return the whole field in which words stand, as it is printed."""
    line = corpus.line(piece.paragraph)
    field = next(field for field in line.fields if field.name == piece.field)
    return line.text[field.start : field.end]


# --- listing and freezing -----------------------------------------------------------------------------------


class Listed(NamedTuple):
    """An edit with its places as the draft has them, and what that changes of those it had before."""

    edit: Replace
    come: tuple[FrozenPlace, ...]
    gone: tuple[FrozenPlace, ...]


def list_places(corpus: Corpus, edit: Replace, already: str) -> Listed:
    """Return an edit that holds everywhere with its places listed anew.

    A place that was waived stays waived, with its reason. A new one at which the draft says the new words
    already (大数据, where 数据 becomes 大数据) is waived for the reason `already`: nobody wants it twice.
    """
    before = list(edit.places or ())
    found: list[FrozenPlace] = []
    come: list[FrozenPlace] = []
    for there in occurrences_of(corpus, edit.replace):
        known = _taken_from(before, there)
        reason = known.waived if known else None
        if known is None and there.is_within(edit.wording):
            reason = already
        place = frozen(there, reason)
        found.append(place)
        if known is None:
            come.append(place)
    edit = edit.model_copy(update={"places": tuple(found)})
    return Listed(edit, tuple(come), tuple(before))


def is_meant(place: FrozenPlace, words: str) -> bool:
    """Whether a person means a place by the part in which it stands, or by words round it."""
    return words == place.within or words in place.says


def waived(edit: Replace, meant: str, reason: str) -> Replace:
    """Return an edit whose places in one part, or with some words round them, stay for a reason."""
    places: list[FrozenPlace] = []
    for place in edit.places or ():
        if is_meant(place, meant):
            places.append(place.model_copy(update={"waived": reason}))
        else:
            places.append(place)
    return edit.model_copy(update={"places": tuple(places)})


def frozen(there: Occurrence, reason: str | None = None) -> FrozenPlace:
    """Return a place as it is written into a comment."""
    key, field, nth = there.name
    values = {"within": key, "field": field, "nth": nth, "says": there.shown, "waived": reason}
    return FrozenPlace.model_validate(values)


def _taken_from(before: list[FrozenPlace], there: Occurrence) -> FrozenPlace | None:
    """Take the place that was listed here before out of a list; which one it is in its field may change."""
    key, field, nth = there.name
    alike: list[FrozenPlace] = []
    for place in before:
        if (place.within, place.field) == (key, field) and there.says(place.says):
            alike.append(place)
    if not alike:
        return None
    # of several with the same words round them the one with the same number is meant, else the first
    same = [place for place in alike if place.nth == nth]
    chosen = (same or alike)[0]
    before.remove(chosen)
    return chosen


# --- finding what was frozen --------------------------------------------------------------------------------


class Resolved(NamedTuple):
    """The places of an edit in the draft: where each stands (None: gone), and those that are not listed."""

    places: tuple[Occurrence | None, ...]
    unlisted: tuple[Occurrence, ...]


def resolved(corpus: Corpus, edit: Replace) -> Resolved:
    """Find the frozen places of an edit in the draft, each by its field, its number there and its words."""
    there = occurrences_of(corpus, edit.replace)
    by_name = {one.name: one for one in there}
    found: list[Occurrence | None] = []
    taken: set[PlaceName] = set()
    for place in edit.places or ():
        name = place.within, place.field, place.nth
        one = by_name.get(name)
        # a place that is listed twice stands once
        if one is None or name in taken or not one.says(place.says):
            found.append(None)
            continue
        taken.add(name)
        found.append(one)
    return Resolved(tuple(found), tuple(_besides(there, taken)))


def _besides(there: Iterable[Occurrence], taken: set[PlaceName]) -> Iterator[Occurrence]:
    """Yield the places that are not among some names."""
    for one in there:
        if one.name not in taken:
            yield one


def everywhere_in(edits: Sequence[object]) -> Iterator[tuple[int, Replace]]:
    """Yield the edits that hold everywhere, each with its position."""
    for position, edit in enumerate(edits):
        if isinstance(edit, Replace) and edit.everywhere:
            yield position, edit
