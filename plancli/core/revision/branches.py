"""Join two branches of a plan: the comments of both through the engine, the office's changes three ways."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from plancli.core.comments.record import Patch
from plancli.core.merge.compose import Composition, FieldKey
from plancli.core.merge.meeting import Meeting
from plancli.core.merge.structure import Structure
from plancli.core.merge.words import Merge
from plancli.core.plan.model import Column, Figure, Paragraph, Part, Section, Table
from plancli.core.plan.outline import Outline, Spot
from plancli.core.plan.printed import fields_of
from plancli.core.plan.tree import Tree
from plancli.core.revision.office import rebase
from plancli.core.revision.revise import Workspace
from plancli.core.revision.three import Three

Sections = tuple[Section, ...]
Patches = Mapping[str, Patch]
V = TypeVar("V")


class Joined(NamedTuple):
    """The joined plan, twice: where the branches collide, `ours` has our words and `theirs` has theirs.

    Everything else is the same in both. `conflicts` are the meetings of comments that cannot all stand.
    """

    ours: Sections
    theirs: Sections
    conflicts: tuple[Meeting, ...] = ()


Acting = tuple[str, ...] | None
"""The comments that act on one side; () for the office itself, None where nobody does or nobody is known."""


class Clash(NamedTuple):
    """Where the branches differ, and by whose comments: a paragraph or a field of it, a title or a number."""

    place: str
    base: str
    ours: str
    theirs: str
    by: tuple[Acting, Acting]
    of: Literal["words", "title", "number"] = "words"


def union(records: Three[Mapping[str, V]], prefer: Mapping[str, V]) -> dict[str, V]:
    """Return what the record has on both branches together; what is disputed, as `prefer` has it."""
    in_dispute = set(disputed(records))
    found: dict[str, V] = {}
    for name in dict.fromkeys([*records.ours, *records.theirs]):
        entry = prefer.get(name) if name in in_dispute else _either(records, name)
        if entry is not None:
            found[name] = entry
    return found


def disputed(records: Three[Mapping[str, V]]) -> list[str]:
    """Return the names of what both branches changed in the record, each otherwise."""
    found: list[str] = []
    for name in dict.fromkeys([*records.ours, *records.theirs]):
        base, ours, theirs = (record.get(name) for record in records)
        if ours != theirs and base not in (ours, theirs):
            found.append(name)
    return found


def join(workspace: Workspace, plans: Three[Sections], records: Three[Patches]) -> Joined:
    """Join two branches with the comments of both in the text.

    The comments are merged once more, all of them on the draft, so the result is that of applying them
    together. What the office itself changed on each branch is carried over to it.
    """
    ours, conflicts = _sided(workspace, records, records.ours, records.theirs)
    theirs, against = _sided(workspace, records, records.theirs, records.ours)
    before = [workspace.composed(record) for record in records]
    with_ours, clashing = _carried(before, ours, plans)
    with_theirs, clashing_too = _carried(before, theirs, plans)
    joined = three_way(with_ours, with_theirs, clashing | clashing_too)
    return joined._replace(conflicts=tuple(dict.fromkeys([*conflicts, *against])))


def three_way(
    ours: Three[Sections], theirs: Three[Sections], clashing: Iterable[str] = ()
) -> Joined:
    """Merge plans atom by atom; `ours` and `theirs` are the same three, each with its own comments in them.

    Where both branches changed the same words, or `clashing` says so, each side keeps its own.
    """
    first, one = rebase(_bare(ours.base), _bare(ours.theirs), ours.ours)
    second, other = rebase(_bare(theirs.base), _bare(theirs.ours), theirs.theirs)
    # the title of what stood there before is kept where it collides, each side its own
    keys = {*one, *other, *clashing} - _titled(ours.base, first, second)
    return Joined(_keeping(first, ours.ours, keys), _keeping(second, theirs.theirs, keys))


def _titled(*plans: Sections) -> set[str]:
    """Return the sections and columns that all of some plans have."""
    found = [Outline(sections).titles.keys() for sections in plans]
    return set(found[0]).intersection(*found[1:])


def says_the_same(one: Section, other: Section) -> bool:
    """Whether two versions of a section have the same title, number and parts, word for word."""
    if (one.key, one.number, one.title) != (other.key, other.number, other.title):
        return False
    return _said(one.body) == _said(other.body)


def _said(parts: Iterable[Part]) -> list[object]:
    """Return what parts say, to be compared word for word, columns with their items."""
    found: list[object] = []
    for part in parts:
        if isinstance(part, Column):
            found.append((part.column, part.number, part.title, _said(part.items)))
        elif isinstance(part, Table):
            says = part.model_dump(exclude={"notes"})
            found.append((says, _said(part.notes)))
        elif isinstance(part, Figure):
            found.append(part)
        else:
            notes = [(note.id, note.text, note.after, note.nth) for note in part.notes]
            own = (part.id, part.number, part.heading, part.text, part.units, notes)
            found.append((own, _said(part.items)))
    return found


def fits(plans: Three[Sections], joined: Sections, key: str) -> bool:
    """Whether the joined section can be written without regard to the others.

    A section that only one branch changed git takes as that branch has it, without asking. Where the joined
    plan has it otherwise, what moved between it and this section would be lost.
    """
    base, ours, theirs, wanted = (_by_key(sections) for sections in (*plans, joined))
    torn: list[str] = []
    for name in dict.fromkeys([*base, *ours, *theirs, *wanted]):
        before, mine, other = base.get(name), ours.get(name), theirs.get(name)
        if name == key or before not in (mine, other):
            continue  # git asks about it as it asks about this one
        taken = other if mine == before else mine
        if not _equal(taken, wanted.get(name)):
            torn.append(name)
    known = (base, ours, theirs, wanted)
    return not (_held(known, [key]) & _held(known, torn))


def _by_key(sections: Sections) -> dict[str, Section]:
    """Return the sections of a plan by key."""
    return {section.key: section for section in sections}


def _held(plans: Sequence[Mapping[str, Section]], keys: Iterable[str]) -> set[str]:
    """Return the ids of all paragraphs that some sections have in any of several plans."""
    found: set[str] = set()
    for key in keys:
        for plan in plans:
            if key in plan:
                found |= Outline([plan[key]]).spots.keys()
    return found


def _equal(one: Section | None, other: Section | None) -> bool:
    """Whether two sections say the same, or both are missing."""
    if one is None or other is None:
        # one that is missing equals none but another that is
        return one is other
    return says_the_same(one, other)


def clashes(
    workspace: Workspace | None, versions: Three[Section], records: Three[Patches]
) -> list[Clash]:
    """Return where the joined versions of a section differ: titles, numbers, fields and whole paragraphs."""
    outlines = Three(*(Outline([version]) for version in versions))
    found = list(_title_clashes(workspace, outlines, records))
    found += _number_clashes(workspace, outlines)
    for name in dict.fromkeys([*outlines.ours.spots, *outlines.theirs.spots]):
        by = _sides(workspace, name, outlines, records)
        for base, ours, theirs in _differing(name, outlines):
            found.append(Clash(name, base, ours, theirs, by))
    return found


def _title_clashes(
    workspace: Workspace | None, outlines: Three[Outline], records: Three[Patches]
) -> Iterator[Clash]:
    """Yield the titles of a section and its columns that are not the same on both sides."""
    base, ours, theirs = (outline.titles for outline in outlines)
    for key, mine in ours.items():
        # a column that the other branch took out is no title to choose
        other = theirs.get(key, mine)
        if mine != other:
            by = _sides(workspace, key, outlines, records)
            yield Clash(key, base.get(key, ""), mine, other, by, "title")


def _number_clashes(workspace: Workspace | None, outlines: Three[Outline]) -> Iterator[Clash]:
    """Yield the numbers that are not the same on both sides: no comment changes them."""
    base, ours, theirs = (outline.numbers for outline in outlines)
    office: Acting = None if workspace is None else ()
    for key in dict.fromkeys([*ours, *theirs]):
        on_both_sides = outlines.ours.knows(key) and outlines.theirs.knows(key)
        mine, other = ours.get(key, ""), theirs.get(key, "")
        if on_both_sides and mine != other:
            yield Clash(key, base.get(key, ""), mine, other, (office, office), "number")


def _differing(name: str, outlines: Three[Outline]) -> Iterator[tuple[str, ...]]:
    """Yield where the two sides have a paragraph otherwise, as base, ours and theirs.

    Field by field where both have it; where one of them does not, all its words are one difference.
    """
    spots = [outline.spots.get(name) for outline in outlines]
    on_both_sides = None not in spots[1:]
    words = _fields if on_both_sides else _words
    for base, ours, theirs in zip(*map(words, spots), strict=True):
        if ours != theirs:
            yield base, ours, theirs


def _sides(
    workspace: Workspace | None, name: str, outlines: Three[Outline], records: Three[Patches]
) -> tuple[Acting, Acting]:
    """Return who acts on a part on either side: nobody where it neither stands nor stood."""
    if workspace is None:
        return None, None
    ours = _touching(workspace, name, records.ours, records.theirs)
    theirs = _touching(workspace, name, records.theirs, records.ours)
    if outlines.base.knows(name):
        return ours, theirs
    return (
        ours if outlines.ours.knows(name) else None,
        theirs if outlines.theirs.knows(name) else None,
    )


def _fields(spot: Spot | None) -> tuple[str, str, str]:
    """Return heading, text and units as they are printed; nothing of a paragraph that is not there."""
    if spot is None:
        return "", "", ""
    fields = fields_of(spot.paragraph, spot.section.joints)
    return fields.heading, fields.text, fields.units


def _words(spot: Spot | None) -> tuple[str]:
    """Return heading and text in one, as they are printed; nothing of a paragraph that is not there."""
    if spot is None:
        return ("",)
    return (fields_of(spot.paragraph, spot.section.joints).said,)


def _touching(workspace: Workspace, name: str, own: Patches, other: Patches) -> tuple[str, ...]:
    """Return the comments of one side alone that touch a paragraph.

    What both sides have in the text alike is why neither of them differs from the other.
    """
    found: list[str] = []
    for by, patch in own.items():
        if other.get(by) != patch and name in workspace.place(by, patch).reach:
            found.append(by)
    return tuple(found)


def _either(records: Three[Mapping[str, V]], name: str) -> V | None:
    """Return an entry as the branch has it that changed it in the record; None where that took it out."""
    base, ours, theirs = (record.get(name) for record in records)
    if ours == base:
        return theirs
    return ours


def _sided(
    workspace: Workspace, records: Three[Patches], own: Patches, rival: Patches
) -> tuple[Composition, list[Meeting]]:
    """Return the comments of both branches together, and their conflicts, in which `own` comments stand.

    Where only words collide, the rival's comments stand everywhere else.
    """
    together = union(records, own)
    full = workspace.composed(together)
    foreign = (together.keys() & rival.keys()) - own.keys()
    conflicts: list[Meeting] = []
    out: set[str] = set()
    for conflict in full.conflicts:
        colliding = foreign & set(conflict.authors)
        if colliding:
            conflicts.append(conflict)
            out |= colliding
    if not conflicts:
        return full, []
    staying = {name: patch for name, patch in together.items() if name not in out}
    single = workspace.composed(staying)
    if any(conflict.field == "whole" for conflict in conflicts):
        # whole parts come, go and move: they cannot be put back one by one
        return single, conflicts
    places = {conflict.place for conflict in conflicts}
    return _with_paragraphs(full, single, places), conflicts


def _with_paragraphs(full: Composition, single: Composition, names: Collection[str]) -> Composition:
    """Return `full` with some paragraphs as `single` has them: their words, and how these came about."""
    spots = Outline(single.sections).spots
    paragraphs: dict[str, Paragraph] = {}
    for name in names:
        if name in spots:
            paragraphs[name] = spots[name].paragraph
    merges: dict[FieldKey, Merge] = {}
    for key, merged in full.merges.items():
        if key[0] not in names:
            merges[key] = merged
    for key, merged in single.merges.items():
        if key[0] in names:
            merges[key] = merged
    return full._replace(sections=_replaced(full.sections, paragraphs), merges=merges)


def _carried(
    before: Sequence[Composition], target: Composition, plans: Three[Sections]
) -> tuple[Three[Sections], set[str]]:
    """Bring all plans to one set of comments; what of a branch's own changes collides with it."""
    of_base, of_ours, of_theirs = before
    base, _ = rebase(of_base, target, plans.base)
    ours, clashing = rebase(of_ours, target, plans.ours)
    theirs, clashing_too = rebase(of_theirs, target, plans.theirs)
    return Three(base, ours, theirs), clashing | clashing_too


def _bare(sections: Sections) -> Composition:
    """Return a plan as a composition of which nothing but its words is known."""
    return Composition(Outline(sections), sections, {}, Structure(), ())


def _keeping(merged: Sections, side: Sections, keys: Collection[str]) -> Sections:
    """Return the merged plan with what collides as one side has it: the paragraph, else its whole section."""
    own, now = Outline(side), Outline(merged)
    paragraphs: dict[str, Paragraph] = {}
    homes: set[str] = set()
    for key in keys:
        if key in own.spots and key in now.spots:
            paragraphs[key] = own.spots[key].paragraph
        else:
            # it is gone on one side, or no paragraph: only the section as a whole can be kept
            homes |= {_home(own, key), _home(now, key)}
    sections = _replaced(merged, paragraphs)
    return tuple(_kept(section, own, homes) for section in sections)


def _kept(section: Section, own: Outline, homes: Collection[str]) -> Section:
    """Return a section as one side has it where it is to be kept whole, and that side has it at all."""
    if section.key in homes:
        return own.sections.get(section.key, section)
    return section


def _home(outline: Outline, key: str) -> str:
    """Return the key of the section in which a part stands; a section is its own."""
    if key in outline.spots:
        return outline.spots[key].section.key
    return outline.container(key) or key


def _replaced(sections: Sections, paragraphs: Mapping[str, Paragraph]) -> Sections:
    """Return a plan with some paragraphs worded otherwise, each at its place."""
    return Tree(Outline(sections)).sections(paragraphs)
