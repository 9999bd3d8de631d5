"""Whose changes those of an author are: names that programs take from computers, and units of the roster."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from plancli.core.intake.entries import full_unit
from plancli.core.text.characters import LIST_MARK


class Authorship(NamedTuple):
    """What is known of authors: units by their names, the office's own names, and what people said.

    `said` was said with this very call, `unit` is whose the files are, `kept` stands in plan.yaml.
    """

    names: Mapping[str, str]
    office: Collection[str]
    said: Mapping[str, str]
    unit: str | None
    kept: Mapping[str, str]


def heard(authors: Iterable[str], known: Authorship) -> tuple[dict[str, str], list[str]]:
    """Return the unit of each author, and the authors of whom nobody knows whose they are.

    What was said with the call holds first, then that an author has the name of a unit. What was kept holds
    last: many computers call their users alike. The office is not heard; nor are joint wordings, which
    plancli marks with all their units: they are the office's.
    """
    units: dict[str, str] = {}
    unknown: list[str] = []
    for author in authors:
        own = full_unit(known.names, author)
        if author in known.said:
            units[author] = known.said[author]
        elif own is not None:
            units[author] = own
        elif author in known.office or _is_joint(author, known):
            continue
        elif known.unit is not None:
            units[author] = known.unit
        elif author in known.kept:
            units[author] = known.kept[author]
        else:
            unknown.append(author)
    return units, unknown


def by_roster(units: Mapping[str, str], known: Authorship) -> dict[str, str]:
    """Return the authors that the roster knows for another unit than the one whose the files are to be."""
    found: dict[str, str] = {}
    for author, unit in units.items():
        is_own = author not in known.said and full_unit(known.names, author) == unit
        if is_own and known.unit not in (None, unit):
            found[author] = unit
    return found


def _is_joint(author: str, known: Authorship) -> bool:
    names = author.split(LIST_MARK)
    return len(names) > 1 and all(name in known.names or name in known.office for name in names)
