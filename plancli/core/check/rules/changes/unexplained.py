"""Every change of the plan has a comment or a drafting note behind it."""

from collections.abc import Iterator

from plancli.core.check.rule import RoundRule
from plancli.core.entry import N_
from plancli.core.finding import Finding, Path, Subject
from plancli.core.plan.model import PLAN
from plancli.core.plan.outline import NUMBER, Spot, part_name
from plancli.core.rounds.note import explained, named
from plancli.core.rounds.round import Round
from plancli.core.rounds.unexplained import ORDER, PARENT, TITLE, UNITS, OfficeChange


def unexplained(round_: Round) -> Iterator[Finding]:
    """Every difference from draft and record has a drafting note."""
    for change in round_.office_changes:
        if not explained(round_.manifest.notes, change):
            yield _finding(round_, change)


def _finding(round_: Round, change: OfficeChange) -> Finding:
    """Build the finding on a change, with the characters that it brought."""
    subject, part, field = _place(round_, change)
    params = {"paragraph": named(change), "change": change.change}
    path = (*part, *field)
    found = Finding(UNEXPLAINED.code, params, subject, path, offset=change.offset)
    if subject.kind == "plan":
        return found  # the part is in no file any more, so none of its characters has a line
    extents = [extent._replace(path=(*part, *extent.path)) for extent in change.extents]
    return found._replace(extents=tuple(extents))


def _place(round_: Round, change: OfficeChange) -> tuple[Subject, Path, Path]:
    """Return the file in which a change stands, the path to the part there, and on to what changed in it."""
    plan = round_.plan
    if change.key == PLAN and plan.cover:
        return Subject("plan", "plan"), (), (TITLE,)
    spot = plan.spots.get(change.key) or round_.expected.spots.get(change.key)
    if spot:
        return _paragraph(round_, change, spot)
    section = plan.container(change.key)
    if change.key in plan.sections:
        section = change.key
    # The file of a closed round is a draft, and a section that is gone has none: plan.yaml lists both.
    if round_.closed or section not in plan.sections:
        return Subject("plan", "plan"), (), ("sections",)
    return Subject("section", section), *_inside(round_, change, section)


def _paragraph(round_: Round, change: OfficeChange, spot: Spot) -> tuple[Subject, Path, Path]:
    """Return the place of a change of a paragraph; one that is gone has no field, only the file it was in."""
    subject, file = round_.subject(spot)
    there = round_.plan.path(change.key)
    if not there:
        return subject, file, ()
    return subject, (*file, *there), _field(change)


def _field(change: OfficeChange) -> Path:
    """Return the path from a paragraph to what changed: the field, of units the first new one."""
    if change.field == UNITS and change.extents:
        return change.extents[0].path
    if change.field == ORDER:
        return ("items",)
    return (change.field,)


def _inside(round_: Round, change: OfficeChange, section: str) -> tuple[Path, Path]:
    """Return the path to a section or column in a section's file, and on to its title or list."""
    for at, part in enumerate(round_.plan.sections[section].body):
        if change.key != f"{section}/{part_name(part)}":
            continue
        # What changed of a column and is not its title or number is the list of its items.
        if change.field in (TITLE, NUMBER):
            return ("body", at), (change.field,)
        return ("body", at), ("items",)
    if change.field in (TITLE, NUMBER, PARENT):
        return (), (change.field,)
    return (), ("body",)


UNEXPLAINED = RoundRule(
    code="P405",
    find=unexplained,
    order=190,
    message=N_("{paragraph} was changed, and no comment or drafting note explains it: {change}"),
    hint=N_("Undo the change, or say why it is made: plancli note {paragraph} --reason …"),
    meaning=N_(
        "The plan differs from what the draft and the merged comments give, character by "
        "character, and no drafting note says why. It may be a slip, or a change of the office "
        "that wants a note."
    ),
)
