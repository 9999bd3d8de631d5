"""Units have one name each."""

from collections.abc import Iterator, Sequence

from plancli.core.check.rules.about import on_manifest
from plancli.core.check.text.spelling import is_short_for, place_of
from plancli.core.finding import ROSTER, Code, Finding, Path, Subject
from plancli.core.rounds.round import Round

_PLACE = tuple[Subject, Path]


def one_spelling(round_: Round) -> Iterator[Finding]:
    """A unit is spelt in one way; roster and alias table say which names are units of their own."""
    places = _names(round_)
    for short, long in _alike(round_, list(places)):
        (subject, path), *_ = places[short]
        where = "、".join(dict.fromkeys(_named(place[0]) for place in places[long]))
        params = {"unit": short, "name": long, "paragraph": where}
        yield Finding(Code.TWO_SPELLINGS, params, subject, path)


def _alike(round_: Round, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that look like one unit, unless roster and alias table know both of them."""
    manifest = round_.manifest
    home = place_of(manifest.issuer) or place_of(manifest.title)
    known = {unit.name for unit in manifest.units} | {*manifest.aliases, *manifest.aliases.values()}
    strange = [name for name in names if name not in known]
    for short in names:
        for long in strange if short in known else names:
            if is_short_for(short, long, home) and not _own(manifest.aliases, short, long):
                yield short, long


def _named(subject: Subject) -> str:
    return ROSTER if subject.kind == "plan" else subject.key


def _own(aliases: dict[str, str], *names: str) -> bool:
    """Whether the alias table calls a name a unit of its own."""
    return any(aliases.get(name) == name for name in names)


def _names(round_: Round) -> dict[str, Sequence[_PLACE]]:
    """Return every name of a unit with where it stands: the roster first, then responsible units."""
    found: dict[str, list[_PLACE]] = {}
    for at, unit in enumerate(round_.manifest.units):
        found.setdefault(unit.name, []).append((Subject("plan", "plan"), ("units", at, "name")))
    for spot, path in round_.plan.places():
        for at, name in enumerate(spot.paragraph.units or ()):
            place = Subject("section", spot.section.key), (*path, "units", at)
            found.setdefault(name, []).append(place)
    return dict(found)


def aliases(round_: Round) -> Iterator[Finding]:
    """An alias stands for a name, not for another alias."""
    table = round_.manifest.aliases
    for short, name in table.items():
        if name in table and table[name] != name:
            yield on_manifest(Code.ALIAS_OF_ALIAS, ("aliases", short), unit=short, name=name)
