"""Every comment comes from a unit on the roster, on a draft that was circulated."""

from collections.abc import Iterator

from plancli.core.check.about import each_file, on_comment, on_manifest
from plancli.core.check.rule import PlanRule, Writing
from plancli.core.check.text.spelling import home_of, near_names
from plancli.core.codes import Code
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding
from plancli.core.plan.manifest import Manifest
from plancli.core.rounds.round import Round


def known_units(round_: Round) -> Iterator[Finding]:
    """Every comment comes from a unit on the roster and cites a draft of the plan that was circulated."""
    yield from _in_manifest(round_.manifest)
    roster = {unit.name for unit in round_.manifest.units}
    drafts = [frozen.name for frozen in round_.manifest.drafts]
    for comment in each_file(round_.comments):
        for at, unit in enumerate(comment.signatories):
            if unit in roster:
                continue
            # whose folder it lies in was asked for an opinion; who signs with it need not have been
            code, path = (SIGNS_TOO.code, ("units", at)) if at else (UNKNOWN_UNIT.code, ("unit",))
            params = {"unit": unit, "near": near_units(round_.manifest, unit)}
            yield on_comment(comment, code, path, **params)
        draft = comment.draft
        if draft is not None and draft not in drafts:
            params = {"draft": draft, "known": "、".join(drafts)}
            yield on_comment(comment, UNKNOWN_DRAFT.code, ("draft",), **params)


def near_units(manifest: Manifest, unit: str) -> str:
    """Return the units of the roster that somebody may mean by a name that is not on it."""
    home = home_of(manifest)
    names = [one.name for one in manifest.units]
    return "、".join(near_names(unit, names, manifest.aliases, home))


def _in_manifest(manifest: Manifest) -> Iterator[Finding]:
    """Yield units that are not on the roster, and whose answers or authors plan.yaml keeps."""
    roster = {unit.name for unit in manifest.units}
    for author, unit in manifest.authors.items():
        if unit not in roster:
            params = {"unit": unit, "near": near_units(manifest, unit)}
            yield on_manifest(UNKNOWN_UNIT.code, ("authors", author), **params)
    for at, frozen in enumerate(manifest.drafts):
        for unit in frozen.replies:
            if unit in roster:
                continue
            params = {"unit": unit, "near": near_units(manifest, unit)}
            yield on_manifest(UNKNOWN_UNIT.code, ("drafts", at, "replies", unit), **params)


UNKNOWN_UNIT = PlanRule(
    code=Code.UNKNOWN_UNIT,
    find=known_units,
    order=50,
    while_writing=(Writing.UNIT,),
    message=N_("The unit {unit} is not on the roster."),
    hint=N_(
        "Near: {near}. Mend the name; or, where it is another name of a unit, add that: plancli unit UNIT "
        "--alias {unit}; or add the unit: plancli unit {unit} --add"
    ),
    meaning=N_(
        "A comment comes from a unit that is not on the roster of consulted units, or an author of changes "
        "stands for one: the name is wrong, or the roster is."
    ),
)

SIGNS_TOO = PlanRule(
    code="P230",
    find=known_units,
    order=50,
    while_writing=(Writing.UNIT,),
    weight=Severity.WARNING,
    message=N_("{unit} signs a comment with others, and is not on the roster."),
    hint=N_(
        "Near: {near}. Mend the name; or, where it is another name of a unit, add that: plancli unit UNIT "
        "--alias {unit}; or add the unit: plancli unit {unit} --add"
    ),
    meaning=N_(
        "A joint comment names a unit that is not on the roster. It may sign what it was not asked about; "
        "but a slip in a name would credit nobody, and leave the unit that is meant without a reply."
    ),
)

UNKNOWN_DRAFT = PlanRule(
    code=Code.UNKNOWN_DRAFT,
    find=known_units,
    order=50,
    while_writing=(Writing.UNIT,),
    message=N_("There is no draft {draft}."),
    hint=N_("Known: {known}. Freeze one with: plancli freeze NAME"),
    meaning=N_("A comment or a command names a draft that the plan does not have."),
)
