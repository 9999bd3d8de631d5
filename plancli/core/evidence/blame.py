"""Who wrote which characters: the draft, a comment, or the drafting office, through every round."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from plancli.core.evidence.attribution import adders, removers
from plancli.core.merge.meeting import OFFICE
from plancli.core.merge.words import Taken
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round
from plancli.core.text.diff import splices


class Stretch(NamedTuple):
    """Words of one origin: the draft (`by` is empty), comments, or the drafting office.

    `draft` is the draft of the round in which they came in; a stretch without text marks where `gone` was.
    """

    text: str
    draft: str
    by: tuple[str, ...] = ()
    gone: str = ""


class Blame(NamedTuple):
    """A paragraph with its stretches by field; units have one for each name."""

    paragraph: str
    heading: tuple[Stretch, ...]
    text: tuple[Stretch, ...]
    units: tuple[Stretch, ...]


def blame(rounds: Sequence[Round], paragraph: str) -> Blame:
    """Return the origin of every character of a paragraph of the working plan."""
    heading, text, units = (
        _field(rounds, paragraph, field) for field in ("heading", "text", "units")
    )
    return Blame(paragraph, tuple(heading), tuple(text), tuple(units))


def _field(rounds: Sequence[Round], paragraph: str, field: str) -> list[Stretch]:
    first = rounds[0]
    found = [
        Stretch(part, first.draft.draft) for part in _parts(first.workspace.draft, paragraph, field)
    ]
    for round_ in rounds:
        expected, plan = (
            _parts(outline, paragraph, field) for outline in (round_.expected, round_.plan)
        )
        name = round_.draft.draft
        if came := adders(round_, paragraph):
            found = [Stretch(part, name, came) for part in expected]
        elif went := removers(round_, paragraph):
            found = [Stretch("", name, went, stretch.text) for stretch in found if stretch.text]
        elif field == "units":
            found = _renamed(found, expected, _askers(round_, paragraph), name)
        elif merged := round_.workspace.before.merges.get((paragraph, field)):
            authors = tuple(dict.fromkeys(by for taken in merged.taken for by in taken.by))
            found = _changed(_overlaid(found, merged.taken, name), expected, authors, name)
        if field == "units":
            found = _renamed(found, plan, lambda _unit, _added: (OFFICE,), name)
        else:
            found = _changed(found, plan, (OFFICE,), name)
    return found


Askers = Callable[[str, bool], tuple[str, ...]]
"""Who wants a unit in (True) or out (False)."""


def _askers(round_: Round, paragraph: str) -> Askers:
    changes = [
        c
        for placed in round_.workspace.recorded_places
        for c in placed.units
        if c.paragraph == paragraph
    ]
    return lambda unit, added: tuple(
        dict.fromkeys(
            change.by for change in changes if unit in (change.added if added else change.removed)
        )
    )


def _renamed(found: list[Stretch], wanted: list[str], authors: Askers, draft: str) -> list[Stretch]:
    """Attribute every name that comes or goes."""
    here = {stretch.text: stretch for stretch in found if stretch.text}
    new = [here.get(unit) or Stretch(unit, draft, authors(unit, True)) for unit in wanted]
    gone = [Stretch("", draft, authors(unit, False), unit) for unit in here if unit not in wanted]
    return [*new, *gone, *(stretch for stretch in found if not stretch.text)]


def _changed(
    found: list[Stretch], wanted: list[str], by: tuple[str, ...], draft: str
) -> list[Stretch]:
    """Attribute the difference from `found` to `wanted` to one author."""
    old, new = "".join(stretch.text for stretch in found), "".join(wanted)
    return _overlaid(found, [Taken(*splice, by) for splice in splices(old, new)], draft)


def _overlaid(found: list[Stretch], taken: Iterable[Taken], draft: str) -> list[Stretch]:
    """Replace parts of a text, given by characters, by the words of others."""
    result: list[Stretch] = []
    rest, at = list(found), 0
    for start, end, text, by in taken:
        kept, rest = _split(rest, start - at)
        cut, rest = _split(rest, end - start)
        gone = "".join(stretch.text for stretch in cut)
        result += kept
        result += [Stretch("", draft, by, gone)] if gone and not text else []
        result += [Stretch(text, draft, by, gone)] if text else []
        result += [stretch for stretch in cut if not stretch.text]
        at = end
    return result + rest


def _split(found: list[Stretch], size: int) -> tuple[list[Stretch], list[Stretch]]:
    """Split stretches behind `size` characters."""
    head: list[Stretch] = []
    for at, stretch in enumerate(found):
        if size < len(stretch.text):
            if size:
                head.append(stretch._replace(text=stretch.text[:size]))
            return head, [stretch._replace(text=stretch.text[size:], gone=""), *found[at + 1 :]]
        head.append(stretch)
        size -= len(stretch.text)
    return head, []


def _parts(outline: Outline, paragraph: str, field: str) -> list[str]:
    spot = outline.spots.get(paragraph)
    value = getattr(spot.paragraph, field) if spot else None
    return list(value or ()) if field == "units" else [value] if value else []
