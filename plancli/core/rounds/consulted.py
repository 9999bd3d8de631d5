"""The units that were consulted, each with what it answered, its comments, and what it is responsible for."""

from typing import NamedTuple

from plancli.core.plan.manifest import Reply, Unit, UnitKind
from plancli.core.rounds.counts import standings_of_units, wholes
from plancli.core.rounds.round import Round


class Consulted(NamedTuple):
    """A unit in one round; `listed` is whether the roster has it.

    `reply` is what counts as its answer, None for persons. `comments` are ids, a compound comment once;
    `paragraphs` are those in which it, or a short name of it, stands as responsible.
    """

    unit: Unit
    listed: bool
    reply: Reply | None
    short: tuple[str, ...]
    comments: tuple[str, ...]
    paragraphs: tuple[str, ...]


def consulted(round_: Round) -> list[Consulted]:
    """Return the units of the roster in its order, then others that comment."""
    manifest = round_.manifest
    comments: dict[str, list[str]] = {}
    for name, parts in wholes(round_.current).items():
        for unit_name in parts[0].signatories:
            comments.setdefault(unit_name, []).append(name)
    units = {unit.name: unit for unit in manifest.units}
    listed = set(units)
    for name in comments:
        if name not in units:
            units[name] = Unit(name=name, kind=UnitKind.UNIT)
    replies = standings_of_units(manifest, round_.current)
    responsible = _responsible(round_)
    found: list[Consulted] = []
    for name, unit in units.items():
        short = tuple(alias for alias, full in manifest.aliases.items() if full == name != alias)
        paragraphs: dict[str, None] = {}
        for written in (name, *short):
            paragraphs.update(dict.fromkeys(responsible.get(written, ())))
        found.append(
            Consulted(
                unit,
                name in listed,
                replies.get(name),
                short,
                tuple(comments.get(name, ())),
                tuple(paragraphs),
            )
        )
    return found


def _responsible(round_: Round) -> dict[str, list[str]]:
    """Return the paragraphs in which each name stands as a responsible unit, in reading order."""
    found: dict[str, list[str]] = {}
    for name, spot in round_.plan.spots.items():
        for unit in spot.paragraph.units or ():
            found.setdefault(unit, []).append(name)
    return found
