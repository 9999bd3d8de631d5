"""One paragraph in three versions: what comments change in it, beside what the office changed itself."""

from collections.abc import Mapping
from typing import NamedTuple

from plancli.core.merge.compose import FieldKey
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.units import UnitList, join_units
from plancli.core.merge.words import Change, Merge, changes_between, merge
from plancli.core.plan.model import Paragraph
from plancli.core.plan.wording import same_wording
from plancli.core.revision.delta import between
from plancli.core.revision.three import Three
from plancli.core.text import diff

_COMMENTS = "comments"
"""All comments together, as the one author beside the office."""


class Merges(NamedTuple):
    """What comments took in each field, before and after the change of the record."""

    before: Mapping[FieldKey, Merge]
    after: Mapping[FieldKey, Merge]


class Rebased(NamedTuple):
    """The office's paragraph with what comments change in it; as it was where the two `clash`."""

    paragraph: Paragraph
    clash: bool = False


def rebased_paragraph(
    versions: Three[Paragraph], merges: Merges, drafted: UnitList | None
) -> Rebased:
    """Bring what turns the base into `theirs` into `ours`, which the office made from the base.

    `merges` tell how the comments came from base to theirs; `drafted` are the units in the draft. Heading,
    text and units are merged each by itself, but the paragraph stays whole as it is if one of them clashes.
    """
    old, ours, new = versions
    clash = Rebased(ours, clash=True)
    if same_wording(old, new):
        return Rebased(ours)
    heading = _merged_field("heading", versions, merges)
    text = _merged_field("text", versions, merges)
    if heading is None or text is None:
        return clash
    units = join_units(drafted, old.units, ours.units, new.units)
    if units.clash:
        return clash
    if (heading, text, units.units) == (ours.heading, ours.text, ours.units):
        return Rebased(ours)
    update = {"heading": heading, "text": text, "units": units.units}
    return Rebased(ours.model_copy(update=update))


def _merged_field(field: str, versions: Three[Paragraph], merges: Merges) -> str | None:
    """Merge the heading or the text of a paragraph; None where office and comments touch."""
    old, ours, new = (str(getattr(version, field)) for version in versions)
    return merged_words((versions.ours.id, field), Three(old, ours, new), merges)


def merged_words(key: FieldKey, versions: Three[str], merges: Merges) -> str | None:
    """Merge a heading, text or title; None where office and comments touch."""
    old, ours, new = versions
    if old == new:
        return ours
    if ours in (old, new):
        return new
    known = _known_splices(merges.before.get(key), merges.after.get(key), old, new)
    return _three_way(Three(old, ours, new), known)


def _known_splices(
    before: Merge | None, after: Merge | None, old: str, new: str
) -> list[diff.Splice] | None:
    """Return what comments change, from what their merges took; None where that is not to be known.

    Where the merges give other words than `old` and `new` (a part that a comment added, say), only the words
    themselves can be compared.
    """
    either = before or after
    if either is None:
        return None
    nothing = Merge(either.base, ())
    before, after = before or nothing, after or nothing
    if (before.text, after.text) != (old, new):
        return None
    return between(before, after)


def _three_way(texts: Three[str], known: list[diff.Splice] | None) -> str | None:
    """Merge two versions of one text; None where they touch. `known` is what turns the base into theirs."""
    old, ours, new = texts
    theirs = changes_between(_COMMENTS, old, new)
    if known is not None:
        theirs = [Change(_COMMENTS, start, end, text, (start, end)) for start, end, text in known]
    merged = merge(old, [*changes_between(OFFICE, old, ours), *theirs])
    return None if merged.conflicts else merged.text.strip()
