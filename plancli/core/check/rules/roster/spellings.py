"""Units have one name each."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from plancli.core.check.rule import PlanRule
from plancli.core.check.text.spelling import home_of, is_short_for
from plancli.core.entry import N_, Severity
from plancli.core.finding import ROSTER, Finding, Path, Subject
from plancli.core.plan.manifest import Manifest
from plancli.core.rounds.round import Round

_Place = tuple[Subject, Path]
"""A file, and the path to a name in it."""


def one_spelling(round_: Round) -> Iterator[Finding]:
    """A unit is spelt in one way; roster and alias table say which names are units of their own."""
    places = _names(round_)
    for short, long in _alike(round_, list(places)):
        # The short form is what is to be mended: its first place is pointed at, the long one's are told.
        subject, path = places[short][0]
        where = [_named(of_long) for of_long, _ in places[long]]
        params = {"unit": short, "name": long, "paragraph": "、".join(dict.fromkeys(where))}
        yield Finding(TWO_SPELLINGS.code, params, subject, path)


def _alike(round_: Round, names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the names that look like one unit, unless roster and alias table know both of them."""
    manifest = round_.manifest
    home = home_of(manifest)
    known = _known(manifest)
    strange = [name for name in names if name not in known]
    for short in names:
        # Two known names are two units, however alike they look.
        others = strange if short in known else names
        # A name that the alias table gives to itself is a unit of its own, whatever it looks like.
        if _stands_for_itself(manifest, short):
            continue
        for long in others:
            if _stands_for_itself(manifest, long):
                continue
            if is_short_for(short, long, home):
                yield short, long


def _known(manifest: Manifest) -> set[str]:
    """Return the names of which roster or alias table say what they are."""
    known = {unit.name for unit in manifest.units}
    known.update(manifest.aliases)
    known.update(manifest.aliases.values())
    return known


def _stands_for_itself(manifest: Manifest, name: str) -> bool:
    """Whether the alias table calls a name a unit of its own."""
    return manifest.aliases.get(name) == name


def _named(subject: Subject) -> str:
    """Return what a message calls the place of a name."""
    if subject.kind == "plan":
        return ROSTER
    return subject.key


def _names(round_: Round) -> dict[str, list[_Place]]:
    """Return every name of a unit with where it stands: the roster first, then responsible units."""
    found: dict[str, list[_Place]] = defaultdict(list)
    roster = Subject("plan", "plan")
    for at, unit in enumerate(round_.manifest.units):
        found[unit.name].append((roster, ("units", at, "name")))
    for spot, path in round_.plan.places():
        section = Subject("section", spot.section.key)
        for at, name in enumerate(spot.paragraph.units or ()):
            found[name].append((section, (*path, "units", at)))
    return found


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
