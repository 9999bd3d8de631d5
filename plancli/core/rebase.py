"""Carry the drafting office's own changes over: the plan is one more side of the merge."""

from collections.abc import Iterable, Iterator, Sequence

from plancli.core.compose import OFFICE
from plancli.core.merge import changes_between, merge
from plancli.core.model import Column, Paragraph, Part, Section
from plancli.core.outline import Outline, column_key, part_name
from plancli.core.place import units_with

_COMMENTS = "comments"


def rebase(
    old: Sequence[Section], new: Sequence[Section], plan: Sequence[Section]
) -> tuple[tuple[Section, ...], set[str]]:
    """Bring the difference between `old` and `new` into `plan`, which the office made from `old`.

    Returns the plan's sections and the ids of paragraphs where office and comments collide; those stay as
    they are in `plan`.
    """
    if old is new:
        return tuple(plan), set()
    rebaser = _Rebaser(Outline(old), Outline(new), Outline(plan))
    sections = tuple(rebaser.section(section) for section in plan)
    return sections, rebaser.clashing | rebaser.homeless()


class _Rebaser:
    def __init__(self, old: Outline, new: Outline, plan: Outline) -> None:
        self.old, self.new, self.plan = old, new, plan
        self.clashing: set[str] = set()
        self.children = {key: list(section.body) for key, section in new.sections.items()}
        self.children |= {key: list(column.items) for key, column in new.columns.items()}

    def section(self, section: Section) -> Section:
        body = tuple(
            part.model_copy(update={"items": tuple(self._listed(column_key(section, part), part.items))})
            if isinstance(part, Column)
            else part
            for part in self._listed(section.key, section.body)
        )
        return section if body == section.body else section.model_copy(update={"body": body})

    def homeless(self) -> set[str]:
        """Ids of paragraphs that comments add or change but whose place the office has removed."""
        old, new = self.old.spots, self.new.spots
        moved = {
            key for key in new if key not in old or not same_wording(old[key].paragraph, new[key].paragraph)
        }
        placed = set(self.plan.spots)
        homes = set(self.plan.sections) | set(self.plan.columns)
        return {key for key in moved if key not in placed and (key in old or new[key].container not in homes)}

    def _listed(self, key: str, children: Iterable[Part]) -> list[Part]:
        kept = [part for child in children for part in self._kept(child)]
        names = {part_name(part) for part in kept}
        before: str | None = None
        for part in self.children.get(key, []):
            name = part_name(part)
            if (
                isinstance(part, Paragraph)
                and part.id not in self.old.spots
                and part.id not in self.plan.spots
            ):
                kept.insert(_position_after(kept, before), part)
                names.add(name)
            before = name if name in names else before
        return kept

    def _kept(self, child: Part) -> Iterator[Part]:
        if isinstance(child, Column):
            yield child
            return
        old, new = self.old.spots.get(child.id), self.new.spots.get(child.id)
        if old and new:
            yield self._merged(old.paragraph, child, new.paragraph)
            return
        expected = old or new
        if expected and not same_wording(expected.paragraph, child):
            self.clashing.add(child.id)
            yield child
        elif not old:
            yield child

    def _merged(self, old: Paragraph, ours: Paragraph, new: Paragraph) -> Paragraph:
        heading = _three_way(old.heading, ours.heading, new.heading)
        text = _three_way(old.text, ours.text, new.text)
        if heading is None or text is None:
            self.clashing.add(ours.id)
            return ours
        units = _units_three_way(old.units, ours.units, new.units)
        if (heading, text, units) == (ours.heading, ours.text, ours.units):
            return ours
        return ours.model_copy(update={"heading": heading, "text": text, "units": units})


def _three_way(old: str, ours: str, new: str) -> str | None:
    """Merge two versions of one text; None where they touch."""
    if old == new or ours == new:
        return ours
    if old == ours:
        return new
    merged = merge(old, [*changes_between(OFFICE, old, ours), *changes_between(_COMMENTS, old, new)])
    return None if merged.conflicts else merged.text.strip()


Units = tuple[str, ...] | None


def _units_three_way(old: Units, ours: Units, new: Units) -> Units:
    if old == new:
        return ours
    if old == ours:
        return new
    before, after = old or (), new or ()
    merged = _merge_names(before, ours or (), after)
    if merged is not None:
        return merged
    added = [unit for unit in after if unit not in before]
    return units_with(ours or (), added, set(before) - set(after))


def _merge_names(old: tuple[str, ...], ours: tuple[str, ...], new: tuple[str, ...]) -> Units:
    """Merge lists in which every name is one character, so that places are kept; None where they touch."""
    letters = {name: chr(_LETTERS + at) for at, name in enumerate(dict.fromkeys((*old, *ours, *new)))}
    spelled = ["".join(letters[name] for name in names) for names in (old, ours, new)]
    merged = _three_way(*spelled)
    names = {letter: name for name, letter in letters.items()}
    return None if merged is None else tuple(dict.fromkeys(names[letter] for letter in merged))


_LETTERS = 0x3400
"""Where a long row of characters begins of which each is an atom by itself."""


def same_wording(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs say the same to the same units."""
    return (one.heading, one.text, one.units) == (other.heading, other.text, other.units)


def _position_after(parts: list[Part], name: str | None) -> int:
    return next((at + 1 for at, part in enumerate(parts) if part_name(part) == name), 0)
