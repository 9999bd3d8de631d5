"""Units have one name each."""

from collections.abc import Iterator, Sequence

from plancli.core.case import Case
from plancli.core.finding import ROSTER, Code, Finding, Path, Subject
from plancli.core.rules.about import on_manifest

_PLACE = tuple[Subject, Path]


def one_spelling(case: Case) -> Iterator[Finding]:
    """A unit is spelt in one way; the alias table says which names are one unit, or units of their own."""
    places = _names(case)
    known = case.manifest.aliases
    for short in places:
        for long in places:
            if is_short_for(short, long) and not _told(known, short, long):
                (subject, path), *_ = places[short]
                where = "、".join(dict.fromkeys(_named(place[0]) for place in places[long]))
                params = {"unit": short, "name": long, "paragraph": where}
                yield Finding(Code.TWO_SPELLINGS, params, subject, path)


def _named(subject: Subject) -> str:
    return ROSTER if subject.kind == "plan" else subject.key


def is_short_for(short: str, long: str) -> bool:
    """Whether a name is an abbreviation: the same first and last character, its others in order."""
    if len(short) < 3 or len(short) >= len(long) or (short[0], short[-1]) != (long[0], long[-1]):
        return False
    rest = iter(long[1:-1])
    return all(char in rest for char in short[1:-1])


def _told(aliases: dict[str, str], short: str, long: str) -> bool:
    """Whether the alias table knows how two names stand to each other."""
    return aliases.get(short) in (short, long) or aliases.get(long) in (short, long)


def _names(case: Case) -> dict[str, Sequence[_PLACE]]:
    """Return every name of a unit with where it stands: the roster first, then responsible units."""
    found: dict[str, list[_PLACE]] = {}
    for at, unit in enumerate(case.manifest.units):
        found.setdefault(unit.name, []).append((Subject("plan", "plan"), ("units", at, "name")))
    for spot, path in case.plan.places():
        for at, name in enumerate(spot.paragraph.units or ()):
            place = Subject("section", spot.section.key), (*path, "units", at)
            found.setdefault(name, []).append(place)
    return dict(found)


def aliases(case: Case) -> Iterator[Finding]:
    """An alias stands for a name, not for another alias."""
    table = case.manifest.aliases
    for short, name in table.items():
        if name in table and table[name] != name:
            yield on_manifest(Code.ALIAS_OF_ALIAS, ("aliases", short), unit=short, name=name)
