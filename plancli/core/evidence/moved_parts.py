"""Parts that stand elsewhere in the plan than in the draft, and the draft in the order of the plan."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from plancli.core.evidence.attribution import credited, moved
from plancli.core.evidence.pieces import Authors, each_once
from plancli.core.merge.meeting import OFFICE
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.core.text.order import staying

_Name = TypeVar("_Name")


def moved_parts(round_: Round) -> dict[str, Authors]:
    """Return the parts that moved by themselves, each with who moved it; what they hold moved with them.

    As few parts as possible count as moved; those that comments moved do in any case.
    """
    draft, plan = round_.workspace.draft, round_.plan
    known = moved(round_)
    now = dict(_lists(plan))
    found: dict[str, Authors] = {}
    for holder, listed in _lists(draft):
        here = [key for key in listed if plan.knows(key) and _holder(plan, key) == holder]
        stay = staying([key for key in here if key not in known], now.get(holder, ()))
        for key in listed:
            if plan.knows(key) and key not in stay:
                by = each_once(round_.workspace.causes.movers({key}))
                found[key] = credited(round_, by or (OFFICE,))
    return found


_Holder = tuple[str, str | None]
"""The list in which a part stands; of a section, which all stand in one, what holds it as well."""


def _lists(outline: Outline) -> Iterator[tuple[_Holder, list[str]]]:
    """Yield each list of a plan with the parts in it; sections below each part are one."""
    sections: dict[_Holder, list[str]] = {}
    for key in outline.sections:
        sections.setdefault(_holder(outline, key), []).append(key)
    yield from sections.items()
    for name in (*outline.sections, *outline.lists):
        yield (name, None), outline.children(name)


def _holder(outline: Outline, key: str) -> _Holder:
    section = outline.sections.get(key)
    if section is not None:
        return "", section.above
    return outline.container(key), None


def neighbours(outline: Outline, key: str, besides: Collection[str]) -> tuple[str, str, str]:
    """Return what stands ahead of a part and behind it in its list, and what holds the list; "" for nothing.

    What moved itself, or is not to be named, says of no place where it is.
    """
    listed = [name for name in outline.siblings(key) if name == key or name not in besides]
    at = listed.index(key)
    ahead = listed[at - 1] if at else ""
    behind = listed[at + 1] if at + 1 < len(listed) else ""
    list_, above = _holder(outline, key)
    return ahead, behind, above or list_


def in_order_of(
    old: Iterable[tuple[_Name, str]],
    new: Sequence[_Name],
    parts: Mapping[str, Authors],
    draft: Outline,
) -> list[_Name]:
    """Return names of the draft, each of which comes with a key, in the order that those in `new` have there.

    What only the draft has stays behind what it stood behind, as far as that moved with the same parts.
    """
    places = set(new)
    first: list[_Name] = []
    behind: dict[_Name, list[_Name]] = {}
    last: dict[frozenset[str], _Name] = {}
    for name, key in old:
        moved_with = frozenset(parts.keys() & set(draft.ancestry(key)))
        if name in places:
            last[moved_with] = name
            behind[name] = []
        elif moved_with in last:
            behind[last[moved_with]].append(name)
        else:
            first.append(name)
    for name in new:
        if name in behind:
            first += (name, *behind[name])
    return first
