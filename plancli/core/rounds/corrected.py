"""A corrected file of a draft beside its copy: each difference as a slip of transcription, if it is one.

The parts of both are put side by side in their order. Only words can be mended: a part that one of them does
not have, another number, or one more unit is no slip, and is told.
"""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from plancli.core.plan.model import Cover, Paragraph, Section
from plancli.core.plan.outline import TITLE, Outline
from plancli.core.plan.printed import fields_of, headline
from plancli.core.plan.series import split_number
from plancli.core.rounds.mend import Slip
from plancli.core.text.characters import boundaries
from plancli.core.text.diff import Splice, splices

_ALIKE = 60
"""Two parts that share so many of a hundred characters are one part in two states."""


class Correction(NamedTuple):
    """A slip with the words that are wrong and the right ones; there is always a wrong one."""

    slip: Slip
    words: str
    new: str


class Corrected(NamedTuple):
    """What a corrected file says: how many of how many parts are equal, what is mended, what cannot be.

    `gone` and `came` are parts that only the draft has, by key, or only the file, by words; `other` are the
    keys of parts that differ in what is no word of theirs.
    """

    equal: int
    whole: int
    corrections: tuple[Correction, ...] = ()
    gone: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    other: tuple[str, ...] = ()


class _Part(NamedTuple):
    """A section, column or paragraph with what is printed of it, and which characters of that are its own."""

    key: str
    printed: str
    fields: tuple[tuple[str, int, int], ...]
    units: tuple[str, ...] = ()
    is_cell: bool = False

    @property
    def is_title(self) -> bool:
        return self.fields[0][0] == TITLE

    def field_of(self, first: int, last: int) -> tuple[str, int, int] | None:
        """Return the one field in which some printed characters stand; None where they stand in none."""
        for field in self.fields:
            _name, start, end = field
            if start <= first and last <= end and start < end:
                return field
        return None

    @property
    def compared(self) -> str:
        """What tells it from others: its words without blanks, and its units.

        A cell is known by its row and column: many have the same words.
        """
        words = "".join(self.printed.split())
        place = self.key if self.is_cell else ""
        return "\n".join((str(self.is_title), place, words, *self.units))

    def is_state_of(self, other: "_Part") -> bool:
        """Whether another part is this one in another state."""
        from rapidfuzz.fuzz import ratio

        if self.is_cell or other.is_cell:
            return self.is_cell and other.is_cell and self.key == other.key
        if self.is_title != other.is_title:
            return False
        return ratio(self.printed, other.printed) >= _ALIKE


def corrected(draft: Sequence[Section], file: Sequence[Section]) -> Corrected:
    """Return how the sections of a file differ from those of a draft, covers included."""
    old, new = list(_parts(draft)), list(_parts(file))
    matcher = SequenceMatcher(
        None, [part.compared for part in old], [part.compared for part in new], autojunk=False
    )
    equal = 0
    corrections: list[Correction] = []
    gone: list[str] = []
    came: list[str] = []
    other: list[str] = []
    for op, start, end, at, until in matcher.get_opcodes():
        if op == "equal":
            equal += end - start
            continue
        for one, another in _side_by_side(old[start:end], new[at:until]):
            if one is None:
                came += [another.printed] if another else []
            elif another is None:
                gone.append(one.key)
            elif one.compared == another.compared:
                equal += 1
            else:
                found = _corrections(one, another)
                corrections += found or []
                other += [] if found else [one.key]
    whole = max(len(old), len(new))
    return Corrected(equal, whole, tuple(corrections), tuple(gone), tuple(came), tuple(other))


def _parts(sections: Sequence[Section]) -> Iterator[_Part]:
    outline = Outline(sections)
    for key in outline.in_reading_order:
        if key in outline.spots:
            spot = outline.spots[key]
            yield _paragraph(spot.paragraph, spot.section)._replace(is_cell=spot.row is not None)
        elif key in outline.captioned:
            part = outline.captioned[key]
            yield _title(key, headline(part), part.title)
        elif key in outline.heads:
            yield _title(key, outline.heads[key].title, outline.heads[key].title)
        elif key in outline.sections:
            section = outline.sections[key]
            yield _title(key, headline(section), section.title)
        elif isinstance(outline.cover, Cover):
            yield _title(key, outline.cover.title, outline.cover.title)


def _title(key: str, printed: str, title: str) -> _Part:
    return _Part(key, printed, ((TITLE, len(printed) - len(title), len(printed)),))


def _paragraph(paragraph: Paragraph, section: Section) -> _Part:
    fields = fields_of(paragraph, section.joints)
    edges = boundaries(fields)
    own = (("heading", edges[1], edges[2]), ("text", edges[3], edges[4]))
    return _Part(paragraph.id, fields.said, own, paragraph.units or ())


def _side_by_side(
    old: Sequence[_Part], new: Sequence[_Part]
) -> Iterator[tuple[_Part | None, _Part | None]]:
    """Yield parts of both with what each is in the other, in their order; None where it is nothing."""
    done = 0
    for part in old:
        found = next(
            (at for at in range(done, min(done + _NEAR, len(new))) if part.is_state_of(new[at])),
            None,
        )
        if found is None:
            yield part, None
            continue
        for skipped in new[done:found]:
            yield None, skipped
        yield part, new[found]
        done = found + 1
    for left in new[done:]:
        yield None, left


_NEAR = 40
"""So many parts further on the counterpart of one is looked for: others came between them."""


def _corrections(old: _Part, new: _Part) -> list[Correction]:
    """Return what mends a part, the last place first; nothing where that cannot be all of it."""
    if not old.is_cell and split_number(old.printed)[0] != split_number(new.printed)[0]:
        return []
    found: list[Correction] = []
    for splice in reversed(_together(old, splices(old.printed, new.printed))):
        one = _in_field(old, splice)
        if one is None:
            return []
        found.append(one)
    units = list(_in_units(old, new.units))
    if units and not all(units):
        return []
    return found + [one for one in units if one is not None]


def _together(part: _Part, changes: Iterable[Splice]) -> list[Splice]:
    """Return changes with those that stand close together as one, as a person would name it."""
    found: list[Splice] = []
    for splice in changes:
        if not (part.printed[splice.start : splice.end] + splice.text).strip():
            continue  # blanks are how it is set
        last = found[-1] if found else None
        close = last is not None and splice.start - last.end <= _CLOSE
        if last is not None and close and part.field_of(last.start, splice.end):
            between = part.printed[last.end : splice.start]
            found[-1] = Splice(last.start, splice.end, last.text + between + splice.text)
        else:
            found.append(splice)
    return found


_CLOSE = 3
"""So many characters between two changes belong to the word that was wrong."""


def _in_field(part: _Part, splice: Splice) -> Correction | None:
    """Return a change of words as a slip of the field in which it stands; None where that is none."""
    field = part.field_of(splice.start, splice.end)
    if field is None:
        return None
    name, start, _end = field
    first, last, new = splice.start, splice.end, splice.text
    if first == last:
        # what is missing has no characters: it comes with the one beside it
        first, last = (first - 1, last) if first > start else (first, last + 1)
        beside = part.printed[first:last]
        new = beside + new if last == splice.end else new + beside
    return Correction(Slip(part.key, name, first - start), part.printed[first:last], new)


def _in_units(part: _Part, new: Iterable[str]) -> Iterator[Correction | None]:
    """Yield other names of units, the last one first; None where there are others than those."""
    names = list(new)
    if part.units == tuple(names):
        return
    if len(names) == len(part.units):
        pairs = list(enumerate(zip(part.units, names, strict=True)))
        for at, (one, another) in reversed(pairs):
            if one != another:
                yield Correction(Slip(part.key, "units", at), one, another)
    elif names and [name for name in part.units if name in names] == names:
        for at, name in reversed(list(enumerate(part.units))):
            if name not in names:
                yield Correction(Slip(part.key, "units", at), name, "")
    else:
        yield None
