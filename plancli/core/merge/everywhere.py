"""An edit that holds everywhere, as one change for each of its frozen places that is not waived."""

from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from plancli.core.comments.edits import Replace
from plancli.core.finding import Code, Path
from plancli.core.locate.everywhere import Occurrence, resolved
from plancli.core.locate.quoting import carried
from plancli.core.merge.finder import Finder
from plancli.core.merge.placed import Evidence, TextChange
from plancli.core.merge.units import UnitsChange
from plancli.core.merge.words import Change
from plancli.core.text.atoms import atoms
from plancli.core.text.characters import boundaries
from plancli.core.text.diff import Splice, apply
from plancli.core.text.marked import LEFT_OUT

_NAMED = 3
"""So many places that are not listed are named in a message; the command lists all of them."""


class Spread(NamedTuple):
    """What an edit changes in all its places: in words, and in lists of units."""

    texts: tuple[TextChange, ...] = ()
    units: tuple[UnitsChange, ...] = ()


def spread(finder: Finder, edit: Replace, path: Path) -> Spread:
    """Place an edit that holds everywhere: all its places, or none where one of them is in doubt."""
    found = resolved(finder.corpus, edit)
    if not edit.places:
        if found.unlisted:
            finder.refuse(Code.NOT_LISTED, path, id=finder.by, quote=edit.replace)
        else:
            finder.quoted(edit.replace, (*path, "replace"))  # it stands nowhere: that says why
        return Spread()
    wanted: list[Occurrence] = []
    for number, (place, there) in enumerate(zip(edit.places, found.places, strict=True)):
        here = (*path, "places", number)
        if there is None:
            params = {"id": finder.by, "place": place.within, "words": place.says}
            finder.refuse(Code.PLACE_GONE, here, quote=edit.replace, **params)
        elif not place.waived:
            finder.evidence.append(Evidence(here, edit.replace, there.anchor))
            wanted.append(there)
    if found.unlisted:
        named = "、".join(f"{one.piece.paragraph} “{one.shown}”" for one in found.unlisted[:_NAMED])
        more = LEFT_OUT if len(found.unlisted) > _NAMED else ""
        params = {"id": finder.by, "places": named + more}
        finder.refuse(Code.PLACE_UNLISTED, (*path, "places"), quote=edit.replace, **params)
    if all(place.waived for place in edit.places):
        finder.refuse(Code.ALL_WAIVED, (*path, "places"), id=finder.by, quote=edit.replace)
    return _changes(finder, edit, wanted)


def _changes(finder: Finder, edit: Replace, wanted: Iterable[Occurrence]) -> Spread:
    """Return what an edit changes at its places, field by field."""

    @cache
    def within(words: str) -> list[Splice]:
        """Return what changes in words as the draft spells them: almost always the very same words."""
        return carried(edit.replace, words, edit.wording)

    by_field: dict[tuple[str, str], list[Occurrence]] = defaultdict(list)
    for there in wanted:
        by_field[there.piece[:2]].append(there)
    texts: list[TextChange] = []
    units: list[UnitsChange] = []
    for (key, field), places in by_field.items():
        splices = {there: within(there.words) for there in places}
        if field == "units":
            units += _renamed(finder, key, splices)
        else:
            texts += [TextChange(key, field, change) for change in _worded(finder.by, splices)]
    return Spread(tuple(texts), tuple(units))


# --- words --------------------------------------------------------------------------------------------------


def _worded(by: str, places: Mapping[Occurrence, list[Splice]]) -> list[Change]:
    """Return the changes of one field, each with its place as its declared span.

    Places in one atom (3 in 3月3日) are one change: an atom is changed as a whole.
    """
    found: list[Change] = []
    said = ""
    for there, splices in places.items():
        said = there.said
        start, end = there.piece.start, there.piece.end
        for low, high, text in splices:
            found.append(Change(by, start + low, start + high, text, (start, end)))
    edges = boundaries(atoms(said))
    joined: list[Change] = []
    for change in found:
        if joined and _in_one_atom(edges, joined[-1], change):
            joined[-1] = _joined(said, joined[-1], change)
        else:
            joined.append(change)
    return joined


def _in_one_atom(edges: list[int], one: Change, other: Change) -> bool:
    """Whether two changes of different places, in order, reach into one atom."""
    last = edges[bisect_left(edges, one.end)]
    first = edges[bisect_right(edges, other.start) - 1]
    return one.span != other.span and first < last


def _joined(said: str, one: Change, other: Change) -> Change:
    """Return two changes, in order, as one that keeps what stands between them."""
    text = one.text + said[one.end : other.start] + other.text
    span = min(one.span[0], other.span[0]), max(one.span[1], other.span[1])
    return one._replace(end=other.end, text=text, span=span)


# --- responsible units --------------------------------------------------------------------------------------


def _renamed(
    finder: Finder, key: str, places: Mapping[Occurrence, list[Splice]]
) -> Iterator[UnitsChange]:
    """Yield what a list of units becomes: each unit in whose name words change gets another name."""
    outline = finder.corpus.outline
    comma = len(outline.joints.comma)
    waiting: deque[Splice] = deque()
    for there, splices in places.items():
        shift = there.piece.start
        waiting += [Splice(low + shift, high + shift, text) for low, high, text in splices]
    names: list[tuple[str, str]] = []
    start = 0
    for unit in outline.units(key):
        own: list[Splice] = []
        while waiting and waiting[0].end <= start + len(unit):
            low, high, text = waiting.popleft()
            own.append(Splice(low - start, high - start, text))
        new = apply(unit, own).strip()
        if new != unit:
            names.append((unit, new))
        start += len(unit) + comma
    if names:
        added = tuple(new for _, new in names if new)
        removed = tuple(old for old, _ in names)
        renamed = tuple(pair for pair in names if pair[1])
        yield UnitsChange(key, finder.by, added, removed, renamed=renamed)
