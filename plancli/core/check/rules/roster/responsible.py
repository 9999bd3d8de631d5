"""A unit that comes among the responsible ones is one that somebody knows."""

from collections.abc import Iterator

from plancli.core.check.about import on_comment
from plancli.core.check.rule import PlanRule, Writing
from plancli.core.check.text.spelling import home_of, near_names
from plancli.core.comments.comment import Comment
from plancli.core.comments.edits import Add, ChangeUnits, Edit, added_paragraphs
from plancli.core.comments.status import Status
from plancli.core.entry import N_, Severity
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.outline import Outline
from plancli.core.rounds.round import Round


def known_responsible(round_: Round) -> Iterator[Finding]:
    """Who becomes responsible is no slip of the pen for one that is known.

    Many units have tasks without having been consulted: a name that nobody knows is told only where it looks
    like one that is known, and does not end as the names of units here do (局, 办, 委). The draft's own names
    are not judged: nobody is asked to prove the units that it was circulated with.
    """
    known = _known(round_)
    endings = {name[-1] for name in known}
    told: set[str] = set()
    for comment in round_.current.values():
        if comment.merges or comment.decision.status is Status.PENDING:
            for path, name in _named(comment):
                near = _near(round_, name, known, endings)
                told.add(name)
                if near:
                    params = {"id": comment.id, "unit": name, "near": near}
                    yield on_comment(comment, STRANGE_UNIT.code, path, **params)
    for spot, path in round_.plan.places():
        for at, name in enumerate(spot.paragraph.units or ()):
            near = "" if name in told else _near(round_, name, known, endings)
            if near:
                subject = Subject("section", spot.section.key)
                params = {"unit": name, "near": near}
                yield Finding(STRANGE_UNIT.code, params, subject, (*path, "units", at))


def _known(round_: Round) -> set[str]:
    """Return the names that the roster, the alias table, the comments and the drafts know."""
    manifest = round_.manifest
    known = {unit.name for unit in manifest.units}
    known |= {*manifest.aliases, *manifest.aliases.values()}
    known |= {unit for comment in round_.comments.values() for unit in comment.signatories}
    for draft in round_.drafts.values():
        for spot in Outline(draft.sections).spots.values():
            known |= set(spot.paragraph.units or ())
    return known


def _near(round_: Round, name: str, known: set[str], endings: set[str]) -> str:
    """Return the known names for which a strange one may be a slip; "" where it is none."""
    if name in known or name[-1] in endings:
        return ""
    manifest = round_.manifest
    home = home_of(manifest)
    return "、".join(near_names(name, sorted(known), manifest.aliases, home))


def _named(comment: Comment) -> Iterator[tuple[Path, str]]:
    """Yield the units that become responsible by a comment, by the path of the edit."""
    edits = comment.decision.edits
    inside: Path = ("edits",) if edits is None else ("decision", "edits")
    for at, edit in enumerate(comment.edits if edits is None else edits):
        for name in _of_edit(edit):
            yield (*inside, at), name


def _of_edit(edit: Edit) -> Iterator[str]:
    if isinstance(edit, ChangeUnits):
        yield from (*edit.add, *(edit.set or ()))
    elif isinstance(edit, Add):
        # nothing in a table has units of its own
        for paragraph in added_paragraphs(edit.add):
            yield from paragraph.units or ()


STRANGE_UNIT = PlanRule(
    code="P229",
    find=known_responsible,
    order=155,
    weight=Severity.WARNING,
    while_writing=(Writing.EDITS, Writing.DECISION),
    tells=True,
    message=N_("{unit} becomes responsible, and nobody knows a unit of that name."),
    hint=N_(
        "Near: {near}. Mend the name, or say under aliases in plan/plan.yaml that it is a unit of its "
        "own ({unit}: {unit})."
    ),
    meaning=N_(
        "A comment, or the office, makes a unit responsible that is neither on the roster nor in the "
        "alias table nor responsible for anything in the draft, and looks like one that is. It may be a "
        "slip of the pen: a task "
        "would be published for a unit that does not exist."
    ),
)
