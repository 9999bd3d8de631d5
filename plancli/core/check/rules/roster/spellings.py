"""Units have one name each."""

from collections.abc import Iterator, Sequence

from plancli.core.check.rule import PlanRule
from plancli.core.check.text.spelling import is_short_for, place_of
from plancli.core.entry import N_, Severity
from plancli.core.finding import ROSTER, Finding, Path, Subject
from plancli.core.rounds.round import Round

_PLACE = tuple[Subject, Path]


def one_spelling(round_: Round) -> Iterator[Finding]:
    """A unit is spelt in one way; roster and alias table say which names are units of their own."""
    places = _names(round_)
    for short, long in _alike(round_, list(places)):
        (subject, path), *_ = places[short]
        where = "、".join(dict.fromkeys(_named(place[0]) for place in places[long]))
        params = {"unit": short, "name": long, "paragraph": where}
        yield Finding(TWO_SPELLINGS.code, params, subject, path)


def _alike(round_: Round, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that look like one unit, unless roster and alias table know both of them."""
    manifest = round_.manifest
    aliases = manifest.aliases
    home = place_of(manifest.issuer) or place_of(manifest.title)
    known = {unit.name for unit in manifest.units} | {*aliases, *aliases.values()}
    strange = [name for name in names if name not in known]
    for short in names:
        # Two known names are two units, however alike they look.
        others = strange if short in known else names
        for long in others:
            if is_short_for(short, long, home) and not _own(aliases, short, long):
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


TWO_SPELLINGS = PlanRule(
    code="P219",
    find=one_spelling,
    order=150,
    weight=Severity.WARNING,
    message=N_("{unit} looks like a short form of {name}, which stands in {paragraph}."),
    hint=N_(
        "Write one name, or say under aliases in plan/plan.yaml that they are one unit ({unit}: "
        "{name})."
    ),
    meaning=N_(
        "Two names of units look like one unit written in full and in short. A reader cannot "
        "tell whether they are the same, and counts by unit would be wrong. Names that are both on "
        "the roster, or both in the alias table, are not judged."
    ),
)
